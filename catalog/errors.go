package catalog

import (
	"context"
	"database/sql"
	"errors"
	"fmt"
	"strings"

	"github.com/duckdb/duckdb-go/v2"

	"rolecall"
	"rolecall/phrase"
)

// What can be the matter with a catalog's file.
var (
	ErrMissing = errors.New("there is no such catalog")
	ErrDamaged = errors.New("the catalog is damaged or is another kind of file")
	ErrOlder   = errors.New("the catalog was built by an older version of the program")
	ErrNewer   = errors.New("the catalog was built by a newer version of the program")
)

// FileError says what is the matter with a catalog's file and what to do.
// Unwrap gives Matter, one of the errors above.
type FileError struct {
	Path   string
	Matter error
	Detail error
}

func (e *FileError) Error() string {
	text := fmt.Sprintf("%s: %v", e.Path, e.Matter)
	if e.Detail != nil {
		text += fmt.Sprintf(" (%s)", oneLine(e.Detail))
	}
	return text + "\n" + e.remedy()
}

func (e *FileError) remedy() string {
	switch e.Matter {
	case ErrMissing:
		return "Give the path of a catalog that was built, or leave --catalog out to use the starter catalog."
	case ErrNewer:
		return "Update rolecall, or build the catalog again with this version."
	}
	return "Build the catalog again and replace the file; nothing was changed."
}

func (e *FileError) Unwrap() []error { return []error{e.Matter, e.Detail} }

// PrivateError says that a catalog has a private list.
type PrivateError struct{ Path string }

func (e *PrivateError) Error() string {
	return e.Path + ": this catalog has a private list of people, and answers rolecall report and nothing else\nName another catalog with --catalog, or import again without --private."
}

// oneLine is the first line of an error: DuckDB adds a trace to some.
func oneLine(err error) string {
	line, _, _ := strings.Cut(strings.TrimPrefix(err.Error(), "database/sql/driver: could not connect to database: "), "\n")
	return line
}

// What can be the matter with an answer though nothing is with the catalog.
var (
	// ErrMemory says that a question, or a build, takes more memory than the database may
	// use.
	ErrMemory = errors.New("that takes more memory than the database may use: ask for less at once, or give it more with --memory")
	// ErrDisk says that what does not fit into the memory has no room on the disk.
	ErrDisk = errors.New("the disk has no room for what does not fit into the memory meanwhile: make room, name another folder with TMPDIR, or give more with --memory")
	// ErrClosed says that the catalog was closed before it was asked.
	ErrClosed = errors.New("the catalog is closed")
)

// plainly is an error of opening a database without DuckDB's trace.
func plainly(err error) error {
	if path := new(PathError); errors.As(err, &path) {
		return path
	}
	return errors.New(oneLine(err))
}

// fault says what an error from DuckDB means. That the file is damaged is what
// failing to read an immutable, checked file means; but a question that was
// given up, that is none, or that takes too much, says nothing of the file.
func (c *Catalog) fault(err error) error {
	text, path := new(TextError), new(PathError)
	switch {
	case err == nil, errors.Is(err, context.Canceled), errors.Is(err, context.DeadlineExceeded):
		return err
	case errors.As(err, &text):
		return text
	case errors.As(err, &path):
		return path
	case errors.Is(err, sql.ErrConnDone), strings.Contains(err.Error(), "database is closed"):
		return ErrClosed
	}
	if of := short(err); of != nil {
		return of
	}
	if database := new(duckdb.Error); errors.As(err, &database) && database.Type == duckdb.ErrorTypeInterrupt {
		return context.Canceled
	}
	return &FileError{c.path, ErrDamaged, err}
}

