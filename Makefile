# What people and the continuous integration run. "make" alone lists the targets.

.DEFAULT_GOAL := help
.PHONY: help build test beam race lint golden fuzz bench bench-serve bench-load browser client assets notices vulnerabilities

help: ## List the targets
	@grep -hE '^[a-z-]+:.*##' $(MAKEFILE_LIST) | sed -E 's/:.*## /\t/' | expand -t 12

# Without symbols for debuggers and paths of this machine, a fifth smaller. Of the 106 MB that
# are left, DuckDB is about half; 18 MB are Go code, 14 MB the tables of its stack traces, 4 MB the
# signs of all scripts, 2 MB each the model of the tagger and the widths of letters.
build: ## Build the program into ./rolecall
	go build -trimpath -ldflags '-s -w' -o rolecall ./cmd/rolecall

test: lint browser client ## Check and test everything; installs what that needs
	go test ./...
	$(MAKE) beam

beam: ## Check and test the pipeline for many machines, which is a module of its own
	cd corpus/beam && go vet ./... && go tool staticcheck ./... && go test ./...

race: ## Test what runs in several goroutines under the race detector
	go test -race $$(git grep -lE '\bgo func|errgroup|sync\.|\.Go\(' -- '*.go' | grep -vE '^(bench|corpus/beam)/' | xargs -n1 dirname | sort -u | sed 's|^|./|')

lint: ## Formatting, go vet, staticcheck
	@test -z "$$(gofmt -l .)" || { echo "not formatted; run gofmt -w on:"; gofmt -l .; exit 1; }
	go vet ./...
	go tool staticcheck ./...

browser: ## Install Chromium from Debian's packages for the tests of the pages, if it can be
	@command -v chromium >/dev/null || ./web/browser.sh

client: ## Install clients and readers of others' making from npm for their tests, if it can be
	@test -d assistant/client/node_modules || ./assistant/client/install.sh
	@test -d web/api/client/node_modules || ./web/api/client/install.sh
	@test -d export/client/node_modules || ./export/client/install.sh

assets: ## Bring fonts from npm into fonts (after a change of web/asset/bundle)
	cd web/asset/bundle && npm ci --no-audit --no-fund && npm run build

notices: ## Gather the licences of all that is linked in or embedded into licences/NOTICES.md
	go run ./licences/collect

vulnerabilities: ## Check what is linked in for known vulnerabilities, if their database can be reached
	@./licences/vulnerabilities.sh

golden: ## Write the golden files of what people read anew; look at the difference
	go test ./render -update
	go test ./cmd/rolecall -run Document -update
	git diff --stat -- render/testdata

fuzz: ## Fuzz each parser for a minute
	@for package in $$(grep -l '^func Fuzz' $$(git ls-files '*_test.go') | xargs -n1 dirname | sort -u); do \
	  for target in $$(go test ./$$package -list '^Fuzz' | grep ^Fuzz); do \
	    go test ./$$package -run '^$$' -fuzz "^$$target\$$" -fuzztime 60s -fuzzminimizetime 1s || exit 1; done; done

bench: ## Measure show and import beside gzip, how well claims are found, how fast texts and archives are checked
	go run ./bench/show
	go run ./bench/import -scale 0.1
	go run ./bench/claims
	go run ./bench/check
	go run ./bench/corpus

bench-serve: ## Load the server with wrk: make bench-serve CATALOG=FILE
	./bench/serve.sh $(or $(CATALOG),starter)

bench-load: ## Put a mixed load on the server and watch its memory: make bench-load CATALOG=FILE MINUTES=30
	go run ./bench/load -catalog $(CATALOG) -minutes $(or $(MINUTES),5) -dir $(or $(DIR),.)
