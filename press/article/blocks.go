package article

import (
	"regexp"
	"strings"
	"unicode"
	"unicode/utf8"

	"rolecall/press/english"
)

// draft is a text on its way into blocks: its lines, what each is by itself, and what it
// became.
type draft struct {
	text  string
	lines []line
	forms []form
	// marked says that the text comes from HTML, where the elements say what is a
	// heading and what belongs together.
	marked bool
	// turns says of each line which turn of an interview it begins.
	turns  []turn
	groups map[int]group
	shapes []shaped
}

// group is what the lines between two blank ones have in common.
type group struct {
	// width is the length of the longest line, in bytes.
	width int
	// filled says that all lines are as long as words allow, stopped that the last ends
	// as sentences do.
	filled, stopped bool
}

// shaped is what a line became.
type shaped struct {
	english.Shape
	level int
	// joins says that the line goes on with the block before it.
	joins bool
	// start is where the words begin, after marks, label what is labelled.
	start int
	label english.Span
	// own says that a heading is about its own group of lines only.
	own bool
	// named says that an entry is a name that the lines under it are about.
	named bool
	depth int
	// leads says that a heading only leads to a list, dated that an entry begins with a
	// day of its own, sentence that it ends as sentences do.
	leads, dated, sentence bool
}

// blocksOf are the blocks of a text. Lines that are set aside are in none, but for
// captions.
func blocksOf(text string, lines []line, aside []Furniture, marked bool) []english.Block {
	p := draft{text: text, marked: marked}
	captions := make(map[int]bool)
	for _, l := range lines {
		for len(aside) > 0 && aside[0].End <= l.Start {
			aside = aside[1:]
		}
		if len(aside) > 0 && aside[0].Overlaps(l.Span) {
			if aside[0].Why != whyCaption {
				continue
			}
			captions[len(p.lines)] = true
		}
		p.lines = append(p.lines, l)
	}
	for _, l := range p.lines {
		p.forms = append(p.forms, formOf(l.in(text), l))
	}
	p.measure()
	p.turns = p.interview()
	p.shapes = make([]shaped, len(p.lines))
	for i := range p.lines {
		if captions[i] {
			p.shapes[i] = shaped{Shape: english.Caption}
		} else {
			p.shapes[i] = p.shape(i)
		}
	}
	return p.build()
}

// words are those of a line, with its marks.
func (p *draft) words(i int) string { return p.lines[i].in(p.text) }

// alike reports whether two lines, the first before the second, are in one group.
func (p *draft) alike(i, j int) bool {
	return i >= 0 && j < len(p.lines) && p.lines[i].group == p.lines[j].group
}

// first and last report whether a line is the first or last of its group.
func (p *draft) first(i int) bool { return !p.alike(i-1, i) }
func (p *draft) last(i int) bool  { return !p.alike(i, i+1) }

// narrowest and widest bound the longest line of a text that was broken by its width.
const (
	narrowest = 40
	widest    = 120
)

// measure finds what the lines of each group have in common.
func (p *draft) measure() {
	p.groups = make(map[int]group)
	for from := 0; from < len(p.lines); {
		to := from
		var g group
		for to < len(p.lines) && p.alike(from, to) {
			g.width = max(g.width, p.lines[to].End-p.lines[to].Start)
			to++
		}
		g.stopped = p.forms[to-1].stopped
		g.filled = !p.marked && to-from > 2 && g.width >= narrowest && g.width <= widest && p.allFilled(from, to, g.width)
		p.groups[p.lines[from].group] = g
		from = to
	}
}

func (p *draft) allFilled(from, to, width int) bool {
	stops := 0
	for i := from; i+1 < to; i++ {
		next, _, _ := strings.Cut(p.words(i+1), " ")
		if len(p.words(i))+1+len(next) <= width || p.forms[i+1].sign != 0 && p.forms[i+1].sign != '1' || p.forms[i+1].known {
			return false
		}
		if p.forms[i].stopped {
			stops++
		}
	}
	return stops*2 <= to-from
}

