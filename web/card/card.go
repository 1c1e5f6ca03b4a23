// Package card draws the picture that goes with a shared link: the headline as
// one would say it, and the marks of who did what. It is drawn with the fonts
// and shapes of the pages, by the server, once for each answer.
package card

import (
	"bytes"
	"embed"
	"fmt"
	"image/color"
	"strings"
	"sync"

	"git.sr.ht/~sbinet/gg"
	"golang.org/x/image/font"
	"golang.org/x/image/font/opentype"

	"rolecall"
)

// Width and Height are the size of a card in pixels, as sites that show shared
// links ask for.
const (
	Width  = 1200
	Height = 630
)

// Card is what is drawn.
type Card struct {
	// Above is the line over the headline: what the answer is about.
	Above    string
	Headline string
	Rows     []Row
	// Lines are drawn where there are no rows.
	Lines []string
	// Foot says where the answer comes from.
	Foot string
}

// Row is one role: its name and the marks of each episode. Marks that do not fit
// are not drawn, and the row says how many.
type Row struct {
	Name  string
	Cells [][]rolecall.Gender
}

//go:embed fonts/*.ttf
var fontFiles embed.FS

// The colours of the pages' light theme.
var (
	paper   = color.RGBA{0xfb, 0xfa, 0xf7, 0xff}
	ink     = color.RGBA{0x1c, 0x1b, 0x1a, 0xff}
	soft    = color.RGBA{0x5f, 0x5a, 0x53, 0xff}
	line    = color.RGBA{0xde, 0xd9, 0xd0, 0xff}
	colours = map[rolecall.Gender]color.RGBA{
		rolecall.Woman: {0x4b, 0x2e, 0x83, 0xff}, rolecall.Man: {0xb5, 0x66, 0x0f, 0xff},
		rolecall.Nonbinary: {0x0f, 0x70, 0x69, 0xff}, rolecall.Unknown: {0x77, 0x71, 0x6a, 0xff},
	}
)

// typefaces are the fonts by name, each with the letters beyond Latin-1 in a
// second file.
var typefaces = sync.OnceValues(func() (map[string][]*opentype.Font, error) {
	all := make(map[string][]*opentype.Font)
	for name, files := range map[string][]string{
		"serif": {"source-serif-4-latin-600-normal", "source-serif-4-latin-ext-600-normal"},
		"sans":  {"source-sans-3-latin-400-normal", "source-sans-3-latin-ext-400-normal"},
	} {
		for _, file := range files {
			content, err := fontFiles.ReadFile("fonts/" + file + ".ttf")
			if err != nil {
				return nil, err
			}
			parsed, err := opentype.Parse(content)
			if err != nil {
				return nil, fmt.Errorf("read the font %s: %w", file, err)
			}
			all[name] = append(all[name], parsed)
		}
	}
	return all, nil
})

const (
	margin    = 64.0
	textWidth = Width - 2*margin
)

// Draw draws a card as PNG.
func Draw(c Card) ([]byte, error) {
	dc := gg.NewContext(Width, Height)
	dc.SetColor(paper)
	dc.Clear()
	y := margin + 24
	above, err := newFace("sans", 30)
	if err != nil {
		return nil, err
	}
	above.write(dc, soft, shortened(above, c.Above), margin, y)
	y += 26
	headline, lines, err := fitted(c.Headline)
	if err != nil {
		return nil, err
	}
	for _, text := range lines {
		y += headline.size * 1.13
		headline.write(dc, ink, text, margin, y)
	}
	small, err := newFace("sans", 25)
	if err != nil {
		return nil, err
	}
	drawRows(dc, small, c.Rows, y+44)
	if len(c.Rows) == 0 {
		if err := drawLines(dc, c.Lines, y+40); err != nil {
			return nil, err
		}
	}
	drawFoot(dc, small, c.Foot, len(c.Rows) > 0)
	var b bytes.Buffer
	if err := dc.EncodePNG(&b); err != nil {
		return nil, fmt.Errorf("write the picture: %w", err)
	}
	return b.Bytes(), nil
}

