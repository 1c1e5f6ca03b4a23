package export

import (
	"fmt"
	"strings"

	"rolecall/catalog"
)

// The types below are a description as Croissant 1.0 has it, by which search engines for
// data and loaders of machine learning know what files hold:
// https://docs.mlcommons.org/croissant/docs/croissant-spec-1.0.html.
type (
	croissant struct {
		Context      any          `json:"@context"`
		Type         string       `json:"@type"`
		Name         string       `json:"name"`
		Description  string       `json:"description"`
		ConformsTo   string       `json:"conformsTo"`
		CiteAs       string       `json:"citeAs"`
		License      []string     `json:"license"`
		URL          string       `json:"url"`
		Version      string       `json:"version"`
		Published    string       `json:"datePublished"`
		Creator      agent        `json:"creator"`
		Distribution []fileObject `json:"distribution"`
		RecordSet    []recordSet  `json:"recordSet"`
	}
	agent struct {
		Type string `json:"@type"`
		Name string `json:"name"`
		URL  string `json:"url"`
	}
	fileObject struct {
		Type        string `json:"@type"`
		ID          string `json:"@id"`
		Name        string `json:"name"`
		Description string `json:"description"`
		ContentURL  string `json:"contentUrl"`
		ContentSize string `json:"contentSize"`
		Encoding    string `json:"encodingFormat"`
		SHA256      string `json:"sha256"`
	}
	recordSet struct {
		Type        string        `json:"@type"`
		ID          string        `json:"@id"`
		Name        string        `json:"name"`
		Description string        `json:"description"`
		Key         []node        `json:"key,omitempty"`
		Field       []recordField `json:"field"`
	}
	recordField struct {
		Type        string           `json:"@type"`
		ID          string           `json:"@id"`
		Name        string           `json:"name"`
		Description string           `json:"description"`
		DataType    string           `json:"dataType"`
		Repeated    bool             `json:"repeated,omitempty"`
		Source      fieldSource      `json:"source"`
		References  *fieldReferences `json:"references,omitempty"`
	}
	fieldSource struct {
		FileObject node              `json:"fileObject"`
		Extract    map[string]string `json:"extract"`
	}
	fieldReferences struct {
		Field node `json:"field"`
	}
	node struct {
		ID string `json:"@id"`
	}
)

// context10 is what the words of a description mean, as Croissant 1.0 has it.
var context10 = map[string]any{
	"@language": "en", "@vocab": "https://schema.org/", "sc": "https://schema.org/", "cr": "http://mlcommons.org/croissant/", "rai": "http://mlcommons.org/croissant/RAI/", "dct": "http://purl.org/dc/terms/",
	"citeAs": "cr:citeAs", "column": "cr:column", "conformsTo": "dct:conformsTo", "data": map[string]string{"@id": "cr:data", "@type": "@json"},
	"dataType": map[string]string{"@id": "cr:dataType", "@type": "@vocab"}, "examples": map[string]string{"@id": "cr:examples", "@type": "@json"},
	"extract": "cr:extract", "field": "cr:field", "fileProperty": "cr:fileProperty", "fileObject": "cr:fileObject", "fileSet": "cr:fileSet", "format": "cr:format",
	"includes": "cr:includes", "isLiveDataset": "cr:isLiveDataset", "jsonPath": "cr:jsonPath", "key": "cr:key", "md5": "cr:md5", "parentField": "cr:parentField", "path": "cr:path",
	"recordSet": "cr:recordSet", "references": "cr:references", "regex": "cr:regex", "repeated": "cr:repeated", "replace": "cr:replace", "separator": "cr:separator",
	"source": "cr:source", "subField": "cr:subField", "transform": "cr:transform",
}

// dataTypes are what Croissant calls the types of columns.
var dataTypes = map[catalog.ColumnType]string{catalog.Text: "sc:Text", catalog.Number: "sc:Integer", catalog.YesNo: "sc:Boolean", catalog.Texts: "sc:Text"}

func (e *Export) croissant() ([]byte, error) {
	c := croissant{
		Context: context10, Type: "sc:Dataset", Name: "rolecall-export", Description: e.description(), ConformsTo: "http://mlcommons.org/croissant/1.0",
		CiteAs: e.citation(), License: []string{}, URL: "urn:sha256:" + e.Catalog.Hash, Version: "1.0.0+" + e.Catalog.Hash[:16], Published: e.Catalog.Built,
		Creator: agent{"sc:Organization", "Rolecall " + e.Program, "urn:rolecall"}, Distribution: []fileObject{}, RecordSet: []recordSet{},
	}
	for _, s := range e.sources() {
		words := s.Name + ": " + s.Licence
		if terms := TermsOf(s.Licence); terms.Address != "" {
			words = terms.Address
		}
		c.License = append(c.License, words)
	}
	for _, f := range e.Files {
		c.Distribution = append(c.Distribution, fileObject{
			Type: "cr:FileObject", ID: f.Name, Name: f.Name, Description: f.About, ContentURL: f.Name, ContentSize: fmt.Sprintf("%d B", f.Bytes), Encoding: e.Form.CroissantKind, SHA256: f.Hash,
		})
		c.RecordSet = append(c.RecordSet, e.recordSet(f))
	}
	return indented(c)
}

func (e *Export) recordSet(f File) recordSet {
	set := recordSet{Type: "cr:RecordSet", ID: f.View.Name, Name: f.View.Name, Description: f.About, Field: []recordField{}}
	for _, key := range f.Key {
		set.Key = append(set.Key, node{f.View.Name + "/" + key})
	}
	for _, c := range f.Columns {
		about := c.About
		if c.Unit != "" {
			about += " Counted in: " + c.Unit + "."
		}
		one := recordField{
			Type: "cr:Field", ID: f.View.Name + "/" + c.Name, Name: f.View.Name + "/" + c.Name, Description: about, DataType: dataTypes[c.Type], Repeated: c.Type == catalog.Texts,
			Source: fieldSource{node{f.Name}, map[string]string{"column": c.Name}},
		}
		if key, is := e.refersTo(c); is {
			one.References = &fieldReferences{node{c.Of + "/" + key}}
		}
		set.Field = append(set.Field, one)
	}
	return set
}

// citation is how to cite the export.
func (e *Export) citation() string {
	hash := e.Catalog.Hash
	return strings.Join([]string{
		"@misc{rolecall-" + hash[:8] + ",",
		"  title = {" + e.title() + "},",
		"  note = {Catalog " + e.Catalog.Name + ", content hash " + hash + ", built " + e.Catalog.Built + ", by rolecall " + e.Program + "},",
		"}",
	}, "\n")
}
