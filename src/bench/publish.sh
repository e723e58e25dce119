#!/bin/sh
# A release from nothing and with one sheet more: publish.sh SHEETS_DIR [COPIES]. Prints a table in Markdown; see README.md.
set -eu
. "$(dirname -- "$0")/setup.sh"

sheets=${1:?publish.sh SHEETS_DIR [COPIES]}
build
records "$sheets"
tools
rm -rf "$work/publish"
# as the launcher starts a publish
java -Xmx4g -XX:TieredStopAtLevel=1 -cp "$work/classes:$root/target/jigyo.jar" Increment "$work/records.jsonl" "${2:-8}" "$work/publish"
