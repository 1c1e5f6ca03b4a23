package render

import (
	"cmp"
	"slices"
	"strings"

	"rolecall"
	"rolecall/block"
	"rolecall/catalog"
	"rolecall/method"
	"rolecall/phrase"
	"rolecall/phrase/sentence"
	"rolecall/standard"
)

// Assess is the answer to "rolecall assess": what standards say of a title,
// criterion by criterion.
type Assess struct {
	Title rolecall.Title
	// Reading is that of the assessments.
	Reading     rolecall.Reading
	Assessments []standard.Assessment
	// WithMethod adds how it was counted, to be pasted into a text.
	WithMethod bool
	Catalog    catalog.Info
}

// Blocks are the answer for people.
func (a Assess) Blocks() []block.Block {
	blocks := []block.Block{block.Title{Text: block.Plain(phrase.Masthead(a.Title))}}
	for _, one := range a.Assessments {
		blocks = append(blocks, a.one(one)...)
	}
	return append(blocks, ending(a.notes(), methodBlocks(a.WithMethod, a.Method), a.Catalog)...)
}

// one is what one standard says; where no other is asked, with how it is read.
func (a Assess) one(one standard.Assessment) []block.Block {
	alone := len(a.Assessments) == 1
	blocks := standardBlocks(one.Standard, alone)
	whole := sentence.Whole(one)
	if whole != "" {
		blocks = append(blocks, block.Sentence{Text: block.Strong(whole)})
	}
	list := block.List{}
	for _, r := range one.Results {
		list.Items = append(list.Items, block.Item{
			Text:  block.Join(verdictText(r.Verdict), block.Plain(": "+sentence.Criterion(a.Title, one.Standard, r))),
			Under: phrase.Each(sentence.Details(a.Title, one.Standard, r), block.Quiet),
		})
	}
	if whole == "" {
		blocks = append(blocks, list)
	} else {
		blocks = append(blocks, block.Below{Block: list})
	}
	if alone {
		blocks = append(blocks, readings(one.Standard)...)
	}
	return blocks
}

// standardBlocks begin what is said of a standard: its name and whose it is, and its
// wording where it stands alone.
func standardBlocks(s *standard.Standard, alone bool) []block.Block {
	if !alone {
		return []block.Block{block.Heading{Words: s.Name, Note: sentence.Publisher(s)}}
	}
	return []block.Block{block.Heading{Words: s.Name}, block.Sentence{Text: block.Plain(sentence.Publisher(s) + ". " + s.Wording)}}
}

// readings say how a standard is read and where it can be checked.
func readings(s *standard.Standard) []block.Block {
	return phrase.Each(sentence.Readings(s), func(words string) block.Block { return block.Sentence{Text: block.Plain(words)} })
}

func verdictText(v standard.Verdict) block.Text {
	if v == standard.Met || v == standard.NotMet {
		return block.Strong(sentence.Verdict(v))
	}
	return block.Plain(sentence.Verdict(v))
}

// notes say what a reader may otherwise take wrong or look for.
func (a Assess) notes() (notes []string) {
	if len(a.Assessments) > 1 {
		ids := phrase.Each(a.Assessments, func(one standard.Assessment) string { return one.Standard.ID })
		notes = append(notes, "How a standard is read, what it cannot see, and where it can be checked: --standard with its name: "+strings.Join(ids, ", ")+".")
	}
	notes = append(notes, a.RestsOn()...)
	if a.Title.Kind == rolecall.Season && !a.Title.Whole {
		notes = append(notes, phrase.NotWhole)
	}
	return notes
}

// RestsOn says what the reading takes the title to be, and how far the people counted are
// known; nothing where nothing is left out.
func (a Assess) RestsOn() []string {
	if !a.Reading.LeavesOut() {
		return nil
	}
	known := phrase.Each(a.groups(), func(c standard.Coverage) string { return phrase.Stop(sentence.Coverage(a.Title, c)) })
	return append([]string{phrase.TakenForAll(a.Reading)}, known...)
}

// groups are how far the groups that are counted are known, each once.
func (a Assess) groups() (all []standard.Coverage) {
	for _, one := range a.Assessments {
		for _, c := range one.Coverage {
			if !slices.Contains(all, c) {
				all = append(all, c)
			}
		}
	}
	return all
}

// Method is how the assessment was made.
func (a Assess) Method() method.Method {
	standards := phrase.Each(a.Assessments, func(one standard.Assessment) *standard.Standard { return one.Standard })
	return method.Method{
		Subject:  a.Title.Label() + ", assessed from its credits by " + phrase.And(phrase.Each(standards, sentence.Standard)),
		Bounds:   cmp.Or(phrase.TakenForAll(a.Reading), verdictBounds),
		Coverage: a.coverage(), Notes: whereRead(standards...), Catalog: a.Catalog,
	}
}

// coverage says of how many of the people counted, each once in each group, a
// gender is stated.
func (a Assess) coverage() []method.Coverage {
	var all rolecall.Fraction
	for _, c := range a.groups() {
		all.Numerator, all.Denominator = all.Numerator+c.Stated, all.Denominator+c.People
	}
	return []method.Coverage{{Of: "the people counted, each once in each group", Share: all}}
}

// Rows are one for each whole standard, its criterion empty, and one for each
// comparison of each criterion.
func (a Assess) Rows() block.Rows {
	rows := block.Rows{Columns: slices.Concat(block.TextColumns("title_id", "title", "standard", "standard_name"), block.WholeColumns("year"),
		block.TextColumns("criterion", "criterion_name", "verdict", "groups", "unit"), block.WholeColumns("certain", "possible", "of"),
		[]block.Column{{Name: "open", Kind: block.YesNo}, {Name: "operator", Kind: block.String}, {Name: "threshold", Kind: block.Decimal}},
		block.TextColumns("would_meet", "missing", "judgement", "reading"))}
	for _, one := range a.Assessments {
		head := []any{a.Title.ID, a.Title.Label(), one.Standard.ID, one.Standard.Name, one.Standard.Year}
		if one.Verdict != "" {
			rows.Add(slices.Concat(head, []any{nil, nil, one.Verdict}, noTest, []any{sentence.WouldMeet(one), nil, nil, read(one.Reading)})...)
		}
		for _, r := range one.Results {
			addCriterion(&rows, one, head, r)
		}
	}
	return rows
}

// noTest stands where a row is about no comparison.
var noTest = make([]any, 8)

func addCriterion(rows *block.Rows, one standard.Assessment, head []any, r standard.Result) {
	missing := phrase.Each(r.Gaps, func(gap standard.Gap) string { return sentence.Gap(one.Title, gap, len(gap.Unstated)) })
	head = append(slices.Clone(head), r.Criterion.ID, r.Criterion.Name, r.Verdict)
	tail := []any{sentence.CriterionWouldMeet(one.Title, one.Standard, r), strings.Join(missing, "; "), r.Criterion.Judgement, read(one.Reading)}
	if len(r.Tests) == 0 {
		rows.Add(slices.Concat(head, noTest, tail)...)
	}
	for _, t := range r.Tests {
		var threshold any
		if t.Threshold != nil {
			threshold, _ = t.Threshold.Float64()
		}
		rows.Add(slices.Concat(head, []any{strings.Join(t.Groups, "; "), t.Unit, t.Count.Certain, t.Count.Possible, t.Count.Of, t.More, t.Operator, threshold}, tail)...)
	}
}
