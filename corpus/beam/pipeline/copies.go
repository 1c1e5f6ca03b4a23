package pipeline

import (
	"cmp"
	"context"
	"fmt"
	"slices"

	"github.com/apache/beam/sdks/v2/go/pkg/beam"
	"github.com/apache/beam/sdks/v2/go/pkg/beam/register"

	"rolecall/corpus/copies"
	"rolecall/corpus/table"
)

func init() {
	register.Function1x2(byDigest)
	register.DoFn4x1[string, func(*Text) bool, func(int, int), func(Text), error](&sameFn{})
	register.Function2x1(byBand)
	register.Function3x0(meet)
	register.Function1x2(byNumber)
	register.Function4x0(bring)
	register.Function3x1(lead)
	register.Function2x1(earlier)
	register.Function2x2(turned)
	register.Function5x0(follow)
	register.Function4x0(attach)
	register.DoFn3x0[int, func(*Link) bool, func(int, int)](&restFn{})
	register.DoFn2x2[int, int, int, Link](&byFileFn{})
	register.DoFn4x1[context.Context, int, func(*Link) bool, func(Written), error](&writeCopiesFn{})
	register.Emitter1[int]()
	register.Emitter1[Link]()
	register.Emitter2[int, int]()
	register.Emitter2[string, int]()
	register.Emitter2[int, string]()
	register.Emitter2[string, Text]()
	register.Iter1[int]()
	register.Iter1[string]()
	register.Iter1[Link]()
	register.Iter1[Text]()
}

// Text is what an article is compared with others by.
type Text struct {
	Number int
	Digest string
	Sketch []byte
}

func textOf(number int, t copies.Text) Text { return Text{number, t.Digest, t.Sketch.Bytes()} }

// Link says of an article which earlier one it is a copy of, and of that the same, 0 for none.
type Link struct{ Article, Of, Then int }

// rounds is in how many steps links are followed by all workers, each twice as far as the one
// before. What is farther from its first text than 2^rounds, as a list of films that has
// changed a little from day to day for months, is followed on one worker.
const rounds = 6

// copiesOf says which articles are copies, each with the first of its group, as copies.Groups
// does where all texts are in one memory.
func copiesOf(s beam.Scope, texts beam.PCollection) beam.PCollection {
	return firsts(s, linked(s, texts), rounds)
}

// linked says of articles that are copies which earlier one each is most directly a copy of.
func linked(s beam.Scope, texts beam.PCollection) beam.PCollection {
	same, others := beam.ParDo2(s, &sameFn{}, beam.GroupByKey(s, beam.ParDo(s, byDigest, texts)))
	// Most texts agree with no other: of each, who agrees is found out by numbers alone, and
	// sketches, which are many times as long, are sent to those who do.
	meetings := beam.ParDo(s, meet, beam.GroupByKey(s, beam.ParDo(s, byBand, others)))
	brought := beam.ParDo(s, bring, beam.CoGroupByKey(s, beam.ParDo(s, byNumber, others), meetings))
	alike := beam.ParDo(s, lead, beam.GroupByKey(s, brought))
	return beam.CombinePerKey(s, earlier, beam.Flatten(s, same, alike))
}

func byDigest(t Text) (string, Text) { return t.Digest, t }

// sameFn links texts of the same words to the first of them. Of those with one sketch, which
// are all of them unless two digests are the same by chance, the first stands for the others:
// it is like what they are like, and they are compared with nothing more.
type sameFn struct{}

// ProcessElement takes the texts of a digest.
func (*sameFn) ProcessElement(digest string, texts func(*Text) bool, link func(int, int), others func(Text)) error {
	bySketch := make(map[string][]int)
	for t := (Text{}); texts(&t); {
		bySketch[string(t.Sketch)] = append(bySketch[string(t.Sketch)], t.Number)
	}
	var firsts []int
	for sketch, numbers := range bySketch {
		first := slices.Min(numbers)
		firsts = append(firsts, first)
		linkTo(first, numbers, link)
		if sketch != "" {
			others(Text{Number: first, Sketch: []byte(sketch)})
		}
	}
	linkTo(slices.Min(firsts), firsts, link)
	return nil
}

func linkTo(first int, all []int, link func(int, int)) {
	for _, n := range all {
		if n != first {
			link(n, first)
		}
	}
}

// byBand says what a text has in each band.
func byBand(t Text, emit func(string, int)) error {
	sketch, err := copies.FromBytes(t.Sketch)
	if err != nil {
		return fmt.Errorf("article %d: %w", t.Number, err)
	}
	for band := range copies.Bands {
		emit(fmt.Sprintf("%x:%x", band, sketch.Band(band)), t.Number)
	}
	return nil
}

