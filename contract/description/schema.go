package description

import (
	"encoding/json"
	"reflect"
	"slices"

	"github.com/danielgtaylor/huma/v2"

	"rolecall/contract"
	"rolecall/population"
)

// Schema is the schema of one type, with those of all that it holds: it refers to
// nothing beside itself.
type Schema struct {
	root     *huma.Schema
	registry huma.Registry
	name     string
}

// prefix is where a schema has those of what it holds.
const prefix = "#/$defs/"

// Of is the schema of a type, which may take the fields of a population beside its own.
func Of(t reflect.Type, fields ...population.Field) *Schema {
	s := &Schema{registry: NewRegistry(prefix), name: name(t, "")}
	s.root = s.registry.Schema(t, false, "")
	Sharpen(s.registry, prefix)
	for _, f := range fields {
		property := OfField(f)
		property.Description = f.Description()
		if f.Example != "" {
			property.Examples = []any{example(f)}
		}
		s.root.Properties[f.Param()] = property
	}
	s.root.PrecomputeMessages()
	return s
}

// example is a value of a field as the field takes it.
func example(f population.Field) any {
	if f.Type.TakesSeveral() {
		return []string{f.Example}
	}
	return f.Example
}

// MarshalJSON writes the schema as JSON Schema 2020-12.
func (s *Schema) MarshalJSON() ([]byte, error) {
	text, err := json.Marshal(s.root)
	if err != nil {
		return nil, err
	}
	var whole map[string]any
	if err := json.Unmarshal(text, &whole); err != nil {
		return nil, err
	}
	held := make(map[string]*huma.Schema)
	for name, one := range s.registry.Map() {
		if name != s.name {
			held[name] = one
		}
	}
	if len(held) > 0 {
		whole["$defs"] = held
	}
	return json.Marshal(whole)
}

// Check says what is wrong with a value, piece by piece, by the place in it.
func (s *Schema) Check(value map[string]any) (faults []contract.Fault) {
	var result huma.ValidateResult
	huma.Validate(s.registry, s.root, huma.NewPathBuffer(nil, 0), huma.ModeWriteToServer, value, &result)
	for _, err := range result.Errors {
		faults = append(faults, FaultOf(err))
	}
	return faults
}

// Takes are the names of what the type has, in order.
func (s *Schema) Takes() []string {
	var names []string
	for name := range s.root.Properties {
		names = append(names, name)
	}
	slices.Sort(names)
	return names
}

// FaultOf is an error of the framework as the contract has it.
func FaultOf(err error) contract.Fault {
	detailed, is := err.(huma.ErrorDetailer)
	if !is {
		return contract.Fault{Message: err.Error()}
	}
	detail := detailed.ErrorDetail()
	return contract.Fault{Message: detail.Message, Location: detail.Location, Value: sent(detail.Value)}
}

// sent is a value that was sent, as text.
func sent(value any) string {
	if text, is := value.(string); is || value == nil {
		return text
	}
	text, err := json.Marshal(value)
	if err != nil {
		return ""
	}
	return string(text)
}
