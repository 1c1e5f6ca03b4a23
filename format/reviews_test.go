package format

import (
	"encoding/json"
	"encoding/xml"
	"os"
	"strings"
	"testing"

	"github.com/santhosh-tekuri/jsonschema/v6"

	"rolecall/block"
)

// checked is an answer with reviews and with news.
type checked struct {
	said
	reviews block.Reviews
	news    block.News
}

func (c checked) Reviews() block.Reviews { return c.reviews }
func (c checked) News() block.News       { return c.news }

var reviews = block.Reviews{
	Catalog:   "abc",
	Published: block.Publication{Publisher: "Zoë News", Address: "https://example.org/check", Date: "2018-03-09"},
	All: []block.Review{
		{Source: "a b/ü.md", Headline: "Women", Claim: "Men directed it", Kind: "every", Meaning: "A claim", Verdict: block.False, Reason: "Women did.",
			Place: block.Place{Line: 2, Column: 3, EndLine: 2, EndColumn: 18}, Pages: []string{"https://example.org/credits"}},
		{Source: "https://example.org/a?b=c", Claim: "是枝裕和 directed it", Speaker: "Somebody", Kind: "credit", Meaning: "A claim", Verdict: block.True, Reason: "So it is."},
		{Source: "-", Claim: "It is rare", Kind: "rank", Meaning: "A claim", Verdict: block.Open, Reason: "Nobody knows."},
		{Source: "-", Claim: "Men wrote \x00it", Kind: "every", Meaning: "A claim", Verdict: block.False, Reason: "Women did."},
	},
}

func inFormat(t *testing.T, f Format, a Answer) string {
	t.Helper()
	var out strings.Builder
	if err := f.Write(Screen{Out: &out}, a); err != nil {
		t.Fatal(err)
	}
	return out.String()
}

// SARIF is what its publishers describe, and says of each wrong claim where it stands.
func TestSARIF(t *testing.T) {
	schema, err := os.Open("testdata/sarif-schema-2.1.0.json")
	if err != nil {
		t.Fatal(err)
	}
	defer schema.Close()
	described, err := jsonschema.UnmarshalJSON(schema)
	if err != nil {
		t.Fatal(err)
	}
	compiler := jsonschema.NewCompiler()
	compiler.AssertFormat()
	if err := compiler.AddResource("sarif.json", described); err != nil {
		t.Fatal(err)
	}
	sarif, err := compiler.Compile("sarif.json")
	if err != nil {
		t.Fatal(err)
	}
	for name, all := range map[string]block.Reviews{"some": reviews, "none": {}} {
		text := inFormat(t, SARIF, checked{reviews: all})
		value, err := jsonschema.UnmarshalJSON(strings.NewReader(text))
		if err != nil {
			t.Fatal(err)
		}
		if err := sarif.Validate(value); err != nil {
			t.Errorf("%s: %v\n%s", name, err, text)
		}
	}
	var log sarifLog
	if err := json.Unmarshal([]byte(inFormat(t, SARIF, checked{reviews: reviews})), &log); err != nil {
		t.Fatal(err)
	}
	run := log.Runs[0]
	if len(run.Results) != 2 || len(run.Tool.Driver.Rules) != 1 {
		t.Fatalf("%d results by %d rules", len(run.Results), len(run.Tool.Driver.Rules))
	}
	first, last := run.Results[0].Locations[0].Physical, run.Results[1].Locations[0].Physical
	if first.Artifact.URI != "a%20b/%C3%BC.md" || first.Region == nil || *first.Region != (sarifRegion{2, 3, 2, 18}) || last.Region != nil {
		t.Errorf("places: %+v, %+v", first, last)
	}
	if a, b := run.Results[0].Fingerprints["claim/v1"], run.Results[1].Fingerprints["claim/v1"]; len(a) != 32 || a == b {
		t.Errorf("fingerprints: %s, %s", a, b)
	}
}

// The markup names the claim, who said it where, what came of it and who says so; what is
// open is not in it.
func TestClaimReview(t *testing.T) {
	text := inFormat(t, ClaimReview, checked{reviews: reviews})
	var markup struct {
		Context string           `json:"@context"`
		Graph   []map[string]any `json:"@graph"`
	}
	if err := json.Unmarshal([]byte(text), &markup); err != nil || markup.Context != "https://schema.org" || len(markup.Graph) != 3 {
		t.Fatalf("%v: %s", err, text)
	}
	for i, want := range []string{
		`{"@type":"ClaimReview","author":{"@type":"Organization","name":"Zoë News"},"citation":["https://example.org/credits"],"claimReviewed":"Men directed it","datePublished":"2018-03-09",` +
			`"itemReviewed":{"@type":"Claim","appearance":{"@type":"Article","headline":"Women"}},"reviewBody":"Women did.",` +
			`"reviewRating":{"@type":"Rating","alternateName":"Contradicted by the catalog","bestRating":5,"ratingValue":1,"worstRating":1},"url":"https://example.org/check"}`,
		`{"@type":"ClaimReview","author":{"@type":"Organization","name":"Zoë News"},"claimReviewed":"是枝裕和 directed it","datePublished":"2018-03-09",` +
			`"itemReviewed":{"@type":"Claim","appearance":{"@type":"Article","url":"https://example.org/a?b=c"},"author":{"@type":"Person","name":"Somebody"}},"reviewBody":"So it is.",` +
			`"reviewRating":{"@type":"Rating","alternateName":"Supported by the catalog","bestRating":5,"ratingValue":5,"worstRating":1},"url":"https://example.org/check"}`,
	} {
		if got, _ := json.Marshal(markup.Graph[i]); string(got) != want {
			t.Errorf("%d: %s\nwant %s", i, got, want)
		}
	}
}

// A feed has what RFC 4287 asks of it and of each entry.
func TestAtom(t *testing.T) {
	text := inFormat(t, Atom, checked{news: block.News{Title: "Directed by women", Address: "https://example.org/feed", Updated: "2018-03-09T00:00:00Z", All: []block.Report{
		{ID: "https://example.org/a#director", Title: "<Zoë> & 是枝裕和", Text: "All \x00of it.", Address: "https://example.org/a?b=c&d"},
	}}})
	type link struct {
		Href string `xml:"href,attr"`
	}
	var feed struct {
		XMLName xml.Name `xml:"http://www.w3.org/2005/Atom feed"`
		ID      string   `xml:"id"`
		Title   string   `xml:"title"`
		Updated string   `xml:"updated"`
		Author  string   `xml:"author>name"`
		Link    link     `xml:"link"`
		Entries []struct {
			ID      string `xml:"id"`
			Title   string `xml:"title"`
			Updated string `xml:"updated"`
			Summary string `xml:"summary"`
			Link    link   `xml:"link"`
		} `xml:"entry"`
	}
	if err := xml.Unmarshal([]byte(text), &feed); err != nil {
		t.Fatal(err, text)
	}
	if feed.Author == "" || feed.Title == "" || feed.Updated != "2018-03-09T00:00:00Z" || feed.ID != feed.Link.Href || feed.Link.Href != "https://example.org/feed" || len(feed.Entries) != 1 {
		t.Fatalf("%+v\n%s", feed, text)
	}
	one := feed.Entries[0]
	if one.ID != "https://example.org/a#director" || one.Title != "<Zoë> & 是枝裕和" || one.Updated != "2018-03-09T00:00:00Z" || one.Link.Href != "https://example.org/a?b=c&d" || one.Summary != "All \uFFFDof it." {
		t.Errorf("%+v", one)
	}
}
