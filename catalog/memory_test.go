package catalog_test

import (
	"testing"

	"rolecall/catalog"
)

func TestParseMemory(t *testing.T) {
	for text, want := range map[string]int64{"4GB": 4e9, "800mb": 8e8, "1.5 GiB": 3 << 29, "512MiB": 512 << 20, "18.8 GiB": 20186346291, "2TB": 2e12} {
		if got, err := catalog.ParseMemory(text); err != nil || got != want {
			t.Errorf("%s: %d, %v; want %d", text, got, err, want)
		}
	}
	for _, text := range []string{"", "GB", "4", "0GB", "-1GB", "4 parsecs", "NaNGB", "1e30GB", "+InfGB"} {
		if got, err := catalog.ParseMemory(text); err == nil {
			t.Errorf("%q: %d bytes", text, got)
		}
	}
}

// Whatever the machine, a build gets some of its memory and not all.
func TestUsualMemory(t *testing.T) {
	const least, most = 16 << 20, 1 << 46
	if got, err := catalog.UsualMemory(t.Context()); err != nil || got < least || got > most {
		t.Errorf("%d bytes, %v", got, err)
	}
}
