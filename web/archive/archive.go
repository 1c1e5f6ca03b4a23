// Package archive keeps the tables of a checked archive at hand for a site. Reading them takes a
// moment, or minutes of an archive of millions, so that they are read in the background: when the
// site starts, and when somebody asks after the folder has changed. Until that is done the reading
// before it answers. Each request keeps the reading that it began with.
package archive

import (
	"context"
	"crypto/sha256"
	"errors"
	"fmt"
	"io/fs"
	"log/slog"
	"os"
	"path/filepath"
	"sync"
	"time"

	lru "github.com/hashicorp/golang-lru/v2"

	"rolecall/catalog"
	"rolecall/corpus/journal"
	"rolecall/corpus/survey"
	"rolecall/corpus/table"
	"rolecall/phrase"
)

// ErrReading says that the archive is being read for the first time, and that it takes longer than
// a reader waits.
var ErrReading = errors.New("the archive is being read")

// OtherCatalogError says that an archive was checked by another catalog than the one served, by
// their hashes. What rows say there and where links lead is not known here, and a claim that
// was contradicted may be right by now.
type OtherCatalogError struct{ Checked, Served string }

func (e *OtherCatalogError) Error() string {
	return fmt.Sprintf("the archive was checked by another catalog (%s) than the one served (%s): check it anew into another folder, or serve the catalog of then", phrase.ShortHash(e.Checked), phrase.ShortHash(e.Served))
}

// Borrow is the catalog served at present, until it is released.
type Borrow func() (c *catalog.Catalog, release func(), err error)

// Reading is the tables of a folder as they were at one moment.
type Reading struct {
	*survey.Corpus
	// Edition tells this reading from those of other moments, Catalog is the hash of that which
	// the archive was checked by.
	Edition, Catalog string
	users            int
	gone             bool
	// answers are those to questions asked lately: a page, its files and its pictures ask one.
	answers *lru.Cache[string, survey.Survey]
}

// keptAnswers bounds them.
const keptAnswers = 32

// Ask answers a question, made now or, if it was asked lately, then. The answer is shared: it is not
// to be changed.
func (r *Reading) Ask(ctx context.Context, asked survey.Asked) (survey.Survey, error) {
	question := fmt.Sprint(asked)
	if s, known := r.answers.Get(question); known {
		return s, nil
	}
	s, err := r.Corpus.Ask(ctx, asked)
	if err == nil {
		r.answers.Add(question, s)
	}
	return s, err
}

// Archive is a folder of a check.
type Archive struct {
	dir    string
	memory int64
	borrow Borrow
	log    *slog.Logger
	// pace is how many times as long as a reading took passes before the next.
	pace time.Duration
	ctx  context.Context
	end  context.CancelFunc
	all  sync.WaitGroup

	// mutex guards what follows.
	mutex   sync.Mutex
	current *Reading
	// fault is why the last reading failed, of the folder as it was then.
	fault failure
	// under is closed when the reading that is under way ends; nil where none is.
	under chan struct{}
	// rested is when the next reading may begin.
	rested time.Time
	look   looked
}

type failure struct {
	edition string
	err     error
}

// looked is what the folder was when it was last looked at, and until when that is good for.
type looked struct {
	edition string
	err     error
	until   time.Time
}

// The times that are waited. Reading takes a tenth of the time at most, as a folder may change
// every two seconds for hours; looking whether it has changed, less.
const (
	usualPace = 10
	lookPace  = 50
	// soon is how long whoever finds the folder changed waits for it to be read, longest how long
	// whoever comes first does.
	soon    = 3 * time.Second
	longest = 12 * time.Second
)

// New begins to read a folder, with so much memory for the database; 0 is the usual amount. The
// error says that there is no check in it.
func New(dir string, memory int64, borrow Borrow, log *slog.Logger) (*Archive, error) {
	if _, err := survey.RunOf(dir); err != nil {
		return nil, err
	}
	a := &Archive{dir: dir, memory: memory, borrow: borrow, log: log, pace: usualPace}
	a.ctx, a.end = context.WithCancel(context.Background())
	a.mutex.Lock()
	defer a.mutex.Unlock()
	edition, err := a.edition()
	if err != nil {
		return nil, err
	}
	a.begin(edition)
	return a, nil
}

// Close ends a reading under way and lets the last one go when nobody uses it.
func (a *Archive) Close() error {
	a.end()
	a.all.Wait()
	a.mutex.Lock()
	defer a.mutex.Unlock()
	old := a.current
	a.current = nil
	return a.retire(old)
}

// Acquire is the tables as they are, or were before the reading that is under way; release must be
// called when the caller is done with them. The error is ErrReading, an *OtherCatalogError, or says
// what is the matter with the folder.
func (a *Archive) Acquire(ctx context.Context) (r *Reading, release func(), err error) {
	under, patience := a.renew()
	if under != nil {
		waited := time.NewTimer(patience)
		defer waited.Stop()
		select {
		case <-under:
		case <-waited.C:
		case <-ctx.Done():
			return nil, nil, ctx.Err()
		}
	}
	a.mutex.Lock()
	defer a.mutex.Unlock()
	switch {
	case a.fault.err != nil:
		return nil, nil, a.fault.err
	case a.current == nil:
		return nil, nil, ErrReading
	}
	r = a.current
	r.users++
	return r, sync.OnceFunc(func() {
		a.mutex.Lock()
		defer a.mutex.Unlock()
		if r.users--; r.gone && r.users == 0 {
			r.Close()
		}
	}), nil
}

