package main

// How many direct and write a title, where anybody is listed.
var (
	directorCounts = newWeighted(0, 88, 9, 2, .6, .3, .1)
	writerCounts   = newWeighted(0, 56, 24, 10, 5, 3, 2)
)

// seasonPlace keeps the people of one season apart from those of the next.
func seasonPlace(t *title, place int) int { return max(t.season, 0)*5 + place }

// isListed tells whether a title has credits of a category. Series are listed
// with care or not at all, so that their episodes are alike; only those of daily
// programmes are listed now and then.
func (w *world) isListed(t *title, c category, share float64) bool {
	each := w.about(ofCrew, t.index<<4|int(c))
	if t.kind != tvEpisode || t.daily {
		return each.chance(share)
	}
	own := w.about(ofSeries, t.of<<4|int(c))
	return each.chance(.95) && own.chance(share/.95)
}

// addDirectors adds those who directed: of a series, one of the few who take
// turns, or the one who does them all.
func (l *castList) addDirectors(t *title) {
	if !l.world.isListed(t, asDirector, .66) || (t.kind == tvSeries && t.index%4 != 0) {
		return
	}
	d := l.world.about(ofDirectors, t.index)
	own := l.world.about(ofDirectors, -1-t.of)
	turns := own.between(1, 7)
	for range directorCounts.draw(&d) {
		c := credit{category: asDirector}
		if t.kind == tvEpisode {
			c.person = l.world.member(t, asDirector, seasonPlace(t, d.below(turns)), directing...)
		} else {
			c.person = l.world.trades.pick(&d, directing[d.below(len(directing))])
		}
		if d.chance(.03) {
			c.job = "co-director"
		}
		l.add(c)
	}
}

// Those who direct and write have mostly learnt it; a few act too.
var (
	directing = []trade{filmDirector, filmDirector, filmDirector, filmDirector, filmDirector, filmDirector, actor, actress}
	writing   = []trade{screenwriter, screenwriter, screenwriter, screenwriter, screenwriter, filmDirector, actor, actress}
)

var writerJobs = newPhrases(phrase{"", 42}, phrase{"written by", 20}, phrase{"screenplay", 8}, phrase{"story", 6}, phrase{"teleplay", 5}, phrase{"teleplay by", 3}, phrase{"story by", 3}, phrase{"novel", 2}, phrase{"head writer", 2}, phrase{"staff writer", 3}, phrase{"story editor", 1.5}, phrase{"based on characters created by", 1.5}, phrase{"creator", 1})

// addWriters adds who created a series, then who wrote. Some are listed twice,
// with two jobs.
func (l *castList) addWriters(t *title) {
	if !l.world.isListed(t, asWriter, .48) || (t.kind == tvSeries && t.index%4 != 0) {
		return
	}
	d := l.world.about(ofWriters, t.index)
	if inSeries := t.of != t.index || t.kind == tvSeries || t.kind == tvMiniSeries; inSeries {
		if own := l.world.about(ofWriters, -1-t.of); own.chance(.5) {
			creator := l.world.member(t, asWriter, 0, writing...)
			l.add(credit{person: creator, category: asWriter, job: "created by"})
			if d.chance(.1) {
				l.add(credit{person: creator, category: asWriter, job: "written by"})
			}
		}
	}
	for range writerCounts.draw(&d) {
		c := credit{category: asWriter, job: writerJobs.draw(&d)}
		if t.kind == tvEpisode {
			c.person = l.world.member(t, asWriter, 1+seasonPlace(t, d.below(6)), writing...)
		} else {
			c.person = l.world.trades.pick(&d, writing[d.below(len(writing))])
		}
		l.add(c)
	}
}

// department is the rest of the crew: who is in it, how often it is listed, and
// what its jobs are called.
type department struct {
	category category
	trades   []trade
	share    float64
	most     int
	jobs     *phrases
}

var (
	noJob       = newPhrases(phrase{"", 1})
	departments = [...]department{
		{asProducer, []trade{filmProducer, filmProducer, filmProducer, screenwriter, filmDirector, actor, actress}, .33, 3,
			newPhrases(phrase{"producer", 45}, phrase{"executive producer", 25}, phrase{"co-producer", 6}, phrase{"line producer", 4}, phrase{"showrunner", 2}, phrase{"", 18})},
		{asComposer, []trade{musician}, .29, 1, noJob},
		{asCinematographer, []trade{camera}, .34, 1, newPhrases(phrase{"", 75}, phrase{"director of photography", 25})},
		{asEditor, []trade{filmEditor}, .34, 2, newPhrases(phrase{"", 97}, phrase{"supervising editor", 3})},
		{asCastingDirector, []trade{casting}, .11, 1, noJob},
		{asProductionDesigner, []trade{design}, .12, 1, noJob},
	}
)

func (l *castList) addCrew(t *title) {
	for _, each := range departments {
		if !l.world.isListed(t, each.category, each.share) {
			continue
		}
		d := l.world.about(ofCrew, t.index<<4|int(each.category))
		d.next() // isListed
		for place := range d.between(1, each.most) {
			c := credit{category: each.category, job: each.jobs.draw(&d)}
			if t.kind == tvEpisode {
				c.person = l.world.member(t, each.category, place+each.most*d.below(2), each.trades...)
			} else {
				c.person = l.world.trades.pick(&d, each.trades[d.below(len(each.trades))])
			}
			l.add(c)
		}
	}
}
