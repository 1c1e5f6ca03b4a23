package main

import (
	"bufio"
	"context"
	"encoding/csv"
	"errors"
	"fmt"
	"net/http"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"strconv"
	"strings"
	"sync"
	"syscall"
	"time"

	"rolecall/drawing"
)

// server is "rolecall serve" as a process of its own.
type server struct {
	command    *exec.Cmd
	address    string
	readyAfter time.Duration
	folder     string
	stop       func() (cpu time.Duration)
}

// start builds the program, unless one is given, and waits until it is ready. It is told
// that it stands behind a proxy, so that every request can come from a client of its own.
func start(ctx context.Context, o options) (*server, error) {
	folder, err := os.MkdirTemp("", "rolecall-load-")
	if err != nil {
		return nil, err
	}
	if o.program == "" {
		o.program = filepath.Join(folder, "rolecall")
		if out, err := exec.CommandContext(ctx, "go", "build", "-o", o.program, "./cmd/rolecall").CombinedOutput(); err != nil {
			return nil, fmt.Errorf("build the program: %w\n%s", err, out)
		}
	}
	s := &server{folder: folder, command: exec.Command(o.program, "serve", "--catalog", o.catalog, "--addr", "127.0.0.1:0", "--proxied")}
	if o.memory != "" {
		s.command.Env = append(os.Environ(), "ROLECALL_MEMORY="+o.memory)
	}
	said, err := s.command.StderrPipe()
	if err != nil {
		return nil, err
	}
	began := time.Now()
	if err := s.command.Start(); err != nil {
		return nil, err
	}
	s.stop = sync.OnceValue(s.end)
	lines := bufio.NewScanner(said)
	for s.address == "" && lines.Scan() {
		if m := regexp.MustCompile(`serving on (http://\S+);`).FindStringSubmatch(lines.Text()); m != nil {
			s.address = m[1]
		}
	}
	go func() {
		for lines.Scan() { // so that the server never waits to be read
			if strings.Contains(lines.Text(), "level=ERROR") {
				fmt.Fprintln(os.Stderr, lines.Text())
			}
		}
	}()
	for s.address != "" && ctx.Err() == nil {
		if r, err := http.Get(s.address + "/readyz"); err == nil {
			r.Body.Close()
			if r.StatusCode == http.StatusOK {
				s.readyAfter = time.Since(began)
				return s, nil
			}
		}
		time.Sleep(20 * time.Millisecond)
	}
	s.stop()
	return nil, errors.Join(ctx.Err(), errors.New("the server does not come up"))
}

func (s *server) end() (cpu time.Duration) {
	s.command.Process.Signal(syscall.SIGTERM)
	s.command.Wait()
	os.RemoveAll(s.folder)
	return s.command.ProcessState.UserTime() + s.command.ProcessState.SystemTime()
}

// held is what the server holds in memory at a moment, in megabytes.
type held struct {
	at time.Duration
	// resident is all of it, peak the most so far, own what is not a file mapped.
	resident, peak, own int
}

// memory is what it holds, second by second.
type memory []held

func (m memory) first() held { return m[0] }
func (m memory) last() held  { return m[len(m)-1] }
func (m memory) peak() int   { return m.last().peak }

// watch looks at the server's memory until the function it gives back is called.
func (s *server) watch() func() memory {
	began, done := time.Now(), make(chan struct{})
	all := memory{s.memoryNow(0)}
	var watching sync.WaitGroup
	watching.Go(func() {
		tick := time.NewTicker(time.Second)
		defer tick.Stop()
		for {
			select {
			case <-done:
				return
			case <-tick.C:
				all = append(all, s.memoryNow(time.Since(began)))
			}
		}
	})
	return func() memory {
		close(done)
		watching.Wait()
		return append(all, s.memoryNow(time.Since(began)))
	}
}

func (s *server) memoryNow(at time.Duration) held {
	text, _ := os.ReadFile(fmt.Sprintf("/proc/%d/status", s.command.Process.Pid))
	of := func(name string) int {
		m := regexp.MustCompile(name + `:\s+(\d+) kB`).FindSubmatch(text)
		if m == nil {
			return 0
		}
		kilobytes, _ := strconv.Atoi(string(m[1]))
		return kilobytes / 1000
	}
	return held{at, of("VmRSS"), of("VmHWM"), of("RssAnon")}
}

// write writes the table and the picture.
func (m memory) write(folder string) error {
	if err := os.MkdirAll(folder, 0o755); err != nil {
		return err
	}
	file, err := os.Create(filepath.Join(folder, "memory.csv"))
	if err != nil {
		return err
	}
	defer file.Close()
	table := csv.NewWriter(file)
	table.Write([]string{"seconds", "resident_mb", "peak_mb", "own_mb"})
	for _, h := range m {
		table.Write([]string{fmt.Sprintf("%.0f", h.at.Seconds()), strconv.Itoa(h.resident), strconv.Itoa(h.peak), strconv.Itoa(h.own)})
	}
	if table.Flush(); table.Error() != nil {
		return table.Error()
	}
	return m.draw(filepath.Join(folder, "memory.svg"))
}

// The frame of the picture, and where its lines lie in it.
const (
	pictureWidth, pictureHeight = 840.0, 420.0
	left, right, up, down       = 60.0, 640.0, 50.0, 380.0
)

// draw draws two lines over the minutes, each named at its end.
func (m memory) draw(path string) error {
	last, most := time.Nanosecond, 1
	for _, h := range m {
		last, most = max(last, h.at), max(most, h.resident, h.own)
	}
	place := func(at time.Duration, megabytes int) drawing.Point {
		return drawing.Point{X: left + (right-left)*at.Seconds()/last.Seconds(), Y: down - (down-up)*float64(megabytes)/float64(most)}
	}
	word := func(x, y float64, text string, ink drawing.Ink) drawing.Shape {
		return drawing.Words{X: x, Y: y, Text: text, Face: drawing.Sans, Size: 13, Ink: ink}
	}
	grid := drawing.Look{Stroke: drawing.Line, Width: 1}
	shapes := []drawing.Shape{
		drawing.Words{X: 10, Y: 26, Text: "Memory of the server", Face: drawing.Serif, Size: 20, Ink: drawing.Text},
		drawing.Path{Points: []drawing.Point{place(0, most), place(last, most)}, Look: grid}, word(10, up+4, fmt.Sprintf("%d MB", most), drawing.Soft),
		drawing.Path{Points: []drawing.Point{place(0, 0), place(last, 0)}, Look: grid}, word(10, down+4, "0", drawing.Soft),
		word(left, down+24, "0 minutes", drawing.Soft), word(right, down+24, fmt.Sprintf("%.1f", last.Minutes()), drawing.Soft),
	}
	for _, line := range []struct {
		name  string
		value func(held) int
		ink   drawing.Ink
	}{
		{"resident", func(h held) int { return h.resident }, drawing.First},
		{"of it its own, no file", func(h held) int { return h.own }, drawing.Second},
	} {
		var points []drawing.Point
		for _, h := range m {
			points = append(points, place(h.at, line.value(h)))
		}
		if len(points) > 0 {
			shapes = append(shapes, drawing.Path{Points: points, Look: drawing.Look{Stroke: line.ink, Width: 2}}, word(right+8, points[len(points)-1].Y+4, line.name, line.ink))
		}
	}
	picture := drawing.Drawing{Width: pictureWidth, Height: pictureHeight, Words: "Memory of the server", Shapes: shapes}
	return os.WriteFile(path, picture.File(), 0o644)
}
