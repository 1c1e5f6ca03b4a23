// Package snapshot knows which catalog is being served, and goes on to the next
// one without dropping a request. Each request holds the catalog it began with
// until it ends; a catalog that has been replaced is closed when its last
// request lets go. So a request never sees two catalogs, and nobody waits.
package snapshot

import (
	"context"
	"errors"
	"sync"
	"time"

	"rolecall/catalog"
)

// ErrClosed says that the holder serves no catalog any more.
var ErrClosed = errors.New("no catalog is being served")

// Snapshot is a catalog being served, and what has been worked out from it. A
// catalog never changes, so whatever was worked out once stays true.
type Snapshot struct {
	*catalog.Catalog
	memory sync.Map
	users  int
	gone   bool
	// prepared is closed when the catalog is ready to be searched, or cannot be.
	prepared chan struct{}
	fault    error
}

func newSnapshot(c *catalog.Catalog) *Snapshot {
	return &Snapshot{Catalog: c, prepared: make(chan struct{})}
}

func (s *Snapshot) prepare(ctx context.Context) error {
	defer close(s.prepared)
	s.fault = s.Prepare(ctx)
	return s.fault
}

// Ready reports whether the catalog can answer, and the first search as fast as
// the second.
func (s *Snapshot) Ready(ctx context.Context) error {
	select {
	case <-s.prepared:
		if s.fault != nil {
			return s.fault
		}
		return s.Catalog.Ready(ctx)
	default:
		return errors.New("the catalog is being prepared")
	}
}

// Holder holds the catalog that is served at present.
type Holder struct {
	open func(context.Context) (*catalog.Catalog, error)
	// mutex guards current and the counts of users.
	mutex   sync.Mutex
	current *Snapshot
	// reloading lets one reload run at a time.
	reloading sync.Mutex
}

// soon is how long New waits for the first catalog to be prepared. That takes a
// moment, or, where its names must be indexed anew, minutes in which all but
// searches can be answered.
const soon = 5 * time.Second

// New opens the first catalog.
func New(ctx context.Context, open func(context.Context) (*catalog.Catalog, error)) (*Holder, error) {
	c, err := open(ctx)
	if err != nil {
		return nil, err
	}
	s := newSnapshot(c)
	h := &Holder{open: open, current: s}
	_, release, _ := h.Acquire()
	go func() {
		defer release()
		s.prepare(ctx)
	}()
	select {
	case <-s.prepared:
		if s.fault != nil {
			return nil, errors.Join(s.fault, h.Close())
		}
	case <-time.After(soon):
	}
	return h, nil
}

// Acquire is the catalog served at present; release must be called when the
// caller is done with it. The error is ErrClosed after Close.
func (h *Holder) Acquire() (s *Snapshot, release func(), err error) {
	h.mutex.Lock()
	defer h.mutex.Unlock()
	if h.current == nil {
		return nil, nil, ErrClosed
	}
	s = h.current
	s.users++
	return s, sync.OnceFunc(func() { h.release(s) }), nil
}

// Borrow is the same for those who know nothing of snapshots.
func (h *Holder) Borrow() (c *catalog.Catalog, release func(), err error) {
	s, release, err := h.Acquire()
	if err != nil {
		return nil, nil, err
	}
	return s.Catalog, release, nil
}

func (h *Holder) release(s *Snapshot) {
	h.mutex.Lock()
	s.users--
	last := s.gone && s.users == 0
	h.mutex.Unlock()
	if last {
		s.Close()
	}
}

// Reload opens the catalog anew and serves it from now on, when it is ready and if
// its content is another or that of the old one can no longer be read; changed says
// whether it is. Where it cannot be opened, the old one goes on being served.
func (h *Holder) Reload(ctx context.Context) (changed bool, err error) {
	h.reloading.Lock()
	defer h.reloading.Unlock()
	next, err := h.open(ctx)
	if err != nil {
		return false, err
	}
	if h.serves(next) {
		return false, next.Close()
	}
	s := newSnapshot(next)
	if err := s.prepare(ctx); err != nil {
		return false, errors.Join(err, next.Close())
	}
	h.mutex.Lock()
	old := h.replace(s)
	h.mutex.Unlock()
	if old != nil {
		err = old.Close()
	}
	return true, err
}

// serves reports whether the catalog served has the content of another, and can
// still answer from it.
func (h *Holder) serves(other *catalog.Catalog) bool {
	s, release, err := h.Acquire()
	if err != nil {
		return false
	}
	defer release()
	return s.Info().Hash == other.Info().Hash && s.Sound() == nil
}

// Close serves no catalog any more.
func (h *Holder) Close() error {
	h.mutex.Lock()
	old := h.replace(nil)
	h.mutex.Unlock()
	if old != nil {
		return old.Close()
	}
	return nil
}

// replace puts another catalog in place and gives back the old one if nobody
// uses it. The mutex is held.
func (h *Holder) replace(next *Snapshot) (idle *Snapshot) {
	old := h.current
	h.current = next
	if old == nil {
		return nil
	}
	old.gone = true
	if old.users > 0 {
		return nil
	}
	return old
}

// Recall is what work makes of the catalog, worked out once and kept as long as
// the catalog is served. Work that fails is done again the next time.
func Recall[T any](s *Snapshot, key string, work func() (T, error)) (T, error) {
	entry, _ := s.memory.LoadOrStore(key, &memory[T]{})
	m := entry.(*memory[T])
	m.mutex.Lock()
	defer m.mutex.Unlock()
	if !m.known {
		value, err := work()
		if err != nil {
			return value, err
		}
		m.value, m.known = value, true
	}
	return m.value, nil
}

type memory[T any] struct {
	mutex sync.Mutex
	known bool
	value T
}
