package drawing

import (
	"bytes"
	"encoding/base64"
	"encoding/xml"
	"fmt"
	"strconv"
	"strings"
	"sync"

	"rolecall/fonts"
)

// Page is a drawing as SVG within a page: its inks and faces are the page's variables, and
// what can be pointed at has a name, to be walked through by a script and read by a screen
// reader.
func (d Drawing) Page() []byte {
	s := &svg{colour: func(ink Ink) string { return "var(--" + string(ink) + ")" }, family: map[Face]string{Serif: "var(--serif)", Sans: "var(--sans)"}}
	d.write(s, "group")
	return s.Bytes()
}

// FileStyle is the style sheet of every SVG that stands alone: the faces, within, so that it
// looks alike wherever it is put. A server names its hash in the policy of such a file.
var FileStyle = sync.OnceValue(func() string {
	var style strings.Builder
	for _, face := range []Face{Sans, Serif} {
		content, err := fonts.Read(files[face][0] + ".woff2")
		if err != nil {
			panic(err) // it is part of the program
		}
		fmt.Fprintf(&style, `@font-face{font-family:"%s";font-weight:%s;src:url(data:font/woff2;base64,%s) format("woff2")}`,
			familyNames[face], weights[face], base64.StdEncoding.EncodeToString(content))
	}
	return style.String()
})

var (
	familyNames = map[Face]string{Sans: "Source Sans 3", Serif: "Source Serif 4"}
	weights     = map[Face]string{Sans: "400", Serif: "600"}
)

// File is a drawing as SVG that stands alone, on light paper. Its texts keep to their width
// where a program that shows it knows no faces within.
func (d Drawing) File() []byte {
	s := &svg{colour: func(ink Ink) string { return values[ink] }, alone: true, family: map[Face]string{
		Serif: `'Source Serif 4', 'Noto Serif', Georgia, serif`, Sans: `'Source Sans 3', 'Noto Sans', Helvetica, Arial, sans-serif`,
	}}
	paper := Box{0, 0, d.Width, d.Height, Look{Fill: Paper}}
	d.Shapes = append([]Shape{paper}, d.Shapes...)
	d.write(s, "img")
	return s.Bytes()
}

func (d Drawing) write(s *svg, role string) {
	s.open("svg")
	if s.alone {
		s.attribute("xmlns", "http://www.w3.org/2000/svg")
		s.number("width", d.Width)
		s.number("height", d.Height)
	}
	s.attribute("viewBox", "0 0 "+figure(d.Width)+" "+figure(d.Height))
	s.attribute("font-family", s.family[Sans])
	s.attribute("role", role)
	s.attribute("aria-label", d.Words)
	s.WriteString(">")
	if s.alone {
		s.WriteString("<style>" + FileStyle() + "</style>")
	}
	for _, shape := range d.Shapes {
		shape.writeSVG(s)
	}
	s.WriteString("</svg>")
}

// svg is a picture as it is written.
type svg struct {
	bytes.Buffer
	colour func(Ink) string
	family map[Face]string
	// alone says that it is a file, and no part of a page.
	alone bool
}

func (s *svg) open(name string) { s.WriteString("<" + name) }

func (s *svg) attribute(name, value string) {
	s.WriteString(" " + name + `="`)
	s.text(value)
	s.WriteString(`"`)
}

// text writes a text escaped, and without the characters that XML has no place for.
func (s *svg) text(words string) {
	_ = xml.EscapeText(s, []byte(strings.Map(shown, words))) // a buffer takes what is written
}

// shown drops the characters that control and do not show.
func shown(letter rune) rune {
	if letter < ' ' || letter == 0x7f || letter >= 0x202a && letter <= 0x202e || letter >= 0x2066 && letter <= 0x2069 {
		return -1
	}
	return letter
}

func (s *svg) number(name string, value float64) {
	s.WriteString(" " + name + `="` + figure(value) + `"`)
}

