package export

import (
	"regexp"
	"strings"

	"rolecall"
)

// Terms are what a licence lets anybody do with rows.
type Terms struct {
	// PassedOn says that they may be passed on to anybody.
	PassedOn bool
	// Name is the licence's own short name, as SPDX has it, and Address where it lies; both
	// empty where it is none of those known.
	Name, Address string
}

// licences are the words by which terms are known, the first that fits deciding. What
// forbids something comes first. A licence that is none of these says nothing that lets
// rows be passed on, so they are not.
var licences = []struct {
	words *regexp.Regexp
	terms Terms
}{
	{regexp.MustCompile(`non-?commercial|\bby-nc\b|-nd\b|\bprivate\b|\bpersonal\b|all rights reserved|confidential`), Terms{}},
	{regexp.MustCompile(`\bcc0\b|public domain`), Terms{true, "CC0-1.0", "https://creativecommons.org/publicdomain/zero/1.0/"}},
	{regexp.MustCompile(`\bcc[ -]by[ -]sa[ -]4\.0\b`), Terms{true, "CC-BY-SA-4.0", "https://creativecommons.org/licenses/by-sa/4.0/"}},
	{regexp.MustCompile(`\bcc[ -]by[ -]4\.0\b`), Terms{true, "CC-BY-4.0", "https://creativecommons.org/licenses/by/4.0/"}},
	{regexp.MustCompile(`\bodbl\b|open database license`), Terms{true, "ODbL-1.0", "https://opendatacommons.org/licenses/odbl/1-0/"}},
	{regexp.MustCompile(`\bodc-by\b`), Terms{true, "ODC-By-1.0", "https://opendatacommons.org/licenses/by/1-0/"}},
	{regexp.MustCompile(`\bpddl\b`), Terms{true, "PDDL-1.0", "https://opendatacommons.org/licenses/pddl/1-0/"}},
	// A page of which one fact is told with its address is cited and not copied.
	{regexp.MustCompile(`\bsingle facts\b.*\bare cited\b`), Terms{PassedOn: true}},
}

// TermsOf are the terms of a licence as a source has it recorded.
func TermsOf(licence string) Terms {
	text := strings.ToLower(licence)
	for _, l := range licences {
		if l.words.MatchString(text) {
			return l.terms
		}
	}
	return Terms{}
}

// HeldBack are the sources of which rows may not be passed on.
func HeldBack(sources []rolecall.Source) (held []rolecall.Source) {
	for _, s := range sources {
		if !TermsOf(s.Licence).PassedOn {
			held = append(held, s)
		}
	}
	return held
}
