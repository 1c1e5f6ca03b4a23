package render

import (
	"rolecall"
	"rolecall/block"
	"rolecall/phrase"
	"rolecall/press/claims"
	"rolecall/press/verdict"
)

// meanings are what kinds of claims are about, for those who see one of them only.
var meanings = map[claims.Kind]string{
	claims.Every:    "A claim that all, or none, of a title's people or episodes are of a gender",
	claims.Count:    "A claim of how many people or episodes are of a gender",
	claims.Share:    "A claim of what share of people or episodes are of a gender",
	claims.Credit:   "A claim that somebody holds a role on a title",
	claims.Date:     "A claim of when a title was first shown",
	claims.Episodes: "A claim of how many episodes a season or series has",
	claims.Rank:     "A claim of how rare something is, or which is the first",
	claims.Compare:  "A claim that compares two figures",
}

// Reviews are the claims with their verdicts, one by one. What a language model alone reads is
// none: a check that is published rests on a reading that somebody can look up.
func (c Check) Reviews() block.Reviews {
	reviews := block.Reviews{Published: c.Published, Catalog: c.Catalog.Hash}
	for _, r := range c.Reports {
		for _, claim := range r.Claims {
			if claim.Witness != "" {
				continue
			}
			reviews.All = append(reviews.All, block.Review{
				Source: r.Source, Headline: r.Article.Title, Claim: oneLine(claim.Quote), Speaker: claim.Speaker,
				Kind: string(claim.Kind), Meaning: meanings[claim.Kind], Verdict: settledAs[claim.Verdict], Reason: phrase.Stop(claim.Reason),
				Place: block.Place(claim.Place), Pages: phrase.Each(pagesOf(r, claim), func(p rolecall.Page) string { return p.Address }),
			})
		}
	}
	return reviews
}

// settledAs are verdicts as formats for reviews tell them apart; all others are open.
var settledAs = map[verdict.Verdict]block.Verdict{verdict.Supported: block.True, verdict.Contradicted: block.False}
