package claims_test

import "testing"

// TestPerformances reads who acts by what they do.
func TestPerformances(t *testing.T) {
	said(t, three, [][2]string{
		{"Salt Roads has a fine lead performance from Ann Dow.", "Salt Roads: cast Ann Dow"},
		{"There are strong turns in Salt Roads by Ann Dow and Ed Moss.", "Salt Roads: cast Ann Dow; Salt Roads: cast Ed Moss"},
		{"Ann Dow's performance in Tin Roof is small and true.", "Tin Roof: cast Ann Dow"},
		{"Ann Dow gives the performance of the year in Tin Roof.", "Tin Roof: cast Ann Dow"},
		{"Ed Moss was nominated for his performance in Grey Heron.", "Grey Heron: cast Ed Moss"},
		{"Ed Moss has a small part in Grey Heron.", "Grey Heron: cast Ed Moss"},
		{"Salt Roads is narrated by Ann Dow.", "Salt Roads: cast Ann Dow"},
		{"Ann Dow heads the cast of Tin Roof.", "Tin Roof: cast Ann Dow"},
		// near misses
		{"Ann Dow had no part in Grey Heron.", ""},
		{"Ann Dow played a part in the sale of Grey Heron.", ""},
		{"The box office performance of Grey Heron surprised Ann Dow.", ""},
		{"Ann Dow might give a performance in Tin Roof.", ""},
		{"Ed Moss heads the company that sold Tin Roof.", ""},
	})
}

// TestPlain reads the ordinary ways to say a job.
func TestPlain(t *testing.T) {
	said(t, three, [][2]string{
		{"Salt Roads is a short Danish crime series created by Ann Dow.", "Salt Roads: creator Ann Dow"},
		{"Salt Roads is produced by Ann Dow for Onda Films and Ed Moss for Tern Pictures.", "Salt Roads: producer Ann Dow; Salt Roads: producer Ed Moss"},
		{"The producers of Salt Roads are Ann Dow for Onda and Ed Moss for Tern.", "Salt Roads: producer Ann Dow; Salt Roads: producer Ed Moss"},
		{"Executive producers of Tin Roof include Ann Dow and Ed Moss.", "Tin Roof: executive_producer Ann Dow; Tin Roof: executive_producer Ed Moss"},
		{"Ann Dow is a writer on Tin Roof.", "Tin Roof: writer Ann Dow"},
		{"Ann Dow serves as executive producer of Tin Roof.", "Tin Roof: executive_producer Ann Dow"},
		{"Ann Dow has worked on Tin Roof as a director.", "Tin Roof: director Ann Dow"},
		{"Ann Dow is best known as the director of Grey Heron.", "Grey Heron: director Ann Dow"},
		{"Both Salt Roads and Tin Roof were directed by Ann Dow.", "Salt Roads: director Ann Dow; Tin Roof: director Ann Dow"},
		{"Ann Dow not only directed Salt Roads but also wrote it.", "Salt Roads: director Ann Dow; Salt Roads: writer Ann Dow"},
		{"Her daughter, Ann Dow, directed Grey Heron.", "Grey Heron: director Ann Dow"},
		{"Salt Roads was written by Ann Dow with Ed Moss.", "Salt Roads: writer Ann Dow; Salt Roads: writer Ed Moss"},
		{"Ann Dow's directing credits include Grey Heron and Tin Roof.", "Grey Heron: director Ann Dow; Tin Roof: director Ann Dow"},
		{"Grey Heron, the new film from Ann Dow, is long.", "Grey Heron: other Ann Dow"},
		{"Behind the camera on Tin Roof was Ann Dow.", "Tin Roof: other Ann Dow"},
		{"Ann Dow took charge of Tin Roof.", "Tin Roof: director Ann Dow"},
		// near misses
		{"Ann Dow was second unit director on Tin Roof.", ""},
		{"Salt Roads was directed by Ann Dow with a steady hand.", "Salt Roads: director Ann Dow"},
		{"Salt Roads was directed by Ann Dow with Ed Moss.", "Salt Roads: director Ann Dow"},
		{"Executive producers do not include Ann Dow, whatever Tin Roof says.", ""},
		{"Ann Dow is a writer from Leeds. She liked Grey Heron.", ""},
	})
}

