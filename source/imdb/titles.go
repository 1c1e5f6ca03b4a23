package imdb

import (
	"bytes"
	"cmp"
	"context"
	"fmt"
	"slices"
	"strconv"

	"rolecall"
	"rolecall/source"
)

// titles are the films, series and episodes held, with their seasons, each with
// its number in the catalog.
type titles struct {
	rows    []titleRow
	names   texts
	forms   words
	genres  words
	seasons []season
	// episodes are by series, season and number.
	episodes []episode

	// By IMDb's number: the number in the catalog, what the title is, when it was
	// first shown, the place in episodes from 1.
	numbers   byNumber[int32]
	kinds     byNumber[kind]
	years     byNumber[int16]
	episodeAt byNumber[int32]
}

// kind is a rolecall.Kind; 0 is none.
type kind uint8

var kinds = []rolecall.Kind{"", rolecall.Film, rolecall.Series, rolecall.Season, rolecall.Episode}

const (
	noKind kind = iota
	film
	series
	seasonKind
	episodeKind
)

// titleRow is a line of title.basics.
type titleRow struct {
	name, originalName text
	imdb               uint32
	votes              int32
	genres             uint32
	minutes            int32
	form               uint16
}

type episode struct {
	imdb, series uint32
	// season is rolecall.NoSeason where it is not said.
	season, number int32
	// seasonNumber is that of the season in the catalog, 0 where there is none.
	seasonNumber int32
}

// season is what the episodes say of it.
type season struct {
	series uint32
	season int32
	year   int16
	// whole says that the episodes' numbers run from 1 without a gap.
	whole bool
	// number is that in the catalog.
	number int32
}

// mostMinutes bounds a running time: the longest films run for weeks.
const mostMinutes = 100_000

// mostSeason bounds the number of a season; years are used as such.
const mostSeason = 10_000

// words are texts that repeat, by number from 0.
type words struct {
	numbers map[string]uint32
	all     []string
}

func (w *words) number(word []byte) uint32 {
	if n, known := w.numbers[string(word)]; known {
		return n
	}
	if w.numbers == nil {
		w.numbers = make(map[string]uint32)
	}
	n := uint32(len(w.all))
	w.numbers[string(word)] = n
	w.all = append(w.all, string(word))
	return n
}

// readTitles reads what titles there are.
func readTitles(ctx context.Context, l *loader) (*titles, error) {
	var votes byNumber[int32]
	if err := l.each(ctx, ratings, func(f [][]byte) string { return takeRating(&votes, f) }); err != nil {
		return nil, err
	}
	t := &titles{}
	left := leftAside{report: l.report}
	forms, err := kindOfForm()
	if err != nil {
		return nil, err
	}
	err = l.each(ctx, basics, func(f [][]byte) string { return t.takeBasics(f, forms, votes, l.reader.Adult, &left) })
	if err != nil {
		return nil, err
	}
	if err := l.each(ctx, episodes, t.takeEpisode); err != nil {
		return nil, err
	}
	t.arrange(&left)
	left.note()
	return t, nil
}

func takeRating(votes *byNumber[int32], f [][]byte) (fault string) {
	imdb, ok := number(f[0], titlePrefix)
	count, counted := wholeNumber(f[2], 0, 1<<31-1)
	switch {
	case !ok:
		return notATitle(f[0])
	case !counted:
		return fmt.Sprintf("numVotes is %q, not a number", f[2])
	}
	votes.set(imdb, int32(count))
	return ""
}

func notATitle(id []byte) string { return fmt.Sprintf("%q is no identifier of a title", id) }

// takeBasics takes a line of title.basics: tconst, titleType, primaryTitle,
// originalTitle, isAdult, startYear, endYear, runtimeMinutes, genres.
func (t *titles) takeBasics(f [][]byte, forms map[string]kind, votes byNumber[int32], adult bool, left *leftAside) (fault string) {
	imdb, ok := number(f[0], titlePrefix)
	if !ok {
		left.add("identifier of title.basics", string(f[0]))
		return ""
	}
	what := forms[string(f[1])]
	year, dated := wholeNumber(f[5], 0, 9999)
	switch {
	case !dated:
		return fmt.Sprintf("startYear is %q, not a year", f[5])
	case what == noKind:
		left.add("type of title", string(f[1]))
		return ""
	case len(f[4]) == 1 && f[4][0] == '1' && !adult:
		left.add("adult title", string(f[1]))
		return ""
	case t.kinds.get(imdb) != noKind:
		return fmt.Sprintf("%s is there already", f[0])
	}
	name, original := f[2], f[3]
	if missing(name) {
		name = original
	}
	if missing(name) {
		name = f[0]
	}
	minutes, timed := wholeNumber(f[7], 0, mostMinutes)
	if !timed {
		left.add("running time", string(f[7]))
	}
	row := titleRow{imdb: imdb, minutes: int32(minutes), votes: votes.get(imdb), form: uint16(t.forms.number(f[1])), name: t.names.keep(name)}
	if !missing(original) && string(original) != string(name) {
		row.originalName = t.names.keep(original)
	}
	if !missing(f[8]) {
		row.genres = 1 + t.genres.number(bytes.ReplaceAll(f[8], []byte(","), newline))
	}
	t.rows = append(t.rows, row)
	t.kinds.set(imdb, what)
	t.years.set(imdb, int16(year))
	return ""
}

