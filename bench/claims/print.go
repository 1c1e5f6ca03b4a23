package main

import (
	"fmt"
	"io"

	"rolecall/press/claims"
	"rolecall/press/verdict"
)

// print writes the table of a set: by kind, all, the mean of its texts, and how far
// the verdicts rest on right readings.
func (t *tally) print(out io.Writer, heading string) {
	fmt.Fprintf(out, "\n%s: %d texts\n%-14s %9s %7s %6s %9s %9s %6s %6s\n", heading, t.texts, "", "precision", "recall", "F1", "labelled", "recalled", "found", "right")
	for _, k := range claims.Kinds() {
		if c := t.kinds[k]; c != nil {
			c.print(out, string(k))
		}
	}
	t.all().print(out, "all")
	precision, recall := t.means()
	fmt.Fprintf(out, "%-14s %9.3f %7.3f %6.3f\n", "mean by text", precision, recall, harmonic(precision, recall))
	fmt.Fprintf(out, "optional labels found: %d; season said where the label says one: %d of %d", t.optional, t.seasonsSaid, t.seasons)
	if t.verdicts > 0 {
		fmt.Fprintf(out, "; verdict as labelled: %d of %d", t.verdictsRight, t.verdicts)
	}
	fmt.Fprintln(out)
	t.printReadings(out)
	t.causes.print(out)
}

func (c count) print(out io.Writer, name string) {
	fmt.Fprintf(out, "%-14s %9.3f %7.3f %6.3f %9d %9d %6d %6d\n", name, c.precision(), c.recall(), c.f1(), c.Labelled, c.Recalled, c.Found, c.Right)
}

// printReadings says of each verdict how many of the finds that got it are right
// readings: a verdict on a misreading is worth nothing, whatever the catalog holds.
func (t *tally) printReadings(out io.Writer) {
	fmt.Fprintf(out, "%-14s", "when it says")
	for _, f := range fates() {
		fmt.Fprintf(out, " %7s", f)
	}
	fmt.Fprintf(out, " %14s\n", "rightly read")
	for _, v := range verdict.Verdicts() {
		of := t.readings[v]
		fmt.Fprintf(out, "%-14s", v)
		for _, f := range fates() {
			fmt.Fprintf(out, " %7d", of[f])
		}
		if rated := of[right] + of[wrong]; rated > 0 {
			fmt.Fprintf(out, " %13.1f%%", 100*part(of[right], rated))
		}
		fmt.Fprintln(out)
	}
}

// line is the total of a set on one line.
func (t *tally) line(out io.Writer, name string) {
	c := t.all()
	contradicted := t.readings[verdict.Contradicted]
	fmt.Fprintf(out, "%-22s P %.3f  R %.3f  F1 %.3f  (%d of %d labels, %d of %d finds right, %d contradicted on a misreading)\n",
		name, c.precision(), c.recall(), c.f1(), c.Recalled, c.Labelled, c.Right, c.Found, contradicted[wrong])
}

func (f *caseFigures) print(out io.Writer, name string) {
	fmt.Fprintf(out, "\n%s: C wrongly contradicted, S wrongly supported, M missed, O other\n%-22s %9s %4s %4s %4s %4s\n", name, "class", "passed", "C", "S", "M", "O")
	for _, class := range f.order {
		n := f.Classes[class]
		fmt.Fprintf(out, "%-22s %9s %4d %4d %4d %4d\n", class, fmt.Sprintf("%d/%d", n.Passed, n.Total), n.Contradicted, n.Supported, n.Missed, n.Other)
	}
}

func (f *caseFigures) line(out io.Writer, name string) {
	fmt.Fprintf(out, "%-22s %d of %d right, %d wrongly contradicted, %d wrongly supported, %d missed, %d other; of %d that must be settled %d are (%.0f %%)\n",
		name, f.All.Passed, f.All.Total, f.All.Contradicted, f.All.Supported, f.All.Missed, f.All.Other,
		f.MustSettle.Total, f.MustSettle.Passed, 100*part(f.MustSettle.Passed, f.MustSettle.Total))
}
