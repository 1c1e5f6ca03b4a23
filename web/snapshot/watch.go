package snapshot

import (
	"context"
	"log/slog"
	"os"
	"time"
)

// Every is how often the file of a catalog is usually looked at.
const Every = 2 * time.Second

// Watch reloads the catalog whenever the file at path is another one than
// before, looking every interval, and whenever something comes from the signal
// channel, until the context ends. A new catalog is renamed into place whole, so
// that another inode, size or time means another catalog. An empty path is not
// watched.
//
// The file is looked at rather than subscribed to: a look costs a microsecond,
// and works on every file system and for links.
func (h *Holder) Watch(ctx context.Context, path string, interval time.Duration, signal <-chan os.Signal, log *slog.Logger) {
	ticker := time.NewTicker(interval)
	defer ticker.Stop()
	seen := look(path)
	for {
		select {
		case <-ctx.Done():
			return
		case <-signal:
			h.report(ctx, log)
		case <-ticker.C:
			now := look(path)
			if now == nil || seen != nil && os.SameFile(now, seen) && now.ModTime().Equal(seen.ModTime()) && now.Size() == seen.Size() {
				continue
			}
			seen = now
			h.report(ctx, log)
		}
	}
}

// look is nil where there is no file at present.
func look(path string) os.FileInfo {
	if path == "" {
		return nil
	}
	info, err := os.Stat(path)
	if err != nil {
		return nil
	}
	return info
}

func (h *Holder) report(ctx context.Context, log *slog.Logger) {
	changed, err := h.Reload(ctx)
	s, release, held := h.Acquire()
	if held != nil {
		return
	}
	defer release()
	switch hash := s.Info().Hash; {
	case err != nil:
		log.Error("the new catalog cannot be served; the old one goes on", "catalog", hash, "error", err)
	case changed:
		log.Info("serving a new catalog", "catalog", hash, "name", s.Info().Name)
	default:
		log.Info("the catalog has not changed", "catalog", hash)
	}
}
