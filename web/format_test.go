package web_test

import (
	"net/http"
	"strings"
	"testing"

	"rolecall/format"
	"rolecall/web/api"
)

// A format that is registered has an address beside every page, a word in the interface
// for programs, and its media type in the description of that.
func TestAFormatIsSeenOnTheSite(t *testing.T) {
	t.Cleanup(format.Register(format.Format{Word: "shout", Name: "Shouting", Ending: ".shout", Kind: "text/shout", Write: func(s format.Screen, a format.Answer) error {
		_, err := s.Out.Write([]byte(strings.ToUpper(a.Rows().Columns[0].Name)))
		return err
	}}))
	server, _ := serve(t, starterFile(t))
	for path, column := range map[string]string{
		"/title/jessica-jones/2": "TITLE_ID", "/person/melissa-rosenberg": "PERSON_ID", "/search": "WHAT", "/sources": "SOURCE", "/standards": "STANDARD", "/report": "BY", "/rank": "PLACE",
	} {
		query := map[string]string{"/search": "?q=jessica", "/report": "?by=year&role=director", "/rank": "?role=director"}[path]
		r := get(t, server.URL+path+".shout"+query)
		if r.StatusCode != http.StatusOK || r.Header.Get("Content-Type") != "text/shout" || r.body != column {
			t.Errorf("%s.shout: %d %s %q", path, r.StatusCode, r.Header.Get("Content-Type"), r.body)
		}
		if page := get(t, server.URL+path+query); !strings.Contains(page.body, path+".shout") || !strings.Contains(page.body, ">Shouting<") {
			t.Errorf("%s does not link to the format", path)
		}
	}
	if r := get(t, server.URL+api.Prefix+"/standards?format=shout"); r.Header.Get("Content-Type") != "text/shout" || r.body != "STANDARD" {
		t.Errorf("the interface: %d %q", r.StatusCode, r.body)
	}
	if r := get(t, server.URL+api.Prefix+"/standards?format=whisper"); r.StatusCode != http.StatusUnprocessableEntity || !strings.Contains(r.body, "shout") {
		t.Errorf("a format that is none: %d %s", r.StatusCode, r.body)
	}
	described := get(t, server.URL+api.Prefix+"/openapi.json").body
	if !strings.Contains(described, `"text/shout"`) || !strings.Contains(described, `"enum":["table","json","csv","md","jsonl","parquet","shout"]`) {
		t.Errorf("the description does not name the format: %.400s", described)
	}
}
