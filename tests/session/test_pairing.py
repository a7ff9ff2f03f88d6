from __future__ import annotations

from dataclasses import replace

import pytest
from scenario import comparison

from statement_compare.engine.model import Comparison, Signature
from statement_compare.session.pairing import Judging, Pairing, Reach, judge_name, judging_of, models_of, pairing_of

REACH = Reach(frozenset({"en"}), frozenset({"en", "ru", "kk"}), both_up_to=8)
BOTH_LOADED = (("encoder", "small sha256:aa"), ("multilingual", "wide sha256:bb"))


def made(left: str, right: str, models: tuple[tuple[str, str], ...] = BOTH_LOADED, sentences: int = 4) -> Comparison:
    drawn = comparison("A1=B1", sentences=sentences)
    return replace(
        drawn,
        left=replace(drawn.left, language=left),
        right=replace(drawn.right, language=right),
        signature=Signature("1", (), models),
    )


@pytest.mark.parametrize(
    ("left", "right", "pairing", "names"),
    [
        ("en", "en", Pairing.BOTH, ("small", "wide")),
        ("kk", "ru", Pairing.MULTILINGUAL, ("wide",)),
        ("en", "ru", Pairing.MULTILINGUAL, ("wide",)),
        ("en", "xx", Pairing.WORDS, ()),
        ("", "", Pairing.WORDS, ()),
    ],
)
def test_the_languages_say_what_paired(left: str, right: str, pairing: Pairing, names: tuple[str, ...]) -> None:
    drawn = made(left, right)
    assert pairing_of(drawn, REACH) is pairing
    assert models_of(drawn, pairing) == names


def test_of_long_statements_the_faster_encoder_alone_pairs() -> None:
    assert pairing_of(made("en", "en", sentences=5), REACH) is Pairing.ENGLISH


def test_without_models_the_words_alone_pair() -> None:
    assert pairing_of(made("en", "en", ()), REACH) is Pairing.WORDS
    assert pairing_of(made("en", "en", BOTH_LOADED[:1]), REACH) is Pairing.ENGLISH


JUDGES = (("entailment", "small judge sha256:cc"), ("multilingual_entailment", "wide judge sha256:dd"))


@pytest.mark.parametrize(
    ("left", "right", "choice", "judging", "name"),
    [
        ("en", "en", "fast", Judging.FAST, "small judge"),
        ("en", "en", "thorough", Judging.THOROUGH, "small judge"),
        ("en", "en", "/models/mine", Judging.OWN, "small judge"),
        ("en", "ru", "thorough", Judging.MULTILINGUAL, "wide judge"),
        ("en", "xx", "thorough", Judging.RULES, ""),
    ],
)
def test_languages_and_choice_say_what_judged(left: str, right: str, choice: str, judging: Judging, name: str) -> None:
    reach = replace(REACH, entailment=frozenset({"en"}), multilingual_entailment=frozenset({"en", "ru"}))
    drawn = made(left, right, JUDGES)
    drawn = replace(drawn, signature=replace(drawn.signature, options=(("model", choice),)))
    assert judging_of(drawn, reach) is judging
    assert judge_name(drawn, judging) == name


def test_without_an_entailment_model_the_rules_judge() -> None:
    reach = replace(REACH, entailment=frozenset({"en"}), multilingual_entailment=frozenset({"en"}))
    assert judging_of(made("en", "en"), reach) is Judging.RULES
