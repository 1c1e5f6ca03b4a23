// Package statements reads what somebody found out about people's gender and wrote into a
// table: whom it is about, what is said, in what words, and who says it. Such a table is
// that of "rolecall gaps", filled in; it is its owner's own, and read in at every import.
//
// A row is a page that says it, a correction made on this machine, or the person's own
// declaration. What has no source is no statement, and no row is taken from a name.
package statements

import (
	"context"
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"fmt"
	"io"
	"net/url"
	"slices"
	"strings"
	"time"

	"rolecall"
	"rolecall/sheet"
	"rolecall/source"
)

// Reader reads one table.
type Reader struct{ path string }

var _ source.Reader = (*Reader)(nil)

// New is a reader of a table: .xlsx, or a CSV of any other name, which may be packed (.gz).
func New(path string) *Reader { return &Reader{path} }

// IDOf is the word by which rows refer to a table as their source.
func IDOf(path string) string { return "statements:" + source.NameOf(path) }

// Read hands over the statements. Rows whose gender is not filled in are passed over; others
// that make no sense are bad lines in the report. A table in which nothing is filled in is
// an error.
func (r *Reader) Read(ctx context.Context, sink source.Sink, report *source.Report) error {
	info, err := source.Stat(r.path)
	if err != nil {
		return fmt.Errorf("read the table of statements: %w", err)
	}
	t, err := sheet.Open(r.path, sheet.Options{Ragged: true, Read: report.Read})
	if err != nil {
		return fmt.Errorf("read the table of statements: %w", err)
	}
	f := filled{path: r.path, id: IDOf(r.path), day: info.ModTime().UTC().Format(time.DateOnly), sink: sink, report: report, pages: make(map[string]bool)}
	checksum, err := f.read(ctx, t)
	if err := errors.Join(err, t.Close()); err != nil {
		return err
	}
	return sink.AddSource(rolecall.Source{ID: f.id, Name: "Statements: " + source.NameOf(r.path), Licence: "not said by the table", Retrieved: f.day, Checksum: checksum})
}

// filled is a table that is being read.
type filled struct {
	path, id, day string
	sink          source.Sink
	report        *source.Report
	// at is where the columns are, by name.
	at map[string]int
	// rows is how many are filled in, pages are those handed over.
	rows  int
	pages map[string]bool
}

// The columns. Others, such as what "rolecall gaps" says of the person, are for people.
const (
	personColumn    = "person_id"
	genderColumn    = "gender"
	wordingColumn   = "wording"
	pageColumn      = "page"
	publisherColumn = "publisher"
	byColumn        = "by"
	dayColumn       = "day"
)

// read hands over the rows; the checksum is that of the file.
func (f *filled) read(ctx context.Context, t sheet.Table) (checksum string, err error) {
	if err := f.locate(t); err != nil {
		return "", err
	}
	if err := f.readRows(ctx, t); err != nil {
		return "", err
	}
	if f.rows == 0 {
		return "", fmt.Errorf("%s states nothing: no row has its column %q filled in: write woman, man or nonbinary there, as a source has it", f.path, genderColumn)
	}
	return t.Checksum()
}

func (f *filled) readRows(ctx context.Context, t sheet.Table) error {
	for {
		if err := ctx.Err(); err != nil {
			return err
		}
		cells, line, err := t.Next()
		if errors.Is(err, io.EOF) {
			return nil
		}
		if fault := new(sheet.RowError); errors.As(err, &fault) {
			if err := f.report.BadLine(f.path, line, "%s", fault.Fault); err != nil {
				return err
			}
			continue
		}
		if err != nil {
			return fmt.Errorf("read the table of statements: %w", err)
		}
		if err := f.add(cells, line, t.Faults()); err != nil {
			return err
		}
	}
}

// locate finds the columns by the names in the first line.
func (f *filled) locate(t sheet.Table) error {
	header, _, err := t.Next()
	if errors.Is(err, io.EOF) {
		return fmt.Errorf("%s is empty: its first line must name the columns: %s, %s, %s, %s, %s and %s", f.path, personColumn, genderColumn, wordingColumn, pageColumn, publisherColumn, byColumn)
	}
	if err != nil {
		return fmt.Errorf("read the first line of %s: %w", f.path, err)
	}
	f.at = make(map[string]int)
	for i, name := range header {
		name = strings.ToLower(strings.TrimSpace(name))
		if _, again := f.at[name]; again && name != "" {
			return fmt.Errorf("%s names the column %q twice in its first line", f.path, name)
		}
		f.at[name] = i
	}
	for _, name := range []string{personColumn, genderColumn} {
		if _, named := f.at[name]; !named {
			return fmt.Errorf("%s has no column %q in its first line: write the table with \"rolecall gaps --format csv\", or name its columns so", f.path, name)
		}
	}
	return nil
}

