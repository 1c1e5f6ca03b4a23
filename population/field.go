package population

import (
	"fmt"
	"slices"
	"strings"

	"rolecall"
)

// Type is what a field takes.
type Type int

// The types. Word is one word or date.
const (
	Word Type = iota
	Number
	YesNo
	// Names are several names, of which a title must have one.
	Names
	// Identifiers are many; a command reads them from a file.
	Identifiers
)

// Takes reports whether a field of the type takes several values.
func (t Type) TakesSeveral() bool { return t == Names || t == Identifiers }

// Field is one thing that a population asks of titles, as all that offers it to
// people has it.
type Field struct {
	// Key is its name in files and JSON; empty where it is another way to say others.
	Key string
	// Flag is its name as a flag. Param is that in addresses.
	Flag string
	// Help says what it keeps. Doc says the same of the parameter, where that differs.
	Help, Doc string
	Example   string
	Type      Type
	// Choices are all words there are, none where there is no end of them.
	Choices []string
	// Kinds are those of which it can be asked, none for all.
	Kinds []rolecall.Kind
	// IsFrame says that it sets what is counted and does not narrow it.
	IsFrame bool
	// OfOthers says that it is about the others of the population, so that it cannot
	// be asked of one title.
	OfOthers bool
	// Instead are the flags that go together with it in one, and not beside it.
	Instead []string
	// Needs is what a catalog must hold for the field to be of use.
	Needs []Detail
	// needing is what it must hold to answer, where that depends on what is asked.
	needing func(Population) []Detail
	// Held says what bears a name asked for; nil where nothing does.
	Held *Bearer
	Form Form

	value
	// rule is asked of a title where the field is asked for, unless where it is not.
	rule   func(Population, rolecall.Title) bool
	unless func(rolecall.Title) bool
	// sql and unlessSQL are the same for a query.
	sql       func(Population, Columns) Condition
	unlessSQL func(Columns) Condition
	// check refuses what no title can pass.
	check func(Population) error
	// words are its part of the sentence, in the order of the places; around are words
	// about all others.
	place  int
	words  func(Population) string
	around func(Population, string) string
}

// named is a field of names that stand as lines in the column of its key, each for itself or
// for what stands has for it.
func named(f Field, stands func([]string) []string, at func(*Population) *[]string, of func(rolecall.Title) []string) Field {
	f.Type = Names
	f.Held = &Bearer{"the " + f.Flag, `list_contains(lines(lower(` + f.Key + `)), lower(?))`}
	f.value = several(at)
	f.rule = func(p Population, t rolecall.Title) bool { return anyOf(stands(*at(&p)), of(t)) }
	f.sql = func(p Population, c Columns) Condition { return namesCondition(c.Names(f.Key), stands(*at(&p))) }
	return f
}

// asWritten has each name stand for itself.
func asWritten(names []string) []string { return names }

// Form is how a form offers a field. Without a label it does not.
type Form struct {
	Label, Placeholder string
	// Choices are the values there are to choose from.
	Choices []Choice
	// IsLong says that there is much to write.
	IsLong bool
}

// Choice is a value with what people read.
type Choice struct{ Value, Label string }

// formKinds are the kinds of title that are works of their own, and episodes.
func formKinds() []Choice {
	all := []Choice{{"", "films and seasons"}}
	for _, kind := range []rolecall.Kind{rolecall.Film, rolecall.Season, rolecall.Episode} {
		all = append(all, Choice{string(kind), kind.Plural()})
	}
	return all
}

// Detail is something about titles that a catalog may lack.
type Detail struct {
	What string
	// Condition is true of the rows of the table title that have it.
	Condition string
	Remedy    string
}

// The details that questions need.
var (
	Networks  = Detail{"networks", "networks <> ''", "import Wikidata beside IMDb, or a crew list that has them"}
	Countries = Detail{"countries", "countries <> ''", "import Wikidata beside IMDb, or a crew list that has them"}
	Genres    = Detail{"genres", "genres <> ''", "import IMDb"}
	Languages = Detail{"languages", "languages <> ''", "import Wikidata beside IMDb, or TMDB"}
	Companies = Detail{"production companies", "companies <> ''", "import Wikidata beside IMDb, or TMDB"}
	Budgets   = Detail{"budgets", "budget > 0", "import TMDB"}
	Revenues  = Detail{"box office", "revenue > 0", "import TMDB"}
	Dates     = Detail{"dates", "year > 0 OR released <> ''", "import IMDb, or a crew list that has them"}
	Votes     = Detail{"votes", "votes > 0", "import IMDb with its title.ratings"}
)

// Bearer is what bears a name: in words, and as a condition on the table title with
// the name as its argument.
type Bearer struct{ What, Condition string }

// Fields are all, in the order of files and forms.
func Fields() []Field { return slices.Clone(fields) }

// Params are the fields that addresses have.
func Params() []Field {
	return slices.DeleteFunc(Fields(), func(f Field) bool { return f.Key == "" })
}

// Without leaves out the fields of some keys.
func Without(fields []Field, keys ...string) []Field {
	return slices.DeleteFunc(slices.Clone(fields), func(f Field) bool { return slices.Contains(keys, f.Key) })
}

// OfOne leaves out the fields that cannot be asked of one title.
func OfOne(fields []Field) []Field {
	return slices.DeleteFunc(slices.Clone(fields), func(f Field) bool { return f.OfOthers })
}

// Param is the field's name in addresses.
func (f Field) Param() string { return strings.ReplaceAll(f.Flag, "-", "_") }

// Description says what the parameter keeps, as a sentence.
func (f Field) Description() string {
	if f.Doc != "" {
		return f.Doc
	}
	return strings.ToUpper(f.Help[:1]) + f.Help[1:] + "."
}

// Set has a population ask what values say instead of what it asked; no value asks
// nothing. The error does not name the field.
func (f Field) Set(p *Population, values ...string) error {
	if !f.Type.TakesSeveral() && len(values) > 1 {
		return fmt.Errorf("give one value, not %d", len(values))
	}
	for _, text := range values {
		if f.Type.TakesSeveral() && strings.TrimSpace(text) == "" {
			return fmt.Errorf("a name in a list is empty")
		}
	}
	return f.set(p, values)
}

// Values are what a population asks, as Set takes it; none where it asks nothing.
func (f Field) Values(p Population) []string { return f.get(p) }

// Asked reports whether a population asks for it.
func (f Field) Asked(p Population) bool { return len(f.get(p)) > 0 }

// AskedOf reports whether it can be asked of titles of a kind.
func (f Field) AskedOf(kind rolecall.Kind) bool {
	return len(f.Kinds) == 0 || slices.Contains(f.Kinds, kind)
}

// Demands are what a catalog must hold to answer what a population asks of the field.
func (f Field) Demands(p Population) []Detail {
	if f.needing != nil {
		return f.needing(p)
	}
	return f.Needs
}

// Condition is what a query asks of a title for a population.
func (f Field) Condition(p Population, c Columns) Condition {
	switch {
	case f.Asked(p) && f.sql != nil:
		return f.sql(p, c)
	case !f.Asked(p) && f.unlessSQL != nil:
		return f.unlessSQL(c)
	}
	return Condition{}
}

// holds reports whether a title passes the field.
func (f Field) holds(p Population, t rolecall.Title) bool {
	switch {
	case f.Asked(p) && f.rule != nil:
		return f.rule(p, t)
	case !f.Asked(p) && f.unless != nil:
		return f.unless(t)
	}
	return true
}