// fitted is the greatest size at which the headline takes at most three lines.
func fitted(headline string) (face, []string, error) {
	for size := 76.0; ; size -= 6 {
		f, err := newFace("serif", size)
		if err != nil {
			return face{}, nil, err
		}
		lines := f.wrapped(headline, textWidth)
		if len(lines) <= 3 && f.widest(lines) <= textWidth {
			return f, lines, nil
		}
		if size <= 34 {
			return f, []string{shortened(f, headline)}, nil
		}
	}
}

const (
	rowHeight = 46.0
	nameWidth = 300.0
	footRoom  = 92.0
)

func drawRows(dc *gg.Context, f face, rows []Row, top float64) {
	columns := layOut(rows)
	y := top
	for _, row := range rows {
		if y+rowHeight > Height-footRoom {
			return
		}
		dc.SetColor(line)
		dc.SetLineWidth(1.5)
		dc.DrawLine(margin, y, Width-margin, y)
		dc.Stroke()
		middle := y + rowHeight/2
		f.write(dc, ink, row.Name, margin, middle+8)
		columns.draw(dc, f, row.Cells, middle)
		y += rowHeight
	}
}

// columns are where the episodes stand: the same in every row.
type columns struct {
	// step is from mark to mark.
	step   float64
	middle []float64
}

// The room for marks: as far apart as they fit, at most like those of a page.
const (
	marksFrom  = margin + nameWidth
	marksTo    = Width - margin
	widestStep = 40.0
	leastStep  = 12.0
	// gap stands between episodes, in steps.
	gap = 0.35
)

func layOut(rows []Row) columns {
	var most []int
	for _, row := range rows {
		for i, cell := range row.Cells {
			if i == len(most) {
				most = append(most, 1)
			}
			most[i] = max(most[i], len(cell))
		}
	}
	slots := 0.0
	for _, n := range most {
		slots += float64(n) + gap
	}
	c := columns{step: max(leastStep, min(widestStep, (marksTo-marksFrom)/max(slots, 1)))}
	x := marksFrom
	for _, n := range most {
		width := c.step * float64(n)
		c.middle = append(c.middle, x+width/2)
		x += width + c.step*gap
	}
	return c
}

// draw draws the marks of each episode, as far as there is room, and says how
// many episodes are left out.
func (c columns) draw(dc *gg.Context, f face, cells [][]rolecall.Gender, y float64) {
	radius := min(c.step*0.38, 12)
	for i, cell := range cells {
		half := c.step * float64(max(len(cell), 1)) / 2
		if c.middle[i]+half > marksTo-50 && i < len(cells)-1 && c.middle[len(cells)-1] > marksTo {
			f.write(dc, soft, fmt.Sprintf("+%d", len(cells)-i), c.middle[i]-half, y+8)
			return
		}
		if len(cell) == 0 {
			dc.SetColor(line)
			dc.SetLineWidth(3)
			dc.DrawLine(c.middle[i]-radius*0.7, y, c.middle[i]+radius*0.7, y)
			dc.Stroke()
		}
		for j, gender := range cell {
			drawMark(dc, gender, c.middle[i]-half+c.step*(float64(j)+0.5), y, radius)
		}
	}
}

// drawMark draws a person: a disc for a woman, a ring for a man, a diamond for a
// non-binary person, a dashed ring where nothing is stated.
func drawMark(dc *gg.Context, gender rolecall.Gender, x, y, radius float64) {
	dc.SetColor(colours[gender])
	switch gender {
	case rolecall.Woman:
		dc.DrawCircle(x, y, radius)
		dc.Fill()
	case rolecall.Man:
		dc.SetLineWidth(radius * 0.42)
		dc.DrawCircle(x, y, radius*0.79)
		dc.Stroke()
	case rolecall.Nonbinary:
		dc.MoveTo(x, y-radius*1.1)
		dc.LineTo(x+radius*1.1, y)
		dc.LineTo(x, y+radius*1.1)
		dc.LineTo(x-radius*1.1, y)
		dc.ClosePath()
		dc.Fill()
	default:
		dc.SetLineWidth(max(radius*0.18, 1.4))
		dc.SetDash(radius*0.42, radius*0.34)
		dc.DrawCircle(x, y, radius*0.88)
		dc.Stroke()
		dc.SetDash()
	}
}

