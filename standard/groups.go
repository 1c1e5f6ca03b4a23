package standard

import (
	"fmt"
	"slices"
	"strconv"
	"strings"

	"cel.dev/cel-go/common/ast"

	"rolecall"
	"rolecall/catalog"
	"rolecall/measure"
)

// The groups that expressions put together, beside the names of GroupNames.
const (
	// Supporting are the cast who are billed first nowhere.
	Supporting = "supporting"
	// topBilled are the cast billed first to n-th: top_billed(3).
	topBilled = "top_billed"
	// together are the people in any of some roles, each once: together([director, writer]).
	together = "together"
	// each are some roles of which the shares are averaged: mean_share([director, writer]).
	each = "each"
)

// mostBilled bounds top_billed: beyond, billing is a list and no order.
const mostBilled = 30

// topBilledName and togetherName are the names of such groups.
func topBilledName(n int) string { return fmt.Sprintf("%s(%d)", topBilled, n) }

func togetherName(roles []string) string { return severalName(together, roles) }

func severalName(kind string, roles []string) string {
	return kind + "(" + strings.Join(roles, ", ") + ")"
}

// TopBilled is how many are billed of a group of that kind, and whether it is one.
func TopBilled(group string) (n int, is bool) {
	if _, err := fmt.Sscanf(group, topBilled+"(%d)", &n); err != nil {
		return 0, false
	}
	return n, true
}

// Together are the roles of a group of that kind, and whether it is one.
func Together(group string) (roles []rolecall.Role, is bool) { return several(together, group) }

// Each are the roles of a group of that kind, and whether it is one.
func Each(group string) (roles []rolecall.Role, is bool) { return several(each, group) }

func several(kind, group string) (roles []rolecall.Role, is bool) {
	list, is := strings.CutPrefix(group, kind+"(")
	if !is {
		return nil, false
	}
	for word := range strings.SplitSeq(strings.TrimSuffix(list, ")"), ", ") {
		roles = append(roles, rolecall.Role(word))
	}
	return roles, true
}

// isCounted reports whether a catalog counts a measure of all titles by itself. It does not know on
// which titles one of several roles has no credit.
func isCounted(m catalog.Measure) bool {
	if m.Group == catalog.DepartmentHeads && isOfTitles(m.Unit) {
		return false
	}
	return m.Unit != MeanShare && m.Group != Supporting && slices.Contains(groupNames, string(m.Group))
}

// groupOf is the name of the group that an expression stands for; empty of what is none that can
// be named.
func groupOf(node ast.Expr) string {
	if node.Kind() == ast.IdentKind {
		return node.AsIdent()
	}
	if roles := namesIn(node); len(roles) > 0 {
		return severalName(each, roles)
	}
	if node.Kind() != ast.CallKind {
		return ""
	}
	switch call := node.AsCall(); call.FunctionName() {
	case topBilled:
		if n, is := literal(call.Args()[1]); is {
			return topBilledName(n)
		}
	case together:
		if roles := namesIn(call.Args()[0]); len(roles) > 0 {
			return togetherName(roles)
		}
	}
	return ""
}

func literal(node ast.Expr) (n int, is bool) {
	if node.Kind() != ast.LiteralKind {
		return 0, false
	}
	value, is := node.AsLiteral().Value().(int64)
	return int(value), is && value >= 1 && value <= mostBilled
}

// namesIn are the roles that a list names, none where it has anything else.
func namesIn(node ast.Expr) (names []string) {
	if node.Kind() != ast.ListKind {
		return nil
	}
	for _, element := range node.AsList().Elements() {
		if element.Kind() != ast.IdentKind || !slices.Contains(rolecall.Roles(), rolecall.Role(element.AsIdent())) {
			return nil
		}
		if name := element.AsIdent(); !slices.Contains(names, name) {
			names = append(names, name)
		}
	}
	return names
}

// asked is a group that is counted where a standard asks for it.
func (s Subject) asked(name string) (Group, bool) {
	if s.lineup == nil {
		return Group{}, false
	}
	if n, is := TopBilled(name); is {
		return topBilledGroup(*s.lineup, n, s.partial), true
	}
	roles, is := Together(name)
	if !is {
		roles, is = Each(name)
	}
	if is {
		return gatheredRoles(*s.lineup, roles, s.partial), true
	}
	return Group{}, false
}

// topBilledGroup are the cast billed first to n-th on some leaf title. Where the billing of some
// is not on record, or a leaf title has no cast, others may be among them.
func topBilledGroup(l measure.Lineup, n int, partial []rolecall.Role) Group {
	cast, _ := l.Role(rolecall.Cast)
	all := roleGroup(l, rolecall.Cast, partial)
	billed := slices.DeleteFunc(slices.Clone(cast.Credited), func(c measure.Credited) bool { return c.Billing < 1 || c.Billing > n })
	g := gathered(l, billed)
	g.Open = all.Open || slices.ContainsFunc(cast.Credited, func(c measure.Credited) bool { return c.Billing < 1 })
	g.Uncredited = all.Uncredited
	return g
}

// supportingGroup are the cast without the leads. Where nobody is known to lead, anybody may be
// either, so that nothing is known.
func supportingGroup(l measure.Lineup, partial []rolecall.Role) Group {
	all := roleGroup(l, rolecall.Cast, partial)
	if _, known := l.Lead(); !known {
		return Group{PerTitle: make(rolecall.PerTitle, len(l.Leaves)), Open: true, Uncredited: all.Uncredited}
	}
	cast, _ := l.Role(rolecall.Cast)
	g := gathered(l, slices.DeleteFunc(slices.Clone(cast.Credited), func(c measure.Credited) bool { return c.Billing == 1 }))
	g.Open, g.Partial, g.Uncredited = all.Open, all.Partial, all.Uncredited
	return g
}

// gatheredRoles are the people in any of some roles, each once.
func gatheredRoles(l measure.Lineup, roles []rolecall.Role, partial []rolecall.Role) Group {
	var credited []measure.Credited
	missing := Group{InPart: make([]bool, len(l.Leaves))}
	for _, role := range roles {
		count, _ := l.Role(role)
		credited = append(credited, count.Credited...)
		one := roleGroup(l, role, partial)
		missing.Open, missing.Partial = missing.Open || one.Open, missing.Partial || one.Partial
		missing.Uncredited = append(missing.Uncredited, one.Uncredited...)
		for i, t := range one.PerTitle {
			missing.InPart[i] = missing.InPart[i] || t.Total() == 0
		}
	}
	g := gathered(l, credited)
	g.Open, g.Partial, g.Uncredited = missing.Open, missing.Partial, missing.Uncredited
	if slices.Contains(missing.InPart, true) {
		g.InPart = missing.InPart
	}
	return g
}

// groupFault says what a call for a group must be given.
func groupFault(function string) error {
	switch function {
	case topBilled:
		return fmt.Errorf("top_billed takes a number from 1 to %s, as in top_billed(3)", strconv.Itoa(mostBilled))
	case together:
		return fmt.Errorf("together takes a list of roles, as in together([director, writer])")
	}
	return fmt.Errorf("a group is a name, top_billed(3) or together([director, writer]), and a mean is of a group or of a list of roles")
}
