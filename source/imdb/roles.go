package imdb

import (
	_ "embed"
	"encoding/csv"
	"fmt"
	"strings"

	"rolecall"
)

//go:embed roles.csv
var rolesTable string

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

// rule is a row of roles.csv: what role a category is, with a job like pattern.
type rule struct {
	category, pattern string
	role              rolecall.Role
}

// roleRules is roles.csv.
func roleRules() ([]rule, error) {
	lines, err := csv.NewReader(strings.NewReader(rolesTable)).ReadAll()
	if err != nil {
		return nil, fmt.Errorf("roles.csv: %w", err)
	}
	var rules []rule
	for _, line := range lines[1:] {
		r := rule{category: line[0], pattern: line[1], role: rolecall.Role(line[2])}
		if r.role != "" {
			if _, err := rolecall.ParseRole(line[2]); err != nil {
				return nil, fmt.Errorf("roles.csv: %w", err)
			}
		}
		rules = append(rules, r)
	}
	return rules, nil
}

// roleOf is the role of a category and job: the first rule that fits decides.
// Empty is a category or job without a role.
func roleOf(rules []rule, category, job string) rolecall.Role {
	job = strings.ToLower(job)
	for _, r := range rules {
		if r.category == category && (r.pattern == "" || like(job, r.pattern)) {
			return r.role
		}
	}
	return ""
}

// like reports whether a text is like a pattern, in which % stands for any text.
func like(text, pattern string) bool {
	parts := strings.Split(pattern, "%")
	last := len(parts) - 1
	if last == 0 {
		return text == pattern
	}
	if !strings.HasPrefix(text, parts[0]) {
		return false
	}
	text = text[len(parts[0]):]
	for _, part := range parts[1:last] {
		at := strings.Index(text, part)
		if at < 0 {
			return false
		}
		text = text[at+len(part):]
	}
	return strings.HasSuffix(text, parts[last])
}
