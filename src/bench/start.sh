#!/bin/sh
# How soon Jigyo answers, beside stock Fuseki over the same database: start.sh SHEETS_DIR [STARTS]
# Prints from the start to the first answer, on a release and on an empty folder, elapsed time and processor time; and how long the
# stored questions take that are asked at once, and by who waits until the warm-up is over. Medians of STARTS (default 5) in turns.
set -eu
. "$(dirname -- "$0")/setup.sh"

sheets=${1:?start.sh SHEETS_DIR [STARTS]}
starts=${2:-5}
port=${JIGYO_BENCH_PORT:-13950}
need curl curl
build
jars "$root/src/bench/fuseki.xml" "$work/fuseki"
place=$work/start
rm -rf "$place"
mkdir -p "$place/fuseki"
"$root/jigyo" --quiet publish --data "$place/data" "$sheets" >&2 || [ $? = 4 ] || fail "nothing to publish in $sheets"
cp -r "$place/data/releases/$(cat "$place/data/current")/tdb2" "$place/fuseki/tdb2"
find "$place/fuseki" -name tdb.lock -delete
printf 'listen: { port: %s, monitor-port: %s }\n' "$port" "$((port + 1))" >"$place/serve.yml"
server=
trap '[ -z "$server" ] || kill "$server" 2>/dev/null || true' EXIT
trap 'exit 1' INT TERM

milliseconds() {
  echo $(($(date +%s%N) / 1000000))
}

# Starts a server and waits for an answer: up NAME ADDRESS COMMAND…; leaves «NAME elapsed processor» in milliseconds
up() {
  name=$1
  address=$2
  shift 2
  begin=$(milliseconds)
  "$@" >"$place/$name.log" 2>&1 &
  server=$!
  until curl -sf -o "$place/hello" -H 'Accept: application/sparql-results+json' --data-urlencode 'query=ASK {}' "$address" 2>/dev/null; do
    kill -0 "$server" 2>/dev/null || fail "$name does not answer, see $place/$name.log"
    sleep 0.05
  done
  echo "$name $(($(milliseconds) - begin)) $(awk '{ print ($14 + $15 + $16 + $17) * 10 }' "/proc/$server/stat")" >>"$place/starts"
}

down() {
  kill "$server" 2>/dev/null || true
  wait "$server" 2>/dev/null || true
  server=
}

jigyo() {
  up "$1" "http://127.0.0.1:$port/sparql" "$root/jigyo" serve --data "$2" --config "$place/serve.yml"
}

# The time of each stored question that needs nothing given, asked once: questions COLUMN
questions() {
  for file in "$root"/queries/*.rq; do
    question=$(basename "$file" .rq)
    took=$(curl -sf -o "$place/answer" -w '%{time_total}' "http://127.0.0.1:$port/api/queries/$question?format=json") || continue
    echo "$question $took" | awk '{ print $1, $2 * 1000 }' >>"$place/$1"
  done
}

warm() {
  until curl -sf "http://127.0.0.1:$((port + 1))/health" | grep -q '"warm":true'; do sleep 0.2; done
}

turn=1
while [ "$turn" -le "$starts" ]; do
  up fuseki "http://127.0.0.1:$((port + 2))/ds/sparql" env FUSEKI_BASE="$place/fuseki/base" \
    java -jar "$work"/fuseki/jena-fuseki-server-*.jar --localhost --port "$((port + 2))" --tdb2 --loc "$place/fuseki/tdb2" /ds
  down
  jigyo jigyo "$place/data"
  questions at-once
  down
  jigyo jigyo "$place/data"
  warm
  questions warm
  down
  rm -rf "$place/empty"
  jigyo jigyo-empty-folder "$place/empty"
  down
  turn=$((turn + 1))
done

echo "$(nproc) cores; medians; $(java -version 2>&1 | head -n 1)"
echo
echo "| start | ms | processor ms |"
echo "|---|--:|--:|"
medians <"$place/starts" | awk '{ printf "| %s | %d | %d |\n", $1, $2, $3 }'
echo
echo "| first answer to | at once, ms | after the warm-up, ms |"
echo "|---|--:|--:|"
medians <"$place/at-once" >"$place/at-once.median"
medians <"$place/warm" >"$place/warm.median"
join "$place/at-once.median" "$place/warm.median" |
  awk '{ printf "| %s | %.1f | %.1f |\n", $1, $2, $3; a += $2; b += $3 } END { printf "| together | %.0f | %.0f |\n", a, b }'
