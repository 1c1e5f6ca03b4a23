package verdict

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"

	"rolecall/nameindex"
)

// likeness says whether two forms of a name can be one person's. What a text calls
// somebody need not be what a source calls them: names are shortened, turned round,
// married, written in other letters and misspelt, and none of that makes another
// person. Only where no such way leads from one form to the other is it certain that
// two people are meant.
type likeness int

const (
	// another: no way of writing one name gives the other.
	another likeness = iota
	// mayBe: the same person can be meant, or a namesake.
	mayBe
	// same: the forms fit in all their parts.
	same
)

// fullName is a name taken apart.
type fullName struct {
	// all are its words, folded, without titles and suffixes; parts the same without the
	// particles within, and whole all in one word: "DuVernay" and "Du Vernay" are one.
	all, parts []string
	whole      string
	// suffix is "jr", "sr" or a numeral.
	suffix string
	// script is the place of the name's script among scripts, -1 for one that is not there.
	script int
	// spaceless says that it is in a script without letters or spaces between words, which
	// can only be compared as a whole.
	spaceless bool
}

// compareNames compares what a text calls somebody with a name of the catalog. Known says
// that the catalog holds somebody else by the very name of the text: then a surname in
// common with another first name is no reason to doubt who is meant. Of an unknown person
// it is, as people change their first names.
func compareNames(a, b fullName, known bool) likeness {
	switch {
	case a.whole == "" || b.whole == "" || a.script != b.script:
		return mayBe
	case a.whole == b.whole:
		return a.unlessSuffix(b)
	case a.spaceless || b.spaceless || len(b.parts) < 2:
		return mayBe
	case isSurname(a.whole, b):
		return same
	case len(a.parts) < 2: // a given name or a stage name: it proves nobody to be another
		return mayBe
	}
	return min(max(compareOrdered(a, b, known), compareTurned(a, b), compareWhole(a, b)), a.unlessSuffix(b))
}

// unlessSuffix is same unless one is called junior, senior or the third and the other is
// not: fathers and sons bear one name.
func (a fullName) unlessSuffix(b fullName) likeness {
	if a.suffix != b.suffix {
		return mayBe
	}
	return same
}

// isSurname reports whether a word is what stands at the end of a name: "Niro" and
// "DeNiro" of "Robert De Niro".
func isSurname(word string, n fullName) bool {
	for i := 1; i < len(n.all); i++ {
		if strings.Join(n.all[i:], "") == word {
			return true
		}
	}
	return false
}

// compareOrdered compares two names of given names and surnames.
func compareOrdered(a, b fullName, known bool) likeness {
	given := compareGiven(a, b)
	switch surnames(a, b) {
	case equalParts:
		if given == another && !known {
			return mayBe
		}
		return given
	case sharedParts, likeParts:
		return min(given, mayBe)
	}
	return another
}

// The relations of two surnames.
type relation int

const (
	unlikeParts relation = iota
	// likeParts are one surname spelt in two ways.
	likeParts
	// sharedParts have a part in common: "Wright" and "Wright Penn".
	sharedParts
	equalParts
)

// surnames compares what follows the first names.
func surnames(a, b fullName) relation {
	lastA, lastB := a.parts[len(a.parts)-1], b.parts[len(b.parts)-1]
	if lastA == lastB || isSurname(lastA, b) || isSurname(lastB, a) {
		return equalParts
	}
	for _, part := range a.parts[1:] {
		if len(part) > 2 && slices.Contains(b.parts[1:], part) {
			return sharedParts
		}
	}
	if isSpeltLike(lastA, lastB) {
		return likeParts
	}
	return unlikeParts
}

