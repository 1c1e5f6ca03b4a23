package standard

import (
	"fmt"
	"math/big"
	"slices"

	"cel.dev/cel-go/cel"
	"cel.dev/cel-go/common/ast"
	"cel.dev/cel-go/common/operators"
	"cel.dev/cel-go/common/types"
	"cel.dev/cel-go/common/types/ref"

	"rolecall"
)

// Verdict is what becomes of a criterion or of a whole standard.
type Verdict string

// The verdicts.
const (
	// Met is met whatever the unknown turns out to be.
	Met Verdict = "met"
	// NotMet is not met whatever it turns out to be.
	NotMet Verdict = "not_met"
	// Unknown depends on people whose gender is not stated or credits that are
	// not held.
	Unknown Verdict = "unknown"
	// NeedsJudgement depends on what credits cannot show.
	NeedsJudgement Verdict = "needs_judgement"
	// Counted is a count for which the standard sets no threshold.
	Counted Verdict = "counted"
)

// Verdicts are all verdicts.
func Verdicts() []Verdict { return []Verdict{Met, NotMet, Unknown, NeedsJudgement, Counted} }

func (v Verdict) truth() truth {
	switch v {
	case Met:
		return yes
	case NotMet:
		return no
	}
	return unsettled
}

// Assessment is what a standard says of a title.
type Assessment struct {
	Standard *Standard
	Title    rolecall.Title
	// Reading is how what is not known was read; Coverage is what it rests on.
	Reading  rolecall.Reading
	Coverage []Coverage
	// Verdict is of the whole. It is Counted where the standard counts only, and
	// empty where it leaves its criteria side by side.
	Verdict Verdict
	// Tests are the comparisons that decide the whole.
	Tests   []Test
	Way     Way
	Results []Result
}

// Result is what becomes of a criterion.
type Result struct {
	Criterion Criterion
	Verdict   Verdict
	// Tests are the comparisons of the expression Met, in its order; of a
	// criterion that only counts, the one count.
	Tests []Test
	// Way says how they stand together.
	Way Way
	// Gaps are what is missing, where the verdict is Unknown.
	Gaps []Gap
}

// Way is how several comparisons stand together.
type Way string

// The ways.
const (
	// AllOf asks for every one.
	AllOf Way = "all"
	// OneOf asks for any.
	OneOf Way = "any"
	// Mixed does both; the expression itself says how.
	Mixed Way = "mixed"
)

// Test is one comparison as it came out.
type Test struct {
	// Groups are the groups counted, several where they were added, in Unit; Share
	// says that the count's share was compared.
	Groups []string
	Unit   rolecall.Unit
	Share  bool
	// Count is of the standard's genders; of points where Points is set.
	Count rolecall.Count
	// More says that there may be more than Count.Of.
	More   bool
	Points bool
	// Criterion is the criterion asked for, where the test is met(criterion).
	Criterion string
	// Operator is >=, >, <= or <; Threshold is nil where Against names the groups
	// compared with.
	Operator  string
	Threshold *big.Rat
	Against   []string

	outcome   truth
	undecided []int
}

// Holds reports whether the comparison certainly holds.
func (t Test) Holds() bool { return t.outcome == yes }

// Gap is what is missing in a group.
type Gap struct {
	Group string
	// Unstated are the people whose gender is not stated.
	Unstated []rolecall.Person
	// Uncredited are the roles in which leaf titles have no credit. Empty where
	// Unheld.
	Uncredited []Uncredited
	// Unheld says that no credit at all is held.
	Unheld bool
	// Partial says that a source lists only the principal people.
	Partial bool
}

// Needed is how many of Count.Of would have to be of the genders for the
// comparison to hold, and whether that can be said: of a mean of shares, of a group of which nobody is
// held, or may be missing, of a comparison with another group, or of one that
// asks for fewer, it cannot.
func (t Test) Needed() (int, bool) {
	if t.Threshold == nil || t.Operator != string(atLeast) && t.Operator != string(over) {
		return 0, false
	}
	if t.Unit == MeanShare || t.Share && (t.More || t.Count.Of == 0) {
		return 0, false
	}
	n := new(big.Rat).Set(t.Threshold)
	if t.Share {
		n.Mul(n, whole(t.Count.Of))
	}
	least := new(big.Int).Quo(n.Num(), n.Denom()) // towards 0: down, as n ≥ 0
	if !n.IsInt() || t.Operator == string(over) {
		least.Add(least, big.NewInt(1))
	}
	return int(least.Int64()), n.Sign() >= 0
}

