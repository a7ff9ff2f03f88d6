"""numpy for the columns of numbers, loaded when the first of them is asked for: the window opens without it."""

from __future__ import annotations

from typing import TYPE_CHECKING

__all__ = ["load", "np"]

if TYPE_CHECKING:
    import numpy as np
else:

    class _WhenAsked:
        """What numpy has by a name; kept here from the first time on, so that no later one takes longer."""

        def __getattr__(self, name: str) -> object:
            import numpy

            found = getattr(numpy, name)
            setattr(self, name, found)
            return found

    np = _WhenAsked()


def load() -> None:
    """Load it now, so that nobody waits for it later."""
    np.empty(0)
