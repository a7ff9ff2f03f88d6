#!/bin/sh
# Runs a command without a network where the system lets one: in a namespace that has none, but for this machine itself.
set -eu
if unshare --net true 2>/dev/null; then
    STATEMENT_COMPARE_TESTS_OFFLINE=1 exec unshare --net sh -c 'ip link set lo up 2>/dev/null || :; exec "$@"' offline "$@"
fi
# Whoever is not root gets one together with a namespace of users in which nobody else is, and keeps the own name there.
if unshare --map-current-user --net true 2>/dev/null; then
    STATEMENT_COMPARE_TESTS_OFFLINE=1 exec unshare --map-current-user --net "$@"
fi
echo "This system lets nobody do without its network here: the command runs with it."
exec "$@"
