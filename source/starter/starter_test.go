package starter

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"testing/fstest"

	"rolecall"
)

// embeddedFacts are the facts as shipped; reading them is the test that every
// row has its citation, that no key dangles, that no credit stands twice and
// that no episode of a whole season is missing.
func embeddedFacts(t *testing.T) *Facts {
	t.Helper()
	facts, err := Read(files())
	if err != nil {
		t.Fatal(err)
	}
	return facts
}

func TestTheStarterHoldsWhatItPromises(t *testing.T) {
	facts := embeddedFacts(t)
	count := map[rolecall.Kind]int{}
	titles := map[string]rolecall.Title{}
	for _, title := range facts.Titles {
		titles[title.ID] = title
		if count[title.Kind]++; title.Kind == rolecall.Season && !title.Whole {
			t.Errorf("%s is not whole", title.Label())
		}
	}
	if count[rolecall.Season] < 119 || count[rolecall.Episode] < 1400 || count[rolecall.Film] < 170 {
		t.Errorf("%v; want 119 whole seasons, 1,400 episodes and 170 films at least", count)
	}
	for _, id := range []string{
		"jessica-jones/1", "jessica-jones/2", "jessica-jones/3", "luke-cage/1", "luke-cage/2", "daredevil/1", "daredevil/2",
		"daredevil/3", "iron-fist/1", "iron-fist/2", "the-defenders/1", "the-punisher/1", "the-punisher/2", "queen-sugar/1", "transparent/1",
		"big-little-lies/1", "big-little-lies/2", "killing-eve/1", "the-handmaids-tale/1", "better-things/2", "game-of-thrones/1",
		"stranger-things/1", "orange-is-the-new-black/1", "supergirl/1", "westworld/1", "narcos/1", "dear-white-people/1",
		"wonder-woman-2017", "captain-marvel-2019", "black-panther-2018", "lady-bird-2017", "little-women-2019", "nomadland-2020",
		"barbie-2023", "portrait-of-a-lady-on-fire-2019", "the-crown/1", "black-mirror/1", "the-white-lotus/1", "doctor-who/11", "the-office-us/8",
		"how-i-met-your-mother/9", "stranger-things/4", "squid-game/1", "obi-wan-kenobi/1", "breaking-bad/3", "parks-and-recreation/3", "lost/6",
		"greys-anatomy/7",
	} {
		if _, held := titles[id]; !held {
			t.Errorf("%s is missing", id)
		}
	}
}

// genders are what the statements come to.
func genders(facts *Facts) rolecall.GenderOf {
	about := map[string][]rolecall.Statement{}
	for _, s := range facts.Statements {
		about[s.PersonID] = append(about[s.PersonID], s)
	}
	of := rolecall.GenderOf{}
	for id, statements := range about {
		of[id] = rolecall.Resolve(statements).Gender
	}
	return of
}

// directors are the directors' credits of the titles whose keys begin so.
func directors(facts *Facts, prefixes ...string) (credits []rolecall.Credit) {
	for _, c := range facts.Credits {
		named := slices.ContainsFunc(prefixes, func(p string) bool { return c.TitleID == p || strings.HasPrefix(c.TitleID, p+"/") })
		if named && c.Role == rolecall.Director {
			credits = append(credits, c)
		}
	}
	return credits
}

// The public record: press of October 2016 on season 1, press of 2018 on
// season 2, and Vulture of November 2016 on Transparent.
func TestTheStarterAgreesWithThePress(t *testing.T) {
	facts := embeddedFacts(t)
	of := genders(facts)
	if got := rolecall.TallyPeople(directors(facts, "jessica-jones/1"), of); got.Total() != 9 || got.Women != 3 {
		t.Errorf("Jessica Jones 1: %+v, want 9 directors, 3 women", got)
	}
	if got := rolecall.TallyPeople(directors(facts, "jessica-jones/2"), of); got != (rolecall.Tally{Women: 13}) {
		t.Errorf("Jessica Jones 2: %+v, want 13 women", got)
	}
	jobs := map[string]string{}
	for _, c := range directors(facts, "transparent/1") {
		if c.TitleID == "transparent/1" {
			jobs[c.PersonID] = c.Job
		}
	}
	if jobs["joey-soloway"] != "7 of 10 episodes" || jobs["nisha-ganatra"] != "3 of 10 episodes" || of["joey-soloway"] != rolecall.Nonbinary {
		t.Errorf("Transparent 1: %v", jobs)
	}
}

