package claims

import (
	"slices"
	"strings"

	"rolecall"
	"rolecall/press/english"
)

// labels are the labels of fact boxes and what their lines state: a job, a date, a number
// of episodes.
var labels = map[string]string{
	"with": "cast", "cast": "cast", "starring": "star", "stars": "star", "star": "star", "featuring": "cast", "actors": "cast", "principal cast": "cast", "main cast": "cast", "lead": "star", "leads": "star", "players": "cast",
	"dir": "director", "dirs": "director", "direction": "director", "directed by": "director", "director": "director", "directors": "director", "d": "director", "a film by": "director", "filmmaker": "director",
	"scr": "writer", "screenplay": "writer", "script": "writer", "written by": "writer", "writer": "writer", "writers": "writer", "wr": "writer", "teleplay": "writer", "screenwriter": "writer", "screenwriters": "writer", "co-writers": "writer", "writing": "writer",
	"created by": "creator", "creator": "creator", "creators": "creator", "showrunner": "showrunner", "showrunners": "showrunner",
	"photography": "cinematographer", "camera": "cinematographer", "dop": "cinematographer", "dp": "cinematographer", "cinematography": "cinematographer", "cinematographer": "cinematographer", "director of photography": "cinematographer",
	"editing": "editor", "editor": "editor", "editors": "editor", "edited by": "editor", "cut by": "editor",
	"music": "composer", "score": "composer", "composer": "composer", "music by": "composer", "original music": "composer",
	"producer": "producer", "producers": "producer", "produced by": "producer", "prod": "producer", "executive producer": "executive_producer", "executive producers": "executive_producer", "exec producers": "executive_producer",
	"production design": "production_designer", "production designer": "production_designer", "design": "production_designer", "costumes": "costume_designer", "costume design": "costume_designer", "costume designer": "costume_designer", "casting": "casting_director", "casting director": "casting_director",
	"starts": "date", "start": "date", "from": "date", "arrives": "date", "began": "date", "begins": "date", "premiere": "date", "premieres": "date", "premiered": "date", "premiere date": "date", "released": "date", "release": "date", "release date": "date", "opens": "date", "opened": "date", "first shown": "date", "launch": "date", "launched": "date", "streams": "date", "airs": "date", "aired": "date", "first aired": "date", "air date": "date", "date": "date", "returns": "date", "out": "date", "when": "date", "debuted": "date", "debut": "date", "landed": "date", "lands": "date", "available": "date", "in cinemas": "date", "on": "date", "year": "date",
	"episodes": "episodes", "parts": "episodes", "length": "episodes", "no. of episodes": "episodes", "number of episodes": "episodes", "episode count": "episodes", "eps": "episodes", "runs": "episodes", "chapters": "episodes", "hours": "episodes",
	"series": "seasons", "seasons": "seasons", "season": "seasons",
}

// fields reads labelled lines: "Dir: Wanuri Kahiu", "Starts: February 18, 2022".
func (r *reader) fields() {
	start := 0
	for i := 0; i < len(r.Items); i++ {
		if r.word(i) != ":" || i == 0 {
			continue
		}
		from := r.labelStart(i, start)
		what := r.labelsOf(from, i)
		end := r.fieldEnd(i + 1)
		for _, w := range what {
			r.field(w, from, i+1, end)
		}
		start = i + 1
	}
}

// isLabelled reports whether a sentence is a labelled line.
func (r *reader) isLabelled() bool {
	for i := 1; i < len(r.Items) && i < 8; i++ {
		if r.word(i) == ":" {
			return len(r.labelsOf(r.labelStart(i, 0), i)) > 0
		}
	}
	return false
}

// labelStart is where the label that a colon ends begins: at the last sign before it.
func (r *reader) labelStart(colon, from int) int {
	first := from
	for k := from; k < colon; k++ {
		if w := r.word(k); w == "." || w == ";" || w == "|" || w == "-" || w == ")" {
			first = k + 1
		}
	}
	return first
}

// labelsOf are what the label between two items states, several of "Creator, writer,
// director".
func (r *reader) labelsOf(from, colon int) []string {
	if colon-from > 6 || colon <= from {
		return nil
	}
	text := strings.ToLower(r.text.Text[r.Items[from].Start:r.Items[colon-1].End])
	if what := labels[strings.TrimSpace(text)]; what != "" {
		return []string{what}
	}
	var all []string
	for part := range strings.FieldsFuncSeq(text, func(c rune) bool { return c == ',' || c == '/' || c == '&' }) {
		for word := range strings.SplitSeq(part, " and ") {
			what := labels[strings.TrimSpace(word)]
			if what == "" {
				return nil
			}
			all = append(all, what)
		}
	}
	return all
}

func (r *reader) fieldEnd(from int) int {
	for k := from; k < len(r.Items); k++ {
		if w := r.word(k); w == ":" {
			for b := k - 1; b > from; b-- {
				if s := r.word(b); s == "." || s == ";" || s == "|" {
					return b
				}
			}
			return k
		} else if w == "|" || w == "." && k > from+1 {
			return k
		}
	}
	return len(r.Items)
}

