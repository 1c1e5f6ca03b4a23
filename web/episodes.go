package web

import (
	"rolecall"
	"rolecall/measure"
)

// episodesView is the list of a season's episodes; Named says that it has who made each.
type episodesView struct {
	List  []episodeView
	Named bool
}

// episodeView is an episode in the list of a season: what it is called, when it was
// first shown, and who directed and wrote it.
type episodeView struct {
	Number, Name, Address, Date string
	Directors, Writers          makersView
}

// makersView are the people of a role on an episode, as far as they are listed, and how
// many more there are.
type makersView struct {
	People []makerView
	More   int
}

type makerView struct {
	Gender        rolecall.Gender
	Name, Address string
}

// episodesOf lists the episodes of a season. Of one of more than widestNamed it names
// nobody, as its grid does; a longer list than a grid has is none to read.
func episodesOf(l measure.Lineup) *episodesView {
	if len(l.Leaves) == 0 || len(l.Leaves) > widestDrawn {
		return nil
	}
	v := &episodesView{List: make([]episodeView, len(l.Leaves)), Named: len(l.Leaves) <= widestNamed}
	for i, leaf := range l.Leaves {
		v.List[i] = episodeView{Number: episodeNumber(leaf), Name: leaf.Name, Address: titlePath(leaf.ID), Date: leaf.First().Words()}
		if leaf.Name == "" {
			v.List[i].Name = "Episode " + v.List[i].Number
		}
	}
	if !v.Named {
		return v
	}
	directors, writers := makers(l, rolecall.Director), makers(l, rolecall.Writer)
	for i := range v.List {
		v.List[i].Directors, v.List[i].Writers = directors[i], writers[i]
	}
	return v
}

// makers are the people of a role, episode by episode.
func makers(l measure.Lineup, role rolecall.Role) []makersView {
	all := make([]makersView, len(l.Leaves))
	r, _ := l.Role(role)
	for _, c := range r.Credited {
		for _, i := range c.Leaves {
			if len(all[i].People) == crowded {
				all[i].More++
				continue
			}
			all[i].People = append(all[i].People, makerView{c.Person.Gender, c.Person.Name, personPath(c.Person.ID)})
		}
	}
	return all
}
