package article

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"rolecall/press/english"
)

// written writes blocks as tests compare them: shape, the words above, and the words.
func written(a Article) []string {
	var all []string
	for _, b := range a.Blocks {
		under := ""
		if b.Under != english.None {
			above := a.Blocks[b.Under]
			under = "<" + a.Text[above.Start:above.End]
		}
		if b.Label.End > 0 {
			under += fmt.Sprintf(" [%s]", a.Text[b.Label.Start:b.Label.End])
		}
		all = append(all, strings.TrimSpace(fmt.Sprintf("%s %s", b.Shape, strings.TrimSpace(under)))+": "+a.Text[b.Start:b.End])
	}
	return all
}

func mustRead(t *testing.T, content string) Article {
	t.Helper()
	a, err := Read(strings.NewReader(content))
	if err != nil {
		t.Fatalf("%s: %v", content, err)
	}
	return a
}

func compareBlocks(t *testing.T, content string, want []string) {
	t.Helper()
	a := mustRead(t, content)
	if got := written(a); !slices.Equal(got, want) {
		t.Errorf("%s\n got %q\nwant %q", content, got, want)
	}
}

// A page's words come out as a browser shows them: parted where it parts them, and no
// word glued to what is set beside it.
func TestWordsAsABrowserShowsThem(t *testing.T) {
	for content, want := range map[string]string{
		"<p>directed by&nbsp;<a href=x>Greta Gerwig</a>&nbsp;and others":              "directed by Greta Gerwig and others",
		"<p>by&#8239;Jane&thinsp;Campion":                                             "by Jane Campion",
		"<p>by Julia Ducournau<sup>2</sup> in 2021":                                   "by Julia Ducournau in 2021",
		"<p>by Barry Jenkins<sup><a href=#n>[3]</a></sup>.":                           "by Barry Jenkins.",
		"<p>by Barry Jenkins<sup>a, b</sup>, and":                                     "by Barry Jenkins, and",
		"<p>by Ava DuVernay<a href=#c>[12]</a> and Dee Rees[note 1].":                 "by Ava DuVernay and Dee Rees.",
		"<p>by <a href=d>Dee Rees</a>[4][5] too":                                      "by Dee Rees too",
		"<p>by Jane Doe<sup>citation needed</sup>":                                    "by Jane Doe",
		"<p>the 1<sup>st</sup> and the 22<sup>nd</sup>":                               "the 1st and the 22nd",
		"<p>Acme<sup>Inc</sup>made":                                                   "Acme Inc made",
		"<p>She said <q>it is <q>hers</q></q>.":                                       "She said “it is “hers””.",
		"<div>Alpha</div><div>Beta</div>":                                             "Alpha\n\nBeta",
		"<p>Alpha<br>Beta<br/><br>Gamma":                                              "Alpha\nBeta\n\nGamma",
		"<p>Gre<b>ta</b> Ger<wbr>wig":                                                 "Greta Gerwig",
		"<p>Alpha <script>x()</script><style>y</style><!-- z -->Beta":                 "Alpha Beta",
		"<p>Alpha</p><nav>Home</nav><aside>More</aside><p>Beta</p><footer>All rights": "Alpha\n\nBeta",
		"<p>Alpha<span hidden>x</span><span style='display: none'>y</span> Beta":      "Alpha Beta",
		"<p>Alpha</p><div class='related-stories'>x</div><p>Beta</p>":                 "Alpha\n\nBeta",
		"<p>It&amp;nbsp;won &amp;quot;three&amp;quot; prizes &amp;amp; more":          "It won \"three\" prizes & more",
		"<p>AT&T &lt;3": "AT&T <3",
		"<ul><li>Alpha<li>Beta<ol><li>Gamma</ol></ul>Delta":                                                    "Alpha\nBeta\n\nGamma\n\nDelta",
		"<table><tr><td>Titane<td>Julia Ducournau<td>2021<tr><td>Wadjda<td></td><td>2012</table>":              "Titane\tJulia Ducournau\t2021\nWadjda\t\t2012",
		"<table><tr><td>a<td>Adam Scott<br>Britt Lower<td><ul><li>Zach Cherry<li>Tramell Tillman</ul></table>": "a\tAdam Scott, Britt Lower\tZach Cherry, Tramell Tillman",
		"<table><tr><td><p>Alpha</p><p>Beta</p></td></tr></table>":                                             "Alpha\n\nBeta",
		"<dl><dt>Director<dd>Greta Gerwig<dd>Dee Rees<dt>Cast:<dd>Saoirse Ronan</dl>":                          "Director: Greta Gerwig, Dee Rees\nCast: Saoirse Ronan",
		"<pre>Alpha\n  Beta\n\nGamma</pre>":                                                                    "Alpha\nBeta\n\nGamma",
		"<ruby>Zhao<rt>zh</rt></ruby> made it <br>":                                                            "Zhao made it",
	} {
		if a := mustRead(t, content); a.Text != want {
			t.Errorf("%s\n got %q\nwant %q", content, a.Text, want)
		}
	}
}

