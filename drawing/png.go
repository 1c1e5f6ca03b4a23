package drawing

import (
	"fmt"
	"image"
	"image/color"
	"io"
	"math"

	"git.sr.ht/~sbinet/gg"
	"golang.org/x/image/draw"
	"golang.org/x/image/font"
	"golang.org/x/image/font/opentype"
	"golang.org/x/image/math/fixed"
)

// PNG writes a drawing as PNG on light paper, each of its pixels drawn as so many by so many.
func (d Drawing) PNG(out io.Writer, scale float64) error {
	c := &canvas{Context: gg.NewContext(int(math.Ceil(d.Width*scale)), int(math.Ceil(d.Height*scale))), scale: scale, faces: make(map[faceAt]font.Face)}
	c.SetColor(colourOf(Paper, 0))
	c.Clear()
	for _, shape := range d.Shapes {
		shape.paint(c)
	}
	if c.fault != nil {
		return fmt.Errorf("draw the picture: %w", c.fault)
	}
	return c.EncodePNG(out)
}

// canvas is a picture as it is painted.
type canvas struct {
	*gg.Context
	scale float64
	// x and y are how far what is painted is moved.
	x, y  float64
	faces map[faceAt]font.Face
	fault error
}

// faceAt is a file of a face at a size.
type faceAt struct {
	face Face
	file int
	size float64
}

func (c *canvas) at(x, y float64) (float64, float64) { return (c.x + x) * c.scale, (c.y + y) * c.scale }

func colourOf(ink Ink, pale float64) color.Color {
	var r, g, b uint8
	fmt.Sscanf(values[ink], "#%02x%02x%02x", &r, &g, &b)
	return color.NRGBA{r, g, b, uint8(math.Round(255 * (1 - pale)))}
}

// finish paints the inside and the edge of what was traced.
func (c *canvas) finish(l Look) {
	if l.Fill != "" {
		c.SetColor(colourOf(l.Fill, l.Pale))
		c.FillPreserve()
	}
	if l.Stroke != "" {
		c.SetColor(colourOf(l.Stroke, 0))
		c.SetLineWidth(l.Width * c.scale)
		if l.Dash > 0 {
			c.SetDash(l.Dash * c.scale)
		}
		c.StrokePreserve()
		c.SetDash()
	}
	c.ClearPath()
}

func (p Path) paint(c *canvas) {
	for i, point := range p.Points {
		x, y := c.at(point.X, point.Y)
		if i == 0 {
			c.MoveTo(x, y)
			continue
		}
		c.LineTo(x, y)
	}
	if p.Closed {
		c.ClosePath()
	}
	c.finish(p.Look)
}

func (b Box) paint(c *canvas) {
	x, y := c.at(b.X, b.Y)
	c.DrawRectangle(x, y, b.Width*c.scale, b.Height*c.scale)
	c.finish(b.Look)
}

func (o Circle) paint(c *canvas) {
	x, y := c.at(o.X, o.Y)
	c.DrawCircle(x, y, o.Radius*c.scale)
	c.finish(o.Look)
}

func (d Dots) paint(c *canvas) {
	for _, at := range d.Centres {
		Circle{at.X, at.Y, d.Radius, d.Look}.paint(c)
	}
}

func (a At) paint(c *canvas) {
	c.x, c.y = c.x+a.X, c.y+a.Y
	for _, shape := range a.Shapes {
		shape.paint(c)
	}
	c.x, c.y = c.x-a.X, c.y-a.Y
}

func (p Said) paint(c *canvas) {
	for _, shape := range p.Shapes {
		shape.paint(c)
	}
}

func (w Words) paint(c *canvas) {
	x, y := c.at(w.Left(), w.Y)
	c.SetColor(colourOf(w.Ink, 0))
	for _, r := range w.Face.runs(w.Text) {
		if r.file < 0 {
			c.paintPixels(r.text, x, y, w.Size*c.scale, colourOf(w.Ink, 0))
			x += w.Face.Width(r.text, w.Size) * c.scale
			continue
		}
		face, err := c.face(faceAt{w.Face, r.file, w.Size * c.scale})
		if err != nil {
			c.fault = err
			return
		}
		c.SetFontFace(face)
		c.DrawString(r.text, x, y)
		x += w.Face.Width(r.text, w.Size) * c.scale
	}
}

func (c *canvas) face(at faceAt) (font.Face, error) {
	if face, made := c.faces[at]; made {
		return face, nil
	}
	face, err := opentype.NewFace(parsed()[at.face][at.file], &opentype.FaceOptions{Size: at.size, DPI: 72, Hinting: font.HintingNone})
	c.faces[at] = face
	return face, err
}

// paintPixels draws letters as small pictures, made as large as the text.
func (c *canvas) paintPixels(text string, x, y, size float64, ink color.Color) {
	metrics := pixels.Metrics()
	width, height := font.MeasureString(pixels, text).Ceil(), (metrics.Ascent + metrics.Descent).Ceil()
	small := image.NewAlpha(image.Rect(0, 0, width, height))
	drawer := font.Drawer{Dst: small, Src: image.Opaque, Face: pixels, Dot: fixed.Point26_6{Y: metrics.Ascent}}
	drawer.DrawString(text)
	scale := pixelScale * size / pixelSize
	top := y - float64(metrics.Ascent.Ceil())*scale
	large := image.NewAlpha(image.Rect(0, 0, int(math.Ceil(float64(width)*scale)), int(math.Ceil(float64(height)*scale))))
	draw.CatmullRom.Scale(large, large.Bounds(), small, small.Bounds(), draw.Src, nil)
	place := large.Bounds().Add(image.Pt(int(x), int(top)))
	draw.DrawMask(c.Image().(draw.Image), place, image.NewUniform(ink), image.Point{}, large, image.Point{}, draw.Over)
}
