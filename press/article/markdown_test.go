package article

import (
	"strconv"
	"strings"
	"testing"

	"rolecall/press/english"
)

const markdownPage = `---
title: "Women behind *Jessica Jones*"
date: 2018-03-08
---

# All women

The second season of [Jessica Jones](https://example.org/jj_(series) "the show"), **all 13
episodes** of it, was directed by women[^1]. {{< video id="x" >}}

- [Uta Briesewitz](/people/uta) directed the *finale*.
- Zoë Kravitz did not.

| film | director |
|------|----------|
| *Lady Bird* | [Greta Gerwig][gg] |

` + "```go\nwomen := 0 // directed by men\n```\n\n    indented := code\n" + `
> “Nobody asked,” she said.

[gg]: https://example.org/gg
[^1]: As the credits have it.
`

// Of Markdown the words are left, without addresses, code and what is the generator's.
func TestMarkdown(t *testing.T) {
	a, err := Read(strings.NewReader(markdownPage))
	if err != nil {
		t.Fatal(err)
	}
	for _, words := range []string{
		"The second season of Jessica Jones, all 13 episodes of it, was directed by women.",
		"Uta Briesewitz directed the finale.", "Zoë Kravitz did not.", "Lady Bird\tGreta Gerwig", "“Nobody asked,” she said.", "As the credits have it.",
	} {
		if !strings.Contains(a.Text, words) {
			t.Errorf("%q is missing from %q", words, a.Text)
		}
	}
	for _, words := range []string{"http", "/people", "2018-03-08", "women := 0", "indented", "video", "[", "|", "*", "#"} {
		if strings.Contains(a.Text, words) {
			t.Errorf("%q is in %q", words, a.Text)
		}
	}
	if a.Title != "Women behind *Jessica Jones*" {
		t.Errorf("title: %q", a.Title)
	}
	var italics []string
	for _, s := range a.Italics {
		italics = append(italics, a.Text[s.Start:s.End])
	}
	if got := strings.Join(italics, ", "); got != "finale, Lady Bird" {
		t.Errorf("italics: %s", got)
	}
	if !strings.Contains(a.Text, "Women behind Jessica Jones") && !strings.HasPrefix(a.Text, "All women") {
		t.Errorf("it begins with %.40q", a.Text)
	}
}

// What is no Markdown stays as it is.
func TestPlainTextIsNoMarkdown(t *testing.T) {
	for _, text := range []string{
		"Women [sic](all of them) directed it.", "---\nA line above.\n---\nIt was directed by women.", "# 1 at the box office: “Lady Bird”.", "+++\nIt was.\n",
		"[1] See (https://example.org).",
	} {
		if isMarkdown(text) {
			t.Errorf("%q is taken for Markdown", text)
		}
	}
	for _, text := range []string{"[Lady Bird](https://example.org)", "See [it](../films/lady-bird.md#top).", "+++\ntitle = 'Lady Bird'\n+++\nGreta Gerwig directed it.", "---\ntitle: A\n...\nB"} {
		if !isMarkdown(text) {
			t.Errorf("%q is not taken for Markdown", text)
		}
	}
}

// Words of a text are found where the file has them, the second time they stand there too.
func TestPlaces(t *testing.T) {
	for name, test := range map[string]struct{ file, words, at string }{
		"markdown":     {markdownPage, "The second season of Jessica Jones, all 13 episodes of it, was directed by women", "8:1–9:40"},
		"a name":       {markdownPage, "Zoë Kravitz", "12:3–12:14"},
		"a cell":       {markdownPage, "Lady Bird\tGreta Gerwig", "16:4–16:30"},
		"the title":    {"---\ntitle: Lady Bird\n---\n\n[Lady Bird](https://example.org/Lady-Bird) is a film.", "Lady Bird", "5:2–5:11"},
		"plain":        {"Women directed it.\r\nWomen wrote *all* of it.\r\n", "Women wrote all", "2:1–2:17"},
		"a page":       {"<p>Women <em>directed</em>\n<a href=\"x\">all</a> of it.</p><p>Men did not.</p>", "directed all of it", "1:14–2:26"},
		"in a word":    {"Mendirected. Men directed.", "Men directed", "1:14–1:26"},
		"other script": {"映画『誰も知らない』は是枝裕和 が監督した。\n是枝裕和 directed it.", "是枝裕和 directed", "2:1–2:14"},
		"an entity":    {"<p>Zo&euml; directed it.</p>", "Zoë directed", ""},
	} {
		a, err := Read(strings.NewReader(test.file))
		if err != nil {
			t.Fatal(name, err)
		}
		start := strings.Index(a.Text, test.words)
		if start < 0 {
			t.Fatalf("%s: %q is not in %q", name, test.words, a.Text)
		}
		got := a.Places([]english.Span{{Start: start, End: start + len(test.words)}})[0]
		if said := said(got); said != test.at {
			t.Errorf("%s: %s, want %s", name, said, test.at)
		}
	}
	twice := "It is so. Women directed it.\nIt is so. Men wrote it."
	a, _ := Read(strings.NewReader(twice))
	if got := a.Places([]english.Span{{Start: strings.LastIndex(twice, "It is so"), End: strings.LastIndex(twice, ". Men")}}); said(got[0]) != "2:1–2:9" {
		t.Errorf("the second time: %+v", got)
	}
	if got := Plain("Women directed it.").Places([]english.Span{{Start: 0, End: 5}}); got[0] != (Place{}) {
		t.Errorf("what is no file has places: %+v", got)
	}
}

func said(p Place) string {
	if p == (Place{}) {
		return ""
	}
	return strings.NewReplacer("L", strconv.Itoa(p.Line), "C", strconv.Itoa(p.Column), "l", strconv.Itoa(p.EndLine), "c", strconv.Itoa(p.EndColumn)).Replace("L:C–l:c")
}

// Whatever is read, places lie in the file and in order.
func FuzzPlaces(f *testing.F) {
	f.Add(markdownPage, 10, 60)
	f.Add("[a](b)\n[a](b)", 0, 1)
	f.Add("<p>a<b>b</b></p>", 0, 3)
	f.Fuzz(func(t *testing.T, file string, from, to int) {
		a, err := Read(strings.NewReader(file))
		if err != nil || from < 0 || to < from || to > len(a.Text) {
			return
		}
		lines := strings.Count(a.file, "\n") + 1
		for _, p := range a.Places([]english.Span{{Start: from, End: to}}) {
			if p == (Place{}) {
				continue
			}
			if p.Line < 1 || p.EndLine > lines || p.EndLine < p.Line || p.Column < 1 || p.EndLine == p.Line && p.EndColumn <= p.Column {
				t.Errorf("%q %d–%d: %+v", file, from, to, p)
			}
		}
	})
}
