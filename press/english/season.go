package english

// seasonNouns are the words for a season of a series; those of the second list are
// so only with an ordinal or number of a season before them.
var (
	seasonNouns = wordSet("season seasons")
	runNouns    = wordSet("run year outing instalment installment batch round go chapter")
	relatives   = map[string]string{
		"new": "new", "upcoming": "new", "next": "next", "coming": "new", "forthcoming": "new", "latest": "new",
		"last": "last", "previous": "last", "final": "final", "current": "same", "this": "same", "debut": "first", "freshman": "first",
		"sophomore": "second", "opening": "first", "inaugural": "first",
	}
)

// seasonAt reads "season two", "seasons 3 and 4", "the second season", "S2",
// "round two", "the upcoming season".
func seasonAt(tokens []Token, at int) (Item, bool) {
	t := tokens[at]
	if t.Lower == "season" || t.Lower == "seasons" || t.Lower == "series" || t.Lower == "round" {
		if numbers, last := seasonNumbers(tokens, at+1, t.Lower == "seasons"); len(numbers) > 0 && (t.Lower != "series" && t.Lower != "round" || len(numbers) == 1 && numbers[0] < 20) {
			if last < len(tokens) && tokens[last].Lower == "of" && t.Lower == "series" {
				return Item{}, false
			}
			return Item{Class: Season, Seasons: numbers, Last: last}, true
		}
	}
	if t.Lower == "last" || t.Lower == "past" || t.Lower == "final" || t.Lower == "recent" || t.Lower == "first" {
		if v, n := cardinal(tokens, min(at+1, len(tokens)-1)); n > 0 && at+1+n < len(tokens) && tokens[at+1+n].Lower == "seasons" {
			item := Item{Class: Season, Relative: "several", Last: at + 2 + n}
			for number := 1; t.Lower == "first" && number <= int(v) && number < 60; number++ {
				item.Seasons = append(item.Seasons, number)
			}
			return item, true
		}
	}
	if item, ok := ordinalSeason(tokens, at); ok {
		return item, true
	}
	if kind, ok := relatives[t.Lower]; ok && at+1 < len(tokens) {
		next := tokens[at+1].Lower
		if next == "season" || (kind == "new" || kind == "first" || kind == "second") && (next == "run" || next == "series" || next == "batch") && t.Lower != "latest" && !(t.Lower == "new" && next == "series") {
			item := Item{Class: Season, Relative: kind, Last: at + 2}
			switch kind {
			case "first":
				item.Seasons = []int{1}
			case "second":
				item.Seasons = []int{2}
			}
			return item, true
		}
	}
	return Item{}, false
}

// seasonNumbers are the numbers behind "season" or "seasons". One season has one number:
// in "season two, seven in Sicily" the other counts something else.
func seasonNumbers(tokens []Token, at int, many bool) (numbers []int, last int) {
	numbers, last = numberList(tokens, at)
	if many || len(numbers) < 2 {
		return numbers, last
	}
	for i := at; i < last; i++ {
		if tokens[i].Text == "," {
			v, n := cardinal(tokens, at)
			return []int{int(v)}, at + n
		}
	}
	return numbers, last
}

// ordinalSeason reads "second season", "second-season", "fifth year", "third and
// fourth seasons", and "13-episode second season" from "second" on.
func ordinalSeason(tokens []Token, at int) (Item, bool) {
	var numbers []int
	i := at
	for i < len(tokens) {
		v, ok := ordinal(tokens[i])
		if !ok || v > 60 {
			return Item{}, false
		}
		numbers = append(numbers, int(v))
		i++
		if i+1 < len(tokens) && (tokens[i].Lower == "and" || tokens[i].Text == ",") {
			if _, ok := ordinal(tokens[i+1]); ok {
				i++
				continue
			}
		}
		break
	}
	if i+2 < len(tokens) && tokens[i].Lower == "and" && (tokens[i+1].Lower == "final" || tokens[i+1].Lower == "last") {
		i += 2
	}
	if i >= len(tokens) {
		return Item{}, false
	}
	w := tokens[i].Lower
	if seasonNouns[w] || runNouns[w] && len(numbers) == 1 && w != "chapter" && w != "round" && w != "go" && w != "outing" || w == "series" && at > 0 && tokens[at-1].Lower != "a" {
		return Item{Class: Season, Seasons: numbers, Last: i + 1}, true
	}
	return Item{}, false
}

// numberList reads "2", "two", "3 and 4", "1, 2, 5 and 6".
func numberList(tokens []Token, at int) (numbers []int, last int) {
	last = at
	for at < len(tokens) {
		v, n := cardinal(tokens, at)
		if n == 0 || v < 0 || v > 60 || v != float64(int(v)) {
			break
		}
		numbers = append(numbers, int(v))
		at += n
		last = at
		if at < len(tokens) && (tokens[at].Text == "," || tokens[at].Lower == "and" || tokens[at].Lower == "&" || tokens[at].Lower == "to") {
			at++
			if at < len(tokens) && tokens[at].Lower == "and" {
				at++
			}
			continue
		}
		break
	}
	return numbers, last
}

// episodeAt reads which episodes are meant: "episode 2", "episodes four and five",
// "the eighth episode", "the first three episodes". These are places in a season,
// no count of episodes.
func episodeAt(tokens []Token, at int) (Item, bool) {
	t := tokens[at].Lower
	if t == "episode" || t == "episodes" || t == "chapter" || t == "chapters" {
		if numbers, last := numberList(tokens, at+1); len(numbers) > 0 {
			return Item{Class: Episode, Value: float64(len(numbers)), Seasons: numbers, Many: len(numbers) > 1, Last: last}, true
		}
		return Item{}, false
	}
	v, ok := ordinal(tokens[at])
	if !ok && (t == "opening" || t == "final" || t == "last" || t == "closing") {
		ok = true
	}
	if !ok || at+1 >= len(tokens) {
		return Item{}, false
	}
	if tokens[at+1].Lower == "episode" || tokens[at+1].Lower == "instalment" || tokens[at+1].Lower == "hour" {
		return Item{Class: Episode, Value: 1, Seasons: []int{int(v)}, Last: at + 2}, true
	}
	n, size := cardinal(tokens, at+1)
	if size == 0 || at+1+size >= len(tokens) {
		return Item{}, false
	}
	switch tokens[at+1+size].Lower {
	case "episodes", "hours", "chapters", "instalments", "installments":
		return Item{Class: Episode, Value: n, Many: true, Last: at + 2 + size}, true
	}
	return Item{}, false
}

// positionAt reads the films or series a study took: "the top 250", "the 100
// highest-grossing films", "the 200 most popular scripted shows".
func positionAt(tokens []Token, at int) (Item, bool) {
	if tokens[at].Lower == "top" && at+1 < len(tokens) {
		if v, n := cardinal(tokens, at+1); n > 0 {
			return Item{Class: Position, Value: v, Last: skipSample(tokens, at+1+n)}, true
		}
		return Item{}, false
	}
	v, n := cardinal(tokens, at)
	if n == 0 || at+n >= len(tokens) {
		return Item{}, false
	}
	i := at + n
	switch tokens[i].Lower {
	case "highest", "most", "biggest", "top", "largest", "best":
		return Item{Class: Position, Value: v, Last: skipSample(tokens, i+1)}, true
	}
	return Item{}, false
}

var sampled = wordSet("grossing popular watched highest streaming selling earning domestic scripted successful viewed films film movies shows series us american theatrical")

func skipSample(tokens []Token, at int) int {
	for at < len(tokens) && sampled[tokens[at].Lower] {
		at++
	}
	return at
}
