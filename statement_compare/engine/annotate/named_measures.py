"""What the name of a column or the title of a table says the figures below are counted in: "Budget, thousand tenge"."""

from __future__ import annotations

import re
from functools import lru_cache

from statement_compare.engine.annotate.quantities import quantities
from statement_compare.engine.annotate.quantities.model import Quantity
from statement_compare.engine.annotate.reading import lone_reading
from statement_compare.engine.annotate.units import BARE, COUNT, dimension
from statement_compare.engine.text.tokens import tokens

# "thousand tonnes of oil equivalent" has five words.
_MOST_WORDS = 5
_PART = re.compile(r"[^,;:()\[\]]+")
_WORD = re.compile(r"\S+")
_STOP_OF_WORD = re.compile(r"(?<=\w)\.(?=\s|$)")
_FIGURE = re.compile(r"[-+−–]?\d[\d\s.,]*")
_TIME = dimension("[time]")


def measure_in(name: str, language: str) -> str:
    """The words for scale and unit that a name ends with, or one of its parts between commas and brackets; or "".

    "thousand tenge" of "2024, thousand tenge", "million tonnes" of "Mined, in million tonnes, by mine". Times are none:
    "Results of the year" are counted in something else.
    """
    found = _measured_part(name, language)
    return "" if found is None else found[1]


def without_measure(name: str, language: str) -> str:
    """A name without the words of `measure_in`: "2024" of "2024, thousand tenge"."""
    found = _measured_part(name, language)
    return name if found is None else found[0]


def amount(figure: str, measure: str, language: str) -> Quantity | None:
    """The one amount that a cell holds where its column is counted in `measure`; None where it holds none or more."""
    text = f"{figure.strip()} {measure}" if measure and is_bare(figure) else figure
    found = quantities(lone_reading(text, language))
    return found[0] if len(found) == 1 else None


def is_bare(figure: str) -> bool:
    """Whether a cell holds a figure and nothing that says what is counted."""
    return _FIGURE.fullmatch(figure.strip()) is not None


@lru_cache(maxsize=4096)
def _measured_part(name: str, language: str) -> tuple[str, str] | None:
    """What is left of a name, and the words that say what is counted in."""
    for part in reversed(list(_PART.finditer(name))):
        words = [(part.start() + each.start(), part.start() + each.end()) for each in _WORD.finditer(part[0])]
        for first, _ in words[-_MOST_WORDS:]:
            measure = _STOP_OF_WORD.sub("", name[first : part.end()].strip())
            if _is_measure(measure, language):
                return name[:first] + name[part.end() :], measure
    return None


def _is_measure(words: str, language: str) -> bool:
    if any(map(str.isdigit, words)):
        return False
    text = f"1 {words}"
    found = quantities(lone_reading(text, language))
    if len(found) != 1 or found[0].span.start or found[0].dimension is _TIME:
        return False
    is_all = found[0].span.end >= tokens(text, language)[-1].span.start
    return is_all and (found[0].value != 1 or not (found[0].dimension is BARE or found[0].dimension is COUNT))
