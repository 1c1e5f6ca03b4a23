package article

import (
	"regexp"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"

	"rolecall/press/english"
)

// writer writes the text of a tree of HTML as a browser shows it, and notes what its
// elements say of it.
type writer struct {
	text     strings.Builder
	elements []element
	italics  []english.Span
	// whole says that nobody took the article out of the page before, so that what the
	// names of classes call no part of it is left out here.
	whole bool
	// titled says that there was a heading of the first level.
	titled bool

	// gap counts the ends of lines, and spaced says that there is a space, before the next
	// words. sign is the last character.
	gap    int
	spaced bool
	sign   rune
	// next is the element that the next words begin.
	next *element
	// flat counts the cells and terms that are open: their lines become one.
	flat int
}

// style is how words are set.
type style struct {
	italic, asWritten bool
	// list is the depth of lists, item that of the item which the words belong to.
	list, item int
}

func newWriter(whole bool) *writer { return &writer{whole: whole} }

// deepest bounds how far into a tree text is looked for.
const deepest = 200

// unseen are elements that a browser shows nothing of, or that are no part of what is
// written.
var unseen = atoms(atom.Script, atom.Style, atom.Noscript, atom.Template, atom.Head, atom.Nav, atom.Aside, atom.Footer, atom.Form, atom.Button, atom.Select, atom.Textarea,
	atom.Iframe, atom.Svg, atom.Math, atom.Canvas, atom.Object, atom.Video, atom.Audio, atom.Img, atom.Input, atom.Dialog, atom.Rt, atom.Rp, atom.Menu)

// apart are elements that stand on lines of their own.
var apart = atoms(atom.P, atom.Div, atom.Blockquote, atom.Section, atom.Article, atom.Main, atom.Header, atom.Ul, atom.Ol, atom.Dl, atom.Table, atom.Figure, atom.Address,
	atom.Details, atom.Summary, atom.Fieldset, atom.Legend, atom.Center, atom.Pre, atom.Hr, atom.Hgroup, atom.Body, atom.Search)

func atoms(all ...atom.Atom) map[atom.Atom]bool {
	set := make(map[atom.Atom]bool)
	for _, a := range all {
		set[a] = true
	}
	return set
}

// write writes a node and what is in it.
func (w *writer) write(n *html.Node, s style, depth int) {
	if depth > deepest {
		return
	}
	if n.Type == html.TextNode {
		w.words(n.Data, s)
		return
	}
	if n.Type != html.ElementNode {
		w.inside(n, s, depth)
		return
	}
	if unseen[n.DataAtom] || isHidden(n) || w.whole && isAround(n) {
		w.spaced = true
		return
	}
	switch n.DataAtom {
	case atom.Br:
		w.breakLine(w.gap + 1)
	case atom.Em, atom.I, atom.Cite:
		w.italic(n, s, depth)
	case atom.Q:
		w.put("“", s)
		w.inside(n, s, depth)
		w.spaced = false
		w.put("”", s)
	case atom.Sup:
		w.raised(n, s, depth)
	case atom.A:
		if !isFootnote(n) {
			w.inside(n, s, depth)
		}
	case atom.H1, atom.H2, atom.H3, atom.H4, atom.H5, atom.H6:
		level := int(n.Data[1] - '0')
		w.titled = w.titled || level == 1
		w.block(n, s, depth, &element{shape: english.Heading, level: level})
	case atom.Figcaption, atom.Caption:
		w.block(n, s, depth, &element{shape: english.Caption})
	case atom.Ul, atom.Ol:
		s.list++
		w.block(n, s, depth, nil)
	case atom.Li:
		w.item(n, s, depth)
	case atom.Dl:
		w.definitions(n, s, depth)
	case atom.Table:
		w.table(n, s, depth)
	case atom.Pre:
		s.asWritten = true
		w.block(n, s, depth, nil)
	case atom.P:
		w.block(n, s, depth, &element{shape: english.Paragraph, bold: isBold(n), within: s.item})
	default:
		if apart[n.DataAtom] {
			w.block(n, s, depth, nil)
		} else {
			w.inside(n, s, depth)
		}
	}
}

func (w *writer) inside(n *html.Node, s style, depth int) {
	for child := n.FirstChild; child != nil; child = child.NextSibling {
		w.write(child, s, depth+1)
	}
}

