package api

import (
	"net/http"
	"slices"
	"strings"

	"github.com/danielgtaylor/huma/v2"

	"rolecall/contract"
	"rolecall/contract/description"
)

// problem is an error as the framework asks for one, and as it is answered with.
type problem struct{ contract.Problem }

func (p *problem) Error() string  { return p.Detail }
func (p *problem) GetStatus() int { return p.Status }

// ContentType is that of RFC 9457.
func (p *problem) ContentType(string) string { return problemKind }

const problemKind = "application/problem+json"

// newProblem makes an error of a status, with what is wrong piece by piece.
func newProblem(status int, detail string, faults ...error) huma.StatusError {
	p := &problem{contract.Problem{Title: http.StatusText(status), Status: status, Detail: detail}}
	for _, err := range faults {
		p.Errors = append(p.Errors, description.FaultOf(err))
	}
	return p
}

// Problem answers with an error in the form of RFC 9457.
func Problem(w http.ResponseWriter, status int, detail string) {
	w.Header().Set("Access-Control-Allow-Origin", "*")
	w.Header().Set("Content-Type", problemKind)
	w.Header().Set("Cache-Control", "no-store")
	w.WriteHeader(status)
	huma.DefaultJSONFormat.Marshal(w, newProblem(status, detail))
}

// refusals are the statuses that an operation may be refused with, as its
// description lists them.
func refusals(path string, op *huma.Operation) []int {
	statuses := []int{http.StatusBadRequest, http.StatusUnprocessableEntity, http.StatusInternalServerError, http.StatusServiceUnavailable}
	asks := func(name string) bool {
		return slices.ContainsFunc(op.Parameters, func(p *huma.Param) bool { return p.Name == name })
	}
	if strings.Contains(path, "{") {
		statuses = append(statuses, http.StatusNotFound)
	}
	if asks("catalog") {
		statuses = append(statuses, http.StatusConflict)
	}
	if len(op.Middlewares) > 0 {
		statuses = append(statuses, http.StatusTooManyRequests)
	}
	if op.RequestBody != nil {
		statuses = append(statuses, http.StatusRequestTimeout, http.StatusRequestEntityTooLarge, http.StatusUnsupportedMediaType)
	}
	return statuses
}
