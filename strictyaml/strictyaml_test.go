package strictyaml_test

import (
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"rolecall/strictyaml"
)

var kind = strictyaml.Kind{Name: "a recipe", Largest: 4000, Nested: 5, Empty: "write name: first"}

// recipe is what the tests decode.
type recipe struct {
	Name  string
	Steps []struct{ Text string }
}

func TestFaultsHaveTheirPlace(t *testing.T) {
	for name, test := range map[string]struct{ text, want string }{
		"too long":            {strings.Repeat("# padding\n", 500), "r.yaml:1:1: this is longer than 4000 bytes: is it a recipe?"},
		"another encoding":    {"name: caf\xe9\n", "r.yaml:1:1: this is not valid UTF-8"},
		"brackets":            {"name: x\nsteps: [[[[[[1]]]]]]\n", "r.yaml:2:13: this is nested too deeply for a recipe"},
		"dashes":              {"- - - - - - - x\n", "r.yaml:1:1: this is nested too deeply"},
		"question marks":      {"? ? ? ? ? ? x\n", "r.yaml:1:1: this is nested too deeply"},
		"indentation":         {"a:\n" + strings.Repeat(" ", 12) + "b: 1\n", "r.yaml:2:13: this is nested too deeply"},
		"brackets in a text":  {"name: \"[[[[[[[[\"\n", ""},
		"brackets in a note":  {"name: x # [[[[[[[[\n", ""},
		"no YAML":             {"name: [x\n", "r.yaml:1:7: this is not YAML: "},
		"a key twice":         {"name: x\nname: y\n", "r.yaml:2:1: this is not YAML: "},
		"empty":               {"# nothing yet\n", "r.yaml:1:1: the file is empty: write name: first"},
		"two documents":       {"name: x\n---\nname: y\n", "r.yaml:2:1: the file holds two documents, each of which would be a recipe"},
		"anchor":              {"name: &a x\n", "r.yaml:1:7: references (&, *, <<) and tags (!) are not read in a recipe"},
		"alias":               {"name: *a\n", "references"},
		"merge":               {"name: x\n<<: {b: c}\n", "r.yaml:2:1: references"},
		"tag":                 {"name: !!str x\n", "r.yaml:1:7: references"},
		"unknown key":         {"name: x\nstep: y\n", `r.yaml:2:1: unknown field "step"`},
		"another type":        {"name: x\nsteps: 7\n", "r.yaml:2:8: "},
		"all well, in kanji":  {"name: 是枝裕和\nsteps: [{text: Zoë}]\n", ""},
		"an ampersand inside": {"name: salt & pepper\n", ""},
	} {
		t.Run(name, func(t *testing.T) {
			d, err := kind.Parse("r.yaml", []byte(test.text))
			if err == nil {
				err = d.Decode(new(recipe))
			}
			if test.want == "" && err != nil || test.want != "" && (err == nil || !strings.HasPrefix(err.Error(), test.want) && !strings.Contains(err.Error(), test.want)) {
				t.Fatalf("%v, want %q", err, test.want)
			}
			if fault := new(strictyaml.Error); err != nil && (!errors.As(err, &fault) || fault.Line < 1 || fault.Column < 1) {
				t.Errorf("%v has no place", err)
			}
		})
	}
}

func TestAFaultFoundLaterHasThePlaceOfItsValue(t *testing.T) {
	d, err := kind.Parse("r.yaml", []byte("name: x\nsteps:\n  - text: boil\n  - text: serve\n"))
	if err != nil {
		t.Fatal(err)
	}
	for path, want := range map[string]string{
		"$.steps[1].text": "r.yaml:4:11: too short", "$.steps[0]": "r.yaml:3:5: too short", "$": "r.yaml:1:1: too short", "$.no": "r.yaml:1:1: too short",
	} {
		if got := d.Fault(path, "too %s", "short").Error(); got != want {
			t.Errorf("%s: %s, want %s", path, got, want)
		}
	}
}

func TestAFileMaySayNothingWhereItsKindAllowsIt(t *testing.T) {
	lenient := kind
	lenient.Empty = ""
	for _, text := range []string{"", "# nothing\n", "---\n"} {
		read := recipe{Name: "kept"}
		d, err := lenient.Parse("r.yaml", []byte(text))
		if err != nil || !d.IsEmpty() || d.Decode(&read) != nil || read.Name != "kept" {
			t.Errorf("%q: %v, %+v", text, err, read)
		}
	}
}

func TestLoad(t *testing.T) {
	path := filepath.Join(t.TempDir(), "r.yaml")
	if _, err := kind.Load(path); !errors.Is(err, fs.ErrNotExist) {
		t.Errorf("a file that is not there: %v", err)
	}
	if err := os.WriteFile(path, []byte("name: soup\n"), 0o600); err != nil {
		t.Fatal(err)
	}
	var read recipe
	if d, err := kind.Load(path); err != nil || d.Decode(&read) != nil || read.Name != "soup" {
		t.Errorf("%v, %+v", err, read)
	}
}

func FuzzParse(f *testing.F) {
	for _, seed := range []string{"name: x\nsteps: [{text: y}]\n", "? - a\n: b\n", "a: &b [*b]\n", "\"\\u0000\": |\n  x\n", "- - - -\n", "{a: [b, {c: d}]}"} {
		f.Add([]byte(seed))
	}
	f.Fuzz(func(t *testing.T, text []byte) {
		d, err := kind.Parse("r.yaml", text)
		if err == nil {
			err = d.Decode(new(recipe))
		}
		if fault := new(strictyaml.Error); err != nil && !errors.As(err, &fault) {
			t.Errorf("%q: %v has no place", text, err)
		}
	})
}