// block writes an element that stands by itself. What an element around it says of the
// words that come next holds where it says nothing.
func (w *writer) block(n *html.Node, s style, depth int, of *element) {
	w.breakLine(2)
	if w.flat == 0 {
		switch {
		case of == nil && w.next == nil:
			w.next = &element{shape: english.Paragraph, within: s.item}
		case of != nil && (w.next == nil || w.next.shape != english.ListItem || of.shape == english.Heading):
			w.next = of
		}
	}
	w.inside(n, s, depth)
	w.end()
}

// end ends an element: what comes next is none of it.
func (w *writer) end() {
	w.breakLine(2)
	w.next = nil
}

// item writes an item of a list. What stands in it after its own words, other than
// items, is about it.
func (w *writer) item(n *html.Node, s style, depth int) {
	s.list = max(s.list, 1)
	w.breakLine(1)
	if w.flat == 0 {
		w.next = &element{shape: english.ListItem, level: s.list}
	}
	s.item = s.list
	w.inside(n, s, depth)
	w.breakLine(1)
	w.next = nil
}

// italic writes what is set in italics, once where several such elements are nested.
func (w *writer) italic(n *html.Node, s style, depth int) {
	if s.italic {
		w.inside(n, s, depth)
		return
	}
	s.italic = true
	before := len(w.italics)
	w.inside(n, s, depth)
	w.italics = append(w.italics[:before], joined(w.text.String(), w.italics[before:])...)
}

// joined brings stretches together that only spaces part.
func joined(text string, all []english.Span) []english.Span {
	var one []english.Span
	for _, s := range all {
		if last := len(one) - 1; last >= 0 && strings.Trim(text[one[last].End:s.Start], " ") == "" {
			one[last].End = s.End
		} else {
			one = append(one, s)
		}
	}
	return one
}

const bareMark = `(?:\d{1,3}|[a-z]|[ivx]{2,4}|note \d+|citation needed|[*†‡§¶]+)`

// What stands raised: a mark of a footnote, an ending of a number.
var (
	raisedMark   = regexp.MustCompile(`^\s*(?:(?:\[[^\]]{1,24}\][\s,;]*)+|` + bareMark + `(?:[\s,;]+` + bareMark + `)*\s*)$`)
	raisedEnding = regexp.MustCompile(`^\s*(?:st|nd|rd|th|er|e|me)\s*$`)
	bracketMark  = regexp.MustCompile(`^\s*\[\s*(?:\d{1,3}|[a-z]|note \d+|nb \d+|citation needed|edit)\s*\]\s*$`)
)

func (w *writer) raised(n *html.Node, s style, depth int) {
	words := strings.ToLower(wordsOf(n))
	switch {
	case raisedEnding.MatchString(words) && unicode.IsDigit(w.sign):
		w.inside(n, s, depth)
	case raisedMark.MatchString(words) && (w.sign != 0 && w.gap == 0 || strings.TrimSpace(words) == ""):
	default:
		w.spaced = true
		w.inside(n, s, depth)
		w.spaced = true
	}
}

func isFootnote(n *html.Node) bool {
	return n.FirstChild != nil && bracketMark.MatchString(strings.ToLower(wordsOf(n)))
}

// mostWordsOf bounds how much of an element is looked at to tell what it is, in bytes.
const mostWordsOf = 200

// wordsOf are the first words in an element.
func wordsOf(n *html.Node) string {
	var text strings.Builder
	for d := range n.Descendants() {
		if d.Type == html.TextNode {
			text.WriteString(d.Data[:min(len(d.Data), mostWordsOf)])
		}
		if text.Len() > mostWordsOf {
			break
		}
	}
	return text.String()
}

// isBold reports whether all of an element, which must be short, is bold.
func isBold(n *html.Node) bool {
	looked := 0
	for d := range n.Descendants() {
		if looked++; looked > 20 {
			return false
		}
		if d.Type != html.TextNode || strings.TrimSpace(d.Data) == "" {
			continue
		}
		bold := false
		for up := d.Parent; up != nil && up != n; up = up.Parent {
			bold = bold || up.DataAtom == atom.B || up.DataAtom == atom.Strong
		}
		if !bold || len(d.Data) > longestHeading {
			return false
		}
	}
	return n.FirstChild != nil
}

// isHidden reports whether a page itself says that an element is not shown.
func isHidden(n *html.Node) bool {
	for _, a := range n.Attr {
		switch a.Key {
		case "hidden":
			return true
		case "aria-hidden":
			return a.Val == "true"
		case "style":
			plain := strings.ToLower(strings.ReplaceAll(a.Val[:min(len(a.Val), 400)], " ", ""))
			if strings.Contains(plain, "display:none") || strings.Contains(plain, "visibility:hidden") {
				return true
			}
		case "role":
			if a.Val == "navigation" || a.Val == "complementary" || a.Val == "contentinfo" || a.Val == "search" {
				return true
			}
		}
	}
	return false
}

