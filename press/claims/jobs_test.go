package claims_test

import "testing"

// TestTogether reads who did something with somebody, and shares a job.
func TestTogether(t *testing.T) {
	said(t, three, [][2]string{
		{"Ann Dow created Salt Roads with Eve Roe.", "Salt Roads: creator Ann Dow; Salt Roads: creator Eve Roe"},
		{"Ann Dow wrote Tin Roof together with Eve Roe and Tim Roe.", "Tin Roof: writer Ann Dow; Tin Roof: writer Eve Roe; Tin Roof: writer Tim Roe"},
		{"Jane Lund shared the direction of Grey Heron with Tim Roe.", "Grey Heron: director Jane Lund; Grey Heron: director Tim Roe"},
		{"Jane Lund shares the writing credit on Grey Heron with Tim Roe.", "Grey Heron: writer Jane Lund; Grey Heron: writer Tim Roe"},
		{"Salt Roads was directed by Ann Dow, together with Tim Roe.", "Salt Roads: director Ann Dow; Salt Roads: director Tim Roe"},
		{"Ann Dow, who together with Eve Roe and Tim Roe also produced Salt Roads, was tired.", "Salt Roads: producer Ann Dow; Salt Roads: producer Eve Roe; Salt Roads: producer Tim Roe"},
		{"With Eve Roe, Ann Dow wrote Tin Roof.", "Tin Roof: writer Ann Dow; Tin Roof: writer Eve Roe"},
		// near misses
		{"Ann Dow wrote Tin Roof with a pencil, says Eve Roe.", "Tin Roof: writer Ann Dow"},
		{"Ann Dow shared a flat with Tim Roe.", ""},
		{"Jane Lund made Grey Heron with Ed Moss in the lead.", "Grey Heron: other Jane Lund; Grey Heron: star Ed Moss"},
	})
}

// TestAmong reads those who a number of people are, and those who are one of several.
func TestAmong(t *testing.T) {
	said(t, "The series Harbour Watch came back in May.\n\n", [][2]string{
		{"Two of the four writers are women, Ann Dow and Eve Roe.", "Harbour Watch: writer Ann Dow; Harbour Watch: writer Eve Roe"},
		{"Three of its directors were women: Ann Dow, Eve Roe and Lin Shaye.", "Harbour Watch: director Ann Dow; Harbour Watch: director Eve Roe; Harbour Watch: director Lin Shaye"},
		{"Ann Dow and Eve Roe were the only women among the six directors.", "Harbour Watch: director Ann Dow; Harbour Watch: director Eve Roe"},
		{"Barry Jenks is among the producers.", "Harbour Watch: producer Barry Jenks"},
		{"Among the writers are Ann Dow and Eve Roe.", "Harbour Watch: writer Ann Dow; Harbour Watch: writer Eve Roe"},
		{"Ann Dow directed it. She is an executive producer too.", "Harbour Watch: director Ann Dow; Harbour Watch: executive_producer Ann Dow"},
		{"Ann Dow, also an executive producer, plays the nurse.", "Harbour Watch: executive_producer Ann Dow; Harbour Watch: cast Ann Dow"},
		{"Ann Dow, who is a producer as well, directed it.", "Harbour Watch: producer Ann Dow; Harbour Watch: director Ann Dow"},
		{"The executive producers are Ann Dow, Eve Roe and Ed Moss.", "Harbour Watch: executive_producer Ann Dow; Harbour Watch: executive_producer Eve Roe; Harbour Watch: executive_producer Ed Moss"},
		{"Lin Shaye, the creator, was there.", "Harbour Watch: creator Lin Shaye"},
		{"It has a woman director, Ann Dow.", "Harbour Watch: director Ann Dow"},
		{"It needed two cinematographers (Tim Roe; Ed Moss).", "Harbour Watch: cinematographer Tim Roe; Harbour Watch: cinematographer Ed Moss"},
		// near misses
		{"Two of the guests are women, Ann Dow and Eve Roe.", ""},
		{"Three of its directors were women, says Ann Dow.", ""},
		{"Ann Dow is among the guests.", ""},
		{"Ann Dow is an executive producer in Leeds.", ""},
		{"Ann Dow, also a mother, was there.", ""},
	})
}

// TestInCharge reads who has, gets or takes over the job.
func TestInCharge(t *testing.T) {
	said(t, "The series Harbour Watch came back in May. Ann Dow directed it.\n\n", [][2]string{
		{"Eve Roe takes over as showrunner.", "Harbour Watch: director Ann Dow; Harbour Watch: showrunner Eve Roe"},
		{"Eve Roe was put in charge of the second season.", "Harbour Watch: director Ann Dow; Harbour Watch: director Eve Roe"},
		{"The finale is in the hands of Tim Roe.", "Harbour Watch: director Ann Dow; Harbour Watch: director Tim Roe"},
		{"Tim Roe got the director's job for the second season.", "Harbour Watch: director Ann Dow; Harbour Watch: director Tim Roe"},
		{"Lenny Moss directed the first half and Hettie Mack the second.", "Harbour Watch: director Ann Dow; Harbour Watch: director Lenny Moss; Harbour Watch: director Hettie Mack"},
		// near misses
		{"Eve Roe took over a pub.", "Harbour Watch: director Ann Dow"},
		{"Her children are in the hands of Tim Roe.", "Harbour Watch: director Ann Dow"},
		{"Lenny Moss did the dishes.", "Harbour Watch: director Ann Dow"},
		{"Tim Roe got the job of his life at a bank.", "Harbour Watch: director Ann Dow"},
	})
}

// TestMade reads whose what a job makes is.
func TestMade(t *testing.T) {
	said(t, "The film Grey Heron opens on Friday.\n\n", [][2]string{
		{"The images are Tim Roe's, the costumes Ann Dow's.", "Grey Heron: cinematographer Tim Roe; Grey Heron: costume_designer Ann Dow"},
		{"The script is Eve Roe's too.", "Grey Heron: writer Eve Roe"},
		{"The script was Eve Roe's first.", "Grey Heron: writer Eve Roe"},
		{"The editing is again by Tim Roe.", "Grey Heron: editor Tim Roe"},
		{"The screenplay comes from Eve Roe.", "Grey Heron: writer Eve Roe"},
		{"Its sets are Ann Dow's doing.", "Grey Heron: production_designer Ann Dow"},
		{"Tim Roe holds the camera.", "Grey Heron: cinematographer Tim Roe"},
		{"Tim Roe ran the camera, and Ann Dow did the costumes.", "Grey Heron: cinematographer Tim Roe; Grey Heron: costume_designer Ann Dow"},
		{"Penning it is Eve Roe.", "Grey Heron: writer Eve Roe"},
		{"Written by and starring Eve Roe.", "Grey Heron: writer Eve Roe; Grey Heron: star Eve Roe"},
		{"Jane Lund writes, directs and stars.", "Grey Heron: writer Jane Lund; Grey Heron: director Jane Lund; Grey Heron: star Jane Lund"},
		// near misses
		{"The script is Tim Roe's favourite.", ""},
		{"The camera was Tim Roe's gift.", ""},
		{"Tim Roe holds the door.", ""},
	})
}
