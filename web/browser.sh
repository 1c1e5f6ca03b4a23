#!/usr/bin/env bash
# Installs Chromium from the system's packages for the tests of the pages. Where
# that cannot be done, it says so and the tests that need a browser are skipped.
set -euo pipefail
note() { echo "browser.sh: $1; tests that need a browser will be skipped" >&2; exit 0; }
command -v apt-get >/dev/null || note "no apt-get here: install Chromium by hand"
as_root=()
if [ "$(id -u)" != 0 ]; then
  sudo -n true 2>/dev/null || note "Chromium is installed by root: run \"sudo apt-get install chromium\""
  as_root=(sudo -n)
fi
export DEBIAN_FRONTEND=noninteractive
{ "${as_root[@]}" apt-get update -qq && "${as_root[@]}" apt-get install -qq -y --no-install-recommends chromium; } >&2 ||
  note "Chromium could not be installed"
