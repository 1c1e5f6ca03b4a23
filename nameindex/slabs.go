package nameindex

import "errors"

const (
	slabBits = 20
	slabSize = 1 << slabBits
	// firstRoom is how much the first slab begins with.
	firstRoom = 1 << 10
)

// slabs is a list that grows without moving what it holds: growing a slice of
// hundreds of megabytes needs them twice. Only the first slab grows, so that a
// small catalog takes little.
type slabs[T any] struct {
	all    [][]T
	length int
}

func (s *slabs[T]) add(value T) {
	if s.length>>slabBits == len(s.all) {
		room := slabSize
		if len(s.all) == 0 {
			room = firstRoom
		}
		s.all = append(s.all, make([]T, 0, room))
	}
	last := len(s.all) - 1
	s.all[last] = append(s.all[last], value)
	s.length++
}

// arena holds records one after another. One lies in one slab wholly.
type arena struct{ all [][]byte }

const (
	arenaBits = 24
	arenaSlab = 1 << arenaBits
	mostSlabs = 1 << (32 - arenaBits)
)

var errFull = errors.New("all names together are of more than 4 GiB, which is more than an index can hold")

// add returns the place of the record.
func (a *arena) add(record []byte) (uint32, error) {
	last := len(a.all) - 1
	if last < 0 || len(a.all[last])+len(record) > arenaSlab {
		if len(a.all) == mostSlabs {
			return 0, errFull
		}
		room := arenaSlab
		if last < 0 {
			room = firstRoom
		}
		a.all = append(a.all, make([]byte, 0, room))
		last++
	}
	place := uint32(last)<<arenaBits | uint32(len(a.all[last]))
	a.all[last] = append(a.all[last], record...)
	return place, nil
}

// at is what is held from a place on.
func (a *arena) at(place uint32) []byte { return a.all[place>>arenaBits][place&(arenaSlab-1):] }
