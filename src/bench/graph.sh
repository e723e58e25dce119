#!/bin/sh
# Sheet records to Turtle against Rio alone: graph.sh SHEETS_DIR [COPIES] [ROUNDS]. Prints a table in Markdown; see README.md.
set -eu
. "$(dirname -- "$0")/setup.sh"

sheets=${1:?graph.sh SHEETS_DIR [COPIES] [ROUNDS]}
build
records "$sheets"
tools
java -Xmx6g -cp "$work/classes:$root/target/jigyo.jar" Mapping "$work/records.jsonl" "${2:-20}" "${3:-5}" "$work/graph"
