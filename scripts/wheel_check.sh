#!/bin/sh
# Builds the wheel and tries it with every Python that it is for and that is found here: in an environment whose path has
# blanks and Kazakh letters, whose libraries cannot be written, and with nothing of this checkout in sight.
#   sh scripts/wheel_check.sh PYTHON [ANOTHER_PYTHON ...]
set -eu
builder=$1
shift
export PIP_DISABLE_PIP_VERSION_CHECK=1 PIP_NO_INPUT=1
"$builder" -m hatchling build -t wheel -d dist >/dev/null
wheel=$(ls -t dist/statement_compare-*.whl | head -n 1)
"$builder" packaging/sums.py dist
echo "$wheel: $(du -m "$wheel" | cut -f1) MB"
wheel=$PWD/$wheel
pins=$PWD/requirements.lock

pythons() {
    for version in 3.11 3.12 3.13 3.14; do
        for python in "python$version" "${PYENV_ROOT:-$HOME/.pyenv}/versions/$version".*/bin/python; do
            if "$python" -c "import sys, venv, ensurepip; sys.exit('%d.%d' % sys.version_info[:2] != '$version')" 2>/dev/null; then
                echo "$python"
                break
            fi
        done
    done
}

folder=$(mktemp -d "${TMPDIR:-/tmp}/Тексеру бөлімі XXXXXX")
trap 'chmod -R u+w "$folder"; rm -rf "$folder"' EXIT
fail() { echo "$1: $2" >&2; exit 1; }
check() {
    python=$1
    place="$folder/орта $("$python" -c 'import sys; print("%d.%d" % sys.version_info[:2])')"
    "$python" -m venv "$place"
    # The pins where they are for this Python, else what there is for it.
    "$place/bin/pip" install --quiet --constraint "$pins" "$wheel" >/dev/null 2>&1 </dev/null ||
        "$place/bin/pip" install --quiet "$wheel" </dev/null || fail "$python" "the wheel cannot be installed"
    chmod -R a-w "$place"
    touch "$folder/installed"
    program="$place/bin/statement-compare"
    samples=$("$place/bin/python" -c 'from statement_compare import bundled; print(bundled.path("samples"))')
    cd "$folder"
    mkdir -p home
    export HOME="$folder/home" QT_QPA_PLATFORM=offscreen
    unset PYTHONPATH
    "$program" --version >/dev/null || fail "$python" "--version"
    printf '<p>Five boats.</p>' >бет.html
    [ "$("$program" extract бет.html)" = "Five boats." ] || fail "$python" "a page is not read in its own process"
    "$program" compare "$samples/ministry.txt" "$samples/company.txt" --quiet --format json -o "есеп.json" ||
        fail "$python" "compare"
    "$place/bin/python" - "есеп.json" <<'END' || fail "$python" "the result"
import json, sys
links = json.load(open(sys.argv[1], encoding="utf-8"))["links"]
sys.exit(not any(link["verdict"] == "contradiction" for link in links))
END
    # The window comes up, and ends as a desktop ends it.
    "$program" demo 2>/dev/null &
    window=$!
    recent="$HOME/.local/share/statement-compare/recent.json"
    for _ in $(seq 300); do [ ! -f "$recent" ] || break; sleep 0.2; done
    kill -TERM "$window"
    code=0
    wait "$window" || code=$?
    [ "$code" = 143 ] && [ -f "$recent" ] || fail "$python" "the window ended with $code"
    rm "$recent"
    written=$(find "$place" -newer "$folder/installed" -type f | head -n 3)
    [ -z "$written" ] || fail "$python" "it wrote into its own folder: $written"
    cd - >/dev/null
    echo "$("$python" --version): installs, reads, compares and opens its window; $(du -sm "$place" | cut -f1) MB with all libraries"
    chmod -R u+w "$place"
    rm -rf "$place"
}

if [ $# = 0 ]; then
    pythons >"$folder/pythons"
else
    printf '%s\n' "$@" >"$folder/pythons"
fi
while read -r python; do (check "$python" </dev/null); done <"$folder/pythons"
