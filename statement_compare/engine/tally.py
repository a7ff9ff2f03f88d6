"""How findings are counted: by verdict, and those that a person dismissed by themselves, whatever their verdict."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Set
from dataclasses import dataclass

from statement_compare.engine.model import Link, Pair, Verdict, pair_of


@dataclass(frozen=True, slots=True)
class Tally:
    """Both hold every verdict, noughts as well; a dismissed finding is counted in the second one alone.

    Whoever tells how many contradictions there are tells `of`: list, status line, summary, reports.
    """

    by_verdict: Mapping[Verdict, int]
    dismissed_by_verdict: Mapping[Verdict, int]

    @property
    def dismissed(self) -> int:
        return sum(self.dismissed_by_verdict.values())

    def of(self, verdict: Verdict) -> int:
        return self.by_verdict[verdict]

    @property
    def all(self) -> int:
        return sum(self.by_verdict.values()) + self.dismissed


def tally(links: Iterable[Link], dismissed: Set[Pair] = frozenset()) -> Tally:
    """The count of these links, of which those of `dismissed` pairs are told by themselves."""
    found = Counter((bool(dismissed) and pair_of(link) in dismissed, link.verdict) for link in links)
    standing, out = ({verdict: found[is_out, verdict] for verdict in Verdict} for is_out in (False, True))
    return Tally(standing, out)
