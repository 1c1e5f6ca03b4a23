package standard

import (
	"embed"
	"errors"
	"fmt"
	"slices"
	"strings"
	"sync"

	"rolecall/strictyaml"
)

//go:embed shipped/*.yaml
var shippedFiles embed.FS

// Shipped are the standards that come with the program, in the order of their
// files' names. They are compiled once.
func Shipped() Set { return slices.Clone(shipped()) }

var shipped = sync.OnceValue(func() Set {
	entries, err := shippedFiles.ReadDir("shipped")
	if err != nil {
		panic(err) // the folder is misspelt in this file
	}
	var set Set
	for _, entry := range entries {
		name := "shipped/" + entry.Name()
		text, err := shippedFiles.ReadFile(name)
		if err != nil {
			panic(err)
		}
		one, err := Parse(name, text)
		if err != nil {
			panic(err) // a test reads every file
		}
		set = append(set, one)
	}
	return set
})

// written is the kind of file that a standard is written in. It is written by hand
// and nests brackets three deep.
var written = strictyaml.Kind{Name: "a standard", Largest: 64 << 10, Nested: 20, Empty: "docs/standards.md shows what a standard holds"}

// mostCriteria bounds what one standard asks.
const mostCriteria = 64

// Load reads a standard from a file. The error is a *strictyaml.Error if the file is
// at fault.
func Load(path string) (*Standard, error) {
	d, err := written.Load(path)
	if _, faulty := errors.AsType[*strictyaml.Error](err); err != nil && !faulty {
		return nil, fmt.Errorf("read the standard: %w", err)
	}
	if err != nil {
		return nil, err
	}
	return read(path, d)
}

// Parse reads a standard from the text of a file and checks all of it: what is
// missing, what is not known, and the types of its expressions. The error is a
// *strictyaml.Error.
func Parse(path string, text []byte) (*Standard, error) {
	d, err := written.Parse(path, text)
	if err != nil {
		return nil, err
	}
	return read(path, d)
}

func read(path string, d *strictyaml.Document) (*Standard, error) {
	var f file
	if err := d.Decode(&f); err != nil {
		return nil, err
	}
	s := f.standard()
	s.File = path
	if err := s.check(d, f.AppliesTo, f.Genders); err != nil {
		return nil, err
	}
	return s, nil
}

// file is a standard as it is written.
type file struct {
	ID        string `yaml:"id"`
	Name      string `yaml:"name"`
	Publisher string `yaml:"publisher"`
	Year      int    `yaml:"year"`
	Citations []struct {
		Publisher string `yaml:"publisher"`
		Title     string `yaml:"title"`
		Address   string `yaml:"address"`
		Read      string `yaml:"read"`
	} `yaml:"citations"`
	Wording   string   `yaml:"wording"`
	Reading   string   `yaml:"reading"`
	CannotSee string   `yaml:"cannot_see"`
	AppliesTo []string `yaml:"applies_to"`
	Genders   []string `yaml:"genders"`
	Criteria  []struct {
		ID        string `yaml:"id"`
		Name      string `yaml:"name"`
		Wording   string `yaml:"wording"`
		Count     string `yaml:"count"`
		Met       string `yaml:"met"`
		NotMet    string `yaml:"not_met"`
		Judgement string `yaml:"judgement"`
		// Points is a pointer, as 0 is not the same as nothing written.
		Points *int `yaml:"points"`
	} `yaml:"criteria"`
	Passes string `yaml:"passes"`
}

// standard is what is written, not yet checked.
func (f file) standard() *Standard {
	s := &Standard{
		ID: f.ID, Name: oneLine(f.Name), Publisher: oneLine(f.Publisher), Year: f.Year, Wording: oneLine(f.Wording),
		Reading: oneLine(f.Reading), CannotSee: oneLine(f.CannotSee), Passes: oneLine(f.Passes),
	}
	for _, c := range f.Citations {
		s.Citations = append(s.Citations, Citation{oneLine(c.Publisher), oneLine(c.Title), c.Address, c.Read})
	}
	for _, c := range f.Criteria {
		one := Criterion{
			ID: c.ID, Name: oneLine(c.Name), Wording: oneLine(c.Wording), Count: oneLine(c.Count), Met: oneLine(c.Met),
			NotMet: oneLine(c.NotMet), Judgement: oneLine(c.Judgement), Points: 1,
		}
		if c.Points != nil {
			one.Points = *c.Points
		}
		s.Criteria = append(s.Criteria, one)
	}
	return s
}

// oneLine joins the lines of a text.
func oneLine(text string) string { return strings.Join(strings.Fields(text), " ") }
