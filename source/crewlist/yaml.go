package crewlist

import (
	"errors"
	"fmt"
	"unicode/utf8"

	"github.com/goccy/go-yaml"
	"github.com/goccy/go-yaml/ast"
	"github.com/goccy/go-yaml/lexer"
	"github.com/goccy/go-yaml/parser"
	"github.com/goccy/go-yaml/token"
)

// place is where something stands in a map, both from 1.
type place struct{ line, column int }

func placeOf(t *token.Token) place {
	if t == nil || t.Position == nil {
		return place{1, 1}
	}
	return place{t.Position.Line, t.Position.Column}
}

// entry is a key of the map with what stands behind it. The tree is walked
// rather than decoded, as every fault needs its place, also those found later.
type entry struct {
	key         string
	at, valueAt place
	value       ast.Node
}

// mostNested bounds brackets within brackets; a map needs two.
const mostNested = 20

// parseYAML reads the entries at the top of a map.
func parseYAML(path string, text []byte) ([]entry, error) {
	m := &Map{path: path}
	top := place{1, 1}
	switch {
	case len(text) > largestMap:
		return nil, m.faultAt(top, "this is longer than %d bytes: is it the map, or the list?", largestMap)
	case !utf8.Valid(text):
		return nil, m.faultAt(top, "this is not valid UTF-8: is it the map, or the list? Save it as UTF-8")
	case nesting(text) > mostNested:
		return nil, m.faultAt(top, "brackets are nested too deeply for a map")
	}
	file, err := parser.ParseBytes(text, 0)
	if err != nil {
		return nil, m.syntaxFault(err)
	}
	if len(file.Docs) == 0 || file.Docs[0].Body == nil {
		return nil, m.faultAt(top, "the map is empty: it needs source and columns")
	}
	if len(file.Docs) > 1 {
		return nil, m.faultAt(placeOf(file.Docs[1].Start), "the file holds two maps: keep one")
	}
	return entry{key: "the map", at: top, valueAt: top, value: file.Docs[0].Body}.entries(m)
}

func (m *Map) syntaxFault(err error) error {
	if fault := yaml.Error(nil); errors.As(err, &fault) {
		return m.faultAt(placeOf(fault.GetToken()), "this is not YAML: %s", fault.GetMessage())
	}
	return m.faultAt(place{1, 1}, "this is not YAML: %v", err)
}

// nesting is how deeply brackets are nested at most, those in texts and comments
// left out. The parser calls itself for each, and takes longer with each.
func nesting(text []byte) int {
	depth, deepest := 0, 0
	for _, t := range lexer.Tokenize(string(text)) {
		switch t.Type {
		case token.SequenceStartType, token.MappingStartType:
			depth++
			deepest = max(deepest, depth)
		case token.SequenceEndType, token.MappingEndType:
			depth = max(0, depth-1)
		}
	}
	return deepest
}

func (e entry) isMapping() bool {
	switch e.value.(type) {
	case *ast.MappingNode, *ast.MappingValueNode:
		return true
	}
	return false
}

// entries are those of a mapping.
func (e entry) entries(m *Map) ([]entry, error) {
	var values []*ast.MappingValueNode
	switch node := e.value.(type) {
	case *ast.MappingNode:
		values = node.Values
	case *ast.MappingValueNode:
		values = []*ast.MappingValueNode{node}
	default:
		return nil, m.faultAt(e.valueAt, "%s needs lines of the form “word: meaning” below it%s", e.key, aliasNote(e.value))
	}
	entries := make([]entry, len(values))
	for i, v := range values {
		key, isScalar := v.Key.(ast.ScalarNode)
		if note := aliasNote(v.Key); !isScalar || note != "" {
			return nil, m.faultAt(placeOf(v.Key.GetToken()), "a word is wanted here before the colon%s", note)
		}
		entries[i] = entry{scalarText(key), placeOf(v.Key.GetToken()), placeOf(v.Value.GetToken()), v.Value}
	}
	return entries, nil
}

// text is a plain value: a word, a number, true.
func (e entry) text(m *Map) (string, error) {
	note := aliasNote(e.value)
	switch node := e.value.(type) {
	case *ast.NullNode:
		return "", nil
	case ast.ScalarNode:
		if note == "" {
			return scalarText(node), nil
		}
	}
	return "", m.faultAt(e.valueAt, "%s needs a word or a text%s", e.key, note)
}

// aliasNote says that a map has no references. It needs none, and a small file
// of references can stand for an endless one.
func aliasNote(node ast.Node) string {
	switch node.(type) {
	case *ast.AnchorNode, *ast.AliasNode, *ast.MergeKeyNode:
		return "; references (& and *) are not read in a map"
	case *ast.TagNode:
		return "; tags (!) are not read in a map"
	}
	return ""
}

// scalarText is a value as written: a column may be named 2018, 007 or yes.
func scalarText(node ast.ScalarNode) string {
	switch n := node.(type) {
	case *ast.StringNode:
		return n.Value
	case *ast.LiteralNode:
		return n.Value.Value
	}
	if t := node.GetToken(); t != nil {
		return t.Value
	}
	return fmt.Sprint(node.GetValue())
}
