package main

import (
	"math"
	"strconv"
)

// absent is how IMDb writes what is not known.
const absent = `\N`

func (w *world) appendTitleID(b []byte, index int) []byte {
	return appendIdentifier(b, "tt", w.titles.number(index))
}

// appendPart writes a value after a tab, 0 being unknown.
func appendPart(b []byte, value int) []byte {
	b = append(b, '\t')
	if value == 0 {
		return append(b, absent...)
	}
	return strconv.AppendInt(b, int64(value), 10)
}

var (
	scriptedGenres = newPhrases(phrase{"Drama", 34}, phrase{"Comedy", 24}, phrase{"Romance", 9}, phrase{"Family", 6}, phrase{"Action", 6}, phrase{"Crime", 6}, phrase{"Animation", 7}, phrase{"Adventure", 5}, phrase{"Mystery", 3}, phrase{"Fantasy", 3}, phrase{"Thriller", 4}, phrase{"Horror", 4}, phrase{"Sci-Fi", 3}, phrase{"Musical", 1}, phrase{"Western", 1}, phrase{"War", 1})
	factualGenres  = newPhrases(phrase{"Documentary", 60}, phrase{"History", 8}, phrase{"Biography", 8}, phrase{"Music", 10}, phrase{"Sport", 8}, phrase{"Short", 2})
	talkGenres     = newPhrases(phrase{"Talk-Show", 34}, phrase{"Reality-TV", 20}, phrase{"News", 16}, phrase{"Game-Show", 11}, phrase{"Comedy", 8}, phrase{"Sport", 6}, phrase{"Music", 5})
	genreCounts    = newWeighted(4, 46, 27, 23)
)

// appendGenres writes up to three genres, in the alphabet's order as IMDb does.
// An episode has those of its series.
func (w *world) appendGenres(b []byte, t *title) []byte {
	d := w.about(ofSeries, -1-t.of)
	from := [...]*phrases{scripted: scriptedGenres, factual: factualGenres, talk: talkGenres}[w.format(t)]
	var genres [3]string
	held := genres[:0]
	if w.isAdult(t) {
		held = append(held, "Adult")
	}
	if t.kind == short {
		held = append(held, "Short")
	}
	for range genreCounts.draw(&d) {
		held = insert(held, from.draw(&d))
	}
	if len(held) == 0 {
		return append(b, absent...)
	}
	for i, genre := range held {
		if i > 0 {
			b = append(b, ',')
		}
		b = append(b, genre...)
	}
	return b
}

// insert keeps a short list in order and each text in it once, as long as there
// is room.
func insert(list []string, text string) []string {
	at := 0
	for at < len(list) && list[at] < text {
		at++
	}
	if len(list) == cap(list) || at < len(list) && list[at] == text {
		return list
	}
	list = append(list, "")
	copy(list[at+1:], list[at:])
	list[at] = text
	return list
}

func (w *world) isAdult(t *title) bool {
	d := w.about(ofBasics, -1-t.of)
	share := .006
	if t.kind == video {
		share = .35
	}
	return d.chance(share)
}

// appendTitleName writes what a title is called.
func (w *world) appendTitleName(b []byte, t *title, script int) []byte {
	d := w.about(ofName, t.index)
	plain := d.fraction()
	switch {
	case t.kind == tvEpisode && t.daily && t.season == noSeason && plain < .7:
		b = append(b, "Episode dated "...)
		b = strconv.AppendInt(b, int64(d.between(1, 28)), 10)
		b = append(b, ' ')
		b = append(b, months[d.below(len(months))]...)
		b = append(b, ' ')
		return strconv.AppendInt(b, int64(t.year), 10)
	case t.kind == tvEpisode && t.season > 0 && plain < .42:
		b = append(b, "Episode #"...)
		b = strconv.AppendInt(b, int64(t.season), 10)
		b = append(b, '.')
		return strconv.AppendInt(b, int64(t.number), 10)
	}
	return w.words.appendTitle(b, &d, script)
}

var months = [...]string{"January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November", "December"}

