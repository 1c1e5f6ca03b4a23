package contract

import (
	"go/ast"
	"go/parser"
	"go/token"
	"path/filepath"
	"reflect"
	"strconv"
	"strings"
	"testing"
)

// A program must be able to read from a type what it will get, and a person what it
// means: every type has a comment and every field a name in JSON and a meaning; none is
// "any" or a number written as text, none embeds what is not exported, and none writes
// itself.
func TestEveryTypeCanBeRead(t *testing.T) {
	names, err := filepath.Glob("*.go")
	if err != nil {
		t.Fatal(err)
	}
	types := 0
	for _, name := range names {
		if strings.HasSuffix(name, "_test.go") {
			continue
		}
		file, err := parser.ParseFile(token.NewFileSet(), name, nil, parser.ParseComments)
		if err != nil {
			t.Fatal(err)
		}
		for _, declaration := range file.Decls {
			switch d := declaration.(type) {
			case *ast.FuncDecl:
				if d.Recv != nil {
					t.Errorf("%s: a type of the contract does nothing", d.Name)
				}
			case *ast.GenDecl:
				for _, spec := range d.Specs {
					if one, is := spec.(*ast.TypeSpec); is {
						types++
						readable(t, one, d.Doc)
					}
				}
			}
		}
	}
	if types < 50 {
		t.Errorf("only %d types were looked at", types)
	}
}

func readable(t *testing.T, one *ast.TypeSpec, comment *ast.CommentGroup) {
	name := one.Name.Name
	if !strings.HasPrefix(comment.Text(), name+" is") && !strings.HasPrefix(comment.Text(), name+" are") {
		t.Errorf("%s: its comment does not say what it is", name)
	}
	if !one.Name.IsExported() {
		t.Errorf("%s is not exported", name)
	}
	fields, is := one.Type.(*ast.StructType)
	if !is {
		return
	}
	for _, field := range fields.Fields.List {
		if len(field.Names) == 0 {
			embedded, selector := field.Type.(*ast.Ident)
			if selector && !embedded.IsExported() {
				t.Errorf("%s embeds %s", name, embedded.Name)
			}
			continue
		}
		where := name + "." + field.Names[0].Name
		if field.Tag == nil {
			t.Errorf("%s has no name in JSON", where)
			continue
		}
		text, err := strconv.Unquote(field.Tag.Value)
		tag := reflect.StructTag(text)
		if meaning := tag.Get("doc"); err != nil || tag.Get("json") == "" || !strings.HasSuffix(meaning, ".") {
			t.Errorf("%s: %s: it has no name in JSON, or no meaning in a sentence", where, text)
		}
		ast.Inspect(field.Type, func(n ast.Node) bool {
			switch part := n.(type) {
			case *ast.InterfaceType, *ast.StructType:
				t.Errorf("%s is of no type that has a name", where)
			case *ast.Ident:
				if part.Name == "any" || part.Name == "Number" || part.Name == "RawMessage" {
					t.Errorf("%s is %s", where, part.Name)
				}
			}
			return true
		})
	}
}
