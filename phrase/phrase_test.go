package phrase_test

import (
	"testing"
	"unicode/utf8"

	"pgregory.net/rapid"

	"rolecall"
	"rolecall/phrase"
)

// check holds what a function says to what it is to say.
func check(t *testing.T, of string, got, want any) {
	t.Helper()
	if got != want {
		t.Errorf("%s: %q, want %q", of, got, want)
	}
}

func TestNumbersWithTheirNouns(t *testing.T) {
	for n, want := range map[int][4]string{
		0:  {"0 episodes", "no directors", "directors", "were"},
		1:  {"1 episode", "one director", "director", "was"},
		2:  {"2 episodes", "two directors", "directors", "were"},
		20: {"20 episodes", "twenty directors", "directors", "were"},
		21: {"21 episodes", "21 directors", "directors", "were"},
	} {
		check(t, "Episodes", phrase.Episodes(n), want[0])
		check(t, "Numbered", phrase.Numbered(n, "director", "directors"), want[1])
		check(t, "RoleOf", phrase.RoleOf(n, rolecall.Director), want[2])
		check(t, "Agree", phrase.Agree(n, "was", "were"), want[3])
	}
	check(t, "Titles", phrase.Titles(1)+phrase.Titles(0), "1 title0 titles")
	check(t, "Numeral", phrase.Numeral(-3), "-3")
	check(t, "Of", phrase.Of(12, 13), "12 of 13")
	for n, want := range map[int]string{0: "0", 999: "999", 1000: "1\u202f000", 1234567: "1\u202f234\u202f567", -123: "-123", -1234: "-1\u202f234"} {
		check(t, "Grouped", phrase.Grouped(n), want)
	}
}

func TestRangesOfNumbers(t *testing.T) {
	for _, c := range []struct {
		numbers []int
		want    string
	}{
		{nil, ""}, {[]int{4}, "4"}, {[]int{1, 2}, "1, 2"}, {[]int{1, 2, 3}, "1–3"}, {[]int{1, 2, 3, 5, 7, 8, 13, 14, 15}, "1–3, 5, 7, 8, 13–15"}, {[]int{0, 1, 2}, "0–2"},
	} {
		check(t, "Numbers", phrase.Numbers(c.numbers), c.want)
	}
	check(t, "TheEpisodes", phrase.TheEpisodes([]int{3}), "episode 3")
	check(t, "TheEpisodes", phrase.TheEpisodes([]int{1, 2, 3, 5}), "episodes 1–3, 5")
	check(t, "Those", phrase.Those("season", "seasons", []int{1, 3}), "seasons 1, 3")
}

func TestCountsAndShares(t *testing.T) {
	for _, c := range []struct {
		count                       rolecall.Count
		or, between, atLeast, share string
	}{
		{rolecall.Count{}, "–", "0", "0", "–"},
		{rolecall.Count{Certain: 13, Possible: 13, Of: 13}, "13 of 13", "13", "13", "100 %"},
		{rolecall.Count{Certain: 0, Possible: 0, Of: 3}, "0 of 3", "0", "0", "0 %"},
		{rolecall.Count{Certain: 4, Possible: 6, Of: 9}, "4–6 of 9", "4–6", "At least 4, at most 6", "44.4–66.7 %"},
		{rolecall.Count{Certain: 1000, Possible: 2000, Of: 2000}, "1000–2000 of 2000", "1000–2000", "At least 1\u202f000, at most 2\u202f000", "50–100 %"},
	} {
		check(t, "CountOr", phrase.CountOr(c.count), c.or)
		check(t, "Range", phrase.Range(c.count), c.between)
		check(t, "AtLeast", phrase.AtLeast(c.count), c.atLeast)
		check(t, "Share", phrase.Share(c.count.Share()), c.share)
	}
	check(t, "Interval", phrase.Interval(0.4021, 0.6309), "40.2–63.1 %")
	for change, want := range map[float64]string{0: "+0.00", 0.0125: "+1.25", -0.004: "−0.40", -0.00001: "+0.00"} {
		check(t, "Points", phrase.Points(change), want)
	}
}

func TestLists(t *testing.T) {
	for _, c := range []struct {
		words       []string
		and, or, at string
	}{
		{nil, "", "", ""},
		{[]string{"a"}, "a", "a", "a"},
		{[]string{"a", "b"}, "a and b", "a or b", "a and b"},
		{[]string{"a", "b", "c"}, "a, b and c", "a, b or c", "a, b and 1 more"},
		{[]string{"a", "b", "c", "d"}, "a, b, c and d", "a, b, c or d", "a, b and 2 more"},
	} {
		check(t, "And", phrase.And(c.words), c.and)
		check(t, "Or", phrase.Or(c.words), c.or)
		before := append([]string(nil), c.words...)
		check(t, "AtMost", phrase.AtMost(c.words, 2), c.at)
		for i := range before {
			check(t, "AtMost leaves its words", c.words[i], before[i])
		}
	}
}

func TestJoinedLeavesOutWhatIsEmpty(t *testing.T) {
	check(t, "Joined", phrase.Joined(" · ", "a", "", "b", ""), "a · b")
	check(t, "Joined", phrase.Joined(" · ", ""), "")
}

