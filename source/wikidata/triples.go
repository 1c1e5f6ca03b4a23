package wikidata

import (
	"bytes"
	"strconv"
	"strings"
	"unicode/utf8"
)

const (
	itemStart     = "<" + itemAddress
	propertyStart = "<http://www.wikidata.org/prop/direct/P"
	labelStart    = "<http://www.w3.org/2000/01/rdf-schema#label> "
	nameStart     = "<http://schema.org/name> "
	englishEnd    = `"@en`
	// manyEnd ends a label that stands for all languages that have none of their own.
	manyEnd = `"@mul`
)

// readTriples reads the truthy dump as N-Triples: one triple a line, those of an
// item one after another, in whatever order. "Truthy" are the statements of the
// highest rank that a property of an item has; the rank itself is not in it, so
// that all count as of normal rank.
func readTriples(g *gatherer, in *input) error {
	l := in.whole()
	var e entity
	for {
		line, err := l.next()
		if err != nil {
			return err
		}
		if line == nil {
			g.take(&e)
			return nil
		}
		if fault := g.triple(&e, bytes.TrimRight(line, " \t")); fault != "" {
			if err := l.bad("%s", fault); err != nil {
				return err
			}
		}
	}
}

// triple takes a line, or says what is wrong with it.
func (g *gatherer) triple(e *entity, line []byte) (fault string) {
	switch {
	case len(line) == 0 || line[0] == '#':
		return ""
	case !isText(line):
		return notText
	case line[len(line)-1] != '.':
		return "the triple does not end in a full stop"
	}
	if fault := shapeFault(line); fault != "" {
		return fault
	}
	if !bytes.HasPrefix(line, []byte(itemStart)) {
		return "" // of a property, a lexeme, a page
	}
	item, rest := leadingNumber(line[len(itemStart):])
	rest, closed := bytes.CutPrefix(rest, []byte("> "))
	if item == 0 || !closed {
		return "the triple is about no item"
	}
	if item != e.item {
		g.take(e)
		e.reset(item)
	}
	return e.predicate(bytes.TrimRight(rest[:len(rest)-1], " \t"))
}

// shapeFault says what a line lacks of the shape of a triple, whatever it is about: what
// is of no use is passed over by the billion, and what is none must not go with it.
func shapeFault(line []byte) (fault string) {
	subject, rest, _ := cutTerm(line)
	predicate, object, _ := cutTerm(rest)
	switch {
	case !isOpen(subject, "<_") || !isOpen(predicate, "<"):
		return "this is no triple"
	case !isOpen(object, `<_"`):
		return "the triple has no object"
	}
	return ""
}

// cutTerm cuts a text behind an address or a blank node.
func cutTerm(text []byte) (term, rest []byte, ended bool) {
	at := bytes.IndexByte(text, ' ')
	if tab := bytes.IndexByte(text[:max(at, 0)], '\t'); tab > 0 {
		at = tab
	} else if at < 0 {
		at = bytes.IndexByte(text, '\t')
	}
	if at < 1 || text[0] == '<' && text[at-1] != '>' {
		return nil, nil, false
	}
	return text[:at], bytes.TrimLeft(text[at:], " \t"), true
}

// isOpen reports whether a term begins with one of some signs.
func isOpen(term []byte, signs string) bool {
	return len(term) > 1 && strings.IndexByte(signs, term[0]) >= 0
}

// predicate takes predicate and object of a triple, where they are of use.
func (e *entity) predicate(text []byte) (fault string) {
	switch {
	case bytes.HasPrefix(text, []byte(propertyStart)):
		number, object := leadingNumber(text[len(propertyStart):])
		p := property(number)
		if uint32(p) != number || !p.isTaken() {
			return ""
		}
		object, closed := bytes.CutPrefix(object, []byte("> "))
		if !closed {
			return "the triple has no object"
		}
		return e.object(p, object)
	case bytes.HasSuffix(text, []byte(englishEnd)) && len(e.name) == 0:
		e.name, fault = label(e.name, text)
	case bytes.HasSuffix(text, []byte(manyEnd)) && len(e.anyName) == 0:
		e.anyName, fault = label(e.anyName, text)
	}
	return fault
}

// label appends the text of a triple that says a name.
func label(to, text []byte) (_ []byte, fault string) {
	for _, start := range []string{labelStart, nameStart} {
		if bytes.HasPrefix(text, []byte(start)) {
			return literal(to, text[len(start):])
		}
	}
	return to, ""
}

// object takes the object of a triple. Blank nodes and addresses other than an
// item's stand for a value that is not known.
func (e *entity) object(p property, object []byte) (fault string) {
	if len(object) == 0 || object[0] != '"' && object[0] != '<' && object[0] != '_' {
		return "the triple has no object"
	}
	if object[0] != '"' {
		if bytes.HasPrefix(object, []byte(itemStart)) && parseItem(object) == 0 {
			return "the object is no item"
		}
		e.add(p, parseItem(object), nil, false)
		return ""
	}
	text, fault := literal(nil, object)
	if fault == "" {
		e.add(p, 0, text, false)
	}
	return fault
}

// literal appends to a text what is between the quotation marks of an N-Triples
// literal, whatever its language or type.
func literal(to, text []byte) (_ []byte, fault string) {
	end := bytes.LastIndexByte(text, '"')
	if len(text) < 2 || text[0] != '"' || end == 0 {
		return to, "the quotation mark is not closed"
	}
	text = text[1:end]
	for {
		escape := bytes.IndexByte(text, '\\')
		if escape < 0 {
			return append(to, text...), ""
		}
		to = append(to, text[:escape]...)
		char, size := unescape(text[escape+1:])
		if size == 0 {
			return to[:0], "an escape (\\) is malformed"
		}
		to = utf8.AppendRune(to, char)
		text = text[escape+1+size:]
	}
}

// unescape reads what follows a backslash; the size is 0 where it is no escape.
func unescape(text []byte) (char rune, size int) {
	if len(text) == 0 {
		return 0, 0
	}
	digits := 0
	switch text[0] {
	case 't':
		return '\t', 1
	case 'b':
		return '\b', 1
	case 'n':
		return '\n', 1
	case 'r':
		return '\r', 1
	case 'f':
		return '\f', 1
	case '"', '\'', '\\':
		return rune(text[0]), 1
	case 'u':
		digits = 4
	case 'U':
		digits = 8
	}
	if digits == 0 || len(text) < 1+digits {
		return 0, 0
	}
	code, err := strconv.ParseUint(string(text[1:1+digits]), 16, 32)
	if err != nil || code > utf8.MaxRune {
		return 0, 0
	}
	return rune(code), 1 + digits
}
