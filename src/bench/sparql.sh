#!/bin/sh
# The stored questions asked of Jigyo and of others over the same release: sparql.sh SHEETS_DIR [COPIES] [SECONDS] [LONGEST] [WARM]
#   COPIES   how often the records of the sheets are repeated under other keys (1: the sheets as they are)
#   SECONDS  how long each question is repeated, longer when its first answer took more than half of that (default 1; 0: not at all)
#   LONGEST  seconds after which a question is given up (default 30)
#   WARM     seconds of other questions before the first one (default 60)
# The questions are asked in two halves, each of a server that was just started and warmed with src/bench/warm and the other half.
# JIGYO_BENCH_STARTS is how often each server is started for each half (default 1); the medians of what took how long the first time
# are printed.
# JIGYO_BENCH_SERVERS names those that are started (default: jigyo fuseki rdf4j oxigraph virtuoso).
# JIGYO_BENCH_QUESTIONS names the questions that are asked (default: all).
# Starts one server after another on loopback, loads it, asks, and stops it. Prints tables in Markdown; see README.md.
set -eu
. "$(dirname -- "$0")/setup.sh"

sheets=${1:?sparql.sh SHEETS_DIR [COPIES] [SECONDS] [LONGEST] [WARM]}
copies=${2:-1}
seconds=${3:-1}
longest=${4:-30}
warm=${5:-60}
starts=${JIGYO_BENCH_STARTS:-1}
servers=${JIGYO_BENCH_SERVERS:-jigyo fuseki rdf4j oxigraph virtuoso}
heap=${JIGYO_BENCH_HEAP:-6g}
port=${JIGYO_BENCH_PORT:-13900}
need wrk wrk
need curl curl
need node nodejs
need virtuoso-t virtuoso-opensource-7
need isql-vt virtuoso-opensource-7
build
records "$sheets"
tools
jars "$root/src/bench/fuseki.xml" "$work/fuseki"
jars "$root/src/bench/rdf4j/pom.xml" "$work/rdf4j"
mkdir -p "$work/rdf4j-classes" "$work/oxigraph"
javac -cp "$work/rdf4j/*" -d "$work/rdf4j-classes" "$root/src/bench/rdf4j/Rdf4jServer.java"
[ -d "$work/oxigraph/node_modules/oxigraph" ] ||
  (cd "$work/oxigraph" && npm install --no-audit --no-fund --silent oxigraph@0.5.11) || fail "cannot fetch oxigraph"

place=$work/sparql-$copies
rm -rf "$place"
mkdir -p "$place"
classpath=$work/classes:$root/target/jigyo.jar
server=
trap '[ -z "$server" ] || kill "$server" 2>/dev/null || true' EXIT
trap 'exit 1' INT TERM

say() {
  echo "bench: $1" >&2
}

# Waits until a server answers: ready ADDRESS
ready() {
  tries=0
  until curl -sf -o "$place/hello" -H 'Accept: application/sparql-results+json' \
    --data-urlencode 'query=SELECT * {} LIMIT 1' "$1" 2>/dev/null; do
    kill -0 "$server" 2>/dev/null || return 1
    tries=$((tries + 1))
    [ "$tries" -lt 2400 ] || return 1
    sleep 0.5
  done
}

# Starts the server $name and waits until it answers.
up() {
  "start_$name"
  if ! ready "$address"; then
    say "$name does not answer, see $place/$name.log"
    down
    return 1
  fi
}

down() {
  kill "$server" 2>/dev/null || true
  wait "$server" 2>/dev/null || true
  server=
}

# Asks every question of a folder once: asked COLUMN FOLDER OTHERS WARM
# OTHERS are asked before. A server that a question keeps busy beyond its time is restarted before the next one, and without
# others before when it was one of those.
asked() {
  : >"$place/asked"
  before=$4
  again=$warm
  while
    rc=0
    # the asker's own compiling must not take the processor from the server's
    java -XX:TieredStopAtLevel=1 -cp "$classpath" Ask "$address" "$2" "$place/answers/$1" "$longest" "$3" "$before" "$place/asked" || rc=$?
    [ $rc != 4 ] || again=0
    [ $rc = 3 ] || [ $rc = 4 ]
  do
    say "$name is stuck"
    before=$again
    down
    up || return 0
  done
  cat "$place/asked" >>"$place/$1.firsts"
}

# Asks again and again what was asked last: repeated COLUMN
repeated() {
  [ "$seconds" = 0 ] || while read -r question first _; do
    case $first in error*) continue ;; esac
    # long enough for what took long the first time
    time=$(awk -v first="$first" -v s="$seconds" 'BEGIN { t = int(2 * first / 1000) + 1; print (t > s ? t : s) }')
    wrk -t1 -c4 -d"${time}s" --timeout "${longest}s" -H 'Accept: application/sparql-results+json' \
      "$(cat "$place/answers/$1/$question.url")" >"$place/wrk" 2>&1 || true
    awk -v q="$question" '/Requests\/sec/ { rate = $2 } /Non-2xx/ { bad = 1 } END { print q, bad ? "error" : rate }' \
      "$place/wrk" >>"$place/$1.again"
    # what was under way when the time was up is not the next question's fault
    ready "$address" || return 0
  done <"$place/asked"
}

