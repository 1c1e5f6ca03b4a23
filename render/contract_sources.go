package render

import "rolecall/contract"

// Contract is the answer as JSON says it.
func (s Sources) Contract() contract.Sources {
	object := contract.Sources{Holdings: contract.Holdings(s.Holdings), Coverage: []contract.Coverage{}, Catalog: catalogObject(s.Catalog)}
	for _, c := range s.Coverage {
		object.Coverage = append(object.Coverage, contract.Coverage(c))
	}
	return object
}
