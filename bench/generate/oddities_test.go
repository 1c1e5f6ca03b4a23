package main

import (
	"regexp"
	"slices"
	"strings"
	"testing"
)

// What the real files have and a reader may stumble over. Each must occur, and
// be rare where it is.
func TestOddities(t *testing.T) {
	matches := func(column int, pattern string) func([]string) bool {
		form := regexp.MustCompile(pattern)
		return func(row []string) bool { return form.MatchString(row[column]) }
	}
	for _, oddity := range []struct {
		what, table string
		has         func([]string) bool
		most        float64 // share of rows
	}{
		{"a nickname in quotes", "name.basics", matches(1, ` "[^"]+" `), .01},
		{"an apostrophe", "name.basics", matches(1, `'`), .02},
		{"accents", "name.basics", matches(1, `[áäéöšžåøñ]`), .2},
		{"Chinese characters", "name.basics", matches(1, `\p{Han}`), .03},
		{"Cyrillic", "name.basics", matches(1, `\p{Cyrillic}`), .03},
		{"Arabic", "name.basics", matches(1, `\p{Arabic}`), .03},
		{"several professions", "name.basics", matches(4, `,`), .6},
		{"no profession", "name.basics", matches(4, `^\\N$`), .3},
		{"a year of death", "name.basics", matches(3, `^\d{4}$`), .05},
		{"no titles", "name.basics", matches(5, `^\\N$`), .2},
		{"a title in quotes", "title.basics", matches(2, `^".*"$`), .01},
		{"a quote that nothing closes", "title.basics", matches(2, `^"[^"]*$`), .001},
		{"another original title", "title.basics", func(row []string) bool { return row[2] != row[3] }, .1},
		{"for adults", "title.basics", matches(4, `^1$`), .05},
		{"no year", "title.basics", matches(5, `^\\N$`), .15},
		{"an end", "title.basics", matches(6, `^\d{4}$`), .05},
		{"no length", "title.basics", matches(7, `^\\N$`), .8},
		{"no genres", "title.basics", matches(8, `^\\N$`), .1},
		{"three genres", "title.basics", matches(8, `,.*,`), .3},
		{"a pilot", "title.basics", matches(1, `^tvPilot$`), .0001},
		{"no season or number", "title.episode", func(row []string) bool { return row[2] == absent && row[3] == absent }, .3},
		{"season 0", "title.episode", matches(2, `^0$`), .03},
		{"a year for a season", "title.episode", matches(2, `^(19|20)\d\d$`), .1},
		{"no directors", "title.crew", matches(1, `^\\N$`), .6},
		{"several directors", "title.crew", matches(1, `,`), .2},
		{"several writers", "title.crew", matches(2, `,`), .4},
		{"no character", "title.principals", matches(5, `^\\N$`), .8},
		{"executive producers", "title.principals", matches(4, `^executive producer$`), .05},
		{"showrunners", "title.principals", matches(4, `^showrunner$`), .01},
		{"directors of photography", "title.principals", matches(4, `^director of photography$`), .02},
		{"creators", "title.principals", matches(4, `^created by$`), .05},
		{"stories", "title.principals", matches(4, `^story$`), .02},
		{"teleplays", "title.principals", matches(4, `^teleplay$`), .02},
		{"archive_sound", "title.principals", matches(3, `^archive_sound$`), .001},
		{"very many votes", "title.ratings", matches(2, `^\d{5,}$`), .1},
		{"several types", "title.akas", matches(5, "\x02"), .01},
		{"an attribute", "title.akas", matches(6, `^[^\\]`), .05},
		{"another language", "title.akas", matches(2, `\p{Devanagari}`), .2},
	} {
		rows, times := ofSample(t, oddity.table), 0
		for _, row := range rows {
			if oddity.has(row) {
				times++
			}
		}
		if share := float64(times) / float64(len(rows)); times == 0 || share > oddity.most {
			t.Errorf("%s: %s: %d of %d rows, want some and at most %g", oddity.table, oddity.what, times, len(rows), oddity.most)
		}
	}
	if votes := ofSample(t, "title.ratings"); slices.ContainsFunc(votes, func(row []string) bool { return len(row[2]) == 1 && row[2] < "5" }) {
		t.Error("a rating of fewer than 5 votes")
	}
}

func TestAllWordsOccur(t *testing.T) {
	for _, c := range []struct {
		table  string
		column int
		words  []string
	}{{"title.basics", 1, kindWords[:]}, {"title.principals", 3, categoryWords[:]}} {
		rows := ofSample(t, c.table)
		seen := make(map[string]bool)
		for _, row := range rows {
			seen[row[c.column]] = true
		}
		for _, word := range c.words {
			if !seen[word] {
				t.Errorf("%s: no %s", c.table, word)
			}
			delete(seen, word)
		}
		if len(seen) > 0 {
			t.Errorf("%s: words that IMDb does not have: %v", c.table, seen)
		}
	}
}

// Somebody is listed twice in a category only as a writer with two jobs, and the
// places in a title count from 1.
func TestPrincipalsRepeatPeopleWithTwoJobs(t *testing.T) {
	rows := ofSample(t, "title.principals")
	jobs, twice, last := make(map[string]string), 0, []string{"", "0"}
	for _, row := range rows {
		if row[0] != last[0] && row[1] != "1" {
			t.Fatalf("the first place of %s is %s", row[0], row[1])
		}
		last = row
		key := strings.Join([]string{row[0], row[2], row[3]}, " ")
		if job, listed := jobs[key]; listed {
			twice++
			if row[3] != "writer" || job == row[4] {
				t.Fatalf("%s is listed twice with the job %s", key, row[4])
			}
		}
		jobs[key] = row[4]
	}
	if twice == 0 {
		t.Error("nobody is listed twice")
	}
}

func TestSeasonsAreOfRealLengths(t *testing.T) {
	rows := ofSample(t, "title.episode")
	seasons, seen := make(map[string]int), make(map[string]bool)
	for _, row := range rows {
		if row[2] == absent {
			continue
		}
		episode := strings.Join(row[1:], " ")
		if seen[episode] {
			t.Fatalf("two episodes have the place %s", episode)
		}
		seen[episode] = true
		seasons[row[1]+" "+row[2]]++
	}
	lengths := make(map[int]int)
	for _, length := range seasons {
		lengths[length]++
	}
	for _, usual := range []int{6, 8, 10, 13} {
		if lengths[usual] < len(seasons)/20 {
			t.Errorf("%d of %d seasons have %d episodes, want at least a twentieth", lengths[usual], len(seasons), usual)
		}
	}
	if long := lengths[22] + lengths[23] + lengths[24]; long < len(seasons)/20 {
		t.Errorf("%d of %d seasons have 22 to 24 episodes, want at least a twentieth", long, len(seasons))
	}
}
