"""A sheet of questions as Markdown: the texts in it are escaped so that they stay texts."""

from __future__ import annotations

from collections.abc import Iterator

from statement_compare.engine.report.md import escaped
from statement_compare.engine.reported import Reported
from statement_compare.engine.sheets.reply import ReplyChoice
from statement_compare.engine.sheets.reply_sheet import Asked, Sheet, sheets
from statement_compare.engine.sheets.words import words_in


def render(reported: Reported, choice: ReplyChoice) -> bytes:
    """One sheet for each side that is asked, as UTF-8."""
    made = ("".join(f"{line}\n" for line in _lines(sheet, choice.language)) for sheet in sheets(reported, choice))
    return "\n---\n\n".join(made).encode("utf-8", "backslashreplace")


def _lines(sheet: Sheet, language: str) -> Iterator[str]:
    yield f"# {sheet.title}"
    yield ""
    yield from (f"- {name}: {escaped(value)}" for name, value in sheet.rows)
    yield from ("", sheet.intro)
    for section in sheet.sections:
        yield from ("", f"## {section.title}")
        for asked in section.asked:
            yield from _question(asked, language)
    yield from ("", f"*{sheet.closing}*")


def _question(asked: Asked, language: str) -> Iterator[str]:
    said = words_in(language)
    yield from ("", f"### {asked.heading}")
    for passage in asked.passages:
        yield from ("", escaped(passage.lead))
        for text, place in passage.quotes:
            marked = said.say("sheet.quoted", text=escaped(text))
            yield from ("", f"> {marked} ({place})")
    yield from ("", f"**{escaped(asked.question)}**", "", said.say("reply.answer"), "")
