"""Which version of the program this is, said once: the wheel, results and `--version` take it from here."""

from __future__ import annotations

from typing import Final

VERSION: Final = "0.1.0"
