package assistant

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"net/http"
	"reflect"
	"runtime/debug"
	"strings"

	"github.com/modelcontextprotocol/go-sdk/mcp"

	"rolecall/block"
	"rolecall/catalog"
	"rolecall/contract"
	"rolecall/contract/description"
	"rolecall/fault"
	"rolecall/method"
	"rolecall/population"
)

// tool is a question that can be asked: in is what it takes, beside the fields of a
// population, and A the type of the contract that it answers with.
type tool[in asked, A any] struct {
	name, title, about string
	fields             []population.Field
	// costly says that it takes work enough to be limited.
	costly bool
	answer func(context.Context, question[in]) (found[A], error)
}

// asked is what every tool takes.
type asked interface{ paging() Paging }

// Paging says which part of the lists of an answer is asked for, and from which catalog.
// It is exported because schemas are made of exported fields.
type Paging struct {
	Skip    int    `json:"skip,omitempty" minimum:"0" maximum:"1000" doc:"How many of each list to pass over: next of the answer before."`
	Limit   int    `json:"limit,omitempty" minimum:"1" maximum:"100" default:"25" doc:"The most of each list; fewer where they would not fit."`
	Catalog string `json:"catalog,omitempty" maxLength:"64" doc:"The hash of a catalog: the answer is given from that one or not at all."`
}

func (p Paging) paging() Paging { return p }

// farthest is how far lists are paged: who wants more takes the data.
const farthest = 1000

// usualLimit is how many of each list are told unless another number is asked for.
const usualLimit = 25

func (p Paging) limit() int {
	if p.Limit == 0 {
		return usualLimit
	}
	return p.Limit
}

// question is a call of a tool: what it gives, and the catalog that it is put to.
type question[in asked] struct {
	*catalog.Catalog
	in in
	// sent are the arguments as they were given.
	sent map[string]any
}

// found is what a tool comes to, before it is cut.
type found[A any] struct {
	// part is the part of the answer in a window: as the contract has it, and for people.
	part func(*window) (A, []block.Block)
	// paged are the blocks of which the window shows a part.
	paged func(block.Block) bool
	// inner is the most of a list within the lists that are paged; 0 the usual.
	inner  int
	method method.Method
	// path is the address on a site, without the catalog; empty where there is none.
	path address
}

// addTools adds all tools.
func (s *Service) addTools() {
	put(s, searchTool)
	put(s, showTool)
	put(s, personTool)
	put(s, reportTool)
	put(s, rankTool)
	put(s, unusualTool)
	put(s, assessTool)
	put(s, rateTool)
	put(s, checkTool)
}

// put adds a tool to a service.
func put[in asked, A any](s *Service, t tool[in, A]) {
	takes := description.Of(reflect.TypeFor[in](), t.fields...)
	gives := description.Of(reflect.TypeFor[contract.Told[A]]())
	s.names = append(s.names, t.name)
	s.server.AddTool(&mcp.Tool{
		Name: t.name, Title: t.title, Description: t.about, InputSchema: takes, OutputSchema: gives,
		Annotations: &mcp.ToolAnnotations{Title: t.title, ReadOnlyHint: true, IdempotentHint: true, DestructiveHint: new(false), OpenWorldHint: new(false)},
	}, func(ctx context.Context, call *mcp.CallToolRequest) (*mcp.CallToolResult, error) {
		over, _ := ctx.Value(requestKey{}).(*http.Request)
		if over != nil {
			ctx = over.Context()
		}
		result, err := t.call(ctx, s, over, takes, call.Params.Arguments)
		if err != nil {
			return s.refusal(ctx, t.name, err), nil
		}
		return result, nil
	})
}

// call answers one call, over HTTP that of a request.
func (t tool[in, A]) call(ctx context.Context, s *Service, over *http.Request, takes *description.Schema, arguments json.RawMessage) (result *mcp.CallToolResult, err error) {
	var q question[in]
	if q.sent, err = read(t.name, takes, arguments); err != nil {
		return nil, err
	}
	if err := json.Unmarshal(orObject(arguments), &q.in); err != nil {
		return nil, &argumentError{where: t.name, words: err.Error()}
	}
	c, release, err := s.options.Acquire()
	if err != nil {
		return nil, err
	}
	defer release()
	if hash := q.in.paging().Catalog; hash != "" && hash != c.Info().Hash {
		return nil, &argumentError{where: t.name, words: fmt.Sprintf("catalog: another one is served now, %s; leave it out for the answer of today", c.Info().Hash)}
	}
	q.Catalog = c
	do := func() { result, err = t.told(ctx, s, q) }
	if t.costly && over != nil && s.options.Costly != nil {
		if refused := s.options.Costly(over, do); refused != nil {
			return nil, &busyError{refused}
		}
		return result, err
	}
	do()
	return result, err
}

