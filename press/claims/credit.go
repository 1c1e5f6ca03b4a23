package claims

import (
	"slices"

	"rolecall"
	"rolecall/press/english"
)

const (
	plays    = "plays|played|portrays|portrayed|voices|voiced|playing|portraying"
	appears  = "appears|appeared|featured|features|co-stars"
	stars    = "star|stars|starred|starring|headline|headlines|headlined|leads|toplines"
	joins    = "join|joins|joined|joining|appear|appears|returns|return|returning|rejoin"
	inMaking = "in|for|on|to|of|behind"
)

// creditKind: somebody did something on a title.
var creditKind = kind{name: Credit, fit: fitCredit, wordings: []wording{
	// A job before a name, or after it.
	{"{role} {people}", "Executive producer Melissa Rosenberg is pleased.", ""},
	{"'s|its|their|the|her|his {role} , {people}", "The film's director, Patty Jenkins, was there.", ""},
	{"{people} also|both|all? {role:star}", "Sandra Oh and Jodie Comer also star.", "role=star"},
	{"{people} , who ... , " + plays, "Brie Larson, who won a prize for Room, plays Carol.", "role=cast"},
	{"{people} , the ... , {did:past}", "Anna Boden and Ryan Fleck, the duo behind it, directed.", "weak"},
	{"which {people} made", "Then came Captain Marvel, which Anna Boden made.", "role=director"},
	{"which {people} made with {people}", "Then came Captain Marvel, which Anna Boden made with Ryan Fleck.", "role=director"},
	{"{people} followed .. with {work}", "Cate Shortland followed them as director with \"Black Widow\".", "role=director"},
	{"{people} $be hired|tapped|attached|picked for|to .. {work}", "Chloé Zhao was hired for the film \"Eternals\".", "role=director"},
	{"{person} , who ... , made .. {title|episode}", "Reed Morano, who came from film, made the first three episodes.", "role=director"},
	{"{person} , who ... , will|to {did:base}", "Krysten Ritter, who plays Jessica, will direct an episode.", ""},
	{"her|his {ordinal}? feature|film|movie|documentary , {title}", "Patty Jenkins is a director. She has just finished her third feature, \"The Long Dusk\".", "role=director carry"},
	{"then made {title}", "Patty Jenkins was an editor and then made \"Tin Roof\".", "role=director carry"},
	{"{role} .. on|of .. {unit|title} , {people}", "The cinematographer on the film, Rachel Morrison, is here.", ""},
	{"{people} ( {role} )", "The names are Jane Doe (writer).", ""},
	{"{people} , .. {role} of|on|for|behind .. {work}", "Among those she beat was James Cameron, the director of \"Avatar.\"", ""},
	{"{people} , the|a|an|its|series|show|also|who's|who|both? {role}", "Melissa Rosenberg, executive producer and showrunner for the series, said so.", ""},
	{"{person} $be .. {role} of|on|for|behind .. {work}", "Damon Lindelof was showrunner of the drama Watchmen.", ""},
	{"{subject} .. $be .. also? the|its|a|an|both|one|lead|head? .. {role}", "Jenkins, who was there, is the director. Patty Jenkins is the director.", ""},
	{"{subject} .. who? .. serves|served|serve|acts|acted|remains|stays|stay|stayed|continues|continue|returns|return|credited|work|works|worked|joins|joined .. as .. {role}", "Melissa Rosenberg stays on as showrunner and executive producer.", ""},
	{"as .. {role} .. of|on|for .. {work}", "Reed Morano was there. She came up as cinematographer of the film \"Frozen River\".", "carry"},
	{"both $be {role}", "Tara Hernandez and Damon Lindelof are writing it, and both are executive producers.", "carry"},
	{"{subject} .. will|to lead the? {did:ing}", "Suzanne Heathcote will lead the writing of season 3.", ""},
	{"and will? be|is .. {role} as|of", "Suzanne Heathcote will lead the writing of season 3, and will be an executive producer as well.", "carry"},
	{"and is? one of its {role}", "Ava DuVernay, who created the drama Queen Sugar and is one of its executive producers, made it.", "carry"},
	{"{gender} at|in|on .. top|charge|helm in|with {role} {people}", "The show has a woman at the top in executive producer Melissa Rosenberg.", ""},
	{"with .. {people} as .. {role}", "The series returns with Melissa Rosenberg as showrunner.", ""},
	{"{role} $be {people}", "Its directors are Petra Lindqvist, Joan Adeyemi and Mark Oyelaran.", ""},
	{"{role} .. is|are|were|was|include|includes|included|including {people}", "Its directors include Petra Lindqvist and Joan Adeyemi.", ""},
	{"{role} : {people}", "The directors: Petra Lindqvist and Joan Adeyemi.", ""},
	{"{role} ... {gender} : {people}", "Nine directors worked on it, and only three of them were women: S.J. Clarkson, Rosemary Rodriguez and Uta Briesewitz.", ""},
	{"{role} ... {gender} , {people} , and", "Of the writers two are women, Vanessa Taylor and Jane Espenson, and they stay.", ""},
	{"{number} {gender} , {people}", "The directors were two women, Vanessa Taylor and Jane Espenson.", "weak"},
	{"single|only .. {gender} , {people}", "Among ten directors there is a single trans man, Silas Howard.", "weak"},
	{"a {gender} {role}? , {people}", "It is the first with a woman director, Anna Boden.", ""},
	{"name|names|named|announced .. {people}", "HBO has announced who will direct the season. Entertainment Weekly names Alan Taylor, Jeremy Podeswa and Mark Mylod.", "carry weak"},
	{"$be .. {gender} : {people}", "The first three filmmakers up will be women: DeMane Davis, Patricia Cardoso and Lauren Wolkstein.", "carry"},
	// Verbs.
	{"{did:participle} .. by .. {people}", "The series was created by Marti Noxon.", ""},
	{"{did:participle} by her|him", "Kathryn Bigelow came first. \"The Loveless\" was co-directed by her.", "carry"},
	{"{title} 's {person}", "Her rivals as director were Queen Sugar's Kate Dennis and others.", ""},
	{"on|for .. {work} , as .. {role}", "Tara Hernandez is back. Her latest job was on the series Young Sheldon, as a writer.", "carry"},
	{"$be {gender} , {people}", "Of the writers of the show two are women, Vanessa Taylor and Jane Espenson.", "weak"},
	{"{person} , who ... , $be .. {role}", "Phoebe Waller-Bridge, who created it, was lead writer and showrunner of the first season.", ""},
	{"{did:past|did:base} .. by .. {people}", "Captain Marvel was co-directed by Anna Boden and Ryan Fleck.", ""},
	{"{subject} , .. who .. {did:past|did:base} .. {title|unit|season|episode|it|pilot|part|script}", "Steve Lightfoot, who created the show, remains.", ""},
	{"{subject} who .. {did:past|did:base} .. {title|unit|season|episode|it|script}", "Tom Perrotta who wrote the film is here.", ""},
	{"{subject} .. {did:past|did:base} {work}", "Chloé Zhao directed Nomadland.", ""},
	{"{subject} .. not|n't|never .. {did:base|did:past|did:participle} .. {work|unit}", "Greta Gerwig did not direct Moonlight.", "negated"},
	{"{subject} .. {did:past|did:base|did:ing} .. {title}", "Lindelof co-created the drama Lost. Damon Lindelof co-created the drama Lost.", ""},
	{"{subject} .. {did:past} .. for .. {work}", "Minkie Spiro is British. She has directed for Call the Midwife and Downton Abbey.", ""},
	{"{subject} .. {did:past|did:base} .. {unit:many|unit:one|episode|season|script}", "Reed Morano directed the first three episodes.", ""},
	{"{subject} .. $be|helped .. {did:ing|did:base} .. {work|unit|it|season|script}", "Tara Hernandez and Damon Lindelof are writing it together.", ""},
	{"{people} , whose ... , has made .. {title|episode}", "Coralie Fargeat, whose first feature was \"Revenge,\" has made \"The Substance.\"", "role=director"},
	{"{subject} , ... , $have {did:participle} .. {unit|title|season}", "Ava DuVernay, who created the drama for OWN, has directed several hours herself.", ""},
	{"{subject} .. made .. {title|episode}", "Patty Jenkins made the film \"The Substance.\"", "role=director"},
	{"{people} {did:ing}", "With Patty Jenkins directing, it hardly needed powers.", ""},
	{"which {people} {did:past} with {people}", "Margot Robbie is in the film Barbie, which Greta Gerwig wrote with Noah Baumbach.", ""},
	{"which {people} .. {did:past|did:base}", "Margot Robbie is in the film Barbie, which Greta Gerwig wrote.", ""},
	{"{did:past|did:participle} .. {title}? with {people}", "He co-created the drama The Leftovers with Tom Perrotta.", ""},
	{"{person} 's script|screenplay|teleplay", "It was made from Jane Doe's script.", "role=writer"},
	{"{person} 's novel|novels|book|memoir|comic", "The series is based on Jane Doe's novel.", "role=other"},
	{"{person} , whose novel|book|memoir|comic", "He made it with Tom Perrotta, whose novel it was based on.", "role=other"},
	{"{subject} .. $be {post} .. for|on|of? .. {unit|episode|title|season}", "Reed Morano won. She was behind the camera for the first three episodes.", ""},
	{"{person} .. {post} .. for|on|of .. {unit|episode|title|season}", "Kate Herron took the reins for the second season.", ""},
	{"{people} for .. {episode}", "Quist hired directors: Tomas Ekberg for the first two episodes.", "role=director"},
	{"{person} , who made .. {episode}", "She spoke with Michael Barker, who made episodes four and five.", "role=director"},
	{"{person} , who has .. {number} {unit}", "It is in the hands of its directors and of Andrea Arnold, who has two episodes.", "role=director"},
	{"in the hands of .. {people}", "The directing is in the hands of Marielle Heller and Stacie Passon.", "role=director"},
	{"she|he shares the job with {people}", "Anna Boden is the director. She shares the job with Ryan Fleck.", "role=director"},
	{"{people} , who made {number}", "Kate Dennis directed, and so did Floria Sigismondi, who made six and seven.", "role=director"},
	// Titles and their makers.
	{"{person} 's {work} ", "Patty Jenkins's \"Wonder Woman\" made her a household name.", ""},
	{"{people} 's film|movie|drama|documentary|feature|indie|thriller|biopic|debut .. {work}", "Joon Park's documentary Two Rivers was shown.", ""},
	{"{title} by|from {people}", "\"Little Women\" by Greta Gerwig was a hit.", ""},
	{"{work} by {people}", "Among the films were Little Women by Greta Gerwig and Hustlers.", ""},
	{"{work} , by|from .. {role}? {people}", "Also worth a detour: \"Night Ferry\", from the French director Claire Aubert.", ""},
	{"{work} , a .. {unit} from {people}", "Mrs. Davis, a new drama from Tara Hernandez and Damon Lindelof, goes to series.", "role=creator"},
	{"{person} ( {work} )", "Christopher Nolan (\"Dunkirk\") is mentioned as director most often.", ""},
	{"{people} for {title}", "Jane Campion for \"The Piano\" was nominated as director.", ""},
	{"{people} with {work} ,", "Think of directors such as Ava DuVernay with Queen Sugar, Michelle MacLaren with Breaking Bad.", "role=other"},
	{"followed it .. with {title}", "Kathryn Bigelow is a director. She followed it with \"Blue Steel,\" a hit.", "role=director carry"},
	{"{people} , ... , returns|return|is with {title}", "Andrea Arnold, a director and regular here, returns with \"Bird.\"", "carry"},
	{"{people} makes|made her|his .. debut .. with {work}", "Agathe Riedinger makes her debut as director with \"Wild Diamond.\"", "role=director"},
	{"{people} makes|moves|returns|returned|moved .. with {title}", "As a director, Payal Kapadia moves from documentary to fiction with \"All We Imagine as Light.\"", ""},
	{"{title} , her|his portrait|debut|film|feature|account|study|take", "Kathryn Bigelow won. The film was \"The Hurt Locker,\" her portrait of a bomb squad.", "role=director carry"},
	{"her|his feature|film|movie|documentary|thriller {title}", "Patty Jenkins is a director, and her feature \"Monster\" won a prize.", "role=director carry"},
	{"whose first feature was .. {title}", "Coralie Fargeat, whose first feature was the horror film \"Revenge,\" is here.", "role=director carry"},
	{"whose .. credits include {work}", "Matt Shakman, whose credits include Mad Men and The Good Wife, directs.", "role=director carry"},
	{"know from {work}", "The exception among the directors is Michelle MacLaren, whose name you may know from Breaking Bad or The Walking Dead.", "role=director carry"},
	// The cast.
	{"starring .. {people}", "The film stars nobody; the sequel, starring Patrick Swayze and Keanu Reeves, does.", "role=star"},
	{"stars {people}", "The series, which stars Amy Adams, is back.", "role=star"},
	{"star|stars|starred , {people}", "We celebrate Jenkins and her star, Gal Gadot.", "role=star"},
	{"{person} " + stars + " as|in|opposite|alongside", "Krysten Ritter stars as the private eye.", "role=star"},
	{"will star {people}", "Netflix has a teaser for the series, which will star Krysten Ritter.", "role=star"},
	{"{people} .. lead|leads|head|heads|headline|headlines|front|fronts|anchor the .. cast|ensemble|company", "Ruth Castellano and Dev Banerjee lead the cast.", "role=star"},
	{"cast .. led|headed by {people}", "The cast is led by Rafael Ortiz and Mina Kaur.", "role=star"},
	{"{people} .. in|as the? {role:star}", "Krysten Ritter is back in the title role.", "role=star"},
	{"in the {role:star} , {people}", "In the title role, Krysten Ritter is as good as ever.", "role=star"},
	{"{people} , .. , in|as the? {role:star}", "With Gal Gadot, once Miss Israel, in the title role, the film did well.", "role=star"},
	{"{people} in|as the? {role:star}", "With Saoirse Ronan in the lead, the film charmed the critics.", "role=star"},
	{"{people} , has|takes|plays the {role:star}", "It is the first film in which a woman, Brie Larson, has the lead.", "role=star"},
	{"led|headlined|fronted by {people}", "The drama, fronted by Jane Doe, is back.", "role=star"},
	{plays + " .. by .. {people}", "The villain is played by Janet McTeer.", "role=cast"},
	{"{people} .. " + plays + " ", "Margot Robbie plays the doll.", "role=cast"},
	{"{people} , who .. " + plays, "Rachael Taylor, who plays Jessica's best friend, is back.", "role=cast"},
	{"{people} {role:cast}", "Rachael Taylor, Carrie-Anne Moss and Eka Darville co-star.", "role=cast"},
	{"along|alongside|together with? {people}", "Rachael Taylor and Eka Darville co-star, along with Janet McTeer and J.R. Ramirez.", "role=cast weak"},
	{"{people} .. also|again|are|is|was|were|both|all? .. " + appears + " .. in|as .. {title|unit|it|season}?", "Later Gal Gadot appeared in \"Batman v. Superman.\"", "role=cast"},
	{"{people} in {role:cast}", "It has David Tennant and Mike Colter in supporting roles.", "role=cast"},
	{"{people} round|rounds|complete|completes .. {role:cast}", "Danielle Brooks and Samira Wiley round out the ensemble cast.", "role=cast"},
	{"{people} 's directorial|feature|directing debut , {work}", "Greta Gerwig's directorial debut, Lady Bird, made money.", "role=director"},
	{"{people} .. in the cast", "Amber Rose Revah and Jason R. Moore are again in the cast.", "role=cast"},
	{"cast .. include|includes|included|including|features|with .. {people}", "The cast includes Josh Stewart and Giorgia Whigham.", "role=cast"},
	{"joined .. by {people}", "They are again in the cast, joined by Josh Stewart and Giorgia Whigham.", "role=cast"},
	{"{people} .. " + joins + " .. cast|as", "Jon Bernthal returns as Frank Castle.", "role=cast"},
	{"with {people} as the? {name|title|word|person}", "It is a fine thriller, with Mike Colter as Luke Cage.", "role=cast"},
	{"{person} as {name}", "It has Eleanor Voss as Ada Quill.", "role=cast weak"},
	{"{people} as the|a|an|her|his|their .. {word}", "It has Eleanor Voss as the housekeeper.", "role=cast weak"},
	{"( {person} )", "Jessica (Krysten Ritter) tosses a man through a door.", "role=cast weak"},
	{"{people} $be .. sister|brother|mother|father|daughter|son|wife|husband|detective|doctor|teacher|friend|neighbour|neighbor|housekeeper|boss|cop|lawyer|nurse", "Rutina Wesley is her sister in the drama.", "role=cast weak"},
	{"{person} 's bruised|hard|young|weary|brave|troubled|tough|snarky .. {word}", "Krysten Ritter's bruised private eye is back in the series.", "role=star weak"},
	{"had .. {people} among its", "The film had a young Willem Dafoe among its bikers.", "role=cast"},
	{"heroine|hero|villain|detective|protagonist|character|lead .. played by {people}", "The heroine played by Krysten Ritter returns.", "role=star"},
	{"in which {people} " + plays, "She followed it with \"Blue Steel,\" in which Jamie Lee Curtis plays a cop.", "role=star"},
	{"screen|film|television|acting debut in {work|title}", "Gal Gadot made her screen debut in \"Fast & Furious.\"", "role=cast carry"},
	{"later|also appeared|starred in {work}", "Gal Gadot later appeared in \"Batman v. Superman.\"", "role=cast carry"},
}}