// field reads the line behind one label.
func (r *reader) field(what string, label, from, end int) {
	title, anchor := r.fieldTitle()
	if title == None {
		return
	}
	w := work{title: title, anchor: anchor, item: -1}
	w.seasons = r.topics.season[title]
	switch what {
	case "date":
		r.fieldDate(w, label, from, end)
	case "episodes":
		r.fieldEpisodes(w, label, from, end)
	case "seasons":
		r.fieldSeasons(w, label, from, end)
	default:
		r.fieldPeople(w, rolecall.Role(what), label, from, end)
	}
}

// fieldTitle is what the lines of a fact box are about: the title they stand under, the one
// that their own line names, or the text's.
func (r *reader) fieldTitle() (int, Anchor) {
	if head := r.headingTitle(); head != None {
		return head, Headed
	}
	if only := r.onlyHere(); only != None {
		return only, Named
	}
	return r.topics.before(r)
}

func (r *reader) fieldPeople(w work, role rolecall.Role, label, from, end int) {
	if role == rolecall.CastingDirector && slices.ContainsFunc(r.Items[from:min(end, len(r.Items))], func(i english.Item) bool { return i.Class == english.Did }) {
		return // "CASTING: Imelda Staunton to play the Queen" is news
	}
	first := true
	depth := 0
	for i := from; i < end; i++ {
		switch r.word(i) {
		case "(":
			depth++
		case ")":
			depth--
		}
		named := r.class(i) == english.Person || (r.class(i) == english.Name || r.class(i) == english.Title) && r.isListed(i, from, end)
		if depth > 0 || !named || nobodies[r.word(i)] {
			continue
		}
		c := r.claimOf(Credit, w)
		c.Person, c.Role = r.Items[i].Name, role
		at := i
		if first {
			at, first = label, false
		}
		if all := r.allAfter(i, end); all > 0 {
			c.Kind, c.Part = Every, Part{All: true}
			c.Value, c.HasValue, c.Of = r.Items[all].Value, true, r.Items[all].Value
		}
		r.span(&c, at, i+1)
		r.keep(c)
	}
}

// isListed reports whether a name of no known sort stands by itself between the signs of a
// list.
func (r *reader) isListed(i, from, end int) bool {
	before, after := r.word(i-1), r.word(i+1)
	sign := func(w string) bool { return w == "," || w == "and" || w == "&" || w == ";" || w == "/" || w == ":" }
	return (i == from || sign(before)) && (i+1 >= end || sign(after) || after == "." || after == "(")
}

// allAfter is the number in "(all five films)" behind a name, or 0.
func (r *reader) allAfter(i, end int) int {
	if r.word(i+1) == "(" && r.word(i+2) == "all" && i+3 < end && r.class(i+3) == english.Number {
		return i + 3
	}
	return 0
}

func (r *reader) fieldDate(w work, label, from, end int) {
	for i := from; i < end; i++ {
		item := r.Items[i]
		if item.Class != english.Date && item.Class != english.Year {
			continue
		}
		c := r.claimOf(Date, w)
		c.item = i
		if item.Class == english.Date {
			c.Day, c.Year, c.YearTo = item.Date, item.Date.Year, item.Date.Year
		} else {
			c.Day, c.Year, c.YearTo = english.Day{Year: item.Years[0]}, item.Years[0], item.Years[0]
		}
		r.span(&c, label, i+1)
		r.keep(c)
		return
	}
}

// nobodies stand where a name would where there is none yet.
var nobodies = wordSet("tbc tba tbd none various unknown n/a nobody uncredited")

// fieldEpisodes reads "Episodes: 9", "Length: three series of six", "6 x 30'".
func (r *reader) fieldEpisodes(w work, label, from, end int) {
	for i := from; i < end; i++ {
		item := r.Items[i]
		if item.Class != english.Number || item.Vague != "" {
			continue
		}
		if next := r.word(i + 1); next == "series" || next == "seasons" || r.class(i+1) == english.Season {
			continue // how many of them the next number says
		}
		c := r.claimOf(Episodes, w)
		c.Value, c.HasValue, c.item, c.Unit = item.Value, true, i, "episode"
		r.span(&c, label, i+1)
		r.keep(c)
		return
	}
}

// fieldSeasons reads the years of "Series: 2 (1997; 2002)", one for each in order.
func (r *reader) fieldSeasons(w work, label, from, end int) {
	var years []int
	count := 0
	for i := from; i < end; i++ {
		switch item := r.Items[i]; {
		case item.Class == english.Number && count == 0:
			count = int(item.Value)
		case item.Class == english.Year && item.Years[0] == item.Years[1]:
			years = append(years, i)
		}
	}
	if len(years) == 0 || len(years) != count {
		return
	}
	for season, i := range years {
		of := w
		of.seasons = []int{season + 1}
		r.dated(of, english.Day{Year: r.Items[i].Years[0]}, i, max(label, i-2), i+1)
	}
}
