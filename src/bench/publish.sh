#!/bin/sh
# Publishes the records of real sheets, 1, 2, 4 … times as many under other municipalities, each into a new data folder:
# publish.sh SHEETS_DIR [MOST]. Prints processor seconds and peak memory as a table in Markdown; needs GNU time. See README.md.
set -eu
. "$(dirname -- "$0")/setup.sh"

sheets=${1:?publish.sh SHEETS_DIR [MOST]}
build
records "$sheets"
tools
echo "| copies | processor s | ratio to one | peak MB |"
echo "|--:|--:|--:|--:|"
copies=1
first=
while [ "$copies" -le "${2:-8}" ]; do
  rm -rf "$work/publish"
  # as the launcher starts a publish
  /usr/bin/time -f "%U %S %M" -o "$work/time" java -XX:+UseSerialGC -Xmx1g -XX:TieredStopAtLevel=1 \
    -cp "$work/classes:$root/target/jigyo.jar" Growth "$work/records.jsonl" "$copies" "$work/publish" >&2
  first=$(awk -v c="$copies" -v f="${first:-0}" '{ s = $1 + $2; if (f == 0) f = s; printf "| %d | %.1f | %.2f | %d |\n", c, s, s / f, $3 / 1024 > "/dev/stderr"; print f }' "$work/time" 2>"$work/row")
  cat "$work/row"
  copies=$((copies * 2))
done
