package witness

import (
	"context"
	"encoding/json"
	"fmt"
	"io"
	"net/http"
	"net/http/httptest"
	"strings"
	"sync"
	"sync/atomic"
	"testing"
	"time"

	"github.com/santhosh-tekuri/jsonschema/v6"

	"rolecall/press/claims"
	"rolecall/press/english"
)

const article = "Ann Lee has made Harbour Watch.\n\nShe “shot” all of it — six\u00a0 episodes — with Bo Diaz."

func sentencesOf(text string) []english.Sentence { return english.Sentences(text, nil, nil) }

// answered is what a server answers with a content.
func answered(content, finish string) string {
	body, err := json.Marshal(map[string]any{"choices": []any{map[string]any{
		"message": map[string]string{"role": "assistant", "content": content}, "finish_reason": finish,
	}}})
	if err != nil {
		panic(err)
	}
	return string(body)
}

// serving is a model on a local server, which hands each request to a function.
func serving(t *testing.T, key string, handle func(http.ResponseWriter, chat)) *Server {
	t.Helper()
	local := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		body, err := io.ReadAll(r.Body)
		if err != nil {
			return // the client has gone
		}
		var c chat
		if err := json.Unmarshal(body, &c); err != nil || r.URL.Path != "/v1/chat/completions" || r.Method != http.MethodPost {
			t.Errorf("%s %s: %s", r.Method, r.URL, body)
		}
		if got := r.Header.Get("Authorization"); key != "" && got != "Bearer "+key || key == "" && got != "" {
			t.Errorf("Authorization: %q", got)
		}
		handle(w, c)
	}))
	t.Cleanup(local.Close)
	s, err := New(local.URL, "some-model", key)
	if err != nil {
		t.Fatal(err)
	}
	s.client.RetryWaitMin, s.client.RetryWaitMax = time.Millisecond, 5*time.Millisecond
	return s
}

const lee = `{"claims":[{"quote":"Ann Lee has made Harbour Watch","kind":"credit","title":"Harbour Watch","person":"Ann Lee","role":"director"}]}`

func TestAnswersOfManyServers(t *testing.T) {
	for name, answer := range map[string]string{
		"as asked":             lee,
		"fenced":               "```json\n" + lee + "\n```",
		"after thinking":       "<think>Is {this} a claim?</think>\n" + lee,
		"with a word before":   "Here you are: " + lee,
		"with a word after":    lee + "\nThat is all.",
		"fields nobody wanted": strings.Replace(lee, `"kind"`, `"mood":"sure","kind"`, 1),
	} {
		t.Run(name, func(t *testing.T) {
			s := serving(t, "", func(w http.ResponseWriter, c chat) {
				if c.Model != "some-model" || c.Temperature != 0 || len(c.Messages) != 2 || !strings.Contains(c.Messages[1].Content, "<passage>\nAnn Lee has made") {
					t.Errorf("asked %+v", c)
				}
				fmt.Fprint(w, answered(answer, "stop"))
			})
			heard, err := s.Testify(t.Context(), article, sentencesOf(article))
			if err != nil || len(heard.Testimony) != 1 || heard.Passages != 1 || len(heard.Unheard)+len(heard.Refused) > 0 {
				t.Fatalf("%+v, %v", heard, err)
			}
			if c := heard.Testimony[0]; article[c.Start:c.End] != "Ann Lee has made Harbour Watch" || c.Title != "Harbour Watch" || c.Kind != claims.Credit {
				t.Errorf("%+v", c)
			}
		})
	}
}

