package main

import (
	"context"
	"errors"
	"fmt"
	"io"
	"os"
	"runtime/debug"
	"slices"
	"strings"

	"github.com/spf13/cobra"
	"github.com/spf13/pflag"

	"rolecall/catalog"
	"rolecall/fault"
	"rolecall/format"
	"rolecall/phrase"
	"rolecall/render"
)

// app is what the subcommands share: the flags of all and where to write.
type app struct {
	catalog string
	format  string
	// memory is how much of it the database may take, as it is written; limits says the
	// same, and the usual where it is empty.
	memory string
	limits catalog.Limits
	screen format.Screen
	stderr io.Writer
	// notes are what is said on stderr in words, some of which come from outside.
	notes io.Writer
	// interactive says that a person watches standard error.
	interactive bool
}

const description = `Rolecall answers, for any film or season of television: who is in front of the
camera and who is behind it, how unusual is that, and is what has been written
about it true?

It counts from credits and from sourced statements, never guesses a person's
gender, never hides what it does not know, and shows the row behind every number.
Without an imported catalog it answers from the starter catalog that comes with
it: seasons and films picked by hand, every row with its citation.`

// run is the whole program but for the process around it. It returns the exit
// code: 0 answered, or that of the kind of fault.
func run(ctx context.Context, args []string, stdout, stderr io.Writer) int {
	a := &app{screen: screenFor(stdout), stderr: stderr, notes: format.PlainWriter(stderr), interactive: isTerminal(stderr)}
	root := a.command()
	root.SetArgs(args)
	root.SetOut(stdout)
	root.SetErr(a.notes)
	err := root.ExecuteContext(ctx)
	if errors.Is(err, io.ErrClosedPipe) || isBrokenPipe(err) {
		return 0 // the reader has seen enough, as "head" does
	}
	return report(ctx, a.notes, err)
}

func (a *app) command() *cobra.Command {
	root := &cobra.Command{
		Use:   "rolecall",
		Short: "Who is in front of the camera, and who is behind it?",
		Long:  description,
		Example: `  rolecall show "Jessica Jones" --season 2
  rolecall person "Melissa Rosenberg"
  rolecall search "hurt locker"
  rolecall assess "Lady Bird" --standard f-rating
  rolecall sources`,
		Version:       version(),
		SilenceErrors: true,
		SilenceUsage:  true,
		Args:          noSuchCommand,
		RunE:          func(c *cobra.Command, _ []string) error { return c.Help() },
		PersistentPreRunE: func(c *cobra.Command, args []string) error {
			if err := onlyTexts(c, args); err != nil {
				return err
			}
			return a.readLimits(c)
		},
	}
	flags := root.PersistentFlags()
	flags.StringVar(&a.catalog, "catalog", os.Getenv("ROLECALL_CATALOG"),
		`the catalog to answer from: a file, or "starter" (default $ROLECALL_CATALOG, else the imported catalog, else the starter)`)
	flags.StringVar(&a.format, "format", format.Terminal.Word, "how to write the answer: "+format.Choice())
	flags.BoolVar(&a.screen.ASCII, "ascii", a.screen.ASCII, "write tables with the signs of ASCII only; names keep their letters (default on a terminal whose locale has no UTF-8)")
	flags.StringVar(&a.memory, memoryFlag, os.Getenv(memoryVariable),
		"how much memory the database may take, as 2GB; what does not fit goes to the disk (default $"+memoryVariable+", else an eighth of the machine's, and 512MiB at most but for an import)")
	root.SetFlagErrorFunc(func(c *cobra.Command, err error) error {
		return &usageError{err.Error() + `; see "` + c.CommandPath() + ` --help"`}
	})
	completeWords(root, "format", phrase.Each(format.Every(), func(f format.Format) string { return cobra.CompletionWithDesc(f.Word, f.About) }))
	root.AddCommand(a.showCommand(), a.personCommand(), a.searchCommand(), a.browseCommand(), a.reportCommand(), a.rankCommand(), a.gapsCommand(), a.careersCommand(), a.diffCommand(), a.sqlCommand(), a.exportCommand(), a.populationCommand(), a.statementsCommand(),
		a.assessCommand(), a.checkCommand(), a.corpusCommand(), a.sourcesCommand(), a.serveCommand(), a.mcpCommand(), a.fetchCommand(), a.importCommand(), a.licencesCommand(), a.versionCommand(), a.manCommand())
	return root
}

