package catalog

import (
	"context"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"

	"pgregory.net/rapid"

	"rolecall"
	"rolecall/block"
	"rolecall/population"
	"rolecall/source"
	"rolecall/source/starter"
)

func ask(t testing.TB, c *Catalog, text string) (Answered, error) {
	t.Helper()
	return c.Ask(t.Context(), Statement{Text: text, Rows: 100000, Time: time.Minute})
}

func asked(t testing.TB, c *Catalog, text string) Answered {
	t.Helper()
	answer, err := ask(t, c, text)
	if err != nil {
		t.Fatalf("%s: %v", text, err)
	}
	return answer
}

// openAlone is the starter catalog in a file of its own: a database that is shut off stays
// so for all in the process who have its file open.
func openAlone(t testing.TB, limits Limits) *Catalog {
	t.Helper()
	path := filepath.Join(t.TempDir(), "starter.duckdb")
	text, err := os.ReadFile(OpenOnce(t, "starter", Recipe{Name: "starter", Built: time.Unix(0, 0), Fill: starter.Fill}).Path())
	if err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(path, text, 0o600); err != nil {
		t.Fatal(err)
	}
	c, err := limits.Open(t.Context(), path)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { c.Close() })
	return c
}

// What is no question to the views is refused by its name, with what to write instead;
// nothing is written, and no file is read.
func TestOnlyViewsAreAsked(t *testing.T) {
	c := openAlone(t, Limits{})
	folder := t.TempDir()
	t.Chdir(folder)
	const secret = "the canary sings"
	for _, name := range []string{"canary.csv", "canary.json", "canary.txt"} {
		if err := os.WriteFile(name, []byte("a\n"+secret+"\n"), 0o600); err != nil {
			t.Fatal(err)
		}
	}
	count := func() any { return asked(t, c, "SELECT count(*) FROM title").Rows.Values[0][0] }
	before := count()
	for text, says := range map[string]string{
		"COPY title TO 'out.csv'": "COPY is no question", "COPY (SELECT 1) TO 'out.parquet'": "COPY is no question", "COPY title FROM 'canary.csv'": "COPY is no question",
		"ATTACH 'out.db'": "ATTACH is no question", "DETACH starter": "DETACH is no question", "USE memory": "USE is no question",
		"INSTALL httpfs": "INSTALL is no question", "LOAD httpfs": "LOAD is no question", "PRAGMA database_list": "PRAGMA is no question",
		"SET memory_limit = '1TB'": "SET is no question", "RESET memory_limit": "RESET is no question", "SET VARIABLE x = 1": "SET is no question",
		"CREATE TABLE x (a INTEGER)": "CREATE is no question", "CREATE TEMP TABLE x AS SELECT 1": "CREATE is no question", "DROP VIEW title": "DROP is no question",
		"INSERT INTO title VALUES (1)": "INSERT is no question", "UPDATE title SET name = ''": "UPDATE is no question", "/* a */ -- b\n DELETE FROM title": "DELETE is no question",
		"EXPORT DATABASE 'out'": "EXPORT is no question", "IMPORT DATABASE 'out'": "IMPORT is no question", "CHECKPOINT": "CHECKPOINT is no question", "VACUUM": "VACUUM is no question",
		"CALL pragma_version()": "CALL is no question", "EXPLAIN SELECT 1": "EXPLAIN is no question", "PREPARE x AS SELECT 1": "PREPARE is no question", "BEGIN": "BEGIN is no question",
		"SELECT 1; SELECT 2": "these are 2 statements", "SELECT 1; DROP TABLE title": "SELECT is no question", "DESCRIBE title": "DESCRIBE", "SHOW TABLES": "SHOW", "SUMMARIZE title": "SUMMARIZE",
		"FROM read_csv('canary.csv')": "read_csv(…) is no view", "FROM read_parquet('canary.csv')": "read_parquet(…)", "FROM read_json('canary.json')": "read_json(…)",
		"FROM read_text('canary.txt')": "read_text(…)", "FROM read_blob('canary.txt')": "read_blob(…)", "FROM glob('*')": "glob(…)", "FROM sniff_csv('canary.csv')": "sniff_csv(…)", "FROM parquet_metadata('canary.csv')": "parquet_metadata(…)",
		"SELECT (SELECT count(*) FROM read_csv('canary.csv'))": "read_csv(…)", "FROM title, LATERAL (FROM read_text('canary.txt'))": "read_text(…)", "SELECT list_transform([1], lambda x: (SELECT a FROM 'canary.csv'))": `no view "canary.csv"`,
		"FROM 'canary.csv'": `no view "canary.csv"`, `FROM "canary.csv"`: `no view "canary.csv"`, "FROM 'starter.duckdb'": "no view", "FROM 'https://example.org/x.parquet'": "no view", "FROM '/etc/passwd'": "no view",
		"FROM query('SELECT 1')": "query(…)", "FROM query_table('title')": "query_table(…)", "FROM duckdb_settings()": "duckdb_settings(…)", "FROM duckdb_databases": "no view", "FROM pragma_database_list": "no view", "FROM sqlite_master": "no view",
		"FROM information_schema.tables": `no view "information_schema.tables"`, "FROM main.title": `no view "main.title"`, "FROM temp.main.title": "no view", "FROM work_credit": "no view",
		"WITH duckdb_settings AS (FROM duckdb_settings) FROM duckdb_settings": "no view", "WITH a AS (FROM b), b AS (SELECT 1) FROM a": `no view "b"`, "FROM (WITH x AS (SELECT 1) FROM x) y, x": `no view "x"`,
		"SELECT current_setting('temp_directory')": "current_setting(…)", "SELECT getenv('HOME')": "getenv(…)", "SELECT getvariable('x')": "getvariable(…)", "SELECT pg_get_viewdef(1)": "pg_get_viewdef(…)",
		"SELECT main.getenv('HOME')": "getenv(…)", "SELECT ?": "parameter", "SELECT $a": "parameter", "": "empty", " ; -- nothing": "these are 0 statements",
		"SELECT name FROM title WHERE name = ''' OR 1=1": "cannot be read as SQL", "SELEC 1": "cannot be read as SQL", "SELECT nme FROM title": `"nme"`, "SELECT 1 + 'x'": "x", "SELECT error('no')": "no",
		"FROM tilte": `did you mean title`,
	} {
		_, err := ask(t, c, text)
		refused, is := errors.AsType[*StatementError](err)
		if !is || !strings.Contains(err.Error(), says) || refused.Remedy == "" || strings.Contains(err.Error(), secret) {
			t.Errorf("%s: %v, without %q", text, err, says)
		}
	}
	left, err := filepath.Glob("*")
	if err != nil || len(left) != 3 {
		t.Errorf("beside the canaries there is %v, %v", left, err)
	}
	if after := count(); after != before {
		t.Errorf("%v titles afterwards, %v before", after, before)
	}
	if _, err := ask(t, c, "SELECT '\xff'"); err == nil {
		t.Error("a statement that is no text is answered")
	}
}

