package main

import (
	"errors"
	"fmt"
	"os"

	"github.com/spf13/pflag"

	"rolecall/catalog"
	"rolecall/press"
	"rolecall/press/witness"
)

// modelFlags name a language model to ask beside Rolecall's own reader.
type modelFlags struct{ server, name string }

func (f *modelFlags) add(flags *pflag.FlagSet) {
	flags.StringVar(&f.server, "model-server", "", "ask a language model too, on the server at this address")
	flags.StringVar(&f.name, "model", "", "the model's name on its server")
}

// check refuses one flag without the other.
func (f modelFlags) check() error {
	switch {
	case f.server == "" && f.name != "":
		return errors.New("--model names a model: say where it is with --model-server URL")
	case f.server != "" && f.name == "":
		return errors.New("a model server has several models: name one with --model NAME")
	}
	return nil
}

// modelKey is the variable with the key of a model server. There is no flag for it, as others
// on the machine can see what is typed.
const modelKey = "ROLECALL_MODEL_KEY"

// asking is the library that asks the model, if one is named, and tells how far that is
// until heard is called.
func (a *app) asking(l press.Library, f modelFlags) (asking press.Library, heard func(), err error) {
	if f.server == "" {
		return l, func() {}, nil
	}
	s, err := witness.New(f.server, f.name, os.Getenv(modelKey))
	if err != nil {
		return l, nil, fmt.Errorf("--model-server: %w", err)
	}
	told := a.showProgress()
	var reading catalog.Phase
	s.Watch(func(done, of int) {
		switch done {
		case 0:
			reading = told.Begin("asking "+f.name+" about passages", catalog.Parts, int64(of))
		case of:
			reading.End()
		default:
			reading.At(int64(done))
		}
	})
	return l.Asking(s), told.end, nil
}
