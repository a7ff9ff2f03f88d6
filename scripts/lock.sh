#!/bin/sh
# Pins in requirements.lock the newest versions that pyproject.toml allows, for every system and Python it names.
set -eu
python=$1
. scripts/uv.sh
if [ -z "$has_uv" ]; then
    echo "uv cannot be installed here: requirements.lock stays as it is." >&2
    exit 1
fi
uv pip compile --quiet --universal --python-version 3.11 --upgrade --no-header --no-annotate \
    pyproject.toml --extra dev --output-file requirements.lock
