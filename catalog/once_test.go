package catalog

import (
	"context"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"sync"
	"testing"
)

// onceBuilt are the catalogs that tests only read, by what is in them: each is
// built once, in a folder that is gone when the tests end.
var onceBuilt struct {
	sync.Mutex
	folder string
	paths  map[string]string
}

func TestMain(m *testing.M) {
	folder, err := os.MkdirTemp("", "catalog-test-")
	if err != nil {
		fmt.Fprintln(os.Stderr, err)
		os.Exit(1)
	}
	onceBuilt.folder, onceBuilt.paths = folder, make(map[string]string)
	code := m.Run()
	os.RemoveAll(folder)
	os.Exit(code)
}

// OpenOnce opens the catalog of a recipe, which is built unless an earlier test has
// built that of the same key.
func OpenOnce(t testing.TB, key string, recipe Recipe) *Catalog {
	t.Helper()
	onceBuilt.Lock()
	defer onceBuilt.Unlock()
	path, is := onceBuilt.paths[key]
	if !is {
		path = filepath.Join(onceBuilt.folder, fmt.Sprint(len(onceBuilt.paths)), "test.duckdb")
		if err := os.Mkdir(filepath.Dir(path), 0o755); err != nil {
			t.Fatal(err)
		}
		if err := Build(t.Context(), path, recipe); err != nil {
			t.Fatal(err)
		}
		onceBuilt.paths[key] = path
	}
	c, err := Open(t.Context(), path)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { c.Close() })
	return c
}

// HashOf is the content hash of a recipe's catalog, which is built in memory: the
// same as that of its file (TestOpenCachedAnswersWhereNothingCanBeKept).
func HashOf(ctx context.Context, recipe Recipe) (string, error) {
	c, err := buildInMemory(ctx, recipe)
	if err != nil {
		return "", err
	}
	return c.Info().Hash, c.Close()
}

// WithRole is a recipe of a program that has one more role, at a place in its list.
func WithRole(recipe Recipe, at int, word string) Recipe {
	recipe.roles = slices.Insert(recipe.vocabulary(), at, roleWord{word: word})
	return recipe
}

// WithoutRole is a recipe of a program that lacks a role.
func WithoutRole(recipe Recipe, word string) Recipe {
	recipe.roles = slices.DeleteFunc(recipe.vocabulary(), func(r roleWord) bool { return r.word == word })
	return recipe
}

// InReverse is a recipe of a program that lists its roles the other way round.
func InReverse(recipe Recipe) Recipe {
	recipe.roles = recipe.vocabulary()
	slices.Reverse(recipe.roles)
	return recipe
}
