package web

import (
	"fmt"
	"testing"

	"github.com/hashicorp/golang-lru/v2/simplelru"
	"pgregory.net/rapid"
)

// What is kept never takes more than its room, and what is given back is what
// was put in last.
func TestWhatIsKeptIsBounded(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		k := &kept{}
		k.answers, _ = simplelru.NewLRU(50, func(address string, a answer) { k.bytes -= len(address) + len(a.body) })
		last := make(map[string]int)
		for i := range rapid.IntRange(1, 200).Draw(t, "requests") {
			address := fmt.Sprint(rapid.IntRange(0, 99).Draw(t, "address"))
			size := rapid.IntRange(0, keptEach+10).Draw(t, "size")
			k.add(address, answer{status: i, body: make([]byte, size)})
			if len(address)+size <= keptEach {
				last[address] = i
			}
			if k.bytes > keptBytes || k.bytes < 0 {
				t.Fatalf("%d bytes are kept", k.bytes)
			}
			if a, held := k.get(address); held && a.status != last[address] {
				t.Fatalf("%s: answer %d is given for %d", address, a.status, last[address])
			}
		}
		total := 0
		for _, address := range k.answers.Keys() {
			a, _ := k.answers.Peek(address)
			total += len(address) + len(a.body)
		}
		if total != k.bytes {
			t.Fatalf("%d bytes are held and %d counted", total, k.bytes)
		}
	})
}
