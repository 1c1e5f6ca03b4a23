package web

import (
	"fmt"

	"rolecall"
	"rolecall/measure"
	"rolecall/phrase"
)

// gridView is who held which role in which episode: one mark for each person
// credited. In a season, roles go down and episodes across; in a series, the
// directors of each season.
type gridView struct {
	Caption string
	Columns []columnView
	Rows    []gridRow
	// Plain says that marks are drawn without names, as there are too many.
	Plain bool
}

type columnView struct{ Number, Name, Address string }

type gridRow struct {
	Name, Address string
	Cells         []cellView
	Sum, SumNote  string
}

// cellView is one role of one episode.
type cellView struct {
	Marks []markView
	// Crowd stands for marks where there are too many to draw.
	Crowd []crowdView
	// Outside says that the season has no such episode.
	Outside bool
	// Note is what a reader is told who does not see the marks.
	Note string
}

type markView struct {
	Gender rolecall.Gender
	Name   string
	// Target is the note about the person.
	Target string
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
)

// seasonGrid is the grid of a season; nil where there is nothing to draw.
func seasonGrid(l measure.Lineup) *gridView {
	if len(l.Leaves) == 0 || len(l.Leaves) > widestDrawn {
		return nil
	}
	g := &gridView{Caption: "Who had which role in which episode", Plain: len(l.Leaves) > widestNamed}
	for _, leaf := range l.Leaves {
		g.Columns = append(g.Columns, columnView{fmt.Sprint(leaf.Episode), leaf.Name, titlePath(leaf.ID)})
	}
	for _, r := range l.Roles {
		if r.Role != rolecall.Cast {
			g.Rows = append(g.Rows, roleRow(l, r, phrase.Capital(r.Role.Words())))
		}
	}
	if lead, known := l.Lead(); known {
		g.Rows = append(g.Rows, roleRow(l, lead, phrase.Capital(phrase.Role(rolecall.Lead))))
	}
	return g
}

func roleRow(l measure.Lineup, r measure.RoleCount, name string) gridRow {
	row := gridRow{Name: name, Cells: cellsOf(l, r)}
	if len(r.Credited) > 0 { // else the page lists nobody in the role
		row.Address = "#" + anchorOf(r.Role)
	}
	row.Sum, row.SumNote = r.PerTitle.Any(rolecall.Woman).String(), "episodes with a woman"
	if r.PerTitle.Held() == 0 {
		row.Sum, row.SumNote = phrase.NoCredit, ""
	}
	return row
}

// cellsOf draws the marks of one role over the leaves of a lineup.
func cellsOf(l measure.Lineup, r measure.RoleCount) []cellView {
	marks := make([][]markView, len(l.Leaves))
	for _, c := range r.Credited {
		target := noteID(r.Role, placeOf(l, r.Role, c))
		for _, i := range c.Leaves {
			marks[i] = append(marks[i], markView{c.Person.Gender, c.Person.Name, target})
		}
	}
	cells := make([]cellView, len(l.Leaves))
	for i, tally := range r.PerTitle {
		cells[i] = cellOf(tally, marks[i])
	}
	return cells
}

func cellOf(t rolecall.Tally, marks []markView) cellView {
	if t.Total() <= crowded {
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

// placeOf is a person's place in the list of a role: the lead is counted apart
// and listed with the cast.
func placeOf(l measure.Lineup, role rolecall.Role, c measure.Credited) int {
	r, _ := l.Role(role)
	for i, other := range r.Credited {
		if other.Person.ID == c.Person.ID {
			return i
		}
	}
	return -1
}

// seriesGrid draws the directors of each season, episode by episode.
func seriesGrid(l measure.Lineup) *gridView {
	directors, _ := l.Role(rolecall.Director)
	cells := cellsOf(l, directors)
	g := &gridView{Caption: "Who directed which episode, season by season", Plain: len(l.Leaves) > widestNamed*4}
	longest := 0
	for _, season := range l.Seasons {
		row := gridRow{Name: fmt.Sprintf("Season %d", season.Season.Season), Address: titlePath(season.Season.ID)}
		for i, leaf := range l.Leaves {
			if leaf.SeasonID == season.Season.ID {
				row.Cells = append(row.Cells, cells[i])
			}
		}
		row.Sum, row.SumNote = season.PerTitle[rolecall.Director].Any(rolecall.Woman).String(), "episodes directed by women"
		longest = max(longest, len(row.Cells))
		g.Rows = append(g.Rows, row)
	}
	if longest == 0 || longest > widestDrawn || len(l.Leaves) > widestDrawn*4 {
		return nil
	}
	for i := range longest {
		g.Columns = append(g.Columns, columnView{Number: fmt.Sprint(i + 1)})
	}
	for i, row := range g.Rows {
		for len(row.Cells) < longest {
			row.Cells = append(row.Cells, cellView{Outside: true})
		}
		g.Rows[i] = row
	}
	return g
}
