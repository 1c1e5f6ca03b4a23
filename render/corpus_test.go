package render_test

import (
	"rolecall"
	"rolecall/catalog"
	"rolecall/corpus/journal"
	"rolecall/corpus/survey"
	"rolecall/corpus/table"
	"rolecall/render"
)

// corpus is the report on an archive, with something of everything.
func corpus(c *catalog.Catalog, known bool) render.Corpus {
	all := survey.Group{
		Articles: 1200, Named: 900, Claims: 3000, Contradicted: 12, Supported: 800,
		Speakers: rolecall.Tally{Women: 20, Men: 30, Nonbinary: 1, Unknown: 40}, Quotations: rolecall.Tally{Women: 200, Men: 400, Unknown: 100}, Words: rolecall.Tally{Women: 4000, Men: 9000, Nonbinary: 20, Unknown: 3000},
	}
	if !known {
		all.Words = rolecall.Tally{Women: 40, Unknown: 3000}
	}
	herald, unnamed := all, all
	herald.Value, herald.Articles, unnamed.Words = "Example\x1b[31m Herald", 700, rolecall.Tally{}
	claim := survey.Claim{
		Kind: "credit", Quote: "Kathryn Bigelow directed\nLady Bird", Title: "Lady Bird", TitleID: "lady-bird", Verdict: "contradicted", Reason: "Kathryn Bigelow is not among the directors", Evidence: "Lady Bird (2017) · director · Greta Gerwig · woman",
		Articles: 12, Outlets: 3, Texts: 2, First: survey.Seen{Outlet: "Example Post", Date: "2018-03-30", Source: "post.csv", Place: "line 2"},
	}
	undated := claim
	undated.Verdict, undated.Reason, undated.First = "supported", "it is so", survey.Seen{Source: "a.txt"}
	s := survey.Survey{
		Asked: survey.Asked{By: []survey.Field{survey.Outlet, survey.Month}, Copies: survey.InOutlet, Most: 1}, Run: journal.Begun{Catalog: "fixture"},
		Last: journal.Entry{Documents: 1500, Counts: table.Counts{Articles: 1450, LeftOut: 50}}, Held: 1450, Texts: 1100, Finished: known, All: all,
		Parts:        []survey.Part{{By: survey.Outlet, Groups: []survey.Group{herald, unnamed}}, {By: survey.Month}},
		Speakers:     []survey.Speaker{{ID: "greta-gerwig", Name: "Greta Gerwig", Gender: rolecall.Woman, Quotations: 20, Words: 1300, Articles: 12, Outlets: 3}, {Name: "A Speaker", Gender: rolecall.Unknown, Quotations: 1, Words: 9, Articles: 1, Outlets: 1}},
		Contradicted: []survey.Claim{claim}, ContradictedCount: 12, Repeated: []survey.Claim{undated}, RepeatedCount: 1,
		Titles: []survey.Covered{{ID: "lady-bird", Name: "Lady Bird", Slate: survey.AllWomen, Articles: 30, Outlets: 3, Times: 44}}, People: []survey.Covered{{ID: "greta-gerwig", Name: "Greta Gerwig", Gender: rolecall.Woman, Articles: 28, Outlets: 3, Times: 50}},
		Named:   rolecall.Tally{Women: 10, Men: 12, Unknown: 4},
		LeftOut: []survey.LeftOut{{Kind: "language", Documents: 40, Source: "monde.jsonl", Place: "line 1", Why: "it seems to be French; articles are read in English"}},
	}
	if known {
		s.Slates = &survey.Slates{Rows: []survey.SlateRow{{Slate: survey.AllWomen, Titles: 1, Mentions: 30, Times: 44}, {Slate: survey.NotAllWomen}, {Slate: survey.Unsettled}}}
	}
	return render.Corpus{Survey: s, Dir: "checked", Catalog: c.Info()}
}
