package main

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"strings"

	"github.com/jszwec/csvutil"

	"rolecall"
)

// outcome is what a reader found on the pages of a row.
type outcome string

// The outcomes. A row of which no page could be opened counts neither way.
const (
	supported    outcome = "supported"
	contradicted outcome = "contradicted"
	silent       outcome = "silent" // the pages were read and do not say it
	unseen       outcome = "unseen" // no page could be read
)

// checked is a row of a sheet, and of the record of all sheets.
type checked struct {
	Day     string  `csv:"day"`
	Reader  string  `csv:"reader"`
	Seed    uint64  `csv:"seed"`
	Kind    string  `csv:"kind"`
	Key     string  `csv:"key"`
	Says    string  `csv:"says"`
	Pages   string  `csv:"pages"`
	Outcome outcome `csv:"outcome"`
	Note    string  `csv:"note"`
}

func writeSheet(path string, seed uint64, rows []row) error {
	sheet := make([]checked, len(rows))
	for i, r := range rows {
		sheet[i] = checked{Seed: seed, Kind: r.Kind, Key: r.Key, Says: r.Says, Pages: strings.Join(r.addresses, " ")}
	}
	return write(path, sheet)
}

func write(path string, rows []checked) error {
	text, err := csvutil.Marshal(rows)
	if err != nil {
		return fmt.Errorf("write %s: %w", path, err)
	}
	return os.WriteFile(path, text, 0o644)
}

func read(path string) (rows []checked, err error) {
	text, err := os.ReadFile(path)
	if err != nil {
		return nil, fmt.Errorf("read the outcomes: %w", err)
	}
	if err := csvutil.Unmarshal(text, &rows); err != nil {
		return nil, fmt.Errorf("%s is no sheet of this program: %w", path, err)
	}
	return rows, nil
}

// readSheet reads a sheet of which every row has an outcome.
func readSheet(path string) ([]checked, error) {
	rows, err := read(path)
	if err != nil {
		return nil, err
	}
	for i, r := range rows {
		switch r.Outcome {
		case supported, contradicted, silent, unseen:
		default:
			return nil, fmt.Errorf("%s, row %d: the outcome is %q: write supported, contradicted, silent or unseen", path, i+1, r.Outcome)
		}
	}
	return rows, nil
}

// addTo adds outcomes to the record, which may not be there yet, and returns all of it.
func addTo(path string, rows []checked) ([]checked, error) {
	all, err := read(path)
	if err != nil && !errors.Is(err, fs.ErrNotExist) {
		return nil, err
	}
	all = append(all, rows...)
	return all, write(path, all)
}

// rate says how many of the rows whose pages were read are wrong.
func rate(rows []checked) string {
	n := make(map[outcome]int)
	for _, r := range rows {
		n[r.Outcome]++
	}
	share := rolecall.Fraction{Numerator: n[contradicted], Denominator: n[supported] + n[contradicted] + n[silent]}
	return fmt.Sprintf("%d rows: %d supported, %d contradicted, %d on whose pages nothing is said, %d unseen; wrong of those read: %s",
		len(rows), n[supported], n[contradicted], n[silent], n[unseen], share.Percent())
}