# Asks a server that has just been started one half of the questions, after the other half: half COLUMN FOLDER HALF START
half() {
  up || return 0
  say "$name, half $3, start $4"
  asked "$1" "$place/$2-$3" "$place/$2-$3-others" "$warm"
  [ "$4" != 1 ] || repeated "$1"
  if [ "$2" = plain ] && [ -n "$(ls "$place/differing-$3")" ]; then
    [ -n "$server" ] || up || return 0
    asked "$1-s" "$place/differing-$3" "$place/$2-$3-others" 0
    [ "$4" != 1 ] || repeated "$1-s"
  fi
  [ -z "$server" ] || down
}

# Lines «question milliseconds rows» of several starts: one line a question, with the median; what went wrong once is said
median_first() {
  awk '$2 ~ /^error/ { bad[$1] = $0 } END { for (q in bad) print bad[q] }' "$1"
  awk 'NR == FNR { if ($2 ~ /^error/) bad[$1]; next } !($1 in bad)' "$1" "$1" | medians
}

# Jigyo is asked the questions as they are. Others are asked the plain ones, and after that, as NAME-s, those that differ in the
# form that uses the statistics. bench NAME ADDRESS START
bench() {
  name=$1
  address=$2
  case " $servers " in *" $name "*) ;; *) return 0 ;; esac
  [ "$3" != 1 ] || rm -f "$place/$name.firsts" "$place/$name-s.firsts" "$place/$name.again" "$place/$name-s.again"
  form=plain
  [ "$name" != jigyo ] || form=queries
  for half in 1 2; do
    half "$name" $form $half "$3"
  done
  for column in "$name" "$name-s"; do
    [ ! -f "$place/$column.firsts" ] || median_first "$place/$column.firsts" >"$place/$column.first"
  done
}

# Cuts the questions of a folder in two: what is asked, and with what a server is warmed before; halved FOLDER
# A limit that is never reached makes other words of a question each time it is asked.
halved() {
  mkdir -p "$place/$1-1" "$place/$1-2" "$place/$1-1-others" "$place/$1-2-others"
  cp "$root"/src/bench/warm/*.rq "$place/$1-1-others"
  cp "$root"/src/bench/warm/*.rq "$place/$1-2-others"
  half=1
  for file in "$place/$1"/*.rq; do
    cp "$file" "$place/$1-$half"
    half=$((3 - half))
    { cat "$file" && printf '\nLIMIT 100000?nth\n'; } >"$place/$1-$half-others/${file##*/}"
  done
}

say "publishing $copies copies"
java -Xmx"$heap" -cp "$classpath" Published "$work/records.jsonl" "$copies" "$place" "$root/src/bench/queries" >"$place/published"
if [ -n "${JIGYO_BENCH_QUESTIONS-}" ]; then
  for file in "$place"/queries/*.rq "$place"/plain/*.rq; do
    case " $JIGYO_BENCH_QUESTIONS " in *" $(basename "$file" .rq) "*) ;; *) rm "$file" ;; esac
  done
fi
halved queries
halved plain
mkdir -p "$place/differing" "$place/differing-1" "$place/differing-2"
for half in 1 2; do
  for file in "$place/queries-$half"/*.rq; do
    cmp -s "$file" "$place/plain/${file##*/}" || cp "$file" "$place/differing"
    [ ! -f "$place/differing/${file##*/}" ] || cp "$file" "$place/differing-$half"
  done
done
java -Xmx"$heap" -cp "$root/target/lib/*" tdb2.tdbloader --loc "$place/tdb2" "$place/all.nq" >"$place/tdbloader.log" 2>&1

start_jigyo() {
  printf 'release:\n  warm-up: false\nlisten:\n  monitor-port: -1\nquery:\n  time-seconds: %s\n' "$longest" >"$place/serve.yml"
  JIGYO_JAVA_OPTIONS=-Xmx$heap "$root/jigyo" serve --data "$place/data" --port "$port" --config "$place/serve.yml" \
    >"$place/jigyo.log" 2>&1 &
  server=$!
}

start_fuseki() {
  mkdir -p "$place/fuseki"
  FUSEKI_BASE=$place/fuseki java -Xmx"$heap" -jar "$work"/fuseki/jena-fuseki-server-*.jar --localhost --port "$((port + 1))" \
    --timeout "$((longest * 1000))" --tdb2 --loc "$place/tdb2" /ds >"$place/fuseki.log" 2>&1 &
  server=$!
}

