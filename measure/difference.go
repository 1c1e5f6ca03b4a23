package measure

import (
	"cmp"
	"context"
	"errors"
	"iter"
	"slices"

	"rolecall"
	"rolecall/catalog"
	"rolecall/population"
)

// Comparison asks what has changed from one catalog to another.
type Comparison struct {
	Population population.Population
	Roles      []rolecall.Role
	Unit       rolecall.Unit
	Genders    []rolecall.Gender
	// Most is how many titles are listed of each kind of change, at least 1.
	Most int
}

// Difference is what has changed from an older catalog to a newer one, so that a figure
// that was published from the older can be corrected.
type Difference struct {
	Comparison
	Old, New catalog.Info
	// OldTitles and NewTitles are how many titles the population has in each.
	OldTitles, NewTitles int
	Figures              []Figure
	Changes              []Changed
	Stated               Restated
}

// Figure is the share in one role by both catalogs; nil where one holds no title of the
// population.
type Figure struct {
	Role     rolecall.Role
	Old, New *Row
}

// Change is what became of a film or season in a role.
type Change string

// The changes, those first that news are made of. Whole means that all in the role are of
// the genders asked for, by what is certain.
const (
	BecameWhole  Change = "became_whole"
	NoLonger     Change = "no_longer_whole"
	OtherCount   Change = "other_count"
	NewlyHeld    Change = "newly_held"
	NoLongerHeld Change = "no_longer_held"
)

// Changes are all changes, in the order in which they are told.
func Changes() []Change { return []Change{BecameWhole, NoLonger, OtherCount, NewlyHeld, NoLongerHeld} }

// Changed are the titles of one change in one role: how many, and the first of them.
type Changed struct {
	Role   rolecall.Role
	Change Change
	Number int
	Titles []ChangedTitle
}

// ChangedTitle is how a title stood and stands; one of both is nil where a catalog holds
// no credit in the role.
type ChangedTitle struct {
	Title    rolecall.Title
	Old, New *catalog.Standing
}

// Restated is how many people, credited in the roles in both catalogs, have another
// gender by what is stated than before. Nobody is named: a statement that was corrected
// may tell what a person has long left behind.
type Restated struct {
	// Newly had none, Withdrawn have none now, Otherwise had another.
	Newly, Withdrawn, Otherwise int
	// Of is how many people there are in both.
	Of int
}

// Validate refuses a comparison that has no answer.
func (c Comparison) Validate() error {
	if len(c.Roles) == 0 || c.Most < 1 {
		return errors.New("a comparison has one role or more, and lists at least 1 title")
	}
	return Question{Population: c.Population, Genders: c.Genders}.Validate()
}

// DifferenceOf compares two catalogs. A population that one of them has no title of is
// compared with nothing; the error is an *EmptyError of catalog where both have none.
func DifferenceOf(ctx context.Context, before, now *catalog.Catalog, asked Comparison) (Difference, error) {
	if err := asked.Validate(); err != nil {
		return Difference{}, err
	}
	old, err := sideOf(ctx, before, asked)
	if err != nil {
		return Difference{}, err
	}
	new, err := sideOf(ctx, now, asked)
	if err != nil {
		return Difference{}, err
	}
	if old.empty != nil && new.empty != nil {
		return Difference{}, new.empty
	}
	d := Difference{Comparison: asked, Old: before.Info(), New: now.Info(), OldTitles: old.report.Titles, NewTitles: new.report.Titles}
	for _, role := range asked.Roles {
		d.Figures = append(d.Figures, Figure{role, old.row(role), new.row(role)})
		changes, err := changesOf(ctx, old, new, role, asked)
		if err != nil {
			return Difference{}, err
		}
		d.Changes = append(d.Changes, changes...)
	}
	d.Stated, err = restated(ctx, old, new, asked.Roles)
	return d, err
}

// side is one of two catalogs compared, with the population as it is there and its shares.
type side struct {
	*catalog.Catalog
	population population.Population
	report     Report
	// empty says that it has no title of the population.
	empty error
}

func sideOf(ctx context.Context, c *catalog.Catalog, asked Comparison) (s side, err error) {
	s = side{Catalog: c}
	if s.population, err = c.WithTitles(ctx, asked.Population); err != nil {
		return s, err
	}
	s.report, err = ReportOn(ctx, c, Question{Population: s.population, Roles: asked.Roles, Unit: asked.Unit, Genders: asked.Genders})
	if empty, is := errors.AsType[*catalog.EmptyError](err); is {
		s.empty = empty
		return s, nil
	}
	return s, err
}

func (s side) row(role rolecall.Role) *Row {
	i := slices.IndexFunc(s.report.Total, func(row Row) bool { return row.Role == role })
	if i < 0 {
		return nil
	}
	return &s.report.Total[i]
}

