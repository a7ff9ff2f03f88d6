"""What of its surroundings the program cannot work in, and what it tells the libraries that it loads."""

from __future__ import annotations

import os
from collections.abc import MutableMapping


def spare_idle_threads(environment: MutableMapping[str, str] = os.environ) -> None:
    """Have numpy compute in the thread that asks, unless a person has said otherwise.

    OpenBLAS, which numpy brings, starts a thread for each processor when it is loaded, and each of them looks for work
    without a pause for a while: as much processor time as loading numpy takes, in the program and in its worker, when
    both have most to do. Figures are the same to the last bit with any number of threads.
    """
    environment.setdefault("OPENBLAS_NUM_THREADS", "1")


def drop_unusable_time_zone(environment: MutableMapping[str, str] = os.environ) -> None:
    """Forget a TZ that leads to no time zone, such as TZ=/etc/passwd: babel looks at it and fails to load.

    Nothing here depends on the local time. Processes that are started from here no longer see it either.
    """
    named = environment.get("TZ", "").removeprefix(":")
    if not named:
        return
    # Loaded where there is something to look at, so that everything else starts without it.
    import struct
    from zoneinfo import ZoneInfo

    try:
        if os.path.exists(named):  # noqa: PTH110 - a name may hold what no path can
            with open(named, "rb") as file:  # noqa: PTH123
                ZoneInfo.from_file(file)
        else:
            ZoneInfo(named)
    except LookupError:  # a zone that is not known here: babel takes the system's
        return
    except (OSError, ValueError, struct.error):  # the last where a file of a zone breaks off
        del environment["TZ"]
