#!/bin/sh
# All benchmarks, one after the other. The development sets that they read lie beside a checkout, in ../shared.
set -eu
python=$1
if [ ! -d ../shared ]; then
    echo "The benchmarks read development sets in ../shared, which is not there: nothing was measured."
    exit 0
fi
for benchmark in benchmarks/*.py; do
    echo "== $benchmark"
    QT_QPA_PLATFORM=offscreen "$python" "$benchmark"
done
