"""How the page of the two texts names what it shows: empty sides, the line above a text, places, what is heard."""

from __future__ import annotations

from pathlib import PurePath

from PySide6.QtCore import QDate, QLocale

from statement_compare.engine.model import Link, Sentence, Side, Statement, Verdict
from statement_compare.engine.text import hidden
from statement_compare.session.query import flat
from statement_compare.ui.compare.marks import Mark
from statement_compare.ui.strings import language, place, say, side_word, verdict_word

TOLD_VERDICTS = frozenset({Verdict.CONTRADICTION, Verdict.QUALIFIED})
"""Whose words are marked in a text whatever is chosen, so that a screen reader is told of them as well."""


def empty_title(side: Side) -> str:
    return say(f"side.empty_{side.value}")


def empty_text(open_keys: str = "", paste_keys: str = "") -> str:
    """What can be done with an empty side, with the keys for it as far as there are any."""
    pasting, opening = (say("side.keys", keys=keys) if keys else "" for keys in (paste_keys, open_keys))
    return say("side.empty_ways", pasting=pasting, opening=opening)


def header_title(statement: Statement) -> str:
    """Who speaks, or the file's name; never the title, which often names both who speaks and who is answered."""
    source = statement.source
    return hidden.shown(source.speaker or PurePath(source.path).name) or say("side.pasted").capitalize()


def header_details(statement: Statement) -> str:
    """Date, file (of a pasted text its title) and numbers of sentences and of invisible characters, as far as known."""
    source = statement.source
    parts = []
    if source.date is not None:
        day = QDate(source.date.year, source.date.month, source.date.day)
        parts.append(QLocale(language()).toString(day, "d MMM yyyy"))
    name = hidden.shown(PurePath(source.path).name)
    if name and name != header_title(statement):
        parts.append(name)
    elif not name and header_title(statement) != say("side.pasted").capitalize():
        parts.append(say("side.pasted"))
    if not name and source.title:
        parts.append(flat(source.title))
    parts.append(say("side.sentences", n=len(statement.sentences)))
    unseen = sum(times for _, times in hidden.counted(source.text))
    if unseen:
        parts.append(say("side.hidden", n=unseen))
    return " · ".join(parts)


def header_file(statement: Statement) -> str:
    """The file's name as it stands in the details; "" where the title names it already."""
    name = hidden.shown(PurePath(statement.source.path).name)
    return "" if name == header_title(statement) else name


def link_tip(link: Link) -> str:
    """What a curve or a mark in the overview stands for: verdict first, place last."""
    return say("side.link_tip", verdict=verdict_word(link.verdict), place=place(link))


def heard(side: Side, sentence: Sentence, mark: Mark, count: int, decided: str = "") -> str:
    """What a screen reader says of a sentence: the verdict first, then what was decided, the place last."""
    words = say(
        "side.heard",
        text=ended(flat(sentence.text)),
        side=side_word(side),
        position=sentence.id + 1,
        total=count,
    )
    if mark.verdict is not None:
        verdict = ", ".join(each for each in (verdict_word(mark.verdict), decided) if each)
        return say("side.heard_verdict", verdict=verdict, rest=words)
    if mark.is_unanswered:
        return say("side.heard_verdict", verdict=say("verdict.unanswered"), rest=words)
    return words


def ended(words: str) -> str:
    """Words that a pause follows: a heading has no full stop, and what stands behind it is not part of it."""
    return f"{words}." if words[-1:].isalnum() else words


def heard_clashes(sentence: Sentence, mark: Mark) -> str:
    """Which words of a sentence are marked, in reading order; "" where none are."""
    span = sentence.span
    found = []
    for clash in sorted(mark.clashes, key=lambda clash: clash.span.start):
        start, end = max(clash.span.start, span.start), min(clash.span.end, span.end)
        if clash.verdict in TOLD_VERDICTS and start < end:
            found.append(" ".join(sentence.text[start - span.start : end - span.start].split()))
    return say("side.heard_clashes", words="; ".join(dict.fromkeys(found))) if found else ""


def heard_pane(side: Side, statement: Statement | None) -> str:
    if statement is None:
        return say("side.heard_empty", side=empty_title(side))
    title, details = header_title(statement), header_details(statement)
    return say("side.heard_text", side=side_word(side), title=title, details=details)
