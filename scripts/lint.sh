#!/bin/sh
# Style, types and the borders between the layers.
set -eu
python=$1
"$python" -m ruff check .
"$python" -m ruff format --check .
"$python" -m mypy
"$(dirname "$python")/lint-imports" --no-cache
