"""What a card shows of a finding, and what a screen reader hears of it."""

from __future__ import annotations

from dataclasses import dataclass, replace
from enum import IntEnum

from PySide6.QtCore import Qt

from statement_compare.engine.model import Comparison, Link, Side, Verdict
from statement_compare.engine.text import hidden
from statement_compare.session.query import Clash, clash_of, flat, statement_of
from statement_compare.ui.decision_words import NOTHING_DECIDED, Decided
from statement_compare.ui.strings import SIGNS, card_title, kind_word, kinds_of, place, say, verdict_word

_HEARD_LENGTH = 160


class Roles(IntEnum):
    """What the delegate and the panel ask of a row."""

    CARD = Qt.ItemDataRole.UserRole + 1
    KEY = Qt.ItemDataRole.UserRole + 2


@dataclass(frozen=True, slots=True)
class Card:
    """What one row shows. `verdict` is None for an unanswered sentence, whose `detail` then may take two lines.

    `decided` is what a person said of it, with more and with fewer words; what `is_dismissed` is struck.
    """

    sign: str
    title: str
    place: str
    detail: str
    verdict: Verdict | None
    decided: tuple[str, ...] = ()
    is_dismissed: bool = False


def card_of(comparison: Comparison, link: Link, decided: Decided = NOTHING_DECIDED) -> Card:
    clash = _shown_clash(comparison, link)
    detail = f"{_of_row(clash)}{hidden.isolated(clash.left)} ↔ {hidden.isolated(clash.right)}"
    title, is_dismissed = card_title(link), decided.decision.is_dismissed
    return Card(SIGNS[link.verdict], title, place(link), detail, link.verdict, decided.card, is_dismissed)


def _shown_clash(comparison: Comparison, link: Link) -> Clash:
    """The clashing words of both sides; the sentence itself where a side has none."""
    clash = clash_of(comparison, link)
    return replace(
        clash,
        left=clash.left or _sentences(comparison, Side.LEFT, link.left),
        right=clash.right or _sentences(comparison, Side.RIGHT, link.right),
    )


def _of_row(clash: Clash) -> str:
    """What stands before words of a table: the name of their row."""
    return f"{clash.row}: " if clash.row else ""


def heard(comparison: Comparison, link: Link, position: int, total: int, decided: str = "") -> str:
    """What a screen reader says of a finding: the verdict first, then what was decided, and the place last."""
    clash = _shown_clash(comparison, link)
    left, right = f"{_of_row(clash)}{_shortened(clash.left)}", _shortened(clash.right)
    kinds = kinds_of(link)
    key = "findings.heard" if kinds else "findings.heard_plain"
    kind = ", ".join(kind_word(each).lower() for each in kinds)
    kind += f", {decided}" if decided and kinds else decided
    if decided and not kinds:
        key = "findings.heard"
    return say(
        key, verdict=verdict_word(link.verdict), kind=kind, left=left, right=right, position=position, total=total
    )


def _sentences(comparison: Comparison, side: Side, ids: tuple[int, ...]) -> str:
    sentences = statement_of(comparison, side).sentences
    return flat(" ".join(sentences[i].text for i in ids))


def _shortened(words: str) -> str:
    if len(words) <= _HEARD_LENGTH:
        return words.rstrip(".")
    return words[:_HEARD_LENGTH].rsplit(" ", 1)[0] + " …"