// compareGiven compares first names: same where they are, or where one is the initial
// of the other; mayBe where one can be a short or other form of the other.
func compareGiven(a, b fullName) likeness {
	firstA, firstB := a.parts[0], b.parts[0]
	if firstA == firstB || isInitialOf(firstA, firstB) || isInitialOf(firstB, firstA) {
		if middlesConflict(a.middles(), b.middles()) {
			return mayBe
		}
		return same
	}
	if slices.Contains(b.parts[1:], firstA) || slices.Contains(a.parts[1:], firstB) {
		return mayBe
	}
	if firstRune(firstA) == firstRune(firstB) || isSpeltLike(firstA, firstB) || isShortOf(firstA, firstB) {
		return mayBe
	}
	return another
}

func (a fullName) middles() []string { return a.parts[1 : len(a.parts)-1] }

// middlesConflict reports whether both names have middle names that cannot be one
// another.
func middlesConflict(a, b []string) bool {
	if len(a) == 0 || len(b) == 0 {
		return false
	}
	for _, x := range a {
		for _, y := range b {
			if firstRune(x) == firstRune(y) {
				return false
			}
		}
	}
	return true
}

// compareTurned compares names of which one may have its family name first, as in
// China, Japan, Korea and Hungary. Where three parts or more are the same in another
// order it is the same person; two may be a given name and a surname of two people.
func compareTurned(a, b fullName) likeness {
	for i := 1; i < len(a.all); i++ {
		if strings.Join(a.all[i:], "")+strings.Join(a.all[:i], "") == b.whole {
			if max(len(a.parts), len(b.parts)) > 2 {
				return same
			}
			return mayBe
		}
	}
	for _, pair := range [][2]fullName{{a.turned(), b}, {a, b.turned()}} {
		if surnames(pair[0], pair[1]) >= likeParts && compareGiven(pair[0], pair[1]) > another {
			return mayBe
		}
	}
	return another
}

// turned is a name with its first part last.
func (a fullName) turned() fullName {
	parts := slices.Concat(a.parts[1:], a.parts[:1])
	return fullName{parts: parts, all: parts}
}

// compareWhole compares names letter by letter, whatever their parts: what is nearly the
// same when written in one word may be a slip of the pen.
func compareWhole(a, b fullName) likeness {
	longest := max(utf8.RuneCountInString(a.whole), utf8.RuneCountInString(b.whole))
	if nameindex.WithinEdits(a.whole, b.whole, longest/5) {
		return mayBe
	}
	return another
}

func isInitialOf(initial, name string) bool {
	return utf8.RuneCountInString(initial) == 1 && strings.HasPrefix(name, initial)
}

func firstRune(text string) rune {
	r, _ := utf8.DecodeRuneInString(text)
	return r
}

// isSpeltLike reports whether two words can be one name in two spellings: by a few
// letters, by two that have changed places, or by vowels and letters that languages write
// in different ways.
func isSpeltLike(a, b string) bool {
	longest := max(utf8.RuneCountInString(a), utf8.RuneCountInString(b))
	allowed := 0
	switch {
	case longest >= 10:
		allowed = 3
	case longest >= 6:
		allowed = 2
	case longest >= 3:
		allowed = 1
	}
	if nameindex.WithinEdits(a, b, allowed) {
		return true
	}
	if longest > 3 && firstRune(a) == firstRune(b) && sortedRunes(a) == sortedRunes(b) {
		return true
	}
	return consonants(a) == consonants(b)
}

func sortedRunes(text string) string {
	runes := []rune(text)
	slices.Sort(runes)
	return string(runes)
}

// spellings are groups of letters by which languages write one sound.
var spellings = strings.NewReplacer("tch", "c", "tsch", "c", "sch", "s", "sh", "s", "ch", "c", "cz", "c", "ck", "k", "kh", "h", "ph", "f", "th", "t", "dh", "d", "gh", "g", "zh", "z", "ts", "z", "tz", "z", "x", "ks", "q", "k", "c", "k", "w", "v", "j", "y")

