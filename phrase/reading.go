package phrase

import "rolecall"

// readings are what is said of a reading that leaves something out: behind what is read, of
// shares, of titles that are compared, and of one title.
var readings = map[rolecall.Reading]struct{ as, shares, titles, all string }{
	rolecall.AsCredited: {
		as:     "as credited",
		shares: "As credited: films and episodes without a credit in the role are left out. People whose gender is not stated count both ways.",
		titles: "As credited: only titles are compared that have a credit in the role on every film or episode.",
		all:    "As credited: those credited are taken for all there are. A role in which nobody is credited stays unknown.",
	},
	rolecall.WhereKnown: {
		as:     "where known",
		shares: "Where known: left out are films and episodes without a credit in the role, and people whose gender is not stated. " + fair,
		titles: "Where known: only titles are compared that have a credit in the role on every film or episode, and of whose people there the gender of each is stated. " + fair,
		all:    "Where known: those whose gender is stated are taken for all there are. A role in which nobody's is stays unknown.",
	},
}

const fair = "That is fair as far as those left out are like the others."

// Read is a reading as words behind what is read: "as credited", "where known"; nothing
// for bounds, which leave nothing out.
func Read(r rolecall.Reading) string { return readings[r].as }

// LeftOutOfShares says what a reading leaves out of shares, as sentences; nothing for
// bounds.
func LeftOutOfShares(r rolecall.Reading) string { return readings[r].shares }

// LeftOutOfTitles says which titles a reading leaves out where titles are compared, as
// sentences; nothing for bounds.
func LeftOutOfTitles(r rolecall.Reading) string { return readings[r].titles }

// TakenForAll says what a reading takes one title to be, as sentences; nothing for bounds.
func TakenForAll(r rolecall.Reading) string { return readings[r].all }
