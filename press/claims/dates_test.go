package claims

import (
	"context"
	"fmt"
	"slices"
	"strings"
	"testing"

	"rolecall"
	"rolecall/press/article"
	"rolecall/press/english"
	"rolecall/press/mention"
)

// unheld is a directory that holds nothing, so that the words alone say what is named.
type unheld struct{}

func (unheld) TitlesNamed(context.Context, []string) (map[string][]rolecall.Title, error) {
	return nil, nil
}
func (unheld) PeopleNamed(context.Context, []string) (map[string][]rolecall.Person, error) {
	return nil, nil
}
func (unheld) Credited(context.Context, rolecall.Title, []string) (map[string]bool, error) {
	return nil, nil
}

// statedIn are the claims of some kinds that a text makes, one a line.
func statedIn(t *testing.T, text string, kinds ...Kind) []string {
	t.Helper()
	a := article.Plain(text)
	sentences := english.Sentences(a.Text, a.Blocks, a.Aside())
	found, err := mention.Find(t.Context(), unheld{}, sentences, nil)
	if err != nil {
		t.Fatal(err)
	}
	reading := Find(Text{Text: a.Text, Blocks: a.Blocks, Sentences: sentences, Found: found})
	found = reading.Found
	var all []string
	for _, c := range reading.Claims {
		if !slices.Contains(kinds, c.Kind) {
			continue
		}
		var words []string
		if c.Title != None {
			words = append(words, found.Entities[c.Title].Name)
		}
		for _, s := range c.Seasons {
			words = append(words, fmt.Sprintf("s%d", s))
		}
		if c.Person != None {
			words = append(words, string(c.Role), found.Entities[c.Person].Name)
		}
		switch {
		case c.Kind == Date:
			words = append(words, dayIn(c.Day))
		case c.HasValue:
			words = append(words, fmt.Sprint(c.Value))
		}
		all = append(all, strings.Join(words, " "))
	}
	return all
}

func dayIn(d english.Day) string {
	if d.Relative != "" {
		return d.Relative
	}
	return fmt.Sprintf("%d-%d-%d", d.Year, d.Month, d.Day)
}

func TestDates(t *testing.T) {
	for _, c := range []struct{ text, want string }{
		{"On March 8, 2019 comes Captain Marvel, with Brie Larson.", "Captain Marvel 2019-3-8"},
		{"In 1977 came Between the Lines, and two years afterwards Chilly Scenes of Winter.", "Between the Lines 1977-0-0; Chilly Scenes of Winter 1979-0-0"},
		{"Launched on April 1, 2022, the thriller Slow Horses has kept its pace.", "Slow Horses 2022-4-1"},
		{"Berlin saw Petite Maman first, in March 2021.", "Petite Maman 2021-3-0"},
		{"The Night Manager was first broadcast in 2009.", "The Night Manager 2009-0-0"},
		{"The series Bridgerton has two seasons. The first came out on Christmas Day 2020, and the second on 25 March 2022.", "Bridgerton s1 2020-12-25; Bridgerton s2 2022-3-25"},
		{"She began with Pariah, her first feature, in 2011.", "Pariah 2011-0-0"},
		{"The film Near Dark, from 1987, has vampires.", "Near Dark 1987-0-0"},
		{"Toni Erdmann had its first showing in Cannes, in May 2016.", "Toni Erdmann 2016-5-0"},
		{"The first series of Sherwood, six parts, went out from 13 June 2022.", "Sherwood s1 2022-6-13"},
		{"Season two of Bridgerton has been given March 25.", "Bridgerton s2 0-3-25"},
		{"The film Dune Road opened in autumn 2020.", "Dune Road 2020-0-0"},
		{"The film Dune Road opened on 25/12/2018.", "Dune Road 2018-12-25"},
		{"The film Dune Road opened on 03/08/2018.", "Dune Road 2018-0-0"},
		{"The trailer for Dune Road was released on April 4, 2023.", ""},
		{"Filming on Dune Road began on March 18, 2019.", ""},
		{"Marcella Plunkett was born on 3 May 1970 and died in 2019.", ""},
		{"The Power of the Dog won the Oscar in 2022.", ""},
		{"Margaret Atwood's novel Dune Road appeared in 1985.", ""},
		{"The film Dune Road was released on Blu-ray on September 19, 2017.", ""},
		{"If Dune Road opens on May 3, nobody will come.", ""},
		{"Dune Road did not open on May 3.", ""},
		{"The series Dune Road is back. Of the shows that aired in 2015-2016 few were good.", ""},
		{"The film Dune Road is long. Most films that were released in 2019 are.", ""},
	} {
		if got := strings.Join(statedIn(t, c.text, Date), "; "); got != c.want {
			t.Errorf("%s\n got %s\nwant %s", c.text, got, c.want)
		}
	}
}