// The database itself refuses the same, were a statement ever to pass the first look.
func TestTheDatabaseIsShutOff(t *testing.T) {
	c := openAlone(t, Limits{})
	t.Chdir(t.TempDir())
	if err := os.WriteFile("canary.csv", []byte("a\n1\n"), 0o600); err != nil {
		t.Fatal(err)
	}
	asked(t, c, "SELECT 1")
	for _, text := range []string{
		"FROM read_csv('canary.csv')", "FROM 'canary.csv'", "FROM read_text('canary.csv')", "FROM glob('*')", "COPY title TO 'out.csv'", "ATTACH 'out.db'", "INSTALL httpfs", "LOAD httpfs", "EXPORT DATABASE 'out'",
		"SET memory_limit = '1TB'", "SET enable_external_access = true", "SET lock_configuration = false", "RESET enable_external_access", "CREATE TABLE main.x (a INTEGER)", "DELETE FROM main.title", "FROM 'https://example.org/x.csv'",
	} {
		if _, err := c.db.ExecContext(t.Context(), text); err == nil {
			t.Errorf("%s: not refused", text)
		}
	}
	if left, err := filepath.Glob("*"); err != nil || len(left) != 1 {
		t.Errorf("beside the canary there is %v, %v", left, err)
	}
}

// What has no end, or no measure, is ended.
func TestStatementsAreBounded(t *testing.T) {
	c := openAlone(t, Limits{})
	for _, text := range []string{
		"WITH RECURSIVE t(n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM t) SELECT max(n) FROM t", "SELECT sum(length(a.title || b.title || c.title)) FROM credit a, credit b, credit c",
	} {
		begun := time.Now()
		_, err := c.Ask(t.Context(), Statement{Text: text, Rows: 10, Time: 200 * time.Millisecond})
		if _, is := errors.AsType[*TimeError](err); !is || !strings.Contains(err.Error(), "--time-limit") || time.Since(begun) > 10*time.Second {
			t.Errorf("%s: after %s %v", text, time.Since(begun), err)
		}
	}
	gone, leave := context.WithCancel(t.Context())
	leave()
	if _, err := c.Ask(gone, Statement{Text: "SELECT 1", Rows: 1, Time: time.Minute}); !errors.Is(err, context.Canceled) {
		t.Errorf("given up: %v", err)
	}
	tight := openAlone(t, Limits{Memory: LeastMemory})
	for _, text := range []string{"SELECT list(a.title || b.title) FROM credit a, credit b", "SELECT repeat('x', 10000) FROM credit"} {
		if _, err := ask(t, tight, text); !errors.Is(err, ErrMemory) {
			t.Errorf("%s: %v", text, err)
		}
	}
	answer, err := c.Ask(t.Context(), Statement{Text: "SELECT title FROM title ORDER BY title DESC", Rows: 3, Time: time.Minute})
	if err != nil || !answer.Cut || len(answer.Rows.Values) != 3 || answer.Rows.Values[0][0].(string) <= answer.Rows.Values[1][0].(string) {
		t.Errorf("cut: %v, %v", answer, err)
	}
	if answer, err := c.Ask(t.Context(), Statement{Text: "FROM role", Rows: len(rolecall.Roles()) + 1, Time: time.Minute}); err != nil || answer.Cut {
		t.Errorf("all rows: cut %v, %v", answer.Cut, err)
	}
}

