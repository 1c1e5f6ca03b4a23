package rolecall

// Source is where facts come from.
type Source struct {
	// ID is the word by which rows refer to it: "starter", "imdb".
	ID      string `json:"id"`
	Name    string `json:"name"`
	Licence string `json:"licence"`
	Address string `json:"address"`
	// Retrieved is the day the facts were taken from the address.
	Retrieved string `json:"retrieved"`
	// Checksum is "sha256:" and the hexadecimal digest of what was read.
	Checksum string `json:"checksum"`
	// HandPicked says that its titles were chosen one by one, so that nothing
	// can be said from them about how rare a thing is (docs/method.md, rule 5).
	HandPicked bool `json:"hand_picked"`
}

// Page is a page that somebody can open to check a fact.
type Page struct {
	// Key is what rows cite it by.
	Key       string `json:"key"`
	Source    string `json:"source"`
	Address   string `json:"address"`
	Publisher string `json:"publisher"`
	Title     string `json:"title"`
	// Retrieved is the day it was read.
	Retrieved string `json:"retrieved"`
	// Copy names the archived copy that was read, where it was not the page
	// itself.
	Copy string `json:"copy,omitempty"`
}
