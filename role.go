package rolecall

import (
	"fmt"
	"slices"
	"strings"
)

// Role is what a credit is for, in one canonical list.
type Role string

// The roles. Makeup, Sound, Art and Music are the people of a department who hold none
// of its posts that are roles of their own.
const (
	Creator                 Role = "creator"
	Showrunner              Role = "showrunner"
	Director                Role = "director"
	Writer                  Role = "writer"
	ExecutiveProducer       Role = "executive_producer"
	Producer                Role = "producer"
	LineProducer            Role = "line_producer"
	UnitProductionManager   Role = "unit_production_manager"
	FirstAssistantDirector  Role = "first_assistant_director"
	Cinematographer         Role = "cinematographer"
	Editor                  Role = "editor"
	Composer                Role = "composer"
	MusicSupervisor         Role = "music_supervisor"
	ProductionDesigner      Role = "production_designer"
	ArtDirector             Role = "art_director"
	SetDecorator            Role = "set_decorator"
	CostumeDesigner         Role = "costume_designer"
	CastingDirector         Role = "casting_director"
	VisualEffectsSupervisor Role = "visual_effects_supervisor"
	StuntCoordinator        Role = "stunt_coordinator"
	SoundMixer              Role = "sound_mixer"
	ReRecordingMixer        Role = "re_recording_mixer"
	Makeup                  Role = "makeup"
	Hair                    Role = "hair"
	Sound                   Role = "sound"
	Art                     Role = "art"
	Music                   Role = "music"
	Cast                    Role = "cast"
)

// Lead is the cast member billed first. No credit has it as its role, but it is
// counted like one.
const Lead Role = "lead"

var roles = []Role{
	Director, Writer, Creator, Showrunner, ExecutiveProducer, Producer,
	LineProducer, UnitProductionManager, FirstAssistantDirector,
	Cinematographer, Editor, Composer, MusicSupervisor, ProductionDesigner, ArtDirector,
	SetDecorator, CostumeDesigner, CastingDirector, VisualEffectsSupervisor,
	StuntCoordinator, SoundMixer, ReRecordingMixer, Makeup, Hair, Sound, Art, Music, Cast,
}

// Roles are all roles in the order in which pages and tables list them: the
// director first, the cast last.
func Roles() []Role { return slices.Clone(roles) }

// ParseRole reads a role by its word; the error lists the words there are.
func ParseRole(text string) (Role, error) {
	if r := Role(text); slices.Contains(roles, r) {
		return r, nil
	}
	words := make([]string, len(roles))
	for i, r := range roles {
		words[i] = string(r)
	}
	return "", fmt.Errorf("%q is not a role: choose one of %s", text, strings.Join(words, ", "))
}

// Compare orders roles as Roles lists them.
func (r Role) Compare(s Role) int { return slices.Index(roles, r) - slices.Index(roles, s) }

// Words is the role in words: "executive producer".
func (r Role) Words() string {
	if r == ReRecordingMixer {
		return "re-recording mixer"
	}
	return strings.ReplaceAll(string(r), "_", " ")
}

// Plural is the role in words for any number of people but one.
func (r Role) Plural() string {
	switch r {
	case Cast, Makeup, Hair, Sound, Art, Music:
		return r.Words()
	}
	return r.Words() + "s"
}

// ByEpisode reports whether the role changes hands from episode to episode, as
// that of a director does. A page that names a season's directors does not say
// who directed which episode; one that names its showrunner does.
func (r Role) ByEpisode() bool {
	switch r {
	case Director, Writer, FirstAssistantDirector, Cinematographer, Editor:
		return true
	}
	return false
}

// Side is where a role is held: in front of the camera or behind it.
type Side string

// The two sides.
const (
	Front  Side = "front"
	Behind Side = "behind"
)

// Side tells the side of a role: the cast is in front, all else behind.
func (r Role) Side() Side {
	if r == Cast {
		return Front
	}
	return Behind
}
