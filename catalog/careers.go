package catalog

import (
	"context"
	"encoding/binary"
	"errors"
	"slices"

	"rolecall"
	"rolecall/rowfile"
)

// careers gathers what people are credited on while their credits are read title by
// title: by person, the titles in order, each with the roles. Sorting the credits of all
// of IMDb by person would take a database longer than all else of an import.
type careers struct {
	// counts is how many credits each person has, by number.
	counts []uint32
	// read is what was read: in each block, for each credit the title, as what it is more
	// than the one before, the person and the role.
	read  [][]byte
	block []byte
	last  int
}

// careerBlock is how many bytes are gathered in one piece, so that each can go once it
// is sorted.
const careerBlock = 1 << 20

func newCareers(people int) *careers { return &careers{counts: make([]uint32, people+1)} }

// add takes a credit on a title, whose role is the place among those that roles are
// numbered by; titles come in order.
func (c *careers) add(title int, person int32, role uint8) {
	if len(c.block)+3*binary.MaxVarintLen32 > cap(c.block) {
		c.read = append(c.read, c.block)
		c.block = make([]byte, 0, careerBlock)
	}
	c.counts[person]++
	c.block = binary.AppendUvarint(c.block, uint64(title-c.last))
	c.block = binary.AppendUvarint(c.block, uint64(person))
	c.block = append(c.block, role)
	c.last = title
}

// each hands over the row of each person, from number 1, and lets go of what was gathered.
func (c *careers) each(take func(row []byte) error) error {
	ends := c.counts // of each person, once sorted
	total := uint32(0)
	for i, count := range ends {
		ends[i] = total
		total += count
	}
	titles, roles := make([]uint32, total), make([]uint8, total)
	c.read = append(c.read, c.block)
	title := uint64(0)
	for i, block := range c.read {
		for len(block) > 0 {
			more, n := binary.Uvarint(block)
			person, m := binary.Uvarint(block[n:])
			title += more
			at := ends[person]
			titles[at], roles[at] = uint32(title), block[n+m]
			ends[person]++
			block = block[n+m+1:]
		}
		c.read[i] = nil
	}
	var row []byte
	for person := 1; person < len(ends); person++ {
		row = row[:0]
		last := uint32(0)
		for at := ends[person-1]; at < ends[person]; at++ {
			row = append(binary.AppendUvarint(row, uint64(titles[at]-last)), roles[at])
			last = titles[at]
		}
		if err := take(row); err != nil {
			return err
		}
	}
	return nil
}

// engaged is a role that a person has on a title.
type engaged struct {
	title int32
	role  rolecall.Role
}

func (e engaged) titleOf() int32 { return e.title }

// readCareer reads what add and each wrote.
func readCareer(row []byte, roles []string) (all []engaged, err error) {
	title := uint64(0)
	for len(row) > 0 {
		more, n := binary.Uvarint(row)
		if n <= 0 || n >= len(row) || int(row[n]) >= len(roles) {
			return nil, rowfile.ErrDamaged
		}
		title += more
		all = append(all, engaged{int32(title), rolecall.Role(roles[row[n]])})
		row = row[n+1:]
	}
	return all, nil
}

// engagements are the titles that a person is credited on, in order, with the roles.
func (c *Catalog) engagements(ctx context.Context, person int32) ([]engaged, error) {
	return fromRows(ctx, c,
		func(f *rowfile.File) ([]engaged, error) { return c.careerIn(f, person) },
		func() ([]engaged, error) {
			return collect(ctx, c, `SELECT title, role::VARCHAR FROM credit WHERE person = ? ORDER BY title, role, billing = 0, billing`, []any{person},
				func(scan func(...any) error) (e engaged, err error) { return e, scan(&e.title, (*string)(&e.role)) })
		})
}

func (c *Catalog) careerIn(f *rowfile.File, person int32) ([]engaged, error) {
	roles := c.roles.sorted()
	all, err := byNumber(f, careersTable, []int32{person}, func(_ int32, row []byte) ([]engaged, error) { return readCareer(row, roles) })
	return slices.Concat(all...), err
}

// creditsOfPerson are a person's credits, by title, role and billing.
func (c *Catalog) creditsOfPerson(ctx context.Context, person int32) ([]creditRow, error) {
	return fromRows(ctx, c,
		func(f *rowfile.File) ([]creditRow, error) {
			held, err := c.careerIn(f, person)
			if err != nil {
				return nil, err
			}
			credits, err := byNumber(f, creditsTable, each(held, engaged.titleOf), func(title int32, row []byte) ([]creditRow, error) {
				return readCreditRows(title, row, func(of int32) bool { return of == person })
			})
			return slices.Concat(credits...), err
		},
		func() ([]creditRow, error) { return c.creditRows(ctx, `WHERE person = ?`, person) })
}

// statementOrder is the order of statements about a person, the weightiest first.
const statementOrder = `statement.precedence DESC, source_id, citation, statement.gender, wording`

func readStatements(row []byte) (all []rolecall.Statement, err error) {
	f := &fieldsOf{row: row}
	for len(f.row) > 0 {
		s := rolecall.Statement{Gender: rolecall.Gender(f.text()), Wording: f.text(), Form: rolecall.Form(f.text())}
		precedence := f.text()
		s.Source, s.Citation = f.text(), f.text()
		date := f.text()
		if err := f.fault(); err != nil {
			return nil, err
		}
		var faulty error
		s.Precedence, err = rolecall.ParsePrecedence(precedence)
		s.Date, faulty = rolecall.ParseDate(date)
		if err := errors.Join(err, faulty); err != nil {
			return nil, err
		}
		all = append(all, s)
	}
	return all, f.fault()
}

// statementsOf are the statements about a person, the weightiest first, without their
// identifier.
func (c *Catalog) statementsOf(ctx context.Context, person int32) ([]rolecall.Statement, error) {
	return fromRows(ctx, c,
		func(f *rowfile.File) ([]rolecall.Statement, error) {
			all, err := byNumber(f, statementsTable, []int32{person}, func(_ int32, row []byte) ([]rolecall.Statement, error) { return readStatements(row) })
			return slices.Concat(all...), err
		},
		func() ([]rolecall.Statement, error) {
			text := `SELECT gender::VARCHAR, wording, form, precedence::VARCHAR, source_id, citation, date FROM statement WHERE person = ? ORDER BY ` + statementOrder
			return collect(ctx, c, text, []any{person}, func(scan func(...any) error) (s rolecall.Statement, err error) {
				var precedence, date string
				if err := scan((*string)(&s.Gender), &s.Wording, (*string)(&s.Form), &precedence, &s.Source, &s.Citation, &date); err != nil {
					return s, err
				}
				if s.Precedence, err = rolecall.ParsePrecedence(precedence); err != nil {
					return s, err
				}
				s.Date, err = rolecall.ParseDate(date)
				return s, err
			})
		})
}
