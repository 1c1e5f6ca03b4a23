package reconcile

import (
	"net/http"

	"rolecall/catalog"
)

// Manifest says what the service is and where its parts lie.
type Manifest struct {
	Versions        []string           `json:"versions"`
	Name            string             `json:"name"`
	IdentifierSpace string             `json:"identifierSpace"`
	SchemaSpace     string             `json:"schemaSpace"`
	Documentation   string             `json:"documentation"`
	ServiceVersion  string             `json:"serviceVersion"`
	DefaultTypes    []Type             `json:"defaultTypes"`
	View            Pattern            `json:"view"`
	Preview         Preview            `json:"preview"`
	Suggest         map[string]Address `json:"suggest"`
	Extend          Proposals          `json:"extend"`
	BatchSize       int                `json:"batchSize"`
}

// Pattern is an address with {{id}} in it.
type Pattern struct {
	URL string `json:"url"`
}

// Preview is where the card of an entity lies, and how big it is.
type Preview struct {
	URL    string `json:"url"`
	Width  int    `json:"width"`
	Height int    `json:"height"`
}

// Address is an address in two parts.
type Address struct {
	URL  string `json:"service_url"`
	Path string `json:"service_path"`
}

// Proposals is where the properties for columns are listed.
type Proposals struct {
	Propose Address `json:"propose_properties"`
}

// The size of a preview card, in pixels.
const (
	previewWidth  = 420
	previewHeight = 220
)

func (s *Service) manifest(base string, c *catalog.Catalog) Manifest {
	name := "Rolecall (" + c.Info().Name + ")"
	suggest := make(map[string]Address)
	for _, what := range []string{"entity", "property", "type"} {
		suggest[what] = Address{base + Path, suggestPath + what}
	}
	return Manifest{
		Versions: []string{"0.2"}, Name: name,
		// An identifier of the catalog leads to the page from there, as that of IMDb does.
		IdentifierSpace: base + "/id/", SchemaSpace: base + Path + suggestPath + "type", View: Pattern{base + "/id/{{id}}"},
		Documentation: base + "/api", ServiceVersion: s.options.Version,
		DefaultTypes: types[:5], // without the broader one of all titles
		Preview:      Preview{base + Path + previewPath + "{{id}}", previewWidth, previewHeight},
		Suggest:      suggest, Extend: Proposals{Address{base + Path, proposalPath}},
		BatchSize: mostQueries,
	}
}

// base is the address of the site as the client knows it.
func (s *Service) base(r *http.Request) string {
	if s.options.Public != "" {
		return s.options.Public
	}
	return "http://" + r.Host
}
