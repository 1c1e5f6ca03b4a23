// Package method says how a number was come to, in a paragraph that can be pasted
// into an article or a paper, and as a citation. Every answer that counts a
// population can be asked for it.
//
// The same catalog and question give the same bytes: nothing in the text depends
// on when, where or by whom it was asked.
package method

import (
	"cmp"
	"crypto/sha256"
	"encoding/json"
	"fmt"
	"strings"
	"time"

	"rolecall"
	"rolecall/catalog"
	"rolecall/contract"
	"rolecall/phrase"
)

// Method is what the paragraph and the citation are made of.
type Method struct {
	// Subject is what was counted, without a full stop: "The share of women among
	// directors". It is the title of the citation, with the population.
	Subject string
	// Population is what it was counted in, in words, and Titles how many titles
	// that is. It is empty where Subject is one title.
	Population string
	Titles     int
	// Unit says what was counted; empty where Subject says it.
	Unit rolecall.Unit
	// Coverage is for how many of those counted the answer is settled, by what is
	// counted: "director".
	Coverage []Coverage
	// Bounds says what becomes of what is unknown; empty where lower and upper are
	// figures of a gender.
	Bounds string
	// Notes are sentences about this answer alone.
	Notes   []string
	Catalog catalog.Info
}

// Coverage is how many of something counted are settled.
type Coverage struct {
	Of    string
	Share rolecall.Fraction
}

var unitWords = map[rolecall.Unit]string{
	rolecall.Credits:   "Credits are counted: each person once for each film or episode and role.",
	rolecall.People:    "People are counted: each once, however many films or episodes they are credited on.",
	rolecall.TitlesAny: "Films and episodes are counted: those on which at least one person is of the gender named.",
	rolecall.TitlesAll: "Films and episodes are counted: those on which every person in the role is of the gender named.",
}

// Paragraph says in plain English how the number was come to.
func (m Method) Paragraph() string {
	sentences := []string{m.Subject + "."}
	if m.Population != "" {
		sentences[0] = fmt.Sprintf("%s was counted in %s: %s in all.", m.Subject, m.Population, phrase.Titles(m.Titles))
	}
	if words := unitWords[m.Unit]; words != "" {
		sentences = append(sentences, words)
	}
	sentences = append(sentences,
		"Gender is only what a source states about a person, never inferred from a name, a face or a voice; where no source states it, or sources of equal weight disagree, it is unknown.")
	sentences = append(sentences, m.settled()...)
	sentences = append(sentences, fmt.Sprintf("Counted with Rolecall (%s) from the catalog “%s”, built on %s, content hash %s.",
		m.Catalog.Program, m.Catalog.Name, m.built().Format("2 January 2006"), m.Catalog.Hash))
	if words := m.sources(); words != "" {
		sentences = append(sentences, words+".")
	}
	if m.Catalog.HandPicked {
		sentences = append(sentences, handPicked)
	}
	return strings.Join(sentences, " ")
}

// handPicked is what a hand-picked catalog says nothing of (docs/method.md, rule 5).
const handPicked = "Titles in this catalog were picked by hand: it says nothing about how common anything is."

// settled are the sentences on what becomes of the unknown, how much is settled, and
// this answer alone.
func (m Method) settled() []string {
	sentences := []string{cmp.Or(m.Bounds, "What is unknown is never left out: the lower figure takes none of it to be of the gender named, the upper figure all of it.")}
	if words := m.coverage(); words != "" {
		sentences = append(sentences, words)
	}
	return append(sentences, m.Notes...)
}

// Caveats are what must be said with the number wherever it is told: its bounds, how
// far it is settled, and what the catalog cannot tell.
func (m Method) Caveats() []string {
	caveats := m.settled()
	if m.Catalog.HandPicked {
		caveats = append(caveats, handPicked)
	}
	return caveats
}

// Reference is the citation in a sentence and for reference managers; address is the
// permanent one of the answer, or empty.
func (m Method) Reference(address string) contract.Reference {
	words := fmt.Sprintf("Rolecall. “%s”. Counted from the catalog “%s”, built on %s, content hash %s.",
		m.title(), m.Catalog.Name, m.built().Format("2 January 2006"), m.Catalog.Hash)
	if address != "" {
		words += " " + address
	}
	return contract.Reference{Words: words, Hash: m.Catalog.Hash, Program: m.Catalog.Program, Address: address, CSL: m.CSL()}
}

