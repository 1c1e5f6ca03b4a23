package block

// Reviews are what texts say, each with the verdict on it.
type Reviews struct {
	All []Review
	// Published is where the reviews stand for readers; the zero Publication where
	// nobody said.
	Published Publication
	// Catalog is the hash of the catalog that they rest on.
	Catalog string
}

// Review is one statement with the verdict on it.
type Review struct {
	// Source is the file or address of the text, Headline what it is called, if known.
	Source, Headline string
	// Claim is the words that make the statement, Speaker who says them, where that is not
	// the text itself.
	Claim, Speaker string
	// Kind is what the statement is about, Meaning that in a sentence.
	Kind, Meaning string
	Verdict       Verdict
	// Reason is why, in a sentence.
	Reason string
	// Place is where the words stand in the file; the zero Place where that is not known.
	Place Place
	// Pages are the addresses of what the verdict rests on.
	Pages []string
}

// Verdict is what comes of a statement, as formats for reviews tell verdicts apart.
type Verdict int

// The verdicts. Open is every one that neither bears a statement out nor refutes it.
const (
	Open Verdict = iota
	True
	False
)

// Place is a stretch of a file: lines and characters from 1, the end not included.
type Place struct{ Line, Column, EndLine, EndColumn int }

// Publication is where and by whom something is published. Date is empty or a day, as
// 2018-03-08.
type Publication struct{ Publisher, Address, Date string }