// short is ErrMemory or ErrDisk where an error from DuckDB says that it has run short
// of one, and else nil. That it runs short of the disk is what it may call running short
// of memory, as it was to make room there.
func short(err error) error {
	database := new(duckdb.Error)
	if !errors.As(err, &database) {
		return nil
	}
	for _, sign := range []struct {
		words string
		means error
	}{
		{"No space left on device", ErrDisk}, {"Disk quota exceeded", ErrDisk}, {"max_temp_directory_size", ErrDisk},
		{"Out of Memory", ErrMemory}, {"could not allocate", ErrMemory}, {"failed to allocate", ErrMemory}, {"failed to pin", ErrMemory}, {"bad_alloc", ErrMemory},
	} {
		if strings.Contains(database.Msg, sign.words) {
			return sign.means
		}
	}
	return nil
}

// PathError says that a path cannot be given to DuckDB.
type PathError struct {
	Path string
	// Sign is what stands in the way.
	Sign string
}

func (e *PathError) Error() string {
	return fmt.Sprintf("%q: a path with %s cannot be used for a catalog; give the file or the folder another name", e.Path, e.Sign)
}

// NotFoundError says that nothing held bears a name, and what is near to it.
type NotFoundError struct {
	// What was looked for: "title", "person" or "list".
	What string
	Name string
	// Near are those that are held and may have been meant, nearest first.
	Near []Candidate
	// Others are the people of that very name where a title was looked for, and the
	// titles where a person was.
	Others []Candidate
	// Picked is how many films and seasons the catalog holds if they were picked by hand, so
	// that most titles are in none of its rows; else 0.
	Picked int
}

func (e *NotFoundError) Error() string {
	return fmt.Sprintf("no %s named %q in this catalog", e.What, shorten(e.Name))
}

// AmbiguousError says that a name is that of several titles or people.
type AmbiguousError struct {
	Name string
	// Meant are all that it may mean, titles or people.
	Meant []Candidate
}

func (e *AmbiguousError) Error() string {
	what := "titles"
	if len(e.Meant) > 0 && e.Meant[0].IsPerson {
		what = "people"
	}
	return fmt.Sprintf("%d %s are named %q", len(e.Meant), what, shorten(e.Name))
}

// Choices is the error with all that may be meant, in one line.
func (e *AmbiguousError) Choices() string {
	all := make([]string, len(e.Meant))
	for i, m := range e.Meant {
		all[i] = fmt.Sprintf("%s is %s (%s)", m.ID, m.Label, m.Note)
	}
	return e.Error() + "; give the identifier: " + strings.Join(all, "; ")
}

// UnsaidSeasonError says that an episode was asked for and not of which season.
type UnsaidSeasonError struct {
	Series  rolecall.Title
	Seasons int
}

func (e *UnsaidSeasonError) Error() string {
	return fmt.Sprintf("%s has %d seasons: say which", e.Series.Label(), e.Seasons)
}

// RoomError says that the disk has too little room for a catalog.
type RoomError struct {
	Folder string
	// Free and Needed are bytes.
	Free, Needed int64
}

func (e *RoomError) Error() string {
	const gigabyte = 1e9
	return fmt.Sprintf("the disk of %s has %.1f GB free and the catalog may need %.1f GB while it is built: make room, or build it elsewhere with --catalog",
		e.Folder, float64(e.Free)/gigabyte, float64(e.Needed)/gigabyte)
}

// SeasonError says that a series has no such season or a season no such episode.
type SeasonError struct {
	Title rolecall.Title
	// What is "season" or "episode", Number the one asked for, Held those there.
	What   string
	Number int
	Held   []int
}

func (e *SeasonError) Error() string {
	return fmt.Sprintf("%s has no %s %d in this catalog, which holds %s", e.Title.Label(), e.What, e.Number, numbers(e.What, e.Held))
}

// numbers is "no season", "season 1", "seasons 1–3" or "seasons 1, 3".
func numbers(what string, held []int) string {
	if len(held) == 0 {
		return "no " + what
	}
	return phrase.Those(what, what+"s", held)
}

// shorten keeps a name that was asked for from filling the screen.
func shorten(name string) string {
	const most = 80
	if letters := []rune(name); len(letters) > most {
		return string(letters[:most]) + "…"
	}
	return name
}
