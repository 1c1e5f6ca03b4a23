package web

import (
	"context"
	"fmt"
	"maps"
	"net/http"
	"net/url"
	"slices"
	"strconv"
	"strings"

	"rolecall"
	"rolecall/catalog"
	"rolecall/fault"
	"rolecall/measure"
	"rolecall/phrase"
	"rolecall/render"
	"rolecall/standard"
	"rolecall/web/snapshot"
)

// meetingView lists the titles of a population that come to one verdict of a standard.
type meetingView struct {
	Name, Address   string
	Fault           string
	Finding, Detail string
	Others          []linkView
	Rows            []browsedRow
	Before, After   string
}

// askedAtOnce is of how many titles one page asks what the standard says.
const askedAtOnce = 200

// verdictsOfTitles are what titles can be listed by.
var verdictsOfTitles = []standard.Verdict{standard.Met, standard.Unknown, standard.NeedsJudgement, standard.NotMet}

// becomesOf say what titles of a verdict do.
var becomesOf = map[standard.Verdict]string{
	standard.Met: "certainly meet it", standard.NotMet: "certainly do not", standard.Unknown: "may meet it, depending on what is not on record",
	standard.NeedsJudgement: "may meet it, depending on what credits do not show",
}

// meetingLinks lead to the titles of each verdict that there is.
func meetingLinks(id string, q url.Values, rate standard.Rate) (links []linkView) {
	titles := map[standard.Verdict]int{standard.Met: rate.Met, standard.NotMet: rate.NotMet, standard.Unknown: rate.Unknown, standard.NeedsJudgement: rate.NeedsJudgement}
	for _, v := range verdictsOfTitles {
		if n := titles[v]; n > 0 {
			links = append(links, linkView{phrase.Counted(n, "title", "titles") + " that " + becomesOf[v], meetingPath(id, q, v, 0)})
		}
	}
	return links
}

func meetingPath(id string, q url.Values, v standard.Verdict, from int) string {
	asked := ratedBy(q)
	asked.Set("verdict", string(v))
	if from > 0 {
		asked.Set("from_title", strconv.Itoa(from))
	}
	return standardPath(id) + "/titles?" + asked.Encode()
}

// ratedBy is what an address asks of a standard, without which of the titles are listed.
func ratedBy(q url.Values) url.Values {
	asked := maps.Clone(q)
	for _, name := range []string{"verdict", "from_title", "catalog"} {
		asked.Del(name)
	}
	return asked
}

func (s *Site) meeting(ctx context.Context, held *snapshot.Snapshot, r *http.Request) (answer, error) {
	asked, fields, err := ratesOf(r.PathValue("id"), r)
	if err != nil {
		return s.noStandard(held, r, err)
	}
	verdict := parsedOne(fields, "verdict", parseVerdict)
	if verdict == "" {
		verdict = standard.Met
	}
	from := max(parsedOne(fields, "from_title", strconv.Atoi), 0)
	view := meetingView{Name: asked.standard.Name, Address: standardPath(asked.standard.ID) + asking(ratedBy(fields.Values))}
	if asked.standard.Passes == "" && fields.fault == nil {
		fields.fault = fmt.Errorf("%s only counts: no title meets it or does not", asked.standard.Name)
	}
	if fields.fault != nil {
		return s.refusedMeeting(held, r, view, fields.fault.Error(), http.StatusUnprocessableEntity)
	}
	found, err := measure.Browse(ctx, held.Catalog, catalog.Browsing{Population: asked.population, From: from, Most: askedAtOnce, RowsOnly: true})
	if err != nil {
		if told := fault.OverHTTP(ctx, err); told.Asked() {
			return s.refusedMeeting(held, r, view, told.Words, told.Status)
		}
		return answer{}, err
	}
	for _, t := range found.Rows {
		is, err := asked.verdictOn(ctx, held, t)
		if err != nil {
			return answer{}, err
		}
		if is == verdict {
			view.Rows = append(view.Rows, browsedRowOf(t, found.Glances[t.ID]))
		}
	}
	view.lead(asked, found, r.URL.Query(), verdict, from)
	return s.meetingAnswer(held, r, view, http.StatusOK)
}

