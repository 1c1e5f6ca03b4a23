package mention

import (
	_ "embed"
	"strings"
)

//go:embed words.txt
var wordsText string

// The lists of words.txt, by name.
var lists = readLists(wordsText)

var (
	starters      = lists["starters"]
	organisations = lists["organisations"]
	known         = lists["known"]
	given         = lists["given"]
)

func readLists(text string) map[string]map[string]bool {
	all := make(map[string]map[string]bool)
	for line := range strings.SplitSeq(text, "\n") {
		name, words, found := strings.Cut(line, ":")
		if !found || strings.HasPrefix(line, "#") {
			continue
		}
		set := make(map[string]bool)
		for w := range strings.FieldsSeq(words) {
			set[w] = true
		}
		all[name] = set
	}
	return all
}

func set(words string) map[string]bool {
	all := make(map[string]bool)
	for w := range strings.FieldsSeq(words) {
		all[w] = true
	}
	return all
}

// Words around a name that tell what it names.
var (
	speechVerbs = set("said says told tells explains explained adds added revealed reveals recalled recalls argued argues noted notes insisted insists admitted admits announced announces confirmed confirms wrote writes thinks believes hopes wants")
	// personVerbs follow people and seldom titles.
	personVerbs = set("plays played portrays portrayed stars starred directs directed created co wrote writes helmed helms appears appeared joined joins serves served who whose directing starring produced became made shares came won hired works worked studied has had returns returned leads voices credits himself herself called")
	// titleVerbs follow titles and seldom people.
	titleVerbs = set("premiered premieres debuted debuts airs aired streams streamed opened opens ran runs is was has had became comes stars features hires hired follows tells centers centres returns returned grossed earned hit lands arrives employed boasts")
	// worksBefore are the nouns that stand before a title's name.
	worksBefore = set("series film movie drama comedy sitcom thriller documentary miniseries show feature indie musical western adaptation sequel blockbuster hit romcom horror biopic dramedy programme program spinoff picture called titled named")
	// rolesBefore are the nouns that stand before a person's name.
	rolesBefore = set("director writer creator showrunner producer star actor actress cinematographer editor composer filmmaker author novelist screenwriter runner newcomer partner husband wife sister brother daughter son friend colleague co lead critic president chief executive designer professor researcher host comedian singer novelist directors writers creators showrunners producers stars actors actresses filmmakers leads detective captain mr mr. mrs. ms. ms dr. sir dame lady professor")
	// prepositionsOfWork stand between a job and a title.
	prepositionsOfWork = set("of on for in behind from")
	connectors         = set("of the and a an in on for to at with de la le van von der den del di da du el al bin & v v. vs vs. y from by is are my your 's")
	personConnectors   = set("de la le van von der den del di da du el al bin y ap")
)
