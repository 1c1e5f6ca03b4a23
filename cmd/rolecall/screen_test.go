package main

import "testing"

// A locale is taken to show all signs unless it says that it does not.
func TestLocales(t *testing.T) {
	for locale, want := range map[string]bool{
		"": true, "en_GB.UTF-8": true, "de_DE.utf8@euro": true, "C.UTF-8": true, "en_US": true,
		"C": false, "POSIX": false, "en_US.ISO-8859-1": false, "ja_JP.eucJP": false,
	} {
		if got := isUnicode(locale); got != want {
			t.Errorf("%q: %v", locale, got)
		}
	}
}
