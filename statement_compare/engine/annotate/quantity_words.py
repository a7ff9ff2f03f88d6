"""The words around a figure: bounds, fractions, factors, rates, roles, and what makes it a name."""

from __future__ import annotations

from enum import StrEnum

from statement_compare.engine.annotate.figure_context import FUNCTION_WORDS
from statement_compare.engine.annotate.figure_tables import (
    number,
)
from statement_compare.engine.annotate.units import unit
from statement_compare.engine.language import CODES, keyed, own_words, word_sets, words


class Role(StrEnum):
    """What a figure is for, where the words beside it say so."""

    LIMIT = "limit"  # what is allowed or required, not what happened
    TARGET = "target"
    AVERAGE = "average"
    CHANGE = "change"  # by how much something rose or fell
    REACHED = "reached"  # from where or to where it did ("rose to 5 per cent")
    CITED = "cited"  # "the much-quoted 96 per cent": the other side's figure, and not agreed to
    DIFFERENCE = "difference"  # how much more or less than something else
    EXCESS = "excess"  # "five too few"
    REJECTED = "rejected"  # "and not fifty"
    CAPACITY = "capacity"  # "was built for 300 pupils", "has room for 300": not how many there are
    SIDE = "side"  # "30 m by 40 m": one of several lengths whose order tells nothing
    LEFT_OUT = "left_out"  # "all but three": how many did not


NAMERS = word_sets("amounts", "namers")
FRACTIONS = {
    code: {word: number(part) for word, part in parts.items()}
    for code, parts in keyed("fractions", "fractions").items()
}
# Of each language: the articles that do not count as "one" and "another" do, then those that do, and the figure.
_PLAIN_ARTICLES = words("fractions", "articles")
PLAIN_ARTICLES = {
    **{code: _PLAIN_ARTICLES.get(code, frozenset[str]()) for code in CODES},
    "": own_words("fractions", "articles", ""),
}
ARTICLES = {
    code: plain | words("fractions", "counting_articles").get(code, frozenset[str]()) | {"1"}
    for code, plain in PLAIN_ARTICLES.items()
    if code
}
ARTICLES[""] = frozenset[str]().union(*ARTICLES.values())
PER_WORDS = word_sets("rates", "per")
# The last word of "parts per million" and "parts per billion".
PARTS_PER = {
    (code, word): unit(name) for code, named in keyed("amounts", "parts_per").items() for word, name in named.items()
}
MORE = word_sets("figure_roles", "more")
_ADVERBS = word_sets("amounts", "adverbs")
SIGNS = frozenset(",.;:()[]\"«»„“”—–!?…&’'")
# A comma or a bracket ends nothing: "300 people (or more)" are that many or more.
STOP = {language: empty | _ADVERBS[language] | {"’", "'"} for language, empty in FUNCTION_WORDS.items()}
