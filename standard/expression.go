package standard

import (
	"fmt"
	"math/big"
	"reflect"
	"slices"
	"strconv"
	"strings"
	"sync"

	"cel.dev/cel-go/cel"
	"cel.dev/cel-go/common/ast"
	"cel.dev/cel-go/common/env"
	"cel.dev/cel-go/common/operators"
	"cel.dev/cel-go/common/types"
	"cel.dev/cel-go/common/types/ref"
	"cel.dev/cel-go/common/types/traits"

	"rolecall"
	"rolecall/catalog"
)

// The types of the language. Only what is needed is in it: no texts, no loops, no
// equality, so that every expression ends, soon, and every comparison has three
// values.
var (
	groupType     = cel.OpaqueType("group")
	countType     = cel.OpaqueType("count")
	shareType     = cel.OpaqueType("share")
	criterionType = cel.OpaqueType("criterion")
	pointsType    = cel.OpaqueType("points")
)

// Bounds of an expression: it is written by hand.
const (
	longestExpression = 2000
	deepestExpression = 40
	mostNodes         = 300
	mostSteps         = 10_000
)

// expression is one that has passed the type check.
type expression struct {
	text    string
	program cel.Program
	// negated says that "!" turns comparisons around; either says that "||" lets
	// one do for another, both that "&&" asks for all.
	negated, either, both bool
	// names are the groups or criteria that it names, empty says that it has a list
	// of nothing.
	names []string
	empty bool
	// fault is what is wrong with a group that it asks for.
	fault error
	// sums are the counts that it compares or comes to, each made up of measures.
	sums [][]catalog.Measure
}

// object is a value of one of the types above.
type object struct {
	of      *types.Type
	content any
}

func (o object) ConvertToNative(reflect.Type) (any, error) {
	return nil, fmt.Errorf("a %s cannot be converted", o.of.TypeName())
}
func (o object) ConvertToType(ref.Type) ref.Val { return types.NewErr("a value cannot be converted") }
func (o object) Equal(ref.Val) ref.Val {
	return types.NewErr("values are compared with >=, >, <= or <")
}
func (o object) Type() ref.Type { return o.of }
func (o object) Value() any     { return o.content }

// counted is the content of a count and of its share: what the comparisons see.
type counted struct {
	trace  *trace
	groups []string
	unit   rolecall.Unit
	count  rolecall.Count
	// more says that more may exist than are held.
	more  bool
	share bool
}

func (c counted) bounds() bounds {
	if c.share {
		return shareBounds(c.count, c.more)
	}
	return countBounds(c.count, c.more)
}

// scored is the content of points.
type scored struct {
	trace     *trace
	count     rolecall.Count
	undecided []int
}

// trace is what one evaluation came by: the comparisons, each known by its place
// from 1, which is also the mark of the unknown that it gives.
type trace struct {
	tests []Test
	// results are those of the criteria, when the whole is decided.
	results []Result
	// fault is the first operation that makes no sense. It is kept here, as an
	// unknown beside it would hide it.
	fault error
}

func (t *trace) fail(format string, args ...any) ref.Val {
	if t.fault == nil {
		t.fault = fmt.Errorf(format, args...)
	}
	return types.WrapErr(t.fault)
}

// verdict is the value of a comparison in the language: true, false or an
// unknown that bears its mark.
func (t truth) value(mark int) ref.Val {
	switch t {
	case yes:
		return types.True
	case no:
		return types.False
	}
	return types.NewUnknown(int64(mark), nil)
}

// criterionEnv is the language of criteria. It is made when first asked for, so
// that other commands do not wait for it.
var criterionEnv = sync.OnceValue(func() *cel.Env {
	e, err := cel.NewCustomEnv(criterionOptions()...)
	if err != nil {
		panic(err) // a fault in the declarations below
	}
	return e
})

// baseOptions are what both languages have: and, or, not, and their bounds.
func baseOptions() []cel.EnvOption {
	var logical []*env.Function
	for _, operator := range []string{operators.LogicalAnd, operators.LogicalOr, operators.LogicalNot} {
		logical = append(logical, env.NewFunction(operator))
	}
	return []cel.EnvOption{
		cel.StdLib(cel.StdLibSubset(env.NewLibrarySubset().SetDisableMacros(true).AddIncludedFunctions(logical...))),
		cel.ParserExpressionSizeLimit(longestExpression),
		cel.ParserRecursionLimit(deepestExpression),
		cel.ExpressionNodeLimit(mostNodes),
	}
}

