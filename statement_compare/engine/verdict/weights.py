"""The fitted table of one model that turns features into chances of the four verdicts: its form, and reading it."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping
from dataclasses import dataclass, fields, replace
from math import exp, isfinite

from statement_compare.engine.align.rerank import Weighing
from statement_compare.engine.model import Preset, Verdict
from statement_compare.engine.verdict.decide import Evidence
from statement_compare.engine.verdict.features import Features


@dataclass(frozen=True, slots=True)
class Enough:
    """The chance from which a preset shows a verdict.

    A contradiction of a pair that no alignment vouches for needs the chance `alone`, where that is more: two sentences
    that somebody puts side by side are near misses more often than two that were paired out of two whole statements.
    """

    contradiction: float
    agreement: float
    qualified: float
    alone: float = 0.0

    def to_contradict(self, evidence: Evidence) -> float:
        return self.contradiction if evidence.score is not None else max(self.contradiction, self.alone)


@dataclass(frozen=True, slots=True)
class Weights:
    """A multinomial logistic regression by name, and each preset's thresholds; UNCLEAR stands for "none of these".

    `pairing` is how the same model's second look at candidate pairs is weighed. `among_many` is the table for a pair of
    sentences out of all that two statements hold, nearly all of which have nothing to do with each other.
    """

    constants: Mapping[Verdict, float]
    of: Mapping[Verdict, Mapping[str, float]]
    enough: Mapping[Preset, Enough]
    pairing: Weighing
    among_many: AmongMany | None = None

    @property
    def reads_whole(self) -> bool:
        """Whether it weighs what a model says of sentences that it read within both statements."""
        return self.among_many is not None and self.among_many.in_whole is not None

    def many(self, *, in_whole: bool) -> AmongMany | None:
        """The table for a pair from among many, `in_whole` if the model read it within both statements as well."""
        many = self.among_many
        return many.in_whole or many if many is not None and in_whole else many

    def chances(self, found: Features) -> dict[Verdict, float]:
        """The chance of each verdict; they sum to 1."""
        totals = {
            verdict: self.constants[verdict] + sum(weight * found.get(name, 0.0) for name, weight in row.items())
            for verdict, row in self.of.items()
        }
        highest = max(totals.values())
        powers = {verdict: exp(total - highest) for verdict, total in totals.items()}
        whole = sum(powers.values())
        return {verdict: power / whole for verdict, power in powers.items()}


@dataclass(frozen=True, slots=True)
class AmongMany:
    """How candidate pairs of two statements are weighed.

    `bears` is a logistic regression by name ("constant" beside the features): the chance that both speak of one claim,
    from `least_to_bear` on a pair is shown though its verdict is unclear. `in_whole` is the table for a pair that the
    model read within both statements as well.
    """

    weights: Weights
    bears: Mapping[str, float]
    least_to_bear: float
    in_whole: AmongMany | None = None

    def chance_to_bear(self, found: Features) -> float:
        total = self.bears["constant"] + sum(
            weight * found.get(name, 0.0) for name, weight in self.bears.items() if name != "constant"
        )
        return 1 / (1 + exp(-total))


def read_weights(content: Mapping[str, object]) -> Weights:
    """The table of one model as training/fit_verdicts.py writes it; KeyError, TypeError or ValueError if it is none."""
    pairing = content["pairing"]
    if not isinstance(pairing, dict):
        raise TypeError("pairing must be an object")
    weighing = Weighing(**{key: float(value) for key, value in pairing.items()})
    plain = _read_rows(content, weighing)
    links = content.get("links")
    if links is None:
        return plain
    many = _read_many(links, weighing)
    if isinstance(links, dict) and "in_whole" in links:
        many = replace(many, in_whole=_read_many(links["in_whole"], weighing))
    return replace(plain, among_many=many)


def _read_many(links: object, weighing: Weighing) -> AmongMany:
    if not isinstance(links, dict) or not isinstance(links["bears"], dict):
        raise TypeError("links and bears must be objects")
    bears = {str(key): float(value) for key, value in links["bears"].items()}
    return AmongMany(_read_rows(links, weighing), bears, float(links["least_to_bear"]))


def _read_rows(content: Mapping[str, object], pairing: Weighing) -> Weights:
    rows, enough = content["weights"], content["enough"]
    if not isinstance(rows, dict) or not isinstance(enough, dict):
        raise TypeError("weights and enough must be objects")
    return Weights(
        {Verdict(name): float(row["constant"]) for name, row in rows.items()},
        {
            Verdict(name): {key: float(value) for key, value in row.items() if key != "constant"}
            for name, row in rows.items()
        },
        {Preset(name): Enough(**{key: float(value) for key, value in row.items()}) for name, row in enough.items()},
        pairing,
    )


@dataclass(frozen=True, slots=True)
class OwnTable:
    """A table that was fitted to a model of a person's own; `digest` is the SHA-256 of what it holds."""

    weights: Weights
    digest: str


def own_table(content: Mapping[str, object]) -> OwnTable:
    """A table as `calibration.fit_table` gives it; KeyError, TypeError or ValueError where it is none that is whole."""
    weights = read_weights(content)
    if weights.among_many is None:
        raise KeyError("links")
    among = [each for each in (weights.among_many, weights.among_many.in_whole) if each is not None]
    tables = [weights, *(each.weights for each in among)]
    for table in tables:
        if set(table.of) != set(Verdict) or set(table.enough) != set(Preset):
            raise ValueError("a verdict or a preset is missing")
    rows = [row for table in tables for row in table.of.values()] + [each.bears for each in among]
    constants = [value for table in tables for value in table.constants.values()]
    constants += [each.least_to_bear for each in among]
    constants += [value for table in tables for row in table.enough.values() for value in _figures(row)]
    constants += _figures(weights.pairing)
    if not all("constant" in each.bears for each in among) or not all(isfinite(value) for value in constants):
        raise ValueError("a constant is missing, or is no number")
    if not all(isfinite(value) for row in rows for value in row.values()):
        raise ValueError("a weight is no number")
    written = json.dumps(content, sort_keys=True, allow_nan=False)
    return OwnTable(weights, hashlib.sha256(written.encode()).hexdigest())


def _figures(row: Enough | Weighing) -> list[float]:
    return [float(getattr(row, each.name)) for each in fields(row)]
