// Package job says what work somebody did, from the words of a source: IMDb's
// category and job, the job column of a crew list. A word before another one changes
// the role or does not: a co-creator is a creator, an associate producer is no
// producer, and who wrote the novel or the play that a film is made from did not
// write the film. So that these mean the same in every source, they stand in one
// table.
package job

import (
	_ "embed"
	"encoding/csv"
	"fmt"
	"strings"

	"rolecall"
)

//go:embed roles.csv
var table string

// rule is a row of roles.csv: what role a category is, with a job like pattern.
type rule struct {
	category, pattern string
	role              rolecall.Role
}

// rules is roles.csv, which is part of the program; a fault in it is seen by every
// test.
var rules = func() []rule {
	lines, err := csv.NewReader(strings.NewReader(table)).ReadAll()
	if err != nil {
		panic(fmt.Errorf("roles.csv: %w", err))
	}
	var all []rule
	for _, line := range lines[1:] {
		r := rule{category: line[0], pattern: line[1]}
		if line[2] != "" {
			if r.role, err = rolecall.ParseRole(line[2]); err != nil {
				panic(fmt.Errorf("roles.csv: %w", err))
			}
		}
		all = append(all, r)
	}
	return all
}()

// Role is the role of a category and job, in IMDb's words: the first rule that
// fits decides. It is empty for a category or job without a role.
func Role(category, job string) rolecall.Role {
	job = strings.Join(strings.Fields(strings.ToLower(job)), " ")
	for _, r := range rules {
		if r.category == category && (r.pattern == "" || like(job, r.pattern)) {
			return r.role
		}
	}
	return ""
}

// IsOfSource reports whether a writer's job is that of an author of what the film
// is made from: "novel", "characters created by".
func IsOfSource(job string) bool { return job != "" && Role("writer", job) == "" }

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
