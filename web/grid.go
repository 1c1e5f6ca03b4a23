package web

import (
	"cmp"
	"fmt"
	"slices"
	"strings"

	"rolecall"
	"rolecall/measure"
	"rolecall/phrase"
)

// gridView is who held which role in which episode: one mark for each person
// credited, those of an episode under each other. In a season, roles go down and
// episodes across; in a series, the directors of each season.
type gridView struct {
	Caption string
	// Down is what a row is, a role or a season; Sum what is counted at its end.
	Down, Sum string
	Columns   []columnView
	Rows      []gridRow
	// Width says how the episodes fit beside each other.
	Width gridWidth
	// Plain says that marks have no names, as there are too many.
	Plain bool
}

// gridWidth is a class of the style sheet. A line of a phone has room for 13 episodes.
type gridWidth string

const (
	// oneLine has all episodes on a line everywhere.
	oneLine gridWidth = ""
	// twoLines has them on two lines of a phone.
	twoLines gridWidth = "many"
	// lines has them on as many lines as there must be, on wide screens too.
	lines gridWidth = "long"
)

// Wraps says that the episodes may come on several lines, where each needs its number.
func (g gridView) Wraps() bool { return g.Width != oneLine }

// InOrder says that the episodes are 1, 2, 3 and so on, so that the style sheet can number
// them.
func (g gridView) InOrder() bool {
	for i, column := range g.Columns {
		if column.Number != phrase.Number(i+1) {
			return false
		}
	}
	return true
}

// alone takes out what leads elsewhere on the page, for a grid that stands by itself.
func (g *gridView) alone() {
	g.Plain = true
	for i := range g.Rows {
		if strings.HasPrefix(g.Rows[i].Address, "#") {
			g.Rows[i].Address = ""
		}
		for _, cell := range g.Rows[i].Cells {
			for j := range cell.Marks {
				cell.Marks[j].Target = ""
			}
		}
	}
}

// columnView is an episode, or the episodes of a number.
type columnView struct {
	Number string
	// Name is what the episode is called and when it was first shown.
	Name, Address string
}

type gridRow struct {
	Name, Year, Address string
	Cells               []cellView
	// Beyond is how many episodes longer the longest season is.
	Beyond int
	Sum    string
}

// cellView is one role of one episode.
type cellView struct {
	Marks []markView
	// Crowd stands for marks where there are too many to draw.
	Crowd []crowdView
	// Outside says that the season has no such episode.
	Outside bool
	// Episode names the episode where its column does not.
	Episode string
}

// markView is a person. One whose credit the page lists opens the note about it, which
// Target names; another leads to Address.
type markView struct {
	Gender                rolecall.Gender
	Name, Target, Address string
}

type crowdView struct {
	Gender rolecall.Gender
	Number int
}

const (
	// crowded is the most people of a role that a cell draws one by one.
	crowded = 6
	// widestNamed is the most episodes for which each mark can be asked for its
	// name; widestDrawn the most that are drawn at all.
	widestNamed = 60
	widestDrawn = 400
	// phoneLine and deskLine are how many episodes a line of a phone and of a wide
	// screen has room for.
	phoneLine = 13
	deskLine  = 2 * phoneLine
)

func widthOf(episodes int) gridWidth {
	switch {
	case episodes <= phoneLine:
		return oneLine
	case episodes <= deskLine:
		return twoLines
	}
	return lines
}

// gridOf is the grid of a season or series; nil where there is nothing to draw.
func gridOf(l measure.Lineup) *gridView {
	switch l.Title.Kind {
	case rolecall.Season:
		return seasonGrid(l)
	case rolecall.Series:
		return seriesGrid(l)
	}
	return nil
}

func seasonGrid(l measure.Lineup) *gridView {
	if len(l.Leaves) == 0 || len(l.Leaves) > widestDrawn {
		return nil
	}
	g := &gridView{Caption: "Who had which role in which episode", Down: "Role", Sum: "With a woman",
		Width: widthOf(len(l.Leaves)), Plain: len(l.Leaves) > widestNamed}
	for _, leaf := range l.Leaves {
		column := columnView{Number: episodeNumber(leaf)}
		if !g.Plain {
			column.Name, column.Address = episodeName(leaf), titlePath(leaf.ID)
		}
		g.Columns = append(g.Columns, column)
	}
	for _, r := range l.Roles {
		if r.Role != rolecall.Cast {
			g.Rows = append(g.Rows, roleRow(l, r, phrase.Capital(r.Role.Words()), g.Plain))
		}
	}
	if lead, known := l.Lead(); known {
		g.Rows = append(g.Rows, roleRow(l, lead, phrase.Capital(phrase.Role(rolecall.Lead)), g.Plain))
	}
	return g
}

func episodeNumber(leaf rolecall.Title) string {
	if leaf.Episode == 0 {
		return "?"
	}
	return phrase.Number(leaf.Episode)
}

// episodeName is "AKA Start at the Beginning, 8 March 2018".
func episodeName(leaf rolecall.Title) string {
	return phrase.Joined(", ", leaf.Name, leaf.First().Words())
}

