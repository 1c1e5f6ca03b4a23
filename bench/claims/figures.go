package main

import (
	"encoding/json"
	"os"

	"rolecall/press/claims"
	"rolecall/press/verdict"
)

// figures are what -json writes.
type figures struct {
	Sets     []setFigures `json:"sets"`
	Verdicts []namedCases `json:"verdicts,omitempty"`
}

type namedCases struct {
	Name   string `json:"name"`
	Unread bool   `json:"unread"`
	caseFigures
}

type setFigures struct {
	Name   string `json:"name"`
	Unread bool   `json:"unread"`
	Texts  int    `json:"texts"`
	rates
	// ByText is the mean of the texts.
	ByText   rates                            `json:"by_text"`
	Kinds    map[claims.Kind]kindFigures      `json:"kinds"`
	Readings map[verdict.Verdict]map[fate]int `json:"readings"`
	Optional int                              `json:"optional_found"`
}

type rates struct {
	Precision float64 `json:"precision"`
	Recall    float64 `json:"recall"`
	F1        float64 `json:"f1"`
}

type kindFigures struct {
	rates
	count
}

func (c count) rates() rates { return rates{c.precision(), c.recall(), c.f1()} }

func (t *tally) figures(name string, unread bool) setFigures {
	precision, recall := t.means()
	f := setFigures{
		Name: name, Unread: unread, Texts: t.texts, rates: t.all().rates(), ByText: rates{precision, recall, harmonic(precision, recall)},
		Kinds: make(map[claims.Kind]kindFigures), Readings: t.readings, Optional: t.optional,
	}
	for k, c := range t.kinds {
		f.Kinds[k] = kindFigures{c.rates(), *c}
	}
	return f
}

func (f figures) write(path string) error {
	content, err := json.MarshalIndent(f, "", "  ")
	if err != nil {
		return err
	}
	return os.WriteFile(path, append(content, '\n'), 0o644)
}