func TestFaultsOfServers(t *testing.T) {
	for name, c := range map[string]struct {
		status int
		body   string
		want   string
	}{
		"no such model":       {404, `{"error":{"message":"model \"some-model\" not found"}}`, `404 Not Found: model "some-model" not found; does it have a model`},
		"an error in a word":  {400, `{"error":"bad request"}`, "400 Bad Request: bad request"},
		"no key":              {401, `{"error":{"message":"Invalid key"}}`, "Invalid key; give its key in ROLECALL_MODEL_KEY"},
		"a page":              {200, "<html><title>Router</title></html>", "none of a model server: \"<html>"},
		"a page of a proxy":   {502, "<html>Bad\n  gateway</html>", "502 Bad Gateway: <html>Bad gateway</html>"},
		"too much":            {200, strings.Repeat(" ", mostBytes+1), "longer than 4 MB"},
		"always too busy":     {503, `{"error":{"message":"loading model"}}`, "503 Service Unavailable: loading model"},
		"an answer that ends": {200, `{"choices":[{"message":{"cont`, "none of a model server"},
	} {
		t.Run(name, func(t *testing.T) {
			s := serving(t, "", func(w http.ResponseWriter, _ chat) {
				w.WriteHeader(c.status)
				fmt.Fprint(w, c.body)
			})
			_, err := s.Testify(t.Context(), article, sentencesOf(article))
			if err == nil || !strings.Contains(err.Error(), c.want) || !strings.Contains(err.Error(), "ask the model some-model at http://127.0.0.1:") {
				t.Errorf("%v, want %s", err, c.want)
			}
		})
	}
}

// What is of no use about one passage is told of, and the rest is read.
func TestAnswersOfNoUse(t *testing.T) {
	for name, content := range map[string]string{
		"nothing": "", "a refusal": "I cannot help with that.", "broken off": `{"claims":[{"quote":"Ann`, "a list": `["Ann Lee"]`, "another form": `{"claims":"none"}`,
	} {
		s := serving(t, "", func(w http.ResponseWriter, _ chat) { fmt.Fprint(w, answered(content, "stop")) })
		heard, err := s.Testify(t.Context(), article, sentencesOf(article))
		if err != nil || len(heard.Unheard) != 1 || len(heard.Testimony) > 0 || heard.Unheard[0].Why == "" {
			t.Errorf("%s: %+v, %v", name, heard, err)
		}
	}
}

// A server that has never heard of a form for its answers is asked without, and once only
// with.
func TestServersThatKnowNoForm(t *testing.T) {
	var shaped, plain atomic.Int32
	s := serving(t, "secret", func(w http.ResponseWriter, c chat) {
		if c.Format != nil {
			shaped.Add(1)
			w.WriteHeader(http.StatusBadRequest)
			fmt.Fprint(w, `{"error":{"message":"response_format is not supported"}}`)
			return
		}
		plain.Add(1)
		fmt.Fprint(w, answered(lee, "stop"))
	})
	for range 2 {
		if heard, err := s.Testify(t.Context(), article, sentencesOf(article)); err != nil || len(heard.Testimony) != 1 {
			t.Errorf("%+v, %v", heard, err)
		}
	}
	if shaped.Load() != 1 || plain.Load() != 2 {
		t.Errorf("asked %d times with a form and %d times without", shaped.Load(), plain.Load())
	}
}

func TestABusyServerIsAskedAgain(t *testing.T) {
	var asked atomic.Int32
	s := serving(t, "", func(w http.ResponseWriter, _ chat) {
		if asked.Add(1) < mostTries {
			w.WriteHeader(http.StatusServiceUnavailable)
			return
		}
		fmt.Fprint(w, answered(lee, "stop"))
	})
	if heard, err := s.Testify(t.Context(), article, sentencesOf(article)); err != nil || len(heard.Testimony) != 1 {
		t.Errorf("%+v, %v", heard, err)
	}
}

// A passage whose answer is cut off is asked about in halves, down to the sentence.
func TestAnAnswerCutShort(t *testing.T) {
	var mu sync.Mutex
	var asked []string
	s := serving(t, "", func(w http.ResponseWriter, c chat) {
		_, passage, _ := strings.Cut(c.Messages[1].Content, "<passage>\n")
		mu.Lock()
		defer mu.Unlock()
		asked = append(asked, passage)
		if strings.Contains(passage, "She") {
			fmt.Fprint(w, answered(`{"claims":[`, "length"))
			return
		}
		fmt.Fprint(w, answered(lee, "stop"))
	})
	heard, err := s.Testify(t.Context(), article, sentencesOf(article))
	if err != nil || len(asked) != 3 || len(heard.Testimony) != 1 || len(heard.Unheard) != 1 || !strings.Contains(heard.Unheard[0].Why, "longer than the server writes") {
		t.Errorf("asked %q: %+v, %v", asked, heard, err)
	}
}

