package table

import "rolecall/corpus/copies"

// Counts are what came of documents.
type Counts struct {
	// Articles were read, Named of them name something of the catalog, LeftOut were not read.
	Articles int `json:"articles"`
	Named    int `json:"named"`
	LeftOut  int `json:"left_out"`
	Claims   int `json:"claims"`
	// Contradicted are claims of that verdict.
	Contradicted int `json:"contradicted"`
	Quotations   int `json:"quotations"`
}

// Add adds others.
func (c *Counts) Add(o Counts) {
	c.Articles += o.Articles
	c.Named += o.Named
	c.LeftOut += o.LeftOut
	c.Claims += o.Claims
	c.Contradicted += o.Contradicted
	c.Quotations += o.Quotations
}

// Outcome is what comes of one document: lines for each table.
type Outcome struct {
	Lines [Count][]byte
	// Text is what an article is compared with others by; nil of what was left out.
	Text *copies.Text
	Counts
}
