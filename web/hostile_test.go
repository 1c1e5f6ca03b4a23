package web

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"net/http"
	"net/http/httptest"
	"reflect"
	"regexp"
	"strings"
	"testing"

	"rolecall"
	"rolecall/catalog"
	"rolecall/catalog/catalogtest"
	"rolecall/format"
	"rolecall/measure"
	"rolecall/population"
	"rolecall/render"
	"rolecall/source"
)

// HostileFill fills a catalog with a series, its parts and a person of each name.
func HostileFill(names ...string) func(context.Context, source.Sink) error {
	return func(_ context.Context, sink source.Sink) error {
		for i, name := range names {
			if err := addHostile(sink, fmt.Sprint(i), name); err != nil {
				return err
			}
		}
		return nil
	}
}

func addHostile(sink source.Sink, id, name string) error {
	series, season, episode := "series"+id, "series"+id+"/1", "series"+id+"/1/1"
	return errors.Join(
		sink.AddSource(rolecall.Source{ID: "s" + id, Name: name, Licence: name, Address: name, Retrieved: "2026-11-21"}),
		sink.AddPage(rolecall.Page{Key: "p" + id, Source: "s" + id, Address: "javascript:alert(1)//" + name, Publisher: name, Title: name, Retrieved: "2026-11-21"}),
		sink.AddTitle(rolecall.Title{ID: series, Kind: rolecall.Series, Name: name, Year: 2020, Citations: []string{"p" + id}}),
		sink.AddTitle(rolecall.Title{ID: season, Kind: rolecall.Season, Name: name, SeriesID: series, SeriesName: name, Season: 1, Networks: []string{name}}),
		sink.AddTitle(rolecall.Title{ID: episode, Kind: rolecall.Episode, Name: name, SeriesID: series, SeriesName: name, SeasonID: season, Season: 1, Episode: 1}),
		sink.AddPerson(rolecall.Person{ID: "person" + id, Name: name, NativeName: name}),
		sink.AddCredit(rolecall.Credit{TitleID: episode, PersonID: "person" + id, Role: rolecall.Director, Job: name, Scope: rolecall.OfTitle, Citations: []string{"p" + id}}),
		sink.AddCredit(rolecall.Credit{TitleID: episode, PersonID: "person" + id, Role: rolecall.Cast, Characters: []string{name}, Billing: 1, Scope: rolecall.OfTitle}),
		sink.AddStatement(rolecall.Statement{PersonID: "person" + id, Gender: rolecall.Woman, Wording: name, Precedence: rolecall.Citation, Source: "s" + id, Citation: "p" + id}),
	)
}

var linkedData = regexp.MustCompile(`(?s)<script type="application/ld\+json">.*?</script>`)

// HostileFault says what a hostile name did to a page, or nothing.
func HostileFault(page string) string {
	if n := strings.Count(page, "<script"); n != strings.Count(page, "</script>") || n > 3 {
		return fmt.Sprintf("it has %d scripts", n)
	}
	seen := linkedData.ReplaceAllString(page, "")
	for _, broken := range []string{"<script>", "<img", `href="javascript:`, "onmouseover='"} {
		if strings.Contains(seen, broken) {
			return broken
		}
	}
	return ""
}

// hostilePages are a title and a person as read from a catalog, with a name that
// stands for any other.
type hostilePages struct {
	site   *Site
	info   catalog.Info
	lineup measure.Lineup
	career measure.Career
}

const anyName = "any name"

// readHostile reads them from a catalog built once: what is fuzzed is how names
// are laid out.
func readHostile(f *testing.F) hostilePages {
	f.Helper()
	c := catalogtest.Open(f, "hostile", HostileFill(anyName))
	t, _, err := c.Title(f.Context(), "series0/1")
	if err != nil {
		f.Fatal(err)
	}
	p, err := c.FindPerson(f.Context(), "person0")
	if err != nil {
		f.Fatal(err)
	}
	pages := hostilePages{site: &Site{}, info: c.Info()}
	if pages.lineup, err = measure.LineupOf(f.Context(), c, t, false); err != nil {
		f.Fatal(err)
	}
	if pages.career, err = measure.CareerOf(f.Context(), c, p); err != nil {
		f.Fatal(err)
	}
	return pages
}

// renamed is a copy of a value in which another name stands wherever the one
// stood.
func renamed(v reflect.Value, name string) reflect.Value {
	to := reflect.New(v.Type()).Elem()
	switch v.Kind() {
	case reflect.String:
		to.SetString(strings.ReplaceAll(v.String(), anyName, name))
	case reflect.Struct:
		for i := range v.NumField() {
			to.Field(i).Set(renamed(v.Field(i), name))
		}
	case reflect.Slice:
		for i := range v.Len() {
			to = reflect.Append(to, renamed(v.Index(i), name))
		}
	case reflect.Map:
		to = reflect.MakeMap(v.Type())
		for _, key := range v.MapKeys() {
			to.SetMapIndex(key, renamed(v.MapIndex(key), name))
		}
	default:
		return v
	}
	return to
}

func (p hostilePages) layOut(t *testing.T, name string) (pages []string) {
	t.Helper()
	lineup := renamed(reflect.ValueOf(p.lineup), name).Interface().(measure.Lineup)
	career := renamed(reflect.ValueOf(p.career), name).Interface().(measure.Career)
	r := httptest.NewRequest(http.MethodGet, "/", nil)
	for page, f := range map[string]frame{
		"title":   {Title: name, Description: name, Asked: name, Data: titleData(lineup, ""), Content: viewOf(lineup, false, true)},
		"person":  {Title: name, Data: personData(career, ""), Content: personOf(career, p.info, 1)},
		"unusual": {Title: name, Content: unusualView{Title: lineup.Title, Among: name, Fields: populationFields(comparing(rolecall.Season), population.Population{Networks: []string{name}}, shareAsked{})}},
	} {
		a, err := p.site.render(nil, r, page, f)
		if err != nil {
			t.Fatal(err)
		}
		if page != "unusual" && !bytes.Contains(a.body, []byte("person0")) {
			t.Errorf("the page %s does not name the person", page)
		}
		pages = append(pages, string(a.body))
	}
	picture, err := gridPicture(lineup, p.info)
	if err != nil || picture.status != http.StatusOK {
		t.Errorf("the grid: %d, %v", picture.status, err)
	}
	if _, err := document(render.Show{Lineup: lineup, Catalog: p.info}, format.JSON); err != nil {
		t.Error(err)
	}
	return append(pages, string(picture.body))
}

func FuzzHostileNames(f *testing.F) {
	pages := readHostile(f)
	for _, name := range []string{`<script>alert(1)</script>`, `</script><img src=x onerror=alert(1)>`, "' onmouseover='alert(1)", "javascript:alert(1)", "\u202Eevil"} {
		f.Add(name)
	}
	f.Fuzz(func(t *testing.T, name string) {
		name = strings.ToValidUTF8(strings.ReplaceAll(name, "\x00", ""), "")
		for _, page := range pages.layOut(t, name) {
			if fault := HostileFault(page); fault != "" {
				t.Errorf("%.40q: %s", name, fault)
			}
		}
	})
}
