package main

import (
	"bufio"
	"bytes"
	_ "embed"
	"encoding/json"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"
)

//go:embed dev.jsonl
var own []byte

//go:embed heldout.jsonl
var heldOut []byte

//go:embed press.jsonl
var ownPress []byte

//go:embed later.jsonl
var laterPress []byte

//go:embed verdicts.jsonl
var ownCases []byte

//go:embed fresh.jsonl
var freshCases []byte

// text is a labelled text.
type text struct {
	ID     string      `json:"id"`
	Title  string      `json:"title"`
	Text   string      `json:"text"`
	Claims []statement `json:"claims"`
}

// set is labelled texts under a name. Of an unread set nobody looks at more than the
// figures, or they would measure how well its texts were learnt.
type set struct {
	name   string
	unread bool
	texts  []text
}

// partlyUnread are the files of which every third line is unread.
var partlyUnread = []string{"press", "dev3"}

// labelledSets are the program's own texts and those of files, which are left out where
// absent: a clone has none.
func labelledSets(files []string) ([]set, error) {
	var sets []set
	for _, of := range []struct {
		name   string
		lines  []byte
		unread bool
	}{{"own", own, false}, {"heldout", heldOut, true}, {"press", ownPress, false}, {"later", laterPress, false}} {
		texts, err := readLines[text](of.lines)
		if err != nil {
			return nil, fmt.Errorf("%s: %w", of.name, err)
		}
		for _, one := range split(of.name, texts) {
			one.unread = one.unread || of.unread
			sets = append(sets, one)
		}
	}
	for _, file := range files {
		content, err := os.ReadFile(file)
		if errors.Is(err, fs.ErrNotExist) {
			fmt.Fprintf(os.Stderr, "claims: left out, as it is not there: %s\n", file)
			continue
		}
		if err != nil {
			return nil, err
		}
		texts, err := readLines[text](content)
		if err != nil {
			return nil, fmt.Errorf("%s: %w", file, err)
		}
		sets = append(sets, split(strings.TrimSuffix(filepath.Base(file), ".jsonl"), texts)...)
	}
	return sets, nil
}

// split sets the unread third of a file apart, where it has one.
func split(name string, texts []text) []set {
	if !slices.Contains(partlyUnread, name) {
		return []set{{name: name, texts: texts}}
	}
	read, third := thirds(texts)
	return []set{{name: name, texts: read}, {name: name + "/unread third", unread: true, texts: third}}
}

// thirds sets every third apart.
func thirds[T any](all []T) (read, unread []T) {
	for i, one := range all {
		if i%3 == 2 {
			unread = append(unread, one)
		} else {
			read = append(read, one)
		}
	}
	return read, unread
}

// readLines reads a file of one JSON object a line.
func readLines[T any](lines []byte) ([]T, error) {
	var all []T
	scanner := bufio.NewScanner(bytes.NewReader(lines))
	scanner.Buffer(nil, 1<<20)
	for n := 1; scanner.Scan(); n++ {
		if len(bytes.TrimSpace(scanner.Bytes())) == 0 {
			continue
		}
		var one T
		if err := json.Unmarshal(scanner.Bytes(), &one); err != nil {
			return nil, fmt.Errorf("line %d: %w", n, err)
		}
		all = append(all, one)
	}
	return all, scanner.Err()
}
