package reconcile

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"maps"
	"mime"
	"net/http"
	"net/url"
	"runtime"
	"slices"
	"strconv"
	"strings"
	"sync"

	"golang.org/x/sync/errgroup"

	"rolecall/catalog"
	"rolecall/contract"
	"rolecall/fault"
)

// ServeHTTP answers for everything below Path but the preview cards, which are pages. Pages
// of any host may ask, as the protocol demands: nothing in the answers is private.
func (s *Service) ServeHTTP(w http.ResponseWriter, r *http.Request) {
	w.Header().Set("Access-Control-Allow-Origin", "*")
	w.Header().Set("Cache-Control", "no-store")
	if _, pattern := s.mux.Handler(r); pattern == "" {
		Problem(w, http.StatusNotFound, "There is nothing at this address; GET "+Path+" says what there is.")
		return
	}
	s.mux.ServeHTTP(w, r)
}

func preflight(w http.ResponseWriter, _ *http.Request) {
	w.Header().Set("Access-Control-Allow-Methods", "GET, HEAD, POST")
	w.Header().Set("Access-Control-Allow-Headers", "Content-Type")
	w.Header().Set("Access-Control-Max-Age", "86400")
	w.WriteHeader(http.StatusNoContent)
}

// asked answers at the endpoint itself: queries, a question for columns, or the manifest.
func (s *Service) asked(w http.ResponseWriter, r *http.Request) {
	form, err := formOf(r)
	if err == nil {
		err = onlyKnown(form, "queries", "extend")
	}
	if err != nil {
		s.fail(w, r, err)
		return
	}
	queries, extend := form.Get("queries"), form.Get("extend")
	switch {
	case form.Has("queries") && form.Has("extend"):
		s.fail(w, r, refuse("form", "both queries and extend: send one of them"))
	case form.Has("queries"):
		s.answer(w, r, func(ctx context.Context, c *catalog.Catalog) (any, error) { return matchAll(ctx, c, queries) })
	case form.Has("extend"):
		s.answer(w, r, func(ctx context.Context, c *catalog.Catalog) (any, error) {
			columns, err := ParseColumns(extend)
			if err != nil {
				return nil, err
			}
			return Extend(ctx, c, columns)
		})
	case r.Method == http.MethodPost:
		s.fail(w, r, refuse("form", "neither queries nor extend: send queries={\"q0\": {\"query\": \"Lady Bird\"}} as a form"))
	default:
		s.answer(w, r, func(_ context.Context, c *catalog.Catalog) (any, error) { return s.manifest(s.base(r), c), nil })
	}
}

// formOf is what was sent as a form, in the address or in the body.
func formOf(r *http.Request) (url.Values, error) {
	if r.Method != http.MethodPost {
		return r.URL.Query(), nil
	}
	kind, _, _ := mime.ParseMediaType(r.Header.Get("Content-Type"))
	if kind != "application/x-www-form-urlencoded" {
		return nil, &RefusedError{http.StatusUnsupportedMediaType, "Send a form: Content-Type: application/x-www-form-urlencoded, with queries= or extend=."}
	}
	if err := r.ParseForm(); err != nil {
		if _, tooLong := errors.AsType[*http.MaxBytesError](err); tooLong {
			return nil, &RefusedError{http.StatusRequestEntityTooLarge, "The form is too long: send 1 MB at most, in smaller batches."}
		}
		return nil, refuse("form", "it cannot be read: send queries= or extend=, URL-encoded")
	}
	for name, values := range r.PostForm {
		if catalog.CheckText(append(slices.Clone(values), name)...) != nil {
			return nil, refuse("form", "no text in UTF-8")
		}
	}
	return r.Form, nil
}

// onlyKnown refuses fields that nothing asks by: a misspelt one would be another question.
func onlyKnown(form url.Values, known ...string) error {
	for _, name := range slices.Sorted(maps.Keys(form)) {
		if !slices.Contains(known, name) {
			return refuse("form", "there is no field %q: send one of %s", shortened(name), strings.Join(known, ", "))
		}
	}
	return nil
}

// answer answers from the catalog, and says from which.
func (s *Service) answer(w http.ResponseWriter, r *http.Request, work func(context.Context, *catalog.Catalog) (any, error)) {
	c, release, err := s.options.Acquire()
	if err != nil {
		s.fail(w, r, err)
		return
	}
	defer release()
	made, err := work(r.Context(), c)
	if err != nil {
		s.fail(w, r, err)
		return
	}
	w.Header().Set("Rolecall-Catalog", c.Info().Hash)
	w.Header().Set("Access-Control-Expose-Headers", "Rolecall-Catalog")
	writeJSON(w, http.StatusOK, "application/json; charset=utf-8", made)
}

