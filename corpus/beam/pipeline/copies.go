package pipeline

import (
	"cmp"
	"context"
	"encoding/binary"
	"errors"
	"fmt"
	"slices"

	"github.com/apache/beam/sdks/v2/go/pkg/beam"
	"github.com/apache/beam/sdks/v2/go/pkg/beam/register"
	"github.com/cespare/xxhash/v2"

	"rolecall/corpus/copies"
	"rolecall/corpus/table"
)

func init() {
	register.DoFn1x2[Text, int, Text](&byDigestFn{})
	register.DoFn4x1[int, func(*Text) bool, func(int, int), func(Text), error](&sameFn{})
	register.DoFn2x1[Text, func(int, []byte), error](&bandsFn{})
	register.DoFn3x1[int, func(*[]byte) bool, func(int, Meeting), error](&meetFn{})
	register.DoFn1x2[Text, int, Text](&byNumberFn{})
	register.DoFn4x0[int, func(*Text) bool, func(*Meeting) bool, func(int, Met)](&bringFn{})
	register.Function3x1(lead)
	register.Function2x1(earlier)
	register.Function2x2(turned)
	register.Function5x0(follow)
	register.Function4x0(attach)
	register.DoFn3x0[int, func(*Link) bool, func(int, int)](&restFn{})
	register.DoFn2x2[int, int, int, Link](&byFileFn{})
	register.DoFn4x1[context.Context, int, func(*Link) bool, func(Written), error](&writeCopiesFn{})
	register.Emitter1[Link]()
	register.Emitter2[int, int]()
	register.Emitter2[int, []byte]()
	register.Emitter2[int, Meeting]()
	register.Emitter2[int, Met]()
	register.Iter1[int]()
	register.Iter1[[]byte]()
	register.Iter1[Link]()
	register.Iter1[Text]()
	register.Iter1[Meeting]()
	register.Iter1[Met]()
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

// Meeting says of a text that it agrees with another in a band, by what that has in it.
type Meeting struct {
	Number int
	In     Band
}

// Band is a band of a sketch and what is in it.
type Band struct {
	Place int
	Key   uint64
}

// Met is a text in a band in which it agrees with another.
type Met struct {
	In   Band
	Text Text
}

// copiesOf says which articles are copies, each with the first of its group, as copies.Groups
// does where all texts are in one memory.
//
// In so many parts is looked for texts that agree: one worker has a part in memory.
func copiesOf(s beam.Scope, texts beam.PCollection, parts int) beam.PCollection {
	return firsts(s, linked(s, texts, parts), rounds)
}

// partsOf is in how many parts it is looked for in an archive of so many bytes, packed: some 25,000
// articles each.
func partsOf(bytes int64) int { return int(min(max(bytes>>23, leastParts), mostParts)) }

// The least and the most parts.
const (
	leastParts = 32
	mostParts  = 1 << 20
)

// linked says of articles that are copies which earlier one each is most directly a copy of.
//
// Texts are grouped by parts, and what belongs together in a part is found in memory: engines
// keep more of their own for each key that they group by than a text has.
func linked(s beam.Scope, texts beam.PCollection, parts int) beam.PCollection {
	same, others := beam.ParDo2(s, &sameFn{}, beam.GroupByKey(s, beam.ParDo(s, &byDigestFn{parts}, texts)))
	// Most texts agree with no other: of each, who agrees is found out by numbers alone, and
	// sketches, which are many times as long, are sent to those who do.
	meetings := beam.ParDo(s, &meetFn{parts}, beam.GroupByKey(s, beam.ParDo(s, &bandsFn{Parts: parts}, others)))
	met := beam.ParDo(s, &bringFn{parts}, beam.CoGroupByKey(s, beam.ParDo(s, &byNumberFn{parts}, others), meetings))
	alike := beam.ParDo(s, lead, beam.GroupByKey(s, met))
	return beam.CombinePerKey(s, earlier, beam.Flatten(s, same, alike))
}

// byDigestFn puts texts of the same words into one part.
type byDigestFn struct{ Parts int }

// ProcessElement says the part of one.
func (b *byDigestFn) ProcessElement(t Text) (int, Text) {
	return int(xxhash.Sum64String(t.Digest) % uint64(b.Parts)), t
}

// sameFn links texts of the same words to the first of them. Of those with one sketch, which
// are all of them unless two digests are the same by chance, the first stands for the others:
// it is like what they are like, and they are compared with nothing more.
type sameFn struct{}

// ProcessElement takes the texts of a part.
func (*sameFn) ProcessElement(_ int, texts func(*Text) bool, link func(int, int), others func(Text)) error {
	numbers := make(map[string]map[string][]int)
	for t := (Text{}); texts(&t); {
		bySketch := numbers[t.Digest]
		if bySketch == nil {
			bySketch = make(map[string][]int)
			numbers[t.Digest] = bySketch
		}
		bySketch[string(t.Sketch)] = append(bySketch[string(t.Sketch)], t.Number)
	}
	for _, bySketch := range numbers {
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
	}
	return nil
}

func linkTo(first int, all []int, link func(int, int)) {
	for _, n := range all {
		if n != first {
			link(n, first)
		}
	}
}

// part is that of a band.
func (b Band) part(parts int) int { return int((b.Key + uint64(b.Place)) % uint64(parts)) }

// bandsFn says what texts have in each band, many at a time.
type bandsFn struct {
	Parts int
	// packed is what is to be said of each part.
	packed map[int][]byte
}

// packedMost is from how many bytes on what is packed is handed on.
const packedMost = 64 << 10

// StartBundle begins with nothing.
func (b *bandsFn) StartBundle(func(int, []byte)) { b.packed = make(map[int][]byte) }

// ProcessElement takes a text.
func (b *bandsFn) ProcessElement(t Text, emit func(int, []byte)) error {
	sketch, err := copies.FromBytes(t.Sketch)
	if err != nil {
		return fmt.Errorf("article %d: %w", t.Number, err)
	}
	for band := range copies.Bands {
		key := sketch.Band(band)
		part := Band{band, key}.part(b.Parts)
		packed := binary.AppendUvarint(binary.BigEndian.AppendUint64(append(b.packed[part], byte(band)), key), uint64(t.Number))
		if len(packed) >= packedMost {
			emit(part, packed)
			packed = nil
		}
		b.packed[part] = packed
	}
	return nil
}

// FinishBundle hands on what is left.
func (b *bandsFn) FinishBundle(emit func(int, []byte)) {
	for part, packed := range b.packed {
		if len(packed) > 0 {
			emit(part, packed)
		}
	}
	b.packed = nil
}

// meetFn says to texts in which bands they meet another.
type meetFn struct{ Parts int }

// ProcessElement takes the bands of a part.
func (m *meetFn) ProcessElement(_ int, packed func(*[]byte) bool, emit func(int, Meeting)) error {
	var all []Meeting
	for some := []byte(nil); packed(&some); {
		for len(some) > 0 {
			if len(some) < 10 {
				return errCut
			}
			number, n := binary.Uvarint(some[9:])
			if n <= 0 {
				return errCut
			}
			all = append(all, Meeting{int(number), Band{int(some[0]), binary.BigEndian.Uint64(some[1:])}})
			some = some[9+n:]
		}
	}
	slices.SortFunc(all, func(a, b Meeting) int { return cmp.Or(a.In.compare(b.In), cmp.Compare(a.Number, b.Number)) })
	for from := 0; from < len(all); {
		to := from + 1
		for to < len(all) && all[to].In == all[from].In {
			to++
		}
		if to > from+1 {
			for _, one := range all[from:to] {
				emit(one.Number%m.Parts, one)
			}
		}
		from = to
	}
	return nil
}

var errCut = errors.New("what texts have in their bands did not arrive whole")

func (b Band) compare(other Band) int {
	return cmp.Or(cmp.Compare(b.Place, other.Place), cmp.Compare(b.Key, other.Key))
}

// byNumberFn puts texts into parts by their numbers.
type byNumberFn struct{ Parts int }

// ProcessElement says the part of one.
func (b *byNumberFn) ProcessElement(t Text) (int, Text) { return t.Number % b.Parts, t }

// bringFn brings texts to those that they meet.
type bringFn struct{ Parts int }

// ProcessElement takes the texts of a part.
func (b *bringFn) ProcessElement(_ int, texts func(*Text) bool, meetings func(*Meeting) bool, emit func(int, Met)) {
	byNumber := make(map[int]Text)
	for t := (Text{}); texts(&t); {
		byNumber[t.Number] = t
	}
	for m := (Meeting{}); meetings(&m); {
		emit(m.In.part(b.Parts), Met{m.In, byNumber[m.Number]})
	}
}

// lead links the texts that agree in bands of a part.
func lead(_ int, texts func(*Met) bool, link func(int, int)) error {
	type sketched struct {
		in     Band
		number int
		sketch copies.Sketch
	}
	var all []sketched
	for m := (Met{}); texts(&m); {
		sketch, err := copies.FromBytes(m.Text.Sketch)
		if err != nil {
			return fmt.Errorf("article %d: %w", m.Text.Number, err)
		}
		all = append(all, sketched{m.In, m.Text.Number, sketch})
	}
	slices.SortFunc(all, func(a, b sketched) int { return cmp.Or(a.in.compare(b.in), cmp.Compare(a.number, b.number)) })
	for from := 0; from < len(all); {
		to := from + 1
		for to < len(all) && all[to].in == all[from].in {
			to++
		}
		agree := all[from:to]
		copies.Lead(len(agree), func(i int) *copies.Sketch { return &agree[i].sketch }, func(i, lead int) { link(agree[i].number, agree[lead].number) })
		from = to
	}
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
