package contract

// Answered is the answer to a statement in SQL.
type Answered struct {
	Columns []AnsweredColumn `json:"columns" doc:"The columns, in the order of the statement."`
	Rows    int              `json:"rows" minimum:"0" doc:"How many rows there are."`
	Cut     bool             `json:"cut" doc:"Whether there are more rows than were asked for."`
	Notes   []string         `json:"notes" doc:"What a reader may otherwise take wrong."`
	Catalog Catalog          `json:"catalog" doc:"What the answer was given from."`
}

// AnsweredColumn is a column of such an answer with its values, in the list that its kind
// says; the other lists are left out.
type AnsweredColumn struct {
	Name    string     `json:"name" doc:"What the statement calls it."`
	Kind    string     `json:"kind" enum:"text,whole,number,yes_no" doc:"What its values are, and which list has them."`
	Texts   []*string  `json:"texts,omitempty" doc:"The values, null where there is nothing."`
	Wholes  []*int     `json:"wholes,omitempty" doc:"The values, null where there is nothing."`
	Numbers []*float64 `json:"numbers,omitempty" doc:"The values, null where there is nothing."`
	YesNo   []*bool    `json:"yes_no,omitempty" doc:"The values, null where there is nothing."`
}

// Views are the answer about what a statement in SQL can ask.
type Views struct {
	Views     []View     `json:"views" doc:"The views."`
	Functions []Function `json:"functions" doc:"The functions there are beside those of DuckDB: the rules of counting."`
	Catalog   Catalog    `json:"catalog" doc:"The catalog."`
}

// View is a table as it is promised to whoever asks for data.
type View struct {
	Name    string       `json:"name" doc:"What it is called."`
	About   string       `json:"about" doc:"What a row is."`
	Key     []string     `json:"key" doc:"The columns that tell rows apart; empty where several rows may be the same."`
	Columns []ViewColumn `json:"columns" doc:"The columns."`
}

// ViewColumn is a column of a view.
type ViewColumn struct {
	Name    string   `json:"name" doc:"What it is called."`
	Type    string   `json:"type" enum:"text,whole number,yes or no,list of texts" doc:"What its values are."`
	Unit    string   `json:"unit" doc:"What a number counts; empty of others."`
	About   string   `json:"about" doc:"What it holds."`
	Needed  bool     `json:"needed" doc:"Whether there is always something."`
	Choices []string `json:"choices" doc:"All values there can be; empty where there is no end of them."`
	Of      string   `json:"of" doc:"The view whose key it is; empty where it is none."`
}

// Function is a rule of counting as statements call it.
type Function struct {
	Call  string `json:"call" doc:"How it is called."`
	About string `json:"about" doc:"What it gives."`
}
