package web

import (
	"context"
	"errors"
	"fmt"
	"net/http"
	"regexp"
	"strings"
	"testing"

	"rolecall"
	"rolecall/source"
)

// longCareer is that of Zoë: 230 films, three seasons of a series in two roles, and four
// episodes of a serial of which no season is known.
func longCareer(_ context.Context, to source.Sink) error {
	var faults []error
	add := func(t rolecall.Title, roles ...rolecall.Role) {
		faults = append(faults, to.AddTitle(t))
		for _, role := range roles {
			faults = append(faults, to.AddCredit(rolecall.Credit{TitleID: t.ID, PersonID: "zoe", Role: role, Scope: rolecall.OfTitle}))
		}
	}
	faults = append(faults, to.AddSource(rolecall.Source{ID: "s", Name: "A source"}), to.AddPerson(rolecall.Person{ID: "zoe", Name: "Zoë"}))
	for i := range 230 {
		add(rolecall.Title{ID: fmt.Sprintf("film-%03d", i), Kind: rolecall.Film, Name: fmt.Sprintf("Film %03d", i), Year: 1990 + i/10}, rolecall.Director)
	}
	add(rolecall.Title{ID: "series", Kind: rolecall.Series, Name: "The House 是", Year: 2015})
	for season := 1; season <= 3; season++ {
		of := fmt.Sprintf("series/%d", season)
		add(rolecall.Title{ID: of, Kind: rolecall.Season, Name: "The House 是", SeriesID: "series", Season: season, Year: 2014 + season})
		for episode := 1; episode <= 2; episode++ {
			add(rolecall.Title{ID: fmt.Sprintf("%s/%d", of, episode), Kind: rolecall.Episode, Name: "One", SeriesID: "series", SeasonID: of,
				Season: season, Episode: episode, Year: 2014 + season}, rolecall.Director, rolecall.Writer)
		}
	}
	add(rolecall.Title{ID: "serial", Kind: rolecall.Series, Name: "The Serial", Year: 1999})
	for i := range 4 {
		add(rolecall.Title{ID: fmt.Sprint("serial-", i), Kind: rolecall.Episode, Name: fmt.Sprint("Part ", i), SeriesID: "serial", Season: rolecall.NoSeason, Year: 1999}, rolecall.Cast)
	}
	return errors.Join(faults...)
}

// A person's page lists works by series, a hundred at a time, and each once; what the
// source does not say of an episode is said in words.
func TestALongCareerIsPaged(t *testing.T) {
	h := heldSite(t, "a long career", longCareer)
	var whole strings.Builder
	works := 0
	for page := 1; page <= 3; page++ {
		address := fmt.Sprintf("/person/zoe?page=%d", page)
		answer := h.ask(t, http.MethodGet, address, "", "")
		body := answer.Body.String()
		lines := strings.Count(body, `<span class="role">`)
		if answer.Code != http.StatusOK || lines > worksPerPage {
			t.Errorf("%s: %d, with %d works", address, answer.Code, lines)
		}
		works += lines
		if first := page == 1; first == strings.Contains(body, fmt.Sprintf(`href="/person/zoe?page=%d#credits" rel="prev"`, page-1)) {
			t.Errorf("%s leads to no page before it, or to one that is not", address)
		}
		if last := page == 3; last == strings.Contains(body, fmt.Sprintf(`href="/person/zoe?page=%d#credits" rel="next"`, page+1)) {
			t.Errorf("%s leads to no page after it, or to one that is not", address)
		}
		whole.WriteString(body)
	}
	if works != 230+3*2+1 {
		t.Errorf("%d works on all pages", works)
	}
	for text, times := range map[string]int{
		`>Film 000<`: 1, `>Film 229<`: 1, `<a href="/title/series">The House 是</a>`: 1, `2015–2017 · 6 episodes`: 1, `>Season 2<`: 2,
		`<a href="/title/serial">The Serial</a>`: 1, `4 episodes, season not known`: 1, `101–200 of 237`: 1, `href="/title/"`: 0,
	} {
		if got := strings.Count(visible(whole.String()), text); got != times {
			t.Errorf("%q stands there %d times, not %d", text, got, times)
		}
	}
	for _, address := range []string{"/title/serial", "/title/serial-0", "/person/zoe.csv", "/person/zoe.md"} {
		answer := h.ask(t, http.MethodGet, address, "", "")
		if answer.Code != http.StatusOK {
			t.Errorf("%s: %d", address, answer.Code)
		}
		whole.WriteString(answer.Body.String())
	}
	for _, nonsense := range []string{"season -1", "Season -1", "s-1", ",-1,"} {
		if strings.Contains(whole.String(), nonsense) {
			t.Errorf("%q stands there", nonsense)
		}
	}
	for _, wrong := range []string{"0", "4", "-1", "x", "99999999999999999999"} {
		if answer := h.ask(t, http.MethodGet, "/person/zoe?page="+wrong, "", ""); answer.Code != http.StatusNotFound {
			t.Errorf("page %s: %d", wrong, answer.Code)
		}
	}
}

var unread = regexp.MustCompile(`(?s)<head>.*?</head>|<svg.*?</svg>|<script.*?</script>`)

// visible is a page without its head, scripts and drawings.
func visible(page string) string { return unread.ReplaceAllString(page, "") }
