package render

import (
	"fmt"
	"slices"
	"strings"

	"rolecall"
	"rolecall/block"
	"rolecall/catalog"
	"rolecall/corpus/survey"
	"rolecall/measure"
	"rolecall/phrase"
	"rolecall/press/verdict"
)

// Corpus is the answer to "rolecall corpus report": what a checked archive comes to.
type Corpus struct {
	Survey survey.Survey
	// Dir is the folder of its tables.
	Dir string
	// Catalog is the one it was checked by, as far as that is known.
	Catalog catalog.Info
}

// Blocks are the answer for people.
func (c Corpus) Blocks() []block.Block {
	s := c.Survey
	blocks := []block.Block{block.Asked(oneLine(c.Dir)), block.Title{Text: block.Plain(c.Finding() + ".")}, block.Below{Block: block.Sentence{Text: block.Plain(c.Scope())}}}
	for _, part := range s.Parts {
		blocks = append(blocks, block.Heading{Words: "By " + string(part.By), Note: "words that are quoted, and who speaks them"}, c.groups(part))
	}
	if len(s.Speakers) > 0 {
		blocks = append(blocks, block.Heading{Words: "Who is quoted most", Note: "by words"}, c.speakers())
	}
	blocks = append(blocks, c.claims("Contradicted", s.Contradicted, s.ContradictedCount)...)
	blocks = append(blocks, c.claims("In several outlets", s.Repeated, s.RepeatedCount)...)
	blocks = append(blocks, c.coverage()...)
	if len(s.LeftOut) > 0 {
		blocks = append(blocks, block.Heading{Words: "Left out"}, c.leftOut())
	}
	return append(blocks, ending(c.Notes(), nil, c.Catalog)...)
}

// leastSpeakers are the fewest people quoted of whom a sentence says a share: one more or less
// of fewer moves it by ten points.
const leastSpeakers = 10

// Finding is what was found, in a sentence without its stop.
func (c Corpus) Finding() string {
	words := c.Survey.All.Words
	if words.Total() == 0 {
		return fmt.Sprintf("%s, in which nobody is quoted", phrase.Counted(c.Survey.All.Articles, "article", "articles"))
	}
	women := words.Count(rolecall.Woman)
	if measure.IsOpen(women) {
		return fmt.Sprintf("Of the %s quoted, the speaker's gender is known of %s, too few to say how many are women's", phrase.Counted(words.Total(), "word", "words"), phrase.Grouped(words.Known()))
	}
	if speakers := c.Survey.All.Speakers.Total(); speakers < leastSpeakers {
		return fmt.Sprintf("Women speak %s of the %s quoted; %s %s too few for a share", upTo(women), phrase.Counted(words.Total(), "word", "words"),
			phrase.Counted(speakers, "speaker", "speakers"), phrase.Agree(speakers, "is", "are"))
	}
	share := women.Share()
	finding := fmt.Sprintf("Women speak %s of the %s quoted", phrase.Share(share), phrase.Counted(words.Total(), "word", "words"))
	if words.Unknown > 0 {
		finding += fmt.Sprintf(", %s of the %s whose speaker's gender is known", share.Known.Percent(), phrase.Grouped(words.Known()))
	}
	return finding
}

// upTo is how many have something, without the whole: "14", "14 to 21".
func upTo(c rolecall.Count) string {
	if c.Certain == c.Possible {
		return phrase.Grouped(c.Certain)
	}
	return phrase.Grouped(c.Certain) + " to " + phrase.Grouped(c.Possible)
}

// Scope says what was counted, in sentences.
func (c Corpus) Scope() string {
	s := c.Survey
	words := fmt.Sprintf("%s, %s of them about something in the catalog", phrase.Counted(s.All.Articles, "article", "articles"), phrase.Grouped(s.All.Named))
	if copied := s.Last.Articles - s.Texts; copied > 0 {
		words += fmt.Sprintf("; of %s read, %s %s of an earlier one, counted %s", phrase.Grouped(s.Last.Articles), phrase.Grouped(copied), phrase.Agree(copied, "is a copy", "are copies"), copiesWords[s.Asked.Copies])
	}
	return words + fmt.Sprintf(". %s: %s contradicted, %s supported.", phrase.Counted(s.All.Claims, "claim", "claims"), phrase.Grouped(s.All.Contradicted), phrase.Grouped(s.All.Supported))
}

var copiesWords = map[survey.Copies]string{survey.Each: "each", survey.InOutlet: "once in each outlet", survey.Once: "once"}