// Values come as what they are, and what is no number is told of.
func TestValuesOfAnAnswer(t *testing.T) {
	c := openAlone(t, Limits{})
	answer := asked(t, c, `SELECT 1::TINYINT, 2::HUGEINT, sum(3), 1.5, 2.5::FLOAT, true, 'a', ['b', 'c'], DATE '2018-03-08', NULL, 1 / 0, '', 'woman' AS x, 'man' AS x`)
	want := []any{1, 2, 3, 1.5, 2.5, true, "a", "b; c", "2018-03-08", nil, nil, nil, "woman", "man"}
	if !slices.Equal(answer.Rows.Values[0], want) || !answer.Endless {
		t.Errorf("%v", answer)
	}
	if of := answer.Rows.Columns; of[0].Kind != block.Whole || of[3].Kind != block.Decimal || of[5].Kind != block.YesNo || of[12].Name != "x" {
		t.Errorf("%v", of)
	}
	if _, err := ask(t, c, "SELECT 170141183460469231731687303715884105727"); err == nil {
		t.Error("a number that is too large is answered")
	}
}

// A view gives the same whichever of its columns are asked for: what is not asked for is
// not looked up.
func TestViewsAreTheSameByPart(t *testing.T) {
	c := openAlone(t, Limits{})
	for _, v := range Views() {
		whole := asked(t, c, "FROM "+v.Name+" ORDER BY ALL")
		if len(whole.Rows.Columns) != len(v.Columns) {
			t.Fatalf("%s: %v", v.Name, whole.Rows.Columns)
		}
		count := asked(t, c, "SELECT count(*) FROM "+v.Name).Rows.Values[0][0]
		if count != len(whole.Rows.Values) {
			t.Errorf("%s: %d rows, counted %v", v.Name, len(whole.Rows.Values), count)
		}
		if len(v.Key) > 0 {
			if several := asked(t, c, fmt.Sprintf("SELECT count(*) FROM (SELECT 1 FROM %s GROUP BY %s HAVING count(*) > 1)", v.Name, strings.Join(v.Key, ", "))); several.Rows.Values[0][0] != 0 {
				t.Errorf("%s: %v keys are those of several rows", v.Name, several.Rows.Values[0][0])
			}
		}
		for i, column := range v.Columns {
			alone := asked(t, c, fmt.Sprintf("SELECT x.%[1]s FROM %[2]s x ORDER BY x.%[1]s", column.Name, v.Name))
			var of []any
			for _, row := range whole.Rows.Values {
				of = append(of, row[i])
			}
			if !slices.Equal(textsOf(of), textsOf(firsts(alone.Rows.Values))) {
				t.Errorf("%s.%s alone is another column than among all", v.Name, column.Name)
			}
			checkColumn(t, c, v, column, of)
		}
	}
}