// Assess says which criteria of the standard a title meets, in a reading. The error is a fault
// in the standard's file that only shows with these counts; there is none for a
// standard that Load has accepted.
func (s *Standard) Assess(of Subject, reading rolecall.Reading) (Assessment, error) {
	a := Assessment{Standard: s, Title: of.Title, Reading: reading, Coverage: s.coverage(of)}
	of = of.read(reading)
	asking := ask(s.counts(of, rolecall.Bounds))
	asking.of = &of
	for _, c := range s.Criteria {
		r, err := asking.assess(c)
		if err != nil {
			return Assessment{}, s.fault(c, err)
		}
		a.Results = append(a.Results, r)
	}
	return a, a.decide()
}

func (s *Standard) fault(c Criterion, err error) error {
	return fmt.Errorf("%s, criterion %s: %w", s.ID, c.ID, err)
}

// asking is what a title counts made ready for the expressions of a standard.
type asking struct {
	// of is the title, by which gaps are named; nil where nobody asks for them.
	of     *Subject
	trace  *trace
	values map[string]any
}

func ask(of counts) asking {
	t := new(trace)
	values := make(map[string]any, len(groupNames))
	for _, name := range groupNames {
		values[name] = object{groupType, member{t, name, of}}
	}
	return asking{trace: t, values: values}
}

func (a asking) assess(c Criterion) (Result, error) {
	switch {
	case c.count != nil:
		return a.count(c)
	case c.met != nil:
		return a.judge(c)
	}
	return Result{Criterion: c, Verdict: NeedsJudgement}, nil
}

func (a asking) count(c Criterion) (Result, error) {
	r := Result{Criterion: c, Verdict: Counted}
	value, err := c.count.eval(a.trace, a.values)
	if err != nil {
		return r, err
	}
	count := value.Value().(counted)
	r.Tests = []Test{{Groups: count.groups, Unit: count.unit, Share: count.share, Count: count.count, More: count.more}}
	r.Gaps = a.of.gaps(count.groups)
	return r, nil
}

func (a asking) judge(c Criterion) (Result, error) {
	r := Result{Criterion: c, Way: c.met.way()}
	met, tests, missing, err := a.decide(c.met)
	if err != nil {
		return r, err
	}
	r.Tests = tests
	notMet := negation(met)
	if c.notMet != nil {
		var also []string
		if notMet, _, also, err = a.decide(c.notMet); err != nil {
			return r, err
		}
		missing = append(missing, also...)
	}
	if r.Verdict = verdictOf(met, notMet); r.Verdict == Unknown {
		r.Gaps = a.of.gaps(missing)
	}
	return r, nil
}

func negation(t truth) truth {
	switch t {
	case yes:
		return no
	case no:
		return yes
	}
	return unsettled
}

// verdictOf puts together what suffices and what suffices for the contrary.
// Where neither holds, the criterion needs a judgement.
func verdictOf(met, notMet truth) Verdict {
	switch {
	case met == yes:
		return Met
	case notMet == yes:
		return NotMet
	case met == no && notMet == no:
		return NeedsJudgement
	}
	return Unknown
}

// decide evaluates an expression of a criterion. Where it comes to no decision,
// it names the groups that stand in the way.
func (a asking) decide(e *expression) (truth, []Test, []string, error) {
	a.trace.tests = nil
	value, err := e.eval(a.trace, a.values)
	if err != nil {
		return unsettled, nil, nil, err
	}
	outcome, marks := truthOf(value)
	var missing []string
	for _, mark := range marks {
		test := a.trace.tests[mark-1]
		missing = append(append(missing, test.Groups...), test.Against...)
	}
	return outcome, a.trace.tests, missing, nil
}

// truthOf reads what an expression came to, and the marks of the comparisons
// that left it open.
func truthOf(value ref.Val) (truth, []int64) {
	switch v := value.(type) {
	case *types.Unknown:
		return unsettled, v.IDs()
	case types.Bool:
		if v {
			return yes, nil
		}
	}
	return no, nil
}

