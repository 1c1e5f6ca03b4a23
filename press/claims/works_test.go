package claims_test

import (
	"slices"
	"strings"
	"testing"
)

// three names three films, so that the words behind it are read with titles that are known.
const three = "Everybody went to see the films Grey Heron (2014), Salt Roads (2015) and Tin Roof (2016).\n\n"

// said holds texts to the credits that they state, between semicolons in the order of the
// text, and to no others.
func said(t *testing.T, before string, texts [][2]string) {
	t.Helper()
	for _, text := range texts {
		got := credits(t, before+text[0])
		slices.Sort(got)
		var want []string
		if text[1] != "" {
			want = strings.Split(text[1], "; ")
		}
		slices.Sort(want)
		if !slices.Equal(got, want) {
			t.Errorf("%s\n\tgot  %s\n\twant %s", text[0], strings.Join(got, "; "), strings.Join(want, "; "))
		}
	}
}

// TestWorks reads people beside titles without a job: they show them, are honoured for
// them, are known by them.
func TestWorks(t *testing.T) {
	said(t, three, [][2]string{
		{"Jane Lund returns with Salt Roads, a story of lorry drivers.", "Salt Roads: other Jane Lund"},
		{"Among the guests, Jane Lund has come with Tin Roof.", "Tin Roof: other Jane Lund"},
		{"Jane Lund is showing Salt Roads and Bo Diaz has entered Tin Roof.", "Salt Roads: other Jane Lund; Tin Roof: other Bo Diaz"},
		{"Bo Diaz, who brought Grey Heron, sat down.", "Grey Heron: other Bo Diaz"},
		{"Bo Diaz is represented by Grey Heron.", "Grey Heron: other Bo Diaz"},
		{"Jane Lund made her debut with Grey Heron and followed it with Salt Roads.", "Grey Heron: other Jane Lund; Salt Roads: other Jane Lund"},
		{"Jane Lund began with Grey Heron.", "Grey Heron: other Jane Lund"},
		{"Only two had been nominated: Jane Lund for Salt Roads and Bo Diaz for Tin Roof.", "Salt Roads: other Jane Lund; Tin Roof: other Bo Diaz"},
		{"Jane Lund won the prize for Salt Roads.", "Salt Roads: other Jane Lund"},
		{"The cinematographer Jane Lund was shortlisted for Salt Roads.", "Salt Roads: cinematographer Jane Lund"},
		{"Jane Lund, whose credits include Grey Heron and Tin Roof, is married.", "Grey Heron: other Jane Lund; Tin Roof: other Jane Lund"},
		{"The editor Bo Diaz counts Grey Heron among hers.", "Grey Heron: editor Bo Diaz"},
		{"Jane Lund, of Salt Roads, sat next to me.", "Salt Roads: other Jane Lund"},
		{"Jane Lund, once of Salt Roads, plays the nurse in Grey Heron.", "Grey Heron: cast Jane Lund; Salt Roads: cast Jane Lund"},
		{"The best were Salt Roads by Jane Lund and Tin Roof by Bo Diaz.", "Salt Roads: other Jane Lund; Tin Roof: other Bo Diaz"},
		// near misses
		{"Jane Lund returned with a cold, and nobody saw Salt Roads.", ""},
		{"Jane Lund came to Leeds for Salt Roads.", ""},
		{"Jane Lund left the cinema with Salt Roads in her head.", ""},
		{"Bo Diaz would like to return with Tin Roof.", ""},
		{"Jane Lund did not win for Tin Roof.", ""},
		{"The review of Salt Roads by Bo Diaz was kind.", ""},
		{"My credits do not include Grey Heron, says Bo Diaz.", ""},
	})
}

// TestOwnWorks reads whose first, third or last work a title is.
func TestOwnWorks(t *testing.T) {
	said(t, three, [][2]string{
		{"Salt Roads is Jane Lund's third feature.", "Salt Roads: other Jane Lund"},
		{"Jane Lund's first film was Grey Heron, her second Tin Roof.", "Grey Heron: other Jane Lund; Tin Roof: other Jane Lund"},
		{"Grey Heron, the debut of Jane Lund, is short.", "Grey Heron: other Jane Lund"},
		{"Tin Roof, the second feature by Bo Diaz, is long.", "Tin Roof: other Bo Diaz"},
		{"Bo Diaz is back with her second, Tin Roof.", "Tin Roof: other Bo Diaz"},
		{"Jane Lund waited. Her follow-up, Salt Roads, took ten years.", "Salt Roads: other Jane Lund"},
		{"Jane Lund sat down. Tin Roof was her fourth.", "Tin Roof: other Jane Lund"},
		{"The actor Tim Roe left. Grey Heron was his debut.", "Grey Heron: other Tim Roe"},
		{"Jane Lund's last was Salt Roads.", "Salt Roads: other Jane Lund"},
		// near misses
		{"Jane Lund's first home was near the cinema that showed Grey Heron.", ""},
		{"Jane Lund saw her first film in May. Salt Roads was next.", ""},
		{"Tin Roof is not Bo Diaz's first film.", "Tin Roof: other Bo Diaz"},
		{"Tin Roof is not a film by Bo Diaz.", "Tin Roof: other Bo Diaz not"},
		{"Grey Heron is Jane Lund's favourite film.", ""},
	})
}
