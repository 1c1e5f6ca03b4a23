// Command claims measures how well claims are found: precision, recall and F1 by
// kind, on labelled texts.
//
// heldout.jsonl was written before the wordings and nobody looks at what goes wrong
// in it, only at its figures. dev.jsonl is for finding faults: -show lists them. A
// claim counts as found if its kind is that of the label and the two stretches
// overlap; of credits, the person and the role must agree too, and of the others the
// value where the label has a number. Roles "star" and "cast" count as one.
package main

import (
	"bufio"
	"bytes"
	"cmp"
	"context"
	_ "embed"
	"encoding/json"
	"flag"
	"fmt"
	"io"
	"math"
	"os"
	"strings"

	"rolecall"
	"rolecall/press"
	"rolecall/press/article"
	"rolecall/press/claims"
	"rolecall/press/english"
	"rolecall/source/starter"

	"rolecall/catalog"
)

//go:embed dev.jsonl
var dev []byte

//go:embed heldout.jsonl
var heldOut []byte

// text is a labelled text.
type text struct {
	ID     string  `json:"id"`
	Title  string  `json:"title"`
	Theme  string  `json:"theme"`
	Text   string  `json:"text"`
	Claims []label `json:"claims"`
}

// label is a claim as a reader found it.
type label struct {
	Quote   string      `json:"quote"`
	Kind    claims.Kind `json:"kind"`
	Person  string      `json:"person"`
	Role    string      `json:"role"`
	Gender  string      `json:"gender"`
	Value   any         `json:"value"`
	Season  int         `json:"season"`
	Title   string      `json:"title"`
	Negated bool        `json:"negated"`
	Verdict string      `json:"verdict"`
	Note    string      `json:"note"`
}

func main() {
	show := flag.Bool("show", false, "list what is missed and what is found wrongly in the development texts")
	more := flag.String("also", "../shared/data/claims/dev.jsonl", "more labelled texts, for development figures; left out where absent")
	flag.Parse()
	if err := run(context.Background(), os.Stdout, *show, *more); err != nil {
		fmt.Fprintln(os.Stderr, "claims:", err)
		os.Exit(1)
	}
}

func run(ctx context.Context, out io.Writer, show bool, more string) error {
	c, err := starterCatalog(ctx)
	if err != nil {
		return err
	}
	defer c.Close()
	library := press.InCatalog(c)
	sets := []struct {
		name  string
		lines []byte
		show  bool
	}{{"development", dev, show}, {"held out", heldOut, false}}
	if lines, err := os.ReadFile(more); err == nil {
		sets = append(sets, struct {
			name  string
			lines []byte
			show  bool
		}{more + " (development)", lines, show})
	}
	for _, set := range sets {
		texts, err := read(set.lines)
		if err != nil {
			return fmt.Errorf("%s: %w", set.name, err)
		}
		s := newScores()
		for _, t := range texts {
			if err := s.add(ctx, library, t, set.show, out); err != nil {
				return err
			}
		}
		s.print(out, fmt.Sprintf("%s: %d texts", set.name, len(texts)))
	}
	return nil
}

func starterCatalog(ctx context.Context) (*catalog.Catalog, error) {
	dir, err := os.MkdirTemp("", "claims")
	if err != nil {
		return nil, err
	}
	defer os.RemoveAll(dir)
	path := dir + "/starter.duckdb"
	if err := catalog.Build(ctx, path, catalog.Recipe{Name: starter.Name, Fill: starter.Fill}); err != nil {
		return nil, err
	}
	return catalog.Open(ctx, path)
}

func read(lines []byte) ([]text, error) {
	var texts []text
	scanner := bufio.NewScanner(bytes.NewReader(lines))
	scanner.Buffer(nil, 1<<20)
	for n := 1; scanner.Scan(); n++ {
		var t text
		if err := json.Unmarshal(scanner.Bytes(), &t); err != nil {
			return nil, fmt.Errorf("line %d: %w", n, err)
		}
		texts = append(texts, t)
	}
	return texts, scanner.Err()
}

// score counts of one kind: right are found as labelled, found is all that was found,
// labelled all labels.
type score struct{ right, found, labelled int }

type scores struct {
	kinds    map[string]*score
	verdicts map[string]*score
}

func newScores() scores { return scores{make(map[string]*score), make(map[string]*score)} }

func at(m map[string]*score, name string) *score {
	if m[name] == nil {
		m[name] = &score{}
	}
	return m[name]
}

