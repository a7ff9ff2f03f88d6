#!/bin/sh
# Builds the program as a folder that needs no Python, dist/statement-compare, and tries it out. PyInstaller works in an
# environment of its own, .venv-package, which holds what is shipped and nothing for tests.
#   sh scripts/package.sh PYTHON           builds, packs and tries
#   sh scripts/package.sh PYTHON folder    builds alone
#   sh scripts/package.sh PYTHON quick     builds alone and packs less thoroughly, for the tests, which are left out where
#                                          this machine cannot build
set -eu
python=$1
what=${2:-all}
venv=.venv-package
built=dist/statement-compare
unable() {
    echo "$1: no package was built." >&2
    [ "$what" = quick ] || exit 1
    exit 0
}
command -v objcopy >/dev/null || unable "PyInstaller needs objcopy, of the package binutils"
[ "$(uname -s)" != Linux ] ||
    "$python" -c 'import ctypes, sysconfig; ctypes.CDLL(sysconfig.get_config_var("INSTSONAME"))' 2>/dev/null ||
    unable "PyInstaller needs Python's own library (of a package such as libpython3.13)"
wanted=$(sed '/^\[tool\./,$d' pyproject.toml | cat - requirements.lock | cksum)
if [ ! -x "$venv/bin/python" ] || [ "$(cat "$venv/.wanted" 2>/dev/null)" != "$wanted" ]; then
    . scripts/uv.sh
    # A pip of its own is made in seconds, and only needed where there is no uv.
    "$python" -m venv --clear ${has_uv:+--without-pip} "$venv"
    if ! { [ -n "$has_uv" ] && uv pip install --quiet --python "$venv/bin/python" \
        --constraint requirements.lock --editable . 'pyinstaller>=6.16,<7' </dev/null; } &&
        ! { { [ -z "$has_uv" ] || "$python" -m venv --clear "$venv"; } &&
            "$venv/bin/python" -m pip install --quiet --disable-pip-version-check --no-input \
                --constraint requirements.lock --editable . 'pyinstaller>=6.16,<7' </dev/null; }; then
        unable "PyInstaller or a library cannot be installed here"
    fi
    printf '%s\n' "$wanted" >"$venv/.wanted"
fi

rm -rf "$built"
"$venv/bin/python" -m PyInstaller --noconfirm --log-level ERROR --distpath dist --workpath build/package \
    packaging/statement-compare.spec
# Names of functions and lines of source, for debuggers alone; a library that strip does not know stays as it is.
find "$built/_internal" -type f -name '*.so*' -exec strip --strip-unneeded {} + 2>/dev/null || true
for data in "$built"/_internal/PySide6/Qt/lib/libicudata.so.*; do
    [ ! -f "$data" ] || "$python" packaging/icu_data.py "$data"
done
if [ "$(uname -s)" = Linux ]; then
    [ "$what" = quick ] && quick=--quick || quick=
    "$python" packaging/packed.py "$built" $quick
fi
"$python" packaging/sums.py "$built"
echo "$built: $(du -sm "$built" | cut -f1) MB"
[ "$what" = all ] || exit 0

version=$("$built/statement-compare" --version | cut -d' ' -f2)
archive=statement-compare-$version-$(uname -s | tr '[:upper:]' '[:lower:]')-$(uname -m).tar.gz
tar --sort=name --owner=0 --group=0 -C dist -czf "dist/$archive" statement-compare
"$python" packaging/sums.py dist
echo "dist/$archive: $(du -m "dist/$archive" | cut -f1) MB"
QT_QPA_PLATFORM=offscreen "$python" -m pytest -q -p no:cacheprovider tests/test_built_package.py
