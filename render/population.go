package render

import "rolecall/population"

// Population is a population that is kept under a name.
type Population struct {
	Name       string
	Population population.Population
}

// Populations is the answer to "rolecall population list".
type Populations []Population

func (ps Populations) terminal(p *page) {
	if len(ps) == 0 {
		p.line("No population is kept.")
		return
	}
	p.columns(ps.rows())
}

func (ps Populations) markdown(p *page) { p.markdownTable(ps.rows()) }

func (ps Populations) rows() [][]string {
	rows := [][]string{{"name", "population"}}
	for _, kept := range ps {
		rows = append(rows, []string{kept.Name, kept.Population.Words()})
	}
	return rows
}

func (ps Populations) object() any {
	type named struct {
		Name string `json:"name"`
		population.Population
		Words string `json:"words"`
	}
	object := struct {
		Populations []named `json:"populations"`
	}{[]named{}}
	for _, kept := range ps {
		object.Populations = append(object.Populations, named{kept.Name, kept.Population, kept.Population.Words()})
	}
	return object
}