// The article goes to the server that was named and to no other.
func TestNoRedirectIsFollowed(t *testing.T) {
	elsewhere := httptest.NewServer(http.HandlerFunc(func(http.ResponseWriter, *http.Request) { t.Error("the article went elsewhere") }))
	defer elsewhere.Close()
	s := serving(t, "", func(w http.ResponseWriter, _ chat) {
		w.Header().Set("Location", elsewhere.URL)
		w.WriteHeader(http.StatusTemporaryRedirect)
	})
	if _, err := s.Testify(t.Context(), article, sentencesOf(article)); err == nil || !strings.Contains(err.Error(), "307") {
		t.Errorf("%v", err)
	}
}

func TestAskingCanBeStopped(t *testing.T) {
	ctx, cancel := context.WithCancel(t.Context())
	s := serving(t, "", func(_ http.ResponseWriter, _ chat) { cancel() })
	if _, err := s.Testify(ctx, article, sentencesOf(article)); err == nil {
		t.Error("no error")
	}
}

func TestAddresses(t *testing.T) {
	for address, want := range map[string]string{
		"http://localhost:11434":         "http://localhost:11434/v1",
		"http://localhost:11434/":        "http://localhost:11434/v1",
		"http://localhost:11434/v1/":     "http://localhost:11434/v1",
		"https://models.example/own/v1":  "https://models.example/own/v1",
		"localhost:11434":                "",
		"ftp://localhost":                "",
		"http://me:secret@localhost/":    "",
		"http://localhost/v1?key=secret": "",
		"":                               "",
	} {
		s, err := New(address, "m", "")
		switch {
		case want == "" && err == nil:
			t.Errorf("%q is taken", address)
		case want != "" && (err != nil || s.address != want):
			t.Errorf("%q: %v, %v", address, s, err)
		}
		if err != nil && strings.Contains(err.Error(), "secret") {
			t.Errorf("%q: the error tells the key: %v", address, err)
		}
	}
	if _, err := New("http://localhost", " ", ""); err == nil {
		t.Error("a model without a name is taken")
	}
}

// What a model says becomes testimony only if its words and names stand in the article; signs
// of its own habit do no harm.
func TestWhatIsTaken(t *testing.T) {
	six := 6.0
	for name, c := range map[string]struct {
		said  saidClaim
		why   string
		words string
	}{
		"straight marks, one space": {saidClaim{Quote: `She "shot" all of it - six episodes`, Kind: "credit", Title: "Harbour Watch", Person: "Ann Lee", Role: "cinematographer"}, "", "She “shot” all of it — six\u00a0 episodes"},
		"a role in words":           {saidClaim{Quote: "She", Kind: "credit", Title: "Harbour Watch", Person: "Bo Diaz", Role: "executive producer"}, "", "She"},
		"words of its own":          {saidClaim{Quote: "directed by Ann Lee", Kind: "credit", Title: "Harbour Watch", Person: "Ann Lee"}, notThere, ""},
		"no words":                  {saidClaim{Kind: "credit", Title: "Harbour Watch", Person: "Ann Lee"}, notThere, ""},
		"another title":             {saidClaim{Quote: "She", Kind: "credit", Title: "Jaws", Person: "Ann Lee"}, nameNotThere, ""},
		"another person":            {saidClaim{Quote: "She", Kind: "credit", Title: "Harbour Watch", Person: "Cy Wu"}, nameNotThere, ""},
		"nobody":                    {saidClaim{Quote: "She", Kind: "credit", Title: "Harbour Watch"}, nameNotThere, ""},
		"no such kind":              {saidClaim{Quote: "She", Kind: "opinion", Title: "Harbour Watch", Person: "Ann Lee"}, noSuchKind, ""},
		"no such role":              {saidClaim{Quote: "She", Kind: "credit", Title: "Harbour Watch", Person: "Ann Lee", Role: "genius"}, noSuchRole, ""},
		"no such gender":            {saidClaim{Quote: "She", Kind: "credit", Title: "Harbour Watch", Person: "Ann Lee", Gender: "unknown"}, noSuchGender, ""},
		"a count without a number":  {saidClaim{Quote: "six", Kind: "episodes", Title: "Harbour Watch"}, noFigure, ""},
		"a count":                   {saidClaim{Quote: "six", Kind: "episodes", Title: "Harbour Watch", Value: &six}, "", "six"},
		"a date without a day":      {saidClaim{Quote: "She", Kind: "date", Title: "Harbour Watch", Day: "March 8"}, noFigure, ""},
	} {
		h := said{[]saidClaim{c.said}}.within(article, english.Span{End: len(article)})
		switch {
		case c.why != "" && (len(h.Refused) != 1 || h.Refused[0].Why != c.why):
			t.Errorf("%s: %+v, want %s", name, h, c.why)
		case c.why == "" && (len(h.Testimony) != 1 || article[h.Testimony[0].Start:h.Testimony[0].End] != c.words):
			t.Errorf("%s: %+v, want %q", name, h, c.words)
		}
	}
}

