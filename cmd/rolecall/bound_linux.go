package main

import (
	"fmt"
	"os"
	"strings"
	"syscall"
)

// leastBeside is how much memory the program itself may take beside what is bounded.
const leastBeside = 256 << 20

// boundMemory has the system refuse the process more memory than it has and some bytes
// beside, until release.
func boundMemory(bytes int64) (release func(), err error) {
	held, err := heldMemory()
	if err != nil {
		return nil, err
	}
	var before syscall.Rlimit
	if err := syscall.Getrlimit(syscall.RLIMIT_DATA, &before); err != nil {
		return nil, err
	}
	bounded := before
	if bounded.Cur = uint64(held + bytes + leastBeside); bounded.Cur > before.Cur {
		return func() {}, nil
	}
	if err := syscall.Setrlimit(syscall.RLIMIT_DATA, &bounded); err != nil {
		return nil, err
	}
	return func() { syscall.Setrlimit(syscall.RLIMIT_DATA, &before) }, nil
}

// heldMemory is what the system counts against that bound already.
func heldMemory() (bytes int64, err error) {
	status, err := os.ReadFile("/proc/self/status")
	if err != nil {
		return 0, err
	}
	_, after, found := strings.Cut(string(status), "VmData:")
	if !found {
		return 0, fmt.Errorf("/proc/self/status does not say VmData")
	}
	if _, err := fmt.Sscanf(after, "%d kB", &bytes); err != nil {
		return 0, fmt.Errorf("/proc/self/status: %w", err)
	}
	return bytes << 10, nil
}
