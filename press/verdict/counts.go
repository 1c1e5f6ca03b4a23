package verdict

import (
	"context"
	"fmt"

	lru "github.com/hashicorp/golang-lru/v2"

	"rolecall/catalog"
	"rolecall/measure"
)

// mostCounts is how many counts of populations are kept: years and jobs that papers write about.
const mostCounts = 2048

// Counts are the counts of whole populations that claims were settled by: they take a database
// long, and many articles state figures of the same. A catalog does not change while it is
// open. It may be used by several goroutines.
type Counts struct {
	kept *lru.Cache[string, measure.Report]
}

// NewCounts holds no count yet.
func NewCounts() *Counts {
	kept, err := lru.New[string, measure.Report](mostCounts)
	if err != nil {
		panic(err) // a size below 1
	}
	return &Counts{kept}
}

// on is the count that answers a question; no Counts keep none.
func (k *Counts) on(ctx context.Context, c *catalog.Catalog, q measure.Question) (measure.Report, error) {
	if k == nil {
		return measure.ReportOn(ctx, c, q)
	}
	key := fmt.Sprintf("%+v", q)
	if report, kept := k.kept.Get(key); kept {
		return report, nil
	}
	report, err := measure.ReportOn(ctx, c, q)
	if err == nil {
		k.kept.Add(key, report)
	}
	return report, err
}
