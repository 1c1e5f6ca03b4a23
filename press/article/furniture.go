package article

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"rolecall/press/english"
)

// The words by which a site's furniture is known. A line is furniture if it begins
// with one of these, in any case, and is short.
var furnitureLines = []struct{ begins, why string }{
	{"watch now", "a link to a video"},
	{"read more", "a link to another story"}, {"read next", "a link to another story"}, {"read also", "a link to another story"},
	{"related:", "a link to another story"}, {"see also:", "a link to another story"}, {"more:", "a link to another story"},
	{"also read", "a link to another story"}, {"click here", "a link"}, {"advertisement", "an advertisement"},
	{"sponsored", "an advertisement"}, {"(image credit", whyCredit}, {"image credit", whyCredit},
	{"(photo", whyCredit}, {"photo:", whyCredit}, {"photo by", whyCredit}, {"image:", whyCredit},
	{"photograph:", whyCredit}, {"picture:", whyCredit}, {"credit:", whyCredit}, {"getty images", whyCredit}, {"courtesy of", whyCredit},
	{"sign up", "the publisher's own matters"}, {"subscribe", "the publisher's own matters"}, {"newsletter", "the publisher's own matters"},
	{"follow us", "the publisher's own matters"}, {"share this", "the publisher's own matters"}, {"copyright", "the publisher's own matters"},
	{"©", "the publisher's own matters"}, {"all rights reserved", "the publisher's own matters"}, {"by signing up", "the publisher's own matters"},
	{"we may earn", "the publisher's own matters"}, {"if you buy something", "the publisher's own matters"}, {"skip to", "the publisher's own matters"},
	{"accept cookies", "the publisher's own matters"}, {"leave a comment", "the publisher's own matters"}, {"comments (", "the publisher's own matters"},
	{"share on", "the publisher's own matters"}, {"tweet", "the publisher's own matters"}, {"enter your email", "the publisher's own matters"},
}

// endings begin the part of a page that comes after the article.
var endings = []string{
	"read these stories next", "more from", "related stories", "related articles", "recommended", "you may also like",
	"you might also like", "trending now", "most popular", "popular stories", "read more from", "more stories", "latest news", "what to read next", "about the author", "keep reading",
}

// promises are what publishers say of themselves, in the last paragraph of a page;
// praise is what they say with it, and what others say too.
var (
	promises = []string{
		"leading destination", "has it covered", "have it covered", "got you covered", "helps you", "brings you", "delivers the latest", "your guide to",
		"the latest issues", "the latest news", "award-winning coverage", "world's leading", "world’s leading", "join the conversation", "our mission",
		"finger-on-the-pulse", "registered trademark", "destination for", "one-stop", "online magazine", "trusted source",
	}
	praise = []string{"iconic", "discover", "is part of", "unique"}
)

// shortLine bounds a line of furniture, in bytes; a longer one is a sentence that
// only begins alike.
const shortLine = 160

// What a stretch is set aside as, where the rest of the reader asks.
const (
	whyCaption = "a caption"
	whyCredit  = "an image credit"
)

// furniture finds what of a text belongs to the site around it.
func furniture(text string, lines []line) []Furniture {
	found := endMatter(text, lines)
	after := found
	for i, l := range lines {
		for len(after) > 0 && after[0].End <= l.Start {
			after = after[1:]
		}
		if len(after) > 0 && after[0].Overlaps(l.Span) {
			continue
		}
		why := whyFurniture(l, l.in(text))
		if why == "" {
			continue
		}
		found = append(found, Furniture{l.Span, why})
		if why == whyCredit {
			found = append(found, captionsBefore(lines, i)...)
		}
	}
	slices.SortStableFunc(found, func(a, b Furniture) int { return a.Start - b.Start })
	return slices.CompactFunc(found, func(a, b Furniture) bool { return a.Overlaps(b.Span) })
}

func whyFurniture(l line, words string) string {
	if l.End-l.Start > shortLine {
		return ""
	}
	for _, f := range furnitureLines {
		if beginsWith(l.lower, f.begins) && !isStatement(l.lower[len(f.begins):], words) {
			return f.why
		}
	}
	return ""
}

// beginsWith reports whether a line begins with words and not with a part of a longer
// one: "tweet", not "tweeting".
func beginsWith(lower, words string) bool {
	rest, found := strings.CutPrefix(lower, words)
	if !found {
		return false
	}
	last, _ := utf8.DecodeLastRuneInString(words)
	next, _ := utf8.DecodeRuneInString(rest)
	return !unicode.IsLetter(last) || !unicode.IsLetter(next) && !unicode.IsDigit(next) && next != '\'' && next != '’' && next != '-'
}

