package byline

import (
	"regexp"
	"strings"
)

// array is a list as programs write one into a cell: ["Ana Lind", "Bo Ray"], or
// {Ana Lind,Bo Ray}.
var (
	array   = regexp.MustCompile(`^(?:\[\s*(?:(?:"[^"]*"|'[^']*')\s*,\s*)*(?:"[^"]*"|'[^']*')\s*\]|\{[^{}:=]+\})$`)
	element = regexp.MustCompile(`"[^"]*"|'[^']*'|[^",{}\[\]]+`)
)

// elements are the names of a cell that a program wrote.
func elements(cell string) (names []string, isArray bool) {
	if !array.MatchString(cell) {
		return nil, false
	}
	for _, name := range element.FindAllString(cell, -1) {
		if name = strings.Trim(name, `"' `); name != "" {
			names = append(names, name)
		}
	}
	return names, true
}
