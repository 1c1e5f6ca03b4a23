package crewlist

import (
	"cmp"
	"errors"
	"fmt"
	"regexp"
	"strings"
	"time"

	"golang.org/x/text/encoding/htmlindex"

	"rolecall"
	"rolecall/source"
	"rolecall/source/byline"
	"rolecall/strictyaml"
)

// Map says what the columns and words of a list mean.
type Map struct {
	path   string
	source rolecall.Source
	kind   rolecall.Kind
	sheet  string
	// encoding is that of a list as CSV, empty for UTF-8 or what its first bytes say.
	encoding string
	// people says what a cell with names holds.
	people  byline.Rules
	columns map[field]column
	roles   map[string]rolecall.Role
	genders map[string]rolecall.Gender
	// seasonIsYear says that a year of a series stands for a season.
	seasonIsYear bool
}

// written is the kind of file that a map is written in. It is written by hand and
// nests brackets two deep.
var written = strictyaml.Kind{Name: "the map of a crew list", Largest: 64 << 10, Nested: 20, Empty: "the map needs source and columns"}

func (m *Map) faultAt(at strictyaml.Place, format string, args ...any) error {
	return &strictyaml.Error{File: m.path, Place: at, Fault: fmt.Sprintf(format, args...)}
}

// LoadMap reads a map and checks all that can be checked without the list. The
// error is a *strictyaml.Error if the map is at fault.
func LoadMap(path string) (*Map, error) {
	if _, err := source.Stat(path); err != nil {
		return nil, fmt.Errorf("read the map: %w", err)
	}
	d, err := written.Load(path)
	if _, faulty := errors.AsType[*strictyaml.Error](err); err != nil && !faulty {
		return nil, fmt.Errorf("read the map: %w", err)
	}
	if err != nil {
		return nil, err
	}
	return readMap(path, d)
}

func parseMap(path string, text []byte) (*Map, error) {
	d, err := written.Parse(path, text)
	if err != nil {
		return nil, err
	}
	return readMap(path, d)
}

func readMap(path string, d *strictyaml.Document) (*Map, error) {
	m := &Map{path: path, columns: make(map[field]column), roles: defaultRoles(), genders: defaultGenders()}
	top, err := entry{key: "the map", at: strictyaml.Top, valueAt: strictyaml.Top, value: d.Body()}.entries(m)
	if err != nil {
		return nil, err
	}
	readers := map[string]func(entry) error{
		"source": m.readSource, "kind": m.readKind, "sheet": m.readSheet, "season_from": m.readSeasonFrom,
		"encoding": m.readEncoding, "people": m.readPeople, "separator": m.readSeparator,
		"columns": m.readColumns, "roles": m.readRoles, "genders": m.readGenders,
	}
	for _, e := range top {
		read, known := readers[e.key]
		if !known {
			return nil, m.faultAt(e.at, "%q is not part of a map: choose one of source, kind, sheet, encoding, season_from, people, separator, columns, roles, genders", e.key)
		}
		if err := read(e); err != nil {
			return nil, err
		}
	}
	if err := cmp.Or(m.complete(), m.checkFixed()); err != nil {
		return nil, err
	}
	return m, nil
}

// sourceID is the form of a source's identifier: a word for rows and commands.
var sourceID = regexp.MustCompile(`^[a-z0-9][a-z0-9-]{0,63}$`)

func (m *Map) readSource(e entry) error {
	entries, err := e.entries(m)
	if err != nil {
		return err
	}
	into := map[string]*string{
		"id": &m.source.ID, "name": &m.source.Name, "licence": &m.source.Licence,
		"address": &m.source.Address, "retrieved": &m.source.Retrieved,
	}
	for _, e := range entries {
		text, err := e.text(m)
		if err != nil {
			return err
		}
		into, isText := into[e.key]
		switch {
		case isText:
			*into = text
		case e.key == "hand_picked" && (text == "true" || text == "false"):
			m.source.HandPicked = text == "true"
		case e.key == "hand_picked":
			return m.faultAt(e.valueAt, "hand_picked is %q: write true or false", text)
		default:
			return m.faultAt(e.at, "%q is not part of a source: choose one of id, name, licence, address, retrieved, hand_picked", e.key)
		}
		if fault := sourceFault(e.key, text); fault != "" {
			return m.faultAt(e.valueAt, "%s", fault)
		}
	}
	if m.source.ID == "" || m.source.Name == "" {
		return m.faultAt(e.at, "the source needs an id and a name, so that an answer can say where it comes from")
	}
	return nil
}

func sourceFault(key, text string) string {
	if key == "id" && !sourceID.MatchString(text) {
		return fmt.Sprintf("%q cannot be a source's id: write small letters, digits and hyphens, such as series-2018", text)
	}
	if _, err := time.Parse(time.DateOnly, text); key == "retrieved" && err != nil {
		return fmt.Sprintf("retrieved is %q: write a day as 2026-11-21", text)
	}
	return ""
}

func (m *Map) readKind(e entry) error {
	text, err := e.text(m)
	if err != nil {
		return err
	}
	if m.kind = rolecall.Kind(text); m.kind != rolecall.Film && m.kind != rolecall.Series {
		return m.faultAt(e.valueAt, "the kind is %q: write film or series", text)
	}
	return nil
}

func (m *Map) readSheet(e entry) (err error) {
	m.sheet, err = e.text(m)
	return err
}

func (m *Map) readEncoding(e entry) (err error) {
	if m.encoding, err = e.text(m); err != nil {
		return err
	}
	if _, err := htmlindex.Get(m.encoding); err != nil {
		return m.faultAt(e.valueAt, "the encoding %q is not known: write its name, such as windows-1252 or utf-16le", m.encoding)
	}
	return nil
}

