#!/bin/sh
# Publishes the records of real sheets, 1, 2, 4 … times as many under other municipalities, each into a new data folder,
# and 2,500 sheets of one city and year: publish.sh SHEETS_DIR [MOST]. Prints processor seconds and peak memory as a table in Markdown; needs GNU time. See README.md.
set -eu
. "$(dirname -- "$0")/setup.sh"

sheets=${1:?publish.sh SHEETS_DIR [MOST]}
build
records "$sheets"
tools
growth() {
  java -cp "$work/classes:$root/target/jigyo.jar" Growth "$@" >&2
}
# as the launcher starts a publish
publish() {
  /usr/bin/time -f "%U %S %M" -o "$work/time" java -XX:+UseSerialGC -Xmx288m -XX:TieredStopAtLevel=1 \
    -cp "$work/classes:$root/target/jigyo.jar" Growth publish "$work/publish/sheets" "$work/publish/data" >&2
}
echo "| copies | processor s | ratio to one | peak MB |"
echo "|--:|--:|--:|--:|"
copies=1
first=
while [ "$copies" -le "${2:-8}" ]; do
  rm -rf "$work/publish"
  growth write "$work/records.jsonl" "$copies" "$work/publish/sheets"
  publish
  first=$(awk -v c="$copies" -v f="${first:-0}" '{ s = $1 + $2; if (f == 0) f = s; printf "| %d | %.1f | %.2f | %d |\n", c, s, s / f, $3 / 1024 > "/dev/stderr"; print f }' "$work/time" 2>"$work/row")
  cat "$work/row"
  copies=$((copies * 2))
done
rm -rf "$work/publish"
growth city "$work/records.jsonl" 2500 "$work/publish/sheets"
publish
awk '{ printf "\n2,500 sheets of one city and year: %.1f s, %d MB\n", $1 + $2, $3 / 1024 }' "$work/time"
