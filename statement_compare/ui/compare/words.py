"""What the page of the two texts says beyond the window's own words: empty sides, numbers of sentences, places."""

from __future__ import annotations

from pathlib import PurePath

from PySide6.QtCore import QDate, QLocale

from statement_compare.engine.model import Link, Sentence, Side, Statement
from statement_compare.ui.compare.marks import Mark
from statement_compare.ui.strings import SIDE_LETTERS, place, say, side_word, verdict_word

NO_SENTENCES = "There is no sentence in this text."
CANCEL = "Cancel"
COPY = "Copy"

_OPEN_KEYS = {Side.LEFT: "Ctrl+O", Side.RIGHT: "Ctrl+Shift+O"}


def empty_title(side: Side) -> str:
    return "Left side" if side == Side.LEFT else "Right side"


def empty_text(side: Side) -> str:
    return f"Drop a file here, paste text (Ctrl+V) or open one ({_OPEN_KEYS[side]})"


def problem_title() -> str:
    return say("error.title")


def header_title(statement: Statement) -> str:
    """Who speaks, or the title, or the file's name."""
    source = statement.source
    return source.speaker or source.title or PurePath(source.path).name or say("side.pasted").capitalize()


def header_details(statement: Statement) -> str:
    """Date, file and number of sentences, as far as they are known and not in the title already."""
    source = statement.source
    parts = []
    if source.date is not None:
        day = QDate(source.date.year, source.date.month, source.date.day)
        parts.append(QLocale(QLocale.Language.English).toString(day, "d MMM yyyy"))
    name = PurePath(source.path).name
    if name and name != header_title(statement):
        parts.append(name)
    elif not name and header_title(statement) != say("side.pasted").capitalize():
        parts.append(say("side.pasted"))
    parts.append(say("side.sentences", n=len(statement.sentences)))
    return " · ".join(parts)


def link_tip(link: Link) -> str:
    """What a curve or a mark in the overview stands for: verdict first, place last."""
    return f"{verdict_word(link.verdict)} · {place(link)}"


def sentence_place(side: Side, sentence: int) -> str:
    return f"{SIDE_LETTERS[side]}{sentence + 1}"


def heard(side: Side, sentence: Sentence, mark: Mark, count: int) -> str:
    """What a screen reader says of a sentence: the verdict first, the place last."""
    if mark.verdict is not None:
        verdict = f"{verdict_word(mark.verdict)}. "
    elif mark.is_unanswered:
        verdict = f"{say('verdict.unanswered')}. "
    else:
        verdict = ""
    return f"{verdict}{' '.join(sentence.text.split())} {side_word(side)}, {sentence.id + 1} of {count}."


def heard_pane(side: Side, statement: Statement | None) -> str:
    if statement is None:
        return f"{empty_title(side)}, empty"
    return f"{side_word(side)}: {header_title(statement)}, {header_details(statement)}"
