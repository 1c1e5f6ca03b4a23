package main

import (
	"fmt"
	"io"
	"slices"
	"strings"

	"rolecall/press"
	"rolecall/press/verdict"
)

// verdictCase is a short text with a place in it, and which verdicts there are right.
type verdictCase struct {
	ID    string `json:"id"`
	Class string `json:"class"`
	Text  string `json:"text"`
	// Target is the stretch that bears the claim.
	Target string `json:"target"`
	Kind   string `json:"kind"`
	// Allowed are the verdicts that are right, "absent" if finding no claim is right
	// too; Forbidden those that are wrong.
	Allowed   []string `json:"allowed"`
	Forbidden []string `json:"forbidden"`
	Why       string   `json:"why"`
}

// caseSet is cases under a name. Those of an unread set are as unread as a text's.
type caseSet struct {
	name   string
	unread bool
	cases  []verdictCase
}

const absent = "absent"

// check says what is wrong with the case itself.
func (c verdictCase) check() error {
	known := []string{absent}
	for _, v := range verdict.Verdicts() {
		known = append(known, string(v))
	}
	switch {
	case strings.Count(c.Text, c.Target) != 1:
		return fmt.Errorf("%s: the target is not in the text exactly once", c.ID)
	case len(c.Allowed) == 0:
		return fmt.Errorf("%s: nothing is allowed", c.ID)
	}
	for _, v := range slices.Concat(c.Allowed, c.Forbidden) {
		if !slices.Contains(known, v) {
			return fmt.Errorf("%s: unknown verdict %q", c.ID, v)
		}
		if slices.Contains(c.Allowed, v) && slices.Contains(c.Forbidden, v) {
			return fmt.Errorf("%s: %s is allowed and forbidden", c.ID, v)
		}
	}
	return nil
}

// settles is the verdict that the case needs, or empty where several will do.
func (c verdictCase) settles() string {
	if len(c.Allowed) == 1 && c.Allowed[0] != string(verdict.Unverifiable) && c.Allowed[0] != absent {
		return c.Allowed[0]
	}
	return ""
}

// outcome is what became of a case. A case that did not pass has a forbidden verdict, or
// no claim at its target, or other claims than the one needed.
type outcome struct {
	passed bool
	wrong  []string
	missed bool
	other  bool
	here   []press.Claim
}

// judge compares the claims at the target with what is allowed there.
func (c verdictCase) judge(r press.Report) outcome {
	var o outcome
	target, is := loosely(r.Article.Text, c.Target)
	for _, claim := range r.Claims {
		if is && claim.Start < target.End && target.Start < claim.End {
			o.here = append(o.here, claim)
		}
	}
	if len(o.here) == 0 {
		o.passed = slices.Contains(c.Allowed, absent)
		o.missed = !o.passed
		return o
	}
	allowed := false
	for _, claim := range o.here {
		v := string(claim.Verdict)
		allowed = allowed || slices.Contains(c.Allowed, v)
		if slices.Contains(c.Forbidden, v) && !slices.Contains(o.wrong, v) {
			o.wrong = append(o.wrong, v)
		}
	}
	o.passed = allowed && len(o.wrong) == 0
	o.other = !allowed && len(o.wrong) == 0
	return o
}

// show lists a case that did not pass with the claims at its target.
func (o outcome) show(out io.Writer, c verdictCase) {
	fmt.Fprintf(out, "%s [%s] %q\n    target %q: allowed %s, forbidden %s (%s)\n", c.ID, c.Class, c.Text, c.Target,
		strings.Join(c.Allowed, "/"), strings.Join(c.Forbidden, "/"), c.Why)
	for _, claim := range o.here {
		fmt.Fprintf(out, "    %s: %s: %s\n", claim.Verdict, found(claim), claim.Reason)
	}
	if len(o.here) == 0 {
		fmt.Fprintln(out, "    no claim there")
	}
}
