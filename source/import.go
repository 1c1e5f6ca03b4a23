package source

import "rolecall"

// Import is what "rolecall import" knows of a source. Each source says its own, and
// source/registry lists them; nothing else knows a source by name.
type Import struct {
	// Word begins the source's paths on the command line: "imdb".
	Word string
	// Name is what it is called in messages, in the plural: "IMDb's datasets".
	Name string
	// Paths is the shape of what follows the word: "DIR", "FILE..."; empty where nothing
	// does, as its facts come with the program.
	Paths string
	// Help says what the paths are, in lines of up to 60 letters.
	Help []string
	// Examples are command lines without "rolecall".
	Examples []string
	// Docs is the page about it.
	Docs string
	// Flags are those that this source alone takes.
	Flags []Flag
	// First says that it fills an empty catalog and nothing else, as a Bulk asks:
	// it is read before all others, and once.
	First bool
	// BadLines is how many malformed lines are left aside unless told otherwise:
	// files written by a machine in the millions may have some, what people wrote or
	// fetched one by one has none that are not worth a look.
	BadLines int
	// ID is the word by which rows refer to it as a source, where that is one.
	ID string
	// Principals are the roles of which it lists only the principal people, so that
	// there may be more than are held.
	Principals []rolecall.Role
	// Open makes the readers of what the command line asks for, without opening a
	// file. Its errors are of usage.
	Open func(Asked) ([]Reader, error)
}

// OfMachines is the number of malformed lines left aside of what machines write in
// the millions.
const OfMachines = 1000

// Flag is a flag of "rolecall import" that one source takes.
type Flag struct {
	Name, Help string
	// IsSwitch says that it takes no value.
	IsSwitch bool
	// Words are those that it takes, where not any text does; Refusal is what is said
	// of another.
	Words   []string
	Refusal string
	// Each, if set, says that every path has a value of its own, in their order, and is
	// what such a path is called: "crew list".
	Each string
}

// Asked is what a command line says of one source.
type Asked struct {
	Paths []string
	// Flags are the values by the names of flags; a switch that is on has one, a flag
	// of each path as many as there are paths.
	Flags map[string][]string
}

// Sized is a Reader that can tell how many bytes a catalog of its facts may take on
// the disk while it is built; 0 is not known.
type Sized interface {
	Reader
	Room() int64
}

// Measured is a Reader that can tell how many bytes it is going to read, where those are
// not all that lie at its paths.
type Measured interface {
	Reader
	Bytes() int64
}