func writeTitles(w *world, o *output) error {
	for t := range w.eachTitle() {
		d := w.about(ofBasics, t.index)
		b := w.appendTitleID(o.buffer, t.index)
		b = append(b, '\t')
		b = append(b, kindWords[t.kind]...)
		b = append(b, '\t')
		from := len(b)
		b = w.appendTitleName(b, t, 0)
		to := len(b)
		b = append(b, '\t')
		if t.kind != tvEpisode && d.chance(.14) {
			b = w.words.appendTitle(b, &d, 1+d.skewed(len(scripts)-1))
		} else {
			b = append(b, b[from:to]...)
		}
		b = append(b, '\t', '0')
		if w.isAdult(t) {
			b[len(b)-1] = '1'
		}
		b = append(w.appendTimes(b, t, &d), '\t')
		o.buffer = w.appendGenres(b, t)
		if err := o.end(); err != nil {
			return err
		}
	}
	return nil
}

// appendTimes writes the years and the minutes.
func (w *world) appendTimes(b []byte, t *title, d *draw) []byte {
	start, end, minutes := t.year, 0, 0
	if t.index > 0 && d.chance(.1) {
		start = 0
	}
	if (t.kind == tvSeries || t.kind == tvMiniSeries) && start != 0 && d.chance(.45) {
		end = min(start+d.skewed(12), lastYear)
	}
	if known := d.fraction(); known < .27 || known < .66 && t.kind != tvEpisode {
		usual := usualMinutes[t.kind]
		minutes = max(1, usual+int(float64(usual)*.25*d.normal()))
	}
	return appendPart(appendPart(appendPart(b, start), end), minutes)
}

var usualMinutes = [...]int{short: 13, movie: 93, video: 78, tvMovie: 80, tvSpecial: 65, videoGame: 60, tvShort: 9, tvSeries: 42, tvMiniSeries: 48, tvEpisode: 41, tvPilot: 30}

func writeEpisodes(w *world, o *output) error {
	for t := range w.eachTitle() {
		if t.kind != tvEpisode {
			continue
		}
		b := w.appendTitleID(o.buffer, t.index)
		b = append(b, '\t')
		b = w.appendTitleID(b, t.of)
		b = append(b, '\t')
		if t.season == noSeason {
			b = append(b, `\N	\N`...)
		} else {
			b = strconv.AppendInt(b, int64(t.season), 10)
			b = append(b, '\t')
			b = strconv.AppendInt(b, int64(t.number), 10)
		}
		o.buffer = b
		if err := o.end(); err != nil {
			return err
		}
	}
	return nil
}

// audience is how many titles of a kind have ratings, and the logarithm of how
// many votes they then have: mean and deviation.
type audience struct{ share, mean, deviation float64 }

var audiences = [...]audience{
	short: {.155, 3.1, 1.1}, movie: {.46, 4.9, 1.9}, video: {.17, 3.6, 1.4}, tvMovie: {.34, 4.2, 1.5}, tvSpecial: {.22, 3.6, 1.4},
	videoGame: {.35, 4, 1.7}, tvShort: {.2, 3.4, 1.3}, tvSeries: {.36, 4.4, 1.9}, tvMiniSeries: {.3, 4.5, 1.8}, tvEpisode: {.096, 3.2, 1.5}, tvPilot: {1, 4, 1},
}

// isRated tells of the titles with ratings. Those of a series are rated all or
// nearly all, or none.
func (w *world) isRated(t *title, d *draw) bool {
	share := audiences[t.kind].share
	if t.kind != tvEpisode {
		return d.chance(share)
	}
	if t.daily {
		return d.chance(share / 2)
	}
	own := w.about(ofRating, -1-t.of)
	return own.chance(share/.8) && d.chance(.96)
}

func writeRatings(w *world, o *output) error {
	for t := range w.eachTitle() {
		d := w.about(ofRating, t.index)
		if !w.isRated(t, &d) {
			continue
		}
		seen := audiences[t.kind]
		votes := max(5, int(math.Exp(seen.mean+seen.deviation*d.normal())))
		tenths := min(100, max(10, int(69+14*d.normal())))
		b := append(w.appendTitleID(o.buffer, t.index), '\t')
		b = strconv.AppendInt(b, int64(tenths/10), 10)
		b = append(b, '.', byte('0'+tenths%10))
		o.buffer = appendPart(b, votes)
		if err := o.end(); err != nil {
			return err
		}
	}
	return nil
}
