package render

import (
	"fmt"
	"slices"

	"rolecall/block"
	"rolecall/catalog"
	"rolecall/contract"
	"rolecall/identity"
	"rolecall/measure"
	"rolecall/phrase"
	"rolecall/phrase/sentence"
)

// Gaps is the answer to "rolecall gaps": on whom what is not known depends most.
type Gaps struct {
	Gaps    measure.Gaps
	Catalog catalog.Info
}

// Blocks are the answer for people.
func (g Gaps) Blocks() []block.Block {
	blocks := []block.Block{
		block.Title{Text: block.Plain(g.Finding() + ".")},
		block.Below{Block: block.Sentence{Text: block.Plain(g.Scope() + ".")}},
		g.roles(),
	}
	if len(g.Gaps.Rows) > 0 {
		blocks = append(blocks, block.Heading{Words: "Who narrows it most"}, g.people())
	}
	return append(blocks, ending(g.notes(), nil, g.Catalog)...)
}

// Finding is what was found, in a sentence without its stop.
func (g Gaps) Finding() string { return sentence.Gaps(g.Gaps) }

// Scope says which titles are meant; it ends without a full stop.
func (g Gaps) Scope() string {
	return fmt.Sprintf("%s: %s", phrase.Capital(catalog.WordsCounted(g.Gaps.Population)), phrase.Titles(g.Gaps.Titles))
}

func (g Gaps) roles() block.Table {
	t := block.Table{Head: []string{"role", "share of women", "not stated", "people", "credited"}, Spare: []string{"credited"}}
	for _, r := range g.Gaps.Roles {
		t.Rows = append(t.Rows, block.Texts(phrase.Role(r.Role), phrase.Share(r.Share()), phrase.Of(r.Tally.Unknown, r.Tally.Total()), phrase.Number(r.People), phrase.Of(r.Held, r.Leaves)))
	}
	return t
}

func (g Gaps) people() block.List {
	list := block.List{}
	for _, gap := range g.Gaps.Rows {
		words := fmt.Sprintf(": %s of %s credits as %s, %s", phrase.Number(gap.Titles), phrase.Number(gap.Of), gap.Role.Words(), Narrows(gap))
		if gap.Person.Conflict {
			words += "; sources disagree"
		}
		item := block.Item{Text: block.Join(block.Strong(gap.Person.Name), block.Plain(" ("+gap.Person.ID+")"+words))}
		for _, address := range LookedUp(gap) {
			item.Under = append(item.Under, block.Quiet(address))
		}
		list.Items = append(list.Items, item)
	}
	return list
}

// Narrows is by how much a statement would narrow the range: "0.33 points".
func Narrows(gap measure.Gap) string {
	share, _ := gap.Narrows().Value()
	return fmt.Sprintf("%.2f points", 100*share)
}

// LookedUp is where a person can be looked up, those first that the catalog goes by.
func LookedUp(gap measure.Gap) (all []string) {
	var known []identity.Identity
	if own, is := identity.Parse(gap.Person.ID); is && own.IsPerson {
		known = append(known, own)
	}
	for _, i := range gap.Identifiers {
		known = append(known, identity.Identity{Scheme: i.Scheme, Value: i.Value, IsPerson: true})
	}
	for _, i := range known {
		if page := i.Page(); page != "" && !slices.Contains(all, page) {
			all = append(all, page)
		}
	}
	return all
}

// notes say what a reader may otherwise take wrong, and what to do with the list.
func (g Gaps) notes() []string {
	return []string{
		"A statement narrows the range by the person's credits among all in the role, whatever it says.",
		"Fill in the table of --format csv with what a page says of a person, and keep it: rolecall statements keep FILE (docs/import-statements.md).",
	}
}

// Contract is the answer as JSON says it.
func (g Gaps) Contract() contract.Gaps {
	object := contract.Gaps{
		Population: populationObject(g.Gaps.Population, catalog.WordsCounted(g.Gaps.Population), g.Gaps.Titles), Finding: g.Finding() + ".",
		Roles: []contract.RoleGaps{}, Rows: []contract.MissingGender{}, Notes: g.notes(), Catalog: catalogObject(g.Catalog),
	}
	for _, r := range g.Gaps.Roles {
		object.Roles = append(object.Roles, contract.RoleGaps{Role: r.Role, Leaves: r.Leaves, Held: r.Held, Tally: contract.Tally(r.Tally), Share: sharesObject(r.Share()), People: r.People})
	}
	for _, gap := range g.Gaps.Rows {
		object.Rows = append(object.Rows, contract.MissingGender{
			ID: gap.Person.ID, Name: gap.Person.Name, Role: gap.Role, Titles: gap.Titles, Of: gap.Of, Narrows: gap.Narrows().Decimals(),
			Conflict: gap.Person.Conflict, Addresses: orEmpty(LookedUp(gap)),
		})
	}
	return object
}

// Rows are the people, with columns to fill in behind what is known: they are those that
// "rolecall import statements" reads.
func (g Gaps) Rows() block.Rows {
	rows := block.Rows{Columns: slices.Concat(block.TextColumns("person_id", "name", "role"), block.WholeColumns("titles", "of"), block.FractionColumns("narrows"),
		block.TextColumns("address", "gender", "wording", "page", "publisher", "by"))}
	for _, gap := range g.Gaps.Rows {
		var address any
		if all := LookedUp(gap); len(all) > 0 {
			address = all[0]
		}
		rows.Add(gap.Person.ID, gap.Person.Name, gap.Role, gap.Titles, gap.Of, gap.Narrows(), address, nil, nil, nil, nil, nil)
	}
	return rows
}