// around are words in the names of classes that say that an element is around the
// article and no part of it.
var around = wordSet("nav navbar navigation menu breadcrumb breadcrumbs sidebar related recirc share sharing social promo newsletter cookie cookies comments advert advertisement ads ad sponsor sponsored subscribe signup popup modal outbrain taboola masthead")

func isAround(n *html.Node) bool {
	if n.DataAtom == atom.Body || n.DataAtom == atom.Html || n.DataAtom == atom.Article || n.DataAtom == atom.Main {
		return false
	}
	for _, a := range n.Attr {
		if a.Key != "class" && a.Key != "id" {
			continue
		}
		for word := range strings.FieldsFuncSeq(strings.ToLower(a.Val[:min(len(a.Val), 400)]), func(r rune) bool { return !unicode.IsLetter(r) }) {
			if around[word] {
				return true
			}
		}
	}
	return false
}

// words writes text with runs of white space as one space, as a browser does; a space
// that does not break is one too.
func (w *writer) words(data string, s style) {
	if s.asWritten {
		for i, l := range strings.Split(data, "\n") {
			if i > 0 {
				w.breakLine(w.gap + 1)
			}
			w.words(l, style{italic: s.italic, item: s.item, list: s.list})
		}
		return
	}
	data = unescape(data)
	if w.sign != 0 && w.gap == 0 && !w.spaced {
		data = withoutFootnotes(string(w.sign) + data)[utf8.RuneLen(w.sign):]
	} else {
		data = withoutFootnotes(data)
	}
	clean := strings.Join(strings.Fields(data), " ")
	if first, _ := utf8.DecodeRuneInString(data); data != "" && unicode.IsSpace(first) {
		w.spaced = true
	}
	if clean == "" {
		return
	}
	w.put(clean, s)
	last, _ := utf8.DecodeLastRuneInString(data)
	w.spaced = unicode.IsSpace(last)
}

// put writes words that have no white space around them.
func (w *writer) put(words string, s style) {
	empty := w.text.Len() == 0
	switch {
	case empty:
	case w.gap > 0 && w.flat > 0:
		if w.sign != '\t' && !strings.ContainsRune(",;:.!?\n(“", w.sign) {
			w.text.WriteByte(',')
		}
		if w.sign != '\t' && w.sign != '\n' {
			w.text.WriteByte(' ')
		}
	case w.gap > 0:
		w.text.WriteString(strings.Repeat("\n", min(w.gap, 2)))
	case w.spaced && w.sign != '\t' && w.sign != '\n' && w.sign != ' ' && w.sign != '“':
		w.text.WriteByte(' ')
	}
	w.gap, w.spaced = 0, false
	start := w.text.Len()
	if w.next != nil && w.flat == 0 {
		w.next.at = start
		w.elements = append(w.elements, *w.next)
		w.next = nil
	}
	w.text.WriteString(words)
	w.sign, _ = utf8.DecodeLastRuneInString(words)
	if s.italic {
		w.italics = append(w.italics, english.Span{Start: start, End: w.text.Len()})
	}
}

// breakLine sees to it that so many ends of lines stand before what comes next.
func (w *writer) breakLine(ends int) { w.gap = max(w.gap, min(ends, 2)) }

// definitions writes the terms and definitions of a list as fields, or where the
// definitions are long, as entries with what is said of them.
func (w *writer) definitions(n *html.Node, s style, depth int) {
	w.breakLine(2)
	var terms, says []*html.Node
	flush := func() {
		w.definition(terms, says, s, depth)
		terms, says = nil, nil
	}
	var visit func(n *html.Node, level int)
	visit = func(n *html.Node, level int) {
		for child := n.FirstChild; child != nil; child = child.NextSibling {
			switch {
			case child.DataAtom == atom.Dt:
				if len(says) > 0 {
					flush()
				}
				terms = append(terms, child)
			case child.DataAtom == atom.Dd:
				says = append(says, child)
			case child.DataAtom == atom.Div && level == 0:
				visit(child, 1)
			default:
				w.write(child, s, depth+1)
			}
		}
	}
	visit(n, 0)
	flush()
	w.end()
}

// longestValue bounds what a term's field says, in bytes; longer is running text.
const longestValue = 120

