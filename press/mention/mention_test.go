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

func TestFold(t *testing.T) {
	for name, want := range map[string]string{"The Handmaid’s Tale": "handmaids tale", "Chloé  Zhao": "chloe zhao", "S.W.A.T.": "s w a t", "A": "a", "": ""} {
		if got := Fold(name); got != want {
			t.Errorf("%q folds to %q, want %q", name, got, want)
		}
	}
}
