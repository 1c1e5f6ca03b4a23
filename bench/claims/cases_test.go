package main

import (
	"testing"

	"rolecall/press"
	"rolecall/press/article"
	"rolecall/press/english"
	"rolecall/press/verdict"
)

func TestJudge(t *testing.T) {
	const text = "Some say so.\n- Ann  Lee directed it. It won."
	report := func(start, end int, verdicts ...verdict.Verdict) press.Report {
		r := press.Report{Article: article.Article{Text: text}}
		for _, v := range verdicts {
			r.Claims = append(r.Claims, press.Claim{Span: english.Span{Start: start, End: end}, Ruling: verdict.Ruling{Verdict: v}})
		}
		return r
	}
	needed := verdictCase{Class: "c", Target: "Ann Lee directed", Allowed: []string{"supported"}, Forbidden: []string{"contradicted"}}
	open := verdictCase{Class: "c", Target: "Ann Lee directed", Allowed: []string{"unverifiable", "absent"}, Forbidden: []string{"supported"}}
	for _, c := range []struct {
		name   string
		of     verdictCase
		report press.Report
		want   outcomes
	}{
		{"as needed", needed, report(15, 24, verdict.Supported), outcomes{Passed: 1, Total: 1}},
		{"forbidden", needed, report(15, 24, verdict.Contradicted), outcomes{Total: 1, Contradicted: 1}},
		{"one allowed, one forbidden", needed, report(15, 24, verdict.Supported, verdict.Contradicted), outcomes{Total: 1, Contradicted: 1}},
		{"twice forbidden is one case", needed, report(15, 24, verdict.Contradicted, verdict.Contradicted), outcomes{Total: 1, Contradicted: 1}},
		{"refused", needed, report(15, 24, verdict.Unverifiable), outcomes{Total: 1, Other: 1}},
		{"elsewhere", needed, report(0, 10, verdict.Supported), outcomes{Total: 1, Missed: 1}},
		{"absent, as allowed", open, report(0, 10, verdict.Supported), outcomes{Passed: 1, Total: 1}},
		{"wrongly supported", open, report(15, 24, verdict.Supported), outcomes{Total: 1, Supported: 1}},
		{"refused, as allowed", open, report(15, 24, verdict.Unverifiable), outcomes{Passed: 1, Total: 1}},
	} {
		var f caseFigures
		f.add(c.of, c.of.judge(c.report))
		if f.All != c.want {
			t.Errorf("%s: %+v, want %+v", c.name, f.All, c.want)
		}
		if f.MustSettle.Total > 0 != (c.of.settles() != "") || f.Classes["c"] != f.All {
			t.Errorf("%s: %+v", c.name, f)
		}
	}
}

func TestSettles(t *testing.T) {
	for _, c := range []struct {
		allowed []string
		want    string
	}{
		{[]string{"supported"}, "supported"}, {[]string{"contradicted"}, "contradicted"}, {[]string{"unverifiable"}, ""},
		{[]string{"absent"}, ""}, {[]string{"supported", "unverifiable"}, ""},
	} {
		if got := (verdictCase{Allowed: c.allowed}).settles(); got != c.want {
			t.Errorf("%v: %q, want %q", c.allowed, got, c.want)
		}
	}
}

func TestCaseFaults(t *testing.T) {
	for _, c := range []verdictCase{
		{Text: "a b a", Target: "a", Allowed: []string{"supported"}},
		{Text: "a", Target: "a"},
		{Text: "a", Target: "a", Allowed: []string{"true"}},
		{Text: "a", Target: "a", Allowed: []string{"supported"}, Forbidden: []string{"supported"}},
	} {
		if c.check() == nil {
			t.Errorf("%+v is taken", c)
		}
	}
}
