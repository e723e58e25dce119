#!/bin/sh
# Bulk load against tdb2.tdbloader: load.sh SHEETS_DIR [COPIES] [ROUNDS]. Prints a table in Markdown; see README.md.
set -eu
. "$(dirname -- "$0")/setup.sh"

sheets=${1:?load.sh SHEETS_DIR [COPIES] [ROUNDS]}
build
records "$sheets"
tools
rm -rf "$work/load"
java -Xmx4g -cp "$work/classes:$root/target/jigyo.jar" Load "$work/records.jsonl" "${2:-8}" "${3:-3}" "$work/load"
