"""Pictures of pages of a file that was read: of the very file that was read, and of no other."""

from __future__ import annotations

import hashlib
from dataclasses import replace

from statement_compare.engine.progress import SILENT, Progress
from statement_compare.engine.readers import bytes_of_file
from statement_compare.engine.readers.failures import Refusal, unreadable
from statement_compare.engine.readers.isolation import draw
from statement_compare.engine.readers.limits import DEFAULT_LIMITS, Limits
from statement_compare.engine.readers.page_image import PageImage

# A page that takes longer than this was made to; a person waits for it.
_SECONDS = 20.0


def page_image(
    path: str,
    sha256: str,
    page: int,
    width: int,
    *,
    limits: Limits = DEFAULT_LIMITS,
    progress: Progress = SILENT,
) -> PageImage:
    """A page, from 1, of the PDF at `path`, about `width` pixels wide; `sha256` is that of the file that was read.

    Raises UnreadableFileError for a file that is gone, has changed since, or cannot be drawn, and Cancelled.
    """
    data = bytes_of_file(path, limits)
    try:
        if hashlib.sha256(data).hexdigest() != sha256:
            raise Refusal("file_changed")
        return draw(data, page, width, replace(limits, seconds=min(limits.seconds, _SECONDS)), progress)
    except Refusal as refusal:
        raise unreadable(refusal, path) from None
