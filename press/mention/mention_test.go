package mention

import (
	"context"
	"slices"
	"strings"
	"testing"

	"rolecall"
	"rolecall/press/english"
)

// shelf holds a few titles and people: words that are also titles, and namesakes.
type shelf struct{}

func (shelf) TitlesNamed(_ context.Context, names []string) (map[string][]rolecall.Title, error) {
	all := map[string][]rolecall.Title{
		"jessica jones": {{ID: "tt1", Name: "Jessica Jones", Kind: rolecall.Series}},
		"her":           {{ID: "tt2", Name: "Her", Kind: rolecall.Film}},
		"it":            {{ID: "tt3", Name: "It", Kind: rolecall.Film}},
		"legion":        {{ID: "tt4", Name: "Legion", Kind: rolecall.Series}},
		"critics":       {{ID: "tt5", Name: "Critics", Kind: rolecall.Film}},
		"little women":  {{ID: "tt6", Name: "Little Women", Kind: rolecall.Film, Year: 1933}, {ID: "tt7", Name: "Little Women", Kind: rolecall.Film, Year: 2019}},
	}
	found := make(map[string][]rolecall.Title)
	for _, name := range names {
		if titles := all[Fold(name)]; titles != nil {
			found[name] = titles
		}
	}
	return found, nil
}

func (shelf) PeopleNamed(_ context.Context, names []string) (map[string][]rolecall.Person, error) {
	all := map[string][]rolecall.Person{
		"melissa rosenberg": {{ID: "nm1", Name: "Melissa Rosenberg"}},
		"steve mcqueen":     {{ID: "nm2", Name: "Steve McQueen"}, {ID: "nm3", Name: "Steve McQueen"}},
	}
	found := make(map[string][]rolecall.Person)
	for _, name := range names {
		if people := all[Fold(name)]; people != nil {
			found[name] = people
		}
	}
	return found, nil
}

func (shelf) Credited(_ context.Context, t rolecall.Title, people []string) (map[string]bool, error) {
	if t.ID == "tt1" && slices.Contains(people, "nm3") {
		return map[string]bool{"nm3": true}, nil
	}
	return nil, nil
}

// named writes what a text names as "text=class:identifier".
func named(t *testing.T, text string) string {
	t.Helper()
	found, err := Find(context.Background(), shelf{}, english.Sentences(text, nil, nil), nil)
	if err != nil {
		t.Fatal(err)
	}
	var all []string
	for _, m := range found.Mentions {
		if text[m.Start:m.End] == "" {
			t.Errorf("%+v has no text", m)
		}
		if m.Class != english.Name {
			all = append(all, m.Text+"="+string(m.Class)+":"+found.Entities[m.Entity].ID)
		}
	}
	return strings.Join(all, " ")
}

func TestFind(t *testing.T) {
	for text, want := range map[string]string{
		"Melissa Rosenberg created Jessica Jones. Rosenberg's series is back.": "Melissa Rosenberg=person:nm1 Jessica Jones=title:tt1 Rosenberg=person:nm1",
		"In season 2 of Jessica Jones she returns.":                            "Jessica Jones=title:tt1",
		"Her mother saw it. It was late. Critics were pleased.":                "",
		"A legion of women made it.":                                           "",
		"The film \"Her\" is about a voice.":                                   "Her=title:tt2",
		"The second season of Legion has begun.":                               "Legion=title:tt4",
		"Little Women (2019) was shown in May.":                                "Little Women=title:tt7",
		"Little Women (1933) was shown in May.":                                "Little Women=title:tt6",
		"The series Jessica Jones was directed by Steve McQueen.":              "Jessica Jones=title:tt1 Steve McQueen=person:nm3",
		"It was directed by Steve McQueen.":                                    "Steve McQueen=person:",
		"The director Xanthe Quill made \"The Long Dusk\". Quill is 41.":       "Xanthe Quill=person: The Long Dusk=title: Quill=person:",
		"Marvel, Netflix and the Directors Guild met in New York on Thursday.": "",
		"\"Nobody was going to give me a camera,\" Melissa Rosenberg said.":    "Melissa Rosenberg=person:nm1",
		"You Need To See All Of The Women Behind Jessica Jones Season 2":       "Jessica Jones=title:tt1",
	} {
		if got := named(t, text); got != want {
			t.Errorf("%s\n got %s\nwant %s", text, got, want)
		}
	}
}

