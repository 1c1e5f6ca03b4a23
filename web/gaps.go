package web

import (
	"context"
	"net/http"
	"net/url"
	"path"
	"slices"
	"strings"

	"rolecall"
	"rolecall/format"
	"rolecall/measure"
	"rolecall/phrase"
	"rolecall/population"
	"rolecall/render"
	"rolecall/web/snapshot"
)

// gapsView is whose gender nobody states, and where they can be looked up.
type gapsView struct {
	Fields   populationView
	Roles    []choiceView
	Fault    string
	Headline string
	Scope    string
	Rows     []gapView
	// AreElsewhere says that some can be looked up.
	AreElsewhere bool
	Documents    []documentView
}

type gapView struct {
	Name, Address          string
	Role, Credits, Narrows string
	Conflict               bool
	Elsewhere              []linkView
}

// gapsOnPage is how many people a page has room for.
const gapsOnPage = 100

func (s *Site) gaps(ctx context.Context, held *snapshot.Snapshot, r *http.Request) (answer, error) {
	fields := queryOf(r)
	p, asked := fields.population(), parsedAll(fields, "role", measure.ParseRole)
	if len(asked) == 0 {
		asked = []rolecall.Role{rolecall.Director}
	}
	if fields.fault == nil {
		fields.fault = p.Validate()
	}
	var view gapsView
	var err error
	if view.Fields, view.Roles, err = formOf(ctx, held, population.Params(), p, shareAsked{}, asked); err != nil {
		return answer{}, err
	}
	if fields.fault != nil {
		view.Fault = phrase.Stop(fields.fault.Error())
		return s.gapsPage(held, r, view, http.StatusUnprocessableEntity)
	}
	if asksNothing(r) && !held.Info().HandPicked { // of all titles there are too many to be of use
		return s.gapsPage(held, r, view, http.StatusOK)
	}
	found, err := measure.GapsIn(ctx, held.Catalog, p, asked, gapsOnPage)
	if err != nil {
		return refused(ctx, err, func(words string, status int) (answer, error) {
			view.Fault = words
			return s.gapsPage(held, r, view, status)
		})
	}
	d := render.Gaps{Gaps: found, Catalog: held.Info()}
	if f, isFormat := format.OfEnding(path.Ext(r.URL.Path)); isFormat {
		return document(d, f)
	}
	view.Headline, view.Scope = d.Finding()+".", d.Scope()+"."
	view.Rows = phrase.Each(found.Rows, gapOf)
	view.AreElsewhere = slices.ContainsFunc(view.Rows, func(v gapView) bool { return len(v.Elsewhere) > 0 })
	view.Documents = documents("/gaps", "?"+fields.Encode())
	return s.gapsPage(held, r, view, http.StatusOK)
}

// missing is the page of some titles on which the people are listed whose gender is not
// stated, in the roles in which there are some; empty where there are none.
func missing[T any](page string, counts []T, unknown func(T) (rolecall.Role, int)) string {
	var roles []string
	for _, count := range counts {
		if role, people := unknown(count); people > 0 && !slices.Contains(roles, string(role)) {
			roles = append(roles, string(role))
		}
	}
	if len(roles) == 0 {
		return ""
	}
	return withRoles(page, roles)
}

// withRoles is the address of a page that is asked about some roles too.
func withRoles(page string, roles []string) string {
	if len(roles) == 0 {
		return page
	}
	joint := "?"
	if strings.Contains(page, "?") {
		joint = "&"
	}
	return page + joint + url.Values{"role": roles}.Encode()
}

func gapOf(gap measure.Gap) gapView {
	v := gapView{Name: gap.Person.Name, Address: personPath(gap.Person.ID), Role: phrase.Role(gap.Role), Credits: phrase.Of(gap.Titles, gap.Of),
		Narrows: render.Narrows(gap), Conflict: gap.Person.Conflict}
	for _, page := range render.LookedUp(gap) {
		v.Elsewhere = append(v.Elsewhere, linkView{hostOf(page), page})
	}
	return v
}

// hostOf is where a page is, as a link says it: "imdb.com".
func hostOf(page string) string {
	u, err := url.Parse(page)
	if err != nil {
		return page
	}
	return strings.TrimPrefix(u.Host, "www.")
}

func (s *Site) gapsPage(held *snapshot.Snapshot, r *http.Request, view gapsView, status int) (answer, error) {
	a, err := s.render(held, r, "gaps", frame{Title: "Who is missing", Place: "report",
		Description: "The people whose gender no source states and on whom the shares depend most. " + view.Scope, Content: view})
	a.status = status
	return a, err
}
