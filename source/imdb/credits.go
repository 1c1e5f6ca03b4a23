package imdb

import (
	"bytes"
	"context"
	"encoding/json"
	"fmt"
	"slices"
	"strings"

	"rolecall"
	"rolecall/source"
	"rolecall/source/job"
)

// crew are the directors and writers of title.crew: for each title, by IMDb's
// number, the place from 1 in entries of how many there are, followed by as many.
// An entry is IMDb's number of a person doubled, and one more for a writer.
type crew struct {
	at      byNumber[uint32]
	entries []uint32
}

func readCrew(ctx context.Context, l *loader, t *titles) (*crew, error) {
	c := &crew{}
	return c, l.each(ctx, crews, func(f [][]byte) string { return c.take(f, t) })
}

// take takes a line of title.crew: tconst, directors, writers.
func (c *crew) take(f [][]byte, t *titles) (fault string) {
	imdb, ok := number(f[0], titlePrefix)
	switch {
	case !ok:
		return notATitle(f[0])
	case c.at.get(imdb) != 0:
		return fmt.Sprintf("%s is there already", f[0])
	case t.kinds.get(imdb) != film && t.kinds.get(imdb) != episodeKind:
		return ""
	}
	begin := len(c.entries)
	c.entries = append(c.entries, 0)
	for isWriter, list := range f[1:] {
		for len(list) > 0 && !missing(list) {
			id, rest, _ := bytes.Cut(list, []byte{','})
			person, ok := number(id, personPrefix)
			if !ok {
				c.entries = c.entries[:begin]
				return notAPerson(id)
			}
			c.entries, list = append(c.entries, person<<1|uint32(isWriter)), rest
		}
	}
	if found := len(c.entries) - begin - 1; found > 0 {
		c.entries[begin] = uint32(found)
		c.at.set(imdb, uint32(begin+1))
	} else {
		c.entries = c.entries[:begin]
	}
	return ""
}

func (c *crew) of(imdb uint32) []uint32 {
	at := c.at.get(imdb)
	if at == 0 {
		return nil
	}
	return c.entries[at : at+c.entries[at-1]]
}

// creditReader brings principals and crew together, title by title.
type creditReader struct {
	titles *titles
	people *people
	crew   *crew
	jobs   map[string]*work
	// out takes rows title by title. Those of people whom name.basics lacks come
	// last, once their numbers are known.
	out     func(source.NumberedCredit) error
	unnamed []unnamedCredit
	// series takes the credits of series; ofSeries counts those that are not taken.
	series   source.Sink
	ofSeries map[rolecall.Role]int

	// done are the titles whose lines have been read, forms how the people in the
	// cast are credited, both by IMDb's numbers.
	done  byNumber[bool]
	forms byNumber[form]

	// title is the one whose lines are being read; stray says that it has been done
	// before.
	title  uint32
	stray  bool
	listed []listing
	fault  error
	key    []byte
}

// form is as what a person is credited in the cast.
type form uint8

const (
	asActress form = 1 << iota
	asActor
)

// work is what a category and job of title.principals come to.
type work struct {
	category string
	role     rolecall.Role
	credited string
	word     string
	times    int
}

// listing is one line of title.principals, or several of one person in a role.
type listing struct {
	person     uint32
	work       *work
	billing    int32
	credited   string
	characters []string
}

// unnamedCredit is a credit of somebody known only by IMDb's number.
type unnamedCredit struct {
	source.NumberedCredit
	person uint32
}

// take takes a line of title.principals: tconst, ordering, nconst, category, job,
// characters. The lines of a title stand together.
func (c *creditReader) take(f [][]byte) (fault string) {
	title, isTitle := number(f[0], titlePrefix)
	ordering, ordered := wholeNumber(f[1], 0, 1<<16-1)
	person, isPerson := number(f[2], personPrefix)
	switch {
	case !isTitle:
		return notATitle(f[0])
	case !isPerson:
		return notAPerson(f[2])
	case !ordered:
		return fmt.Sprintf("ordering is %q, not a number below 65536", f[1])
	case title != c.title:
		c.finishTitle()
		c.title, c.stray = title, c.done.get(title)
		c.done.set(title, true)
	}
	if c.stray {
		return fmt.Sprintf("the lines of %s do not stand together", f[0])
	}
	c.list(person, c.workOf(f[3], f[4]), int32(ordering), f[5])
	return ""
}

func (c *creditReader) workOf(category, named []byte) *work {
	c.key = append(append(append(c.key[:0], category...), '\t'), named...)
	if j, known := c.jobs[string(c.key)]; known {
		j.times++
		return j
	}
	j := &work{category: string(category), times: 1}
	j.word = j.category
	if !missing(named) {
		j.credited = string(named)
		j.word += ": " + j.credited
	}
	j.role = job.Role(j.category, j.credited)
	switch {
	case j.category == "self":
		j.credited = "self"
	case j.credited == j.category:
		j.credited = ""
	}
	c.jobs[string(c.key)] = j
	return j
}

