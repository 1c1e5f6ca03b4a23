package web

import (
	"context"
	"errors"
	"fmt"
	"io"
	"net/http"
	"net/url"
	"path"
	"path/filepath"
	"slices"
	"strconv"
	"strings"

	"rolecall"
	"rolecall/corpus/survey"
	"rolecall/format"
	"rolecall/phrase"
	"rolecall/press/claims"
	"rolecall/press/verdict"
	"rolecall/render"
	"rolecall/web/archive"
	"rolecall/web/snapshot"
)

// corpusView is the page of what a checked archive comes to.
type corpusView struct {
	Bys, Copies, Limits []choiceView
	Fault               string
	Headline, Scope     string
	Unfinished          string
	Quoted, Covered     *figureView
	By                  string
	Groups              []articlesView
	Speakers            []coveredView
	Claims              []claimsView
	Titles, People      []coveredView
	Slates              []slateView
	WhoIsNamed          string
	LeftOut             []leftOutView
	Notes               []string
	Documents           []documentView
	// Shown says which groups are shown where there are more than a page has room for, Before and
	// After are where the others are.
	Shown, Before, After string
	cited                *citedView
}

// articlesView is the articles of one value of a field.
type articlesView struct {
	Name                                string
	Articles, Words                     string
	Share, Known, Stated                string
	Speakers, Women, Made, Contradicted string
	Total                               bool
}

// coveredView is a title or person that is quoted or named; Address is empty of whom the catalog
// does not hold.
type coveredView struct {
	Name, Address              string
	Gender                     rolecall.Gender
	Slate                      string
	Words, Quotations          string
	Articles, Outlets, Mention string
}

type claimsView struct {
	Title, ID, Note string
	Claims          []claimSeenView
}

// claimSeenView is a claim that articles make, and where it was first seen.
type claimSeenView struct {
	Verdict, Words, KindWords string
	Quote, Reason, Row, Made  string
	Title, TitleAddress       string
	// First is the article that made it first, Address where that is on the web, or empty.
	First, Address string
}

type slateView struct {
	Words, Titles, Articles, Times string
}

type leftOutView struct{ Documents, Kind, First string }

// corpusFunc answers a request from one reading of the archive, and one catalog.
type corpusFunc func(context.Context, *snapshot.Snapshot, *archive.Reading, *http.Request) (answer, error)

// corpusPage is a page about the archive. It is true of the archive as it was read, so that what
// was answered before is no answer once the archive has grown.
func (s *Site) corpusPage(mux *http.ServeMux, pattern string, f corpusFunc) {
	mux.Handle(pattern, s.costly.Wrap(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		reading, release, err := s.archive.Acquire(r.Context())
		if err != nil {
			s.withoutArchive(w, r, err)
			return
		}
		defer release()
		s.answeringIn(reading.Edition, func(ctx context.Context, held *snapshot.Snapshot, r *http.Request) (answer, error) {
			if served := held.Info().Hash; served != reading.Catalog {
				return s.ofOtherCatalog(held, r, &archive.OtherCatalogError{Checked: reading.Catalog, Served: served}), nil
			}
			return f(ctx, held, reading, r)
		})(w, r)
	})))
}

// withoutArchive says why the archive cannot be shown.
func (s *Site) withoutArchive(w http.ResponseWriter, r *http.Request, err error) {
	held, release, missing := s.holder.Acquire()
	if missing != nil {
		s.fail(w, r, nil, missing)
		return
	}
	defer release()
	other, isOther := errors.AsType[*archive.OtherCatalogError](err)
	switch {
	case isOther:
		s.write(w, r, held.Info().Hash, s.ofOtherCatalog(held, r, other))
	case errors.Is(err, archive.ErrReading):
		w.Header().Set("Retry-After", "10")
		s.write(w, r, held.Info().Hash, s.message(held, r, http.StatusServiceUnavailable, "The archive is being read", "That takes a while when the site has just started, and minutes of an archive of millions. Ask again in a moment."))
	default:
		s.fail(w, r, held, err)
	}
}

