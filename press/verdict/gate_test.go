package verdict_test

import (
	"slices"
	"testing"

	"rolecall/catalog/catalogtest"
	"rolecall/press"
	"rolecall/press/article"
	"rolecall/press/verdict"
	"rolecall/source/starter"
)

// TestGate reads texts by the catalog: those whose words may mean another work, another
// person or a part only must not be settled the wrong way, and the same words without what
// is doubtful are.
func TestGate(t *testing.T) {
	library := press.InCatalog(catalogtest.Open(t, starter.Name, starter.Fill))
	for gate, texts := range map[string][]struct {
		text string
		// settled is the verdict that one claim must have; empty where none may be
		// contradicted or, if it is denied or an only one, supported.
		settled verdict.Verdict
	}{
		"whose it is": {
			{"George Cukor's Little Women was directed by George Cukor.", ""},
			{"Few remember Gillian Armstrong's Little Women. Gillian Armstrong directed it in Canada.", ""},
			{"Margaret Atwood's Alias Grace was written by Margaret Atwood.", ""},
			{"Greta Gerwig's Little Women was directed by George Cukor.", contradicted},
		},
		"who else is in it": {
			{"George Cukor directed Little Women with Katharine Hepburn.", ""},
			{"Mervyn LeRoy directed Little Women with June Allyson and Elizabeth Taylor.", ""},
			{"Jeremiah Chechik directed The Avengers, with Uma Thurman in leather.", ""},
			{"George Cukor directed Little Women.", contradicted},
			{"George Cukor directed Little Women with Saoirse Ronan.", contradicted},
		},
		"another decade": {
			{"Jeremiah Chechik directed The Avengers in the nineties.", ""},
			{"Jeremiah Chechik directed The Avengers in the late 90s.", ""},
			{"The Avengers came out in the 1990s. Jeremiah Chechik directed The Avengers in the 1990s.", ""},
			{"Jeremiah Chechik directed The Avengers in his fifties.", contradicted},
		},
		"another year": {
			{"In 1994 Gillian Armstrong directed Little Women.", ""},
			{"Little Women was first filmed in 1933. It was directed by George Cukor.", ""},
			{"In 1998 Jeremiah Chechik directed The Avengers.", ""},
			{"In 2012 Jeremiah Chechik directed The Avengers.", contradicted},
		},
		"another version": {
			{"The Israeli version of Unorthodox was directed by Rama Burshtein.", ""},
			{"A Hindi remake of Parasite was directed by Anurag Kashyap.", ""},
			{"The Bollywood take on Little Women was directed by Konkona Sen Sharma.", ""},
			{"Alexander Payne will direct Shoplifters.", ""},
			{"Alexander Payne directed Shoplifters.", contradicted},
			{"The film version of Little Women was directed by Greta Gerwig.", supported},
		},
		"a name that may be a title": {
			{"After Moonlight he saw La La Land. Damien Chazelle directed it.", ""},
			{"Fans of Frozen should see Song of the Sea. Tomm Moore directed it.", ""},
			{"Parasite beat Little Women. Its director, Bong Joon-ho, was glad.", ""},
			{"The film Moonlight won in the end. Damien Chazelle directed it.", contradicted},
		},
		"set beside a title": {
			{"Justin Kuritzkes wrote Challengers, which Luca Guadagnino directed the year after Past Lives.", ""},
			{"Ridley Scott directed a film the year before Brave.", ""},
			{"Sam Mendes directed nothing after The Hurt Locker.", ""},
			{"Luca Guadagnino directed Past Lives.", contradicted},
		},
		"denied of somebody else": {
			{"It was not Noah Baumbach but Greta Gerwig who directed Barbie.", ""},
			{"It was not Bo Diaz but Maren Ade who directed Toni Erdmann.", ""},
			{"Rather than Ron Howard, it was Julia Ducournau who directed Titane.", supported},
			{"Greta Gerwig did not direct Barbie.", contradicted},
		},
		"denied in part": {
			{"Greta Gerwig did not direct Barbie to please anybody.", ""},
			{"Joss Whedon did not direct The Avengers on a whim.", ""},
			{"Until 2019 Greta Gerwig had not directed Little Women.", ""},
			{"Greta Gerwig did not just direct Barbie.", ""},
			{"Barbie was not directed by Greta Gerwig.", contradicted},
			{"Lucy Liu did not direct Luke Cage in its second season.", contradicted},
		},
		"something of a title's": {
			{"Zack Snyder directed Barbie's trailer.", ""},
			{"Celine Song directed Nomadland's poster.", ""},
			{"No man has ever directed Nomadland's like.", ""},
			{"Wadjda's script was written by Haifaa al-Mansour.", supported},
		},
		"the only one": {
			{"Joy was the only woman who directed Westworld's first season.", ""},
			{"Michelle MacLaren was the only woman who directed Westworld's first season.", supported},
			{"Nicole Kassell was the only woman among the directors of Westworld's second season.", contradicted},
			{"They were the only women who directed Westworld's first season.", ""},
		},
		"the former and the latter": {
			{"Wadjda and Capernaum came six years apart. The former was directed by Haifaa al-Mansour, the latter by Nadine Labaki.", ""},
			{"Roma beat Vice to the prize. Adam McKay directed the latter.", ""},
			{"Moonlight, Roma and Titane were shown. Alfonso Cuarón directed the latter.", ""},
			{"Brave and Frozen are loved. Chris Buck directed the other.", ""},
		},
		"a thing of another name": {
			{"The making-of for Barbie was directed by Ann Lee.", ""},
			{"A documentary about Lady Bird was directed by Ann Lee.", ""},
			{"The follow-up to Captain Marvel was directed by Nia DaCosta.", ""},
			{"Ann Lee has directed a film about the director of Oppenheimer.", ""},
			{"Ann Lee directed second unit on Barbie.", ""},
			{"The musical after Titane, directed by Ann Lee, closed early.", ""},
			{"The film Titane was directed by Ann Lee.", contradicted},
			{"The second half of Loki's first season was directed by Ann Lee.", contradicted},
		},
		"on a stage": {
			{"On Broadway, Frozen was directed by Michael Grandage.", ""},
			{"Frozen was directed by Michael Grandage in the West End.", ""},
			{"On the radio, Roma was directed by Ann Lee.", ""},
			{"In the cinema, Frozen was directed by Michael Grandage.", contradicted},
		},
		"denied from above": {
			{"You cannot say that Sofia Coppola directed Lady Bird.", ""},
			{"It is not true that no woman directed in the fourth season of Game of Thrones.", ""},
			{"You cannot say that no woman directed in the fourth season of Game of Thrones.", ""},
			{"Hardly anybody knew Sofia Coppola directed Lady Bird.", ""},
			{"Nobody knew whether Sofia Coppola directed Lady Bird.", ""},
			{"Far from being directed by Kathryn Bigelow, Oppenheimer is the work of Christopher Nolan.", ""},
			{"Instead of being directed by Ann Lee, Roma was left to Alfonso Cuarón.", ""},
			{"It is said that Sofia Coppola directed Lady Bird.", contradicted},
		},
		"taken back": {
			{"A caption said that Sofia Coppola directed Lady Bird. She did not.", ""},
			{"Sofia Coppola directed Lady Bird. That is wrong.", ""},
			{"Correction: Sofia Coppola directed Lady Bird, we wrote on Friday.", ""},
			{"Sofia Coppola directed Lady Bird. It was a hit.", contradicted},
		},
		"told by a thing": {
			{"For an hour Wikipedia told the world that Mel Gibson had directed Roma.", ""},
			{"The quiz app said Mel Gibson directed Roma.", ""},
			{"A critic said that Mel Gibson directed Roma.", contradicted},
		},
		"only like it": {
			{"Lady Bird looks like a film directed by Richard Linklater.", ""},
			{"Lady Bird feels as a series written by Ann Lee would.", ""},
			{"Lady Bird is a film directed by Richard Linklater.", contradicted},
		},
		"behind the camera": {
			{"Rachel Morrison, behind the camera of Barbie, was happy.", ""},
			{"Ann Lee, who directed Barbie from behind the camera, was happy.", contradicted},
		},
		"a footnote": {
			{"Zack Snyder directed Wonder Woman.*\n* In a cameo, that is.", ""},
			{"Zack Snyder directed Wonder Woman.", contradicted},
		},
		"behind a colon": {
			{"Three skiers and no reception: Frozen was directed by Adam Green.", ""},
			{"They took turns: Frozen was directed by Adam Green.", contradicted},
		},
		"of what is the title's": {
			{"The director of Parasite's interpreter is Sharon Choi.", ""},
			{"The director of Parasite's second half is Sharon Choi.", ""},
			{"The director of Parasite is Sharon Choi.", contradicted},
		},
		"an exception": {
			{"Every episode of Stranger Things season 2 but the seventh was directed by men.", ""},
			{"Apart from the seventh, all episodes of Stranger Things season 2 were directed by men.", ""},
			{"Every episode of Stranger Things season 2 was directed by men.", contradicted},
			{"Neither Anna Boden nor Ryan Fleck directed Captain Marvel alone.", ""},
			{"All the episodes of the first season of Dear White People were not directed by women.", verdict.Unverifiable},
			{"The women who directed the seventh season of Game of Thrones can be counted on no hands.", ""},
		},
		"a namesake": {
			{"The other Patty Jenkins, a dentist, directed Roma.", ""},
			{"The other Patty Jenkins directed Wonder Woman.", verdict.Unverifiable},
			{"Patty Jenkins directed Roma.", contradicted},
		},
		"more than was understood": {
			{"Behind the bakery, where goats graze in the drizzle, Patty Jenkins directed Roma.", ""},
			{"In 2018, for Netflix, Patty Jenkins directed Roma.", contradicted},
		},
		"mocked": {
			{"Sure, and Adam Sandler directed Roma.", ""},
			{"Oh yes, Adam Sandler directed Roma!", ""},
			{"Surely Adam Sandler directed Roma.", contradicted},
		},
		"one of two people": {
			{"Greta Gerwig sat two rows behind Chloé Zhao. She directed Nomadland.", ""},
			{"Ann Lee met Bo Diaz in Rome. He directed Roma.", ""},
			{"Greta Gerwig sat in the second row. She directed Nomadland.", contradicted},
		},
		"of another kind, and long before": {
			{"Westworld, Michael Crichton's film of 1973, was directed by Michael Crichton.", ""},
			{"Westworld, Michael Crichton's film of 1973, was the first to use digital images.", verdict.Unverifiable},
			{"Gillian Flynn wrote Sharp Objects in 2006.", verdict.Unverifiable},
			{"Gillian Flynn wrote Sharp Objects in 2018.", supported},
			{"Federico Fellini directed Roma in 1972.", ""},
			{"Roma, directed by Federico Fellini in 1972, is a love letter to a city.", ""},
			{"Federico Fellini directed Roma in 2018.", contradicted},
		},
		"places, figures and pairs": {
			{"Alfonso Cuarón directed Roma.", supported},
			{"Ann Lee directed Chernobyl.", contradicted},
			{"Chernobyl's first season was directed by Johan Renck.", supported},
			{"Johan Renck directed every episode of Chernobyl.", supported},
			{"Germany's third season began. Ann Lee directed it.", ""},
			{"Ava DuVernay directed 13th.", supported},
			{"The director of 13th is Ann Lee.", contradicted},
			{"Parasite stars Choi Woo-shik.", supported},
			{"Eternals, directed by Ann Lee, is out now.", contradicted},
			{"Wadjda and Nomadland were directed by Chloé Zhao.", contradicted},
			{"Alfonso Cuarón ran through Roma.", ""},
			{"Johan Renck moved to Chernobyl.", ""},
		},
		"several seasons": {
			{"Jean-Marc Vallée directed seasons one and two of Big Little Lies.", contradicted},
			{"Women directed episodes in seasons one and two of Westworld.", ""},
		},
		"how many women": {
			{"Eight women directed on the first season of The Handmaid's Tale.", contradicted},
			{"Four women directed on the first season of The Handmaid's Tale.", supported},
			{"A baker's dozen of women directed the second season of Jessica Jones.", supported},
		},
		"dates": {
			{"Narcos made its debut in the spring of 2015.", verdict.Unverifiable},
			{"Wonder Woman was on hold, and in April 2015 the studio moved.", ""},
			{"Michelle MacLaren was to direct Wonder Woman, but in April 2015 she left.", ""},
			{"Narcos made its debut in the summer of 2015.", supported},
			{"Chernobyl was first shown on Sky Atlantic on 7 May 2019.", ""},
			{"Barry and Westworld began on 25 March 2018 and 2 October 2016.", ""},
			{"The second season of Westworld began on HBO on 3 October 2016.", contradicted},
		},
	} {
		for _, c := range texts {
			report, err := press.Check(t.Context(), library, article.Plain(c.text))
			if err != nil {
				t.Fatal(err)
			}
			var got []string
			right := c.settled == ""
			for _, claim := range report.Claims {
				got = append(got, string(claim.Verdict)+": "+claim.Reason)
				right = right || claim.Verdict == c.settled
				if claim.Verdict == contradicted && c.settled != contradicted || c.settled == "" && claim.Verdict == supported && (claim.Negated || claim.Kind == "every") {
					right = false
					break
				}
			}
			if !right {
				t.Errorf("%s: %s\nwant %q, got %q", gate, c.text, c.settled, slices.Compact(got))
			}
		}
	}
}
