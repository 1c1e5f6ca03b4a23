package english

// Shape is what a block of a text is to a reader.
type Shape string

// The shapes of blocks.
const (
	// Heading stands above others and says what they are about.
	Heading Shape = "heading"
	// Paragraph is running text.
	Paragraph Shape = "paragraph"
	// ListItem is an item of a list or a line of a schedule; the lines under it are about it.
	ListItem Shape = "entry"
	// Field is a labelled line of a fact box or list: "Dir: Wanuri Kahiu".
	Field Shape = "field"
	// Row is a row of a table, its cells parted by tabs.
	Row Shape = "row"
	// Caption is what is written under a picture.
	Caption Shape = "caption"
	// Question and Answer are the turns of an interview.
	Question Shape = "question"
	Answer   Shape = "answer"
)

// None is the Under of a block that stands under nothing.
const None = -1

// Block is a stretch of a text that is one thing to a reader. No sentence reaches over
// its end.
type Block struct {
	Span
	Shape Shape
	// Level is that of a heading, 1 for the page's own, or the depth of an entry; 0 where
	// it is not known.
	Level int
	// Under is the place, among the blocks, of the heading or entry that says what the
	// block is about; None where there is none.
	Under int
	// Label is the label of a field, without its colon; empty for others.
	Label Span
}
