package web

import (
	"strconv"

	"rolecall"
	"rolecall/measure"
	"rolecall/phrase"
)

// sideView is one side of the camera, role by role.
type sideView struct {
	Title, Note string
	Shares      []shareView
}

// shareView is one role: how many of its people are women, as far as is known.
type shareView struct {
	Name, Address string
	Bar           barView
	// Count is "4–6 of 9", Share "44.4–66.7 %", Stated and Episodes how far it is
	// known.
	Count, Share, Stated, Episodes string
	Empty                          bool
}

// barView is a bar of parts, each from where and how wide, in percent.
type barView struct {
	Parts []partView
	Words string
}

type partView struct{ Class, From, Wide string }

// sides are the shares of both sides of the camera, in people.
func sides(l measure.Lineup) []sideView {
	behind := sideView{Title: "Behind the camera", Note: "Women among the people credited, each counted once. Hatched: no gender is stated."}
	front := sideView{Title: "In front of it", Note: "The cast as credited."}
	for _, r := range l.Roles {
		if r.Role.Side() == rolecall.Behind {
			behind.Shares = append(behind.Shares, shareOf(l, r, phrase.Capital(phrase.RoleOf(r.People.Total(), r.Role))))
			continue
		}
		if lead, known := l.Lead(); known {
			front.Shares = append(front.Shares, shareOf(l, lead, phrase.Capital(phrase.Role(rolecall.Lead))))
		}
		front.Shares = append(front.Shares, shareOf(l, r, "Cast"))
	}
	if len(front.Shares) == 0 {
		front.Note = "No cast is on record for this title."
	}
	return []sideView{behind, front}
}

func shareOf(l measure.Lineup, r measure.RoleCount, name string) shareView {
	v := shareView{Name: name, Address: "#" + anchorOf(r.Role)}
	if r.People.Total() == 0 {
		v.Empty = true
		return v
	}
	count := r.People.Count(rolecall.Woman)
	v.Bar, v.Count, v.Share = tallyBar(r.People), count.String(), phrase.Share(count.Share())
	if count.Settled() < count.Of {
		v.Stated = "gender stated for " + phrase.Of(count.Settled(), count.Of)
	}
	if held := r.PerTitle.Held(); len(l.Leaves) > 1 && held < len(r.PerTitle) {
		v.Episodes = "credits for " + phrase.Of(held, len(r.PerTitle)) + " episodes"
	}
	return v
}

// tallyBar draws a tally: women, then those of whom nothing is stated, so that
// what women may be at least and at most can be read off, then the others.
func tallyBar(t rolecall.Tally) barView {
	return bar(phrase.Tally(t), t.Total(), []part{
		{"woman", t.Women}, {"unknown", t.Unknown}, {"nonbinary", t.Nonbinary}, {"man", t.Men},
	})
}

// countBar draws a count of titles: those that have it, those that may, the
// rest.
func countBar(c rolecall.Count) barView {
	return bar(c.String(), c.Of, []part{{"woman", c.Certain}, {"unknown", c.Possible - c.Certain}, {"rest", c.Of - c.Possible}})
}

type part struct {
	class string
	n     int
}

func bar(words string, of int, parts []part) barView {
	b := barView{Words: words}
	from := 0
	for _, p := range parts {
		if p.n > 0 {
			b.Parts = append(b.Parts, partView{p.class, percent(from, of), percent(p.n, of)})
			from += p.n
		}
	}
	return b
}

// percent is a coordinate: a length of the picture, not a figure to be read.
func percent(n, of int) string {
	return strconv.FormatFloat(100*float64(n)/float64(of), 'f', 2, 64) + "%"
}