func TestDirectorsAreStatedWhereItMatters(t *testing.T) {
	facts := embeddedFacts(t)
	of := genders(facts)
	marvel := rolecall.TallyPeople(directors(facts, "jessica-jones", "luke-cage", "daredevil", "iron-fist", "the-defenders", "the-punisher"), of)
	if share, _ := marvel.Count().Share().Coverage.Value(); share < 0.9 {
		t.Errorf("%d of the %d directors of the Marvel series are stated", marvel.Known(), marvel.Total())
	}
	if queen := rolecall.TallyPeople(directors(facts, "queen-sugar"), of); queen.Unknown > 0 || queen.Men > 0 {
		t.Errorf("Queen Sugar: %+v", queen)
	}
}

// What is claimed of all women rests on two publishers.
func TestSeasonsByWomenHaveASecondCitation(t *testing.T) {
	facts := embeddedFacts(t)
	of := genders(facts)
	publisher := map[string]string{}
	for _, p := range facts.Pages {
		publisher[p.Key] = p.Publisher
	}
	byWomen := 0
	for _, title := range facts.Titles {
		credits := directors(facts, title.ID)
		known := rolecall.TallyPeople(credits, of)
		if title.Kind != rolecall.Season || known.Women == 0 || known.Women != known.Total() {
			continue
		}
		byWomen++
		cited := map[string]bool{}
		for _, key := range title.Citations {
			cited[publisher[key]] = true
		}
		for _, c := range credits {
			for _, key := range c.Citations {
				cited[publisher[key]] = true
			}
		}
		if len(cited) < 2 {
			t.Errorf("%s rests on %v alone", title.Label(), cited)
		}
	}
	if byWomen < 8 {
		t.Errorf("%d seasons directed by women only, want 8 at least", byWomen)
	}
}

func TestTheFingerprintIsADigest(t *testing.T) {
	if f := Fingerprint(); len(f) != 64 || strings.Trim(f, "0123456789abcdef") != "" {
		t.Errorf("fingerprint %q", f)
	}
}

// valid is the least that the reader accepts.
func valid() fstest.MapFS {
	text := map[string]string{
		sourcesFile:    "source,name,licence,address,retrieved,checksum,hand_picked,genders\nstarter,Starter,CC0,https://example.org,2026-11-21,,yes,no\npages,Pages,theirs,https://example.org,2026-11-21,,yes,yes\n",
		citationsFile:  "key,source,address,publisher,title,retrieved,copy\na,pages,https://example.org/a,Example,A page,2026-11-21,\nstudy,starter,https://example.org/s,Example,A study,2026-11-21,\n",
		titlesFile:     "title,kind,name,original_name,premiere,released,year,networks,countries,genres,episodes,whole,partly,citations\njones,series,Jones,,,,2015,Netflix,,,,,,a\njones/1,season,,,,2015-11-20,,,,,2,yes,,a\njones/1/1,episode,One,,,,2015,,,,,,,a\njones/1/2,episode,Two,,,,2015,,,,,,,a\nbird-2017,film,Bird,Vogel,2017-09-01,2017-11-03,,,\"United States;France\",,,,,a\n",
		peopleFile:     "person,name,native_name\nanna,Anna,\nkore,Kore,是枝\n",
		creditsFile:    "title,role,person,job,character,billing,citations\njones/1/1,director,anna,,,,a\nbird-2017,cast,kore,,Bird;Her Shadow,1,a\n",
		statementsFile: "person,gender,form,wording,citations\nanna,woman,pronoun,she directed,a\n",
	}
	fsys := fstest.MapFS{}
	for name, content := range text {
		fsys[name] = &fstest.MapFile{Data: []byte(content)}
	}
	return fsys
}

