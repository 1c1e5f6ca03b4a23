package article

import (
	"slices"
	"strings"

	"rolecall/press/english"
)

// The words by which a site's furniture is known. A line is furniture if it begins
// with one of these, in any case, and is short.
var furnitureLines = []struct{ begins, why string }{
	{"watch now", "a link to a video"},
	{"read more", "a link to another story"}, {"read next", "a link to another story"}, {"read also", "a link to another story"},
	{"related:", "a link to another story"}, {"see also:", "a link to another story"}, {"more:", "a link to another story"},
	{"also read", "a link to another story"}, {"click here", "a link"}, {"advertisement", "an advertisement"},
	{"sponsored", "an advertisement"}, {"(image credit", "an image credit"}, {"image credit", "an image credit"},
	{"(photo", "an image credit"}, {"photo:", "an image credit"}, {"photo by", "an image credit"}, {"image:", "an image credit"},
	{"photograph:", "an image credit"}, {"picture:", "an image credit"}, {"credit:", "an image credit"}, {"getty images", "an image credit"}, {"courtesy of", "an image credit"},
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

// promises are what publishers say of themselves, in the last paragraph of a page.
var promises = []string{
	"leading destination", "has it covered", "have it covered", "got you covered", "helps you", "brings you", "delivers the latest", "your guide to",
	"the latest issues", "the latest news", "iconic", "discover", "award-winning coverage", "world's leading", "join the conversation", "our mission",
	"finger-on-the-pulse", "is part of", "registered trademark", "unique", "destination for", "one-stop", "online magazine", "trusted source",
}

// shortLine bounds a line of furniture, in bytes; a longer one is a sentence that
// only begins alike.
const shortLine = 160

// line is a line of a text, without the white space around it.
type line struct {
	english.Span
	lower string
	// block counts the blocks of lines that blank lines part.
	block int
}

// furniture finds what of a plain text belongs to the site around it.
func furniture(text string) []Furniture {
	lines := linesOf(text)
	found := endMatter(text, lines)
	end := len(text)
	if len(found) > 0 {
		end = found[0].Start
	}
	for i, l := range lines {
		if l.Start >= end {
			break
		}
		why := whyFurniture(l)
		if why == "" {
			continue
		}
		found = append(found, Furniture{l.Span, why})
		if why == "an image credit" {
			found = append(found, captionsBefore(lines, i)...)
		}
	}
	slices.SortFunc(found, func(a, b Furniture) int { return a.Start - b.Start })
	return slices.CompactFunc(found, func(a, b Furniture) bool { return a.Span == b.Span })
}

func linesOf(text string) []line {
	var all []line
	block := 0
	for start := 0; start < len(text); {
		end := strings.IndexByte(text[start:], '\n')
		if end < 0 {
			end = len(text) - start
		}
		raw := text[start : start+end]
		trimmed := strings.TrimSpace(raw)
		if trimmed == "" {
			block++
		} else {
			at := start + strings.Index(raw, trimmed)
			all = append(all, line{english.Span{Start: at, End: at + len(trimmed)}, strings.ToLower(trimmed[:min(len(trimmed), 400)]), block})
		}
		start += end + 1
	}
	return all
}

func whyFurniture(l line) string {
	if l.End-l.Start > shortLine {
		return ""
	}
	for _, f := range furnitureLines {
		if strings.HasPrefix(l.lower, f.begins) {
			return f.why
		}
	}
	return ""
}

// captionsBefore are the short lines right above an image credit, without a full
// stop: the caption and what stands for the image.
func captionsBefore(lines []line, at int) []Furniture {
	var found []Furniture
	for i := at - 1; i >= 0 && at-i <= 3 && lines[i].block == lines[at].block; i-- {
		if l := lines[i]; l.End-l.Start > 120 || strings.HasSuffix(l.lower, ".") {
			break
		}
		found = append(found, Furniture{lines[i].Span, "a caption"})
	}
	return found
}

// endMatter is the part after the article: from a heading such as "Read these
// stories next" in the second half of the text to its end, or a last paragraph in
// which the publisher speaks of itself.
func endMatter(text string, lines []line) []Furniture {
	for _, l := range lines {
		if l.Start < len(text)/3 || l.End-l.Start > 60 {
			continue
		}
		for _, ending := range endings {
			if strings.HasPrefix(l.lower, ending) {
				return []Furniture{{english.Span{Start: l.Start, End: len(text)}, "links to other stories"}}
			}
		}
	}
	if len(lines) < 3 {
		return nil
	}
	last := lines[len(lines)-1]
	paragraph := strings.ToLower(text[last.Start:last.End])
	promised := 0
	for _, p := range promises {
		if strings.Contains(paragraph, p) {
			promised++
		}
	}
	if promised >= 2 {
		return []Furniture{{last.Span, "what the publisher says of itself"}}
	}
	return nil
}
