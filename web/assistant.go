package web

import (
	"net/http"

	"rolecall/assistant"
	"rolecall/web/guard"
)

// Assistants ask in bursts, mostly for what costs little: so many calls of one client,
// one at a time, and so many of all. What takes work is under the limit of all such
// work beside.
var calls = guard.Costs{PerSecond: 5, Burst: 60, AtOnce: 64}

// assistants answers assistants over HTTP.
func (s *Site) assistants() http.Handler {
	costs := calls
	costs.Proxied = s.options.Proxied
	service := assistant.New(assistant.Options{
		Acquire: s.holder.Borrow, Public: s.options.Public, Version: s.options.Version, Costly: s.costly.Within, Log: s.options.Log,
	})
	return guard.NewLimit(costs, s.measured, s.refuse).Wrap(service)
}
