package fetch

import (
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"os"
	"path/filepath"
	"time"
)

// Terms are what a source asks of those who use its data.
type Terms struct {
	// Source is its word in file names, as "imdb".
	Source string
	// Address is where the source states them itself.
	Address string
	// Text is our summary, to be shown.
	Text string
}

// acceptance is what is remembered when somebody accepts terms. The checksum is
// that of the text they were shown: a changed one is to be shown again.
type acceptance struct {
	Source string `json:"source"`
	Date   string `json:"date"`
	SHA256 string `json:"sha256"`
}

func (t Terms) checksum() string {
	sum := sha256.Sum256([]byte(t.Text))
	return hex.EncodeToString(sum[:])
}

func (t Terms) path(dir string) string { return filepath.Join(dir, t.Source+"-terms-accepted.json") }

// Accepted says whether these terms, in this wording, were accepted before. dir is
// the folder in which acceptances are remembered. What cannot be read was not
// accepted.
func Accepted(dir string, terms Terms) bool {
	var held acceptance
	text, err := os.ReadFile(terms.path(dir))
	return err == nil && json.Unmarshal(text, &held) == nil && held.Source == terms.Source && held.SHA256 == terms.checksum()
}

// Accept remembers, with today's date, that the terms were shown and accepted. Its
// errors are the disk's and name the file.
func Accept(dir string, terms Terms) error {
	text, err := json.MarshalIndent(acceptance{terms.Source, time.Now().Format(time.DateOnly), terms.checksum()}, "", "  ")
	if err != nil {
		return err
	}
	if err := os.MkdirAll(dir, 0o755); err != nil {
		return diskFault(err)
	}
	return diskFault(os.WriteFile(terms.path(dir), append(text, '\n'), 0o644))
}
