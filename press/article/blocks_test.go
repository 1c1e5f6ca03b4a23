package article

import (
	"testing"
)

// Lines become what a reader takes them for, and stand under what they are about.
func TestBlocksOfText(t *testing.T) {
	for content, want := range map[string][]string{
		"Severance\nStarts: February 18, 2022\nCreator: Dan Erickson\nStiller took six of the nine.\n\nThe Bear\nStarts: June 23, 2022\nA chef comes home.\n\nBoth are back next year.": {
			"heading: Severance", "field <Severance [Starts]: Starts: February 18, 2022", "field <Severance [Creator]: Creator: Dan Erickson", "paragraph <Severance: Stiller took six of the nine.",
			"heading: The Bear", "field <The Bear [Starts]: Starts: June 23, 2022", "paragraph <The Bear: A chef comes home.", "paragraph: Both are back next year."},
		"Severance\nCreator: Dan Erickson\nThe Bear\nCreator: Christopher Storer": {
			"heading: Severance", "field <Severance [Creator]: Creator: Dan Erickson", "heading: The Bear", "field <The Bear [Creator]: Creator: Christopher Storer"},
		"1. Lynne Ramsay\nFour features so far.\n\n2. Kelly Reichardt\nShe edits her films as well.": {
			"entry: Lynne Ramsay", "paragraph <Lynne Ramsay: Four features so far.", "entry: Kelly Reichardt", "paragraph <Kelly Reichardt: She edits her films as well."},
		"1. Titane\n\nJulia Ducournau directed it.\n\n2. Wadjda\n\nHaifaa al-Mansour did.": {
			"heading: Titane", "paragraph <Titane: Julia Ducournau directed it.", "heading: Wadjda", "paragraph <Wadjda: Haifaa al-Mansour did."},
		"Chernobyl\n\n- Director: Johan Renck\n- Network: HBO": {
			"heading: Chernobyl", "field <Chernobyl [Director]: Director: Johan Renck", "field <Chernobyl [Network]: Network: HBO"},
		"Films by women\n\n• Titane (2021), directed by Julia Ducournau\n• Wadjda (2012)": {
			"heading: Films by women", "entry <Films by women: Titane (2021), directed by Julia Ducournau", "entry <Films by women: Wadjda (2012)"},
		"- Drama\n  - Titane (Julia Ducournau)\n  - Wadjda\n- Comedy\n  1. Barbie\n": {
			"entry: Drama", "entry <Drama: Titane (Julia Ducournau)", "entry <Drama: Wadjda", "entry: Comedy", "entry <Comedy: Barbie"},
		"* Big Little Lies, season 1:\n  Jean-Marc Vallée directed all of it.\n\n  It won.\n\nThen Andrea Arnold came.": {
			"entry: Big Little Lies, season 1:", "paragraph <Big Little Lies, season 1:: Jean-Marc Vallée directed all of it.", "paragraph <Big Little Lies, season 1:: It won.", "paragraph: Then Andrea Arnold came."},
		"# Ten series\n\nOf them.\n\n## Severance ##\n\nDan Erickson made it.\n\n## The Bear\n\nLoud.": {
			"heading: Ten series", "paragraph <Ten series: Of them.", "heading <Ten series: Severance", "paragraph <Severance: Dan Erickson made it.", "heading <Ten series: The Bear", "paragraph <The Bear: Loud."},
		"Season 1\n--------\nDan Erickson created it.\n\n***\n\n**The Bear**\nCreated by: Christopher Storer": {
			"heading: Season 1", "paragraph <Season 1: Dan Erickson created it.", "heading <Season 1: The Bear", "field <The Bear [Created by]: Created by: Christopher Storer"},
		"MUDBOUND\nDee Rees directs. Mary J. Blige is in it.\n\nThen there is more of it.": {
			"heading: MUDBOUND", "paragraph <MUDBOUND: Dee Rees directs. Mary J. Blige is in it.", "paragraph: Then there is more of it."},
		"Barry, season 1 (2018)\n\nDirected by Bill Hader and Hiro Murai.": {
			"heading: Barry, season 1 (2018)", "paragraph <Barry, season 1 (2018): Directed by Bill Hader and Hiro Murai."},
		"MONDAY\n\nThe Ladykillers ★★★★★\nFilm4, 3.10pm\n(Alexander Mackendrick, 1955) With Alec Guinness.\n\nTUESDAY\n\nFish Tank\nFilm4, 10.50pm\n(2009) By Andrea Arnold.": {
			"heading: MONDAY", "heading <MONDAY: The Ladykillers", "paragraph <The Ladykillers: Film4, 3.10pm", "paragraph <The Ladykillers: (Alexander Mackendrick, 1955) With Alec Guinness.",
			"heading: TUESDAY", "heading <TUESDAY: Fish Tank", "paragraph <Fish Tank: Film4, 10.50pm", "paragraph <Fish Tank: (2009) By Andrea Arnold."},
		"On this week\n\nThursday 8 March\n8pm BBC One Happy Valley\n9.30pm Channel 4 Derry Girls\n\nMarch 9 – Jessica Jones\nSept. 6: Queen Sugar": {
			"heading: On this week", "heading <On this week: Thursday 8 March", "entry <Thursday 8 March: 8pm BBC One Happy Valley", "entry <Thursday 8 March: 9.30pm Channel 4 Derry Girls",
			"entry <On this week: March 9 – Jessica Jones", "entry <On this week: Sept. 6: Queen Sugar"},
		"1896 – Alice Guy films La Fée aux choux.\n1975 – Jeanne Dielman. Chantal Akerman is 25.\n2010: Steven Moffat takes over.": {
			"entry: 1896 – Alice Guy films La Fée aux choux.", "entry: 1975 – Jeanne Dielman. Chantal Akerman is 25.", "entry: 2010: Steven Moffat takes over."},
		"When did you begin?\n\nIn 2014.\n\nIt was hard.\n\nWho directed it?\n\nI did.": {
			"question: When did you begin?", "answer: In 2014.", "answer: It was hard.", "question: Who directed it?", "answer: I did."},
		"Q: So one woman.\n\nA: Two, counting me.\n\nQ. Who else?\nA. Kit is.": {
			"question: So one woman.", "answer: Two, counting me.", "question: Who else?", "answer: Kit is."},
		"KASDAN: Who directed it?\nGERWIG: I did.\nKASDAN: When?\nGERWIG: In 2017.": {
			"question: KASDAN: Who directed it?", "answer: GERWIG: I did.", "question: KASDAN: When?", "answer: GERWIG: In 2017."},
		"0:14 Welcome back. Season four, right?\n\n0:22 Right. Issa López did all of it.\n\n1:02:31 Like Fukunaga.": {
			"paragraph: Welcome back. Season four, right?", "paragraph: Right. Issa López did all of it.", "paragraph: Like Fukunaga."},
		"Broken down by employer:\n• Meridian: 41%\n• Corvid: 22%\nThirteen series employed no women at all.": {
			"heading: Broken down by employer", "entry <Broken down by employer: Meridian: 41%", "entry <Broken down by employer: Corvid: 22%", "paragraph: Thirteen series employed no women at all."},
		"CASTING: Imelda Staunton is to play the Queen.\nWRITING: Peter Morgan, as before.": {
			"field [CASTING]: CASTING: Imelda Staunton is to play the Queen.", "field [WRITING]: WRITING: Peter Morgan, as before."},
		"Director – Joanna Calo\nNetwork ..... FX\nStars\tAyo Edebiri": {
			"field [Director]: Director – Joanna Calo", "field [Network]: Network ..... FX", "paragraph: Stars\tAyo Edebiri"},
		"| Title | Director |\n|---|:--|\n| Titane | Julia Ducournau |\n| Wadjda | Haifaa al-Mansour |\n\nAll of them.": {
			"row: Title\tDirector", "row: Titane\tJulia Ducournau", "row: Wadjda\tHaifaa al-Mansour", "paragraph: All of them."},
		"The film was made by a woman who had never been to film school before, and\nwho was thirty. It was shot by Ari Wegner. Later she\nmade others.\n1917 is no film of hers.": {
			"paragraph: The film was made by a woman who had never been to film school before, and\nwho was thirty. It was shot by Ari Wegner. Later she\nmade others.", "paragraph: 1917 is no film of hers."},
		"Lady Bird was written and directed by Greta Gerwig, who acted in films for\nten years. Saoirse Ronan stars. It was shot in Sacramento and New York by.\n1917 is another film. It was directed by Sam Mendes and by Roger Deakins.\nBest Picture too.": {
			"paragraph: Lady Bird was written and directed by Greta Gerwig, who acted in films for\nten years. Saoirse Ronan stars. It was shot in Sacramento and New York by.\n1917 is another film. It was directed by Sam Mendes and by Roger Deakins.\nBest Picture too."},
		"Cast: Adam Scott, Britt Lower, Zach Cherry, Tramell Tillman, John Turturro,\nPatricia Arquette and Christopher Walken\nNetwork: Apple": {
			"field [Cast]: Cast: Adam Scott, Britt Lower, Zach Cherry, Tramell Tillman, John Turturro,\nPatricia Arquette and Christopher Walken", "field [Network]: Network: Apple"},
		"WHAT TO WATCH\n\nThursday, March 8\nJessica Jones\nSeason two, directed by women.\n\nFriday, March 9\nThe Outsider (Netflix)\nJared Leto stars.": {
			"heading: WHAT TO WATCH", "heading <WHAT TO WATCH: Thursday, March 8", "heading <Thursday, March 8: Jessica Jones", "paragraph <Jessica Jones: Season two, directed by women.",
			"heading <WHAT TO WATCH: Friday, March 9", "heading <Friday, March 9: The Outsider (Netflix)", "paragraph <The Outsider (Netflix): Jared Leto stars."},
		"Lady Bird (15) ★★★★\nDir Greta Gerwig; starring Saoirse Ronan and Laurie Metcalf\nUS, 2017, 94 mins\n\nBy Jane Doe": {
			"heading: Lady Bird (15)", "paragraph <Lady Bird (15): Dir Greta Gerwig; starring Saoirse Ronan and Laurie Metcalf", "paragraph <Lady Bird (15): US, 2017, 94 mins", "paragraph: By Jane Doe"},
		"MARROW RIDGE\nCanada/Ireland 2021 · 97 min\nDirector: Ana Vogt\n\nSALT\n1974, 88 mins\nA ship sinks.": {
			"heading: MARROW RIDGE", "paragraph <MARROW RIDGE: Canada/Ireland 2021 · 97 min", "field <MARROW RIDGE [Director]: Director: Ana Vogt",
			"heading: SALT", "paragraph <SALT: 1974, 88 mins", "paragraph <SALT: A ship sinks."},
		"Director:\nWanuri Kahiu\nCast\nSamantha Mugatsia ... Kena\nSheila Munyiva ... Ziki": {
			"heading: Director", "paragraph <Director: Wanuri Kahiu", "heading: Cast", "paragraph <Cast: Samantha Mugatsia ... Kena", "paragraph <Cast: Sheila Munyiva ... Ziki"},
		"By Jane Doe\n\nPublished 3 March 2018\n\nJane Doe: How did it begin?\n\nGreta Gerwig: With my mother.\n\nJD: Who shot it?\n\nGG: Sam Levy did.": {
			"paragraph: By Jane Doe", "paragraph: Published 3 March 2018", "question: Jane Doe: How did it begin?", "answer: Greta Gerwig: With my mother.", "question: JD: Who shot it?", "answer: GG: Sam Levy did."},
		"Women direct": {"paragraph: Women direct"},
		"Quo Vadis, Aida?\n\nJasmila Žbanić directed it.":                                     {"heading: Quo Vadis, Aida?", "paragraph <Quo Vadis, Aida?: Jasmila Žbanić directed it."},
		"11 January 2018\n\nThe report can be downloaded now.":                                {"paragraph: 11 January 2018", "paragraph: The report can be downloaded now."},
		"The film &amp; its &quot;makers&quot;&nbsp;&#8217;s &amp;nbsp;here, by Jane Doe[3].": {"paragraph: The film & its \"makers\" ’s  here, by Jane Doe."},
	} {
		compareBlocks(t, content, want)
	}
}
