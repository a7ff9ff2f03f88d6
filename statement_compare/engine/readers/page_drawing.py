"""How a page of a PDF is drawn, inside the reader's process."""

from __future__ import annotations

from typing import Any

import pypdfium2

from statement_compare.engine.readers.failures import Refusal
from statement_compare.engine.readers.page_image import MOST_PIXELS, drawn
from statement_compare.engine.readers.pdf import opened


def draw(data: bytes, number: int, width: int) -> dict[str, Any]:
    """The page of that number, from 1, about `width` pixels wide; a page that would be too high is drawn smaller.

    Raises Refusal for a PDF that is encrypted or damaged, and for a page that it does not have.
    """
    document = opened(data)
    pages = len(document)
    if not 1 <= number <= pages:
        raise Refusal("file_without_page", page=str(number))
    try:
        page = document[number - 1]
        page_width, page_height = page.get_size()
        scale = min(max(width, 1) / page_width, MOST_PIXELS / page_width, MOST_PIXELS / page_height)
        bitmap = page.render(scale=scale, rev_byteorder=True, prefer_bgrx=False, draw_annots=True)
    except (pypdfium2.PdfiumError, ZeroDivisionError) as error:
        raise Refusal("file_damaged") from error
    wide, high = min(bitmap.width, MOST_PIXELS), min(bitmap.height, MOST_PIXELS)
    pixels = bytes(bitmap.buffer)
    rows = b"".join(b"\0" + pixels[start : start + 3 * wide] for start in range(0, bitmap.stride * high, bitmap.stride))
    return drawn(rows, wide, high, float(page_width), float(page_height), pages)
