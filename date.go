package rolecall

import (
	"cmp"
	"fmt"
	"strings"
	"time"
)

// Date is a calendar date as far as a source gives it: a year, a year and a
// month, or a full date. Missing parts are zero; the zero Date is "not known".
// It is written in the reduced-precision forms of ISO 8601: 2018, 2018-03,
// 2018-03-08.
type Date struct{ Year, Month, Day int }

// dateLayouts are the accepted forms, by length of the text.
var dateLayouts = map[int]string{4: "2006", 7: "2006-01", 10: "2006-01-02"}

// ParseDate reads a year, a year and month, or a full date. The empty text is
// the zero Date. It refuses anything else, and days that the calendar lacks.
func ParseDate(text string) (Date, error) {
	if text == "" {
		return Date{}, nil
	}
	t, err := time.Parse(dateLayouts[len(text)], text)
	if err != nil || t.Year() == 0 {
		return Date{}, fmt.Errorf("%q is not a date: write 2018, 2018-03 or 2018-03-08", text)
	}
	d := Date{Year: t.Year()}
	if len(text) >= 7 {
		d.Month = int(t.Month())
	}
	if len(text) == 10 {
		d.Day = t.Day()
	}
	return d, nil
}

// ParseDates reads a run of dates, "2017-06-01..2018-05-31" or "2010..2018", or
// one date that stands for both ends.
func ParseDates(text string) (from, to Date, err error) {
	first, last, isRun := strings.Cut(text, "..")
	if !isRun {
		last = first
	}
	if from, err = ParseDate(first); err != nil {
		return Date{}, Date{}, err
	}
	if to, err = ParseDate(last); err != nil {
		return Date{}, Date{}, err
	}
	if from.IsZero() || to.IsZero() {
		return Date{}, Date{}, fmt.Errorf("%q is no run of dates: write 2017-06-01..2018-05-31 or 2010..2018", text)
	}
	return from, to, nil
}

// MarshalText writes the ISO 8601 form.
func (d Date) MarshalText() ([]byte, error) { return []byte(d.String()), nil }

// UnmarshalText reads what ParseDate reads.
func (d *Date) UnmarshalText(text []byte) (err error) {
	*d, err = ParseDate(string(text))
	return err
}

// IsZero reports whether nothing is known of the date.
func (d Date) IsZero() bool { return d == Date{} }

// String is the ISO 8601 form, empty for the zero Date.
func (d Date) String() string {
	switch {
	case d.IsZero():
		return ""
	case d.Month == 0:
		return fmt.Sprintf("%04d", d.Year)
	case d.Day == 0:
		return fmt.Sprintf("%04d-%02d", d.Year, d.Month)
	}
	return fmt.Sprintf("%04d-%02d-%02d", d.Year, d.Month, d.Day)
}

// Words is the date as a person writes it, "8 March 2018", as far as it is known.
func (d Date) Words() string {
	switch {
	case d.IsZero():
		return ""
	case d.Month == 0:
		return fmt.Sprint(d.Year)
	case d.Day == 0:
		return fmt.Sprintf("%s %d", time.Month(d.Month), d.Year)
	}
	return fmt.Sprintf("%d %s %d", d.Day, time.Month(d.Month), d.Year)
}

// Within reports whether d lies in from..to, both included; a zero end is open.
// Parts are compared only as far as both sides know them, so that 2018 lies
// within 2018-03-08..2019.
func (d Date) Within(from, to Date) bool {
	return (from.IsZero() || d.compareKnown(from) >= 0) && (to.IsZero() || d.compareKnown(to) <= 0)
}

func (d Date) compareKnown(e Date) int {
	if d.Year != e.Year || d.Month == 0 || e.Month == 0 {
		return cmp.Compare(d.Year, e.Year)
	}
	if d.Month != e.Month || d.Day == 0 || e.Day == 0 {
		return cmp.Compare(d.Month, e.Month)
	}
	return cmp.Compare(d.Day, e.Day)
}
