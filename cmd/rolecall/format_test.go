package main

import (
	"bytes"
	"strings"
	"testing"

	"rolecall/format"
)

// A format that is registered is in the help, in what the shell completes, in what is
// read and in what errors list.
func TestAFormatIsSeenEverywhere(t *testing.T) {
	withdraw := format.Register(format.Format{Word: "shout", Name: "Shouting", About: "all in capitals", Ending: ".shout", Kind: "text/shout", Write: func(s format.Screen, a format.Answer) error {
		_, err := s.Out.Write([]byte("STANDARD " + strings.ToUpper(a.Rows().Columns[1].Name)))
		return err
	}})
	defer withdraw()
	for _, c := range []struct {
		args string
		code int
		says string
	}{
		{"--help", 0, "how to write the answer: table, json, csv, md, jsonl, parquet or shout"},
		{"__complete assess --list --format sh", 0, "shout\tall in capitals\n"},
		{"assess --list --format shout", 0, "STANDARD NAME"},
		{"assess --list --format whisper", 2, "choose table, json, csv, md, jsonl, parquet or shout"},
	} {
		var out bytes.Buffer
		if code := run(t.Context(), strings.Fields(c.args), &out, &out); code != c.code || !strings.Contains(out.String(), c.says) {
			t.Errorf("rolecall %s: code %d, %s", c.args, code, out.String())
		}
	}
}
