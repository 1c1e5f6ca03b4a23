package main

import (
	"fmt"
	"io"
)

// show lists, on a line each, the labels that were missed, what they were taken for and why,
// and the wrong finds, what is labelled there and why.
func (a assessment) show(out io.Writer, kind string, n names) {
	near := rule{near: true}
	for i, label := range a.labels {
		if _, matched := a.matched[i]; matched || label.optional() || kind != "" && label.Kind != kind {
			continue
		}
		why := "nothing found there"
		for _, find := range a.finds {
			if near.of(label, find) != another {
				why = "read as " + find.String()
				break
			}
		}
		fmt.Fprintf(out, "miss\t%s\t%s\t%q\t%s\t%s\t%s\n", a.text.ID, label.Kind, label.Quote, label, why, a.whyMissed(label, n))
	}
	for j, find := range a.finds {
		if a.fates[j] != wrong || kind != "" && find.Kind != kind {
			continue
		}
		why := "nothing labelled there"
		for _, label := range a.labels {
			if near.of(label, find) != another {
				why = "label: " + label.String()
				break
			}
		}
		fmt.Fprintf(out, "wrong\t%s\t%s\t%q\t%s %s\t%s\t%s\n", a.text.ID, find.Kind, find.Quote, find, find.Verdict, why, a.whyWrong(find))
	}
	for i, label := range a.labels {
		j, matched := a.matched[i]
		if matched && label.Verdict != "" && label.Verdict != a.finds[j].Verdict && (kind == "" || label.Kind == kind) {
			fmt.Fprintf(out, "verdict\t%s\t%s\t%q\t%s, not %s\n", a.text.ID, label.Kind, label.Quote, a.finds[j].Verdict, label.Verdict)
		}
	}
}
