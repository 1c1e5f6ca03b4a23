package block

// News are things that have become so since an earlier time, as a feed has them.
type News struct {
	// Title says what the news are of, Address is where they can be read.
	Title, Address string
	// Updated is the time of the later state, as RFC 3339 has it.
	Updated string
	All     []Report
}

// Report is one of the news. ID is the same whenever the same is reported.
type Report struct{ ID, Title, Text, Address string }