// takeEpisode takes a line of title.episode: tconst, parentTconst, seasonNumber,
// episodeNumber.
func (t *titles) takeEpisode(f [][]byte) (fault string) {
	imdb, isTitle := number(f[0], titlePrefix)
	of, isSeries := number(f[1], titlePrefix)
	inSeason, ok := wholeNumber(f[2], rolecall.NoSeason, 1<<31-1)
	in, numbered := wholeNumber(f[3], 0, 1<<31-1)
	switch {
	case !isTitle:
		return notATitle(f[0])
	case !isSeries:
		return notATitle(f[1])
	case !ok:
		return fmt.Sprintf("seasonNumber is %q, not a number below 2^31", f[2])
	case !numbered:
		return fmt.Sprintf("episodeNumber is %q, not a number below 2^31", f[3])
	case t.kinds.get(imdb) != episodeKind || t.kinds.get(of) != series:
		return ""
	case t.episodeAt.get(imdb) != 0:
		return fmt.Sprintf("%s is there already", f[0])
	}
	if inSeason > mostSeason {
		inSeason = rolecall.NoSeason
	}
	t.episodes = append(t.episodes, episode{imdb: imdb, series: of, season: int32(inSeason), number: int32(in)})
	t.episodeAt.set(imdb, 1)
	return ""
}

// arrange puts titles in the order of their identifiers, finds the seasons, and
// numbers both. Episodes of no series held are left aside.
func (t *titles) arrange(left *leftAside) {
	t.rows = slices.DeleteFunc(t.rows, func(r titleRow) bool {
		orphan := t.kinds.get(r.imdb) == episodeKind && t.episodeAt.get(r.imdb) == 0
		if orphan {
			left.add("episode of no series held", t.forms.all[r.form])
			t.kinds.set(r.imdb, noKind)
		}
		return orphan
	})
	inOrder := func(a, b titleRow) int { return cmp.Compare(place(a.imdb), place(b.imdb)) }
	if !slices.IsSortedFunc(t.rows, inOrder) {
		slices.SortFunc(t.rows, inOrder)
	}
	slices.SortFunc(t.episodes, func(a, b episode) int {
		return cmp.Or(cmp.Compare(a.series, b.series), cmp.Compare(a.season, b.season), cmp.Compare(a.number, b.number), cmp.Compare(a.imdb, b.imdb))
	})
	t.findSeasons()
	t.enumerate()
	at := 0
	for i, e := range t.episodes {
		t.episodeAt.set(e.imdb, int32(i+1))
		if e.season == rolecall.NoSeason {
			continue
		}
		for t.seasons[at].series != e.series || t.seasons[at].season != e.season {
			at++
		}
		t.episodes[i].seasonNumber = t.seasons[at].number
	}
}

func (t *titles) findSeasons() {
	for begin := 0; begin < len(t.episodes); {
		first, end := t.episodes[begin], begin+1
		for end < len(t.episodes) && t.episodes[end].series == first.series && t.episodes[end].season == first.season {
			end++
		}
		if first.season != rolecall.NoSeason {
			t.seasons = append(t.seasons, t.seasonOf(t.episodes[begin:end]))
		}
		begin = end
	}
}

// seasonOf is the season of some episodes in order.
func (t *titles) seasonOf(episodes []episode) season {
	s := season{series: episodes[0].series, season: episodes[0].season, whole: true}
	for i, e := range episodes {
		s.whole = s.whole && int(e.number) == i+1
		if year := t.years.get(e.imdb); year != 0 && (s.year == 0 || year < s.year) {
			s.year = year
		}
	}
	return s
}

// enumerate numbers titles and seasons by the order of their identifiers: a
// season's comes after its series' and before all others.
func (t *titles) enumerate() {
	var n int32
	for _, r := range t.rows {
		n++
		t.numbers.set(r.imdb, n)
		if t.kinds.get(r.imdb) == series {
			for _, s := range t.seasonsOf(r.imdb) {
				n++
				s.number = n
			}
		}
	}
}

// seasonsOf are the seasons of a series in the order of their identifiers, which
// are texts: season 10 comes before season 2.
func (t *titles) seasonsOf(of uint32) []*season {
	at, _ := slices.BinarySearchFunc(t.seasons, of, func(s season, of uint32) int { return cmp.Compare(s.series, of) })
	var found []*season
	for ; at < len(t.seasons) && t.seasons[at].series == of; at++ {
		found = append(found, &t.seasons[at])
	}
	slices.SortFunc(found, func(a, b *season) int {
		return cmp.Compare(strconv.Itoa(int(a.season)), strconv.Itoa(int(b.season)))
	})
	return found
}

// work is the number of the film, or of the season of the episode, that a leaf
// title counts for; 0 where there is none.
func (t *titles) work(imdb uint32) int32 {
	if t.kinds.get(imdb) == film {
		return t.numbers.get(imdb)
	}
	return t.episodes[t.episodeAt.get(imdb)-1].seasonNumber
}

// leftAside counts the words that are left aside, to report them at the end: the
// report itself is locked at every word.
type leftAside struct {
	report *source.Report
	times  map[[2]string]int
}

func (l *leftAside) add(what, word string) {
	if l.times == nil {
		l.times = make(map[[2]string]int)
	}
	l.times[[2]string{what, word}]++
}

func (l *leftAside) note() {
	for word, times := range l.times {
		l.report.UnmappedTimes(word[0], word[1], times)
	}
}
