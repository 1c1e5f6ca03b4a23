package web_test

import (
	"fmt"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"

	"github.com/chromedp/chromedp"
	"github.com/chromedp/chromedp/kb"

	"rolecall/drawing"
)

// filmsFile is a catalog that is not hand-picked, so that it can say how unusual a film is.
func filmsFile(t *testing.T) string {
	path := filepath.Join(t.TempDir(), "films.duckdb")
	buildFile(t, path, "films", films)
	return path
}

// TestAChartSpeaks walks through a chart by keyboard: it is one stop, the arrows go from mark
// to mark, and what each says stands beside it and is its name. The mouse is told the same.
func TestAChartSpeaks(t *testing.T) {
	server, _ := serve(t, starterFile(t))
	p := open(t, server.URL, screen{1280, "light", true})
	p.visit("/report?role=director&role=writer")
	p.await(`document.querySelector('.for-desk .said[tabindex="0"]')`)
	if stops := ask[int](p, `document.querySelectorAll('.for-desk [tabindex="0"]').length`); stops != 1 {
		t.Errorf("the chart is %d stops", stops)
	}
	ask[any](p, `document.querySelector('.to-form').focus(); 0`)
	ask[any](p, `document.querySelector('.for-desk .said').focus(); 0`)
	first, second := "Director: 431–804 of 1605, 1\u202f606 films and episodes", "Writer: 236–1526 of 2004, 1\u202f606 films and episodes"
	told := func() string {
		return ask[string](p, `document.activeElement.getAttribute('aria-label') + '|' + document.querySelector('.spoken:not([hidden])').textContent`)
	}
	said := []string{told()}
	for _, key := range []string{kb.ArrowDown, kb.ArrowDown, kb.ArrowLeft, kb.End, kb.Home} {
		p.press(key)
		said = append(said, told())
	}
	one, two := said[0], said[1]
	if fmt.Sprint(said) != fmt.Sprint([]string{one, two, two, one, two, one}) || !strings.Contains(one+two, first+"|"+first) || !strings.Contains(one+two, second+"|"+second) {
		t.Errorf("the arrows say %q", said)
	}
	p.press(kb.Tab)
	if ask[bool](p, `document.activeElement.closest('.chart') !== null`) {
		t.Error("the next stop is in the chart too")
	}
	at := ask[[]float64](p, `(() => { const r = document.querySelectorAll('.for-desk .said .over')[1].getBoundingClientRect(); return [r.x + 20, r.y + 5] })()`)
	p.must(chromedp.Do(p.Context, chromedp.MouseEvent("mouseMoved", at[0], at[1])))
	p.await(`document.querySelector('.spoken:not([hidden])')?.textContent === document.querySelectorAll('.for-desk .said')[1].getAttribute('aria-label')`)
	p.quiet("a chart that speaks")
}

// TestChartsAreReadOnEveryScreen shows the layout that has room, its letters no smaller than
// can be read, with scripts and without.
func TestChartsAreReadOnEveryScreen(t *testing.T) {
	starter, _ := serve(t, starterFile(t))
	imported, _ := serve(t, filmsFile(t))
	for site, paths := range map[string][]string{
		starter.URL: {"/report"}, imported.URL: {"/report", "/unusual/film-01"},
	} {
		for _, width := range []int64{390, 1280} {
			p := open(t, site, screen{width, "light", width > 500})
			for _, path := range paths {
				p.visit(path)
				least := ask[float64](p, `Math.min(...[...document.querySelectorAll('.chart svg')].filter((s) => s.getBoundingClientRect().width).flatMap((s) => [...s.querySelectorAll('text')].map((t) => t.getAttribute('font-size') * s.getBoundingClientRect().width / s.viewBox.baseVal.width)))`)
				if least < 11 || least > 25 {
					t.Errorf("%s at %d: letters of %.1f pixels", path, width, least)
				}
				if shown := ask[int](p, `[...document.querySelector('.chart').querySelectorAll('svg')].filter((s) => s.getBoundingClientRect().width).length`); shown != 1 {
					t.Errorf("%s at %d: %d layouts are shown", path, width, shown)
				}
			}
			p.quiet("charts")
		}
	}
}

// TestAReportIsLight weighs a report as a browser loads it, chart and fonts and all.
func TestAReportIsLight(t *testing.T) {
	server, _ := serve(t, starterFile(t))
	for _, path := range []string{"/report", "/report?role=director&by=network", "/report?by=year"} {
		page := get(t, server.URL+path, "Accept-Encoding", "gzip")
		total := len(page.body)
		for _, m := range regexp.MustCompile(`(?:href|src)="(/assets/[^"]+)"`).FindAllStringSubmatch(get(t, server.URL+path).body, -1) {
			total += len(get(t, server.URL+m[1], "Accept-Encoding", "gzip").body)
		}
		total += 22_000 // the font that the style sheet names besides those the page does
		if total > 150_000 {
			t.Errorf("%s: %d bytes", path, total)
		}
	}
}

// TestDrawingsHaveTheInksOfThePages holds the colours of files to those of the light theme,
// and the dark theme to having each.
func TestDrawingsHaveTheInksOfThePages(t *testing.T) {
	style, err := os.ReadFile("asset/files/style.css")
	if err != nil {
		t.Fatal(err)
	}
	light, dark, _ := strings.Cut(string(style), "@media (prefers-color-scheme:dark)")
	for ink, value := range drawing.Inks() {
		if !strings.Contains(light, "--"+string(ink)+":"+value+";") {
			t.Errorf("in the light theme %s is not %s", ink, value)
		}
		if !strings.Contains(dark, "--"+string(ink)+":#") {
			t.Errorf("the dark theme has no %s", ink)
		}
	}
}
