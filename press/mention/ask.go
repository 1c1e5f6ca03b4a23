package mention

import (
	"context"
	"maps"
	"slices"
)

// mostNames bounds the names looked up for one text. An article of 10,000 words has
// some 3,000 stretches of capitals.
const mostNames = 4000

// ask notes which names to look up: those that the first reading found and those that a
// run of capitals may be cut into otherwise.
func (f *finder) ask() {
	for _, p := range f.pieces {
		n := f.names[p.key]
		if n.words > 1 || n.own > 0 || n.said.title > 1 {
			f.note(p.key, p.text)
		}
	}
	for s, l := range f.lines {
		at := 0
		for _, q := range append(slices.Clone(f.quoted[s]), [2]int{len(l.tokens), len(l.tokens)}) {
			for _, run := range l.runs(at, max(at, q[0])) {
				f.askOthers(l, run[0], run[1])
			}
			at = q[1]
		}
	}
}

func (f *finder) note(key, text string) {
	if _, noted := f.asked[key]; !noted && key != "" && len(f.asked) < mostNames {
		f.asked[key] = text
	}
}

// askOthers notes the stretches of a run that go over a small word or sign and that the
// reading of the text alone can not tell from two names.
func (f *finder) askOthers(l *line, first, last int) {
	for i := first; i < last; i++ {
		if !l.begins(i) || l.has(i, opener) && l.opens(i) && !l.has(i, article) {
			continue
		}
		joints := 0
		for j := i + 1; j < min(last, i+mostName); j++ {
			if l.kinds[j]&capital == 0 {
				joints++
				continue
			}
			if (joints > 0 || l.headline && j-i < 5) && l.ends(j) && (l.headline || l.titleShape(i, j+1) > -4) {
				text := l.text(i, j+1)
				f.note(Fold(text), text)
			}
		}
	}
}

// countHeld asks the directory once for all names noted.
func (f *finder) countHeld(ctx context.Context) error {
	names := slices.Sorted(maps.Values(f.asked))
	titles, people, err := count(ctx, f.directory, names)
	f.heldTitles, f.heldPeople = byKey(titles), byKey(people)
	return err
}

func byKey(counted map[string]int) map[string]int {
	all := make(map[string]int, len(counted))
	for name, n := range counted {
		if n > 0 {
			all[Fold(name)] = n
		}
	}
	return all
}
