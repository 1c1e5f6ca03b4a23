package format

import (
	"io"
	"strings"
)

// signs are the signs of our own that a screen without Unicode cannot show, and what
// stands for each there: one sign for one, so that columns stay where they are. Names are
// no signs of ours and keep their letters.
var signs = strings.NewReplacer(
	"●", "#", "○", "o", "◆", "*", "✓", "+", "✗", "x", "•", "*",
	"–", "-", "—", "-", "−", "-", "·", "|", "×", "x", "…", ".", "→", ">", "≥", ">", "≤", "<",
	"“", `"`, "”", `"`, "„", `"`, "‘", "'", "’", "'", "\u202f", " ", "\u00a0", " ",
)

// asciiWriter writes texts with those signs replaced. Each text is written at once.
type asciiWriter struct{ to io.Writer }

func (w asciiWriter) Write(text []byte) (int, error) {
	if _, err := signs.WriteString(w.to, string(text)); err != nil {
		return 0, err
	}
	return len(text), nil
}
