package render

import "rolecall/contract"

// Contract is the answer as JSON says it.
func (ps Populations) Contract() contract.Populations {
	object := contract.Populations{Populations: []contract.KeptPopulation{}}
	for _, kept := range ps {
		object.Populations = append(object.Populations, contract.KeptPopulation{
			Name: kept.Name, Population: kept.Population, Words: kept.Population.Words(),
		})
	}
	return object
}
