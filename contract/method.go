package contract

import "rolecall/method"

// Method is how a number was come to, and how to cite it.
type Method struct {
	Paragraph string            `json:"paragraph"`
	BibTeX    string            `json:"bibtex"`
	CSL       []method.Citation `json:"csl"`
}