// told makes the answer. What goes wrong in it ends the call and not the program, which
// others are asking.
func (t tool[in, A]) told(ctx context.Context, s *Service, q question[in]) (result *mcp.CallToolResult, err error) {
	defer func() {
		if made := recover(); made != nil {
			s.options.Log.Error("a tool panicked", "tool", t.name, "fault", made, "stack", string(debug.Stack()))
			result, err = nil, errors.New("the tool made a mistake")
		}
	}()
	f, err := t.answer(ctx, q)
	if err != nil {
		return nil, err
	}
	return fitting(f, q.in.paging(), s.options.Public, q.Info().Hash)
}

// argumentError says what is wrong with the arguments of a call.
type argumentError struct {
	// where is the tool or the argument.
	where, words string
	// takes are the arguments there are; it may be empty.
	takes []string
}

func (e *argumentError) Error() string {
	words := e.where + ": " + e.words
	if len(e.takes) > 0 {
		words += ". It takes: " + strings.Join(e.takes, ", ")
	}
	return words
}

// Usage marks it as an error in how something is asked.
func (e *argumentError) Usage() {}

var _ fault.Usage = (*argumentError)(nil)

// busyError says that there is no room for work at present.
type busyError struct{ error }

func orObject(arguments json.RawMessage) json.RawMessage {
	if len(arguments) == 0 || string(arguments) == "null" {
		return json.RawMessage("{}")
	}
	return arguments
}

// mostFaults bounds what is told of wrong arguments, mostSent how much of each value.
const (
	mostFaults = 10
	mostSent   = 80
)

// read reads the arguments of a call and holds them to what the tool takes.
func read(name string, takes *description.Schema, arguments json.RawMessage) (map[string]any, error) {
	var sent map[string]any
	if err := json.Unmarshal(orObject(arguments), &sent); err != nil || sent == nil {
		return nil, &argumentError{name, "the arguments are no JSON object", takes.Takes()}
	}
	var wrong []string
	for _, f := range takes.Check(sent) {
		words := f.Message
		if f.Location != "" {
			words = f.Location + ": " + words
			if f.Value != "" {
				words += fmt.Sprintf(" (sent: %.*q)", mostSent, f.Value)
			}
		}
		wrong = append(wrong, words)
	}
	if len(wrong) > 0 {
		if more := len(wrong) - mostFaults; more > 0 {
			wrong = append(wrong[:mostFaults], fmt.Sprintf("and %d more", more))
		}
		return nil, &argumentError{name, strings.Join(wrong, "; "), takes.Takes()}
	}
	for field, value := range sent {
		if err := catalog.CheckText(texts(value)...); err != nil {
			return nil, &argumentError{where: name, words: field + ": " + err.Error()}
		}
	}
	return sent, nil
}

// population is what the arguments ask of titles, on top of what is asked unless they
// say otherwise. A field that stands under a name of the tool's own is no part of it.
func (q question[in]) population(base population.Population, fields []population.Field) (population.Population, error) {
	for _, f := range fields {
		value, given := q.sent[f.Param()]
		if !given {
			continue
		}
		if err := f.Set(&base, texts(value)...); err != nil {
			return base, &argumentError{where: f.Param(), words: err.Error()}
		}
	}
	if err := base.Validate(); err != nil {
		return base, &argumentError{where: "the population", words: err.Error()}
	}
	return base, nil
}

// texts are the values of an argument as the fields of a population take them.
func texts(value any) (all []string) {
	switch v := value.(type) {
	case []any:
		for _, one := range v {
			all = append(all, texts(one)...)
		}
		return all
	case float64:
		return []string{fmt.Sprintf("%.0f", v)}
	}
	return []string{fmt.Sprint(value)}
}

// refusal is what a model is told where there is no answer: what is the matter and
// what to do.
func (s *Service) refusal(ctx context.Context, tool string, err error) *mcp.CallToolResult {
	words, remedy := "", ""
	if busy, is := errors.AsType[*busyError](err); is && ctx.Err() == nil {
		words = busy.Error()
	} else {
		told := fault.ToAssistant(ctx, err, s.options.Local)
		if told.Logged {
			s.options.Log.Error("a tool failed", "tool", tool, "error", err)
		}
		words, remedy = told.Words, told.Remedy
	}
	text := "Not answered: " + strings.TrimSuffix(words, ".") + "."
	if remedy != "" {
		text += "\n" + strings.TrimSuffix(remedy, "\n")
	}
	return &mcp.CallToolResult{IsError: true, Content: []mcp.Content{&mcp.TextContent{Text: plain(text)}}}
}
