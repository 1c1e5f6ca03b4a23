// Package witness asks a language model, on a server that the user names, what an article
// states.
//
// A model understands turns of phrase that no frame knows, and makes things up. So it is a
// witness and never the judge: its words must stand in the article letter by letter, its
// names and figures too (this package and package claims see to that), and what it alone
// reads can be supported by a row of the catalog, and never contradicted (package verdict).
// Whatever an article tells the model to say, it cannot bring about more than that.
//
// Servers are asked by the chat completions of OpenAI's API, which Ollama, llama.cpp, vLLM
// and LM Studio speak too. Its own library for Go is not used: it adds 20 MB to the program and
// sends the keys that it finds in the environment.
package witness

import (
	"context"
	"errors"
	"fmt"
	"net/http"
	"net/url"
	"slices"
	"strings"
	"sync"
	"sync/atomic"
	"time"

	"github.com/hashicorp/go-retryablehttp"
	"golang.org/x/sync/errgroup"

	"rolecall/press/claims"
	"rolecall/press/english"
)

// Server is a model on a server.
type Server struct {
	model, address, key string
	client              *retryablehttp.Client
	// watch is told how many passages of a text are done.
	watch func(done, of int)
	// unshaped says that the server refuses to be told the form of its answer.
	unshaped atomic.Bool
}

// The bounds of asking.
const (
	// atOnce is how many passages are asked about at a time; servers on one machine answer
	// them one after another anyway.
	atOnce = 2
	// patience is for one answer: a large model on a processor writes a few words a second.
	patience = 10 * time.Minute
	// mostTries of a request, with pauses between.
	mostTries = 3
)

// New is the model of a name on the server at an address: http://localhost:11434/v1, where
// /v1 may be left out. The key is empty for a server that asks for none.
func New(address, model, key string) (*Server, error) {
	u, err := url.Parse(address)
	switch {
	case err != nil || u.Host == "" || u.Scheme != "http" && u.Scheme != "https":
		return nil, fmt.Errorf("%q is no address of a server: give it as http://localhost:11434/v1", address)
	case u.User != nil || u.RawQuery != "" || u.Fragment != "":
		return nil, errors.New("the address of a model server has no name, question or mark in it: give a key in ROLECALL_MODEL_KEY")
	case strings.TrimSpace(model) == "":
		return nil, errors.New("a model server has several models: name one")
	}
	u.Path = strings.TrimSuffix(u.Path, "/")
	if u.Path == "" {
		u.Path = "/v1"
	}
	return &Server{model: model, address: u.String(), key: key, client: newClient(), watch: func(int, int) {}}, nil
}

// Name is the model's name, as the server has it.
func (s *Server) Name() string { return s.model }

// Watch has somebody told how many passages of a text are done, from none to all.
func (s *Server) Watch(watch func(done, of int)) { s.watch = watch }

// newClient goes straight to the server that was named, and nowhere else: the article is
// not for others.
func newClient() *retryablehttp.Client {
	c := retryablehttp.NewClient()
	c.Logger, c.RetryMax, c.RetryWaitMin, c.RetryWaitMax = nil, mostTries-1, time.Second, 20*time.Second
	c.CheckRetry, c.ErrorHandler = isWorthRepeating, retryablehttp.PassthroughErrorHandler
	c.HTTPClient = &http.Client{
		Timeout:       patience,
		Transport:     &http.Transport{ResponseHeaderTimeout: patience, MaxIdleConnsPerHost: atOnce},
		CheckRedirect: func(*http.Request, []*http.Request) error { return http.ErrUseLastResponse },
	}
	return c
}

// Heard is what a witness said of a text.
type Heard struct {
	Testimony []claims.Testimony
	// Passages is into how many the text was cut.
	Passages int
	// Refused is what the text does not hold, and why.
	Refused []claims.Unfounded
	// Unheard are the passages of which the model gave no answer of use.
	Unheard []Unheard
}

// Unheard is a passage of which there is no answer, and why.
type Unheard struct {
	english.Span
	Why string
}

// Testify asks what the sentences of a text state. An error is of a server that cannot be
// asked at all; one that answers nonsense about a passage is told of in Heard.
func (s *Server) Testify(ctx context.Context, text string, sentences []english.Sentence) (Heard, error) {
	passages := passagesOf(text, sentences)
	heard := Heard{Passages: len(passages)}
	s.watch(0, len(passages))
	var mu sync.Mutex
	done := 0
	group, ctx := errgroup.WithContext(ctx)
	group.SetLimit(atOnce)
	for _, p := range passages {
		group.Go(func() error {
			said, err := s.testifyTo(ctx, text, sentences, p)
			mu.Lock()
			defer mu.Unlock()
			heard.add(said)
			done++
			s.watch(done, len(passages))
			return err
		})
	}
	err := group.Wait()
	heard.sort()
	return heard, err
}

// testifyTo asks about one passage; about its halves, where the answer is too long for the
// server.
func (s *Server) testifyTo(ctx context.Context, text string, sentences []english.Sentence, p passage) (Heard, error) {
	content, err := s.ask(ctx, p.question(text))
	short := new(cutShortError)
	switch {
	case errors.As(err, &short):
		first, second, is := p.halves(sentences)
		if !is {
			return Heard{Unheard: []Unheard{{p.Span, err.Error()}}}, nil
		}
		heard, err := s.testifyTo(ctx, text, sentences, first)
		if err != nil {
			return heard, err
		}
		rest, err := s.testifyTo(ctx, text, sentences, second)
		heard.add(rest)
		return heard, err
	case err != nil:
		return Heard{}, err
	}
	said, err := parse(content)
	if err != nil {
		return Heard{Unheard: []Unheard{{p.Span, err.Error()}}}, nil
	}
	return said.within(text, p.Span), nil
}

func (h *Heard) add(o Heard) {
	h.Testimony = append(h.Testimony, o.Testimony...)
	h.Refused = append(h.Refused, o.Refused...)
	h.Unheard = append(h.Unheard, o.Unheard...)
}

// sort puts all in the order of the text: passages are answered in any.
func (h *Heard) sort() {
	slices.SortStableFunc(h.Testimony, func(a, b claims.Testimony) int { return a.Start - b.Start })
	slices.SortStableFunc(h.Refused, func(a, b claims.Unfounded) int { return a.Start - b.Start })
	slices.SortFunc(h.Unheard, func(a, b Unheard) int { return a.Start - b.Start })
}
