package render

import (
	"strconv"
	"strings"

	"rolecall"
	"rolecall/measure"
)

// grid writes who held which role in which episode: roles down, episodes
// across, one mark for each person. Where the page is too narrow for a season,
// the episodes go on in a further block.
func (p *page) grid(l measure.Lineup) {
	lines := p.gridLines(l)
	widths := cellWidths(l, lines)
	label := 0
	for _, line := range lines {
		label = max(label, widthOf(line.name)+2)
	}
	p.section("Episode by episode")
	for from := 0; from < len(widths); {
		to, used := from, label
		for to < len(widths) && (to == from || used+widths[to]-1 <= p.width) {
			used += widths[to]
			to++
		}
		p.gridBlock(l, lines, widths, label, from, to)
		from = to
	}
	p.sentence(p.colors.legend())
}

func (p *page) gridBlock(l measure.Lineup, lines []gridLine, widths []int, label, from, to int) {
	header := padded("", label)
	for i := from; i < to; i++ {
		header += padded(strconv.Itoa(l.Leaves[i].Episode), widths[i])
	}
	p.line("%s", p.colors.quiet(strings.TrimRight(header, " ")))
	for _, line := range lines {
		row := padded(line.name, label)
		for i := from; i < to; i++ {
			row += padded(line.cells[i], widths[i])
		}
		p.line("%s", row)
	}
}

// gridLine is one role: its name and a cell of marks for each episode.
type gridLine struct {
	name  string
	cells []string
}

// crowded is the most people of a role that a cell draws one by one; the cast
// is drawn by its lead.
const crowded = 6

func (p *page) gridLines(l measure.Lineup) []gridLine {
	var lines []gridLine
	for _, r := range l.Roles {
		if r.Role != rolecall.Cast {
			lines = append(lines, p.gridLine(r.Role.Words(), r))
		}
	}
	if lead, known := l.Lead(); known {
		lines = append(lines, p.gridLine("lead (first billed)", lead))
	}
	return lines
}

func (p *page) gridLine(name string, r measure.RoleCount) gridLine {
	line := gridLine{name: name, cells: make([]string, len(r.PerTitle))}
	for i, tally := range r.PerTitle {
		line.cells[i] = p.cell(tally)
	}
	return line
}

// cell is a mark for each person, or numbers where there are many.
func (p *page) cell(t rolecall.Tally) string {
	if t.Total() == 0 {
		return p.colors.quiet(noCredit)
	}
	var cell strings.Builder
	for _, g := range rolecall.Genders() {
		switch n := t.Of(g); {
		case n == 0:
		case t.Total() <= crowded:
			cell.WriteString(strings.Repeat(p.colors.mark(g), n))
		default:
			cell.WriteString(p.colors.gendered(strconv.Itoa(n)+marks[g], g))
		}
	}
	return cell.String()
}

// cellWidths are the widths of the episodes' columns, a blank included.
func cellWidths(l measure.Lineup, lines []gridLine) []int {
	widths := make([]int, len(l.Leaves))
	for i, leaf := range l.Leaves {
		widths[i] = len(strconv.Itoa(leaf.Episode))
		for _, line := range lines {
			widths[i] = max(widths[i], widthOf(line.cells[i]))
		}
		widths[i]++
	}
	return widths
}
