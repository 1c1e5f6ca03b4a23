package main

import (
	"bytes"
	"encoding/json"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"rolecall/catalog"
	"rolecall/source/starter"
)

func TestHardTexts(t *testing.T) {
	seen := make(map[string]bool)
	for _, k := range hardKinds() {
		if seen[k.name] {
			t.Errorf("%s: twice", k.name)
		}
		seen[k.name] = true
		for _, size := range []int{1 << 10, 64 << 10} {
			if text := k.text(size); len(text) < size*9/10 || len(text) > size {
				t.Errorf("%s: %d bytes, not %d", k.name, len(text), size)
			}
		}
	}
}

func TestNames(t *testing.T) {
	seen := make(map[string]bool)
	for n := range 10000 {
		if seen[name(n)] {
			t.Fatalf("%s comes twice", name(n))
		}
		seen[name(n)] = true
	}
}

func TestFaults(t *testing.T) {
	// grown is a series whose time grows by a factor each time the length does by 4.
	grown := func(factor float64, change func(*point)) series {
		var s series
		took := float64(time.Millisecond)
		for _, size := range sizes {
			p := point{size, measurement{Processor: time.Duration(took), Memory: 1 << 20, Answer: size}}
			change(&p)
			s.points = append(s.points, p)
			took *= factor
		}
		return s
	}
	nothing := func(*point) {}
	for _, c := range []struct {
		name string
		s    series
		want string
	}{
		{"in proportion", grown(4, nothing), ""},
		{"a little faster", grown(5, nothing), ""},
		{"by the square", grown(16, nothing), "grows too fast"},
		{"short texts are not judged", grown(4, func(p *point) {
			if p.size < grownFrom {
				p.Processor = 1
			}
		}), ""},
		{"memory", grown(4, func(p *point) { p.Memory = int64(p.size) << 10 }), "too much memory at 1 MB"},
		{"answer", grown(4, func(p *point) { p.Answer = 25 * p.size }), "too long an answer at 256 KB"},
		{"cut off", series{fault: "more than 20s at 1 KB"}, "more than 20s at 1 KB"},
	} {
		if got := strings.Join(c.s.faults(), "; "); got != c.want {
			t.Errorf("%s: %q, want %q", c.name, got, c.want)
		}
	}
}

func TestMeasure(t *testing.T) {
	path := filepath.Join(t.TempDir(), "starter.duckdb")
	if err := catalog.Build(t.Context(), path, catalog.Recipe{Name: starter.Name, Fill: starter.Fill}); err != nil {
		t.Fatal(err)
	}
	var out bytes.Buffer
	if err := (task{path, 3}).measure(t.Context(), strings.NewReader(warmUp), &out); err != nil {
		t.Fatal(err)
	}
	var m measurement
	if err := json.Unmarshal(out.Bytes(), &m); err != nil {
		t.Fatal(err)
	}
	if len(m.Walls) != 3 || m.Processor <= 0 || m.Memory < 1<<20 || m.Answer < 500 || m.Claims != 1 || m.wall(0.5) > m.wall(0.95) {
		t.Errorf("%+v", m)
	}
}
