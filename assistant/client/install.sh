#!/usr/bin/env bash
# Installs the TypeScript SDK of the Model Context Protocol from npm, for the test that has a
# client of others' making ask the tools. Where that cannot be done, it says so and the test
# is skipped.
set -euo pipefail
cd "$(dirname "$0")"
note() { echo "assistant/client: $1; the test of another's client will be skipped" >&2; exit 0; }
command -v node >/dev/null && command -v npm >/dev/null || note "no Node.js here: install nodejs and npm"
npm ci --no-audit --no-fund >&2 || note "the SDK could not be installed"
