package standard

import (
	"errors"
	"fmt"
	"strings"

	"cel.dev/cel-go/cel"
)

// compile checks the type of an expression and makes it ready to run. The error
// says where in the expression the fault is.
func compile(in *cel.Env, text string, want ...*cel.Type) (*expression, error) {
	checked, issues := in.Compile(text)
	if issues.Err() != nil {
		return nil, expressionFault(text, issues)
	}
	if !isOneOf(checked.OutputType(), want) {
		return nil, fmt.Errorf("“%s” is a %s; %s", text, checked.OutputType(), wanted(want))
	}
	program, err := in.Program(checked, cel.EvalOptions(cel.OptExhaustiveEval), cel.CostLimit(mostSteps))
	if err != nil {
		return nil, fmt.Errorf("“%s”: %w", text, err)
	}
	e := &expression{text: text, program: program}
	switch e.inspect(checked); {
	case e.fault != nil:
		return nil, fmt.Errorf("“%s”: %w", text, e.fault)
	case e.empty:
		return nil, fmt.Errorf("“%s” has points of no criterion: name at least one", text)
	case len(e.names) == 0:
		return nil, fmt.Errorf("“%s” comes out the same for every title: count something", text)
	}
	return e, nil
}

func isOneOf(t *cel.Type, want []*cel.Type) bool {
	for _, w := range want {
		if t.IsExactType(w) {
			return true
		}
	}
	return false
}

func wanted(want []*cel.Type) string {
	if want[0] == cel.BoolType {
		return "compare it with a number, as in people(director) >= 1"
	}
	return "a count or a share is wanted, as in people(director) or share(people(director))"
}

// expressionFault puts CEL's report into one line.
func expressionFault(text string, issues *cel.Issues) error {
	first := issues.Errors()[0]
	message := strings.ReplaceAll(first.Message, "\n", " ")
	message = strings.ReplaceAll(message, " (in container '')", "")
	if name, undeclared := undeclaredName(message); undeclared {
		message = absent(name)
	}
	if first.Location == nil || first.Location.Line() < 1 {
		return errors.New(message)
	}
	return fmt.Errorf("“%s”, at character %d: %s", shortened(text), first.Location.Column()+1, message)
}

func undeclaredName(message string) (name string, found bool) {
	_, after, found := strings.Cut(message, "undeclared reference to '")
	name, _, _ = strings.Cut(after, "'")
	return name, found
}

// absent says that the language has no such name or operator.
func absent(name string) string {
	if operator := strings.Trim(name, "_"); operator == "==" || operator == "!=" {
		return fmt.Sprintf("there is no %s: compare with >=, >, <= or <", operator)
	}
	return "there is no " + name
}

// shortened is an expression as a message quotes it.
func shortened(text string) string {
	const most = 60
	if letters := []rune(text); len(letters) > most {
		return string(letters[:most]) + "…"
	}
	return text
}
