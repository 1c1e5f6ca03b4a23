package fetch

// IMDbAddress is where IMDb publishes its non-commercial datasets, anew each day.
const IMDbAddress = "https://datasets.imdbws.com/"

// IMDb are the files of the non-commercial datasets, for Client.Files.
var IMDb = []string{
	"name.basics.tsv.gz",
	"title.akas.tsv.gz",
	"title.basics.tsv.gz",
	"title.crew.tsv.gz",
	"title.episode.tsv.gz",
	"title.principals.tsv.gz",
	"title.ratings.tsv.gz",
}

// IMDbCourtesy is the line that IMDb asks for wherever its data are used.
const IMDbCourtesy = "Information courtesy of IMDb (https://www.imdb.com). Used with permission."

// IMDbTerms are to be shown and accepted before the first fetch. The wording of
// IMDb counts, not ours.
var IMDbTerms = Terms{
	Source:  "imdb",
	Address: "https://developer.imdb.com/non-commercial-datasets/",
	Text: `IMDb lets everybody fetch these files under terms of its own. In short, and in our words:

  - They are for personal and non-commercial use. For anything else IMDb sells licences.
  - You may keep copies on your machine. You may not republish or resell the data, nor make a
    database of films and television from them, online or offline, for others than yourself.
  - Where you show something from them, say so, with this line:
      ` + IMDbCourtesy + `

IMDb's own terms are what counts, and they change. Read them, and what they link to, at
  https://developer.imdb.com/non-commercial-datasets/
Whether what you plan (a study, an article) is allowed is for IMDb to say, not for Rolecall.
`,
}
