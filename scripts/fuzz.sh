#!/bin/sh
# Random inputs for readers, sessions, reports and model folders, behind all other work; findings lie in build/fuzz.
# atheris, which is led by what an input reaches, lies beside the other libraries: no test needs it, and not every Python
# has a wheel of it. Without it hypothesis makes the inputs.
set -eu
python=$1
shift
led=.venv/.atheris
if [ ! -d "$led/atheris" ] && ! "$python" -m pip install --quiet --disable-pip-version-check --no-input --no-deps \
    --only-binary :all: --target "$led" 'atheris>=3,<4' >/dev/null 2>&1 </dev/null; then
    rm -rf "$led"
    echo "atheris cannot be installed here: inputs are changed by chance alone." >&2
fi
PYTHONPATH=$(pwd):$(pwd)/$led exec nice -n 19 "$python" tests/hostile/fuzz.py "$@"
