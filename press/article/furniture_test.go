package article

import (
	"slices"
	"strings"
	"testing"

	"rolecall/press/english"
)

const running = "Last winter the critics wrote a great deal about films that women had made, and about how few of them there were in the cinemas of the large towns.\n\n"

// setAside reports whether words of an article are set aside.
func setAside(t *testing.T, a Article, words string) bool {
	t.Helper()
	at := strings.Index(a.Text, words)
	if at < 0 {
		t.Fatalf("%q is not in %q", words, a.Text)
	}
	return slices.ContainsFunc(a.Boilerplate, func(f Furniture) bool {
		return f.Overlaps(english.Span{Start: at, End: at + len(words)})
	})
}

// A sentence that begins as furniture does is no furniture.
func TestSentencesAreNoFurniture(t *testing.T) {
	for _, sentence := range []string{
		`Subscribers were the first to see that "Lady Bird" was directed by Greta Gerwig.`,
		`Tweeting from the set, the studio said that "Titane" was directed by Julia Ducournau.`,
		`Tweets from the set said that "Titane" was directed by Julia Ducournau.`,
		`Copyrighted or not, "Nomadland" was directed by Chloé Zhao.`,
		`Copyright lawyers say that Nomadland was directed by Chloé Zhao.`,
		`More from the director of Lady Bird: Barbie was directed by Greta Gerwig.`,
		`Recommended by critics everywhere, Titane was directed by Julia Ducournau.`,
		`Recommended: Titane, which Julia Ducournau directed.`,
		`Related stories were told by Jane Campion, who directed them all.`,
		`Discover how Greta Gerwig directed Lady Bird, an iconic film and a unique one, in Sacramento.`,
		`Sponsored by the state, Nomadland was directed by Chloé Zhao.`,
		`Newsletter writers said that Wadjda was directed by Haifaa al-Mansour.`,
		`Photo-realism is what Ava DuVernay directed.`,
		`Advertisements for Selma were directed by Ava DuVernay.`,
		`Picture Jane Campion: she directed The Piano in 1993.`,
		`Imagery of the sea is what Jane Campion directed.`,
		`Most popular of all was Frozen, which Jennifer Lee directed with Chris Buck.`,
		`Trending now or not, Frozen was directed by Jennifer Lee.`,
	} {
		if a := Plain(running + running + sentence + "\n\n" + running); setAside(t, a, sentence) {
			t.Errorf("%q is set aside", sentence)
		}
		if a := Plain(running + running + sentence); setAside(t, a, sentence) {
			t.Errorf("%q at the end is set aside", sentence)
		}
	}
}

func TestFurnitureOfSites(t *testing.T) {
	for _, words := range []string{
		"Sign up for our newsletter.", "Subscribe", "Subscribe to our newsletter and we will bring it to you.", "Tweet", "Tweet this", "Share this story",
		"Copyright 2018 Jones Media. All rights reserved.", "© 2018 Jones Media", "Read more: Ten films to see", "Advertisement", "Photo: Rex", "(Photo by Jane Doe)",
		"Follow us on Twitter.", "We may earn a commission if you buy something.", "By signing up, you agree to our terms.", "Click here", "Image credit: Rex", "Comments (3)", "Sponsored content",
	} {
		if a := Plain(running + running + words + "\n\n" + running); !setAside(t, a, words) {
			t.Errorf("%q is not set aside", words)
		}
	}
	if a := Plain(running + running + "The world's leading destination for film brings you the latest news. It is iconic."); !setAside(t, a, "It is iconic") {
		t.Error("what a publisher says of itself is not set aside")
	}
}

// What comes after an article is links, and ends where the article goes on.
func TestEndMatter(t *testing.T) {
	const links = "Ten shows to see this week\n\nHow we made it\nA look at something else entirely.\n\nWhat to watch tonight"
	const told = "The Bear was directed by Christopher Storer and by Joanna Calo in its first year. It won prizes."
	for _, heading := range []string{"More from TV", "Related stories", "Read these stories next:", "Most popular", "You may also like", "More From The Cut"} {
		a := Plain(running + running + heading + "\n\n" + links)
		if !setAside(t, a, heading) || !setAside(t, a, "Ten shows") || !setAside(t, a, "A look at") || !setAside(t, a, "What to watch tonight") {
			t.Errorf("%s: %v", heading, a.Boilerplate)
		}
		a = Plain(running + running + heading + "\n\n" + told + "\n\n" + running)
		if setAside(t, a, told) {
			t.Errorf("%s: what follows is the article's", heading)
		}
		a = Plain(running + running + heading + "\n\nTen shows to see\n\n" + told + "\n\nRelated articles\n\nHow we made it")
		if !setAside(t, a, "Ten shows") || setAside(t, a, told) || !setAside(t, a, "How we made it") {
			t.Errorf("%s: %v", heading, a.Boilerplate)
		}
	}
	a := Plain(running + running + "More from the director of Titane\n\n" + told)
	if setAside(t, a, "More from the director") || setAside(t, a, told) {
		t.Errorf("a heading of the article: %v", a.Boilerplate)
	}
}
