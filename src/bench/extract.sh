#!/bin/sh
# Reads a folder's PDF files with Jigyo and with others, in turns, on one core: extract.sh SHEETS_DIR [ROUNDS]
# SHEETS_DIR holds PDF files, itself or in subfolders, and perhaps text sheets: those of one city, or of several.
# Prints a table in Markdown; see README.md.
set -eu
. "$(dirname -- "$0")/setup.sh"

sheets=${1:?extract.sh SHEETS_DIR [ROUNDS]}
rounds=${2:-3}
need pdftotext poppler-utils
need taskset util-linux
[ -x /usr/bin/time ] || fail "/usr/bin/time is missing: apt-get install time"

build
jars "$root/src/bench/tabula.xml" "$work/tabula"
javac -cp "$root/target/lib/*" -d "$work/classes" "$root/src/bench/tools/Stripper.java"

# Tabula writes beside its input; links let it do that without a copy of the files.
all=$work/all
one=$work/one
rm -rf "$all" "$one"
mkdir -p "$all" "$one"
find "$(cd "$sheets" && pwd)" -name '*.pdf' -exec ln -s {} "$all" \;
count=$(find "$all" -name '*.pdf' | wc -l)
[ "$count" -gt 1 ] || fail "no PDF files below $sheets"
ln -s "$(find "$all" -name '*.pdf' | sort | head -n 1)" "$one/"
texts=$(find "$sheets" -name '*.txt')
readings=$work/extract.readings
: >"$readings"

# shellcheck disable=SC2016 # the inner shell expands it
poppler='for f in "$1"/*.pdf; do pdftotext -layout "$f" -; done'
echo "$rounds rounds of $count PDF files:" >&2
for _ in $(seq "$rounds"); do
  for folder in all one; do
    at=$work/$folder
    measure "pdftotext/-/$folder" sh -c "$poppler" poppler "$at"
    for tiers in first all; do
      flag=$([ $tiers = all ] || echo -XX:TieredStopAtLevel=1)
      # shellcheck disable=SC2086 # no word when empty
      measure "stripper/$tiers/$folder" java $flag -cp "$work/classes:$root/target/lib/*" Stripper "$at"
      # shellcheck disable=SC2086
      measure "tabula/$tiers/$folder" java $flag -cp "$work/tabula/*" technology.tabula.CommandLineApp -l -p all -b "$at"
      # as users start it; the launcher takes the first tier for short verbs
      measure "jigyo/$tiers/$folder" env JIGYO_JAVA_OPTIONS="${flag:--XX:TieredStopAtLevel=4}" "$root/jigyo" \
        --quiet extract --jobs 1 --json "$at"
      [ "$folder" = one ] || [ "$(wc -l <"$work/out")" -ge "$count" ] || fail "jigyo did not read every PDF"
    done
  done
  for text in $texts; do
    measure "jigyo/first/$(basename "$text")" "$root/jigyo" --quiet extract --jobs 1 --json "$text"
    echo "sheets/$(basename "$text") $(wc -l <"$work/out") 0 0" >>"$readings"
  done
done

echo
conditions "$count PDF files"
medians <"$readings" | awk -v count="$count" '
  { clock[$1] = $2; cpu[$1] = $3; peak[$1] = $4 }
  function row(label, key, base,   whole, further) {
    whole = cpu[key "/all"]
    further = (whole - cpu[key "/one"]) / (count - 1)
    printf "| %s | %.2f | %.2f | %.1f | %.2f | %.1f | %.2f | %d |\n", label, clock[key "/all"], whole, count / whole,
      whole / cpu[base "/all"], 1000 * further, further / ((cpu[base "/all"] - cpu[base "/one"]) / (count - 1)),
      peak[key "/all"]
  }
  END {
    print "\n| | clock s | CPU s | sheets per CPU s | ratio | further sheet, CPU ms | ratio | peak MB |"
    print "|---|--:|--:|--:|--:|--:|--:|--:|"
    n = split("first all", tiers, " ")
    for (i = 1; i <= n; i++) {
      t = tiers[i]
      name = t == "first" ? "first compiler tier" : "all compiler tiers"
      row("PDFTextStripper, " name, "stripper/" t, "stripper/" t)
      row("tabula lattice, " name, "tabula/" t, "stripper/" t)
      row("**jigyo extract --json**, " name, "jigyo/" t, "stripper/" t)
    }
    row("pdftotext -layout", "pdftotext/-", "stripper/first")
    for (k in clock) if (k ~ /^sheets\//) {
      if (!texts++) {
        print "\n| text, first compiler tier | sheets | CPU s | sheets per CPU s | peak MB |"
        print "|---|--:|--:|--:|--:|"
      }
      text = substr(k, 8)
      printf "| %s | %d | %.2f | %.1f | %d |\n", text, clock[k], cpu["jigyo/first/" text],
        clock[k] / cpu["jigyo/first/" text], peak["jigyo/first/" text]
    }
  }'
