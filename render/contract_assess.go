package render

import (
	"rolecall/contract"
	"rolecall/phrase/sentence"
	"rolecall/standard"
)

// Contract is the answer as JSON says it.
func (a Assess) Contract() contract.Assess {
	object := contract.Assess{
		Title: titleObject(a.Title), Reading: read(a.Reading), Assessments: []contract.Assessment{}, Method: methodObject(a.WithMethod, a.Method), Catalog: catalogObject(a.Catalog),
	}
	for _, one := range a.Assessments {
		object.Assessments = append(object.Assessments, assessmentObject(one))
	}
	return object
}

func assessmentObject(one standard.Assessment) contract.Assessment {
	o := contract.Assessment{Standard: standardObject(one.Standard), Coverage: []contract.GroupCoverage{}, Criteria: []contract.Criterion{}}
	for _, c := range one.Coverage {
		o.Coverage = append(o.Coverage, contract.GroupCoverage(c))
	}
	if one.Verdict != "" {
		verdict := string(one.Verdict)
		o.Verdict = &verdict
	}
	o.WouldMeet = sentence.WouldMeet(one)
	for _, r := range one.Results {
		o.Criteria = append(o.Criteria, criterionObject(one, r))
	}
	return o
}

func criterionObject(one standard.Assessment, r standard.Result) contract.Criterion {
	c := r.Criterion
	o := contract.Criterion{
		ID: c.ID, Name: c.Name, Wording: c.Wording, Verdict: string(r.Verdict), Points: c.Points, Count: c.Count, Met: c.Met, NotMet: c.NotMet,
		Judgement: c.Judgement, WouldMeet: sentence.CriterionWouldMeet(one.Title, one.Standard, r), Tests: []contract.Test{}, Missing: []contract.Gap{},
	}
	for _, t := range r.Tests {
		o.Tests = append(o.Tests, testObject(t))
	}
	for _, gap := range r.Gaps {
		o.Missing = append(o.Missing, gapObject(gap))
	}
	return o
}

func testObject(t standard.Test) contract.Test {
	o := contract.Test{
		Groups: orEmpty(t.Groups), Unit: t.Unit, Certain: t.Count.Certain, Possible: t.Count.Possible, Of: t.Count.Of,
		Open: t.More, Share: t.Share, Operator: t.Operator, Against: t.Against,
	}
	if t.Unit == standard.MeanShare {
		o.Unit, o.Mean = "", true
	}
	if t.Threshold != nil {
		n, _ := t.Threshold.Float64()
		o.Threshold = &n
	}
	return o
}

func gapObject(gap standard.Gap) contract.Gap {
	o := contract.Gap{Group: gap.Group, Unheld: gap.Unheld, Partial: gap.Partial, People: []contract.MissingPerson{}, Uncredited: []contract.UncreditedTitle{}}
	for _, p := range gap.Unstated {
		o.People = append(o.People, contract.MissingPerson{ID: p.ID, Name: p.Name})
	}
	for _, u := range gap.Uncredited {
		titles := []string{}
		for _, leaf := range u.Leaves {
			titles = append(titles, leaf.ID)
		}
		o.Uncredited = append(o.Uncredited, contract.UncreditedTitle{Role: u.Role, Titles: titles, Of: u.Of})
	}
	return o
}

// Contract is the answer as JSON says it.
func (s Standards) Contract() contract.Standards {
	object := contract.Standards{Standards: []contract.Standard{}}
	for _, one := range s.Set {
		object.Standards = append(object.Standards, standardObject(one))
	}
	return object
}

func standardObject(s *standard.Standard) contract.Standard {
	o := contract.Standard{
		ID: s.ID, Name: s.Name, Publisher: s.Publisher, Year: s.Year, AppliesTo: s.Kinds, Genders: s.Genders,
		Wording: s.Wording, Reading: s.Reading, CannotSee: s.CannotSee, Passes: s.Passes, Citations: []contract.StandardPage{},
	}
	for _, c := range s.Citations {
		o.Citations = append(o.Citations, contract.StandardPage(c))
	}
	return o
}
