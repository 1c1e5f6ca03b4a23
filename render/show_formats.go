package render

import (
	"slices"
	"strconv"
	"strings"

	"rolecall"
)

// rows are the credits one by one, the row behind every number.
func (s Show) rows() [][]string {
	rows := [][]string{{"title_id", "season", "episode", "name", "released", "side", "role", "person_id", "person", "gender", "job", "characters", "billing", "scope", "sources"}}
	for _, r := range s.Lineup.Roles {
		for _, c := range r.Credited {
			var leaves []rolecall.Title
			for _, i := range c.Leaves {
				leaves = append(leaves, s.Lineup.Leaves[i])
			}
			for _, leaf := range orWhole(leaves, s.Lineup.Title) {
				rows = append(rows, []string{
					leaf.ID, number(leaf.Season, leaf.Kind == rolecall.Episode), number(leaf.Episode, leaf.Kind == rolecall.Episode),
					leaf.Name, leaf.First().String(), string(r.Role.Side()), string(r.Role), c.Person.ID, c.Person.Name, string(c.Person.Gender),
					c.Job, strings.Join(c.Characters, "; "), number(c.Billing, c.Billing > 0), string(c.Scope), strings.Join(c.Citations, "; "),
				})
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

// number is empty where there is none.
func number(n int, there bool) string {
	if !there {
		return ""
	}
	return strconv.Itoa(n)
}

func (s Show) markdown(p *page) {
	p.line("## %s", Masthead(s.Lineup.Title))
	p.line("")
	p.line("**%s**", Headline(s.Lineup))
	p.line("")
	shares := [][]string{append([]string{"side", "role"}, shareHeader(s.Lineup)...)}
	for _, side := range []rolecall.Side{rolecall.Behind, rolecall.Front} {
		for _, row := range s.shareRows(side) {
			shares = append(shares, append([]string{string(side)}, row...))
		}
	}
	p.markdownTable(shares)
	if len(s.Lineup.Seasons) > 0 {
		p.line("")
		p.markdownTable(s.seasonRows())
	}
	p.line("")
	people := [][]string{{"role", "person", "gender", "character or job", "episodes"}}
	for _, r := range s.Lineup.Roles {
		for _, c := range r.Credited {
			people = append(people, []string{
				r.Role.Words(), c.Person.Name, c.Person.Gender.Words(),
				strings.Join(append(slices.Clone(c.Characters), single(c.Job)...), ", "), episodesOf(s.Lineup, c),
			})
		}
	}
	p.markdownTable(people)
	s.rarityMarkdown(p)
	p.line("")
	p.line("*%s*", footer(s.Catalog))
}

// single is a list of one text, or of none where it is empty.
func single(text string) []string {
	if text == "" {
		return nil
	}
	return []string{text}
}
