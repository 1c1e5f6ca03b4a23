#!/usr/bin/env bash
# Installs DuckDB for Node.js and the reader of data packages from npm, for the tests that
# have others open what is exported. Where that cannot be done, it says so and the tests
# are skipped.
set -euo pipefail
cd "$(dirname "$0")"
note() { echo "export/client: $1; the tests of others' readers will be skipped" >&2; exit 0; }
command -v node >/dev/null && command -v npm >/dev/null || note "no Node.js here: install nodejs and npm"
npm ci --no-audit --no-fund >&2 || note "the readers could not be installed"
