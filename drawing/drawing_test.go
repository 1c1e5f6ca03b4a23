package drawing_test

import (
	"bytes"
	"encoding/xml"
	"fmt"
	"image"
	"image/png"
	"io"
	"math"
	"strings"
	"testing"

	"pgregory.net/rapid"

	"rolecall/drawing"
)

// texts are what a picture may have to show: names come from anybody's lists.
var texts = []string{"", "Ž", "Jessica Jones", "是枝裕和", "Кира Муратова", "Αγγελόπουλος", "봉준호", strings.Repeat("word ", 60), strings.Repeat("x", 400), "a\x00\u202e\ufffd<&\"'>\xff"}

// A text is broken and cut so that it never runs over its width, and no word is lost where
// there is room for all.
func TestTextsKeepToTheirWidth(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		text := rapid.OneOf(rapid.SampledFrom(texts), rapid.String()).Draw(t, "text")
		face := rapid.SampledFrom([]drawing.Face{drawing.Sans, drawing.Serif}).Draw(t, "face")
		size, width := rapid.Float64Range(8, 40).Draw(t, "size"), rapid.Float64Range(120, 800).Draw(t, "width")
		lines := face.Wrap(text, size, width)
		if joined, want := strings.Join(lines, ""), strings.Join(strings.Fields(text), ""); strings.Join(strings.Fields(joined), "") != want {
			t.Fatalf("%q is broken into %q", want, joined)
		}
		most := face.WrapAtMost(3, text, size, width)
		if len(most) > 3 {
			t.Fatalf("%d lines", len(most))
		}
		for _, line := range append(append(lines, most...), append(face.Balanced(3, text, size, width), face.Shorten(text, size, width))...) {
			if got := face.Width(line, size); got > width+0.01 {
				t.Fatalf("%q is %v wide, and has room of %v", line, got, width)
			}
		}
	})
}

// A number stays in its line, with its sign of percent and its thousands.
func TestNumbersAreNotBroken(t *testing.T) {
	lines := drawing.Sans.Wrap("of 1\u202f234\u202f567 films 38 % are", 12, drawing.Sans.Width("of 1\u202f234\u202f567 films 38", 12))
	if strings.Join(lines, "|") != "of 1\u202f234\u202f567 films|38\u00a0% are" {
		t.Errorf("%q", lines)
	}
	if thin, digit := drawing.Sans.Width("\u202f", 12), drawing.Sans.Width("0", 12); thin <= 0 || thin > digit/2 {
		t.Errorf("between thousands there is room of %v, a digit has %v", thin, digit)
	}
}

// every is a drawing of each shape.
func every(text string) drawing.Drawing {
	look := drawing.Look{Fill: drawing.First, Stroke: drawing.Text, Pale: 0.5, Width: 1, Dash: 2}
	at := drawing.Point{X: 20, Y: 30}
	return drawing.Drawing{Width: 300, Height: 100, Words: text, Shapes: []drawing.Shape{
		drawing.Said{Words: text, Over: drawing.Box{X: 1, Y: 2, Width: 3, Height: 4}, Shapes: []drawing.Shape{
			drawing.At{X: 5, Y: 5, Shapes: []drawing.Shape{drawing.Path{Points: []drawing.Point{at, {X: 40, Y: 40}}, Closed: true, Look: look}}},
			drawing.Circle{X: 9, Y: 9, Radius: 4, Look: look}, drawing.Dots{Centres: []drawing.Point{at}, Radius: 3, Look: look},
			drawing.Box{X: 50, Y: 50, Width: 10, Height: 10, Look: look}, drawing.Path{}, drawing.Dots{},
			drawing.Mark(0, 70, 70, 3, true), drawing.Mark(1, 80, 70, 3, false), drawing.Mark(2, 90, 70, 3, false),
			drawing.Words{X: 150, Y: 60, Text: text, Face: drawing.Serif, Size: 12, Ink: drawing.Text, Anchor: drawing.Middle},
		}},
	}}
}

// Whatever the words, SVG is XML that holds them, a page's with neither style nor script, and
// PNG a picture of the size asked for.
func TestEverySurfaceTakesEveryText(t *testing.T) {
	for _, text := range texts {
		d := every(text)
		for name, content := range map[string][]byte{"page": d.Page(), "file": d.File()} {
			read := xml.NewDecoder(bytes.NewReader(content))
			said := ""
			for {
				token, err := read.Token()
				if err == io.EOF {
					break
				}
				if err != nil {
					t.Fatalf("%.20q as %s: %v", text, name, err)
				}
				if letters, is := token.(xml.CharData); is {
					said += string(letters)
				}
				if element, is := token.(xml.StartElement); is {
					for _, a := range element.Attr {
						if a.Name.Local == "style" || strings.HasPrefix(a.Name.Local, "on") {
							t.Errorf("%s has %s", name, a.Name.Local)
						}
					}
				}
			}
			if plain := strings.Fields(text); len(plain) > 0 && text[0] < 0x80 && !strings.Contains(text, "\x00") && !strings.Contains(said, plain[0]) {
				t.Errorf("%s does not hold %.20q", name, text)
			}
		}
		var out bytes.Buffer
		if err := d.PNG(&out, 2); err != nil {
			t.Fatalf("%.20q: %v", text, err)
		}
		if picture, err := png.Decode(&out); err != nil || picture.Bounds() != image.Rect(0, 0, 600, 200) {
			t.Errorf("%.20q: no picture: %v", text, err)
		}
	}
}

