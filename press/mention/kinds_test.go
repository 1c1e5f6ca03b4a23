package mention

import (
	"context"
	"strings"
	"testing"

	"rolecall/press/english"
)

// Names of each kind that is easily misread, each with words that make it a title or a
// person, and with words that do not.
var kinds = map[string]map[string]string{
	"titles that begin as a sentence does": {
		"Don't Wake Father is a slow film by Ana Quiroga.":                 "Don't Wake Father=title; Ana Quiroga=person",
		"I'm No Saint was written by Ana Quiroga.":                         "I'm No Saint=title; Ana Quiroga=person",
		"Some Went Walking is a long drama.":                               "Some Went Walking=title",
		"When Winter Gives You Thunder, the drama, is back on March 7.":    "When Winter Gives You Thunder=title",
		"Some British viewers wrote in. Don't ask. When Paris slept, they": "",
		"When Ana Quiroga directed Saltgrass, nobody came.":                "Ana Quiroga=person; Saltgrass=title",
	},
	"one name or two": {
		"The tone is that of The Long Dusk and The Pale Rider.":           "The Long Dusk=title; The Pale Rider=title",
		"She directed Saltgrass and Marrow Ridge.":                        "Saltgrass=title; Marrow Ridge=title",
		"We saw The Wolf and the Clerk twice.":                            "The Wolf and the Clerk=title",
		"As a film, The Proud and the Lost is short.":                     "The Proud and the Lost=title",
		"She wrote Pay and Let Pay in a week.":                            "Pay and Let Pay=title",
		"The credits of Ana Quiroga include Mudlark and Little Orchards.": "Ana Quiroga=person; Mudlark=title; Little Orchards=title",
	},
	"articles, places and small words within": {
		"The Man from Idaho opens slowly.":                                "The Man from Idaho=title",
		"All six episodes of The Day Manager were directed by Ana Vogt.":  "The Day Manager=title; Ana Vogt=person",
		"That was La Maison Verte, in 1955. La Maison Verte won a prize.": "La Maison Verte=title; La Maison Verte=title",
		"Craig Ozols, who created Gdansk, wrote all of it.":               "Craig Ozols=person; Gdansk=title",
		"Craig Ozols, who lived in Gdansk, wrote all of it.":              "Craig Ozols=person",
	},
	"whose it is": {
		"The director Ilse Tammer is 41. Tammer's Otto has no rival.":        "Ilse Tammer=person; Tammer=person; Otto=title",
		"Released in 2016, Marshlight won three prizes.":                     "Marshlight=title",
		"Of the eight Harry Quill films none is good.":                       "Harry Quill=title",
		"The cast features Ana Quiroga and, opposite her, Tomas Rehn.":       "Ana Quiroga=person; Tomas Rehn=person",
		"It was the other series that starred Ana Quiroga. Quiroga laughed.": "Ana Quiroga=person; Quiroga=person",
	},
	"people and characters are no titles": {
		"Boris Lanyon plays the count. Fans of Lanyon know Lanyon, and the world of Lanyon is small.":    "Boris Lanyon=person; Lanyon=person; Lanyon=person; Lanyon=person",
		"A warrior named Kenzo challenges a king called Orlan.":                                          "",
		"What is left is Vorrick. Vorrick understands that. In the car Vorrick finds money for Vorrick.": "",
		"The film needs Harman. Harman refuses. She makes Harman laugh, and Harman agrees.":              "",
		"The hero of World War II came back. After World War II he wrote.":                               "",
		"A series of Los Angeles robberies begins it.":                                                   "",
		"We played as Captain Orlan meets Count Vorrick.":                                                "",
	},
	"jobs and dates are no titles": {
		"It was shown on Kanal 5 on 12 January 2020.":                                          "",
		"Our season closes on November 21 with Saltgrass, about a girl.":                       "Saltgrass=title",
		"Translated from the Dutch. Saltgrass is a film.":                                      "Saltgrass=title",
		"Ana Vogt, Head of Comedy, says that Saltgrass, the film, is long.":                    "Ana Vogt=person; Saltgrass=title",
		"The producer of Saltgrass is Vossi Lambert, the youngest there.":                      "Saltgrass=title; Vossi Lambert=person",
		"Executive producers include Vossi Lambert and Ana Vogt.":                              "Vossi Lambert=person; Ana Vogt=person",
		"The lead, 16-year-old Wexla Stamper, directs the choir.":                              "Wexla Stamper=person",
		"Wexla So-ri will be playing the mother.":                                              "Wexla So-ri=person",
		"A reading of Saltgrass (created by Ana Vogt) follows. Nobody else wrote for Mudlark.": "Saltgrass=title; Ana Vogt=person; Mudlark=title",
	},
	"numbered parts": {
		"Figure 3 shows it, as do Step 4 and Table 7.": "",
	},
}

func TestKindsOfNames(t *testing.T) {
	for kind, texts := range kinds {
		t.Run(kind, func(t *testing.T) {
			for text, want := range texts {
				if got, _ := read(t, text); got != want {
					t.Errorf("%s\n got %s\nwant %s", text, got, want)
				}
			}
		})
	}
}

// A directory that holds a title of every name makes none of an everyday word, of a name
// that tells what kind something is, and of somebody's surname.
func TestHeldIsNotMeant(t *testing.T) {
	for text, want := range map[string]string{
		"The army came. They play for Army, and for Spring.":                    "",
		"Thunder rolled. Winter is near, and there is Harvest.":                 "",
		"It has the Cold War mood of a Labor Day picnic.":                       "",
		"Xanthe Quillon acts. Nobody but Quillon would, and Quillon is good.":   "Xanthe Quillon=person; Quillon=person; Quillon=person",
		"The film Harvest was directed by Xanthe Quillon.":                      "Harvest=title; Xanthe Quillon=person",
		"Xanthe Quillon directed Cold Harbour Lane. Cold Harbour Lane is long.": "Xanthe Quillon=person; Cold Harbour Lane=title; Cold Harbour Lane=title",
	} {
		found, err := Find(context.Background(), crowded{emptyDirectory()}, english.Sentences(text, nil, nil), nil)
		if err != nil {
			t.Fatal(err)
		}
		var all []string
		for _, m := range found.Mentions {
			if m.Class != english.Name {
				all = append(all, m.Text+"="+string(m.Class))
			}
		}
		if got := strings.Join(all, "; "); got != want {
			t.Errorf("%s\n got %s\nwant %s", text, got, want)
		}
	}
}
