package web_test

import (
	"os"
	"os/exec"
	"regexp"
	"strings"
	"testing"
)

// TestTheExamplesOfTheGuideRun runs what docs/api.md shows, with the tools that
// are there.
func TestTheExamplesOfTheGuideRun(t *testing.T) {
	guide, err := os.ReadFile("../docs/api.md")
	if err != nil {
		t.Fatal(err)
	}
	server, _ := serve(t, starterFile(t))
	for _, example := range []struct {
		language string
		command  []string
		holds    []string
	}{
		{"sh", []string{"bash", "-euo", "pipefail", "-c"}, []string{"jessica-jones", "13 directors, all women", "greta-gerwig", "showrunner"}},
		{"python", []string{"python3", "-c"}, []string{"13 of 13 episodes directed by women", "'women': 13"}},
		{"r", []string{"Rscript", "-e"}, []string{"woman", "13"}},
	} {
		if _, err := exec.LookPath(example.command[0]); err != nil {
			t.Logf("%s is not installed: its example was not run", example.command[0])
			continue
		}
		m := regexp.MustCompile("(?s)```" + example.language + "\n(.*?)```").FindSubmatch(guide)
		if m == nil {
			t.Errorf("the guide has no example in %s", example.language)
			continue
		}
		code := strings.ReplaceAll(string(m[1]), "http://127.0.0.1:8080", server.URL)
		command := exec.CommandContext(t.Context(), example.command[0], append(example.command[1:], code)...)
		out, err := command.CombinedOutput()
		if err != nil {
			t.Errorf("%s: %v\n%s", example.language, err, out)
		}
		for _, want := range example.holds {
			if !strings.Contains(string(out), want) {
				t.Errorf("the example in %s prints no %q:\n%.2000s", example.language, want, out)
			}
		}
	}
}
