#!/usr/bin/env bash
# Usage: generated.sh FOLDER [PROJECTS] [YEARS] [SEED]
# Writes the sheets of made-up cities in each bundled form, with what they say, and prints how well they are read and their projects known again.
set -euo pipefail
[ $# -ge 1 ] || { sed -n 's/^# //p' "$0" >&2; exit 2; }
folder=$1 projects=${2:-200} years=${3:-4} seed=${4:-7}
cd "$(dirname "$0")/../.."
mvn -q -B test-compile dependency:build-classpath -Dmdep.outputFile=target/bench/test-classpath -Dmdep.includeScope=test
printf '| form | sheets | facts right | wrong, missing or invented | of these silent | projects merged | known again | doubted | of | CPU s |\n|---|--:|--:|--:|--:|--:|--:|--:|--:|--:|\n'
for specimen in src/test/resources/forms/{ikeda,yokohama}-specimen.txt \
  src/main/resources/specimens/{tsukuba-r3-list,tsukuba-r4-tables,tsukuba-r6-sheets,kawasaki-r5-policy-4-2}.txt; do
  form=$(basename "$specimen" .txt)
  TIMEFORMAT=%U
  exec 3>&1
  { time java -XX:+UseSerialGC -XX:TieredStopAtLevel=1 -cp "target/test-classes:target/classes:$(cat target/bench/test-classpath)" \
    org.jigyo.generator.GeneratedSheets "$specimen" "$folder/$form" "$projects" "$years" "$seed" >"$folder.score" 2>"$folder.log"; } 2>"$folder.time"
  sed -E "s/[^0-9]+([0-9]+)/| \1 /g; s/^/| $form /; s/\]$/| $(cat "$folder.time") |/" "$folder.score"
done
