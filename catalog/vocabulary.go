package catalog

import (
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"slices"
	"strings"

	"rolecall"
)

// vocabulary are the roles that a catalog is built with, in their order. A catalog of
// other roles is not read: what it says of a role that the program does not know would
// be lost, and questions about one that it does not know would fail.
type vocabulary []roleWord

type roleWord struct {
	word      string
	byEpisode bool
}

func (r roleWord) String() string {
	if r.byEpisode {
		return r.word + " by episode"
	}
	return r.word
}

// spoken is the vocabulary of the program.
func spoken() vocabulary {
	var v vocabulary
	for _, role := range rolecall.Roles() {
		v = append(v, roleWord{string(role), role.ByEpisode()})
	}
	return v
}

func (r Recipe) vocabulary() vocabulary {
	if r.roles != nil {
		return r.roles
	}
	return spoken()
}

// String is the vocabulary as the stamp has it: a line for each role, in the order of
// the words, as the order of the list means nothing.
func (v vocabulary) String() string {
	var lines []string
	for _, role := range v {
		lines = append(lines, role.String())
	}
	slices.Sort(lines)
	return strings.Join(lines, "\n")
}

// words are those of the type tallied_role: the roles, and the lead after them.
func (v vocabulary) words() []string {
	var all []string
	for _, role := range v {
		all = append(all, role.word)
	}
	return append(all, string(rolecall.Lead))
}

// sorted are the words in an order that does not depend on that of the list, by which the
// file of rows numbers them.
func (v vocabulary) sorted() []string { return slices.Sorted(slices.Values(v.words())) }

// typeOfRoles makes the type that holds roles.
func (v vocabulary) typeOfRoles() string {
	return fmt.Sprintf("CREATE TYPE tallied_role AS ENUM ('%s');\n", strings.Join(v.words(), "', '"))
}

// checkVocabulary refuses a catalog whose stamp has other roles than the program: one
// with roles that the program lacks is newer, any other older.
func (c *Catalog) checkVocabulary(stamped string) error {
	own := c.roles.String()
	if stamped == own {
		return nil
	}
	if unknown := beside(stamped, own); len(unknown) > 0 && !slices.ContainsFunc(unknown, speaksOf(own)) {
		return &FileError{c.path, ErrNewer, fmt.Errorf("it has roles that this program does not know: %s", strings.Join(unknown, ", "))}
	}
	return &FileError{c.path, ErrOlder, fmt.Errorf("its roles are not those of this program, which has: %s", strings.Join(beside(own, stamped), ", "))}
}

// beside are the lines of a text that are not in another.
func beside(text, other string) []string {
	held := make(map[string]bool)
	for line := range strings.SplitSeq(other, "\n") {
		held[line] = true
	}
	return slices.DeleteFunc(strings.Split(text, "\n"), func(line string) bool { return held[line] })
}

// speaksOf tells the lines whose word a vocabulary has, though it may say something else
// of it.
func speaksOf(vocabulary string) func(line string) bool {
	words := make(map[string]bool)
	for line := range strings.SplitSeq(vocabulary, "\n") {
		word, _, _ := strings.Cut(line, " ")
		words[word] = true
	}
	return func(line string) bool {
		word, _, _ := strings.Cut(line, " ")
		return words[word]
	}
}

// CacheName is the name of the file of a catalog that is kept for facts of some
// fingerprint, with all else that decides what is in it and beside it: the schema, the roles
// in their order, the questions that settle and derive, and the layout of the file of rows.
func CacheName(family, fingerprint string) string {
	h := sha256.New()
	fmt.Fprintf(h, "facts %s\nroles %v\nrows %d\n", fingerprint, spoken(), rowsLayout)
	files, err := sqlFiles.ReadDir("sql") // in the order of their names
	if err != nil {
		panic(err) // the folder is embedded
	}
	for _, file := range files {
		text := query(strings.TrimSuffix(file.Name(), ".sql"))
		fmt.Fprintf(h, "%s %d\n%s", file.Name(), len(text), text)
	}
	return fmt.Sprintf("%s%d-%.16s.duckdb", family, SchemaVersion, hex.EncodeToString(h.Sum(nil)))
}