func (f *filled) add(cells []string, line int, faults map[int]string) error {
	cell := func(column string) string {
		if i, named := f.at[column]; named && i < len(cells) {
			return strings.TrimSpace(cells[i])
		}
		return ""
	}
	for column, i := range f.at {
		if fault := faults[i]; fault != "" && slices.Contains(columns, column) {
			return f.report.BadLine(f.path, line, "%s: %s", column, fault)
		}
	}
	if cell(genderColumn) == "" {
		return nil
	}
	s, page, err := f.statement(cell)
	if err != nil {
		return f.report.BadLine(f.path, line, "%s", err)
	}
	f.rows++
	if page.Key != "" && !f.pages[page.Key] {
		f.pages[page.Key] = true
		if err := f.sink.AddPage(page); err != nil {
			return err
		}
	}
	return f.sink.AddStatement(s)
}

// columns are those that are read.
var columns = []string{personColumn, genderColumn, wordingColumn, pageColumn, publisherColumn, byColumn, dayColumn}

// statement is what a row states, and the page it cites, if any.
func (f *filled) statement(cell func(string) string) (s rolecall.Statement, page rolecall.Page, err error) {
	s = rolecall.Statement{PersonID: cell(personColumn), Wording: cell(wordingColumn), Source: f.id}
	if s.PersonID == "" {
		return s, page, fmt.Errorf("names nobody: fill in %s", personColumn)
	}
	if s.Precedence, err = precedenceOf(cell(byColumn), cell(pageColumn) != ""); err != nil {
		return s, page, err
	}
	if s.Gender, err = genderOf(cell(genderColumn), s.Precedence); err != nil {
		return s, page, err
	}
	day, err := dayOf(cell(dayColumn), f.day)
	if err != nil {
		return s, page, err
	}
	if page, err = f.page(cell(pageColumn), cell(publisherColumn), day); err != nil {
		return s, page, err
	}
	s.Citation = page.Key
	switch {
	case s.Precedence == rolecall.Citation && page.Key == "":
		return s, page, fmt.Errorf("cites no page: fill in %s with its address, or write correction or declaration under %s", pageColumn, byColumn)
	case s.Precedence == rolecall.Citation && s.Wording == "":
		return s, page, fmt.Errorf("does not say how the page words it: fill in %s with its words, such as “she”", wordingColumn)
	}
	return s, page, nil
}

// precedenceOf is whose word a statement is: a page's where one is given, else a
// correction, unless the row says it.
func precedenceOf(by string, hasPage bool) (rolecall.Precedence, error) {
	switch strings.ToLower(by) {
	case "citation":
		return rolecall.Citation, nil
	case "correction":
		return rolecall.Correction, nil
	case "declaration":
		return rolecall.Declaration, nil
	case "":
		if hasPage {
			return rolecall.Citation, nil
		}
		return rolecall.Correction, nil
	}
	return 0, fmt.Errorf("%s says %q: write citation (a page says it), correction (you do) or declaration (the person does)", byColumn, by)
}

// genderOf reads a gender. A person may declare that they do not say.
func genderOf(text string, p rolecall.Precedence) (rolecall.Gender, error) {
	if strings.EqualFold(text, "non-binary") {
		return rolecall.Nonbinary, nil
	}
	g, err := rolecall.ParseGender(strings.ToLower(text))
	if err != nil {
		return "", fmt.Errorf("%s is %q: write woman, man or nonbinary, as the source has it, or leave it empty", genderColumn, text)
	}
	if g == rolecall.Unknown && p != rolecall.Declaration {
		return "", fmt.Errorf("%s is %q, which only a person can say of themselves (%s: declaration): leave it empty", genderColumn, text, byColumn)
	}
	return g, nil
}

// page is what an address cites; none where it is empty.
func (f *filled) page(address, publisher, day string) (rolecall.Page, error) {
	if address == "" {
		return rolecall.Page{}, nil
	}
	u, err := url.Parse(address)
	if err != nil || u.Scheme != "http" && u.Scheme != "https" || u.Host == "" {
		return rolecall.Page{}, fmt.Errorf("%s is %q: give the whole address, beginning with https://", pageColumn, address)
	}
	if publisher == "" {
		publisher = u.Host
	}
	digest := sha256.Sum256([]byte(f.id + "\n" + address))
	return rolecall.Page{Key: "statement-" + hex.EncodeToString(digest[:6]), Source: f.id, Address: address, Publisher: publisher, Title: address, Retrieved: day}, nil
}
