"""What of its surroundings the program cannot work in, and does without."""

from __future__ import annotations

import os
from collections.abc import MutableMapping


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
