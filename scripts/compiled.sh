#!/bin/sh
# sh scripts/compiled.sh PYTHON: compiles the modules of the program where one of them is newer than the last time.
# Python does so by itself unless PYTHONDONTWRITEBYTECODE forbids it, as in many containers: each start then takes seconds.
set -eu

python=$1
noted=.venv/.compiled
if [ -e "$noted" ] && [ -z "$(find statement_compare -name '*.py' -newer "$noted" | head -n 1)" ]; then exit 0; fi
# Where nobody may write, the program starts all the same.
"$python" -m compileall -q statement_compare && : >"$noted" || true