// consonants is what stays of a name in whatever way it is spelt: its consonants by
// sound, each doubled one once. Vowels come and go when a name is written in other
// letters. A name of one consonant or none keeps its first vowel.
func consonants(word string) string {
	var kept strings.Builder
	var last rune
	for i, r := range spellings.Replace(word) {
		vowel := strings.ContainsRune("aeiouyh", r)
		if !vowel && r != last || i == 0 && vowel {
			kept.WriteRune(r)
		}
		last = r
	}
	if kept.Len() < 2 {
		return word
	}
	return kept.String()
}

// takeApart takes a name apart.
func takeApart(name string) fullName {
	n := fullName{script: scriptOf(name)}
	for _, word := range words(name) {
		folded := foldName(word)
		switch {
		case folded == "" || addresses[folded] && len(n.all) == 0:
		case suffixes[folded] && len(n.all) > 0:
			n.suffix = folded
		case isInitials(word, name):
			n.all = append(n.all, strings.Split(folded, "")...)
		default:
			n.all = append(n.all, folded)
		}
	}
	n.whole = strings.Join(n.all, "")
	for i, part := range n.all {
		if i == 0 || i == len(n.all)-1 || !particles[part] {
			n.parts = append(n.parts, part)
		}
	}
	n.spaceless = strings.ContainsFunc(name, func(r rune) bool { return unicode.In(r, unspaced...) })
	return n
}

// words cuts a name at spaces, hyphens and dots.
func words(name string) []string {
	return strings.FieldsFunc(norm.NFKC.String(name), func(r rune) bool {
		return unicode.IsSpace(r) || unicode.Is(unicode.Pd, r) || strings.ContainsRune(".,·・()\"“”", r)
	})
}

// isInitials reports whether a word is two or three initials without their dots: "JJ" of
// "JJ Abrams".
func isInitials(word, name string) bool {
	n := utf8.RuneCountInString(word)
	return (n == 2 || n == 3) && strings.ToUpper(word) == word && strings.ToUpper(name) != name && !strings.ContainsFunc(word, func(r rune) bool { return !unicode.IsUpper(r) })
}

var (
	// addresses are titles before names.
	addresses = set("sir dame lord lady dr mr mrs ms miss prof professor")
	suffixes  = set("jr sr ii iii iv junior senior")
	// particles are the small words of surnames, which are left out, joined and written
	// large as it pleases.
	particles = set("al el ul ad as de del della di da do dos das du van von der den het ter ten la le les lo y e i bin ibn ben bint af av zu zur the")
	// letters are those that no accent explains.
	letters = strings.NewReplacer("ø", "o", "ł", "l", "đ", "d", "ð", "d", "þ", "th", "ß", "ss", "æ", "ae", "œ", "oe", "ı", "i", "ħ", "h", "ŋ", "n", "ə", "a")
	// umlauts are vowels that are written with an e where a keyboard lacks their dots.
	umlauts = strings.NewReplacer("oe", "o", "ue", "u", "ae", "a", "aa", "a")
)

// foldName writes a word of a name as names are compared: small letters without accents,
// apostrophes or the e of an umlaut.
func foldName(word string) string {
	var folded strings.Builder
	for _, r := range norm.NFD.String(letters.Replace(strings.ToLower(word))) {
		if unicode.IsLetter(r) || unicode.IsDigit(r) {
			folded.WriteRune(r)
		}
	}
	return umlauts.Replace(folded.String())
}

var (
	// scripts are those that names are written in; of two scripts, no letter tells whether
	// they name one person.
	scripts = []*unicode.RangeTable{unicode.Latin, unicode.Cyrillic, unicode.Greek, unicode.Arabic, unicode.Hebrew, unicode.Han, unicode.Hangul, unicode.Hiragana, unicode.Katakana, unicode.Devanagari, unicode.Thai, unicode.Armenian, unicode.Georgian}
	// unspaced are scripts that do not set given names and surnames apart.
	unspaced = []*unicode.RangeTable{unicode.Han, unicode.Hangul, unicode.Hiragana, unicode.Katakana, unicode.Thai}
)

