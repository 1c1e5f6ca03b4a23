package licences_test

import (
	"os/exec"
	"regexp"
	"slices"
	"strings"
	"testing"

	"rolecall/licences"
)

// TestNoticesAreComplete holds the notices to what the program is linked of on this
// machine: every module, in the version that is used, with a licence text.
func TestNoticesAreComplete(t *testing.T) {
	command := exec.Command("go", "list", "-deps", "-f", "{{with .Module}}{{if not .Main}}{{.Path}} {{.Version}}{{end}}{{end}}", "./cmd/rolecall")
	command.Dir = ".."
	out, err := command.Output()
	if err != nil {
		t.Fatal(err)
	}
	modules := slices.Compact(slices.Sorted(strings.Lines(string(out))))
	if len(modules) < 30 {
		t.Fatalf("only %d modules are linked in", len(modules))
	}
	for _, module := range modules {
		if module = strings.TrimSpace(module); module != "" && !strings.Contains(licences.Notices, "\n## "+module+"\n") {
			t.Errorf("%s is linked in and not in the notices; run make notices", module)
		}
	}
	for _, other := range []string{"Go and its standard library", "source-serif-4", "source-sans-3", "chart"} {
		if !strings.Contains(licences.Notices, "\n## "+other+"\n") {
			t.Errorf("%s is not in the notices", other)
		}
	}
	for _, text := range []string{"vega-lite 6.", "d3-array 3.", "SIL OPEN FONT LICENSE", "Apache License", "DuckDB"} {
		if !strings.Contains(licences.Notices, text) {
			t.Errorf("the notices do not have %q", text)
		}
	}
	if empty := regexp.MustCompile("## [^\n]*\n\n````text\n\n````").FindString(licences.Notices); empty != "" {
		t.Errorf("a licence is empty: %s", empty)
	}
}
