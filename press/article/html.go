package article

import (
	"bytes"
	"net/url"
	"strings"

	"codeberg.org/readeck/go-readability"
	"golang.org/x/net/html"

	"rolecall/press/english"
)

// mostElements bounds the elements of a page that are looked at.
const mostElements = 60_000

// HTML takes the article out of a page. The address, which may be empty, is where the
// page was found. The error is ErrNoText where the page has no article.
func HTML(page []byte, address string) (Article, error) {
	at, err := url.Parse(address)
	if err != nil || address == "" {
		at = nil
	}
	parser := readability.NewParser()
	parser.MaxElemsToParse = mostElements
	found, err := parser.Parse(bytes.NewReader(page), at)
	if err != nil || found.Node == nil {
		return Article{}, ErrNoText
	}
	w := &textWriter{}
	if title := strings.TrimSpace(found.Title); title != "" {
		w.text.WriteString(strings.Join(strings.Fields(title), " "))
		w.breakLine()
	}
	w.write(found.Node, false, 0)
	a := Plain(strings.TrimRight(w.text.String(), "\n "))
	if strings.TrimSpace(a.Text) == "" {
		return Article{}, ErrNoText
	}
	a.Italics, a.Address, a.Title, a.Site = w.italics, address, found.Title, found.SiteName
	return a, nil
}

// textWriter writes the text of a tree of HTML and notes what is in italics.
type textWriter struct {
	text    strings.Builder
	italics []english.Span
}

// deepest bounds how far into a tree text is looked for.
const deepest = 200

func (w *textWriter) write(n *html.Node, italic bool, depth int) {
	if depth > deepest {
		return
	}
	block := false
	switch n.Type {
	case html.TextNode:
		w.words(n.Data, italic)
		return
	case html.ElementNode:
		switch n.Data {
		case "em", "i", "cite":
			italic = true
		case "p", "h1", "h2", "h3", "h4", "h5", "h6", "li", "div", "blockquote", "tr", "br", "figcaption", "section", "article", "ul", "ol", "table":
			block = true
		case "script", "style", "graphic", "img":
			return
		}
	}
	if block {
		w.breakLine()
	}
	for child := n.FirstChild; child != nil; child = child.NextSibling {
		w.write(child, italic, depth+1)
	}
	if block {
		w.breakLine()
	}
}

// words writes text with runs of white space as one space.
func (w *textWriter) words(data string, italic bool) {
	clean := strings.Join(strings.Fields(data), " ")
	written := w.text.String()
	if clean == "" {
		if data != "" && written != "" && !strings.HasSuffix(written, "\n") && !strings.HasSuffix(written, " ") {
			w.text.WriteByte(' ')
		}
		return
	}
	if startsSpaced(data) && written != "" && !strings.HasSuffix(written, "\n") && !strings.HasSuffix(written, " ") {
		w.text.WriteByte(' ')
	}
	start := w.text.Len()
	w.text.WriteString(clean)
	if italic {
		w.italics = append(w.italics, english.Span{Start: start, End: w.text.Len()})
	}
	if last := data[len(data)-1]; last == ' ' || last == '\n' || last == '\t' {
		w.text.WriteByte(' ')
	}
}

func startsSpaced(data string) bool {
	return data[0] == ' ' || data[0] == '\n' || data[0] == '\t' || data[0] == '\r'
}

func (w *textWriter) breakLine() {
	if text := w.text.String(); text != "" && !strings.HasSuffix(text, "\n\n") {
		w.text.WriteString("\n\n")
	}
}
