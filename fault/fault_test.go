package fault_test

import (
	"context"
	"errors"
	"fmt"
	"io/fs"
	"net/http"
	"strings"
	"testing"

	"rolecall"
	"rolecall/catalog"
	"rolecall/corpus/journal"
	"rolecall/fault"
	"rolecall/measure"
	"rolecall/nameindex"
	"rolecall/press/article"
	"rolecall/standard"
)

// secret stands in what an error says of the machine.
const secret = "/srv/rolecall/catalog.duckdb"

// misused is an error in how something is asked.
type misused string

func (e misused) Error() string { return string(e) }
func (e misused) Usage()        {}

func TestAnErrorIsToldAsWhatItIs(t *testing.T) {
	meant := []catalog.Candidate{{ID: "fargo-1996", Label: "Fargo (1996)", Note: "film"}, {ID: "jo doe", Label: "Jo Doe", IsPerson: true}}
	for _, test := range []struct {
		err    error
		name   string
		exit   int
		status int
		// command and http are parts of what is said.
		command, http string
	}{
		{misused("--by: choose year"), "wrong usage", 2, 422, "--by: choose year", "--by: choose year"},
		{&catalog.NotFoundError{What: "title", Name: "Fargo", Near: meant}, "not found", 1, 404, "rolecall show   fargo-1996", `no title named "Fargo"`},
		{&catalog.NotFoundError{What: "title", Name: "Fargo", Others: meant[1:]}, "not found", 1, 404, "Of that name there is:\n  rolecall person 'jo doe'", `no title named "Fargo"`},
		{&catalog.NotFoundError{What: "person", Name: "X"}, "not found", 1, 404, "rolecall search WORD", `no person named "X"`},
		{&catalog.UnlistedError{Texts: []string{"Q1", "tt9"}}, "not in this catalog", 1, 422, "Q1", "tt9"},
		{&catalog.AmbiguousError{Name: "Fargo", Meant: meant[:1]}, "of several", 1, 422, "rolecall show   fargo-1996", "fargo-1996 is Fargo (1996) (film)"},
		{&catalog.SeasonError{What: "season", Number: 9, Held: []int{1, 2}}, "no such season or episode", 1, 422, "seasons 1, 2", "seasons 1, 2"},
		{&catalog.UnsaidSeasonError{Seasons: 3}, "no such season or episode", 1, 422, "say which", "say which"},
		{&standard.TooManyError{ID: "own", Titles: 5000}, "not comparable", 1, 422, "choose at most 3000", "choose at most 3000"},
		{&standard.NotFoundError{ID: "f-ratin", Near: []string{"f-rating"}}, "no such standard", 1, 422, "did you mean f-rating", "did you mean f-rating"},
		{&catalog.UnanswerableError{What: "networks", Remedy: "import Wikidata"}, "not in this catalog", 1, 422, "import Wikidata", "import Wikidata"},
		{&catalog.EmptyError{Words: "films on Netflx", Unheld: []string{"the network Netflx"}}, "not in this catalog", 1, 422, "the network Netflx", "the network Netflx"},
		{&catalog.ComparedError{Kind: rolecall.Series}, "not comparable", 1, 422, "choose the kind", "choose the kind"},
		{&measure.HandPickedError{Titles: 3, Kind: rolecall.Film}, "not comparable", 1, 422, "3 hand-picked films", "3 hand-picked films"},
		{&catalog.TextError{Text: "\xff"}, "no text", 1, 422, "UTF-8", "UTF-8"},
		{fmt.Errorf("check a.txt: %w", article.ErrNotEnglish), "not in English", 1, 422, "check a.txt", "only articles in English"},
		{catalog.ErrMemory, "too little memory", 1, 503, "memory", "ask for less"},
		{catalog.ErrDisk, "no room on the disk", 1, 503, "disk", "no room"},
		{&catalog.RoomError{Folder: secret, Needed: 1}, "no room on the disk", 1, 503, secret, "no room"},
		{&catalog.FileError{Path: secret, Matter: catalog.ErrDamaged, Detail: errors.New("x")}, "damaged", 3, 503, secret, "cannot be read"},
		{&journal.DamagedError{Dir: secret, Detail: errors.New("x")}, "damaged archive", 3, 503, secret, "check the archive anew"},
		{fmt.Errorf("%s: %w", secret, journal.ErrNoRun), "no archive", 1, 503, secret, "not at its place"},
		{fmt.Errorf("%s: %w", secret, nameindex.ErrDamaged), "damaged", 3, 503, secret, "cannot be read"},
		{&catalog.FileError{Path: secret, Matter: catalog.ErrOlder}, "no catalog to read", 1, 503, "older version", "cannot be read"},
		{&catalog.PathError{Path: secret, Sign: "?"}, "no catalog to read", 1, 503, secret, "cannot be read"},
		{catalog.ErrClosed, "no catalog to read", 1, 503, "closed", "cannot be read"},
		{&fs.PathError{Op: "open", Path: secret, Err: fs.ErrPermission}, "failure", 1, 500, secret, "has been logged"},
		{fmt.Errorf("answer: %w", context.Canceled), "interrupted", 1, fault.ClientGone, "nothing was changed", "client has gone"},
		{context.DeadlineExceeded, "took too long", 1, 503, "deadline", "ask for less"},
	} {
		command, http := fault.AtCommand(t.Context(), test.err), fault.OverHTTP(t.Context(), test.err)
		if command.Name != test.name || command.Exit != test.exit || http.Status != test.status {
			t.Errorf("%v: %s, exit code %d, status %d; want %s, %d, %d", test.err, command.Name, command.Exit, http.Status, test.name, test.exit, test.status)
		}
		if said := command.Words + "\n" + command.Remedy; !strings.Contains(said, test.command) {
			t.Errorf("%s: the command says %q, without %q", test.name, said, test.command)
		}
		if !strings.Contains(http.Words, test.http) || strings.Contains(http.Words, "\n  rolecall") {
			t.Errorf("%s: over HTTP it says %q, without %q", test.name, http.Words, test.http)
		}
		if strings.Contains(http.Words, secret) {
			t.Errorf("%s: over HTTP it tells of the machine: %s", test.name, http.Words)
		}
	}
}

