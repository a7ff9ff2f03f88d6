from __future__ import annotations

from dataclasses import replace

import pytest
from scenario import comparison

from statement_compare.engine.model import Comparison, Signature, Weighed
from statement_compare.engine.signature import model_word
from statement_compare.session.pairing import Judging, Pairing, judge_name, judging_of, models_of, pairing_of

ALL_LOADED = (
    ("encoder", "small sha256:aa"),
    ("multilingual", "wide sha256:bb"),
    ("entailment", "small judge sha256:cc"),
    ("multilingual_entailment", "wide judge sha256:dd"),
)


def made(paired_by: tuple[str, ...] = (), judged_by: str = "", choice: str = "") -> Comparison:
    signature = Signature("1", (("model", choice),), ALL_LOADED)
    return replace(comparison("A1=B1"), signature=signature, paired_by=paired_by, judged_by=judged_by)


@pytest.mark.parametrize(
    ("roles", "pairing", "names"),
    [
        (("encoder", "multilingual"), Pairing.BOTH, ("small", "wide")),
        (("encoder",), Pairing.ENGLISH, ("small",)),
        (("multilingual",), Pairing.MULTILINGUAL, ("wide",)),
        ((), Pairing.WORDS, ()),
    ],
)
def test_a_comparison_says_what_paired_whatever_else_was_loaded(
    roles: tuple[str, ...], pairing: Pairing, names: tuple[str, ...]
) -> None:
    assert pairing_of(made(roles)) is pairing
    assert models_of(made(roles)) == names


@pytest.mark.parametrize(
    ("role", "choice", "judging", "name"),
    [
        ("entailment", "fast", Judging.FAST, "small judge"),
        ("entailment", "thorough", Judging.THOROUGH, "small judge"),
        ("entailment", "mine", Judging.OWN, "small judge"),
        ("entailment", model_word("/models/fast"), Judging.OWN, "small judge"),
        ("entailment", model_word("/models/thorough"), Judging.OWN, "small judge"),
        ("multilingual_entailment", "thorough", Judging.MULTILINGUAL, "wide judge"),
        ("", "thorough", Judging.RULES, ""),
    ],
)
def test_a_comparison_says_what_judged_whatever_else_was_loaded(
    role: str, choice: str, judging: Judging, name: str
) -> None:
    drawn = made(judged_by=role, choice=choice)
    assert judging_of(drawn) is judging
    assert judge_name(drawn) == name


def test_a_model_that_was_not_measured_is_told_from_one_that_was() -> None:
    drawn = made(judged_by="entailment", choice="mine")
    tables = (Weighed("entailment", "statement-thorough", is_measured=False),)
    assert judging_of(replace(drawn, signature=replace(drawn.signature, tables=tables))) is Judging.UNMEASURED
    measured = (Weighed("entailment", "own sha256:ab", is_measured=True),)
    assert judging_of(replace(drawn, signature=replace(drawn.signature, tables=measured))) is Judging.OWN
