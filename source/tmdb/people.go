package tmdb

import (
	"fmt"
	"strings"
	"unicode/utf8"

	"rolecall"
)

// credited is the title that has the credits, and how widely they speak of it.
type credited struct {
	id    string
	scope rolecall.Scope
}

func (l *loader) addCredits(of credited, given credits) error {
	for _, m := range given.Cast {
		credit := rolecall.Credit{Role: rolecall.Cast, Characters: characters(m.Character)}
		if m.Order != nil {
			credit.Billing = *m.Order + 1
		}
		if err := l.addCredit(of, m, credit); err != nil {
			return err
		}
	}
	for _, m := range given.Crew {
		means, known := roles[work{m.Department, m.Job}]
		if !known {
			l.report.Unmapped("job", m.Department+"/"+m.Job)
			continue
		}
		credit := rolecall.Credit{Role: means.role}
		if means.saysMore {
			credit.Job = m.Job
		}
		if err := l.addCredit(of, m, credit); err != nil {
			return err
		}
	}
	return nil
}

func (l *loader) addCredit(of credited, m member, credit rolecall.Credit) error {
	if err := l.addPerson(m); err != nil {
		return err
	}
	credit.TitleID, credit.PersonID, credit.Scope = of.id, personID(m.ID), of.scope
	return l.sink.AddCredit(credit)
}

func personID(number int64) string { return fmt.Sprintf("tmdb-person-%d", number) }

// addPerson hands a person over the first time they are met, and each gender that
// is stated of them the first time it is.
func (l *loader) addPerson(m member) error {
	id := personID(m.ID)
	if l.stated[m.ID] == 0 {
		if err := l.sink.AddPerson(rolecall.Person{ID: id, Name: strings.TrimSpace(m.Name)}); err != nil {
			return err
		}
		if err := l.identify(id, rolecall.TMDBID, fmt.Sprint(m.ID)); err != nil {
			return err
		}
		l.stated[m.ID] = 1
	}
	if m.Gender == nil || *m.Gender == 0 {
		return nil
	}
	stated, known := genders[*m.Gender]
	if !known {
		l.report.Unmapped("gender", fmt.Sprint(*m.Gender))
		return nil
	}
	bit := uint8(1) << *m.Gender
	if l.stated[m.ID]&bit != 0 {
		return nil
	}
	l.stated[m.ID] |= bit
	return l.sink.AddStatement(rolecall.Statement{
		PersonID: id, Gender: stated.value, Wording: stated.wording, Precedence: rolecall.TMDB, Source: SourceID,
	})
}

// longestName bounds a name, in letters, and greatestNumber the number of a
// season, an episode or a place in the billing.
const (
	longestName    = 500
	greatestNumber = 32767
)

// check refuses an answer before anything of it is handed over.
func (a answer) check() error {
	if a.SeasonNumber != nil {
		return a.checkSeason()
	}
	if a.ID <= 0 {
		return badAnswerf("this is no film, series or season of TMDB's: it has no id")
	}
	for _, name := range []string{a.Title, a.Name, a.OriginalTitle, a.OriginalName} {
		if utf8.RuneCountInString(name) > longestName {
			return badAnswerf("the title %.40q… is longer than %d letters", name, longestName)
		}
	}
	return checkMembers(fmt.Sprint(a.ID), a.Cast, a.Crew, a.Credits.Cast, a.Credits.Crew, a.CreatedBy)
}

func (a answer) checkSeason() error {
	if a.SeasonNumber == nil {
		return badAnswerf("a season has no season_number")
	}
	if *a.SeasonNumber < 0 || *a.SeasonNumber > greatestNumber {
		return badAnswerf("a season cannot have the number %d", *a.SeasonNumber)
	}
	return checkMembers(fmt.Sprintf("season %d", *a.SeasonNumber), a.Cast, a.Crew, a.Credits.Cast, a.Credits.Crew, a.GuestStars)
}

// fault is what is wrong with an episode, empty where it can be held. Number 0 is
// that of a pilot which was not shown.
func (e episode) fault() string {
	switch {
	case e.isOdd:
		return "of another shape than TMDB's"
	case e.Number == nil:
		return "without a number"
	case *e.Number < 0 || *e.Number > greatestNumber:
		return fmt.Sprintf("with the number %d", *e.Number)
	case utf8.RuneCountInString(e.Name) > longestName:
		return fmt.Sprintf("with a name of more than %d letters", longestName)
	}
	if err := checkMembers("", e.Credits.Cast, e.Credits.Crew, e.Crew, e.GuestStars); err != nil {
		return "with a credit that names no person"
	}
	return ""
}

func checkMembers(of string, lists ...[]member) error {
	for _, list := range lists {
		for _, m := range list {
			name := strings.TrimSpace(m.Name)
			switch {
			case m.ID <= 0 || name == "" || utf8.RuneCountInString(name) > longestName:
				return badAnswerf("a credit of %s names no person: its id is %d, its name %.40q", of, m.ID, m.Name)
			case m.Order != nil && (*m.Order < 0 || *m.Order >= greatestNumber):
				return badAnswerf("the credit of %.40q on %s has the place %d in the billing", m.Name, of, *m.Order)
			}
		}
	}
	return nil
}
