package article

import (
	"net/url"
	"regexp"
	"strings"

	"codeberg.org/readeck/go-readability"
	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"

	"rolecall/press/english"
)

// mostElements bounds the elements of a page in which the article is looked for; a page
// with more is read whole.
const mostElements = 60_000

// shortPage bounds the text of a page that is read whole, in bytes. In little text
// nothing tells an article from what is around it but the elements themselves.
const shortPage = 2500

// Tags of HTML: one with which a text begins, and one that opens or closes anywhere.
var (
	startTag = regexp.MustCompile(`(?i)^(?:<!doctype\b|<!--|<\?xml\b|</?[a-z][a-z0-9]*(?:\s[^<>]*)?/?>)`)
	anyTag   = regexp.MustCompile(`(?i)<(/?)([a-z][a-z0-9]*)(\s[^<>]*)?/?>`)
)

// mostTags bounds how many tags are looked at.
const mostTags = 400

// isHTML reports whether a text is a page or a piece of one: it begins with a tag, or
// has an element that is opened and closed, or several tags that need no end. A text in
// which "<" means less is none, nor one about tags that do not exist.
func isHTML(text string) bool {
	text = strings.TrimLeft(text[:min(len(text), 1<<18)], " \t\r\n\uFEFF")
	if start := startTag.FindString(text); start != "" {
		found := anyTag.FindStringSubmatch(start)
		return found == nil || isElement(found[2])
	}
	opened, alone := make(map[string]bool), 0
	for _, found := range anyTag.FindAllStringSubmatch(text, mostTags) {
		name := strings.ToLower(found[2])
		switch {
		case !isElement(name) || found[1] == "" && found[3] != "" && !strings.Contains(found[3], "=") && strings.TrimSpace(strings.Trim(found[3], "/")) != "":
		case found[1] != "" && opened[name]:
			return true
		case name == "br" || name == "p" || name == "hr" || name == "li":
			if alone++; alone > 1 {
				return true
			}
			opened[name] = true
		case found[1] == "":
			opened[name] = true
		}
	}
	return opened["br"]
}

// isElement reports whether HTML has an element of a name. The library's table holds
// names of attributes too.
func isElement(name string) bool {
	switch atom.Lookup([]byte(strings.ToLower(name))) {
	case atom.A, atom.Abbr, atom.Article, atom.Aside, atom.B, atom.Blockquote, atom.Body, atom.Br, atom.Center, atom.Cite, atom.Code, atom.Dd, atom.Del, atom.Div, atom.Dl,
		atom.Dt, atom.Em, atom.Figcaption, atom.Figure, atom.Font, atom.Footer, atom.H1, atom.H2, atom.H3, atom.H4, atom.H5, atom.H6, atom.Head, atom.Header, atom.Hr, atom.Html,
		atom.I, atom.Iframe, atom.Img, atom.Ins, atom.Li, atom.Link, atom.Main, atom.Mark, atom.Meta, atom.Nav, atom.Ol, atom.P, atom.Pre, atom.Q, atom.S, atom.Script, atom.Section,
		atom.Small, atom.Span, atom.Strong, atom.Style, atom.Sub, atom.Sup, atom.Svg, atom.Table, atom.Tbody, atom.Td, atom.Th, atom.Thead, atom.Time, atom.Title, atom.Tr, atom.U, atom.Ul, atom.Ruby, atom.Details, atom.Summary, atom.Wbr, atom.Address, atom.Picture, atom.Button, atom.Form, atom.Noscript, atom.Tt, atom.Big, atom.Kbd, atom.Dfn:
		return true
	}
	return false
}

// HTML takes the article out of a page, or out of a piece of one. The address, which may
// be empty, is where the page was found. The error is ErrEncoding, or wraps ErrNoText
// where the page has no article.
func HTML(page []byte, address string) (Article, error) {
	return pageOf(page, "", address)
}

// pageOf reads a page of which the site says what kind it is and in which charset.
func pageOf(page []byte, contentType, address string) (Article, error) {
	text, err := decode(page, declaredEncoding(page, contentType))
	if err != nil {
		return Article{}, err
	}
	at, err := url.Parse(address)
	if err != nil || address == "" {
		at = nil
	}
	doc, err := html.Parse(strings.NewReader(keepApart(text)))
	if err != nil {
		return Article{}, ErrNoText
	}
	whole := newWriter(true)
	whole.write(doc, style{}, 0)
	parser := readability.NewParser()
	parser.MaxElemsToParse = mostElements
	w := whole
	found, err := parser.ParseAndMutate(doc, at)
	if err == nil && found.Node != nil && whole.text.Len() > shortPage {
		w = newWriter(false)
		w.write(found.Node, style{}, 0)
	}
	if strings.TrimSpace(w.text.String()) == "" {
		w = whole
	}
	a := w.article(found.Title)
	a.Address, a.Title, a.Site = address, found.Title, found.SiteName
	return nonEmpty(a)
}

// mostlyTags are so many signs of tags that a page may be made to take long.
const mostlyTags = 20_000

// ignored are tags that a parser may leave out, so that the texts before and after
// become one.
var ignored = regexp.MustCompile(`(?i)</[a-z][^<>]{0,40}>|<(?:t[dhr]|tbody|thead|tfoot|caption|colgroup|col|body|html|head|form|frameset|frame)(?:\s[^<>]{0,200})?/?>`)

// keepApart puts an empty comment after each such tag of a page that has very many: the
// library would copy the whole text at each of them.
func keepApart(page string) string {
	if strings.Count(page, "<") < mostlyTags {
		return page
	}
	return ignored.ReplaceAllString(page, "$0<?>")
}

// article is what was written, under the title of the page where the text does not have
// it.
func (w *writer) article(title string) Article {
	title = strings.Join(strings.Fields(unescape(title)), " ")
	text := strings.TrimRight(w.text.String(), "\n\t ")
	head := 0
	if title != "" && text != "" && !w.titled && !strings.HasPrefix(text, title) {
		head = len(title) + len("\n\n")
		text = title + "\n\n" + text
		for i := range w.elements {
			w.elements[i].at += head
		}
		for i := range w.italics {
			w.italics[i].Start += head
			w.italics[i].End += head
		}
		w.elements = append([]element{{shape: english.Heading, level: 1}}, w.elements...)
	}
	a := assemble(text, w.elements, true)
	a.Italics = w.italics
	return a
}
