package press_test

import (
	"context"
	"errors"
	"fmt"
	"slices"
	"strings"
	"testing"

	"rolecall"
	"rolecall/catalog/catalogtest"
	"rolecall/press"
	"rolecall/press/article"
	"rolecall/press/claims"
	"rolecall/press/verdict"
	"rolecall/source"
	"rolecall/source/starter"
)

// unpicked hands facts on as those of a source that left nothing out.
type unpicked struct{ source.Sink }

func (u unpicked) AddSource(s rolecall.Source) error {
	s.HandPicked = false
	return u.Sink.AddSource(s)
}

// seasons are how many series with one season of six episodes each a catalog has
// beside the starter's, first shown in 2018, by who directs them all; each has a man in the lead, and each director a film of 1951.
type seasons struct{ women, men, unknown int }

// fill makes the seasons beside the facts of the starter.
func (n seasons) fill(ctx context.Context, sink source.Sink) error {
	faults := []error{starter.Fill(ctx, unpicked{sink}), sink.AddSource(rolecall.Source{ID: "made", Name: "made", Licence: "none"})}
	at := 0
	for _, slate := range []struct {
		gender rolecall.Gender
		number int
	}{{rolecall.Woman, n.women}, {rolecall.Man, n.men}, {rolecall.Unknown, n.unknown}} {
		for range slate.number {
			at++
			faults = append(faults, addSeason(sink, at, slate.gender))
		}
	}
	return errors.Join(faults...)
}

func addSeason(sink source.Sink, at int, g rolecall.Gender) error {
	id := fmt.Sprintf("made-%d", at)
	name, season, director, lead := "Series Number "+fmt.Sprint(at), id+"/1", id+"-director", id+"-lead"
	faults := []error{
		sink.AddTitle(rolecall.Title{ID: id, Kind: rolecall.Series, Name: name, Year: 2018}),
		sink.AddTitle(rolecall.Title{ID: season, Kind: rolecall.Season, Name: name, SeriesID: id, Season: 1, Year: 2018, Whole: true}),
		sink.AddTitle(rolecall.Title{ID: id + "-film", Kind: rolecall.Film, Name: "Film Number " + fmt.Sprint(at), Year: 1951}),
		sink.AddCredit(rolecall.Credit{TitleID: id + "-film", PersonID: director, Role: rolecall.Director}),
		sink.AddPerson(rolecall.Person{ID: director, Name: "Director Number " + fmt.Sprint(at)}),
		sink.AddPerson(rolecall.Person{ID: lead, Name: "Lead Number " + fmt.Sprint(at)}),
		sink.AddStatement(rolecall.Statement{PersonID: lead, Gender: rolecall.Man, Wording: "he", Precedence: rolecall.Declaration, Source: "made"}),
	}
	if g != rolecall.Unknown {
		faults = append(faults, sink.AddStatement(rolecall.Statement{PersonID: director, Gender: g, Wording: g.Words(), Precedence: rolecall.Declaration, Source: "made"}))
	}
	for n := 1; n <= 6; n++ {
		episode := fmt.Sprintf("%s/%d", season, n)
		faults = append(faults,
			sink.AddTitle(rolecall.Title{ID: episode, Kind: rolecall.Episode, Name: "Part", SeriesID: id, SeasonID: season, Season: 1, Episode: n, Year: 2018}),
			sink.AddCredit(rolecall.Credit{TitleID: episode, PersonID: director, Role: rolecall.Director}),
			sink.AddCredit(rolecall.Credit{TitleID: episode, PersonID: lead, Role: rolecall.Cast, Billing: 1}))
	}
	return errors.Join(faults...)
}

// A catalog that is not hand-picked says how rare a thing is, and how large a part.
func TestPopulations(t *testing.T) {
	type expected struct {
		verdict verdict.Verdict
		reason  string
	}
	const few = "One of the few series to have an all-female list of directors, season 2 of Jessica Jones is back."
	for name, test := range map[string]struct {
		held seasons
		says map[string]expected
	}{
		"women direct few": {seasons{women: 1, men: 119}, map[string]expected{
			few: {verdict.Supported, "13 of 13 directors of Jessica Jones, season 2 are women; of the seasons of 6 or more episodes first shown in 2018, 2 of 130 (1.5 %)"},
			"One of the few series to have an all-female list of directors, season 2 of Luke Cage is back.": {verdict.Contradicted, "6 of 13 directors"},
			"Jessica Jones is one of the few series to have an all-female list of directors.":               {verdict.Unverifiable, "which season"},
			"Jessica Jones season 2 is one of the few series with a female director.":                       {verdict.Unverifiable, "how many have any is not counted"},
			"All-female directing teams remain rare in television.":                                         {verdict.Contradicted, "all directors are women: "},
			"All-female directing teams were rare in 2018.":                                                 {verdict.Supported, "all directors are women: "},
			"The majority of the heroes we see on screen tend to be men.":                                   {verdict.Supported, "men among the leads of each film and episode: "},
			"The majority of the heroes we see on screen tend to be women.":                                 {verdict.Contradicted, "women among the leads"},
			"Women directed 1 percent of films in 1951.":                                                    {verdict.Supported, "1 of 120"},
			"Women directed 9 percent of films in 1951.":                                                    {verdict.Contradicted, "1 of 120"},
			"Women directed 60 percent of episodes in 2017-18.":                                             {verdict.Contradicted, "first shown 2017–2018"},
			"Women directed 9 percent of films on Netflix in 1951.":                                         {verdict.Unverifiable, "of which titles"},
			"Women directed 9 percent of dramas on cable in 1951.":                                          {verdict.Unverifiable, ""},
			"Women directed 9 percent of films in 1951, the guild said.":                                    {verdict.Unverifiable, "study"},
			"Women directed 9 percent of films in 1950.":                                                    {verdict.Unverifiable, "holds no films first shown in 1950"},
			"Few films were directed by women in 1951.":                                                     {verdict.Supported, "films directed by at least one woman: 1 of 120"},
		}},
		"women direct many":          {seasons{women: 12, men: 100}, map[string]expected{few: {verdict.Contradicted, "13 of 122"}}},
		"some genders are not known": {seasons{women: 2, men: 100, unknown: 10}, map[string]expected{few: {verdict.Unverifiable, "3–13 of 122"}}},
	} {
		t.Run(name, func(t *testing.T) {
			library := press.InCatalog(catalogtest.Open(t, "made", test.held.fill))
			for text, want := range test.says {
				claim := figureOf(t, library, text)
				if claim.Verdict != want.verdict || !strings.Contains(claim.Reason, want.reason) {
					t.Errorf("%s\n%s: %s\nwant %s: %s", text, claim.Verdict, claim.Reason, want.verdict, want.reason)
				}
				if claim.Verdict != verdict.Unverifiable && !slices.ContainsFunc(claim.Evidence, isCounted) {
					t.Errorf("%s: no row counts the population", text)
				}
			}
		})
	}
}

func isCounted(r verdict.Row) bool { return r.Counted != nil && r.TitleID == "" && r.Counted.Of > 0 }

// figureOf is the claim of a text about a share or a rank.
func figureOf(t *testing.T, library press.Library, text string) press.Claim {
	t.Helper()
	report, err := press.Check(t.Context(), library, article.Plain(text))
	if err != nil {
		t.Fatal(err)
	}
	for _, c := range report.Claims {
		if c.Kind == claims.Share || c.Kind == claims.Rank {
			return c
		}
	}
	t.Fatalf("%s: no share and no rank is found", text)
	return press.Claim{}
}
