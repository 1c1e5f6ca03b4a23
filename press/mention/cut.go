package mention

import (
	"cmp"
	"slices"

	"rolecall/press/english"
)

// piece is a name at a place of the text.
type piece struct {
	sentence, first, last int
	text, key             string
	// quoted says that it stands in quotation marks or in italics.
	quoted bool
	// opens says that it begins a sentence, where a capital tells nothing.
	opens bool
	said  said
}

// mostName bounds a name, in tokens.
const mostName = 11

// perName is what a name costs, so that one name is not cut into two that are as likely,
// and perSeam what it costs that one begins where another ends.
const (
	perName = 2
	perSeam = 6
)

// cutter cuts the runs of capitals of a line into names.
type cutter struct {
	*line
	finder        *finder
	before, after []said
	// best is the weight of the best way to cut the run up to a token, and from where
	// its last name comes, -1 for none.
	best, from []int
}

// pieces are the names of a line.
func (f *finder) piecesOf(s int) []piece {
	l := f.lines[s]
	c := &cutter{line: l, finder: f, before: make([]said, len(l.tokens)), after: make([]said, len(l.tokens)+1)}
	var all []piece
	at := 0
	for _, q := range f.quoted[s] {
		if q[0] < at {
			continue
		}
		all = c.cutBetween(all, s, at, q[0])
		all = append(all, c.piece(s, q[0], q[1], true))
		at = q[1]
	}
	return c.cutBetween(all, s, at, len(l.tokens))
}

func (c *cutter) piece(sentence, first, last int, quoted bool) piece {
	text := c.text(first, last)
	p := piece{sentence: sentence, first: first, last: last, text: text, key: Fold(text), quoted: quoted, opens: c.opens(first)}
	p.said = c.sayAfter(last).bound(c.sayBefore(first))
	p.said.add(c.sayTogether(first, last))
	return p
}

func (c *cutter) cutBetween(all []piece, sentence, from, to int) []piece {
	for _, run := range c.runs(from, to) {
		for _, p := range c.cut(run[0], run[1]) {
			all = append(all, c.piece(sentence, p[0], p[1], false))
		}
	}
	return all
}

// cut finds the likeliest names of a run: of all ways to cut it that in which what
// speaks for the names comes to most.
func (c *cutter) cut(first, last int) [][2]int {
	n := last - first
	c.best, c.from = append(c.best[:0], make([]int, n+1)...), append(c.from[:0], make([]int, n+1)...)
	c.from[0] = -1
	for i := first; i < last; i++ {
		c.before[i] = c.sayBefore(i)
		c.after[i+1] = c.sayAfter(i + 1)
	}
	for end := 1; end <= n; end++ {
		c.best[end], c.from[end] = c.best[end-1]+c.leftOut(first+end-1), -1
		if !c.ends(first + end - 1) {
			continue
		}
		for start := end - 1; start >= max(0, end-mostName); start-- {
			if !c.begins(first + start) {
				continue
			}
			w := c.weight(first+start, first+end)
			if w <= never/2 {
				continue
			}
			w += c.best[start] - perName
			if c.from[start] >= 0 {
				w -= c.seam(first+c.from[start], first+start, first+end)
			}
			if w >= c.best[end] {
				c.best[end], c.from[end] = w, start
			}
		}
	}
	var all [][2]int
	for end := n; end > 0; {
		if start := c.from[end]; start >= 0 {
			all = append(all, [2]int{first + start, first + end})
			end = start
		} else {
			end--
		}
	}
	slices.Reverse(all)
	return all
}

// seam is what it costs that one name begins where another ends: little where one is
// somebody's, in full, and the other is not. "In The Americans Matthew Rhys is Philip".
func (c *cutter) seam(first, middle, last int) int {
	if (middle-first > 1 || c.has(first, location|outlet)) && c.isPersonlike(middle, last) != c.isPersonlike(first, middle) {
		return perSeam / 2
	}
	return perSeam
}

// leftOut is what it costs that a token is no part of a name.
func (c *cutter) leftOut(i int) int {
	k := c.kinds[i]
	switch {
	case k&capital == 0 || k&numeral != 0:
		return 0
	case k&(role|honorific|outlet|people|calendar|compound|prize|location) != 0:
		return 0
	case k&opener != 0 && c.opens(i), k&article != 0:
		return 0
	}
	return -3
}

// weight is what speaks for a stretch being one name.
func (c *cutter) weight(first, last int) int {
	if c.headline && !c.finder.isKnown(c.line, first, last) {
		return never
	}
	p := c.shape(first, last)
	if before := c.before[first].points; c.after[last].owns && before.title > 0 {
		before.title = 0
		p.add(before)
	} else {
		p.add(before)
	}
	p.add(c.after[last].points)
	p.add(c.sayTogether(first, last).points)
	p.add(c.finder.knownOf(c.line, first, last))
	if (c.heading || c.asked) && c.isWhole(first, last) {
		p.title += 2
	}
	return p.most()
}

// quotedOf are the stretches of a line in quotation marks or in italics that read as
// titles, in order and apart.
func (f *finder) quotedOf(l *line) [][2]int {
	all := append(quotedTitles(l), f.italicTitles(l.tokens)...)
	slices.SortFunc(all, func(a, b [2]int) int { return cmp.Or(a[0]-b[0], b[1]-a[1]) })
	end := 0
	return slices.DeleteFunc(all, func(q [2]int) bool {
		if q[0] < end {
			return true
		}
		end = q[1]
		return false
	})
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
		for last > first && (!tokens[last-1].IsWord() && !isStop(tokens[last-1].Text) || tokens[last-1].Text == "'s") {
			last--
		}
		if last > first && tokens[first].IsCapital() && titleLike(tokens[first:last]) {
			all = append(all, [2]int{first, last})
		}
	}
	return all
}
