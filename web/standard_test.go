package web_test

import (
	"encoding/json"
	"fmt"
	"strings"
	"testing"

	"rolecall"
)

// The titles listed for each verdict are as many as the rate has, in every reading.
func TestTitlesListedAreThoseCounted(t *testing.T) {
	server, _ := serve(t, starterFile(t))
	client := 0
	ask := func(address string) string {
		client++
		return get(t, server.URL+address, "X-Forwarded-For", fmt.Sprintf("2001:db8:%x::1", client)).body
	}
	for _, id := range []string{"f-rating", "fifty-fifty", "reframe-tv-2018"} {
		for _, reading := range rolecall.Readings() {
			var said struct {
				Rates []struct{ Rate map[string]any }
			}
			query := "?from=2015&reading=" + string(reading)
			if err := json.Unmarshal([]byte(ask("/standards/"+id+".json"+query)), &said); err != nil {
				t.Fatal(err)
			}
			for verdict, counted := range said.Rates[0].Rate {
				if verdict == "count" || verdict == "share" {
					continue
				}
				listed := strings.Count(ask("/standards/"+id+"/titles"+query+"&verdict="+verdict), `<li><span class="name">`)
				if float64(listed) != counted {
					t.Errorf("%s, %s: %d titles listed as %s, %v counted", id, reading, listed, verdict, counted)
				}
			}
		}
	}
}

// A page leads to its other readings and back, with the titles that were asked for.
func TestAStandardIsReadInThreeWays(t *testing.T) {
	server, _ := serve(t, starterFile(t))
	page := get(t, server.URL+"/standards/f-rating?from=2015&reading=known").body
	for _, want := range []string{`href="/standards/f-rating?from=2015"`, `href="/standards/f-rating?from=2015&amp;reading=credited"`, `aria-current="true">where known`, `value="2015"`} {
		if !strings.Contains(page, want) {
			t.Errorf("the page has no %s", want)
		}
	}
	title := get(t, server.URL+"/title/lady-bird-2017?reading=credited").body
	for _, want := range []string{`href="/standards/f-rating?reading=credited"`, `href="/title/lady-bird-2017#standards"`, "As credited: those credited are taken for all there are"} {
		if !strings.Contains(title, want) {
			t.Errorf("the page of a title has no %s", want)
		}
	}
}
