package main

import (
	"context"
	"database/sql"
	"encoding/json"
	"fmt"
	"math/rand/v2"
	"net/http"
	"net/url"
	"strings"

	_ "github.com/duckdb/duckdb-go/v2"

	"rolecall/assistant"
)

// drawn are titles and people drawn from all that a catalog holds, each as likely as any
// other, and films and seasons, which are compared.
type drawn struct {
	titles, works, people []named
}

type named struct {
	id, name string
	year     int
}

// sampled is how many are drawn of each; what is asked for twice is made anew all the same.
const sampled = 20_000

func draw(ctx context.Context, path string, seed uint64) (d drawn, err error) {
	db, err := sql.Open("duckdb", path+"?access_mode=READ_ONLY&memory_limit=1GB")
	if err != nil {
		return d, err
	}
	defer db.Close()
	for _, of := range []struct {
		into *[]named
		text string
	}{
		{&d.titles, `SELECT id, name, year FROM title`},
		{&d.works, `SELECT id, name, year FROM title WHERE kind IN ('film', 'season') AND year > 0`},
		{&d.people, `SELECT id, name, 0 FROM person WHERE name <> ''`},
	} {
		text := fmt.Sprintf(`SELECT * FROM (%s) USING SAMPLE reservoir(%d ROWS) REPEATABLE (%d)`, of.text, sampled, seed)
		rows, err := db.QueryContext(ctx, text)
		if err != nil {
			return d, err
		}
		for rows.Next() {
			var n named
			if err := rows.Scan(&n.id, &n.name, &n.year); err != nil {
				return d, err
			}
			*of.into = append(*of.into, n)
		}
		if err := rows.Err(); err != nil {
			return d, err
		}
		if len(*of.into) == 0 {
			return d, fmt.Errorf("the catalog has too little to draw from")
		}
	}
	return d, nil
}

// asking is one who asks for what a catalog holds.
type asking struct {
	drawn
	*rand.Rand
	// made counts the requests of all, so that no address is asked for twice.
	made func() int64
}

func (a asking) title() named  { return a.titles[a.IntN(len(a.titles))] }
func (a asking) work() named   { return a.works[a.IntN(len(a.works))] }
func (a asking) person() named { return a.people[a.IntN(len(a.people))] }

// kind is a kind of request and how often it is made, among all.
type kind struct {
	name   string
	often  int
	target func(asking) (address, body string)
}

// kinds are what a busy site is asked for: mostly pages, now and then what takes work.
var kinds = []kind{
	{"title page", 40, func(a asking) (string, string) { return a.page("/title/", a.title(), ""), "" }},
	{"person page", 20, func(a asking) (string, string) { return a.page("/person/", a.person(), ""), "" }},
	{"suggestions", 10, func(a asking) (string, string) {
		letters := []rune(a.title().name)
		return "/suggest?" + a.query("q", string(letters[:min(len(letters), 3+a.IntN(5))])), ""
	}},
	{"search", 6, func(a asking) (string, string) { return "/search?" + a.query("q", misspelt(a, a.title().name)), "" }},
	{"title by the interface", 5, func(a asking) (string, string) { return "/api/v1/titles/" + url.PathEscape(a.title().id), "" }},
	{"person by the interface", 3, func(a asking) (string, string) { return "/api/v1/people/" + url.PathEscape(a.person().id), "" }},
	{"file beside a title", 3, func(a asking) (string, string) { return a.page("/title/", a.title(), ".csv"), "" }},
	{"comparison", 3, func(a asking) (string, string) {
		w := a.work()
		return "/unusual/" + w.id + "?" + a.query("from", fmt.Sprint(w.year-a.IntN(3)), "to", fmt.Sprint(w.year)), ""
	}},
	{"report", 3, func(a asking) (string, string) {
		from := 1950 + a.IntN(70)
		return "/report?" + a.query("by", pick(a, "year", "genre", "kind"), "role", pick(a, "director", "writer", "cast", "editor"),
			"kind", pick(a, "film", "season"), "unit", pick(a, "credits", "people", "titles-any"), "from", fmt.Sprint(from), "to", fmt.Sprint(from+5+a.IntN(20))), ""
	}},
	{"ranking", 2, func(a asking) (string, string) {
		from := 1950 + a.IntN(70)
		return "/rank?" + a.query("kind", pick(a, "film", "season"), "role", pick(a, "director", "writer"), "from", fmt.Sprint(from), "to", fmt.Sprint(from+5)), ""
	}},
	{"check of an article", 2, func(a asking) (string, string) { return "/check", a.query("text", article(a)) }},
	{"sources", 2, func(a asking) (string, string) { return "/sources?" + a.query(), "" }},
	{"tool of an assistant", 5, func(a asking) (string, string) {
		return assistant.Path, pick(a,
			call("show", "title", a.title().id), call("person", "name", a.person().id), call("search", "text", misspelt(a, a.title().name)), call("assess", "title", a.title().id))
	}},
	{"tool that takes work", 1, func(a asking) (string, string) {
		from := fmt.Sprint(1950 + a.IntN(70))
		return assistant.Path, pick(a, call("report", "from", from, "by", pick(a, "year", "kind")), call("rank", "from", from, "kind", "film"), call("unusual", "title", a.work().id), call("check", "text", article(a)))
	}},
	{"home", 1, func(a asking) (string, string) { return "/?" + a.query(), "" }},
}

