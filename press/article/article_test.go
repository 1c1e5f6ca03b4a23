package article

import (
	"context"
	"errors"
	"fmt"
	"net/http"
	"net/http/httptest"
	"strings"
	"syscall"
	"testing"
	"time"
	"unicode/utf8"

	"rolecall/press/english"
)

const page = `<!doctype html><html><head><title>Women direct all of it</title></head><body>
<nav><a href="/">Home</a> <a href="/tv">Television</a></nav>
<article><h1>Women direct all of it</h1>
<p>The second season of <em>Jessica Jones</em> was directed by women, all thirteen episodes of it, and the series returned on Thursday, March 8.</p>
<p>“I hired the best people,” said the showrunner, Melissa Rosenberg, who had looked for directors for a year before the filming began in New York.</p>
<p>It is a long way from the first season, which had nine directors, and only three of them were women, as critics were quick to point out at the time.</p>
</article><footer>All rights reserved</footer></body></html>`

func TestHTML(t *testing.T) {
	a, err := HTML([]byte(page), "https://example.org/story")
	if err != nil {
		t.Fatal(err)
	}
	for _, words := range []string{"The second season of Jessica Jones was directed by women", "“I hired the best people,”", "only three of them were women"} {
		if !strings.Contains(a.Text, words) {
			t.Errorf("%q is missing from %q", words, a.Text)
		}
	}
	if strings.Contains(a.Text, "Television") || strings.Contains(a.Text, "All rights reserved") {
		t.Errorf("the site's furniture is in the text: %q", a.Text)
	}
	if len(a.Italics) != 1 || a.Text[a.Italics[0].Start:a.Italics[0].End] != "Jessica Jones" {
		t.Errorf("italics: %v", a.Italics)
	}
}

func TestReadTellsHTMLFromText(t *testing.T) {
	a, err := Read(strings.NewReader(page))
	if err != nil || strings.Contains(a.Text, "<p>") {
		t.Errorf("%v: %q", err, a.Text)
	}
	if a, err := Read(strings.NewReader("3 < 4, said the <critic>.")); err != nil || !strings.Contains(a.Text, "<critic>") {
		t.Errorf("%v: %q", err, a.Text)
	}
	for name, content := range map[string]string{"nothing": "  \n ", "binary": "PK\x03\x04\x00\x00"} {
		if _, err := Read(strings.NewReader(content)); !errors.Is(err, ErrNoText) {
			t.Errorf("%s: %v", name, err)
		}
	}
	if _, err := Read(strings.NewReader(strings.Repeat("women directed it. ", MaxBytes/10))); !errors.Is(err, ErrTooLong) {
		t.Errorf("too long: %v", err)
	}
}

func TestFurniture(t *testing.T) {
	const text = "The heading\n\nKrysten Ritter\n(Image credit: Rex)\n\nWatch now, she said, and the whole room of people turned towards the screen to see what she meant by it, which took a while, as nobody had found the remote control of the set.\n\nWatch Now\n\nThe season had 13 directors.\n\nMore from TV\n\nTen shows to see this week\nA look at something else entirely."
	a := Plain(text)
	for aside, want := range map[string]bool{
		"The heading": false, "Krysten Ritter": true, "Image credit": true, "Watch now, she said": false, "Watch Now\n": true,
		"13 directors": false, "More from TV": true, "A look at something": true,
	} {
		at, is := strings.Index(text, aside), false
		for _, f := range a.Boilerplate {
			is = is || f.Start <= at && at < f.End
		}
		if is != want {
			t.Errorf("%q set aside: %v", aside, is)
		}
	}
}