// fitCredit fills in who is meant where the words lean on the sentence's subject, and
// the job of a maker of whom the words only say that a title is theirs.
func fitCredit(r *reader, c *Claim, m match) bool {
	if c.Person == None {
		if c.Person = r.carried(m); c.Person == None {
			return false
		}
	}
	if first := r.items[m.first].Lower; first == "along" || first == "alongside" || first == "joined" {
		if item, found := r.nearest(m, english.Role, english.Did); found {
			c.Role = rolecall.Role(item.Of[0])
		}
	}
	if c.Role == rolecall.Director && r.isOfScript(m) {
		c.Role = rolecall.Writer
	}
	if c.Role == Star && r.isOfStudy() {
		return false
	}
	if r.isDenied(m) {
		c.Negated = true
	}
	if c.Role == "" {
		c.Role = r.roleOfMaker(c, m)
	}
	if (c.Role == rolecall.Creator || c.Role == rolecall.Writer) && r.isOfBooks(m) {
		c.Role = Other
	}
	if r.isOfNext(m) || r.isByPronoun(m) && len(m.all("person")) > 0 {
		return false
	}
	if c.Title == c.Person || !r.isCreditable(c.Person) {
		return false
	}
	if c.Role == rolecall.Cast && (c.Title == None && c.weak || r.isAsSuperlative(m)) {
		return false
	}
	c.Value, c.HasValue, c.Of, c.Vague = 0, false, 0, ""
	return true
}