// choose leaves one kind of all; no name leaves all.
func choose(name string) error {
	if name == "" {
		return nil
	}
	for _, k := range kinds {
		if k.name == name {
			kinds = []kind{k}
			return nil
		}
	}
	return fmt.Errorf("-only %q: choose one of the names in the results", name)
}

// call is the message of a call of a tool with arguments, each a text.
func call(tool string, fields ...string) string {
	arguments := make(map[string]string)
	for i := 0; i < len(fields); i += 2 {
		arguments[fields[i]] = fields[i+1]
	}
	message, err := json.Marshal(map[string]any{"jsonrpc": "2.0", "id": 1, "method": "tools/call", "params": map[string]any{"name": tool, "arguments": arguments}})
	if err != nil {
		panic(err) // texts can be written
	}
	return string(message)
}

// page is the address of a page, made anew.
func (a asking) page(folder string, n named, ending string) string {
	return folder + n.id + ending + "?" + a.query()
}

// query is fields and their values, with one that nobody asked before.
func (a asking) query(fields ...string) string {
	values := url.Values{"n": {fmt.Sprint(a.made())}}
	for i := 0; i < len(fields); i += 2 {
		values.Set(fields[i], fields[i+1])
	}
	return values.Encode()
}

func pick(a asking, words ...string) string { return words[a.IntN(len(words))] }

// misspelt changes a letter of every other name.
func misspelt(a asking, name string) string {
	letters := []rune(strings.ToLower(name))
	if len(letters) > 3 && a.IntN(2) == 0 {
		letters[1+a.IntN(len(letters)-2)] = rune('a' + a.IntN(26))
	}
	return string(letters[:min(len(letters), 100)])
}

// article is a text of about a thousand words about titles and people of the catalog.
func article(a asking) string {
	var text strings.Builder
	for range 45 {
		w, p := a.work(), a.person()
		fmt.Fprintf(&text, pick(a,
			"%[1]s (%[3]d) was directed by %[2]s, who had waited for it for a long time and says so to everybody who asks.\n\n",
			"In %[3]d %[2]s wrote %[1]s, and nobody who was there that year has forgotten how it was received by the critics.\n\n",
			"%[2]s edited %[1]s. It was shown in %[3]d in three towns, and the audience stayed until the very end of it.\n\n",
			"The director of %[1]s, %[2]s, is among the few who began as an actor and went on to something else in %[3]d.\n\n"), w.name, p.name, w.year)
	}
	return text.String()
}

// request is a request for a target, by a client of its own.
func request(ctx context.Context, site, address, body string, client int64) (*http.Request, error) {
	r, err := http.NewRequestWithContext(ctx, http.MethodGet, site+address, nil)
	if body != "" {
		r, err = http.NewRequestWithContext(ctx, http.MethodPost, site+address, strings.NewReader(body))
	}
	if err != nil {
		return nil, err
	}
	switch {
	case address == assistant.Path:
		r.Header.Set("Content-Type", "application/json")
		r.Header.Set("Accept", "application/json, text/event-stream")
	case body != "":
		r.Header.Set("Content-Type", "application/x-www-form-urlencoded")
	}
	r.Header.Set("X-Forwarded-For", fmt.Sprintf("2001:db8:%x:%x::1", client>>16&0xffff, client&0xffff))
	return r, nil
}
