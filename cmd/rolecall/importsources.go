package main

import (
	"cmp"
	"fmt"
	"os"
	"slices"
	"strconv"
	"strings"

	"github.com/spf13/cobra"

	"rolecall/phrase"
	"rolecall/source"
	"rolecall/source/registry"
)

// askedSource is a source that a command line names, with its readers.
type askedSource struct {
	source.Import
	paths   []string
	readers []source.Reader
}

// size is how many bytes there are to read; 0 is not known.
func (s askedSource) size() (bytes int64) {
	for _, r := range s.readers {
		if measured, tells := r.(source.Measured); tells {
			bytes += measured.Bytes()
		}
	}
	return cmp.Or(bytes, sizeOf(s.paths))
}

// addFlag adds a source's flag and returns how its values are read.
func addFlag(c *cobra.Command, f source.Flag) (values func() []string) {
	switch {
	case f.IsSwitch:
		on := c.Flags().Bool(f.Name, false, f.Help)
		return func() []string {
			if !*on {
				return nil
			}
			return []string{"true"}
		}
	case f.Each != "":
		all := c.Flags().StringArray(f.Name, nil, f.Help)
		return func() []string { return *all }
	}
	all := c.Flags().StringSlice(f.Name, nil, f.Help)
	if len(f.Words) > 0 {
		completeWords(c, f.Name, f.Words)
	}
	return func() []string { return *all }
}

// sources are those that the arguments name, in their order.
func (f importFlags) sources(args []string) ([]askedSource, error) {
	if len(args) == 0 || !isSource(args[0]) {
		return nil, &usageError{"name a source and its files: " + strings.Join(sourceWords(), ", ") + `; see "rolecall import --help"`}
	}
	values, err := f.values()
	if err != nil {
		return nil, err
	}
	var asked []askedSource
	for len(args) > 0 {
		i, _ := registry.Find(args[0])
		paths := pathsBehind(args)
		switch {
		case i.Paths == "" && len(paths) > 0:
			return nil, &usageError{fmt.Sprintf("%s come with the program and are in no file: leave out %s", i.Name, paths[0])}
		case i.Paths != "" && len(paths) == 0:
			return nil, &usageError{fmt.Sprintf("name the files of %s; a file or folder of that very name is ./%[1]s", i.Word)}
		}
		of, err := valuesFor(i, paths, values)
		if err != nil {
			return nil, err
		}
		readers, err := i.Open(source.Asked{Paths: paths, Flags: of})
		if err != nil {
			return nil, &usageError{err.Error()}
		}
		asked = append(asked, askedSource{i, paths, readers})
		args = args[1+len(paths):]
	}
	return asked, leftOver(values)
}

// values are those of the flags of all sources, where they are among its words.
func (f importFlags) values() (map[string][]string, error) {
	values := make(map[string][]string)
	for _, i := range registry.All() {
		for _, flag := range i.Flags {
			values[flag.Name] = f.asked[flag.Name]()
			for _, value := range values[flag.Name] {
				if len(flag.Words) > 0 && !slices.Contains(flag.Words, value) {
					return nil, &usageError{fmt.Sprintf("--%s %s: %s", flag.Name, value, flag.Refusal)}
				}
			}
		}
	}
	return values, nil
}

// valuesFor are the values for some paths of a source. It takes those that belong to one
// path each away from the others.
func valuesFor(i source.Import, paths []string, values map[string][]string) (map[string][]string, error) {
	of := make(map[string][]string)
	for _, flag := range i.Flags {
		given := values[flag.Name]
		if flag.Each == "" {
			of[flag.Name] = given
			continue
		}
		if len(given) < len(paths) {
			return nil, &usageError{fmt.Sprintf("%s has no %s: give one with --%[2]s for each %s; see %s", paths[len(given)], flag.Name, flag.Each, i.Docs)}
		}
		of[flag.Name], values[flag.Name] = given[:len(paths)], given[len(paths):]
	}
	return of, nil
}

