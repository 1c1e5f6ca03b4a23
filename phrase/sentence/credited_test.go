package sentence_test

import (
	"fmt"
	"testing"

	"rolecall"
	"rolecall/measure"
	"rolecall/phrase/sentence"
)

func filmWork(role rolecall.Role, name string, year int) measure.Work {
	t := rolecall.Title{ID: name, Kind: rolecall.Film, Name: name, Year: year}
	return measure.Work{Title: t, Leaves: []rolecall.Title{t}, Credit: rolecall.Credit{Role: role, Scope: rolecall.OfTitle}}
}

func seasonWork(role rolecall.Role, series string, season, year int, episodes ...int) measure.Work {
	id := fmt.Sprintf("%s/%d", series, season)
	w := measure.Work{Title: rolecall.Title{ID: id, Kind: rolecall.Season, SeriesID: series, SeriesName: series, Season: season, Year: year}, Credit: rolecall.Credit{Role: role, Scope: rolecall.OfTitle}}
	for _, n := range episodes {
		w.Leaves = append(w.Leaves, rolecall.Title{ID: fmt.Sprintf("%s/%d", id, n), Kind: rolecall.Episode, SeriesID: series, SeasonID: id, Season: season, Episode: n, Year: year})
	}
	return w
}

// A career is told by what is on record, the role with the most credits first; what is not said
// of it stays unsaid.
func TestCareer(t *testing.T) {
	for _, c := range []struct {
		works []measure.Work
		known string
		want  string
	}{
		{nil, "", "No credit is on record."},
		{[]measure.Work{filmWork(rolecall.Director, "Fire", 2017)}, "director of Fire (2017)", "Directed the film Fire in 2017."},
		{[]measure.Work{filmWork(rolecall.Director, "Fire", 0)}, "", "Directed the film Fire."},
		{[]measure.Work{filmWork(rolecall.Director, "Fire", 2017), filmWork(rolecall.Director, "Rain", 2019), filmWork(rolecall.Writer, "Fire", 2017)}, "director of Fire (2017)",
			"Most widely known, by votes, as director of Fire (2017); directed 2 films between 2017 and 2019 and wrote the film Fire in 2017."},
		{[]measure.Work{seasonWork(rolecall.Director, "A", 1, 2014, 1, 2), seasonWork(rolecall.Director, "A", 2, 2015, 1), seasonWork(rolecall.Director, "B", 1, 2019, 4)}, "",
			"Directed 4 episodes of 2 series between 2014 and 2019."},
		{[]measure.Work{seasonWork(rolecall.Cast, "A", 1, 2014, 1), filmWork(rolecall.Cast, "Fire", 2017)}, "in Fire (2017)",
			"Most widely known, by votes, in Fire (2017); appeared in 1 episode of A and the film Fire between 2014 and 2017."},
		{[]measure.Work{seasonWork(rolecall.Creator, "A", 1, 2014, 1, 2, 3)}, "", "Created A in 2014."},
		{[]measure.Work{seasonWork(rolecall.Showrunner, "A", 1, 2014, 1, 2, 3)}, "", "Is credited as showrunner on 3 episodes of A in 2014."},
		{[]measure.Work{seasonWork(rolecall.Showrunner, "A", 1, 2014, 1, 2), seasonWork(rolecall.ExecutiveProducer, "A", 1, 2014, 1, 2), seasonWork(rolecall.Creator, "A", 1, 2014, 1, 2)}, "",
			"Created A and is credited as showrunner and executive producer on 2 episodes of A, all in 2014."},
		{[]measure.Work{seasonWork(rolecall.Director, "A", 1, 0)}, "", "Directed episodes of A."},
		{[]measure.Work{seasonWork(rolecall.Director, "A", 1, 2014, 3), seasonWork(rolecall.Director, "B", 1, 2015)}, "", "Directed at least 1 episode of 2 series between 2014 and 2015."},
		{[]measure.Work{seasonWork(rolecall.Director, "A", 1, 2014, 1), filmWork(rolecall.Writer, "F", 2014), filmWork(rolecall.Editor, "F", 2014), filmWork(rolecall.Producer, "F", 2014), filmWork(rolecall.Cast, "F", 2014)}, "",
			"Directed 1 episode of A, wrote, produced and edited the film F and appeared in the film F, all in 2014."},
	} {
		if got := sentence.Career(measure.Career{Works: c.works, KnownFor: c.known}); got != c.want {
			t.Errorf("said %q, want %q", got, c.want)
		}
	}
	rests := measure.Career{Works: []measure.Work{seasonWork(rolecall.Director, "A", 1, 2014, 1), seasonWork(rolecall.Director, "B", 1, 2014)}}
	if got, want := sentence.CareerRests(rests), "1 credit on films and episodes is on record in this catalog, and 1 season or series of which it is not said which episodes; there may be others."; got != want {
		t.Errorf("said %q, want %q", got, want)
	}
}
