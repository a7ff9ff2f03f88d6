"""Whether two tables are of one matter, by what stands above them: then their figures are held against each other."""

from __future__ import annotations

import re

from statement_compare.engine.align.table_rows import RowPair
from statement_compare.engine.annotate.named_measures import without_measure
from statement_compare.engine.annotate.negation_scope import is_content
from statement_compare.engine.annotate.number_words import number_words
from statement_compare.engine.annotate.reading import Passage, Reading, lone_reading
from statement_compare.engine.annotate.unit_words import unit_of
from statement_compare.engine.annotate.units import dimension
from statement_compare.engine.annotate.word_classes import is_calendar_word
from statement_compare.engine.facts.fact import Lexicon, Relation
from statement_compare.engine.language import own_words
from statement_compare.engine.model import ReasonKind
from statement_compare.engine.text.grid import is_title
from statement_compare.engine.text.tokens import TokenKind, stem
from statement_compare.engine.verdict.judge import gather

_APART = (Relation.CONFLICT, Relation.OTHER)
_TIME = dimension("[time]")
_WORD = re.compile(r"[^\W\d_]+\.?|[%‰$€£¥₽₸₴]")


def are_of_one_matter(pair: RowPair, left: Passage, right: Passage, lexicon: Lexicon) -> bool:
    """Whether what stands above the tables lets their figures be held against each other.

    "Shops closed as of 1 March" is no claim about those closed as of 1 May, nor "in thousands" one about "in millions".
    Where only one side gives a day both are taken to speak of it. Titles that have a word in common, and another each
    of their own, name two things: "Expenditure of the city", "Expenditure of the region".
    """
    above = [
        [lone_reading(text, each.language, date=each.date) for text, each in zip(texts, (left, right), strict=True)]
        for texts in (pair.captions, pair.dated)
    ]
    (mine, theirs), (ours, others) = above
    if _measures(mine) != _measures(theirs) and not all(all(cells.measures) for cells in pair.cells):
        return False
    # A sentence that happens to stand above a table is about more than the table.
    titles = tuple(bool(each.text) and is_title(each.text) for each in (mine, theirs))
    if mine.language == theirs.language:
        if all(titles) and _name_two_things(mine, theirs):
            return False
        if titles[0] != titles[1] and _is_new(*((mine, theirs) if titles[0] else (theirs, mine)), pair):
            return False
    facts = gather(ours, others, lexicon, score=None, similarity=0.0).facts
    return not any(fact.kind is ReasonKind.DATE and fact.relation in _APART for fact in facts)


def _measures(caption: Reading) -> frozenset[object]:
    """The units, but for those of time ("2024 года"), and the scales ("million") that a caption names."""
    words = [word.rstrip(".") for word in _WORD.findall(caption.text)]
    scales = number_words(caption.language).scales
    units = (unit_of(word, caption.language) for word in words)
    return frozenset(unit for unit in units if unit is not None and unit.dimension is not _TIME) | frozenset(
        scale for word in words if (scale := scales.get(word.casefold())) is not None
    )


def _name_two_things(one: Reading, two: Reading) -> bool:
    mine, theirs = _subject(one), _subject(two)
    if mine & theirs:
        return bool(mine - theirs and theirs - mine)
    return bool(mine and theirs) and not (_says_whose(one) or _says_whose(two))


def _is_new(title: Reading, other: Reading, pair: RowPair) -> bool:
    """Whether nothing of what a title names is told of the other table: "Dismissed men" above "Workers"."""
    names = " ; ".join(f"{cells.column} ; {cells.row}" for cells in pair.cells)
    told = {token.stem for text in (other.text, names) for token in lone_reading(text, other.language).tokens}
    subject = _subject(title)
    return bool(subject) and subject.isdisjoint(told) and not _says_whose(title)


def _says_whose(caption: Reading) -> bool:
    """Whether a title tells who counted, or that a table follows, which may be all that it says."""
    known = _stems("organisations", "authority_nouns", caption) | _stems("table_cells", "of_tables", caption)
    return any(token.stem in known for token in caption.tokens)


def _stems(topic: str, table: str, caption: Reading) -> frozenset[str]:
    return frozenset(stem(word, caption.language) for word in own_words(topic, table, caption.language))


def _subject(caption: Reading) -> frozenset[str]:
    """The stems of the words that say what a table is about; "data", months and units ("года") do not."""
    language = caption.language
    about_tables = _stems("table_cells", "of_tables", caption)
    counted = without_measure(caption.text, language)
    return frozenset(
        token.stem
        for token in (caption if counted == caption.text else lone_reading(counted, language)).tokens
        if token.kind is TokenKind.WORD
        and is_content(token, language)
        and not is_calendar_word(token.lower, language)
        and token.stem not in about_tables
        and unit_of(token.lower, language) is None
    )
