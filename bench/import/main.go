// Command import measures "rolecall import imdb" on generated data of IMDb's
// shape: wall time and processor time, the largest memory held, the size of what is
// written, beside the time gzip takes to unpack the same files and the time DuckDB's own
// reader takes to read them, all in one run. Where others use the machine too, processor
// time is the fairer figure.
//
//	go run ./bench/import -scale 0.1
//	go run ./bench/import -scale 1 -dir /large/disk     (keeps the data for the next run)
package main

import (
	"bytes"
	"database/sql"
	"flag"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"syscall"
	"time"

	_ "github.com/duckdb/duckdb-go/v2"
)

func main() {
	scale := flag.Float64("scale", 0.1, "share of IMDb's size")
	dir := flag.String("dir", "", "keep the generated data here (default a temporary folder)")
	flag.Parse()
	if err := measure(*scale, *dir); err != nil {
		fmt.Fprintln(os.Stderr, "bench/import:", err)
		os.Exit(1)
	}
}

func measure(scale float64, dir string) error {
	work, err := os.MkdirTemp(dir, "rolecall-bench")
	if err != nil {
		return err
	}
	defer os.RemoveAll(work)
	data := filepath.Join(work, "imdb")
	if dir != "" {
		data = filepath.Join(dir, fmt.Sprintf("imdb-%g", scale))
	}
	program, catalog := filepath.Join(work, "rolecall"), filepath.Join(work, "catalog.duckdb")
	if err := run("go", "build", "-o", program, "./cmd/rolecall"); err != nil {
		return err
	}
	if files, _ := filepath.Glob(filepath.Join(data, "title.*.gz")); len(files) == 0 {
		if err := run("go", "run", "./bench/generate", "-scale", fmt.Sprint(scale), "-seed", "1", "-dir", data, "-without", "akas"); err != nil {
			return err
		}
	}
	files, err := filepath.Glob(filepath.Join(data, "*.tsv.gz"))
	if err != nil {
		return err
	}
	gzip := exec.Command("sh", "-c", "for f in "+strings.Join(files, " ")+"; do gzip -dc $f > /dev/null; done")
	unpacked, err := timed(gzip)
	if err != nil {
		return err
	}
	began := time.Now()
	if err := readWithDuckDB(files); err != nil {
		return err
	}
	read := cost{wall: time.Since(began)}
	command := exec.Command(program, "import", "imdb", data, "--without", "akas", "--catalog", catalog)
	command.Stderr = os.Stderr
	imported, err := timed(command)
	if err != nil {
		return err
	}
	unpacked.report("gzip -dc of the files", unpacked)
	read.report("DuckDB's reader: every column, nothing kept", unpacked)
	imported.report("rolecall import imdb", unpacked)
	if usage, ok := command.ProcessState.SysUsage().(*syscall.Rusage); ok {
		fmt.Printf("%-46s %8.0f MiB\n", "largest memory of the import", float64(usage.Maxrss)/1024)
	}
	for _, written := range [][2]string{{"catalog", "catalog.duckdb"}, {"what is looked up by number", "*.rows"}, {"names", "*.names"}} {
		files, _ := filepath.Glob(filepath.Join(work, written[1]))
		for _, file := range files {
			if stat, err := os.Stat(file); err == nil {
				fmt.Printf("%-46s %8.0f MiB\n", written[0], float64(stat.Size())/(1<<20))
			}
		}
	}
	return nil
}

func run(name string, args ...string) error {
	var faults bytes.Buffer
	c := exec.Command(name, args...)
	c.Stderr = &faults
	if err := c.Run(); err != nil {
		return fmt.Errorf("%s: %w\n%s", name, err, faults.String())
	}
	return nil
}

// cost is what something took; processor time is 0 where it is not known.
type cost struct{ wall, processor time.Duration }

// timed runs a command.
func timed(c *exec.Cmd) (cost, error) {
	began := time.Now()
	err := c.Run()
	if c.ProcessState == nil {
		return cost{}, err
	}
	return cost{time.Since(began), c.ProcessState.UserTime() + c.ProcessState.SystemTime()}, err
}

// readWithDuckDB reads every column of every file, as DuckDB does by itself.
func readWithDuckDB(files []string) error {
	db, err := sql.Open("duckdb", "")
	if err != nil {
		return err
	}
	defer db.Close()
	for _, file := range files {
		text := fmt.Sprintf(`SELECT bit_xor(hash(COLUMNS(*))) FROM read_csv('%s', delim = '\t', quote = '', escape = '', header = true, nullstr = '\N', all_varchar = true)`, file)
		rows, err := db.Query(text)
		if err != nil {
			return err
		}
		if err := rows.Close(); err != nil {
			return err
		}
	}
	return nil
}

func (c cost) report(what string, beside cost) {
	line := fmt.Sprintf("%-46s %8.1f s   %.1f × gzip", what, c.wall.Seconds(), c.wall.Seconds()/beside.wall.Seconds())
	if c.processor > 0 {
		line += fmt.Sprintf("   %8.1f s of processor   %.1f × gzip", c.processor.Seconds(), c.processor.Seconds()/beside.processor.Seconds())
	}
	fmt.Println(line)
}
