package render

import (
	"rolecall"
	"rolecall/standard"
)

// WholeWords says what becomes of a whole standard, empty where it leaves its
// criteria side by side.
func WholeWords(a standard.Assessment) string { return wholeWords(a) }

// CriterionWords is a criterion with what was counted for it: "Directed by a
// woman (women: 1 of 1 director)".
func CriterionWords(t rolecall.Title, s *standard.Standard, r standard.Result) string {
	return resultWords(t, s, r)
}

// CriterionDetails say what is missing, what has to be judged, and what would
// meet the criterion.
func CriterionDetails(t rolecall.Title, s *standard.Standard, r standard.Result) []string {
	return resultDetails(t, s, r)
}
