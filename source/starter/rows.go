package starter

import (
	"fmt"
	"regexp"
	"slices"
	"strings"

	"rolecall"
)

func (r *reader) readSources() error {
	type row struct {
		Source     string `csv:"source"`
		Name       string `csv:"name"`
		Licence    string `csv:"licence"`
		Address    string `csv:"address"`
		Retrieved  string `csv:"retrieved"`
		Checksum   string `csv:"checksum"`
		HandPicked string `csv:"hand_picked"`
		Genders    string `csv:"genders"`
	}
	return rows(r, sourcesFile, func(p place, row row) {
		p.fresh(r.sources, "source", row.Source)
		p.day("retrieved", row.Retrieved)
		if row.Name == "" || row.Licence == "" || row.Address == "" {
			p.fault("a source needs a name, a licence and an address")
		}
		r.genderless[row.Source] = row.Genders != "yes"
		r.facts.Sources = append(r.facts.Sources, rolecall.Source{
			ID: row.Source, Name: row.Name, Licence: row.Licence, Address: row.Address,
			Retrieved: row.Retrieved, Checksum: row.Checksum, HandPicked: row.HandPicked == "yes",
		})
	})
}

func (r *reader) readCitations() error {
	type row struct {
		Key       string `csv:"key"`
		Source    string `csv:"source"`
		Address   string `csv:"address"`
		Publisher string `csv:"publisher"`
		Title     string `csv:"title"`
		Retrieved string `csv:"retrieved"`
		Copy      string `csv:"copy"`
	}
	return rows(r, citationsFile, func(p place, row row) {
		p.fresh(r.citations, "citation", row.Key)
		p.known(r.sources, sourcesFile, row.Source)
		r.sourceOf[row.Key] = row.Source
		p.day("retrieved", row.Retrieved)
		if !strings.HasPrefix(row.Address, "https://") && !strings.HasPrefix(row.Address, "http://") {
			p.fault("the address %q cannot be opened: write one that starts with https://", row.Address)
		}
		if row.Publisher == "" || row.Title == "" {
			p.fault("a citation needs a publisher and a title")
		}
		r.facts.Pages = append(r.facts.Pages, rolecall.Page{
			Key: row.Key, Source: row.Source, Address: row.Address, Publisher: row.Publisher,
			Title: row.Title, Retrieved: row.Retrieved, Copy: row.Copy,
		})
	})
}

// A title's key is series/season/episode, as far as it goes; a film's ends in
// its year.
var keyForms = map[rolecall.Kind]*regexp.Regexp{
	rolecall.Series:  regexp.MustCompile(`^([a-z0-9-]+)$`),
	rolecall.Season:  regexp.MustCompile(`^([a-z0-9-]+)/(\d{1,3})$`),
	rolecall.Episode: regexp.MustCompile(`^([a-z0-9-]+)/(\d{1,3})/(\d{1,4})$`),
	rolecall.Film:    regexp.MustCompile(`^([a-z0-9-]+-\d{4})$`),
}

func (r *reader) readTitles() error {
	type row struct {
		Title        string `csv:"title"`
		Kind         string `csv:"kind"`
		Name         string `csv:"name"`
		OriginalName string `csv:"original_name"`
		Premiere     string `csv:"premiere"`
		Released     string `csv:"released"`
		Year         string `csv:"year"`
		Networks     string `csv:"networks"`
		Countries    string `csv:"countries"`
		Genres       string `csv:"genres"`
		Episodes     string `csv:"episodes"`
		Whole        string `csv:"whole"`
		Partly       string `csv:"partly"`
		Citations    string `csv:"citations"`
	}
	names := make(map[string]string)
	return rows(r, titlesFile, func(p place, row row) {
		p.fresh(r.titles, "title", row.Title)
		kind, err := rolecall.ParseKind(row.Kind)
		if err != nil {
			p.fault("%v", err)
			return
		}
		t := rolecall.Title{
			ID: row.Title, Kind: kind, Name: row.Name, OriginalName: row.OriginalName,
			Released: p.date("released", row.Released), Year: p.number("year", row.Year),
			Networks: split(row.Networks), Countries: split(row.Countries), Genres: split(row.Genres),
			Whole: row.Whole == "yes", Citations: p.cited(row.Citations),
		}
		if t.Year == 0 {
			t.Year = t.Released.Year
		}
		r.place(p, &t, names)
		if kind == rolecall.Season {
			r.stated[t.ID] = p.number("episodes", row.Episodes)
			if t.Whole && r.stated[t.ID] == 0 {
				p.fault("the season is said to be whole: say how many episodes the cited page gives it")
			}
		}
		if t.Name == "" {
			p.fault("the title has no name")
		}
		names[t.ID] = t.Name
		if premiere := p.date("premiere", row.Premiere); !t.Released.IsZero() && t.Released.String() < premiere.String() {
			p.fault("%s was released on %s, before its premiere on %s: one of the two is wrong", t.Name, t.Released, premiere)
		}
		for _, word := range split(row.Partly) {
			role, err := rolecall.ParseRole(word)
			if err != nil {
				p.fault("partly: %v", err)
			}
			r.partly[credited{t.ID, role}] = true
		}
		r.facts.Titles = append(r.facts.Titles, t)
	})
}

// credited is a role on a title.
type credited struct {
	title string
	role  rolecall.Role
}

// isPartly reports whether a role is held in part on a title, or on the season that it is
// an episode of. Such credits stay in the file for whoever completes them and are handed to
// no catalog: a share of some of the people would pass for one of all.
func (r *reader) isPartly(title string, role rolecall.Role) bool {
	season := keyForms[rolecall.Episode].FindStringSubmatch(title)
	return r.partly[credited{title, role}] || season != nil && r.partly[credited{season[1] + "/" + season[2], role}]
}