func scriptOf(name string) int {
	for _, r := range name {
		if at := slices.IndexFunc(scripts, func(t *unicode.RangeTable) bool { return unicode.Is(t, r) }); at >= 0 {
			return at
		}
	}
	return -1
}

// isShortOf reports whether one first name can be a short form of the other: it is part
// of it ("Drew" of "Andrew"), or one that people use for it ("Bob" for "Robert").
func isShortOf(a, b string) bool {
	if len(a) > len(b) {
		a, b = b, a
	}
	return len(a) > 2 && strings.Contains(b, a) || shortFor[a][b] || shortFor[b][a] || sharesForm(a, b)
}

// sharesForm reports whether two short forms are of one name: "Bob" and "Rob".
func sharesForm(a, b string) bool {
	for name := range shortFor[a] {
		if shortFor[b][name] {
			return true
		}
	}
	return false
}

// shortFor are short forms that begin with another letter than their names; those that
// begin with the same need no list.
var shortFor = readShortForms(`
bob robert | bobby robert | bill william | billy william | liam william | willy william
dick richard | rick richard | hob robert | ted edward theodore | teddy edward theodore | ned edward edmund | ed theodore
jack john jacob | jock john | ian john | sean john | ivan john | johnny jonathan | jon john
hank henry | harry henry harold | hal henry harold | chuck charles | jim james | jimmy james | jamie james | diego james santiago
tony anthony antonio | gus august angus constantine | sandy alexander alexandra | sasha alexander alexandra aleksandr | alec alexander | xander alexander | lex alexander | drew andrew
zack isaac | larry laurence lawrence | kit christopher katherine | topher christopher | rafe ralph | mick michael | bram abraham | nate jonathan | than jonathan nathan
peggy margaret | meg margaret | maggie margaret | daisy margaret | greta margaret margarethe | rita margaret margarita | peg margaret | gretchen margaret
betty elizabeth | beth elizabeth | liz elizabeth | lizzie elizabeth | libby elizabeth | lisa elizabeth elisabeth | bess elizabeth | elsa elizabeth | lilibet elizabeth
molly mary | polly mary | mimi mary maria miriam | mia maria | nancy ann anne | nan ann anne | annie ann | sally sarah | sadie sarah | tess theresa
nell ellen helen eleanor | nellie helen eleanor | nora eleanor honora | lena helena magdalena | ellen helen eleanor | lenny leonard | leni helene
trudy gertrude | trixie beatrice | bea beatrice | tina christina martina | gina regina | trish patricia | patty martha | dolly dorothy | dot dorothy | kathy catherine | kate catherine | kitty catherine | kay catherine | katie catherine | cathy katherine kathryn kathleen | cate katherine | cat katherine | becky rebecca | mandy amanda | millie emily camilla | minnie wilhelmina | winnie winifred | tilly matilda | bella isabella | sara zara
chuy jesus | pepe jose | paco francisco | pancho francisco | kiko francisco | lalo eduardo | nacho ignacio | beto alberto roberto | memo guillermo | lupe guadalupe | concha concepcion | quique enrique | tito alberto
vova vladimir | volodya vladimir | zhenya evgeny yevgeny | misha mikhail michael | kolya nikolai nikolay | mitya dmitri dmitry | shura alexander | alyosha alexei | senya arseny | zhora georgy | gosha georgy
`)

func readShortForms(text string) map[string]map[string]bool {
	all := make(map[string]map[string]bool)
	for entry := range strings.FieldsFuncSeq(text, func(r rune) bool { return r == '|' || r == '\n' }) {
		short, names, _ := strings.Cut(strings.TrimSpace(entry), " ")
		folded := make(map[string]bool)
		for name := range strings.FieldsSeq(names) {
			folded[foldName(name)] = true
		}
		all[foldName(short)] = folded
	}
	return all
}

func set(words string) map[string]bool {
	all := make(map[string]bool)
	for word := range strings.FieldsSeq(words) {
		all[word] = true
	}
	return all
}
