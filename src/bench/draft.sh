#!/bin/sh
# Drafts a layout from a folder's PDF files, and reads the same files with the finished layout, in turns, on one core: draft.sh SHEETS_DIR [ROUNDS]
# SHEETS_DIR holds PDF files of one form that a bundled layout reads. Prints a table in Markdown; see README.md.
set -eu
. "$(dirname -- "$0")/setup.sh"

sheets=${1:?draft.sh SHEETS_DIR [ROUNDS]}
rounds=${2:-3}
need taskset util-linux
[ -x /usr/bin/time ] || fail "/usr/bin/time is missing: apt-get install time"

build
count=$(find "$sheets" -name '*.pdf' | wc -l)
[ "$count" -gt 2 ] || fail "fewer than three PDF files below $sheets"
readings=$work/draft.readings
: >"$readings"

echo "$rounds rounds of $count PDF files:" >&2
for _ in $(seq "$rounds"); do
  measure extract "$root/jigyo" --quiet extract --jobs 1 --json "$sheets"
  for looked in 20 "$count"; do
    measure "draft/$looked" "$root/jigyo" --quiet draft --sheets "$looked" -o "$work/drafted.yml" "$sheets"
  done
done

echo
conditions "$count PDF files"
medians <"$readings" | awk -v count="$count" '
  { clock[$1] = $2; cpu[$1] = $3; peak[$1] = $4 }
  function row(label, key) {
    printf "| %s | %.2f | %.2f | %.2f | %d |\n", label, clock[key], cpu[key], cpu[key] / cpu["extract"], peak[key]
  }
  END {
    print "\n| | clock s | CPU s | ratio | peak MB |"
    print "|---|--:|--:|--:|--:|"
    row("jigyo extract --json, finished layout", "extract")
    row("**jigyo draft**, 20 sheets looked at (default)", "draft/20")
    row("jigyo draft, " count " sheets looked at", "draft/" count)
  }'
