package population

import (
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"strings"
)

// Folder is where populations are kept by name, one file each.
type Folder string

// path is the file of a name, which must be a plain word.
func (f Folder) path(name string) (string, error) {
	if name == "" || strings.ContainsAny(name, `/\:`) || strings.HasPrefix(name, ".") {
		return "", fmt.Errorf("%q is no name for a population: use letters, digits and dashes", name)
	}
	return filepath.Join(string(f), name+Ending), nil
}

// Save keeps a population under a name and returns its file. What was kept under
// that name is replaced, all or nothing.
func (f Folder) Save(name string, p Population) (string, error) {
	path, err := f.path(name)
	if err != nil {
		return "", err
	}
	text, err := Text(p)
	if err != nil {
		return "", err
	}
	if err := os.MkdirAll(string(f), 0o755); err != nil {
		return "", fmt.Errorf("keep the population: %w", err)
	}
	if err := os.WriteFile(path+".new", text, 0o644); err != nil {
		return "", fmt.Errorf("keep the population: %w", err)
	}
	return path, os.Rename(path+".new", path)
}

// Find reads a population by the name it is kept under, or from the file that
// the text names. The error is an *UnkeptError where none is kept under the name.
func (f Folder) Find(text string) (Population, error) {
	if strings.ContainsAny(text, `/\`) || strings.HasSuffix(text, Ending) || strings.HasSuffix(text, ".yml") {
		return Read(text)
	}
	path, err := f.path(text)
	if err != nil {
		return Population{}, err
	}
	p, err := Read(path)
	if !errors.Is(err, os.ErrNotExist) {
		return p, err
	}
	names, err := f.Names()
	if err != nil {
		return p, err
	}
	return p, &UnkeptError{Name: text, Kept: names}
}

// UnkeptError says that no population is kept under a name.
type UnkeptError struct {
	Name string
	// Kept are the names there are, and Lists those of the lists of a catalog, where one
	// was asked too.
	Kept, Lists []string
}

func (e *UnkeptError) Error() string {
	var there []string
	if len(e.Kept) > 0 {
		there = append(there, "there is "+strings.Join(e.Kept, ", "))
	}
	if len(e.Lists) > 0 {
		there = append(there, "this catalog has the list "+strings.Join(e.Lists, ", "))
	}
	if len(there) == 0 {
		there = []string{fmt.Sprintf("save one with rolecall population save %s, or name a %s file", e.Name, Ending)}
	}
	return fmt.Sprintf("no population is kept under the name %s: %s", e.Name, strings.Join(there, ", and "))
}

// Names are the names of the populations kept, in order.
func (f Folder) Names() ([]string, error) {
	files, err := filepath.Glob(filepath.Join(string(f), "*"+Ending))
	names := make([]string, len(files))
	for i, file := range files {
		names[i] = strings.TrimSuffix(filepath.Base(file), Ending)
	}
	return names, err
}