// leftOver refuses values that belong to no path.
func leftOver(values map[string][]string) error {
	for _, i := range registry.All() {
		for _, flag := range i.Flags {
			if left := values[flag.Name]; flag.Each != "" && len(left) > 0 {
				return &usageError{fmt.Sprintf("--%s %s: there is no %s for it", flag.Name, left[0], flag.Each)}
			}
		}
	}
	return nil
}

// pathsBehind are the paths behind the word that the arguments begin with. Right behind
// it, the word of a source is the file or folder of that name, if there is one.
func pathsBehind(args []string) []string {
	end := 1
	if end < len(args) && isSource(args[end]) && isThere(args[end]) {
		end++
	}
	for end < len(args) && !isSource(args[end]) {
		end++
	}
	return args[1:end]
}

func isSource(word string) bool {
	_, is := registry.Find(word)
	return is
}

// isThere reports whether there is a file or folder at a path.
func isThere(path string) bool {
	_, err := os.Stat(path)
	return err == nil
}

// inOrder puts a source that fills an empty catalog before all others.
func inOrder(asked []askedSource, into bool) error {
	isFirst := func(s askedSource) bool { return s.First }
	at := slices.IndexFunc(asked, isFirst)
	switch {
	case at < 0:
		return nil
	case into:
		return &usageError{asked[at].Name + " cannot be added to a catalog: name them first and the other sources after them, in one run without --into"}
	case slices.ContainsFunc(asked[at+1:], isFirst):
		return &usageError{"name " + asked[at].Name + " once"}
	}
	first := asked[at]
	copy(asked[1:at+1], asked[:at])
	asked[0] = first
	return nil
}

func sourceWords() []string {
	return phrase.Each(registry.All(), func(i source.Import) string { return i.Word })
}

// completeSources offers the words of sources to the shell, and files behind them.
func completeSources(_ *cobra.Command, args []string, _ string) ([]cobra.Completion, cobra.ShellCompDirective) {
	if len(args) == 0 {
		return sourceWords(), cobra.ShellCompDirectiveNoFileComp
	}
	return nil, cobra.ShellCompDirectiveDefault
}

// pathFlagsOfSources are the flags of sources that take names of files.
func pathFlagsOfSources() []string {
	var names []string
	for _, i := range registry.All() {
		for _, flag := range i.Flags {
			if flag.Each != "" {
				names = append(names, flag.Name)
			}
		}
	}
	return names
}

// sourcesInHelp is a line or two for each source.
func sourcesInHelp(all []source.Import) string {
	var text strings.Builder
	for _, i := range all {
		begin := phrase.Joined(" ", i.Word, i.Paths)
		for _, line := range i.Help {
			fmt.Fprintf(&text, "  %-17s %s\n", begin, line)
			begin = ""
		}
	}
	return text.String()
}

func firstInHelp(all []source.Import) string {
	var names []string
	for _, i := range all {
		if i.First {
			names = append(names, i.Name)
		}
	}
	return phrase.And(names)
}

func examplesOf(all []source.Import) string {
	var lines []string
	for _, i := range all {
		for _, example := range i.Examples {
			lines = append(lines, "  rolecall "+example)
		}
	}
	return strings.Join(lines, "\n")
}

// badLinesInHelp is "1000 for imdb and wikidata, none for tmdb and crew".
func badLinesInHelp(all []source.Import) string {
	words := make(map[int][]string)
	var order []int
	for _, i := range all {
		if i.Paths == "" {
			continue
		}
		if words[i.BadLines] == nil {
			order = append(order, i.BadLines)
		}
		words[i.BadLines] = append(words[i.BadLines], i.Word)
	}
	var parts []string
	for _, most := range order {
		number := "none"
		if most > 0 {
			number = strconv.Itoa(most)
		}
		parts = append(parts, number+" for "+phrase.And(words[most]))
	}
	return strings.Join(parts, ", ")
}
