// Package render is the answers: what each says, in blocks for people and as a table
// for machines. It decides wording and what stands where and nothing else; every
// number comes from package measure, and package format writes what is said here. The
// JSON is a contract (docs/data-model.md): fields are added, never renamed.
package render

import (
	"rolecall/block"
	"rolecall/catalog"
	"rolecall/format"
	"rolecall/method"
	"rolecall/phrase"
)

// Document is an answer that can be written in every format.
type Document = format.Answer

// Write writes a document in a format.
func Write(s format.Screen, f format.Format, d Document) error { return f.Write(s, d) }

// footer is the last line of every answer: which catalog it came from.
func footer(i catalog.Info) block.Footer {
	name := i.Name + " catalog"
	if i.HandPicked {
		name += ", hand-picked"
	}
	return block.Footer{name, phrase.ShortHash(i.Hash), "built " + phrase.Day(i.Built), "sources: rolecall sources"}
}

// ending closes an answer: its notes, how it was come to if that is asked for, and the
// catalog.
func ending(notes []string, told []block.Block, i catalog.Info) []block.Block {
	if len(notes) == 0 {
		return append(told, footer(i))
	}
	blocks := append([]block.Block{block.Notes(notes)}, told...)
	if len(told) == 0 {
		return append(blocks, block.Below{Block: footer(i)})
	}
	return append(blocks, footer(i))
}

// methodBlocks say how a number was come to, and how to cite it; nothing unless it is
// asked for.
func methodBlocks(asked bool, told func() method.Method) []block.Block {
	if !asked {
		return nil
	}
	m := told()
	return []block.Block{
		block.Heading{Words: "Method"}, block.Sentence{Text: block.Plain(m.Paragraph())},
		block.Heading{Words: "To cite it"}, block.Code{Language: "bibtex", Text: m.BibTeX()}, block.Code{Language: "json", Text: m.CSLJSON()},
	}
}
