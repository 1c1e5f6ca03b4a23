package wikidata

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"maps"
	"slices"
	"strconv"
)

// readDump reads the JSON dump: one big array with an item a line. Lines alone,
// without the array, do as well.
func readDump(g *gatherer, in *input) error {
	l := in.lines()
	var open, closed bool
	for {
		line, err := l.next()
		if err != nil {
			return err
		}
		if line == nil {
			break
		}
		line = bytes.TrimSuffix(bytes.TrimSpace(line), []byte(","))
		switch {
		case len(line) == 0:
		case string(line) == "[":
			open = true
		case string(line) == "]":
			closed = true
		case !g.isOfUse(line):
		default:
			if err := g.item(l, line); err != nil {
				return err
			}
		}
	}
	if open && !closed {
		return damaged(in.path, errors.New("the closing ] is missing"))
	}
	return nil
}

// marks are what at least one of stands on the line of an item of use. Most
// lines have none and are passed over without being read as JSON.
var marks = func() (all [][]byte) {
	all = append(all, []byte(`"P345"`), []byte(`"P297"`))
	for class := range named {
		all = append(all, strconv.AppendUint(nil, uint64(class), 10))
	}
	return all
}()

func (g *gatherer) isOfUse(line []byte) bool {
	if line[0] != '{' || line[len(line)-1] != '}' {
		return true // malformed, which is for the decoder to say
	}
	for _, mark := range marks {
		if bytes.Contains(line, mark) {
			return true
		}
	}
	// The identifier stands near the beginning; what has none is for the decoder too.
	_, identifier, found := bytes.Cut(line[:min(len(line), 100)], []byte(`"id":"`))
	item, _ := leadingNumber(bytes.TrimPrefix(identifier, []byte("Q")))
	return !found || bytes.HasPrefix(identifier, []byte("Q")) && g.isWanted(item)
}

// dumpItem is an item as the dump writes it, as far as it is taken.
type dumpItem struct {
	ID     string `json:"id"`
	Labels struct {
		English dumpLabel `json:"en"`
		Any     dumpLabel `json:"mul"`
	} `json:"labels"`
	Claims struct {
		Gender             []dumpStatement `json:"P21"`
		InstanceOf         []dumpStatement `json:"P31"`
		Director           []dumpStatement `json:"P57"`
		Screenwriter       []dumpStatement `json:"P58"`
		Composer           []dumpStatement `json:"P86"`
		Producer           []dumpStatement `json:"P162"`
		Creator            []dumpStatement `json:"P170"`
		LanguageCode       []dumpStatement `json:"P218"`
		Company            []dumpStatement `json:"P272"`
		CountryCode        []dumpStatement `json:"P297"`
		Cinematographer    []dumpStatement `json:"P344"`
		IMDb               []dumpStatement `json:"P345"`
		Language           []dumpStatement `json:"P364"`
		Network            []dumpStatement `json:"P449"`
		Country            []dumpStatement `json:"P495"`
		Editor             []dumpStatement `json:"P1040"`
		ExecutiveProducer  []dumpStatement `json:"P1431"`
		CostumeDesigner    []dumpStatement `json:"P2515"`
		ProductionDesigner []dumpStatement `json:"P2554"`
		ArtDirector        []dumpStatement `json:"P3174"`
	} `json:"claims"`
}

type dumpLabel struct {
	Value string `json:"value"`
}

type dumpStatement struct {
	Rank  string `json:"rank"`
	Value struct {
		// Kind is "value", "somevalue" (there is one, which is not known) or
		// "novalue" (there is none).
		Kind string `json:"snaktype"`
		Data struct {
			Value json.RawMessage `json:"value"`
		} `json:"datavalue"`
	} `json:"mainsnak"`
}

// item takes the item on a line.
func (g *gatherer) item(l faulty, line []byte) error {
	if bytes.Count(line, []byte(",")) > mostEntries {
		return l.bad("the item has more than %d entries", mostEntries)
	}
	if !isText(line) {
		return l.bad(notText)
	}
	var read dumpItem
	if err := json.Unmarshal(line, &read); err != nil && !isEmptyList(err) {
		return l.bad("the item is no JSON as the dump has it: %v", err)
	}
	switch {
	case read.ID == "":
		return l.bad("the item has no id")
	case read.ID[0] != 'Q':
		return nil // a property or lexeme
	}
	number, rest := leadingNumber([]byte(read.ID[1:]))
	if number == 0 || len(rest) > 0 {
		return l.bad("%q is not the identifier of an item", read.ID)
	}
	e := entity{item: number, name: []byte(read.Labels.English.Value), anyName: []byte(read.Labels.Any.Value)}
	if err := read.fill(&e); err != nil {
		return l.bad("%s: %v", read.ID, err)
	}
	g.take(&e)
	return nil
}

