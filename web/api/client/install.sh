#!/usr/bin/env bash
# Installs from npm what the test of a client in another language needs: a validator of the
# description of the interface, what makes a client of it, and a compiler. Where that cannot be
# done, it says so and the test is skipped.
set -euo pipefail
cd "$(dirname "$0")"
note() { echo "web/api/client: $1; the test of a client made from the description will be skipped" >&2; exit 0; }
command -v node >/dev/null && command -v npm >/dev/null || note "no Node.js here: install nodejs and npm"
npm ci --no-audit --no-fund >&2 || note "the packages could not be installed"
