package export

import (
	"bytes"
	"strings"

	"rolecall"
	"rolecall/catalog"
	"rolecall/format"
)

// The types below are a data package as Frictionless Data describes it, version 1, which
// version 2 reads too: https://specs.frictionlessdata.io/data-package/. What stands under
// "rolecall" is our own, as the description allows.
type (
	dataPackage struct {
		Profile     string         `json:"profile"`
		Name        string         `json:"name"`
		Title       string         `json:"title"`
		Description string         `json:"description"`
		ID          string         `json:"id"`
		Created     string         `json:"created,omitempty"`
		Licenses    []licence      `json:"licenses"`
		Sources     []origin       `json:"sources"`
		Resources   []resource     `json:"resources"`
		Rolecall    ownDescription `json:"rolecall"`
	}
	licence struct {
		Name  string `json:"name"`
		Path  string `json:"path,omitempty"`
		Title string `json:"title"`
	}
	origin struct {
		Title string `json:"title"`
		Path  string `json:"path,omitempty"`
	}
	resource struct {
		Profile     string      `json:"profile"`
		Name        string      `json:"name"`
		Path        string      `json:"path"`
		Description string      `json:"description"`
		Format      string      `json:"format"`
		MediaType   string      `json:"mediatype"`
		Encoding    string      `json:"encoding,omitempty"`
		Bytes       int64       `json:"bytes"`
		Hash        string      `json:"hash"`
		Rows        int64       `json:"rows"`
		Schema      tableSchema `json:"schema"`
	}
	tableSchema struct {
		Fields        []field      `json:"fields"`
		PrimaryKey    []string     `json:"primaryKey,omitempty"`
		ForeignKeys   []foreignKey `json:"foreignKeys,omitempty"`
		MissingValues []string     `json:"missingValues"`
	}
	field struct {
		Name        string      `json:"name"`
		Type        string      `json:"type"`
		Description string      `json:"description"`
		Unit        string      `json:"unit,omitempty"`
		Constraints constraints `json:"constraints,omitzero"`
	}
	constraints struct {
		Required bool     `json:"required,omitempty"`
		Enum     []string `json:"enum,omitempty"`
	}
	foreignKey struct {
		Fields    string    `json:"fields"`
		Reference reference `json:"reference"`
	}
	reference struct {
		Resource string `json:"resource"`
		Fields   string `json:"fields"`
	}
	// ownDescription says of which facts the package is, and what is not in it.
	ownDescription struct {
		Program    string   `json:"program"`
		Catalog    string   `json:"catalog"`
		Hash       string   `json:"content_hash"`
		HandPicked bool     `json:"hand_picked"`
		Population string   `json:"population"`
		PrivateUse bool     `json:"private_use"`
		LeftOut    []absent `json:"left_out"`
		HeldBack   []string `json:"held_back"`
	}
	absent struct {
		Resource string `json:"resource"`
		Rows     int64  `json:"rows"`
	}
)

// fieldTypes are what a table schema calls the types of columns.
var fieldTypes = map[catalog.ColumnType]string{catalog.Text: "string", catalog.Number: "integer", catalog.YesNo: "boolean", catalog.Texts: "array"}

func (e *Export) dataPackage() ([]byte, error) {
	p := dataPackage{
		Profile: "data-package", Name: "rolecall-export", Title: e.title(), Description: e.description(), ID: "sha256:" + e.Catalog.Hash, Created: e.Catalog.Built,
		Licenses: []licence{}, Sources: []origin{}, Resources: []resource{},
		Rolecall: ownDescription{Program: e.Program, Catalog: e.Catalog.Name, Hash: e.Catalog.Hash, HandPicked: e.Catalog.HandPicked, Population: e.population(), PrivateUse: e.PrivateUse, LeftOut: []absent{}, HeldBack: []string{}},
	}
	for _, s := range e.sources() {
		p.Licenses = append(p.Licenses, licenceOf(s))
		p.Sources = append(p.Sources, origin{s.Name, webAddress(s.Address)})
	}
	for _, s := range e.HeldBack {
		p.Rolecall.HeldBack = append(p.Rolecall.HeldBack, s.ID)
	}
	for _, f := range e.Files {
		p.Resources = append(p.Resources, e.resource(f))
		if f.LeftOut > 0 {
			p.Rolecall.LeftOut = append(p.Rolecall.LeftOut, absent{f.View.Name, f.LeftOut})
		}
	}
	return indented(p)
}

// licenceOf is the licence of a source: by its short name where it has one, and in its
// own words.
func licenceOf(s rolecall.Source) licence {
	terms := TermsOf(s.Licence)
	name := terms.Name
	if name == "" {
		name = strings.Map(func(c rune) rune {
			if c < 'a' || c > 'z' {
				if c < '0' || c > '9' {
					return '-'
				}
			}
			return c
		}, strings.ToLower(s.ID)) + "-terms"
	}
	return licence{Name: name, Path: terms.Address, Title: s.Name + ": " + s.Licence}
}

// webAddress is an address if it is one of the web.
func webAddress(text string) string {
	if !strings.HasPrefix(text, "https://") && !strings.HasPrefix(text, "http://") || strings.ContainsAny(text, " \n") {
		return ""
	}
	return text
}

func (e *Export) resource(f File) resource {
	r := resource{
		Profile: "data-resource", Name: f.View.Name, Path: f.Name, Description: f.About, Format: strings.TrimPrefix(e.Form.Ending, "."), MediaType: e.Form.Kind,
		Bytes: f.Bytes, Hash: "sha256:" + f.Hash, Rows: f.Rows, Schema: tableSchema{Fields: []field{}, PrimaryKey: f.Key, MissingValues: []string{""}},
	}
	if e.Form.IsText {
		r.Encoding = "utf-8"
	}
	if e.Form.Word == "csv" {
		r.Profile = "tabular-data-resource"
	}
	for _, c := range f.Columns {
		r.Schema.Fields = append(r.Schema.Fields, field{Name: c.Name, Type: fieldTypes[c.Type], Description: c.About, Unit: c.Unit, Constraints: constraints{c.Needed, c.Choices}})
		if key, is := e.refersTo(c); is {
			r.Schema.ForeignKeys = append(r.Schema.ForeignKeys, foreignKey{c.Name, reference{c.Of, key}})
		}
	}
	return r
}

// refersTo is the column that the values of one are keys of, where each is there: a
// statement may be about somebody whose row is held back.
func (e *Export) refersTo(c catalog.ViewColumn) (key string, is bool) {
	for _, v := range catalog.Views() {
		if v.Name == c.Of {
			return v.Key[0], c.Of != "person" || e.peopleKept
		}
	}
	return "", false
}

func indented(v any) ([]byte, error) {
	var out bytes.Buffer
	err := format.WriteJSON(&out, v)
	return out.Bytes(), err
}
