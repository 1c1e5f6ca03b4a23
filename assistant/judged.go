package assistant

import (
	"context"
	"net/url"

	"rolecall"
	"rolecall/block"
	"rolecall/contract"
	"rolecall/measure"
	"rolecall/phrase"
	"rolecall/population"
	"rolecall/press"
	"rolecall/press/article"
	"rolecall/render"
	"rolecall/standard"
)

// assessing asks what standards say of a title.
type assessing struct {
	Meant
	Standard []string `json:"standard,omitempty" maxItems:"50" doc:"Only these standards, by identifier (rolecall://standards lists them); else all that speak of the kind of title." example:"f-rating"`
	Read
	Paging
}

var assessTool = tool[assessing, contract.Assess]{
	name: "assess", title: "What standards say of a title",
	about:  "What published standards (the F-Rating, the ReFrame Stamp and others) say of a title, criterion by criterion: met, not met, unknown with what is missing, needing a judgement, or counted.",
	answer: assess,
}

// assess says what standards say of a title.
func assess(ctx context.Context, q question[assessing]) (f found[contract.Assess], err error) {
	t, err := q.in.Meant.in(ctx, q.Catalog)
	if err != nil {
		return f, err
	}
	asked, err := q.in.standards(t)
	if err != nil {
		return f, err
	}
	lineup, err := measure.LineupOf(ctx, q.Catalog, t, false)
	if err != nil {
		return f, err
	}
	d := render.Assess{Title: t, Reading: q.in.reading(), Catalog: q.Info()}
	subject := standard.SubjectOf(lineup, standard.PartialRoles(q.Info().Sources)...)
	for _, one := range asked {
		a, err := one.Assess(subject, d.Reading)
		if err != nil {
			return f, err
		}
		d.Assessments = append(d.Assessments, a)
	}
	return found[contract.Assess]{
		method: d.Method(), path: address{"/api/v1/assess/" + url.PathEscape(t.ID), url.Values{"reading": {string(d.Reading)}}}, paged: nothing, inner: mostMissing,
		part: func(w *window) (contract.Assess, []block.Block) {
			shown := d
			shown.Assessments = page(w, "assessments", d.Assessments)
			return shown.Contract(), shown.Blocks()
		},
	}, nil
}

// rating asks how many titles meet a standard.
type rating struct {
	Standard string `json:"standard" maxLength:"100" doc:"The standard, by identifier (rolecall://standards lists them)." example:"f-rating"`
	Read
	Paging
}

var rateTool = tool[rating, contract.PassRates]{
	name: "rate", title: "How many titles meet a standard",
	about:  "How many films or seasons of a population meet a published standard and each of its criteria for certain, how many do not, and of how many it cannot be told.",
	fields: population.Params(), costly: true,
	answer: rate,
}

// rate counts the titles that meet a standard.
func rate(ctx context.Context, q question[rating]) (f found[contract.PassRates], err error) {
	one, err := standard.Shipped().Find(q.in.Standard)
	if err != nil {
		return f, &argumentError{where: "standard", words: err.Error()}
	}
	p, err := q.population(population.Population{}, population.Params())
	if err != nil {
		return f, err
	}
	if p, err = one.Among(p); err != nil {
		return f, &argumentError{where: "rate", words: err.Error()}
	}
	rates, err := one.PassRate(ctx, q.Catalog, p, q.in.reading())
	if err != nil {
		return f, err
	}
	d := render.PassRates{Rates: []standard.Rates{rates}, Reading: q.in.reading(), Catalog: q.Info()}
	return found[contract.PassRates]{
		method: d.Method(rates), path: address{path: "/standards/" + url.PathEscape(one.ID)}.among(p, url.Values{"reading": {string(d.Reading)}}), paged: nothing,
		part: func(*window) (contract.PassRates, []block.Block) { return d.Contract(), d.Blocks() },
	}, nil
}

// standards are those asked for, or all that speak of the kind of title.
func (a assessing) standards(t rolecall.Title) (standard.Set, error) {
	if len(a.Standard) == 0 {
		return standard.Shipped().For(t.Kind), nil
	}
	var asked standard.Set
	for _, id := range a.Standard {
		one, err := standard.Shipped().Find(id)
		if err != nil {
			return nil, err
		}
		if !one.AppliesTo(t.Kind) {
			return nil, &argumentError{where: "standard", words: id + " speaks of " + phrase.Kinds(one.Kinds) + ", and " + t.Label() + " is " + phrase.A(string(t.Kind))}
		}
		asked = append(asked, one)
	}
	return asked, nil
}

// mostMissing is the most of those named whose gender is not stated, mostEvidence that
// of the rows behind one verdict.
const (
	mostMissing  = 16
	mostEvidence = 5
)

// checking asks what becomes of an article's claims.
type checking struct {
	contract.Text
	Quotes bool `json:"quotes,omitempty" doc:"Count who is quoted too, by the stated gender of the speakers."`
	Paging
}

var checkTool = tool[checking, contract.Check]{
	name: "check", title: "The claims of an article",
	about:  "The claims about credits in an English text: supported, contradicted with the right figure, or unverifiable, each with the reason and the rows behind it. The text is neither stored nor logged.",
	costly: true,
	answer: check,
}

// check checks the claims of an article.
func check(ctx context.Context, q question[checking]) (f found[contract.Check], err error) {
	report, err := press.Check(ctx, press.InCatalog(q.Catalog), article.Plain(q.in.Text.Text))
	if err != nil {
		return f, err
	}
	d := render.Check{Reports: []press.Report{report}, Quotes: q.in.Quotes, Catalog: q.Info()}
	return found[contract.Check]{method: d.Method(), paged: isClaims, inner: mostEvidence, part: func(w *window) (contract.Check, []block.Block) { return checkIn(w, d) }}, nil
}

// isClaims reports whether a block is the list of claims.
func isClaims(b block.Block) bool {
	list, is := b.(block.List)
	return is && list.Numbered
}

// checkIn is the claims of an article in a window, with the pages that their evidence
// cites.
func checkIn(w *window, d render.Check) (contract.Check, []block.Block) {
	a := d.Contract()
	a.Claims = page(w, "claims", a.Claims)
	cited := make(map[string]bool)
	for _, claim := range a.Claims {
		for _, e := range claim.Evidence[:min(len(claim.Evidence), w.inner)] {
			note(cited, e.Sources)
		}
	}
	keepCited(a.Pages, cited)
	return a, d.Blocks()
}
