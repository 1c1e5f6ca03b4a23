package catalog_test

import (
	"context"
	"errors"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"rolecall"
	"rolecall/catalog"
	"rolecall/source"
)

// Each row of a list is one title, or it is said why it is not.
func TestTitlesOfListsAreFound(t *testing.T) {
	t.Parallel()
	f := small()
	f.identifiers = []rolecall.Identifier{
		{Owner: "women-2019", Scheme: rolecall.IMDbID, Value: "tt3281548"}, {Owner: "shoplifters", Scheme: rolecall.WikidataID, Value: "Q41754"},
		{Owner: "portrait", Scheme: rolecall.TMDBID, Value: "531428"}, {Owner: "tale", Scheme: rolecall.TMDBID, Value: "531428"},
	}
	rows := []struct {
		of   source.Listed
		want string
		said string
	}{
		{source.Listed{IDs: []string{"jones/2"}}, "jones/2", ""},
		{source.Listed{IDs: []string{"https://www.imdb.com/title/tt3281548/?ref_=x"}}, "women-2019", ""},
		{source.Listed{IDs: []string{"q41754"}, Name: "Another Name"}, "shoplifters", ""},
		{source.Listed{IDs: []string{"https://www.themoviedb.org/movie/531428-portrait"}}, "portrait", ""},
		{source.Listed{IDs: []string{"https://boxd.it/29uk"}, Name: "little women", Year: 1933}, "women-1933", ""},
		{source.Listed{Name: "万引き家族"}, "shoplifters", ""},
		{source.Listed{Name: "The Handmaid’s Tale", Kind: rolecall.Series}, "tale", ""},
		{source.Listed{Name: "The Handmaid’s Tale", Kind: rolecall.Film}, "", "is no title of this catalog"},
		{source.Listed{Name: "Little Women"}, "", "may be 2 titles, give the identifier: women-1933 (Little Women), women-2019 (Little Women)"},
		{source.Listed{Name: "Little Wimmen", Year: 2019}, "", "is no title of this catalog: correct its name"},
		{source.Listed{IDs: []string{"https://www.imdb.com/name/nm0000001/"}}, "", "is no title of this catalog"},
		{source.Listed{IDs: []string{"https://www.themoviedb.org/tv/531428/season/1"}}, "", "is no title of this catalog"},
	}
	var want []string
	for _, row := range rows {
		if row.want != "" {
			want = append(want, row.want)
		}
	}
	slices.Sort(want)
	want = slices.Compact(want)
	report, recipe := &source.Report{}, f.recipe()
	recipe.Report = report
	recipe.Fill = func(ctx context.Context, sink source.Sink) error {
		faults := []error{f.fill(ctx, sink)}
		for i, row := range rows {
			row.of.List, row.of.File, row.of.Line = "best", "best.csv", i+1
			faults = append(faults, sink.AddListed(row.of))
		}
		return errors.Join(faults...)
	}
	path := filepath.Join(t.TempDir(), "test.duckdb")
	if err := catalog.Build(t.Context(), path, recipe); err != nil {
		t.Fatal(err)
	}
	doubts, all := report.Doubts()
	for i, row := range rows {
		said := slices.ContainsFunc(doubts, func(d *source.LineError) bool {
			return d.Line == i+1 && d.File == "best.csv" && strings.Contains(d.Fault, row.said)
		})
		if said != (row.said != "") {
			t.Errorf("row %d: said %v; %v", i+1, said, doubts)
		}
	}
	if all != 5 {
		t.Errorf("%d doubts, want 5: %v", all, doubts)
	}
	holds := func(path string) {
		t.Helper()
		c, err := catalog.Open(t.Context(), path)
		if err != nil {
			t.Fatal(err)
		}
		defer c.Close()
		if ids, err := c.Listed(t.Context(), "best"); err != nil || !slices.Equal(slices.Sorted(slices.Values(ids)), want) {
			t.Errorf("listed %q, %v; want %q", ids, err, want)
		}
		if lists, err := c.Lists(t.Context()); err != nil || !slices.Equal(lists, []catalog.List{{Name: "best", Titles: len(want)}}) {
			t.Errorf("lists %v, %v", lists, err)
		}
		if h, err := c.Holdings(t.Context()); err != nil || h.Lists != 1 {
			t.Errorf("%+v, %v", h, err)
		}
		if _, err := c.Listed(t.Context(), "worst"); err == nil || !strings.Contains(err.Error(), `no list named "worst"`) {
			t.Errorf("%v", err)
		}
	}
	holds(path)
	// What is added before in the order of identifiers gives all titles other numbers.
	added := catalog.Recipe{Name: "test", Program: "test", Fill: func(ctx context.Context, sink source.Sink) error {
		return errors.Join((catalog.Existing{Path: path}).Read(ctx, sink, &source.Report{}), sink.AddTitle(rolecall.Title{ID: "aaa", Kind: rolecall.Film, Name: "First of All"}))
	}}
	wider := filepath.Join(t.TempDir(), "wider.duckdb")
	if err := catalog.Build(t.Context(), wider, added); err != nil {
		t.Fatal(err)
	}
	holds(wider)
}

// A list is a fact: the hash is another with it.
func TestListsArePartOfTheHash(t *testing.T) {
	t.Parallel()
	listed := func(id string) string {
		recipe := small().recipe()
		recipe.Fill = func(ctx context.Context, sink source.Sink) error {
			return errors.Join(small().fill(ctx, sink), sink.AddListed(source.Listed{List: "best", IDs: []string{id}}))
		}
		hash, err := catalog.HashOf(t.Context(), recipe)
		if err != nil {
			t.Fatal(err)
		}
		return hash
	}
	if one, other := listed("portrait"), listed("odd"); one == other || one == hashOf(t, small()) {
		t.Error("another list leaves the hash as it was")
	}
}
