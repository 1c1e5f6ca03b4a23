package reconcile

import (
	"cmp"
	"context"
	"math"
	"slices"

	"rolecall/catalog"
	"rolecall/nameindex"
)

// Result is the candidates for a query, the best first.
type Result struct {
	Result []Candidate `json:"result"`
}

// Candidate is an entity that may be meant.
type Candidate struct {
	ID          string    `json:"id"`
	Name        string    `json:"name"`
	Description string    `json:"description,omitempty"`
	Type        []Type    `json:"type"`
	Score       float64   `json:"score"`
	Features    []Feature `json:"features"`
	Match       bool      `json:"match"`
}

// Feature is a number that a score is made of: "name" is how close the name is, "namesakes"
// how many others bear the very name, and each property 1 where it agrees, 0.5 where it
// differs as sources do, 0 where it speaks against the candidate.
type Feature struct {
	ID    string  `json:"id"`
	Value float64 `json:"value"`
}

// Match answers a query.
func Match(ctx context.Context, c *catalog.Catalog, q Query) (Result, error) {
	m := &matching{look: newLook(c), query: q, episode: nameindex.NoEpisode}
	if err := m.run(ctx); err != nil {
		return Result{}, err
	}
	result := Result{Result: []Candidate{}}
	for _, found := range m.found[:min(len(m.found), q.limit)] {
		one, err := m.tell(ctx, found)
		if err != nil {
			return Result{}, err
		}
		result.Result = append(result.Result, one)
	}
	return result, nil
}

// matching is a query while it is answered.
type matching struct {
	*look
	query Query
	found []*candidate
	// namesakes is how many bear the very name.
	namesakes int
	// episode is the one that the text asks for, or nameindex.NoEpisode.
	episode int
}

func (m *matching) run(ctx context.Context) error {
	identified, err := m.identified(ctx)
	if err == nil && !identified && m.query.text != "" {
		err = m.byName(ctx)
	}
	m.rank()
	return err
}

// rank orders the candidates: a sure one first, then by score; those alike stay as they
// were found, the best known first. Beside a sure one stand those that nothing speaks
// against.
func (m *matching) rank() {
	if slices.ContainsFunc(m.found, func(c *candidate) bool { return c.sure }) {
		m.found = slices.DeleteFunc(m.found, (*candidate).isAgainst)
	}
	slices.SortStableFunc(m.found, func(a, b *candidate) int {
		if a.sure != b.sure {
			if a.sure {
				return -1
			}
			return 1
		}
		return cmp.Compare(b.score, a.score)
	})
}

// tell makes of a candidate what the client is told.
func (m *matching) tell(ctx context.Context, c *candidate) (Candidate, error) {
	if err := m.load(ctx, c); err != nil {
		return Candidate{}, err
	}
	o := Candidate{ID: c.id(), Name: nameOf(c.title), Type: typesOf(c.near.IsPerson, c.near.Kind), Score: rounded(c.score), Match: c.sure,
		Features: []Feature{{"name", rounded(c.near.Closeness)}}}
	if c.sure { // which is first, by score too
		o.Score = 100
	}
	if m.namesakes > 0 && c.near.Closeness == 1 {
		o.Features = append(o.Features, Feature{"namesakes", float64(m.namesakes - 1)})
	}
	for _, p := range properties {
		if value, spoke := features[c.accords[p.ID]]; spoke {
			o.Features = append(o.Features, Feature{p.ID, value})
		}
	}
	var err error
	if !c.near.IsPerson {
		o.Description, err = describeTitle(ctx, m.catalog, c.title)
		return o, err
	}
	o.Name = c.person.Name
	if o.Description, err = describePerson(ctx, m.catalog, c.person); err != nil {
		return o, err
	}
	o.ID, err = personID(ctx, m.catalog, o.ID)
	return o, err
}

func rounded(score float64) float64 { return math.Round(100*score) / 100 }
