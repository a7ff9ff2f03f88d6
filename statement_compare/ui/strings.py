"""How the words of the window are found: in one table a language, by key, with plural forms and places to fill."""

from __future__ import annotations

import platform
import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from importlib import import_module
from pathlib import PurePath
from typing import Final

from PySide6.QtCore import QCoreApplication

from statement_compare.engine.model import Comparison, Link, Reason, ReasonKind, Role, Side, Verdict
from statement_compare.engine.report.note_words import note_words as note_words_in
from statement_compare.engine.report.wording import reason_message
from statement_compare.engine.text import hidden
from statement_compare.errors import StatementCompareError
from statement_compare.ui.english import ENGLISH
from statement_compare.ui.moments import moment_words

SIGNS: Final = {
    Verdict.AGREEMENT: "=",
    Verdict.QUALIFIED: "~",
    Verdict.CONTRADICTION: "≠",
    Verdict.UNCLEAR: "?",
}
UNANSWERED_SIGN: Final = "∅"
DISMISSED_SIGN: Final = "×"
SIDE_LETTERS: Final = {Side.LEFT: "L", Side.RIGHT: "R"}

_ISOLATES: Final = re.compile("([\u2068\u2069])")


def _english_plural(n: int) -> int:
    return 0 if n == 1 else 1


def _russian_plural(n: int) -> int:
    """1, 21, 101 take the first form; 2, 3, 4, 22 the second; all others, 11 to 14 among them, the third."""
    if n % 10 == 1 and n % 100 != 11:
        return 0
    return 1 if n % 10 in (2, 3, 4) and n % 100 not in (12, 13, 14) else 2


def _one_form(_: int) -> int:
    return 0


@dataclass(frozen=True, slots=True)
class Language:
    """A language of the window: `plural` says which of several forms a number takes, `thousands` parts large ones."""

    name: str
    """What its own speakers call it."""
    table: Mapping[str, str | tuple[str, ...]]
    plural: Callable[[int], int]
    thousands: str


class _WhenSpoken(Mapping[str, "str | tuple[str, ...]"]):
    """The table of a module beside this one, which is loaded when a word of it is asked for."""

    def __init__(self, module: str, name: str) -> None:
        self._module, self._name = module, name

    @cached_property
    def _words(self) -> Mapping[str, str | tuple[str, ...]]:
        found: Mapping[str, str | tuple[str, ...]] = getattr(
            import_module(f"statement_compare.ui.{self._module}"), self._name
        )
        return found

    def __getitem__(self, key: str) -> str | tuple[str, ...]:
        return self._words[key]

    def __iter__(self) -> Iterator[str]:
        return iter(self._words)

    def __len__(self) -> int:
        return len(self._words)


LANGUAGES: Final = {
    "en": Language("English", ENGLISH, _english_plural, ","),
    "ru": Language("Русский", _WhenSpoken("russian", "RUSSIAN"), _russian_plural, "\u00a0"),
    "kk": Language("Қазақша", _WhenSpoken("kazakh", "KAZAKH"), _one_form, "\u00a0"),
}
"""By ISO 639-1 code. What a table has no words for is said in English."""
LANGUAGE_PROPERTY: Final = "statementCompareLanguage"
"""The property of the application that holds the code of its language."""


def language() -> str:
    """The code of the language that the window speaks now; English before there is an application."""
    application = QCoreApplication.instance()
    chosen = None if application is None else application.property(LANGUAGE_PROPERTY)
    return chosen if chosen in LANGUAGES else "en"


def say(key: str, language: str = "", **places: object) -> str:
    """The words of `key` with its places filled; where `n` is among them and there are plural forms, the right one.

    In the window's language, or in the one that is named. Raises KeyError for a key that no table has.
    """
    spoken = _spoken(language)
    is_there = key in spoken.table
    words = spoken.table[key] if is_there else ENGLISH[key]
    if isinstance(words, tuple):
        number = places.get("n")
        plural = spoken.plural if is_there else _english_plural
        words = words[plural(number) if isinstance(number, int) else -1]
    return words.format(**{name: _steady(grouped(value, language)) for name, value in places.items()})


def _spoken(code: str) -> Language:
    return LANGUAGES.get(code or language(), LANGUAGES["en"])


