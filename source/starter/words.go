package starter

import (
	"slices"
	"strings"
	"unicode"

	"rolecall"
)

// Which words of a page say somebody's gender, in the languages of the pages that are
// cited. A quotation without such a word states nothing, whoever it is about. Left out are
// words that another of the languages has for other things: the Czech "on" is "he". The
// lists grow with what is quoted.

var pronouns = map[rolecall.Gender][]string{
	rolecall.Woman: strings.Fields(`she her hers herself elle elles ella ellas ela elas lei sie ihr ihre ihrer ihren ihrem
		hon henne hennes hun hende hendes její haar`),
	rolecall.Man: strings.Fields(`he him his himself il ils él ellos ele eles er ihn ihm sein seine seiner seinen seinem seines
		han ham hans jeho hij`),
	rolecall.Nonbinary: strings.Fields(`they them their theirs themself themselves`),
}

// singles are nouns for one person, plurals for a group or a kind.
var singles = map[rolecall.Gender][]string{
	rolecall.Woman: strings.Fields(`woman woman's actress actrice actriz schauspielerin regisseurin showrunnerin amerikanerin
		directora directrice réalisatrice wife ex-wife girlfriend bride mother mom mum daughter daughter's sister aunt niece
		grandmother girl lady heroine lesbian femme fille frau mujer hija madre hermana sœur mère إمرأة`),
	rolecall.Man: strings.Fields(`man man's englishman nordmannen mann husband ex-husband boyfriend father dad son brother uncle
		nephew grandson boy guy gentleman hombre homme hijo padre hermano fils père frère sohn fernsehregisseurs vater vaters
		bruder ragazzo زوج`),
	rolecall.Nonbinary: strings.Fields(`non-binary nonbinary genderqueer genderfluid agender`),
}

var plurals = map[rolecall.Gender][]string{
	rolecall.Woman: strings.Fields(`women women's actresses ladies girls sisters daughters mothers female females all-female`),
	rolecall.Man:   strings.Fields(`men men's brothers sons fathers boys guys male males all-male`),
}

// says reports whether a wording has words for a gender in a form: a pronoun; a noun; a
// noun and the word "list"; a noun, where the page speaks of a group.
func says(wording string, gender rolecall.Gender, form rolecall.Form) bool {
	words := wordsOf(wording)
	has := func(among ...string) bool {
		return slices.ContainsFunc(words, func(w string) bool { return slices.Contains(among, w) })
	}
	nouns := slices.Concat(singles[gender], plurals[gender])
	switch form {
	case rolecall.Pronoun:
		return has(pronouns[gender]...)
	case rolecall.List:
		return has(nouns...) && has("list", "listed")
	case rolecall.Group:
		return has(slices.Concat(nouns, pronouns[gender])...)
	}
	return has(nouns...)
}

// wordsOf are the words of a text in small letters; of "she'll" and "non-binary" the
// whole and its parts.
func wordsOf(text string) (words []string) {
	text = strings.ReplaceAll(strings.ToLower(text), "’", "'")
	for _, word := range strings.FieldsFunc(text, func(r rune) bool { return !unicode.IsLetter(r) && !unicode.IsMark(r) && r != '\'' && r != '-' }) {
		word = strings.Trim(word, "'-")
		words = append(words, word)
		if parts := strings.FieldsFunc(word, func(r rune) bool { return r == '\'' || r == '-' }); len(parts) > 1 {
			words = append(words, parts...)
		}
	}
	return words
}
