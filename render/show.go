package render

import (
	"context"
	"fmt"
	"slices"
	"strconv"
	"strings"

	"rolecall"
	"rolecall/catalog"
	"rolecall/measure"
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
	// WithMethod adds how the rarity was come to.
	WithMethod bool
}

// ShowOf is the answer about a title with how unusual it is among those it is
// compared with where nothing else is asked.
func ShowOf(ctx context.Context, c *catalog.Catalog, l measure.Lineup) (Show, error) {
	told, untold, err := measure.Unusual(ctx, c, l.Title, measure.Comparables(l.Title), []rolecall.Gender{rolecall.Woman})
	return Show{Lineup: l, Catalog: c.Info(), Rarity: told, Unverifiable: untold}, err
}

func (s Show) terminal(p *page) {
	p.sentence(Masthead(s.Lineup.Title))
	p.line("")
	p.sentence(p.colors.strong(Headline(s.Lineup)))
	s.shares(p)
	if len(s.Lineup.Seasons) > 0 {
		p.section("Season by season")
		p.columns(p.fitted(s.seasonRows(), "writers, women", "year"), 0)
	}
	if s.Lineup.Title.Kind == rolecall.Season {
		p.grid(s.Lineup)
	} else {
		p.line("")
		p.line("%s", p.colors.legend())
	}
	for _, r := range s.Lineup.Roles {
		if len(r.Credited) > 0 {
			p.people(s.Lineup, r)
		}
	}
	s.rarity(p)
	p.line("")
	s.notes(p)
	p.footer(s.Catalog)
}

// shares writes the shares of each side, role by role, in people: one table, so
// that the columns of both sides stand below each other.
func (s Show) shares(p *page) {
	var table [][]string
	for _, side := range []struct {
		side  rolecall.Side
		title string
	}{{rolecall.Behind, "Behind the camera"}, {rolecall.Front, "In front of it"}} {
		rows := s.shareRows(side.side)
		if len(rows) == 0 {
			continue
		}
		if len(table) > 0 {
			table = append(table, []string{""})
		}
		table = append(table, slices.Concat([]string{p.colors.heading(side.title)}, shareHeader(s.Lineup)))
		table = append(table, rows...)
	}
	p.line("")
	p.columns(p.fitted(table, "of stated", "stated", "episodes"))
}

// shareHeader names the columns of the shares: distinct people, as universities
// count; how far that is known; and for how many episodes a credit is held at all.
func shareHeader(l measure.Lineup) []string {
	header := []string{"women", "share of women", "of stated", "stated"}
	if len(l.Leaves) > 1 {
		header = append(header, "episodes")
	}
	return header
}

func (s Show) shareRows(side rolecall.Side) (rows [][]string) {
	for _, r := range s.Lineup.Roles {
		if r.Role.Side() != side {
			continue
		}
		if lead, known := s.Lineup.Lead(); known && r.Role == rolecall.Cast {
			rows = append(rows, s.shareRow("lead (first billed)", lead))
		}
		rows = append(rows, s.shareRow(r.Role.Words(), r))
	}
	return rows
}

func (s Show) shareRow(name string, r measure.RoleCount) []string {
	if r.People.Total() == 0 {
		return []string{name, "no credit held"}
	}
	count := r.People.Count(rolecall.Woman)
	share := count.Share()
	row := []string{
		name, count.String(), shareWords(share), share.Known.Percent(),
		fmt.Sprintf("%d of %d", count.Settled(), count.Of),
	}
	if len(s.Lineup.Leaves) > 1 {
		row = append(row, fmt.Sprintf("%d of %d", r.PerTitle.Held(), len(r.PerTitle)))
	}
	return row
}

// seasonRows are the seasons of a series with their episodes directed by women.
func (s Show) seasonRows() [][]string {
	rows := [][]string{{"season", "year", "episodes", "directed by women", "directors", "writers, women"}}
	for _, season := range s.Lineup.Seasons {
		rows = append(rows, []string{
			strconv.Itoa(season.Season.Season), yearWords(season.Season.Year), strconv.Itoa(season.Season.Episodes),
			season.PerTitle[rolecall.Director].Any(rolecall.Woman).String(),
			tallyWords(season.People[rolecall.Director]),
			countWords(season.People[rolecall.Writer]),
		})
	}
	return rows
}

func countWords(t rolecall.Tally) string {
	if t.Total() == 0 {
		return noCredit
	}
	return t.Count(rolecall.Woman).String()
}

func yearWords(year int) string {
	if year == 0 {
		return noCredit
	}
	return strconv.Itoa(year)
}

// people writes the names of a role with their episodes: the cast one a line
// with their characters, others running on.
func (p *page) people(l measure.Lineup, r measure.RoleCount) {
	p.line("")
	p.line("%s", p.colors.strong(fmt.Sprintf("%s (%d)", r.Role.Words(), len(r.Credited))))
	if r.Role == rolecall.Cast {
		for _, c := range r.Credited {
			p.wrapped("    ", strings.SplitAfter(p.castLine(l, c), " ")...)
		}
		return
	}
	items := make([]string, len(r.Credited))
	for i, c := range r.Credited {
		items[i] = "  " + p.colors.mark(c.Person.Gender) + " " + c.Person.Name + p.where(l, c)
		if c.Job != "" {
			items[i] += p.colors.quiet(" (" + c.Job + ")")
		}
	}
	p.wrapped("", items...)
}

func (p *page) castLine(l measure.Lineup, c measure.Credited) string {
	line := "  " + p.colors.mark(c.Person.Gender) + " " + c.Person.Name
	if len(c.Characters) > 0 {
		line += " as " + strings.Join(c.Characters, ", ")
	}
	return line + p.where(l, c)
}

// where is a person's episodes, to stand behind the name.
func (p *page) where(l measure.Lineup, c measure.Credited) string {
	episodes := episodesOf(l, c)
	switch {
	case episodes == "":
		return ""
	case isWide(l, c), len(c.Leaves) == 0:
		return p.colors.quiet(", " + episodes)
	}
	return " " + p.colors.quiet(episodes)
}

// notWhole is said of a season of which episodes may be missing.
const notWhole = "Not known to be whole: episodes may be missing from this season."

// notes say what a reader may otherwise take wrong.
func (s Show) notes(p *page) {
	if s.hasWideScope() {
		p.sentence(p.colors.quiet("“Whole season”, “whole series”: the page cited speaks of the whole, which is taken for each episode."))
	}
	if t := s.Lineup.Title; t.Kind == rolecall.Season && !t.Whole {
		p.sentence(p.colors.quiet(notWhole))
	}
}

func (s Show) hasWideScope() bool {
	for _, r := range s.Lineup.Roles {
		for _, c := range r.Credited {
			if isWide(s.Lineup, c) {
				return true
			}
		}
	}
	return false
}
