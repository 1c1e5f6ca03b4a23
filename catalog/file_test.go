package catalog_test

import (
	"context"
	"crypto/sha256"
	"database/sql"
	"errors"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"

	"rolecall"
	"rolecall/catalog"
	"rolecall/source"
)

func TestOpenSaysWhatIsTheMatter(t *testing.T) {
	t.Parallel()
	dir := t.TempDir()
	whole := filepath.Join(dir, "whole.duckdb")
	if err := catalog.Build(t.Context(), whole, small().recipe()); err != nil {
		t.Fatal(err)
	}
	bytes, err := os.ReadFile(whole)
	if err != nil {
		t.Fatal(err)
	}
	write := func(name string, content []byte) string {
		path := filepath.Join(dir, name)
		if err := os.WriteFile(path, content, 0o644); err != nil {
			t.Fatal(err)
		}
		return path
	}
	stamped := func(name, change string) string {
		path := write(name, bytes)
		db, err := sql.Open("duckdb", path)
		if err != nil {
			t.Fatal(err)
		}
		defer db.Close()
		if _, err := db.Exec(change); err != nil {
			t.Fatal(err)
		}
		return path
	}
	for _, test := range []struct {
		path   string
		matter error
	}{
		{filepath.Join(dir, "absent.duckdb"), catalog.ErrMissing},
		{dir, catalog.ErrDamaged},
		{write("empty.duckdb", nil), catalog.ErrDamaged},
		{write("text.duckdb", []byte(strings.Repeat("not a catalog\n", 1000))), catalog.ErrDamaged},
		{write("cut.duckdb", bytes[:len(bytes)/2]), catalog.ErrDamaged},
		{write("header.duckdb", bytes[:4096]), catalog.ErrDamaged},
		{stamped("other.duckdb", `DROP TABLE catalog; CREATE TABLE holidays (day DATE)`), catalog.ErrDamaged},
		{stamped("stampless.duckdb", `DELETE FROM catalog`), catalog.ErrDamaged},
		{stamped("newer.duckdb", `UPDATE catalog SET schema_version = schema_version + 1`), catalog.ErrNewer},
		{stamped("older.duckdb", `UPDATE catalog SET schema_version = schema_version - 1`), catalog.ErrOlder},
	} {
		c, err := catalog.Open(t.Context(), test.path)
		if err == nil {
			c.Close()
		}
		if !errors.Is(err, test.matter) || !strings.Contains(err.Error(), test.path) {
			t.Errorf("%s: %v, want %v", filepath.Base(test.path), err, test.matter)
		}
	}
	changed, err := catalog.Open(t.Context(), stamped("changed.duckdb", `UPDATE person SET name = 'Somebody Else' WHERE id = 'anna'`))
	if err != nil {
		t.Fatal(err)
	}
	defer changed.Close()
	if err := changed.Verify(t.Context()); !errors.Is(err, catalog.ErrDamaged) {
		t.Errorf("a fact changed after the stamp: %v", err)
	}
}

func TestOpenCachedKeepsWhatItBuilt(t *testing.T) {
	dir := filepath.Join(t.TempDir(), "new", "folder")
	path := filepath.Join(dir, "starter-1.duckdb")
	open := func() *catalog.Catalog {
		c, kept, err := catalog.OpenCached(t.Context(), path, "starter-", small().recipe())
		if err != nil || kept != nil {
			t.Fatal(kept, err)
		}
		t.Cleanup(func() { c.Close() })
		return c
	}
	open()
	first, err := os.Stat(path)
	if err != nil {
		t.Fatal(err)
	}
	open()
	second, err := os.Stat(path)
	if err != nil || !os.SameFile(first, second) {
		t.Errorf("the second opening built anew: %v", err)
	}
	if err := os.WriteFile(path, []byte("damaged"), 0o644); err != nil {
		t.Fatal(err)
	}
	if c := open(); c.Info().Hash == "" {
		t.Error("a damaged cache was not built anew")
	}
	earlier := filepath.Join(dir, "starter-0.duckdb")
	mine := filepath.Join(dir, "mine.duckdb")
	for _, file := range []string{earlier, mine} {
		if err := os.WriteFile(file, nil, 0o644); err != nil {
			t.Fatal(err)
		}
	}
	if err := os.Remove(path); err != nil {
		t.Fatal(err)
	}
	open()
	if _, err := os.Stat(earlier); !errors.Is(err, os.ErrNotExist) {
		t.Errorf("the earlier version's cache is still there: %v", err)
	}
	if _, err := os.Stat(mine); err != nil {
		t.Errorf("a catalog of another family was removed: %v", err)
	}
}

func TestOpenCachedAnswersWhereNothingCanBeKept(t *testing.T) {
	file := filepath.Join(t.TempDir(), "file")
	if err := os.WriteFile(file, nil, 0o644); err != nil {
		t.Fatal(err)
	}
	// A folder below a file can be made by nobody, root included.
	c, kept, err := catalog.OpenCached(t.Context(), filepath.Join(file, "starter-1.duckdb"), "starter-", small().recipe())
	if err != nil {
		t.Fatal(err)
	}
	defer c.Close()
	if kept == nil {
		t.Error("it does not say that the catalog was not kept")
	}
	if p, err := c.FindPerson(t.Context(), "zoe bell"); err != nil || p.ID != "zoe" {
		t.Errorf("the catalog in memory answers %v, %v", p, err)
	}
	if c.Info().Hash != built(t, small()).Info().Hash {
		t.Error("the catalog in memory has another hash")
	}
}

// A full disk in mid-build is an error that names the catalog, and the old one
// stays. The disk is a small one of the test's own.
func TestAFullDiskLeavesTheOldCatalog(t *testing.T) {
	t.Parallel()
	disk := t.TempDir()
	if err := exec.Command("mount", "-t", "tmpfs", "-o", "size=24m", "tmpfs", disk).Run(); err != nil {
		t.Skipf("needs the right to mount a small disk: %v", err)
	}
	t.Cleanup(func() { exec.Command("umount", "-l", disk).Run() })
	path := filepath.Join(disk, "test.duckdb")
	if err := catalog.Build(t.Context(), path, small().recipe()); err != nil {
		t.Fatal(err)
	}
	before, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	big := small()
	for i := range 20_000 {
		p := rolecall.Person{ID: fmt.Sprintf("%x", sha256.Sum256([]byte{byte(i), byte(i >> 8)}))}
		for range 20 { // names that do not compress
			p.Name += fmt.Sprintf("%x", sha256.Sum256([]byte(p.ID+p.Name)))
		}
		big.people = append(big.people, p)
	}
	err = catalog.Build(t.Context(), path, big.recipe())
	if err == nil || !strings.Contains(err.Error(), path) {
		t.Errorf("a build on a full disk ended with %v", err)
	}
	requireUnchanged(t, path, before)
}

// Where the disk has too little room, the build does not begin.
func TestTooLittleRoomIsSaidAhead(t *testing.T) {
	path := filepath.Join(t.TempDir(), "test.duckdb")
	recipe := small().recipe()
	recipe.Room = 1 << 60
	recipe.Fill = func(context.Context, source.Sink) error {
		t.Error("the build began")
		return nil
	}
	err := catalog.Build(t.Context(), path, recipe)
	if room := new(catalog.RoomError); !errors.As(err, &room) || room.Needed != 1<<60 || room.Free <= 0 {
		t.Errorf("%v", err)
	}
}
