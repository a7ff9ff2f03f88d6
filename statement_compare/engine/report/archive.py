"""How the zip of an office document gets the same bytes whenever it is written."""

from __future__ import annotations

import io
import zipfile
from typing import Final

_OLDEST: Final = (1980, 1, 1, 0, 0, 0)
"""The first time that a zip can hold: when a document was made is no part of what it says."""


def rewritten(document: bytes) -> bytes:
    """The same parts in the same order, without the times at which they were written."""
    made = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(document)) as old, zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as new:
        for entry in old.infolist():
            part = zipfile.ZipInfo(entry.filename, _OLDEST)
            part.compress_type = zipfile.ZIP_DEFLATED
            part.external_attr = 0o600 << 16
            part.create_system = 0  # else the bytes would tell the system
            new.writestr(part, old.read(entry))
    return made.getvalue()
