package fault

import (
	"fmt"
	"strings"

	"rolecall/catalog"
)

// nearCommands lists what may have been meant, each with the command that shows it.
func nearCommands(e *catalog.NotFoundError) string {
	var text strings.Builder
	if len(e.Others) > 0 {
		fmt.Fprintf(&text, "Of that name there is:\n%s", Commands(e.Others))
	}
	if len(e.Near) > 0 {
		fmt.Fprintf(&text, "Did you mean:\n%s", Commands(e.Near))
	}
	if text.Len() == 0 {
		return "Look for part of the name with: rolecall search WORD\n"
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
		note := ""
		if one.Note != "" {
			note = " (" + one.Note + ")"
		}
		fmt.Fprintf(&lines, "  rolecall %-6s %-30s  %s%s\n", command, ShellWord(one.ID), one.Label, note)
	}
	return lines.String()
}

// ShellWord is a text as a shell takes it for one word.
func ShellWord(text string) string {
	if strings.ContainsAny(text, " \t\"'$&|;<>()*?[]#~`\\!") {
		return "'" + strings.ReplaceAll(text, "'", `'\''`) + "'"
	}
	return text
}