// TestPlainBehind reads them where the title was named in the sentence before.
func TestPlainBehind(t *testing.T) {
	said(t, "Everybody talks of Grey Heron, a small film. ", [][2]string{
		{"Ann Dow was the editor and Ed Moss the composer.", "Grey Heron: editor Ann Dow; Grey Heron: composer Ed Moss"},
		{"The cinematographer is Ann Dow and the editor Ed Moss.", "Grey Heron: cinematographer Ann Dow; Grey Heron: editor Ed Moss"},
		{"Cinematography was by Ann Dow.", "Grey Heron: cinematographer Ann Dow"},
		{"The score, by Ann Dow, never stops.", "Grey Heron: composer Ann Dow"},
		{"Ann Dow stars, with Ed Moss in support.", "Grey Heron: star Ann Dow; Grey Heron: cast Ed Moss"},
		{"Also with Ann Dow.", "Grey Heron: cast Ann Dow"},
		{"The television series was created by Ann Dow.", "Grey Heron: creator Ann Dow"},
		// near misses
		{"Ann Dow was the editor of a newspaper and Ed Moss the mayor.", ""},
		{"Ann Dow stars at the dinner, with Ed Moss at her side.", ""},
	})
}

// TestBesideTheTitle reads credits where the title stands in an aside, a heading or brackets.
func TestBesideTheTitle(t *testing.T) {
	said(t, "", [][2]string{
		{"It is ten years since The Quiet Wing closed. The director was Ann Dow.", "The Quiet Wing: director Ann Dow"},
		{"Review: Saltgrass\n\nIf you see one film, see this. The script is by Ann Dow.", "Saltgrass: writer Ann Dow"},
		{"Marrow, season 2, episode 4\n\nThis one was directed by Ann Dow.", "Marrow: director Ann Dow"},
		{"The drama Grey Heron is back. New to the cast are Vossi Lambert and Ann Dow (Tin Roof). The series is produced by Ed Moss.",
			"Grey Heron: cast Vossi Lambert; Tin Roof: cast Ann Dow; Grey Heron: producer Ed Moss"},
		{"Ann Dow, 33, is the male lead in the film Grey Heron.", "Grey Heron: star Ann Dow"},
		{"The film Grey Heron was written by Ann Dow, 38, and Ed Moss, 41.", "Grey Heron: writer Ann Dow; Grey Heron: writer Ed Moss"},
		{"Ann Dow will next be seen in the film Grey Heron.", "Grey Heron: cast Ann Dow"},
		{"Tin Marsh was created, written and produced by Ann Dow.", "Tin Marsh: creator Ann Dow; Tin Marsh: writer Ann Dow; Tin Marsh: producer Ann Dow"},
		{"Voices from the Weir, which Ann Dow directed, tells of the women who ran Yorkshire's mills. It is edited by Ed Moss.", "Voices from the Weir: director Ann Dow; Voices from the Weir: editor Ed Moss"},
		// near misses
		{"Ann Dow has been seen in London since Grey Heron opened.", ""},
		{"It is ten years since the fair. The director was Ann Dow.", ""},
	})
}

// TestOtherParagraph holds that what the text takes for a title once, in passing, is not what
// the next paragraph is about, unless it is set as a title or named again.
func TestOtherParagraph(t *testing.T) {
	const behind = " The shops were shut that day.\n\nThe director is Ann Dow."
	for text, want := range map[string]int{
		"We liked the film Tin Roof. Everybody came who had seen the film Salt Roads.":                  0,
		"We liked the film \"Tin Roof\". Everybody came who had seen the film Salt Roads.":              1,
		"We liked the film Tin Roof. Everybody came who had seen Salt Roads and slept in Tin Roof too.": 1,
	} {
		if got := len(credits(t, text+behind)); got != want {
			t.Errorf("%s: %d credits, want %d", text, got, want)
		}
	}
}
