package main

import (
	"slices"

	"rolecall/press/verdict"
)

// outcomes counts cases.
type outcomes struct {
	Passed       int `json:"passed"`
	Total        int `json:"total"`
	Contradicted int `json:"wrongly_contradicted"`
	Supported    int `json:"wrongly_supported"`
	Missed       int `json:"missed"`
	Other        int `json:"other"`
}

func (n *outcomes) add(o outcome) {
	for _, c := range []struct {
		is    bool
		count *int
	}{
		{true, &n.Total}, {o.passed, &n.Passed}, {o.missed, &n.Missed}, {o.other, &n.Other},
		{slices.Contains(o.wrong, string(verdict.Contradicted)), &n.Contradicted},
		{slices.Contains(o.wrong, string(verdict.Supported)), &n.Supported},
	} {
		if c.is {
			*c.count++
		}
	}
}

// caseFigures are the outcomes of all cases, by class in the order of the file, and of
// those that must be settled.
type caseFigures struct {
	All     outcomes            `json:"all"`
	Classes map[string]outcomes `json:"classes"`
	// MustSettle are the cases where nothing but supported, or nothing but
	// contradicted, is allowed.
	MustSettle outcomes `json:"must_be_settled"`
	order      []string
}

func (f *caseFigures) add(c verdictCase, o outcome) {
	if f.Classes == nil {
		f.Classes = make(map[string]outcomes)
	}
	of, seen := f.Classes[c.Class]
	if !seen {
		f.order = append(f.order, c.Class)
	}
	of.add(o)
	f.Classes[c.Class] = of
	f.All.add(o)
	if c.settles() != "" {
		f.MustSettle.add(o)
	}
}
