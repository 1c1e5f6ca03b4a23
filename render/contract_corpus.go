package render

import (
	"rolecall"
	"rolecall/contract"
	"rolecall/corpus/survey"
	"rolecall/phrase"
)

// Contract is the answer as JSON says it.
func (c Corpus) Contract() contract.Corpus {
	s := c.Survey
	object := contract.Corpus{
		Copies: string(s.Asked.Copies), Finding: c.Finding() + ".", Finished: s.Finished, Documents: s.Last.Documents, Articles: s.Last.Articles, Texts: s.Texts,
		All: groupObject(s.All), Parts: []contract.CorpusPart{}, Speakers: orEmpty(phrase.Each(s.Speakers, speakerObject)),
		Contradicted: claimsObject(s.Contradicted, s.ContradictedCount), Repeated: claimsObject(s.Repeated, s.RepeatedCount),
		Titles: orEmpty(phrase.Each(s.Titles, coveredObject)), People: orEmpty(phrase.Each(s.People, coveredObject)), Named: contract.Tally(s.Named),
		Slates: []contract.CorpusSlate{}, LeftOut: orEmpty(phrase.Each(s.LeftOut, func(l survey.LeftOut) contract.CorpusLeftOut { return contract.CorpusLeftOut(l) })),
		Notes: orEmpty(c.Notes()), Catalog: catalogObject(c.Catalog),
	}
	for _, part := range s.Parts {
		object.Parts = append(object.Parts, contract.CorpusPart{By: string(part.By), Groups: orEmpty(phrase.Each(part.Groups, groupObject))})
	}
	if s.Slates != nil {
		object.Slates = phrase.Each(s.Slates.Rows, func(r survey.SlateRow) contract.CorpusSlate {
			return contract.CorpusSlate{Slate: string(r.Slate), Titles: r.Titles, Mentions: r.Mentions, Times: r.Times}
		})
	}
	return object
}

func groupObject(g survey.Group) contract.CorpusGroup {
	return contract.CorpusGroup{
		Value: g.Value, Articles: g.Articles, Named: g.Named, Claims: g.Claims, Contradicted: g.Contradicted, Supported: g.Supported,
		Speakers: contract.Tally(g.Speakers), Quotations: contract.Tally(g.Quotations), Words: contract.Tally(g.Words), Share: shareObject(g.Words.Count(rolecall.Woman)),
	}
}

func speakerObject(s survey.Speaker) contract.CorpusSpeaker {
	return contract.CorpusSpeaker{ID: orNull(s.ID), Name: s.Name, Gender: s.Gender, Quotations: s.Quotations, Words: s.Words, Articles: s.Articles, Outlets: s.Outlets}
}

func claimsObject(some []survey.Claim, of int) contract.CorpusClaims {
	return contract.CorpusClaims{Count: of, Rows: orEmpty(phrase.Each(some, func(c survey.Claim) contract.CorpusClaim {
		return contract.CorpusClaim{
			Kind: c.Kind, Quote: c.Quote, Title: orNull(c.Title), TitleID: orNull(c.TitleID), Verdict: c.Verdict, Reason: c.Reason, Evidence: c.Evidence, Sources: c.Sources,
			Articles: c.Articles, Outlets: c.Outlets, Texts: c.Texts, First: contract.CorpusSeen(c.First),
		}
	}))}
}

func coveredObject(c survey.Covered) contract.CorpusCovered {
	return contract.CorpusCovered{ID: c.ID, Name: c.Name, Gender: c.Gender, Slate: string(c.Slate), Articles: c.Articles, Outlets: c.Outlets, Times: c.Times}
}
