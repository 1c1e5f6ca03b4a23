package fault

import (
	"cmp"
	"context"
	"fmt"
	"strings"

	"rolecall/catalog"
)

// ToAssistant is an error as a tool tells it to an assistant, with what to ask for
// instead. Whoever runs the program themselves (local) is told what is the matter with
// the machine too.
func ToAssistant(ctx context.Context, err error, local bool) Fault {
	f := OverHTTP(ctx, err)
	if local && !f.Asked() {
		f = AtCommand(ctx, err)
	}
	f.Remedy = ""
	if f.tools != nil {
		f.Remedy = f.tools(err)
	}
	return f
}

// nearTools lists what may have been meant, each with the tool that tells of it.
func nearTools(e *catalog.NotFoundError) string {
	return cmp.Or(near(e, tools), "Call search with part of the name.\n")
}

// tools lists titles and people, each with the call that tells of it.
func tools(all []catalog.Candidate) string {
	var lines strings.Builder
	for _, one := range all {
		call := fmt.Sprintf("show with title %q", one.ID)
		if one.IsPerson {
			call = fmt.Sprintf("person with name %q", one.ID)
		}
		fmt.Fprintf(&lines, "- %s: %s%s\n", call, one.Label, noted(one))
	}
	return lines.String()
}
