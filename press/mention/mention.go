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
	// Class is english.Person, english.Title, or english.Name where the text does
	// not tell.
	Class english.Class
	// Name is the catalog's where it is held, else the fullest in the text.
	Name string
	// ID is the catalog's identifier; empty where the catalog does not hold it or
	// holds several between which the text does not decide.
	ID string
	// Among is how many the catalog holds of that name.
	Among int
	// Title and Person are what the catalog holds.
	Title  rolecall.Title
	Person rolecall.Person
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

// mostNames bounds the names looked up for one text. An article of 10,000 words has
// some 3,000 stretches of capitals.
const mostNames = 6000

// finder goes from sentences to mentions.
type finder struct {
	directory Directory
	sentences []english.Sentence
	italics   []english.Span
	titles    map[string][]rolecall.Title
	people    map[string][]rolecall.Person
	pieces    []candidate
	byKey     map[string]*evidence
	keys      []string
}

// Find finds and links the people and titles of a text. Italics are the stretches
// set in italics, in order. An error is the directory's.
func Find(ctx context.Context, directory Directory, sentences []english.Sentence, italics []english.Span) (Found, error) {
	f := &finder{directory: directory, sentences: sentences, italics: italics, byKey: make(map[string]*evidence)}
	if err := f.lookUp(ctx); err != nil {
		return Found{}, err
	}
	for s := range sentences {
		f.pieces = append(f.pieces, f.piecesOf(s)...)
	}
	for _, c := range f.pieces {
		f.weigh(c)
	}
	f.spread()
	found := f.decide()
	return found, f.link(ctx, &found)
}

// lookUp asks the directory once for all stretches that may be names.
func (f *finder) lookUp(ctx context.Context) error {
	names := make(map[string]string)
	add := func(tokens []english.Token) {
		text := textOf(tokens)
		if key := Fold(text); key != "" && len(names) < mostNames {
			names[key] = text
		}
	}
	for _, s := range f.sentences {
		for _, q := range quotedTitles(s.Tokens) {
			add(s.Tokens[q[0]:q[1]])
		}
		for _, run := range runs(s.Tokens) {
			for i := run[0]; i < run[1]; i++ {
				if !namelike(s.Tokens, i) || begins(s.Tokens, i) {
					continue
				}
				for j := i + 1; j <= min(run[1], i+widest); j++ {
					if (namelike(s.Tokens, j-1) || isNumberal(s.Tokens[j-1])) && !allPlain(s.Tokens[i:j]) {
						add(s.Tokens[i:j])
					}
				}
			}
		}
	}
	list := make([]string, 0, len(names))
	for _, name := range names {
		list = append(list, name)
	}
	slices.Sort(list)
	titles, err := f.directory.TitlesNamed(ctx, list)
	if err != nil {
		return err
	}
	people, err := f.directory.PeopleNamed(ctx, list)
	f.titles, f.people = byFolded(titles), byFolded(people)
	return err
}

// begins reports whether a word is capital only as it begins a sentence: no name
// begins with it, unless it is an article.
func begins(tokens []english.Token, i int) bool {
	w := tokens[i].Lower
	return starters[w] && w != "the" && w != "a" && w != "an" && opens(tokens, i) && (i+1 >= len(tokens) || !namelike(tokens, i+1))
}

func byFolded[T any](named map[string][]T) map[string][]T {
	folded := make(map[string][]T, len(named))
	for name, all := range named {
		folded[Fold(name)] = all
	}
	return folded
}

// piecesOf cuts a sentence's quoted titles and runs of capitals into candidates.
func (f *finder) piecesOf(s int) []candidate {
	tokens := f.sentences[s].Tokens
	quoted := append(quotedTitles(tokens), f.italicTitles(tokens)...)
	slices.SortFunc(quoted, func(a, b [2]int) int { return a[0] - b[0] })
	var all []candidate
	end := 0
	add := func(first, last int, inQuotes bool) {
		if first < end || last <= first {
			return
		}
		end = last
		text := textOf(tokens[first:last])
		all = append(all, candidate{sentence: s, first: first, last: last, text: text, key: Fold(text), quoted: inQuotes, initial: opens(tokens, first)})
	}
	at := 0
	for _, q := range quoted {
		if q[0] < at {
			continue
		}
		for _, p := range f.cut(tokens, at, q[0]) {
			add(p[0], p[1], false)
		}
		add(q[0], q[1], true)
		at = q[1]
	}
	for _, p := range f.cut(tokens, at, len(tokens)) {
		add(p[0], p[1], false)
	}
	return all
}

// italicTitles are the italic stretches that read as titles.
func (f *finder) italicTitles(tokens []english.Token) [][2]int {
	var all [][2]int
	if len(tokens) == 0 {
		return nil
	}
	at, _ := slices.BinarySearchFunc(f.italics, tokens[0].Start, func(s english.Span, start int) int { return cmp.Compare(s.End, start) })
	for _, span := range f.italics[at:] {
		if span.Start >= tokens[len(tokens)-1].End {
			break
		}
		first, _ := slices.BinarySearchFunc(tokens, span.Start, func(t english.Token, start int) int { return cmp.Compare(t.Start, start) })
		last := first
		for last < len(tokens) && tokens[last].End <= span.End {
			last++
		}
		for last > first && (!tokens[last-1].IsWord() || tokens[last-1].Text == "'s") {
			last--
		}
		if last > first && tokens[first].IsCapital() && titleLike(tokens[first:last]) {
			all = append(all, [2]int{first, last})
		}
	}
	return all
}

