package catalog

import (
	"cmp"
	"context"
	"errors"
	"fmt"
	"maps"
	"slices"
	"strings"
	"testing"
	"time"

	"pgregory.net/rapid"

	"rolecall"
	"rolecall/population"
	"rolecall/population/populationtest"
	"rolecall/source"
	"rolecall/source/starter"
)

// openStarter is the starter catalog as a file.
func openStarter(t *testing.T) *Catalog {
	t.Helper()
	return OpenOnce(t, "starter", Recipe{Name: "starter", Built: time.Unix(0, 0), Fill: starter.Fill})
}

// openDrawn is a catalog of titles made to try populations with, and these as it
// holds them.
func openDrawn(t *testing.T) (*Catalog, []rolecall.Title) {
	t.Helper()
	fill := func(_ context.Context, sink source.Sink) error {
		for _, title := range populationtest.Titles() {
			if err := sink.AddTitle(title); err != nil {
				return err
			}
		}
		return nil
	}
	c := OpenOnce(t, "drawn", Recipe{Name: "drawn", Built: time.Unix(0, 0), Fill: fill})
	all, err := c.titles(t.Context(), `ORDER BY number`)
	if err != nil {
		t.Fatal(err)
	}
	return c, all
}

// checkChosen fails unless the titles chosen in SQL are those of the rules in Go, and
// returns how many these are.
func checkChosen(t *rapid.T, c *Catalog, all []rolecall.Title, p population.Population) int {
	t.Helper()
	p = onlyHeld(t, c, all, p)
	want := []string{}
	for _, title := range p.Of(all, KindsCounted(p)...) {
		want = append(want, title.ID)
	}
	got, err := chosenIDs(t.Context(), c, p)
	if err != nil {
		t.Fatal(err)
	}
	if !slices.Equal(got, want) {
		t.Fatalf("%s: %d titles, want %d:\n%v\n%v", p.Words(), len(got), len(want), got, want)
	}
	return len(want)
}

// onlyHeld is a population whose list has only titles of the catalog, which refuses
// any other rather than count less than was asked.
func onlyHeld(t *rapid.T, c *Catalog, all []rolecall.Title, p population.Population) population.Population {
	t.Helper()
	listed := listedOnly(all, p)
	if _, err := chosenIDs(t.Context(), c, p); listed.Titles.Len() < p.Titles.Len() && !isUnlisted(err) {
		t.Fatalf("a list with titles that are not held: %v", err)
	}
	return listed
}

// listedOnly is a population whose list has only some titles.
func listedOnly(all []rolecall.Title, p population.Population) population.Population {
	var held []string
	for _, title := range all {
		if slices.Contains(p.Titles.IDs(), title.ID) {
			held = append(held, title.ID)
		}
	}
	if len(held) < p.Titles.Len() {
		p.Titles = population.NewList(held...)
	}
	return p
}

func isUnlisted(err error) bool {
	_, is := errors.AsType[*UnlistedError](err)
	return is
}

// Each field by itself, among the titles of each kind, is in SQL what it is in Go;
// and it keeps some titles and leaves out others.
func TestEachFieldAgreesWithItsRule(t *testing.T) {
	t.Parallel()
	c, all := openDrawn(t)
	kinds := append(rolecall.Kinds(), "")
	for _, f := range populationtest.Fields() {
		t.Run(f.Key, func(t *testing.T) {
			kept, left := 0, 0
			rapid.Check(t, func(r *rapid.T) {
				p := population.Population{Kind: rapid.SampledFrom(kinds).Draw(r, "kind")}
				everything := len(population.Population{Kind: p.Kind, Specials: true, Shorts: true}.Of(all, KindsCounted(p)...))
				if err := f.Set(&p, populationtest.Values(r, f)...); err != nil {
					r.Fatal(err)
				}
				if p.Validate() != nil {
					return
				}
				n := checkChosen(r, c, all, p)
				kept, left = kept+n, left+everything-n
			})
			if f.Key == "by" { // which is not asked alone
				return
			}
			if kept == 0 || left == 0 && f.Key != "specials" && f.Key != "shorts" {
				t.Errorf("%d titles are kept and %d left out: nothing is tried", kept, left)
			}
		})
	}
}

