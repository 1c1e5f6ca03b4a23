#!/usr/bin/env bash
# Loads rolecall serve with wrk, at two connections a core: title pages and
# suggestions, at full load and at half of it, and says the memory before and
# after. Usage: bench/serve.sh [CATALOG] [SECONDS]
set -euo pipefail
cd "$(dirname "$0")/.."
catalog=${1:-starter} seconds=${2:-30}
command -v wrk >/dev/null || { echo "bench/serve.sh: wrk is missing: apt-get install wrk" >&2; exit 2; }
folder=$(mktemp -d)
go build -o "$folder/rolecall" ./cmd/rolecall
address=127.0.0.1:8977
"$folder/rolecall" serve --catalog "$catalog" --addr "$address" 2>"$folder/log" &
server=$!
trap 'kill $server 2>/dev/null; wait $server 2>/dev/null; rm -rf "$folder"' EXIT
until curl -sf "http://$address/readyz" >/dev/null; do kill -0 $server || { cat "$folder/log"; exit 1; }; sleep 0.2; done

connections=$(( $(nproc) * 2 ))
memory() { awk '/VmRSS/ {printf "memory %d MB\n", $2 / 1024}' "/proc/$server/status"; }
load() { # name, connections, script
  echo "== $1, $2 connections, $seconds s"
  wrk --latency -t1 -c"$2" -d"${seconds}s" -s "$3" "http://$address" | grep -E '50%|99%|Requests/sec|Non-2xx|Socket' || true
  memory
}

# Titles are those that suggestions find for common syllables.
titles=$(for q in al an be ca da de el fi ga ha in ja ka la ma mi ne no on pa ra re sa se st ta th to un ve wa we; do
  curl -s "http://$address/suggest?q=$q"; done | grep -o '/title/[^"]*' | sort -u | sed 's/.*/  "&",/')
[ -n "$titles" ] || { echo "bench/serve.sh: the catalog offers no title" >&2; exit 1; }
echo "$(wc -l <<<"$titles") titles"
paths="local paths = {
$titles
}
local n = 0"
echo "$paths; request = function() n = n + 1; return wrk.format('GET', paths[n % #paths + 1]) end" >"$folder/titles.lua"
# An address that nobody asked for before is never answered from what is kept.
echo "$paths; request = function() n = n + 1; return wrk.format('GET', paths[n % #paths + 1] .. '?n=' .. n .. '.' .. os.time()) end" >"$folder/new.lua"
cat >"$folder/suggestions.lua" <<'LUA'
local words = {"je", "jess", "jessica", "lady", "lady b", "the ha", "game of", "queen", "dare", "mel", "rosen", "night", "love", "star", "grey"}
local n = 0
request = function() n = n + 1; return wrk.format("GET", "/suggest?q=" .. words[n % #words + 1]:gsub(" ", "+")) end
LUA
memory
load "title pages" "$connections" "$folder/titles.lua"
load "title pages at half load" "$(( connections / 2 ))" "$folder/titles.lua"
load "title pages, each made anew" "$connections" "$folder/new.lua"
load "title pages, each made anew, at half load" "$(( connections / 2 ))" "$folder/new.lua"
load "suggestions" "$connections" "$folder/suggestions.lua"
load "suggestions at half load" "$(( connections / 2 ))" "$folder/suggestions.lua"
