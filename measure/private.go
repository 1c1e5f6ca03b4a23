package measure

import (
	"cmp"
	"errors"
	"fmt"
	"iter"
	"maps"
	"slices"

	"rolecall"
	"rolecall/catalog"
	"rolecall/phrase"
)

// A catalog with a private list tells of people in numbers alone. It leaves out every row
// that counts few, and rows from which together such a count, or the gender of somebody, could
// be worked out, even by a reader who knows who is counted in each row:
//
//   - Of the people of private lists in a row, those of the genders asked for are enough to be
//     told of, and so are those of others: of a row that is all women, each is known to be one.
//   - So are those left when a row is taken from another that has all its people, or all told
//     rows from their total.
//   - Among people who are counted in the very same rows, both kinds are there. If two of them
//     changed places, nothing that is told would change: so nobody's gender can be worked out.
//
// Whose gender is not stated has told nothing, and is no part of this.

// validatePrivate refuses what would tell of single people in a catalog with a private list.
func (q Question) validatePrivate() error {
	switch {
	case q.Unit != rolecall.People:
		return fmt.Errorf("a catalog with a private list counts people, as a single one may have most %s: choose the unit people", q.Unit)
	case q.Given != nil || q.First || q.Means:
		return errors.New("a catalog with a private list does not tell titles apart by who made them, nor whose first credit something is: that would tell of single people")
	}
	return nil
}

// figure is a row, as far as people of private lists are in it: whether each is of the genders
// asked for.
type figure struct {
	people map[int32]bool
	// isTotal says that it has the people of others, parts, and is left out last.
	isTotal bool
	parts   []int
}

// keepPrivate leaves out of a report what would tell of too few people of private lists.
func (r *Report) keepPrivate(people []catalog.PrivatePerson, least int) {
	r.LeastTold = least
	rows := r.Rows
	if !r.By.IsWhole() {
		rows = slices.Concat(rows, r.Total)
	}
	hidden := leftOut(figuresOf(rows, len(r.Rows), people, r.Genders), least)
	for i := range rows {
		rows[i].keepPrivate(hidden[i])
	}
	r.Rows, r.Total = rows[:len(r.Rows)], rows[len(rows)-len(r.Total):]
}

// figuresOf are those of some rows, of which the first are parts and the others their totals.
func figuresOf(rows []Row, parts int, people []catalog.PrivatePerson, asked []rolecall.Gender) []figure {
	figures := make([]figure, len(rows))
	at, totals := make(map[place]int), make(map[rolecall.Role]int)
	for i, row := range rows {
		figures[i] = figure{people: make(map[int32]bool), isTotal: i >= parts}
		if figures[i].isTotal {
			totals[row.Role] = i
		} else {
			at[place{row.Key, row.Given, row.Role}] = i
		}
	}
	for i, row := range rows[:parts] {
		if total, is := totals[row.Role]; is {
			figures[total].parts = append(figures[total].parts, i)
		}
	}
	for _, p := range people {
		if p.Gender == rolecall.Unknown {
			continue
		}
		isAsked := slices.Contains(asked, p.Gender)
		if i, is := at[place{p.Key, p.Given, p.Role}]; is {
			figures[i].people[p.Person] = isAsked
		}
		if i, is := totals[p.Role]; is {
			figures[i].people[p.Person] = isAsked
		}
	}
	return figures
}

// keepPrivate takes out of a row what is not told: the genders one by one and, where it is
// left out, all else but how many titles there are.
func (r *Row) keepPrivate(isLeftOut bool) {
	r.Tally = rolecall.Tally{}
	if isLeftOut {
		*r = Row{Key: r.Key, Label: r.Label, ThenLabel: r.ThenLabel, Given: r.Given, Role: r.Role, Titles: r.Titles, Leaves: r.Leaves, IsLeftOut: true}
	}
}

// table is figures of which some are left out.
type table struct {
	figures []figure
	hidden  []bool
	least   int
}

// leftOut are the figures that are not told: the smallest first, and totals last.
func leftOut(figures []figure, least int) []bool {
	t := table{figures, make([]bool, len(figures)), least}
	for t.hideFew() || t.hideRests() || t.hideAlike() {
	}
	return t.hidden
}

