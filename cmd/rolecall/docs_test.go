package main

import (
	"bytes"
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"

	"github.com/adrg/xdg"

	"rolecall/catalog"
	"rolecall/export"
	"rolecall/format"
)

var update = flag.Bool("update", false, "paste what the program says into the documents anew")

// pasted is a command in a document with what it said, without the footer, whose
// hash and date change with the facts.
var pasted = regexp.MustCompile("(?s)```text\n\\$ rolecall ([^\n]+)\n(.*?)```")

// The documents show what the program says, not what it once said.
func TestTheDocumentsShowRealOutput(t *testing.T) {
	t.Setenv("XDG_CACHE_HOME", t.TempDir())
	t.Setenv("COLUMNS", "80")
	xdg.Reload()
	t.Cleanup(xdg.Reload)
	t.Chdir(filepath.Join("..", ".."))
	for _, path := range []string{filepath.Join("docs", "standards.md"), filepath.Join("docs", "report.md"), filepath.Join("docs", "export.md")} {
		showsRealOutput(t, path)
	}
}

// formatList is the list of formats in a document.
var formatList = regexp.MustCompile(`(?s)(<!-- formats -->\n).*?(<!-- end of formats -->)`)

// The list of formats is that of the registry.
func TestTheDocumentsListTheFormats(t *testing.T) {
	path := filepath.Join("..", "..", "docs", "data-model.md")
	text, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	list := "| `--format` | address | media type | what it is |\n| --- | --- | --- | --- |\n"
	for _, f := range format.All() {
		list += "| `" + f.Word + "` | `" + f.Ending + "` | `" + f.Kind + "` | " + f.About + " |\n"
	}
	anew := formatList.ReplaceAllString(string(text), "${1}"+list+"${2}")
	if !strings.Contains(anew, list) {
		t.Fatalf("%s has no place for the list of formats", path)
	}
	if *update {
		if err := os.WriteFile(path, []byte(anew), 0o644); err != nil {
			t.Fatal(err)
		}
	} else if anew != string(text) {
		t.Errorf("%s does not list the formats there are; run go test ./cmd/rolecall -run Document -update", path)
	}
}

func showsRealOutput(t *testing.T, path string) {
	t.Helper()
	text, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	found := 0
	anew := pasted.ReplaceAllStringFunc(string(text), func(block string) string {
		found++
		parts := pasted.FindStringSubmatch(block)
		return "```text\n$ rolecall " + parts[1] + "\n" + said(t, parts[1]) + "```"
	})
	if found == 0 {
		t.Fatalf("%s shows no command", path)
	}
	if *update {
		if err := os.WriteFile(path, []byte(anew), 0o644); err != nil {
			t.Fatal(err)
		}
	} else if anew != string(text) {
		t.Errorf("%s does not show what the program says; run go test ./cmd/rolecall -run Document -update\n%s", path, anew)
	}
}

// words are those of a command line, quoted ones together.
func words(line string) (args []string) {
	for i, part := range strings.Split(line, `"`) {
		if i%2 == 1 {
			args = append(args, part)
		} else {
			args = append(args, strings.Fields(part)...)
		}
	}
	return args
}

// said is the output of a command line without its footer.
func said(t *testing.T, line string) string {
	var out, faults bytes.Buffer
	if code := run(t.Context(), append(words(line), "--catalog", starterWord), &out, &faults); code != 0 {
		t.Fatalf("%s: exit code %d: %s", line, code, &faults)
	}
	shown, _, _ := strings.Cut(out.String(), "starter catalog, hand-picked")
	return strings.TrimRight(shown, "\n") + "\n"
}

// reproduced are the commands of the reproductions but for those that import.
var reproduced = regexp.MustCompile(`(?m)^rolecall ((?:report|careers|assess|rank) (?:.*\\\n)*.*)$`)

// The commands that reproduce what others published are understood, every word of them; the
// starter has not what they count.
func TestTheReproductionsAreUnderstood(t *testing.T) {
	text, err := os.ReadFile(filepath.Join("..", "..", "docs", "reproductions.md"))
	if err != nil {
		t.Fatal(err)
	}
	commands := reproduced.FindAllStringSubmatch(string(text), -1)
	if len(commands) < 15 {
		t.Errorf("%d commands are found", len(commands))
	}
	for _, command := range commands {
		if strings.Contains(command[1], "--catalog") {
			continue // of a list that is not here
		}
		var out, faults bytes.Buffer
		code := run(t.Context(), append(words(strings.ReplaceAll(command[1], "\\\n", " ")), "--catalog", starterWord), &out, &faults)
		if code != 0 && !strings.Contains(faults.String(), "this catalog ") {
			t.Errorf("rolecall %s: exit code %d: %s", command[1], code, &faults)
		}
	}
}

// viewList are the views in a document.
var viewList = regexp.MustCompile(`(?s)(<!-- views -->\n).*?(<!-- end of views -->)`)

// The views are described once, in package catalog; the document says the same.
func TestTheDocumentsDescribeTheViews(t *testing.T) {
	path := filepath.Join("..", "..", "docs", "export.md")
	text, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	var list strings.Builder
	for _, v := range catalog.Views() {
		fmt.Fprintf(&list, "### %s\n\n%s\n\n%s\n\n", v.Name, v.About, export.ColumnsTable(v))
	}
	list.WriteString("### Functions\n\n| call | what it gives |\n| --- | --- |\n")
	for _, m := range catalog.Macros() {
		fmt.Fprintf(&list, "| `%s` | %s |\n", m.Call(), m.About)
	}
	anew := viewList.ReplaceAllStringFunc(string(text), func(string) string { return "<!-- views -->\n" + list.String() + "<!-- end of views -->" })
	if !strings.Contains(anew, list.String()) {
		t.Fatalf("%s has no place for the views", path)
	}
	if *update {
		if err := os.WriteFile(path, []byte(anew), 0o644); err != nil {
			t.Fatal(err)
		}
	} else if anew != string(text) {
		t.Errorf("%s does not describe the views there are; run go test ./cmd/rolecall -run Document -update", path)
	}
}
