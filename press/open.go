package press

import (
	"context"
	"errors"
	"io"
	"os"

	"rolecall/press/article"
)

// Open reads an article from a file, from the address of a page, or, named "-", from
// standard input. The error says what is the matter without repeating the name.
func Open(ctx context.Context, stdin io.Reader, source string) (article.Article, error) {
	switch {
	case source == "-":
		return article.Read(stdin)
	case article.IsAddress(source):
		return article.Fetch(ctx, source)
	}
	f, err := os.Open(source)
	if err != nil {
		var fault *os.PathError
		if errors.As(err, &fault) {
			err = fault.Err
		}
		return article.Article{}, err
	}
	defer f.Close()
	return article.Read(f)
}
