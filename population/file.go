// Package population writes a population down and reads it back: the filter that
// a number is about, as a small YAML file that can be kept beside the number,
// passed on, and run again.
//
//	# population.yaml
//	kind: season
//	from: 2010
//	to: 2018
//	networks: [Netflix]
//	min_episodes: 6
//
// The keys are those of the population in JSON answers. References, anchors and
// tags are refused: a filter needs none, and a small file of references can stand
// for an endless one.
package population

import (
	"bytes"
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"unicode/utf8"

	"github.com/goccy/go-yaml"
	"github.com/goccy/go-yaml/lexer"
	"github.com/goccy/go-yaml/token"

	"rolecall"
)

// Ending is how the file of a population ends.
const Ending = ".yaml"

// largest is the most bytes of a file.
const largest = 1 << 16

// mostNested bounds brackets within brackets; a filter needs one.
const mostNested = 10

// written is a population as the file has it.
type written struct {
	Kind        string   `yaml:"kind,omitempty"`
	From        string   `yaml:"from,omitempty"`
	To          string   `yaml:"to,omitempty"`
	Networks    []string `yaml:"networks,omitempty"`
	Countries   []string `yaml:"countries,omitempty"`
	Genres      []string `yaml:"genres,omitempty"`
	Series      []string `yaml:"series,omitempty"`
	MinEpisodes int      `yaml:"min_episodes,omitempty"`
	Specials    bool     `yaml:"specials,omitempty"`
	Top         int      `yaml:"top,omitempty"`
	By          string   `yaml:"by,omitempty"`
}

// byVotes is what the top titles are chosen by, the one thing there is.
const byVotes = "votes"

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
func Parse(text []byte) (Population, error) {
	var w written
	if err := refuse(text); err != nil {
		return Population{}, err
	}
	decoder := yaml.NewDecoder(bytes.NewReader(text), yaml.Strict())
	if err := decoder.Decode(&w); err != nil && !errors.Is(err, io.EOF) {
		return Population{}, fault(err)
	}
	if err := decoder.Decode(new(written)); !errors.Is(err, io.EOF) {
		return Population{}, errors.New("the file holds more than one population: keep one")
	}
	return w.population()
}

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

func (w written) population() (p Population, err error) {
	p = Population{
		Networks: w.Networks, Countries: w.Countries, Genres: w.Genres, Series: w.Series,
		MinEpisodes: w.MinEpisodes, Specials: w.Specials, Top: w.Top,
	}
	if w.Kind != "" {
		if p.Kind, err = rolecall.ParseKind(w.Kind); err != nil {
			return p, fmt.Errorf("kind: %w", err)
		}
	}
	if p.From, err = rolecall.ParseDate(w.From); err != nil {
		return p, fmt.Errorf("from: %w", err)
	}
	if p.To, err = rolecall.ParseDate(w.To); err != nil {
		return p, fmt.Errorf("to: %w", err)
	}
	if w.By != "" && w.By != byVotes {
		return p, fmt.Errorf("by: %q is nothing to choose the top titles by: write %s", w.By, byVotes)
	}
	for _, names := range [][]string{p.Networks, p.Countries, p.Genres, p.Series} {
		if slices.Contains(names, "") {
			return p, errors.New("a name in a list is empty")
		}
	}
	return p, p.Validate()
}

// Text is a population as YAML, its words in a comment above.
func Text(p Population) ([]byte, error) {
	w := written{
		Kind: string(p.Kind), From: p.From.String(), To: p.To.String(),
		Networks: p.Networks, Countries: p.Countries, Genres: p.Genres, Series: p.Series,
		MinEpisodes: p.MinEpisodes, Specials: p.Specials, Top: p.Top,
	}
	if p.Top > 0 {
		w.By = byVotes
	}
	body, err := yaml.Marshal(w)
	if err != nil {
		return nil, fmt.Errorf("write the population: %w", err)
	}
	words := strings.Join(strings.Fields(p.Words()), " ")
	return append([]byte("# "+words+"\n"), body...), nil
}

// Folder is where populations are kept by name, one file each.
type Folder string

// path is the file of a name, which must be a plain word.
func (f Folder) path(name string) (string, error) {
	if name == "" || strings.ContainsAny(name, `/\:`) || strings.HasPrefix(name, ".") {
		return "", fmt.Errorf("%q is no name for a population: use letters, digits and dashes", name)
	}
	return filepath.Join(string(f), name+Ending), nil
}

// Save keeps a population under a name and returns its file. What was kept under
// that name is replaced, all or nothing.
func (f Folder) Save(name string, p Population) (string, error) {
	path, err := f.path(name)
	if err != nil {
		return "", err
	}
	text, err := Text(p)
	if err != nil {
		return "", err
	}
	if err := os.MkdirAll(string(f), 0o755); err != nil {
		return "", fmt.Errorf("keep the population: %w", err)
	}
	if err := os.WriteFile(path+".new", text, 0o644); err != nil {
		return "", fmt.Errorf("keep the population: %w", err)
	}
	return path, os.Rename(path+".new", path)
}

// Find reads a population by the name it is kept under, or from the file that
// the text names.
func (f Folder) Find(text string) (Population, error) {
	if strings.ContainsAny(text, `/\`) || strings.HasSuffix(text, Ending) || strings.HasSuffix(text, ".yml") {
		return Read(text)
	}
	path, err := f.path(text)
	if err != nil {
		return Population{}, err
	}
	p, err := Read(path)
	if !errors.Is(err, os.ErrNotExist) {
		return p, err
	}
	names, err := f.Names()
	if err != nil {
		return p, err
	}
	if len(names) == 0 {
		return p, fmt.Errorf("no population is kept under the name %s: save one with rolecall population save %s, or name a %s file", text, text, Ending)
	}
	return p, fmt.Errorf("no population is kept under the name %s: there is %s", text, strings.Join(names, ", "))
}

// Names are the names of the populations kept, in order.
func (f Folder) Names() ([]string, error) {
	files, err := filepath.Glob(filepath.Join(string(f), "*"+Ending))
	names := make([]string, len(files))
	for i, file := range files {
		names[i] = strings.TrimSuffix(filepath.Base(file), Ending)
	}
	return names, err
}
