package mention

import (
	"cmp"
	"context"
	"slices"
	"strings"

	"rolecall"
	"rolecall/press/english"
)

// Entity is somebody or something that a text names, once for all its mentions.
type Entity struct {
	// Class is english.Person, english.Title, or english.Name for all others and where
	// the text does not tell.
	Class english.Class
	// Character says, of an english.Name, that it is somebody in a title.
	Character bool
	// Name is the catalog's where it is held, else the fullest in the text.
	Name string
	// ID is the catalog's identifier; empty where the catalog does not hold it or
	// holds several between which the text does not decide.
	ID string
	// Among is how many the catalog holds of that name.
	Among int
	// Refused says what the catalog's titles of that name lack that the text says: "of
	// 1994", "as a series". Then ID is empty and Among 0.
	Refused string
	// Years are those that the text gives in brackets or beside the name, and Kind what
	// it calls the title, empty where it does not say.
	Years []int
	Kind  rolecall.Kind
	// Title and Person are what the catalog holds.
	Title  rolecall.Title
	Person rolecall.Person
	// Candidates are the people of that name, the best known first, where one name is
	// several people's; and those of a surname alone that several in the text share.
	Candidates []rolecall.Person
	// Family says that the name is that of several: "the Wachowskis". Name is then the
	// surname alone.
	Family bool
	// Shared says that the surname was taken from the next in the list, as that of Lana
	// in "Lana and Lilly Wachowski".
	Shared bool
	// Marked says, of a title, that the text sets it in quotation marks or italics.
	Marked bool
	// bearers are the entities that bear a surname which stands for several.
	bearers []int
}

// Mention is one place where a text names an entity.
type Mention struct {
	english.Span
	Text string
	// Sentence is the place of the sentence, First and Last the tokens in it.
	Sentence, First, Last int
	Class                 english.Class
	// Entity is the place in Found.Entities.
	Entity int
}

// Found is what a text names.
type Found struct {
	Entities []Entity
	// Mentions are in the order of the text.
	Mentions []Mention
}

// In are the mentions of a sentence, as english.Items takes them.
func (f Found) In(sentence int) []english.Mention {
	from, _ := slices.BinarySearchFunc(f.Mentions, sentence, func(m Mention, s int) int { return cmp.Compare(m.Sentence, s) })
	var all []english.Mention
	for _, m := range f.Mentions[from:] {
		if m.Sentence != sentence {
			break
		}
		all = append(all, english.Mention{First: m.First, Last: m.Last, Class: m.Class, Name: m.Entity})
	}
	return all
}

// finder goes from sentences to mentions.
type finder struct {
	directory Directory
	lines     []*line
	italics   []english.Span
	// quoted are the quoted and italic titles of each line.
	quoted [][][2]int
	// asked are the names to be looked up, by key; heldTitles and heldPeople how many the
	// directory holds of each.
	asked                  map[string]string
	heldTitles, heldPeople map[string]int
	// names are what is found, by key; keys in the order of the text.
	names map[string]*name
	keys  []string
	// before is what the first reading of the text found, by key; starts are the first
	// words of these and of what the directory holds; surnames the last words of people.
	before   map[string]*name
	starts   map[string]bool
	surnames map[string]bool
	// makers are the surnames of those who make films or series, by the first reading.
	makers map[string]bool
	pieces []piece
	// sharedKeys are the full names of people who share the surname of the next in a list.
	sharedKeys []string
	// bearers are the entities that may be called by a name for short.
	bearers map[string][]int
}

// Find finds and links the people and titles of a text. Italics are the stretches
// set in italics, in order. An error is the directory's.
//
// The text is read twice: what the first reading found, and what the directory holds of
// it, is evidence for the second.
func Find(ctx context.Context, directory Directory, sentences []english.Sentence, italics []english.Span) (Found, error) {
	f := &finder{directory: directory, italics: italics, asked: make(map[string]string)}
	f.lay(sentences)
	f.read()
	f.ask()
	if err := f.countHeld(ctx); err != nil {
		return Found{}, err
	}
	f.learn()
	f.read()
	f.spread()
	found := f.decide()
	return found, newLinker(directory, &found).link(ctx)
}

// lay lays the sentences out as lines.
func (f *finder) lay(sentences []english.Sentence) {
	for i, s := range sentences {
		l := lineOf(s)
		alone := (i == 0 || sentences[i-1].Paragraph != s.Paragraph) && (i+1 == len(sentences) || sentences[i+1].Paragraph != s.Paragraph)
		l.heading = alone && (isShort(l) || l.isReview())
		l.asked = !alone && s.Question && isShort(l)
		f.lines = append(f.lines, l)
		if i > 0 && f.lines[i-1].heading {
			f.lines[i-1].titled = opensRecord(l)
		}
	}
	f.readHeadline(sentences)
	for _, l := range f.lines {
		f.quoted = append(f.quoted, f.quotedOf(l))
	}
}

// readHeadline takes the first paragraph of a text for a headline where its sentences are one
// together: "Who Writes at Night? Gender in Danish Series, 2015-2022".
func (f *finder) readHeadline(sentences []english.Sentence) {
	end := 0
	var tokens []english.Token
	for end < len(sentences) && sentences[end].Paragraph == sentences[0].Paragraph {
		tokens = append(tokens, sentences[end].Tokens...)
		end++
	}
	if end == len(sentences) || len(tokens) == 0 || !isHeadline(tokens) || f.lines[0].people {
		return
	}
	for _, l := range f.lines[:end] {
		l.headline = true
	}
}

// isReview reports whether a line says of what it is the review, and no more.
func (l *line) isReview() bool {
	return len(l.tokens) > 2 && len(l.tokens) <= mostHeading+2 && in("reviewing", l.lower(0)) && l.lower(1) == ":" && l.has(2, capital) && l.tokens[len(l.tokens)-1].Text != "."
}

// mostHeading bounds a heading that is no more than a name, in words.
const mostHeading = 7

func isShort(l *line) bool {
	n := 0
	for i, t := range l.tokens {
		switch {
		case t.IsWord() && !t.IsCapital() && l.kinds[i]&(joins|numeral) == 0:
			return false
		case t.Text == "." && i == len(l.tokens)-1:
			return false
		case t.IsWord():
			n++
		case t.Text == "." || t.Text == ":" || t.Text == ";":
			return i < 2 && t.Text == "." && isDigit(l.tokens[0].Text[0])
		}
	}
	return n > 0 && n <= mostHeading
}

// opensRecord reports whether a line begins as the records under a title do: with a label
// or in brackets.
func opensRecord(l *line) bool {
	for i, t := range l.tokens {
		switch {
		case t.Text == ":" && i < 4, t.Text == "(" && i == 0, isTime(t.Lower):
			return true
		case i > 7:
			return false
		}
	}
	return false
}

// isTime reports whether a word is a time of day: "9pm", "11.20pm".
func isTime(word string) bool {
	return isDigit(word[0]) && (strings.HasSuffix(word, "pm") || strings.HasSuffix(word, "am"))
}

// read cuts all lines into names and weighs them.
func (f *finder) read() {
	f.names, f.keys, f.pieces = make(map[string]*name), nil, nil
	for s := range f.lines {
		for _, p := range f.piecesOf(s) {
			f.pieces = append(f.pieces, p)
			f.weigh(p)
		}
	}
}
