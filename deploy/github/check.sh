#!/usr/bin/env bash
# What the action runs: checks the texts that FILES names by ROLECALL, writes SARIF for
# code scanning, notes beside the lines, and the summary of the job. It fails as
# "rolecall check --fail-on" does.
set -euo pipefail
shopt -s globstar nullglob

files=()
while IFS= read -r pattern; do
  # Patterns are to be spread, and names may have spaces in them.
  IFS= ; files+=($pattern) ; unset IFS
done <<<"$FILES"
if [ ${#files[@]} -eq 0 ]; then
  echo "::error::No file is named by: $FILES"
  exit 2
fi

"$ROLECALL" check --format sarif -- "${files[@]}" >"$SARIF" || true
# A note beside each line. A command to the runner is a line, with %, line ends, and in
# names : and , as codes.
"$ROLECALL" check --format jsonl -- "${files[@]}" 2>/dev/null | jq -r '
  def code: gsub("%"; "%25") | gsub("\r"; "%0D") | gsub("\n"; "%0A");
  def name: code | gsub(":"; "%3A") | gsub(","; "%2C");
  select(.verdict == "contradicted")
  | "::error file=\(.source | name),line=\(.line // 1),title=Contradicted by the catalog::“\(.quote | code)”: \(.reason | code)."' || true

status=0
"$ROLECALL" check --format md ${FAIL_ON:+--fail-on "$FAIL_ON"} -- "${files[@]}" >>"$GITHUB_STEP_SUMMARY" || status=$?
exit "$status"
