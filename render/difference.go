package render

import (
	"fmt"
	"net/url"
	"slices"

	"rolecall"
	"rolecall/block"
	"rolecall/catalog"
	"rolecall/contract"
	"rolecall/measure"
	"rolecall/phrase"
	"rolecall/phrase/sentence"
)

// Difference is the answer to "rolecall diff": what has changed from an older catalog to a
// newer one.
type Difference struct {
	Difference measure.Difference
	// Site is the address of a server of the newer catalog, to which news lead.
	Site *url.URL
}

// Blocks are the answer for people.
func (d Difference) Blocks() []block.Block {
	blocks := []block.Block{
		block.Title{Text: block.Plain(d.Finding() + ".")},
		block.Below{Block: block.Sentence{Text: block.Plain(d.scope())}},
		d.figures(),
	}
	for _, changed := range d.Difference.Changes {
		blocks = append(blocks, block.Heading{Words: sentence.Change(changed, d.genders())}, d.titles(changed))
	}
	if len(d.Difference.Changes) == 0 {
		blocks = append(blocks, block.Sentence{Text: block.Plain("No title has another count.")})
	}
	blocks = append(blocks, block.Sentence{Text: block.Plain(sentence.Restated(d.Difference.Stated) + ".")})
	return append(blocks, ending(d.notes(), nil, d.Difference.New)...)
}

// Finding is what was found, in a sentence without its stop.
func (d Difference) Finding() string { return sentence.Difference(d.Difference) }

func (d Difference) genders() string { return phrase.Genders(d.Difference.Genders) }

func (d Difference) scope() string {
	return fmt.Sprintf("%s: %s, formerly %s; in %s. From the %s catalog built %s to the %s catalog built %s.",
		phrase.Capital(catalog.WordsCounted(d.Difference.Population)), phrase.Titles(d.Difference.NewTitles), phrase.Number(d.Difference.OldTitles), d.Difference.Unit,
		d.Difference.Old.Name, phrase.Day(d.Difference.Old.Built), d.Difference.New.Name, phrase.Day(d.Difference.New.Built))
}

func (d Difference) figures() block.Table {
	t := block.Table{Head: []string{"role", "", d.genders(), "share", "where known", "credited"}, Spare: []string{"where known", "credited"}}
	for _, f := range d.Difference.Figures {
		t.Rows = append(t.Rows, figureRow(phrase.Role(f.Role), "older", f.Old), figureRow("", "newer", f.New))
	}
	return t
}

func figureRow(role, which string, row *measure.Row) []block.Text {
	if row == nil {
		return block.Texts(role, which, phrase.None)
	}
	share := row.Share()
	return block.Texts(role, which, phrase.CountOr(row.Count), phrase.Share(share), share.Known.Percent(), phrase.Of(row.Held, row.Leaves))
}

func (d Difference) titles(c measure.Changed) block.List {
	list := block.List{}
	for _, one := range c.Titles {
		list.Items = append(list.Items, block.Item{Text: block.Join(block.Strong(one.Title.Label()), block.Plain(" ("+one.Title.ID+"): "+moved(one)))})
	}
	if left := c.Number - len(c.Titles); left > 0 {
		list.Items = append(list.Items, plainItem(fmt.Sprintf("and %d more", left)))
	}
	return list
}

// moved is "1–3 of 10, formerly 0 of 8".
func moved(t measure.ChangedTitle) string {
	stands, stood := "no credit", "without a credit"
	if t.New != nil {
		stands = standing(*t.New)
	}
	if t.Old != nil {
		stood = standing(*t.Old)
	}
	return stands + ", formerly " + stood
}

// standing is a count with how much of the title it rests on, where that is not all.
func standing(s catalog.Standing) string {
	if s.Held == s.Leaves {
		return s.Count.String()
	}
	return fmt.Sprintf("%s (a credit on %s)", s.Count, phrase.Of(s.Held, s.Leaves))
}