func TestCheckLanguage(t *testing.T) {
	for text, english := range map[string]bool{
		"Die zweite Staffel wurde ausschließlich von Frauen inszeniert, und alle dreizehn Folgen sind seit dem achten März im Programm, wie der Sender in Berlin mitteilte.": false,
		"La deuxième saison a été entièrement réalisée par des femmes, et les treize épisodes sont disponibles depuis le huit mars, comme la chaîne l'a annoncé à Paris.":    false,
		"第二季由女性执导，共十三集，自三月八日起播出。制作人表示，她希望这能成为常态，而不是例外。第二季由女性执导，共十三集，自三月八日起播出。制作人表示，她希望这能成为常态，而不是例外。":                                                                         false,
		"The second season was directed by women throughout, and all thirteen of its episodes have been available since the eighth of March, the network said in Berlin.":    true,
		"Women direct.": true,
	} {
		if err := CheckLanguage(text); (err == nil) != english {
			t.Errorf("%.40s: %v", text, err)
		} else if err != nil && !errors.Is(err, ErrNotEnglish) {
			t.Errorf("%v is not ErrNotEnglish", err)
		}
	}
}

// anywhere lets the tests fetch from this machine.
func anywhere(string, string, syscall.RawConn) error { return nil }

func TestFetch(t *testing.T) {
	site := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		switch r.URL.Path {
		case "/story":
			w.Header().Set("Content-Type", "text/html; charset=utf-8")
			fmt.Fprint(w, page)
		case "/plain":
			w.Header().Set("Content-Type", "text/plain")
			fmt.Fprint(w, "Women directed it.")
		case "/markdown":
			w.Header().Set("Content-Type", "text/markdown; charset=utf-8")
			fmt.Fprint(w, "# All\n\n**Women** directed it.")
		case "/raw":
			w.Header().Set("Content-Type", "text/plain; charset=utf-8")
			fmt.Fprint(w, "[Women](https://example.org/women) directed it.")
		case "/moved":
			http.Redirect(w, r, "/story", http.StatusFound)
		case "/loop":
			http.Redirect(w, r, "/loop", http.StatusFound)
		case "/file":
			http.Redirect(w, r, "file:///etc/passwd", http.StatusFound)
		case "/image":
			w.Header().Set("Content-Type", "image/png")
		case "/long":
			w.Header().Set("Content-Type", "text/plain")
			fmt.Fprint(w, strings.Repeat("x ", MaxBytes))
		default:
			http.NotFound(w, r)
		}
	}))
	defer site.Close()
	f := fetcher{allowed: anywhere}
	for path, want := range map[string]string{"/story": "directed by women", "/moved": "directed by women", "/plain": "Women directed it.", "/markdown": "All\n\nWomen directed it.", "/raw": "Women directed it."} {
		a, err := f.fetch(context.Background(), site.URL+path)
		if err != nil || !strings.Contains(a.Text, want) {
			t.Errorf("%s: %v, %q", path, err, a.Text)
		}
	}
	for path, want := range map[string]string{"/loop": "redirects more than", "/file": "must begin with http", "/image": "image/png", "/long": "longer than", "/none": "404"} {
		if _, err := f.fetch(context.Background(), site.URL+path); err == nil || !strings.Contains(err.Error(), want) {
			t.Errorf("%s: %v", path, err)
		}
	}
}

