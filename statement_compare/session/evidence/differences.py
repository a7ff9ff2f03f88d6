"""Where two comparisons, two texts or two pieces of JSON differ, place by place, as a person would name the place."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import islice, zip_longest
from typing import Any, Final

import msgspec

from statement_compare.engine.model import Comparison, Side, Statement
from statement_compare.engine.report import json as report_json
from statement_compare.session.edits import place_of
from statement_compare.session.evidence.members import MOST_OF_JSON
from statement_compare.session.evidence.outcome import Finding, Standing
from statement_compare.session.review import pair_of

MOST_TOLD: Final = 20
_LONGEST: Final = 80
_BEFORE: Final = 20  # so many characters before the first that differs are shown
_LETTERS: Final = {Side.LEFT: "L", Side.RIGHT: "R"}
# What of a signature tells where something was made; what it says of options, models and tables has to be the same.
_PLACE_OF_MAKING: Final = ("version", "libraries")


@dataclass(frozen=True, slots=True)
class Difference:
    """Where something differs, and what it is in the bundle and here; "-" where it is not there at all."""

    where: str
    bundle: str
    here: str


def of_comparisons(kept: Comparison, here: Comparison) -> Iterator[Finding]:
    """What a comparison in a bundle says otherwise than one that was made again; nothing where both are the same."""
    for side, one, other in ((Side.LEFT, kept.left, here.left), (Side.RIGHT, kept.right, here.right)):
        yield from _of_statements(side, one, other)
    yield from of_signatures(report_json.as_data(kept)["signature"], report_json.as_data(here)["signature"])
    texts = (kept.left.source.text, kept.right.source.text), (here.left.source.text, here.right.source.text)
    before = {pair_of(link): link for link in kept.links}
    after = {pair_of(link): link for link in here.links}
    for pair in sorted(before.keys() | after.keys()):
        where = place_of(pair)
        if pair not in after:
            yield _differs("link.gone", where, verdict=before[pair].verdict.value)
        elif pair not in before:
            yield _differs("link.new", where, verdict=after[pair].verdict.value)
        elif before[pair] != after[pair]:
            data = report_json.link_data(before[pair], *texts[0]), report_json.link_data(after[pair], *texts[1])
            yield from told("link.field", where, of_values(*data))
    if [pair_of(link) for link in kept.links] != [
        pair_of(link) for link in here.links
    ] and before.keys() == after.keys():
        yield _differs("link.order", "")
    for name in ("only_left", "only_right", "nearest", "denials"):
        if getattr(kept, name) != getattr(here, name):
            one, other = (plain_of(getattr(each, name)) for each in (kept, here))
            yield from told("comparison.field", name, of_values(one, other))


def of_signatures(kept: Mapping[str, Any], here: Mapping[str, Any]) -> Iterator[Finding]:
    """What was made by another version or other libraries is a note; other options, models or tables differ."""
    for name in dict.fromkeys((*kept, *here)):
        found = of_values(kept.get(name), here.get(name), name)
        if name in _PLACE_OF_MAKING:
            for each in found:
                places = {"bundle": each.bundle, "here": each.here}
                yield Finding(Standing.NOTE, "made_by", each.where, places)
        else:
            key = "model.other" if name == "models" else "comparison.field"
            yield from told(key, f"signature.{name}", found)


def of_values(kept: Any, here: Any, where: str = "") -> Iterator[Difference]:
    """Each place in which two values of JSON differ: "links.L1-R2.verdict", "signature.options.preset"."""
    if isinstance(kept, dict) and isinstance(here, dict):
        for key in kept | here:
            yield from of_values(kept.get(key, _NOTHING), here.get(key, _NOTHING), f"{where}.{key}" if where else key)
    elif isinstance(kept, list) and isinstance(here, list):
        for number, (one, other) in enumerate(zip_longest(kept, here, fillvalue=_NOTHING), 1):
            yield from of_values(one, other, f"{where}.{_name_in_list(one, other, number)}")
    elif isinstance(kept, str) and isinstance(here, str) and max(len(kept), len(here)) > _LONGEST and kept != here:
        _, one, other = first_line(kept, here)
        yield Difference(where, one, other)
    elif type(kept) is not type(here) or kept != here:
        yield Difference(where, _short(kept), _short(here))


def of_members(name: str, kept: bytes, here: bytes) -> Iterator[Finding]:
    """Where a member of a bundle is another than what is written again: places of JSON, or lines of text."""
    if name.endswith(".json") and len(kept) <= MOST_OF_JSON:
        try:
            found = list(islice(of_values(json.loads(kept), json.loads(here)), MOST_TOLD + 1))
        except (ValueError, RecursionError):
            found = []
        if found:
            yield from told("written.field", name, found)
            return
    line, one, other = first_line(*(each.decode("utf-8", "backslashreplace") for each in (kept, here)))
    yield _differs("written.line", name, line=line, bundle=one, here=other)


def first_line(kept: str, here: str) -> tuple[int, str, str]:
    """The first line, from 1, in which two texts differ, as it is in both from shortly before that on."""
    at = _first_difference(kept, here)
    line = kept.count("\n", 0, at) + 1
    start = kept.rfind("\n", 0, at) + 1
    lead = "…" if at - start > _BEFORE else ""
    start = max(start, at - _BEFORE)
    one, other = (lead + _cut(each[start:].partition("\n")[0]) for each in (kept, here))
    return line, one, other


def _first_difference(kept: str, here: str) -> int:
    """Where two texts begin to differ, found by halves: a text may be as long as a book."""
    low, high = 0, min(len(kept), len(here))
    while low < high:
        middle = (low + high + 1) // 2
        if kept[low:middle] == here[low:middle]:
            low = middle
        else:
            high = middle - 1
    return low


_NOTHING: Final = object()


def _of_statements(side: Side, kept: Statement, here: Statement) -> Iterator[Finding]:
    if kept == here:
        return
    letter = _LETTERS[side]
    if kept.source.text != here.source.text:
        line, one, other = first_line(kept.source.text, here.source.text)
        yield _differs("statement.text", side.value, line=line, bundle=one, here=other)
        return
    if kept.language != here.language:
        yield _differs("comparison.field", f"{side.value}.language", bundle=kept.language, here=here.language)
    if kept.source != here.source:
        yield from source_fields(kept, here, side.value)
    for number, (one_, other_) in enumerate(zip_longest(kept.sentences, here.sentences), 1):
        if one_ != other_:
            found = of_values(plain_of(one_), plain_of(other_))
            yield from told("comparison.field", f"{letter}{number}", found)
            if one_ is None or other_ is None or one_.span != other_.span:
                return  # all that follow are others then


def source_fields(kept: Statement, here: Statement, where: str) -> Iterator[Finding]:
    """The facts about a document that differ: its title, its blocks, where its lines stand."""
    yield from told("comparison.field", where, of_values(plain_of(kept.source), plain_of(here.source)))


def told(key: str, where: str, found: Iterator[Difference] | Sequence[Difference]) -> Iterator[Finding]:
    """The first differences as findings, and that there are more."""
    for number, each in enumerate(found):
        if number == MOST_TOLD:
            yield _differs("more", where)
            return
        yield _differs(key, where, field=each.where, bundle=each.bundle, here=each.here)


def _differs(key: str, where: str, **places: str | int) -> Finding:
    return Finding(Standing.DIFFERS, key, where, places)


def _name_in_list(one: Any, other: Any, number: int) -> str:
    """A link by its sentences, as "L3-R5"; anything else by its number."""
    for each in (one, other):
        if isinstance(each, dict) and isinstance(each.get("left"), list) and isinstance(each.get("right"), list):
            left, right = each["left"], each["right"]
            if left and right and all(type(i) is int for i in (*left, *right)):
                return place_of((tuple(left), tuple(right)))
    return str(number)


def plain_of(value: object) -> Any:
    """A value as dictionaries, lists and what JSON has besides."""
    return json.loads(json.dumps(msgspec.to_builtins(value)))


def _short(value: object) -> str:
    if value is _NOTHING:
        return "-"
    text = value if isinstance(value, str) and value else json.dumps(value, ensure_ascii=False)
    return _cut(text)


def _cut(text: str) -> str:
    return text if len(text) <= _LONGEST else f"{text[: _LONGEST - 1]}…"
