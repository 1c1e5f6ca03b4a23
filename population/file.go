package population

import (
	"errors"
	"fmt"
	"io"
	"os"
	"strconv"
	"strings"
	"unicode/utf8"

	"github.com/goccy/go-yaml"
	"github.com/goccy/go-yaml/ast"
	"github.com/goccy/go-yaml/lexer"
	"github.com/goccy/go-yaml/parser"
	"github.com/goccy/go-yaml/token"
)

// A population is written down as a small YAML file, which can be kept beside the
// number, passed on, and run again:
//
//	# seasons of 6 or more episodes first shown 2010–2018 on Netflix
//	kind: season
//	from: 2010
//	to: 2018
//	networks: [Netflix]
//	min_episodes: 6
//
// References, anchors and tags are refused: a filter needs none, and a small file of
// references can stand for an endless one.

// Ending is how the file of a population ends.
const Ending = ".yaml"

// largest is the most bytes of a file: a hundred thousand identifiers are two million.
const largest = 4 << 20

// mostNested bounds brackets within brackets; a filter needs one.
const mostNested = 10

// Read reads the population of a file. An error names the file and, where it can,
// the line.
func Read(path string) (Population, error) {
	file, err := os.Open(path)
	if err != nil {
		return Population{}, fmt.Errorf("read the population: %w", err)
	}
	defer file.Close()
	text, err := io.ReadAll(io.LimitReader(file, largest+1))
	if err != nil {
		return Population{}, fmt.Errorf("read the population: %w", err)
	}
	p, err := Parse(text)
	if err != nil {
		return Population{}, fmt.Errorf("%s: %w", path, err)
	}
	return p, nil
}

// Parse reads a population from YAML. An error says the line where it can.
func Parse(text []byte) (p Population, err error) {
	if err := refuse(text); err != nil {
		return p, err
	}
	file, err := parser.ParseBytes(text, 0)
	if err != nil {
		return p, fault(err)
	}
	var filled []ast.Node
	for _, document := range file.Docs {
		if body := document.Body; body != nil && body.Type() != ast.NullType && body.Type() != ast.CommentType {
			filled = append(filled, body)
		}
	}
	if len(filled) > 1 {
		return p, errors.New("the file holds more than one population: keep one")
	}
	for _, body := range filled {
		if err := p.read(body); err != nil {
			return p, err
		}
	}
	return p, p.Validate()
}

// read takes the fields of a mapping.
func (p *Population) read(body ast.Node) error {
	mapping, is := body.(ast.MapNode)
	if !is {
		return fmt.Errorf("line %d: write a key and its value, such as kind: season", lineOf(body))
	}
	for entries := mapping.MapRange(); entries.Next(); {
		key := entries.Key().GetToken().Value
		if err := p.readEntry(key, entries.Value()); err != nil {
			return fmt.Errorf("line %d: %w", lineOf(entries.Key()), err)
		}
	}
	return nil
}

func (p *Population) readEntry(key string, node ast.Node) error {
	for _, f := range fields {
		if f.Key != key || key == "" {
			continue
		}
		values, err := valuesOf(node, f.Type)
		if err == nil {
			err = f.Set(p, values...)
		}
		if err != nil {
			return fmt.Errorf("%s: %w", key, err)
		}
		return nil
	}
	return fmt.Errorf("unknown field %q", key)
}

// valuesOf are the values of an entry, one, or a list where a field takes several.
func valuesOf(node ast.Node, t Type) ([]string, error) {
	if node.Type() == ast.NullType {
		return nil, nil
	}
	list, isList := node.(*ast.SequenceNode)
	switch {
	case isList && !t.TakesSeveral():
		return nil, errors.New("write one value, not a list")
	case !isList && t.TakesSeveral():
		return nil, errors.New("write a list, such as [one, other]")
	case !isList:
		value, err := textOf(node)
		return []string{value}, err
	}
	values := make([]string, len(list.Values))
	for i, node := range list.Values {
		value, err := textOf(node)
		if err != nil {
			return nil, err
		}
		values[i] = value
	}
	return values, nil
}

// textOf is a single value as it is written.
func textOf(node ast.Node) (string, error) {
	switch n := node.(type) {
	case *ast.StringNode:
		return n.Value, nil
	case *ast.LiteralNode:
		return n.Value.Value, nil
	case *ast.IntegerNode, *ast.FloatNode, *ast.BoolNode, *ast.NullNode, *ast.InfinityNode, *ast.NanNode:
		return n.GetToken().Value, nil
	}
	return "", errors.New("a single value is meant, such as a word or a number")
}

func lineOf(node ast.Node) int { return node.GetToken().Position.Line }

// refuse ends the reading of what no population needs before the parser sees it.
func refuse(text []byte) error {
	switch {
	case len(text) > largest:
		return fmt.Errorf("this is longer than %d bytes: is it a population?", largest)
	case !utf8.Valid(text):
		return errors.New("this is not valid UTF-8: save it as UTF-8")
	}
	depth := 0
	for _, t := range lexer.Tokenize(string(text)) {
		switch t.Type {
		case token.AnchorType, token.AliasType, token.MergeKeyType, token.TagType:
			return fmt.Errorf("line %d: references (& and *) and tags (!) are not read in a population", t.Position.Line)
		case token.SequenceStartType, token.MappingStartType:
			depth++
		case token.SequenceEndType, token.MappingEndType:
			depth--
		}
		if depth > mostNested {
			return fmt.Errorf("line %d: brackets are nested too deeply for a population", t.Position.Line)
		}
	}
	return nil
}

// fault is an error of the parser in one line.
func fault(err error) error {
	parsing := yaml.Error(nil)
	if errors.As(err, &parsing) && parsing.GetToken() != nil {
		return fmt.Errorf("line %d: %s", parsing.GetToken().Position.Line, parsing.GetMessage())
	}
	line, _, _ := strings.Cut(err.Error(), "\n")
	return errors.New(line)
}

// Text is a population as YAML, its words in a comment above.
func Text(p Population) ([]byte, error) {
	var entries yaml.MapSlice
	for _, f := range fields {
		if f.Key != "" && f.Asked(p) {
			value, err := f.written(p)
			if err != nil {
				return nil, err
			}
			entries = append(entries, yaml.MapItem{Key: f.Key, Value: value})
		}
	}
	words := strings.Join(strings.Fields(p.Words()), " ")
	if len(entries) == 0 {
		return []byte("# " + words + "\n{}\n"), nil
	}
	body, err := yaml.Marshal(entries)
	if err != nil {
		return nil, fmt.Errorf("write the population: %w", err)
	}
	return append([]byte("# "+words+"\n"), body...), nil
}

// written is what a population asks of a field, as YAML knows it.
func (f Field) written(p Population) (any, error) {
	values := f.Values(p)
	switch f.Type {
	case Names, Identifiers:
		return values, nil
	case Number:
		return strconv.Atoi(values[0])
	case YesNo:
		return strconv.ParseBool(values[0])
	}
	return values[0], nil
}
