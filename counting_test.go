package rolecall_test

import (
	"reflect"
	"slices"
	"testing"

	"pgregory.net/rapid"

	"rolecall"
)

// tallies, people and credits for the properties. Few people and titles, so that
// repetitions are common.
var (
	anyGender = rapid.SampledFrom(rolecall.Genders())
	anyTally  = rapid.Custom(func(t *rapid.T) rolecall.Tally {
		n := rapid.IntRange(0, 40)
		return rolecall.Tally{Women: n.Draw(t, "women"), Men: n.Draw(t, "men"),
			Nonbinary: n.Draw(t, "nonbinary"), Unknown: n.Draw(t, "unknown")}
	})
	somePeople = []string{"ana", "bo", "chi", "dee", "eve", "fay"}
	someTitles = []string{"e1", "e2", "e3", "e4"}
	anyCredit  = rapid.Custom(func(t *rapid.T) rolecall.Credit {
		return rolecall.Credit{
			TitleID:   rapid.SampledFrom(someTitles).Draw(t, "title"),
			PersonID:  rapid.SampledFrom(somePeople).Draw(t, "person"),
			Role:      rolecall.Director,
			Billing:   rapid.IntRange(0, 3).Draw(t, "billing"),
			Citations: rapid.SliceOfN(rapid.SampledFrom([]string{"p", "q"}), 1, 2).Draw(t, "citations"),
		}
	})
	anyCredits = rapid.SliceOfN(anyCredit, 0, 20)
	anyGenders = rapid.Custom(func(t *rapid.T) rolecall.GenderOf {
		return rolecall.GenderOf(rapid.MapOf(rapid.SampledFrom(somePeople), anyGender).Draw(t, "genders"))
	})
	anyGenderSet = rapid.SliceOfNDistinct(rapid.SampledFrom(rolecall.Genders()[:3]), 1, 3, rapid.ID[rolecall.Gender])
)

// requireBounds checks 0 ≤ lower ≤ known ≤ upper ≤ 1 and coverage within 0 to 1.
func requireBounds(t *rapid.T, c rolecall.Count) {
	t.Helper()
	if c.Certain < 0 || c.Certain > c.Possible || c.Possible > c.Of {
		t.Fatalf("count out of order: %+v", c)
	}
	s := c.Share()
	if c.Of == 0 {
		if s.Lower.Defined() || s.Upper.Defined() || s.Coverage.Defined() {
			t.Fatalf("a share of nobody has a value: %+v", s)
		}
		return
	}
	if s.Lower.Compare(s.Upper) > 0 || s.Coverage.Compare(rolecall.Fraction{Numerator: 1, Denominator: 1}) > 0 {
		t.Fatalf("bounds out of order: %+v", s)
	}
	if s.Known.Defined() && (s.Lower.Compare(s.Known) > 0 || s.Known.Compare(s.Upper) > 0) {
		t.Fatalf("known share outside its bounds: %+v", s)
	}
}

func TestEveryShareKeepsItsBounds(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		genders := anyGenderSet.Draw(t, "whose share")
		requireBounds(t, anyTally.Draw(t, "tally").Count(genders...))
		perTitle := rolecall.TallyTitles(someTitles, anyCredits.Draw(t, "credits"), anyGenders.Draw(t, "genders"))
		requireBounds(t, perTitle.Any(genders...))
		requireBounds(t, perTitle.All(genders...))
	})
}

func TestAddingAnUnknownNeverNarrowsTheBounds(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		tally, genders := anyTally.Draw(t, "tally"), anyGenderSet.Draw(t, "whose share")
		if tally.Total() == 0 {
			return
		}
		before := tally.Count(genders...).Share()
		tally.Add(rolecall.Unknown)
		after := tally.Count(genders...).Share()
		if after.Lower.Compare(before.Lower) > 0 || after.Upper.Compare(before.Upper) < 0 || after.Coverage.Compare(before.Coverage) > 0 {
			t.Fatalf("before %+v, after %+v", before, after)
		}
	})
}

