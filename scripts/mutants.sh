#!/bin/sh
# Small faults in the engine that no test notices: scripts/mutants.py, with cosmic-ray in an environment of its own,
# .venv-mutants, as nothing else needs it.
#   sh scripts/mutants.sh PYTHON [--limit 40] [--seed 0] [engine/align/assign.py ...]
set -eu
python=$1
shift
venv=.venv-mutants
wanted='cosmic-ray>=8.7,<9'
if [ ! -x "$venv/bin/python" ] || [ "$(cat "$venv/.wanted" 2>/dev/null)" != "$wanted" ]; then
    "$python" -m venv --clear "$venv"
    if ! "$venv/bin/python" -m pip install --quiet --disable-pip-version-check --no-input "$wanted" </dev/null; then
        echo "cosmic-ray cannot be installed here: no mutants were tried." >&2
        exit 1
    fi
    printf '%s\n' "$wanted" >"$venv/.wanted"
fi
exec "$venv/bin/python" scripts/mutants.py --tests-with "$python" "$@"
