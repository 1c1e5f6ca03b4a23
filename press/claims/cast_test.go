package claims_test

import "testing"

// TestParts reads who is whom: players set equal to parts, in whatever order, and those
// behind a verb that is said once.
func TestParts(t *testing.T) {
	said(t, "The series Harbour Watch came back in May.\n\n", [][2]string{
		{"Tim Roe is the old ferryman, Ann Dow his daughter and Ed Moss a smuggler.", "Harbour Watch: cast Tim Roe; Harbour Watch: cast Ann Dow; Harbour Watch: cast Ed Moss"},
		{"The smuggler is Ed Moss.", "Harbour Watch: cast Ed Moss"},
		{"In the present the survivors are Ann Dow, Ed Moss and Lin Shaye.", "Harbour Watch: cast Ann Dow; Harbour Watch: cast Ed Moss; Harbour Watch: cast Lin Shaye"},
		{"Ann Dow is the voice of Anna, Lin Shaye that of Else.", "Harbour Watch: cast Ann Dow; Harbour Watch: cast Lin Shaye"},
		{"As the old diver, Lin Shaye is magnificent.", "Harbour Watch: cast Lin Shaye"},
		{"Ann Dow is magnificent as Helen.", "Harbour Watch: cast Ann Dow"},
		{"The captain is now Eve Roe.", "Harbour Watch: cast Eve Roe"},
		{"Ann Dow plays the mother; Eve Roe is her sister.", "Harbour Watch: cast Ann Dow; Harbour Watch: cast Eve Roe"},
		{"Lesley Hall plays a widow, Tim Roe the priest, and Ed Moss, once a boxer, her son.", "Harbour Watch: cast Lesley Hall; Harbour Watch: cast Tim Roe; Harbour Watch: cast Ed Moss"},
		{"Tim Roe and Ann Dow are the parents, and Eve Roe the choirmaster with the temper.", "Harbour Watch: cast Tim Roe; Harbour Watch: cast Ann Dow; Harbour Watch: cast Eve Roe"},
		{"Ann Dow is back in the title role.", "Harbour Watch: star Ann Dow"},
		{"A woman, Lin Shaye, has the lead.", "Harbour Watch: star Lin Shaye"},
		{"Jane Lund gave the lead to Ed Moss.", "Harbour Watch: star Ed Moss"},
		{"Ed Moss, in the title role, is fine.", "Harbour Watch: star Ed Moss"},
		{"Tim Roe's weary ferryman is the best of them.", "Harbour Watch: cast Tim Roe"},
		// near misses
		{"Ann Dow is the winner.", ""},
		{"Tim Roe is the mayor of Leeds.", ""},
		{"Eve Roe is her sister in life.", ""},
		{"The winners are Ann Dow and Ed Moss.", ""},
		{"Ann Dow is a teacher in Leeds.", ""},
		{"The survivors of the crash met Ann Dow.", ""},
		{"As the daughter of a miner, Ann Dow was used to it.", ""},
		{"Tim Roe's wife left him.", ""},
		{"Ann Dow is not the mother.", ""},
		{"Tim Roe has the lead in the polls.", ""},
	})
}
