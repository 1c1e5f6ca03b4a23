package main

import (
	"fmt"

	"github.com/vbauerster/mpb/v8"
	"github.com/vbauerster/mpb/v8/decor"

	"rolecall/source"
)

// showProgress draws a bar of the bytes read, with rate and time left, where a
// person watches. The function it returns ends it.
func (a *app) showProgress(report *source.Report, paths []string) (done func()) {
	if !a.interactive {
		return func() {}
	}
	bars := mpb.New(mpb.WithOutput(a.stderr), mpb.WithAutoRefresh())
	bar := bars.AddBar(sizeOf(paths),
		mpb.PrependDecorators(decor.Name("reading "), decor.CountersKibiByte("% .1f of % .1f")),
		mpb.AppendDecorators(decor.AverageSpeed(decor.SizeB1024(0), "% .1f"), decor.Name("  "), decor.OnComplete(decor.AverageETA(decor.ET_STYLE_GO), "putting it together")),
	)
	report.Progress = func(bytes int64) { bar.SetCurrent(bytes) }
	return func() {
		bar.Abort(false)
		bars.Wait()
		fmt.Fprintln(a.stderr)
	}
}
