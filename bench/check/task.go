package main

import (
	"bytes"
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"os"
	"os/exec"
	"slices"
	"strconv"
	"strings"
	"syscall"
	"time"

	"rolecall/catalog"
	"rolecall/format"
	"rolecall/press"
	"rolecall/press/article"
	"rolecall/render"
)

// task is to check one text so many times by a catalog.
type task struct {
	Catalog string
	Runs    int
}

// measurement is what checking a text cost.
type measurement struct {
	// Walls are the times of the clock, and Processor the mean time of the processor.
	Walls     []time.Duration
	Processor time.Duration
	// Memory is the most that the process held, Answer the length of the answer as JSON,
	// both in bytes.
	Memory int64
	Answer int
	Claims int
}

// wall is the time of the clock that so large a part of the runs took at most.
func (m measurement) wall(part float64) time.Duration {
	sorted := slices.Sorted(slices.Values(m.Walls))
	return sorted[min(int(part*float64(len(sorted))), len(sorted)-1)]
}

// patience is how many times the cut-off may pass by the clock: a machine may have other
// things to do, but a program that waits must end too.
const patience = 6

// run measures in a process of its own, so that its memory is known and that it can be
// ended when it takes too long.
func (t task) run(ctx context.Context, text string, cutoff time.Duration) (measurement, error) {
	program, err := os.Executable()
	if err != nil {
		return measurement{}, err
	}
	limited, cancel := context.WithTimeout(ctx, patience*cutoff)
	defer cancel()
	command := exec.CommandContext(limited, program, "-measure-by", t.Catalog, "-measure-runs", strconv.Itoa(t.Runs), "-cutoff", cutoff.String())
	var answer, faults bytes.Buffer
	command.Stdin, command.Stdout, command.Stderr = strings.NewReader(text), &answer, &faults
	err = command.Run()
	var ended *exec.ExitError
	switch {
	case errors.As(err, &ended) && !ended.Exited():
		return measurement{}, fmt.Errorf("more than %s", cutoff)
	case err != nil:
		return measurement{}, fmt.Errorf("%w: %s", err, bytes.TrimSpace(faults.Bytes()))
	}
	var m measurement
	return m, json.Unmarshal(answer.Bytes(), &m)
}

// warmUp is checked first, so that what is made once is not measured.
const warmUp = "Susanne Bier directed The Night Manager."

// measure is the other side of run.
func (t task) measure(ctx context.Context, in io.Reader, out io.Writer) error {
	text, err := io.ReadAll(in)
	if err != nil {
		return err
	}
	c, err := catalog.Open(ctx, t.Catalog)
	if err != nil {
		return err
	}
	defer c.Close()
	library := press.InCatalog(c)
	if _, err := press.Check(ctx, library, article.Plain(warmUp)); err != nil {
		return err
	}
	var m measurement
	before := used()
	for range t.Runs {
		began := time.Now()
		a, err := article.Read(bytes.NewReader(text))
		if err != nil {
			return err
		}
		report, err := press.Check(ctx, library, a)
		if err != nil {
			return err
		}
		var answer counter
		if err := render.Write(format.Screen{Out: &answer}, format.JSON, render.Check{Reports: []press.Report{report}, Text: true, Quotes: true, Catalog: c.Info()}); err != nil {
			return err
		}
		m.Walls = append(m.Walls, time.Since(began))
		m.Answer, m.Claims = int(answer), len(report.Claims)
	}
	after := used()
	m.Processor, m.Memory = (after.processor-before.processor)/time.Duration(t.Runs), after.memory
	return json.NewEncoder(out).Encode(m)
}

// counter counts what is written to it.
type counter int

func (c *counter) Write(p []byte) (int, error) {
	*c += counter(len(p))
	return len(p), nil
}

// limitProcessor has this process ended when it has used so much of the processor.
func limitProcessor(most time.Duration) error {
	seconds := uint64(most.Seconds()) + 1
	return syscall.Setrlimit(syscall.RLIMIT_CPU, &syscall.Rlimit{Cur: seconds, Max: seconds})
}

type use struct {
	processor time.Duration
	memory    int64
}

// used is what the process has used since it began.
func used() use {
	var u syscall.Rusage
	if err := syscall.Getrusage(syscall.RUSAGE_SELF, &u); err != nil {
		return use{}
	}
	return use{time.Duration(u.Utime.Nano() + u.Stime.Nano()), int64(u.Maxrss) << 10}
}