// All fields together are in SQL what they are in Go.
func TestPopulationsAgreeWithTheRules(t *testing.T) {
	t.Parallel()
	c, all := openDrawn(t)
	rapid.Check(t, func(r *rapid.T) { checkChosen(r, c, all, populationtest.Draw(r)) })
}

func chosenIDs(ctx context.Context, c *Catalog, p population.Population) (ids []string, err error) {
	err = c.choosing(ctx, p, Breakdown{}, func(q chosen) error {
		ids, err = read(ctx, q, `SELECT id FROM title SEMI JOIN chosen USING (number) ORDER BY id`, nil, func(scan func(...any) error) (id string, err error) {
			return id, scan(&id)
		})
		return err
	})
	return ids, err
}

// expectation is what the rules in Go make of a population.
type expectation struct {
	titles, leaves map[string]int
	tallied        map[string]Tallied
	people         map[string]map[string]rolecall.Gender
}

// expect counts title by title.
func expect(t *testing.T, rolls []Roll, keys func(rolecall.Title) []Key, given *Given) expectation {
	t.Helper()
	e := expectation{map[string]int{}, map[string]int{}, map[string]Tallied{}, map[string]map[string]rolecall.Gender{}}
	for _, roll := range rolls {
		states := leafStates(roll, given)
		for _, key := range keys(roll.Title) {
			in := map[GivenState]bool{}
			for _, leaf := range roll.Leaves {
				in[states[leaf.ID]] = true
				e.leaves[fmt.Sprint(key, "|", states[leaf.ID])]++
			}
			for state := range in {
				e.titles[fmt.Sprint(key, "|", state)]++
			}
			for _, role := range append(rolecall.Roles(), rolecall.Lead) {
				e.add(key, role, held(roll.Credits, role), roll, states, given)
			}
		}
	}
	return e
}

func (e expectation) add(key Key, role rolecall.Role, credits []rolecall.Credit, roll Roll, states map[string]GivenState, given *Given) {
	for i, tally := range rolecall.TallyTitles(roll.LeafIDs(), credits, roll.Genders()) {
		if tally.Total() == 0 {
			continue
		}
		var there []rolecall.Gender
		for _, g := range rolecall.Genders() {
			if tally.Of(g) > 0 {
				there = append(there, g)
			}
		}
		k := fmt.Sprint(key, "|", states[roll.Leaves[i].ID], "|", role, "|", SetOf(there...))
		sum := e.tallied[k]
		sum.Titles++
		sum.Credits = sum.Credits.Plus(tally)
		e.tallied[k] = sum
	}
	for _, c := range credits {
		state, placed := states[c.TitleID]
		if given != nil && !placed {
			continue
		}
		k := fmt.Sprint(key, "|", state, "|", role)
		if e.people[k] == nil {
			e.people[k] = map[string]rolecall.Gender{}
		}
		e.people[k][c.PersonID] = roll.People[c.PersonID].Gender
	}
}

func leafStates(roll Roll, given *Given) map[string]GivenState {
	states := make(map[string]GivenState)
	for _, leaf := range roll.Leaves {
		states[leaf.ID] = NotGiven
	}
	if given == nil {
		return states
	}
	for i, tally := range rolecall.TallyTitles(roll.LeafIDs(), held(roll.Credits, given.Role), roll.Genders()) {
		count, state := tally.Count(given.Genders...), GivenNo
		switch {
		case count.Certain > 0:
			state = GivenYes
		case count.Possible > 0 || count.Of == 0:
			state = GivenUnknown
		}
		states[roll.Leaves[i].ID] = state
	}
	return states
}

func keysOf(by Breakdown) func(rolecall.Title) []Key {
	first, then := sideKeysOf(by.First), sideKeysOf(by.Then)
	return func(t rolecall.Title) (all []Key) {
		for _, f := range first(t) {
			for _, s := range then(t) {
				all = append(all, Key{f, s})
			}
		}
		return all
	}
}