// TestDateFrames reads dates by verbs, nouns, years that are counted, and lines of listings, each
// beside what looks alike and is no first showing.
func TestDateFrames(t *testing.T) {
	for _, c := range []struct{ text, want string }{
		{"The film The Dune landed on Netflix in March 2021.", "The Dune 2021-3-0"},
		{"Hopes were high. The film The Dune bows in cinemas on 4 June.", "The Dune 0-6-4"},
		{"The film The Dune hits screens on 4 June.", "The Dune 0-6-4"},
		{"The film The Dune goes out on BBC Two on 4 June.", "The Dune 0-6-4"},
		{"The film The Dune is released on 4 June 2021 in Britain.", "The Dune 2021-6-4"},
		{"The film The Dune was unveiled in Venice in 1987.", "The Dune 1987-0-0"},
		{"The film The Dune had its premiere in Venice in September 1987.", "The Dune 1987-9-0"},
		{"The film The Dune had its world premiere at Venice on 2 September 1987.", "The Dune 1987-9-2"},
		{"The premiere of the film The Dune was on 2 September 1987.", "The Dune 1987-9-2"},
		{"Since the release of the film The Dune in 1987, things have changed.", "The Dune 1987-0-0"},
		{"Since its release in 1987, the film The Dune has been forgotten.", "The Dune 1987-0-0"},
		{"On its release in 1987 the film The Dune flopped.", "The Dune 1987-0-0"},
		{"The film The Dune flopped on its release in 1987.", "The Dune 1987-0-0"},
		{"The film The Dune will be shown ahead of its 4 June release.", "The Dune 0-6-4"},
		{"The film The Dune, which premiered in 1987, was long lost.", "The Dune 1987-0-0"},
		{"The film The Dune, first shown in 1987, was long lost.", "The Dune 1987-0-0"},
		{"The film The Dune, out on 4 June, has vampires.", "The Dune 0-6-4"},
		{"The film The Dune (out 4 June) has vampires.", "The Dune 0-6-4"},
		{"1987’s The Dune was a hit. The film had vampires.", "The Dune 1987-0-0"},
		{"In 1987’s The Dune, a film with vampires, she was a hit.", "The Dune 1987-0-0"},
		{"The 1987 film The Dune has vampires.", "The Dune 1987-0-0"},
		{"Her film The Dune dates from 1987.", "The Dune 1987-0-0"},
		{"The Dune is a film of 1987.", "The Dune 1987-0-0"},
		{"The Dune is a 1987 film about vampires.", "The Dune 1987-0-0"},
		{"August 1987 saw the release of the film The Dune.", "The Dune 1987-8-0"},
		{"The year 1987 brought the film The Dune.", "The Dune 1987-0-0"},
		{"1987 brought the film The Dune.", "The Dune 1987-0-0"},
		{"It was in 1987 that the film The Dune came out.", "The Dune 1987-0-0"},
		{"When the film The Dune came out in 1987, nobody cared.", "The Dune 1987-0-0"},
		{"Ann Lee followed it with the film The Dune in 1987.", "The Dune 1987-0-0"},
		{"Then came the film The Dune, in 1987.", "The Dune 1987-0-0"},
		{"The series The Dune has been on the air since 1987.", "The Dune 1987-0-0"},
		{"The series The Dune ran from 1987 to 1992.", "The Dune 1987-0-0"},
		{"The series The Dune ran on ITV between 1987 and 1992.", "The Dune 1987-0-0"},
		{"The series The Dune is on Channel 4 from 4 June.", "The Dune 0-6-4"},
		{"The series The Dune starts on Sunday 4 June at 9pm on BBC One.", "The Dune 0-6-4"},
		{"The series The Dune begins on BBC One on Sunday.", "The Dune 0-0-0"},
		{"The series The Dune returns to BBC One on 4 June for a second series.", "The Dune s2 0-6-4"},
		{"All episodes of the series The Dune are on Netflix from 4 June.", "The Dune 0-6-4"},
		{"All episodes of the series The Dune will be available on iPlayer from 4 June.", "The Dune 0-6-4"},
		{"The film The Dune arrives in cinemas this Friday, 4 June.", "The Dune 0-6-4"},
		{"The film The Dune came out in 1987. The film The Iron Mile followed two years later.", "The Dune 1987-0-0; The Iron Mile 1989-0-0"},
		{"The film The Dune came out in 1987. The following year came the film The Iron Mile.", "The Dune 1987-0-0; The Iron Mile 1988-0-0"},
		{"The film The Dune came out in 1987; the film The Iron Mile arrived the year after.", "The Dune 1987-0-0; The Iron Mile 1988-0-0"},
		{"The film The Dune came out in 1987, and a year later the film The Iron Mile opened.", "The Dune 1987-0-0; The Iron Mile 1988-0-0"},
		{"The film The Dune came out in March 1987. That October the film The Iron Mile opened.", "The Dune 1987-3-0; The Iron Mile 1987-10-0"},
		{"The film The Dune came out in 1987 and, three years on, the film The Iron Mile.", "The Dune 1987-0-0; The Iron Mile 1990-0-0"},
		{"The film The Dune premiered in 1987, and the film The Iron Mile opened the following spring.", "The Dune 1987-0-0; The Iron Mile 1988-0-0"},
		{"The film The Dune opened in 1987, and so did the film The Iron Mile.", "The Dune 1987-0-0"},
		{"THE HARBOUR\nSunday 4 June, 9pm, BBC One\nA detective drama in six parts.\n\nSALT ROADS\nFriday 9 June, 8pm, ITV1\nA comedy.\n", "THE HARBOUR 0-6-4; SALT ROADS 0-6-9"},
		{"THE HARBOUR\nNetflix, from 4 June\nA detective drama.\n\nSALT ROADS\nIn cinemas 9 June\nA comedy.\n", "THE HARBOUR 0-6-4; SALT ROADS 0-6-9"},
		{"THE HARBOUR\nOut 4 June\nA detective drama.\n\nSALT ROADS\nOut on 9 June\nA comedy.\n", "THE HARBOUR 0-6-4; SALT ROADS 0-6-9"},
		{"Four to see\n\nThe Dune (1987)\nDirected by Ann Lee.\n\nThe Iron Mile (1990)\nDirected by Ann Lee.\n", "The Dune 1987-0-0; The Iron Mile 1990-0-0"},
		{"Four to see\n\n1. The Dune, 1987\nDirected by Ann Lee.\n\n2. The Iron Mile, 1990\nDirected by Ann Lee.\n", "The Dune 1987-0-0; The Iron Mile 1990-0-0"},
		{"Ann Lee directed The Dune (1987), The Iron Mile (1990) and The Stone Mile (1992).", "The Dune 1987-0-0; The Iron Mile 1990-0-0; The Stone Mile 1992-0-0"},
		{"The film The Dune won a prize in Berlin in 1987.", ""},
		{"The film The Dune was shot in Wales in June 1987.", ""},
		{"Cameras rolled on the film The Dune in June 1987.", ""},
		{"The film The Dune opens the London festival on 4 June.", ""},
		{"The film The Dune opens with a murder in 1987.", ""},
		{"The film The Dune starts in 1987 and ends in 2001.", ""},
		{"The film The Dune is set in Leeds in 1987.", ""},
		{"The film The Dune was re-released in 1987.", ""},
		{"In June 1987 she was cast in the film The Dune.", ""},
		{"Ann Lee died in 1987, a year after the film The Dune.", ""},
		{"The series The Dune ended in 1987.", ""},
		{"The series The Dune was cancelled on 4 June.", ""},
		{"The release of the soundtrack of the film The Dune is on 4 June.", ""},
		{"The premiere of the second trailer for the film The Dune was on 4 June.", ""},
		{"She joined the series The Dune in 1987.", ""},
		{"Ann Lee’s career began in 1987 with a job on the film The Dune.", ""},
		{"The film The Dune tells the story of the 1987 strike.", ""},
		{"The film The Dune may be released in 2027.", ""},
		{"The film The Dune was adapted from the 1987 novel by Ann Lee.", ""},
		{"The novel The Dune was published in 1987.", ""},
		{"Tickets for the film The Dune go on sale on 4 June.", ""},
		{"The film The Dune has earned a million since 1987.", ""},
		{"A book about the film The Dune comes out on 4 June.", ""},
		{"The film The Dune follows a nurse who returns in 1987 to Leeds.", ""},
		{"The hero of the film The Dune returns to Leeds in 1987.", ""},
		{"The film The Dune is set to premiere on 4 June.", "The Dune 0-6-4"},
		{"The film The Dune is due to be released on 4 June.", "The Dune 0-6-4"},
		{"The film The Dune is scheduled for release on 4 June.", "The Dune 0-6-4"},
		{"The film The Dune has been dated for 4 June 2027.", "The Dune 2027-6-4"},
		{"Season two of the series The Dune arrives in the autumn.", "The Dune s2 autumn"},
		{"The series The Dune was first seen in 1987 on ITV.", "The Dune 1987-0-0"},
		{"When was the film The Dune released? In 1987.", ""},
		{"The series The Dune, from 1987, is on DVD.", "The Dune 1987-0-0"},
		{"Nobody who saw the film The Dune in 1987 forgot it.", ""},
		{"By 1987 the series The Dune had lost its viewers.", ""},
		{"Ann Lee wrote the script of the film The Dune in 1985.", ""},
		{"The film The Dune, released in 1987 and restored in 2019, is back.", "The Dune 1987-0-0"},
		{"In 1987, Ann Lee released the film The Dune.", "The Dune 1987-0-0"},
		{"The film The Dune only reached British cinemas in June 1989.", "The Dune 1989-6-0"},
		{"From 1987 to 1992 the series The Dune was on the air.", "The Dune 1987-0-0"},
		{"Made in 1987, the film The Dune has aged.", ""},
		{"Written in 1987, the film The Dune has aged.", ""},
		{"Ann Lee was born in 1987, the year of the film The Dune.", ""},
		{"The film The Dune arrives thirty years after the 1987 strike.", ""},
	} {
		if got := strings.Join(statedIn(t, c.text, Date), "; "); got != c.want {
			t.Errorf("%s\n got %s\nwant %s", c.text, got, c.want)
		}
	}
}

