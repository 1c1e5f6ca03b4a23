package card_test

import (
	"bytes"
	"image"
	"image/color"
	"image/png"
	"strings"
	"testing"

	"rolecall"
	"rolecall/web/card"
)

func draw(t *testing.T, c card.Card) image.Image {
	t.Helper()
	content, err := card.Draw(c)
	if err != nil {
		t.Fatal(err)
	}
	picture, err := png.Decode(bytes.NewReader(content))
	if err != nil {
		t.Fatal(err)
	}
	if picture.Bounds() != image.Rect(0, 0, card.Width, card.Height) {
		t.Errorf("the picture is %v", picture.Bounds())
	}
	return picture
}

// inked counts the pixels of a colour in a part of a picture.
func inked(p image.Image, part image.Rectangle, c color.RGBA) (n int) {
	for y := part.Min.Y; y < part.Max.Y; y++ {
		for x := part.Min.X; x < part.Max.X; x++ {
			if r, g, b, _ := p.At(x, y).RGBA(); uint8(r>>8) == c.R && uint8(g>>8) == c.G && uint8(b>>8) == c.B {
				n++
			}
		}
	}
	return n
}

// Shape tells genders apart without colour: a disc has more ink than a ring, and
// a dashed ring less.
func TestShapesTellGendersApart(t *testing.T) {
	colours := map[rolecall.Gender]color.RGBA{
		rolecall.Woman: {0x4b, 0x2e, 0x83, 0xff}, rolecall.Man: {0xb5, 0x66, 0x0f, 0xff}, rolecall.Unknown: {0x77, 0x71, 0x6a, 0xff},
	}
	marks := image.Rect(340, 200, card.Width, 530)
	ink := make(map[rolecall.Gender]int)
	for gender, colour := range colours {
		p := draw(t, card.Card{Headline: "H", Rows: []card.Row{{Name: "director", Cells: [][]rolecall.Gender{{gender}}}}})
		ink[gender] = inked(p, marks, colour)
	}
	if !(ink[rolecall.Woman] > ink[rolecall.Man] && ink[rolecall.Man] > ink[rolecall.Unknown] && ink[rolecall.Unknown] > 0) {
		t.Errorf("ink: %v", ink)
	}
}

// Whatever a title is called, the picture is drawn and nothing runs over its
// edge.
func TestAnyTextFits(t *testing.T) {
	long := make([][]rolecall.Gender, 300)
	for i := range long {
		long[i] = rolecall.Genders()
	}
	for _, text := range []string{"", "Ž", "是枝裕和", strings.Repeat("word ", 900), strings.Repeat("x", 5000), "a\x00\u202e\ufffd"} {
		p := draw(t, card.Card{Above: text, Headline: text, Foot: "foot", Lines: []string{text}, Rows: []card.Row{{Name: "role", Cells: long}, {Name: "none", Cells: nil}}})
		edge := image.Rect(card.Width-20, 0, card.Width, card.Height)
		if clean := inked(p, edge, color.RGBA{0xfb, 0xfa, 0xf7, 0xff}); clean != edge.Dx()*edge.Dy() {
			t.Errorf("%.10q runs over the edge", text)
		}
	}
}
