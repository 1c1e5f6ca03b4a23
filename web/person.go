package web

import (
	"context"
	"fmt"
	"net/http"
	"slices"
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
	if f, isFormat := format.OfEnding(ending); isFormat {
		return document(render.Person{Career: career, Catalog: held.Info()}, f)
	}
	if ending != "" {
		return s.nothing(ctx, held, r)
	}
	view := personOf(career, held.Info())
	return s.render(held, r, "person", frame{
		Title: p.Name + ": credits and sources", Description: p.Name + ": " + view.Summary,
		Card: cardPath(personPath(p.ID)), Data: personData(career, s.options.Public), Content: view,
	})
}

func personOf(c measure.Career, info catalog.Info) personView {
	v := personView{Person: c.Person, Reason: sentence.Gender(c), Summary: sentence.Career(c), Years: yearsOf(c)}
	for i, w := range c.Works {
		v.Works = append(v.Works, workOf(c, i, w))
	}
	for _, st := range c.Statements {
		v.Statements = append(v.Statements, statementOf(c, info, st))
	}
	path := personPath(c.Person.ID)
	v.Documents = append(documents(path, ""), documentView{"Picture to share", cardPath(path), "image/png"})
	return v
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
		Gender: st.Gender, Wording: st.Wording, Weight: phrase.Word(st.Precedence.String()),
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