// renew begins a reading if the folder has changed since the last, and is for which reading to
// wait, and how long.
func (a *Archive) renew() (under chan struct{}, patience time.Duration) {
	a.mutex.Lock()
	defer a.mutex.Unlock()
	if a.under != nil {
		if a.current == nil && a.fault.err == nil {
			return a.under, longest
		}
		return nil, 0
	}
	edition, err := a.edition()
	if err != nil {
		a.fault = failure{edition, err}
		return nil, 0
	}
	isKnown := a.current != nil && a.current.Edition == edition && a.fault.err == nil || a.fault.err != nil && a.fault.edition == edition && !a.isForOther()
	if isKnown || time.Now().Before(a.rested) {
		return nil, 0
	}
	a.begin(edition)
	if a.current == nil {
		return a.under, longest
	}
	return a.under, soon
}

// isForOther reports whether the archive could not be read for another catalog alone, which may be
// served now.
func (a *Archive) isForOther() bool {
	_, is := errors.AsType[*OtherCatalogError](a.fault.err)
	return is
}

// begin begins to read the folder as it is. The mutex is held.
func (a *Archive) begin(edition string) {
	a.under = make(chan struct{})
	a.all.Go(func() {
		began := time.Now()
		next, err := a.read(edition)
		a.mutex.Lock()
		defer a.mutex.Unlock()
		defer close(a.under)
		a.rested = time.Now().Add(a.pace * time.Since(began))
		defer func() { a.under = nil }()
		switch now, fault := a.edition(); {
		case err == nil:
			old := a.current
			a.current, a.fault = next, failure{}
			if err := a.retire(old); err != nil {
				a.log.Error("an old reading of the archive cannot be removed", "error", err)
			}
			a.log.Info("read the archive", "folder", a.dir, "took", time.Since(began).Round(time.Millisecond))
		case a.ctx.Err() != nil:
		case fault == nil && now != edition && a.current != nil:
			// A run that is at work puts files in the place of others: it is read again.
		default:
			a.fault = failure{edition, err}
			a.log.Error("the archive cannot be shown", "folder", a.dir, "error", err)
		}
	})
}

func (a *Archive) read(edition string) (*Reading, error) {
	c, release, err := a.borrow()
	if err != nil {
		return nil, err
	}
	defer release()
	run, err := survey.RunOf(a.dir)
	if err != nil {
		return nil, err
	}
	if served := c.Info().Hash; run.Hash != served {
		return nil, &OtherCatalogError{run.Hash, served}
	}
	corpus, err := survey.Open(a.ctx, a.dir, a.memory, survey.SlatesIn(c))
	if err != nil {
		return nil, err
	}
	if err := corpus.Prepare(a.ctx); err != nil {
		return nil, errors.Join(err, corpus.Close())
	}
	answers, err := lru.New[string, survey.Survey](keptAnswers)
	if err != nil {
		return nil, errors.Join(err, corpus.Close())
	}
	return &Reading{Corpus: corpus, Edition: edition, Catalog: run.Hash, answers: answers}, nil
}

// retire lets a reading go, now or with its last user. The mutex is held.
func (a *Archive) retire(old *Reading) error {
	if old == nil {
		return nil
	}
	old.gone = true
	if old.users > 0 {
		return nil
	}
	return old.Close()
}

// edition is the folder as it is: names, sizes and times of all its files. The mutex is held.
func (a *Archive) edition() (string, error) {
	began := time.Now()
	if began.Before(a.look.until) {
		return a.look.edition, a.look.err
	}
	a.look.edition, a.look.err = editionOf(a.dir)
	a.look.until = time.Now().Add(lookPace * time.Since(began))
	return a.look.edition, a.look.err
}

func editionOf(dir string) (string, error) {
	sum := sha256.New()
	note := func(info fs.FileInfo) {
		fmt.Fprintln(sum, info.Name(), info.Size(), info.ModTime().UnixNano())
	}
	for _, name := range []string{journal.BegunFile, journal.InputsFile, journal.LogFile} {
		info, err := os.Stat(filepath.Join(dir, name))
		switch {
		case err == nil:
			note(info)
		case name == journal.BegunFile && errors.Is(err, fs.ErrNotExist):
			return "", fmt.Errorf("%s: %w", dir, journal.ErrNoRun)
		case !errors.Is(err, fs.ErrNotExist):
			return "", err
		}
	}
	for _, t := range append([]table.Table{table.Copies}, allTables()...) {
		entries, err := os.ReadDir(filepath.Join(dir, t.Name))
		if err != nil && !errors.Is(err, fs.ErrNotExist) {
			return "", err
		}
		fmt.Fprintln(sum, t.Name)
		for _, e := range entries {
			if info, err := e.Info(); err == nil { // else it has gone meanwhile
				note(info)
			}
		}
	}
	return fmt.Sprintf("%.12x", sum.Sum(nil)), nil
}

func allTables() []table.Table {
	all := table.All()
	return all[:]
}
