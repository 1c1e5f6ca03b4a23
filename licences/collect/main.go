// Command collect writes licences/NOTICES.md: the licence texts of every Go module
// that the program is linked of, and of what is embedded in it. Run it in the root
// of the repository ("make notices") when dependencies change.
package main

import (
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
)

func main() {
	if err := run(); err != nil {
		fmt.Fprintln(os.Stderr, "collect:", err)
		os.Exit(1)
	}
}

func run() error {
	parts, err := modules()
	if err != nil {
		return err
	}
	language, err := goItself()
	if err != nil {
		return err
	}
	embedded, err := embedded()
	if err != nil {
		return err
	}
	text := compose(append(append(embedded, language), parts...))
	return os.WriteFile(filepath.Join("licences", "NOTICES.md"), []byte(text), 0o644)
}

// part is something the program is made of, with its licence texts.
type part struct {
	name, version string
	texts         []string
}

// linked is a package as "go list" tells of it.
type linked struct {
	Dir      string
	Standard bool
	Module   *struct {
		Path, Version, Dir string
		Main               bool
	}
}

// modules are the Go modules of the packages linked in, each with the licences that
// lie between those packages and the module's root.
func modules() ([]part, error) {
	command := exec.Command("go", "list", "-deps", "-json=Dir,Standard,Module", "./cmd/rolecall")
	command.Stderr = os.Stderr
	out, err := command.Output()
	if err != nil {
		return nil, fmt.Errorf("list what is linked in: %w", err)
	}
	found := make(map[string]*part)
	for decoder := json.NewDecoder(strings.NewReader(string(out))); ; {
		var p linked
		if err := decoder.Decode(&p); errors.Is(err, io.EOF) {
			break
		} else if err != nil {
			return nil, err
		}
		if p.Standard || p.Module == nil || p.Module.Main {
			continue
		}
		m, known := found[p.Module.Path]
		if !known {
			m = &part{name: p.Module.Path, version: p.Module.Version}
			found[p.Module.Path] = m
		}
		if err := m.gather(p.Dir, p.Module.Dir); err != nil {
			return nil, err
		}
	}
	var parts []part
	for _, m := range found {
		if len(m.texts) == 0 {
			return nil, fmt.Errorf("%s has no licence file: say in this program where its licence is", m.name)
		}
		parts = append(parts, *m)
	}
	slices.SortFunc(parts, func(a, b part) int { return strings.Compare(a.name, b.name) })
	return parts, nil
}

var licenceFile = regexp.MustCompile(`(?i)^(?:(?:un)?licen[cs]e|copying|notice|patents|copyright)(?:[.-].*)?$`)

// gather takes the licences in a folder and in those above it, up to the root.
func (p *part) gather(folder, root string) error {
	for {
		files, err := os.ReadDir(folder)
		if err != nil {
			return err
		}
		for _, file := range files {
			if file.IsDir() || !licenceFile.MatchString(file.Name()) || strings.HasSuffix(file.Name(), ".go") {
				continue
			}
			text, err := os.ReadFile(filepath.Join(folder, file.Name()))
			if err != nil {
				return err
			}
			if !slices.Contains(p.texts, string(text)) {
				p.texts = append(p.texts, string(text))
			}
		}
		if folder == root {
			return nil
		}
		folder = filepath.Dir(folder)
	}
}

// goItself is the language, whose library is in every program.
func goItself() (part, error) {
	root, err := exec.Command("go", "env", "GOROOT").Output()
	if err != nil {
		return part{}, err
	}
	p := part{name: "Go and its standard library"}
	for _, file := range []string{"LICENSE", "PATENTS"} {
		text, err := os.ReadFile(filepath.Join(strings.TrimSpace(string(root)), file))
		if err != nil {
			return p, err
		}
		p.texts = append(p.texts, string(text))
	}
	return p, nil
}

// embedded are the licences that lie beside what is embedded (fonts, scripts and lists
// of words), and those of what DuckDB was linked of before it came.
func embedded() (parts []part, err error) {
	for _, beside := range []string{"fonts/*-LICENSE.txt", "press/mention/given/*-LICENSE.txt", "licences/duckdb/*.txt"} {
		files, err := filepath.Glob(beside)
		if err != nil || len(files) == 0 {
			return nil, errors.Join(err, fmt.Errorf("%s: there is no licence", beside))
		}
		for _, file := range files {
			text, err := os.ReadFile(file)
			if err != nil {
				return nil, err
			}
			name := strings.TrimSuffix(strings.TrimSuffix(filepath.Base(file), ".txt"), "-LICENSE")
			if filepath.Base(filepath.Dir(file)) == "duckdb" {
				name += ", in DuckDB"
			}
			if !slices.ContainsFunc(parts, func(p part) bool { return p.name == name }) {
				parts = append(parts, part{name: name, texts: []string{string(text)}})
			}
		}
	}
	return parts, nil
}

// compose writes each licence text once, under all that came with it.
func compose(parts []part) string {
	under := make(map[string][]string)
	var texts []string
	for _, p := range parts {
		for _, text := range p.texts {
			text = strings.TrimSpace(strings.ReplaceAll(text, "\r\n", "\n"))
			if len(under[text]) == 0 {
				texts = append(texts, text)
			}
			under[text] = append(under[text], strings.TrimSpace(p.name+" "+p.version))
		}
	}
	var b strings.Builder
	b.WriteString("# What Rolecall is made of\n\nRolecall's own code is under the Apache License 2.0, its starter facts under CC0 1.0. " +
		"Linked into the program or embedded in it are the following, under the licences below each. Written by licences/collect.\n")
	for _, text := range texts {
		fence := "````text"
		fmt.Fprintf(&b, "\n## %s\n\n%s\n%s\n````\n", strings.Join(under[text], "\n## "), fence, text)
	}
	return b.String()
}
