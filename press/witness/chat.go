package witness

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"net/http"
	"strings"
	"syscall"

	"github.com/hashicorp/go-retryablehttp"

	"rolecall/fetch"
)

// chat is a request for one answer, completion what comes back: the parts of OpenAI's chat
// completions that all servers know.
type chat struct {
	Model       string    `json:"model"`
	Messages    []message `json:"messages"`
	Temperature float64   `json:"temperature"`
	Seed        int       `json:"seed"`
	MaxTokens   int       `json:"max_tokens"`
	Format      *form     `json:"response_format,omitempty"`
}

type message struct {
	Role    string `json:"role"`
	Content string `json:"content"`
}

// form is what the answer must look like.
type form struct {
	Type   string `json:"type"`
	Schema shape  `json:"json_schema"`
}

type shape struct {
	Name   string         `json:"name"`
	Strict bool           `json:"strict"`
	Schema map[string]any `json:"schema"`
}

type completion struct {
	Choices []struct {
		Message      message `json:"message"`
		FinishReason string  `json:"finish_reason"`
	} `json:"choices"`
	Error json.RawMessage `json:"error"`
}

const (
	// mostTokens bounds an answer, in the pieces that models write in: some forty claims.
	mostTokens = 8000
	// mostBytes bounds what is read of an answer.
	mostBytes = 4 << 20
)

// cutShortError says that an answer has no end, as it is longer than the server writes.
type cutShortError struct{}

func (*cutShortError) Error() string { return "the answer is longer than the server writes" }

// ask has the model answer a question, within its form if the server can be told that.
func (s *Server) ask(ctx context.Context, question string) (string, error) {
	request := chat{
		Model: s.model, Seed: 1, MaxTokens: mostTokens, Format: &form{"json_schema", shape{"claims", true, schema()}},
		Messages: []message{{"system", instructions}, {"user", question}},
	}
	if s.unshaped.Load() {
		request.Format = nil
	}
	response, err := s.post(ctx, request)
	refused := new(statusError)
	if errors.As(err, &refused) && (refused.status == http.StatusBadRequest || refused.status == http.StatusUnprocessableEntity) && request.Format != nil {
		s.unshaped.Store(true)
		request.Format = nil
		response, err = s.post(ctx, request)
	}
	if err != nil {
		return "", fmt.Errorf("ask the model %s at %s: %w", s.model, s.address, err)
	}
	return response.content()
}

// content is the answer itself.
func (c completion) content() (string, error) {
	switch {
	case len(c.Choices) == 0:
		return "", nil
	case c.Choices[0].FinishReason == "length":
		return "", &cutShortError{}
	}
	return c.Choices[0].Message.Content, nil
}

// statusError is a refusal of the server.
type statusError struct {
	status int
	words  string
}

func (e *statusError) Error() string {
	said := fmt.Sprintf("the server answers %d %s", e.status, http.StatusText(e.status))
	if e.words != "" {
		said += ": " + e.words
	}
	switch e.status {
	case http.StatusUnauthorized, http.StatusForbidden:
		said += "; give its key in ROLECALL_MODEL_KEY"
	case http.StatusNotFound:
		said += "; does it have a model of that name, and does its address end in /v1?"
	}
	return said
}

// post sends a request and reads the answer.
func (s *Server) post(ctx context.Context, c chat) (completion, error) {
	body, err := json.Marshal(c)
	if err != nil {
		return completion{}, err
	}
	request, err := retryablehttp.NewRequestWithContext(ctx, http.MethodPost, s.address+"/chat/completions", body)
	if err != nil {
		return completion{}, err
	}
	request.Header.Set("Content-Type", "application/json")
	if s.key != "" {
		request.Header.Set("Authorization", "Bearer "+s.key)
	}
	response, err := s.client.Do(request)
	if err != nil {
		return completion{}, fetch.Plainly(err)
	}
	defer response.Body.Close()
	return read(response)
}

func read(response *http.Response) (completion, error) {
	content, err := io.ReadAll(io.LimitReader(response.Body, mostBytes+1))
	switch {
	case err != nil:
		return completion{}, fmt.Errorf("read the answer: %w", err)
	case len(content) > mostBytes:
		return completion{}, fmt.Errorf("the answer is longer than %d MB", mostBytes>>20)
	}
	var c completion
	fault := json.Unmarshal(content, &c)
	switch {
	case response.StatusCode != http.StatusOK:
		return completion{}, &statusError{response.StatusCode, words(c.Error, content)}
	case fault != nil:
		return completion{}, fmt.Errorf("the answer is none of a model server: %q", brief(string(content)))
	}
	return c, nil
}

// words are those of a server's error, which each writes in a form of its own.
func words(fault json.RawMessage, content []byte) string {
	var named struct {
		Message string `json:"message"`
	}
	var plain string
	switch {
	case json.Unmarshal(fault, &named) == nil && named.Message != "":
		return brief(named.Message)
	case json.Unmarshal(fault, &plain) == nil && plain != "":
		return brief(plain)
	}
	return brief(string(content))
}

// brief is the beginning of what a server writes, on one line.
func brief(text string) string {
	const most = 200
	line := strings.Join(strings.Fields(strings.ToValidUTF8(text, "\uFFFD")), " ")
	if len(line) > most {
		return upTo(line, most) + "…"
	}
	return line
}

// isWorthRepeating reports whether a request may succeed when it is sent again: not where
// nobody listens, and not where the server says that it will not.
func isWorthRepeating(ctx context.Context, response *http.Response, err error) (bool, error) {
	if errors.Is(err, syscall.ECONNREFUSED) {
		return false, err
	}
	return retryablehttp.DefaultRetryPolicy(ctx, response, err)
}
