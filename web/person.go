package web

import (
	"context"
	"fmt"
	"net/http"
	"slices"
	"strings"

	"rolecall"
	"rolecall/catalog"
	"rolecall/measure"
	"rolecall/render"
	"rolecall/web/snapshot"
)

// personView is the page of somebody credited.
type personView struct {
	Person     rolecall.Person
	Reason     string
	Summary    string
	Years      *yearsView
	Works      []workView
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

type workView struct {
	ID, Year, Name, Address, Role, Detail, Where string
	Gender                                       rolecall.Gender
	Wide                                         bool
	Pages                                        []rolecall.Page
}

type statementView struct {
	Gender          rolecall.Gender
	Wording, Weight string
	Date            string
	Source          string
	Decides         bool
	Page            *rolecall.Page
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
	switch ending {
	case ".json", ".csv":
		return document(render.Person{Career: career, Catalog: held.Info()}, formatEndings[ending])
	case ".svg":
		return s.nothing(ctx, held, r)
	}
	view := personOf(career, held.Info())
	return s.render(held, r, "person", frame{
		Title: p.Name + ": credits and sources", Description: p.Name + ": " + view.Summary,
		Card: cardPath(personPath(p.ID)), Data: personData(career, s.options.Public), Content: view,
	})
}

func personOf(c measure.Career, info catalog.Info) personView {
	v := personView{Person: c.Person, Reason: render.GenderReason(c), Summary: summary(c), Years: yearsOf(c)}
	for i, w := range c.Works {
		v.Works = append(v.Works, workOf(c, i, w))
	}
	for _, st := range c.Statements {
		v.Statements = append(v.Statements, statementOf(c, info, st))
	}
	path := personPath(c.Person.ID)
	v.Documents = []documentView{{"CSV", path + ".csv", "text/csv"}, {"JSON", path + ".json", "application/json"}, {"Picture to share", cardPath(path), "image/png"}}
	return v
}

// summary says what the person is credited for here: "director of 3 seasons and
// films, writer of 1".
func summary(c measure.Career) string {
	_, roles := c.Years()
	titles := make(map[rolecall.Role][]string)
	for _, w := range c.Works {
		if !slices.Contains(titles[w.Role], w.Title.ID) {
			titles[w.Role] = append(titles[w.Role], w.Title.ID)
		}
	}
	var parts []string
	for _, role := range roles {
		parts = append(parts, fmt.Sprintf("%s of %s", role.Words(), counted(len(titles[role]), "title")))
	}
	if len(parts) == 0 {
		return "No credit is held."
	}
	return capital(strings.Join(parts, ", ")) + " in this catalog."
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
		row := yearRow{Role: capital(role.Words())}
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
		Detail: strings.Join(append(slices.Clone(w.Characters), jobs(w.Job)...), ", "), Where: render.WorkEpisodes(w),
	}
	if w.Title.Kind == rolecall.Film {
		v.Name = w.Title.Name
	}
	if w.Title.Year != 0 {
		v.Year = fmt.Sprint(w.Title.Year)
	}
	v.Wide = strings.HasPrefix(v.Where, "whole ")
	if v.Where != "" && v.Where[0] >= '0' && v.Where[0] <= '9' {
		v.Where = episodesWord(len(w.Leaves)) + " " + v.Where
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
		Gender: st.Gender, Wording: st.Wording, Weight: strings.ReplaceAll(st.Precedence.String(), "_", " "),
		Date: st.Date.Words(), Source: st.Source, Decides: slices.Contains(c.Deciding, st),
	}
	for _, source := range info.Sources {
		if source.ID == st.Source {
			v.Source = source.Name
		}
	}
	if page, held := c.Pages[st.Citation]; held {
		v.Page = &page
	}
	return v
}