func (c Corpus) groups(part survey.Part) block.Table {
	t := block.Table{
		Head:  []string{string(part.By), "articles", "words", "of women", "where known", "known", "speakers", "women", "claims", "contradicted"},
		Right: []int{1, 2, 8, 9}, Spare: []string{"women", "speakers", "claims", "known", "where known"},
	}
	for _, g := range part.Groups {
		share, speakers := g.Words.Count(rolecall.Woman).Share(), g.Speakers.Count(rolecall.Woman)
		t.Rows = append(t.Rows, block.Texts(orNotKnown(g.Value), phrase.Grouped(g.Articles), phrase.Grouped(g.Words.Total()), phrase.Share(share), share.Known.Percent(), share.Coverage.Percent(),
			phrase.Grouped(g.Speakers.Total()), phrase.Share(speakers.Share()), phrase.Grouped(g.Claims), phrase.Grouped(g.Contradicted)))
	}
	return t
}

// Line is a text of an archive, which is not to be trusted, in one line and without what moves a
// cursor or turns a text around.
func Line(text string) string { return oneLine(text) }

// orNotKnown is a value of a field in a table.
func orNotKnown(value string) string {
	if value == "" {
		return "not known"
	}
	return oneLine(value)
}

func (c Corpus) speakers() block.Table {
	t := block.Table{Head: []string{"who", "", "words", "quotations", "articles", "outlets"}, Right: []int{2, 3, 4, 5}}
	for _, s := range c.Survey.Speakers {
		t.Rows = append(t.Rows, []block.Text{block.Plain(oneLine(s.Name)), block.Mark(s.Gender), block.Plain(phrase.Grouped(s.Words)), block.Plain(phrase.Grouped(s.Quotations)),
			block.Plain(phrase.Grouped(s.Articles)), block.Plain(phrase.Grouped(s.Outlets))})
	}
	return t
}

// claims are some claims, each with where it was first seen and what it is judged by.
func (c Corpus) claims(heading string, some []survey.Claim, of int) []block.Block {
	if of == 0 {
		return nil
	}
	note := phrase.Counted(of, "claim", "claims")
	if len(some) < of {
		note += fmt.Sprintf(", the first %d", len(some))
	}
	list := block.List{Numbered: true, Loose: true}
	for _, one := range some {
		item := block.Item{Text: block.Join(settled(claimMarks[verdict.Verdict(one.Verdict)]+" ", verdict.Verdict(one.Verdict)), block.Plain("“"+oneLine(one.Quote)+"”"))}
		item.Under = append(item.Under, block.Plain(fmt.Sprintf("%s: %s", one.Verdict, one.Reason)))
		if one.Evidence != "" {
			item.Under = append(item.Under, block.Quiet("row: "+oneLine(one.Evidence)))
		}
		item.Under = append(item.Under, block.Quiet(seenWords(one)))
		list.Items = append(list.Items, item)
	}
	return []block.Block{block.Heading{Words: heading, Note: note}, list}
}

// seenWords says how many make a claim, and who was first.
func seenWords(c survey.Claim) string {
	words := MadeBy(c)
	first := strings.Join(slices.DeleteFunc([]string{oneLine(c.First.Outlet), c.First.Date}, func(s string) bool { return s == "" }), ", ")
	at := strings.TrimSpace(oneLine(c.First.Source) + " " + c.First.Place)
	if first == "" {
		return words + "; first seen in " + at
	}
	return words + "; first seen: " + first + " (" + at + ")"
}

// MadeBy says how many articles make a claim.
func MadeBy(c survey.Claim) string {
	words := fmt.Sprintf("%s in %s", phrase.Counted(c.Articles, "article", "articles"), phrase.Counted(c.Outlets, "outlet", "outlets"))
	if c.Texts < c.Articles {
		words += fmt.Sprintf(" (%s, the others copies)", phrase.Counted(c.Texts, "text", "texts"))
	}
	return words
}

