"""What the worker is asked for the text of a side, and what a person is told where another text could not be taken."""

from __future__ import annotations

from pathlib import Path

from statement_compare.errors import StatementCompareError
from statement_compare.session.recent import Origin
from statement_compare.ui.strings import error_words
from statement_compare.ui.worker import ReadFile, ReadText


def wish_to_read(origin: Origin, *, sentences_per_line: bool) -> ReadFile | ReadText:
    if origin.path:
        return ReadFile(origin.path, origin.encoding, origin.language, sentences_per_line)
    return ReadText(origin.pasted, origin.language, sentences_per_line)


def not_taken(origin: Origin, problem: StatementCompareError | None) -> StatementCompareError | None:
    """What is told beside the text that stays where one of this origin could not be read; None without a problem."""
    if problem is None:
        return None
    name = Path(origin.path).name
    return StatementCompareError("not_taken", problem.message, name=name, reason=error_words(problem))