func TestSplittingAndMergingTalliesCommutes(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		credits, genders := anyCredits.Draw(t, "credits"), anyGenders.Draw(t, "genders")
		whole := rolecall.TallyCredits(credits, genders)
		var merged rolecall.Tally
		for _, title := range someTitles {
			var part []rolecall.Credit
			for _, c := range credits {
				if c.TitleID == title {
					part = append(part, c)
				}
			}
			merged = merged.Plus(rolecall.TallyCredits(part, genders))
		}
		if merged != whole {
			t.Fatalf("by title %+v, together %+v", merged, whole)
		}
		a, b, c := anyTally.Draw(t, "a"), anyTally.Draw(t, "b"), anyTally.Draw(t, "c")
		if a.Plus(b) != b.Plus(a) || a.Plus(b).Plus(c) != a.Plus(b.Plus(c)) {
			t.Fatal("the sum depends on its order")
		}
	})
}

func TestARepeatedCreditChangesNothing(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		credits, genders := anyCredits.Draw(t, "credits"), anyGenders.Draw(t, "genders")
		repeated := slices.Clone(credits)
		if len(credits) > 0 {
			repeated = append(repeated, rapid.SampledFrom(credits).Draw(t, "repeated"))
		}
		if a, b := rolecall.TallyCredits(credits, genders), rolecall.TallyCredits(repeated, genders); a != b {
			t.Fatalf("credits: %+v, then %+v", a, b)
		}
		if a, b := rolecall.TallyPeople(credits, genders), rolecall.TallyPeople(repeated, genders); a != b {
			t.Fatalf("people: %+v, then %+v", a, b)
		}
		a, b := rolecall.TallyTitles(someTitles, credits, genders), rolecall.TallyTitles(someTitles, repeated, genders)
		if !slices.Equal(a, b) {
			t.Fatalf("titles: %+v, then %+v", a, b)
		}
		if a, b := rolecall.Once(credits), rolecall.Once(rolecall.Once(credits)); len(a) != len(b) {
			t.Fatal("Once is not done after once")
		}
	})
}

// The units agree with each other: people are never more than credits, and the
// titles where all are women are among those where any is.
func TestTheUnitsAgree(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		credits, genders := anyCredits.Draw(t, "credits"), anyGenders.Draw(t, "genders")
		people, all := rolecall.TallyPeople(credits, genders), rolecall.TallyCredits(credits, genders)
		perTitle := rolecall.TallyTitles(someTitles, credits, genders)
		for _, g := range rolecall.Genders() {
			if people.Of(g) > all.Of(g) {
				t.Fatalf("more %s people than credits", g)
			}
		}
		for _, g := range rolecall.Genders()[:3] {
			if a, b := perTitle.All(g), perTitle.Any(g); a.Certain > b.Certain || a.Possible > b.Possible {
				t.Fatalf("%s: all %+v, any %+v", g, a, b)
			}
			if perTitle.AllTally().Of(g) != perTitle.All(g).Certain || perTitle.AnyTally().Of(g) != perTitle.Any(g).Certain {
				t.Fatalf("the tally of titles disagrees with the count for %s", g)
			}
		}
		if n := perTitle.AllTally().Total(); n > len(someTitles) {
			t.Fatalf("all-tally counts %d of %d titles", n, len(someTitles))
		}
	})
}

