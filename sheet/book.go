package sheet

import (
	"archive/zip"
	"bytes"
	"encoding/xml"
	"errors"
	"fmt"
	"io"
	"path"
	"regexp"
	"strconv"
	"strings"
)

// An XLSX file is a packed folder, and a small one may unpack to anything. These
// bound it, in bytes: as it lies on the disk; its sheets, which are read row by row;
// its texts and all else, which are held in memory; and what is held whole of a sheet
// that has merged cells or formulas without a value.
const (
	largestPacked = 64 << 20
	largestSheets = 512 << 20
	LargestTexts  = 64 << 20
	LargestRest   = 64 << 20
	largestWhole  = 16 << 20
	// mostPacked is how many times its size on the disk a large file may unpack to;
	// lists come to some thirty.
	mostPacked = 200
	// MostTexts bounds the different texts, each of which takes some fifty bytes
	// however short it is.
	MostTexts = 3 << 20
	// MostCells bounds the cells that rows reach to, empty ones too.
	MostCells = 50 << 20
)

// parts are what is in the file, by path.
type parts map[string]*zip.File

// openParts looks into the file and refuses what is too large before anything is
// unpacked.
func openParts(packed []byte) (parts, error) {
	if bytes.HasPrefix(packed, []byte{0xd0, 0xcf, 0x11, 0xe0}) {
		return nil, errors.New("it is an old workbook (.xls) or has a password")
	}
	z, err := zip.NewReader(bytes.NewReader(packed), int64(len(packed)))
	if err != nil {
		return nil, err
	}
	found := make(parts, len(z.File))
	var sheets, texts, rest uint64
	for _, f := range z.File {
		name := strings.ToLower(strings.ReplaceAll(f.Name, `\`, "/"))
		found[name] = f
		switch {
		case name == textsPart:
			texts += f.UncompressedSize64
		case strings.HasPrefix(name, "xl/worksheets/sheet"):
			sheets += f.UncompressedSize64
		default:
			rest += f.UncompressedSize64
		}
	}
	all := sheets + texts + rest
	switch {
	case sheets > largestSheets, texts > LargestTexts, rest > LargestRest, all > 16<<20 && all > mostPacked*uint64(len(packed)):
		return nil, fmt.Errorf("it unpacks to %d MB, which is too much for a list in a sheet: save it as CSV", all>>20)
	}
	if n, err := found.count(textsPart, textTag); err != nil || n > MostTexts {
		return nil, errors.Join(err, fmt.Errorf("it holds %d texts, which is too much for a list in a sheet: save it as CSV", n))
	}
	return found, nil
}

// textsPart holds the texts that cells refer to.
const textsPart = "xl/sharedstrings.xml"

// count is how often a pattern is found in a part, 0 where there is no such part.
func (p parts) count(name string, pattern *regexp.Regexp) (n int, err error) {
	err = p.scan(name, func(window []byte) { n += len(pattern.FindAllIndex(window, -1)) })
	return n, err
}

// The tags that tell what is in a sheet. A < stands nowhere else in XML, but in
// comments and sections of plain text, which spreadsheets do not write.
var (
	textTag = regexp.MustCompile(`<(\w+:)?si[\s/>]`)
	rowTag  = regexp.MustCompile(`<(?:\w+:)?row(?:\s[^>]*)?>`)
	// wholeTag tells that a sheet has to be held whole: merged cells, or a formula
	// with no value behind it.
	wholeTag = regexp.MustCompile(`<(?:\w+:)?mergeCell\s|(?:</(?:\w+:)?f>|<(?:\w+:)?f(?:\s[^>]*)?/>)\s*(?:<(?:\w+:)?v\s*/>|<(?:\w+:)?v>\s*</(?:\w+:)?v>)?\s*</(?:\w+:)?c>`)
	rowPlace = regexp.MustCompile(`\sr="(\d{1,9})"`)
)

// window is how much of a part is looked at a time, and overlap what is seen twice
// so that no tag falls between.
const (
	window  = 1 << 20
	overlap = 1 << 10
)

// scan unpacks a part and looks at it in windows that end with a tag.
func (p parts) scan(name string, look func([]byte)) error {
	f := p[name]
	if f == nil {
		return nil
	}
	r, err := f.Open()
	if err != nil {
		return err
	}
	defer r.Close()
	buffer := make([]byte, 0, window+overlap)
	for {
		n, err := io.ReadFull(r, buffer[len(buffer):cap(buffer)])
		buffer = buffer[:len(buffer)+n]
		atEnd := errors.Is(err, io.EOF) || errors.Is(err, io.ErrUnexpectedEOF)
		if err != nil && !atEnd {
			return err
		}
		end := len(buffer)
		if cell := bytes.LastIndex(buffer, []byte("<c ")); !atEnd && cell > len(buffer)-overlap && cell > 0 {
			end = cell
		}
		look(buffer[:end])
		if atEnd {
			return nil
		}
		buffer = buffer[:copy(buffer[:cap(buffer)], buffer[end:])]
	}
}

// sheetFacts are what is seen of a sheet before it is read.
type sheetFacts struct {
	// lastRow is the number of its last row.
	lastRow int
	// isWhole says that it has to be held whole.
	isWhole bool
}

// look looks at a sheet.
func (p parts) look(sheet string) (facts sheetFacts, err error) {
	name, err := p.pathOf(sheet)
	if err != nil {
		return facts, err
	}
	rows := 0
	err = p.scan(name, func(window []byte) {
		facts.isWhole = facts.isWhole || wholeTag.Match(window)
		for _, tag := range rowTag.FindAll(window, -1) {
			rows++
			if place := rowPlace.FindSubmatch(tag); place != nil {
				rows, _ = strconv.Atoi(string(place[1]))
			}
		}
	})
	if facts.lastRow = rows; err != nil || !facts.isWhole {
		return facts, err
	}
	if size := p[name].UncompressedSize64; size > largestWhole {
		return facts, fmt.Errorf("the sheet %q has merged cells or formulas without a saved value, and is too large for these (%d MB): save it as CSV", sheet, size>>20)
	}
	return facts, nil
}

// pathOf is the path of a sheet's part.
func (p parts) pathOf(sheet string) (string, error) {
	var book struct {
		Sheets []struct {
			Name string `xml:"name,attr"`
			ID   string `xml:"http://schemas.openxmlformats.org/officeDocument/2006/relationships id,attr"`
			// StrictID is the same in files of the strict form.
			StrictID string `xml:"http://purl.oclc.org/ooxml/officeDocument/relationships id,attr"`
		} `xml:"sheets>sheet"`
	}
	var links struct {
		All []struct {
			ID     string `xml:"Id,attr"`
			Target string `xml:"Target,attr"`
		} `xml:"Relationship"`
	}
	if err := errors.Join(p.decode("xl/workbook.xml", &book), p.decode("xl/_rels/workbook.xml.rels", &links)); err != nil {
		return "", err
	}
	for _, s := range book.Sheets {
		for _, link := range links.All {
			if s.Name == sheet && (link.ID == s.ID || link.ID == s.StrictID) {
				if strings.HasPrefix(link.Target, "/") {
					return strings.ToLower(link.Target[1:]), nil
				}
				return strings.ToLower(path.Join("xl", link.Target)), nil
			}
		}
	}
	return "", fmt.Errorf("it does not say where the sheet %q is", sheet)
}

func (p parts) decode(name string, into any) error {
	if p[name] == nil {
		return fmt.Errorf("it has no %s", name)
	}
	r, err := p[name].Open()
	if err != nil {
		return err
	}
	defer r.Close()
	return xml.NewDecoder(r).Decode(into)
}
