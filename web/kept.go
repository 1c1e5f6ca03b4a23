package web

import (
	"sync"

	"github.com/hashicorp/golang-lru/v2/simplelru"

	"rolecall/web/snapshot"
)

// kept are answers of one catalog that were asked for lately, by address. As the
// same catalog and address give the same bytes, they stay true until the catalog
// goes, and they go with it.
type kept struct {
	mutex   sync.Mutex
	answers *simplelru.LRU[string, answer]
	bytes   int
}

// The most that is kept: enough for the pages of a busy day, and no single
// answer may push many others out.
const (
	keptAnswers = 20_000
	keptBytes   = 64 << 20
	keptEach    = 1 << 20
)

// keptOf are the answers kept for a catalog.
func keptOf(held *snapshot.Snapshot) *kept {
	k, _ := snapshot.Recall(held, "kept", func() (*kept, error) {
		k := &kept{}
		var err error
		k.answers, err = simplelru.NewLRU(keptAnswers, func(address string, a answer) { k.bytes -= len(address) + len(a.body) })
		return k, err
	})
	return k
}

func (k *kept) get(address string) (answer, bool) {
	k.mutex.Lock()
	defer k.mutex.Unlock()
	return k.answers.Get(address)
}

func (k *kept) add(address string, a answer) {
	if len(address)+len(a.body) > keptEach {
		return
	}
	k.mutex.Lock()
	defer k.mutex.Unlock()
	k.answers.Remove(address)
	k.answers.Add(address, a)
	k.bytes += len(address) + len(a.body)
	for k.bytes > keptBytes {
		k.answers.RemoveOldest()
	}
}
