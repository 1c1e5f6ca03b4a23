package main

import (
	"context"
	"fmt"
	"io"
	"log/slog"
	"os"
	"os/signal"
	"strings"
	"syscall"

	"github.com/spf13/cobra"

	"rolecall/assistant"
	"rolecall/web/snapshot"
)

func (a *app) mcpCommand() *cobra.Command {
	var public string
	c := &cobra.Command{
		Use:   "mcp",
		Short: "The same as tools for an assistant, on standard input and output",
		Long: `Answer an assistant that speaks the Model Context Protocol (MCP) on standard input
and output, until it leaves. The assistant starts this command itself: its
configuration names it.

  {"mcpServers": {"rolecall": {"command": "rolecall", "args": ["mcp"]}}}

Nothing is written but answers; nothing is read but the catalog. A new catalog at the
same place is noticed. "rolecall serve" has the same tools over HTTP at ` + assistant.Path + `.`,
		Example: `  rolecall mcp
  rolecall mcp --catalog starter
  rolecall mcp --public https://rolecall.example`,
		Args: noArguments,
		RunE: func(c *cobra.Command, _ []string) error { return a.mcp(c.Context(), c.InOrStdin(), public) },
	}
	c.Flags().StringVar(&public, "public", os.Getenv("ROLECALL_PUBLIC"), "the address of a site with the same catalog, for permanent addresses (default $ROLECALL_PUBLIC, else none)")
	return c
}

func (a *app) mcp(ctx context.Context, stdin io.Reader, public string) error {
	aimAtMemory()
	ctx, stop := signal.NotifyContext(ctx, os.Interrupt, syscall.SIGTERM)
	defer stop()
	holder, err := snapshot.New(ctx, a.opener())
	if err != nil {
		return err
	}
	defer holder.Close()
	log := slog.New(slog.NewTextHandler(a.notes, &slog.HandlerOptions{Level: slog.LevelWarn}))
	go holder.Watch(ctx, a.watched(), snapshot.Every, nil, log)
	service := assistant.New(assistant.Options{
		Acquire: holder.Borrow, Public: strings.TrimSuffix(public, "/"), Version: version(), Local: true, Log: log,
	})
	if err := service.Run(ctx, io.NopCloser(stdin), neverClosed{a.screen.Out}); err != nil && ctx.Err() == nil {
		return fmt.Errorf("what came on standard input is no message of an assistant, which starts this command itself (rolecall mcp --help): %w", err)
	}
	return nil
}

// neverClosed is standard output, which is the process's to close.
type neverClosed struct{ io.Writer }

func (neverClosed) Close() error { return nil }
