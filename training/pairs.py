"""Which labelled pairs the entailment models are trained and validated on, and how they are drawn.

Labels are 0 entailment, 1 neutral, 2 contradiction. A corpus group is in training or in validation, never in both:
the split is by a hash of the group's id, so that it does not move when groups are added.
"""

from __future__ import annotations

import csv
import hashlib
import json
import random
from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import Path

from edits import changed, kept, of_another_matter

ENTAILMENT, NEUTRAL, CONTRADICTION = 0, 1, 2
LABELS = {"entailment": ENTAILMENT, "neutral": NEUTRAL, "contradiction": CONTRADICTION}
# What a verdict of the corpus means for a model that reads one direction.
OF_VERDICT = {"agreement": ENTAILMENT, "qualified": NEUTRAL, "related": NEUTRAL}

# Pairs taken from each public set, balanced by label as far as the set allows. Sets that hold only some of the labels
# are kept small and opposed to each other, so that no style of text gives its label away.
PUBLIC_SHARES = {
    "vitaminc_real_train90.tsv": 0.40,
    "mnli_dev_matched.tsv": 0.25,
    "cad_train.tsv": 0.08,
    "fever_dev_train80.tsv": 0.06,
    "vitaminc_synthetic_train90.tsv": 0.08,
    "conjnli_adv_train.tsv": 0.07,
    "negnli_snli.tsv": 0.03,
    "snli_mnli_openie_train.tsv": 0.03,
}


@dataclass(frozen=True, slots=True)
class Pair:
    premise: str
    hypothesis: str
    label: int
    origin: str
    teacher: tuple[float, float, float] | None = None  # a larger model's logits, where it was asked


@dataclass(frozen=True, slots=True)
class Group:
    id: str
    domain: str
    languages: tuple[str, str]
    p: str
    agree: tuple[str, ...]
    contra: tuple[str, ...]
    qualified: tuple[str, ...]
    related: tuple[str, ...]
    twins: tuple[tuple[str, str], ...]

    @property
    def is_held_out(self) -> bool:
        """Whether the group belongs to validation: one in ten."""
        return int(hashlib.sha256(self.id.encode()).hexdigest(), 16) % 10 == 0


def read_groups(folder: Path) -> list[Group]:
    """All groups of the corpus folder, in the order of file names and lines."""
    groups = []
    for file in sorted(folder.glob("*.jsonl")):
        for line in file.read_text(encoding="utf-8").splitlines():
            row = json.loads(line)
            first, _, second = row["lang"].partition("-")
            groups.append(
                Group(
                    row["id"],
                    row["domain"],
                    (first, second),
                    row["p"],
                    tuple(row.get("agree", ())),
                    tuple(c["text"] for c in row.get("contra", ())),
                    tuple(row.get("qualified", ())),
                    tuple(row.get("related", ())),
                    tuple((t["verdict"], t["text"]) for t in row.get("twins", ())),
                )
            )
    return groups


def read_public(folder: Path, count: int, rng: random.Random) -> list[Pair]:
    """About `count` pairs of the public training sets, in shuffled order."""
    chosen: list[Pair] = []
    for name, share in PUBLIC_SHARES.items():
        with (folder / name).open(encoding="utf-8", newline="") as file:
            rows = list(csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE))
        by_label: dict[str, list[dict[str, str]]] = {}
        for row in rows:
            if row["label"] in LABELS and len(row["premise"]) + len(row["hypothesis"]) < 500:
                by_label.setdefault(row["label"], []).append(row)
        each = int(count * share / len(by_label))
        for label, found in sorted(by_label.items()):
            rng.shuffle(found)
            chosen += [Pair(r["premise"], r["hypothesis"], LABELS[label], name) for r in found[:each]]
    rng.shuffle(chosen)
    return chosen


def read_answers(file: Path) -> list[Pair]:
    """Pairs with a larger model's logits, as its training wrote them; the last answer to a pair counts."""
    answered: dict[tuple[str, str], Pair] = {}
    for line in file.read_text(encoding="utf-8").splitlines():
        row = json.loads(line)
        found = Pair(row["premise"], row["hypothesis"], row["label"], "answered", tuple(row["logits"]))
        answered[found.premise, found.hypothesis] = found
    return list(answered.values())


def draw(group: Group, others: list[Group], rng: random.Random) -> Iterator[Pair]:
    """One pass over a group: the pairs that its texts make with each other and with texts of other groups."""

    def either(a: str, b: str, label: int) -> Pair:
        return Pair(a, b, label, group.domain) if rng.random() < 0.5 else Pair(b, a, label, group.domain)

    for text in group.agree:
        yield either(group.p, text, ENTAILMENT)
    for text in group.contra:
        yield either(group.p, text, CONTRADICTION)
    for text in group.qualified:
        yield either(group.p, text, NEUTRAL)
    for text in group.related:
        yield either(group.p, text, NEUTRAL)
    for verdict, text in group.twins:
        yield either(group.p, text, OF_VERDICT[verdict])
    if len(group.agree) > 1:
        first, second = rng.sample(group.agree, 2)
        yield either(first, second, ENTAILMENT)
    crossed = [(a, c) for a in group.agree for c in group.contra]
    for a, c in rng.sample(crossed, min(3, len(crossed))):
        yield either(a, c, CONTRADICTION)
    apart = [(a, r) for a in group.agree for r in group.related]
    for a, r in rng.sample(apart, min(2, len(apart))):
        yield either(a, r, NEUTRAL)
    for first, second in changed(group.p, group.agree, rng):
        yield either(first, second, CONTRADICTION)
    for premise, hypothesis in kept(group.p, group.agree, rng):
        yield Pair(premise, hypothesis, ENTAILMENT, group.domain)
    for first, second in of_another_matter(group.p, group.related, rng):
        yield either(first, second, NEUTRAL)
    same_domain = [g for g in others if g.domain == group.domain and g.id != group.id]
    if same_domain:
        # What an aligner proposes wrongly shares words: of a dozen texts the one that shares most is the negative.
        mine = rng.choice((group.p, *group.agree, *group.contra))
        near = [rng.choice((o.p, *o.agree, *o.contra)) for o in rng.choices(same_domain, k=12)]
        yield either(mine, max(near, key=lambda text: shared_words(mine, text)), NEUTRAL)
        theirs = rng.choice(same_domain)
        yield either(mine, rng.choice((theirs.p, *theirs.related)), NEUTRAL)


def shared_words(a: str, b: str) -> float:
    """The share of the longer words of the two texts that both have."""
    first, second = ({w.strip(".,;:'\"()") for w in t.lower().split() if len(w) > 3} for t in (a, b))
    return len(first & second) / max(1, len(first | second))


def with_context(pairs: list[Pair], share: float, rng: random.Random) -> list[Pair]:
    """The pairs, some of them with another pair's sentence before the premise, as sides of several sentences have it.

    A premise that says more still entails and still contradicts what it did, so the label stays.
    """
    return [
        replace(p, premise=f"{rng.choice(pairs).premise} {p.premise}") if rng.random() < share else p for p in pairs
    ]


def validation(groups: list[Group]) -> list[tuple[str, str, str]]:
    """(p, text, verdict) for every text of the held-out groups."""
    rows = []
    for group in groups:
        rows += [(group.p, t, "agreement") for t in group.agree]
        rows += [(group.p, t, "contradiction") for t in group.contra]
        rows += [(group.p, t, "qualified") for t in group.qualified]
        rows += [(group.p, t, "related") for t in group.related]
        rows += [(group.p, t, v) for v, t in group.twins]
    return rows