// A piece of a page is one; a text in which a sign means less is not.
func TestPiecesOfPages(t *testing.T) {
	for content, want := range map[string]string{
		`<em>Lady Bird</em> was directed by <a href="/g">Greta Gerwig</a>.`: "Lady Bird was directed by Greta Gerwig.",
		`Last year <i>Titane</i> was directed by Julia Ducournau.`:          "Last year Titane was directed by Julia Ducournau.",
		"It is hers.<br>It is theirs.":                                      "It is hers.\nIt is theirs.",
		"It is hers.<P>It is theirs.<P>And ours.":                           "It is hers.\n\nIt is theirs.\n\nAnd ours.",
		`<span class=x>Lady Bird</span> is hers`:                            "Lady Bird is hers",
		"\n\n <h2>Films</h2><p>Hers.</p>":                                   "Films\n\nHers.",
		"a < b, and b > c; 1 <3 you":                                        "a < b, and b > c; 1 <3 you",
		"<3 is what she wrote to <critic>.":                                 "<3 is what she wrote to <critic>.",
		"<critic> and <person> said it":                                     "<critic> and <person> said it",
		"if a <b and c> d, said <i am here>":                                "if a <b and c> d, said <i am here>",
		"Jane Doe <jane@example.org> wrote <a lot> of it":                   "Jane Doe <jane@example.org> wrote <a lot> of it",
		"<https://example.org> has it":                                      "<https://example.org> has it",
	} {
		if a := mustRead(t, content); a.Text != want {
			t.Errorf("%s\n got %q\nwant %q", content, a.Text, want)
		}
	}
}

func TestItalics(t *testing.T) {
	a := mustRead(t, `<p>So <i>Lady <b>Bird</b></i>, <em><cite>Roma</cite></em> and <cite>The <em>Hurt</em> Locker</cite>: <i>a<br>b</i>.<table><tr><td>x<td><i>Titane</i><td>y</table>`)
	var got []string
	for _, s := range a.Italics {
		got = append(got, a.Text[s.Start:s.End])
	}
	if want := []string{"Lady Bird", "Roma", "The Hurt Locker", "a", "b", "Titane"}; !slices.Equal(got, want) {
		t.Errorf("got %q, want %q", got, want)
	}
}

