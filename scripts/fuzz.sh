#!/bin/sh
# Random inputs for readers, sessions, reports and model folders, behind all other work; findings lie in build/fuzz.
set -eu
python=$1
shift
PYTHONPATH=$(pwd) exec nice -n 19 "$python" tests/hostile/fuzz.py "$@"
