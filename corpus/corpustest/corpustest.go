// Package corpustest checks small archives for tests of what is made of them.
package corpustest

import (
	"encoding/json"
	"os"
	"path/filepath"
	"testing"

	"rolecall/catalog"
	"rolecall/corpus/batch"
	"rolecall/corpus/input"
	"rolecall/corpus/journal"
	"rolecall/corpus/reader"
	"rolecall/corpus/table"
)

// Article is one of an archive, by the members of its object.
type Article map[string]string

// Check checks articles by a catalog into a folder, which may be that of a run to go on with: they
// are a file more of its archive.
func Check(t testing.TB, c *catalog.Catalog, dir string, articles ...Article) {
	t.Helper()
	archive := dir + "-archive"
	if err := os.MkdirAll(archive, 0o755); err != nil {
		t.Fatal(err)
	}
	before, err := os.ReadDir(archive)
	if err != nil {
		t.Fatal(err)
	}
	var lines []byte
	for _, a := range articles {
		line, err := json.Marshal(a)
		if err != nil {
			t.Fatal(err)
		}
		lines = append(append(lines, line...), '\n')
	}
	if err := os.WriteFile(filepath.Join(archive, string(rune('a'+len(before)))+".jsonl"), lines, 0o644); err != nil {
		t.Fatal(err)
	}
	files, err := input.Find([]string{archive}, input.Options{})
	if err != nil {
		t.Fatal(err)
	}
	reading, err := reader.ByCatalog(t.Context(), c, false)
	if err != nil {
		t.Fatal(err)
	}
	info := c.Info()
	run := batch.Run{Dir: dir, Inputs: files, Read: reading.Read, Begun: journal.Begun{
		Version: journal.Version, Program: "test", Catalog: info.Name, Hash: info.Hash, HandPicked: info.HandPicked, Format: table.JSONLines, ShardSize: 5, Reading: journal.Reading(input.Options{}, false),
	}}
	if _, err := run.Do(t.Context()); err != nil {
		t.Fatal(err)
	}
}

// Of checks articles by the catalog at a path into a new folder, and is the folder.
func Of(t testing.TB, path string, articles ...Article) string {
	t.Helper()
	c, err := catalog.Open(t.Context(), path)
	if err != nil {
		t.Fatal(err)
	}
	defer c.Close()
	dir := filepath.Join(t.TempDir(), "checked")
	Check(t, c, dir, articles...)
	return dir
}

// Starter is an archive about titles of the starter catalog, with something of everything that a
// report has: claims that are repeated and contradicted, copies, somebody quoted whom no catalog
// holds, texts without outlet, date or address, one in French, and fields that mean no good.
func Starter() []Article {
	const (
		agency = "All 13 episodes of season two of Jessica Jones were directed by women, its makers said on Thursday. “It was time for that to happen,” Melissa Rosenberg told Variety. The series stars Krysten Ritter as a private eye in New York, and its second season was first shown on March 8, 2018, all of it at once."
		wrong  = "Kathryn Bigelow directed Lady Bird, which critics in many countries liked more than any other film of that year, and which was shown in cinemas everywhere."
		man    = "“I have never had so much fun on a set in all my life,” said Jean-Marc Vallée, who did not say more about it to the reporters who waited for him outside of the building. “Nobody knew,” said Someone Unheard-Of."
		roads  = "The council met on Tuesday to talk about the budget for roads, and went home early, as there was no money for roads and not much else to talk about this time."
		french = "Le conseil municipal s'est réuni mardi pour discuter du budget des routes, et tout le monde est rentré chez soi de bonne heure parce qu'il n'y avait plus d'argent du tout."
		script = "</a><script>alert(1)</script>\u202e\x1b[31m"
	)
	return []Article{
		{"outlet": "Herald", "section": "film", "author": "Ann Lee", "date": "2018-03-09", "url": "https://herald.example/1?a=1&b=2", "text": agency},
		{"outlet": "Post", "section": "tv", "author": "By Ann Lee and Bob Ray", "date": "2018-03-08", "url": "http://post.example/2", "text": "EXCLUSIVE. " + agency},
		{"outlet": "Post", "section": "film", "author": "Bob Ray", "date": "2018-04-01", "url": "javascript:alert(1)", "text": wrong},
		{"text": "A film for everybody. " + wrong + " Nobody here has seen it, and nobody else in the town has, either, as far as we could find out in the time that we had."},
		{"outlet": script, "section": script, "author": script, "date": "2018-05", "url": script, "headline": "</a><script>alert(1)</script>", "text": man},
		{"outlet": "Herald", "section": "news", "date": "2018", "text": roads},
		{"outlet": "Herald", "section": "news", "date": "2018-06-01", "text": french},
	}
}
