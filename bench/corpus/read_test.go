package main

import (
	"os"
	"testing"

	"rolecall/corpus/document"
	"rolecall/corpus/reach"
	"rolecall/corpus/reader"
	"rolecall/press"
)

// catalogVariable names another catalog than the starter.
const catalogVariable = "ROLECALL_BENCH_CATALOG"

// BenchmarkRead reads articles one after another: its profile says where the time goes.
func BenchmarkRead(b *testing.B) {
	works, err := worksIn(b.Context(), os.Getenv(catalogVariable))
	if err != nil {
		b.Fatal(err)
	}
	c, err := open(b.Context(), os.Getenv(catalogVariable))
	if err != nil {
		b.Fatal(err)
	}
	defer c.Close()
	filter, err := reach.Of(b.Context(), c)
	if err != nil {
		b.Fatal(err)
	}
	r := reader.Reader{Languages: []reader.Language{reader.English(press.InCatalog(c))}, Filter: filter}
	p, n := paper{works}, 0
	for b.Loop() {
		a := p.article(n % 2000)
		d := document.Document{Number: n + 1, Content: []byte(a.Text), Fields: document.Fields{Headline: a.Headline}}
		if _, err := r.Read(b.Context(), d); err != nil {
			b.Fatal(err)
		}
		n++
	}
	b.ReportMetric(float64(b.N)/b.Elapsed().Seconds(), "articles/s")
}