// drawLines draws lines of text as far as there is room.
func drawLines(dc *gg.Context, lines []string, y float64) error {
	f, err := newFace("sans", 32)
	if err != nil {
		return err
	}
	for _, text := range lines {
		y += f.size * 1.4
		if y > Height-footRoom {
			break
		}
		f.write(dc, ink, shortened(f, text), margin, y)
	}
	return nil
}

// drawFoot says where the answer comes from and, if there are marks, what they
// stand for.
func drawFoot(dc *gg.Context, f face, foot string, legend bool) {
	y := Height - margin + 14.0
	x := margin
	for _, g := range rolecall.Genders() {
		if !legend {
			break
		}
		drawMark(dc, g, x+9, y-9, 9)
		x += 27
		x += f.write(dc, soft, g.Words(), x, y) + 20
	}
	f.write(dc, soft, foot, Width-margin-f.width(foot), y)
}

// face is a font at a size.
type face struct {
	size  float64
	faces []font.Face
}

func newFace(name string, size float64) (face, error) {
	all, err := typefaces()
	if err != nil {
		return face{}, err
	}
	f := face{size: size}
	for _, parsed := range all[name] {
		one, err := opentype.NewFace(parsed, &opentype.FaceOptions{Size: size, DPI: 72, Hinting: font.HintingNone})
		if err != nil {
			return face{}, fmt.Errorf("set the font to %v: %w", size, err)
		}
		f.faces = append(f.faces, one)
	}
	return f, nil
}

// runs splits a text into parts that one font file has the letters of; letters
// that none has are drawn as the first file draws what it lacks.
func (f face) runs(text string) (runs []run) {
	for _, letter := range text {
		at := 0
		for i, one := range f.faces {
			if _, has := one.GlyphAdvance(letter); has && hasGlyph(one, letter) {
				at = i
				break
			}
		}
		if n := len(runs); n > 0 && runs[n-1].face == f.faces[at] {
			runs[n-1].text += string(letter)
			continue
		}
		runs = append(runs, run{f.faces[at], string(letter)})
	}
	return runs
}

type run struct {
	face font.Face
	text string
}

// hasGlyph reports whether a font has a letter rather than its sign for what it
// lacks.
func hasGlyph(f font.Face, letter rune) bool {
	_, _, has := f.GlyphBounds(letter)
	return has
}

func (f face) width(text string) (w float64) {
	for _, r := range f.runs(text) {
		w += float64(font.MeasureString(r.face, r.text)) / 64
	}
	return w
}

// write draws a text from x, its baseline at y, and gives back its width.
func (f face) write(dc *gg.Context, c color.Color, text string, x, y float64) float64 {
	began := x
	dc.SetColor(c)
	for _, r := range f.runs(text) {
		dc.SetFontFace(r.face)
		dc.DrawString(r.text, x, y)
		x += float64(font.MeasureString(r.face, r.text)) / 64
	}
	return x - began
}

func (f face) wrapped(text string, width float64) (lines []string) {
	current := ""
	for _, word := range strings.Fields(text) {
		longer := strings.TrimSpace(current + " " + word)
		if current != "" && f.width(longer) > width {
			lines = append(lines, current)
			longer = word
		}
		current = longer
	}
	return append(lines, current)
}

func (f face) widest(lines []string) (w float64) {
	for _, text := range lines {
		w = max(w, f.width(text))
	}
	return w
}

// mostLetters bounds a line before it is measured; no line of a card holds more.
const mostLetters = 200

// shortened is the text as far as a line holds it.
func shortened(f face, text string) string {
	letters := []rune(text)
	if len(letters) <= mostLetters && f.width(text) <= textWidth {
		return text
	}
	letters = letters[:min(len(letters), mostLetters)]
	for len(letters) > 0 && f.width(string(letters)+"…") > textWidth {
		letters = letters[:len(letters)-1]
	}
	return string(letters) + "…"
}
