package english

import (
	"fmt"
	"slices"
	"strings"
	"testing"
	"time"
)

// describe writes items as tests compare them: class and text.
func describe(text string) string {
	var parts []string
	for _, s := range Sentences(text, nil, nil) {
		for _, i := range Items(s.Tokens, nil, nil) {
			word := text[i.Start:i.End]
			if i.Class != Word {
				word = fmt.Sprintf("%s[%s]", i.Class, word)
			}
			parts = append(parts, word)
		}
	}
	return strings.Join(parts, " ")
}

func TestItems(t *testing.T) {
	for text, want := range map[string]string{
		"All 13 episodes of season two will be directed by women.":     "All number[13] unit[episodes] of season[season two] will be did[directed] by gender[women] .",
		"The upcoming 13-episode run":                                  "The upcoming number[13] unit[episode] run",
		"an all-female list of directors":                              "an all gender[female] list of role[directors]",
		"Written, produced and directed by men.":                       "did[Written, produced and directed] by gender[men] .",
		"Women directed 17% of all episodes in the 2015-16 season":     "gender[Women] did[directed] share[17%] of all unit[episodes] in the year[2015-16 season]",
		"one-third, two thirds, a quarter and one in five":             "share[one-third] , share[two thirds] , share[a quarter] and share[one in five]",
		"on Thursday, March 8, for season 2":                           "on date[Thursday, March 8] , for season[season 2]",
		"In seasons 1, 2, 5 and 6 there were none":                     "In season[seasons 1, 2, 5 and 6] there were none",
		"the first three episodes, the eighth episode and episode 2":   "the episode[first three episodes] , the episode[eighth episode] and episode[episode 2]",
		"It cost $100 million over two and a half years":               "It cost money[$100 million] over measure[two and a half years]",
		"the 100 highest-grossing films of 2019":                       "the position[100 highest-grossing films] of year[2019]",
		"there has been a woman in the director’s chair":               "there has been a gender[woman] post[in the director’s chair]",
		"the creator, writer and executive producer":                   "the role[creator, writer and executive producer]",
		"the board of directors, the Directors Guild and half an hour": "the ignore[board of directors] , the ignore[Directors Guild] and ignore[half an hour]",
		"twenty-two, 2,714 and a dozen":                                "number[twenty-two] , number[2,714] and number[a dozen]",
		"It wasn't; men aren't":                                        "It was n't ; gender[men] are n't",
		"on International Women's Day, 8 March 2018 or March 2018":     "on date[International Women's Day] , date[8 March 2018] or date[March 2018]",
		"17 per cent, 17 percent":                                      "share[17 per cent] , share[17 percent]",
		"She may march in March, in May or on the 3rd of May.":         "She may march in date[March] , in date[May] or on the date[3rd of May] .",
		"executive producer and showrunner":                            "role[executive producer and showrunner]",
		"w\u200bom\u00aden and \u202emen":                              "gender[w\u200bom\u00aden] and gender[men]",
	} {
		if got := describe(text); got != want {
			t.Errorf("%s\n got %s\nwant %s", text, got, want)
		}
	}
}

func TestSentences(t *testing.T) {
	text := "A headline without a stop\n\nMr. Jones met S.J. Clarkson in St. Ives. “Did you?” he asked. She did! It cost 3.5 million… or so.\nIs it?"
	want := []string{"A headline without a stop", "Mr. Jones met S.J. Clarkson in St. Ives.", "“Did you?” he asked.", "She did!", "It cost 3.5 million… or so.", "Is it?"}
	sentences := Sentences(text, nil, nil)
	if len(sentences) != len(want) {
		t.Fatalf("%d sentences: %+v", len(sentences), sentences)
	}
	for i, s := range sentences {
		if got := text[s.Start:s.End]; got != want[i] {
			t.Errorf("sentence %d: %q, want %q", i, got, want[i])
		}
	}
	if !sentences[5].Question || sentences[1].Question {
		t.Error("questions are told by their mark")
	}
}

// The sentences of a text, parted by " | ".
func sentencesOf(text string) string {
	var parts []string
	for _, s := range Sentences(text, nil, nil) {
		parts = append(parts, text[s.Start:s.End])
	}
	return strings.Join(parts, " | ")
}

