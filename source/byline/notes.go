package byline

import (
	"regexp"
	"strings"
	"unicode"
)

var (
	// bracketed is a note in brackets.
	bracketed = regexp.MustCompile(`\s*[(\[]([^()\[\]]*)[)\]]`)
	// saysMore begins or is a note about the work.
	saysMore = regexp.MustCompile(`(?i)^(un-?credited|credited|credit only|story|screen ?play|tele ?play|screen ?story|script|written|writer|novel|book|comics?|play|short story|poem|article|manga|characters?|created|creator|co-|direct(ed|or)|dir\.?|produce[rd]|prod\.?|exec|segments?|sequences?|episodes?|eps?\b|seasons?|series|parts?|pilot|voice|narrat|archive|scenes?|additional|original|consulting|adapt|dialogue|lyrics|music|idea|based on|developed|supervising|second unit|2nd unit|first|last|final|opening|closing|guest|main|lead|attached|unconfirmed|tb[acd]\b|pending|\?+$|rumou?red|deceased|posthumous|p\.?g\.?a\.?|d\.?g\.?a\.?|w\.?g\.?a\.?|a\.?s\.?c\.?|b\.?s\.?c\.?|a\.?c\.?e\.?|s\d+|s\d+e\d+|#?\d+(\.\d+)?\s*(eps?|episodes?)|also|and |for |from |in |to |on |only|except|until|since|solo|uncut|live|credits?\b)`)
	// saysAName begins a note of what somebody is or was called otherwise.
	saysAName = regexp.MustCompile(`(?i)^(as\b|a\.?k\.?a\.?\b|born\b|n[ée]e\b|née\b|né\b|formerly\b|previously\b|credited as\b|billed as\b|also known as\b|real name\b|pseudonym)`)
	// otherName is the same without brackets, at the end.
	otherName = regexp.MustCompile(`\s(?:a\.?k\.?a\.?|A\.?K\.?A\.?|née|né|formerly|previously|as|born as|credited as|billed as|also known as)\s+\S.*$`)
	// pronouns are no part of a name.
	pronouns = regexp.MustCompile(`(?i)^(she|he|they|her|him|them|hers|his|theirs|it|any)(\s*[/,]\s*(she|he|they|her|him|them|hers|his|theirs|it|its|any))+$`)
	// address is where to write to somebody.
	address = regexp.MustCompile(`\s*<[^<>@]*@[^<>@]*>`)
	// question says of a name that it is not sure.
	question = regexp.MustCompile(`\s*(\?+|\b(?:TBC|TBD|TBA))$`)
	// jobBehind is a note behind a colon or a dash at the end.
	jobBehind = regexp.MustCompile(`\s*(?::| [–—-]) ([^:–—]+)$`)
	// dashed is a note behind a dash at the end.
	dashed     = regexp.MustCompile(`(?i)\s*[–—-]\s*((?:un-?credited|not credited)\b.*)$`)
	uncredited = regexp.MustCompile(`(?i)^(un-?credited|not credited)$`)
	// reference is a mark of a footnote.
	reference = regexp.MustCompile(`(\s*\[\w{1,3}\]|[*†‡§]+)$`)
)

// takeNotes takes from a name what stands beside it and says more of the work. A
// name that somebody had besides is left aside, as a former name is never held
// (docs/method.md, rule 4); others says how many there were. What is in brackets
// and is none of these stays: it may tell two people of one name apart, as "(II)"
// does.
func takeNotes(text string) (n Name, others int) {
	if said := dashed.FindStringSubmatch(text); said != nil && !strings.HasPrefix(text, said[0]) {
		text = strings.TrimSuffix(text, said[0])
		n.Notes = append(n.Notes, strings.TrimSpace(said[1]))
	}
	text = address.ReplaceAllString(text, "")
	if said := jobBehind.FindStringSubmatch(text); said != nil && saysMore.MatchString(said[1]) {
		text = strings.TrimSuffix(text, said[0])
		n.Notes = append(n.Notes, said[1])
	}
	text = bracketed.ReplaceAllStringFunc(text, func(all string) string {
		note := strings.TrimSpace(bracketed.FindStringSubmatch(all)[1])
		switch {
		case saysAName.MatchString(note), isOtherScript(note, text):
			others++
		case note == "" || isMark(all) || pronouns.MatchString(note):
		case saysMore.MatchString(note):
			n.Notes = append(n.Notes, note)
		default:
			return all
		}
		return ""
	})
	for reference.MatchString(text) {
		stripped := reference.ReplaceAllString(text, "")
		if strings.TrimSpace(stripped) == "" {
			break
		}
		text = stripped
	}
	text = question.ReplaceAllStringFunc(text, func(said string) string {
		if strings.HasPrefix(text, said) {
			return said
		}
		n.Notes = append(n.Notes, strings.TrimSpace(said))
		return ""
	})
	if said := otherName.FindStringIndex(text); said != nil && said[0] > 0 {
		text = text[:said[0]]
		others++
	}
	n.Text = unquoted(strings.Trim(text, " ,\t"))
	return n, others
}

// unquoted is a name without the quotation marks around all of it; those of a
// nickname stay: "Weird Al" Yankovic.
func unquoted(text string) string {
	inner := strings.Trim(text, "\"“” ")
	if strings.ContainsAny(inner, "\"“”") {
		return text
	}
	return inner
}

// isOtherScript reports whether a note is the name in letters of another script.
func isOtherScript(note, name string) bool {
	isLatin := func(c rune) bool { return unicode.Is(unicode.Latin, c) }
	before, _, _ := strings.Cut(name, "(")
	return strings.ContainsFunc(note, unicode.IsLetter) && strings.ContainsFunc(before, unicode.IsLetter) &&
		strings.ContainsFunc(note, isLatin) != strings.ContainsFunc(before, isLatin)
}

var footnote = regexp.MustCompile(`^\s*\[\w{1,3}\]$`)

// isMark reports whether brackets hold the mark of a footnote.
func isMark(bracketed string) bool { return footnote.MatchString(bracketed) }
