package format

import "rolecall/block"

// ClaimReview is the statements that are supported or contradicted, as markup for the page
// on which the check is published: schema.org's ClaimReview in JSON-LD. What is open is
// left out.
var ClaimReview = Format{
	Word: "claimreview", Name: "ClaimReview", About: "the claims of a check that are supported or contradicted, as markup for a published check", Ending: ".jsonld", Kind: "application/ld+json", Part: Reviews,
	Write: writeClaimReview,
}

type claimReviews struct {
	Context string        `json:"@context"`
	Graph   []claimReview `json:"@graph"`
}

type claimReview struct {
	Type      string `json:"@type"`
	Claim     string `json:"claimReviewed"`
	URL       string `json:"url"`
	Published string `json:"datePublished,omitempty"`
	Author    thing  `json:"author"`
	Rating    rating `json:"reviewRating"`
	Body      string `json:"reviewBody"`
	Item      claim  `json:"itemReviewed"`
	// Citations are the pages that the verdict rests on.
	Citations []string `json:"citation,omitempty"`
}

type thing struct {
	Type     string `json:"@type"`
	Name     string `json:"name,omitempty"`
	Headline string `json:"headline,omitempty"`
	URL      string `json:"url,omitempty"`
}

type rating struct {
	Type  string `json:"@type"`
	Value int    `json:"ratingValue"`
	Worst int    `json:"worstRating"`
	Best  int    `json:"bestRating"`
	Words string `json:"alternateName"`
}

type claim struct {
	Type       string `json:"@type"`
	Appearance *thing `json:"appearance,omitempty"`
	Author     *thing `json:"author,omitempty"`
}

// ratings are what verdicts are as numbers, of which the markup asks for one.
var ratings = map[block.Verdict]rating{
	block.False: {"Rating", 1, 1, 5, "Contradicted by the catalog"},
	block.True:  {"Rating", 5, 1, 5, "Supported by the catalog"},
}

func writeClaimReview(s Screen, a Answer) error {
	reviewed, err := partOf[Reviewed](a, Reviews, "ClaimReview")
	if err != nil {
		return err
	}
	reviews := reviewed.Reviews()
	graph := claimReviews{"https://schema.org", []claimReview{}}
	for _, r := range reviews.All {
		if given, isRated := ratings[r.Verdict]; isRated {
			graph.Graph = append(graph.Graph, claimReviewOf(r, given, reviews.Published))
		}
	}
	return WriteJSON(s.Out, graph)
}

func claimReviewOf(r block.Review, given rating, at block.Publication) claimReview {
	item := claim{Type: "Claim"}
	if isAddress(r.Source) || r.Headline != "" {
		item.Appearance = &thing{Type: "Article", Headline: r.Headline}
	}
	if isAddress(r.Source) {
		item.Appearance.URL = r.Source
	}
	if r.Speaker != "" {
		item.Author = &thing{Type: "Person", Name: r.Speaker}
	}
	return claimReview{
		Type: "ClaimReview", Claim: r.Claim, URL: at.Address, Published: at.Date, Author: thing{Type: "Organization", Name: at.Publisher},
		Rating: given, Body: r.Reason, Item: item, Citations: r.Pages,
	}
}