// cut cuts the runs of capitals between two tokens into names: the longest that the
// directory holds first, the rest at the words that seldom stand within a name.
func (f *finder) cut(tokens []english.Token, from, to int) [][2]int {
	var all [][2]int
	headline := isHeadline(tokens)
	for _, run := range runs(tokens[from:to]) {
		first, last := run[0]+from, run[1]+from
		for first < last {
			if !namelike(tokens, first) || f.skips(tokens, first) {
				first++
				continue
			}
			end := f.heldEnd(tokens, first, last)
			if end == 0 && headline {
				first++
				continue
			}
			if end == 0 {
				end = pieceEnd(tokens, first, last)
			}
			all = append(all, [2]int{first, end})
			first = end
		}
	}
	return slices.DeleteFunc(all, func(p [2]int) bool { return isInstitution(tokens[p[0]:p[1]]) })
}

// isHeadline reports whether a sentence writes all its longer words with capitals, as
// headlines do: there a capital tells nothing.
func isHeadline(tokens []english.Token) bool {
	capitals, others := 0, 0
	for _, t := range tokens {
		if !t.IsWord() || len(t.Text) < 4 {
			continue
		}
		if t.IsCapital() {
			capitals++
		} else {
			others++
		}
	}
	last := tokens[len(tokens)-1].Text
	return capitals+others >= 5 && others*5 <= capitals && last != "." && last != "!"
}

// skips reports whether a capital word begins no name: the first word of a sentence,
// a job, an honorific.
func (f *finder) skips(tokens []english.Token, at int) bool {
	t := tokens[at]
	next := at+1 < len(tokens) && namelike(tokens, at+1)
	if f.heldEnd(tokens, at, min(len(tokens), at+widest)) > at+1 {
		return false
	}
	if rolesBefore[t.Lower] && t.Lower != "lady" && t.Lower != "captain" && t.Lower != "mrs." && t.Lower != "sir" {
		return true
	}
	if t.Lower == "season" || t.Lower == "seasons" || t.Lower == "episode" || t.Lower == "i" || len(t.Text) == 1 && !next {
		return true
	}
	if opens(tokens, at) {
		return starters[t.Lower] && !(t.Lower == "the" && next) || english.IsJobWord(t.Lower) && !next
	}
	return (t.Lower == "the" || starters[t.Lower]) && !next
}

// heldEnd is the end of the longest stretch from a token that the directory holds,
// of two words or more; 0 where there is none.
func (f *finder) heldEnd(tokens []english.Token, first, last int) int {
	for end := min(last, first+widest); end > first+1; end-- {
		if !tokens[end-1].IsWord() || !namelike(tokens, end-1) && !isNumberal(tokens[end-1]) {
			continue
		}
		key := Fold(textOf(tokens[first:end]))
		if (len(f.titles[key]) > 0 || len(f.people[key]) > 0) && strings.Contains(key, " ") && !allPlain(tokens[first:end]) {
			return end
		}
	}
	return 0
}

// allPlain reports whether every word of a stretch is one that begins sentences or
// names a place or outlet: no title though one may be called so.
func allPlain(tokens []english.Token) bool {
	for _, t := range tokens {
		if t.IsWord() && !starters[t.Lower] && !known[t.Lower] {
			return false
		}
	}
	return true
}

// pieceEnd is the end of a name that the directory does not hold.
func pieceEnd(tokens []english.Token, first, last int) int {
	end := first + 1
	articled := tokens[first].Lower == "the"
	for end < last {
		t := tokens[end]
		next := end+1 < last && namelike(tokens, end+1)
		switch {
		case namelike(tokens, end) && t.Lower != "season" && t.Lower != "series":
			end++
		case t.Lower == "of" && end > first+1 && given[tokens[first].Lower]:
			return end
		case next && (personConnectors[t.Lower] || t.Lower == "of" || t.Lower == "the" || t.Lower == "v." || t.Lower == "vs." || t.Lower == "&"):
			end += 2
		case t.Lower == "of" && end+2 < last && tokens[end+1].Lower == "the" && namelike(tokens, end+2):
			end += 3
		case articled && next && t.Lower == "'s" && end == first+2:
			end += 2
		default:
			return end
		}
	}
	return end
}

// isInstitution reports whether a name is that of a guild, a festival, a newspaper …
func isInstitution(tokens []english.Token) bool {
	plain := 0
	for _, t := range tokens {
		if organisations[t.Lower] && (len(tokens) > 1 || !given[t.Lower]) {
			return true
		}
		if known[t.Lower] || starters[t.Lower] {
			plain++
		}
	}
	return plain == len(tokens)
}
