package render

import (
	"rolecall/block"
	"rolecall/population"
)

// Population is a population that is kept under a name.
type Population struct {
	Name       string
	Population population.Population
}

// Populations is the answer to "rolecall population list".
type Populations []Population

// Blocks are the answer for people.
func (ps Populations) Blocks() []block.Block {
	if len(ps) == 0 {
		return []block.Block{block.Sentence{Text: block.Plain("No population is kept.")}}
	}
	t := block.Table{Head: []string{"name", "population"}}
	for _, kept := range ps {
		t.Rows = append(t.Rows, block.Texts(kept.Name, kept.Population.Words()))
	}
	return []block.Block{t}
}

// Rows are the populations.
func (ps Populations) Rows() block.Rows {
	rows := block.Rows{Columns: block.TextColumns("name", "population")}
	for _, kept := range ps {
		rows.Add(kept.Name, kept.Population.Words())
	}
	return rows
}