func sideKeysOf(side Side) func(rolecall.Title) []string {
	orUnknown := func(names []string) []string {
		if len(names) == 0 {
			return []string{""}
		}
		return names
	}
	return func(t rolecall.Title) []string {
		switch side.By {
		case ByYear:
			if side.Bounds == "2019,2021" && t.First().Year > 0 {
				switch year := t.First().Year; {
				case year < 2019:
					return []string{"0"}
				case year < 2021:
					return []string{"2019"}
				}
				return []string{"2021"}
			}
			return []string{strings.TrimPrefix(fmt.Sprint(t.First().Year), "0")}
		case ByNetwork:
			return orUnknown(t.Networks)
		case ByCountry:
			return orUnknown(t.Countries)
		case BySeries:
			if t.Kind == rolecall.Series {
				return []string{t.ID}
			}
			return []string{t.SeriesID}
		case ByKind:
			return []string{string(t.Kind)}
		}
		return []string{""}
	}
}

// What is tallied in SQL, from works or from credits, is what the rules in Go
// come to, for every kind and whatever it is divided by.
func TestTalliesOfPopulationsAgreeWithTheRules(t *testing.T) {
	t.Parallel()
	c := openStarter(t)
	rolls, populations := map[rolecall.Kind][]Roll{}, map[rolecall.Kind]population.Population{}
	for _, kind := range append(rolecall.Kinds(), "") {
		p := population.Population{Kind: kind, From: rolecall.Date{Year: 2018}}
		if kind == rolecall.Episode {
			p.From, p.Series = rolecall.Date{Year: 2014}, []string{"jessica-jones", "transparent"}
		}
		populations[kind] = p
		ids, err := chosenIDs(t.Context(), c, p)
		if err != nil {
			t.Fatal(err)
		}
		for _, id := range ids {
			title, _, err := c.Title(t.Context(), id)
			if err != nil {
				t.Fatal(err)
			}
			roll, err := c.Roll(t.Context(), title, false)
			if err != nil {
				t.Fatal(err)
			}
			rolls[kind] = append(rolls[kind], roll)
		}
	}
	women := []rolecall.Gender{rolecall.Woman}
	for kind, held := range rolls {
		for _, by := range []Breakdown{{}, Alone(ByYear), Alone(ByCountry), Alone(BySeries),
			{Side{By: ByNetwork}, Side{By: ByCountry}}, {Side{By: ByCountry}, Side{By: ByYear, Bounds: "2019,2021"}}, {Side{By: ByYear}, Side{By: BySeries}}} {
			for _, given := range []*Given{nil, {rolecall.Director, women}, {rolecall.Lead, []rolecall.Gender{rolecall.Man, rolecall.Nonbinary}}} {
				got, err := c.Tally(t.Context(), Tallying{Population: populations[kind], By: by, Given: given, People: true})
				if err != nil {
					t.Fatal(err)
				}
				if len(held) != got.Titles {
					t.Errorf("%s by %s: %d titles, want %d", kind, by, got.Titles, len(held))
				}
				agree(t, fmt.Sprintf("%s by %s given %v", cmp.Or(kind, "all"), by, given), got, expect(t, held, keysOf(by), given))
			}
		}
	}
}

func agree(t *testing.T, what string, got Tallies, want expectation) {
	t.Helper()
	titles, leaves, tallied, people := map[string]int{}, map[string]int{}, map[string]Tallied{}, map[string]rolecall.Tally{}
	for _, p := range got.Parts {
		at := fmt.Sprint(p.Key, "|", p.Given)
		titles[at], leaves[at] = p.Titles, p.Leaves
	}
	for _, s := range got.Tallied {
		tallied[fmt.Sprint(s.Key, "|", s.Given, "|", s.Role, "|", s.Genders)] = Tallied{Titles: s.Titles, Credits: s.Credits}
	}
	for _, p := range got.People {
		people[fmt.Sprint(p.Key, "|", p.Given, "|", p.Role)] = p.People
	}
	wantPeople := map[string]rolecall.Tally{}
	for key, held := range want.people {
		var sum rolecall.Tally
		for _, g := range held {
			sum.Add(g)
		}
		wantPeople[key] = sum
	}
	if !maps.Equal(titles, want.titles) || !maps.Equal(leaves, want.leaves) {
		t.Errorf("%s: parts %v %v, want %v %v", what, titles, leaves, want.titles, want.leaves)
	}
	if !maps.Equal(tallied, want.tallied) {
		t.Errorf("%s: tallied\n%v\nwant\n%v", what, tallied, want.tallied)
	}
	if !maps.Equal(people, wantPeople) {
		t.Errorf("%s: people\n%v\nwant\n%v", what, people, wantPeople)
	}
}