func (s scores) add(ctx context.Context, c press.Library, t text, show bool, out io.Writer) error {
	full := t.Text
	if t.Title != "" {
		full = strings.TrimPrefix(t.Title, "[reworded] ") + "\n\n" + t.Text
	}
	report, err := press.Check(ctx, c, article.Plain(full))
	if err != nil {
		return fmt.Errorf("%s: %w", t.ID, err)
	}
	offset := len(full) - len(t.Text)
	taken := make(map[int]bool)
	for _, l := range t.Claims {
		at(s.kinds, string(l.Kind)).labelled++
		i := match(report.Claims, l, t.Text, offset, taken)
		if i < 0 {
			if show {
				fmt.Fprintf(out, "%s MISSED %s: %s (%s %s %v)\n", t.ID, l.Kind, l.Quote, l.Role, l.Person, l.Value)
			}
			continue
		}
		taken[i] = true
		at(s.kinds, string(l.Kind)).right++
		if l.Verdict != "" {
			v := at(s.verdicts, l.Verdict)
			v.labelled++
			at(s.verdicts, string(report.Claims[i].Verdict)).found++
			if string(report.Claims[i].Verdict) == l.Verdict {
				v.right++
			} else if show {
				fmt.Fprintf(out, "%s VERDICT %s, not %s: %s: %s\n", t.ID, report.Claims[i].Verdict, l.Verdict, l.Quote, report.Claims[i].Reason)
			}
		}
	}
	for i, f := range report.Claims {
		if f.Start < offset {
			continue // the headline is not labelled
		}
		at(s.kinds, string(f.Kind)).found++
		if show && !taken[i] {
			fmt.Fprintf(out, "%s WRONG %s: %s (%s %s %v)\n", t.ID, f.Kind, f.Quote, f.Role, f.Person, f.Value)
		}
	}
	return nil
}

// match is the place of the claim found that a label means, or -1.
func match(found []press.Claim, l label, text string, offset int, taken map[int]bool) int {
	best, most := -1, 0
	for start := 0; ; {
		i := strings.Index(text[start:], l.Quote)
		if i < 0 {
			return best
		}
		span := english.Span{Start: offset + start + i, End: offset + start + i + len(l.Quote)}
		for n, f := range found {
			if taken[n] || f.Kind != l.Kind || !agrees(f, l) {
				continue
			}
			if shared := min(f.End, span.End) - max(f.Start, span.Start); shared > most {
				best, most = n, shared
			}
		}
		start += i + 1
	}
}

func agrees(f press.Claim, l label) bool {
	if l.Kind == claims.Credit {
		return surname(f.Person) == surname(l.Person) && front(string(f.Role)) == front(l.Role)
	}
	if v, isNumber := l.Value.(float64); isNumber && f.Value != nil {
		return math.Abs(*f.Value-v) < 1
	}
	return true
}

func front(role string) string {
	if role == string(claims.Star) {
		return string(rolecall.Cast)
	}
	return role
}

func surname(name string) string {
	fields := strings.Fields(strings.ToLower(name))
	if len(fields) == 0 {
		return ""
	}
	return fields[len(fields)-1]
}

func (s scores) print(out io.Writer, heading string) {
	fmt.Fprintf(out, "\n%s\n%-14s %9s %7s %6s %7s %6s %9s\n", heading, "", "precision", "recall", "F1", "right", "found", "labelled")
	var all score
	for _, k := range claims.Kinds() {
		n := at(s.kinds, string(k))
		n.print(out, string(k))
		all.right, all.found, all.labelled = all.right+n.right, all.found+n.found, all.labelled+n.labelled
	}
	all.print(out, "all")
	for _, v := range []string{"supported", "contradicted", "unverifiable"} {
		if n := s.verdicts[v]; n != nil {
			n.print(out, v)
		}
	}
}

func (n score) print(out io.Writer, name string) {
	precision, recall := part(n.right, n.found), part(n.right, n.labelled)
	f1 := 0.0
	if precision+recall > 0 {
		f1 = 2 * precision * recall / (precision + recall)
	}
	fmt.Fprintf(out, "%-14s %9.3f %7.3f %6.3f %7d %6d %9d\n", name, precision, recall, f1, n.right, n.found, n.labelled)
}

func part(n, of int) float64 { return float64(n) / float64(cmp.Or(of, 1)) }