// criterionOptions declare the groups, the counts in each unit, and what can be
// done with them.
func criterionOptions() []cel.EnvOption {
	options := baseOptions()
	for _, name := range GroupNames() {
		options = append(options, cel.Variable(name, groupType))
	}
	for name, unit := range unitsOf {
		of := countType
		overloads := []cel.FunctionOpt{}
		if unit == MeanShare {
			of = shareType
			overloads = append(overloads, cel.Overload(name+"_each", []*cel.Type{cel.ListType(groupType)}, of, cel.UnaryBinding(averaging)))
		}
		overloads = append(overloads, cel.Overload(name+"_group", []*cel.Type{groupType}, of, cel.UnaryBinding(counting(unit))))
		options = append(options, cel.Function(name, overloads...))
	}
	options = append(options,
		// The number alone names no title: the group is that of the cast which stands beside it.
		cel.Macros(cel.GlobalMacro(topBilled, 1, func(eh cel.MacroExprFactory, _ ast.Expr, args []ast.Expr) (ast.Expr, *cel.Error) {
			return eh.NewCall(topBilled, eh.NewIdent(string(rolecall.Cast)), args[0]), nil
		})),
		cel.Function(topBilled, cel.Overload("top_billed_cast", []*cel.Type{groupType, cel.IntType}, groupType, cel.BinaryBinding(billing))),
		cel.Function(together, cel.Overload("together_groups", []*cel.Type{cel.ListType(groupType)}, groupType, cel.UnaryBinding(joining))),
		cel.Function("share", cel.Overload("share_count", []*cel.Type{countType}, shareType, cel.UnaryBinding(sharing))),
		cel.Function(operators.Add, cel.Overload("add_counts", []*cel.Type{countType, countType}, countType, cel.BinaryBinding(adding))))
	return append(options, comparisons(map[*cel.Type][]*cel.Type{
		countType: {cel.IntType, countType}, shareType: {cel.DoubleType, cel.IntType, shareType},
	})...)
}

// wholeOptions are the language of a standard's decision over its criteria.
func wholeOptions(criteria []Criterion) []cel.EnvOption {
	options := append(baseOptions(),
		cel.Variable("criteria", cel.ListType(criterionType)),
		cel.Function("met", cel.Overload("met_criterion", []*cel.Type{criterionType}, cel.BoolType, cel.UnaryBinding(meeting))),
		cel.Function("points", cel.Overload("points_criteria", []*cel.Type{cel.ListType(criterionType)}, pointsType, cel.UnaryBinding(scoring))))
	for _, c := range criteria {
		options = append(options, cel.Variable(c.ID, criterionType))
	}
	return append(options, comparisons(map[*cel.Type][]*cel.Type{pointsType: {cel.IntType}})...)
}

var operatorNames = map[comparison]string{
	atLeast: operators.GreaterEquals, over: operators.Greater, atMost: operators.LessEquals, under: operators.Less,
}

// comparisons declares the four operators between the types given.
func comparisons(between map[*cel.Type][]*cel.Type) []cel.EnvOption {
	var options []cel.EnvOption
	for op, name := range operatorNames {
		var overloads []cel.FunctionOpt
		for left, rights := range between {
			for _, right := range rights {
				id := strings.Join([]string{string(op), left.TypeName(), right.TypeName()}, "_")
				overloads = append(overloads, cel.Overload(id, []*cel.Type{left, right}, cel.BoolType, cel.BinaryBinding(comparing(op))))
			}
		}
		options = append(options, cel.Function(name, overloads...))
	}
	return options
}

// counting counts a group in a unit.
func counting(unit rolecall.Unit) func(ref.Val) ref.Val {
	return func(v ref.Val) ref.Val {
		in, ok := v.Value().(member)
		if !ok {
			return types.MaybeNoSuchOverloadErr(v)
		}
		of := in.counts.of(catalog.Measure{Group: catalog.Group(in.name), Unit: unit})
		count := counted{trace: in.trace, groups: []string{in.name}, unit: unit, count: of.Count, more: of.Open}
		if unit == MeanShare {
			count.share = true
			return object{shareType, count}
		}
		return object{countType, count}
	}
}

// billing is the group of the cast billed first to n-th.
func billing(v, w ref.Val) ref.Val {
	cast, ok := v.Value().(member)
	n, isNumber := w.(types.Int)
	if !ok || !isNumber {
		return types.MaybeNoSuchOverloadErr(v)
	}
	return object{groupType, member{cast.trace, topBilledName(int(n)), cast.counts}}
}

// joining is the group of the people in any of some roles.
func joining(v ref.Val) ref.Val {
	all, ok := membersOf(v, together)
	if !ok {
		return types.MaybeNoSuchOverloadErr(v)
	}
	return object{groupType, all}
}

// averaging is the mean of the mean shares of some roles.
func averaging(v ref.Val) ref.Val {
	all, ok := membersOf(v, each)
	if !ok {
		return types.MaybeNoSuchOverloadErr(v)
	}
	return counting(MeanShare)(object{groupType, all})
}