// joins reports whether a line only goes on with the one before it.
func (p *draft) joins(i int) bool {
	if p.first(i) || p.lines[i].of != nil && p.lines[i].of != p.lines[i-1].of || p.shapes[i-1].Shape == english.Heading || p.shapes[i-1].Shape == english.Row {
		return false
	}
	before, here, f := p.words(i-1), p.words(i), p.forms[i]
	if f.level > 0 || f.rule || p.forms[i-1].rule || f.known || p.turns[i] != noTurn || f.sign != 0 && f.sign != '1' {
		return false
	}
	if f.sign == '1' && p.continuesList(i) {
		return false
	}
	group := p.groups[p.lines[i].group]
	if group.filled {
		return true
	}
	if f.dated || f.hour || f.day {
		return false
	}
	first, _ := utf8.DecodeRuneInString(here)
	if unicode.IsLower(first) && !p.forms[i-1].stopped && (len(before) >= 30 || strings.HasSuffix(before, ",") || p.shapes[i-1].joins) {
		return true
	}
	if p.marked || f.label.End > 0 && (p.labelledNear(i)) || inCapitals(here) {
		return false
	}
	next, _, _ := strings.Cut(here, " ")
	return group.width <= widest && (group.stopped || p.shapes[i-1].Shape == english.Field) && english.Wrapped(before, here) && (len(before)+1+len(next))*5 >= group.width*4
}

// continuesList reports whether a numbered line is one of a list: its first, or the one
// after the number of a line not far before.
func (p *draft) continuesList(i int) bool {
	if p.forms[i].number == 1 {
		return true
	}
	for j := i - 1; j >= 0 && j >= i-12; j-- {
		if p.forms[j].sign == '1' && p.forms[j].number == p.forms[i].number-1 {
			return true
		}
	}
	return false
}

// labelledNear reports whether a line next to it in its group is labelled too.
func (p *draft) labelledNear(i int) bool {
	for _, j := range []int{i - 1, i + 1} {
		if j >= 0 && j < len(p.lines) && p.lines[j].group == p.lines[i].group && p.forms[j].labelled(p.words(j)) && p.turns[j] == noTurn {
			return true
		}
	}
	return false
}

// shape says what a line is, those before it being known.
func (p *draft) shape(i int) shaped {
	f, s := p.forms[i], p.words(i)
	if f.rule {
		return shaped{}
	}
	if p.joins(i) {
		before := p.shapes[i-1]
		before.joins = true
		return before
	}
	if of := p.lines[i].of; of != nil && p.isFirstOf(i) {
		if found := p.ofElement(i, *of); found.Shape != "" {
			return found
		}
	}
	switch {
	case p.turns[i] != noTurn:
		return p.turn(i)
	case f.level > 0:
		return shaped{Shape: english.Heading, level: f.level, start: f.mark}
	case f.mark > 0 && (f.sign != '1' || p.isItem(i)):
		return p.listItem(i)
	case f.row && p.rowNear(i):
		return shaped{Shape: english.Row}
	case f.day && !p.isDateline(i):
		return shaped{Shape: english.Heading, level: levelOfDay}
	case f.dated && len(s) <= longestEntry, f.hour && (!f.stopped || p.hourNear(i)) && !(f.stamp > 0 && f.stopped) && len(s) <= longestEntry:
		return shaped{Shape: english.ListItem, level: 1, depth: 1, named: !f.stopped, dated: f.dated}
	case f.stamp > 0 && f.stopped && p.hourNear(i):
		return shaped{Shape: english.Paragraph, start: f.stamp}
	case p.isField(i):
		return shaped{Shape: english.Field, start: f.mark, label: f.label}
	}
	if level, own, is := p.heading(i); is {
		return shaped{Shape: english.Heading, level: level, own: own, start: f.mark, leads: strings.HasSuffix(s, ":") || english.IsLabel(s)}
	}
	return p.plain(i)
}

// The levels of headings that have none of their own: the first line of a text, one in
// capitals, one that blank lines set off, a day of a schedule, a name above its lines.
const (
	levelOfText = iota + 1
	levelInCapitals
	levelSetOff
	levelOfDay
	levelOfName
	// levelUnmarked is that of a heading in a page which is not marked as one.
	levelUnmarked
)

// longestEntry bounds a line of a schedule.
const longestEntry = 400

// isFirstOf reports whether a line is the first of its element.
func (p *draft) isFirstOf(i int) bool { return i == 0 || p.lines[i-1].of != p.lines[i].of }