// coverage is the sentence about how much is settled.
func (m Method) coverage() string {
	var parts []string
	for _, c := range m.Coverage {
		if c.Share.Defined() {
			parts = append(parts, fmt.Sprintf("%s of %s (%s)", c.Share.Percent(), c.Of, phrase.Of(c.Share.Numerator, c.Share.Denominator)))
		}
	}
	if len(parts) == 0 {
		return ""
	}
	return "Settled by what is stated: " + strings.Join(parts, "; ") + "."
}

// sources name the catalog's sources, without a full stop.
func (m Method) sources() string {
	var parts []string
	for _, s := range m.Catalog.Sources {
		parts = append(parts, phrase.Joined(", ", s.Name, s.Address, labelled("licence: ", s.Licence), labelled("retrieved ", s.Retrieved)))
	}
	if len(parts) == 0 {
		return ""
	}
	return "Sources: " + strings.Join(parts, "; ")
}

// labelled is what is there with a label before it.
func labelled(label, text string) string {
	if text == "" {
		return ""
	}
	return label + text
}

// built is when the catalog was built, the zero time if it does not say.
func (m Method) built() time.Time {
	at, err := time.Parse(time.RFC3339, m.Catalog.Built)
	if err != nil {
		return time.Time{}
	}
	return at
}

// title is the title of the citation.
func (m Method) title() string {
	if m.Population == "" {
		return m.Subject
	}
	return m.Subject + ", " + m.Population
}

// key is the citation's key: the same for the same answer.
func (m Method) key() string {
	digest := sha256.Sum256([]byte(strings.Join([]string{m.title(), string(m.Unit), strings.Join(m.Notes, " "), m.Catalog.Hash}, "\n")))
	return fmt.Sprintf("rolecall-%x", digest[:4])
}

func (m Method) note() string {
	note := "Content hash " + m.Catalog.Hash
	if m.Unit != "" {
		note += "; counted in " + string(m.Unit)
	}
	if words := m.sources(); words != "" {
		note += "; " + words
	}
	return note
}

// latex writes a text so that BibTeX prints it as it is.
var latex = strings.NewReplacer(`\`, `\textbackslash{}`, `{`, `\{`, `}`, `\}`, `%`, `\%`, `&`, `\&`, `#`, `\#`, `$`, `\$`, `_`, `\_`, `~`, `\textasciitilde{}`, `^`, `\textasciicircum{}`)

// BibTeX is the citation for LaTeX.
func (m Method) BibTeX() string {
	return fmt.Sprintf("@misc{%s,\n  author = {{Rolecall}},\n  title = {{%s}},\n  howpublished = {Counted from the catalog ``%s''},\n  year = {%d},\n  note = {%s}\n}\n",
		m.key(), latex.Replace(m.title()), latex.Replace(m.Catalog.Name), m.built().Year(), latex.Replace(m.note()))
}

// CSL is the citation for reference managers.
func (m Method) CSL() contract.Citation {
	c := contract.Citation{
		ID: m.key(), Type: "dataset", Title: m.title(), Author: []contract.Author{{Literal: "Rolecall"}},
		Publisher: "Rolecall, catalog “" + m.Catalog.Name + "”", Version: m.Catalog.Hash, Note: m.note(),
	}
	at := m.built()
	c.Issued.DateParts = [][]int{{at.Year(), int(at.Month()), at.Day()}}
	return c
}

// Contract is the paragraph and the citation in both forms.
func (m Method) Contract() contract.Method {
	return contract.Method{Paragraph: m.Paragraph(), BibTeX: m.BibTeX(), CSL: []contract.Citation{m.CSL()}}
}

// Citations are the citation in both forms, one below the other.
func (m Method) Citations() string { return m.BibTeX() + "\n" + m.CSLJSON() + "\n" }

// CSLJSON is the citation for reference managers as they read it: a list of one.
func (m Method) CSLJSON() string {
	text, err := json.Marshal([]contract.Citation{m.CSL()})
	if err != nil {
		return "" // a citation is texts and numbers, which cannot fail
	}
	return string(text)
}
