package catalog

import (
	"context"
	"database/sql/driver"
	"fmt"
	"reflect"
	"strings"
	"unicode/utf8"

	"github.com/duckdb/duckdb-go/v2"
)

// TextError says that a text which was asked for can be no text at all, and so
// nothing held: it is not valid UTF-8, or has a null character.
type TextError struct{ Text string }

func (e *TextError) Error() string {
	return fmt.Sprintf("%q is no text that can be looked for: write it in UTF-8 and without null characters", shorten(e.Text))
}

// CheckText refuses, with a *TextError, what is no text.
func CheckText(texts ...string) error {
	for _, text := range texts {
		if !utf8.ValidString(text) || strings.ContainsRune(text, 0) {
			return &TextError{text}
		}
	}
	return nil
}

// guardedConnector opens connections that bind nothing but texts which are texts.
// DuckDB's own binding of a list crashes the process on others, so that this is
// the one thing that stands between a stray byte and the end of the program.
type guardedConnector struct{ *duckdb.Connector }

// Connect implements driver.Connector.
func (g guardedConnector) Connect(ctx context.Context) (driver.Conn, error) {
	conn, err := g.Connector.Connect(ctx)
	if err != nil {
		return nil, err
	}
	return guardedConn{conn.(*duckdb.Conn)}, nil
}

type guardedConn struct{ *duckdb.Conn }

// CheckNamedValue implements driver.NamedValueChecker, which every value that is
// bound passes through.
func (c guardedConn) CheckNamedValue(v *driver.NamedValue) error {
	if err := checkBound(reflect.ValueOf(v.Value)); err != nil {
		return err
	}
	return c.Conn.CheckNamedValue(v)
}

// checkBound looks at a value and at all that it is made of.
func checkBound(v reflect.Value) error {
	switch v.Kind() {
	case reflect.String:
		return CheckText(v.String())
	case reflect.Interface, reflect.Pointer:
		return checkBound(v.Elem())
	case reflect.Slice, reflect.Array:
		for i := range v.Len() {
			if err := checkBound(v.Index(i)); err != nil {
				return err
			}
		}
	}
	return nil
}

// unguarded is DuckDB's own connection, which writing row by row needs.
func unguarded(conn any) driver.Conn {
	if guarded, is := conn.(guardedConn); is {
		return guarded.Conn
	}
	return conn.(driver.Conn)
}
