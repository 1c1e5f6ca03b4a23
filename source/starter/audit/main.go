// Command audit helps a person to check the starter's facts against the pages that they
// cite. Run it in the root of the repository:
//
//	go run ./source/starter/audit -seed 7 -sample 40 -sheet sheet.csv
//	go run ./source/starter/audit -record sheet.csv -reader "Ada L."
//	go run ./source/starter/audit -rules
//
// The first prints a sample of the rows with the addresses to open, the same for the same
// seed and facts, and writes it as a sheet with an empty column for the outcome. The second
// takes the filled sheet into facts/audit.csv and says the error rate. The third holds all
// rows to rules that a script can check, and prints what a person should look at.
package main

import (
	"errors"
	"flag"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"time"

	"rolecall/source/starter"
)

// recordFile is where outcomes are kept, in the folder of facts.
const recordFile = "audit.csv"

type options struct {
	facts         string
	seed          uint64
	sample        int
	sheet, record string
	reader        string
	rules         bool
}

func main() {
	var o options
	flag.StringVar(&o.facts, "facts", "source/starter/facts", "the folder of facts")
	flag.Uint64Var(&o.seed, "seed", 1, "which sample; another seed draws other rows")
	flag.IntVar(&o.sample, "sample", 40, "how many rows to draw")
	flag.StringVar(&o.sheet, "sheet", "", "write the sample to this CSV file, to be filled in")
	flag.StringVar(&o.record, "record", "", "take this filled sheet into the record")
	flag.StringVar(&o.reader, "reader", "", "who opened the pages; needed with -record")
	flag.BoolVar(&o.rules, "rules", false, "hold all rows to the rules instead")
	flag.Parse()
	if err := run(o, os.Stdout); err != nil {
		fmt.Fprintln(os.Stderr, "audit:", err)
		os.Exit(1)
	}
}

func run(o options, out io.Writer) error {
	facts, err := starter.Read(os.DirFS(o.facts))
	if err != nil {
		return err
	}
	switch {
	case o.rules:
		return printFindings(out, facts)
	case o.record != "":
		if o.reader == "" {
			return errors.New("say with -reader who opened the pages")
		}
		return o.take(out)
	}
	drawn := draw(rowsOf(facts), o.seed, o.sample)
	for i, r := range drawn {
		fmt.Fprintf(out, "%d. %s\n", i+1, r.Says)
		for _, address := range r.addresses {
			fmt.Fprintf(out, "   %s\n", address)
		}
	}
	if o.sheet == "" {
		return nil
	}
	return writeSheet(o.sheet, o.seed, drawn)
}

// take adds a filled sheet to the record and says what the record comes to.
func (o options) take(out io.Writer) error {
	filled, err := readSheet(o.record)
	if err != nil {
		return err
	}
	for i := range filled {
		filled[i].Day, filled[i].Reader = time.Now().UTC().Format(time.DateOnly), o.reader
	}
	all, err := addTo(filepath.Join(o.facts, recordFile), filled)
	if err != nil {
		return err
	}
	fmt.Fprintf(out, "this sheet: %s\nall so far: %s\n", rate(filled), rate(all))
	return nil
}

func printFindings(out io.Writer, facts *starter.Facts) error {
	for _, r := range rules {
		found := r.find(facts)
		fmt.Fprintf(out, "%s: %d\n", r.asks, len(found))
		for _, f := range found {
			fmt.Fprintf(out, "  %s\n", f)
		}
	}
	return nil
}
