package web

import (
	"bytes"
	"context"
	"io"
	"net/http"
	"strings"

	"rolecall"
	"rolecall/catalog"
	"rolecall/measure"
	"rolecall/phrase"
	"rolecall/phrase/sentence"
	"rolecall/web/card"
	"rolecall/web/snapshot"
)

// footOf names the catalog at the foot of a picture.
func footOf(info catalog.Info) string {
	return "Rolecall · " + info.Name + " catalog " + phrase.ShortHash(info.Hash)
}

// chartFile is a chart as a file. That there is nothing to draw is no fault of the server.
func chartFile(kind string, draw func(io.Writer) error) (answer, error) {
	var b bytes.Buffer
	if err := draw(&b); err != nil {
		return plainAnswer(http.StatusUnprocessableEntity, phrase.Capital(err.Error())+"."), nil
	}
	return answer{status: http.StatusOK, kind: kind, body: b.Bytes()}, nil
}

// cardPath is where the picture for a page lies.
func cardPath(page string) string { return "/card" + page + ".png" }

// titleCard is the picture for a shared title.
func (s *Site) titleCard(ctx context.Context, held *snapshot.Snapshot, r *http.Request) (answer, error) {
	id, asPicture := strings.CutSuffix(r.PathValue("file"), ".png")
	t, found, err := held.Title(ctx, id)
	if err != nil {
		return answer{}, err
	}
	if !found || !asPicture {
		return s.nothing(ctx, held, r)
	}
	l, err := measure.LineupOf(ctx, held.Catalog, t, false)
	if err != nil {
		return answer{}, err
	}
	return picture(cardOf(l, held.Info()))
}

func cardOf(l measure.Lineup, info catalog.Info) card.Card {
	c := card.Card{Above: l.Title.Label(), Headline: sentence.Aloud(l), Foot: footOf(info)}
	if len(l.Leaves) <= 2*widestNamed {
		for _, r := range l.Roles {
			if r.Role != rolecall.Cast {
				c.Rows = append(c.Rows, cardRow(phrase.Capital(r.Role.Words()), r))
			}
		}
		if lead, known := l.Lead(); known {
			c.Rows = append(c.Rows, cardRow(phrase.Capital(phrase.Role(rolecall.Lead)), lead))
		}
	}
	return c
}

func cardRow(name string, r measure.RoleCount) card.Row {
	row := card.Row{Name: name, Cells: make([][]rolecall.Gender, len(r.PerTitle))}
	for _, c := range r.Credited {
		for _, i := range c.Leaves {
			row.Cells[i] = append(row.Cells[i], c.Person.Gender)
		}
	}
	return row
}

// personCard is the picture for a shared person.
func (s *Site) personCard(ctx context.Context, held *snapshot.Snapshot, r *http.Request) (answer, error) {
	id, asPicture := strings.CutSuffix(r.PathValue("file"), ".png")
	p, found, err := held.Person(ctx, id)
	if err != nil {
		return answer{}, err
	}
	if !found || !asPicture {
		return s.nothing(ctx, held, r)
	}
	career, err := measure.CareerOf(ctx, held.Catalog, p)
	if err != nil {
		return answer{}, err
	}
	c := card.Card{Above: "Person", Headline: p.Name, Text: sentence.Career(career), Foot: footOf(held.Info())}
	for _, w := range career.Works {
		v := workOf(career, 0, w)
		c.Lines = append(c.Lines, v.Year+"  "+v.Name+": "+phrase.Joined(", ", v.Role, v.Where))
	}
	return picture(c)
}

// homeCard is the picture for the first page.
func (s *Site) homeCard(_ context.Context, held *snapshot.Snapshot, _ *http.Request) (answer, error) {
	return picture(card.Card{Above: "Rolecall", Headline: "Who is in front of the camera, and who is behind it?",
		Lines: []string{"Counted from credits and from what sources state,", "never guessed from names."}, Foot: footOf(held.Info())})
}

func picture(c card.Card) (answer, error) {
	body, err := card.Draw(c)
	return answer{status: http.StatusOK, kind: pngKind, body: body}, err
}
