package claims_test

import "testing"

func TestOffScreen(t *testing.T) {
	for text, want := range map[string]bool{
		"The band's third album was written by Ann Lee and produced by Bo Diaz. The single, Grey Harbour, was released on 3 May 2021, " +
			"and a tour follows. Guitarist Eve Marsh joined the singer in the studio, and drummer Ida Roth wrote three songs. " +
			"She is the first woman to top the chart with two albums.": false,
		"Ann Lee scored the first goal of the match. Coach Bo Diaz led the club to the league title in 2019, and striker Eve Marsh played " +
			"in every fixture. Three of the nine coaches in the tournament are women.": false,
		"The minister promised a vote in parliament. Senator Ann Lee, who wrote the bill, leads a campaign of voters; 40 percent of candidates were women.": false,
		"The film Grey Harbour was directed by Ann Lee. It follows a band on tour, and the songs of its second album carry the movie. " +
			"Eve Marsh stars as the singer, and the film's director lets guitarist and drummer talk.": true,
		"The series Grey Harbour was created by Ann Lee. Its songs come from the band's first album.": true,
	} {
		if all, _ := claimsOf(t, text); len(all) > 0 != want {
			t.Errorf("%s\n\t%d claims", text, len(all))
		}
	}
}