// Passages cover all sentences once, in order, are bounded, and leave out what is set aside.
func TestPassages(t *testing.T) {
	var b strings.Builder
	for i := range 80 {
		fmt.Fprintf(&b, "Sentence %d says that Zoë Ng directed episode %d of it, which nobody had thought likely before.", i, i)
		if i%7 == 6 {
			b.WriteString("\n\n")
		} else {
			b.WriteString(" ")
		}
	}
	text := b.String()
	sentences := sentencesOf(text)
	passages := passagesOf(text, sentences)
	at := 0
	for _, p := range passages {
		if p.first != at || p.Start != sentences[p.first].Start || p.End != sentences[p.last-1].End || p.End-p.Start > passageLength*3/2 {
			t.Errorf("%+v after %d", p, at)
		}
		if q := p.question(text); len(q) > p.End-p.Start+headLength+tailLength+300 || !strings.Contains(q, text[p.Start:p.End]) {
			t.Errorf("a question of %d bytes for %d", len(q), p.End-p.Start)
		}
		at = p.last
	}
	if at != len(sentences) || len(passages) < 3 {
		t.Errorf("%d passages up to %d of %d", len(passages), at, len(sentences))
	}
	cut := append(append([]english.Sentence{}, sentences[:2]...), sentences[3:5]...)
	if two := passagesOf(text, cut); len(two) != 2 {
		t.Errorf("what is set aside is sent: %+v", two)
	}
}

// The form that is asked for is a JSON Schema, and the example of the tests keeps to it.
func TestTheFormIsASchema(t *testing.T) {
	form, err := json.Marshal(schema())
	if err != nil {
		t.Fatal(err)
	}
	document, err := jsonschema.UnmarshalJSON(strings.NewReader(string(form)))
	if err != nil {
		t.Fatal(err)
	}
	compiler := jsonschema.NewCompiler()
	if err := compiler.AddResource("claims.json", document); err != nil {
		t.Fatal(err)
	}
	compiled, err := compiler.Compile("claims.json")
	if err != nil {
		t.Fatal(err)
	}
	whole, err := json.Marshal(said{[]saidClaim{{Quote: "q", Kind: "credit"}}})
	if err != nil {
		t.Fatal(err)
	}
	for text, want := range map[string]bool{string(whole): true, strings.Replace(string(whole), `"credit"`, `"opinion"`, 1): false, lee: false} {
		value, err := jsonschema.UnmarshalJSON(strings.NewReader(text))
		if err != nil {
			t.Fatal(err)
		}
		if fault := compiled.Validate(value); (fault == nil) != want {
			t.Errorf("%s: %v", text, fault)
		}
	}
}

func FuzzAnswer(f *testing.F) {
	f.Add(lee, article)
	f.Add(`{"claims":[{"quote":"\ufffd","season":1e308,"value":-0}]}`, "a\xff\xfe“b”  c")
	f.Fuzz(func(t *testing.T, content, text string) {
		s, err := parse(content)
		if err != nil {
			return
		}
		h := s.within(text, english.Span{End: len(text)})
		for _, c := range h.Testimony {
			if c.Start < 0 || c.Start >= c.End || c.End > len(text) || !strings.Contains(text, c.Title) || !strings.Contains(text, c.Person) {
				t.Errorf("%+v of %q", c, text)
			}
		}
		if len(h.Testimony)+len(h.Refused) != len(s.Claims) {
			t.Errorf("%d taken and %d refused of %d", len(h.Testimony), len(h.Refused), len(s.Claims))
		}
	})
}