// read writes what a text names, without a catalog, as "text=class".
func read(t *testing.T, text string) (string, Found) {
	t.Helper()
	found, err := Find(context.Background(), emptyDirectory(), english.Sentences(text, nil, nil), nil)
	if err != nil {
		t.Fatal(err)
	}
	var all []string
	for _, m := range found.Mentions {
		if m.Class != english.Name {
			all = append(all, m.Text+"="+string(m.Class))
		}
	}
	return strings.Join(all, "; "), found
}

// Names end where they end and are of their class by the words alone.
func TestBoundsAndClasses(t *testing.T) {
	for text, want := range map[string]string{
		"The cast has Noor van der Meulen, Haifaa al-Mansour and Margarethe von Trotta.":                              "Noor van der Meulen=person; Haifaa al-Mansour=person; Margarethe von Trotta=person",
		"It stars Phoebe Waller-Bridge, Jamie-Lee O'Donnell and Robert Downey Jr., who is funny.":                     "Phoebe Waller-Bridge=person; Jamie-Lee O'Donnell=person; Robert Downey Jr.=person",
		"It was made by D. B. Weiss, J.J. Abrams and S. J. Clarkson.":                                                 "D. B. Weiss=person; J.J. Abrams=person; S. J. Clarkson=person",
		"Dr Ilse Haverkamp said so, and director Greta Gerwig agreed.":                                                "Ilse Haverkamp=person; Greta Gerwig=person",
		"The writer-director 是枝裕和 directed Monster.":                                                                  "是枝裕和=person; Monster=title",
		"When Rachel Morrison shot Mudbound for Dee Rees, nobody knew her.":                                           "Rachel Morrison=person; Mudbound=title; Dee Rees=person",
		"On Ryan Coogler's Sinners she worked alone.":                                                                 "Ryan Coogler=person; Sinners=title",
		"Baz Luhrmann's Elvis opened in June. Gerwig's Barbie followed; Greta Gerwig wrote it.":                       "Baz Luhrmann=person; Elvis=title; Gerwig=person; Barbie=title; Greta Gerwig=person",
		"He directed Schindler's List in 1993.":                                                                       "Schindler's List=title",
		"The Handmaid's Tale won. We Need to Talk About Kevin was made by Lynne Ramsay.":                              "The Handmaid's Tale=title; We Need to Talk About Kevin=title; Lynne Ramsay=person",
		"She's Gotta Have It is by Spike Lee.":                                                                        "She's Gotta Have It=title; Spike Lee=person",
		"Star Wars: Episode III – Revenge of the Sith was shown in May.":                                              "Star Wars: Episode III - Revenge of the Sith=title",
		"Jasmila Žbanić came with Quo Vadis, Aida?; One Night in Miami..., the debut of Regina King, was also shown.": "Jasmila Žbanić=person; Quo Vadis, Aida?=title; One Night in Miami...=title; Regina King=person",
		"28 Days Later was directed by Danny Boyle; 12 Years a Slave is by Steve McQueen.":                            "28 Days Later=title; Danny Boyle=person; 12 Years a Slave=title; Steve McQueen=person",
		"Thelma & Louise was written by Callie Khouri. Lawrence of Arabia was cut by Anne V. Coates.":                 "Thelma & Louise=title; Callie Khouri=person; Lawrence of Arabia=title; Anne V. Coates=person",
		"Mary Harron (American Psycho) and Kimberly Peirce (Boys Don't Cry) are on it.":                               "Mary Harron=person; American Psycho=title; Kimberly Peirce=person; Boys Don't Cry=title",
		"She wrote Oppenheimer, Barbie and Past Lives.":                                                               "Oppenheimer=title; Barbie=title; Past Lives=title",
		"Fans of Killing Eve and Fleabag know Phoebe Waller-Bridge. Waller-Bridge created Fleabag.":                   "Killing Eve=title; Fleabag=title; Phoebe Waller-Bridge=person; Waller-Bridge=person; Fleabag=title",
		"The second season of Patrick Melrose was directed by Edward Berger.":                                         "Patrick Melrose=title; Edward Berger=person",
		"Severance\nStarts: February 18, 2022\nCreator: Dan Erickson\nCast: Adam Scott, Britt Lower":                  "Severance=title; Dan Erickson=person; Adam Scott=person; Britt Lower=person",
		"In Los Angeles the British director met Variety on Thursday, March 8, before the Oscars and the Palme d'Or.": "",
		"All 13 episodes of season two were shown by the Directors Guild of America on International Women's Day.":    "",
		"Women directed it. Her mother saw it. You know it. Up it goes. It was late, and She's gone.":                 "",
		"Emma Stone as Billie Jean King is good, and James Norton is Tommy Lee Royce.":                                "Emma Stone=person; James Norton=person",
		"Nine Directors In A Row Is Enough For Everybody At The Network Of Her Choice":                                "",
	} {
		if got, _ := read(t, text); got != want {
			t.Errorf("%s\n got %s\nwant %s", text, got, want)
		}
	}
}