// ofElement is what a page says that a line is; no shape where it says nothing.
func (p *draft) ofElement(i int, of element) shaped {
	f := p.forms[i]
	switch of.shape {
	case english.Heading:
		start := 0
		if f.sign == '1' {
			start = f.mark
		}
		return shaped{Shape: of.shape, level: of.level, start: start, own: of.own}
	case english.ListItem:
		if f.known && f.labelled(p.words(i)) {
			return shaped{Shape: english.Field, label: f.label, start: f.mark, depth: of.level}
		}
		return shaped{Shape: of.shape, level: of.level, depth: of.level, start: f.mark, named: true}
	case english.Field:
		if of.label == 0 {
			return shaped{} // a label of colons alone says what nothing is
		}
		return shaped{Shape: of.shape, label: english.Span{Start: 0, End: of.label}}
	case english.Row, english.Caption:
		return shaped{Shape: of.shape}
	}
	if of.bold && !f.stopped && p.turns[i] == noTurn && !f.known && i+1 < len(p.lines) {
		return shaped{Shape: english.Heading, level: levelUnmarked, start: f.mark}
	}
	return shaped{}
}

// plain is running text, or an answer within an interview.
func (p *draft) plain(i int) shaped {
	found := shaped{Shape: english.Paragraph, sentence: p.forms[i].stopped}
	if i > 0 && (p.shapes[i-1].Shape == english.Question || p.shapes[i-1].Shape == english.Answer) {
		found.Shape = english.Answer
	}
	if strings.HasPrefix(p.lines[i].lower, "pictured") || strings.HasPrefix(p.lines[i].lower, "caption:") {
		found.Shape = english.Caption
	}
	if of := p.lines[i].of; of != nil {
		found.depth = of.within
	} else if p.lines[i].indent >= 2 && i > 0 && p.shapes[i-1].depth > 0 {
		found.depth = p.shapes[i-1].depth
	}
	return found
}

// isItem reports whether a numbered line is an item and no sentence that begins with a
// number.
func (p *draft) isItem(i int) bool {
	return p.first(i) || p.continuesList(i) || !english.Wrapped(p.words(i-1), "x")
}

// listItem is an item of a list, a field in it, or a heading with a number.
func (p *draft) listItem(i int) shaped {
	f, s := p.forms[i], p.words(i)
	found := shaped{Shape: english.ListItem, start: f.mark}
	found.depth = p.depth(i)
	found.level = found.depth
	switch {
	case f.known && f.labelled(s):
		found.Shape, found.label = english.Field, f.label
	case f.sign == '1' && p.first(i) && p.last(i) && !f.stopped && len(s) <= longestHeading && i+1 < len(p.lines) && p.forms[i+1].sign == 0:
		return shaped{Shape: english.Heading, level: levelSetOff, start: f.mark}
	default:
		found.named = f.title && f.label.End == 0
	}
	return found
}

// depth is how deep an item stands: deeper than the item before it where it is further
// in, or has another sign under an item with a number.
func (p *draft) depth(i int) int {
	f, l := p.forms[i], p.lines[i]
	for j := i - 1; j >= 0 && j >= i-24; j-- {
		before, other := p.shapes[j], p.forms[j]
		if before.depth == 0 || other.mark == 0 {
			if p.lines[j].indent == 0 && before.Shape != english.ListItem && !p.alike(j, i) {
				break
			}
			continue
		}
		switch at := p.lines[j].indent; {
		case at < l.indent, at == l.indent && other.sign == '1' && f.sign != '1' && other.title:
			return before.depth + 1
		case at == l.indent && other.sign == f.sign:
			return before.depth
		}
	}
	return 1
}

// rowNear reports whether a line next to it in its group is a row too.
func (p *draft) rowNear(i int) bool {
	return p.alike(i-1, i) && p.forms[i-1].row || p.alike(i, i+1) && p.forms[i+1].row
}

// hourNear reports whether another line near it begins with an hour.
func (p *draft) hourNear(i int) bool {
	return i > 0 && p.forms[i-1].hour || i+1 < len(p.lines) && p.forms[i+1].hour || i > 1 && p.forms[i-2].hour || i+2 < len(p.lines) && p.forms[i+2].hour
}

