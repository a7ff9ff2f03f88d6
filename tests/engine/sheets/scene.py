"""Two statements and their findings made by hand, from sentences in which the words of a reason stand in braces."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from made_side import made_side

from statement_compare.engine.model import (
    Comparison,
    Decision,
    GeneralDenial,
    Link,
    Nearest,
    Pair,
    Reason,
    ReasonKind,
    Side,
    Span,
    Statement,
    Verdict,
    pair_of,
)
from statement_compare.engine.reported import Reported

HOSTILE = (
    "=SUM(A1) <script>alert(1)</script> & *bold* [x](y) | `code` </script>",
    "zero \x00 escape \x1b[31m turned \u202etxet\u202c half \ud800 end \ufffe.",
    "Very " + "long " * 4_000 + "sentence.",
    "{left} {0} {} %s are no places.",
)
Found = tuple[int, int, Verdict, ReasonKind, str]


def compared(
    left: tuple[Statement, dict[int, Span]],
    right: tuple[Statement, dict[int, Span]],
    found: Iterable[Found] = (),
    nearest: tuple[Nearest, ...] = (),
    denials: tuple[GeneralDenial, ...] = (),
) -> Comparison:
    """A comparison of both; a finding is two sentence ids, verdict, kind of its reason, and the rule."""
    links = tuple(
        Link((i,), (j,), 0.3, verdict, 0.9, (Reason(kind, left[1].get(i), right[1].get(j), rule),))
        for i, j, verdict, kind, rule in found
    )
    alone = [
        tuple(each.id for each in statement.sentences if all(each.id not in pair_of(link)[n] for link in links))
        for n, (statement, _) in enumerate((left, right))
    ]
    return Comparison(left[0], right[0], links, *alone, nearest=nearest, denials=denials)


def harbour() -> Comparison:
    """A number and a date that clash, a denial, an agreement, and claims without an answer on both sides."""
    left = made_side(
        "The harbour ships ⟦5,000⟧ barrels a day.",
        "The first tanker came on ⟦3 May 2021⟧.",
        "Two people were hurt.",
        "The crane was paid for by Norvent.",
        "The port never closed.",
        speaker="the Port Office",
        title="Harbour at work",
        date=date(2021, 11, 1),
        path="port.txt",
    )
    right = made_side(
        "The harbour ships ⟦1,000⟧ barrels a day.",
        "The first tanker came on ⟦9 May 2021⟧.",
        "Two people were hurt.",
        "An alarm was raised at noon.",
        speaker="Norvent",
        path="C:\\secret\\answer draft.docx",
    )
    return compared(
        left,
        right,
        [
            (0, 0, Verdict.CONTRADICTION, ReasonKind.NUMBER, "number.differ"),
            (1, 1, Verdict.CONTRADICTION, ReasonKind.DATE, "date.differ"),
            (2, 2, Verdict.AGREEMENT, ReasonKind.WORDING, "wording.same"),
        ],
        nearest=(Nearest(Side.LEFT, 3, 0, 0.0001), Nearest(Side.LEFT, 4, 1, 0.4)),
    )


def hostile() -> Comparison:
    """Each hostile text against the next one as a contradiction, and one more on each side without an answer."""
    left = made_side(*HOSTILE, "=1+1 was </b> left.", speaker="<i>Ev\u202eil</i> & Co", title="A \x00 title")
    right = made_side(*HOSTILE[1:], HOSTILE[0], "@cmd was left.", speaker="{name} *x*")
    found = [(i, i, Verdict.CONTRADICTION, ReasonKind.MODEL, "model.contradiction") for i in range(len(HOSTILE))]
    return compared(left, right, found)


def decided(comparison: Comparison, decisions: dict[Pair, Decision]) -> Reported:
    """The comparison with these decisions on it."""
    proposed = {pair: link for link in comparison.links if (pair := pair_of(link)) in decisions}
    return Reported(comparison, decisions, proposed=proposed)