// told are the figures that are, of those that somebody is in: in a big catalog most have
// nobody of the list.
func (t table) told() (all []int) {
	for i, f := range t.figures {
		if !t.hidden[i] && len(f.people) > 0 {
			all = append(all, i)
		}
	}
	return all
}

// isEnough reports whether people may be told of: nobody, or enough of both kinds.
func (t table) isEnough(people iter.Seq2[int32, bool]) bool {
	var kinds [2]int
	for _, isAsked := range people {
		if isAsked {
			kinds[0]++
		} else {
			kinds[1]++
		}
	}
	return kinds == [2]int{} || min(kinds[0], kinds[1]) >= t.least
}

// hideFew hides the figures that have too few, and reports whether there were any.
func (t table) hideFew() (hid bool) {
	for _, i := range t.told() {
		if !t.isEnough(maps.All(t.figures[i].people)) {
			t.hidden[i], hid = true, true
		}
	}
	return hid
}

// hideRests hides a figure that leaves too few of another, and reports whether there was one.
func (t table) hideRests() bool {
	told := t.told()
	for _, whole := range told {
		if rest := t.figures[whole].without(t.toldParts(whole)...); len(t.figures[whole].parts) > 0 && !t.isEnough(rest) {
			t.hidden[t.smallest(append(t.toldPartsAt(whole), whole))] = true
			return true
		}
		for _, part := range told {
			if part != whole && t.figures[whole].contains(t.figures[part]) && !t.isEnough(t.figures[whole].without(t.figures[part])) {
				t.hidden[t.smallest([]int{part, whole})] = true
				return true
			}
		}
	}
	return false
}

// toldPartsAt are the parts of a total that are told.
func (t table) toldPartsAt(total int) []int {
	return slices.DeleteFunc(slices.Clone(t.figures[total].parts), func(i int) bool { return t.hidden[i] })
}

func (t table) toldParts(total int) []figure {
	return phrase.Each(t.toldPartsAt(total), func(i int) figure { return t.figures[i] })
}

// contains reports whether a figure has all people of another, and more than nobody.
func (f figure) contains(other figure) bool {
	if len(other.people) == 0 || len(other.people) > len(f.people) {
		return false
	}
	for person := range other.people {
		if _, is := f.people[person]; !is {
			return false
		}
	}
	return true
}

// without are the people of a figure who are in none of others.
func (f figure) without(others ...figure) iter.Seq2[int32, bool] {
	return func(yield func(int32, bool) bool) {
		for person, isAsked := range f.people {
			isIn := func(o figure) bool { _, is := o.people[person]; return is }
			if !slices.ContainsFunc(others, isIn) && !yield(person, isAsked) {
				return
			}
		}
	}
}

// hideAlike hides a figure of people who are in the very same figures and all of one kind,
// and reports whether there was one.
func (t table) hideAlike() bool {
	in, isAsked := make(map[int32][]int), make(map[int32]bool)
	for _, i := range t.told() {
		for person, asked := range t.figures[i].people {
			in[person] = append(in[person], i)
			isAsked[person] = asked
		}
	}
	type group struct {
		in    []int
		kinds [2]bool
	}
	groups := make(map[string]group)
	for person, all := range in {
		key := fmt.Sprint(all)
		g := groups[key]
		g.in = all
		g.kinds[map[bool]int{true: 1}[isAsked[person]]] = true
		groups[key] = g
	}
	for _, key := range slices.Sorted(maps.Keys(groups)) {
		if g := groups[key]; !g.kinds[0] || !g.kinds[1] {
			t.hidden[t.smallest(g.in)] = true
			return true
		}
	}
	return false
}

// smallest is, of some figures, the one with the fewest people, and a total only where nothing
// else is left.
func (t table) smallest(of []int) int {
	return slices.MinFunc(of, func(a, b int) int {
		one, other := t.figures[a], t.figures[b]
		switch {
		case one.isTotal != other.isTotal && other.isTotal:
			return -1
		case one.isTotal != other.isTotal:
			return 1
		}
		return cmp.Or(len(one.people)-len(other.people), a-b)
	})
}