// changesOf are the changes of all titles in a role.
func changesOf(ctx context.Context, old, new side, role rolecall.Role, asked Comparison) (changes []Changed, err error) {
	slate := catalog.Slate{Roles: []rolecall.Role{role}, Unit: asked.Unit, Genders: asked.Genders}
	found := make(map[Change]*listed)
	err = sideBySide(old.Standings(ctx, old.population, slate), new.Standings(ctx, new.population, slate), func(s catalog.Stood) string { return s.ID }, func(was, is *catalog.Stood) {
		m := moved{was, is}
		change := m.change()
		if change == "" {
			return
		}
		if found[change] == nil {
			found[change] = &listed{most: asked.Most}
		}
		found[change].add(m)
	})
	for _, change := range Changes() {
		if of := found[change]; of != nil && err == nil {
			changed := Changed{Role: role, Change: change, Number: of.number}
			changed.Titles, err = titled(ctx, old, new, of.first())
			changes = append(changes, changed)
		}
	}
	return changes, err
}

// titled are titles that have changed, by name.
func titled(ctx context.Context, old, new side, all []moved) (titles []ChangedTitle, err error) {
	for _, m := range all {
		var one ChangedTitle
		in := old
		if m.was != nil {
			one.Old, one.Title.ID = &m.was.Standing, m.was.ID
		}
		if m.is != nil {
			in, one.New, one.Title.ID = new, &m.is.Standing, m.is.ID
		}
		if one.Title, _, err = in.Title(ctx, one.Title.ID); err != nil {
			return nil, err
		}
		titles = append(titles, one)
	}
	return titles, nil
}

// moved is how a title stood and stands; nil where there is no credit.
type moved struct{ was, is *catalog.Stood }

// change is what became of the title; none where it stands as before.
func (m moved) change() Change {
	wasWhole, isWhole := m.was != nil && m.was.IsWhole(), m.is != nil && m.is.IsWhole()
	switch {
	case isWhole && !wasWhole:
		return BecameWhole
	case wasWhole && !isWhole:
		return NoLonger
	case m.was == nil:
		return NewlyHeld
	case m.is == nil:
		return NoLongerHeld
	case m.was.Standing != m.is.Standing:
		return OtherCount
	}
	return ""
}

// weight is by how many the counts differ, by which changes are listed.
func (m moved) weight() (n int) {
	var was, is rolecall.Count
	if m.was != nil {
		was = m.was.Count
	}
	if m.is != nil {
		is = m.is.Count
	}
	for _, d := range []int{is.Certain - was.Certain, is.Possible - was.Possible, is.Of - was.Of} {
		n += max(d, -d)
	}
	return n
}

func (m moved) id() string {
	if m.is != nil {
		return m.is.ID
	}
	return m.was.ID
}

// listed counts changes and keeps those that differ most.
type listed struct {
	number, most int
	kept         []moved
}

func (l *listed) add(m moved) {
	l.number++
	if l.kept = append(l.kept, m); len(l.kept) >= 2*l.most+1000 {
		l.kept = l.first()
	}
}

func (l *listed) first() []moved {
	slices.SortFunc(l.kept, func(a, b moved) int { return cmp.Or(b.weight()-a.weight(), cmp.Compare(a.id(), b.id())) })
	return l.kept[:min(l.most, len(l.kept))]
}

// restated counts the people whose gender is another by what is stated.
func restated(ctx context.Context, old, new side, roles []rolecall.Role) (r Restated, err error) {
	err = sideBySide(old.CreditedPeople(ctx, old.population, roles), new.CreditedPeople(ctx, new.population, roles), func(p rolecall.Person) string { return p.ID }, func(was, is *rolecall.Person) {
		if was == nil || is == nil {
			return
		}
		r.Of++
		switch {
		case was.Gender == is.Gender:
		case was.Gender == rolecall.Unknown:
			r.Newly++
		case is.Gender == rolecall.Unknown:
			r.Withdrawn++
		default:
			r.Otherwise++
		}
	})
	return r, err
}

// sideBySide goes through two sequences, each in the order of a key, and hands over what has
// the same key together.
func sideBySide[T any](old, new iter.Seq2[T, error], key func(T) string, do func(was, is *T)) error {
	nextOld, stopOld := iter.Pull2(old)
	defer stopOld()
	nextNew, stopNew := iter.Pull2(new)
	defer stopNew()
	was, errOld, hasOld := nextOld()
	is, errNew, hasNew := nextNew()
	for hasOld || hasNew {
		if err := errors.Join(errOld, errNew); err != nil {
			return err
		}
		takesOld := hasOld && (!hasNew || key(was) <= key(is))
		takesNew := hasNew && (!hasOld || key(is) <= key(was))
		oldOne, newOne := was, is
		switch {
		case takesOld && takesNew:
			do(&oldOne, &newOne)
		case takesOld:
			do(&oldOne, nil)
		default:
			do(nil, &newOne)
		}
		if takesOld {
			was, errOld, hasOld = nextOld()
		}
		if takesNew {
			is, errNew, hasNew = nextNew()
		}
	}
	return nil
}