// The bound of the memory, as a flag and in the environment.
const (
	memoryFlag     = "memory"
	memoryVariable = "ROLECALL_MEMORY"
)

// readLimits reads how much memory the database may take.
func (a *app) readLimits(c *cobra.Command) error {
	if a.memory == "" {
		return nil
	}
	from := "$" + memoryVariable
	if c.Flags().Changed(memoryFlag) {
		from = "--" + memoryFlag
	}
	bytes, err := catalog.ParseMemory(a.memory)
	switch {
	case err != nil:
		return &usageError{from + ": " + err.Error()}
	case bytes < catalog.LeastMemory:
		return &usageError{fmt.Sprintf("%s: %s is too little memory for the database: give it %dMiB or more", from, a.memory, catalog.LeastMemory>>20)}
	}
	a.limits.Memory = bytes
	return nil
}

// noSuchCommand refuses a word that is no subcommand, and says which may be meant.
func noSuchCommand(c *cobra.Command, args []string) error {
	if len(args) == 0 {
		return nil
	}
	c.SuggestionsMinimumDistance = 2
	near := c.SuggestionsFor(args[0])
	slices.Sort(near)
	for i, word := range near {
		near[i] = c.CommandPath() + " " + word
	}
	switch {
	case len(near) > 0:
		return &usageError{fmt.Sprintf("there is no command %q; did you mean: %s", args[0], strings.Join(near, ", "))}
	case c.HasParent():
		return &usageError{fmt.Sprintf("there is no command %q: \"%s --help\" lists them", args[0], c.CommandPath())}
	}
	return &usageError{fmt.Sprintf("there is no command %q: \"rolecall --help\" lists them; a title is shown by: rolecall show %s", args[0], fault.ShellWord(strings.Join(args, " ")))}
}

// pathFlags take names of files, which may be any bytes.
var pathFlags = append(pathFlagsOfSources(), "catalog", "out", "population", "file", "chart", "titles", "unmatched")

// onlyTexts refuses flags and names that are no text. Commands that read files take
// their paths as they are.
func onlyTexts(c *cobra.Command, args []string) (wrong error) {
	c.Flags().Visit(func(f *pflag.Flag) {
		if err := catalog.CheckText(f.Value.String()); err != nil && !slices.Contains(pathFlags, f.Name) {
			wrong = &usageError{"--" + f.Name + ": " + err.Error()}
		}
	})
	if takesPaths := slices.Contains([]string{"check", "import", "diff", "export", "man"}, c.Name()); wrong == nil && !takesPaths {
		if err := catalog.CheckText(args...); err != nil {
			return &usageError{err.Error()}
		}
	}
	return wrong
}

// answer writes a document in the format asked for.
func (a *app) answer(d render.Document) error {
	f, err := format.Parse(a.format)
	if err != nil {
		return &usageError{err.Error()}
	}
	if file, isFile := a.screen.Out.(*os.File); f.Binary && isFile && isTerminal(file) {
		return &usageError{f.Name + " is no text: send it to a file with > FILE" + f.Ending}
	}
	return render.Write(a.screen, f, d)
}

// writesObject reports whether the answer is written whole, for a program.
func (a *app) writesObject() bool {
	f, err := format.Parse(a.format)
	return err == nil && f.Part == format.Object
}

// oneName takes all arguments as one name, so that it need not be quoted.
func oneName(what string) cobra.PositionalArgs {
	return func(c *cobra.Command, args []string) error {
		if strings.TrimSpace(strings.Join(args, " ")) == "" {
			return &usageError{"give the " + what + ", for example:\n" + c.Example}
		}
		return nil
	}
}

func noArguments(_ *cobra.Command, args []string) error {
	if len(args) > 0 {
		return &usageError{"this command takes no argument, but was given " + strings.Join(args, " ")}
	}
	return nil
}

// completeWords offers the words of a flag to the shell.
func completeWords[W ~string](c *cobra.Command, flag string, choice []W) {
	words := make([]string, len(choice))
	for i, w := range choice {
		words[i] = string(w)
	}
	if err := c.RegisterFlagCompletionFunc(flag, cobra.FixedCompletions(words, cobra.ShellCompDirectiveNoFileComp)); err != nil {
		panic(err) // the flag is misspelt in this package
	}
}

// version is the program's version as Go stamped it into the binary.
func version() string {
	info, ok := debug.ReadBuildInfo()
	if !ok || info.Main.Version == "" {
		return "(devel)"
	}
	return info.Main.Version
}
