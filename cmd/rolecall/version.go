package main

import (
	"fmt"
	"os"
	"path/filepath"

	"github.com/spf13/cobra"
	"github.com/spf13/cobra/doc"
)

func (a *app) versionCommand() *cobra.Command {
	return &cobra.Command{
		Use:     "version",
		Short:   "The version of the program",
		Example: "  rolecall version",
		Args:    noArguments,
		RunE: func(*cobra.Command, []string) error {
			_, err := fmt.Fprintln(a.screen.Out, "rolecall", version())
			return err
		},
	}
}

func (a *app) manCommand() *cobra.Command {
	return &cobra.Command{
		Use:   "man FOLDER",
		Short: "Write the manual pages, one for each command",
		Long: `Write the help of each command as a manual page into a folder, which is made where
there is none: man/man1 below a folder of MANPATH shows them by "man rolecall".`,
		Example: `  rolecall man ~/.local/share/man/man1`,
		Args: func(c *cobra.Command, args []string) error {
			if len(args) != 1 {
				return &usageError{"give one folder, for example:\n" + c.Example}
			}
			return nil
		},
		RunE: func(c *cobra.Command, args []string) error {
			folder := filepath.Clean(args[0])
			if err := os.MkdirAll(folder, 0o755); err != nil {
				return fmt.Errorf("write manual pages: %w", err)
			}
			root := c.Root()
			root.DisableAutoGenTag = true // which would have the day in every page
			if err := doc.GenManTree(root, &doc.GenManHeader{Title: "ROLECALL", Section: "1", Source: "rolecall " + version()}, folder); err != nil {
				return fmt.Errorf("write manual pages into %s: %w", folder, err)
			}
			fmt.Fprintf(a.notes, "written into %s: begin with man %s\n", folder, filepath.Join(folder, "rolecall.1"))
			return nil
		},
	}
}
