#!/bin/sh
# All tests, off screen and without a network where that can be had, and the share of engine and session that they run
# through.
set -eu
python=$1
export QT_QPA_PLATFORM=offscreen
sh scripts/offline.sh "$python" -m pytest -q -n 2 --dist worksteal --cov=statement_compare/engine --cov=statement_compare/session --cov-report=
for layer in engine session; do
    "$python" -m coverage report --include="statement_compare/$layer/*" --skip-covered --fail-under=90
done
