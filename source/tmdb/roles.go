package tmdb

import (
	"strings"

	"rolecall"
)

// work is a job as TMDB files it: the department, then the job.
type work struct{ department, job string }

// meaning is the role that a job comes to, and whether the job says more than the
// role, so that it is kept beside it.
type meaning struct {
	role     rolecall.Role
	saysMore bool
}

// roles are the jobs that are roles, those of writers and producers as in the package
// job, to which a test holds them. What is not here is left aside and counted:
// an associate, an assistant or a second unit's director holds another role than
// the one so named, and who wrote the novel, the comic book or the characters that
// a film is made from did not write the film.
var roles = map[work]meaning{
	{"Directing", "Director"}:        {rolecall.Director, false},
	{"Directing", "Co-Director"}:     {rolecall.Director, true},
	{"Directing", "Series Director"}: {rolecall.Director, true},

	{"Directing", "First Assistant Director"}: {rolecall.FirstAssistantDirector, false},

	{"Writing", "Writer"}:           {rolecall.Writer, false},
	{"Writing", "Screenplay"}:       {rolecall.Writer, true},
	{"Writing", "Teleplay"}:         {rolecall.Writer, true},
	{"Writing", "Story"}:            {rolecall.Writer, true},
	{"Writing", "Screenstory"}:      {rolecall.Writer, true},
	{"Writing", "Co-Writer"}:        {rolecall.Writer, true},
	{"Writing", "Dialogue"}:         {rolecall.Writer, true},
	{"Writing", "Adaptation"}:       {rolecall.Writer, true},
	{"Writing", "Staff Writer"}:     {rolecall.Writer, true},
	{"Writing", "Creator"}:          {rolecall.Creator, false},
	{"Creator", "Creator"}:          {rolecall.Creator, false},
	{"Production", "Creator"}:       {rolecall.Creator, false},
	{"Writing", "Co-Creator"}:       {rolecall.Creator, true},
	{"Creator", "Co-Creator"}:       {rolecall.Creator, true},
	{"Production", "Co-Creator"}:    {rolecall.Creator, true},
	{"Writing", "Head Writer"}:      {rolecall.Writer, true},
	{"Writing", "Story Editor"}:     {rolecall.Writer, true},
	{"Writing", "Original Story"}:   {rolecall.Writer, true},
	{"Production", "Co-Showrunner"}: {rolecall.Showrunner, true},
	{"Production", "Showrunner"}:    {rolecall.Showrunner, false},
	{"Writing", "Showrunner"}:       {rolecall.Showrunner, false},

	{"Production", "Executive Producer"}:      {rolecall.ExecutiveProducer, false},
	{"Production", "Producer"}:                {rolecall.Producer, false},
	{"Production", "Co-Producer"}:             {rolecall.Producer, true},
	{"Production", "Co-Executive Producer"}:   {rolecall.ExecutiveProducer, true},
	{"Production", "Consulting Producer"}:     {rolecall.Producer, true},
	{"Production", "Supervising Producer"}:    {rolecall.Producer, true},
	{"Production", "Line Producer"}:           {rolecall.LineProducer, false},
	{"Production", "Unit Production Manager"}: {rolecall.UnitProductionManager, false},
	{"Production", "Casting"}:                 {rolecall.CastingDirector, false},
	{"Production", "Casting Director"}:        {rolecall.CastingDirector, false},

	{"Camera", "Director of Photography"}:    {rolecall.Cinematographer, false},
	{"Camera", "Cinematography"}:             {rolecall.Cinematographer, false},
	{"Camera", "Co-Director of Photography"}: {rolecall.Cinematographer, true},
	{"Editing", "Editor"}:                    {rolecall.Editor, false},
	{"Editing", "Co-Editor"}:                 {rolecall.Editor, true},

	{"Sound", "Original Music Composer"}:  {rolecall.Composer, false},
	{"Sound", "Music"}:                    {rolecall.Music, false},
	{"Sound", "Music Supervisor"}:         {rolecall.MusicSupervisor, false},
	{"Sound", "Music Editor"}:             {rolecall.Music, true},
	{"Sound", "Sound Designer"}:           {rolecall.Sound, true},
	{"Sound", "Sound Editor"}:             {rolecall.Sound, true},
	{"Sound", "Sound Mixer"}:              {rolecall.SoundMixer, false},
	{"Sound", "Sound Re-Recording Mixer"}: {rolecall.ReRecordingMixer, false},
	{"Sound", "Supervising Sound Editor"}: {rolecall.Sound, true},
	{"Sound", "Production Sound Mixer"}:   {rolecall.SoundMixer, true},
	{"Sound", "Sound Effects Editor"}:     {rolecall.Sound, true},
	{"Sound", "Foley Artist"}:             {rolecall.Sound, true},
	{"Sound", "Dialogue Editor"}:          {rolecall.Sound, true},

	{"Art", "Production Design"}:                    {rolecall.ProductionDesigner, false},
	{"Art", "Art Direction"}:                        {rolecall.ArtDirector, false},
	{"Art", "Supervising Art Director"}:             {rolecall.ArtDirector, true},
	{"Art", "Set Decoration"}:                       {rolecall.SetDecorator, false},
	{"Art", "Set Designer"}:                         {rolecall.Art, true},
	{"Costume & Make-Up", "Costume Design"}:         {rolecall.CostumeDesigner, false},
	{"Costume & Make-Up", "Makeup Artist"}:          {rolecall.Makeup, true},
	{"Costume & Make-Up", "Key Makeup Artist"}:      {rolecall.Makeup, true},
	{"Costume & Make-Up", "Makeup Department Head"}: {rolecall.Makeup, true},
	{"Costume & Make-Up", "Makeup Designer"}:        {rolecall.Makeup, true},
	{"Costume & Make-Up", "Makeup & Hair"}:          {rolecall.Makeup, true},
	{"Costume & Make-Up", "Hairstylist"}:            {rolecall.Hair, true},
	{"Costume & Make-Up", "Hair Department Head"}:   {rolecall.Hair, true},

	{"Visual Effects", "Visual Effects Supervisor"}: {rolecall.VisualEffectsSupervisor, false},
	{"Crew", "Stunt Coordinator"}:                   {rolecall.StuntCoordinator, false},
}

// gender is what a number of TMDB's field comes to.
type gender struct {
	value   rolecall.Gender
	wording string
}

// genders are the numbers as the API documents them. 0, "not set", says nothing.
var genders = map[int]gender{
	1: {rolecall.Woman, "1 (female)"}, 2: {rolecall.Man, "2 (male)"}, 3: {rolecall.Nonbinary, "3 (non-binary)"},
}

// characters are those of a cast member, which slashes separate.
func characters(text string) []string {
	var all []string
	for character := range strings.SplitSeq(text, " / ") {
		if character = strings.TrimSpace(character); character != "" {
			all = append(all, character)
		}
	}
	return all
}