func TestBlocksOfPages(t *testing.T) {
	compareBlocks(t, `<h1>Ten series</h1><h2>Severance</h2><dl><dt>Creator</dt><dd>Dan Erickson</dd></dl><p>An office.</p><h3>Cast</h3><ul><li>Adam Scott</li></ul><h2>The Bear</h2><p>Loud.</p>`,
		[]string{"heading: Ten series", "heading <Ten series: Severance", "field <Severance [Creator]: Creator: Dan Erickson", "paragraph <Severance: An office.",
			"heading <Severance: Cast", "entry <Cast: Adam Scott", "heading <Ten series: The Bear", "paragraph <The Bear: Loud."})
	compareBlocks(t, `<ul><li>Drama<ul><li>Titane, directed by Julia Ducournau</li></ul></li><li><p>Comedy</p><p>Barbie is Greta Gerwig's.</p></li><li>Director: Jane Campion</li></ul><p>All of them won.</p>`,
		[]string{"entry: Drama", "entry <Drama: Titane, directed by Julia Ducournau", "entry: Comedy", "paragraph <Comedy: Barbie is Greta Gerwig's.",
			"field [Director]: Director: Jane Campion", "paragraph: All of them won."})
	compareBlocks(t, `<table><caption>Episodes</caption><tr><th>No.<th>Directed by<th>On<tr><td>1<td>Jane Campion<td>May 1</table><p>It won.</p>`,
		[]string{"caption: Episodes", "row: No.\tDirected by\tOn", "row: 1\tJane Campion\tMay 1", "paragraph: It won."})
	compareBlocks(t, `<table><tr><th colspan=2>The Bear<tr><th>Created by<td>Christopher Storer<tr><td>Starring:<td>Ayo Edebiri</table><p>It won.</p>`,
		[]string{"heading: The Bear", "field <The Bear [Created by]: Created by: Christopher Storer", "field <The Bear [Starring]: Starring: Ayo Edebiri", "paragraph: It won."})
	compareBlocks(t, `<figure><img src=x alt=y><figcaption>Greta Gerwig on the set</figcaption></figure><p>It won.</p>`,
		[]string{"caption: Greta Gerwig on the set", "paragraph: It won."})
	compareBlocks(t, `<p><b>Roma</b></p><p>Alfonso Cuar&oacute;n directed it.</p><p><strong>Titane</strong></p><p>Julia Ducournau did.</p>`,
		[]string{"heading: Roma", "paragraph <Roma: Alfonso Cuarón directed it.", "heading: Titane", "paragraph <Titane: Julia Ducournau did."})
	compareBlocks(t, `<p>Severance<br>Starts: February 18, 2022<br>Creator: Dan Erickson</p><p>Both of them are back.</p>`,
		[]string{"heading: Severance", "field <Severance [Starts]: Starts: February 18, 2022", "field <Severance [Creator]: Creator: Dan Erickson", "paragraph: Both of them are back."})
	compareBlocks(t, `<p><b>When did you begin?</b></p><p>In 2014.</p><p>It was hard.</p><p><b>And then?</b></p><p>I directed it.</p>`,
		[]string{"question: When did you begin?", "answer: In 2014.", "answer: It was hard.", "question: And then?", "answer: I directed it."})
	compareBlocks(t, `<dl><dt>Titane</dt><dd>Julia Ducournau directed it, and it won in Cannes.</dd><dt>Wadjda</dt><dd><p>Haifaa al-Mansour directed it.</p></dd></dl>`,
		[]string{"entry: Titane", "paragraph <Titane: Julia Ducournau directed it, and it won in Cannes.", "entry: Wadjda", "paragraph <Wadjda: Haifaa al-Mansour directed it."})
}

// The charset is what the site says, or the page, or what its bytes show.
func TestCharsets(t *testing.T) {
	const cyrillic = "\xcb\xe0\xf0\xe8\xf1\xe0" // Лариса in Windows-1251
	for name, page := range map[string]struct{ content, kind, want string }{
		"the site says":       {"<p>by " + cyrillic, "text/html; charset=windows-1251", "by Лариса"},
		"the page says":       {`<meta charset="windows-1251"><p>by ` + cyrillic, "text/html", "by Лариса"},
		"the site before it":  {`<meta charset="koi8-r"><p>by ` + cyrillic, "text/html; charset=windows-1251", "by Лариса"},
		"Latin 1":             {"<meta http-equiv=Content-Type content='text/html; charset=iso-8859-1'><p>by C\xe9line\x92s", "", "by Céline’s"},
		"nothing is said":     {"<p>by C\xe9line Sciamma", "text/html", "by Céline Sciamma"},
		"UTF-8, wrongly said": {"<meta charset=iso-8859-1><p>by Céline Sciamma", "", "by Céline Sciamma"},
		"said to be UTF-8":    {"<meta charset=utf-8><p>by C\xe9line Sciamma", "text/html; charset=utf-8", "by Céline Sciamma"},
		"UTF-16":              {in(t, utf16LE, "<p>by Céline"), "text/html; charset=utf-8", "by Céline"},
	} {
		a, err := pageOf([]byte(page.content), page.kind, "")
		if err != nil || a.Text != page.want {
			t.Errorf("%s: %v, %q", name, err, a.Text)
		}
	}
	if _, err := pageOf([]byte("<p>by "+cyrillic), "text/html", ""); err == nil {
		t.Error("a page of which nobody knows the charset was read")
	}
}
