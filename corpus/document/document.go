// Package document is what a corpus consists of: texts with what is known of each before
// it is read.
package document

import (
	"fmt"
	"slices"
	"strings"
	"time"

	"github.com/cespare/xxhash/v2"

	"rolecall/phrase"
)

// Document is one text of a corpus, as it came.
type Document struct {
	// Number counts the documents of a run from 1, in their order.
	Number int
	// Source is the file that it stands in, Place where in it: "line 12". Place is empty
	// where the file is the document.
	Source, Place string
	Fields
	// Content is HTML, Markdown or plain text.
	Content []byte
	// ContentType is what a site said that it is, empty where no site did.
	ContentType string
	// Fault says why there is no content, nil where there is.
	Fault error
}

// Chain is the digest of documents up to this one, of that of those before it.
func (d Document) Chain(before uint64) uint64 {
	digest := xxhash.New()
	fmt.Fprintf(digest, "%d\n%s\n%v\n%v\n", before, d.Place, d.Fields, d.Fault)
	digest.Write(d.Content)
	return digest.Sum64()
}

// ChainText is a digest as it is noted.
func ChainText(chain uint64) string { return fmt.Sprintf("%016x", chain) }

// Fields are what is known of a text; what is not known is empty.
type Fields struct {
	Outlet, Section, Author string
	// Date is as 2018-03-08, 2018-03 or 2018.
	Date              string
	Address, Language string
	// Headline stands over the text and is no part of it yet.
	Headline string
}

// Field is one of Fields: the word that flags, columns and groups name it by, and the names
// that archives give it, the likeliest first.
type Field struct {
	Word  string
	Names []string
	set   func(*Fields, string)
}

// text is the word of what is no field but the text itself.
const text = "text"

// fields are all fields, and the text.
var fields = []Field{
	{text, []string{"text", "body", "content", "article", "fulltext", "full_text", "article_text", "articlebody", "html"}, nil},
	{"outlet", []string{"outlet", "publisher", "publication", "media_name", "source_name", "newspaper", "source", "site", "domain"}, func(f *Fields, v string) { f.Outlet = v }},
	{"section", []string{"section", "section_name", "category", "desk", "rubric"}, func(f *Fields, v string) { f.Section = v }},
	{"author", []string{"author", "authors", "byline", "creator"}, func(f *Fields, v string) { f.Author = v }},
	{"date", []string{"date", "published", "published_at", "publish_date", "publication_date", "date_published", "pub_date", "pubdate", "datetime"}, func(f *Fields, v string) { f.Date = Day(v) }},
	{"address", []string{"address", "url", "link", "uri", "web_url"}, func(f *Fields, v string) { f.Address = v }},
	{"language", []string{"language", "lang", "language_code"}, func(f *Fields, v string) { f.Language = strings.ToLower(v) }},
	{"headline", []string{"headline", "title"}, func(f *Fields, v string) { f.Headline = v }},
}

// Words are the words of the fields, "text" for the text itself the first.
func Words() []string {
	words := make([]string, len(fields))
	for i, f := range fields {
		words[i] = f.Word
	}
	return words
}

// Columns say which column of an archive is which field, by the fields' words. A field that
// is not said is looked for under the names that archives give it.
type Columns map[string]string

// ReadColumns reads columns as people write them: outlet=media_name.
func ReadColumns(written []string) (Columns, error) {
	columns := make(Columns)
	for _, w := range written {
		field, column, is := strings.Cut(w, "=")
		if !is || column == "" || !slices.Contains(Words(), field) {
			return nil, fmt.Errorf("--column %s: write FIELD=COLUMN, as outlet=media_name; fields are %s", w, phrase.And(Words()))
		}
		columns[field] = column
	}
	return columns, nil
}

// Get is a value of a record by the name of its column, and whether it has one.
type Get func(column string) (string, bool)

// Read takes the fields and the text out of a record; has reports whether there is a text.
func (c Columns) Read(get Get) (f Fields, content string, has bool) {
	for _, field := range fields {
		value, found := c.value(field, get)
		switch {
		case !found:
		case field.set == nil:
			content, has = value, true
		default:
			field.set(&f, strings.TrimSpace(value))
		}
	}
	return f, content, has
}

func (c Columns) value(field Field, get Get) (string, bool) {
	if named, said := c[field.Word]; said {
		return get(named)
	}
	for _, name := range field.Names {
		if value, found := get(name); found && value != "" {
			return value, true
		}
	}
	return "", false
}

// layouts are how archives write dates, and how much of each is said.
var layouts = []struct{ as, kept string }{
	{time.RFC3339, time.DateOnly}, {time.DateOnly, time.DateOnly}, {"2006-01-02T15:04:05", time.DateOnly}, {time.DateTime, time.DateOnly}, {"2006-01-02 15:04:05Z07:00", time.DateOnly}, {"2006-01-02T15:04", time.DateOnly}, {"2006-01-02T15:04Z07:00", time.DateOnly}, {"2006-01-02 15:04", time.DateOnly},
	{time.RFC1123Z, time.DateOnly}, {time.RFC1123, time.DateOnly}, {"Mon, 2 Jan 2006 15:04:05 -0700", time.DateOnly}, {"Mon, 2 Jan 2006 15:04:05 MST", time.DateOnly},
	{"20060102150405", time.DateOnly}, {"20060102T150405Z", time.DateOnly}, {"20060102", time.DateOnly}, {"January 2, 2006", time.DateOnly}, {"2 January 2006", time.DateOnly}, {"Jan 2, 2006", time.DateOnly}, {"2 Jan 2006", time.DateOnly},
	{"2006-01", "2006-01"}, {"January 2006", "2006-01"}, {"2006", "2006"},
}

// Day is a date as far as it is surely said: 2018-03-08, 2018-03 or 2018, as its place of
// writing has it. What can be read in two ways, as 03/08/18, is nothing.
func Day(written string) string {
	written = strings.TrimSpace(written)
	for _, l := range layouts {
		if at, err := time.Parse(l.as, written); err == nil && at.Year() > 0 {
			return at.Format(l.kept)
		}
	}
	return ""
}
