package nameindex

import (
	"regexp"
	"strings"
)

// Names of files and pages say the same as people do, in another dress.

var (
	fileEnding = regexp.MustCompile(`(?i)\.(?:mkv|mp4|m4v|avi|mov|wmv|webm|ts|srt|sub|vtt|nfo)$`)
	// dotted is what a name has somewhere in it whose words are apart by dots.
	dotted = regexp.MustCompile(`(?i)\.(?:s\d{1,2}(?:e\d{1,3})?|\d{1,2}x\d{2}|(?:19|20)\d\d|\d{3,4}[pi]|season)(?:[.\-]|$)`)
	// made is how a file was made, with all that follows.
	made = regexp.MustCompile(`(?i)^(.*?\S)[\s(\[-]+(?:\d{3,4}[pi]|uhd|hdr|web-?dl|web-?rip|blu-?ray|b[rd]rip|dvd-?rip|hdtv|[xh] ?26[45]|hevc|xvid|proper|repack|remux)\b.*$`)
	// pageEnding is the site that a page's title ends with.
	pageEnding = regexp.MustCompile(`(?i)\s+[-–—|]\s+(?:imdb|wikipedia|wikidata|the movie database(?: \(tmdb\))?|rotten tomatoes)$`)
)

// plainText is a text with spaces between its words, and without what a file's or
// a page's name has behind them. Where nothing else is there, that is the name.
func plainText(text string) string {
	text = strings.Join(strings.Fields(text), " ")
	if len(text) > mostText {
		return text
	}
	if plain := undressed(text); plain != "" {
		return plain
	}
	return text
}

func undressed(text string) string {
	text = pageEnding.ReplaceAllString(text, "")
	isFile := fileEnding.MatchString(text)
	text = fileEnding.ReplaceAllString(text, "")
	if !strings.Contains(text, " ") {
		switch {
		case strings.Contains(text, "_"):
			text, isFile = strings.ReplaceAll(text, "_", " "), true
		case dotted.MatchString(text):
			text, isFile = strings.ReplaceAll(text, ".", " "), true
		}
	}
	if m := made.FindStringSubmatch(text); m != nil && (isFile || strings.ContainsAny(text, "0123456789")) {
		text = m[1]
	}
	return strings.Join(strings.Fields(text), " ")
}
