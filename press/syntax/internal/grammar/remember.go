package grammar

import "sync"

// mostRemembered is how many words are remembered; of a newspaper they are nine in ten. A word
// takes a kilobyte.
const mostRemembered = 8192

// remembering is a scorer whose weights are learnt, and which remembers what the features of
// words alone add up to: few words are most of every text. The sums are whole numbers, so that
// they come out the same.
type remembering struct {
	Scorer
	classes int
	mutex   sync.RWMutex
	words   map[Form]*sums
}

func remember(s Scorer, classes int) *remembering {
	return &remembering{Scorer: s, classes: classes, words: make(map[Form]*sums)}
}

// sums are the scores of one word in each place, one behind the other.
type sums struct{ scores []int32 }

func (s *sums) addTo(scores []int32, place int) {
	own := s.scores[place*len(scores):][:len(scores)]
	for i, n := range own {
		scores[i] += n
	}
}

// of are the sums of the words of a sentence, with those of the edges before and behind it.
func (r *remembering) of(forms []Form) []*sums {
	all := make([]*sums, len(forms)+places-1)
	missing := false
	r.mutex.RLock()
	for i := range all {
		all[i] = r.words[*formAt(forms, i-before)]
		missing = missing || all[i] == nil
	}
	r.mutex.RUnlock()
	if !missing {
		return all
	}
	for i := range all {
		if all[i] == nil {
			all[i] = r.learn(formAt(forms, i-before))
		}
	}
	return all
}

func (r *remembering) learn(w *Form) *sums {
	s := &sums{make([]int32, places*r.classes)}
	var features [16]uint32
	for place := range places {
		r.Add(wordFeatures(features[:0], w, place), s.scores[place*r.classes:][:r.classes])
	}
	r.mutex.Lock()
	defer r.mutex.Unlock()
	if len(r.words) >= mostRemembered {
		clear(r.words)
	}
	r.words[*w] = s
	return s
}
