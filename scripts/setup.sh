#!/bin/sh
# Sets up .venv for `make run` (sh scripts/setup.sh run) or for `make test` (... dev): finds a Python, makes the
# environment, installs the program into it, and sees to the system libraries of Qt. Quick when nothing is missing.
set -eu

kind=$1
venv=.venv
# What pip installed for, and which system libraries were looked for: notes to oneself that go with the environment.
installed=$venv/.installed-for
looked_for=$venv/.looked-for

say() { printf '%s\n' "$*" >&2; }
fail() { say "$*"; exit 1; }

as_root() {
    if [ "$(id -u)" = 0 ]; then "$@"
    elif command -v sudo >/dev/null 2>&1 && sudo -n true 2>/dev/null; then sudo -n "$@"
    else return 1
    fi
}

has_apt() { command -v apt-get >/dev/null 2>&1; }

# apt_install PACKAGE...: installs them when that needs no password, says how otherwise.
apt_install() {
    say "Installing with apt-get: $*"
    if apt_get install "$@" >"$log.apt" 2>&1; then return 0; fi
    # The list of packages may be old, or not there at all on a new machine.
    apt_get update >"$log.apt" 2>&1 || true
    apt_get install "$@" >>"$log.apt" 2>&1
}
apt_get() {
    as_root env DEBIAN_FRONTEND=noninteractive \
        apt-get -y --no-install-recommends -o DPkg::Lock::Timeout=120 "$@" </dev/null
}

find_python() {
    for candidate in "${PYTHON:-}" python3 python3.13 python3.12 python3.11 python3.14 python py; do
        [ -n "$candidate" ] || continue
        if "$candidate" -c 'import sys; sys.exit(sys.version_info < (3, 11))' >/dev/null 2>&1; then
            printf '%s\n' "$candidate"
            return 0
        fi
    done
    return 1
}

make_environment() {
    python=$(find_python) || fail "Python 3.11 or newer is needed and was not found.
Install it (Debian 12 or Ubuntu 24.04 and newer: apt-get install python3 python3-venv; elsewhere: https://www.python.org)
or name it: make PYTHON=/path/to/python3.12 ..."
    if ! "$python" -c 'import venv, ensurepip' >/dev/null 2>&1; then
        # Debian and Ubuntu put these two into a package of their own.
        package=$("$python" -c 'import sys; print("python3.%d-venv" % sys.version_info[1])')
        { has_apt && apt_install "$package"; } || { has_apt && apt_install python3-venv; } ||
            fail "This Python cannot make environments. Install its venv module and try again:
    sudo apt-get install $package"
    fi
    say "Making $venv with $("$python" --version)"
    "$python" -m venv --clear "$venv"
}

# Libraries that Qt loads and pip does not bring, with the packages that Debian and Ubuntu have them in. A name with | has
# changed: the first that exists is taken.
qt_libraries='libglib-2.0.so.0=libglib2.0-0t64|libglib2.0-0
libGL.so.1=libgl1
libEGL.so.1=libegl1
libxkbcommon.so.0=libxkbcommon0
libfontconfig.so.1=libfontconfig1
libdbus-1.so.3=libdbus-1-3
libgssapi_krb5.so.2=libgssapi-krb5-2'
window_libraries='libxcb-cursor.so.0=libxcb-cursor0
libxcb-icccm.so.4=libxcb-icccm4
libxcb-keysyms.so.1=libxcb-keysyms1
libxkbcommon-x11.so.0=libxkbcommon-x11-0
libxcb-shape.so.0=libxcb-shape0'

missing_packages() {
    printf '%s\n' "$1" | while IFS== read -r library packages; do
        "$venv/bin/python" -c 'import ctypes, sys; ctypes.CDLL(sys.argv[1])' "$library" 2>/dev/null && continue
        for package in $(printf '%s' "$packages" | tr '|' ' '); do
            if apt-cache show "$package" >/dev/null 2>&1; then break; fi
        done
        printf '%s ' "$package"
    done
}

see_to_qt() {
    [ "$(uname -s)" = Linux ] || return 0
    has_apt || return 0
    packages=$(missing_packages "$1")
    [ -n "$packages" ] || return 0
    # shellcheck disable=SC2086 # one word a package
    if ! apt_install $packages; then
        say "Qt needs system libraries that could not be installed without a password. Please run:"
        say "    sudo apt-get install $packages"
        [ "$kind" = run ] || exit 1
        say "Until then the comparison is printed in the terminal."
    fi
}

# What a test needs that reads the window aloud, on a screen of its own: without it the test is left out.
see_to_screen_reader() {
    packages=$(missing_packages "$window_libraries")
    command -v Xvfb >/dev/null 2>&1 || packages="$packages xvfb"
    command -v dbus-daemon >/dev/null 2>&1 || packages="$packages dbus"
    [ -e /usr/libexec/at-spi-bus-launcher ] || packages="$packages at-spi2-core"
    /usr/bin/python3 -c 'import gi; gi.require_version("Atspi", "2.0"); from gi.repository import Atspi' 2>/dev/null ||
        packages="$packages python3-gi gir1.2-atspi-2.0"
    [ -n "$packages" ] || return 0
    # shellcheck disable=SC2086 # one word a package
    apt_install $packages || say "Without $packages the tests with a screen reader are left out."
}

# What other programs make of a report is tested with those that are small, and with a browser; binutils build the folder
# that is tested as well. Ubuntu has Chromium in its shop alone, where apt-get does not find it.
see_to_other_programs() {
    packages=
    command -v objcopy >/dev/null 2>&1 || packages="$packages binutils"
    library=$("$venv/bin/python" -c 'import sysconfig; print(sysconfig.get_config_var("INSTSONAME"))')
    case $library in
    *.so.*) packages="$packages $(missing_packages "$library=${library%%.so.*}")" ;;
    esac
    command -v qpdf >/dev/null 2>&1 || packages="$packages qpdf"
    command -v pdftotext >/dev/null 2>&1 || packages="$packages poppler-utils"
    # shellcheck disable=SC2086,SC2116 # one word a package
    packages=$(echo $packages)
    # shellcheck disable=SC2086 # one word a package
    [ -z "$packages" ] || apt_install $packages || say "Without $packages some tests are left out."
    for browser in chromium chromium-browser google-chrome; do
        if command -v "$browser" >/dev/null 2>&1; then return 0; fi
    done
    apt_install chromium || say "Without Chromium the tests of the report in a browser are left out."
}

