"""What an OpenDocument's styles say of text: which make a title, raise what is marked with them, or hide it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from lxml import etree

from statement_compare.engine.readers.package import attribute, child

_TITLES = ("Title", "Subtitle")
# A style that others are made from stands at most so far from them.
_FARTHEST_PARENT = 20
_TEXT, _PARAGRAPH = "text", "paragraph"


@dataclass(frozen=True, slots=True)
class Styles:
    """Names of styles: of paragraphs that are titles or hidden, and of runs that are raised, not raised, or hidden."""

    titles: frozenset[str]
    hidden_paragraphs: frozenset[str]
    hidden_runs: frozenset[str]
    is_raised: Mapping[str, bool]


@dataclass(frozen=True, slots=True)
class _Style:
    parent: str
    position: str
    display: str


def styles_of(content: etree._Element, common: etree._Element | None) -> Styles:
    """The styles of a document, whose own stand in `content`; others of the same name in `common` are for its pages."""
    found: dict[str, dict[str, _Style]] = {_TEXT: {}, _PARAGRAPH: {}}
    titles = set(_TITLES)
    for root in (common, content):
        for style in root.iter("{*}style") if root is not None else ():
            name, parent = attribute(style, "name") or "", attribute(style, "parent-style-name") or ""
            if parent in _TITLES:
                titles.add(name)
            family = attribute(style, "family") or ""
            if family in found:
                properties = child(style, "text-properties")
                position = display = ""
                if properties is not None:
                    position = (attribute(properties, "text-position") or "").strip()
                    display = attribute(properties, "display") or ""
                found[family][name] = _Style(parent, position, display)
    runs = found[_TEXT]
    positions = {name: next((each.position for each in _lineage(runs, name) if each.position), "") for name in runs}
    return Styles(
        frozenset(titles),
        _hidden(found[_PARAGRAPH]),
        _hidden(runs),
        {name: _raises(position) for name, position in positions.items() if position},
    )


def _lineage(styles: Mapping[str, _Style], name: str) -> Iterator[_Style]:
    """A style and those that it is made from, the nearest first."""
    for _ in range(_FARTHEST_PARENT):
        style = styles.get(name)
        if style is None:
            return
        yield style
        name = style.parent


def _hidden(styles: Mapping[str, _Style]) -> frozenset[str]:
    return frozenset(
        name for name in styles if next((each.display for each in _lineage(styles, name) if each.display), "") == "none"
    )


def _raises(position: str) -> bool:
    """Whether text stands above the line: "super 58%" or "33% 58%", and neither "sub", "-33% 58%" nor "0% 100%"."""
    shift = position.split()[0]
    return shift == "super" or (shift.endswith("%") and shift[:1].isdigit() and shift.strip("0.%") != "")