// An assistant is told which tool to call next, and of the machine only where it is that
// of whoever asks.
func TestAnAssistantIsToldWhatToCall(t *testing.T) {
	meant := []catalog.Candidate{{ID: "fargo-1996", Label: "Fargo (1996)", Note: "film"}, {ID: "jo doe", Label: "Jo Doe", IsPerson: true}}
	for _, test := range []struct {
		err   error
		local bool
		says  string
	}{
		{&catalog.NotFoundError{What: "title", Name: "Fargo", Near: meant[:1]}, false, `Did you mean:
- show with title "fargo-1996": Fargo (1996) (film)`},
		{&catalog.NotFoundError{What: "title", Name: "Jo Doe", Others: meant[1:]}, true, `Of that name there is:
- person with name "jo doe": Jo Doe`},
		{&catalog.NotFoundError{What: "person", Name: "X"}, false, "Call search with part of the name."},
		{&catalog.AmbiguousError{Name: "Fargo", Meant: meant[:1]}, false, "give the identifier: fargo-1996 is Fargo (1996) (film)"},
		{&catalog.FileError{Path: secret, Matter: catalog.ErrDamaged, Detail: errors.New("x")}, true, secret},
		{&catalog.FileError{Path: secret, Matter: catalog.ErrDamaged, Detail: errors.New("x")}, false, "cannot be read"},
	} {
		told := fault.ToAssistant(t.Context(), test.err, test.local)
		said := told.Words + "\n" + told.Remedy
		if !strings.Contains(said, test.says) || strings.Contains(said, "rolecall ") || strings.Contains(said, secret) != test.local && told.Logged {
			t.Errorf("%v, local %v: %s", test.err, test.local, said)
		}
	}
}

// Whoever asked and whoever runs the server are told apart by the status.
func TestTheStatusSaysWhereTheFaultLies(t *testing.T) {
	for err, asked := range map[error]bool{
		&catalog.EmptyError{}: true, &catalog.NotFoundError{}: true, catalog.ErrMemory: false, errors.New("x"): false,
	} {
		told := fault.OverHTTP(t.Context(), err)
		if told.Asked() != asked || (told.Status < http.StatusInternalServerError) != asked || told.Logged == asked {
			t.Errorf("%v: asked %v, status %d, logged %v", err, told.Asked(), told.Status, told.Logged)
		}
	}
}

// Work that is ended fails with whatever it was doing.
func TestTheContextSaysWhyWorkEnded(t *testing.T) {
	gone, leave := context.WithCancel(t.Context())
	leave()
	late, done := context.WithTimeout(t.Context(), 0)
	defer done()
	damaged := &catalog.FileError{Path: secret, Matter: catalog.ErrDamaged}
	if got := fault.OverHTTP(gone, damaged); got.Status != fault.ClientGone || got.Logged {
		t.Errorf("a client that has gone: %+v", got)
	}
	if got := fault.OverHTTP(late, damaged); got.Status != http.StatusServiceUnavailable || got.Logged {
		t.Errorf("too late: %+v", got)
	}
	if got := fault.AtCommand(gone, damaged); got.Words != "interrupted; nothing was changed" || got.Exit != fault.ExitRefused {
		t.Errorf("an interruption: %+v", got)
	}
}

func TestShellWord(t *testing.T) {
	for text, want := range map[string]string{"tt0116282": "tt0116282", "Lady Bird": "'Lady Bird'", "don't": `'don'\''t'`, "是枝裕和": "是枝裕和", "a;b": "'a;b'"} {
		if got := fault.ShellWord(text); got != want {
			t.Errorf("%s: %s, want %s", text, got, want)
		}
	}
}
