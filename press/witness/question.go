package witness

import (
	_ "embed"
	"slices"

	"rolecall"
	"rolecall/press/claims"
)

// instructions are what a model is told of claims, before it is asked about a passage. They
// say what docs/check.md says of them, and nothing of the catalog: what a text states is one
// question and what is true another.
//
//go:embed instructions.md
var instructions string

var (
	genders = []string{string(rolecall.Woman), string(rolecall.Man), string(rolecall.Nonbinary)}
	units   = []string{"", "episode", "film", "series", "season", claims.People}
)

// roles are the words for roles that a claim may have.
func roles() []rolecall.Role {
	return append(rolecall.Roles(), claims.Star, claims.Other)
}

// schema is the form of an answer, in the parts of JSON Schema that servers hold a model to.
// All fields are asked for in all claims, as the strictest servers want it.
func schema() map[string]any {
	text := map[string]any{"type": "string"}
	number := map[string]any{"type": "number"}
	flag := map[string]any{"type": "boolean"}
	oneOf := func(words []string) map[string]any { return map[string]any{"type": "string", "enum": words} }
	fields := map[string]any{
		"quote": text, "kind": oneOf(wordsOf(claims.Kinds())), "title": text, "season": number, "year": number,
		"role": oneOf(append([]string{""}, wordsOf(roles())...)), "person": text, "character": text,
		"gender": oneOf(append([]string{""}, genders...)),
		"value":  map[string]any{"type": []string{"number", "null"}}, "of": number, "bound": oneOf(bounds), "unit": oneOf(units),
		"day": text, "negated": flag, "all": flag, "alone": flag,
	}
	var names []string
	for name := range fields {
		names = append(names, name)
	}
	slices.Sort(names)
	claim := map[string]any{"type": "object", "properties": fields, "required": names, "additionalProperties": false}
	return map[string]any{
		"type": "object", "properties": map[string]any{"claims": map[string]any{"type": "array", "items": claim}},
		"required": []string{"claims"}, "additionalProperties": false,
	}
}

func wordsOf[T ~string](all []T) []string {
	words := make([]string, len(all))
	for i, w := range all {
		words[i] = string(w)
	}
	return words
}
