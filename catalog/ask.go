package catalog

import (
	"context"
	"database/sql"
	"errors"
	"fmt"
	"math"
	"slices"
	"strings"
	"time"

	"github.com/duckdb/duckdb-go/v2"

	"rolecall/block"
	"rolecall/phrase"
	"rolecall/population"
)

// Statement is a question in SQL to the views.
type Statement struct {
	Text string
	// Population is what the view population holds.
	Population population.Population
	// Rows is the most rows that are answered, Time how long it may take.
	Rows int
	Time time.Duration
}

// Answered is the answer to a statement.
type Answered struct {
	Rows block.Rows
	// Cut says that there are more rows than were asked for.
	Cut bool
	// Endless says that some number is infinite or none at all, and left empty.
	Endless bool
}

// TimeError says that a statement took longer than it may.
type TimeError struct{ Time time.Duration }

func (e *TimeError) Error() string {
	return fmt.Sprintf("the statement took longer than %s and was ended: ask for less, ask the views slate and tally, which are counted ahead, or give it more with --time-limit", e.Time)
}

// Macro is a function that statements can call beside those of DuckDB.
type Macro struct{ Name, Parameters, About, value string }

// Call is how it is called.
func (m Macro) Call() string { return m.Name + "(" + m.Parameters + ")" }

// Macros are the rules of counting as SQL; a test holds each to the rule in Go. Genders
// are a word, or several with + between them.
func Macros() []Macro { return slices.Clone(macros) }

var macros = []Macro{
	{"certain", "gender, asked", "How many of the rows are of the gender asked for by what is stated, such as 'woman' or 'woman+nonbinary'.",
		`count(*) FILTER (list_contains(string_split(asked, '+'), gender))`},
	{"possible", "gender, asked", "How many are, or would be if everybody not stated were.",
		`count(*) FILTER (list_contains(string_split(asked, '+'), gender) OR coalesce(gender, 'unknown') = 'unknown')`},
	{"share", "certain, possible, total", "The share with its bounds: lower, known, upper and coverage, to six decimals, each nothing where it is a share of nobody. unnest(share(…)) makes a column of each.",
		`{'lower': round(certain::DOUBLE / nullif(total, 0), 6), 'known': round(certain::DOUBLE / nullif(total - (possible - certain), 0), 6), ` +
			`'upper': round(possible::DOUBLE / nullif(total, 0), 6), 'coverage': round((total - (possible - certain))::DOUBLE / nullif(total, 0), 6)}`},
}

// Ask answers a statement. It is read before it is asked, and refused with a
// *StatementError where it is no question to the views; the database that answers it
// reaches no file and no network from then on, and its settings stay as they are. The
// other errors are a *TimeError, ErrMemory and those of Tally.
func (c *Catalog) Ask(ctx context.Context, s Statement) (answer Answered, err error) {
	if err := CheckText(s.Text); err != nil {
		return answer, err
	}
	p, err := c.Resolved(ctx, s.Population)
	if err != nil {
		return answer, err
	}
	if err := c.seal(ctx); err != nil {
		return answer, err
	}
	conn, release, err := c.connect(ctx)
	if err != nil {
		return answer, err
	}
	defer release()
	within, cancel := context.WithTimeout(ctx, s.Time)
	defer cancel()
	answer, err = answering{c, conn}.ask(within, s, p)
	if errors.Is(within.Err(), context.DeadlineExceeded) && ctx.Err() == nil && err != nil {
		return answer, &TimeError{s.Time}
	}
	return answer, err
}

// seal shuts the database off from all but its file, for good.
func (c *Catalog) seal(ctx context.Context) error {
	var closed bool
	if err := c.db.QueryRowContext(ctx, `SELECT current_setting('lock_configuration')`).Scan(&closed); err != nil || closed {
		return c.fault(err)
	}
	_, err := c.db.ExecContext(ctx, `SET enable_external_access = false; SET lock_configuration = true`)
	return c.fault(err)
}

// answering is a connection that answers statements.
type answering struct {
	*Catalog
	conn *sql.Conn
}

func (a answering) ask(ctx context.Context, s Statement, p population.Population) (answer Answered, err error) {
	read, err := readStatement(ctx, a.conn, s.Text)
	if err != nil {
		return answer, a.told(err)
	}
	if read.views["population"] {
		if err := choose(ctx, a.conn, p, KindsCounted(p), Breakdown{}); err != nil {
			return answer, a.fault(err)
		}
	}
	defer a.drop(read)
	if err := a.prepare(ctx, read, s.Text); err != nil {
		return answer, a.told(err)
	}
	if answer.Rows.Columns, err = a.columns(ctx); err != nil {
		return answer, a.told(err)
	}
	err = a.rows(ctx, s.Rows, &answer)
	return answer, a.told(err)
}

// answerView is the name of the view that is the statement itself, which nothing else has.
const answerView = `"the answer"`

// prepare makes the views that a statement asks, the macros, and a view of the statement.
func (a answering) prepare(ctx context.Context, read statement, text string) error {
	named, err := tablesOf(ctx, a.conn)
	if err != nil {
		return err
	}
	for _, m := range macros {
		if _, err := a.conn.ExecContext(ctx, `CREATE OR REPLACE TEMP MACRO `+m.Call()+` AS `+m.value); err != nil {
			return err
		}
	}
	for name := range read.views {
		v, _ := viewOf(name)
		if _, err := a.conn.ExecContext(ctx, `CREATE OR REPLACE TEMP VIEW `+quoted(name)+` AS `+v.query(named, read.wants)); err != nil {
			return err
		}
	}
	_, err = a.conn.ExecContext(ctx, `CREATE OR REPLACE TEMP VIEW `+answerView+` AS `+"\n"+text)
	return err
}

