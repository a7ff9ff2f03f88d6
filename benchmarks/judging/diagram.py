"""The reliability diagram: confidence against the share that holds, as a drawing that any page can show."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from math import sqrt

from .scores import Bin

_SIDE, _MARGIN = 320, 56
# Of middle lightness, so that they read on white and on black.
_GREY, _COLOURS = "#808080", ("#2f86d6", "#d9822b", "#3a9d5d")
_LARGEST = 14.0  # radius in pixels of the fullest bin


def reliability(series: Mapping[str, Sequence[Bin]], title: str) -> str:
    """An SVG with a dot for each bin, its area by the number of verdicts; on the diagonal confidence is right."""
    width, height = _SIDE + 2 * _MARGIN, _SIDE + 2 * _MARGIN + 20 * len(series)
    parts = [
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {width} {height}" width="{width}" height="{height}"',
        f'font-family="sans-serif" font-size="12" fill="{_GREY}" role="img" aria-label="{_escaped(title)}">',
        f"<title>{_escaped(title)}</title>",
        f'<text x="{width / 2:g}" y="24" text-anchor="middle" font-size="14">{_escaped(title)}</text>',
        f'<rect x="{_MARGIN}" y="{_MARGIN}" width="{_SIDE}" height="{_SIDE}" fill="none" stroke="{_GREY}"/>',
        f'<path d="M{_x(0):g} {_y(0):g}L{_x(1):g} {_y(1):g}" stroke="{_GREY}" stroke-dasharray="4 4"/>',
    ]
    for tick in (0.0, 0.25, 0.5, 0.75, 1.0):
        parts.append(f'<text x="{_x(tick):g}" y="{_y(0) + 18:g}" text-anchor="middle">{tick:g}</text>')
        parts.append(f'<text x="{_x(0) - 8:g}" y="{_y(tick) + 4:g}" text-anchor="end">{tick:g}</text>')
        if 0 < tick < 1:
            line = f"M{_x(tick):g} {_y(0):g}V{_y(1):g}M{_x(0):g} {_y(tick):g}H{_x(1):g}"
            parts.append(f'<path d="{line}" stroke="{_GREY}" stroke-opacity=".25"/>')
    parts.append(f'<text x="{_x(0.5):g}" y="{_y(0) + 38:g}" text-anchor="middle">confidence shown</text>')
    turned = f"translate({_MARGIN - 38} {_y(0.5):g}) rotate(-90)"
    parts.append(f'<text transform="{turned}" text-anchor="middle">share that holds</text>')
    for place, (name, found) in enumerate(series.items()):
        colour = _COLOURS[place % len(_COLOURS)]
        fullest = max((b.count for b in found), default=1)
        for each in found:
            radius = max(2.0, _LARGEST * sqrt(each.count / fullest))
            parts.append(
                f'<circle cx="{_x(each.confidence):.1f}" cy="{_y(each.accuracy):.1f}" r="{radius:.1f}" fill="{colour}" '
                f'fill-opacity=".45" stroke="{colour}"><title>{each.count} verdicts</title></circle>'
            )
        y = _y(0) + 60 + 20 * place
        total = sum(each.count for each in found)
        parts.append(f'<circle cx="{_x(0) + 6:g}" cy="{y - 4:g}" r="6" fill="{colour}"/>')
        parts.append(f'<text x="{_x(0) + 20:g}" y="{y:g}">{_escaped(name)}, {total} verdicts</text>')
    return "\n".join([*parts, "</svg>\n"])


def _x(value: float) -> float:
    return _MARGIN + _SIDE * value


def _y(value: float) -> float:
    return _MARGIN + _SIDE * (1 - value)


def _escaped(text: str) -> str:
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;").replace('"', "&quot;")
