package main

// unit is what stays together in a block: a film, a series' own title, or a run
// of episodes of one season.
type unit struct {
	kind   kind
	year   int
	series int // its place among the block's series
	season int
	first  int // the number of the first episode
	length int
	daily  bool
}

// planner plans a block: first its units, then their places.
type planner struct {
	world     *world
	draw      draw
	units     []unit
	remaining int // episodes still to be given out
}

// upTo is how many of the real total fall on the first titles, so that blocks
// add up to the total.
func upTo(titles, real int) int { return int(int64(titles) * int64(real) / realTitles) }

// block plans the titles from number × blockSize on.
func (w *world) block(number int) []title {
	first := number * blockSize
	end := min(first+blockSize, w.titles.count)
	p := planner{world: w, draw: w.about(ofBlock, number), remaining: upTo(end, realEpisodes) - upTo(first, realEpisodes)}
	series := max(upTo(end, realSeries)-upTo(first, realSeries), 1)
	p.remaining = min(p.remaining, end-first-series)
	singles := end - first - p.remaining - series
	p.addSeries(series)
	p.addSingles(singles)
	if number == 0 && singles > 0 {
		p.units[len(p.units)-1].kind = tvPilot // the only one there is
	}
	for i := len(p.units) - 1; i > 0; i-- {
		j := p.draw.below(i + 1)
		p.units[i], p.units[j] = p.units[j], p.units[i]
	}
	return p.place(first, end-first, series)
}

func (p *planner) addSingles(count int) {
	for range count {
		p.units = append(p.units, unit{kind: kind(singleKinds.draw(&p.draw)), length: 1, season: noSeason})
	}
}

// place gives each unit its titles.
func (p *planner) place(first, size, series int) []title {
	titles, own := make([]title, 0, size), make([]int, series)
	for _, u := range p.units {
		if u.kind == tvSeries || u.kind == tvMiniSeries {
			own[u.series] = first + len(titles)
		}
		for i := range u.length {
			index := first + len(titles)
			t := title{index: index, of: index, kind: u.kind, year: u.year, daily: u.daily, season: u.season}
			switch {
			case u.kind == tvEpisode:
				t.of, t.number = u.series, u.first+i
			case u.year == 0:
				t.year = p.world.yearOf(index)
			}
			titles = append(titles, t)
		}
	}
	for i := range titles {
		if t := &titles[i]; t.kind == tvEpisode {
			t.of = own[t.of]
		}
	}
	return titles
}

// yearOf is the year of a title that is no part of a series. The lowest
// identifiers were given to the oldest films, in their order.
func (w *world) yearOf(index int) int {
	d := w.about(ofYear, index)
	if early := float64(index) / float64(w.titles.count) / .02; early < 1 {
		return firstYear + min(int(early*100)+d.skewed(8), lastYear-firstYear)
	}
	return firstYear + years.draw(&d)
}
