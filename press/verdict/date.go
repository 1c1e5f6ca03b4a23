package verdict

import (
	"context"
	"fmt"
	"time"

	"rolecall"
	"rolecall/press/claims"
	"rolecall/press/english"
)

// judgeDate settles when something was first shown, and on which day of the week that
// was.
func judgeDate(ctx context.Context, j *Judge, c claims.Claim) (Ruling, error) {
	if c.Day.Relative != "" {
		return unverifiable("%q depends on the day of writing, which the text does not give", c.Day.Relative), nil
	}
	s, ruling, err := j.scopeOf(ctx, c)
	if err != nil || s == nil {
		return ruling, err
	}
	if c.Unit == "year" {
		return j.judgeLapse(ctx, c, s)
	}
	candidates := s.titles
	if t := s.titles[0]; t.Kind == rolecall.Series {
		seasons, err := j.seasonsHeld(ctx, t.ID)
		if err != nil {
			return Ruling{}, err
		}
		candidates = append([]rolecall.Title{t}, seasons...)
	}
	return judgeShown(c, s, candidates), nil
}

// judgeShown compares the day claimed with the days on which the title, or a season
// of it, was first shown.
func judgeShown(c claims.Claim, s *scope, candidates []rolecall.Title) Ruling {
	known := false
	for _, t := range candidates {
		first := t.First()
		if first.IsZero() {
			continue
		}
		known = true
		fits, exact := sameDay(c.Day, first)
		if fits && exact {
			return judgeWeekday(c.Day, t, first)
		}
		if fits && !exact {
			return rule(Unverifiable, dateRow(t), "of %s the catalog knows only that it was first shown in %s", t.Label(), first.Words())
		}
	}
	if !known {
		return unverifiable("the catalog holds no date of %s", s.label)
	}
	first := candidates[0].First()
	if len(candidates) > 1 && !candidates[len(candidates)-1].Whole {
		return rule(Unverifiable, dateRow(candidates[0]), "%s was first shown %s; not all of its seasons are held", candidates[0].Label(), first.Words())
	}
	if s.open {
		return rule(Unverifiable, dateRow(candidates[0]), "%s was first shown %s, and no season that is held on the day claimed", candidates[0].Label(), first.Words())
	}
	if t := candidates[0]; t.Kind == rolecall.Film && c.Day.Month != 0 && (c.Day.Year == 0 || c.Day.Year == first.Year) {
		return rule(Unverifiable, dateRow(t), "%s was first shown %s; films come to cinemas on other days in other countries", t.Label(), first.Words())
	}
	return rule(Contradicted, dateRow(candidates[0]), "%s was first shown %s", candidates[0].Label(), first.Words())
}

// sameDay reports whether a date of the catalog is the one claimed, as far as the
// claim says, and whether the catalog's is precise enough to tell.
func sameDay(claimed english.Day, held rolecall.Date) (fits, exact bool) {
	if claimed.Year != 0 && claimed.Year != held.Year {
		return false, true
	}
	if claimed.Month != 0 {
		if held.Month == 0 {
			return true, false
		}
		if claimed.Month != held.Month {
			return false, true
		}
	}
	if claimed.Day != 0 {
		if held.Day == 0 {
			return true, false
		}
		if claimed.Day != held.Day {
			return false, true
		}
	}
	if claimed.Weekday != 0 && claimed.Month == 0 {
		return held.Day != 0 && weekday(held) == claimed.Weekday, true
	}
	return true, true
}

func weekday(d rolecall.Date) int {
	w := int(time.Date(d.Year, time.Month(d.Month), d.Day, 0, 0, 0, 0, time.UTC).Weekday())
	if w == 0 {
		return 7
	}
	return w
}

func judgeWeekday(claimed english.Day, t rolecall.Title, first rolecall.Date) Ruling {
	if claimed.Weekday == 0 || first.Day == 0 {
		return rule(Supported, dateRow(t), "%s was first shown %s", t.Label(), first.Words())
	}
	is := time.Weekday(weekday(first) % 7)
	if weekday(first) != claimed.Weekday {
		return rule(Contradicted, dateRow(t), "%s was first shown %s, which was a %s", t.Label(), first.Words(), is)
	}
	return rule(Supported, dateRow(t), "%s was first shown %s, a %s", t.Label(), first.Words(), is)
}

func dateRow(t rolecall.Title) []Row {
	return []Row{{TitleID: t.ID, Title: t.Label(), Date: t.First().String(), Sources: t.Citations}}
}

// judgeLapse settles how long after the first showing of a series a season came:
// "well over two years after it first premiered".
func (j *Judge) judgeLapse(ctx context.Context, c claims.Claim, s *scope) (Ruling, error) {
	series := j.found.Entities[c.Title].Title
	later := s.titles[0]
	if later.Kind != rolecall.Season {
		return unverifiable("the sentence does not say which season is meant"), nil
	}
	from, to := series.First(), later.First()
	if from.Day == 0 || to.Day == 0 {
		return unverifiable("the catalog does not hold both dates"), nil
	}
	years := asTime(to).Sub(asTime(from)).Hours() / 24 / 365.25
	v := bounds{years, years}.against(c.Value, 0.25, c.Bound)
	words := fmt.Sprintf("%.1f years: from %s to %s", years, from.Words(), to.Words())
	return rule(v, append(dateRow(series), dateRow(later)...), "%s", words), nil
}

func asTime(d rolecall.Date) time.Time {
	return time.Date(d.Year, time.Month(d.Month), d.Day, 0, 0, 0, 0, time.UTC)
}