// faulty notes what is malformed, with its place.
type faulty interface {
	bad(format string, args ...any) error
}

// readItems reads items of the dump that are laid out for people to read, each over
// many lines: a list of them, one after the other, or an answer of the service for
// single items, which has them by their identifiers.
func readItems(g *gatherer, in *input) error {
	v, err := in.values()
	if err != nil {
		return err
	}
	return v.each(func(text []byte) error {
		var answer struct {
			Entities map[string]json.RawMessage `json:"entities"`
		}
		if json.Unmarshal(text, &answer) == nil && len(answer.Entities) > 0 {
			for _, id := range slices.Sorted(maps.Keys(answer.Entities)) {
				if err := g.item(v, answer.Entities[id]); err != nil {
					return err
				}
			}
			return nil
		}
		return g.item(v, text)
	})
}

// mostEntries bounds the entries of an item, each of which takes some hundred bytes
// when read; the longest have some hundred thousand.
const mostEntries = 1_000_000

// isEmptyList tells what the dump writes for an empty object: "claims":[].
func isEmptyList(err error) bool {
	fault := new(json.UnmarshalTypeError)
	return errors.As(err, &fault) && fault.Value == "array" && (fault.Field == "claims" || fault.Field == "labels")
}

func (read *dumpItem) fill(e *entity) error {
	for p, statements := range map[property][]dumpStatement{
		genderProperty: read.Claims.Gender, instanceOf: read.Claims.InstanceOf, imdbIdentifier: read.Claims.IMDb,
		director: read.Claims.Director, screenwriter: read.Claims.Screenwriter, creator: read.Claims.Creator,
		executiveProducer: read.Claims.ExecutiveProducer, producer: read.Claims.Producer,
		cinematographer: read.Claims.Cinematographer, editor: read.Claims.Editor, composer: read.Claims.Composer,
		productionDesigner: read.Claims.ProductionDesigner, artDirector: read.Claims.ArtDirector, costumeDesigner: read.Claims.CostumeDesigner,
		countryCode: read.Claims.CountryCode,
		network:     read.Claims.Network, country: read.Claims.Country, language: read.Claims.Language, languageCode: read.Claims.LanguageCode,
		company: read.Claims.Company,
	} {
		best := bestRank(statements)
		for _, s := range statements {
			if s.Rank != best {
				continue
			}
			item, text, err := s.value(p)
			if err != nil {
				return fmt.Errorf("a value of P%d is malformed: %w", p, err)
			}
			e.add(p, item, text, s.Rank == preferredRank)
		}
	}
	return nil
}

const (
	preferredRank = "preferred"
	normalRank    = "normal"
)

// bestRank is the rank of the statements that count: where some are preferred,
// only these. Deprecated ones never do.
func bestRank(statements []dumpStatement) string {
	for _, s := range statements {
		if s.Rank == preferredRank {
			return preferredRank
		}
	}
	return normalRank
}

// value is the item or text that a statement names, or neither where it says
// that it is not known or that there is none.
func (s *dumpStatement) value(p property) (item uint32, text []byte, err error) {
	if s.Value.Kind != "value" {
		return 0, nil, nil
	}
	if p == imdbIdentifier || p == countryCode || p == languageCode {
		var value string
		err = json.Unmarshal(s.Value.Data.Value, &value)
		return 0, []byte(value), err
	}
	var value struct {
		Number uint32 `json:"numeric-id"`
		ID     string `json:"id"`
	}
	if err = json.Unmarshal(s.Value.Data.Value, &value); err != nil {
		return 0, nil, err
	}
	if value.Number == 0 && len(value.ID) > 1 && value.ID[0] == 'Q' { // either may be left out
		value.Number, _ = leadingNumber([]byte(value.ID[1:]))
	}
	if value.Number == 0 {
		return 0, nil, errors.New("it names no item")
	}
	return value.Number, nil, nil
}
