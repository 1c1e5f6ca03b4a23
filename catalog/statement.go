package catalog

import (
	"cmp"
	"context"
	"database/sql"
	"encoding/json"
	"fmt"
	"maps"
	"regexp"
	"slices"
	"strings"

	"rolecall/nameindex"
	"rolecall/phrase"
)

// StatementError says what is the matter with a statement in SQL that somebody wrote, and
// what to write instead.
type StatementError struct{ Fault, Remedy string }

func (e *StatementError) Error() string { return e.Fault + ": " + e.Remedy }

// Usage marks it as an error in how something is asked.
func (e *StatementError) Usage() {}

// onlyQuestions is what to do instead of anything but a question.
const onlyQuestions = "only one question is answered at a time, which begins with SELECT, FROM or WITH"

// statement is what a statement speaks of, as DuckDB's own parser reads it.
type statement struct {
	// views are those that it asks, by name.
	views map[string]bool
	// words are the names in it that may be columns, in lower case.
	words map[string]bool
	// all says that it may speak of columns without naming them.
	all bool
}

// wants reports whether a column may be spoken of.
func (s statement) wants(column string) bool { return s.all || s.words[column] }

// readStatement reads a statement by the tree that DuckDB makes of it, and refuses what is
// no question to the views. That the database may not reach files, change its settings or
// write is seen to beside this: here, whoever asks is told what to write instead.
func readStatement(ctx context.Context, conn *sql.Conn, text string) (statement, error) {
	if strings.TrimSpace(text) == "" {
		return statement{}, &StatementError{"the statement is empty", onlyQuestions}
	}
	var tree string
	if err := conn.QueryRowContext(ctx, `SELECT json_serialize_sql(?::VARCHAR)::VARCHAR`, text).Scan(&tree); err != nil {
		return statement{}, err
	}
	var parsed struct {
		Error      bool             `json:"error"`
		Type       string           `json:"error_type"`
		Message    string           `json:"error_message"`
		Statements []map[string]any `json:"statements"`
	}
	if err := json.Unmarshal([]byte(tree), &parsed); err != nil {
		return statement{}, fmt.Errorf("read the statement: %w", err)
	}
	switch {
	case parsed.Error && parsed.Type == "parser":
		return statement{}, &StatementError{"this cannot be read as SQL", firstLine(parsed.Message)}
	case parsed.Error:
		return statement{}, &StatementError{firstWord(text) + " is no question", onlyQuestions}
	case len(parsed.Statements) != 1:
		return statement{}, &StatementError{fmt.Sprintf("these are %d statements", len(parsed.Statements)), onlyQuestions}
	}
	r := reader{statement: statement{views: make(map[string]bool), words: make(map[string]bool)}, aliases: make(map[string]bool), alone: make(map[string]bool)}
	if err := r.walk(parsed.Statements[0], nil); err != nil {
		return statement{}, err
	}
	r.all = r.all || r.speaksOfRows()
	return r.statement, nil
}

func firstLine(text string) string { line, _, _ := strings.Cut(text, "\n"); return line }

// comments are what SQL passes over.
var comments = regexp.MustCompile(`(?s)^(\s|;|--[^\n]*(\n|$)|/\*.*?\*/)+`)

// firstWord is the word that a statement begins with, as DuckDB's statements are called.
func firstWord(text string) string {
	word, _, _ := strings.Cut(strings.TrimSpace(comments.ReplaceAllString(text, "")), " ")
	if word == "" {
		return "this"
	}
	return strings.ToUpper(shorten(firstLine(word)))
}

// reader walks through the tree of a statement.
type reader struct {
	statement
	// aliases are other names of tables in the statement, alone the names that stand where
	// a column could be without a table before them.
	aliases, alone map[string]bool
}

// scope are the names that a statement gives to tables of its own.
type scope map[string]bool

func (s scope) with(name string) scope {
	more := maps.Clone(s)
	if more == nil {
		more = make(scope)
	}
	more[strings.ToLower(name)] = true
	return more
}

func (r *reader) walk(node any, known scope) error {
	switch node := node.(type) {
	case []any:
		for _, one := range node {
			if err := r.walk(one, known); err != nil {
				return err
			}
		}
	case map[string]any:
		return r.walkNode(node, known)
	}
	return nil
}

func (r *reader) walkNode(node map[string]any, known scope) error {
	known, err := r.walkOwnTables(node, known)
	if err != nil {
		return err
	}
	if err := r.look(node, known); err != nil {
		return err
	}
	if isOrderByAll(node) {
		return nil
	}
	for _, key := range slices.Sorted(maps.Keys(node)) {
		if key == "cte_map" {
			continue
		}
		if err := r.walk(node[key], known); err != nil {
			return err
		}
	}
	return nil
}

// isOrderByAll reports whether a node orders by what is selected, which is a star to the
// parser and speaks of no other columns.
func isOrderByAll(node map[string]any) bool {
	by, _ := node["expression"].(map[string]any)
	return by != nil && textIn(by, "type") == "STAR"
}

