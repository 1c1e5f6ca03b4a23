package main

import (
	"iter"
	"math"
)

// kind is IMDb's titleType.
type kind uint8

const (
	short kind = iota
	movie
	video
	tvMovie
	tvSpecial
	videoGame
	tvShort
	tvSeries
	tvMiniSeries
	tvEpisode
	tvPilot
)

var kindWords = [...]string{"short", "movie", "video", "tvMovie", "tvSpecial", "videoGame", "tvShort", "tvSeries", "tvMiniSeries", "tvEpisode", "tvPilot"}

// singleKinds weighs the titles that are neither series nor episodes, in
// thousands of the real ones.
var singleKinds = newWeighted(1090, 735, 320, 155, 55, 45, 11)

// The years of titles. Those of recent ones fall off by a time of 13 years.
const (
	firstYear = 1894
	lastYear  = 2026
)

var years = newWeighted(func() (weights []float64) {
	for year := firstYear; year <= lastYear; year++ {
		weights = append(weights, .85*math.Exp(float64(year-lastYear)/13)/13+.15/(lastYear-firstYear))
	}
	return weights
}()...)

// title is what is known of a title without drawing more about it.
type title struct {
	index int
	kind  kind
	year  int
	// of is the index of an episode's series; that of any other title is its own.
	of int
	// daily says that it is, or is of, a programme of every weekday.
	daily bool
	// season is noSeason where none is given; the episode has no number then.
	season int
	number int
}

const noSeason = -1

// blockSize is how many titles in a row are planned at once: large, as a series
// and all its episodes lie in one block.
const blockSize = 1 << 17

// shelf holds the block last asked for.
type shelf struct {
	world  *world
	number int
	titles []title
}

func (s *shelf) at(index int) *title {
	if number := index / blockSize; s.titles == nil || number != s.number {
		s.number, s.titles = number, s.world.block(number)
	}
	return &s.titles[index%blockSize]
}

// eachTitle goes through all titles in the order of their identifiers.
func (w *world) eachTitle() iter.Seq[*title] {
	return func(yield func(*title) bool) {
		// Those of seven and of eight digits take turns, each in its own block.
		shelves := [2]shelf{{world: w}, {world: w}}
		for index := range w.titles.inOrder() {
			of := 0
			if w.titles.number(index) >= eightDigits {
				of = 1
			}
			if !yield(shelves[of].at(index)) {
				return
			}
		}
	}
}