func (s *Site) ofOtherCatalog(held *snapshot.Snapshot, r *http.Request, other *archive.OtherCatalogError) answer {
	return s.message(held, r, http.StatusConflict, "The archive was checked by another catalog", fmt.Sprintf(
		"It was checked by the catalog %s, and this site serves %s: what was contradicted then may be right by now, so nothing of it is shown. Whoever runs this site can check the archive anew into another folder, or serve the catalog of then.",
		phrase.ShortHash(other.Checked), phrase.ShortHash(other.Served)))
}

func (s *Site) corpus(ctx context.Context, held *snapshot.Snapshot, read *archive.Reading, r *http.Request) (answer, error) {
	asked, fields := surveyAsked(r)
	view := corpusView{Bys: wordChoices(survey.Fields(), asked.By[0], nil), Copies: wordChoices(survey.EveryCopies(), asked.Copies, copiesLabels), Limits: limitChoices(asked.Most), By: string(asked.By[0])}
	if fields.fault != nil {
		view.Fault = phrase.Stop(fields.fault.Error())
		return s.corpusAnswer(held, r, view, http.StatusUnprocessableEntity)
	}
	found, err := read.Ask(ctx, asked)
	if err != nil {
		return answer{}, err
	}
	d := render.Corpus{Survey: withoutFolders(found), Catalog: held.Info()}
	if draw, isChart := corpusCharts[r.URL.Path]; isChart {
		return draw(d)
	}
	if f, isFormat := format.OfEnding(path.Ext(r.URL.Path)); isFormat {
		return document(d, f)
	}
	view.fill(d, fields.Values, max(parsedOne(fields, "from_part", strconv.Atoi), 0))
	view.cited = s.cited(r, shared{sentence: view.Headline, method: d.Method(), picture: view.picture(), passing: true})
	return s.corpusAnswer(held, r, view, http.StatusOK)
}

// mostListed is how many speakers, claims, titles and people a page lists at most.
const mostListed = 200

// surveyAsked is what an address asks of the archive, or its first fault.
func surveyAsked(r *http.Request) (survey.Asked, *query) {
	fields := queryOf(r)
	by, copies, most := parsedOne(fields, "by", survey.ParseField), parsedOne(fields, "copies", survey.ParseCopies), parsedOne(fields, "limit", parseListed)
	if by == "" {
		by = survey.Outlet
	}
	if copies == "" {
		copies = survey.InOutlet
	}
	if most == 0 {
		most = survey.UsualMost
	}
	return survey.Asked{By: []survey.Field{by}, Copies: copies, Most: most}, fields
}

func parseListed(text string) (int, error) {
	n, err := strconv.Atoi(text)
	if err != nil || n < 1 || n > mostListed {
		return 0, fmt.Errorf("limit %s: give a number from 1 to %d", strconv.Quote(text), mostListed)
	}
	return n, nil
}

var copiesLabels = map[survey.Copies]string{survey.InOutlet: "once in each outlet", survey.Once: "once", survey.Each: "each"}

// wordChoices offers words by their labels, or as they are where they have none.
func wordChoices[W ~string](words []W, chosen W, labels map[W]string) []choiceView {
	return phrase.Each(words, func(w W) choiceView {
		label, has := labels[w]
		if !has {
			label = string(w)
		}
		return choiceView{string(w), label, w == chosen}
	})
}

// limitChoices are how many may be listed, the number asked for among them.
func limitChoices(chosen int) []choiceView {
	numbers := []int{survey.UsualMost, 50, mostListed}
	if !slices.Contains(numbers, chosen) {
		numbers = append(numbers, chosen)
		slices.Sort(numbers)
	}
	return phrase.Each(numbers, func(n int) choiceView { return choiceView{strconv.Itoa(n), phrase.Grouped(n), n == chosen} })
}

// withoutFolders leaves out in which folders of the server's the files of an archive lie: readers of
// a site need not know. The files and places within them stay.
func withoutFolders(s survey.Survey) survey.Survey {
	s.Contradicted, s.Repeated, s.LeftOut = slices.Clone(s.Contradicted), slices.Clone(s.Repeated), slices.Clone(s.LeftOut)
	for _, some := range [][]survey.Claim{s.Contradicted, s.Repeated} {
		for i := range some {
			some[i].First.Source = filepath.Base(some[i].First.Source)
		}
	}
	for i := range s.LeftOut {
		s.LeftOut[i].Source = filepath.Base(s.LeftOut[i].Source)
	}
	return s
}

