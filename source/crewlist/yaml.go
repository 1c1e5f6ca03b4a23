package crewlist

import (
	"fmt"

	"github.com/goccy/go-yaml/ast"

	"rolecall/strictyaml"
)

// entry is a key of the map with what stands behind it. The tree is walked
// rather than decoded, as every fault needs its place, also those found later.
type entry struct {
	key         string
	at, valueAt strictyaml.Place
	value       ast.Node
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
		return nil, m.faultAt(e.valueAt, "%s needs lines of the form “word: meaning” below it", e.key)
	}
	entries := make([]entry, len(values))
	for i, v := range values {
		key, isScalar := v.Key.(ast.ScalarNode)
		if !isScalar {
			return nil, m.faultAt(strictyaml.PlaceOf(v.Key.GetToken()), "a word is wanted here before the colon")
		}
		entries[i] = entry{scalarText(key), strictyaml.PlaceOf(v.Key.GetToken()), strictyaml.PlaceOf(v.Value.GetToken()), v.Value}
	}
	return entries, nil
}

// text is a plain value: a word, a number, true.
func (e entry) text(m *Map) (string, error) {
	switch node := e.value.(type) {
	case *ast.NullNode:
		return "", nil
	case ast.ScalarNode:
		return scalarText(node), nil
	}
	return "", m.faultAt(e.valueAt, "%s needs a word or a text", e.key)
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
