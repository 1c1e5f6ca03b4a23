package press_test

import (
	"context"
	"strings"
	"testing"

	"rolecall/press"
	"rolecall/press/article"
)

func BenchmarkCheck(b *testing.B) {
	text := strings.Repeat(`Showrunner Melissa Rosenberg said that all 13 episodes of the second season of Jessica Jones were directed by women, among them Minkie Spiro and Uta Briesewitz. Krysten Ritter stars. In season one, three of the nine directors were women. The series returned to Netflix on Thursday, March 8. It follows Daredevil, Luke Cage and Iron Fist, none of which had a woman in charge. Critics in London and New York were pleased, and so was Ava DuVernay.

`, 14)
	a := article.Plain(text)
	for b.Loop() {
		if _, err := press.Check(context.Background(), starterCatalog.contents, a); err != nil {
			b.Fatal(err)
		}
	}
	b.ReportMetric(float64(len(strings.Fields(text))), "words")
}
