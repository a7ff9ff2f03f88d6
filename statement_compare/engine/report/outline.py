"""What a report says, as plain values in reading order: every format writes these, so that all of them say the same.

Texts in it are on one line each, and show hidden characters as ‹U+202E›; they are no markup of any kind yet. What runs
from right to left is isolated from the words around it where both stand in one text.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from statement_compare.engine.model import BlockKind, Pair, Side, Verdict
from statement_compare.engine.report import decided, provenance, wording
from statement_compare.engine.report.marked import Piece
from statement_compare.engine.report.words import words_in
from statement_compare.engine.text import hidden

Row = tuple[str, str]
"""A name and a value."""

# Programs that read a document aloud or check its spelling ask for a country beside the language.
_REGIONS: Final = {"en": "GB", "ru": "RU", "kk": "KZ", "de": "DE", "fr": "FR", "es": "ES", "it": "IT"}


def locale_of(language: str) -> str:
    """A language as documents name it: "en-GB"; its code where no country goes with it."""
    return f"{language}-{_REGIONS[language]}" if language in _REGIONS else language


@dataclass(frozen=True, slots=True)
class Quote:
    """One sentence: its number ("L3"), its place in the original ("page 2", or "") and its words."""

    side: Side
    sentence: int
    number: str
    place: str
    pieces: tuple[Piece, ...]

    @property
    def text(self) -> str:
        return "".join(piece.text for piece in self.pieces)

    @property
    def numbered(self) -> str:
        """ "L3 (page 2)"."""
        return f"{self.number} ({self.place})" if self.place else self.number


@dataclass(frozen=True, slots=True)
class Finding:
    """One finding: `number` counts from 1 over the whole report, `word` is its verdict ("may contradict").

    `kinds` are those of its reasons, "" where they are reasons for another verdict; `messages` are its reasons, `rows`
    what a person decided. `confidence` and `wording` are shares ("93 %"), the former "" where a person gave the
    verdict; `gauges` says both in a line.
    """

    number: int
    pair: Pair
    verdict: Verdict
    word: str
    kinds: str
    confidence: str
    wording: str
    messages: tuple[str, ...]
    rows: tuple[Row, ...]
    quotes: tuple[tuple[Quote, ...], tuple[Quote, ...]]
    gauges: str
    leans: bool
    is_dismissed: bool
    is_changed: bool

    @property
    def sign(self) -> str:
        return wording.VERDICT_SIGNS[self.verdict]

    @property
    def places(self) -> str:
        """ "L3 – R4, R5"."""
        return decided.place(self.pair)

    @property
    def heading(self) -> str:
        """ "≠ Contradiction · number"."""
        word = self.word[:1].upper() + self.word[1:]
        return f"{self.sign} {word}" + (f" · {self.kinds}" if self.kinds else "")


@dataclass(frozen=True, slots=True)
class Section:
    """All findings of one verdict, or those dismissed; `note` says why there is none."""

    verdict: Verdict | None
    title: str
    findings: tuple[Finding, ...]
    note: str = ""

    @property
    def sign(self) -> str:
        return "" if self.verdict is None else wording.VERDICT_SIGNS[self.verdict]

    @property
    def heading(self) -> str:
        return f"{self.sign} {self.title}".lstrip()


@dataclass(frozen=True, slots=True)
class Alone:
    """Claims of one side without an answer, under what is said of them: `title` "Not taken up by", then `other`.

    Each with a note that names the sentence of the other side that comes nearest, or "".
    """

    side: Side
    title: str
    other: str
    entries: tuple[tuple[Quote, str], ...]

    @property
    def heading(self) -> str:
        return f"{wording.UNANSWERED_SIGN} {self.title} {hidden.isolated(self.other)}"


@dataclass(frozen=True, slots=True)
class Gone:
    """A decision on sentences that are in neither text any more: what was decided, and their texts, left and right."""

    rows: tuple[Row, ...]
    texts: tuple[tuple[str, ...], tuple[str, ...]]


@dataclass(frozen=True, slots=True)
class Placed:
    """A sentence within its text: its words, marked as its gravest finding marks them, and what is said of it.

    `verdict` is that of this finding, None where no finding colours it; `finding` is its number, 0 for none.
    """

    quote: Quote
    verdict: Verdict | None
    finding: int
    is_unanswered: bool
    told: str

    @property
    def sign(self) -> str:
        if self.is_unanswered:
            return wording.UNANSWERED_SIGN
        return "" if self.verdict is None else wording.VERDICT_SIGNS[self.verdict]


@dataclass(frozen=True, slots=True)
class Paragraph:
    kind: BlockKind
    sentences: tuple[Placed, ...]


@dataclass(frozen=True, slots=True)
class Count:
    """How many findings have a verdict: `words` are "3 contradictions"."""

    verdict: Verdict
    number: int
    words: str

    @property
    def sign(self) -> str:
        return wording.VERDICT_SIGNS[self.verdict]


@dataclass(frozen=True, slots=True)
class Outline:
    """A whole report. Of pairs of values the first is of the left side.

    `names` are what both sides are called, `abouts` what is known of each in a line, `languages` their languages as
    codes. `texts` are empty where the report does not hold both texts in full; `left_out` says in a line what is not in
    it, and the counts are of the whole. `documents` are rows on both documents, `signed` what judged them, `by_hand`
    what a person changed before or beside the findings. `reviewers` are who decided anything, and who makes the report.
    """

    language: str
    names: tuple[str, str]
    abouts: tuple[tuple[str, ...], tuple[str, ...]]
    languages: tuple[str, str]
    counts: tuple[Count, ...]
    unanswered_by_side: tuple[int, int]
    decided: tuple[str, ...]
    left_out: str
    is_touched: bool
    is_whole: bool
    reviewers: tuple[str, ...]
    has_marks: bool
    sections: tuple[Section, ...]
    denials: tuple[str, ...]
    unanswered: tuple[Alone, ...]
    dismissed: Section | None
    lost: tuple[Gone, ...]
    texts: tuple[tuple[Paragraph, ...], tuple[Paragraph, ...]]
    documents: tuple[tuple[str, tuple[str, str]], ...]
    signed: tuple[Row, ...]
    by_hand: tuple[Row, ...]
    caveats: str

    @property
    def heads(self) -> tuple[str, str]:
        """What both sides are called where it begins a line."""
        return provenance.as_title(self.names[0]), provenance.as_title(self.names[1])

    @property
    def title(self) -> str:
        """ "Ministry and answer.txt"."""
        left, right = (hidden.isolated(name) for name in (self.heads[0], self.names[1]))
        return f"{left} {self.say('page.and')} {right}"

    def counted(self, *, none: bool = True) -> str:
        """ "≠ 1 contradiction · ~ 0 qualified · ... · ∅ 2 unanswered (1 left, 1 right) · 3 of 4 decided".

        `none`: verdicts are counted that no finding has.
        """
        told = [f"{each.sign} {each.words}" for each in self.counts if none or each.number]
        left, right = self.unanswered_by_side
        told.append(f"{wording.UNANSWERED_SIGN} {wording.without_answer(left, right, self.language)}")
        return " · ".join((*told, *self.decided))

    @property
    def findings(self) -> tuple[Finding, ...]:
        """All findings in the order of the report, those dismissed at its end."""
        sections = (*self.sections, *([self.dismissed] if self.dismissed else []))
        return tuple(finding for section in sections for finding in section.findings)

    def say(self, key: str, **places: object) -> str:
        return words_in(self.language).say(key, **places)