// corpusCharts draw the pictures beside the page, by their address.
var corpusCharts = map[string]func(render.Corpus) (answer, error){
	"/corpus.svg": func(d render.Corpus) (answer, error) { return corpusPicture(d, render.SVG, svgKind) },
	"/corpus.png": func(d render.Corpus) (answer, error) { return corpusPicture(d, render.PNG, pngKind) },
}

func corpusPicture(d render.Corpus, form render.ChartForm, kind string) (answer, error) {
	return chartFile(kind, func(out io.Writer) error { return render.DrawCorpus(out, form, d) })
}

func (s *Site) corpusAnswer(held *snapshot.Snapshot, r *http.Request, view corpusView, status int) (answer, error) {
	title := "An archive of articles"
	if view.Headline != "" {
		title = strings.TrimSuffix(view.Headline, ".")
	}
	a, err := s.render(held, r, "corpus", frame{Title: title, Place: "corpus", Scripted: view.Quoted != nil || view.Covered != nil, Cited: view.cited, Passing: true,
		Description: "Who is quoted in an archive of articles, which claims it repeats and which are contradicted, which titles and people it covers. " + view.Scope, Content: view})
	a.status = status
	return a, err
}

func (v *corpusView) fill(d render.Corpus, q url.Values, from int) {
	s := d.Survey
	v.Headline, v.Scope, v.Notes = d.Finding()+".", d.Scope(), d.Notes()
	if !s.Finished {
		v.Unfinished = d.Unfinished()
		v.Notes = slices.DeleteFunc(v.Notes, func(note string) bool { return note == v.Unfinished })
	}
	q.Del("from_part")
	asked := asking(q)
	v.Documents = documents("/corpus", asked)
	if d.Drawable() {
		figure := figureOf(d.Chart())
		figure.Notes = nil // the page says it above
		v.Quoted = &figure
		v.Documents = append(v.Documents, documentView{"Chart as SVG", "/corpus.svg" + asked, "image/svg+xml"}, documentView{"PNG", "/corpus.png" + asked, pngKind})
	}
	if c := d.CoverageChart(); len(c.Panels) > 0 {
		figure := figureOf(c)
		figure.Notes = nil
		v.Covered = &figure
	}
	v.Groups = phrase.Each(s.Parts[0].Groups, func(g survey.Group) articlesView { return groupOfArticles(orUnknown(g.Value), g) })
	v.page(q, from)
	if len(v.Groups) > 1 {
		all := groupOfArticles("all", s.All)
		all.Total = true
		v.Groups = append(v.Groups, all)
	}
	v.Speakers = phrase.Each(s.Speakers, func(one survey.Speaker) coveredView {
		view := coveredView{Name: short(one.Name), Gender: one.Gender, Words: phrase.Grouped(one.Words), Quotations: phrase.Grouped(one.Quotations), Articles: phrase.Grouped(one.Articles), Outlets: phrase.Grouped(one.Outlets)}
		if one.ID != "" {
			view.Address = personPath(one.ID)
		}
		return view
	})
	v.Claims = append(claimsSeen("Contradicted", "contradicted", s.Contradicted, s.ContradictedCount), claimsSeen("In several outlets", "repeated", s.Repeated, s.RepeatedCount)...)
	v.Titles = phrase.Each(s.Titles, func(c survey.Covered) coveredView { return coveredOf(c, titlePath(c.ID)) })
	v.People = phrase.Each(s.People, func(c survey.Covered) coveredView { return coveredOf(c, personPath(c.ID)) })
	if s.Slates != nil {
		v.Slates = phrase.Each(s.Slates.Rows, func(row survey.SlateRow) slateView {
			return slateView{phrase.Capital(render.Directed(row.Slate)), phrase.Grouped(row.Titles), phrase.Grouped(row.Mentions), phrase.Grouped(row.Times)}
		})
	}
	v.WhoIsNamed = d.WhoIsNamed()
	v.LeftOut = phrase.Each(s.LeftOut, func(l survey.LeftOut) leftOutView {
		return leftOutView{phrase.Counted(l.Documents, "document", "documents"), l.Kind, short(strings.TrimSpace(l.Source+" "+l.Place) + ": " + l.Why)}
	})
}