def _steady(value: object) -> object:
    """What fills a place, such as a stranger's file name, without power over the direction of the words around it.

    Isolation that the program itself puts around words of a text stays.
    """
    if not isinstance(value, str):
        return value
    return "".join(part if part in ("\u2068", "\u2069") else hidden.shown(part) for part in _ISOLATES.split(value))


def grouped(value: object, language: str = "") -> object:
    """A whole number as it is read most easily, such as "273,296"; anything else as it is."""
    if not isinstance(value, int) or isinstance(value, bool):
        return value
    return f"{value:,}".replace(",", _spoken(language).thousands)


def has(key: str) -> bool:
    """Whether there are words for a key, in the window's language or in English."""
    return key in ENGLISH or key in _spoken("").table


def verdict_word(verdict: Verdict) -> str:
    return say(f"verdict.{verdict.value}")


def kind_word(kind: ReasonKind) -> str:
    return say(f"kind.{kind.value}")


def role_word(role: Role) -> str:
    return say(f"role.{role.value}")


def side_word(side: Side) -> str:
    return say(f"side.{side.value}")


def language_word(code: str) -> str:
    """The name of a language, or its code where no name is known."""
    return say(f"language.{code}") if has(f"language.{code}") else code


def stage_words(stage: str) -> str:
    """What the worker is doing, such as "Judging the pairs"."""
    return say(f"stage.{stage}") if has(f"stage.{stage}") else say("stage.other")


def link_word(link: Link) -> str:
    """The verdict in words; an unclear one that leans says so."""
    return say("verdict.may_contradict") if link.may_contradict else verdict_word(link.verdict)


def kinds_of(link: Link) -> tuple[ReasonKind, ...]:
    """The kinds of a link's reasons, each once, in their order."""
    return tuple(dict.fromkeys(reason.kind for reason in link.reasons))


def card_title(link: Link) -> str:
    """What heads a card: the kind for a contradiction, for the others the verdict."""
    kinds = kinds_of(link)
    if link.verdict is Verdict.CONTRADICTION and kinds:
        return kind_word(kinds[0])
    return link_word(link)


def place(link: Link) -> str:
    """Sentence numbers of both sides as a person counts them: "L2 – R4", "L2, 3 – R4"."""
    return " – ".join(
        letter + ", ".join(str(i + 1) for i in ids)
        for letter, ids in ((SIDE_LETTERS[Side.LEFT], link.left), (SIDE_LETTERS[Side.RIGHT], link.right))
        if ids
    )


def reason_sentence(comparison: Comparison, reason: Reason) -> str:
    """One sentence that says why, with a capital and a full stop."""
    texts = comparison.left.source.text, comparison.right.source.text
    words = reason_message(reason, *texts, language()).strip()
    if not words:
        return ""
    return words[0].upper() + words[1:] + ("" if words[-1] in ".!?…" else ".")


def note_words(entry: str) -> str:
    """What a reader noted about a file, as a sentence."""
    return hidden.shown(note_words_in(entry, language()))


def error_words(error: StatementCompareError, **more: str) -> str:
    """An error in the window's language where its key is known, else as it came."""
    if error.key == "session.in_use":
        return _in_use_words(error)
    key = f"error.{error.key}"
    if not has(key):
        return hidden.shown(error.message)
    name = error.params.get("path") or say("side.pasted").capitalize()
    try:
        return say(key, **{"name": name, **error.params, **more})
    except KeyError:
        return hidden.shown(error.message)


def _in_use_words(error: StatementCompareError) -> str:
    """Another window has a session open: which one, as far as it is known, and what can be done here."""
    who, computer = error.params.get("who", ""), error.params.get("computer", "")
    since = moment_words(error.params.get("since", ""), language(), is_short=True)
    parts = [
        who,
        say("session.computer", computer=computer)
        if computer and computer.casefold() != platform.node().casefold()
        else "",
        say("session.since", time=since) if since else "",
    ]
    known = ", ".join(filter(None, parts))
    name = PurePath(error.params.get("path", "")).name
    return say("error.session.in_use", name=name, known=f" ({known})" if known else "")


def without_signs(words: str) -> str:
    """Words as they are heard: "Reason for ~ Qualified" is "Reason for Qualified"."""
    signs = {*SIGNS.values(), UNANSWERED_SIGN, *"✓×★✎⚯↻"}
    return " ".join(word for word in words.split() if word not in signs)