func TestRead(t *testing.T) {
	facts, err := Read(valid())
	if err != nil {
		t.Fatal(err)
	}
	season, episode, film := facts.Titles[1], facts.Titles[3], facts.Titles[4]
	if season.Name != "Jones" || season.Year != 2015 || season.SeriesID != "jones" || season.Season != 1 {
		t.Errorf("season %+v", season)
	}
	if episode.SeasonID != "jones/1" || episode.Episode != 2 || film.OriginalName != "Vogel" || !slices.Equal(film.Countries, []string{"United States", "France"}) {
		t.Errorf("episode %+v, film %+v", episode, film)
	}
	if c := facts.Credits[1]; !slices.Equal(c.Characters, []string{"Bird", "Her Shadow"}) || c.Billing != 1 {
		t.Errorf("credit %+v", c)
	}
	if s := facts.Statements[0]; s.Form != rolecall.Pronoun || s.Precedence != rolecall.Citation || s.Source != SourceID || s.Citation != "a" {
		t.Errorf("statement %+v", s)
	}
}

func TestReadRefusesWithFileAndLine(t *testing.T) {
	for name, test := range map[string]struct{ file, old, new, want string }{
		"no citation":           {creditsFile, "anna,,,,a", "anna,,,,", "credits.csv:2: no citation"},
		"dangling citation":     {creditsFile, "anna,,,,a", "anna,,,,b", `credits.csv:2: "b" is not in citations.csv`},
		"one of two dangles":    {titlesFile, "One,,,,2015,,,,,,,a", "One,,,,2015,,,,,,,a;z", `titles.csv:4: "z" is not in citations.csv`},
		"no statement citation": {statementsFile, "she directed,a", "she directed,", "statements.csv:2: no citation"},
		"no wording":            {statementsFile, "she directed", "", "statements.csv:2: the statement has no wording"},
		"gender of the study":   {statementsFile, "she directed,a", "she directed,study", "statements.csv:2: study says nothing of gender"},
		"gender unknown":        {statementsFile, "woman", "unknown", "statements.csv:2: a statement says woman, man or nonbinary"},
		"unknown person":        {creditsFile, "director,anna", "director,ann", `credits.csv:2: "ann" is not in people.csv`},
		"unknown title":         {creditsFile, "jones/1/1,director", "jones/1/9,director", `credits.csv:2: "jones/1/9" is not in titles.csv`},
		"unknown role":          {creditsFile, "director", "gaffer", `credits.csv:2: "gaffer" is not a role`},
		"repeated credit":       {creditsFile, "bird-2017,cast,kore,,Bird;Her Shadow,1,a", "jones/1/1,director,anna,,,,a", "credits.csv:3: the credit jones/1/1 director anna stands on line 2 already"},
		"missing episode":       {titlesFile, "jones/1/2,episode,Two,,,,2015,,,,,,,a\n", "", "titles.csv:3: Jones, season 1 is said to be whole, but episode 2 is missing"},
		"more than the page":    {titlesFile, ",,2,yes,,a", ",,1,yes,,a", "titles.csv:3: Jones, season 1 has 1 episodes by its page, but 2 here"},
		"whole without number":  {titlesFile, ",,2,yes,,a", ",,,yes,,a", "titles.csv:3: the season is said to be whole: say how many"},
		"whole of lacking":      {titlesFile, "jones,series,Jones,,,,2015,Netflix,,,,,,a\njones/1,season,,,,2015-11-20,,,,,2,yes,,a", "jones,series,Jones,,,,2015,Netflix,,,,yes,,a\njones/1,season,,,,2015-11-20,,,,,2,,,a", "titles.csv:2: Jones is said to be whole, but not each of its seasons is"},
		"late premiere":         {titlesFile, "2017-09-01", "2017-12-01", "titles.csv:6: Bird was released on 2017-11-03, before its premiere on 2017-12-01"},
		"bad premiere":          {titlesFile, "2017-09-01", "autumn", `titles.csv:6: premiere: "autumn" is not a date`},
		"partly unknown":        {titlesFile, "2,yes,,a", "2,yes,gaffer,a", `titles.csv:3: partly: "gaffer" is not a role`},
		"no form":               {statementsFile, "pronoun,", ",", `statements.csv:2: "" is not a form of statements`},
		"no gendered word":      {statementsFile, "she directed", "the director", `statements.csv:2: "the director" has no pronoun that says woman`},
		"other's word":          {statementsFile, "she directed", "his film", `statements.csv:2: "his film" has no pronoun that says woman`},
		"other form":            {statementsFile, "pronoun,she directed", "list,the first woman", `statements.csv:2: "the first woman" has no list that says woman`},
		"bad date":              {titlesFile, "2017-11-03", "3.11.2017", `titles.csv:6: released: "3.11.2017" is not a date`},
		"bad number":            {creditsFile, "Shadow,1,a", "Shadow,first,a", `credits.csv:3: billing is "first"`},
		"bad kind":              {titlesFile, "bird-2017,film", "bird-2017,movie", `titles.csv:6: "movie" is not a kind`},
		"bad key":               {titlesFile, "bird-2017,film", "Bird,film", `titles.csv:6: "Bird" is not the key of a film`},
		"lost season":           {titlesFile, "jones/1/1,episode", "jones/3/1,episode", `titles.csv:4: "jones/3" is not in titles.csv`},
		"bad address":           {citationsFile, "https://example.org/a", "example.org/a", "citations.csv:2: the address \"example.org/a\" cannot be opened"},
		"bad day":               {citationsFile, "A page,2026-11-21", "A page,yesterday", `citations.csv:2: retrieved is "yesterday"`},
		"no publisher":          {citationsFile, "Example,A page", ",A page", "citations.csv:2: a citation needs a publisher"},
		"no licence":            {sourcesFile, "Pages,theirs", "Pages,", "sources.csv:3: a source needs a name, a licence"},
		"missing column":        {creditsFile, "title,role,person", "title,role,name", "credits.csv:1: not a row of this file"},
		"short row":             {creditsFile, "director,anna,,,,a", "director,anna", "credits.csv:2: not a row of this file"},
		"stray quote":           {peopleFile, "anna,Anna", `anna,"An"na`, "people.csv:2: not a row of this file"},
		"empty file":            {peopleFile, "person,name,native_name\nanna,Anna,\nkore,Kore,是枝\n", "", "people.csv:1: no header line"},
		"not UTF-8":             {peopleFile, "Anna", "Ann\xff", "people.csv:1: the file is not valid UTF-8"},
		"nameless":              {peopleFile, "anna,Anna", "anna,", "people.csv:2: the person has no name"},
	} {
		t.Run(name, func(t *testing.T) {
			fsys := valid()
			text := string(fsys[test.file].Data)
			if !strings.Contains(text, test.old) {
				t.Fatalf("%q is not in %s", test.old, test.file)
			}
			fsys[test.file].Data = []byte(strings.Replace(text, test.old, test.new, 1))
			_, err := Read(fsys)
			if err == nil || !strings.Contains(err.Error(), test.want) {
				t.Errorf("%v\nwant %s", err, test.want)
			}
			if fault := new(FactError); !errors.As(err, &fault) {
				t.Errorf("%T names no file and line", err)
			}
		})
	}
}

