package sheet

import (
	"strings"

	"github.com/xuri/excelize/v2"
)

// merges are the merged cells of a sheet, by the rows they reach over. What stands in
// the first of merged cells is meant for all of them.
type merges map[int][]span

// span is the columns of merged cells, from 0, both included.
type span struct {
	first, last int
	text        string
	// top is the row that they begin in, bottom the one they end in.
	top, bottom int
}

// mostMerged bounds the rows that merged cells reach over.
const mostMerged = 1 << 20

func mergesOf(book *excelize.File, sheet string) (merges, error) {
	cells, err := book.GetMergeCells(sheet, true)
	if err != nil {
		return nil, err
	}
	m, rows := make(merges), 0
	for _, cell := range cells {
		first, top, err := excelize.CellNameToCoordinates(cell.GetStartAxis())
		if err != nil {
			continue // a range of another form merges nothing
		}
		last, bottom, err := excelize.CellNameToCoordinates(cell.GetEndAxis())
		if err != nil || top == bottom && first == last {
			continue
		}
		text, err := book.GetCellValue(sheet, cell.GetStartAxis())
		if err != nil {
			return nil, err
		}
		for row := top; row <= bottom && rows < mostMerged; row++ {
			m[row] = append(m[row], span{first - 1, last - 1, text, top, bottom})
			rows++
		}
	}
	return m, nil
}

// fill writes into the cells of a row what merged cells mean for them. The first row
// names columns, of which no two may have one name.
func (m merges) fill(cells []string, row int) []string {
	for _, s := range m[row] {
		last := s.last
		if s.top == 1 && row == 1 {
			last = s.first
		}
		for len(cells) <= last && s.text != "" {
			cells = append(cells, "")
		}
		for at := s.first; at <= last && at < len(cells); at++ {
			if cells[at] == "" {
				cells[at] = s.text
			}
		}
	}
	return cells
}

// isBanner reports whether a row holds nothing but one text over several columns: a
// heading between the rows.
func (m merges) isBanner(cells []string, row int) bool {
	for _, s := range m[row] {
		if s.top != s.bottom || s.last == s.first || row == 1 {
			continue
		}
		others := 0
		for at, cell := range cells {
			if (at < s.first || at > s.last) && strings.TrimSpace(cell) != "" {
				others++
			}
		}
		if others == 0 {
			return true
		}
	}
	return false
}