// place reads from a title's key what it is of.
func (r *reader) place(p place, t *rolecall.Title, names map[string]string) {
	parts := keyForms[t.Kind].FindStringSubmatch(t.ID)
	if parts == nil {
		p.fault("%q is not the key of a %s: write series, series/season, series/season/episode or film-year", t.ID, t.Kind)
		return
	}
	if len(parts) < 3 {
		return
	}
	t.SeriesID = parts[1]
	t.Season = p.number("season", parts[2])
	p.known(r.titles, titlesFile, t.SeriesID)
	if t.Kind == rolecall.Season {
		t.Name = names[t.SeriesID]
		return
	}
	t.SeasonID = fmt.Sprintf("%s/%d", t.SeriesID, t.Season)
	t.Episode = p.number("episode", parts[3])
	p.known(r.titles, titlesFile, t.SeasonID)
}

func (r *reader) readPeople() error {
	type row struct {
		Person     string `csv:"person"`
		Name       string `csv:"name"`
		NativeName string `csv:"native_name"`
	}
	return rows(r, peopleFile, func(p place, row row) {
		p.fresh(r.people, "person", row.Person)
		if row.Name == "" {
			p.fault("the person has no name")
		}
		r.facts.People = append(r.facts.People, rolecall.Person{ID: row.Person, Name: row.Name, NativeName: row.NativeName})
	})
}

func (r *reader) readCredits() error {
	type row struct {
		Title     string `csv:"title"`
		Role      string `csv:"role"`
		Person    string `csv:"person"`
		Job       string `csv:"job"`
		Character string `csv:"character"`
		Billing   string `csv:"billing"`
		Citations string `csv:"citations"`
	}
	seen := make(map[string]int)
	return rows(r, creditsFile, func(p place, row row) {
		p.fresh(seen, "credit", strings.Join([]string{row.Title, row.Role, row.Person}, " "))
		p.known(r.titles, titlesFile, row.Title)
		p.known(r.people, peopleFile, row.Person)
		role, err := rolecall.ParseRole(row.Role)
		if err != nil {
			p.fault("%v", err)
		}
		credit := rolecall.Credit{
			TitleID: row.Title, PersonID: row.Person, Role: role, Job: row.Job, Characters: split(row.Character),
			Billing: p.number("billing", row.Billing), Citations: p.cited(row.Citations),
		}
		if !r.isPartly(row.Title, role) {
			r.facts.Credits = append(r.facts.Credits, credit)
		}
	})
}

func (r *reader) readStatements() error {
	type row struct {
		Person    string `csv:"person"`
		Gender    string `csv:"gender"`
		Form      string `csv:"form"`
		Wording   string `csv:"wording"`
		Citations string `csv:"citations"`
	}
	seen := make(map[string]int)
	return rows(r, statementsFile, func(p place, row row) {
		p.known(r.people, peopleFile, row.Person)
		gender, err := rolecall.ParseGender(row.Gender)
		if err != nil || gender == rolecall.Unknown {
			p.fault("a statement says woman, man or nonbinary; where no page says it, leave the row out")
		}
		form, err := rolecall.ParseForm(row.Form)
		if err != nil {
			p.fault("%v", err)
		}
		switch {
		case row.Wording == "":
			p.fault("the statement has no wording: quote the words of the page that say it")
		case gender != "" && form != "" && !says(row.Wording, gender, form):
			p.fault("%q has no %s that says %s: quote the words of the page that do, or give the form they have", row.Wording, form, gender.Words())
		}
		for _, key := range p.cited(row.Citations) {
			p.fresh(seen, "statement", row.Person+" "+key)
			if r.genderless[r.sourceOf[key]] {
				p.fault("%s says nothing of gender that could be cited: cite a page that says it in words", key)
			}
			r.facts.Statements = append(r.facts.Statements, rolecall.Statement{
				PersonID: row.Person, Gender: gender, Wording: row.Wording, Form: form,
				Precedence: rolecall.Citation, Source: SourceID, Citation: key,
			})
		}
	})
}

// checkSeasons holds seasons that are said to be whole to it: the episodes that
// the cited page counts are all there, numbered from 1.
// A series is whole if it has ended, and all its seasons are here and whole.
func (r *reader) checkSeasons() {
	numbers := make(map[string][]int)
	seasons, whole := make(map[string]int), make(map[string]int)
	for _, t := range r.facts.Titles {
		if t.Kind == rolecall.Episode {
			numbers[t.SeasonID] = append(numbers[t.SeasonID], t.Episode)
		}
		if t.Kind == rolecall.Season {
			seasons[t.SeriesID]++
			if t.Whole {
				whole[t.SeriesID]++
			}
		}
	}
	for _, t := range r.facts.Titles {
		if t.Kind == rolecall.Episode || !t.Whole {
			continue
		}
		p := place{r, titlesFile, r.titles[t.ID]}
		if t.Kind == rolecall.Series && (seasons[t.ID] == 0 || whole[t.ID] < seasons[t.ID]) {
			p.fault("%s is said to be whole, but not each of its seasons is", t.Label())
		}
		for n := 1; n <= r.stated[t.ID]; n++ {
			if !slices.Contains(numbers[t.ID], n) {
				p.fault("%s is said to be whole, but episode %d is missing", t.Label(), n)
			}
		}
		if held := len(numbers[t.ID]); held > r.stated[t.ID] {
			p.fault("%s has %d episodes by its page, but %d here", t.Label(), r.stated[t.ID], held)
		}
	}
}
