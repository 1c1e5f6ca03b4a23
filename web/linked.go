package web

import (
	"rolecall"
	"rolecall/measure"
)

// linked is an object in the terms of schema.org, for search engines and other
// machines (JSON-LD).
type linked map[string]any

func titleData(l measure.Lineup, public string) linked {
	t := l.Title
	data := linked{"@context": "https://schema.org", "@id": public + titlePath(t.ID), "url": public + titlePath(t.ID)}
	switch t.Kind {
	case rolecall.Film:
		data["@type"], data["name"] = "Movie", t.Name
	case rolecall.Series:
		data["@type"], data["name"], data["numberOfEpisodes"] = "TVSeries", t.Name, t.Episodes
	case rolecall.Season:
		data["@type"], data["name"], data["seasonNumber"], data["numberOfEpisodes"] = "TVSeason", t.Label(), t.Season, t.Episodes
		data["partOfSeries"] = linked{"@type": "TVSeries", "name": t.SeriesName, "url": public + titlePath(t.SeriesID)}
	case rolecall.Episode:
		data["@type"], data["name"], data["episodeNumber"] = "TVEpisode", t.Name, t.Episode
		data["partOfSeries"] = linked{"@type": "TVSeries", "name": t.SeriesName, "url": public + titlePath(t.SeriesID)}
	}
	if first := t.First(); !first.IsZero() {
		data["datePublished"] = first.String()
	}
	for property, role := range map[string]rolecall.Role{"director": rolecall.Director, "creator": rolecall.Creator, "actor": rolecall.Cast} {
		if people := linkedPeople(l, role, public); len(people) > 0 {
			data[property] = people
		}
	}
	return data
}

// mostLinked bounds the people named for machines, who have the JSON beside the
// page for the rest.
const mostLinked = 30

func linkedPeople(l measure.Lineup, role rolecall.Role, public string) (people []linked) {
	r, _ := l.Role(role)
	for _, c := range r.Credited[:min(len(r.Credited), mostLinked)] {
		people = append(people, linked{"@type": "Person", "name": c.Person.Name, "url": public + personPath(c.Person.ID)})
	}
	return people
}

func personData(c measure.Career, public string) linked {
	data := linked{"@context": "https://schema.org", "@type": "Person", "@id": public + personPath(c.Person.ID),
		"url": public + personPath(c.Person.ID), "name": c.Person.Name}
	if c.Person.NativeName != "" {
		data["alternateName"] = c.Person.NativeName
	}
	return data
}
