package fault

import (
	"cmp"
	"fmt"
	"strings"

	"rolecall/catalog"
	"rolecall/phrase"
)

// nearCommands lists what may have been meant, each with the command that shows it.
func nearCommands(e *catalog.NotFoundError) string {
	return cmp.Or(near(e, Commands), "Look for part of the name with: rolecall search WORD\n") + Bigger(e.Picked)
}

// Bigger says, of a catalog that holds so many titles picked by hand, how to come to one that
// holds more; nothing of another.
func Bigger(picked int) string {
	if picked == 0 {
		return ""
	}
	return phrase.Picked(picked) + ".\n" + phrase.ToImport + ":\n  " + strings.Join(phrase.Importing, "\n  ") + "\n"
}

// near lists what may have been meant; nothing where nothing is near.
func near(e *catalog.NotFoundError, list func([]catalog.Candidate) string) string {
	var text strings.Builder
	if len(e.Others) > 0 {
		fmt.Fprintf(&text, "Of that name there is:\n%s", list(e.Others))
	}
	if len(e.Near) > 0 {
		fmt.Fprintf(&text, "Did you mean:\n%s", list(e.Near))
	}
	return text.String()
}

// Commands lists titles and people, each with the command that picks it.
func Commands(all []catalog.Candidate) string {
	var lines strings.Builder
	for _, one := range all {
		command := "show"
		if one.IsPerson {
			command = "person"
		}
		fmt.Fprintf(&lines, "  rolecall %-6s %-30s  %s%s\n", command, ShellWord(one.ID), one.Label, noted(one))
	}
	return lines.String()
}

// noted is what tells a candidate from others of its name, in brackets behind it.
func noted(one catalog.Candidate) string {
	if one.Note == "" {
		return ""
	}
	return " (" + one.Note + ")"
}

// ShellWord is a text as a shell takes it for one word.
func ShellWord(text string) string {
	if strings.ContainsAny(text, " \t\"'$&|;<>()*?[]#~`\\!") {
		return "'" + strings.ReplaceAll(text, "'", `'\''`) + "'"
	}
	return text
}
