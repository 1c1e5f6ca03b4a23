package claims

import (
	"fmt"
	"strconv"
	"strings"

	"rolecall"
)

// wording is one way to say a claim of a kind.
type wording struct {
	// pattern is in the language of pattern.go.
	pattern string
	// example is a text that it reads; a test.
	example string
	// says is what the words mean beyond what the slots hold: "role=director",
	// "value=0", "negated"; "value=#2 of=#1" picks numbers by their order; "weak"
	// lets any other reading of the same words win; "also" lets the number be read
	// again, as another kind of claim; "general" says that it is about no one title.
	says string
}

// kind is a kind of claim with its wordings.
type kind struct {
	name     Kind
	wordings []wording
	// fit finishes a claim from its match and refuses what is none, or nil.
	fit func(*reader, *Claim, match) bool
}

// kinds are in the order in which they may claim a number: a number that is read as
// part of a comparison is no share.
var kinds = []kind{rankKind, compareKind, everyKind, shareKind, countKind, dateKind, episodesKind, creditKind}

// compiled is a wording made ready.
type compiled struct {
	pattern pattern
	says    meaning
	kind    *kind
}

// meaning is the field says of a wording.
type meaning struct {
	role, beside    rolecall.Role
	gender          rolecall.Gender
	value           *float64
	valueAt, ofAt   int
	negated, weak   bool
	vague, unit     string
	bound           string
	genderAt        int
	carry, noPerson bool
	also, general   bool
}

var allWordings = compileAll()

func compileAll() []compiled {
	var all []compiled
	for i := range kinds {
		for _, w := range kinds[i].wordings {
			all = append(all, compiled{compile(w.pattern), readMeaning(w.says), &kinds[i]})
		}
	}
	return all
}

func readMeaning(says string) meaning {
	m := meaning{valueAt: 1, ofAt: 2, genderAt: 1}
	for field := range strings.FieldsSeq(says) {
		name, value, _ := strings.Cut(field, "=")
		at, _ := strconv.Atoi(strings.TrimPrefix(value, "#"))
		switch {
		case name == "role":
			m.role = rolecall.Role(value)
		case name == "beside":
			m.beside = rolecall.Role(value)
		case name == "bound":
			m.bound = value
		case name == "gender" && strings.HasPrefix(value, "#"):
			m.genderAt = at
		case name == "gender":
			m.gender = rolecall.Gender(value)
		case name == "value" && strings.HasPrefix(value, "#"):
			m.valueAt = at
		case name == "value":
			v, err := strconv.ParseFloat(value, 64)
			if err != nil {
				panic(fmt.Sprintf("wording: value %q is no number", value))
			}
			m.value = &v
		case name == "of":
			m.ofAt = at
		case name == "negated":
			m.negated = true
		case name == "weak":
			m.weak = true
		case name == "vague":
			m.vague = value
		case name == "unit":
			m.unit = value
		case name == "carry":
			m.carry = true
		case name == "also":
			m.also = true
		case name == "general":
			m.general = true
		case name == "noperson":
			m.noPerson = true
		default:
			panic(fmt.Sprintf("wording: there is no field %q", name))
		}
	}
	return m
}
