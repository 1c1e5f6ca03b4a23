package format

import "slices"

// registered are the formats in the order in which lists have them, the default
// first.
var registered []Format

func init() {
	Register(Terminal)
	Register(JSON)
	Register(CSV)
	Register(Markdown)
	Register(JSONLines)
	Register(Parquet)
	Register(SARIF)
	Register(ClaimReview)
	Register(Atom)
}

// Register puts a format at the end of the list. Formats are registered before
// anything is written; what it gives back takes the format from the list again.
func Register(f Format) (withdraw func()) {
	registered = append(registered, f)
	return func() {
		registered = slices.DeleteFunc(registered, func(other Format) bool { return other.Word == f.Word })
	}
}

// All are the formats that write every answer, the default first.
func All() []Format {
	return slices.DeleteFunc(Every(), func(f Format) bool { return f.Of() != "" })
}

// Every is all formats there are: those that write some answers only are the last.
func Every() []Format { return slices.Clone(registered) }
