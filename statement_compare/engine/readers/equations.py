"""How an equation of a Word document is written in a line: 3/4 and 10⁶, where the bare text would read 34 and 106."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from typing import Final, TypeAlias

from lxml import etree

from statement_compare.engine.readers.extract import raised
from statement_compare.engine.readers.package import attribute, child, local

_MATH: Final = "/math"
# What needs no brackets where something stands above, below or behind it: "3", "1,5", "x".
_ATOM: Final = re.compile(r"[\w.,°%]*")
# What is written with a sign that its text does not hold.
_JOINED: Final = frozenset({"f", "nary"})
# What the figures of a power are made of that is written as one word.
_DELETED: Final = frozenset({"del", "moveFrom"})
# What holds no words but says where something begins or ends: a comment, a faulty word.
_MARKS: Final = frozenset(
    {"bookmarkStart", "bookmarkEnd", "commentRangeStart", "commentRangeEnd", "proofErr", "permStart", "permEnd"}
)
_PLAIN: Final = frozenset({"r", "t", "ins", "moveTo"}) | _DELETED | _MARKS
_LOWERED: Final = str.maketrans("0123456789", "₀₁₂₃₄₅₆₇₈₉")

Part: TypeAlias = "etree._Element | str"
"""A piece of an equation: an element whose own text stands there, or what is written between two of them."""


def in_line(element: etree._Element) -> tuple[Part, ...] | None:
    """The pieces of an element of an equation in the order in which they are written; None where it is no such one."""
    name = local(element)
    if name not in _WRITTEN or _MATH not in str(element.tag):
        return None
    return tuple(_WRITTEN[name](element))


def _fraction(element: etree._Element) -> Iterator[Part]:
    kind = child(element, "fPr", "type")
    # Without a bar it is no quotient but two things above each other: "n over k".
    sign = " " if kind is not None and attribute(kind, "val") == "noBar" else "/"
    yield from _bracketed(child(element, "num"))
    yield sign
    yield from _bracketed(child(element, "den"))


def _power(element: etree._Element) -> Iterator[Part]:
    yield from _whole(child(element, "e"))
    yield from _whole(child(element, "sub"))
    exponent = child(element, "sup")
    text = _text(exponent).strip()
    if not _is_plain(exponent):
        yield from ("^(", *_whole(exponent), ")")
    elif raised(text) != text or not text:
        yield from _figures(exponent, raised)
    elif _ATOM.fullmatch(text):
        yield from ("^", *_whole(exponent))
    else:
        # The sign of a degree, a prime or a star stands there as it is.
        yield from ("^(", *_whole(exponent), ")") if any(map(str.isalnum, text)) else _whole(exponent)


def _before(element: etree._Element) -> Iterator[Part]:
    """Figures before their letter, as of an isotope: "¹³⁷₅₅Cs"."""
    above, below = child(element, "sup"), child(element, "sub")
    yield from _figures(above, raised) if _is_plain(above) else ("^(", *_whole(above), ")")
    yield from _figures(below, _lowered) if _is_plain(below) else ("_(", *_whole(below), ")")
    yield from _whole(child(element, "e"))


def _sum(element: etree._Element) -> Iterator[Part]:
    """A sum, product or integral with its bounds: "∑_(i=1)^(10) x"."""
    sign = child(element, "naryPr", "chr")
    yield "∫" if sign is None else attribute(sign, "val") or ""
    for mark, name in (("_", "sub"), ("^", "sup")):
        if _text(bound := child(element, name)).strip():
            yield from (f"{mark}(", *_whole(bound), ")")
    yield " "
    yield from _whole(child(element, "e"))


def _root(element: etree._Element) -> Iterator[Part]:
    degree = child(element, "deg")
    yield from _figures(degree, raised) if _is_plain(degree) else ("(", *_whole(degree), ")")
    yield "√"
    yield from _bracketed(child(element, "e"))


def _delimited(element: etree._Element) -> Iterator[Part]:
    signs = {name: child(element, "dPr", name) for name in ("begChr", "sepChr", "endChr")}
    begin, between, end = (
        otherwise if sign is None else attribute(sign, "val") or ""
        for sign, otherwise in zip(signs.values(), ("(", "|", ")"), strict=True)
    )
    yield begin
    yield from _parted((below for below in element if local(below) == "e"), between)
    yield end


def _row(element: etree._Element) -> Iterator[Part]:
    """The cells of a row of a matrix, or the lines of equations below each other."""
    yield " "
    yield from _parted((below for below in element if local(below) == "e"), " ")
    yield " "


def _parted(elements: Iterable[etree._Element], sign: str) -> Iterator[Part]:
    for number, element in enumerate(elements):
        yield from (sign, element) if number else (element,)


def _bracketed(element: etree._Element | None) -> Iterator[Part]:
    is_atom = _ATOM.fullmatch(_text(element).strip()) and not any(local(each) in _JOINED for each in _below(element))
    yield from _whole(element) if is_atom else ("(", *_whole(element), ")")


def _whole(element: etree._Element | None) -> tuple[etree._Element, ...]:
    return () if element is None else (element,)


def _below(element: etree._Element | None) -> Iterator[etree._Element]:
    return iter(()) if element is None else element.iter()


def _is_plain(element: etree._Element | None) -> bool:
    """Whether nothing but words stands in an element: neither a fraction nor a power."""
    return all(local(below) in _PLAIN or _is_of_look(below) for below in _within(element))


def _figures(element: etree._Element | None, written: Callable[[str], str]) -> Iterator[Part]:
    """Words that are written otherwise, and what was deleted among them, of which whoever reads is told."""
    yield written(_text(element).strip())
    yield from (below for below in _within(element) if local(below) in _DELETED)


def _lowered(text: str) -> str:
    return text.translate(_LOWERED)


def _within(element: etree._Element | None) -> Iterator[etree._Element]:
    """What stands in an element in order; of what was deleted, and of how all looks, no more than that it is there."""
    stack = [] if element is None else list(reversed(element))
    while stack:
        below = stack.pop()
        yield below
        if not _is_of_look(below) and local(below) not in _DELETED:
            stack.extend(reversed(below))


def _is_of_look(element: etree._Element) -> bool:
    return local(element).endswith("Pr")


def _text(element: etree._Element | None) -> str:
    return "".join(below.text or "" for below in _within(element) if local(below) == "t")


_WRITTEN: Final = {
    "f": _fraction,
    "sSup": _power,
    "sSubSup": _power,
    "sPre": _before,
    "nary": _sum,
    "rad": _root,
    "d": _delimited,
    "mr": _row,
    "eqArr": _row,
}
