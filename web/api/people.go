package api

import (
	"context"
	"fmt"

	"github.com/danielgtaylor/huma/v2"

	"rolecall/contract"
	"rolecall/measure"
	"rolecall/render"
	"rolecall/web/snapshot"
)

func (s *Service) registerPeople() {
	register[contract.Search](s, "/people", "list-people", "People near a text", "People whose names are near a text, the nearest first.", people)
	register[contract.Person](s, "/people/{id}", "get-person", "One person", "One person's credits, and what is stated of their gender with its sources.", person)
}

func people(ctx context.Context, held *snapshot.Snapshot, in *Listed) (found, error) {
	from, err := readCursor(in.Cursor, held.Info().Hash)
	if err != nil {
		return found{}, err
	}
	near, err := held.NearPeople(ctx, in.Text, from+in.Limit+1)
	if err != nil {
		return found{}, err
	}
	f := found{document: render.Search{Text: in.Text, People: part(near, from, in.Limit), Catalog: held.Info()}}
	if len(near) > from+in.Limit && from+in.Limit < farthest {
		f.next, err = goesOn(in.address, writeCursor(from+in.Limit, held.Info().Hash))
	}
	return f, err
}

func person(ctx context.Context, held *snapshot.Snapshot, in *One) (found, error) {
	p, is, err := held.Person(ctx, in.ID)
	if err != nil {
		return found{}, err
	}
	if !is {
		return found{}, huma.Error404NotFound(fmt.Sprintf("This catalog holds no person of the identifier %q; %s/people finds identifiers.", in.ID, Prefix))
	}
	career, err := measure.CareerOf(ctx, held.Catalog, p)
	return found{document: render.Person{Career: career, Catalog: held.Info()}}, err
}

// plain asks for something there is one of.
type plain struct{ Common }

func (s *Service) registerSources() {
	register[contract.Sources](s, "/sources", "get-sources", "What the catalog has, from where", "What the catalog has, where it comes from, under what licence, and how far genders are stated.",
		func(ctx context.Context, held *snapshot.Snapshot, _ *plain) (found, error) {
			d, err := SourcesOf(ctx, held)
			return found{document: d}, err
		})
}

// SourcesOf is what the catalog holds.
func SourcesOf(ctx context.Context, held *snapshot.Snapshot) (render.Sources, error) {
	d := render.Sources{Catalog: held.Info()}
	var err error
	if d.Holdings, err = held.Holdings(ctx); err != nil {
		return d, err
	}
	d.Coverage, err = held.Coverage(ctx)
	return d, err
}