func firsts(rows [][]any) (all []any) {
	for _, row := range rows {
		all = append(all, row[0])
	}
	return all
}

func textsOf(values []any) []string {
	var all []string
	for _, v := range values {
		all = append(all, fmt.Sprint(v))
	}
	slices.Sort(all)
	return all
}

// checkColumn holds the values of a column to what is promised of it.
func checkColumn(t *testing.T, c *Catalog, v View, column ViewColumn, values []any) {
	t.Helper()
	for _, value := range values {
		switch {
		case value == nil && column.Needed && column.Type != Texts:
			t.Errorf("%s.%s: nothing, which there never is", v.Name, column.Name)
			return
		case value != nil && len(column.Choices) > 0 && !slices.Contains(column.Choices, fmt.Sprint(value)):
			t.Errorf("%s.%s: %v is none of %v", v.Name, column.Name, value, column.Choices)
			return
		}
	}
	if column.About == "" || !strings.HasSuffix(column.About, ".") {
		t.Errorf("%s.%s is not described", v.Name, column.Name)
	}
	if column.Of == "" {
		return
	}
	of, is := viewOf(column.Of)
	if !is {
		t.Fatalf("%s.%s is of %s, which is no view", v.Name, column.Name, column.Of)
	}
	lost := asked(t, c, fmt.Sprintf("SELECT count(*) FROM %s x WHERE x.%s IS NOT NULL AND NOT EXISTS (FROM %s y WHERE y.%s = x.%s)", v.Name, column.Name, of.Name, of.Key[0], column.Name))
	if lost.Rows.Values[0][0] != 0 {
		t.Errorf("%s.%s: %v values are keys of no %s", v.Name, column.Name, lost.Rows.Values[0][0], of.Name)
	}
}

// The functions count as the rules do.
func TestFunctionsAgreeWithTheRules(t *testing.T) {
	c := openAlone(t, Limits{})
	rapid.Check(t, func(r *rapid.T) {
		genders := rapid.SliceOfN(rapid.SampledFrom(rolecall.Genders()), 0, 9).Draw(r, "genders")
		asks := rapid.SampledFrom([][]rolecall.Gender{{rolecall.Woman}, {rolecall.Man}, {rolecall.Nonbinary}, {rolecall.Woman, rolecall.Nonbinary}}).Draw(r, "asked")
		var tally rolecall.Tally
		for _, g := range genders {
			tally.Add(g)
		}
		count := tally.Count(asks...)
		words := literal(strings.Join(words(asks), "+"))
		text := fmt.Sprintf(`SELECT certain(g, %[1]s), possible(g, %[1]s), count(g), unnest(share(certain(g, %[1]s), possible(g, %[1]s), count(g))) FROM (SELECT unnest([%[2]s]::VARCHAR[]) AS g)`, words, literals(genders))
		got := asked(t, c, text).Rows.Values[0]
		share := count.Share()
		want := []any{count.Certain, count.Possible, count.Of}
		for _, f := range []rolecall.Fraction{share.Lower, share.Known, share.Upper, share.Coverage} {
			if f.Defined() {
				want = append(want, *f.Decimals())
			} else {
				want = append(want, nil)
			}
		}
		if !slices.Equal(got, want) {
			r.Fatalf("%v of %v: %v, want %v", asks, genders, got, want)
		}
	})
}

