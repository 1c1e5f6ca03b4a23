package wikidata

import "rolecall"

// Gender is a value of Wikidata's "sex or gender" (P21) and what Rolecall counts
// it as.
type Gender struct {
	// Item is the value's item: "Q6581072".
	Item string
	// Wording is the item's English label.
	Wording string
	// Gender is Unknown where the value says that the gender is not told.
	Gender rolecall.Gender
}

// Genders are the values that stand for a gender of a person. Those of animals
// (female organism, male organism), the gender assigned at birth, what is about a
// body (intersex) and what names people of several genders (transgender) are not
// among them: they are counted in the report and decide nothing.
func Genders() []Gender {
	return []Gender{
		{"Q6581072", "female", rolecall.Woman},
		{"Q1052281", "trans woman", rolecall.Woman},
		{"Q15145779", "cisgender woman", rolecall.Woman},
		{"Q121307100", "intersex woman", rolecall.Woman},

		{"Q6581097", "male", rolecall.Man},
		{"Q2449503", "trans man", rolecall.Man},
		{"Q15145778", "cisgender man", rolecall.Man},
		{"Q121307094", "intersex man", rolecall.Man},

		{"Q48270", "non-binary", rolecall.Nonbinary},
		{"Q12964198", "genderqueer", rolecall.Nonbinary},
		{"Q18116794", "genderfluid", rolecall.Nonbinary},
		{"Q505371", "agender", rolecall.Nonbinary},
		{"Q859614", "bigender", rolecall.Nonbinary},
		{"Q7130936", "pangender", rolecall.Nonbinary},
		{"Q1289754", "neutrois", rolecall.Nonbinary},
		{"Q93954933", "demiboy", rolecall.Nonbinary},
		{"Q93955709", "demigirl", rolecall.Nonbinary},
		{"Q96000630", "X-gender", rolecall.Nonbinary},
		{"Q97595519", "androgyne", rolecall.Nonbinary},
		{"Q48279", "third gender", rolecall.Nonbinary},
		{"Q301702", "two-spirit", rolecall.Nonbinary},
		{"Q660882", "hijra", rolecall.Nonbinary},
		{"Q746411", "kathoey", rolecall.Nonbinary},
		{"Q1399232", "fa'afafine", rolecall.Nonbinary},
		{"Q350374", "fakaleiti", rolecall.Nonbinary},
		{"Q3277905", "māhū", rolecall.Nonbinary},
		{"Q3177577", "muxe", rolecall.Nonbinary},
		{"Q4700377", "'akava'ine", rolecall.Nonbinary},
		{"Q17148251", "travesti", rolecall.Nonbinary},

		{"Q113124952", "undisclosed gender", rolecall.Unknown},
	}
}

// genders are the values by the number of their item.
var genders = func() map[uint32]Gender {
	byItem := make(map[uint32]Gender)
	for _, g := range Genders() {
		number, _ := leadingNumber([]byte(g.Item[1:]))
		byItem[number] = g
	}
	return byItem
}()
