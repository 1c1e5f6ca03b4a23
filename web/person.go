package web

import (
	"cmp"
	"context"
	"fmt"
	"net/http"
	"slices"
	"strconv"
	"strings"

	"rolecall"
	"rolecall/catalog"
	"rolecall/format"
	"rolecall/measure"
	"rolecall/phrase"
	"rolecall/phrase/sentence"
	"rolecall/render"
	"rolecall/web/snapshot"
)

// personView is the page of somebody credited.
type personView struct {
	Person rolecall.Person
	Reason string
	// Finding is what is on record, FinePrint how much that is.
	Finding, FinePrint string
	Years              *yearsView
	// Credits is how many works there are, Groups those of this page.
	Credits    string
	Groups     []workGroup
	Pages      *pagesView
	Statements []statementView
	Documents  []documentView
}

// yearsView is a person's credits by year and role.
type yearsView struct {
	Years []string
	Rows  []yearRow
}

type yearRow struct {
	Role  string
	Cells []yearCell
}

// yearCell is a number of credits and the radius of the disc that draws it.
type yearCell struct {
	Number int
	Radius string
}

// workGroup is a film, or the works on one series under its name.
type workGroup struct {
	// Name is empty where there is one work, which says it itself.
	Name, Address, Year string
	// Comes is "2015–2019 · 12 episodes".
	Comes string
	Works []workView
}

// pagesView leads to the other pages of a long list.
type pagesView struct {
	// Place is "101–200 of 1,250".
	Place         string
	Before, After string
}

type workView struct {
	ID, Year, Name, Address, Role, Detail, Where string
	Gender                                       rolecall.Gender
	Wide                                         bool
	Pages                                        []rolecall.Page
}

type statementView struct {
	Gender          rolecall.Gender
	Wording, Weight string
	// Form is how it is worded, where that is not of the person.
	Form    string
	Date    string
	Source  string
	Decides bool
	Page    *rolecall.Page
}

func (s *Site) person(ctx context.Context, held *snapshot.Snapshot, r *http.Request) (answer, error) {
	id, ending := cutEnding(r.PathValue("id"))
	p, found, err := held.Person(ctx, id)
	if err != nil {
		return answer{}, err
	}
	if !found {
		return s.notFound(ctx, held, r, "There is no such person here",
			"This catalog holds nobody at that address.", strings.ReplaceAll(id, "-", " "))
	}
	career, err := measure.CareerOf(ctx, held.Catalog, p)
	if err != nil {
		return answer{}, err
	}
	if f, isFormat := format.OfEnding(ending); isFormat {
		return document(render.Person{Career: career, Catalog: held.Info()}, f)
	}
	if ending != "" {
		return s.nothing(ctx, held, r)
	}
	page, is := pageAsked(r, len(career.Works))
	if !is {
		return s.nothing(ctx, held, r)
	}
	view := personOf(career, held.Info(), page)
	d := render.Person{Career: career, Catalog: held.Info()}
	view.Finding, view.FinePrint = d.Finding(), d.FinePrint()
	data, err := withPages(ctx, held, p.ID, "", personData(career, s.options.Public))
	if err != nil {
		return answer{}, err
	}
	return s.render(held, r, "person", frame{
		Title: p.Name + ": credits and sources", Description: p.Name + ": " + view.Finding,
		Card: cardPath(personPath(p.ID)), Data: data, Content: view,
		Cited: s.cited(r, shared{phrase.Stop(p.Name + ": " + view.Finding), d.Method(), cardPath(personPath(p.ID)), true, false}),
	})
}

// worksPerPage is how many works of a person one page lists.
const worksPerPage = 100

// pageAsked is the page of a list that an address asks for, from 1, and whether it has
// such a page.
func pageAsked(r *http.Request, works int) (page int, is bool) {
	text := r.URL.Query().Get("page")
	if text == "" {
		return 1, true
	}
	page, err := strconv.Atoi(text)
	return page, err == nil && page >= 1 && page <= max(1, (works+worksPerPage-1)/worksPerPage)
}

func personOf(c measure.Career, info catalog.Info, page int) personView {
	v := personView{Person: c.Person, Reason: sentence.Gender(c), Years: yearsOf(c), Credits: phrase.Grouped(len(c.Works))}
	first := (page - 1) * worksPerPage
	last := min(len(c.Works), first+worksPerPage)
	place := 0
	for _, works := range bySeries(c.Works) {
		if from, to := max(first-place, 0), min(last-place, len(works)); from < to {
			v.Groups = append(v.Groups, groupOf(c, works, from, to, place))
		}
		place += len(works)
	}
	if len(c.Works) > worksPerPage {
		v.Pages = pagesOf(personPath(c.Person.ID), page, first, last, len(c.Works))
	}
	for _, st := range c.Statements {
		v.Statements = append(v.Statements, statementOf(c, info, st))
	}
	path := personPath(c.Person.ID)
	v.Documents = append(documents(path, ""), documentView{"Picture to share", cardPath(path), "image/png"})
	return v
}