// Slates, tallies and credits come to what a population does.
func TestViewsComeToTheTallies(t *testing.T) {
	c := openAlone(t, Limits{})
	for _, p := range []population.Population{{Kind: rolecall.Season}, {Kind: rolecall.Film}, {Kind: rolecall.Season, From: rolecall.Date{Year: 2018}}} {
		tallies, err := c.Tally(t.Context(), Tallying{Population: p, People: true})
		if err != nil {
			t.Fatal(err)
		}
		sums := func(text string) map[string]string {
			answer, err := c.Ask(t.Context(), Statement{Text: text, Population: p, Rows: 100, Time: time.Minute})
			if err != nil {
				t.Fatal(err)
			}
			all := make(map[string]string)
			for _, row := range answer.Rows.Values {
				all[fmt.Sprint(row[0])] = fmt.Sprint(row[1:]...)
			}
			return all
		}
		credits, people := make(map[rolecall.Role]rolecall.Tally), make(map[string]string)
		for _, one := range tallies.Tallied {
			credits[one.Role] = credits[one.Role].Plus(one.Credits)
		}
		for _, one := range tallies.People {
			people[string(one.Role)] = fmt.Sprint(one.People.Women, one.People.Men, one.People.Nonbinary, one.People.Unknown)
		}
		const counted = `count(*) FILTER (gender = 'woman'), count(*) FILTER (gender = 'man'), count(*) FILTER (gender = 'nonbinary'), count(*) FILTER (gender = 'unknown')`
		byTally := sums(`SELECT role, sum(women), sum(men), sum(nonbinary), sum(unknown) FROM tally JOIN population USING (title) GROUP BY role`)
		byCredit := sums(`SELECT role, ` + counted + ` FROM credit JOIN population p ON p.title = credit.work WHERE on_title GROUP BY role`)
		byPerson := sums(`SELECT role, ` + counted + ` FROM (SELECT DISTINCT role, person, credit.gender FROM credit JOIN population p ON p.title = credit.work) GROUP BY role`)
		for role, tally := range credits {
			want := fmt.Sprint(tally.Women, tally.Men, tally.Nonbinary, tally.Unknown)
			if byTally[string(role)] != want || role != rolecall.Lead && byCredit[string(role)] != want {
				t.Errorf("%s, %s: %q by tally, %q by credit, want %q", p.Words(), role, byTally[string(role)], byCredit[string(role)], want)
			}
			if role != rolecall.Lead && byPerson[string(role)] != people[string(role)] {
				t.Errorf("%s, %s: %q people, want %q", p.Words(), role, byPerson[string(role)], people[string(role)])
			}
		}
		if len(credits) == 0 {
			t.Error("nothing was compared")
		}
	}
}

// The columns named nowhere are not looked up, those that a statement may speak of without
// naming them are.
func TestColumnsSpokenOf(t *testing.T) {
	conn, release, err := openAlone(t, Limits{}).connect(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	defer release()
	for text, all := range map[string]bool{
		"SELECT role, count(*) FROM credit GROUP BY ALL ORDER BY ALL": false, "SELECT c.role FROM credit c": false, "SELECT title FROM title": false, "SELECT count(*) FROM title JOIN credit USING (title)": false,
		"FROM credit": true, "SELECT c FROM credit c": true, "SELECT credit FROM credit": true, "SELECT * EXCLUDE (role) FROM credit": true, "SELECT COLUMNS('a.*') FROM title": true,
		"SELECT 1 FROM title NATURAL JOIN credit": true, "SELECT count(credit) FROM credit": true,
	} {
		read, err := readStatement(t.Context(), conn, text)
		if err != nil || read.all != all {
			t.Errorf("%s: all %v, %v", text, read.all, err)
		}
	}
}

// No text brings the reading of statements down.
func FuzzReadStatement(f *testing.F) {
	for _, text := range []string{"SELECT 1", "WITH RECURSIVE t AS (SELECT 1 UNION FROM t) FROM t", "FROM title t JOIN credit USING (title)", "SELECT (((", "COPY x TO 'y'", "SELECT unnest([1]) FROM range(3)", "FROM title PIVOT (count(*) FOR kind IN ('film'))"} {
		f.Add(text)
	}
	c, err := buildInMemory(f.Context(), Recipe{Name: "empty", Fill: func(_ context.Context, sink source.Sink) error {
		return sink.AddTitle(rolecall.Title{ID: "t", Kind: rolecall.Film, Name: "T"})
	}})
	if err != nil {
		f.Fatal(err)
	}
	f.Cleanup(func() { c.Close() })
	f.Fuzz(func(t *testing.T, text string) {
		if CheckText(text) != nil {
			return
		}
		conn, release, err := c.connect(t.Context())
		if err != nil {
			t.Fatal(err)
		}
		defer release()
		read, err := readStatement(t.Context(), conn, text)
		for name := range read.views {
			if _, is := viewOf(name); !is {
				t.Errorf("%q asks %q, %v", text, name, err)
			}
		}
	})
}
