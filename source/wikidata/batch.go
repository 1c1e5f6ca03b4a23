package wikidata

import (
	"fmt"
	"net/url"
	"strings"

	"rolecall"
)

// Suggestion is a line for QuickStatements (https://www.wikidata.org/wiki/Help:QuickStatements),
// with which people edit Wikidata in batches: that a person's gender is so, by a page that
// was read on a day. It is false where Wikidata has no value for it, or nothing is cited.
func Suggestion(item string, gender rolecall.Gender, page rolecall.Page) (line string, is bool) {
	address, err := url.Parse(page.Address)
	if err != nil || address.Host == "" || item == "" {
		return "", false
	}
	for _, value := range Genders() {
		if value.Gender == gender && gender != rolecall.Unknown {
			quoted := strings.ReplaceAll(address.String(), `"`, "%22")
			return fmt.Sprintf("%s\tP21\t%s\tS854\t\"%s\"\tS813\t+%sT00:00:00Z/11", item, value.Item, quoted, page.Retrieved), true
		}
	}
	return "", false
}
