package web

import (
	"fmt"
	"slices"

	"rolecall"
	"rolecall/catalog"
	"rolecall/chart"
	"rolecall/phrase"
)

// plotsOf are how a title stands in some roles, a figure each: the shares of all that are
// compared, this one named. A dot stands for as many titles in each.
func plotsOf(t rolecall.Title, who string, roles []catalog.Rarity, near map[rolecall.Role][]catalog.Neighbour) []figureView {
	var all []chart.Stack
	panels := phrase.Each(roles, func(r catalog.Rarity) chart.Dots {
		d := dotsOf(t, r, near[r.Role])
		all = append(all, d.Stacks...)
		return d
	})
	figures := make([]figureView, len(panels))
	for i, d := range panels {
		d.Beside = all
		figures[i] = figureOf(chart.Chart{Title: phrase.Capital(phrase.Titles(roles[i].AtOrAbove.Of)) + " by the share of " + who + " among " + phrase.Roles(roles[i].Role),
			Asked: "This one: " + d.Own.Value, Panels: []chart.Panel{d}})
	}
	return figures
}

// dotsOf are the titles that are compared in a role, by their shares.
func dotsOf(t rolecall.Title, r catalog.Rarity, near []catalog.Neighbour) chart.Dots {
	share := r.Count.Share()
	d := chart.Dots{Kind: string(t.Kind), Own: chart.Own{Name: t.Label(), Value: phrase.Share(share), From: catalog.StepOf(share.Lower), To: catalog.StepOf(share.Upper)}}
	for i := range catalog.Steps {
		d.Stacks = append(d.Stacks, chart.Stack{Settled: r.Spread.Settled[i], Partly: r.Spread.Partly[i], Words: stackWords(t.Kind, r.Spread, i, near)})
	}
	return d
}

// mostNamed is how many titles near this one are named where their stack is pointed at.
const mostNamed = 3

// stackWords say what stands at a step: "30 to under 35 %: 12 films, of which 3 are known in
// part, among them …".
func stackWords(kind rolecall.Kind, s catalog.Spread, step int, near []catalog.Neighbour) string {
	n := s.Settled[step] + s.Partly[step]
	words := stepWords(step) + ": " + phrase.Grouped(n) + " " + phrase.Agree(n, string(kind), kind.Plural())
	if partly := s.Partly[step]; partly > 0 {
		words += ", of which " + phrase.Grouped(partly) + " known in part"
	}
	here := slices.DeleteFunc(slices.Clone(near), func(n catalog.Neighbour) bool { return catalog.StepOf(n.Count.Share().Known) != step })
	if len(here) == 0 {
		return words
	}
	names := phrase.Each(here[:min(len(here), mostNamed)], func(n catalog.Neighbour) string { return n.Title.Label() })
	return words + ", among them " + phrase.And(names)
}

// stepWords is the share of a step: "0 %", "30 to under 35 %".
func stepWords(step int) string {
	const wide = 100 / (catalog.Steps - 2)
	switch step {
	case 0:
		return rolecall.Fraction{Numerator: 0, Denominator: 1}.Percent()
	case 1:
		return fmt.Sprintf("above 0 and under %d %%", wide)
	case catalog.Steps - 1:
		return rolecall.Fraction{Numerator: 1, Denominator: 1}.Percent()
	}
	return fmt.Sprintf("%d to under %d %%", wide*(step-1), wide*step)
}