func roleRow(l measure.Lineup, r measure.RoleCount, name string, plain bool) gridRow {
	row := gridRow{Name: name, Cells: cellsOf(l, r), Sum: r.PerTitle.Any(rolecall.Woman).String()}
	if plain {
		plainly(row.Cells)
	}
	if len(r.Credited) > 0 { // else the page lists nobody in the role
		row.Address = "#" + anchorOf(r.Role)
	}
	if r.PerTitle.Held() == 0 {
		row.Sum = phrase.NoCredit
	}
	return row
}

// cellsOf draws the marks of one role over the leaves of a lineup.
func cellsOf(l measure.Lineup, r measure.RoleCount) []cellView {
	marks := make([][]markView, len(l.Leaves))
	for _, c := range r.Credited {
		mark := markOf(l, r.Role, c)
		for _, i := range c.Leaves {
			marks[i] = append(marks[i], mark)
		}
	}
	cells := make([]cellView, len(l.Leaves))
	for i, tally := range r.PerTitle {
		cells[i] = cellOf(tally, marks[i])
	}
	return cells
}

// plainly leaves the names out.
func plainly(cells []cellView) {
	for _, cell := range cells {
		for i, m := range cell.Marks {
			cell.Marks[i] = markView{Gender: m.Gender}
		}
	}
}

// markOf is the mark of a person. The lead is counted apart and listed with the cast.
func markOf(l measure.Lineup, role rolecall.Role, c measure.Credited) markView {
	mark := markView{Gender: c.Person.Gender, Name: c.Person.Name}
	r, _ := l.Role(role)
	place := slices.IndexFunc(r.Credited, func(other measure.Credited) bool { return other.Person.ID == c.Person.ID })
	if place < listed(role) {
		mark.Target = noteID(role, place)
	} else {
		mark.Address = personPath(c.Person.ID)
	}
	return mark
}

// cellOf brings marks of a gender together, so that a row shows where they change.
func cellOf(t rolecall.Tally, marks []markView) cellView {
	if t.Total() <= crowded {
		order := rolecall.Genders()
		slices.SortStableFunc(marks, func(a, b markView) int {
			return cmp.Compare(slices.Index(order, a.Gender), slices.Index(order, b.Gender))
		})
		return cellView{Marks: marks}
	}
	var cell cellView
	for _, g := range rolecall.Genders() {
		if n := t.Of(g); n > 0 {
			cell.Crowd = append(cell.Crowd, crowdView{g, n})
		}
	}
	return cell
}

// seriesGrid draws the directors of each season, episode by episode.
func seriesGrid(l measure.Lineup) *gridView {
	if len(l.Leaves) > widestDrawn*4 {
		return nil
	}
	g := &gridView{Caption: "Who directed which episode, season by season", Down: "Season", Sum: "Directed by women", Plain: len(l.Leaves) > widestNamed*4}
	directors, _ := l.Role(rolecall.Director)
	cells := cellsOf(l, directors)
	if g.Plain {
		plainly(cells)
	}
	numbered := areNumbered(l)
	longest := 0
	for _, season := range l.Seasons {
		row := seasonRow(l, season, cells, numbered, g.Plain)
		longest = max(longest, len(row.Cells))
		g.Rows = append(g.Rows, row)
	}
	if longest == 0 || longest > widestDrawn {
		return nil
	}
	for i := range longest {
		g.Columns = append(g.Columns, columnView{Number: phrase.Number(i + 1)})
	}
	for i := range g.Rows {
		g.Rows[i].Beyond = longest - len(g.Rows[i].Cells)
	}
	g.Width = widthOf(longest)
	return g
}

func seasonRow(l measure.Lineup, season measure.SeasonCount, cells []cellView, numbered, plain bool) gridRow {
	row := gridRow{
		Name: fmt.Sprintf("Season %d", season.Season.Season), Address: titlePath(season.Season.ID),
		Sum: season.PerTitle[rolecall.Director].Any(rolecall.Woman).String(),
	}
	if season.Season.Year != 0 {
		row.Year = phrase.Number(season.Season.Year)
	}
	for i, leaf := range l.Leaves {
		if leaf.SeasonID != season.Season.ID {
			continue
		}
		for numbered && len(row.Cells) < leaf.Episode-1 {
			row.Cells = append(row.Cells, cellView{Outside: true})
		}
		cell := cells[i]
		if !plain {
			cell.Episode = episodeName(leaf)
		}
		row.Cells = append(row.Cells, cell)
	}
	return row
}

// areNumbered reports whether every episode can stand under its number: each has one,
// no two of a season the same, and none is so high that it is no place in a season, as
// where a day stands for it.
func areNumbered(l measure.Lineup) bool {
	type place struct {
		season string
		number int
	}
	taken := make(map[place]bool)
	for _, leaf := range l.Leaves {
		at := place{leaf.SeasonID, leaf.Episode}
		if leaf.SeasonID == "" {
			continue // of no row
		}
		if leaf.Episode == 0 || leaf.Episode > deskLine+len(l.Leaves) || taken[at] {
			return false
		}
		taken[at] = true
	}
	return true
}
