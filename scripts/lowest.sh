#!/bin/sh
# A part of the tests with the lowest versions that pyproject.toml allows, in .venv-lowest. uv chooses the versions, as pip
# knows no such order; without uv this says so in one line and does not fail.
#   sh scripts/lowest.sh PYTHON                runs them
#   sh scripts/lowest.sh PYTHON environment    makes .venv-lowest alone
set -eu
python=$1
venv=.venv-lowest
. scripts/uv.sh
if [ -z "$has_uv" ]; then
    echo "uv cannot be installed here: the lowest versions were not tried."
    exit 0
fi
wanted=$(sed '/^\[tool\./,$d' pyproject.toml | cksum)
if [ ! -x "$venv/bin/python" ] || [ "$(cat "$venv/.wanted" 2>/dev/null)" != "$wanted" ]; then
    "$python" -m venv --clear --without-pip "$venv"
    uv pip install --quiet --python "$venv/bin/python" --resolution lowest-direct --editable '.[dev]'
    printf '%s\n' "$wanted" >"$venv/.wanted"
fi
[ "${2:-}" != environment ] || exit 0
# Each library is used by one of these at least. How a reader's process is bounded is no matter of libraries.
QT_QPA_PLATFORM=offscreen "$venv/bin/python" -m pytest -q -p no:cacheprovider -n 2 --dist worksteal \
    --ignore=tests/engine/readers/test_isolation.py tests/engine/readers tests/engine/align \
    tests/engine/text/test_boundaries.py tests/engine/annotate/test_quantities.py \
    tests/engine/test_onnx_encoder.py tests/engine/test_onnx_entailment.py tests/session/test_store.py \
    tests/engine/report/test_documents.py tests/ui/compare tests/ui/test_findings.py