func TestFaultsAreReportedTogetherAndBounded(t *testing.T) {
	fsys := valid()
	var lines strings.Builder
	for i := range 200 {
		fmt.Fprintf(&lines, "jones/1/1,writer,nobody-%d,,,,a\n", i)
	}
	fsys[creditsFile].Data = append(fsys[creditsFile].Data, lines.String()...)
	_, err := Read(fsys)
	if err == nil || strings.Count(err.Error(), "\n") != mostFaults || !strings.Contains(err.Error(), "and 150 more faults") {
		t.Errorf("%v", err)
	}
}

func TestAMissingFileIsNamed(t *testing.T) {
	fsys := valid()
	delete(fsys, creditsFile)
	if _, err := Read(fsys); !errors.Is(err, fs.ErrNotExist) || !strings.Contains(err.Error(), creditsFile) {
		t.Errorf("%v", err)
	}
}

func FuzzRead(f *testing.F) {
	for _, file := range fileNames {
		f.Add(file, string(valid()[file].Data))
	}
	f.Add(titlesFile, "title,kind\n\"jones/99999999999999999999/1\",episode")
	f.Fuzz(func(t *testing.T, file, text string) {
		fsys := valid()
		fsys[file] = &fstest.MapFile{Data: []byte(text)}
		facts, err := Read(fsys)
		if (facts == nil) == (err == nil) {
			t.Errorf("facts %v with error %v", facts, err)
		}
	})
}

