package main

import (
	"regexp"
	"testing"

	"github.com/spf13/cobra"
)

// Help needs no glossary: what a catalog holds is in it or on record, what is where known
// gender is known, and parts are broken down by.
func TestHelpHasNoRetiredWord(t *testing.T) {
	retired := regexp.MustCompile(`(?i)\b(of stated|held|divided? by)\b`)
	var look func(*cobra.Command)
	look = func(c *cobra.Command) {
		for _, text := range []string{c.Short, c.Long, c.Example, c.LocalFlags().FlagUsages()} {
			for _, word := range retired.FindAllString(text, -1) {
				t.Errorf("rolecall %s --help says %q", c.Name(), word)
			}
		}
		for _, below := range c.Commands() {
			look(below)
		}
	}
	look(new(app).command())
}
