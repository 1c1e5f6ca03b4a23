package byline

import (
	"regexp"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"
)

// nobody are the words that tables have where nobody is named.
var nobody = words(`
	n/a na n.a. #n/a nan null nil none (none) tba tbc tbd t.b.a. t.b.c. t.b.d. unknown (unknown) unk unk. various several
	multiple many other others etc etc. et_al et_al. uncredited (uncredited) not_credited no_credit not_available not_applicable
	not_known not_listed not_specified not_stated unspecified undisclosed unnamed unconfirmed anonymous nobody no_one
	to_be_announced to_be_confirmed to_be_determined see_notes see_note see_below see_above ditto misc misc. miscellaneous
	various_artists various_directors various_writers various_authors various_people various_others and_others
	several_people multiple_people pending to_be_cast blank (blank) not_found no_data no_info no_information missing n.k. nk
	same same_as_above as_above idem staff crew false true unbekannt keine_angabe k.a. desconocido sin_datos
	sconosciuto desconhecido onbekend ukjent okänd tuntematon nieznany nepoznat inconnu inconnue diverse divers verschiedene
	неизвестно неизвестен сведений_нет нет_данных 未知 不明 不詳 不详 未定 暂无 無 无 미정 미상 없음`)

// ofNobody are words of several that name nobody: "Unknown Director", "no writer".
var ofNobody = regexp.MustCompile(`^(unknown|various|several|multiple|uncredited|unnamed|unidentified|unspecified|anonymous|no|none|many|different|diverse)` +
	` (credit(s|ed)?|(script)?writers?|directors?|authors?|artists?|producers?|people|others?|names?|creators?|editors?|actors?|performers?|episodes?)$`)

func words(text string) map[string]bool {
	all := make(map[string]bool)
	for word := range strings.FieldsSeq(text) {
		all[strings.ReplaceAll(word, "_", " ")] = true
	}
	return all
}

// IsNobody reports whether a text stands where a name should and says that there
// is none: "N/A", "TBA", a dash.
func IsNobody(text string) bool {
	text = strings.Join(strings.Fields(strings.ToLower(text)), " ")
	inside := strings.Trim(text, "()[]<>*. ")
	if nobody[text] || nobody[inside] || nobody[strings.ReplaceAll(text, " / ", "/")] || ofNobody.MatchString(inside) || strings.Trim(inside, "x") == "" {
		return true
	}
	return text != "" && !strings.ContainsFunc(text, func(c rune) bool {
		return unicode.IsLetter(c) || unicode.Is(unicode.So, c) && c < '✓' || unicode.Is(unicode.Sc, c)
	})
}

// beforeBracket is a text up to its first bracket: "Various (see notes)".
func beforeBracket(text string) string {
	before, _, _ := strings.Cut(text, " (")
	return before
}

var (
	// noNames are signs and words that no name has, whatever is around them.
	noNames = regexp.MustCompile(`[<>{}=→^~@:]|\d[.)] |(?i:\b(?:directed|written|produced|created|edited|story|screenplay|teleplay) by\b)|https?|\.com\b`)
	// severalInside is more than one thing in a bracket: "Daniels (Daniel Kwan and Daniel Scheinert)".
	severalInside = regexp.MustCompile(`[(\[][^)\]]*(?:[,;/&]| and )[^)\]]*[)\]]`)
	// between joins two full names, or is part of one: "Ramón y Cajal".
	between = regexp.MustCompile(` (?:[-–—·]|y|e|i|or|oder|ou|vs\.?) `)
)

// isNoName reports whether a name holds what names do not, or may be two.
func isNoName(text string) bool {
	if noNames.MatchString(text) || severalInside.MatchString(text) {
		return true
	}
	for _, at := range between.FindAllStringIndex(text, -1) {
		if readsAsName(text[:at[0]]) && readsAsName(text[at[1]:]) {
			return true
		}
	}
	return false
}