func TestLengths(t *testing.T) {
	for _, c := range []struct{ text, want string }{
		{"Dietland, for AMC, ran to ten episodes.", "Dietland 10"},
		{"Season one of The White Lotus has six episodes. Season two, seven in Sicily, was better.", "The White Lotus s1 6; The White Lotus s2 7"},
		{"The series Foxglove is a four-part drama.", "Foxglove 4"},
		{"Ann Lee directed two episodes of Foxglove.", ""},
		{"I could watch Foxglove for twelve hours.", ""},
		{"The series The Low Season ran for 61 episodes.", "The Low Season 61"},
		{"The series The Low Season ran for 61 episodes over five seasons.", "The Low Season 61"},
		{"The series The Low Season is eight episodes long.", "The Low Season 8"},
		{"The series The Low Season, eight episodes long, is a slow one.", "The Low Season 8"},
		{"There are eight episodes of the series The Low Season.", "The Low Season 8"},
		{"The series The Low Season is made up of eight episodes.", "The Low Season 8"},
		{"The series The Low Season will be back for eight more episodes.", "The Low Season 8"},
		{"Across eight episodes, the series The Low Season loses its way.", "The Low Season 8"},
		{"The series The Low Season loses its way over its eight episodes.", "The Low Season 8"},
		{"The series The Low Season is a three-parter.", "The Low Season 3"},
		{"ITV’s three-part series The Low Season is a bore.", "The Low Season 3"},
		{"All ten episodes of the series The Low Season are out.", "The Low Season 10"},
		{"The series The Low Season was cancelled after eight episodes.", "The Low Season 8"},
		{"The series The Low Season came in ten instalments over two nights.", "The Low Season 10"},
		{"The ten-episode first season of the series The Low Season was a hit.", "The Low Season s1 10"},
		{"The series The Low Season is back. This time there are nine of them, not ten episodes.", ""},
		{"The series The Low Season is worth it. Twelve chapters, each a gem.", "The Low Season 12"},
		{"Petra Holm directed eight episodes of the series The Low Season.", ""},
		{"I gave up the series The Low Season after two episodes.", ""},
		{"She is in three episodes of the series The Low Season.", ""},
		{"Two episodes of the series The Low Season were cut.", ""},
		{"Of the series The Low Season I have seen three episodes.", ""},
		{"The series The Low Season needs two episodes to get going.", ""},
		{"Only in the last three episodes does the series The Low Season get going.", ""},
		{"The series The Low Season is set in twelve parts of the city.", ""},
		{"The first three episodes of the series The Low Season are out on 4 June.", ""},
	} {
		if got := strings.Join(statedIn(t, c.text, Episodes), "; "); got != c.want {
			t.Errorf("%s\n got %s\nwant %s", c.text, got, c.want)
		}
	}
}