func pagesOf(path string, page, first, last, of int) *pagesView {
	v := &pagesView{Place: fmt.Sprintf("%s–%s of %s", phrase.Grouped(first+1), phrase.Grouped(last), phrase.Grouped(of))}
	if page > 1 {
		v.Before = fmt.Sprintf("%s?page=%d", path, page-1)
	}
	if last < of {
		v.After = fmt.Sprintf("%s?page=%d", path, page+1)
	}
	return v
}

// bySeries brings the works on each series together where the first of them stands.
func bySeries(works []measure.Work) (groups [][]measure.Work) {
	at := make(map[string]int)
	for _, w := range works {
		id := cmp.Or(w.Title.SeriesID, w.Title.ID)
		i, seen := at[id]
		if !seen {
			i = len(groups)
			at[id] = i
			groups = append(groups, nil)
		}
		groups[i] = append(groups[i], w)
	}
	return groups
}

// groupOf shows some of the works on a film or series, the first of which stands at a
// place of the whole list.
func groupOf(c measure.Career, works []measure.Work, from, to, place int) workGroup {
	var g workGroup
	for i, w := range works[from:to] {
		g.Works = append(g.Works, workOf(c, place+from+i, w))
	}
	of := works[0].Title
	if len(works) == 1 || of.Kind == rolecall.Film {
		return g
	}
	g.Name, g.Address = cmp.Or(of.SeriesName, of.Name), titlePath(cmp.Or(of.SeriesID, of.ID))
	years, leaves := []int{}, make(map[string]bool)
	for _, w := range works {
		if w.Title.Year != 0 {
			years = append(years, w.Title.Year)
		}
		for _, leaf := range w.Leaves {
			leaves[leaf.ID] = true
		}
	}
	var span, episodes string
	if len(years) > 0 {
		g.Year, span = fmt.Sprint(slices.Max(years)), phrase.Span(slices.Min(years), slices.Max(years))
	}
	if len(leaves) > 0 {
		episodes = phrase.Episodes(len(leaves))
	}
	g.Comes = phrase.Joined(" · ", span, episodes)
	for i := range g.Works {
		g.Works[i].Name = partOf(works[from+i].Title)
	}
	return g
}

// partOf is a season under the name of its series.
func partOf(t rolecall.Title) string {
	if t.Kind == rolecall.Season {
		return fmt.Sprintf("Season %d", t.Season)
	}
	return "The series"
}

func yearsOf(c measure.Career) *yearsView {
	years, roles := c.Years()
	if len(years) < 2 && len(roles) < 2 || len(years) == 0 {
		return nil
	}
	v := &yearsView{}
	for _, y := range years {
		label := "?"
		if y.Year != 0 {
			label = fmt.Sprint(y.Year)
		}
		v.Years = append(v.Years, label)
	}
	for _, role := range roles {
		row := yearRow{Role: phrase.Capital(role.Words())}
		for _, y := range years {
			row.Cells = append(row.Cells, yearCell{y.Credits[role], radius(y.Credits[role])})
		}
		v.Rows = append(v.Rows, row)
	}
	return v
}

// radius grows with the number until the disc fills its cell.
func radius(n int) string { return fmt.Sprint(min(4+n, 12)) }

func workOf(c measure.Career, place int, w measure.Work) workView {
	v := workView{
		ID: fmt.Sprintf("work-%d", place), Name: w.Title.Label(), Address: titlePath(w.Title.ID), Role: w.Role.Words(),
		Detail: sentence.As(w.Credit), Where: sentence.WorkEpisodes(w).Named(), Wide: w.IsWide(),
	}
	if w.Title.Kind == rolecall.Film {
		v.Name = w.Title.Name
	}
	if w.Title.Year != 0 {
		v.Year = fmt.Sprint(w.Title.Year)
	}
	for _, key := range w.Citations {
		if page, held := c.Pages[key]; held {
			v.Pages = append(v.Pages, page)
		}
	}
	return v
}

func statementOf(c measure.Career, info catalog.Info, st rolecall.Statement) statementView {
	v := statementView{
		Gender: st.Gender, Wording: st.Wording, Form: sentence.Form(st.Form), Weight: phrase.Word(st.Precedence.String()),
		Date: st.Date.Words(), Source: sourceName(info.Sources, st.Source), Decides: slices.Contains(c.Deciding, st),
	}
	if page, held := c.Pages[st.Citation]; held {
		v.Page = &page
	}
	return v
}
