package main

// How many seasons series have, from 1, and of how many episodes. The lengths
// are those of orders: 6 and 8 of British and streamed series, 10 and 13 of
// cable, 22 to 24 of networks, 26 and 52 of cartoons.
var (
	seasonCounts  = newWeighted(58, 17, 9, 5, 3, 2, 1.5, 1, .8, .7, .5, .4, .3, .2, .2, .2, .1, .1, .1, .2)
	seasonLengths = [...]int{3, 4, 6, 8, 10, 12, 13, 16, 20, 22, 23, 24, 26, 30, 40, 52}
	lengthWeights = newWeighted(4, 5, 13, 14, 17, 9, 12, 3, 5, 6, 1.5, 4, 3.5, 1.5, .7, 1)
)

// dailyShare is how many series are programmes of every weekday: few, with a
// good third of all episodes.
const dailyShare = .0075

// longestRun is how many episodes of a daily programme are listed together.
const longestRun = 40

// addSeries plans series until all episodes are given out. About a third of
// them have none.
func (p *planner) addSeries(count int) {
	for i := range count {
		own := unit{kind: tvSeries, series: i, length: 1, season: noSeason}
		own.year = firstYear + years.draw(&p.draw)
		// There was hardly any television before.
		if own.year < 1936 {
			own.year = lastYear - p.draw.below(30)
		}
		last := i == count-1 && p.remaining > 0
		switch {
		case last || p.draw.chance(dailyShare):
			p.addDaily(own, last)
		case p.draw.chance(.19):
			p.addMiniSeries(own)
		default:
			p.addSeasons(own)
		}
	}
}

func (p *planner) addMiniSeries(own unit) {
	own.kind = tvMiniSeries
	p.units = append(p.units, own)
	if p.draw.chance(.7) {
		p.addRun(own, 1, 1, p.draw.between(2, 10))
	}
}

// addRun plans episodes in a row, as many as there are still to be given out.
func (p *planner) addRun(of unit, season, first, length int) {
	length = min(length, p.remaining)
	if length == 0 {
		return
	}
	p.remaining -= length
	p.units = append(p.units, unit{
		kind: tvEpisode, series: of.series, daily: of.daily, season: season, first: first, length: length,
		year: of.year,
	})
}

// addSeasons plans the seasons of a series, one a year.
func (p *planner) addSeasons(own unit) {
	count := 1 + seasonCounts.draw(&p.draw)
	own.year = min(own.year, lastYear+1-count)
	p.units = append(p.units, own)
	if p.draw.chance(.3) {
		return
	}
	usual := seasonLengths[lengthWeights.draw(&p.draw)]
	numbered := p.draw.chance(.93)
	for season := range count {
		length := usual
		if p.draw.chance(.25) {
			length = max(1, usual+p.draw.between(-2, 2))
		}
		if numbered {
			p.addRun(own, 1+season, 1, length)
		} else {
			p.addRun(own, noSeason, 1, length)
		}
		own.year++
	}
	if p.draw.chance(.2) {
		own.year--
		p.addRun(own, 0, 1, p.draw.between(1, 6))
	}
}

// addDaily plans a programme of every weekday, year by year: often without
// numbers, sometimes with the year for a season. Where it is the last one, it
// takes all that remains.
func (p *planner) addDaily(own unit, last bool) {
	count := 1 + p.draw.skewed(30)
	own.daily, own.year = true, min(own.year, lastYear+1-count)
	p.units = append(p.units, own)
	numbering := p.draw.fraction()
	for year := 0; p.remaining > 0 && (year < count || last); year++ {
		season := 1 + year
		switch {
		case numbering < .45 || last:
			season = noSeason
		case numbering < .52:
			season = own.year
		}
		length := p.draw.between(80, 260)
		for first := 1; first <= length; first += longestRun {
			p.addRun(own, season, first, min(longestRun, length-first+1))
		}
		own.year = min(own.year+1, lastYear)
	}
}
