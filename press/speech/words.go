package speech

// Verbs of saying. Those that bring a quotation with nothing between but where it was
// said, as "wrote" and "noted", are apart: "wrote a film with “too many jokes”" quotes
// nobody.
var (
	sayings = wordSet("said says say told tells explained explains added adds recalled recalls argued argues insisted insists admitted admits declared declares stated states replied replies answered answers responded responds described describes called calls remarked remarks joked jokes quipped quips warned warns claimed claims conceded concedes complained complains dubbed labelled labeled maintains maintained confided confides acknowledged acknowledges emphasised emphasized stresses stressed saying telling explaining adding recalling arguing insisting admitting replying describing calling joking")
	showing = wordSet("wrote writes write posted posts tweeted tweets captioned noted notes asked asks continued continues laughed laughs smiled smiles grinned grins sighed sighs shrugged shrugs announced announces revealed reveals confirmed confirms observed observes suggested suggests promised promises teased teases offered offers mused muses reflected reflects reasoned reasons cautioned cautions vowed vows agreed agrees countered counters retorted retorts exclaimed exclaims cried cries shouted shouts yelled yells whispered whispers muttered mutters murmured murmurs interjected interjects protested protests remembered remembers began begins went goes pointed points opined opines enthused enthuses gushed gushes deadpanned deadpans repeated repeats commented comments concluded concludes predicted predicts estimated estimates put puts wondered wonders demanded demands pleaded pleads boasted boasts writing asking noting posting tweeting continuing")
	// beats are what somebody does before speaking on.
	beats = wordSet("laughed laughs smiled smiles grinned grins sighed sighs shrugged shrugs nodded nods paused pauses hesitates hesitated winces winced chuckles chuckled blushes blushed frowns frowned")
	// answering verbs are those of the one who was spoken to.
	answering = wordSet("replied replies answered answers responded responds countered counters retorted retorts replying")
	// inverted verbs may stand before their subject: "said Gerwig", never "told Gerwig".
	neverInverted = wordSet("told tells described describes called calls put puts dubbed labelled labeled telling describing calling posted posts saying adding went goes pointed points pointing asking")
	// receiving verbs are passive after a form of "be": the subject hears them.
	receiving = wordSet("told asked called described dubbed labelled labeled promised warned offered put")
	beings    = wordSet("is are was were be been being get got gets 's 're")

	// reporting verbs take a clause, the bare ones also one without "that".
	reporting = wordSet("said says told tells revealed reveals explained explains added adds argued argues noted notes insisted insists admitted admits announced announces confirmed confirms recalled recalls believes believed thinks claimed claims warned warns suggested suggests promised promises estimates estimated reckons reckoned wrote writes stressed stresses maintains maintained acknowledged acknowledges conceded concedes observed remarked remarks pointed points declared declares stated states tweeted complained complains saying adding explaining telling")
	bare      = wordSet("said says believes thinks reckons reckoned insists claims insisted claimed admits admitted")

	pronouns  = wordSet("she he they")
	speakers  = wordSet("i we you it one")
	adverbs   = wordSet("also later then once just still now again even often already eventually finally first instead simply only once soon later always sometimes famously never ever not n't too")
	helpers   = wordSet("has have had will would can could should may might must did does do is are was were be been being 's 'd 've to kept keeps began started")
	doubting  = wordSet("would could should may might must will to if whether denied denies deny refused refuses declined declines")
	negations = wordSet("never not n't denied denies")

	// belonging prepositions make a name part of another's: "a friend of Gerwig".
	belonging = wordSet("of for with by from to about behind alongside like than beside between against toward towards near via among without plus")
	// placing prepositions say where and when.
	placing = wordSet("in on at after when while during as before since until through over inside outside following around backstage by with to of about from via")
	// turns of a sentence to another clause.
	turning = wordSet("while whereas but although though because when before after until if unless which so")
	// openers begin a clause whose subject comes next.
	openers = wordSet("that and but when while as because after before if though although since until so what how why where whether or then whereas for")

	articles    = wordSet("the a an one another her his their its our my this that some every each no")
	possessives = wordSet("her his their its our my")

	// crowds are several people, or too few to tell which.
	crowds = wordSet("both pair couple duo trio critics fans others many some most several two three four people viewers audiences reviewers observers insiders sources filmmakers directors writers producers actors actresses creators showrunners executives members colleagues friends sisters brothers siblings men women parents organisers organizers campaigners activists residents they officials lawyers")
	// humans are people whom a text calls by what they are.
	humans = wordSet("spokesman spokeswoman spokesperson representative rep publicist agent manager lawyer friend colleague mother father mum dad mom wife husband partner sister brother daughter son aunt uncle grandmother grandfather cousin neighbour neighbor woman man girl boy critic source insider fan viewer student teacher professor judge president chief head chair chairman chairwoman boss executive official operator assistant driver nurse doctor historian scholar researcher reporter journalist interviewer moderator host crew member exhibitor programmer curator minister mayor politician author novelist poet singer musician comedian comic artist star lead presenter columnist reviewer chef owner founder ceo analyst expert veteran newcomer candidate winner jury juror person somebody someone everyone everybody nobody anyone anybody mentor coach character hero heroine protagonist villain narrator")
	// organisations speak in statements and are no people.
	organisations = wordSet("guild studio network company academy festival streamer broadcaster union association committee organisation organization foundation institute university museum theatre government ministry council department agency distributor label charity board jury platform channel production statement website magazine newspaper paper netflix disney warner hbo amazon apple paramount universal lionsgate a24 sony showtime hulu bbc itv fox nbc cbs abc amc marvel lucasfilm pixar peacock starz report study review tabloid release variety deadline indiewire guardian times reporter dga wga sag sag-aftra mpa")

	// linesOf are words for what is said in a film and not by a person.
	linesOf = wordSet("line lines lyric lyrics tagline slogan motto catchphrase dialogue quip mantra voiceover monologue")
	// fictions are where a character speaks. A documentary or a featurette is not among them.
	fictions = wordSet("film movie episode series show trailer teaser pilot finale scene sitcom drama comedy sequel musical novel play song")
	// works stand before the title of one.
	works = wordSet("film movie series show song book play novel album essay report study article episode documentary drama comedy sitcom short musical poem titled entitled named memoir chapter exhibition pilot story podcast headline")

	// letters are what people say things in, written verbs those that name where.
	letters = wordSet("statement letter tweet post memo email essay speech memoir diary column")
	written = wordSet("wrote writes posted posts tweeted tweets writing posting tweeting noted notes")

	// nounsOfSaying belong to who says it: "Gerwig's answer".
	nounsOfSaying = wordSet("answer answers reply response verdict advice explanation words message comment comments warning description remark assessment account retort view reaction conclusion")
	// shown are the adjectives and nouns after which a colon brings the subject's words.
	presenting = wordSet("is was remains has had puts put sums summed says shrugs laughs smiles nods grins sighs remembers explains recalls adds")
	// received are what somebody reads or hears: a colon after them brings another's words.
	received = wordSet("read reads heard hears received receives got gets found finds saw sees sign letter note review headline email reads inscription message text banner poster plaque remembers remembered loves loved hates")
	// inscribed are the things that carry words which nobody named says.
	inscribed = wordSet("sign headline inscription banner poster plaque placard t-shirt badge graffiti subtitle chant chants")
)