// isSuffix reports whether a text belongs to the name before its comma: "Jr.",
// "III", or letters that say of which guild somebody is.
func isSuffix(text string) bool {
	text, _, _ = strings.Cut(text, "(")
	return suffixes[strings.ToLower(strings.ReplaceAll(strings.TrimSpace(text), ".", ""))]
}

var suffixes = words(`jr sr jnr snr ii iii iv phd md esq asc bsc ace csa cas csc acs mpse bfe psc afc amc sasc isc mbe obe cbe dga pga`)

// particles are words of a surname: "del Toro, Guillermo".
var particles = words(`de da do dos das del della di du la le lo van von der den ter ten af av el al bin ibn ben st st. mac san santa zu zur`)

// isInverted reports whether two pieces can only be "Last, First": both are single
// words, or the second is or has an initial.
func isInverted(pieces []string) bool {
	last, first := strings.Fields(bare(pieces[0])), strings.Fields(bare(pieces[1]))
	if len(last) == 0 || len(first) == 0 || slices.ContainsFunc(pieces, cannotBeAPerson) || IsNobody(pieces[1]) || IsNobody(pieces[0]) {
		return false
	}
	if isUnspaced(pieces[0]) && isUnspaced(pieces[1]) { // a name in a script without spaces is whole
		return false
	}
	for _, particle := range last[:len(last)-1] {
		if !particles[strings.ToLower(particle)] {
			return false
		}
	}
	if len(last) > 1 && suffixes[strings.ToLower(strings.Trim(last[len(last)-1], "."))] {
		return false
	}
	return len(first) == 1 || len(first) <= 3 && (isInitial(first[0]) || isInitial(first[len(first)-1]))
}

// bare is a name without the notes beside it.
func bare(text string) string {
	n, _ := takeNotes(text)
	return n.Text
}

var initials = regexp.MustCompile(`^(\p{Lu}\.)+$|^\p{Lu}$`)

func isInitial(word string) bool { return initials.MatchString(word) }

// readsAsName reports whether a part is the full name of a person: two words or
// more, or a name in a script that writes none apart, or "Last, First".
func readsAsName(part string) bool {
	part = bare(part)
	if pieces := piecesOf(part); len(pieces) == 2 {
		return isInverted(pieces)
	}
	fields := strings.Fields(part)
	for len(fields) > 0 && suffixes[strings.ToLower(strings.ReplaceAll(fields[len(fields)-1], ".", ""))] {
		fields = fields[:len(fields)-1] // "Downey Jr." is half a name
	}
	switch {
	case cannotBeAPerson(part), strings.ContainsFunc(part, unicode.IsDigit), len(fields) > 6:
		return false
	case isUnspaced(part):
		return utf8.RuneCountInString(part) >= 2
	}
	return len(fields) >= 2 && !particles[fields[0]] && !strings.Contains(part, " - ") && !strings.Contains(part, " – ") ||
		len(fields) >= 3 && !strings.Contains(part, " - ")
}

// isUnspaced reports whether a name is in a script that writes no spaces.
func isUnspaced(part string) bool {
	return part != "" && !strings.ContainsFunc(part, func(c rune) bool {
		return !unicode.In(c, unicode.Han, unicode.Hangul, unicode.Hiragana, unicode.Katakana) && c != '·' && c != 'ー'
	})
}

// groupWords end the names of groups and companies, and no person's.
var groupWords = words(`inc inc. ltd ltd. llc gmbh corp corp. company co. productions studios pictures films entertainment orchestra
	philharmonic ensemble quartet quintet choir records band brothers bros bros. sisters twins collective associates partners sons`)

// cannotBeAPerson reports whether a text is the name of a group or company by its
// words: "the Bad Seeds".
func cannotBeAPerson(text string) bool {
	fields := strings.Fields(strings.ToLower(strings.ReplaceAll(text, ",", " ")))
	return len(fields) > 1 && (fields[0] == "the" || fields[0] == "his" || fields[0] == "her" || groupWords[fields[len(fields)-1]])
}
