package population

import (
	"fmt"
	"net/url"
	"slices"
	"strings"
)

// MostInAddress is how many values a field takes in an address, which is to stay
// shorter than servers and browsers cut it.
const MostInAddress = 500

// FromAddress is the population that the query of an address asks for by some fields.
// Several names stand in one value with commas between them, or in several; so do
// identifiers, which may stand on lines too. The error names the parameter.
func FromAddress(q url.Values, fields []Field) (p Population, err error) {
	for _, f := range fields {
		values := f.inAddress(q[f.Param()])
		if len(values) > MostInAddress {
			return p, fmt.Errorf("%s: %d are too many for an address, which takes %d: give them to the command as a file", f.Param(), len(values), MostInAddress)
		}
		if err := f.Set(&p, values...); err != nil {
			return p, fmt.Errorf("%s: %w", f.Param(), err)
		}
	}
	return p, p.Validate()
}

// inAddress are the values of a parameter, each once.
func (f Field) inAddress(texts []string) (values []string) {
	for _, text := range texts {
		parts := []string{text}
		if f.Type.TakesSeveral() {
			parts = strings.FieldsFunc(text, func(r rune) bool { return r == ',' || r == '\n' || r == '\r' })
		}
		for _, part := range parts {
			if part = strings.TrimSpace(part); part != "" && !slices.Contains(values, part) {
				values = append(values, part)
			}
		}
	}
	return values
}