// meet says to texts in which band they meet another.
func meet(band string, numbers func(*int) bool, emit func(int, string)) {
	first, number := 0, 0
	if !numbers(&first) || !numbers(&number) {
		return
	}
	emit(first, band)
	emit(number, band)
	for numbers(&number) {
		emit(number, band)
	}
}

func byNumber(t Text) (int, Text) { return t.Number, t }

// bring gives a text to those that it meets.
func bring(_ int, texts func(*Text) bool, bands func(*string) bool, emit func(string, Text)) {
	var t Text
	texts(&t)
	for band := ""; bands(&band); {
		emit(band, t)
	}
}

// lead links the texts that agree in a band.
func lead(_ string, texts func(*Text) bool, link func(int, int)) error {
	type sketched struct {
		number int
		sketch copies.Sketch
	}
	var all []sketched
	for t := (Text{}); texts(&t); {
		sketch, err := copies.FromBytes(t.Sketch)
		if err != nil {
			return fmt.Errorf("article %d: %w", t.Number, err)
		}
		all = append(all, sketched{t.Number, sketch})
	}
	slices.SortFunc(all, func(a, b sketched) int { return cmp.Compare(a.number, b.number) })
	copies.Lead(len(all), func(i int) *copies.Sketch { return &all[i].sketch }, func(i, lead int) { link(all[i].number, all[lead].number) })
	return nil
}

func earlier(a, b int) int { return min(a, b) }

// firsts follows links to their ends.
func firsts(s beam.Scope, links beam.PCollection, rounds int) beam.PCollection {
	known, open, settled := links, links, []beam.PCollection(nil)
	for range rounds {
		farther, done := beam.ParDo2(s, follow, beam.CoGroupByKey(s, beam.ParDo(s, turned, open), known))
		settled = append(settled, done)
		known, open = beam.Flatten(s, append(slices.Clone(settled), farther)...), farther
	}
	rest := beam.ParDo(s, attach, beam.CoGroupByKey(s, beam.ParDo(s, turned, open), known))
	return beam.Flatten(s, append(settled, beam.ParDo(s, &restFn{}, beam.GroupByKey(s, beam.AddFixedKey(s, rest))))...)
}

func turned(article, of int) (int, int) { return of, article }

// follow moves the links to an article on to what that is a copy of; those to an article that is
// none are at their end.
func follow(of int, articles, then func(*int) bool, farther, done func(int, int)) {
	next := 0
	to := done
	if then(&next) {
		of, to = next, farther
	}
	for article := 0; articles(&article); {
		to(article, of)
	}
}

// attach says with each link what lies behind it.
func attach(of int, articles, then func(*int) bool, emit func(Link)) {
	next := 0
	then(&next)
	for article := 0; articles(&article); {
		emit(Link{article, of, next})
	}
}

// restFn follows all links that are left to their ends.
type restFn struct{}

// ProcessElement takes all of them.
func (*restFn) ProcessElement(_ int, links func(*Link) bool, emit func(int, int)) {
	next := make(map[int]int)
	var articles []int
	for l := (Link{}); links(&l); {
		articles = append(articles, l.Article)
		next[l.Article] = l.Of
		if l.Then != 0 {
			next[l.Of] = l.Then
		}
	}
	for _, article := range articles {
		end := article
		for on, held := next[end]; held; on, held = next[end] {
			end = on
		}
		emit(article, end)
	}
}

// writeCopies writes which articles are copies of which, as files about the same documents as
// those of the other tables.
func writeCopies(s beam.Scope, t tables, copied beam.PCollection) beam.PCollection {
	return beam.ParDo(s, &writeCopiesFn{t}, beam.GroupByKey(s, beam.ParDo(s, &byFileFn{t.Size}, copied)))
}

// byFileFn says which file a link belongs to.
type byFileFn struct{ Size int }

// ProcessElement says it of one.
func (b *byFileFn) ProcessElement(article, of int) (int, Link) {
	return (article-1)/b.Size + 1, Link{Article: article, Of: of}
}

// writeCopiesFn writes a file.
type writeCopiesFn struct{ Tables tables }

// ProcessElement writes that of a number.
func (w *writeCopiesFn) ProcessElement(ctx context.Context, number int, links func(*Link) bool, written func(Written)) error {
	var all []Link
	for l := (Link{}); links(&l); {
		all = append(all, l)
	}
	slices.SortFunc(all, func(a, b Link) int { return cmp.Compare(a.Article, b.Article) })
	rows := table.Copies.New()
	for _, l := range all {
		rows.Add(l.Article, l.Of)
	}
	lines, err := table.Lines(rows)
	if err != nil {
		return err
	}
	if _, err := w.Tables.write(ctx, table.Copies, number, lines); err != nil {
		return err
	}
	written(Written{})
	return nil
}
