package phrase

import "rolecall"

// Read is a reading as words behind what is read: "as credited", "where known"; nothing
// for bounds, which leave nothing out.
func Read(r rolecall.Reading) string {
	return map[rolecall.Reading]string{rolecall.AsCredited: "as credited", rolecall.WhereKnown: "where known"}[r]
}

// LeftOutOfShares says what a reading leaves out of shares, as sentences; nothing for
// bounds.
func LeftOutOfShares(r rolecall.Reading) string {
	switch r {
	case rolecall.AsCredited:
		return "As credited: films and episodes without a credit in the role are left out. People whose gender is not stated count both ways."
	case rolecall.WhereKnown:
		return "Where known: left out are films and episodes without a credit in the role, and people whose gender is not stated. That is fair as far as those left out are like the others."
	}
	return ""
}

// LeftOutOfTitles says which titles a reading leaves out where titles are compared, as
// sentences; nothing for bounds.
func LeftOutOfTitles(r rolecall.Reading) string {
	switch r {
	case rolecall.AsCredited:
		return "As credited: only titles are compared that have a credit in the role on every film or episode."
	case rolecall.WhereKnown:
		return "Where known: only titles are compared that have a credit in the role on every film or episode, and of whose people there the gender of each is stated. That is fair as far as those left out are like the others."
	}
	return ""
}

// TakenForAll says what a reading takes one title to be, as sentences; nothing for bounds.
func TakenForAll(r rolecall.Reading) string {
	switch r {
	case rolecall.AsCredited:
		return "As credited: those credited are taken for all there are. A role in which nobody is credited stays unknown."
	case rolecall.WhereKnown:
		return "Where known: those whose gender is stated are taken for all there are. A role in which nobody's is stays unknown."
	}
	return ""
}
