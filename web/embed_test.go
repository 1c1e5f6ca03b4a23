package web_test

import (
	"encoding/json"
	"net/http"
	"net/url"
	"regexp"
	"strings"
	"testing"

	"golang.org/x/net/html"
)

var (
	oEmbedLink    = regexp.MustCompile(`<link rel="alternate" type="application/json\+oembed" href="([^"]*)"`)
	permanentLink = regexp.MustCompile(`<a href="([^"]*)">Permanent address</a>`)
	frameSource   = regexp.MustCompile(`<iframe src="([^"]*)" title="[^"]+" width="(\d+)" height="(\d+)"`)
)

// A pasted address becomes the answer: its page says whom to ask, what that answers is a
// frame, and the frame may stand on any page, where no other page of the site may.
func TestAPastedAddressBecomesTheAnswer(t *testing.T) {
	t.Parallel()
	server, _ := serve(t, starterFile(t))
	here := func(address string) string {
		rest, is := strings.CutPrefix(html.UnescapeString(address), public)
		if !is {
			t.Fatalf("%q is no address of the site", address)
		}
		return server.URL + rest
	}
	for address, shown := range map[string]string{
		"/title/jessica-jones/2":         "13 of 13",
		"/title/lady-bird-2017":          "Directed by a woman, Greta Gerwig",
		"/title/jessica-jones":           "Season 3",
		"/person/greta-gerwig":           "Directed and wrote 3 films between 2017 and 2023",
		"/report?by=network&kind=season": "Netflix",
		"/report":                        "director credits",
		"/rank?kind=season&role=writer":  "<td>1</td>",
		"/standards/f-rating?from=2015":  "films picked for this catalog meet",
	} {
		page := get(t, server.URL+address)
		if page.Header.Get("Content-Security-Policy") == "" || !strings.Contains(page.Header.Get("Content-Security-Policy"), "frame-ancestors 'none'") {
			t.Errorf("%s may be framed", address)
		}
		link := oEmbedLink.FindStringSubmatch(page.body)
		if link == nil {
			t.Errorf("%s says nobody to ask", address)
			continue
		}
		var told struct {
			Version, Type, Title, HTML string
			Width, Height              int
		}
		if err := json.Unmarshal([]byte(get(t, here(link[1])+"&maxwidth=480").body), &told); err != nil {
			t.Fatalf("%s: %v", address, err)
		}
		source := frameSource.FindStringSubmatch(told.HTML)
		if told.Version != "1.0" || told.Type != "rich" || told.Title == "" || told.Width != 480 || source == nil || source[2] != "480" {
			t.Errorf("%s: %+v", address, told)
			continue
		}
		frame := get(t, here(source[1]))
		if frame.StatusCode != http.StatusOK || !strings.Contains(frame.Header.Get("Content-Security-Policy"), "frame-ancestors *") ||
			strings.Contains(frame.body, "<nav") || strings.Contains(frame.body, "<form") {
			t.Errorf("%s: the frame is %d, %s", address, frame.StatusCode, frame.Header)
		}
		if !strings.Contains(frame.body, `<h1><a href="`+public+html.EscapeString(address)+`">`) {
			t.Errorf("%s: the frame does not lead to the whole answer:\n%.1500s", address, frame.body)
		}
		if !strings.Contains(frame.body, shown) {
			t.Errorf("%s: the frame does not say %q", address, shown)
		}
		// The permanent address gives the same answer.
		lasting := permanentLink.FindStringSubmatch(page.body)
		if lasting == nil {
			t.Errorf("%s has no permanent address", address)
			continue
		}
		again := get(t, here(lasting[1]))
		if heading(page.body) == "" || heading(page.body) != heading(again.body) || !strings.Contains(again.Header.Get("Cache-Control"), "immutable") {
			t.Errorf("%s says %q, and for good %q", address, heading(page.body), heading(again.body))
		}
	}
}

var firstHeading = regexp.MustCompile(`(?s)<h1[^>]*>(.*?)</h1>`)

func heading(page string) string {
	if found := firstHeading.FindStringSubmatch(page); found != nil {
		return found[1]
	}
	return ""
}

// What is not to be framed, or not here, is told in words.
func TestWhatIsNotFramedIsSaid(t *testing.T) {
	t.Parallel()
	server, _ := serve(t, starterFile(t))
	ask := func(address, more string) string {
		return server.URL + "/oembed?url=" + url.QueryEscape(address) + more
	}
	for address, status := range map[string]int{
		ask(public+"/title/jessica-jones/2", "&format=xml"): http.StatusNotImplemented,
		ask("https://example.org/title/jessica-jones", ""):  http.StatusNotFound,
		ask(public+"/title/nobody-made-it", ""):             http.StatusNotFound,
		ask(public+"/check", ""):                            http.StatusNotFound,
		ask("%zz", ""):                                      http.StatusNotFound,
		server.URL + "/oembed":                              http.StatusNotFound,
		server.URL + "/embed/title/nobody-made-it":          http.StatusNotFound,
		server.URL + "/embed/person/nobody":                 http.StatusNotFound,
		server.URL + "/embed/report?by=colour":              http.StatusUnprocessableEntity,
		server.URL + "/embed/report?network=Netflx":         http.StatusUnprocessableEntity,
		server.URL + "/embed/rank?kind=series":              http.StatusUnprocessableEntity,
		server.URL + "/embed/rank?role=nobody":              http.StatusUnprocessableEntity,
	} {
		if w := get(t, address); w.StatusCode != status || len(w.body) < 20 {
			t.Errorf("%s: %d, want %d: %.300s", address, w.StatusCode, status, w.body)
		}
	}
}

// What was checked of a reader's own is cited too, by no address, as none holds it.
func TestACheckIsCitedWithoutAnAddress(t *testing.T) {
	t.Parallel()
	text := url.Values{"text": {"All 13 episodes of season two of Jessica Jones were directed by women. Lady Bird was directed by Kathryn Bigelow."}}
	w := desk(t, siteOf(t, nil), "/check", formKind, []byte(text.Encode()))
	page := w.Body.String()
	if w.Code != http.StatusOK || !strings.Contains(page, "Of 2 claims about credits in pasted text: 1 contradicted, 1 supported.") || !strings.Contains(page, "The claims about credits in an article") {
		t.Errorf("%d:\n%.3000s", w.Code, page)
	}
	if strings.Contains(page, "ermanent address") || strings.Contains(page, "<iframe") || oEmbedLink.MatchString(page) {
		t.Error("a check that nobody keeps has an address for good, or a frame")
	}
}
