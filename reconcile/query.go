package reconcile

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"net/http"
	"slices"
	"strconv"
	"strings"
	"unicode/utf8"

	"rolecall/catalog"
)

// What one request may ask. A batch of that many is answered in well under a second.
const (
	mostQueries    = 100
	mostProperties = 30
	mostValues     = 20
	longestText    = 500
	usualLimit     = 10
	mostLimit      = 50
	mostEntities   = 100
)

// RefusedError says why a request is not answered.
type RefusedError struct {
	// Status is that of HTTP.
	Status int
	Detail string
}

func (e *RefusedError) Error() string { return e.Detail }

// refuse is a request that cannot be read at a place in it.
func refuse(place, form string, args ...any) error {
	return &RefusedError{http.StatusBadRequest, place + ": " + fmt.Sprintf(form, args...)}
}

// Query is one question of a batch.
type Query struct {
	text   string
	extent extent
	limit  int
	values map[string][]value
}

// value is what a row says of a property.
type value struct {
	text string
	// id is that of an entity which the client has matched before, or empty.
	id string
}

// queryForm is a query as it is written.
type queryForm struct {
	Query      *string           `json:"query"`
	Type       json.RawMessage   `json:"type"`
	Limit      *float64          `json:"limit"`
	Properties []json.RawMessage `json:"properties"`
	Strict     *string           `json:"type_strict"`
}

// propertyForm is a property as it is written; clients write more beside it, which the
// protocol lets them.
type propertyForm struct {
	ID     *string         `json:"pid"`
	Values json.RawMessage `json:"v"`
}

// ParseBatch reads a batch of queries by their keys. The error is a *RefusedError that says
// where the fault is.
func ParseBatch(text string) (map[string]Query, error) {
	var forms map[string]json.RawMessage
	if err := decode(text, &forms); err != nil {
		return nil, refuse("queries", "not a JSON object of queries (%v): send {\"q0\": {\"query\": \"Lady Bird\"}}", err)
	}
	if forms == nil {
		return nil, refuse("queries", "null: send {\"q0\": {\"query\": \"Lady Bird\"}}")
	}
	if len(forms) > mostQueries {
		return nil, &RefusedError{http.StatusRequestEntityTooLarge,
			fmt.Sprintf("queries: %d queries in one batch: send %d at most, which the manifest says as batchSize", len(forms), mostQueries)}
	}
	batch := make(map[string]Query, len(forms))
	for key, form := range forms {
		q, err := parseQuery(placeOf(key), form)
		if err != nil {
			return nil, err
		}
		batch[key] = q
	}
	return batch, nil
}

// decode reads one JSON value that has no fields but those known.
func decode(text string, into any) error {
	d := json.NewDecoder(strings.NewReader(text))
	d.DisallowUnknownFields()
	if err := d.Decode(into); err != nil {
		return told(err)
	}
	if _, err := d.Token(); err != io.EOF {
		return errors.New("something follows it")
	}
	return nil
}

// told is a fault of JSON in words that name no type of Go.
func told(err error) error {
	if wrong, is := errors.AsType[*json.UnmarshalTypeError](err); is {
		return fmt.Errorf("%s is a JSON %s, which does not belong there", orWhole(wrong.Field), wrong.Value)
	}
	if errors.Is(err, io.ErrUnexpectedEOF) || errors.Is(err, io.EOF) {
		return errors.New("it ends too early")
	}
	return errors.New(strings.TrimPrefix(err.Error(), "json: "))
}

func orWhole(field string) string {
	if field == "" {
		return "the whole"
	}
	return field
}

// shortened is a text from outside, short enough for a message.
func shortened(text string) string {
	letters := []rune(text[:min(len(text), 400)])
	return string(letters[:min(len(letters), 40)])
}

// placeOf is the place of a query in a batch.
func placeOf(key string) string {
	return "queries." + strings.Trim(strconv.QuoteToGraphic(shortened(key)), `"`)
}

func parseQuery(place string, text json.RawMessage) (q Query, err error) {
	var form queryForm
	if err := decode(string(text), &form); err != nil {
		return q, refuse(place, "not a query (%v): a query has query, type, limit, properties and type_strict", err)
	}
	if form.Query != nil {
		q.text = strings.TrimSpace(*form.Query)
	}
	if form.Query == nil && len(form.Properties) == 0 {
		return q, refuse(place, "neither query nor properties: send the name that is looked for as query")
	}
	if err := checkText(place+".query", q.text); err != nil {
		return q, err
	}
	if q.limit, err = parseLimit(place, form.Limit); err != nil {
		return q, err
	}
	if q.extent, err = parseTypes(place, form); err != nil {
		return q, err
	}
	q.values, err = parseProperties(place, form.Properties)
	return q, err
}

