package render

import (
	"fmt"
	"slices"
	"strings"

	"rolecall"
	"rolecall/block"
	"rolecall/catalog"
	"rolecall/measure"
	"rolecall/phrase"
	"rolecall/phrase/sentence"
)

// Show is the answer to "rolecall show": who is in front of the camera of a
// title and who behind it.
type Show struct {
	Lineup  measure.Lineup
	Catalog catalog.Info
	// Rarity is how unusual the title is, nil where that is not asked or cannot be
	// told; Unverifiable says why it cannot.
	Rarity       *measure.Rarity
	Unverifiable error
	// Reading says among which titles the percentiles of the rarity are.
	Reading rolecall.Reading
	// WithMethod adds how the rarity was come to.
	WithMethod bool
}

// Blocks are the answer for people.
func (s Show) Blocks() []block.Block {
	l := s.Lineup
	blocks := []block.Block{
		block.Title{Text: block.Plain(phrase.Masthead(l.Title))},
		block.Sentence{Text: block.Strong(sentence.Headline(l))},
		s.shares(),
	}
	if len(l.Seasons) > 0 {
		blocks = append(blocks, block.Heading{Words: "Season by season"}, s.seasons())
	}
	if l.Title.Kind == rolecall.Season {
		blocks = append(blocks, block.Heading{Words: "Episode by episode"}, gridOf(l))
	} else {
		blocks = append(blocks, block.Key{})
	}
	for _, r := range l.Roles {
		if len(r.Credited) > 0 {
			blocks = append(blocks, namesOf(l, r))
		}
	}
	blocks = append(blocks, s.rarity()...)
	return append(blocks, ending(s.Notes(), nil, s.Catalog)...)
}

// shares are the shares of each side, role by role, in people.
func (s Show) shares() (tables block.Tables) {
	for _, side := range []struct {
		side  rolecall.Side
		title string
	}{{rolecall.Behind, "Behind the camera"}, {rolecall.Front, "In front of it"}} {
		if rows := s.shareRows(side.side); len(rows) > 0 {
			tables = append(tables, block.Table{Title: side.title, Head: shareHead(s.Lineup), Rows: rows, Spare: []string{"where known", "known", "episodes"}})
		}
	}
	return tables
}

// shareHead names the columns of the shares: distinct people, as universities count;
// how far that is known; and for how many episodes a credit is held at all.
func shareHead(l measure.Lineup) []string {
	head := []string{"role", "women", "share of women", "where known", "known"}
	if len(l.Leaves) > 1 {
		head = append(head, "episodes")
	}
	return head
}

func (s Show) shareRows(side rolecall.Side) (rows [][]block.Text) {
	for _, r := range s.Lineup.Roles {
		if r.Role.Side() != side {
			continue
		}
		if lead, known := s.Lineup.Lead(); known && r.Role == rolecall.Cast {
			rows = append(rows, s.shareRow(rolecall.Lead, lead))
		}
		rows = append(rows, s.shareRow(r.Role, r))
	}
	return rows
}

func (s Show) shareRow(role rolecall.Role, r measure.RoleCount) []block.Text {
	if r.People.Total() == 0 {
		return block.Texts(phrase.Role(role), phrase.NoCredit)
	}
	count := r.People.Count(rolecall.Woman)
	share := count.Share()
	row := block.Texts(phrase.Role(role), count.String(), phrase.Share(share), share.Known.Percent(), phrase.Of(count.Settled(), count.Of))
	if len(s.Lineup.Leaves) > 1 {
		row = append(row, block.Plain(phrase.Of(r.PerTitle.Held(), len(r.PerTitle))))
	}
	return row
}

// seasons are the seasons of a series with their episodes directed by women.
func (s Show) seasons() block.Table {
	t := block.Table{
		Head:  []string{"season", "year", "episodes", "directed by women", "directors", "writers, women"},
		Right: []int{0}, Spare: []string{"writers, women", "year"},
	}
	for _, season := range s.Lineup.Seasons {
		t.Rows = append(t.Rows, block.Texts(
			phrase.Number(season.Season.Season), phrase.Year(season.Season.Year), phrase.Number(season.Season.Episodes),
			season.PerTitle[rolecall.Director].Any(rolecall.Woman).String(),
			phrase.Tally(season.People[rolecall.Director]),
			phrase.CountOr(season.People[rolecall.Writer].Count(rolecall.Woman)),
		))
	}
	return t
}

