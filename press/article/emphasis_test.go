package article

import (
	"slices"
	"testing"
)

func TestEmphasis(t *testing.T) {
	tests := []struct {
		text, want string
		italics    []string
	}{
		{"In _Barry Lyndon_, Ryan O'Neal is a rogue.", "In Barry Lyndon, Ryan O'Neal is a rogue.", []string{"Barry Lyndon"}},
		{"*Wanda* and _The Fits_ and *Girlhood*.", "Wanda and The Fits and Girlhood.", []string{"Wanda", "The Fits", "Girlhood"}},
		{"_Wanda_ _Girlhood_", "Wanda Girlhood", []string{"Wanda", "Girlhood"}},
		{"**Director:** Lulu Wang made _The Farewell_.", "Director: Lulu Wang made The Farewell.", []string{"The Farewell"}},
		{"_Charlie Wilson's War_ is short (see *Shampoo*).", "Charlie Wilson's War is short (see Shampoo).", []string{"Charlie Wilson's War", "Shampoo"}},
		{"M*A*S*H ran for eleven seasons, * and that is that.", "M*A*S*H ran for eleven seasons, * and that is that.", nil},
		{"The file first_cut_final is lost.", "The file first_cut_final is lost.", nil},
		{"* Wanda\n* Girlhood\n", "* Wanda\n* Girlhood\n", nil},
		{"Four stars: **** and _ no more _.", "Four stars: **** and _ no more _.", nil},
		{"_Begun and never\nended.", "_Begun and never\nended.", nil},
	}
	for _, test := range tests {
		text, italics := withoutEmphasis(test.text)
		var got []string
		for _, i := range italics {
			got = append(got, text[i.Start:i.End])
		}
		if text != test.want || !slices.Equal(got, test.italics) {
			t.Errorf("%q: %q %q", test.text, text, got)
		}
	}
}
