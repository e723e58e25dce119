# What the benchmarks share; sourced, not run.

root=$(CDPATH='' cd -- "$(dirname -- "$0")/../.." && pwd)
work=$root/target/bench
mkdir -p "$work"

fail() {
  echo "bench: $1" >&2
  exit 1
}

need() {
  command -v "$1" >/dev/null 2>&1 || fail "$1 is missing: apt-get install $2"
}

# The jar of the project, built when it is older than its sources.
build() {
  "$root/jigyo" --version >&2 || fail "the project does not build"
}

# The jars of a POM beside the scripts, in a folder: jars POM FOLDER
jars() {
  [ -d "$2" ] || mvn -q -B -f "$1" dependency:copy-dependencies -DoutputDirectory="$2" >&2 || fail "cannot fetch $1"
}

# Runs a command on one core and adds its seconds of the clock, of the processor (user and system), and its peak memory in MB to the
# file $readings; what it prints is in $work/out: measure NAME COMMAND...
measure() {
  name=$1
  shift
  echo "  $name" >&2
  # a sheet in doubt gives exit code 4, which is no failure here
  /usr/bin/time -f "%e %U %S %M" -o "$work/time" taskset -c 0 "$@" >"$work/out" 2>"$work/err" || [ $? = 4 ] ||
    fail "$name failed, see $work/err"
  tail -n 1 "$work/time" | awk -v name="$name" '{ printf "%s %.2f %.2f %.0f\n", name, $1, $2 + $3, $4 / 1024 }' >>"$readings"
}

# One line about the machine and what was measured there, in $rounds rounds: conditions WHAT
conditions() {
  echo "$(nproc) cores, one used; $1; median of $rounds rounds; $(java -version 2>&1 | head -n 1)"
}

# Takes lines «name value …» and prints for each name, in order of first sight, the median of each column.
medians() {
  sort -s -k1,1 | awk '
    function flush(   c, i, j, t, line) {
      if (!n) return
      line = name
      for (c = 2; c <= columns; c++) {
        for (i = 2; i <= n; i++) for (j = i; j > 1 && v[j, c] + 0 < v[j - 1, c] + 0; j--) {
          t = v[j, c]; v[j, c] = v[j - 1, c]; v[j - 1, c] = t
        }
        line = line " " (n % 2 ? v[(n + 1) / 2, c] : (v[n / 2, c] + v[n / 2 + 1, c]) / 2)
      }
      print line
      n = 0
    }
    $1 != name { flush(); name = $1 }
    { n++; columns = NF; for (c = 2; c <= NF; c++) v[n, c] = $c }
    END { flush() }'
}

# The records of a folder's sheets with their evidence, read once: records SHEETS_DIR
records() {
  [ -s "$work/records.jsonl" ] && [ "$work/records.jsonl" -nt "$root/target/jigyo.jar" ] && return
  "$root/jigyo" --quiet extract --json --evidence "$1" >"$work/records.jsonl" || [ $? = 4 ] || fail "no sheets in $1"
}

# The Java tools beside the scripts, on the class path of the project.
tools() {
  mkdir -p "$work/classes"
  javac -cp "$root/target/jigyo.jar:$root/target/lib/*" -d "$work/classes" "$root"/src/bench/tools/*.java
}