// page keeps the groups of one page, and says where the others are: there may be thousands of authors.
func (v *corpusView) page(q url.Values, from int) {
	of := len(v.Groups)
	if of <= partsOnPage {
		return
	}
	from = min(from, of-1)
	until := min(from+partsOnPage, of)
	v.Groups = v.Groups[from:until:until]
	v.Shown = fmt.Sprintf("%s to %s of %s; the files hold all.", phrase.Grouped(from+1), phrase.Grouped(until), phrase.Grouped(of))
	if from > 0 {
		v.Before = "/corpus" + withPart(q, max(from-partsOnPage, 0))
	}
	if until < of {
		v.After = "/corpus" + withPart(q, until)
	}
}

// picture is the path of the chart as a picture, or empty.
func (v *corpusView) picture() string {
	for _, d := range v.Documents {
		if d.Kind == pngKind {
			return d.Address
		}
	}
	return ""
}

// longestShown is how many letters are shown of a text of the archive: a field may be of any length.
const longestShown = 300

// short is a text of the archive, which is not to be trusted, as a page shows it.
func short(text string) string {
	letters := []rune(render.Line(text))
	if len(letters) > longestShown {
		return string(letters[:longestShown]) + "…"
	}
	return string(letters)
}

func orUnknown(value string) string {
	if value = short(value); value != "" {
		return value
	}
	return "not known"
}

func groupOfArticles(name string, g survey.Group) articlesView {
	share := g.Words.Count(rolecall.Woman).Share()
	return articlesView{
		Name: name, Articles: phrase.Grouped(g.Articles), Words: phrase.Grouped(g.Words.Total()), Share: phrase.Share(share), Known: share.Known.Percent(), Stated: share.Coverage.Percent(),
		Speakers: phrase.Grouped(g.Speakers.Total()), Women: phrase.Share(g.Speakers.Count(rolecall.Woman).Share()), Made: phrase.Grouped(g.Claims), Contradicted: phrase.Grouped(g.Contradicted),
	}
}

func coveredOf(c survey.Covered, address string) coveredView {
	return coveredView{Name: short(c.Name), Address: address, Gender: c.Gender, Slate: render.Directed(c.Slate), Articles: phrase.Grouped(c.Articles), Outlets: phrase.Grouped(c.Outlets), Mention: phrase.Grouped(c.Times)}
}

// claimsSeen are some claims under a heading; nothing where there are none.
func claimsSeen(title, id string, some []survey.Claim, of int) []claimsView {
	if of == 0 {
		return nil
	}
	v := claimsView{Title: title, ID: id, Note: phrase.Counted(of, "claim", "claims"), Claims: phrase.Each(some, claimSeen)}
	if len(some) < of {
		v.Note += ", the first " + phrase.Grouped(len(some))
	}
	return []claimsView{v}
}

func claimSeen(c survey.Claim) claimSeenView {
	v := claimSeenView{
		Verdict: c.Verdict, Words: verdictWords[verdict.Verdict(c.Verdict)], KindWords: aboutWords[claims.Kind(c.Kind)], Quote: short(c.Quote), Reason: phrase.Stop(short(c.Reason)), Row: short(c.Evidence), Made: phrase.Capital(render.MadeBy(c)),
		First: phrase.Joined(", ", short(c.First.Outlet), short(c.First.Date)), Address: onTheWeb(c.First.Address),
	}
	if place := short(strings.TrimSpace(c.First.Source + " " + c.First.Place)); v.First == "" {
		v.First = place
	} else if v.Address == "" {
		v.First += " (" + place + ")"
	}
	if c.TitleID != "" {
		v.Title, v.TitleAddress = short(c.Title), titlePath(c.TitleID)
	}
	return v
}

// onTheWeb is an address as it stands in an archive, if it is one of the web.
func onTheWeb(address string) string {
	u, err := url.Parse(strings.TrimSpace(address))
	if err != nil || u.Host == "" || u.Scheme != "http" && u.Scheme != "https" || u.User != nil {
		return ""
	}
	return u.String()
}