func checkText(place, text string) error {
	if catalog.CheckText(text) != nil {
		return refuse(place, "no text in UTF-8")
	}
	if n := utf8.RuneCountInString(text); n > longestText {
		return refuse(place, "%d letters long: a name has %d at most", n, longestText)
	}
	return nil
}

func parseLimit(place string, limit *float64) (int, error) {
	switch {
	case limit == nil:
		return usualLimit, nil
	case *limit < 1 || *limit != float64(int(min(*limit, 1e9))):
		return 0, refuse(place+".limit", "%v is no number of candidates: send a whole number from 1, or leave it out for %d", *limit, usualLimit)
	}
	return int(min(*limit, mostLimit)), nil
}

func parseTypes(place string, form queryForm) (extent, error) {
	all := false
	if form.Strict != nil {
		if !slices.Contains([]string{"any", "should", "all"}, *form.Strict) {
			return extent{}, refuse(place+".type_strict", "%q: choose any, should or all", shortened(*form.Strict))
		}
		all = *form.Strict == "all"
	}
	var ids []string
	var one string
	switch {
	case form.Type == nil || string(form.Type) == "null":
	case json.Unmarshal(form.Type, &one) == nil:
		ids = []string{one}
	case json.Unmarshal(form.Type, &ids) != nil:
		return extent{}, refuse(place+".type", "neither a type nor a list of types: choose from %s", typeWords())
	}
	for _, id := range ids {
		if _, known := typeOf(id); !known {
			return extent{}, refuse(place+".type", "there is no type %q: choose from %s", shortened(id), typeWords())
		}
	}
	return joined(ids, all), nil
}

func parseProperties(place string, forms []json.RawMessage) (map[string][]value, error) {
	if len(forms) > mostProperties {
		return nil, refuse(place+".properties", "%d of them: send %d at most", len(forms), mostProperties)
	}
	all := make(map[string][]value, len(forms))
	for i, written := range forms {
		at := fmt.Sprintf("%s.properties[%d]", place, i)
		var form propertyForm
		if err := json.Unmarshal(written, &form); err != nil {
			return nil, refuse(at, "not a property (%v): send {\"pid\": \"year\", \"v\": \"2017\"}", told(err))
		}
		if form.ID == nil || form.Values == nil {
			return nil, refuse(at, "it lacks pid or v: send {\"pid\": \"year\", \"v\": \"2017\"}")
		}
		p, known := propertyOf(*form.ID)
		if !known || p.compare == nil {
			return nil, refuse(at+".pid", "there is no property %q to match by: choose from %s", shortened(*form.ID), comparableWords())
		}
		values, err := parseValues(at+".v", form.Values)
		if err != nil {
			return nil, err
		}
		all[p.ID] = append(all[p.ID], values...)
	}
	return all, nil
}

// parseValues reads a value or a list of values; blank ones say nothing.
func parseValues(place string, text json.RawMessage) ([]value, error) {
	var several []json.RawMessage
	if json.Unmarshal(text, &several) != nil || several == nil {
		several = []json.RawMessage{text}
	}
	if len(several) > mostValues {
		return nil, refuse(place, "%d values: send %d at most", len(several), mostValues)
	}
	var values []value
	for _, one := range several {
		v, err := parseValue(place, one)
		if err != nil {
			return nil, err
		}
		if v != (value{}) {
			values = append(values, v)
		}
	}
	return values, nil
}

func parseValue(place string, text json.RawMessage) (v value, err error) {
	text = bytes.TrimSpace(text)
	var entity struct {
		ID   string `json:"id"`
		Name string `json:"name"`
	}
	switch {
	case string(text) == "null":
	case len(text) > 0 && (text[0] == '[' || text[0] == '{' && (json.Unmarshal(text, &entity) != nil || entity.ID == "")):
		return v, refuse(place, "neither a text, a number, true or false, nor an entity {\"id\": …, \"name\": …}")
	case len(text) > 0 && text[0] == '{':
		v.id, v.text = entity.ID, strings.TrimSpace(entity.Name)
	case len(text) > 0 && text[0] == '"':
		err = json.Unmarshal(text, &v.text)
		v.text = strings.TrimSpace(v.text)
	default:
		v.text = strings.TrimSuffix(string(text), ".0")
	}
	if err != nil {
		return v, refuse(place, "no text")
	}
	if err := checkText(place, v.id); err != nil {
		return v, err
	}
	return v, checkText(place, v.text)
}
