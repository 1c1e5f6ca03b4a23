package web

import (
	"context"
	"net/http"
	"path"
	"slices"

	"rolecall"
	"rolecall/block"
	"rolecall/format"
	"rolecall/measure"
	"rolecall/phrase"
	"rolecall/population"
	"rolecall/render"
	"rolecall/web/snapshot"
)

// careersView is on how many titles people in a role are, for whom it is the first, and who
// had been on the series before.
type careersView struct {
	Fields          populationView
	Roles           []choiceView
	Fault           string
	Headline, Scope string
	Tables          []tableView
	Notes           []string
	Documents       []documentView
}

// tableView is a table as every form of an answer has it, the first cell of a row its name.
type tableView struct {
	Title string
	Head  []string
	Rows  [][]string
}

func tableOf(t block.Table) tableView {
	return tableView{t.Title, phrase.Each(t.Head, phrase.Capital), phrase.Each(t.Rows, func(row []block.Text) []string { return phrase.Each(row, block.Text.String) })}
}

// careersOf is where the careers are of the first of some roles that has any; empty where
// none has.
func careersOf(page string, roles []rolecall.Role) string {
	for _, role := range roles {
		if measure.HasCareers(role) {
			return withRoles(page, []string{string(role)})
		}
	}
	if len(roles) > 0 {
		return ""
	}
	return page
}

func (s *Site) careers(ctx context.Context, held *snapshot.Snapshot, r *http.Request) (answer, error) {
	fields := queryOf(r)
	p, role := fields.population(), parsedOne(fields, "role", measure.ParseRole)
	if role == "" {
		role = rolecall.Director
	}
	if fields.fault == nil {
		fields.fault = measure.ValidateCareers(p, role)
	}
	var view careersView
	var err error
	if view.Fields, view.Roles, err = formOf(ctx, held, population.Params(), p, shareAsked{}, []rolecall.Role{role}); err != nil {
		return answer{}, err
	}
	view.Roles = slices.DeleteFunc(view.Roles, func(c choiceView) bool { return !measure.HasCareers(rolecall.Role(c.Value)) })
	if fields.fault != nil {
		view.Fault = phrase.Stop(fields.fault.Error())
		return s.careersPage(held, r, view, http.StatusUnprocessableEntity)
	}
	if asksNothing(r) && !held.Info().HandPicked { // of all titles there are too many to be of use
		return s.careersPage(held, r, view, http.StatusOK)
	}
	found, err := measure.CareersIn(ctx, held.Catalog, p, role)
	if err != nil {
		return refused(ctx, err, func(words string, status int) (answer, error) {
			view.Fault = words
			return s.careersPage(held, r, view, status)
		})
	}
	d := render.Careers{Careers: found, Catalog: held.Info()}
	if f, isFormat := format.OfEnding(path.Ext(r.URL.Path)); isFormat {
		return document(d, f)
	}
	view.Headline, view.Scope, view.Notes = d.Finding()+".", d.Scope()+".", d.Notes()
	view.Tables = phrase.Each(d.Tables(), tableOf)
	view.Documents = documents("/careers", "?"+fields.Encode())
	return s.careersPage(held, r, view, http.StatusOK)
}

func (s *Site) careersPage(held *snapshot.Snapshot, r *http.Request, view careersView, status int) (answer, error) {
	a, err := s.render(held, r, "careers", frame{Title: "First times and careers", Place: "report",
		Description: "On how many titles the people in a role are, for whom it is the first, and who had been on the series before. " + view.Scope, Content: view})
	a.status = status
	return a, err
}
