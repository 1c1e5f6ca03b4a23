package imdb

import (
	"strconv"
	"unsafe"
)

// IMDb's identifiers are two letters and at least seven digits. Here they are
// their numbers, which take a quarter of the room and can index a slice.
const (
	titlePrefix, personPrefix = "tt", "nm"
	fewestDigits, mostDigits  = 7, 8
)

// number is the number of an identifier with a prefix; false if it is none.
func number(id []byte, prefix string) (uint32, bool) {
	if len(id) < 2+fewestDigits || len(id) > 2+mostDigits || string(id[:2]) != prefix || len(id) == 2+mostDigits && id[2] == '0' {
		return 0, false
	}
	n, ok := wholeNumber(id[2:], 0, 1e8-1)
	return uint32(n), ok
}

func titleID(number uint32) string  { return identifier(titlePrefix, number) }
func personID(number uint32) string { return identifier(personPrefix, number) }

// identifier is fmt.Sprintf("%s%07d"), of which an import needs some ten millions.
func identifier(prefix string, number uint32) string {
	var digits [2 + fewestDigits]byte
	if number >= 1e7 {
		return string(strconv.AppendUint(append(digits[:0], prefix...), uint64(number), 10))
	}
	copy(digits[:], prefix)
	for i := len(digits) - 1; i >= 2; i-- {
		digits[i] = '0' + byte(number%10)
		number /= 10
	}
	return string(digits[:])
}

// place is a key that orders numbers as their identifiers are ordered as texts.
func place(number uint32) uint64 {
	if number < 1e7 {
		return uint64(number) * 10 << 1
	}
	return uint64(number)<<1 | 1
}

// byNumber are values by IMDb's numbers, in pages that are made as need be; what
// was not set is the zero value.
type byNumber[T any] [][]T

// pageSize is how many values a page has.
const pageSize = 1 << 16

func (b *byNumber[T]) set(number uint32, value T) {
	page := int(number / pageSize)
	if page >= len(*b) {
		*b = append(*b, make([][]T, page+1-len(*b))...)
	}
	if (*b)[page] == nil {
		(*b)[page] = make([]T, pageSize)
	}
	(*b)[page][number%pageSize] = value
}

func (b byNumber[T]) get(number uint32) (value T) {
	if page := int(number / pageSize); page < len(b) && b[page] != nil {
		return b[page][number%pageSize]
	}
	return value
}

// texts keeps many short texts without a pointer to each.
type texts struct{ blocks [][]byte }

// text is where a text lies in texts.
type text struct{ begin, length uint32 }

// textBlock is how many bytes a block of texts has at least; the places in a
// block take the lower bits of text.begin.
const textBlock = 1 << 20

func (t *texts) keep(bytes []byte) text {
	last := len(t.blocks) - 1
	if last < 0 || len(t.blocks[last])+len(bytes) > cap(t.blocks[last]) || len(t.blocks[last]) >= textBlock {
		t.blocks = append(t.blocks, make([]byte, 0, max(textBlock, len(bytes))))
		last++
	}
	begin := len(t.blocks[last])
	t.blocks[last] = append(t.blocks[last], bytes...)
	return text{uint32(last*textBlock + begin), uint32(len(bytes))}
}

// get does not copy the text: what is kept is never written to again.
func (t *texts) get(at text) string {
	if at.length == 0 {
		return ""
	}
	return unsafe.String(&t.blocks[at.begin/textBlock][at.begin%textBlock], at.length)
}
