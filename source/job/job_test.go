package job

import (
	"testing"

	"rolecall"
)

func TestRole(t *testing.T) {
	for said, want := range map[[2]string]rolecall.Role{
		{"writer", ""}:                                       rolecall.Writer,
		{"writer", "Created By"}:                             rolecall.Creator,
		{"writer", "co-creator"}:                             rolecall.Creator,
		{"writer", "Co-Created by"}:                          rolecall.Creator,
		{"writer", "series creator"}:                         rolecall.Creator,
		{"writer", "creator: original series"}:               "",
		{"writer", "developed for television by"}:            rolecall.Creator,
		{"writer", "co-developed by"}:                        rolecall.Creator,
		{"writer", "screenplay by"}:                          rolecall.Writer,
		{"writer", "written  by"}:                            rolecall.Writer,
		{"writer", "screen play"}:                            rolecall.Writer,
		{"writer", "story by"}:                               rolecall.Writer,
		{"writer", "original story"}:                         rolecall.Writer,
		{"writer", "staff writer"}:                           rolecall.Writer,
		{"writer", "story editor"}:                           rolecall.Writer,
		{"writer", "novel and screenplay"}:                   rolecall.Writer,
		{"writer", "adaptation"}:                             rolecall.Writer,
		{"writer", "dialogue"}:                               rolecall.Writer,
		{"writer", "based on the comic book by"}:             "",
		{"writer", "based on a screenplay by"}:               "",
		{"writer", "play"}:                                   "",
		{"writer", `play "The Front Page"`}:                  "",
		{"writer", "stage play by"}:                          "",
		{"writer", "from the play by"}:                       "",
		{"writer", "theatre play"}:                           "",
		{"writer", "short story"}:                            "",
		{"writer", "short stories"}:                          "",
		{"writer", "Graphic Novel"}:                          "",
		{"writer", "novella"}:                                "",
		{"writer", "book"}:                                   "",
		{"writer", "poem"}:                                   "",
		{"writer", "magazine article"}:                       "",
		{"writer", "manga"}:                                  "",
		{"writer", "characters"}:                             "",
		{"writer", "characters created by"}:                  "",
		{"writer", "character creator"}:                      "",
		{"writer", "suggested by the life of"}:               "",
		{"writer", "memoir"}:                                 "",
		{"writer", "autobiography"}:                          "",
		{"writer", "musical"}:                                "",
		{"writer", "video game"}:                             "",
		{"writer", "co-showrunner"}:                          rolecall.Showrunner,
		{"producer", "co-executive producer"}:                rolecall.ExecutiveProducer,
		{"producer", "Co-Executive Producer"}:                rolecall.ExecutiveProducer,
		{"producer", "co-producer"}:                          rolecall.Producer,
		{"producer", "supervising producer"}:                 rolecall.Producer,
		{"producer", "co-creator/executive producer"}:        rolecall.Creator,
		{"producer", "line producer"}:                        rolecall.LineProducer,
		{"producer", "co-line producer"}:                     rolecall.LineProducer,
		{"producer", "associate line producer"}:              "",
		{"producer", "Unit Production Manager"}:              rolecall.UnitProductionManager,
		{"director", "first assistant director"}:             rolecall.FirstAssistantDirector,
		{"director", "second unit first assistant director"}: "",
		{"director", "second assistant director"}:            "",
		{"producer", "co-associate producer"}:                "",
		{"producer", ""}:                                     rolecall.Producer,
		{"director", "co-director"}:                          rolecall.Director,
		{"director", "assistant director"}:                   "",
		{"director", "second unit director"}:                 "",
		{"actress", ""}:                                      rolecall.Cast,
		{"unheard_of", ""}:                                   "",
	} {
		if got := Role(said[0], said[1]); got != want {
			t.Errorf("%v: %q, want %q", said, got, want)
		}
	}
}

func TestAuthorsOfTheSource(t *testing.T) {
	for job, want := range map[string]bool{"": false, "story": false, "teleplay": false, "novel": true, "Play": true, "characters created by": true, "created by": false} {
		if got := IsOfSource(job); got != want {
			t.Errorf("%q: %v", job, got)
		}
	}
}
