package render

import "rolecall/contract"

// Contract is the answer as JSON says it.
func (s Search) Contract() contract.Search {
	object := contract.Search{Text: s.Text, Titles: titleObjects(s.Titles), People: []contract.FoundPerson{}, Catalog: catalogObject(s.Catalog)}
	for _, p := range s.People {
		object.People = append(object.People, contract.FoundPerson{ID: p.ID, Name: p.Name, NativeName: p.NativeName, Gender: p.Gender})
	}
	return object
}
