package titlelist

import (
	"fmt"
	"regexp"
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"

	"rolecall"
	"rolecall/source"
)

// column is what a column says of titles.
type column int

const (
	noColumn column = iota
	// idColumn holds identifiers or addresses of any kind.
	idColumn
	nameColumn
	yearColumn
	kindColumn
	// positionColumn tells the films of Letterboxd's lists from what goes before them.
	positionColumn
)

// columnNames are the words for columns, in small letters and digits: those of the
// exports of IMDb and Letterboxd, and what people write.
var columnNames = map[string]column{
	"const": idColumn, "tconst": idColumn, "imdb": idColumn, "imdbid": idColumn, "url": idColumn, "letterboxduri": idColumn,
	"id": idColumn, "identifier": idColumn, "wikidata": idColumn, "item": idColumn,
	"title": nameColumn, "name": nameColumn,
	"year":      yearColumn,
	"kind":      kindColumn,
	"titletype": kindColumn,
	"position":  positionColumn,
}

// kindNames are the words for kinds of title, IMDb's and ours.
var kindNames = map[string]rolecall.Kind{
	"film": rolecall.Film, "movie": rolecall.Film, "short": rolecall.Film, "tvmovie": rolecall.Film, "tvshort": rolecall.Film,
	"tvspecial": rolecall.Film, "video": rolecall.Film, "series": rolecall.Series, "tvseries": rolecall.Series,
	"tvminiseries": rolecall.Series, "season": rolecall.Season, "episode": rolecall.Episode, "tvepisode": rolecall.Episode,
}

var notLetter = regexp.MustCompile(`[^a-z0-9]+`)

// plain is a word as the tables have it.
func plain(word string) string { return notLetter.ReplaceAllString(strings.ToLower(word), "") }

// header says where what stands in a row.
type header map[column][]int

// headerOf is the header that a row is; nil where it names no column of titles.
func headerOf(cells []string) header {
	found := make(header)
	for i, cell := range cells {
		if is := columnNames[plain(cell)]; is != noColumn {
			found[is] = append(found[is], i)
		}
	}
	if len(found[idColumn])+len(found[nameColumn]) == 0 {
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

func (h header) one(c column, cells []string) string {
	if texts := h.all(c, cells); len(texts) > 0 {
		return texts[0]
	}
	return ""
}

// year is a year, as spreadsheets write it too.
var year = regexp.MustCompile(`^((?:18[7-9]|19\d|20\d|21\d)\d)(?:\.0+)?$`)

// listed is the title of a row. A row that makes no sense has a fault, one of a kind that
// is not counted a doubt.
func (h header) listed(cells []string) (of source.Listed, doubt, fault string) {
	of = source.Listed{IDs: h.all(idColumn, cells), Name: h.one(nameColumn, cells)}
	written, kind := h.one(yearColumn, cells), h.one(kindColumn, cells)
	of.Text = strings.Join(append([]string{of.Name}, of.IDs...), " ")
	switch {
	case of.Name == "" && len(of.IDs) == 0:
		return of, "", "the row names no title: write an identifier or a name, or take it out"
	case written != "" && !year.MatchString(written):
		return of, "", fmt.Sprintf("the year is %.40q: write it with four digits, or leave it empty", written)
	case kind != "" && kindNames[plain(kind)] == "":
		return of, fmt.Sprintf("%s: %.40q is no kind of title that is counted", of.Text, kind), ""
	}
	for _, text := range append(of.IDs, of.Name) {
		if fault := faultOf(text); fault != "" {
			return of, "", fault
		}
	}
	of.Kind = kindNames[plain(kind)]
	if parts := year.FindStringSubmatch(written); parts != nil {
		of.Year, _ = strconv.Atoi(parts[1])
	}
	return of, "", ""
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

// dated is a name with the year behind it: "Lady Bird (2017)".
var dated = regexp.MustCompile(`^(.+\S)\s*\(((?:18[7-9]|19\d|20\d|21\d)\d)\)$`)

// ofLine is the title of a line: an identifier, an address, or a name.
func ofLine(text string) source.Listed {
	of := source.Listed{Text: text, IDs: []string{text}, Name: text}
	if parts := dated.FindStringSubmatch(text); parts != nil {
		of.Name = parts[1]
		of.Year, _ = strconv.Atoi(parts[2])
	}
	return of
}
