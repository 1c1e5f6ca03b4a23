package survey

import (
	"context"
	"database/sql/driver"
	"fmt"
	"slices"
	"strings"

	"rolecall"
	"rolecall/source/byline"
)

// Prepare makes what all questions need, so that none waits for it.
func (c *Corpus) Prepare(ctx context.Context) error {
	c.asking.Lock()
	defer c.asking.Unlock()
	q := questions{ctx, c}
	if err := q.once("writer", q.authors); err != nil {
		return err
	}
	for _, copies := range EveryCopies() {
		if err := q.count(copies); err != nil {
			return err
		}
		if _, err := q.stated(copies); err != nil {
			return err
		}
	}
	return nil
}

// count says which articles count from now on.
func (q questions) count(copies Copies) error {
	return q.do(`CREATE OR REPLACE TEMP VIEW counted AS SELECT *, counts_` + string(copies) + ` AS counts FROM article`)
}

// stated is the table of the claims of the articles that count.
func (q questions) stated(copies Copies) (table string, err error) {
	table = "stated_" + string(copies)
	return table, q.once(table, func() error { return q.do(query("stated", "{stated}", table)) })
}

// Ask answers a question.
func (c *Corpus) Ask(ctx context.Context, asked Asked) (Survey, error) {
	c.asking.Lock()
	defer c.asking.Unlock()
	s := Survey{Asked: asked, Run: c.run.Begun, Last: c.run.Last, Finished: c.finished(), Held: c.held, Texts: c.texts}
	q := questions{ctx, c}
	if err := q.count(asked.Copies); err != nil {
		return s, err
	}
	for _, step := range []func(questions, *Survey) error{
		questions.all, questions.parts, questions.speakers, questions.claims, questions.coverage, questions.leftOut,
	} {
		if err := step(q, &s); err != nil {
			return s, fmt.Errorf("report on %s: %w", c.dir, err)
		}
	}
	if !c.knowsSlates {
		return s, nil
	}
	return s, q.slates(&s)
}

func (q questions) all(s *Survey) error {
	groups, err := q.groups(`''`, "", `value`)
	if len(groups) == 1 {
		s.All = groups[0]
	}
	return err
}

func (q questions) parts(s *Survey) error {
	for _, by := range s.Asked.By {
		value, joined, order := `c.`+string(by), "", `articles DESC, value`
		switch by {
		case Author:
			if err := q.once("writer", q.authors); err != nil {
				return err
			}
			value, joined = `w.name`, `JOIN writer w USING (author)`
		case Month:
			order = `value = '', value`
		}
		groups, err := q.groups(value, joined, order)
		if err != nil {
			return err
		}
		s.Parts = append(s.Parts, Part{by, groups})
	}
	return nil
}

func (q questions) groups(value, joined, order string) (all []Group, err error) {
	err = each(q, query("groups", "{value}", value, "{joined}", joined, "{order}", order), nil, func(scan func(...any) error) error {
		var g Group
		err := scan(&g.Value, &g.Articles, &g.Named, &g.Claims, &g.Contradicted, &g.Supported,
			&g.Speakers.Women, &g.Speakers.Men, &g.Speakers.Nonbinary, &g.Speakers.Unknown, &g.Quotations.Women, &g.Quotations.Men, &g.Quotations.Nonbinary, &g.Quotations.Unknown,
			&g.Words.Women, &g.Words.Men, &g.Words.Nonbinary, &g.Words.Unknown)
		all = append(all, g)
		return err
	})
	return all, err
}

// words are what a query of one column of words gives.
func (q questions) words(query string) (all []string, err error) {
	err = each(q, query, nil, func(scan func(...any) error) error {
		var one string
		err := scan(&one)
		all = append(all, one)
		return err
	})
	return all, err
}

// authors makes a table of who is meant by what stands as the author: each of several, or, in
// doubt, what stands there.
func (q questions) authors() error {
	written, err := q.words(`SELECT DISTINCT author FROM article`)
	if err != nil {
		return err
	}
	if err := q.do(`CREATE OR REPLACE TABLE writer (author VARCHAR, name VARCHAR)`); err != nil {
		return err
	}
	return q.fill("writer", func(add func(...driver.Value) error) error {
		for _, one := range written {
			for _, name := range writersOf(one) {
				if err := add(one, name); err != nil {
					return err
				}
			}
		}
		return nil
	})
}

// writersOf are those whom a byline names, each once.
func writersOf(written string) (names []string) {
	cell := strings.TrimSpace(written)
	if len(cell) > 3 && strings.EqualFold(cell[:3], "by ") {
		cell = cell[3:]
	}
	for _, n := range byline.Read(cell, byline.Rules{}).Names {
		if !slices.Contains(names, n.Text) {
			names = append(names, n.Text)
		}
	}
	if len(names) == 0 {
		return []string{cell}
	}
	return names
}

func (q questions) speakers(s *Survey) error {
	return each(q, query("speakers"), []any{s.Asked.Most}, func(scan func(...any) error) error {
		var one Speaker
		err := scan(&one.ID, &one.Name, &one.Gender, &one.Quotations, &one.Words, &one.Articles, &one.Outlets)
		s.Speakers = append(s.Speakers, one)
		return err
	})
}

const (
	contradicted = `verdict = 'contradicted'`
	repeated     = `outlets > 1`
)

func (q questions) claims(s *Survey) error {
	stated, err := q.stated(s.Asked.Copies)
	if err != nil {
		return err
	}
	for _, c := range []struct {
		which string
		all   *[]Claim
		count *int
	}{{contradicted, &s.Contradicted, &s.ContradictedCount}, {repeated, &s.Repeated, &s.RepeatedCount}} {
		err := each(q, query("claims", "{stated}", stated, "{which}", c.which), []any{s.Asked.Most}, func(scan func(...any) error) error {
			var one Claim
			err := scan(&one.Kind, &one.Quote, &one.Title, &one.TitleID, &one.Verdict, &one.Reason, &one.Evidence, &one.Sources, &one.Articles, &one.Outlets, &one.Texts,
				&one.First.Outlet, &one.First.Date, &one.First.Source, &one.First.Place, &one.First.Address)
			*c.all = append(*c.all, one)
			return err
		})
		if err != nil {
			return err
		}
		if err := q.conn.QueryRowContext(q.ctx, `SELECT count(*) FROM `+stated+` WHERE articles > 0 AND `+c.which).Scan(c.count); err != nil {
			return err
		}
	}
	return nil
}

func (q questions) coverage(s *Survey) error {
	for kind, all := range map[string]*[]Covered{"title": &s.Titles, "person": &s.People} {
		err := each(q, query("covered"), []any{kind, s.Asked.Most}, func(scan func(...any) error) error {
			var one Covered
			err := scan(&one.ID, &one.Name, &one.Gender, &one.Articles, &one.Outlets, &one.Times, &one.Slate)
			*all = append(*all, one)
			return err
		})
		if err != nil {
			return err
		}
	}
	return each(q, query("coverage"), nil, func(scan func(...any) error) error {
		var gender rolecall.Gender
		var people, articles, times int
		err := scan(&gender, &people, &articles, &times)
		for range people {
			s.Named.Add(gender)
		}
		return err
	})
}

func (q questions) leftOut(s *Survey) error {
	return each(q, query("left_out"), nil, func(scan func(...any) error) error {
		var one LeftOut
		err := scan(&one.Kind, &one.Documents, &one.Source, &one.Place, &one.Why)
		s.LeftOut = append(s.LeftOut, one)
		return err
	})
}
