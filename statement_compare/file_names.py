"""What the names of the program's own files end with."""

from __future__ import annotations

from typing import Final

SESSION_SUFFIX: Final = ".stcmp"
"""What the name of a session file ends with."""