// matchAll answers a batch, several queries at once: each is by itself.
func matchAll(ctx context.Context, c *catalog.Catalog, queries string) (map[string]Result, error) {
	batch, err := ParseBatch(queries)
	if err != nil {
		return nil, err
	}
	results := make(map[string]Result, len(batch))
	var mutex sync.Mutex
	work, ctx := errgroup.WithContext(ctx)
	work.SetLimit(runtime.GOMAXPROCS(0))
	for key, q := range batch {
		work.Go(func() error {
			result, err := Match(ctx, c, q)
			mutex.Lock()
			defer mutex.Unlock()
			results[key] = result
			return err
		})
	}
	return results, work.Wait()
}

// suggested answers somebody who types. Clients send more than the protocol says, and types
// that were those of another service, which is passed over.
func (s *Service) suggested(w http.ResponseWriter, r *http.Request) {
	asked := r.URL.Query()
	prefix, typeID := asked.Get("prefix"), asked.Get("type")
	from, err := strconv.Atoi(asked.Get("cursor"))
	if asked.Get("cursor") != "" && (err != nil || from < 0) {
		s.fail(w, r, refuse("cursor", "%q is no number of suggestions to pass over", shortened(asked.Get("cursor"))))
		return
	}
	if err := checkText("prefix", prefix); err != nil {
		s.fail(w, r, err)
		return
	}
	if checkType(typeID) != nil {
		typeID = ""
	}
	var suggest func(context.Context, *catalog.Catalog) ([]Suggestion, error)
	switch what := r.PathValue("what"); what {
	case "entity":
		in := usualExtent()
		if typeID != "" {
			in = extentOf(typeID)
		}
		suggest = func(ctx context.Context, c *catalog.Catalog) ([]Suggestion, error) {
			return suggestEntities(ctx, c, prefix, in, from)
		}
	case "property":
		suggest = func(context.Context, *catalog.Catalog) ([]Suggestion, error) {
			return skipped(suggestProperties(prefix, typeID), from), nil
		}
	case "type":
		suggest = func(context.Context, *catalog.Catalog) ([]Suggestion, error) {
			return skipped(suggestTypes(prefix), from), nil
		}
	default:
		Problem(w, http.StatusNotFound, "Entities, properties and types are suggested: choose entity, property or type.")
		return
	}
	s.answer(w, r, func(ctx context.Context, c *catalog.Catalog) (any, error) {
		all, err := suggest(ctx, c)
		return map[string]any{"result": all}, err
	})
}

func skipped(all []Suggestion, from int) []Suggestion { return all[min(len(all), from):] }

func checkType(id string) error {
	if _, known := typeOf(id); id != "" && !known {
		return refuse("type", "there is no type %q: choose from %s", shortened(id), typeWords())
	}
	return nil
}

// proposed lists the properties that columns can be added of.
func (s *Service) proposed(w http.ResponseWriter, r *http.Request) {
	asked := r.URL.Query()
	typeID, limit := asked.Get("type"), len(properties)
	if err := checkType(typeID); err != nil {
		s.fail(w, r, err)
		return
	}
	if text := asked.Get("limit"); text != "" {
		n, err := strconv.Atoi(text)
		if err != nil || n < 1 {
			s.fail(w, r, refuse("limit", "%q is no number of properties: send a whole number from 1", shortened(text)))
			return
		}
		limit = n
	}
	type proposal struct {
		Type       string     `json:"type,omitempty"`
		Limit      int        `json:"limit"`
		Properties []Property `json:"properties"`
	}
	all := those(isColumn, typeID)
	writeJSON(w, http.StatusOK, "application/json; charset=utf-8", proposal{typeID, limit, all[:min(len(all), limit)]})
}

// fail says why there is no answer.
func (s *Service) fail(w http.ResponseWriter, r *http.Request, err error) {
	if refused, is := errors.AsType[*RefusedError](err); is {
		Problem(w, refused.Status, refused.Detail)
		return
	}
	told := fault.OverHTTP(r.Context(), err)
	if told.Logged {
		s.options.Log.Error("a table was not matched", "error", err)
	}
	if told.Status == fault.ClientGone {
		w.WriteHeader(told.Status)
		return
	}
	Problem(w, told.Status, told.Words)
}

// Problem answers with an error in the form of RFC 9457; the protocol leaves it open.
func Problem(w http.ResponseWriter, status int, detail string) {
	w.Header().Set("Access-Control-Allow-Origin", "*")
	writeJSON(w, status, "application/problem+json", contract.Problem{Title: http.StatusText(status), Status: status, Detail: detail})
}

func writeJSON(w http.ResponseWriter, status int, kind string, made any) {
	text, err := json.Marshal(made)
	if err != nil {
		panic(fmt.Errorf("write an answer: %w", err)) // the types are of this package
	}
	w.Header().Set("Content-Type", kind)
	w.Header().Set("Content-Length", strconv.Itoa(len(text)))
	w.WriteHeader(status)
	w.Write(text)
}
