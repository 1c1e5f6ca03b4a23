package nameindex

import "encoding/binary"

// cursor reads bytes that may be damaged: past their end, or where a number is
// malformed, it fails and reads zeros.
type cursor struct {
	data   []byte
	failed bool
}

func (c *cursor) uvarint() uint64 {
	if len(c.data) > 0 && c.data[0] < 0x80 {
		value := uint64(c.data[0])
		c.data = c.data[1:]
		return value
	}
	if len(c.data) > 1 && c.data[1] < 0x80 {
		value := uint64(c.data[0]&0x7f) | uint64(c.data[1])<<7
		c.data = c.data[2:]
		return value
	}
	value, n := binary.Uvarint(c.data)
	if n <= 0 {
		c.fail()
		return 0
	}
	c.data = c.data[n:]
	return value
}

func (c *cursor) bytes(n uint64) []byte {
	if n > uint64(len(c.data)) {
		c.fail()
		return nil
	}
	taken := c.data[:n:n]
	c.data = c.data[n:]
	return taken
}

func (c *cursor) fail() { c.data, c.failed = nil, true }
