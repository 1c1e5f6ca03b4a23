#!/bin/sh
# Checks what is linked in for known vulnerabilities with govulncheck, which asks
# https://vuln.go.dev or the database named by GOVULNDB, a folder too
# (GOVULNDB=file:///path/to/copy). Where none can be reached it says so and ends with
# 3, which is neither "none found" (0) nor "some found" (1): what to do then is said.
set -u
out=$(go run golang.org/x/vuln/cmd/govulncheck@latest ${GOVULNDB:+-db "$GOVULNDB"} ./... 2>&1)
code=$?
printf '%s\n' "$out"
case "$code:$out" in
0:*) exit 0 ;;
3:* | *"exit status 3"*) exit 1 ;;
esac
cat >&2 <<'END'

vulnerabilities: NOT CHECKED: govulncheck or its database could not be reached.
Set GOVULNDB to a copy (https://go.dev/security/vuln/database has how to make one),
or run this where the network reaches https://vuln.go.dev. Until then: "go version -m
rolecall" lists the modules and versions to look up by hand, and "go list -m -u all"
those of which the proxy has a newer version.
END
exit 3
