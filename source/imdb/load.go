package imdb

import (
	"context"
	"runtime/debug"

	"golang.org/x/sync/errgroup"

	"rolecall"
	"rolecall/source"
)

// loader reads the datasets into a catalog.
type loader struct {
	sink   source.Bulk
	reader Reader
	files  map[string]linesOf
	report *source.Report
}

// linesOf is what the lines of a dataset come from.
type linesOf interface {
	each(ctx context.Context, report *source.Report, take func(fields [][]byte) (fault string)) error
}

// each calls take with the fields of every line of a dataset.
func (l *loader) each(ctx context.Context, name string, take func(fields [][]byte) (fault string)) error {
	return l.files[name].each(ctx, l.report, take)
}

// garbageShare is how much garbage may lie beside what is held, in percent. What is
// held is large and has hardly a pointer, so that collecting often costs little.
const garbageShare = 20

// load reads titles and people into memory, which gives them their numbers, then
// writes them beside the credits, which pass through title by title.
func (l *loader) load(ctx context.Context) error {
	defer debug.SetGCPercent(debug.SetGCPercent(garbageShare))
	var (
		t *titles
		p *people
		c *crew
	)
	reading, readingCtx := errgroup.WithContext(ctx)
	reading.Go(func() (err error) {
		if t, err = readTitles(readingCtx, l); err == nil {
			c, err = readCrew(readingCtx, l, t)
		}
		return err
	})
	reading.Go(func() (err error) {
		p, err = readPeople(readingCtx, l)
		return err
	})
	if err := reading.Wait(); err != nil {
		return err
	}
	credits := &creditReader{titles: t, people: p, crew: c, jobs: make(map[string]*work), ofSeries: make(map[rolecall.Role]int), series: l.sink}
	named := len(p.rows)
	err := l.sink.AddNumbered(ctx, source.Numbered{
		Titles: t.rowsOfAll, People: p.rowsOf(p.rows, 0),
		Credits: func(ctx context.Context, add func(source.NumberedCredit) error) error {
			credits.out = add
			if err := l.each(ctx, principals, credits.take); err != nil {
				return err
			}
			return credits.finish()
		},
	})
	if err != nil {
		return err
	}
	credits.leftAside(l.report)
	last := source.Numbered{People: p.rowsOf(p.rows[named:], named), Statements: p.statements(credits.forms)}
	if _, taken := l.files[akas]; taken {
		last.Names = func(ctx context.Context, add func(source.NumberedName) error) error {
			names := nameReader{titles: t, out: add}
			if err := l.each(ctx, akas, names.take); err != nil {
				return err
			}
			return names.fault
		}
	}
	return l.sink.AddNumbered(ctx, last)
}
