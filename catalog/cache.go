package catalog

import (
	"context"
	"errors"
	"os"
	"path/filepath"
	"strings"
)

// OpenCached opens the catalog at path, or builds it there if it is missing,
// damaged, or of another schema. The path is to name what it was built from
// (a fingerprint), so that other facts mean another file; files of the same
// folder and ending whose names start with family are those of earlier versions
// and are removed after a build.
//
// Where the file cannot be written, the catalog is built in memory and kept
// says why; the answer is the same, the next run builds again.
func OpenCached(ctx context.Context, path, family string, recipe Recipe) (c *Catalog, kept error, err error) {
	if c, err := openVerified(ctx, path, recipe.Memory); err == nil {
		return c, nil, nil
	}
	kept = withLock(ctx, path, func() error {
		// Another process may have built it while this one waited.
		if c, err = openVerified(ctx, path, recipe.Memory); err == nil {
			return nil
		}
		if err := buildLocked(ctx, path, recipe); err != nil {
			return err
		}
		removeEarlier(path, family)
		c, err = openVerified(ctx, path, recipe.Memory)
		return err
	})
	if kept == nil {
		return c, nil, nil
	}
	if ctx.Err() != nil {
		return nil, nil, ctx.Err()
	}
	c, err = buildInMemory(ctx, recipe)
	return c, kept, err
}

func openVerified(ctx context.Context, path string, memory int64) (*Catalog, error) {
	c, err := Limits{Memory: memory}.Open(ctx, path)
	if err != nil {
		return nil, err
	}
	if err := c.Verify(ctx); err != nil {
		return nil, errors.Join(err, c.Close())
	}
	return c, nil
}

func removeEarlier(path, family string) {
	files, _ := filepath.Glob(filepath.Join(filepath.Dir(path), "*"+filepath.Ext(path)+"*"))
	for _, file := range files {
		if strings.HasPrefix(filepath.Base(file), family) && !strings.HasPrefix(file, path) {
			os.Remove(file)
		}
	}
}
