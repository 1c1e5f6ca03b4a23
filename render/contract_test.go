package render_test

import (
	"maps"
	"reflect"
	"slices"
	"strings"
	"testing"

	"rolecall/catalog"
	"rolecall/contract"
	"rolecall/press/claims"
	"rolecall/press/verdict"
	"rolecall/standard"
)

// The contract says in its tags which words a field may have, as it imports no package
// that has them; they are the words of those packages.
func TestTheWordsOfTheContract(t *testing.T) {
	given := []catalog.GivenState{catalog.GivenYes, catalog.GivenNo, catalog.GivenUnknown}
	for _, test := range []struct {
		of    any
		field string
		words []string
	}{
		{contract.Assessment{}, "Verdict", texts(standard.Verdicts())},
		{contract.Criterion{}, "Verdict", texts(standard.Verdicts())},
		{contract.Claim{}, "Kind", texts(claims.Kinds())},
		{contract.Claim{}, "Verdict", texts(verdict.Verdicts())},
		{contract.Repeated{}, "Verdict", texts(verdict.Verdicts())},
		{contract.Shift{}, "Given", texts(given)},
		{contract.Row{}, "Given", texts(given)},
		{contract.Trend{}, "Given", texts(given)},
	} {
		field, is := reflect.TypeOf(test.of).FieldByName(test.field)
		if got := set(strings.Split(field.Tag.Get("enum"), ",")); !is || !maps.Equal(got, set(test.words)) {
			t.Errorf("%T.%s may be %v, want %v", test.of, test.field, slices.Sorted(maps.Keys(got)), test.words)
		}
	}
}

func texts[T ~string](all []T) []string {
	words := make([]string, len(all))
	for i, word := range all {
		words[i] = string(word)
	}
	return words
}

func set(words []string) map[string]bool {
	all := make(map[string]bool)
	for _, word := range words {
		all[word] = true
	}
	return all
}
