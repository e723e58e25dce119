#!/bin/sh
# Reads a workbook that lists projects with Jigyo and with POI's streaming reader alone, in turns, on one core, and a workbook of
# four times its rows within the memory that the launcher gives to publish: xlsx.sh [ROWS] [COLUMNS] [ROUNDS]. See README.md.
set -eu
. "$(dirname -- "$0")/setup.sh"

rows=${1:-2000}
columns=${2:-210}
rounds=${3:-3}
need taskset util-linux
[ -x /usr/bin/time ] || fail "/usr/bin/time is missing: apt-get install time"

build
mkdir -p "$work/classes"
javac -cp "$root/target/lib/*" -d "$work/classes" "$root/src/bench/tools/ListBook.java" "$root/src/bench/tools/BookCells.java"
forms=$root/src/test/resources/forms
layouts=$work/layouts
mkdir -p "$layouts"
cp "$forms/hara-r6.yml" "$layouts/"
classes=$work/classes:$root/target/lib/*
for times in 1 4; do
  book=$work/list-$((rows * times)).xlsx
  [ -s "$book" ] || java -cp "$classes" ListBook "$forms/hara-list.tsv" "$book" "$((rows * times))" "$columns" >&2
done
readings=$work/xlsx.readings
: >"$readings"

read_list() {
  measure "jigyo/$1" env JIGYO_JAVA_OPTIONS="$2" "$root/jigyo" --quiet extract --jobs 1 --json --max-seconds 600 --layouts "$layouts" \
    "$work/list-$1.xlsx"
  [ "$(wc -l <"$work/out")" -eq "$1" ] || fail "jigyo read $(wc -l <"$work/out") of $1 rows"
}

# as publish: see the launcher
bounded="-XX:+UseSerialGC -Xmx288m"
echo "$rounds rounds:" >&2
for _ in $(seq "$rounds"); do
  # shellcheck disable=SC2086 # several options
  measure "poi/$rows" java $bounded -XX:TieredStopAtLevel=1 -cp "$classes" BookCells "$work/list-$rows.xlsx"
  read_list "$rows" "$bounded"
  read_list "$((4 * rows))" "$bounded"
done

echo
conditions "$rows × $columns cells"
medians <"$readings" | awk -v rows="$rows" '
  { clock[$1] = $2; cpu[$1] = $3; peak[$1] = $4 }
  function row(label, key) { printf "| %s | %.2f | %.2f | %d |\n", label, clock[key], cpu[key], peak[key] }
  END {
    print "\n| | clock s | CPU s | peak MB |"
    print "|---|--:|--:|--:|"
    row("POI, cells alone, " rows " rows", "poi/" rows)
    row("**jigyo extract --json**, " rows " rows", "jigyo/" rows)
    row("**jigyo extract --json**, " 4 * rows " rows", "jigyo/" 4 * rows)
    printf "\nCPU, jigyo to POI: %.2f. Peak memory, %d to %d rows: %.2f.\n", cpu["jigyo/" rows] / cpu["poi/" rows],
      4 * rows, rows, peak["jigyo/" 4 * rows] / peak["jigyo/" rows]
  }'