func TestTallyTitles(t *testing.T) {
	genders := rolecall.GenderOf{"anna": rolecall.Woman, "minkie": rolecall.Woman, "john": rolecall.Man, "joey": rolecall.Nonbinary}
	credit := func(title string, people ...string) (credits []rolecall.Credit) {
		for _, p := range people {
			credits = append(credits, rolecall.Credit{TitleID: title, PersonID: p, Role: rolecall.Director})
		}
		return credits
	}
	leaves := []string{"1", "2", "3"}
	for name, test := range map[string]struct {
		credits            []rolecall.Credit
		anyWoman, allWomen string
		anyTally, allTally rolecall.Tally
	}{
		"all women": {
			slices.Concat(credit("1", "anna"), credit("2", "minkie"), credit("3", "anna", "minkie")),
			"3 of 3", "3 of 3", rolecall.Tally{Women: 3}, rolecall.Tally{Women: 3},
		},
		"mixed episode": {
			slices.Concat(credit("1", "anna", "john"), credit("2", "anna"), credit("3", "john")),
			"2 of 3", "1 of 3", rolecall.Tally{Women: 2, Men: 2}, rolecall.Tally{Women: 1, Men: 1},
		},
		"unknown beside a woman leaves all open, not any": {
			slices.Concat(credit("1", "anna", "who"), credit("2", "anna"), credit("3", "joey")),
			"2 of 3", "1–2 of 3", rolecall.Tally{Women: 2, Nonbinary: 1, Unknown: 1}, rolecall.Tally{Women: 1, Nonbinary: 1, Unknown: 1},
		},
		"unknown among a known mixture settles it": {
			slices.Concat(credit("1", "anna", "john", "who"), credit("2", "anna"), credit("3", "anna")),
			"3 of 3", "2 of 3", rolecall.Tally{Women: 3, Men: 1, Unknown: 1}, rolecall.Tally{Women: 2},
		},
		"an episode without a credit is unknown, not absent": {
			credit("1", "anna"),
			"1–3 of 3", "1–3 of 3", rolecall.Tally{Women: 1, Unknown: 2}, rolecall.Tally{Women: 1, Unknown: 2},
		},
		"credits elsewhere do not count": {
			credit("9", "anna"),
			"0–3 of 3", "0–3 of 3", rolecall.Tally{Unknown: 3}, rolecall.Tally{Unknown: 3},
		},
	} {
		t.Run(name, func(t *testing.T) {
			got := rolecall.TallyTitles(leaves, test.credits, genders)
			if s := got.Any(rolecall.Woman).String(); s != test.anyWoman {
				t.Errorf("at least one woman: %s, want %s", s, test.anyWoman)
			}
			if s := got.All(rolecall.Woman).String(); s != test.allWomen {
				t.Errorf("all women: %s, want %s", s, test.allWomen)
			}
			if got.AnyTally() != test.anyTally || got.AllTally() != test.allTally {
				t.Errorf("tallies %+v and %+v, want %+v and %+v", got.AnyTally(), got.AllTally(), test.anyTally, test.allTally)
			}
		})
	}
}

func TestOnceKeepsWhatRepetitionsAdd(t *testing.T) {
	once := rolecall.Once([]rolecall.Credit{
		{TitleID: "e1", PersonID: "ritter", Role: rolecall.Cast, Characters: []string{"Jessica Jones"}, Scope: rolecall.OfSeason, Citations: []string{"a"}},
		{TitleID: "e1", PersonID: "ritter", Role: rolecall.Director, Citations: []string{"b"}},
		{TitleID: "e1", PersonID: "ritter", Role: rolecall.Cast, Characters: []string{"Herself"}, Billing: 1, Scope: rolecall.OfTitle, Citations: []string{"a", "c"}},
	})
	if len(once) != 2 {
		t.Fatalf("%d credits, want the cast credit once and the director's", len(once))
	}
	c := once[0]
	if !slices.Equal(c.Characters, []string{"Jessica Jones", "Herself"}) || c.Billing != 1 ||
		c.Scope != rolecall.OfTitle || !slices.Equal(c.Citations, []string{"a", "c"}) {
		t.Errorf("merged to %+v", c)
	}
}

