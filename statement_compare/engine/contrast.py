"""Which colours of a theme stand on which, and how far each pair must differ to be read or seen."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import product
from typing import Final

from statement_compare.engine.colours import Theme
from statement_compare.engine.model import Verdict

READ, SEEN = 4.5, 3.0
"""What the Web Content Accessibility Guidelines 2.2 ask of text (1.4.3) and of lines and signs (1.4.11)."""


@dataclass(frozen=True, slots=True)
class Use:
    """A colour, the one that it stands on, and the contrast that this takes."""

    token: str
    on: str
    least: float


@dataclass(frozen=True, slots=True)
class Shortfall:
    """A use that a theme does not allow for: `reached` is the contrast it has, 1 to 21."""

    use: Use
    reached: float


def _uses() -> tuple[Use, ...]:
    surfaces, verdicts = ("paper", "ground", "chosen"), tuple(verdict.value for verdict in Verdict)
    tints, words = tuple(f"{each}_tint" for each in verdicts), tuple(f"{each}_words" for each in verdicts)
    read = [*product(("ink",), (*surfaces, *tints, *words, "found", "selection", "track"))]
    read += product(("soft",), (*surfaces, *tints, "track"))
    read += [(f"{each}_ink", on) for each in verdicts for on in (*surfaces, f"{each}_tint")]
    read += [("accent", "paper"), ("accent", "ground")]  # links and the button that Return presses
    # The line around what has the keyboard, whatever that lies on.
    seen = [*product(("accent",), ("chosen", *tints, *words, "found", "selection"))]
    # The line below marked words; what is full of a gauge.
    seen += [(f"{each}_ink", on) for each in verdicts for on in (f"{each}_words", "track")]
    seen += product(("edge",), surfaces)  # around fields and boxes to tick, and the handle of a scroll bar
    return tuple(Use(*pair, READ) for pair in read) + tuple(Use(*pair, SEEN) for pair in seen)


USES: Final = _uses()
"""Every pair of colours that is used together. `line` parts what place parts as well, and is in none."""


def contrast(one: str, other: str) -> float:
    """How far two colours as `#rrggbb` differ, as the guidelines define it: 1 to 21."""
    low, high = sorted((_brightness(one), _brightness(other)))
    return (high + 0.05) / (low + 0.05)


def shortfalls(theme: Theme) -> tuple[Shortfall, ...]:
    """The uses in which a theme cannot be read or seen well enough, the worst first."""
    reached = ((use, contrast(getattr(theme, use.token), getattr(theme, use.on))) for use in USES)
    found = (Shortfall(use, value) for use, value in reached if value < use.least)
    return tuple(sorted(found, key=lambda each: each.reached / each.use.least))


def share_to_be_seen(ink: str, ground: str, least: float) -> float:
    """How much of an ink, at least the share `least`, is laid on a ground for a line that is seen."""
    share = least
    while share < 1 and contrast(_laid_on(ink, ground, share), ground) < SEEN:
        share += 0.01
    return min(share, 1.0)


def _laid_on(ink: str, ground: str, share: float) -> str:
    mixed = (round(a * share + b * (1 - share)) for a, b in zip(_parts(ink), _parts(ground), strict=True))
    return "#" + "".join(f"{each:02x}" for each in mixed)


def _brightness(colour: str) -> float:
    shares = (part / 255 for part in _parts(colour))
    red, green, blue = (share / 12.92 if share <= 0.03928 else ((share + 0.055) / 1.055) ** 2.4 for share in shares)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def _parts(colour: str) -> tuple[int, int, int]:
    red, green, blue = (int(colour[index : index + 2], 16) for index in (1, 3, 5))
    return red, green, blue