// walkOwnTables reads what stands in WITH: each table is known to those after it, and to
// itself if it is recursive.
func (r *reader) walkOwnTables(node map[string]any, known scope) (scope, error) {
	if name := textIn(node, "cte_name"); textIn(node, "type") == "RECURSIVE_CTE_NODE" {
		known = known.with(name)
	}
	with, is := node["cte_map"].(map[string]any)
	if !is {
		return known, nil
	}
	entries, _ := with["map"].([]any)
	for _, entry := range entries {
		entry, _ := entry.(map[string]any)
		if err := r.walk(entry["value"], known); err != nil {
			return known, err
		}
		known = known.with(textIn(entry, "key"))
	}
	return known, nil
}

func textIn(node map[string]any, key string) string {
	text, _ := node[key].(string)
	return text
}

// look takes what a node says.
func (r *reader) look(node map[string]any, known scope) error {
	if alias := textIn(node, "alias"); alias != "" {
		r.aliases[strings.ToLower(alias)] = true
	}
	for _, name := range textsIn(node, "using_columns") {
		r.words[strings.ToLower(name)] = true
	}
	switch textIn(node, "type") {
	case "BASE_TABLE":
		return r.lookAtTable(node, known)
	case "TABLE_FUNCTION":
		call, _ := node["function"].(map[string]any)
		if name := strings.ToLower(textIn(call, "function_name")); !slices.Contains(tableFunctions, name) {
			return &StatementError{fmt.Sprintf("%s(…) is no view", shorten(name)), "nothing is read but " + viewWords()}
		}
	case "SHOW_REF":
		return &StatementError{"DESCRIBE, SHOW and SUMMARIZE are not answered", `"rolecall sql" without a statement lists the views and their columns`}
	case "COLUMN_REF":
		names := textsIn(node, "column_names")
		for _, name := range names {
			r.words[strings.ToLower(name)] = true
		}
		if len(names) == 1 {
			r.alone[strings.ToLower(names[0])] = true
		}
	case "STAR", "POSITIONAL_REFERENCE":
		r.all = true
	case "VALUE_PARAMETER":
		return &StatementError{"a parameter (? or $) has no value here", "write the value itself, a text as 'text'"}
	case "FUNCTION":
		return lookAtFunction(node)
	case "JOIN":
		r.all = r.all || textIn(node, "ref_type") == "NATURAL"
	}
	return nil
}

func textsIn(node map[string]any, key string) (all []string) {
	list, _ := node[key].([]any)
	for _, one := range list {
		if text, is := one.(string); is {
			all = append(all, text)
		}
	}
	return all
}

func (r *reader) lookAtTable(node map[string]any, known scope) error {
	name, within := textIn(node, "table_name"), textIn(node, "schema_name")+textIn(node, "catalog_name")
	lower := strings.ToLower(name)
	if within == "" && known[lower] {
		return nil
	}
	if _, is := viewOf(lower); !is || within != "" {
		if within != "" {
			name = cmp.Or(textIn(node, "schema_name"), textIn(node, "catalog_name")) + "." + name
		}
		return &StatementError{fmt.Sprintf("there is no view %q", shorten(name)), nearView(lower) + "the views are " + viewWords()}
	}
	r.views[lower] = true
	return nil
}

// nearView is the view that may be meant by a word misspelt.
func nearView(word string) string {
	for _, v := range views {
		if nameindex.WithinEdits(word, v.Name, 2) {
			return "did you mean " + v.Name + "? "
		}
	}
	return ""
}

func viewWords() string {
	return phrase.And(phrase.Each(views, func(v View) string { return v.Name }))
}

// speaksOfRows reports whether a table is named where a column could be, which means its
// whole rows.
func (r *reader) speaksOfRows() bool {
	named := func(name string) bool { return r.alone[name] && !r.isColumn(name) }
	for name := range r.aliases {
		if named(name) {
			return true
		}
	}
	for name := range r.views {
		if named(name) {
			return true
		}
	}
	return false
}

func (r *reader) isColumn(name string) bool {
	for view := range r.views {
		if v, _ := viewOf(view); slices.ContainsFunc(v.Columns, func(c ViewColumn) bool { return c.Name == name }) {
			return true
		}
	}
	return false
}

// tableFunctions are the functions that make rows of nothing but what they are given.
var tableFunctions = []string{"unnest", "range", "generate_series"}

// toldFunctions are those that tell of the machine or of the database and not of what is
// in it, or change something of it.
var toldFunctions = []string{
	"current_setting", "getvariable", "getenv", "write_log", "parse_duckdb_log_message", "sleep_ms", "nextval", "currval", "setseed",
	"current_database", "current_catalog", "current_schema", "current_schemas", "current_user", "session_user", "user", "in_search_path", "version", "txid_current", "current_query", "current_query_id", "current_connection_id", "current_transaction_id",
	"json_serialize_plan", "json_serialize_sql", "json_deserialize_sql",
}

func lookAtFunction(node map[string]any) error {
	name := strings.ToLower(textIn(node, "function_name"))
	if slices.Contains(toldFunctions, name) || strings.HasPrefix(name, "pg_") || strings.HasPrefix(name, "has_") {
		return &StatementError{fmt.Sprintf("%s(…) tells of the database and not of what is in it", shorten(name)), "ask the views, which are " + viewWords()}
	}
	return nil
}
