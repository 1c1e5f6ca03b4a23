package api

import (
	"context"
	"encoding/base64"
	"fmt"
	"net/url"
	"strconv"
	"strings"

	"github.com/danielgtaylor/huma/v2"

	"rolecall"
	"rolecall/contract"
	"rolecall/measure"
	"rolecall/population"
	"rolecall/render"
	"rolecall/web/snapshot"
)

// One asks for a thing by its identifier.
type One struct {
	Common
	ID string `path:"id" maxLength:"500" doc:"The identifier; a slash in it is written %2F." example:"jessica-jones%2F2"`
}

// oneTitle asks for a title.
type oneTitle struct {
	One
	Specials bool `query:"specials" doc:"Count the specials (season 0) of a series too."`
}

// Listed asks for a page of a list.
type Listed struct {
	Common
	Text   string `query:"q" required:"true" minLength:"1" maxLength:"200" doc:"Part of a name; typing errors are forgiven." example:"jessica jones"`
	Limit  int    `query:"limit" minimum:"1" maximum:"100" default:"25" doc:"The most titles, and the most people, on one page."`
	Cursor string `query:"cursor" doc:"Where the list goes on, from the Link of the page before."`
}

// listedTitles asks for titles near a text within a population.
type listedTitles struct{ Listed }

// fields are those that can be asked of one title; specials are searched anyway.
func (*listedTitles) fields() []population.Field {
	return population.Without(population.OfOne(population.Params()), "specials")
}

func (s *Service) registerTitles() {
	register[contract.Search](s, "/titles", "list-titles", "Titles near a text", "Films, series, seasons and episodes whose names are near a text, the nearest first.", titles)
	register[contract.Show](s, "/titles/{id}", "get-title", "Who made a title", "Who is in front of the camera of a title and who behind it: role by role, with tallies, shares and bounds, the people, and the pages that say so.",
		func(ctx context.Context, held *snapshot.Snapshot, in *oneTitle) (found, error) {
			return lineupOf(ctx, held, in.ID, in.Specials, "")
		})
	register[contract.Search](s, "/titles/{id}/seasons", "list-seasons", "The seasons of a series", "The seasons of a series in this catalog, by number.", seasons)
	register[contract.Show](s, "/seasons/{id}", "get-season", "Who made a season", "As for a title; refuses what is no season.",
		func(ctx context.Context, held *snapshot.Snapshot, in *One) (found, error) {
			return lineupOf(ctx, held, in.ID, false, rolecall.Season)
		})
	register[contract.Search](s, "/search", "search", "Titles and people near a text", "What the search field finds: titles and people, the nearest first.", search)
}

func titleOf(ctx context.Context, held *snapshot.Snapshot, id string, kind rolecall.Kind) (rolecall.Title, error) {
	t, is, err := held.Title(ctx, id)
	if err == nil && (!is || kind != "" && t.Kind != kind) {
		what := "title"
		if kind != "" {
			what = string(kind)
		}
		err = huma.Error404NotFound(fmt.Sprintf("This catalog holds no %s of the identifier %q; %s/search finds identifiers.", what, id, Prefix))
	}
	return t, err
}

func lineupOf(ctx context.Context, held *snapshot.Snapshot, id string, specials bool, kind rolecall.Kind) (found, error) {
	t, err := titleOf(ctx, held, id, kind)
	if err != nil {
		return found{}, err
	}
	lineup, err := measure.LineupOf(ctx, held.Catalog, t, specials)
	if err != nil {
		return found{}, err
	}
	show := render.Show{Lineup: lineup, Catalog: held.Info()}
	show.Rarity, show.Unverifiable, err = measure.Standing(ctx, held.Catalog, t)
	return found{document: show}, err
}

func seasons(ctx context.Context, held *snapshot.Snapshot, in *One) (found, error) {
	t, err := titleOf(ctx, held, in.ID, rolecall.Series)
	if err != nil {
		return found{}, err
	}
	seasons, err := held.Seasons(ctx, t.ID)
	return found{document: render.Search{Text: t.Name, Titles: seasons, Catalog: held.Info()}}, err
}

func titles(ctx context.Context, held *snapshot.Snapshot, in *listedTitles) (found, error) {
	p, err := populationOf(in)
	if err != nil {
		return found{}, huma.Error422UnprocessableEntity(err.Error())
	}
	return page(ctx, held, &in.Listed, measure.Search{Population: p, TitlesOnly: true})
}

func search(ctx context.Context, held *snapshot.Snapshot, in *Listed) (found, error) {
	return page(ctx, held, in, measure.Search{})
}

// farthest bounds how far a list is paged: who wants more takes the data.
const farthest = 1000

// page is the part of what a search finds that a cursor asks for.
func page(ctx context.Context, held *snapshot.Snapshot, in *Listed, s measure.Search) (found, error) {
	from, err := readCursor(in.Cursor, held.Info().Hash)
	if err != nil {
		return found{}, err
	}
	s.Most = from + in.Limit + 1
	all, err := s.Run(ctx, held.Catalog, in.Text)
	if err != nil {
		return found{}, err
	}
	f := found{document: render.Search{
		Text: in.Text, Titles: part(all.Titles, from, in.Limit), People: part(all.People, from, in.Limit), Catalog: held.Info(),
	}}
	if more := max(len(all.Titles), len(all.People)) > from+in.Limit; more && from+in.Limit < farthest {
		f.next, err = goesOn(in.address, writeCursor(from+in.Limit, held.Info().Hash))
	}
	return f, err
}

func part[T any](all []T, from, most int) []T {
	from = min(from, len(all))
	return all[from:min(from+most, len(all))]
}

// A cursor is a place in a list of one catalog.
func writeCursor(place int, hash string) string {
	return base64.RawURLEncoding.EncodeToString(fmt.Appendf(nil, "%d.%.16s", place, hash))
}

func readCursor(cursor, hash string) (int, error) {
	if cursor == "" {
		return 0, nil
	}
	text, err := base64.RawURLEncoding.DecodeString(cursor)
	place, of, _ := strings.Cut(string(text), ".")
	n, notNumber := strconv.Atoi(place)
	switch {
	case err != nil || notNumber != nil || n < 0 || n > farthest:
		return 0, huma.Error422UnprocessableEntity("cursor: take it from the Link of the page before")
	case !strings.HasPrefix(hash, of) || of == "":
		return 0, huma.Error409Conflict("The list has changed with the catalog: begin again without a cursor.")
	}
	return n, nil
}

// goesOn is an address with another cursor.
func goesOn(address, cursor string) (string, error) {
	u, err := url.Parse(address)
	if err != nil {
		return "", err
	}
	q := u.Query()
	q.Set("cursor", cursor)
	u.RawQuery = q.Encode()
	return u.RequestURI(), nil
}
