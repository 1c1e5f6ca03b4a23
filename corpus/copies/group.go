package copies

import "slices"

// Alike is the likeness from which two texts are taken for copies. Reports of one agency
// in two papers have mostly more, two reports of the same event hardly a tenth.
const Alike = 0.6

// Bands is how many stretches of a sketch are looked for elsewhere: texts of likeness Alike
// agree in one of 16 stretches of 4 with a chance of 89 %, of likeness 0.8 of 99.98 %.
const Bands = 16

// Text is one text by what it is compared by.
type Text struct {
	Digest string
	Sketch Sketch
}

// Groups says, for each text, the place of the first text of its group: its own if it is the
// first. A text is of the group of the earliest text that it is a copy of.
func Groups(texts []Text) []int32 {
	near := make([]int32, len(texts))
	same := make(map[string]int32, len(texts))
	for i, t := range texts {
		near[i] = int32(i)
		if at, seen := same[t.Digest]; seen {
			near[i] = at
		} else {
			same[t.Digest] = int32(i)
		}
	}
	for band := range Bands {
		gather(texts, near, band)
	}
	for i, at := range near {
		near[i] = near[at] // of an earlier text, which is settled
	}
	return near
}

// gather notes, for each text, the earliest that is like it and agrees with it in a band.
func gather(texts []Text, near []int32, band int) {
	type entry struct {
		key uint64
		at  int32
	}
	var all []entry
	for i, t := range texts {
		if t.Sketch != (Sketch{}) {
			all = append(all, entry{t.Sketch.Band(band), int32(i)})
		}
	}
	slices.SortFunc(all, func(a, b entry) int {
		switch {
		case a.key < b.key, a.key == b.key && a.at < b.at:
			return -1
		}
		return 1
	})
	for from := 0; from < len(all); {
		to := from + 1
		for to < len(all) && all[to].key == all[from].key {
			to++
		}
		agree := all[from:to]
		Lead(len(agree), func(i int) *Sketch { return &texts[agree[i].at].Sketch }, func(i, lead int) {
			near[agree[i].at] = min(near[agree[i].at], agree[lead].at)
		})
		from = to
	}
}

// Lead goes through texts that agree in a band, in their order, and notes for each that is
// like an earlier one which that is: the first that leads it.
func Lead(texts int, sketch func(i int) *Sketch, note func(i, lead int)) {
	var leads []int
	for i := range texts {
		own := sketch(i)
		at := slices.IndexFunc(leads, func(l int) bool { return sketch(l).Likeness(own) >= Alike })
		switch {
		case at >= 0:
			note(i, leads[at])
		case len(leads) < mostLeads:
			leads = append(leads, i)
		}
	}
}

// mostLeads bounds how many texts that are not alike are compared within a band, in which
// texts of one form of words come together: tables of results, listings.
const mostLeads = 64

// Band is what a sketch has in a band.
func (s *Sketch) Band(band int) (key uint64) {
	for _, n := range s[band*numbers/Bands : (band+1)*numbers/Bands] {
		key = key<<16 | uint64(n)
	}
	return key
}
