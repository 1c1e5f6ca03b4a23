package web_test

import (
	"path/filepath"
	"strings"
	"testing"
)

// A form offers what titles of the catalog have, and nothing that none has; what was asked
// for in the address stays to be seen and changed.
func TestFormsOfferWhatTheCatalogHas(t *testing.T) {
	t.Parallel()
	server, _ := serve(t, starterFile(t))
	bare := filepath.Join(t.TempDir(), "films.duckdb")
	buildFile(t, bare, "films", films)
	other, _ := serve(t, bare)
	for address, wants := range map[string]map[string]bool{
		server.URL + "/report":                    {`name="network"`: true, `name="country"`: true, `name="genre"`: false, `name="top"`: false, `name="shorts"`: true, `value="network"`: true, `value="genre"`: false},
		server.URL + "/report?role=sound_mixer":   {`value="sound_mixer" checked`: true, `value="stunt_coordinator"`: false, `value="lead"`: true},
		server.URL + "/report?shorts=true":        {`name="shorts" value="true" checked`: true},
		server.URL + "/report?by=age=30":          {`value="age=30" selected`: true},
		server.URL + "/rank?kind=film":            {`value="director"`: true, `value="sound_mixer"`: false, `name="network"`: true, `name="genre"`: false},
		server.URL + "/report?genre=Drama":        {`name="genre"`: true, `name="network"`: true},
		other.URL + "/report":                     {`name="network"`: false, `name="from"`: true, `value="year"`: true, `value="country"`: false},
		other.URL + "/unusual/film-01?from=2020":  {`name="from"`: true, `name="network"`: false, `name="genre"`: false},
		server.URL + "/report?by=genre&kind=film": {`value="genre"`: true},
	} {
		page := get(t, address).body
		for field, want := range wants {
			if strings.Contains(page, field) != want {
				t.Errorf("%s: %s is offered: %v", address, field, !want)
			}
		}
	}
}