# axe-core, which looks in a page for what shuts people out, is a file of this package: its libraries are not asked for.
see_to_axe() {
    "$in_venv" -m pip install --quiet --disable-pip-version-check --no-input --no-deps --target "$venv/.axe" \
        axe-playwright-python==0.1.8 </dev/null || say "Without axe-core the tests that use it are left out."
}

see_to_test_tools() {
    [ "$(uname -s)" = Linux ] || return 0
    has_apt || return 0
    see_to_screen_reader
    see_to_other_programs
}

# What decides which packages are there: the part of pyproject.toml above the settings of tools.
wanted_packages=$({ sed '/^\[tool\./,$d' pyproject.toml; cat requirements.lock 2>/dev/null || true; } | cksum)

has_environment() {
    [ -e "$venv/.place" ] && [ "$(cat "$venv/.place")" = "$PWD" ] &&
        [ -x "$venv/bin/python" -o -x "$venv/Scripts/python.exe" ]
}

# uv brings the same in half the time. Whoever only wants to run the program is asked for pip alone.
with_uv() {
    [ "$kind" = dev ] || return 1
    python=$in_venv
    . scripts/uv.sh
    [ -n "$has_uv" ] && uv pip install --quiet --python "$in_venv" "$@" >"$log" 2>&1 </dev/null
}

# Whoever has what the tests need has what the program needs.
has_packages() {
    for note in "$installed-dev" "$installed-$kind"; do
        if [ -e "$note" ] && [ "$(cat "$note")" = "$wanted_packages" ]; then return 0; fi
    done
    return 1
}

# A display may come and go; that is a matter of system libraries alone, and each kind is looked for once.
needs_window() { [ "$kind" = run ] && [ -n "${DISPLAY:-}${WAYLAND_DISPLAY:-}" ]; }
needs_test_tools() { [ "$kind" = dev ]; }
has_libraries() {
    [ -e "$looked_for-qt-$kind" ] && { ! needs_window || [ -e "$looked_for-window" ]; } &&
        { ! needs_test_tools || [ -e "$looked_for-test-tools" ]; }
}

if has_environment && has_packages && has_libraries; then exit 0; fi
log=$(mktemp)
trap 'wait; rm -f "$log" "$log.apt"' EXIT

# An environment knows its own place: one that was moved or whose Python is gone is made again.
if ! { has_environment &&
    { "$venv/bin/python" -m pip --version || "$venv/Scripts/python" -m pip --version; } >/dev/null 2>&1; }; then
    make_environment
    printf '%s\n' "$PWD" >"$venv/.place"
fi
in_venv=$venv/bin/python
[ -x "$in_venv" ] || in_venv=$venv/Scripts/python

# Libraries of the system come while pip works; one after the other, as apt-get lets nobody in beside itself.
see_to_system() {
    if [ ! -e "$looked_for-qt-$kind" ]; then
        see_to_qt "$qt_libraries"
        : >"$looked_for-qt-$kind"
    fi
    if needs_window && [ ! -e "$looked_for-window" ]; then
        see_to_qt "$window_libraries"
        : >"$looked_for-window"
    fi
    if needs_test_tools && [ ! -e "$looked_for-test-tools" ]; then
        see_to_test_tools
        : >"$looked_for-test-tools"
    fi
}
see_to_system &
system=$!

if ! has_packages; then
    case $kind in
    dev) target='.[dev]' ;;
    *) target='.' ;;
    esac
    say "Installing statement_compare and its libraries into $venv (the first time this takes a few minutes)"
    # The lock file pins each version; it lists what the tests need too, and pip takes from it what is asked for.
    locked=
    [ ! -f requirements.lock ] || locked='--constraint requirements.lock'
    # shellcheck disable=SC2086 # two words or none
    with_uv $locked --editable "$target" ||
        "$in_venv" -m pip install --quiet --disable-pip-version-check --no-input $locked --editable "$target" </dev/null ||
        fail "pip could not install the libraries; what it said stands above. Is this machine connected?"
    printf '%s\n' "$wanted_packages" >"$installed-$kind"
fi
if needs_test_tools && [ ! -d "$venv/.axe" ]; then see_to_axe; fi
wait "$system" || exit 1