// membersOf is the group of a kind that a list of roles makes.
func membersOf(v ref.Val, kind string) (all member, ok bool) {
	list, ok := v.(traits.Lister)
	if !ok {
		return all, false
	}
	var names []string
	for items := list.Iterator(); items.HasNext() == types.True; {
		if all, ok = items.Next().Value().(member); !ok {
			return all, false
		}
		if !slices.Contains(names, all.name) {
			names = append(names, all.name)
		}
	}
	all.name = severalName(kind, names)
	return all, true
}

// member is the content of a group: what its title counts in it and others.
type member struct {
	trace  *trace
	name   string
	counts counts
}

func sharing(v ref.Val) ref.Val {
	c, ok := v.Value().(counted)
	if !ok {
		return types.MaybeNoSuchOverloadErr(v)
	}
	c.share = true
	return object{shareType, c}
}

func adding(v, w ref.Val) ref.Val {
	a, first := v.Value().(counted)
	b, second := w.Value().(counted)
	if !first || !second {
		return types.MaybeNoSuchOverloadErr(v)
	}
	if a.unit != b.unit {
		return a.trace.fail("%s and %s cannot be added: count both in one unit", a.unit, b.unit)
	}
	a.groups = append(append([]string{}, a.groups...), b.groups...)
	a.count = rolecall.Count{Certain: a.count.Certain + b.count.Certain, Possible: a.count.Possible + b.count.Possible, Of: a.count.Of + b.count.Of}
	a.more = a.more || b.more
	return object{countType, a}
}

// comparing compares a count, a share or points with a number or another of
// their kind.
func comparing(op comparison) func(ref.Val, ref.Val) ref.Val {
	return func(v, w ref.Val) ref.Val {
		threshold, other := threshold(w)
		switch left := v.Value().(type) {
		case counted:
			if right, ok := w.Value().(counted); ok && right.unit != left.unit {
				return left.trace.fail("%s and %s cannot be compared: count both in one unit", left.unit, right.unit)
			}
			outcome := compare(left.bounds(), op, threshold)
			left.trace.tests = append(left.trace.tests, Test{
				Groups: left.groups, Unit: left.unit, Share: left.share, Count: left.count, More: left.more,
				Operator: string(op), Threshold: number(w), Against: other, outcome: outcome,
			})
			return outcome.value(len(left.trace.tests))
		case scored:
			outcome := compare(countBounds(left.count, false), op, threshold)
			left.trace.tests = append(left.trace.tests, Test{
				Points: true, Count: left.count, Operator: string(op), Threshold: number(w), outcome: outcome, undecided: left.undecided,
			})
			return outcome.value(len(left.trace.tests))
		}
		return types.MaybeNoSuchOverloadErr(v)
	}
}

// threshold is what stands on the right of a comparison: a number, or a count
// with its groups.
func threshold(w ref.Val) (bounds, []string) {
	if c, ok := w.Value().(counted); ok {
		return c.bounds(), c.groups
	}
	n := number(w)
	return bounds{bound{value: n}, bound{value: n}}, nil
}

// number reads a number as it was written: 0.4 is 2/5, not the nearest binary
// fraction, so that 2 of 5 are at least 0.4. It is nil for anything else.
func number(w ref.Val) *big.Rat {
	switch n := w.(type) {
	case types.Int:
		return big.NewRat(int64(n), 1)
	case types.Double:
		// A literal is finite, and the language has no arithmetic that is not.
		exact, _ := new(big.Rat).SetString(strconv.FormatFloat(float64(n), 'g', -1, 64))
		return exact
	}
	return nil
}

// judged is the content of a criterion: what became of it.
type judged struct {
	trace *trace
	place int
}

func meeting(v ref.Val) ref.Val {
	c, ok := v.Value().(judged)
	if !ok {
		return types.MaybeNoSuchOverloadErr(v)
	}
	outcome := c.trace.results[c.place].Verdict.truth()
	c.trace.tests = append(c.trace.tests, Test{Criterion: c.trace.results[c.place].Criterion.ID, outcome: outcome, undecided: []int{c.place}})
	return outcome.value(len(c.trace.tests))
}

// scoring adds up the points of criteria; one named twice counts once.
func scoring(v ref.Val) ref.Val {
	list, ok := v.(traits.Lister)
	if !ok {
		return types.MaybeNoSuchOverloadErr(v)
	}
	var s scored
	seen := make(map[int]bool)
	for items := list.Iterator(); items.HasNext() == types.True; {
		c, ok := items.Next().Value().(judged)
		if !ok {
			return types.MaybeNoSuchOverloadErr(v)
		}
		if s.trace = c.trace; seen[c.place] {
			continue
		}
		seen[c.place] = true
		r := c.trace.results[c.place]
		s.count.Of += r.Criterion.Points
		switch r.Verdict.truth() {
		case yes:
			s.count.Certain += r.Criterion.Points
			s.count.Possible += r.Criterion.Points
		case unsettled:
			s.count.Possible += r.Criterion.Points
			s.undecided = append(s.undecided, c.place)
		}
	}
	return object{pointsType, s}
}
