package assistant

import (
	"bytes"
	"fmt"
	"reflect"

	"rolecall/block"
	"rolecall/contract"
	"rolecall/format"
	"rolecall/phrase"
)

// What a model reads is Markdown: tables keep their columns in it, whatever they hold.

// in is the answer in a window: for programs, and for people.
func (f found[A]) in(w *window, public, hash string) (contract.Told[A], []block.Block) {
	answer, blocks := f.part(w)
	w.bound(reflect.ValueOf(&answer), "")
	told := contract.Told[A]{Answer: answer, Caveats: f.method.Caveats(), Citation: f.method.Reference(f.path.permanent(public, hash)), LeftOut: []contract.Cut{}}
	if next := w.skip + w.most; w.more && next <= farthest {
		told.Next = &next
	}
	blocks = w.brief(blocks, f.paged)
	told.LeftOut = append(told.LeftOut, w.cuts...)
	return told, append(blocks, beside(told.Caveats, told.Citation, told.LeftOut, told.Next)...)
}

// beside is what is said beside an answer.
func beside(caveats []string, citation contract.Reference, cuts []contract.Cut, next *int) []block.Block {
	if len(cuts) > 0 {
		words := "Left out: " + phrase.And(phrase.Each(cuts, func(c contract.Cut) string { return fmt.Sprintf("%s (%d of %d shown)", c.List, c.Shown, c.Of) })) + "."
		if next != nil {
			words += fmt.Sprintf(" To go on, call again with skip %d.", *next)
		}
		caveats = append([]string{words}, caveats...)
	}
	items := phrase.Each(caveats, func(words string) block.Item { return block.Item{Text: block.Plain(words)} })
	return []block.Block{
		block.Heading{Words: "To be said with it"}, block.List{Items: items},
		block.Heading{Words: "To cite it"}, block.Sentence{Text: block.Plain(citation.Words)},
	}
}

// brief are the blocks that a model needs, in a window: without the drawing of episodes,
// which the names say too, without an article's own text, and without what is said
// beside the answer anyway.
func (w *window) brief(blocks []block.Block, paged func(block.Block) bool) (kept []block.Block) {
	for _, b := range blocks {
		if below, is := b.(block.Below); is {
			b = below.Block
		}
		skip, most := 0, w.inner
		if paged(b) {
			skip, most = w.skip, w.most
		}
		switch b := b.(type) {
		case block.Grid:
			kept = withoutHeading(kept)
		case block.Key, block.Code, block.Footer, block.Notes, block.Asked:
		case block.Sentence:
			if !b.Quoted {
				kept = append(kept, b)
			}
		case block.Names:
			if b.People = cut(b.People, skip, most); len(b.People) > 0 {
				kept = append(kept, b)
			}
		case block.List:
			b.Items, b.Numbered = cut(b.Items, skip, most), b.Numbered && skip == 0
			kept = append(kept, b)
		case block.Table:
			b.Rows = cut(b.Rows, skip, most)
			kept = append(kept, b)
		case block.Tables:
			for i := range b {
				b[i].Rows = cut(b[i].Rows, skip, most)
			}
			kept = append(kept, b)
		default:
			kept = append(kept, b)
		}
	}
	return kept
}

// withoutHeading are blocks without the heading of what is left out after them.
func withoutHeading(blocks []block.Block) []block.Block {
	if last := len(blocks) - 1; last >= 0 && is[block.Heading](blocks[last]) {
		return blocks[:last]
	}
	return blocks
}

func cut[T any](list []T, skip, most int) []T {
	skip = min(skip, len(list))
	return list[skip:min(skip+most, len(list))]
}

// brieflyAnswered is an answer of blocks alone, as formats take it.
type brieflyAnswered []block.Block

func (b brieflyAnswered) Blocks() []block.Block { return b }
func (brieflyAnswered) Rows() block.Rows        { return block.Rows{} }
func (brieflyAnswered) Object() any             { return nil }

// written are blocks as Markdown.
func written(blocks []block.Block) (string, error) {
	var b bytes.Buffer
	err := format.Markdown.Write(format.Screen{Out: &b}, brieflyAnswered(blocks))
	return b.String(), err
}

// plain is a text without what commands a terminal.
func plain(text string) string { return format.Plain(text) }