// Words of a sentence that tells something, and of one with which a site speaks of
// itself to its readers.
var (
	telling   = wordSet("was were is are has had have directed wrote written created starred stars made makes said says told tells plays played became won directs writes came comes gave began opened went did does")
	toReaders = wordSet("you your yours us our ours newsletter newsletters inbox email e-mail commission affiliate rights reserved © app cookies cookie privacy terms subscriber subscription account notifications advertisement")
)

// isStatement reports whether a line is a sentence of the article: it has the end and
// the verb of one, and does not speak to the reader of the site.
func isStatement(lower, words string) bool {
	if !endsStopped(words) {
		return false
	}
	verbs, count := 0, 0
	for word := range strings.FieldsFuncSeq(lower, func(r rune) bool { return !unicode.IsLetter(r) && r != '-' && r != '\'' && r != '©' }) {
		count++
		if toReaders[word] {
			return false
		}
		if telling[word] {
			verbs++
		}
	}
	return verbs > 0 && count > 4
}

// captionsBefore are the short lines right above an image credit, without a full
// stop: the caption and what stands for the image.
func captionsBefore(lines []line, at int) []Furniture {
	var found []Furniture
	for i := at - 1; i >= 0 && at-i <= 3 && lines[i].group == lines[at].group; i-- {
		if l := lines[i]; l.End-l.Start > 120 || strings.HasSuffix(l.lower, ".") {
			break
		}
		found = append(found, Furniture{lines[i].Span, whyCaption})
	}
	return found
}

// longestEnding bounds the heading of what comes after an article, in bytes.
const longestEnding = 60

// endMatter is what comes after the article: links to other stories under a heading such
// as "Read these stories next", and a last paragraph in which the publisher speaks of
// itself.
func endMatter(text string, lines []line) []Furniture {
	var found []Furniture
	for i := 0; i < len(lines); i++ {
		if lines[i].Start < len(text)/3 || !isEnding(lines[i], text) {
			continue
		}
		end := i + 1
		for end < len(lines) && !isArticle(lines, end, text) {
			end++
		}
		if end == i+1 && end < len(lines) && len(strings.Fields(lines[i].lower)) > mostEndingWords {
			continue // a heading of the article, as the article goes on
		}
		stop := len(text)
		if end < len(lines) {
			stop = lines[end-1].End
		}
		found = append(found, Furniture{english.Span{Start: lines[i].Start, End: stop}, "links to other stories"})
		i = end - 1
	}
	if len(lines) < 3 || len(found) > 0 && found[len(found)-1].End == len(text) {
		return found
	}
	if last := lines[len(lines)-1]; speaksOfItself(strings.ToLower(last.in(text))) {
		found = append(found, Furniture{last.Span, "what the publisher says of itself"})
	}
	return found
}

// mostEndingWords bounds the words of a heading that is a site's own whatever follows.
const mostEndingWords = 4

// isEnding reports whether a line is the heading of what comes after an article.
func isEnding(l line, text string) bool {
	words := l.in(text)
	if len(words) > longestEnding || strings.HasSuffix(strings.TrimRight(words, closers), ".") {
		return false
	}
	for _, ending := range endings {
		if beginsWith(l.lower, ending) {
			return !hasVerb(l.lower)
		}
	}
	return false
}

func hasVerb(lower string) bool {
	for word := range strings.FieldsSeq(lower) {
		if telling[strings.Trim(word, ",;:.!?\"'“”‘’")] {
			return true
		}
	}
	return false
}

// isArticle reports whether a line among links to other stories is none of them but a
// paragraph of the article: sentences that tell something, and not the one under a link
// that says what is behind it.
func isArticle(lines []line, at int, text string) bool {
	l := lines[at]
	words := l.in(text)
	if at > 0 && lines[at-1].group == l.group && whyFurniture(lines[at-1], lines[at-1].in(text)) != "" {
		return false
	}
	if !isStatement(l.lower, words) {
		return len(words) > 2*shortLine && endsStopped(words) && !speaksOfItself(strings.ToLower(words))
	}
	return !speaksOfItself(strings.ToLower(words))
}

// speaksOfItself reports whether a paragraph praises the publisher, and says nothing of
// who made what.
func speaksOfItself(paragraph string) bool {
	promised, all := 0, 0
	for _, p := range promises {
		if strings.Contains(paragraph, p) {
			promised++
		}
	}
	for _, p := range praise {
		if strings.Contains(paragraph, p) {
			all++
		}
	}
	for _, credit := range []string{"directed", "written by", "starring", "starred"} {
		if strings.Contains(paragraph, credit) {
			return false
		}
	}
	return promised > 0 && promised+all > 1
}
