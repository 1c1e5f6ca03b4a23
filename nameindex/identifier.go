package nameindex

import (
	"encoding/binary"
	"strconv"
)

// identifierForm is what IDs that end in digits share: what precedes the number,
// and how many digits it is filled to with zeros (0 for none).
type identifierForm struct {
	before string
	width  int
}

// mostForms bounds the table; IDs of further forms are written out.
const mostForms = 1 << 14

// mostDigits is how many digits surely fit a number.
const mostDigits = 18

// identifierForms are the forms met so far, numbered from 1.
type identifierForms struct {
	numbers map[identifierForm]uint64
	forms   []identifierForm
}

// splitID is the form and number of an ID, ok being false where it has none.
func splitID(id string) (form identifierForm, number uint64, ok bool) {
	start := len(id)
	for start > 0 && len(id)-start < mostDigits && '0' <= id[start-1] && id[start-1] <= '9' {
		start--
	}
	if start == len(id) {
		return form, 0, false
	}
	digits := id[start:]
	number, err := strconv.ParseUint(digits, 10, 64)
	form.before = id[:start]
	if digits[0] == '0' {
		form.width = len(digits)
	}
	return form, number, err == nil
}

// append writes an ID: the number of its form and its number, or 0 and the ID.
func (f *identifierForms) append(to []byte, id string) []byte {
	if form, number, ok := splitID(id); ok {
		if n := f.number(form); n > 0 {
			return binary.AppendUvarint(binary.AppendUvarint(to, n), number)
		}
	}
	to = append(to, 0)
	to = binary.AppendUvarint(to, uint64(len(id)))
	return append(to, id...)
}

// number is a form's number, 0 if there is no room for it.
func (f *identifierForms) number(form identifierForm) uint64 {
	if n, ok := f.numbers[form]; ok || len(f.forms) >= mostForms {
		return n
	}
	if f.numbers == nil {
		f.numbers = map[identifierForm]uint64{}
	}
	f.forms = append(f.forms, form)
	f.numbers[form] = uint64(len(f.forms))
	return uint64(len(f.forms))
}

func (f *identifierForms) read(from *cursor) string {
	n := from.uvarint()
	if n == 0 {
		return string(from.bytes(from.uvarint()))
	}
	number := from.uvarint()
	if n > uint64(len(f.forms)) {
		from.fail()
		return ""
	}
	form := f.forms[n-1]
	buffer := append(make([]byte, 0, 32), form.before...)
	digits := strconv.AppendUint(make([]byte, 0, 20), number, 10)
	for i := len(digits); i < form.width; i++ {
		buffer = append(buffer, '0')
	}
	return string(append(buffer, digits...))
}

func (f *identifierForms) encode() []byte {
	var table []byte
	for _, form := range f.forms {
		table = binary.AppendUvarint(table, uint64(len(form.before)))
		table = append(table, form.before...)
		table = append(table, byte(form.width))
	}
	return table
}

func decodeForms(table []byte) (identifierForms, bool) {
	var forms identifierForms
	from := cursor{data: table}
	for len(from.data) > 0 {
		before := from.bytes(from.uvarint())
		width := from.bytes(1)
		if from.failed || width[0] > mostDigits {
			return forms, false
		}
		forms.forms = append(forms.forms, identifierForm{string(before), int(width[0])})
	}
	return forms, true
}