func TestFetchRefusesPrivateNetworks(t *testing.T) {
	reached := false
	site := httptest.NewServer(http.HandlerFunc(func(http.ResponseWriter, *http.Request) { reached = true }))
	defer site.Close()
	ctx, cancel := context.WithTimeout(context.Background(), 5*time.Second)
	defer cancel()
	port := site.URL[strings.LastIndex(site.URL, ":"):]
	for _, host := range []string{"127.0.0.1", "localhost", "[::1]", "[::ffff:127.0.0.1]", "0.0.0.0"} {
		if _, err := Fetch(ctx, "http://"+host+port+"/"); err == nil {
			t.Errorf("%s was fetched", host)
		}
	}
	if reached {
		t.Error("a private address was reached")
	}
	for _, address := range []string{"10.0.0.1:80", "192.168.1.1:80", "169.254.169.254:80", "100.64.0.1:80", "[fd00::1]:80", "[fe80::1]:80", "[64:ff9b::a00:1]:80", "[2002:a00:1::]:80", "224.0.0.1:80",
		"[::127.0.0.1]:80", "[::a00:1]:80", "[::ffff:0:10.0.0.1]:80", "[::ffff:0:7f00:1]:80", "[fec0::1]:80", "[3fff::1]:80", "[3fff:fff::1]:80", "[5f00::1]:80", "192.88.99.1:80", "[::ffff:10.0.0.1]:80"} {
		if err := publicOnly("tcp", address, nil); !errors.Is(err, ErrPrivate) {
			t.Errorf("%s: %v", address, err)
		}
	}
	for _, address := range []string{"93.184.215.14:443", "192.88.98.1:443", "[2606:4700::1111]:443", "[2a00:1450::1]:443"} {
		if err := publicOnly("tcp", address, nil); err != nil {
			t.Errorf("a public address: %v", err)
		}
	}
	for _, address := range []string{"ftp://example.org/", "file:///etc/passwd", "http:///nowhere", "gopher://example.org"} {
		if _, err := Fetch(ctx, address); err == nil || !strings.Contains(err.Error(), "must begin with http") {
			t.Errorf("%s: %v", address, err)
		}
	}
}

func FuzzRead(f *testing.F) {
	for _, seed := range []string{page, "", "<p>", strings.Repeat("<div>", 3000), "<html><body>" + strings.Repeat("<b><i>", 600) + "women", "\xff\xfe\x00", strings.Repeat("“", 10000), "Watch now\nMore from\n\n", "&#x202e;&#0;<p>\u200b",
		"Severance\nStarts: 2022\n\n- a\n  - b\n1. c", "Q: a?\nA: b", "a?\n\nb\n\nc?\n\nd", "8pm x\n\n0:14 y.\n0:15 z.", "| a | b |\n|--|--|\n| c | d |", "#\n## \n# a #\n===", "**a:** b\nDir – é",
		"<table><tr><th>a<td>b<br>c<tr><td>d<td><td>e</table>", "<dl><dt>a:<dd>b<dd>c<dt>", "<dl><dt> :<dd>", "<dl><dt>: :<dd>x<dt>::<dd>y</dl>", "<ul><li>a<ul><li>b", "<i>a<b>b</b> <sup>1</sup></i>", "\xff\xfea\x00", "C\xe9line", "## #", "Q: a?\nA: *"} {
		f.Add([]byte(seed))
	}
	f.Fuzz(func(t *testing.T, content []byte) {
		a, err := Read(strings.NewReader(string(content)))
		if err != nil {
			return
		}
		end := 0
		for _, b := range a.Boilerplate {
			if b.Start < end || b.End > len(a.Text) || b.Start > b.End {
				t.Fatalf("furniture %v after %d of %d", b.Span, end, len(a.Text))
			}
			end = b.End
		}
		end = 0
		for _, i := range a.Italics {
			if i.End > len(a.Text) || i.Start > i.End || i.Start < end {
				t.Fatalf("italics %v after %d of %d", i, end, len(a.Text))
			}
			end = i.End
		}
		checkBlocks(t, a)
	})
}

// checkBlocks holds blocks to what is said of them: in order, apart, within the text,
// under a heading or an entry before them, and sentences within them.
func checkBlocks(t *testing.T, a Article) {
	t.Helper()
	if !utf8.ValidString(a.Text) {
		t.Fatalf("%q is no UTF-8", a.Text)
	}
	end := 0
	for i, b := range a.Blocks {
		if b.Start < end || b.End > len(a.Text) || b.Start >= b.End || !utf8.ValidString(a.Text[b.Start:b.End]) {
			t.Fatalf("block %d, %v, after %d of %d", i, b.Span, end, len(a.Text))
		}
		end = b.End
		if b.Under >= i || b.Under < english.None || b.Under >= 0 && a.Blocks[b.Under].Shape != english.Heading && a.Blocks[b.Under].Shape != english.ListItem {
			t.Fatalf("block %d is under %d", i, b.Under)
		}
		if (b.Label.End > 0) != (b.Shape == english.Field) || b.Label.End > 0 && (!b.Holds(b.Label) || b.Label.Start >= b.Label.End) {
			t.Fatalf("block %d, %s: label %v of %v", i, b.Shape, b.Label, b.Span)
		}
	}
	if len(a.Blocks) == 0 {
		return
	}
	for _, s := range english.Sentences(a.Text, a.Blocks, a.Aside()) {
		if !a.Blocks[s.Block].Holds(s.Span) {
			t.Fatalf("sentence %v out of its block %v", s.Span, a.Blocks[s.Block].Span)
		}
	}
}

