package web

import (
	"html/template"

	"rolecall/chart"
	"rolecall/render"
)

// figureView is a chart within a page: laid out for a desk and for a phone, of which the page
// shows the one that it has room for, and what stands in words below.
type figureView struct {
	Wide, Narrow template.HTML
	Key          string
	Notes        []string
}

// figureOf draws a chart for a page that says its title above.
func figureOf(c chart.Chart) figureView {
	return figureView{Wide: svgOf(c, chart.Wide), Narrow: svgOf(c, chart.Narrow), Key: c.Key, Notes: c.Notes}
}

// svgOf is a chart as markup. It is written by package drawing, which escapes what it is given.
func svgOf(c chart.Chart, width float64) template.HTML {
	return template.HTML(c.Panelled(width).Page())
}

// reportFigure is a report drawn for a page of ours or for a frame in another's: the template
// "figure" shows it.
func reportFigure(d render.Report) *figureView {
	figure := figureOf(d.Chart())
	return &figure
}
