package standard

import (
	"slices"

	"cel.dev/cel-go/common/ast"
	"cel.dev/cel-go/common/operators"

	"rolecall"
	"rolecall/catalog"
)

// counts are all that a standard measures of a title, for the standard's genders.
type counts struct {
	measures []catalog.Measure
	measured []catalog.Measured
}

func (c counts) of(m catalog.Measure) catalog.Measured {
	return c.measured[slices.Index(c.measures, m)]
}

// total adds up the measures at some places.
func (c counts) total(places []int) (all catalog.Measured) {
	for _, i := range places {
		one := c.measured[i]
		all.Count.Certain += one.Count.Certain
		all.Count.Possible += one.Count.Possible
		all.Count.Of += one.Count.Of
		all.Open = all.Open || one.Open
	}
	return all
}

// expressions are those of a criterion.
func (c Criterion) expressions() []*expression {
	return slices.DeleteFunc([]*expression{c.count, c.met, c.notMet}, func(e *expression) bool { return e == nil })
}

// Counted are the measures that a criterion which only counts adds up; none of another.
func (c Criterion) Counted() []catalog.Measure {
	if c.count == nil {
		return nil
	}
	return c.count.sums[0]
}

// measures are what the standard measures of a title, each once. A reading that leaves
// out what is not known wants the people of each group too, which tell how far it is known.
func (s *Standard) measures(r rolecall.Reading) (all []catalog.Measure) {
	add := func(m catalog.Measure) {
		if !slices.Contains(all, m) {
			all = append(all, m)
		}
	}
	for _, c := range s.Criteria {
		for _, e := range c.expressions() {
			for _, sum := range e.sums {
				for _, m := range sum {
					if add(m); r.LeavesOut() {
						add(catalog.Measure{Group: m.Group, Unit: rolecall.People})
					}
				}
			}
		}
	}
	return all
}

// counts are those of one title, to be read so.
func (s *Standard) counts(of Subject, r rolecall.Reading) counts {
	all := counts{measures: s.measures(r)}
	for _, m := range all.measures {
		if m.Unit == MeanShare { // which is no sum of people that could be read later
			all.measured = append(all.measured, meanOf(of.read(r), string(m.Group), s.Genders))
			continue
		}
		g := of.group(string(m.Group))
		if r.LeavesOut() {
			g.InPart = nil
		}
		all.measured = append(all.measured, partly(m, g.count(m.Unit, s.Genders), g.Partial && !r.LeavesOut()))
	}
	return all
}

// partly is what a measure comes to where a source lists only the principal people:
// anybody may be missing on every title.
func partly(m catalog.Measure, of catalog.Measured, partial bool) catalog.Measured {
	switch {
	case !partial:
	case m.Unit == rolecall.TitlesAny:
		of.Count.Possible = of.Count.Of
	case m.Unit == rolecall.TitlesAll:
		of.Count.Certain = 0
	default:
		of.Open = true
	}
	return of
}

// unitsOf are the units by the function that counts in them.
var unitsOf = map[string]rolecall.Unit{
	"people": rolecall.People, "credits": rolecall.Credits, "titles_any": rolecall.TitlesAny, "titles_all": rolecall.TitlesAll,
	"mean_share": MeanShare,
}

// sumsOf are the counts in an expression of a criterion that are not part of another:
// what is compared, or shared out. All that it comes to depends on them alone.
func sumsOf(node ast.Expr) [][]catalog.Measure {
	if sum := sumOf(node); sum != nil {
		return [][]catalog.Measure{sum}
	}
	var sums [][]catalog.Measure
	if node.Kind() == ast.CallKind {
		for _, part := range node.AsCall().Args() {
			sums = append(sums, sumsOf(part)...)
		}
	}
	return sums
}

// sumOf are the measures that a count adds up; nil for what is no count.
func sumOf(node ast.Expr) []catalog.Measure {
	if node.Kind() != ast.CallKind {
		return nil
	}
	call := node.AsCall()
	if unit, counts := unitsOf[call.FunctionName()]; counts {
		return []catalog.Measure{{Group: catalog.Group(groupOf(call.Args()[0])), Unit: unit}}
	}
	if call.FunctionName() != operators.Add {
		return nil
	}
	return append(sumOf(call.Args()[0]), sumOf(call.Args()[1])...)
}