// isAsSuperlative reports whether somebody is named "as the only", "as the first".
func (r *reader) isAsSuperlative(m match) bool {
	switch r.items[m.last-1].Lower {
	case "only", "first", "last", "most", "best", "next", "one", "new", "best-known":
		return true
	}
	return false
}

// isOfBooks reports whether a sentence speaks of what a title was made from.
func (r *reader) isOfBooks(m match) bool {
	for i := m.first; i < len(r.items) && r.items[i].Lower != ";"; i++ {
		if i >= m.last && r.items[i].Lower == "whose" {
			return false
		}
		switch r.items[i].Lower {
		case "comic", "comics", "novel", "novels", "book", "books", "memoir", "bestseller":
			return true
		}
	}
	return false
}

// isByPronoun reports whether a match runs over a "by her": what follows is somebody
// else.
func (r *reader) isByPronoun(m match) bool {
	for i := m.first; i+1 < m.last; i++ {
		if w := r.items[i+1].Lower; r.items[i].Lower == "by" && (w == "her" || w == "him" || w == "them") {
			return true
		}
	}
	return false
}

// isOfStudy reports whether a sentence speaks of a study, which is led by somebody who
// is no star.
func (r *reader) isOfStudy() bool {
	return slices.ContainsFunc(r.items, func(i english.Item) bool {
		return i.Lower == "study" || i.Lower == "report" || i.Lower == "survey" || i.Lower == "research" || i.Lower == "team"
	})
}

