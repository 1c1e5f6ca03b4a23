package rolecall_test

import (
	"testing"

	"pgregory.net/rapid"

	"rolecall"
)

func stated(g rolecall.Gender, p rolecall.Precedence) rolecall.Statement {
	return rolecall.Statement{PersonID: "p", Gender: g, Precedence: p}
}

func TestResolve(t *testing.T) {
	for name, test := range map[string]struct {
		statements []rolecall.Statement
		gender     rolecall.Gender
		conflict   bool
		deciding   int
	}{
		"nothing stated":       {nil, rolecall.Unknown, false, 0},
		"one statement":        {[]rolecall.Statement{stated(rolecall.Woman, rolecall.Citation)}, rolecall.Woman, false, 1},
		"agreement":            {[]rolecall.Statement{stated(rolecall.Man, rolecall.TMDB), stated(rolecall.Man, rolecall.TMDB)}, rolecall.Man, false, 2},
		"conflict":             {[]rolecall.Statement{stated(rolecall.Man, rolecall.TMDB), stated(rolecall.Woman, rolecall.TMDB)}, rolecall.Unknown, true, 2},
		"a third does not win": {[]rolecall.Statement{stated(rolecall.Woman, rolecall.TMDB), stated(rolecall.Man, rolecall.TMDB), stated(rolecall.Woman, rolecall.TMDB)}, rolecall.Unknown, true, 3},
		"the person's own declaration stands above all": {
			[]rolecall.Statement{stated(rolecall.Woman, rolecall.WikidataPreferred), stated(rolecall.Nonbinary, rolecall.Declaration)},
			rolecall.Nonbinary, false, 1},
		"a conflict is not settled from below": {
			[]rolecall.Statement{stated(rolecall.Woman, rolecall.WikidataNormal), stated(rolecall.Man, rolecall.WikidataNormal), stated(rolecall.Woman, rolecall.CreditForm)},
			rolecall.Unknown, true, 2},
		"a person may decline to say": {
			[]rolecall.Statement{stated(rolecall.Unknown, rolecall.Declaration), stated(rolecall.Woman, rolecall.TMDB)},
			rolecall.Unknown, false, 1},
		"not knowing is no disagreement": {
			[]rolecall.Statement{stated(rolecall.Unknown, rolecall.WikidataNormal), stated(rolecall.Woman, rolecall.WikidataNormal)},
			rolecall.Woman, false, 2},
	} {
		t.Run(name, func(t *testing.T) {
			r := rolecall.Resolve(test.statements)
			if r.Gender != test.gender || r.Conflict != test.conflict || len(r.Deciding) != test.deciding {
				t.Errorf("%s, conflict %v, %d deciding; want %s, %v, %d",
					r.Gender, r.Conflict, len(r.Deciding), test.gender, test.conflict, test.deciding)
			}
		})
	}
}

func TestAConflictAtEqualPrecedenceIsUnknownInAnyOrder(t *testing.T) {
	anyStatement := rapid.Custom(func(t *rapid.T) rolecall.Statement {
		return stated(anyGender.Draw(t, "gender"), rapid.SampledFrom(rolecall.Precedences()).Draw(t, "precedence"))
	})
	rapid.Check(t, func(t *rapid.T) {
		statements := rapid.SliceOfN(anyStatement, 1, 6).Draw(t, "statements")
		r := rolecall.Resolve(statements)
		if r.Conflict && r.Gender != rolecall.Unknown {
			t.Fatalf("a conflict came to %s", r.Gender)
		}
		if shuffled := rolecall.Resolve(rapid.Permutation(statements).Draw(t, "shuffled")); shuffled.Gender != r.Gender || shuffled.Conflict != r.Conflict {
			t.Fatalf("the order of statements changed %+v to %+v", r, shuffled)
		}
		highest := r.Deciding[0].Precedence
		opposed := append(statements, stated(rolecall.Woman, highest), stated(rolecall.Man, highest))
		if r := rolecall.Resolve(opposed); r.Gender != rolecall.Unknown || !r.Conflict {
			t.Fatalf("woman and man at %s came to %s", highest, r.Gender)
		}
	})
}

func TestPrecedenceIsThatOfTheMethod(t *testing.T) {
	for i := 1; i < len(rolecall.Precedences()); i++ {
		lower, higher := rolecall.Precedences()[i-1], rolecall.Precedences()[i]
		r := rolecall.Resolve([]rolecall.Statement{stated(rolecall.Man, lower), stated(rolecall.Woman, higher)})
		if r.Gender != rolecall.Woman {
			t.Errorf("%s did not stand above %s", higher, lower)
		}
		if back, err := rolecall.ParsePrecedence(higher.String()); err != nil || back != higher {
			t.Errorf("%s read back as %s, %v", higher, back, err)
		}
	}
	if _, err := rolecall.ParsePrecedence("hearsay"); err == nil {
		t.Error("hearsay has a precedence")
	}
}

func TestPrecedencesAreReadBack(t *testing.T) {
	for _, p := range rolecall.Precedences() {
		if got, err := rolecall.ParsePrecedence(p.String()); err != nil || got != p {
			t.Errorf("%s is read as %v, %v", p, got, err)
		}
	}
	for p, want := range map[rolecall.Precedence]string{rolecall.CreditForm: "credit_form", rolecall.Declaration: "declaration", -1: "Precedence(-1)", 7: "Precedence(7)"} {
		if p.String() != want {
			t.Errorf("%d is %s, want %s", int(p), p, want)
		}
	}
	if _, err := rolecall.ParsePrecedence("rumour"); err == nil {
		t.Error("a rumour has a precedence")
	}
}
