package web

import (
	"context"
	"net/http"

	"path"
	"rolecall"
	"rolecall/format"
	"rolecall/measure"
	"rolecall/phrase"
	"rolecall/phrase/sentence"
	"rolecall/render"
	"rolecall/standard"
	"rolecall/web/snapshot"
)

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

// assess asks every standard that speaks of titles of the kind.
func assess(l measure.Lineup, sources []rolecall.Source) (views []assessmentView, err error) {
	subject := standard.SubjectOf(l, standard.PartialRoles(sources)...)
	for _, s := range standard.Shipped().For(l.Title.Kind) {
		a, err := s.Assess(subject, rolecall.Bounds)
		if err != nil {
			return nil, err
		}
		views = append(views, assessmentOf(l.Title, a))
	}
	return views, nil
}

func assessmentOf(t rolecall.Title, a standard.Assessment) assessmentView {
	v := assessmentView{
		Name: a.Standard.Name, Address: "/standards#" + a.Standard.ID, Publisher: a.Standard.Publisher, Year: a.Standard.Year,
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

// standardsView is the page of all standards.
type standardsView struct {
	Standards []standardView
	Documents []documentView
}

// standardView is a standard as the page of all of them shows it.
type standardView struct {
	*standard.Standard
	Speaks string
}

func (s *Site) standards(_ context.Context, held *snapshot.Snapshot, r *http.Request) (answer, error) {
	if f, isFormat := format.OfEnding(path.Ext(r.URL.Path)); isFormat {
		return document(render.Standards{Set: standard.Shipped()}, f)
	}
	view := standardsView{Documents: documents("/standards", "")}
	for _, one := range standard.Shipped() {
		view.Standards = append(view.Standards, standardView{one, phrase.Kinds(one.Kinds)})
	}
	return s.render(held, r, "standards", frame{Title: "Published standards, and how they are read", Place: "standards",
		Description: "The rules and counts that guilds, festivals and universities have published, and how they are read here.", Content: view})
}