start_rdf4j() {
  java -Xmx"$heap" -Dsun.net.httpserver.nodelay=true -cp "$work/rdf4j-classes:$work/rdf4j/*" Rdf4jServer "$place/all.nq" "$((port + 2))" "$longest" \
    >"$place/rdf4j.log" 2>&1 &
  server=$!
}

start_oxigraph() {
  (cd "$work/oxigraph" && exec node "$root/src/bench/oxigraph.mjs" "$place/all.nq" "$((port + 3))") >"$place/oxigraph.log" 2>&1 &
  server=$!
}

isql() {
  isql-vt "127.0.0.1:$((port + 4))" dba dba exec="$1" >>"$place/isql.log" 2>&1
}

start_virtuoso() {
  mkdir -p "$place/virtuoso"
  cat >"$place/virtuoso/virtuoso.ini" <<INI
[Database]
DatabaseFile = $place/virtuoso/virtuoso.db
ErrorLogFile = $place/virtuoso/virtuoso.log
LockFile = $place/virtuoso/virtuoso.lck
TransactionFile = $place/virtuoso/virtuoso.trx
xa_persistent_file = $place/virtuoso/virtuoso.pxa
[TempDatabase]
DatabaseFile = $place/virtuoso/temp.db
TransactionFile = $place/virtuoso/temp.trx
[Parameters]
ServerPort = 127.0.0.1:$((port + 4))
DirsAllowed = $place
NumberOfBuffers = 340000
MaxDirtyBuffers = 250000
MaxQueryMem = 2G
[HTTPServer]
ServerPort = 127.0.0.1:$((port + 5))
ServerThreads = 8
[SPARQL]
ResultSetMaxRows = 1000000
MaxQueryExecutionTime = $longest
INI
  (cd "$place/virtuoso" && exec virtuoso-t +foreground +configfile virtuoso.ini) >"$place/virtuoso.log" 2>&1 &
  server=$!
  tries=0
  until isql "status();" || [ $tries -gt 60 ]; do
    tries=$((tries + 1))
    sleep 1
  done
  # what stands in no graph goes into one, which is the default graph of every question
  [ -f "$place/virtuoso/loaded" ] || isql "ld_dir('$place', 'all.nq', 'urn:default'); rdf_loader_run(); checkpoint; grant execute on DB.DBA.SPARQL_SELECT_KNOWN_GRAPHS to \"SPARQL\";" || true
  touch "$place/virtuoso/loaded"
}

# in turns: a machine that others use too is not equally fast at all times
start=1
while [ "$start" -le "$starts" ]; do
  bench jigyo "http://127.0.0.1:$port/sparql" $start
  bench fuseki "http://127.0.0.1:$((port + 1))/ds/sparql" $start
  bench rdf4j "http://127.0.0.1:$((port + 2))/" $start
  bench oxigraph "http://127.0.0.1:$((port + 3))/" $start
  bench virtuoso "http://127.0.0.1:$((port + 5))/sparql?default-graph-uri=urn%3Adefault" $start
  start=$((start + 1))
done

# Whether a server's answer is that of stock Fuseki to the plain form: same NAME QUESTION
same() {
  [ -f "$place/answers/$1/$2.rows" ] && [ -f "$place/answers/fuseki/$2.rows" ] || return 1
  cmp -s "$place/answers/$1/$2.rows" "$place/answers/fuseki/$2.rows"
}

cat "$place/published"
echo
echo "$(nproc) cores; heap $heap; one client, 4 connections, $seconds s a question; $starts starts a half, $warm s of other questions; $(java -version 2>&1 | head -n 1)"
for part in first again; do
  [ $part = first ] || [ "$seconds" != 0 ] || continue
  echo
  if [ $part = first ]; then echo "First time, milliseconds:"; else echo "Repeated, answers a second:"; fi
  echo
  echo "| question | rows | jigyo | fuseki | +s | rdf4j | +s | oxigraph | +s | virtuoso | +s |"
  echo "|---|--:|--:|--:|--:|--:|--:|--:|--:|--:|--:|"
  for file in "$place"/queries/*.rq; do
    question=$(basename "$file" .rq)
    line="| $question | $(awk -v q="$question" '$1 == q { print $3 }' "$place/jigyo.first")"
    for name in jigyo fuseki fuseki-s rdf4j rdf4j-s oxigraph oxigraph-s virtuoso virtuoso-s; do
      value=$(awk -v q="$question" '$1 == q { print $2 }' "$place/$name.$part" 2>/dev/null || true)
      case $name in *-s) [ -f "$place/differing/$question.rq" ] || value="〃" ;; esac
      [ "$value" = 〃 ] || [ -z "$value" ] || same $name "$question" || value="$value ≠"
      line="$line | ${value:--}"
    done
    echo "$line |"
  done
done
echo
echo "+s: with the statistics graph, in the form that uses it; 〃: the same form. ≠: the answer is not the one of stock Fuseki to the"
echo "plain form, or there is none."
