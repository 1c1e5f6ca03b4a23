package crewlist

import (
	"archive/zip"
	"bytes"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/xuri/excelize/v2"

	"rolecall"
	"rolecall/sheet"
	"rolecall/source"
)

// packed is an XLSX file of parts.
func packed(t testing.TB, parts map[string]string) string {
	t.Helper()
	var b bytes.Buffer
	z := zip.NewWriter(&b)
	for name, text := range parts {
		w, err := z.Create(name)
		if err != nil {
			t.Fatal(err)
		}
		if _, err := w.Write([]byte(text)); err != nil {
			t.Fatal(err)
		}
	}
	if err := z.Close(); err != nil {
		t.Fatal(err)
	}
	return b.String()
}

// small is the least that an XLSX file has, with the rows of its sheet as XML.
func small(t testing.TB, rows string, more ...string) string {
	t.Helper()
	parts := map[string]string{
		"[Content_Types].xml":        `<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="xml" ContentType="application/xml"/><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Override PartName="/xl/workbook.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"/><Override PartName="/xl/worksheets/sheet1.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml"/></Types>`,
		"_rels/.rels":                `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="xl/workbook.xml"/></Relationships>`,
		"xl/workbook.xml":            `<workbook xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"><sheets><sheet name="List" sheetId="1" r:id="rId1"/></sheets></workbook>`,
		"xl/_rels/workbook.xml.rels": `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/worksheet" Target="worksheets/sheet1.xml"/></Relationships>`,
		"xl/worksheets/sheet1.xml":   `<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData>` + rows + `</sheetData></worksheet>`,
	}
	for i := 0; i < len(more); i += 2 {
		parts[more[i]] = more[i+1]
	}
	return packed(t, parts)
}

// rowOf is a row of texts.
func rowOf(number int, cells ...string) string {
	var b strings.Builder
	fmt.Fprintf(&b, `<row r="%d">`, number)
	for i, cell := range cells {
		fmt.Fprintf(&b, `<c r="%c%d" t="inlineStr"><is><t>%s</t></is></c>`, 'A'+i, number, cell)
	}
	return b.String() + "</row>"
}

var sheetHead = rowOf(1, "title", "season", "episode", "role", "person")

// book is a workbook that is filled by a function.
func book(t testing.TB, fill func(*excelize.File)) string {
	t.Helper()
	f := excelize.NewFile()
	defer f.Close()
	fill(f)
	out, err := f.WriteToBuffer()
	if err != nil {
		t.Fatal(err)
	}
	return out.String()
}

func TestDaysOfAnyForm(t *testing.T) {
	const filmMap = head + "columns: {title: title, released: day, role: {text: director}, person: person}\n"
	for name, test := range map[string]struct {
		form     string
		date1904 bool
		value    any
		want     string
	}{
		"before 1927":          {"yyyy-mm-dd", false, 8097, "1922-03-02"},
		"by a number alone":    {"", false, 9999, "1927-05-17"},
		"looks like a year":    {"dd/mm/yyyy", false, 2018, "1905-07-10"},
		"is a year":            {"", false, 2018, "2018"},
		"is a year with form":  {"#,##0", false, 2018, "2018"},
		"with time":            {"m/d/yy h:mm", false, 43167.75, "2018-03-08"},
		"in words":             {"d mmmm yyyy", false, 43167, "2018-03-08"},
		"of the epoch of 1904": {"yyyy-mm-dd", true, 41705, "2018-03-08"},
		"of 1904, unformed":    {"", true, 41705, "2018-03-08"},
		"a text":               {"", false, "2018-03-08", "2018-03-08"},
		"a text with time":     {"", false, "2018-03-08 00:00:00", "2018-03-08"},
	} {
		list := book(t, func(f *excelize.File) {
			f.SetSheetRow("Sheet1", "A1", &[]any{"title", "day", "person"})
			f.SetSheetRow("Sheet1", "A2", &[]any{"Bird", test.value, "Ana Lind"})
			if test.form != "" {
				style, err := f.NewStyle(&excelize.Style{CustomNumFmt: &test.form})
				if err != nil {
					t.Fatal(err)
				}
				f.SetCellStyle("Sheet1", "B2", "B2", style)
			}
			f.SetWorkbookProps(&excelize.WorkbookPropsOptions{Date1904: &test.date1904})
		})
		sink, err := read(t, "list.xlsx", list, filmMap, &source.Report{})
		if err != nil || len(sink.Titles) != 1 || sink.Titles[0].Released.String() != test.want {
			t.Errorf("%s: %+v, %v; want %s", name, sink.Titles, err, test.want)
		}
	}
	for _, cell := range []string{`<v>300000</v>`, `<v>0</v>`} {
		list := small(t, rowOf(1, "title", "day", "person")+`<row r="2"><c r="A2" t="inlineStr"><is><t>Bird</t></is></c><c r="B2">`+cell+`</c><c r="C2" t="inlineStr"><is><t>Ana Lind</t></is></c></row>`)
		if sink, err := read(t, "list.xlsx", list, filmMap, &source.Report{}); err == nil {
			t.Errorf("%s is a day: %+v", cell, sink.Titles)
		}
	}
}