// Letters that the faces of the pages lack are drawn, each its own, and not as boxes.
func TestLettersOfOtherScriptsAreDrawn(t *testing.T) {
	seen := make(map[string]string)
	for _, letter := range strings.Split("是 枝 裕 和 Ж ω 봉 ก", " ") {
		var out bytes.Buffer
		d := drawing.Drawing{Width: 40, Height: 40, Shapes: []drawing.Shape{drawing.Words{X: 5, Y: 30, Text: letter, Face: drawing.Sans, Size: 20, Ink: drawing.Text}}}
		if err := d.PNG(&out, 1); err != nil {
			t.Fatal(err)
		}
		if other, same := seen[out.String()]; same {
			t.Errorf("%s is drawn as %s", letter, other)
		}
		seen[out.String()] = letter
	}
}

// An ink of a series is read on paper, told from the others and from those of genders by
// readers who see few colours. Each is compared as normal eyes see it and as those do that
// lack one kind of cone (Machado and others, 2009).
func TestSeriesAreToldApart(t *testing.T) {
	for _, ink := range drawing.Series() {
		if c := contrast(drawing.Inks()[ink], drawing.Inks()[drawing.Paper]); c < 4.5 {
			t.Errorf("%s on paper: contrast %.1f", ink, c)
		}
	}
	for eyes, see := range cones {
		for i, a := range drawing.Series() {
			for _, b := range drawing.Series()[i+1:] {
				if d := distance(see, drawing.Inks()[a], drawing.Inks()[b]); d < 20 {
					t.Errorf("%s: %s and %s are %.0f apart", eyes, a, b, d)
				}
			}
		}
	}
	for _, series := range drawing.Series() {
		for _, gender := range []drawing.Ink{drawing.Woman, drawing.Man, drawing.Nonbinary} {
			if d := distance(cones["all"], drawing.Inks()[series], drawing.Inks()[gender]); d < 20 {
				t.Errorf("%s and %s are %.0f apart", series, gender, d)
			}
		}
	}
}

// cones are how eyes see linear red, green and blue.
var cones = map[string][9]float64{
	"all":          {1, 0, 0, 0, 1, 0, 0, 0, 1},
	"protanopia":   {0.152286, 1.052583, -0.204868, 0.114503, 0.786281, 0.099216, -0.003882, -0.048116, 1.051998},
	"deuteranopia": {0.367322, 0.860646, -0.227968, 0.280085, 0.672501, 0.047413, -0.011820, 0.042940, 0.968881},
	"tritanopia":   {1.255528, -0.076749, -0.178779, -0.078411, 0.930809, 0.147602, 0.004733, 0.691367, 0.303900},
}

func linear(ink string) (rgb [3]float64) {
	var bytes [3]int
	fmt.Sscanf(ink, "#%02x%02x%02x", &bytes[0], &bytes[1], &bytes[2])
	for i, b := range bytes {
		c := float64(b) / 255
		if rgb[i] = c / 12.92; c > 0.04045 {
			rgb[i] = math.Pow((c+0.055)/1.055, 2.4)
		}
	}
	return rgb
}

func contrast(a, b string) float64 {
	light := func(ink string) float64 {
		c := linear(ink)
		return 0.2126*c[0] + 0.7152*c[1] + 0.0722*c[2] + 0.05
	}
	return max(light(a), light(b)) / min(light(a), light(b))
}

// distance is how far two inks are apart in CIE L*a*b*, as some eyes see them.
func distance(see [9]float64, a, b string) float64 {
	lab := func(ink string) [3]float64 {
		c := linear(ink)
		var seen [3]float64
		for i := range seen {
			seen[i] = min(max(see[3*i]*c[0]+see[3*i+1]*c[1]+see[3*i+2]*c[2], 0), 1)
		}
		f := func(t float64) float64 {
			if t > 0.008856 {
				return math.Cbrt(t)
			}
			return 7.787*t + 16.0/116
		}
		x := f((0.4124*seen[0] + 0.3576*seen[1] + 0.1805*seen[2]) / 0.9505)
		y := f(0.2126*seen[0] + 0.7152*seen[1] + 0.0722*seen[2])
		z := f((0.0193*seen[0] + 0.1192*seen[1] + 0.9505*seen[2]) / 1.089)
		return [3]float64{116*y - 16, 500 * (x - y), 200 * (y - z)}
	}
	p, q := lab(a), lab(b)
	return math.Sqrt((p[0]-q[0])*(p[0]-q[0]) + (p[1]-q[1])*(p[1]-q[1]) + (p[2]-q[2])*(p[2]-q[2]))
}
