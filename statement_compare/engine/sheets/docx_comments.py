"""How comments stand in a Word file: at which runs, by whom, and without a time where nobody made them at one.

python-docx has comments too, and puts the present time into each; for each it also looks through all that there are, so
that some thousands take minutes.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import UTC, datetime
from typing import Any

from docx.document import Document as Written
from docx.enum.style import WD_STYLE_TYPE
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Pt
from docx.text.run import Run

from statement_compare.engine.report.docx_elements import made
from statement_compare.engine.sheets.docx_file import xml_text

_TEXT, _REFERENCE = "CommentText", "CommentReference"


class Comments:
    """The comments of a document, numbered as they come."""

    def __init__(self, document: Written) -> None:
        self._held: Any = document.part._comments_part.element
        self._number = 0
        for name, style_id, kind in (
            ("annotation text", _TEXT, WD_STYLE_TYPE.PARAGRAPH),
            ("annotation reference", _REFERENCE, WD_STYLE_TYPE.CHARACTER),
        ):
            style = document.styles.add_style(name, kind, builtin=True)
            style.element.styleId = style_id
            style.font.size = Pt(10 if kind is WD_STYLE_TYPE.PARAGRAPH else 8)

    def add(self, runs: Sequence[Run], lines: Sequence[str], author: str, at: str = "") -> None:
        """A comment over runs that follow each other; its first line is bold. `at` is ISO 8601, or "" for no time."""
        number, author = str(self._number), xml_text(author)
        self._number += 1
        comment = made("w:comment", id=number, author=author, initials=_initials(author))
        if when := _time(at):
            comment.set(qn("w:date"), when)
        for index, line in enumerate(lines):
            comment.append(_paragraph(xml_text(line), is_first=not index))
        self._held.append(comment)
        runs[0]._element.addprevious(made("w:commentRangeStart", id=number))
        reference = OxmlElement("w:r")
        properties = OxmlElement("w:rPr")
        properties.append(made("w:rStyle", val=_REFERENCE))
        reference.extend((properties, made("w:commentReference", id=number)))
        # What was put behind the runs before stays in front, so that comments follow as they were added.
        last = runs[-1]._element
        while (behind := last.getnext()) is not None and behind.tag != qn("w:commentRangeStart"):
            last = behind
        last.addnext(reference)
        last.addnext(made("w:commentRangeEnd", id=number))


def _paragraph(text: str, *, is_first: bool) -> Any:
    paragraph, properties = OxmlElement("w:p"), OxmlElement("w:pPr")
    properties.append(made("w:pStyle", val=_TEXT))
    paragraph.append(properties)
    if is_first:
        # The sign of the comment itself, which word processors put before its words.
        sign, sign_properties = OxmlElement("w:r"), OxmlElement("w:rPr")
        sign_properties.append(made("w:rStyle", val=_REFERENCE))
        sign.extend((sign_properties, OxmlElement("w:annotationRef")))
        paragraph.append(sign)
    run, words = OxmlElement("w:r"), OxmlElement("w:t")
    if is_first:
        bold = OxmlElement("w:rPr")
        bold.append(OxmlElement("w:b"))
        run.append(bold)
    words.set(qn("xml:space"), "preserve")
    words.text = text
    run.append(words)
    paragraph.append(run)
    return paragraph


def _initials(author: str) -> str:
    """ "AW" for "Ada Winter"."""
    return "".join(word[0] for word in author.replace("_", " ").split() if word[0].isalpha()).upper()[:3]


def _time(at: str) -> str:
    """A time as Word has it, to the second, in UTC; "" where it is not known."""
    try:
        when = datetime.fromisoformat(at)
        when = when.replace(tzinfo=UTC) if when.tzinfo is None else when.astimezone(UTC)
    except (ValueError, OverflowError):
        return ""
    return f"{when:%Y-%m-%dT%H:%M:%SZ}"
