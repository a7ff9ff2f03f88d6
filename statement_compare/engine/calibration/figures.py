"""How good a model is on the labelled pairs, each judged by a table that saw nothing of its group or dispute."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from statement_compare.engine.calibration.evidence import DisputeRows, LoneRow, Rows
from statement_compare.engine.calibration.examples import FOLDS, folds_of, holds
from statement_compare.engine.calibration.fitting import fit_table
from statement_compare.engine.model import EntailmentPair, Preset, Verdict
from statement_compare.engine.progress import SILENT, Progress
from statement_compare.engine.verdict.decide import Evidence
from statement_compare.engine.verdict.judge import judge
from statement_compare.engine.verdict.links import JudgedPair, chosen
from statement_compare.engine.verdict.weights import Weights, read_weights

WEIGH = "weigh"
"""The stage of progress in which tables are fitted."""


@dataclass(frozen=True, slots=True)
class Told:
    """Counts of one verdict: of `gold` pairs `found` got it; of those `told` with it `right` hold.

    `defensible` more could be defended. An agreement that holds may be a qualified one.
    """

    gold: int = 0
    found: int = 0
    told: int = 0
    right: int = 0
    defensible: int = 0

    @property
    def recall(self) -> float | None:
        """Share of the gold that was found; None where there is none."""
        return self.found / self.gold if self.gold else None

    @property
    def precision(self) -> float | None:
        """Share of what was told that holds or is defensible; None where nothing was told."""
        return (self.right + self.defensible) / self.told if self.told else None


@dataclass(frozen=True, slots=True)
class Figures:
    """What the preset "normal" tells of `pairs` pairs or `pairs` links of disputes.

    `reversed` counts contradictions that were told as agreements and agreements told as contradictions.
    """

    pairs: int
    contradictions: Told
    agreements: Told
    reversed: int


@dataclass(frozen=True, slots=True)
class AllFigures:
    """`others`: pairs in other languages than English, None where the model reads none.

    `contradiction_rank` and `agreement_rank` are the model's own, without facts and table: how often it finds a pair
    that is a contradiction (an agreement) likelier to be one than a pair that is none. 0.5 is chance, 1 the best.
    """

    lone: Figures
    others: Figures | None
    disputes: Figures
    contradiction_rank: float
    agreement_rank: float
    others_rank: float | None


@dataclass(frozen=True, slots=True)
class _Answer:
    told: Verdict
    gold: str


def measure(rows: Rows, whole: Weights, progress: Progress = SILENT) -> AllFigures:
    """The figures of the model that has read these rows.

    English pairs and disputes are judged by tables that are fitted without them. `whole` is the table of all of these,
    by which the pairs in other languages are judged: it saw none of them.
    """
    groups = folds_of(row.group for row in rows.lone)
    names = folds_of(dispute.name for dispute in rows.disputes)
    lone: list[_Answer] = []
    linked: list[_Answer] = []
    for fold in progress.over(WEIGH, range(FOLDS), 1):
        table = read_weights(
            fit_table(
                Rows(
                    tuple(row for row in rows.lone if groups[row.group] != fold),
                    tuple(dispute for dispute in rows.disputes if names[dispute.name] != fold),
                )
            )
        )
        lone += _lone_answers((row for row in rows.lone if row.is_english and groups[row.group] == fold), table)
        for dispute in rows.disputes:
            if names[dispute.name] == fold:
                linked += _links_of(dispute, table)
    others = _lone_answers((row for row in rows.lone if not row.is_english), whole)
    english = [row for row in rows.lone if row.is_english]
    foreign = [row for row in rows.lone if not row.is_english]
    return AllFigures(
        _counted(lone),
        _counted(others) if others else None,
        _counted(linked),
        rank_of_contradictions(english),
        rank_of_agreements(english),
        rank_of_contradictions(foreign) if foreign else None,
    )


def rank_of_contradictions(rows: Sequence[LoneRow]) -> float:
    """As `AllFigures.contradiction_rank`, of these rows."""
    return _rank((_contradicts(row.evidence), row.verdict is Verdict.CONTRADICTION) for row in rows)


def rank_of_agreements(rows: Sequence[LoneRow]) -> float:
    """As `AllFigures.agreement_rank`, of these rows."""
    return _rank((_entails(row.evidence), row.verdict is Verdict.AGREEMENT) for row in rows)


def _said(evidence: Evidence) -> EntailmentPair:
    if evidence.entailment is None:
        raise ValueError("a pair that no model has read")
    return evidence.entailment


def _contradicts(evidence: Evidence) -> float:
    said = _said(evidence)
    return max(said.forward.contradiction, said.backward.contradiction)


def _entails(evidence: Evidence) -> float:
    said = _said(evidence)
    return said.forward.entailment + said.backward.entailment


def _rank(rows: Iterable[tuple[float, bool]]) -> float:
    """How often one that is so has the higher figure than one that is not, equals as half; 0.5 where there are none.

    It is the area under the receiver's curve (Mann and Whitney 1947).
    """
    found = list(rows)
    yes = [value for value, is_so in found if is_so]
    no = [value for value, is_so in found if not is_so]
    if not yes or not no:
        return 0.5
    better = sum((a > b) + 0.5 * (a == b) for a in yes for b in no)
    return better / (len(yes) * len(no))


def _lone_answers(rows: Iterable[LoneRow], table: Weights) -> list[_Answer]:
    return [_Answer(judge(row.evidence, Preset.NORMAL, table).verdict, row.verdict.value) for row in rows]


def _links_of(dispute: DisputeRows, table: Weights) -> list[_Answer]:
    """All read pairs of a dispute: what is told of those that become links, and UNCLEAR of the others."""
    many = table.among_many
    if many is None:
        raise ValueError("a table without links")
    judged = []
    for row in dispute.rows:
        evidence = row.seen_by(table.pairing)
        decision = judge(evidence, Preset.NORMAL, table)
        bears = many.chance_to_bear(row.features_of(evidence))
        judged.append(JudgedPair((row.ids[0],), (row.ids[1],), decision.verdict, decision.confidence, bears))
    links = frozenset(chosen(judged, many.least_to_bear))
    return [
        _Answer(judged[place].verdict if place in links else Verdict.UNCLEAR, row.gold)
        for place, row in enumerate(dispute.rows)
    ]


def _counted(answers: Sequence[_Answer]) -> Figures:
    contradictions, agreements = (_told(answers, each) for each in (Verdict.CONTRADICTION, Verdict.AGREEMENT))
    opposite = {Verdict.CONTRADICTION: Verdict.AGREEMENT.value, Verdict.AGREEMENT: Verdict.CONTRADICTION.value}
    wrong_way = sum(each.gold == opposite.get(each.told) for each in answers)
    return Figures(len(answers), contradictions, agreements, wrong_way)


def _told(answers: Sequence[_Answer], verdict: Verdict) -> Told:
    told = [each for each in answers if each.told is verdict]
    right = sum(holds(verdict, each.gold) for each in told)
    defensible = sum(each.gold.startswith("~") and holds(verdict, each.gold.removeprefix("~")) for each in told)
    gold = [each for each in answers if each.gold == verdict.value]
    return Told(len(gold), sum(each.told is verdict for each in gold), len(told), right, defensible)
