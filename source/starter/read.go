package starter

import (
	"bytes"
	"encoding/csv"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"strconv"
	"strings"
	"time"
	"unicode/utf8"

	"github.com/jszwec/csvutil"

	"rolecall"
)

// The files of facts. The order is that of reading: rows refer to files before
// their own.
const (
	sourcesFile    = "sources.csv"
	citationsFile  = "citations.csv"
	titlesFile     = "titles.csv"
	peopleFile     = "people.csv"
	creditsFile    = "credits.csv"
	statementsFile = "statements.csv"
)

var fileNames = []string{sourcesFile, citationsFile, titlesFile, peopleFile, creditsFile, statementsFile}

// FactError is a fault in a file of facts.
type FactError struct {
	File string
	Line int
	// Fault says what is wrong and what to write instead.
	Fault string
}

func (e *FactError) Error() string { return fmt.Sprintf("%s:%d: %s", e.File, e.Line, e.Fault) }

// mostFaults bounds how many faults are reported at once.
const mostFaults = 50

// reader reads the files and gathers their faults.
type reader struct {
	fsys   fs.FS
	facts  Facts
	faults []error
	// Lines on which keys were first seen, for references and repetitions.
	sources, citations, titles, people map[string]int
	// sourceOf is the source of a citation, genderless says that a source may not
	// be cited for anybody's gender.
	sourceOf   map[string]string
	genderless map[string]bool
	// partly are the roles that are held in part.
	partly map[credited]bool
	// stated is how many episodes the cited page says a season has.
	stated map[string]int
}

// Read reads and checks the files of facts in a folder. The error joins every
// fault found (at most 50), each a *FactError with its file and line.
func Read(fsys fs.FS) (*Facts, error) {
	r := &reader{
		fsys: fsys, sources: map[string]int{}, citations: map[string]int{}, titles: map[string]int{}, people: map[string]int{},
		sourceOf: map[string]string{}, genderless: map[string]bool{}, partly: map[credited]bool{}, stated: map[string]int{},
	}
	for _, read := range []func() error{
		r.readSources, r.readCitations, r.readTitles, r.readPeople, r.readCredits, r.readStatements,
	} {
		if err := read(); err != nil {
			return nil, err
		}
	}
	r.checkSeasons()
	if len(r.faults) > mostFaults {
		more := len(r.faults) - mostFaults
		r.faults = append(r.faults[:mostFaults], fmt.Errorf("and %d more faults", more))
	}
	if err := errors.Join(r.faults...); err != nil {
		return nil, err
	}
	return &r.facts, nil
}

// place is a row's file and line, to which a fault belongs.
type place struct {
	reader *reader
	file   string
	line   int
}

func (p place) fault(format string, args ...any) {
	p.reader.faults = append(p.reader.faults, &FactError{p.file, p.line, fmt.Sprintf(format, args...)})
}

// fresh notes a key and faults a repetition.
func (p place) fresh(seen map[string]int, what, key string) bool {
	if key == "" {
		p.fault("the %s has no key: give it one", what)
		return false
	}
	if line, again := seen[key]; again {
		p.fault("the %s %s stands on line %d already: merge the two", what, key, line)
		return false
	}
	seen[key] = p.line
	return true
}

// known faults a reference to a key that is not there.
func (p place) known(seen map[string]int, file, key string) bool {
	if _, held := seen[key]; !held {
		p.fault("%q is not in %s: add it there or correct the key", key, file)
		return false
	}
	return true
}

// cited reads a list of citation keys: at least one, all in citations.csv.
func (p place) cited(text string) []string {
	keys := split(text)
	if len(keys) == 0 {
		p.fault("no citation: give the key of a page that says so, or leave the row out")
	}
	for _, key := range keys {
		p.known(p.reader.citations, citationsFile, key)
	}
	return keys
}

// number reads a whole number from 0, empty being 0.
func (p place) number(column, text string) int {
	if text == "" {
		return 0
	}
	n, err := strconv.ParseUint(text, 10, 15)
	if err != nil {
		p.fault("%s is %q: write a whole number", column, text)
	}
	return int(n)
}

func (p place) date(column, text string) rolecall.Date {
	d, err := rolecall.ParseDate(text)
	if err != nil {
		p.fault("%s: %v", column, err)
	}
	return d
}

// day faults anything but a full date.
func (p place) day(column, text string) {
	if _, err := time.Parse(time.DateOnly, text); err != nil {
		p.fault("%s is %q: write a day as 2026-11-21", column, text)
	}
}

// split reads a list separated by semicolons.
func split(text string) []string {
	var items []string
	for item := range strings.SplitSeq(text, ";") {
		if item = strings.TrimSpace(item); item != "" {
			items = append(items, item)
		}
	}
	return items
}

// rows reads every row of a file as a T, whose csv tags are the columns.
func rows[T any](r *reader, file string, each func(place, T)) error {
	text, err := fs.ReadFile(r.fsys, file)
	if err != nil {
		return fmt.Errorf("read the facts: %w", err)
	}
	if !utf8.Valid(text) {
		return &FactError{file, 1, "the file is not valid UTF-8: save it as UTF-8"}
	}
	lines := csv.NewReader(bytes.NewReader(text))
	decoder, err := csvutil.NewDecoder(lines)
	if err != nil {
		return &FactError{file, 1, fmt.Sprintf("no header line: %v", err)}
	}
	decoder.DisallowMissingColumns = true
	for {
		var row T
		err := decoder.Decode(&row)
		if errors.Is(err, io.EOF) {
			return nil
		}
		if err != nil {
			return &FactError{file, failedLine(lines, err), fmt.Sprintf("not a row of this file: %v", err)}
		}
		line, _ := lines.FieldPos(0)
		each(place{r, file, line}, row)
	}
}

// failedLine is the line of a row that could not be read.
func failedLine(lines *csv.Reader, err error) int {
	if fault := new(csv.ParseError); errors.As(err, &fault) {
		return fault.Line
	}
	if missing := new(csvutil.MissingColumnsError); errors.As(err, &missing) {
		return 1
	}
	line, _ := lines.FieldPos(0)
	return line
}
