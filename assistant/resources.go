package assistant

import (
	"context"

	"github.com/modelcontextprotocol/go-sdk/mcp"

	"rolecall/docs"
	"rolecall/phrase/sentence"
	"rolecall/render"
	"rolecall/standard"
)

// The addresses of what can be read.
const (
	methodAddress    = "rolecall://method"
	standardsAddress = "rolecall://standards"
)

const markdownKind = "text/markdown"

// addResources adds the method, the list of the standards, and each standard.
func (s *Service) addResources() {
	s.addResource(methodAddress, "method", "How Rolecall counts", "All the rules of counting: units, bounds, statements, what is never inferred.",
		func() (string, error) { return string(docs.Method), nil })
	s.addResource(standardsAddress, "standards", "Published standards", "The standards by which titles are assessed.",
		func() (string, error) { return written(render.Standards{Set: standard.Shipped()}.Blocks()) })
	for _, one := range standard.Shipped() {
		s.addResource(standardsAddress+"/"+one.ID, one.ID, one.Name, sentence.Publisher(one)+". How it is read, what it cannot see, and where it can be checked.",
			func() (string, error) { return written(render.StandardRead(one)) })
	}
}

func (s *Service) addResource(address, name, title, about string, text func() (string, error)) {
	resource := &mcp.Resource{URI: address, Name: name, Title: title, Description: about, MIMEType: markdownKind}
	s.server.AddResource(resource, func(context.Context, *mcp.ReadResourceRequest) (*mcp.ReadResourceResult, error) {
		words, err := text()
		if err != nil {
			return nil, err
		}
		return &mcp.ReadResourceResult{Contents: []*mcp.ResourceContents{{URI: address, MIMEType: markdownKind, Text: words}}}, nil
	})
}