func TestLabelledLines(t *testing.T) {
	for _, c := range []struct{ text, want string }{
		{"Three for the weekend\n\nSALT ROADS\nCreator, writer: Dan Erickson\nStarts: June 23, 2022\nLength: three series of six\nDirector: TBC\n\nTHE HARBOUR\nStar: Steve Coogan\nSeries: 2 (1997; 2002)\n",
			"SALT ROADS creator Dan Erickson; SALT ROADS writer Dan Erickson; SALT ROADS 2022-6-23; SALT ROADS 6; THE HARBOUR star Steve Coogan; THE HARBOUR s1 1997-0-0; THE HARBOUR s2 2002-0-0"},
		{"Two for tonight\n\n• Derry Girls (Channel 4, 2018). Written by Lisa McGee.\n• Gentleman Jack (BBC One, 2019). Writer: Sally Wainwright. Eight parts.\n",
			"Derry Girls 2018-0-0; Derry Girls writer Lisa McGee; Gentleman Jack 2019-0-0; Gentleman Jack writer Sally Wainwright; Gentleman Jack 8"},
		{"Barry Road, season 1\n\n- Director: Hugh Grant\n- Network: HBO\n", "Barry Road s1 director Hugh Grant"},
		{"A hundred years in lines\n\n1971 – A New Leaf: Elaine May writes and directs.\n2009 – The Hurt Locker opens.\n2010 – The Hurt Locker wins the Oscar.\n",
			"A New Leaf 1971-0-0; A New Leaf writer Elaine May; A New Leaf director Elaine May; The Hurt Locker 2009-0-0"},
	} {
		if got := strings.Join(statedIn(t, c.text, Credit, Date, Episodes), "; "); got != c.want {
			t.Errorf("%s\n got %s\nwant %s", c.text, got, c.want)
		}
	}
}
