# Read by lowest.sh and lock.sh: gives the function uv, or leaves has_uv empty where uv cannot be had.
tools=.venv/.uv
has_uv=
if "$python" -c 'import uv' >/dev/null 2>&1 || [ -d "$tools/uv" ] ||
    "$python" -m pip install --quiet --disable-pip-version-check --no-input --target "$tools" uv >/dev/null 2>&1 </dev/null; then
    has_uv=yes
fi
uv() { PYTHONPATH="$tools" "$python" -m uv "$@"; }