// What stands in the first of merged cells is meant for all of them.
func TestMergedCells(t *testing.T) {
	list := book(t, func(f *excelize.File) {
		f.SetSheetRow("Sheet1", "A1", &[]any{"title", "season", "episode", "role", "person"})
		f.SetSheetRow("Sheet1", "A2", &[]any{"Harbour", 1, 1, "director", "Ana Lind"})
		f.SetSheetRow("Sheet1", "C3", &[]any{1, "writer", "Bo Ray"})
		f.SetSheetRow("Sheet1", "A4", &[]any{"The second half"})
		f.SetSheetRow("Sheet1", "A5", &[]any{"Harbour", 2, 1, "director", "Cy Low"})
		f.SetSheetRow("Sheet1", "C6", &[]any{2, "director", "Di Fox"})
		for _, merged := range [][2]string{{"A2", "A3"}, {"B2", "B3"}, {"A4", "E4"}, {"A5", "A6"}, {"B5", "B6"}} {
			f.MergeCell("Sheet1", merged[0], merged[1])
		}
	})
	sink, err := read(t, "list.xlsx", list, plainMap, &source.Report{})
	if err != nil {
		t.Fatal(err)
	}
	var got []string
	for _, c := range sink.Credits {
		got = append(got, c.TitleID+" "+c.PersonID)
	}
	if want := []string{"harbour/1/1 ana-lind", "harbour/1/1 bo-ray", "harbour/2/1 cy-low", "harbour/2/2 di-fox"}; !slices.Equal(got, want) || sink.Kinds()[rolecall.Series] != 1 {
		t.Errorf("%q, want %q; titles %+v", got, want, sink.Titles)
	}
}

// Programs write formulas without their values: what can be worked out is, and what
// cannot is a fault of its row.
func TestFormulasWithoutAValue(t *testing.T) {
	cell := func(at, formula string) string { return `<c r="` + at + `"><f>` + formula + `</f></c>` }
	text := func(at, text string) string {
		return `<c r="` + at + `" t="inlineStr"><is><t>` + text + `</t></is></c>`
	}
	row := func(n int, title, season, episode, role, person string) string {
		return fmt.Sprintf(`<row r="%d">`, n) + title + season + episode + role + person + "</row>"
	}
	good := sheetHead + row(2, text("A2", "Harbour"), `<c r="B2"><v>1</v></c>`, `<c r="C2"><v>1</v></c>`, text("D2", "director"), text("E2", "Ana Lind"))
	for name, test := range map[string]struct{ row, want string }{
		"numbers":          {row(3, cell("A3", "A2"), cell("B3", "1+0"), cell("C3", "C2+1"), text("D3", "director"), text("E3", "Bo Ray")), "harbour/1/2 bo-ray"},
		"with an empty v":  {row(3, text("A3", "Harbour"), `<c r="B3"><f>B2</f><v></v></c>`, `<c r="C3"><f>C2+1</f><v/></c>`, text("D3", "director"), text("E3", "Bo Ray")), "harbour/1/2 bo-ray"},
		"a text":           {row(3, text("A3", "Harbour"), cell("B3", "B2"), cell("C3", "C2+1"), text("D3", "director"), cell("E3", `CONCATENATE("Bo"," ","Ray")`)), "harbour/1/2 bo-ray"},
		"of another sheet": {row(3, text("A3", "Harbour"), cell("B3", "Other!B2"), cell("C3", "C2+1"), text("D3", "director"), text("E3", "Bo Ray")), `list.xlsx:3: the column "season" holds the formula =Other!B2 without its value`},
		"in a circle":      {row(3, text("A3", "Harbour"), cell("B3", "C3"), cell("C3", "B3"), text("D3", "director"), text("E3", "Bo Ray")), `list.xlsx:3: the column "season" holds the formula =C3 without its value`},
		"too much":         {row(3, text("A3", "Harbour"), cell("B3", `REPT("a",999999999)`), cell("C3", "1"), text("D3", "director"), text("E3", "Bo Ray")), "without its value"},
		"unknown":          {row(3, text("A3", "Harbour"), cell("B3", "MYSTERY(1)"), cell("C3", "1"), text("D3", "director"), text("E3", "Bo Ray")), "without its value"},
	} {
		sink, err := read(t, "list.xlsx", small(t, good+test.row), plainMap, &source.Report{})
		said := fmt.Sprint(err)
		if err == nil {
			last := sink.Credits[len(sink.Credits)-1]
			said = last.TitleID + " " + last.PersonID
		}
		if !strings.Contains(said, test.want) {
			t.Errorf("%s: %s\nwant %s", name, said, test.want)
		}
	}
}