// What is no end of a sentence is not cut, what is one is. " | " stands where a cut must
// be.
func TestStops(t *testing.T) {
	for _, want := range []string{
		"Bill Murray is St. Vincent in it. | D. B. Weiss and J.J. Abrams saw Mr. Robot.",
		"Kramer vs. Kramer is No. 1 again. | He saw it.",
		"Did she? | No. | She wrote it.",
		"Was it asked? | No. | I did want to, at school.",
		"It is a U.S. series on at 8 p.m. Thursday on the BBC. | It ends on Sept. 5 at 9 p.m. | She is glad.",
		"It was made in the U.S. | She left the U.K. | The series ran there.",
		"It came to the U.S. The Office did too.",
		"The finale (dir. Wanuri Kahiu) is ep. 5 of it. | Ep. 6 is next.",
		"Warner Bros. Television made it with Lionsgate Corp. Jane Doe ran it. | It sold.",
		"Who directed it? | Jane Campion did.",
		"Quo Vadis, Aida? opened in 2020. | Mamma Mia! was a hit. | One Night in Miami... is by Regina King.",
		"Robert Downey Jr. stars. | Sammy Davis Jr. | He sang.",
		"Our Lady J. Soloway also ran a workshop, e.g. Tuesday. | Scott Pilgrim vs. The World is by Wright.",
		"It is back (on Fri. Oct. 5). | She said: “Did you?” | “No!” | he laughed? no",
		"Rafiki (2018), 83 min. | Dir: Wanuri Kahiu. | Scr: Wanuri Kahiu, Jena Cato Bass. | With Samantha Mugatsia.",
		"Director: Greta Gerwig; | Writer: Noah Baumbach | | Executive Producer: Jane Doe | Cast: Saoirse Ronan",
		"Writer/Director: Tilly Warrender, | Producers: Gus Ah-Kee and Marnie Sloane",
		"The best director: Greta Gerwig. | Our Executive Story Editor: she is here.",
	} {
		text := strings.ReplaceAll(strings.ReplaceAll(want, " | | ", " / "), " | ", " ")
		text, want = strings.ReplaceAll(text, " / ", " | "), strings.ReplaceAll(want, "“No!” | he", "“No!” he")
		if got := sentencesOf(text); got != want {
			t.Errorf("\n got %s\nwant %s", got, want)
		}
	}
}

func TestSentencesKeepToBlocks(t *testing.T) {
	text := "MUDBOUND\nDee Rees directs. Mary J. Blige is in it\n- and Carey Mulligan"
	blocks := []Block{{Span: Span{0, 8}, Shape: Heading, Under: None}, {Span: Span{9, 49}, Shape: Paragraph}, {Span: Span{52, 70}, Shape: ListItem}}
	var got []string
	for _, s := range Sentences(text, blocks, []Span{{0, 8}}) {
		got = append(got, fmt.Sprint(s.Block, text[s.Start:s.End]))
	}
	want := []string{"1Dee Rees directs.", "1Mary J. Blige is in it", "2and Carey Mulligan"}
	if !slices.Equal(got, want) {
		t.Errorf("got %q, want %q", got, want)
	}
}

func TestListMark(t *testing.T) {
	for line, want := range map[string]int{
		"- Titane": 2, "• Titane": 4, "•Titane": 3, "  * Titane": 4, "12. Titane": 4, "3) Titane": 3, "a) Titane": 3,
		"-Titane": 0, "1917 was shown": 0, "2012. It was": 0, "3.5 million": 0, "a fine film": 0, "-": 0, "": 0, "- ": 0, "1.": 0,
	} {
		if got := ListMark(line); got != want {
			t.Errorf("%q: %d, want %d", line, got, want)
		}
	}
}

// Reading takes time in proportion to the text, whatever is put into it.
func TestReadingIsLinear(t *testing.T) {
	for _, part := range []string{".", "?!", "\")", "'", "(", "\n", "- ", "- \n", "a: ", "Dir: ", "A.", "Mr. ", "...\n", "“", "1. ", "Director/", "x", "Dir Dir ", "\u200b", "n't"} {
		timed := func(size int) time.Duration {
			text := strings.Repeat(part, size/len(part))
			start := time.Now()
			Sentences(text, nil, nil)
			return time.Since(start)
		}
		small, large := timed(64<<10), timed(256<<10)
		for try := 0; try < 3 && large > 12*small+500*time.Millisecond; try++ { // others use the machine too
			large = timed(256 << 10)
		}
		if large > 12*small+500*time.Millisecond {
			t.Errorf("%q: 64 KB take %v, 256 KB %v", part, small, large)
		}
	}
}

func FuzzItems(f *testing.F) {
	for _, seed := range []string{"All 13 episodes", strings.Repeat("“", 10000), "w\u200bomen \u202e 'n't", "one-one-one 2015-", "the first and second and third", "\xff\xfe season", strings.Repeat("season ", 300)} {
		f.Add(seed)
	}
	f.Fuzz(func(t *testing.T, text string) {
		end := 0
		for _, s := range Sentences(text, nil, nil) {
			if s.Start < end || s.End > len(text) {
				t.Fatalf("sentence %v after %d of %d", s.Span, end, len(text))
			}
			end = s.End
			at := s.Start
			for _, i := range Items(s.Tokens, nil, nil) {
				if i.Start < at || i.End > s.End || i.Last <= i.First {
					t.Fatalf("item %+v out of order", i)
				}
				at = i.End
			}
		}
	})
}
