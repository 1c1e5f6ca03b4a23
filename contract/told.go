package contract

// Told is an answer as an assistant is told it: cut to what a conversation has room
// for, with what must be said beside it.
type Told[A any] struct {
	Answer   A         `json:"answer" doc:"The answer. Its lists may be cut, as left_out says; tallies, counts and shares are of the whole in any case."`
	Caveats  []string  `json:"caveats" doc:"What must be said with any figure of it: its bounds, how far it is settled, what is not known."`
	Citation Reference `json:"citation" doc:"How to cite it, so that it can be checked."`
	LeftOut  []Cut     `json:"left_out" doc:"The lists that were cut."`
	Next     *int      `json:"next" minimum:"1" doc:"What to give as skip for what follows; null where nothing does."`
}

// Reference is where an answer can be checked.
type Reference struct {
	Words   string   `json:"words" doc:"The citation in a sentence."`
	Hash    string   `json:"hash" doc:"The content hash of the catalog: the same for the same facts."`
	Program string   `json:"program" doc:"The version of Rolecall that built the catalog."`
	Address string   `json:"address,omitempty" doc:"The permanent address of the answer; left out where it is on no server."`
	CSL     Citation `json:"csl" doc:"The citation for reference managers."`
}

// Cut is a list of an answer that was cut.
type Cut struct {
	List  string `json:"list" doc:"Where it stands: roles[].people."`
	Shown int    `json:"shown" minimum:"0" doc:"How many are shown; of several such lists, of the longest."`
	Of    int    `json:"of" minimum:"0" doc:"How many there are."`
}

// Unusual is the answer about how unusual a title is.
type Unusual struct {
	Title    Title   `json:"title" doc:"The title asked for."`
	Headline string  `json:"headline" doc:"Who directed it, in a sentence."`
	Rarity   Rarity  `json:"rarity" doc:"How it stands among others, or why that cannot be told."`
	Catalog  Catalog `json:"catalog" doc:"What the answer was given from."`
}