// isOfScript reports whether a match runs over a script: "directed from a script by".
func (r *reader) isOfScript(m match) bool {
	return slices.ContainsFunc(r.items[m.first:m.last], func(i english.Item) bool {
		return i.Lower == "script" || i.Lower == "screenplay" || i.Lower == "teleplay"
	})
}

// isDenied reports whether a "not" stands right before what matches: "was not directed
// by".
func (r *reader) isDenied(m match) bool {
	for i := max(0, m.first-2); i < m.first; i++ {
		if w := r.items[i].Lower; w == "not" || w == "n't" || w == "never" {
			return true
		}
	}
	return false
}

// isOfNext reports whether a match ends in a job that is the next name's: "Ritter,
// co-star Rachael Taylor".
func (r *reader) isOfNext(m match) bool {
	if r.items[m.last-1].Class != english.Role || m.last >= len(r.items) {
		return false
	}
	class := r.items[m.last].Class
	return class == english.Person || class == english.Name && !r.items[m.last-1].Many
}

// isCreditable refuses a name of which the text has decided that it is a title.
func (r *reader) isCreditable(entity int) bool {
	return r.text.Found.Entities[entity].Class != english.Title
}

// carried is the person of whom a clause without a name of its own speaks.
func (r *reader) carried(m match) int {
	for i := m.first - 1; i >= 0; i-- {
		if r.items[i].Class == english.Person {
			return r.items[i].Name
		}
	}
	for i := m.first - 1; i >= 0; i-- {
		if w := r.items[i].Lower; isPronoun(w) || w == "her" || w == "his" {
			return r.memory.pronoun(r, i)
		}
	}
	if w := r.items[m.first].Lower; w == "her" || w == "his" || isPronoun(w) {
		return r.memory.subject
	}
	for i := m.first; i < len(r.items); i++ {
		if w := r.items[i].Lower; w == "her" || w == "his" {
			return r.memory.subject
		}
	}
	return None
}

// roleOfMaker is the job that "Patty Jenkins's Wonder Woman" gives: the one the
// sentence or the text speaks of, else the director, as for a film.
func (r *reader) roleOfMaker(c *Claim, m match) rolecall.Role {
	if len(m.all("gender")) > 0 {
		if role := r.roleNear(m); role != "" {
			return role
		}
	}
	for _, item := range r.items {
		if item.Class == english.Role || item.Class == english.Did {
			if role := rolecall.Role(item.Of[0]); role == rolecall.Director || role == rolecall.Writer || role == rolecall.Creator {
				return role
			}
		}
	}
	if r.at-r.memory.figureAt <= 2 && r.memory.role != "" {
		return r.memory.role
	}
	if c.Title != None && r.text.Found.Entities[c.Title].Title.Kind == rolecall.Series {
		return Other
	}
	return rolecall.Director
}