func (c Corpus) coverage() (blocks []block.Block) {
	s := c.Survey
	if len(s.Titles) > 0 {
		t := block.Table{Head: []string{"title", "directors", "articles", "outlets", "times", "id"}, Right: []int{2, 3, 4}, Spare: []string{"id"}}
		for _, one := range s.Titles {
			t.Rows = append(t.Rows, block.Texts(one.Name, string(one.Slate), phrase.Grouped(one.Articles), phrase.Grouped(one.Outlets), phrase.Grouped(one.Times), one.ID))
		}
		blocks = append(blocks, block.Heading{Words: "Titles named most"}, t)
	}
	if s.Slates != nil {
		t := block.Table{Head: []string{"directed by", "titles named", "in articles", "times"}, Right: []int{1, 2, 3}}
		for _, row := range s.Slates.Rows {
			t.Rows = append(t.Rows, block.Texts(slateWords[row.Slate], phrase.Grouped(row.Titles), phrase.Grouped(row.Mentions), phrase.Grouped(row.Times)))
		}
		blocks = append(blocks, block.Heading{Words: "All-women slates and the rest"}, t)
	}
	if len(s.People) > 0 {
		t := block.Table{Head: []string{"who", "", "articles", "outlets", "times", "id"}, Right: []int{2, 3, 4}, Spare: []string{"id"}}
		for _, one := range s.People {
			t.Rows = append(t.Rows, []block.Text{block.Plain(one.Name), block.Mark(one.Gender), block.Plain(phrase.Grouped(one.Articles)), block.Plain(phrase.Grouped(one.Outlets)), block.Plain(phrase.Grouped(one.Times)), block.Plain(one.ID)})
		}
		blocks = append(blocks, block.Heading{Words: "People named most"}, block.Sentence{Text: block.Plain(c.WhoIsNamed())}, t)
	}
	return blocks
}

// WhoIsNamed says how many of the people named are women.
func (c Corpus) WhoIsNamed() string {
	named := c.Survey.Named
	return fmt.Sprintf("Of %s who are named, %s are women.", phrase.Counted(named.Total(), "person", "people"), phrase.Range(named.Count(rolecall.Woman)))
}

// Directed is by whom titles of a slate were directed, in words.
func Directed(s survey.Slate) string { return slateWords[s] }

var slateWords = map[survey.Slate]string{survey.AllWomen: "women alone", survey.NotAllWomen: "not women alone", survey.Unsettled: "not known"}

func (c Corpus) leftOut() block.List {
	list := block.List{}
	for _, l := range c.Survey.LeftOut {
		list.Items = append(list.Items, block.Item{
			Text:  block.Plain(fmt.Sprintf("%s: %s", phrase.Counted(l.Documents, "document", "documents"), l.Kind)),
			Under: []block.Text{block.Quiet(fmt.Sprintf("the first: %s: %s", strings.TrimSpace(oneLine(l.Source)+" "+l.Place), oneLine(l.Why)))},
		})
	}
	return list
}

// Unfinished says how much of the archive this is, and how the check goes on.
func (c Corpus) Unfinished() string {
	return fmt.Sprintf("The check of this archive is not finished: this is of its first %s. The same rolecall corpus check, given again, goes on there.", phrase.Counted(c.Survey.Last.Documents, "document", "documents"))
}

// Notes say what a reader may otherwise take wrong.
func (c Corpus) Notes() (notes []string) {
	s := c.Survey
	if !s.Finished {
		notes = append(notes, c.Unfinished())
	}
	notes = append(notes, "A gender is what a source states of somebody in the catalog. Speakers whom it does not hold, or whom the text does not name, count as not known, both ways: hence the ranges. A share where known is fair only as far as the others are like those.")
	if s.All.Articles > s.All.Named {
		notes = append(notes, "Of articles that name no title or person of the catalog nothing is kept but that they are there.")
	}
	if s.Slates == nil {
		notes = append(notes, "Who directed the titles is left out, as the catalog that claims were checked by is not at hand: give it with --catalog.")
	}
	return notes
}

// Rows are the groups, of all fields asked for.
func (c Corpus) Rows() block.Rows {
	rows := block.Rows{Columns: slices.Concat(block.TextColumns("by", "value"), block.WholeColumns("articles", "named", "claims", "contradicted", "supported"),
		gendersOf("speakers"), gendersOf("quotations"), gendersOf("words"), block.FractionColumns("lower", "known", "upper", "coverage"))}
	add := func(by string, g survey.Group) {
		values := []any{by, g.Value, g.Articles, g.Named, g.Claims, g.Contradicted, g.Supported}
		for _, t := range []rolecall.Tally{g.Speakers, g.Quotations, g.Words} {
			values = append(values, t.Women, t.Men, t.Nonbinary, t.Unknown)
		}
		share := g.Words.Count(rolecall.Woman).Share()
		rows.Add(append(values, share.Lower, share.Known, share.Upper, share.Coverage)...)
	}
	add("all", c.Survey.All)
	for _, part := range c.Survey.Parts {
		for _, g := range part.Groups {
			add(string(part.By), g)
		}
	}
	return rows
}

func gendersOf(of string) []block.Column {
	return block.WholeColumns(of+"_women", of+"_men", of+"_nonbinary", of+"_unknown")
}
