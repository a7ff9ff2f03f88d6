"""When two passages tell of two cases of one kind: "the first phase" and "the second", the way there and back."""

from __future__ import annotations

import re
from functools import lru_cache
from itertools import pairwise

from statement_compare.engine.text.tokens import Token, TokenKind
from statement_compare.engine.verdict.reading import Reading

_FORMS = """
1 first 1st первый первая первое первого первой первую первом бірінші erste ersten erster erstes premier première
1 primer primera primero
2 second 2nd второй вторая второе второго вторую втором екінші zweite zweiten zweiter zweites deuxième seconde segundo
2 segunda
3 third 3rd третий третья третье третьего третьей третью третьем үшінші dritte dritten dritter drittes troisième tercer
3 tercera tercero
4 fourth 4th четвертый четвертая четвертое четвертого четвертой четвертую төртінші vierte vierten vierter quatrième
4 cuarto cuarta
5 fifth 5th пятый пятая пятое пятого пятой пятую бесінші fünfte fünften fünfter cinquième quinto quinta
"""
_RANKS = {form: int(rank) for rank, *forms in (row.split() for row in _FORMS.strip().splitlines()) for form in forms}
# Times and places in a row are told of one thing again and again: "in the first year", "for the second time".
_NOT_CASES = frozenset("time times раз рет mal fois vez place quarter half week day".split())
_ROUTE = {
    "en": r"\bfrom (?P<a>[A-Z]\w+)(?: [A-Z]\w+)? to (?P<b>[A-Z]\w+)",
    "ru": r"\b[Ии]з (?P<a>[А-ЯЁ]\w+)(?: [А-ЯЁ]\w+)? (?:в|на|до) (?P<b>[А-ЯЁ]\w+)|"
          r"\b[Оо]т (?P<a2>[А-ЯЁ]\w+)(?: [А-ЯЁ]\w+)? до (?P<b2>[А-ЯЁ]\w+)",
    "kk": r"\b(?P<a>[А-ЯӘҒҚҢӨҰҮІ]\w+)[нтд][ае]н (?P<b>[А-ЯӘҒҚҢӨҰҮІ]\w+)[ғгқк][ае]\b",
    "de": r"\bvon (?P<a>[A-ZÄÖÜ]\w+) (?:nach|bis) (?P<b>[A-ZÄÖÜ]\w+)",
    "fr": r"\b(?:de |d['’])(?P<a>[A-ZÉÈ]\w+) (?:à|vers|jusqu'à) (?P<b>[A-ZÉÈ]\w+)",
    "es": r"\b(?:de|desde) (?P<a>[A-ZÁÉÍÓÚ]\w+) (?:a|hasta) (?P<b>[A-ZÁÉÍÓÚ]\w+)",
}  # fmt: skip


@lru_cache(maxsize=1024)
def _ranked(line: tuple[Token, ...]) -> frozenset[tuple[str, int]]:
    """Nouns with the rank that stands right before them."""
    return frozenset(
        (noun.stem, _RANKS[rank.lower])
        for rank, noun in pairwise(line)
        if rank.lower in _RANKS and noun.kind is TokenKind.WORD and noun.lower not in _NOT_CASES
    )


def are_ordinals_apart(left: Reading, right: Reading) -> bool:
    """Whether one noun has different ranks on the two sides and none that both give it."""
    ours, theirs = _ranked(left.tokens), _ranked(right.tokens)
    if ours & theirs:
        return False
    return bool({noun for noun, _ in ours} & {noun for noun, _ in theirs})


def are_routes_turned(left: Reading, right: Reading) -> bool:
    """Whether one side goes from A to B and the other from B to A."""
    ours, theirs = _route(left), _route(right)
    return bool(ours) and ours == theirs[::-1] and ours != theirs


def _route(side: Reading) -> tuple[str, ...]:
    """The ends of a way, cut to what their cases leave unchanged."""
    found = re.search(_ROUTE.get(side.language, _ROUTE["en"]), side.text)
    if found is None:
        return ()
    ends = [end for end in found.groups() if end]
    return tuple(end[: max(4, len(end) - 2)].casefold() if side.language in {"ru", "kk"} else end for end in ends)
