package main

import (
	"context"
	"fmt"
	"os"
	"regexp"
	"slices"

	"rolecall"
	"rolecall/press"
	"rolecall/press/claims"
	"rolecall/press/english"
	"rolecall/press/witness"
)

// everything, as the address of a model server, is the worst witness there can be.
const everything = "everything"

// asking is the library with the witness that -model-server names, if it names one.
func asking(l press.Library, server, model string) (press.Library, error) {
	switch server {
	case "":
		return l, nil
	case everything:
		return l.Asking(liar{}), nil
	}
	w, err := witness.New(server, model, os.Getenv("ROLECALL_MODEL_KEY"))
	if err != nil {
		return l, fmt.Errorf("-model-server: %w", err)
	}
	return l.Asking(w), nil
}

// liar is a witness that says of everybody whom a text names that they did every job on
// everything it names, and that they did not. What gets past the reader and the gate then is
// what a model could at worst bring about.
type liar struct{}

func (liar) Name() string { return everything }

var capitalised = regexp.MustCompile(`\p{Lu}[\p{L}'’.-]*(?: (?:(?:of|the|a|in|and) )?\p{Lu}[\p{L}'’.-]*)*`)

// mostNames of a text bound what is said of it.
const mostNames = 12

func (liar) Testify(_ context.Context, text string, sentences []english.Sentence) (witness.Heard, error) {
	var names []string
	for _, name := range capitalised.FindAllString(text, -1) {
		if !slices.Contains(names, name) && len(names) < mostNames {
			names = append(names, name)
		}
	}
	heard := witness.Heard{Passages: 1}
	for _, s := range sentences {
		for _, person := range names {
			for _, title := range names {
				for _, role := range []rolecall.Role{rolecall.Director, rolecall.Writer, rolecall.Creator, rolecall.Cast} {
					t := claims.Testimony{Span: s.Span, Kind: claims.Credit, Title: title, Person: person, Role: role}
					denied := t
					denied.Negated = true
					heard.Testimony = append(heard.Testimony, t, denied)
				}
			}
		}
	}
	return heard, nil
}