func TestGendersInWords(t *testing.T) {
	for g, want := range map[rolecall.Gender][4]string{
		rolecall.Woman:     {"a woman", "women", "1 woman", "2 women"},
		rolecall.Man:       {"a man", "men", "1 man", "2 men"},
		rolecall.Nonbinary: {"a non-binary person", "non-binary people", "1 non-binary", "2 non-binary"},
		rolecall.Unknown:   {"not stated", "not stated", "1 not stated", "2 not stated"},
	} {
		check(t, "Person", phrase.Person(g), want[0])
		check(t, "People", phrase.People(g), want[1])
		check(t, "Gendered", phrase.Gendered(1, g), want[2])
		check(t, "Gendered", phrase.Gendered(2, g), want[3])
	}
	some := []rolecall.Gender{rolecall.Woman, rolecall.Nonbinary}
	check(t, "Genders", phrase.Genders(some), "women and non-binary people")
	check(t, "Genders", phrase.Genders(some[:1]), "women")
	check(t, "AnyOf", phrase.AnyOf(some), "women or non-binary people")
	check(t, "OneOf", phrase.OneOf(some), "woman or non-binary person")
}

func TestTalliesInWords(t *testing.T) {
	for _, c := range []struct {
		tally rolecall.Tally
		words string
		only  rolecall.Gender
		all   bool
	}{
		{rolecall.Tally{}, "nobody", "", false},
		{rolecall.Tally{Women: 1}, "1 woman", rolecall.Woman, true},
		{rolecall.Tally{Men: 2}, "2 men", rolecall.Man, true},
		{rolecall.Tally{Unknown: 2}, "2 not stated", rolecall.Unknown, true},
		{rolecall.Tally{Women: 3, Men: 5, Nonbinary: 1, Unknown: 1}, "3 women, 5 men, 1 non-binary, 1 not stated", rolecall.Woman, false},
		{rolecall.Tally{Nonbinary: 1, Unknown: 1}, "1 non-binary, 1 not stated", rolecall.Nonbinary, false},
	} {
		check(t, "Tally", phrase.Tally(c.tally), c.words)
		only, all := phrase.Only(c.tally)
		check(t, "Only", all, c.all)
		if all {
			check(t, "Only", only, c.only)
		}
	}
}

func TestRolesAndKindsInWords(t *testing.T) {
	for role, want := range map[rolecall.Role][2]string{
		rolecall.Director:          {"director", "directors"},
		rolecall.ExecutiveProducer: {"executive producer", "executive producers"},
		rolecall.Cast:              {"cast", "cast"},
		rolecall.Lead:              {"lead (first billed)", "lead (first billed)"},
	} {
		check(t, "Role", phrase.Role(role), want[0])
		check(t, "Roles", phrase.Roles(role), want[1])
	}
	check(t, "Kinds", phrase.Kinds([]rolecall.Kind{rolecall.Season, rolecall.Series}), "seasons and series")
	check(t, "Whole", phrase.Whole(rolecall.OfSeason), "whole season")
	check(t, "Word", phrase.Word("not_met"), "not met")
	for noun, want := range map[string]string{"film": "a film", "episode": "an episode", "executive producer": "an executive producer", "": "a "} {
		check(t, "A", phrase.A(noun), want)
	}
}

func TestTitlesAndDatesInWords(t *testing.T) {
	for _, c := range []struct {
		title rolecall.Title
		want  string
	}{
		{rolecall.Title{Kind: rolecall.Film, Name: "Fire", OriginalName: "Feu", Year: 2019, Released: rolecall.Date{Year: 2019, Month: 9, Day: 18}, Countries: []string{"France", "Belgium"}}, "Fire (2019) · Feu · 18 September 2019 · France, Belgium"},
		{rolecall.Title{Kind: rolecall.Film, Name: "Fire", Year: 2019}, "Fire (2019)"},
		{rolecall.Title{Kind: rolecall.Season, Name: "The Harbour", Season: 2, Year: 2017, Episodes: 1, Networks: []string{"Netflix"}, Countries: []string{"France"}}, "The Harbour, season 2 · Netflix · 2017 · 1 episode"},
		{rolecall.Title{Kind: rolecall.Series, Name: "The Harbour", Episodes: 15}, "The Harbour · 15 episodes"},
		{rolecall.Title{Kind: rolecall.Series, Name: "The Harbour"}, "The Harbour"},
	} {
		check(t, "Masthead", phrase.Masthead(c.title), c.want)
	}
	check(t, "Year", phrase.Year(0)+phrase.Year(1999), "–1999")
	check(t, "Day", phrase.Day("2026-11-27T15:04:05Z"), "2026-11-27")
	check(t, "Day", phrase.Day("some day"), "some day")
	page := rolecall.Page{Publisher: "The Gazette", Title: "Who", Retrieved: "2026-11-21"}
	check(t, "Page", phrase.Page(page), "The Gazette, Who, read 2026-11-21")
	page.Copy = "an archive"
	check(t, "Page", phrase.Page(page), "The Gazette, Who, read 2026-11-21, in the copy of an archive")
	check(t, "ShortHash", phrase.ShortHash("0123456789abcdef"), "0123…cdef")
	check(t, "ShortHash", phrase.ShortHash("0123"), "0123")
}

func TestCapitals(t *testing.T) {
	for words, want := range map[string]string{"": "", "a film": "A film", "élodie": "Élodie", "3 women": "3 women", "是枝": "是枝", "\xff": "\xff"} {
		check(t, "Capital", phrase.Capital(words), want)
	}
	check(t, "Stop", phrase.Stop("no title is held"), "No title is held.")
	rapid.Check(t, func(t *rapid.T) {
		words := rapid.String().Draw(t, "words")
		if got := phrase.Capital(words); !utf8.ValidString(got) || phrase.Capital(got) != got {
			t.Fatalf("%q became %q", words, got)
		}
	})
}
