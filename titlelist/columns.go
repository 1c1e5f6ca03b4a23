package titlelist

import (
	"fmt"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"

	"rolecall"
)

// column is what a column says of titles.
type column int

const (
	noColumn column = iota
	// idColumn holds identifiers or addresses of any kind, tmdbColumn TMDB's numbers.
	idColumn
	tmdbColumn
	nameColumn
	originalColumn
	yearColumn
	dateColumn
	kindColumn
	seasonColumn
	episodeColumn
	// positionColumn tells the films of Letterboxd's lists from what goes before them.
	positionColumn
)

// columnNames are the words for columns, in small letters without signs: those of the
// exports of IMDb and Letterboxd, and what people write.
var columnNames = map[string]column{
	"const": idColumn, "tconst": idColumn, "imdb": idColumn, "imdbid": idColumn, "imdburl": idColumn,
	"url": idColumn, "uri": idColumn, "address": idColumn, "link": idColumn, "letterboxduri": idColumn,
	"wikidata": idColumn, "wikidataid": idColumn, "qid": idColumn, "item": idColumn,
	"id": idColumn, "identifier": idColumn, "rolecall": idColumn, "titleid": idColumn,
	"tmdb": tmdbColumn, "tmdbid": tmdbColumn,
	"title": nameColumn, "name": nameColumn, "film": nameColumn, "primarytitle": nameColumn, "movie": nameColumn, "show": nameColumn,
	"originaltitle": originalColumn, "originalname": originalColumn,
	"year": yearColumn, "releaseyear": yearColumn, "startyear": yearColumn,
	"releasedate": dateColumn, "released": dateColumn,
	"kind": kindColumn, "type": kindColumn, "titletype": kindColumn, "mediatype": kindColumn,
	"season": seasonColumn, "episode": episodeColumn,
	"position": positionColumn,
}

// kindNames are the words for kinds of title: IMDb's, Trakt's, and ours.
var kindNames = map[string]rolecall.Kind{
	"film": rolecall.Film, "movie": rolecall.Film, "featurefilm": rolecall.Film, "feature": rolecall.Film, "short": rolecall.Film,
	"shortfilm": rolecall.Film, "tvmovie": rolecall.Film, "tvshort": rolecall.Film, "tvspecial": rolecall.Film, "video": rolecall.Film,
	"documentary": rolecall.Film,
	"series":      rolecall.Series, "tvseries": rolecall.Series, "miniseries": rolecall.Series, "tvminiseries": rolecall.Series,
	"show": rolecall.Series, "tvshow": rolecall.Series, "tv": rolecall.Series,
	"season": rolecall.Season, "tvseason": rolecall.Season,
	"episode": rolecall.Episode, "tvepisode": rolecall.Episode,
}

var notLetter = regexp.MustCompile(`[^a-z0-9]+`)

// plain is a word as the tables have it.
func plain(word string) string { return notLetter.ReplaceAllString(strings.ToLower(word), "") }

// header says where what stands in a row.
type header map[column][]int

// headerOf is the header that a row is, nil where it is none: it names a column of
// identifiers or names, and another one if it is not the first row; in a list of
// Letterboxd's, the place on the list.
func headerOf(cells []string, isFirst, isList bool) header {
	found := make(header)
	for i, cell := range cells {
		if is := columnNames[plain(cell)]; is != noColumn {
			found[is] = append(found[is], i)
		}
	}
	hasTitle := len(found[idColumn])+len(found[tmdbColumn])+len(found[nameColumn]) > 0
	if !hasTitle || !isFirst && len(found) < 2 || isList && len(found[positionColumn]) == 0 {
		return nil
	}
	return found
}

// all are the cells of a column that say something.
func (h header) all(c column, cells []string) (texts []string) {
	for _, i := range h[c] {
		if i < len(cells) {
			if text := strings.TrimSpace(cells[i]); text != "" {
				texts = append(texts, text)
			}
		}
	}
	return texts
}

func (h header) one(columns []column, cells []string) string {
	for _, c := range columns {
		if texts := h.all(c, cells); len(texts) > 0 {
			return texts[0]
		}
	}
	return ""
}

