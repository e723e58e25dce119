#!/bin/sh
# How long pages take beside the stored queries that they show: pages.sh SHEETS_DIR [ROUNDS]
# Prints for each page its size as sent (compressed), its time, the sum of the times of its queries, and the ratio. Both are asked in
# turns of the same server with caching off; medians of ROUNDS (default 9).
set -eu
. "$(dirname -- "$0")/setup.sh"

sheets=${1:?pages.sh SHEETS_DIR [ROUNDS]}
rounds=${2:-9}
port=${JIGYO_BENCH_PORT:-13970}
need curl curl
build
place=$work/pages
rm -rf "$place"
mkdir -p "$place"
"$root/jigyo" --quiet publish --data "$place/data" "$sheets" >&2 || [ $? = 4 ] || fail "nothing to publish in $sheets"
printf 'listen: { port: %s, monitor-port: %s }\ncache: { bytes: 0 }\n' "$port" "$((port + 1))" >"$place/serve.yml"
"$root/jigyo" serve --data "$place/data" --config "$place/serve.yml" >"$place/log" 2>&1 &
server=$!
trap 'kill "$server" 2>/dev/null || true' EXIT
trap 'exit 1' INT TERM
until curl -sf "http://127.0.0.1:$((port + 1))/health" 2>/dev/null | grep -q '"warm":true'; do
  kill -0 "$server" 2>/dev/null || fail "the server does not answer, see $place/log"
  sleep 0.2
done
base=http://127.0.0.1:$port

# The seconds that an address takes, and its bytes as sent: ask ADDRESS
ask() {
  curl -sf --compressed -H 'Accept: text/html,*/*;q=0.1' -o "$place/answer" -w '%{time_total} %{size_download}\n' "$base$1"
}

middle() {
  sort -n | awk '{ all[NR] = $1 } END { print all[int((NR + 1) / 2)] }'
}

largest=$(curl -sf "$base/api/queries/coverage?format=csv" | awk -F, 'NR > 1 && $4 > most { most = $4; city = $1 } END { print city }')
project=$(curl -sf "$base/sitemap/$largest.xml" | grep -o '/doc/project/[^<]*' | head -n 1)
sheet=$(curl -sf "$base/doc/project/${project##*/}.ttl" | grep -o "id/sheet/[^>]*" | head -n 1 | sed 's,^id,/doc,')
[ -n "$sheet" ] || sheet=$(curl -sf -H 'Accept: text/html' "$base$project" | grep -o '/doc/sheet/[^"?#]*' | grep -v '\.png' | head -n 1)
echo "| page | kB | page ms | queries ms | ratio |"
echo "|---|--:|--:|--:|--:|"
for page in "/" "/doc/municipality/$largest" "$project" "/sdg/11" "/city/$largest/policies" "/city/$largest/money" "/city/$largest/findings" \
  "/findings" "/compare" "/about" "$sheet" "/sparql"; do
  ask "$page?lang=ja" >/dev/null || fail "no answer for $page"
  grep -o '/api/queries/[^"]*format=csv[^"]*' "$place/answer" | sed 's/&amp;/\&/g; s/format=csv&header=labels/format=json/' | sort >"$place/queries" || true
  : >"$place/pages"
  : >"$place/sums"
  turn=1
  while [ "$turn" -le "$rounds" ]; do
    ask "$page?lang=ja" >"$place/one"
    awk '{ print $1 * 1000 }' "$place/one" >>"$place/pages"
    size=$(awk '{ print $2 / 1000 }' "$place/one")
    while read -r query; do ask "$query"; done <"$place/queries" | awk '{ sum += $1 * 1000 } END { print sum + 0 }' >>"$place/sums"
    turn=$((turn + 1))
  done
  awk -v page="$page" -v size="$size" -v took="$(middle <"$place/pages")" -v queries="$(middle <"$place/sums")" \
    'BEGIN { printf "| %s | %.1f | %.0f | %.0f | %s |\n", page, size, took, queries, (queries > 0 ? sprintf("%.2f", took / queries) : "") }'
done