func TestFamiliesAndSharedSurnames(t *testing.T) {
	_, found := read(t, "Bound is by Lana and Lilly Wachowski. The Matrix was directed by the Wachowskis. Wachowski was asked.")
	byText := make(map[string]Entity)
	for _, m := range found.Mentions {
		byText[m.Text] = found.Entities[m.Entity]
	}
	if e := byText["Lana"]; e.Name != "Lana Wachowski" || !e.Shared || e.Class != english.Person {
		t.Errorf("Lana is %+v", e)
	}
	if e := byText["Wachowskis"]; e.Name != "Wachowski" || !e.Family {
		t.Errorf("the Wachowskis are %+v", e)
	}
	if e := byText["Wachowski"]; e.Name != "Wachowski" || e.ID != "" || e.Family {
		t.Errorf("Wachowski is %+v", e)
	}
}

// A surname that several bear is nobody's, and each of them may be meant.
func TestCandidates(t *testing.T) {
	find := func(text string) map[string]Entity {
		found, err := Find(t.Context(), shelf{}, english.Sentences(text, nil, nil), nil)
		if err != nil {
			t.Fatal(err)
		}
		byText := make(map[string]Entity)
		for _, m := range found.Mentions {
			byText[m.Text] = found.Entities[m.Entity]
		}
		return byText
	}
	if e := find("Steve McQueen drove off. Another Steve McQueen directed it.")["Steve McQueen"]; e.ID != "" || e.Among != 2 || len(e.Candidates) != 2 {
		t.Errorf("Steve McQueen is %+v", e)
	}
	if e := find("Melissa Rosenberg and Steve Rosenberg wrote it. Rosenberg laughed.")["Rosenberg"]; e.ID != "" || len(e.Candidates) != 1 {
		t.Errorf("Rosenberg is %+v", e)
	}
}

// A title of another year or kind than the text says is not the one meant.
func TestYearsAndKinds(t *testing.T) {
	for text, want := range map[string]string{
		"\"Little Women\" (1994) was made by Gillian Armstrong.":                                    " of 1994",
		"The 1994 film Little Women was made by Gillian Armstrong.":                                 " of 1994",
		"Little Women, from 1994, was made by Gillian Armstrong.":                                   " of 1994",
		"Little Women (2018) was made by Greta Gerwig.":                                             "tt7 ",
		"Little Women (2019) was made by Greta Gerwig.":                                             "tt7 ",
		"The film Legion was made by Ana Quiroga.":                                                  " as a film",
		"The first season of Little Women was made by Ana Quiroga.":                                 " as a series",
		"\"Little Women\" (1933) is old. Little Women is loved. Little Women (2019) is not so old.": "tt6 tt6 tt7 ",
	} {
		found, err := Find(t.Context(), shelf{}, english.Sentences(text, nil, nil), nil)
		if err != nil {
			t.Fatal(err)
		}
		var got string
		for _, m := range found.Mentions {
			if e := found.Entities[m.Entity]; m.Class == english.Title {
				got += e.ID + " " + e.Refused
			}
		}
		if got != want {
			t.Errorf("%s\n got %q\nwant %q", text, got, want)
		}
	}
}

func TestFold(t *testing.T) {
	for name, want := range map[string]string{"The Handmaid’s Tale": "handmaids tale", "Chloé  Zhao": "chloe zhao", "S.W.A.T.": "s w a t", "A.I.": "a i", "A Star": "star", "The": "the", "A": "a", "": ""} {
		if got := Fold(name); got != want {
			t.Errorf("%q folds to %q, want %q", name, got, want)
		}
	}
}

func TestSectionsAreNoTitles(t *testing.T) {
	for heading, want := range map[string]bool{
		"Production": true, "CAST AND CHARACTERS": true, "Tonight's picks": true, "Corrections and clarifications": true, "Best of the week": true,
		"The Week of the Ships": false, "Saltgrass": false, "And the": false, "Marrow Ridge": false,
	} {
		if got := IsSection(english.Sentences(heading, nil, nil)[0].Tokens); got != want {
			t.Errorf("%s: %v", heading, got)
		}
	}
}
