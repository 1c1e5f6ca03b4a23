package sheet

import (
	"bufio"
	"crypto/sha256"
	"errors"
	"fmt"
	"io"
	"os"
	"strings"
	"unicode/utf8"
)

// Lines calls do with each line of a text, from 1, in UTF-8 or UTF-16, packed or not.
func Lines(path string, do func(line int, text string) error) error {
	file, err := os.Open(path)
	if err != nil {
		return err
	}
	d := &digested{file: file, hash: sha256.New()}
	text, limit, err := openText(path, "", d)
	if err == nil {
		err = eachLine(path, text, limit, do)
	}
	return errors.Join(err, file.Close())
}

func eachLine(path string, text *bufio.Reader, limit *rowLimit, do func(int, string) error) error {
	for line := 1; ; line++ {
		limit.left = LargestRow
		read, err := text.ReadString('\n')
		if err != nil && !errors.Is(err, io.EOF) {
			return readFault(path, line, err)
		}
		if !utf8.ValidString(read) {
			return fmt.Errorf("%s:%d: this is not valid UTF-8: save the list in UTF-8", path, line)
		}
		if read != "" {
			if err := do(line, strings.TrimRight(read, "\r\n")); err != nil {
				return err
			}
		}
		if err != nil {
			return nil
		}
	}
}
