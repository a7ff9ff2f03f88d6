"""Where sentences end within one paragraph: the places that are judged, and sentencex's opinion of them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

import sentencex

from statement_compare.engine.panics import is_panic, unheard
from statement_compare.engine.text.abbreviations import Abbreviations, abbreviations
from statement_compare.engine.text.boundary_rules import ends_sentence
from statement_compare.engine.text.candidates import CANDIDATE, candidate
from statement_compare.engine.text.graphemes import is_border
from statement_compare.engine.text.list_items import list_items
from statement_compare.engine.text.wordlists import entries

_STRETCH = 5_000
# A space of several bytes before a stop, as in "hepatitis B\xa0.": sentencex counts it as one byte and panics.
_WIDE_SPACE = re.compile(r"[^\S\x00-\x7f](?=\.)")
_GLUED = re.compile(r"[^\W\d_A-Z]{3,}[.!?…][\"”»]?$")
# The word before a stop with no gap behind it, and the one that follows.
_WORD_BEFORE, _WORD_BEHIND = re.compile(r"[^\W_][\w-]*[.!?…][\"”»]?$"), re.compile(r"[^\W_]+")
# A year within a sentence, or a figure that a word of small letters leads to, before such a stop.
_FIGURE_BEFORE = re.compile(
    r"(?:(?:(?<=[\w,] )|(?<=\d\.))(?P<year>[12]\d{3})|(?P<leader>[^\W\d_]+)\s+\d{1,3})[.!?][\"”»]?$"
)


def sentence_ends(paragraph: str, language: str) -> list[int]:
    """Offsets just behind each sentence of `paragraph`, ascending; the last one is its length (none for "")."""
    if not paragraph:
        return []
    tables = abbreviations(language)
    proposed = _proposals(paragraph, language)
    ends: list[int] = []
    start = 0
    for offset, match in _places(paragraph, proposed, language, tables):
        accepted = match is None or ends_sentence(candidate(paragraph, start, match, proposed, language, tables))
        if accepted and offset > start and is_border(paragraph, offset):
            ends.append(offset)
            start = offset
    if start < len(paragraph):
        ends.append(len(paragraph))
    return ends


def _proposals(text: str, language: str) -> set[int]:
    """Where sentencex ends sentences. It is asked in stretches, since its time grows with the square of a text."""
    found: set[int] = set()
    start = 0
    while start < len(text):
        end = min(len(text), start + _STRETCH)
        if end < len(text):
            gap = text.rfind(" ", start + _STRETCH // 2, end)
            end = gap + 1 if gap > 0 else end
        stretch = text[start:end]
        found.update(start + at for at in _asked(stretch, language))
        if end < len(text):
            found.discard(end)
        start = end
    return found


def _asked(stretch: str, language: str) -> list[int]:
    """What sentencex answers; nothing where it fails, since what ends a sentence is judged without it as well."""
    known = _WIDE_SPACE.sub(" ", stretch)
    if known.isascii():
        return [int(piece["end_index"]) for piece in sentencex.get_sentence_boundaries(language, known)]
    try:
        with unheard():
            return [int(piece["end_index"]) for piece in sentencex.get_sentence_boundaries(language, known)]
    except BaseException as error:
        if not is_panic(error):
            raise
        return []


def _places(
    text: str, proposed: set[int], language: str, tables: Abbreviations
) -> Iterator[tuple[int, re.Match[str] | None]]:
    """Offsets where a sentence may end, ascending: with the match to judge, or None where nothing needs judging."""
    judged = {match.end("close"): match for match in CANDIDATE.finditer(text)}
    behind = {match.end() for match in judged.values()}
    certain = {
        at for at in proposed if at not in judged and at not in behind and _is_glued_end(text, at, language, tables)
    }
    certain |= set(list_items(text, language))
    yield from sorted(((at, judged.get(at)) for at in judged.keys() | certain), key=lambda place: place[0])


def _is_glued_end(text: str, at: int, language: str, tables: Abbreviations) -> bool:
    """Whether a stop without a gap behind it ends a sentence: "ended.Next", or a full-width stop.

    "Binance.US", "Mail.Ru" and "Яндекс.Маркет" are names: behind a word with a capital only a small word that opens
    sentences ("in Paris.The mayor") is taken for a beginning.
    """
    if at >= len(text) or text[at - 1] in "。！？":
        return True
    if not text[at].isupper():
        return False
    if _ends_in_figure(text, at, language, tables):
        return True
    if not _GLUED.search(text, max(0, at - 12), at):
        return False
    before, behind = _WORD_BEFORE.search(text, max(0, at - 40), at), _WORD_BEHIND.match(text, at)
    if before is None or behind is None or not before[0][0].isupper():
        return True
    return not (len(behind[0]) > 1 and behind[0].isupper()) and tables.starts_sentences(behind[0])


def _ends_in_figure(text: str, at: int, language: str, tables: Abbreviations) -> bool:
    """Whether a figure ends a sentence without a gap: "On 5 May 2024.The mayor", "was 6.Nobody".

    "1.The plant" at the head of a text, "We state: 1.The plant", "point 2.The plant" and "left 2.The workers" count
    items: a figure that is no year needs a small word before it.
    """
    figure, behind = _FIGURE_BEFORE.search(text, max(0, at - 40), at), _WORD_BEHIND.match(text, at)
    if figure is None or behind is None or not tables.starts_sentences(behind[0]) or len(behind[0]) < 2:
        return False
    return figure["year"] is not None or (figure["leader"] in _small_words(language))


@lru_cache(maxsize=32)
def _small_words(language: str) -> frozenset[str]:
    return frozenset(
        word for table in ("function_words", "auxiliaries") for word in entries("closed_words", table, language)
    )
