package web

import (
	"cmp"
	"context"
	"net/http"
	"net/url"
	"path"
	"slices"

	"rolecall"
	"rolecall/format"
	"rolecall/measure"
	"rolecall/phrase"
	"rolecall/phrase/sentence"
	"rolecall/render"
	"rolecall/standard"
	"rolecall/web/snapshot"
)

// standardsView is the list of all standards, by what they are for.
type standardsView struct {
	Groups    []standardsGroup
	Documents []documentView
}

// standardsGroup are the standards that speak of some titles.
type standardsGroup struct {
	Name, Anchor string
	Standards    []standardLine
}

// standardLine is a standard in a line: whose it is, and what it asks.
type standardLine struct {
	ID, Name, Address, By, Asks string
	// Again says that it stands in a group above too, which has its anchor.
	Again bool
}

func (s *Site) standards(_ context.Context, held *snapshot.Snapshot, r *http.Request) (answer, error) {
	if f, isFormat := format.OfEnding(path.Ext(r.URL.Path)); isFormat {
		return document(render.Standards{Set: standard.Shipped()}, f)
	}
	return s.render(held, r, "standards", frame{Title: "Published standards, and how they are read", Place: "standards",
		Description: "The rules and counts that guilds, festivals and universities have published, and how they are read here.",
		Content:     standardsView{standardsGroups(), documents("/standards", "")}})
}

// standardsGroups are the standards for films, and those for seasons; one that speaks of both
// stands in both.
func standardsGroups() (groups []standardsGroup) {
	seen := make(map[string]bool)
	for _, kind := range []rolecall.Kind{rolecall.Film, rolecall.Season} {
		group := standardsGroup{Name: "For " + kind.Plural(), Anchor: "for-" + kind.Plural()}
		for _, one := range standard.Shipped().For(kind) {
			group.Standards = append(group.Standards, standardLine{
				ID: one.ID, Name: one.Name, Address: standardPath(one.ID), By: sentence.Publisher(one), Asks: sentence.Asks(one), Again: seen[one.ID],
			})
			seen[one.ID] = true
		}
		groups = append(groups, group)
	}
	return groups
}

// standardPath is the address of a standard's page.
func standardPath(id string) string { return "/standards/" + id }

// assessedView is what the standards say of a title.
type assessedView struct {
	Readings []facetLink
	// Taken is what the reading takes the title to be, Known how far each group is known; empty
	// where nothing is left out.
	Taken       string
	Known       []string
	Assessments []assessmentView
}

// assessmentView is what one standard says of a title.
type assessmentView struct {
	Name, Address, Publisher string
	Year                     int
	// Whole is the verdict in words, Verdict its class; both empty where the
	// standard leaves its criteria side by side.
	Whole, Verdict string
	Criteria       []criterionView
}

type criterionView struct {
	Verdict, Label, Words string
	Details               []string
}

// assess asks every standard that speaks of titles of the kind, in the reading that the
// address asks for.
func assess(l measure.Lineup, sources []rolecall.Source, reading rolecall.Reading, at *url.URL) (*assessedView, error) {
	subject := standard.SubjectOf(l, standard.PartialRoles(sources)...)
	all := render.Assess{Title: l.Title, Reading: reading}
	view := assessedView{Readings: readingLinks(at, reading, "standards")}
	for _, s := range standard.Shipped().For(l.Title.Kind) {
		a, err := s.Assess(subject, reading)
		if err != nil {
			return nil, err
		}
		all.Assessments = append(all.Assessments, a)
		view.Assessments = append(view.Assessments, assessmentOf(l.Title, a))
	}
	if len(view.Assessments) == 0 {
		return nil, nil
	}
	if rests := all.RestsOn(); len(rests) > 0 {
		view.Taken, view.Known = rests[0], rests[1:]
	}
	return &view, nil
}

func assessmentOf(t rolecall.Title, a standard.Assessment) assessmentView {
	v := assessmentView{
		Name: a.Standard.Name, Address: standardPath(a.Standard.ID) + readingQuery(a.Reading), Publisher: a.Standard.Publisher, Year: a.Standard.Year,
		Whole: phrase.Word(a.Verdict), Verdict: string(a.Verdict),
	}
	for _, r := range a.Results {
		v.Criteria = append(v.Criteria, criterionView{
			Verdict: string(r.Verdict), Label: phrase.Word(r.Verdict), Words: sentence.Criterion(t, a.Standard, r),
			Details: sentence.Details(t, a.Standard, r),
		})
	}
	return v
}

// readingQuery asks for a reading, if it is not the usual one.
func readingQuery(r rolecall.Reading) string {
	if !r.LeavesOut() {
		return ""
	}
	return "?" + url.Values{"reading": {string(r)}}.Encode()
}

// readingLinks lead to the same page in each reading, at an anchor.
func readingLinks(at *url.URL, chosen rolecall.Reading, anchor string) (links []facetLink) {
	for _, reading := range rolecall.Readings() {
		q := at.Query()
		q.Del("reading")
		if reading.LeavesOut() {
			q.Set("reading", string(reading))
		}
		address := url.URL{Path: at.Path, RawQuery: q.Encode(), Fragment: anchor}
		links = append(links, facetLink{Label: cmp.Or(phrase.Read(reading), "allowing for unknowns"), Address: address.String(), Chosen: reading == cmp.Or(chosen, rolecall.Bounds)})
	}
	return links
}

// kindsRated are the kinds of title of which it can be said how many meet a standard.
func kindsRated(s *standard.Standard) []rolecall.Kind {
	return slices.DeleteFunc([]rolecall.Kind{rolecall.Film, rolecall.Season}, func(k rolecall.Kind) bool { return !s.AppliesTo(k) })
}