// row is what a row of the table says.
func (h header) row(cells []string, line int) Row {
	row := Row{Line: line, IDs: h.all(idColumn, cells), Name: h.one([]column{nameColumn, originalColumn}, cells)}
	numbers, kind := h.all(tmdbColumn, cells), h.one([]column{kindColumn}, cells)
	for _, text := range slices.Concat(row.IDs, numbers, []string{row.Name, kind}) {
		if fault := faultOf(text); fault != "" {
			return faulty(line, fault)
		}
	}
	if row.Name != "" && nameOf(row.Name) == "" {
		row.IDs, row.Name = append(row.IDs, row.Name), ""
	}
	if row.Name == "" && len(row.IDs)+len(numbers) == 0 {
		return faulty(line, "the row names no title: write an identifier or a name, or take it out")
	}
	row.readYear(h.one([]column{yearColumn}, cells), h.one([]column{dateColumn}, cells))
	row.readKind(kind)
	for _, number := range numbers {
		row.IDs = append(row.IDs, tmdbAddresses(number, row.Kind)...)
	}
	row.readPart(h.one([]column{seasonColumn}, cells), h.one([]column{episodeColumn}, cells))
	row.Text = describe(row, h.one([]column{idColumn, tmdbColumn}, cells), kind)
	return row
}

// longestText bounds an identifier, an address or a name, in letters.
const longestText = 500

// faultOf is what is wrong with a text that is to be an identifier or a name.
func faultOf(text string) string {
	switch {
	case utf8.RuneCountInString(text) > longestText:
		return fmt.Sprintf("a text of more than %d letters names no title: is a quotation mark missing?", longestText)
	case strings.ContainsFunc(text, unicode.IsControl):
		return "a control character stands in it: take it out"
	}
	return ""
}

// aYear is one in which there were films.
const aYear = `(18[7-9]\d|19\d\d|2[01]\d\d)`

// A column of years has "2005", "2005.0", "2005–2013", "2005-07-14" or "14/7/2005"; in one of
// dates, months may be words.
var (
	yearColumnText = regexp.MustCompile(`^(?:[\d./-]*[./-])?` + aYear + `(?:[-–./\s].*)?$`)
	yearInDate     = regexp.MustCompile(`\b` + aYear + `\b`)
)

// readYear reads the year, or else the year of the date.
func (r *Row) readYear(year, date string) {
	written, form := year, yearColumnText
	if year == "" {
		written, form = date, yearInDate
	}
	if parts := form.FindStringSubmatch(written); parts != nil {
		r.Year, _ = strconv.Atoi(parts[1])
	} else if written != "" {
		r.Fault = fmt.Sprintf("the year is %.40q: write it with four digits, or leave it empty", written)
	}
}

func (r *Row) readKind(written string) {
	if r.Kind = kindNames[plain(written)]; written != "" && r.Kind == "" {
		r.Uncounted = fmt.Sprintf("%.40q is no kind of title that is counted: film, series, season or episode is", written)
	}
}

// digits is a number as spreadsheets write it.
var digits = regexp.MustCompile(`^(\d{1,10})(?:\.0+)?$`)

// tmdbAddresses are the addresses that a number of TMDB may be of: films and series
// have numbers of their own.
func tmdbAddresses(number string, kind rolecall.Kind) []string {
	parts := digits.FindStringSubmatch(number)
	if parts == nil {
		return []string{number}
	}
	var addresses []string
	if kind != rolecall.Series {
		addresses = append(addresses, "https://www.themoviedb.org/movie/"+parts[1])
	}
	if kind != rolecall.Film {
		addresses = append(addresses, "https://www.themoviedb.org/tv/"+parts[1])
	}
	return addresses
}

// readPart notes the season and episode that columns of their own say.
func (r *Row) readPart(season, episode string) {
	s, e := digits.FindStringSubmatch(season), digits.FindStringSubmatch(episode)
	if s != nil {
		r.Part = " season " + s[1]
	}
	if s != nil && e != nil {
		r.Part += " episode " + e[1]
	}
}

// describe is what stands in a row, for people.
func describe(row Row, id, kind string) string {
	var parts []string
	if row.Name != "" {
		name := row.Name + row.Part
		if row.Year > 0 {
			name += fmt.Sprintf(" (%d)", row.Year)
		}
		parts = append(parts, name)
	}
	if id == "" && row.Name == "" {
		parts = append(parts, row.IDs...)
	}
	for _, text := range []string{kind, id} {
		if text != "" {
			parts = append(parts, text)
		}
	}
	return strings.Join(parts, ", ")
}