func (w *writer) definition(terms, says []*html.Node, s style, depth int) {
	if len(terms) == 0 && len(says) == 0 {
		return
	}
	long := len(terms) != 1
	for _, d := range says {
		words := strings.TrimSpace(wordsOf(d))
		long = long || len(words) > longestValue || strings.HasSuffix(words, ".")
	}
	if !long && len(says) > 0 {
		w.field(terms[0], says, s, depth)
		return
	}
	s.list++
	for _, t := range terms {
		w.item(t, s, depth)
	}
	s.item = s.list
	for _, d := range says {
		w.block(d, s, depth, &element{shape: english.Paragraph, within: s.list})
	}
}

// field writes a label and what it labels as "Label: what, and what else".
func (w *writer) field(label *html.Node, values []*html.Node, s style, depth int) {
	w.breakLine(1)
	if strings.TrimSpace(wordsOf(label)) == "" {
		for _, v := range values {
			w.block(v, s, depth, nil)
		}
		return
	}
	w.startLine()
	field := element{at: w.text.Len(), shape: english.Field}
	w.flat++
	w.inside(label, s, depth)
	field.label = len(strings.TrimRight(w.text.String()[field.at:], ": "))
	if w.sign != ':' {
		w.text.WriteByte(':')
	}
	w.sign, w.gap, w.spaced = ':', 0, true
	for i, v := range values {
		if i > 0 {
			w.breakLine(1)
		}
		w.inside(v, s, depth)
	}
	w.flat--
	w.elements = append(w.elements, field)
	w.next, w.gap = nil, 1
}

// startLine ends the line before, so that what comes next begins one.
func (w *writer) startLine() {
	if w.text.Len() > 0 {
		w.text.WriteString(strings.Repeat("\n", max(w.gap, 1)))
	}
	w.gap, w.spaced, w.sign = 0, false, '\n'
}

// table writes the rows of a table with tabs between the cells, the rows of two cells of
// a fact box as fields, and a table that only arranges a page as what is in it.
func (w *writer) table(n *html.Node, s style, depth int) {
	if w.flat > 0 || isArrangement(n) {
		w.block(n, s, depth, nil)
		return
	}
	w.breakLine(2)
	var visit func(n *html.Node, level int)
	visit = func(n *html.Node, level int) {
		for child := n.FirstChild; child != nil; child = child.NextSibling {
			switch child.DataAtom {
			case atom.Tr:
				w.row(child, s, depth+1)
			case atom.Thead, atom.Tbody, atom.Tfoot:
				if level == 0 {
					visit(child, 1)
				}
			default:
				w.write(child, s, depth+1)
			}
		}
	}
	visit(n, 0)
	w.end()
}

func (w *writer) row(n *html.Node, s style, depth int) {
	var cells []*html.Node
	for child := n.FirstChild; child != nil; child = child.NextSibling {
		if child.DataAtom == atom.Td || child.DataAtom == atom.Th {
			cells = append(cells, child)
		}
	}
	w.breakLine(1)
	switch {
	case len(cells) == 1 && cells[0].DataAtom == atom.Th:
		w.next = &element{shape: english.Heading, level: levelOfName, own: true}
		w.inside(cells[0], s, depth)
		w.breakLine(1)
		w.next = nil
		return
	case len(cells) == 2 && cells[1].DataAtom == atom.Td && (cells[0].DataAtom == atom.Th || english.IsLabel(strings.TrimRight(strings.TrimSpace(wordsOf(cells[0])), ":"))):
		w.field(cells[0], cells[1:], s, depth)
		return
	}
	w.flat++
	begun := false
	for _, c := range cells {
		switch {
		case begun:
			w.text.WriteByte('\t')
			w.gap, w.spaced, w.sign = 0, false, '\t'
		case strings.TrimSpace(wordsOf(c)) == "":
			continue
		default:
			w.startLine()
			w.elements = append(w.elements, element{at: w.text.Len(), shape: english.Row})
			begun = true
		}
		w.inside(c, s, depth)
	}
	w.flat--
	w.next, w.gap = nil, 1
}

// isArrangement reports whether a table only arranges a page: it has another table or
// whole paragraphs in its cells, or says so.
func isArrangement(n *html.Node) bool {
	if slices.ContainsFunc(n.Attr, func(a html.Attribute) bool { return a.Key == "role" && a.Val == "presentation" }) {
		return true
	}
	paragraphs, cells := 0, 0
	for d := range n.Descendants() {
		switch d.DataAtom {
		case atom.Table, atom.H1, atom.H2, atom.H3, atom.H4, atom.Article, atom.Section:
			return true
		case atom.P:
			paragraphs++
		case atom.Td, atom.Th:
			cells++
		}
	}
	return paragraphs > cells || cells == 1
}
