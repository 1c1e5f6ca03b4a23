// Command study2018 counts a published study of gender in 100 series again, from
// the study's own guesses of gender from first names, beside what it published.
//
//	go run ./bench/study2018 FOLDER
//
// FOLDER holds name_guess_counts.csv.gz and published_percentages.csv; see
// docs/reproductions.md. Guessing is what the study did. It is no part of
// Rolecall, which counts only what sources state.
package main

import (
	"compress/gzip"
	"encoding/csv"
	"fmt"
	"io"
	"math"
	"os"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
)

func main() {
	if len(os.Args) != 2 {
		fmt.Fprintln(os.Stderr, "usage: go run ./bench/study2018 FOLDER")
		os.Exit(2)
	}
	cells, err := compare(os.Args[1])
	if err != nil {
		fmt.Fprintln(os.Stderr, "bench/study2018:", err)
		os.Exit(1)
	}
	write(os.Stdout, cells)
}

// cell is one year and role.
type cell struct {
	year, role string
	// women and men are credits whose gender was guessed, names all names listed.
	women, men, names int
	// published is in percent.
	published float64
}

// counted is women among those guessed, in percent.
func (c cell) counted() float64 { return 100 * float64(c.women) / float64(c.women+c.men) }

// compare counts every year and role that the study published.
func compare(folder string) ([]cell, error) {
	published, err := rows(filepath.Join(folder, "published_percentages.csv"))
	if err != nil {
		return nil, err
	}
	guesses, err := rows(filepath.Join(folder, "name_guess_counts.csv.gz"))
	if err != nil {
		return nil, err
	}
	var cells []cell
	for _, line := range published[1:] {
		year, _, _ := strings.Cut(line[0], ".")
		for i, role := range published[0][1:] {
			c := cell{year: year, role: role}
			if c.published, err = strconv.ParseFloat(line[i+1], 64); err != nil {
				return nil, err
			}
			if err := c.count(guesses); err != nil {
				return nil, err
			}
			cells = append(cells, c)
		}
	}
	return cells, nil
}

// count sums the guesses of every episode of the year.
func (c *cell) count(guesses [][]string) error {
	at := func(name string) int { return slices.Index(guesses[0], name) }
	year, columns := at("year"), map[string]*int{c.role + "_female": &c.women, c.role + "_male": &c.men, c.role + "_n_names": &c.names}
	for column, sum := range columns {
		place := at(column)
		if place < 0 || year < 0 {
			return fmt.Errorf("the guesses have no column %s", column)
		}
		for _, line := range guesses[1:] {
			if lineYear, _, _ := strings.Cut(line[year], "."); lineYear != c.year {
				continue
			}
			n, err := strconv.ParseFloat(line[place], 64)
			if err != nil {
				return fmt.Errorf("%s: %w", column, err)
			}
			*sum += int(n)
		}
	}
	return nil
}

func rows(path string) ([][]string, error) {
	file, err := os.Open(path)
	if err != nil {
		return nil, err
	}
	defer file.Close()
	var text io.Reader = file
	if strings.HasSuffix(path, ".gz") {
		if text, err = gzip.NewReader(file); err != nil {
			return nil, fmt.Errorf("%s: %w", path, err)
		}
	}
	all, err := csv.NewReader(text).ReadAll()
	if err == nil && len(all) < 2 {
		err = fmt.Errorf("%s holds no rows", path)
	}
	return all, err
}

// same is how far two percentages may lie apart to be one figure, rounding aside.
const same = 1e-9

func write(out io.Writer, cells []cell) {
	equal, furthest := 0, 0.0
	fmt.Fprintf(out, "%-5s %-10s %9s %9s %9s %11s\n", "year", "role", "counted", "published", "guessed", "names")
	for _, c := range cells {
		apart := math.Abs(c.counted() - c.published)
		furthest = max(furthest, apart)
		if apart <= same {
			equal++
		}
		fmt.Fprintf(out, "%-5s %-10s %7.2f %% %7.2f %% %9d %11d\n", c.year, c.role, c.counted(), c.published, c.women+c.men, c.names)
	}
	fmt.Fprintf(out, "%d of %d figures are the same; none lies further apart than %.4f points\n", equal, len(cells), furthest)
}