// decide says what becomes of the whole by what became of the criteria.
func (a *Assessment) decide() error {
	if a.Standard.passes == nil {
		if !slices.ContainsFunc(a.Results, func(r Result) bool { return r.Verdict != Counted }) {
			a.Verdict = Counted
		}
		return nil
	}
	if err := a.pass(); err != nil {
		return fmt.Errorf("%s: %w", a.Standard.ID, err)
	}
	return nil
}

// pass evaluates the standard's decision over its criteria. Where it is open
// only because of judgements, it needs a judgement.
func (a *Assessment) pass() error {
	t := &trace{results: a.Results}
	values := make(map[string]any, len(a.Results)+1)
	all := make([]ref.Val, len(a.Results))
	for i, r := range a.Results {
		all[i] = object{criterionType, judged{t, i}}
		values[r.Criterion.ID] = all[i]
	}
	values["criteria"] = types.NewRefValList(types.DefaultTypeAdapter, all)
	value, err := a.Standard.passes.eval(t, values)
	if err != nil {
		return err
	}
	a.Tests, a.Way = t.tests, a.Standard.passes.way()
	outcome, marks := truthOf(value)
	switch outcome {
	case yes:
		a.Verdict = Met
		return nil
	case no:
		a.Verdict = NotMet
		return nil
	}
	a.Verdict = NeedsJudgement
	for _, mark := range marks {
		for _, place := range t.tests[mark-1].undecided {
			if a.Results[place].Verdict == Unknown {
				a.Verdict = Unknown
			}
		}
	}
	return nil
}

// gaps are what is missing in the groups named, each once, in the order of
// GroupNames.
func (s *Subject) gaps(names []string) []Gap {
	if s == nil {
		return nil
	}
	var gaps []Gap
	for _, name := range inOrder(names) {
		g := s.group(name)
		gap := Gap{Group: name, Unstated: g.Unstated, Uncredited: g.Uncredited, Unheld: g.People.Total() == 0, Partial: g.Partial}
		if gap.Unheld {
			gap.Uncredited = nil
		}
		if gap.Unheld || gap.Partial || len(gap.Unstated) > 0 || len(gap.Uncredited) > 0 {
			gaps = append(gaps, gap)
		}
	}
	return gaps
}

// inOrder are the names of groups, each once: those of GroupNames first, in their order.
func inOrder(names []string) []string {
	all := slices.DeleteFunc(slices.Clone(groupNames), func(name string) bool { return !slices.Contains(names, name) })
	for _, name := range names {
		if !slices.Contains(all, name) {
			all = append(all, name)
		}
	}
	return all
}

// eval evaluates an expression whose values were made for the trace.
func (e *expression) eval(t *trace, values map[string]any) (ref.Val, error) {
	value, _, err := e.program.Eval(values)
	if t.fault != nil {
		return nil, t.fault
	}
	if err != nil {
		return nil, fmt.Errorf("“%s”: %w", e.text, err)
	}
	return value, nil
}

func (e *expression) way() Way {
	switch {
	case e.negated, e.either && e.both:
		return Mixed
	case e.either:
		return OneOf
	}
	return AllOf
}

// inspect notes how the comparisons of an expression stand together, and whether
// there is anything in it that differs from title to title.
func (e *expression) inspect(checked *cel.Ast) {
	e.sums = sumsOf(checked.NativeRep().Expr())
	ast.PreOrderVisit(checked.NativeRep().Expr(), ast.NewExprVisitor(func(node ast.Expr) {
		switch node.Kind() {
		case ast.IdentKind:
			e.names = append(e.names, node.AsIdent())
		case ast.ListKind:
			e.empty = e.empty || node.AsList().Size() == 0
		case ast.CallKind:
			name := node.AsCall().FunctionName()
			e.negated = e.negated || name == operators.LogicalNot
			e.either = e.either || name == operators.LogicalOr
			e.both = e.both || name == operators.LogicalAnd
			if _, counts := unitsOf[name]; counts && e.fault == nil {
				if of := node.AsCall().Args()[0]; groupOf(of) == "" {
					e.fault = groupFault(of.AsCall().FunctionName())
				}
			}
		}
	}))
}
