package main

// category is IMDb's word for what a credit is for.
type category uint8

const (
	asActor category = iota
	asActress
	asSelf
	asDirector
	asWriter
	asProducer
	asCinematographer
	asEditor
	asComposer
	asProductionDesigner
	asCastingDirector
	asArchiveFootage
	asArchiveSound
)

var categoryWords = [...]string{
	"actor", "actress", "self", "director", "writer", "producer", "cinematographer", "editor", "composer",
	"production_designer", "casting_director", "archive_footage", "archive_sound",
}

// credit is one row of the principals.
type credit struct {
	person   int
	category category
	job      string // empty where none is given
	// character is what the character's name is drawn from; 0 where none is given.
	character uint64
}

// format is what happens in a title; it decides who is credited.
type format uint8

const (
	scripted format = iota
	factual
	talk
)

var (
	formats      = newWeighted(65, 14, 21)
	dailyFormats = newWeighted(40, 5, 55)
)

func (w *world) format(t *title) format {
	d := w.about(ofFormat, t.of)
	if t.daily {
		return format(dailyFormats.draw(&d))
	}
	return format(formats.draw(&d))
}

// castList gathers the credits of one title after another in the same memory.
type castList struct {
	world   *world
	credits []credit
}

// add adds a credit, unless the person has one of that category and job.
func (l *castList) add(c credit) {
	for _, held := range l.credits {
		if held.person == c.person && held.category == c.category && (c.category != asWriter || held.job == c.job) {
			return
		}
	}
	l.credits = append(l.credits, c)
}

// member draws somebody who works on a series all the time: its place is what
// they are there. Places repeat from 64 on.
func (w *world) member(t *title, c category, place int, trades ...trade) int {
	d := w.about(ofPool, t.of<<10|int(c)<<6|place&63)
	return w.trades.pick(&d, trades[d.below(len(trades))])
}

// of lists a title's credits in the order of billing.
func (l *castList) of(t *title) []credit {
	l.credits = l.credits[:0]
	if !l.world.isCredited(t) {
		return nil
	}
	l.addCast(t)
	l.addDirectors(t)
	l.addWriters(t)
	l.addCrew(t)
	l.addArchive(t)
	return l.credits
}

// isCredited tells of the titles that have any credit.
func (w *world) isCredited(t *title) bool {
	d := w.about(ofCast, t.index)
	return d.chance(.905)
}