func (m *Map) readPeople(e entry) error {
	text, err := e.text(m)
	if err != nil {
		return err
	}
	if m.people.People = byline.People(text); m.people.People != byline.One && m.people.People != byline.Many {
		return m.faultAt(e.valueAt, "people is %q: write one if a cell names one person, whatever signs are in it, or many if signs and words such as a comma, & and “and” separate people", text)
	}
	return nil
}

func (m *Map) readSeparator(e entry) error {
	text, err := e.text(m)
	if err != nil {
		return err
	}
	if m.people.Separator = strings.TrimSpace(text); m.people.Separator == "" {
		return m.faultAt(e.valueAt, "the separator is empty: write the sign between two names, such as ';'")
	}
	return nil
}

func (m *Map) readSeasonFrom(e entry) error {
	text, err := e.text(m)
	if err != nil {
		return err
	}
	if m.seasonIsYear = text == string(yearField); !m.seasonIsYear {
		return m.faultAt(e.valueAt, "season_from is %q: write year, or leave it out and map the season", text)
	}
	return nil
}

func (m *Map) readColumns(e entry) error {
	entries, err := e.entries(m)
	if err != nil {
		return err
	}
	for _, e := range entries {
		f, err := parseField(e.key)
		if err != nil {
			return m.faultAt(e.at, "%v", err)
		}
		if m.columns[f], err = m.readColumn(e); err != nil {
			return err
		}
	}
	return nil
}

// readColumn reads a column's name, or {text: …} for a text that is the same in
// every row.
func (m *Map) readColumn(e entry) (column, error) {
	if !e.isMapping() {
		name, err := e.text(m)
		if err == nil && name == "" {
			err = m.faultAt(e.valueAt, "%s names no column: name one, or leave the line out", e.key)
		}
		return column{name: name, at: -1, place: e.valueAt}, err
	}
	entries, err := e.entries(m)
	if err != nil {
		return column{}, err
	}
	if len(entries) != 1 || entries[0].key != "text" {
		return column{}, m.faultAt(e.valueAt, "%s is neither a column nor a fixed text: write the column's name, or {text: …}", e.key)
	}
	fixed, err := entries[0].text(m)
	if err == nil && fixed == "" {
		err = m.faultAt(entries[0].at, "the fixed text of %s is empty: write one, or leave the line out", e.key)
	}
	return column{fixed: fixed, at: -1, place: entries[0].valueAt}, err
}

func (m *Map) readRoles(e entry) error {
	return readWords(m, e, m.roles, rolecall.ParseRole)
}

func (m *Map) readGenders(e entry) error {
	return readWords(m, e, m.genders, rolecall.ParseGender)
}

// readWords reads what the list's words mean, over the words that need no map.
func readWords[W ~string](m *Map, e entry, into map[string]W, parse func(string) (W, error)) error {
	entries, err := e.entries(m)
	if err != nil {
		return err
	}
	seen := make(map[string]bool)
	for _, e := range entries {
		text, err := e.text(m)
		if err != nil {
			return err
		}
		meant, err := parse(text)
		if err != nil {
			return m.faultAt(e.valueAt, "%v", err)
		}
		word := folded(e.key)
		if seen[word] {
			return m.faultAt(e.at, "%q is mapped twice (capitals do not matter): keep one", e.key)
		}
		seen[word], into[word] = true, meant
	}
	return nil
}

// complete refuses a map that leaves open what a row says.
func (m *Map) complete() error {
	top := strictyaml.Top
	if m.source.ID == "" {
		return m.faultAt(top, "the map names no source: add source: {id: …, name: …}")
	}
	for _, f := range required {
		if _, mapped := m.columns[f]; !mapped {
			return m.faultAt(top, "no column is mapped to %s: add it under columns", f)
		}
	}
	season, hasSeason := m.columns[seasonField]
	episode, hasEpisode := m.columns[episodeField]
	if m.kind == "" {
		m.kind = rolecall.Film
		if hasSeason || hasEpisode || m.seasonIsYear {
			m.kind = rolecall.Series
		}
	}
	_, hasYear := m.columns[yearField]
	if m.people.Separator != "" && m.people.People == byline.One {
		return m.faultAt(top, "people is one, and a separator stands between people as well: remove one of them")
	}
	switch {
	case m.kind == rolecall.Film && (hasSeason || hasEpisode || m.seasonIsYear):
		return m.faultAt(cmp.Or(season.place, episode.place, top), "a film has no season and no episode: remove them, or write kind: series")
	case m.seasonIsYear && hasSeason:
		return m.faultAt(season.place, "the season is mapped, and taken from the year as well: remove season_from")
	case m.seasonIsYear && !hasYear:
		return m.faultAt(top, "season_from is year, but no column is mapped to year: add it under columns")
	case hasEpisode && !hasSeason && !m.seasonIsYear:
		return m.faultAt(episode.place, "episodes are numbered within a season: map the season (if there is one only, season: {text: 1}), or write season_from: year")
	}
	return nil
}

// checkFixed refuses a fixed text that no row could use.
func (m *Map) checkFixed() error {
	if c := m.columns[roleField]; c.fixed != "" {
		if _, known := m.roles[folded(c.fixed)]; !known {
			_, err := rolecall.ParseRole(c.fixed)
			return m.faultAt(c.place, "%v", err)
		}
	}
	if c := m.columns[genderField]; c.fixed != "" {
		return m.faultAt(c.place, "a gender is what is stated of one person: map a column of the list, or leave gender out")
	}
	fixed := row{columns: m.columns}
	for _, f := range []field{seasonField, episodeField, yearField, billingField} {
		if c := m.columns[f]; c.fixed != "" {
			if _, err := fixed.number(f); err != nil {
				return m.faultAt(c.place, "%v", err)
			}
		}
	}
	return nil
}
