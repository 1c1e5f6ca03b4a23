package imdb

import (
	_ "embed"
	"encoding/csv"
	"fmt"
	"strings"

	"rolecall"
)

//go:embed forms.csv
var formsTable string

// kindOfForm is forms.csv: the kind of each titleType.
func kindOfForm() (map[string]kind, error) {
	lines, err := csv.NewReader(strings.NewReader(formsTable)).ReadAll()
	if err != nil {
		return nil, fmt.Errorf("forms.csv: %w", err)
	}
	forms := make(map[string]kind)
	for _, line := range lines[1:] {
		if line[1] == "" {
			continue
		}
		if _, err := rolecall.ParseKind(line[1]); err != nil {
			return nil, fmt.Errorf("forms.csv: %w", err)
		}
		for k, word := range kinds {
			if string(word) == line[1] {
				forms[line[0]] = kind(k)
			}
		}
	}
	return forms, nil
}