// list adds a line to those of the title; a person counts once in a role.
func (c *creditReader) list(person uint32, j *work, ordering int32, characters []byte) {
	switch j.category {
	case "actress":
		c.forms.set(person, c.forms.get(person)|asActress)
	case "actor":
		c.forms.set(person, c.forms.get(person)|asActor)
	}
	line := listing{person: person, work: j, billing: ordering, credited: j.credited}
	if j.role == rolecall.Cast {
		line.characters = named(characters)
	}
	for i := range c.listed {
		if c.listed[i].person == person && c.listed[i].work.role == j.role && j.role != "" {
			c.listed[i].absorb(line)
			return
		}
	}
	c.listed = append(c.listed, line)
}

// absorb merges what is listed more than once, as rolecall.Once does.
func (l *listing) absorb(m listing) {
	if l.credited == "" || m.credited != "" && m.credited < l.credited {
		l.credited = m.credited
	}
	l.billing = min(l.billing, m.billing)
	for _, character := range m.characters {
		if !slices.Contains(l.characters, character) {
			l.characters = append(l.characters, character)
		}
	}
}

// named are the characters of a line: a JSON list, most often of one plain name,
// or what is written there.
func named(field []byte) []string {
	if missing(field) || len(field) == 0 {
		return nil
	}
	if plain := bytes.TrimPrefix(bytes.TrimSuffix(field, []byte(`"]`)), []byte(`["`)); len(plain) == len(field)-4 && bytes.IndexByte(plain, '"') < 0 && bytes.IndexByte(plain, '\\') < 0 {
		return []string{string(plain)}
	}
	var all []string
	if err := json.Unmarshal(field, &all); err != nil {
		return []string{string(field)}
	}
	return all
}

// finishTitle hands on the credits of the title whose lines were last read, once.
func (c *creditReader) finishTitle() {
	if c.stray {
		return
	}
	switch c.titles.kinds.get(c.title) {
	case series:
		c.finishSeries()
	case film, episodeKind:
		c.finishLeaf(c.title)
	}
	c.listed = c.listed[:0]
}

// finishSeries hands on the creators: the cast and crew of a series are those of
// its episodes, which are listed by themselves.
func (c *creditReader) finishSeries() {
	for _, l := range c.listed {
		if l.work.role != rolecall.Creator {
			if l.work.role != "" {
				c.ofSeries[l.work.role]++
			}
			continue
		}
		if c.fault == nil {
			c.fault = c.series.AddCredit(rolecall.Credit{TitleID: titleID(c.title), PersonID: personID(l.person), Role: rolecall.Creator})
			if c.people.numbers.get(l.person) == 0 {
				c.unnamed = append(c.unnamed, unnamedCredit{person: l.person})
			}
		}
	}
}

func (c *creditReader) finishLeaf(imdb uint32) {
	row := source.NumberedCredit{Title: c.titles.numbers.get(imdb), Work: c.titles.work(imdb)}
	for _, l := range c.listed {
		if l.work.role == "" {
			continue
		}
		row.Role, row.Job, row.Billing, row.Characters = l.work.role, l.credited, 0, ""
		if row.Role == rolecall.Cast {
			row.Billing, row.Characters = l.billing, strings.Join(l.characters, "\n")
		}
		c.credit(row, l.person)
	}
	row.Job, row.Billing, row.Characters = "", 0, ""
	entries := c.crew.of(imdb)
	for i, entry := range entries {
		person, category := entry>>1, "director"
		if row.Role = rolecall.Director; entry&1 == 1 {
			row.Role, category = rolecall.Writer, "writer"
		}
		if !c.lists(person, category) && !slices.Contains(entries[:i], entry) {
			c.credit(row, person)
		}
	}
}

// lists reports whether the principals of the title have a person in a category.
// title.crew does not say the job: who is a writer there only as creator or as
// author of the source, by title.principals, is no writer here.
func (c *creditReader) lists(person uint32, category string) bool {
	return slices.ContainsFunc(c.listed, func(l listing) bool { return l.person == person && l.work.category == category })
}

func (c *creditReader) credit(row source.NumberedCredit, person uint32) {
	if row.Person = c.people.numbers.get(person); row.Person == 0 {
		c.unnamed = append(c.unnamed, unnamedCredit{row, person})
		return
	}
	if c.fault == nil {
		c.fault = c.out(row)
	}
}

// finish hands on the credits of titles that are in title.crew only, then those
// of people who are not in name.basics, and adds these people.
func (c *creditReader) finish() error {
	c.finishTitle()
	for _, t := range c.titles.rows {
		if c.crew.at.get(t.imdb) != 0 && !c.done.get(t.imdb) {
			c.finishLeaf(t.imdb)
		}
	}
	var missing []uint32
	for _, u := range c.unnamed {
		missing = append(missing, u.person)
	}
	c.people.add(missing)
	for _, u := range c.unnamed {
		if u.Title != 0 {
			c.credit(u.NumberedCredit, u.person)
		}
	}
	return c.fault
}

// leftAside notes the categories and jobs that are no role, and the credits of
// whole series that are not taken.
func (c *creditReader) leftAside(report *source.Report) {
	for _, j := range c.jobs {
		if j.role == "" {
			report.UnmappedTimes("category or job", j.word, j.times)
		}
	}
	for role, times := range c.ofSeries {
		report.UnmappedTimes("credit of a whole series, whose episodes are listed by themselves", role.Words(), times)
	}
}