// verdictOn is what the standard says of a title, as the rate counts it; empty of one that the
// reading leaves out.
func (a ratesAsked) verdictOn(ctx context.Context, held *snapshot.Snapshot, t rolecall.Title) (standard.Verdict, error) {
	lineup, err := measure.LineupOf(ctx, held.Catalog, t, a.population.Specials)
	if err != nil {
		return "", err
	}
	subject := standard.SubjectOf(lineup, standard.PartialRoles(held.Info().Sources)...)
	alone := func(yield func(standard.Alike, error) bool) { yield(a.standard.Alone(subject, a.reading), nil) }
	rates, err := a.standard.Over(a.reading, alone)
	switch {
	case rates.Whole.Met > 0:
		return standard.Met, err
	case rates.Whole.NotMet > 0:
		return standard.NotMet, err
	case rates.Whole.Unknown > 0:
		return standard.Unknown, err
	case rates.Whole.NeedsJudgement > 0:
		return standard.NeedsJudgement, err
	}
	return "", err
}

// lead says which titles are listed, and where the others are.
func (v *meetingView) lead(asked ratesAsked, found measure.Browsed, q url.Values, verdict standard.Verdict, from int) {
	of := len(found.Rows)
	titles := asked.population.Kind.Plural()
	if asked.population.Kind == "" {
		titles = "titles"
	}
	v.Finding = fmt.Sprintf("%s of %s %s %s", phrase.Grouped(len(v.Rows)), phrase.Grouped(of), titles, becomesOf[verdict])
	v.Detail = phrase.Capital(catalog.WordsCounted(asked.population)) + ": " + phrase.Titles(found.Titles) + "."
	if of < found.Titles {
		v.Detail += fmt.Sprintf(" Asked here: the %s to the %s of them, %s.", ordinal(from+1), ordinal(from+of), render.OrderWords(found.Browsing.Order))
	}
	if words := phrase.LeftOutOfTitles(asked.reading); words != "" {
		v.Detail += " " + words
	}
	for _, other := range verdictsOfTitles {
		if other != verdict {
			v.Others = append(v.Others, linkView{"Those that " + becomesOf[other], meetingPath(asked.standard.ID, q, other, from)})
		}
	}
	if from > 0 {
		v.Before = meetingPath(asked.standard.ID, q, verdict, max(from-askedAtOnce, 0))
	}
	if next := from + askedAtOnce; next < found.Titles && next+askedAtOnce <= measure.MostBrowsed {
		v.After = meetingPath(asked.standard.ID, q, verdict, next)
	}
}

// ordinal is a place in a list: "201st".
func ordinal(n int) string {
	ending := "th"
	if n%100 < 11 || n%100 > 13 {
		switch n % 10 {
		case 1:
			ending = "st"
		case 2:
			ending = "nd"
		case 3:
			ending = "rd"
		}
	}
	return phrase.Grouped(n) + ending
}

func parseVerdict(text string) (standard.Verdict, error) {
	words := phrase.Each(verdictsOfTitles, func(v standard.Verdict) string { return string(v) })
	if !slices.Contains(words, text) {
		return "", fmt.Errorf("%q is no verdict on titles: there are %s", text, strings.Join(words, ", "))
	}
	return standard.Verdict(text), nil
}

func (s *Site) refusedMeeting(held *snapshot.Snapshot, r *http.Request, view meetingView, words string, status int) (answer, error) {
	view.Fault = phrase.Stop(words)
	return s.meetingAnswer(held, r, view, status)
}

func (s *Site) meetingAnswer(held *snapshot.Snapshot, r *http.Request, view meetingView, status int) (answer, error) {
	a, err := s.render(held, r, "meeting", frame{Title: phrase.Joined(": ", view.Name, view.Finding), Place: "standards",
		Description: "Titles by what the standard “" + view.Name + "” says of them. " + view.Detail, Content: view})
	a.status = status
	return a, err
}
