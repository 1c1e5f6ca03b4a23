package render

import (
	"rolecall/catalog"
	"rolecall/contract"
	"rolecall/method"
	"rolecall/standard"
)

// Contract is the answer as JSON says it.
func (r PassRates) Contract() contract.PassRates {
	object := contract.PassRates{Reading: read(r.Reading), Rates: []contract.Rates{}, Catalog: catalogObject(r.Catalog)}
	for _, one := range r.Rates {
		object.Rates = append(object.Rates, r.ratesObject(one))
	}
	return object
}

func (r PassRates) ratesObject(one standard.Rates) contract.Rates {
	o := contract.Rates{
		Standard:   standardObject(one.Standard),
		Population: populationObject(one.Population, catalog.WordsCounted(one.Population), one.Titles),
		Finding:    r.Finding(one) + ".",
		LeftOut:    one.LeftOut, Criteria: []contract.CriterionRate{}, Notes: orEmpty(r.Notes(one)),
		Method: methodObject(r.WithMethod, func() method.Method { return r.Method(one) }),
	}
	if one.Whole.Count().Of > 0 {
		o.Rate = rateObject(one.Whole)
	}
	for _, c := range one.Criteria {
		o.Criteria = append(o.Criteria, criterionRateObject(c))
	}
	return o
}

func rateObject(r standard.Rate) *contract.Rate {
	count := r.Count()
	return &contract.Rate{
		Met: r.Met, NotMet: r.NotMet, Unknown: r.Unknown, NeedsJudgement: r.NeedsJudgement,
		Count: contract.Count(count), Share: shareObject(count),
	}
}

func criterionRateObject(c standard.CriterionRate) contract.CriterionRate {
	o := contract.CriterionRate{ID: c.Criterion.ID, Name: c.Criterion.Name, LeftOut: c.LeftOut}
	if c.Criterion.Count == "" {
		o.Rate = rateObject(c.Rate)
	} else {
		o.Sum = &contract.Sum{Expression: c.Criterion.Count, Count: contract.Count(SumOf(c)), Share: sharesObject(c.Share()), MoreIn: c.Open}
	}
	return o
}
