package render

import (
	"rolecall/contract"
	"rolecall/press"
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
		object.Repeated = append(object.Repeated, contract.Repeated{Verdict: r.claim.Verdict, Quote: r.claim.Quote, Sources: r.sources})
	}
	return object
}

// orNull is a value, or null where it is empty: a reader tells "not said" from "".
func orNull[T comparable](value T) any {
	var empty T
	if value == empty {
		return nil
	}
	return value
}

func (c Check) articleObject(r press.Report) contract.Article {
	object := contract.Article{
		Source: r.Source, Title: orNull(r.Article.Title), Boilerplate: orEmpty(r.Article.Boilerplate),
		Claims: []contract.Claim{}, Mentions: []contract.Mention{}, Pages: pageObjects(r.Pages),
	}
	if c.Text {
		object.Text = r.Article.Text
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
	return object
}

func claimObject(c press.Claim) contract.Claim {
	object := contract.Claim{
		Quote: c.Quote, Start: c.Start, End: c.End, Kind: string(c.Kind), Title: orNull(c.Title), TitleID: orNull(c.TitleID), Seasons: orEmpty(c.Seasons),
		Year: orNull(years(c)), Role: orNull(c.Role), Person: orNull(c.Person), PersonID: orNull(c.PersonID), Gender: orNull(c.Gender),
		Value: orNull(c.ValueWords), Bound: orNull(c.Bound), Of: orNull(c.Of), Unit: orNull(c.Unit), Negated: c.Negated, Speaker: orNull(c.Speaker),
		Verdict: c.Verdict, Reason: c.Reason, Evidence: orEmpty(c.Evidence),
	}
	if c.Value != nil {
		object.Value = *c.Value
	}
	if c.YearTo <= c.Year && c.Year != 0 {
		object.Year = c.Year
	}
	if len(c.Seasons) == 1 {
		object.Season = c.Seasons[0]
	}
	for i, row := range object.Evidence {
		object.Evidence[i].Sources = orEmpty(row.Sources)
	}
	return object
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
