"""Which pairs the entailment models learn from, and that none of them is judged by what it was taught."""

from __future__ import annotations

import random
import re
import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[2] / "training"))

from pairs import CONTRADICTION, ENTAILMENT, NEUTRAL, Group, Pair, draw, read_groups, validation, with_context

CORPUS = Path(__file__).parents[2] / "training" / "corpus"


def group(name: str, domain: str = "energy") -> Group:
    return Group(
        name,
        domain,
        ("en", "en"),
        f"The board fined {name} 40 million on 3 March.",
        (f"In March {name} had to pay the board 40 million.",),
        (f"{name} was never fined by the board.",),
        (f"{name} may have been fined 40 million in March.",),
        (f"The board visited {name} in April.",),
        (("agreement", f"The fine of {name} was about 40 million."),),
    )


def test_groups_are_read_with_names_of_their_own_and_one_in_ten_is_kept_for_validation() -> None:
    groups = read_groups(CORPUS)
    assert len(groups) > 2_900
    assert len({g.id for g in groups}) == len(groups)
    share = sum(g.is_held_out for g in groups) / len(groups)
    assert 0.08 < share < 0.12


def test_every_pair_of_a_group_carries_the_label_of_its_verdict() -> None:
    g, others = group("Alder"), [group(n) for n in ("Birch", "Cedar", "Elm", "Fir")]
    made = [pair for seed in range(20) for pair in draw(g, [g, *others], random.Random(seed))]
    assert {p.label for p in made} == {ENTAILMENT, NEUTRAL, CONTRADICTION}
    for pair in made:
        both = {pair.premise, pair.hypothesis}
        if both & set(g.contra) and both & {g.p, *g.agree}:
            assert pair.label == CONTRADICTION
        if both & {*g.qualified, *g.related}:
            assert pair.label == NEUTRAL
        if both <= {g.p, *g.agree}:
            assert pair.label == ENTAILMENT
        if any("Alder" not in text for text in both):
            assert pair.label == NEUTRAL


def test_edited_figures_contradict_what_they_were_taken_from() -> None:
    g = group("Alder")
    made = [pair for seed in range(20) for pair in draw(g, [g], random.Random(seed))]
    known = {g.p, *g.agree, *g.contra, *g.qualified, *g.related, *(t for _, t in g.twins)}
    edited = [p for p in made if not {p.premise, p.hypothesis} <= known]
    assert edited
    # The agreeing sentence does not say which day of March it was: that day may not be changed against it.
    against = [p.hypothesis + p.premise for p in edited if g.agree[0] in (p.premise, p.hypothesis)]
    assert {day for text in against for day in re.findall(r"on (\d+) March", text)} <= {"3"}
    assert {p.label for p in edited if "visited" not in p.premise + p.hypothesis} <= {CONTRADICTION, ENTAILMENT}


def test_a_sentence_before_the_premise_changes_no_label() -> None:
    pairs = [Pair("a.", "b.", CONTRADICTION, "x"), Pair("c.", "d.", NEUTRAL, "x")]
    made = with_context(pairs, 1.0, random.Random(1))
    assert [p.label for p in made] == [CONTRADICTION, NEUTRAL]
    assert all(p.premise.endswith(old.premise) and p.premise != old.premise for p, old in zip(made, pairs, strict=True))


def test_validation_holds_every_text_of_a_group_once() -> None:
    rows = validation([group("Alder")])
    assert [verdict for *_, verdict in rows] == ["agreement", "contradiction", "qualified", "related", "agreement"]
