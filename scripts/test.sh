#!/bin/sh
# All tests, off screen and without a network where that can be had, and the share of engine and session that they run
# through.
#   sh scripts/test.sh PYTHON            runs them
#   sh scripts/test.sh PYTHON compile    compiles them alone, which each process that runs tests would do for itself
set -eu
python=$1
export QT_QPA_PLATFORM=offscreen
if [ "${2:-}" = compile ]; then
    "$python" -m pytest --collect-only -qq >/dev/null 2>&1 || true # what is wrong there is told when they are run
    exit 0
fi
sh scripts/offline.sh "$python" -m pytest -q -n 2 --dist worksteal --cov=statement_compare/engine --cov=statement_compare/session --cov-report=
for layer in engine session; do
    "$python" -m coverage report --include="statement_compare/$layer/*" --skip-covered --fail-under=90
done