// jobs are nouns for what people do in film, and the one word for those that mean the
// same to a reader.
var jobs = map[string]string{
	"director": "director", "filmmaker": "director", "helmer": "director", "writer": "writer", "screenwriter": "writer", "scriptwriter": "writer",
	"creator": "creator", "showrunner": "showrunner", "producer": "producer", "actor": "actor", "actress": "actor", "star": "actor", "lead": "actor",
	"cinematographer": "cinematographer", "editor": "editor", "composer": "composer", "designer": "designer", "novelist": "author", "author": "author",
	"comedian": "comedian", "playwright": "playwright", "critic": "critic", "professor": "professor", "singer": "singer", "host": "host", "runner": "showrunner",
	"president": "president", "researcher": "researcher", "historian": "historian", "journalist": "journalist", "boss": "boss", "chief": "chief", "executive": "chief",
}

// doings are verbs that give somebody a job.
var doings = map[string]string{
	"directed": "director", "directs": "director", "directing": "director", "made": "director", "makes": "director", "helmed": "director", "shot": "director",
	"wrote": "writer", "writes": "writer", "written": "writer", "penned": "writer", "created": "creator", "creates": "creator", "produced": "producer", "produces": "producer",
	"stars": "actor", "starred": "actor", "plays": "actor", "played": "actor", "portrays": "actor", "edited": "editor", "composed": "composer", "scored": "composer",
	"runs": "showrunner", "ran": "showrunner", "lensed": "cinematographer",
}

// whoOf are the pronouns of nouns that say whether somebody is a woman or a man.
var whoOf = map[string]string{
	"mr": "he", "mr.": "he", "sir": "he", "lord": "he", "actress": "she", "mrs": "she", "mrs.": "she", "ms": "she", "ms.": "she", "miss": "she", "dame": "she",
	"mother": "she", "mum": "she", "mom": "she", "wife": "she", "sister": "she", "daughter": "she", "aunt": "she", "grandmother": "she", "woman": "she", "girl": "she",
	"spokeswoman": "she", "chairwoman": "she", "heroine": "she", "father": "he", "dad": "he", "husband": "he", "brother": "he", "son": "he", "uncle": "he",
	"grandfather": "he", "man": "he", "boy": "he", "spokesman": "he", "chairman": "he",
}

var pronounOf = map[string]string{"she": "she", "her": "she", "hers": "she", "herself": "she", "he": "he", "him": "he", "his": "he", "himself": "he"}
