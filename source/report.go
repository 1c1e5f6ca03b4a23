package source

import (
	"cmp"
	"fmt"
	"maps"
	"slices"
	"strings"
	"sync"
)

// Report gathers what a reading leaves aside, so that nothing is dropped in
// silence. It is safe for use by several goroutines.
type Report struct {
	// MostBadLines is how many lines may be malformed before the reading ends.
	MostBadLines int
	// Progress, if set, is told how many bytes of the files have been read so
	// far, as they lie on the disk.
	Progress func(bytes int64)

	mutex    sync.Mutex
	discreet bool
	badLines []*LineError
	bad      int
	doubts   []*LineError
	doubted  int
	unmapped map[string]map[string]int
	bytes    int64
}

// LineError is a malformed line of a file.
type LineError struct {
	File string
	// Line is its number from 1.
	Line int
	// Fault says what is wrong and, where it helps, what to write instead.
	Fault string
}

func (e *LineError) Error() string { return fmt.Sprintf("%s:%d: %s", e.File, e.Line, e.Fault) }

// shownBadLines is how many malformed lines are kept to be shown.
const shownBadLines = 10

// notShown stands for what a line or a word of a private list says.
const notShown = "what stands there is not shown, as the list is private: import it by itself without --private, into a file of its own, to see what is the matter"

// SetDiscreet has what is noted from now on keep to itself what lines say, and words but those for
// roles, as names and what people state of themselves may be among them.
func (r *Report) SetDiscreet(on bool) {
	r.mutex.Lock()
	defer r.mutex.Unlock()
	r.discreet = on
}

// line is what is noted of one.
func (r *Report) line(file string, line int, format string, args []any) *LineError {
	if r.discreet {
		return &LineError{file, line, notShown}
	}
	return &LineError{file, line, fmt.Sprintf(format, args...)}
}

// BadLine notes a malformed line that is left aside. It returns the line as an
// error if there have been too many.
func (r *Report) BadLine(file string, line int, format string, args ...any) error {
	r.mutex.Lock()
	defer r.mutex.Unlock()
	fault := r.line(file, line, format, args)
	if r.bad++; len(r.badLines) < shownBadLines {
		r.badLines = append(r.badLines, fault)
	}
	if r.bad > r.MostBadLines {
		return fmt.Errorf("%w\n%d malformed lines, more than the %d allowed: correct the file or allow more with --max-bad-lines", fault, r.bad, r.MostBadLines)
	}
	return nil
}

// BadLines are the first malformed lines, and how many there were in all.
func (r *Report) BadLines() ([]*LineError, int) {
	r.mutex.Lock()
	defer r.mutex.Unlock()
	return slices.Clone(r.badLines), r.bad
}

// Doubt notes a line of which something could not be told, so that it was left
// aside and somebody has to look at it. It is not malformed.
func (r *Report) Doubt(file string, line int, format string, args ...any) {
	r.mutex.Lock()
	defer r.mutex.Unlock()
	if r.doubted++; len(r.doubts) < shownBadLines {
		r.doubts = append(r.doubts, r.line(file, line, format, args))
	}
}

// Doubts are the first lines in doubt, and how many there were in all.
func (r *Report) Doubts() ([]*LineError, int) {
	r.mutex.Lock()
	defer r.mutex.Unlock()
	return slices.Clone(r.doubts), r.doubted
}

// Unmapped notes a word of the source that Rolecall has no word for: what is the
// kind of thing ("job", "gender"), word the source's own.
func (r *Report) Unmapped(what, word string) { r.UnmappedTimes(what, word, 1) }

// A file may hold any number of words that mean nothing, of any length: these bound
// what is kept of them.
const (
	mostWords   = 10_000
	longestWord = 200
)

// furtherWords stands for those that are not kept.
const furtherWords = "(further words)"

// UnmappedTimes notes such a word that was met several times.
func (r *Report) UnmappedTimes(what, word string, times int) {
	r.mutex.Lock()
	defer r.mutex.Unlock()
	if r.unmapped == nil {
		r.unmapped = make(map[string]map[string]int)
	}
	if r.unmapped[what] == nil {
		r.unmapped[what] = make(map[string]int)
	}
	if r.discreet && what != "role" {
		word = "(not shown)"
	}
	word = shortened(word)
	if _, met := r.unmapped[what][word]; !met && len(r.unmapped[what]) >= mostWords {
		word = furtherWords
	}
	r.unmapped[what][word] += times
}

func shortened(word string) string {
	if len(word) <= longestWord {
		return word
	}
	return strings.ToValidUTF8(word[:longestWord], "") + "…"
}

// UnmappedWord is a word of a source that was left aside, and how often.
type UnmappedWord struct {
	What, Word string
	Times      int
}

// UnmappedWords are the words left aside, by kind, the most frequent first.
func (r *Report) UnmappedWords() []UnmappedWord {
	r.mutex.Lock()
	defer r.mutex.Unlock()
	var all []UnmappedWord
	for _, what := range slices.Sorted(maps.Keys(r.unmapped)) {
		for word, times := range r.unmapped[what] {
			all = append(all, UnmappedWord{what, word, times})
		}
	}
	slices.SortFunc(all, func(a, b UnmappedWord) int {
		return cmp.Or(cmp.Compare(a.What, b.What), cmp.Compare(b.Times, a.Times), cmp.Compare(a.Word, b.Word))
	})
	return all
}

// Read notes that so many more bytes of a file have been read.
func (r *Report) Read(bytes int) {
	r.mutex.Lock()
	defer r.mutex.Unlock()
	r.bytes += int64(bytes)
	if r.Progress != nil {
		r.Progress(r.bytes)
	}
}

// BytesRead is how many bytes of files have been read.
func (r *Report) BytesRead() int64 {
	r.mutex.Lock()
	defer r.mutex.Unlock()
	return r.bytes
}