// However an XLSX file is damaged or made to harm, it is refused, and nothing of it
// stays on the disk.
func TestHostileSheets(t *testing.T) {
	disk := t.TempDir()
	t.Setenv("TMPDIR", disk)
	person := rowOf(2, "Harbour", "1", "1", "director", "Ana Lind")
	texts := `<sst xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main">`
	wide := `<row r="%d"><c r="XFD%d"><v>1</v></c></row>`
	var widest strings.Builder
	for i := range sheet.MostCells/16384 + 2 {
		fmt.Fprintf(&widest, wide, i+3, i+3)
	}
	for name, test := range map[string]struct{ list, want string }{
		"shared string -1": {small(t, sheetHead+`<row r="2"><c r="A2" t="s"><v>-1</v></c></row>`, "xl/sharedStrings.xml", texts+"</sst>"), "list.xlsx"},
		"many texts":       {small(t, sheetHead+person, "xl/sharedStrings.xml", texts+strings.Repeat("<si/>", sheet.MostTexts+1)+"</sst>"), "too much for a list in a sheet"},
		"large texts":      {small(t, sheetHead+person, "xl/sharedStrings.xml", texts+"<si><t>"+strings.Repeat("x", sheet.LargestTexts)+"</t></si></sst>"), "too much for a list in a sheet"},
		"large picture":    {small(t, sheetHead+person, "xl/media/image1.png", strings.Repeat("x", sheet.LargestRest+1)), "too much for a list in a sheet"},
		"packed bomb":      {small(t, sheetHead+person+strings.Repeat(" ", 100<<20)), "too much for a list in a sheet"},
		"wide rows":        {small(t, sheetHead+person+widest.String()), "reach to more than"},
		"cut XML":          {small(t, sheetHead+person+`<row r="3"><c r="A3"><v>1</v></c></row></c></oops>`+rowOf(9, "Harbour", "1", "2", "director", "Bo Ray")), "is damaged after row"},
		"no sheet":         {packed(t, map[string]string{"xl/workbook.xml": "<workbook/>"}), "list.xlsx"},
		"empty archive":    {packed(t, nil), "list.xlsx"},
		"old workbook":     {"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1 and so on", "an old workbook (.xls) or has a password"},
	} {
		t.Run(name, func(t *testing.T) {
			_, err := read(t, "list.xlsx", test.list, plainMap, &source.Report{MostBadLines: 1 << 20})
			if err == nil || !strings.Contains(err.Error(), test.want) {
				t.Errorf("%.300v\nwant %s", err, test.want)
			}
			if left, _ := filepath.Glob(filepath.Join(disk, "rolecall-sheet-*")); len(left) > 0 {
				t.Errorf("left on the disk: %v", left)
			}
		})
	}
	if _, err := read(t, "list.xlsx", small(t, sheetHead+person), plainMap, &source.Report{}); err != nil {
		t.Errorf("the least there can be: %v", err)
	}
	if left, _ := os.ReadDir(disk); slices.ContainsFunc(left, func(e os.DirEntry) bool {
		return strings.HasPrefix(e.Name(), "excelize") || strings.HasPrefix(e.Name(), "rolecall-sheet")
	}) {
		t.Errorf("left on the disk: %v", left)
	}
}

// FuzzSheet damages what is inside of a file: bytes of the archive itself that are
// wrong are found by its checksums before anything is read.
func FuzzSheet(f *testing.F) {
	f.Add(sheetHead+rowOf(2, "Harbour", "1", "1", "director", "Ana Lind"), "", "")
	f.Add(`<row><c t="s"><v>-1</v></c></row>`, `</sheetData><mergeCells><mergeCell ref="A1:B2"/></mergeCells>`, `<sst><si><t>a</t></si></sst>`)
	f.Add(sheetHead+`<row r="2"><c r="A2" s="1"><v>43167</v></c><c r="B2"><f>C2+1</f></c><c r="C2" t="e"><v>#REF!</v></c><c r="D2" t="b"><v>1</v></c></row>`, "", `<sst count="9"><si><r><t>a</t></r></si></sst>`)
	f.Add(`<row r="1048577"><c r="XFD1"><f t="shared" si="0" ref="A1:B2">A1</f></c></row>`, `</sheetData><mergeCells><mergeCell ref="A1:XFD1048576"/></mergeCells><sheetData>`, "")
	m, err := parseMap("map.yaml", []byte(plainMap))
	if err != nil {
		f.Fatal(err)
	}
	path := filepath.Join(f.TempDir(), "list.xlsx")
	f.Fuzz(func(t *testing.T, rows, behind, texts string) {
		if err := os.WriteFile(path, []byte(small(t, rows+behind, "xl/sharedStrings.xml", texts)), 0o600); err != nil {
			t.Fatal(err)
		}
		list, err := openTable(path, m, &source.Report{})
		if err != nil {
			return
		}
		defer list.Close()
		for range 1000 {
			if _, _, err := list.Next(); err != nil {
				return
			}
		}
	})
}