// Reading takes time in proportion to the text, whatever is put into it.
func TestReadingIsLinear(t *testing.T) {
	parts := []string{".", "?!", "\")", "(", ") (", "\n", "- ", "- \n", "- x\n", "  - x\n", "1. x\n", "x:\n", "X: y\n", "Dir: x\n", "X: y?\n", "A\n\n", "A?\n\nb.\n\n", "More from\n",
		"Watch now\n", "(Image credit\n", "a\tb\n", "8pm x\n", "0:14 x.\n", "2010: x\n", "&amp;", "&amp;amp;", "[1]", "x[", "| a |\n|--|\n", "--|", "<", "<b", "a <b> ", "<br>", "<p>x", "<td>x", "<li>x", "<dt>x<dd>y",
		"<tr><th>a<td>b", "<i>x</i>", "<sup>1</sup>", "<q>", "<em>x<b>y</b></em> ", "\u00a0", "“", "#\n", "x\n---\n", "Xxx Yyy\nxxx yyy zzz.\n"}
	for _, part := range parts {
		timed := func(size int) time.Duration {
			content := strings.Repeat(part, size/len(part))
			if strings.HasPrefix(part, "<t") {
				content = "<table><tr>" + content
			}
			start := time.Now()
			if a, err := Read(strings.NewReader(content)); err == nil {
				checkBlocks(t, a)
			}
			return time.Since(start)
		}
		small, large := timed(16<<10), timed(64<<10)
		for try := 0; try < 3 && large > 12*small+500*time.Millisecond; try++ { // others use the machine too
			large = timed(64 << 10)
		}
		if large > 12*small+500*time.Millisecond {
			t.Errorf("%q: 16 KB take %v, 64 KB %v", part, small, large)
		}
	}
}

// Pages made to break a reader end in an answer or a refusal, soon.
func TestHostilePages(t *testing.T) {
	words := "<p>" + strings.Repeat("Women directed all of it, she said, and that was that. ", 20) + "</p>"
	for name, content := range map[string]string{
		"deep":        "<html><body>" + strings.Repeat("<div>", 100_000) + words,
		"deep inline": "<html><body>" + strings.Repeat("<b><i>", 50_000) + words,
		"wide":        "<html><body>" + strings.Repeat("<p>x</p>", 100_000),
		"tables":      "<html><body>" + strings.Repeat("<table><tr><td>", 10_000) + words,
		"attributes":  "<html><body><p " + strings.Repeat("a=b ", 200_000) + ">" + words,
		"entities":    "<html><body><p>" + strings.Repeat("&amp;&#x202e;&nbsp;", 100_000),
		"unclosed":    strings.Repeat("<p", 100_000) + words,
		"ignored":     strings.Repeat("<td>x", 200_000),
		"ends":        "<p>" + strings.Repeat("x</i>", 200_000),
		"forms":       strings.Repeat("x<form>", 150_000),
		"comments":    "<html>" + strings.Repeat("<!--", 100_000) + words,
	} {
		t.Run(name, func(t *testing.T) {
			start := time.Now()
			if _, err := Read(strings.NewReader(content)); err != nil && !errors.Is(err, ErrNoText) {
				t.Error(err)
			}
			if took := time.Since(start); took > 8*time.Second {
				t.Errorf("it took %v", took)
			}
		})
	}
}
