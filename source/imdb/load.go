package imdb

import (
	"context"
	"errors"
	"runtime/debug"

	"golang.org/x/sync/errgroup"

	"rolecall"
	"rolecall/source"
)

// loader reads the datasets into a catalog.
type loader struct {
	database source.Database
	reader   Reader
	files    map[string]linesOf
	report   *source.Report
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
	if err := l.setThreads(ctx, `SET threads = 1`); err != nil {
		return err
	}
	credits := &creditReader{titles: t, people: p, crew: c, jobs: make(map[string]*work), ofSeries: make(map[rolecall.Role]int), series: l.database}
	named := len(p.rows)
	if err := l.writeTogether(ctx, titleTable(t), personTable(p, p.rows, 0), creditTable(l, credits)); err != nil {
		return err
	}
	credits.leftAside(l.report)
	if err := l.setThreads(ctx, `RESET threads`); err != nil {
		return err
	}
	last := []writable{personTable(p, p.rows[named:], named), statementTable(p, credits.forms)}
	if _, taken := l.files[akas]; taken {
		last = append(last, nameTable(l, t))
	}
	return l.writeTogether(ctx, last...)
}

// setThreads sets how many threads of its own the database may use. Each table is
// drawn by the thread that asks for it; others would only spin while they wait.
func (l *loader) setThreads(ctx context.Context, setting string) error {
	conn, err := l.database.Conn(ctx)
	if err != nil {
		return err
	}
	_, err = conn.ExecContext(ctx, setting)
	return errors.Join(err, conn.Close())
}

// writeTogether writes tables at the same time, each by its own connection.
func (l *loader) writeTogether(ctx context.Context, tables ...writable) error {
	writing, ctx := errgroup.WithContext(ctx)
	for _, t := range tables {
		conn, err := l.database.Conn(ctx)
		if err != nil {
			return err
		}
		writing.Go(func() error {
			defer conn.Close()
			return t.write(ctx, conn)
		})
	}
	return writing.Wait()
}
