#!/bin/sh
# Publishes the records of real sheets, 1, 2, 4 … times as many under other municipalities, each into a new data folder,
# and 2,500 sheets of one city and year: publish.sh SHEETS_DIR [MOST]. Then single steps: from nothing, a file more, a text corrected,
# nothing new. Prints processor seconds and peak memory as tables in Markdown; needs GNU time. See README.md.
set -eu
. "$(dirname -- "$0")/setup.sh"

sheets=${1:?publish.sh SHEETS_DIR [MOST]}
build
records "$sheets"
tools
growth() {
  java -cp "$work/classes:$root/target/jigyo.jar" Growth "$@" >&2
}
# processor seconds of the launcher's command with these words: seconds WORD…
seconds() {
  /usr/bin/time -f "%U %S %M" -o "$work/time" "$root/jigyo" --quiet "$@" >"$work/said" 2>&1 || [ $? = 4 ] || fail "jigyo $1 failed, see $work/said"
  awk 'END { printf "%.1f", $1 + $2 }' "$work/time"
}
# as the launcher starts a publish
publish() {
  /usr/bin/time -f "%U %S %M" -o "$work/time" java -XX:+UseSerialGC -Xmx240m -XX:TieredStopAtLevel=1 \
    -cp "$work/classes:$root/target/jigyo.jar" Growth publish "$work/publish/sheets" "$work/publish/data" >&2
}
echo "| copies | extract s | publish of what was read s | both to extract | publish to one | peak MB |"
echo "|--:|--:|--:|--:|--:|--:|"
copies=1
first=
while [ "$copies" -le "${2:-8}" ]; do
  rm -rf "$work/publish"
  copy=1
  while [ "$copy" -le "$copies" ]; do
    mkdir -p "$work/publish/given/$copy"
    cp -r "$sheets/." "$work/publish/given/$copy"
    copy=$((copy + 1))
  done
  extract=$(seconds extract --json --evidence "$work/publish/given")
  growth write "$work/records.jsonl" "$copies" "$work/publish/sheets"
  publish
  first=${first:-$(awk '{ print $1 + $2 }' "$work/time")}
  awk -v c="$copies" -v f="$first" -v e="$extract" '{ s = $1 + $2; printf "| %d | %.1f | %.1f | %.2f | %.2f | %d |\n", c, e, s, (s + e) / e, s / f, $3 / 1024 }' "$work/time"
  copies=$((copies * 2))
done
rm -rf "$work/publish"
growth city "$work/records.jsonl" 2500 "$work/publish/sheets"
publish
awk '{ printf "\n2,500 sheets of one city and year: %.1f s, %d MB\n", $1 + $2, $3 / 1024 }' "$work/time"

rm -rf "$work/publish"
mkdir -p "$work/publish/given"
cp -r "$sheets/." "$work/publish/given"
file=$(find "$work/publish/given/ikeda" -type f | sort | tail -n 1)
mv "$file" "$work/publish/later.pdf"
echo
echo "| step | processor s |"
echo "|---|--:|"
echo "| everything but one file of 池田, from nothing | $(seconds publish --data "$work/publish/data" "$work/publish/given") |"
mv "$work/publish/later.pdf" "$file"
echo "| that file | $(seconds publish --data "$work/publish/data" "$file") |"
text=$work/publish/given/tsukuba-r4-tables.txt
# in a sentence, which names no project
sed -i 's/を増加させます。/を増やします。/' "$text"
echo "| a text corrected, of つくば | $(seconds publish --data "$work/publish/data" "$text") |"
echo "| the same again | $(seconds publish --data "$work/publish/data" "$text") |"
echo "| 池田 alone, from nothing | $(seconds publish --data "$work/publish/other" "$work/publish/given/ikeda") |"
