package render

import (
	"rolecall/contract"
	"rolecall/press"
	"rolecall/press/verdict"
)

// Contract is the answer about one article as JSON says it.
func (c Check) Contract() contract.Check {
	return contract.Check{Article: c.articleObject(c.Reports[0]), Catalog: catalogObject(c.Catalog)}
}

// Several is the answer about several articles as JSON says it: each, and the claims
// that are contradicted or that several make.
func (c Check) Several() contract.Checks {
	object := contract.Checks{Articles: []contract.Article{}, Repeated: []contract.Repeated{}, Catalog: catalogObject(c.Catalog)}
	for _, r := range c.Reports {
		object.Articles = append(object.Articles, c.articleObject(r))
	}
	for _, r := range c.repeatedClaims() {
		object.Repeated = append(object.Repeated, contract.Repeated{Verdict: string(r.claim.Verdict), Quote: r.claim.Quote, Sources: r.sources})
	}
	return object
}

// orNull is a value, or null where it is empty: a reader tells "not said" from "".
func orNull[T comparable](value T) *T {
	var empty T
	if value == empty {
		return nil
	}
	return &value
}

func (c Check) articleObject(r press.Report) contract.Article {
	object := contract.Article{
		Source: r.Source, Title: r.Article.Title, Boilerplate: []contract.Boilerplate{},
		Claims: []contract.Claim{}, Mentions: []contract.Mention{}, Pages: pageObjects(r.Pages),
	}
	object.MoreClaims = r.MoreClaims
	if c.Text {
		object.Text = &r.Article.Text
	}
	for _, b := range r.Article.Boilerplate {
		object.Boilerplate = append(object.Boilerplate, contract.Boilerplate{Start: b.Start, End: b.End, Why: b.Why})
	}
	for _, claim := range r.Claims {
		object.Claims = append(object.Claims, claimObject(claim))
	}
	for _, m := range r.Mentions {
		object.Mentions = append(object.Mentions, contract.Mention{Text: m.Text, Start: m.Start, End: m.End, Kind: string(m.Kind), ID: orNull(m.ID), Name: m.Name})
	}
	if c.Quotes {
		object.Spoken = spokenObject(r)
	}
	if r.Hearing != nil {
		object.Hearing = hearingObject(*r.Hearing)
	}
	return object
}

func hearingObject(h press.Hearing) *contract.Hearing {
	object := &contract.Hearing{Witness: h.Witness, Passages: h.Passages, Dropped: h.Dropped, Unheard: []contract.Unheard{}, Unfounded: []contract.Unfounded{}}
	for _, u := range h.Unheard {
		object.Unheard = append(object.Unheard, contract.Unheard{Start: u.Start, End: u.End, Why: u.Why})
	}
	for _, u := range h.Unfounded {
		object.Unfounded = append(object.Unfounded, contract.Unfounded{Start: u.Start, End: u.End, Kind: string(u.Kind), Title: u.Title, Person: u.Person, Why: u.Why})
	}
	return object
}

func claimObject(c press.Claim) contract.Claim {
	object := contract.Claim{
		Quote: c.Quote, Start: c.Start, End: c.End, Line: orNull(c.Place.Line), Column: orNull(c.Place.Column), Kind: string(c.Kind), Title: orNull(c.Title), TitleID: orNull(c.TitleID), Seasons: orEmpty(c.Seasons),
		Year: orNull(c.Year), Role: orNull(string(c.Role)), Person: orNull(c.Person), PersonID: orNull(c.PersonID), Gender: orNull(c.Gender),
		Value: c.Value, ValueWords: orNull(c.ValueWords), Bound: orNull(c.Bound), Of: orNull(c.Of), Unit: orNull(c.Unit), Negated: c.Negated, Speaker: orNull(c.Speaker), Witness: orNull(c.Witness),
		Verdict: string(c.Verdict), Reason: c.Reason, Evidence: []contract.Evidence{},
	}
	if c.YearTo > c.Year {
		object.YearTo = &c.YearTo
	}
	if len(c.Seasons) == 1 {
		object.Season = &c.Seasons[0]
	}
	for _, row := range c.Evidence {
		object.Evidence = append(object.Evidence, evidenceObject(row))
	}
	return object
}

func evidenceObject(row verdict.Row) contract.Evidence {
	return contract.Evidence{
		TitleID: row.TitleID, Title: row.Title, Role: row.Role, Person: row.Person, Gender: row.Gender, Date: row.Date,
		Counted: (*contract.Counted)(row.Counted), Sources: orEmpty(row.Sources),
	}
}

func spokenObject(r press.Report) *contract.Spoken {
	object := &contract.Spoken{
		Quotations: contract.Tally(r.Quoted), Words: contract.Tally(r.Words), All: []contract.Quotation{}, SetAside: []contract.SetAside{},
	}
	for _, d := range r.NotQuoted {
		object.SetAside = append(object.SetAside, contract.SetAside{Text: r.Article.Text[d.Start:d.End], Start: d.Start, End: d.End, Why: d.Why})
	}
	for _, q := range r.Quotations {
		object.All = append(object.All, contract.Quotation{
			Text: q.Text, Start: q.Start, End: q.End, Direct: q.Direct, Speaker: orNull(q.Name), Called: orNull(q.Called), ID: orNull(q.ID),
			Gender: q.Gender, Verb: orNull(q.Verb), Words: q.Words, Where: orNull(q.Where),
		})
	}
	return object
}
