package main

import (
	"fmt"
	"math/rand/v2"
	"slices"
	"strings"

	"rolecall"
	"rolecall/source/starter"
)

// row is one fact that a page can bear out or not.
type row struct {
	// Kind is credit, statement or date; Key names the row among those of its kind.
	Kind, Key string
	// Says is the fact in words.
	Says      string
	addresses []string
}

// rowsOf are all rows that can be drawn, in the order of the files.
func rowsOf(facts *starter.Facts) (rows []row) {
	names, labels, addresses := make(map[string]string), labelsOf(facts), make(map[string]string)
	for _, p := range facts.People {
		names[p.ID] = p.Name
	}
	for _, p := range facts.Pages {
		addresses[p.Key] = p.Address
	}
	add := func(kind, key, says string, citations []string) {
		r := row{Kind: kind, Key: key, Says: says}
		for _, c := range citations {
			r.addresses = append(r.addresses, addresses[c])
		}
		rows = append(rows, r)
	}
	for _, c := range facts.Credits {
		role := string(c.Role)
		for _, more := range append([]string{c.Job}, c.Characters...) {
			if more != "" {
				role += ", " + more
			}
		}
		add("credit", strings.Join([]string{c.TitleID, string(c.Role), c.PersonID}, " "),
			fmt.Sprintf("%s: %s (%s)", labels[c.TitleID], names[c.PersonID], role), c.Citations)
	}
	for _, s := range facts.Statements {
		add("statement", s.PersonID+" "+s.Citation, fmt.Sprintf("%s is a %s, by a %s: “%s”", names[s.PersonID], s.Gender.Words(), s.Form, s.Wording), []string{s.Citation})
	}
	for _, t := range facts.Titles {
		if !t.Released.IsZero() {
			add("date", t.ID, fmt.Sprintf("%s was first shown on %s", labels[t.ID], t.Released), t.Citations)
		}
	}
	return rows
}

// labelsOf are the titles as they are spoken of.
func labelsOf(facts *starter.Facts) map[string]string {
	series, labels := make(map[string]string), make(map[string]string)
	for _, t := range facts.Titles {
		if t.Kind == rolecall.Series {
			series[t.ID] = t.Name
		}
		t.SeriesName = series[t.SeriesID]
		labels[t.ID] = t.Label()
	}
	return labels
}

// draw is a sample of the rows without repetition, the same for the same seed.
func draw(rows []row, seed uint64, n int) []row {
	rows = slices.Clone(rows)
	random := rand.New(rand.NewPCG(seed, 0))
	random.Shuffle(len(rows), func(i, j int) { rows[i], rows[j] = rows[j], rows[i] })
	return rows[:max(0, min(n, len(rows)))]
}
