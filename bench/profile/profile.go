// Package profile writes down where the programs in bench spend the processor's time.
package profile

import (
	"errors"
	"os"
	"runtime/pprof"
)

// Start begins a profile of the processor in a file, for go tool pprof; stop ends it. With
// no path nothing is written.
func Start(path string) (stop func() error, err error) {
	if path == "" {
		return func() error { return nil }, nil
	}
	file, err := os.Create(path)
	if err != nil {
		return nil, err
	}
	if err := pprof.StartCPUProfile(file); err != nil {
		return nil, errors.Join(err, file.Close())
	}
	return func() error {
		pprof.StopCPUProfile()
		return file.Close()
	}, nil
}
