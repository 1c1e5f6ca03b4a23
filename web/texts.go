package web

import (
	"net/http"
	"net/url"
	"strings"

	"rolecall/assistant"
	"rolecall/catalog"
	"rolecall/reconcile"
	"rolecall/web/api"
)

// onlyTexts lets addresses pass that are texts: valid UTF-8, and without null
// characters. All that a page or the interface asks of the catalog stands in its
// address, so that nothing else is ever looked for. An identifier that is no text
// is that of nothing; a question that is none cannot be read, and leaving a part of
// it out would answer another.
func (s *Site) onlyTexts(next http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		switch {
		case catalog.CheckText(r.URL.Path) != nil:
			s.say(w, r, http.StatusNotFound, "There is nothing at this address", "The address is not written in UTF-8.")
		case !isText(r.URL.RawQuery):
			s.say(w, r, http.StatusBadRequest, "The address cannot be read", "What follows the question mark is not written in UTF-8, as names and values between “&”.")
		default:
			next.ServeHTTP(w, r)
		}
	})
}

// isText reports whether all names and values of a query are texts.
func isText(query string) bool {
	values, err := url.ParseQuery(query)
	if err != nil {
		return false
	}
	for name, all := range values {
		if catalog.CheckText(append(all, name)...) != nil {
			return false
		}
	}
	return true
}

// say answers with one thing, as a page or as the interface does.
func (s *Site) say(w http.ResponseWriter, r *http.Request, status int, title, text string) {
	switch {
	case strings.HasPrefix(r.URL.Path, api.Prefix):
		api.Problem(w, status, title+". "+text)
		return
	case r.URL.Path == reconcile.Path || strings.HasPrefix(r.URL.Path, reconcile.Path+"/"):
		reconcile.Problem(w, status, title+". "+text)
		return
	case r.URL.Path == assistant.Path:
		http.Error(w, title+". "+text, status)
		return
	}
	held, release, err := s.holder.Acquire()
	if err == nil {
		defer release()
	}
	s.write(w, r, "", s.message(held, r, status, title, text))
}