// crowded is the most people of a role that a cell draws one by one; the cast
// is drawn by its lead.
const crowded = 6

// gridOf is who held which role in which episode.
func gridOf(l measure.Lineup) (g block.Grid) {
	for _, leaf := range l.Leaves {
		g.Columns = append(g.Columns, phrase.Number(leaf.Episode))
	}
	for _, r := range l.Roles {
		if r.Role != rolecall.Cast {
			g.Rows = append(g.Rows, gridRow(r.Role, r))
		}
	}
	if lead, known := l.Lead(); known {
		g.Rows = append(g.Rows, gridRow(rolecall.Lead, lead))
	}
	return g
}

func gridRow(role rolecall.Role, r measure.RoleCount) block.GridRow {
	return block.GridRow{Name: phrase.Role(role), Cells: phrase.Each(r.PerTitle, gridCell)}
}

// gridCell is a mark for each person, or numbers where there are many.
func gridCell(t rolecall.Tally) block.Text {
	if t.Total() == 0 {
		return block.Quiet(phrase.None)
	}
	var cell block.Text
	for _, g := range rolecall.Genders() {
		switch n := t.Of(g); {
		case n == 0:
		case t.Total() <= crowded:
			for range n {
				cell = append(cell, block.Mark(g)...)
			}
		default:
			cell = append(cell, block.Marked(phrase.Number(n), g)...)
		}
	}
	return cell
}

// namesOf are the people of a role with their episodes.
func namesOf(l measure.Lineup, r measure.RoleCount) block.Names {
	names := block.Names{Title: fmt.Sprintf("%s (%d)", r.Role.Words(), len(r.Credited)), Running: r.Role != rolecall.Cast}
	for _, c := range r.Credited {
		names.People = append(names.People, block.Name{
			Name: c.Person.Name, Gender: c.Person.Gender, As: strings.Join(c.Characters, ", "), Job: c.Job,
			Where: sentence.Episodes(l, c).String(), Aside: l.IsWide(c) || len(c.Leaves) == 0,
		})
	}
	return names
}

// Notes say what a reader may otherwise take wrong.
func (s Show) Notes() (notes []string) {
	if s.Lineup.HasWide() {
		notes = append(notes, phrase.WholeNote)
	}
	if t := s.Lineup.Title; t.Kind == rolecall.Season && !t.Whole {
		notes = append(notes, phrase.NotWhole)
	}
	return notes
}

// Rows are the credits one by one, the row behind every number.
func (s Show) Rows() block.Rows {
	rows := block.Rows{Columns: slices.Concat(block.TextColumns("title_id"), block.WholeColumns("season", "episode"),
		block.TextColumns("name", "released", "side", "role", "person_id", "person", "gender", "job", "characters"),
		block.WholeColumns("billing"), block.TextColumns("scope", "sources"))}
	for _, r := range s.Lineup.Roles {
		for _, c := range r.Credited {
			var leaves []rolecall.Title
			for _, i := range c.Leaves {
				leaves = append(leaves, s.Lineup.Leaves[i])
			}
			for _, leaf := range orWhole(leaves, s.Lineup.Title) {
				rows.Add(leaf.ID, seasonOf(leaf), episodeOf(leaf), leaf.Name, leaf.First().String(),
					r.Role.Side(), r.Role, c.Person.ID, c.Person.Name, c.Person.Gender,
					c.Job, strings.Join(c.Characters, "; "), block.Known(c.Billing, c.Billing > 0), c.Scope, strings.Join(c.Citations, "; "))
			}
		}
	}
	return rows
}

// orWhole are the leaf titles of a credit, or the whole season or series where
// the source does not say which episodes.
func orWhole(leaves []rolecall.Title, whole rolecall.Title) []rolecall.Title {
	if len(leaves) == 0 {
		return []rolecall.Title{whole}
	}
	return leaves
}

func seasonOf(leaf rolecall.Title) any { return block.Known(leaf.Season, isNumbered(leaf)) }

func episodeOf(leaf rolecall.Title) any { return block.Known(leaf.Episode, isNumbered(leaf)) }

// isNumbered reports whether a title has a season and a number in it.
func isNumbered(leaf rolecall.Title) bool {
	return leaf.Kind == rolecall.Episode && leaf.Season != rolecall.NoSeason
}
