package format

import "github.com/gorilla/feeds"

// Atom is what has become so since another catalog, as a feed to follow (RFC 4287).
var Atom = Format{
	Word: "atom", Name: "Atom", About: "what a difference of catalogs brings, as a feed to follow", Ending: ".atom", Kind: "application/atom+xml", Part: News,
	Write: writeAtom,
}

func writeAtom(s Screen, a Answer) error {
	newsworthy, err := partOf[Newsworthy](a, News, "Atom")
	if err != nil {
		return err
	}
	news := newsworthy.News()
	feed := &feeds.AtomFeed{
		Xmlns: "http://www.w3.org/2005/Atom", Title: news.Title, Id: news.Address, Updated: news.Updated,
		Link: &feeds.AtomLink{Href: news.Address}, Author: &feeds.AtomAuthor{AtomPerson: feeds.AtomPerson{Name: "Rolecall"}},
	}
	for _, one := range news.All {
		feed.Entries = append(feed.Entries, &feeds.AtomEntry{
			Id: one.ID, Title: one.Title, Updated: news.Updated, Links: []feeds.AtomLink{{Href: one.Address, Rel: "alternate"}},
			Summary: &feeds.AtomSummary{Type: "text", Content: one.Text},
		})
	}
	return feeds.WriteXML(feed, s.Out)
}
