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
		"dates": {
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