// figure is a measure to a tenth of a pixel.
func figure(value float64) string {
	return strings.TrimSuffix(strconv.FormatFloat(value, 'f', 1, 64), ".0")
}

func (s *svg) look(l Look) {
	fill := "none"
	if l.Fill != "" {
		fill = s.colour(l.Fill)
	}
	s.attribute("fill", fill)
	if l.Pale > 0 {
		s.attribute("fill-opacity", strconv.FormatFloat(1-l.Pale, 'f', 2, 64))
	}
	if l.Stroke == "" {
		return
	}
	s.attribute("stroke", s.colour(l.Stroke))
	s.number("stroke-width", l.Width)
	if l.Dash > 0 {
		s.number("stroke-dasharray", l.Dash)
	}
}

func (w Words) writeSVG(s *svg) {
	s.open("text")
	s.number("x", w.X)
	s.number("y", w.Y)
	s.number("font-size", w.Size)
	if w.Face != Sans {
		s.attribute("font-family", s.family[w.Face])
		s.attribute("font-weight", weights[w.Face])
	}
	if s.alone && w.Text != "" {
		s.number("textLength", w.Face.Width(w.Text, w.Size))
		s.attribute("lengthAdjust", "spacingAndGlyphs")
	}
	if w.Anchor == Middle || w.Anchor == End {
		s.attribute("text-anchor", string(w.Anchor))
	}
	s.attribute("fill", s.colour(w.Ink))
	s.WriteString(">")
	s.text(set(w.Text))
	s.WriteString("</text>")
}

func (p Path) writeSVG(s *svg) {
	if len(p.Points) == 0 {
		return
	}
	s.open("path")
	s.WriteString(` d="`)
	for i, at := range p.Points {
		s.WriteString(map[bool]string{true: "M", false: "L"}[i == 0] + figure(at.X) + " " + figure(at.Y))
	}
	if p.Closed {
		s.WriteString("z")
	}
	s.WriteString(`"`)
	s.look(p.Look)
	if p.Look.Stroke != "" {
		s.attribute("stroke-linejoin", "round")
	}
	s.WriteString("/>")
}

func (b Box) writeSVG(s *svg) {
	s.box(b)
	s.look(b.Look)
	s.WriteString("/>")
}

func (s *svg) box(b Box) {
	s.open("rect")
	s.number("x", b.X)
	s.number("y", b.Y)
	s.number("width", b.Width)
	s.number("height", b.Height)
}

func (c Circle) writeSVG(s *svg) {
	s.open("circle")
	s.number("cx", c.X)
	s.number("cy", c.Y)
	s.number("r", c.Radius)
	s.look(c.Look)
	s.WriteString("/>")
}

// writeSVG writes many dots as one path of arcs, which takes a fifth of the room.
func (d Dots) writeSVG(s *svg) {
	if len(d.Centres) == 0 {
		return
	}
	s.open("path")
	s.WriteString(` d="`)
	r, across := figure(d.Radius), figure(2*d.Radius)
	for _, at := range d.Centres {
		s.WriteString("M" + figure(at.X-d.Radius) + " " + figure(at.Y) + "a" + r + " " + r + " 0 1 0 " + across + " 0a" + r + " " + r + " 0 1 0-" + across + " 0")
	}
	s.WriteString(`"`)
	s.look(d.Look)
	s.WriteString("/>")
}

func (a At) writeSVG(s *svg) {
	s.open("g")
	s.attribute("transform", "translate("+figure(a.X)+" "+figure(a.Y)+")")
	s.WriteString(">")
	for _, shape := range a.Shapes {
		shape.writeSVG(s)
	}
	s.WriteString("</g>")
}

func (p Said) writeSVG(s *svg) {
	s.WriteString(`<g class="said" role="img"><title>`)
	s.text(p.Words)
	s.WriteString("</title>")
	s.box(p.Over)
	s.WriteString(` class="over" fill="transparent"/>`)
	for _, shape := range p.Shapes {
		shape.writeSVG(s)
	}
	s.WriteString("</g>")
}
