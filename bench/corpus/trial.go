package main

import (
	"bytes"
	"crypto/sha256"
	"errors"
	"fmt"
	"io/fs"
	"math/rand/v2"
	"os"
	"os/exec"
	"path/filepath"
	"syscall"
	"time"

	"rolecall/corpus/document"
	"rolecall/corpus/input"
	"rolecall/corpus/table"
)

// trial runs the program over an archive.
type trial struct {
	options
	dir, program, archive string
}

// cost is what a run took.
type cost struct {
	time, processor time.Duration
	// memory is the most that the process had of its own, in bytes: the index of names, which
	// is mapped and which all processes share, not included. It is 0 where the system does
	// not say.
	memory int64
	killed bool
}

func (t trial) run() error {
	var first cost
	for _, workers := range []int{1, 2} {
		out := filepath.Join(t.dir, fmt.Sprintf("out%d", workers))
		c, err := t.check(out, workers, 0)
		if err != nil {
			return err
		}
		t.tell(fmt.Sprintf("%d at a time", workers), c)
		if workers == 1 {
			first = c
			continue
		}
		fmt.Printf("two at a time are %.2f times as fast\n", first.time.Seconds()/c.time.Seconds())
		if err := t.same(filepath.Join(t.dir, "out1"), out, "one and two at a time"); err != nil {
			return err
		}
	}
	if t.kills == 0 {
		return nil
	}
	return t.killed(first.time)
}

func (t trial) tell(what string, c cost) {
	n := float64(t.articles)
	fmt.Printf("%s: %7.1f s, %6.1f articles a second, %6.1f a second of processor, %4d MB\n", what, c.time.Seconds(), n/c.time.Seconds(), n/c.processor.Seconds(), c.memory>>20)
}

// runOnBeam does the same on Prism, and compares the tables with those of one machine, and what
// is reported of both, as the groups of copies stand in no table of one machine.
func (t trial) runOnBeam(program string) error {
	if err := t.count(); err != nil {
		return err
	}
	one, many := filepath.Join(t.dir, "out1"), filepath.Join(t.dir, "beam")
	c, err := measured(exec.Command(program, t.withCatalog("--out", many, t.archive)...), 0)
	if err != nil {
		return err
	}
	t.tell("on Beam", c)
	if err := t.same(one, many, "one machine and Beam"); err != nil {
		return err
	}
	var reports [2][]byte
	for i, dir := range []string{one, many} {
		report := exec.Command(t.program, t.withCatalog("corpus", "report", dir, "--by", "outlet,month,author", "--format", "json")...)
		if reports[i], err = report.Output(); err != nil {
			return fmt.Errorf("report on %s: %w", dir, err)
		}
	}
	if !bytes.Equal(reports[0], reports[1]) {
		return errors.New("one machine and Beam: the reports differ")
	}
	fmt.Printf("one machine and Beam: the reports are the same (%d bytes)\n", len(reports[0]))
	return nil
}

// count reads all documents and nothing of what they say, as the first step on Beam does.
func (t trial) count() error {
	files, err := input.Find([]string{t.archive}, input.Options{})
	if err != nil {
		return err
	}
	counted, began := 0, time.Now()
	for _, f := range files {
		f.Read(input.Options{}, func(document.Document) bool { counted++; return true })
	}
	fmt.Printf("counting takes %.2f s: %.0f articles a second\n", time.Since(began).Seconds(), float64(counted)/time.Since(began).Seconds())
	return nil
}

// withCatalog are arguments and the catalog that is measured by.
func (t trial) withCatalog(arguments ...string) []string {
	catalog := t.catalog
	if catalog == "" {
		catalog = "starter"
	}
	arguments = append(arguments, "--catalog", catalog)
	if t.memory != "" {
		arguments = append(arguments, "--memory", t.memory)
	}
	return arguments
}

// check runs rolecall corpus check, and kills it after a time that is not 0.
func (t trial) check(out string, workers int, after time.Duration) (c cost, err error) {
	return measured(exec.Command(t.program, t.withCatalog("corpus", "check", t.archive, "--out", out, "--workers", fmt.Sprint(workers))...), after)
}

// measured runs a command, and kills it after a time that is not 0.
func measured(command *exec.Cmd, after time.Duration) (c cost, err error) {
	var said bytes.Buffer
	command.Stdout, command.Stderr = &said, &said
	began := time.Now()
	if err := command.Start(); err != nil {
		return c, err
	}
	if after > 0 {
		timer := time.AfterFunc(after, func() { command.Process.Signal(syscall.SIGKILL) })
		defer timer.Stop()
	}
	ended, told := make(chan struct{}), make(chan int64)
	go func() { told <- mostMemory(command.Process.Pid, ended) }()
	err = command.Wait()
	close(ended)
	c.memory = <-told
	c.time = time.Since(began)
	if state, is := command.ProcessState.Sys().(syscall.WaitStatus); is && state.Signaled() {
		c.killed, err = true, nil
	}
	c.processor = command.ProcessState.UserTime() + command.ProcessState.SystemTime()
	if err != nil {
		return c, fmt.Errorf("%w: %s", err, &said)
	}
	return c, nil
}

// mostMemory looks at a process until it has ended.
func mostMemory(pid int, ended <-chan struct{}) (most int64) {
	tick := time.NewTicker(100 * time.Millisecond)
	defer tick.Stop()
	for {
		select {
		case <-ended:
			return most
		case <-tick.C:
		}
		status, err := os.ReadFile(fmt.Sprintf("/proc/%d/status", pid))
		if err != nil {
			continue
		}
		var kilobytes int64
		if _, after, found := bytes.Cut(status, []byte("RssAnon:")); found {
			fmt.Sscanf(string(after), "%d kB", &kilobytes)
		}
		most = max(most, kilobytes<<10)
	}
}

// killed kills a run at random moments and lets it end.
func (t trial) killed(whole time.Duration) error {
	out := filepath.Join(t.dir, "killed")
	for n := range t.kills {
		after := time.Duration(rand.Int64N(int64(2*whole)/int64(t.kills))) + 3*time.Second
		c, err := t.check(out, 2, after)
		if err != nil {
			return err
		}
		if !c.killed {
			fmt.Printf("it ended after %d kills\n", n)
			break
		}
	}
	if _, err := t.check(out, 2, 0); err != nil {
		return err
	}
	return t.same(filepath.Join(t.dir, "out1"), out, "undisturbed and killed")
}

// same compares the tables of two runs byte for byte.
func (t trial) same(one, other, what string) error {
	a, err := digest(one)
	if err != nil {
		return err
	}
	b, err := digest(other)
	if err != nil {
		return err
	}
	if a != b {
		return errors.New(what + ": the tables differ")
	}
	fmt.Printf("%s: the tables are the same, byte for byte (sha256 %.12x)\n", what, a)
	return nil
}

// digest is that of the files of all tables of documents, in the order of their names.
func digest(dir string) (sum [sha256.Size]byte, err error) {
	all := sha256.New()
	err = filepath.WalkDir(dir, func(path string, e fs.DirEntry, err error) error {
		if err != nil || e.IsDir() || filepath.Dir(path) == dir || filepath.Base(filepath.Dir(path)) == table.Copies.Name {
			return err
		}
		content, err := os.ReadFile(path)
		fmt.Fprintf(all, "%s %d\n", path[len(dir):], len(content))
		all.Write(content)
		return err
	})
	return [sha256.Size]byte(all.Sum(nil)), err
}