// Whatever a repetition lacks is taken from the other; of what both have, the best
// billing and the narrowest scope.
func TestOnceTakesTheBestOfBoth(t *testing.T) {
	for name, test := range map[string]struct{ one, other, want rolecall.Credit }{
		"a job that only the other has":     {rolecall.Credit{}, rolecall.Credit{Job: "story by"}, rolecall.Credit{Job: "story by"}},
		"the job that comes first":          {rolecall.Credit{Job: "teleplay"}, rolecall.Credit{Job: "story by"}, rolecall.Credit{Job: "teleplay"}},
		"no billing is the worst":           {rolecall.Credit{}, rolecall.Credit{Billing: 7}, rolecall.Credit{Billing: 7}},
		"the lesser billing":                {rolecall.Credit{Billing: 3}, rolecall.Credit{Billing: 2}, rolecall.Credit{Billing: 2}},
		"a greater billing adds nothing":    {rolecall.Credit{Billing: 2}, rolecall.Credit{Billing: 3}, rolecall.Credit{Billing: 2}},
		"no billing takes none away":        {rolecall.Credit{Billing: 2}, rolecall.Credit{}, rolecall.Credit{Billing: 2}},
		"an episode before its season":      {rolecall.Credit{Scope: rolecall.OfSeason}, rolecall.Credit{Scope: rolecall.OfTitle}, rolecall.Credit{Scope: rolecall.OfTitle}},
		"a season before its series":        {rolecall.Credit{Scope: rolecall.OfSeries}, rolecall.Credit{Scope: rolecall.OfSeason}, rolecall.Credit{Scope: rolecall.OfSeason}},
		"a series after its season":         {rolecall.Credit{Scope: rolecall.OfSeason}, rolecall.Credit{Scope: rolecall.OfSeries}, rolecall.Credit{Scope: rolecall.OfSeason}},
		"a season after one of its own":     {rolecall.Credit{Scope: rolecall.OfTitle}, rolecall.Credit{Scope: rolecall.OfSeason}, rolecall.Credit{Scope: rolecall.OfTitle}},
		"characters and pages of both once": {rolecall.Credit{Characters: []string{"Zoë"}, Citations: []string{"a"}}, rolecall.Credit{Characters: []string{"Zoë", "Z"}, Citations: []string{"b", "a"}}, rolecall.Credit{Characters: []string{"Zoë", "Z"}, Citations: []string{"a", "b"}}},
	} {
		if got := rolecall.Once([]rolecall.Credit{test.one, test.other}); len(got) != 1 || !reflect.DeepEqual(got[0], test.want) {
			t.Errorf("%s: %+v, want %+v", name, got, test.want)
		}
	}
}

// A credit on a whole season says of a role that changes hands by episode that
// somebody held it, and not on which.
func TestACreditOnAWholeSeasonIsNoneOfAnEpisodeInRolesByEpisode(t *testing.T) {
	genders := rolecall.GenderOf{"ana": rolecall.Woman}
	for _, role := range rolecall.Roles() {
		onWhole := 1
		if role.ByEpisode() {
			onWhole = 0
		}
		for scope, want := range map[rolecall.Scope]int{rolecall.OfTitle: 1, "": 1, rolecall.OfSeason: onWhole, rolecall.OfSeries: onWhole} {
			credits := []rolecall.Credit{{TitleID: "season", PersonID: "ana", Role: role, Scope: scope}}
			if got := rolecall.TallyCredits(credits, genders); got.Women != want || got.Total() != want {
				t.Errorf("%s, scope %q: %+v, want %d", role, scope, got, want)
			}
		}
	}
}

func TestHeldCountsTheTitlesOnWhichAnybodyIsCredited(t *testing.T) {
	credits := []rolecall.Credit{{TitleID: "e1", PersonID: "ana"}, {TitleID: "e1", PersonID: "bo"}, {TitleID: "e3", PersonID: "bo"}, {TitleID: "elsewhere", PersonID: "bo"}}
	if held := rolecall.TallyTitles([]string{"e1", "e2", "e3"}, credits, nil).Held(); held != 2 {
		t.Errorf("held on %d of 3, want 2", held)
	}
}
