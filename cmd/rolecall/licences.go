package main

import (
	"io"

	"github.com/spf13/cobra"

	"rolecall/licences"
)

func (a *app) licencesCommand() *cobra.Command {
	return &cobra.Command{
		Use:     "licences",
		Aliases: []string{"licenses"},
		Short:   "What the program is made of, and under what licences",
		Long: `Print the licence texts of all that is linked into the program or embedded in it:
the Go modules and what they bring, fonts and scripts.`,
		Example: `  rolecall licences | less`,
		Args:    noArguments,
		RunE: func(*cobra.Command, []string) error {
			_, err := io.WriteString(a.screen.Out, licences.Notices)
			return err
		},
	}
}
