package rolecall

// Source is where facts come from.
type Source struct {
	// ID is the word by which rows refer to it: "starter", "imdb".
	ID      string
	Name    string
	Licence string
	Address string
	// Retrieved is the day the facts were taken from the address.
	Retrieved string
	// Checksum is "sha256:" and the hexadecimal digest of what was read.
	Checksum string
	// HandPicked says that its titles were chosen one by one, so that nothing
	// can be said from them about how rare a thing is (docs/method.md, rule 5).
	HandPicked bool
	// LeastTold is the least number of people on it that an answer may tell of; 0 where it
	// is not private (docs/method.md, rule 13).
	LeastTold int
}

// Page is a page that somebody can open to check a fact.
type Page struct {
	// Key is what rows cite it by.
	Key       string
	Source    string
	Address   string
	Publisher string
	Title     string
	// Retrieved is the day it was read.
	Retrieved string
	// Copy names the archived copy that was read, where it was not the page
	// itself.
	Copy string
}
