"""What stands on both sides of a place where a sentence could end."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

from statement_compare.engine.text.abbreviations import Abbreviations
from statement_compare.engine.text.wordlists import LANGUAGES, alternatives

# A run of stops (spaced dots are one ellipsis), what closes behind it, and the gap or end of text that follows. The
# mark of a note closes, too: "We paid.¹ It", "[2]", "(3)", "paid.1 It".
CANDIDATE = re.compile(
    r"(?P<mark>(?<![.!?…‼⁇⁈⁉])[.!?…‼⁇⁈⁉]+(?:[ \xa0]\.+(?=[\s\"'”’»)\]]|$))*|[۔؟।॥]+)"
    r"(?P<close>(?:[\"'”’»«“‘›‹)\]}]|[ \xa0\u202f]»|(?<=[.!?…\"”»)\]])(?:[¹²³⁰⁴-⁹][¹²³⁰⁴-⁹,⁻]{0,11}|[†‡])"
    r"|(?<=[.!?…\"”»\]])\[\d{1,3}(?:[,–-] ?\d{1,3}){0,5}\]|(?<=[^\W\d_][.!?])\(\d{1,3}\)"
    r"|(?<=[^\W\d_]{2}[.!?])\d{1,3}(?=\s))*)"
    r"(?P<gap>\s+|$)"
)
_FOLLOWING = re.compile(
    r"(?P<open>(?:[\"'«»„“”‘‚‹›(\[{¿¡*_`]|[«„“‹][ \xa0\u202f])*)"
    r"(?P<word>[^\W_]+(?:[’'-][^\W_]+)*)?"
    r"(?P<tail>[^\w\s]*)\s*(?P<then>\S?)"
)


@dataclass(frozen=True, slots=True)
class Candidate:
    """A place where a sentence could end, with what stands on both sides of it.

    `start` is where the sentence began, `mark_at` where its stop stands, `end` behind the stop and what closes after
    it, `next_at` where the following text begins. `word` and `previous` are the words before the stop, `following` the
    next word without what opens before it (`opener`), `then` the first character behind that word and its punctuation.
    """

    text: str
    start: int
    mark_at: int
    end: int
    next_at: int
    mark: str
    closers: str
    is_proposed: bool
    language: str
    tables: Abbreviations
    word: str
    previous: str
    earlier: str
    opener: str
    following: str
    tail: str
    then: str

    @property
    def is_plain_stop(self) -> bool:
        return self.mark == "."

    @property
    def next_is_figure(self) -> bool:
        if self.opener[:1] and self.opener[0] in "\"'«»„“‘":
            return False
        return self.following[:1].isdigit() or (not self.following and self.tail[:1] in "№#§$€£")

    @property
    def next_is_starter(self) -> bool:
        """A small word that opens a sentence; a lone letter with a stop behind it is an initial instead."""
        if len(self.following) == 1 and self.tail.startswith("."):
            return False
        return self.tables.starts_sentences(self.following)

    @property
    def is_in_brackets(self) -> bool:
        """Whether a bracket that opened in this sentence has not closed yet."""
        said = self.text[max(self.start, self.mark_at - 400) : self.mark_at]
        return said.count("(") > said.count(")")

    @property
    def follows_figure(self) -> bool:
        return self.previous[-1:].isdigit()

    def words_so_far(self) -> list[str] | None:
        """The words of the sentence up to the stop; None where it is plainly long."""
        return self.text[self.start : self.mark_at].split() if self.mark_at - self.start < 60 else None


def candidate(
    text: str, start: int, match: re.Match[str], proposed: set[int], language: str, tables: Abbreviations
) -> Candidate:
    """What stands around a match of CANDIDATE in `text`, for a sentence that began at `start`."""
    mark_at, end, next_at = match.start(), match.end("close"), match.end()
    before = text[max(start, mark_at - 64) : mark_at].split()
    word, previous, earlier = (*reversed(before[-3:]), "", "", "")[:3]
    if text[mark_at - 1 : mark_at].isspace():
        word, previous, earlier = "", word, previous
    following = _FOLLOWING.match(text, next_at)
    if following is None:  # the pattern matches everywhere; this keeps the type checker honest
        raise ValueError(f"nothing at {next_at}")
    return Candidate(
        text=text,
        start=start,
        mark_at=mark_at,
        end=end,
        next_at=next_at,
        mark=match["mark"],
        closers=match["close"],
        is_proposed=next_at in proposed or end in proposed,
        language=language,
        tables=tables,
        word=_bare(word),
        previous=previous,
        earlier=earlier,
        opener=following["open"],
        following=following["word"] or "",
        tail=following["tail"],
        then=following["then"],
    )


def _bare(word: str) -> str:
    """The word without what opens before it and, as in "l'Avv.", without an elided article."""
    return _elided().sub("", word.lstrip("\"'«»„“”‘‚‹›([{¿¡*_`"))


@cache
def _elided() -> re.Pattern[str]:
    return re.compile(rf"^(?:{alternatives('elision', 'articles', LANGUAGES)})['’](?=\w)", re.IGNORECASE)