// fourDigits are a year.
var fourDigits = regexp.MustCompile(`\b\d{4}\b`)

// isDateline reports whether a day is that on which a text was written: one with its
// year, alone among the first lines.
func (p *draft) isDateline(i int) bool {
	return i < 2 && p.last(i) && fourDigits.MatchString(p.lines[i].lower)
}

// isField reports whether a line is a labelled one: by a label of credits, or by any
// among other labelled lines.
func (p *draft) isField(i int) bool {
	f := p.forms[i]
	if !f.labelled(p.words(i)) {
		return false
	}
	return f.known || p.labelledNear(i)
}

// longestHeading bounds a heading, in bytes.
const longestHeading = 120

// heading says whether a line is one, its level, and whether it is about its own group
// of lines only.
func (p *draft) heading(i int) (level int, own, is bool) {
	f, s := p.forms[i], p.words(i)
	if i+1 == len(p.lines) || len(s) > longestHeading || p.forms[i+1].rule && i+2 == len(p.lines) {
		return 0, false, false
	}
	if p.forms[i+1].rule && p.alike(i, i+1) && strings.Trim(p.words(i+1), "=-") == "" && p.first(i) {
		return levelInCapitals, false, !f.stopped // underlined
	}
	if (strings.HasSuffix(s, ":") || english.IsLabel(s) && p.alike(i, i+1)) && p.isListed(i+1) {
		return levelOfName, true, true
	}
	if p.first(i) && p.last(i) {
		return p.setOff(i)
	}
	return levelOfName, true, p.isNameAbove(i)
}

// isListed reports whether a line is an item, a row, a field or a name by itself.
func (p *draft) isListed(i int) bool {
	f := p.forms[i]
	return f.mark > 0 || f.row || f.known || f.dated || f.title || p.lines[i].of != nil && (p.lines[i].of.shape == english.ListItem || p.lines[i].of.shape == english.Row)
}

// saysWho begins a line that says who wrote a text, and when.
var saysWho = regexp.MustCompile(`^(?:by|words by|text by|story by|written by|reported by|posted|published|updated|last updated|first published|modified|date)\b`)

// setOff is a heading that blank lines part from what is around it. In a page it is one
// only where it is a name in capitals or right above fields, as there headings are
// marked.
func (p *draft) setOff(i int) (level int, own, is bool) {
	f, s := p.forms[i], p.words(i)
	last, _ := utf8.DecodeLastRuneInString(strings.TrimRight(s, closers))
	first, _ := utf8.DecodeRuneInString(s)
	switch {
	case strings.ContainsRune(".,;…", last), f.stopped && !f.title, saysWho.MatchString(p.lines[i].lower):
		return 0, false, false
	case !unicode.IsUpper(first) && !unicode.IsDigit(first) && !unicode.IsSymbol(first) && !strings.ContainsRune(`"'“‘«*_¿¡`, first):
		return 0, false, false
	case isQuoted(s) && len(strings.Fields(s)) > 5:
		return 0, false, false
	case p.marked && !f.title, p.marked && !inCapitals(s) && !p.forms[i+1].known:
		return 0, false, false
	case f.day: // when it was written
		return 0, false, false
	case p.marked:
		return levelUnmarked, false, true
	case i == 0:
		return levelOfText, false, true
	case inCapitals(s):
		return levelInCapitals, false, true
	}
	return levelSetOff, false, true
}

func isQuoted(s string) bool {
	first, _ := utf8.DecodeRuneInString(s)
	last, _ := utf8.DecodeLastRuneInString(s)
	return strings.ContainsRune(`"'“‘«`, first) && strings.ContainsRune(`"'”’»`, last)
}

