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
	stated, found := Find(Text{Text: a.Text, Blocks: a.Blocks, Sentences: sentences, Found: found})
	var all []string
	for _, c := range stated {
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