// tablesOf are the tables of the catalog by their whole names, as views have the same.
func tablesOf(ctx context.Context, conn *sql.Conn) (tables, error) {
	var database string
	err := conn.QueryRowContext(ctx, `SELECT current_database()`).Scan(&database)
	return func(name string) string {
		switch name {
		case "chosen":
			return `temp.chosen`
		case "anybody":
			name = "person"
		}
		return quoted(database) + `.main.` + quoted(name)
	}, err
}

// drop frees what was made for a statement; the connection may serve another question.
func (a answering) drop(read statement) {
	text := `DROP VIEW IF EXISTS ` + answerView
	for name := range read.views {
		text += `; DROP VIEW IF EXISTS temp.` + quoted(name)
	}
	for _, m := range macros {
		text += `; DROP MACRO IF EXISTS temp.` + m.Name
	}
	a.conn.ExecContext(context.Background(), text+`; DROP TABLE IF EXISTS temp.chosen`)
}

// columns are those of the answer by the kinds that there are of answers.
func (a answering) columns(ctx context.Context) ([]block.Column, error) {
	rows, err := a.conn.QueryContext(ctx, `FROM `+answerView+` LIMIT 0`)
	if err != nil {
		return nil, err
	}
	defer rows.Close()
	types, err := rows.ColumnTypes()
	if err != nil {
		return nil, err
	}
	return phrase.Each(types, func(t *sql.ColumnType) block.Column {
		return block.Column{Name: t.Name(), Kind: kindOf(t.DatabaseTypeName())}
	}), rows.Err()
}

// kindOf is what values of a type of DuckDB are in an answer. What is no number and no
// yes or no is a text.
func kindOf(name string) block.Kind {
	switch name, _, _ := strings.Cut(name, "("); name {
	case "BOOLEAN":
		return block.YesNo
	case "TINYINT", "SMALLINT", "INTEGER", "BIGINT", "HUGEINT", "UTINYINT", "USMALLINT", "UINTEGER", "UBIGINT", "UHUGEINT", "BIGNUM":
		return block.Whole
	case "FLOAT", "DOUBLE", "DECIMAL":
		return block.Decimal
	}
	return block.String
}

// asKind are the values of a column as those of its kind. A list of texts is one text,
// as in every table of an answer.
var asKind = map[block.Kind]string{
	block.YesNo: `%[1]s`, block.Whole: `%[1]s::BIGINT`, block.Decimal: `%[1]s::DOUBLE`,
	block.String: `CASE WHEN typeof(%[1]s) = 'VARCHAR[]' THEN array_to_string(TRY_CAST(%[1]s AS VARCHAR[]), '; ') ELSE %[1]s::VARCHAR END`,
}

// rows reads the answer, of which there may be no more than some rows.
func (a answering) rows(ctx context.Context, most int, answer *Answered) error {
	room, err := a.Memory(ctx)
	if err != nil {
		return err
	}
	room /= heldShare
	values := make([]string, len(answer.Rows.Columns))
	names := make([]string, len(values))
	for i, column := range answer.Rows.Columns {
		names[i] = fmt.Sprintf("c%d", i) // two columns may have one name
		values[i] = fmt.Sprintf(asKind[column.Kind], names[i])
	}
	text := fmt.Sprintf(`SELECT %s FROM %s AS answer(%s) LIMIT %d`, strings.Join(values, ", "), answerView, strings.Join(names, ", "), most+1)
	found, err := a.conn.QueryContext(ctx, text)
	if err != nil {
		return err
	}
	defer found.Close()
	for found.Next() {
		if len(answer.Rows.Values) == most {
			answer.Cut = true
			break
		}
		row, into := make([]any, len(values)), make([]any, len(values))
		for i := range row {
			into[i] = &row[i]
		}
		if err := found.Scan(into...); err != nil {
			return err
		}
		for i, value := range row {
			row[i] = answer.value(value)
			room -= sizeOf(value)
		}
		if room < 0 {
			return ErrMemory
		}
		answer.Rows.Add(row...)
	}
	return found.Err()
}

// heldShare is which part of the database's memory an answer may take beside it.
const heldShare = 4

// sizeOf is about how many bytes a value takes.
func sizeOf(v any) int64 {
	const slot = 32
	if text, is := v.(string); is {
		return slot + int64(len(text))
	}
	return slot
}

// value is a value of the database as one of an answer.
func (a *Answered) value(v any) any {
	switch v := v.(type) {
	case int64:
		return int(v)
	case float64:
		if math.IsNaN(v) || math.IsInf(v, 0) {
			a.Endless = true
			return nil
		}
	}
	return v
}

// remedies are what to write instead, by the type of an error that DuckDB has for what it
// was asked.
var remedies = map[duckdb.ErrorType]string{
	duckdb.ErrorTypePermission: "only views are read, and nothing is written: " + onlyQuestions,
}

// told is an error of a statement as whoever wrote it is told. That DuckDB has one says
// nothing of the catalog's file, unless the file cannot be read.
func (a answering) told(err error) error {
	database := new(duckdb.Error)
	if short(err) != nil || !errors.As(err, &database) || slices.Contains([]duckdb.ErrorType{duckdb.ErrorTypeInterrupt, duckdb.ErrorTypeIO, duckdb.ErrorTypeSerialization}, database.Type) {
		if _, own := errors.AsType[*StatementError](err); own {
			return err
		}
		return a.fault(err)
	}
	_, words, _ := strings.Cut(oneLine(err), "Error: ") // the kind of error, which says no more
	if remedy, is := remedies[database.Type]; is {
		return &StatementError{words, remedy}
	}
	return &StatementError{words, `"rolecall sql" without a statement lists the views, their columns and the functions`}
}
