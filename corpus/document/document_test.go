package document

import "testing"

func TestDatesAreTakenAsFarAsTheyAreSaid(t *testing.T) {
	for written, want := range map[string]string{
		"2018-03-08": "2018-03-08", "2018-03-08T23:30:00-08:00": "2018-03-08", "2018-03-08 12:00:00": "2018-03-08", "20180308": "2018-03-08", "20180308120000": "2018-03-08",
		"Thu, 08 Mar 2018 12:00:00 GMT": "2018-03-08", "Thu, 8 Mar 2018 12:00:00 +0000": "2018-03-08", "March 8, 2018": "2018-03-08", " 8 March 2018 ": "2018-03-08",
		"2018-03": "2018-03", "March 2018": "2018-03", "2018": "2018",
		"03/08/18": "", "8.3.2018": "", "yesterday": "", "": "", "2018-13-01": "",
	} {
		if got := Day(written); got != want {
			t.Errorf("%q: %q, want %q", written, got, want)
		}
	}
}

func TestAColumnThatIsNamedWins(t *testing.T) {
	record := map[string]string{"body": "The text", "text": "", "paper": "The Herald", "source": "feed 7", "url": "https://example.org/a", "published_at": "2018-03-08T10:00:00Z", "title": "A headline"}
	get := func(column string) (string, bool) { value, is := record[column]; return value, is }
	fields, text, has := Columns{"outlet": "paper"}.Read(get)
	want := Fields{Outlet: "The Herald", Date: "2018-03-08", Address: "https://example.org/a", Headline: "A headline"}
	if fields != want || text != "The text" || !has {
		t.Errorf("%+v %q %v", fields, text, has)
	}
	if fields, _, has = (Columns{"text": "story"}).Read(get); has || fields.Outlet != "feed 7" {
		t.Errorf("a column that is not there is taken for another: %+v", fields)
	}
}
