package claims

import (
	"strings"
	"testing"
)

// TestRanks reads places in careers and firsts of a gender, beside what counts something else.
func TestRanks(t *testing.T) {
	for _, c := range []struct{ text, want string }{
		{"Low Season (2019) is Petra Holm’s second feature.", "Low Season director Petra Holm 2"},
		{"The film The Low Season was Petra Holm’s fourth.", "The Low Season director Petra Holm 4"},
		{"Petra Holm’s second feature, The Low Season, opens in May.", "The Low Season director Petra Holm 2"},
		{"The film The Low Season, Petra Holm’s second feature, opens in May.", "The Low Season director Petra Holm 2"},
		{"Petra Holm directed the film The Low Season, her third.", "The Low Season director Petra Holm 3"},
		{"Petra Holm directed the film The Low Season. It is her third film.", "The Low Season director Petra Holm 3"},
		{"The Low Season (2019) is the third film directed by Petra Holm.", "The Low Season director Petra Holm 3"},
		{"The Low Season (2019) is the third film that Petra Holm has directed.", "The Low Season director Petra Holm 3"},
		{"The Low Season (2019) is the third film Petra Holm has made.", "The Low Season director Petra Holm 3"},
		{"The Low Season (2019) was the first that Petra Holm wrote.", "The Low Season writer Petra Holm 1"},
		{"Petra Holm makes her debut with the film The Low Season.", "The Low Season director Petra Holm 1"},
		{"Petra Holm made her directorial debut on the series The Low Season.", "The Low Season director Petra Holm 1"},
		{"The film The Low Season marks the directorial debut of Petra Holm.", "The Low Season director Petra Holm 1"},
		{"The film The Low Season marks Petra Holm’s debut as a director.", "The Low Season director Petra Holm 1"},
		{"The film The Low Season, a directorial debut for Petra Holm, opens in May.", "The Low Season director Petra Holm 1"},
		{"The film The Low Season, Petra Holm’s sophomore feature, opens in May.", "The Low Season director Petra Holm 2"},
		{"The film The Low Season is by first-time writer Petra Holm.", "The Low Season writer Petra Holm 1"},
		{"The film The Low Season was Petra Holm’s last film.", "The Low Season director Petra Holm"},
		{"The Low Season (2019) was the last film Petra Holm directed.", "The Low Season director Petra Holm"},
		{"Petra Holm directed her last film, The Low Season, in 2019.", "The Low Season director Petra Holm"},
		{"Petra Holm had never directed a feature before the film The Low Season.", "The Low Season director Petra Holm 1"},
		{"Petra Holm had not acted before she was cast in the film The Low Season.", "The Low Season cast Petra Holm 1"},
		{"Petra Holm became the first woman to direct a Bond film with The Low Season (2019).", "The Low Season director Petra Holm 1"},
		{"With the series The Low Season, Petra Holm is the first woman to run a show for Netflix.", "The Low Season showrunner Petra Holm 1"},
		{"Petra Holm was the second woman to direct the series The Low Season.", "The Low Season director Petra Holm 2"},
		{"No woman had directed the series The Low Season before Petra Holm.", "The Low Season director Petra Holm 1"},
		{"The film The Low Season is the first feature by Petra Holm.", "The Low Season director Petra Holm 1"},
		{"The film The Low Season is the feature debut of writer-director Petra Holm.", "The Low Season director Petra Holm 1"},
		{"It is the first score that Petra Holm has written, and the film The Low Season gains by it.", "The Low Season composer Petra Holm 1"},
		{"Petra Holm’s first score, for the film The Low Season, is loud.", "The Low Season composer Petra Holm 1"},
		{"Petra Holm, in her first leading role, carries the film The Low Season.", "The Low Season star Petra Holm 1"},
		{"Petra Holm’s screen debut was the film The Low Season.", "The Low Season cast Petra Holm 1"},
		{"Petra Holm’s first husband produced the film The Low Season.", ""},
		{"Petra Holm shot the first scene of the film The Low Season.", ""},
		{"For the first time in years Petra Holm liked a film.", ""},
		{"Petra Holm saw her first film, The Low Season, at six.", ""},
		{"Petra Holm won her first Oscar for the film The Low Season.", ""},
		{"It was her first day on the film The Low Season, said Petra Holm.", ""},
		{"Petra Holm would like to make her debut with the film The Low Season.", ""},
		{"The film The Low Season is not Petra Holm’s last word.", ""},
		{"Petra Holm’s second child was born before the film The Low Season.", ""},
		{"The first woman in the film The Low Season is a nurse.", ""},
		{"Petra Holm had never seen the film The Low Season before.", ""},
		{"The second act of Petra Holm’s film The Low Season drags.", ""},
		{"The film The Low Season lost its first director, Petra Holm.", ""},
	} {
		if got := strings.Join(statedIn(t, c.text, Rank), "; "); got != c.want {
			t.Errorf("%s\n got %s\nwant %s", c.text, got, c.want)
		}
	}
}
