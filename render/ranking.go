package render

import (
	"fmt"
	"slices"
	"strings"

	"rolecall"
	"rolecall/block"
	"rolecall/catalog"
	"rolecall/measure"
	"rolecall/method"
	"rolecall/phrase"
	"rolecall/phrase/sentence"
)

// Ranking is the answer to "rolecall rank": seasons and films by share.
type Ranking struct {
	Ranking measure.Ranking
	Catalog catalog.Info
	// WithMethod adds how the order was come to.
	WithMethod bool
}

// Blocks are the answer for people.
func (r Ranking) Blocks() []block.Block {
	blocks := []block.Block{
		block.Title{Text: block.Plain(r.Finding() + ".")},
		block.Below{Block: block.Sentence{Text: block.Plain(r.Headline() + ". " + r.Scope() + ".")}},
	}
	if len(r.Ranking.Rows) > 0 {
		blocks = append(blocks, r.table())
	}
	return append(blocks, ending(r.Notes(), methodBlocks(r.WithMethod, r.Method), r.Catalog)...)
}

// Finding is what was found, in a sentence without its stop.
func (r Ranking) Finding() string { return sentence.FirstPlace(r.Ranking) }

// Headline is what was asked for: "Director by share of women, in people".
func (r Ranking) Headline() string {
	by := fmt.Sprintf("%s by share of %s, in %s", phrase.Capital(phrase.Role(r.Ranking.Role)), phrase.Genders(r.Ranking.Genders), r.Ranking.Unit)
	return phrase.Joined(", ", by, phrase.Read(r.Ranking.Reading))
}

// Scope says how many are ranked; it ends without a full stop.
func (r Ranking) Scope() string {
	return fmt.Sprintf("%s: %s, %d of them ranked", phrase.Capital(catalog.WordsCounted(r.Ranking.Population)), phrase.Titles(r.Ranking.Titles), r.Ranking.All.Of)
}

func (r Ranking) table() block.Table {
	t := block.Table{
		Head:  []string{"", "title", "year", phrase.Genders(r.Ranking.Genders), "share", "where known", "known", "credited"},
		Right: []int{0}, Spare: []string{"where known", "year", "known", "credited"},
	}
	places := r.Ranking.Places()
	for i, row := range r.Ranking.Rows {
		share := row.Count.Share()
		t.Rows = append(t.Rows, block.Texts(
			phrase.Number(places[i]), row.Title.Label(), phrase.Year(row.Title.First().Year), row.Count.String(), phrase.Share(share),
			share.Known.Percent(), share.Coverage.Percent(), phrase.Of(row.Held, row.Leaves)))
	}
	return t
}

// Notes say what a reader may otherwise take wrong.
func (r Ranking) Notes() []string {
	notes := []string{fmt.Sprintf("Ranked by what is certain: whoever is not known counts as not among the %s, and a film or episode for which nobody is credited as one who is not known. Titles with equal counts have the same place.",
		phrase.Genders(r.Ranking.Genders))}
	if words := phrase.LeftOutOfTitles(r.Ranking.Reading); words != "" {
		notes = []string{words + " Titles with equal counts have the same place."}
	}
	if left := r.Ranking.LeftOut; left > 0 {
		notes = append(notes, fmt.Sprintf("Left out so: %d of %s with enough people in the role.", left, phrase.Titles(left+r.Ranking.All.Of)))
	}
	if left := r.Ranking.Titles - r.Ranking.All.Of - r.Ranking.LeftOut; left > 0 {
		least := "nobody"
		if r.Ranking.MinPeople > 1 {
			least = fmt.Sprintf("fewer than %d people", r.Ranking.MinPeople)
		}
		notes = append(notes, fmt.Sprintf("%s %s not ranked: %s credited in the role.", phrase.Titles(left), phrase.Agree(left, "is", "are"), least))
	}
	if r.Catalog.HandPicked {
		notes = append(notes, "Hand-picked: the order is that of the titles in this catalog, and of no others.")
	}
	return notes
}

// Method is how the order was come to.
func (r Ranking) Method() method.Method {
	bounds, notes := phrase.LeftOutOfTitles(r.Ranking.Reading), r.Notes()
	notes[0] = strings.TrimPrefix(notes[0], bounds+" ") // which the method says already
	return method.Method{
		Subject:    fmt.Sprintf("The order by share of %s among %s", phrase.Genders(r.Ranking.Genders), r.Ranking.Role.Plural()),
		Population: catalog.WordsCounted(r.Ranking.Population), Titles: r.Ranking.Titles,
		Unit: r.Ranking.Unit, Bounds: bounds, Notes: append([]string{r.Scope() + ".", r.Finding() + "."}, notes...), Catalog: r.Catalog,
	}
}

// Rows are the titles ranked.
func (r Ranking) Rows() block.Rows {
	rows := block.Rows{Columns: slices.Concat(block.WholeColumns("place"), block.TextColumns("title_id", "title", "kind"), block.WholeColumns("year"),
		block.TextColumns("role", "unit"), block.WholeColumns("leaves", "held"), tallyColumns, countColumns, block.TextColumns("reading"))}
	places := r.Ranking.Places()
	for i, row := range r.Ranking.Rows {
		year := row.Title.First().Year
		rows.Add(slices.Concat([]any{places[i], row.Title.ID, row.Title.Label(), row.Title.Kind, block.Known(year, year > 0), row.Role, r.Ranking.Unit, row.Leaves, row.Held},
			tallyValues(row.Tally), countValues(row.Count), []any{read(r.Ranking.Reading)})...)
	}
	return rows
}

// tallyColumns are the columns of a tally, countColumns those of a count and its share.
var (
	tallyColumns = block.WholeColumns("women", "men", "nonbinary", "unknown")
	countColumns = append(block.WholeColumns("certain", "possible", "of"), block.FractionColumns("lower", "known", "upper", "coverage")...)
)

func tallyValues(t rolecall.Tally) []any { return []any{t.Women, t.Men, t.Nonbinary, t.Unknown} }

func countValues(c rolecall.Count) []any { return shareValues(c, c.Share()) }

func shareValues(c rolecall.Count, share rolecall.Share) []any {
	return []any{c.Certain, c.Possible, c.Of, share.Lower, share.Known, share.Upper, share.Coverage}
}
