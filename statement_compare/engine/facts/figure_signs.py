"""How two amounts stand to each other of which one has a minus: "-5 per cent" and "5 per cent" of a decline may be one.

Whoever writes a minus leaves a word out that others write ("a loss of 3 million", "a result of -3 million").
"""

from __future__ import annotations

from statement_compare.engine.annotate.quantities import Quantity, without_sign
from statement_compare.engine.facts.figure_standing import AGREEING, Standing, compared, same_figure, same_value

_CONFLICTS = (Standing.DIFFERENT, Standing.BEYOND)


def same_but_for_sign(a: Quantity, b: Quantity) -> Standing | None:
    """Equal amounts with two signs: what is told with a plus is another than with a minus, all else is open."""
    if (a.sign < 0) == (b.sign < 0):
        return None
    mine, theirs = without_sign(a), without_sign(b)
    if not {same_figure(mine, theirs), same_value(mine, theirs)} & AGREEING:
        return None
    return Standing.DIFFERENT if a.sign == -b.sign else Standing.OPEN_SIGN


def compared_with_signs(a: Quantity, b: Quantity) -> Standing:
    """`compared`, where a minus makes no conflict of two amounts that are none without it: "more than -5", "-8"."""
    told = compared(a, b)
    if told not in _CONFLICTS or (a.sign >= 0 and b.sign >= 0) or a.sign == -b.sign:
        return told
    return told if compared(without_sign(a), without_sign(b)) in _CONFLICTS else Standing.OPEN_SIGN