// notes say what a reader may otherwise take wrong.
func (d Difference) notes() []string {
	notes := []string{
		"A title is counted by what is certain: a film or episode without a credit stands for one person who is not known.",
		"Whose gender is stated otherwise is not listed: a statement that was corrected may tell what a person has left behind.",
	}
	if d.Difference.Old.Hash == d.Difference.New.Hash {
		notes = append(notes, "Both catalogs have the same content.")
	}
	return notes
}

// Contract is the answer as JSON says it.
func (d Difference) Contract() contract.Difference {
	q := d.Difference
	object := contract.Difference{
		Population: populationObject(q.Population, catalog.WordsCounted(q.Population), q.NewTitles), OldTitles: q.OldTitles, Unit: q.Unit, Genders: q.Genders, Finding: d.Finding() + ".",
		Figures: []contract.Figure{}, Changes: []contract.Changed{}, Stated: contract.Restated(q.Stated), Notes: d.notes(), Old: catalogObject(q.Old), Catalog: catalogObject(q.New),
	}
	for _, f := range q.Figures {
		object.Figures = append(object.Figures, contract.Figure{Role: f.Role, Old: rowObject(f.Old), New: rowObject(f.New)})
	}
	for _, c := range q.Changes {
		changed := contract.Changed{Role: c.Role, Change: string(c.Change), Number: c.Number, Titles: []contract.ChangedTitle{}}
		for _, one := range c.Titles {
			changed.Titles = append(changed.Titles, contract.ChangedTitle{Title: titleObject(one.Title), Old: roleStandingObject(one.Old), New: roleStandingObject(one.New)})
		}
		object.Changes = append(object.Changes, changed)
	}
	return object
}

func rowObject(row *measure.Row) *contract.Row {
	if row == nil {
		return nil
	}
	return &rowObjects([]measure.Row{*row}, catalog.Breakdown{}, 0)[0]
}

func roleStandingObject(s *catalog.Standing) *contract.RoleStanding {
	if s == nil {
		return nil
	}
	return &contract.RoleStanding{Count: contract.Count(s.Count), Held: s.Held, Leaves: s.Leaves}
}

// Rows are the titles that have changed.
func (d Difference) Rows() block.Rows {
	rows := block.Rows{Columns: slices.Concat(block.TextColumns("role", "change", "title_id", "title", "kind"), block.WholeColumns("year",
		"old_certain", "old_possible", "old_of", "old_held", "new_certain", "new_possible", "new_of", "new_held"))}
	for _, c := range d.Difference.Changes {
		for _, one := range c.Titles {
			year := one.Title.First().Year
			rows.Add(slices.Concat([]any{c.Role, string(c.Change), one.Title.ID, one.Title.Label(), one.Title.Kind, block.Known(year, year > 0)},
				standingValues(one.Old), standingValues(one.New))...)
		}
	}
	return rows
}

func standingValues(s *catalog.Standing) []any {
	if s == nil {
		return []any{nil, nil, nil, nil}
	}
	return []any{s.Count.Certain, s.Count.Possible, s.Count.Of, s.Held}
}

// News are the titles on which all in a role are of the genders since the older catalog.
func (d Difference) News() block.News {
	site := d.Site
	if site == nil {
		site = &url.URL{}
	}
	q := d.Difference
	news := block.News{
		Title:   fmt.Sprintf("%s: %s only", phrase.Capital(catalog.WordsCounted(q.Population)), d.genders()),
		Address: site.String(), Updated: q.New.Built,
	}
	for _, c := range q.Changes {
		if c.Change != measure.BecameWhole {
			continue
		}
		for _, one := range c.Titles {
			page := site.JoinPath("title", one.Title.ID)
			id := *page
			id.Fragment = "all-" + string(c.Role)
			news.All = append(news.All, block.Report{
				ID: id.String(), Address: page.String(), Title: one.Title.Label(), Text: becameWhole(one, c.Role, d.genders()),
			})
		}
	}
	return news
}

// becameWhole is "All directors are women: 13 of 13 people".
func becameWhole(t measure.ChangedTitle, role rolecall.Role, genders string) string {
	return fmt.Sprintf("All %s are %s: %s.", role.Plural(), genders, standing(*t.New))
}