// The folder of facts says under what terms it may be used.
func TestTheFactsComeWithTheirLicence(t *testing.T) {
	text, err := os.ReadFile(filepath.Join("facts", "LICENSE"))
	if err != nil || !strings.Contains(string(text), "CC0") {
		t.Errorf("facts/LICENSE: %v", err)
	}
}

// A role of which only some people are known counts for nothing, lest a share of some
// pass for one of all; on other titles, and in other roles, it does.
func TestARoleHeldInPartIsHandedToNoCatalog(t *testing.T) {
	for name, at := range map[string]string{"on the episode": "One,,,,2015,,,,,,", "on the season": "2015-11-20,,,,,2,yes,"} {
		fsys := valid()
		fsys[titlesFile].Data = []byte(strings.Replace(string(fsys[titlesFile].Data), at, at+"director", 1))
		fsys[creditsFile].Data = append(fsys[creditsFile].Data, "jones/1/1,writer,anna,,,,a\nbird-2017,director,anna,,,,a\n"...)
		facts, err := Read(fsys)
		if err != nil {
			t.Fatal(err)
		}
		var held []string
		for _, c := range facts.Credits {
			held = append(held, c.TitleID+" "+string(c.Role))
		}
		if want := []string{"bird-2017 cast", "jones/1/1 writer", "bird-2017 director"}; !slices.Equal(held, want) {
			t.Errorf("%s: %q, want %q", name, held, want)
		}
	}
}

func TestAWordingSaysAGenderInItsForm(t *testing.T) {
	for _, test := range []struct {
		wording string
		gender  rolecall.Gender
		form    rolecall.Form
		says    bool
	}{
		{"She’ll direct two episodes", rolecall.Woman, rolecall.Pronoun, true},
		{"her brother directed it", rolecall.Man, rolecall.Noun, true},
		{"her brother directed it", rolecall.Man, rolecall.Pronoun, false},
		{"the first Mexican woman to win", rolecall.Woman, rolecall.Noun, true},
		{"the first Mexican to win", rolecall.Woman, rolecall.Noun, false},
		{"List of female film and television directors", rolecall.Woman, rolecall.List, true},
		{"List of film and television directors", rolecall.Woman, rolecall.List, false},
		{"another all-female team", rolecall.Woman, rolecall.Group, true},
		{"Es la primera mujer en dirigir", rolecall.Woman, rolecall.Noun, true},
		{"أوّل إمرأة سعوديّة", rolecall.Woman, rolecall.Noun, true},
		{"they are non-binary", rolecall.Nonbinary, rolecall.Noun, true},
		{"the hero of the show", rolecall.Man, rolecall.Pronoun, false},
		{"on the set", rolecall.Man, rolecall.Pronoun, false},
	} {
		if got := says(test.wording, test.gender, test.form); got != test.says {
			t.Errorf("%q says %s by a %s: %v", test.wording, test.gender, test.form, got)
		}
	}
}
