package claims_test

import "testing"

// TestCompany reads who is in a title from the words around it: those it comes with, those
// who do something in it.
func TestCompany(t *testing.T) {
	said(t, three, [][2]string{
		{"Grey Heron, with Ann Dow and Ed Moss, opens on Friday.", "Grey Heron: cast Ann Dow; Grey Heron: cast Ed Moss"},
		{"Tin Roof followed in 1985, with Lin Shaye as a drifter.", "Tin Roof: cast Lin Shaye"},
		{"In 1977 came Tin Roof, about a newspaper, with a very young Tim Roe.", "Tin Roof: cast Tim Roe"},
		{"Tin Roof, in which Ann Dow falls for a fisherman, opens on Friday.", "Tin Roof: cast Ann Dow"},
		{"In Salt Roads, Ann Dow falls in love with a baker.", "Salt Roads: cast Ann Dow"},
		{"Salt Roads, in which Ann Dow is wooed by Tim Roe's baker, is slow.", "Salt Roads: cast Ann Dow; Salt Roads: cast Tim Roe"},
		{"Grey Heron stars Ann Dow, with Ed Moss and Lin Shaye in support.", "Grey Heron: star Ann Dow; Grey Heron: cast Ed Moss; Grey Heron: cast Lin Shaye"},
		{"Ann Dow, Ed Moss and Lin Shaye co-star in Tin Roof, along with Tim Roe.", "Tin Roof: cast Ann Dow; Tin Roof: cast Ed Moss; Tin Roof: cast Lin Shaye; Tin Roof: cast Tim Roe"},
		// near misses
		{"Grey Heron opened in May with Ann Dow in the audience.", ""},
		{"Salt Roads, in which Jane Lund directs herself, is slow.", "Salt Roads: director Jane Lund"},
		{"In Grey Heron, Jane Lund tells the story of her mother.", ""},
		{"Ann Dow saw Grey Heron with Ed Moss.", ""},
		{"Tin Roof ran in Leeds, with Ann Dow at the piano.", ""},
	})
	said(t, "The film Grey Heron opens on Friday.\n\n", [][2]string{
		{"With Ann Dow, Ed Moss and Lin Shaye.", "Grey Heron: cast Ann Dow; Grey Heron: cast Ed Moss; Grey Heron: cast Lin Shaye"},
		{"In black and white, with the unknown Carol Dean as the immigrant bride, it cost nothing.", "Grey Heron: cast Carol Dean"},
		{"Ann Dow played a physicist.", "Grey Heron: cast Ann Dow"},
		{"Also in the cast are Ann Dow and Ed Moss.", "Grey Heron: cast Ann Dow; Grey Heron: cast Ed Moss"},
	})
}

// TestAnswered reads the names that answer a question, whichever way it is put.
func TestAnswered(t *testing.T) {
	said(t, three, [][2]string{
		{"Who shot Grey Heron? Tim Roe. Salt Roads? Ann Dow.", "Grey Heron: cinematographer Tim Roe; Salt Roads: cinematographer Ann Dow"},
		{"Look at who cut them. Grey Heron? Ann Dow. Tin Roof? Eve Roe, the first to do so.", "Grey Heron: editor Ann Dow; Tin Roof: editor Eve Roe"},
		{"Who is the director of Tin Roof? Eve Roe.", "Tin Roof: director Eve Roe"},
		// near misses
		{"Who saw Grey Heron? Tim Roe. Salt Roads? Ann Dow.", ""},
		{"Who shot Grey Heron? Nobody knows. Salt Roads? Ann Dow has no idea.", ""},
	})
}