// isNameAbove reports whether a line is a name right above the lines that are about it:
// "Severance" above "Starts: February 18, 2022".
func (p *draft) isNameAbove(i int) bool {
	f := p.forms[i]
	if !f.title || p.last(i) || f.mark > 0 || f.label.End > 0 && f.known {
		return false
	}
	next, words := p.forms[i+1], p.words(i+1)
	if next.facts {
		return true
	}
	if next.labelled(words) && (next.known || p.tops(i) && p.alike(i, i+2) && p.forms[i+2].labelled(p.words(i+2))) {
		return true
	}
	if next.mark > 0 || next.hour || next.dated {
		return p.first(i)
	}
	about := !next.title && (next.stopped || len(words) > len(p.words(i)) || strings.HasPrefix(words, "(")) || next.stopped && len(words) > longestTitle
	switch {
	case inCapitals(p.words(i)) && !inCapitals(words):
		return about || p.first(i)
	case p.tops(i):
		return about || p.lastsInGroup(i+1)
	}
	return p.forms[i-1].stopped && next.stopped && len(words) >= longestTitle
}

// tops reports whether a line is the first of its group, or the first under a heading.
func (p *draft) tops(i int) bool {
	return p.first(i) || p.shapes[i-1].Shape == english.Heading && !p.shapes[i-1].own
}

// lastsInGroup reports whether the line after a line that could be a name too is about
// the name above: "Film4, 3.10pm".
func (p *draft) lastsInGroup(i int) bool {
	return strings.ContainsAny(p.words(i), "0123456789") && p.alike(i, i+1) && !p.forms[i+1].title
}

// build makes blocks of the shaped lines.
func (p *draft) build() []english.Block {
	var all []english.Block
	var above scopes
	for i, s := range p.shapes {
		if s.Shape == "" {
			continue
		}
		l := p.lines[i]
		if s.joins && len(all) > 0 {
			all[len(all)-1].End = l.End
			continue
		}
		b := english.Block{Span: english.Span{Start: l.Start + s.start, End: l.End}, Shape: s.Shape, Level: s.level, Under: english.None}
		if s.Shape == english.Heading {
			b.Span = trimmedHeading(p.text, b.Span)
		}
		if s.label.End > 0 {
			b.Label = english.Span{Start: l.Start + s.label.Start, End: l.Start + s.label.End}
			b.Start = min(b.Start, b.Label.Start)
		}
		b.Under = above.over(s, l)
		all = append(all, b)
		above.open(len(all)-1, s, l)
	}
	return all
}

// trimmedHeading leaves out what is set around a heading: stars, number signs, a colon.
func trimmedHeading(text string, s english.Span) english.Span {
	words := text[s.Start:s.End]
	trimmed := strings.Trim(words, "★☆*#_=: \t")
	if trimmed == "" {
		return s
	}
	start := s.Start + strings.Index(words, trimmed)
	return english.Span{Start: start, End: start + len(trimmed)}
}

// scopes are the headings and entries that what comes next may stand under.
type scopes []scope

type scope struct {
	block, rank, group int
	// own says that it ends with its group of lines, named that lines which are no items
	// stand under it too.
	own, named, entry bool
	// leads says that it leads to a list and to nothing after it.
	leads bool
}

// rankOfEntries is that of entries, below all headings.
const rankOfEntries = 100

func rank(s shaped) int {
	switch {
	case s.Shape == english.Heading && s.own:
		return rankOfEntries / 2
	case s.Shape == english.Heading:
		return s.level
	case s.depth > 0:
		return rankOfEntries + s.depth
	}
	return 2 * rankOfEntries
}

// over is the block that a line stands under. What it cannot stand under is closed.
func (all *scopes) over(s shaped, l line) int {
	for len(*all) > 0 {
		top := (*all)[len(*all)-1]
		ended := top.rank >= rank(s) || top.own && top.group != l.group
		if top.leads && s.sentence && s.depth == 0 || s.dated && top.rank == levelOfDay {
			ended = true
		}
		if top.entry && s.depth == 0 && (!top.named || top.group != l.group) {
			ended = true
		}
		if top.entry && s.depth > 0 && (s.Shape == english.Paragraph || s.Shape == english.Answer) {
			ended = top.rank > rank(s)
		}
		if !ended {
			return top.block
		}
		*all = (*all)[:len(*all)-1]
	}
	return english.None
}

// open lets what follows stand under a heading or an entry.
func (all *scopes) open(block int, s shaped, l line) {
	if s.Shape == english.Heading || s.Shape == english.ListItem {
		*all = append(*all, scope{block: block, rank: rank(s), group: l.group, own: s.own, named: s.named, entry: s.Shape == english.ListItem, leads: s.leads})
	}
}
