package assistant

import (
	"net/url"
	"strings"

	"rolecall/population"
)

// address is where a site has an answer: the page and what it is asked.
type address struct {
	path  string
	query url.Values
}

// permanent is the address on a site for one catalog alone, so that it stays what it
// was; empty where there is no site or no page.
func (a address) permanent(public, hash string) string {
	if public == "" || a.path == "" {
		return ""
	}
	query := url.Values{"catalog": {hash}}
	for name, values := range a.query {
		query[name] = values
	}
	return public + a.path + "?" + query.Encode()
}

// pageOf is the page of an identifier in a folder.
func pageOf(folder, id string) address {
	parts := strings.Split(id, "/")
	for i, part := range parts {
		parts[i] = url.PathEscape(part)
	}
	return address{path: folder + strings.Join(parts, "/")}
}

// among is the address with a population, and whose share is asked for.
func (a address) among(p population.Population, more url.Values) address {
	a.query = url.Values{}
	for _, f := range population.Params() {
		if values := f.Values(p); len(values) > 0 {
			a.query.Set(f.Param(), strings.Join(values, ","))
		}
	}
	for name, values := range more {
		a.query[name] = values
	}
	return a
}
