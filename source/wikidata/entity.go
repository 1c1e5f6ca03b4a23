package wikidata

import (
	"bytes"
	"fmt"
	"strconv"

	"rolecall"
	"rolecall/source"
)

// property is the number of a property of Wikidata.
type property uint16

// The properties taken.
const (
	genderProperty     property = 21 // "sex or gender"
	instanceOf         property = 31
	director           property = 57
	screenwriter       property = 58
	composer           property = 86
	producer           property = 162
	creator            property = 170
	languageCode       property = 218 // ISO 639-1
	company            property = 272 // "production company"
	countryCode        property = 297 // ISO 3166-1
	cinematographer    property = 344 // "director of photography"
	imdbIdentifier     property = 345
	language           property = 364  // "original language of film or TV show"
	network            property = 449  // "original broadcaster"
	country            property = 495  // "country of origin"
	editor             property = 1040 // "film editor"
	executiveProducer  property = 1431
	costumeDesigner    property = 2515
	productionDesigner property = 2554
	artDirector        property = 3174
)

func (p property) isTaken() bool {
	switch p {
	case genderProperty, instanceOf, languageCode, countryCode, imdbIdentifier:
		return true
	}
	return credits[p] != "" || details[p] != ""
}

// credits are the properties whose values are people with a credit on a title.
var credits = map[property]rolecall.Role{
	director: rolecall.Director, screenwriter: rolecall.Writer, creator: rolecall.Creator,
	executiveProducer: rolecall.ExecutiveProducer, producer: rolecall.Producer,
	cinematographer: rolecall.Cinematographer, editor: rolecall.Editor, composer: rolecall.Composer,
	productionDesigner: rolecall.ProductionDesigner, artDirector: rolecall.ArtDirector,
	costumeDesigner: rolecall.CostumeDesigner,
}

// details are the properties whose values are names of a title's details.
var details = map[property]source.Detail{
	network: source.Network, country: source.Country, language: source.Language,
	company: source.Company,
}

// named are the classes of what a detail's value is, as far as other marks
// do not tell them. A film may be read long after its network, and the names of
// all items would not fit into memory.
var named = map[uint32]bool{
	2001305:  true, // television channel
	1616075:  true, // television station
	1254874:  true, // television network
	15265344: true, // broadcaster
	1126006:  true, // public broadcaster
	561068:   true, // specialty channel
	6256:     true, // country
	3624078:  true, // sovereign state
	3024240:  true, // historical country
}

// entity is what is said of one item.
type entity struct {
	item uint32
	// name is the English label, anyName the one for all languages without their own
	// ("mul").
	name, anyName []byte
	// isNamed says that the name is worth keeping: the item may be a network, a country,
	// a language or a company.
	isNamed bool
	// people and titles are the numbers of its IMDb identifiers.
	people, titles []uint32
	genders        []statedGender
	facts          []itemFact
}

// statedGender is a value of "sex or gender": an item, or 0 where Wikidata says
// that it is not known or that there is none.
type statedGender struct {
	value     uint32
	preferred bool
}

type itemFact struct {
	property property
	value    uint32
}

// reset makes the entity that of another item.
func (e *entity) reset(item uint32) {
	*e = entity{
		item: item, name: e.name[:0], anyName: e.anyName[:0], people: e.people[:0], titles: e.titles[:0],
		genders: e.genders[:0], facts: e.facts[:0],
	}
}

// add takes a value of a property: an item or, where that is 0, a text.
func (e *entity) add(p property, item uint32, text []byte, preferred bool) {
	switch p {
	case imdbIdentifier:
		e.identify(text)
	case genderProperty:
		e.genders = append(e.genders, statedGender{item, preferred})
	case instanceOf:
		e.isNamed = e.isNamed || named[item]
	case countryCode, languageCode:
		e.isNamed = true
	default:
		if item != 0 {
			e.facts = append(e.facts, itemFact{p, item})
		}
	}
}

// identify takes an IMDb identifier. Those of companies mark networks.
func (e *entity) identify(text []byte) {
	kind, number := parseIMDb(text)
	switch kind {
	case "nm":
		e.people = append(e.people, number)
	case "tt":
		e.titles = append(e.titles, number)
	case "co":
		e.isNamed = true
	}
}

// parseIMDb reads an identifier as IMDb writes it: two letters and at least seven
// digits. Others (awards, malformed ones) have no kind.
func parseIMDb(text []byte) (kind string, number uint32) {
	if len(text) < 9 || len(text) > 12 || len(text) > 9 && text[2] == '0' {
		return "", 0
	}
	number, rest := leadingNumber(text[2:])
	if number == 0 || len(rest) > 0 {
		return "", 0
	}
	return string(text[:2]), number
}

func personID(number uint32) string { return fmt.Sprintf("nm%07d", number) }
func titleID(number uint32) string  { return fmt.Sprintf("tt%07d", number) }
func itemID(item uint32) string     { return "Q" + strconv.FormatUint(uint64(item), 10) }

// leadingNumber reads the digits that a text begins with; 0 where there are none
// or the number is too great for an identifier.
func leadingNumber(text []byte) (number uint32, rest []byte) {
	var n uint64
	for i, c := range text {
		if c < '0' || c > '9' {
			return uint32(n), text[i:]
		}
		if n = n*10 + uint64(c-'0'); n >= 1<<32 {
			return 0, text
		}
	}
	return uint32(n), nil
}

const itemAddress = "http://www.wikidata.org/entity/Q"

// parseItem reads the address of an item, in angle brackets or not. It is 0 for
// anything else.
func parseItem(text []byte) uint32 {
	if len(text) > 1 && text[0] == '<' && text[len(text)-1] == '>' {
		text = text[1 : len(text)-1]
	}
	text, isItem := bytes.CutPrefix(text, []byte(itemAddress))
	item, rest := leadingNumber(text)
	if !isItem || len(rest) > 0 {
		return 0
	}
	return item
}
