"""The golden tables of the fact modules: pairs that conflict, and near misses that look like them and do not."""

from __future__ import annotations

import csv
from pathlib import Path

import pytest

from statement_compare.engine.annotate.reading import Reading, lone_reading
from statement_compare.engine.facts import (
    antonym,
    attribution,
    denial,
    entity,
    exclusivity,
    modality,
    negation,
    quantifier,
)
from statement_compare.engine.facts.fact import Fact, Relation
from statement_compare.engine.facts.lexicon import BundledLexicon
from statement_compare.engine.facts.pair import FactModule, paired

MODULES: dict[str, FactModule] = {
    "negation": negation.compare,
    "antonym": antonym.compare,
    "quantifier": quantifier.compare,
    "exclusivity": exclusivity.compare,
    "modality": modality.compare,
    "denial": denial.compare,
    "attribution": attribution.compare,
    "entity": entity.compare,
}
GOLDEN = Path(__file__).parents[2] / "golden"
SURE = 0.7
DOUBTFUL = 0.65


def rows() -> list[tuple[str, str, str, str, str]]:
    found = []
    for name in MODULES:
        with (GOLDEN / f"facts_{name}.tsv").open(encoding="utf-8", newline="") as file:
            table = csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE)
            found += [(name, row["expected"], row["language"], row["left"], row["right"]) for row in table]
    return found


@pytest.fixture(scope="module")
def lexicon() -> BundledLexicon:
    return BundledLexicon()


def facts_of(name: str, left: str, right: str, language: str, lexicon: BundledLexicon) -> tuple[Fact, ...]:
    return told(name, lone_reading(left, language), lone_reading(right, language), lexicon)


def told(name: str, left: Reading, right: Reading, lexicon: BundledLexicon) -> tuple[Fact, ...]:
    return MODULES[name](paired(left, right, lexicon), lexicon)


def strongest(facts: tuple[Fact, ...], relation: Relation) -> float:
    return max((fact.strength for fact in facts if fact.relation is relation), default=0.0)


@pytest.mark.parametrize(("name", "expected", "language", "left", "right"), rows())
def test_a_pair_gives_the_relation_that_its_table_names(
    name: str, expected: str, language: str, left: str, right: str, lexicon: BundledLexicon
) -> None:
    facts = facts_of(name, left, right, language, lexicon)
    if expected == "none":
        assert strongest(facts, Relation.CONFLICT) < DOUBTFUL
    else:
        assert strongest(facts, Relation(expected)) >= (SURE if expected in ("conflict", "other") else 0.5)
        if expected != "conflict":
            assert strongest(facts, Relation.CONFLICT) < DOUBTFUL


@pytest.mark.parametrize(("name", "expected", "language", "left", "right"), rows())
def test_a_passage_never_conflicts_with_itself(
    name: str, expected: str, language: str, left: str, right: str, lexicon: BundledLexicon
) -> None:
    del expected
    for text in (left, right):
        assert strongest(facts_of(name, text, text, language, lexicon), Relation.CONFLICT) < DOUBTFUL


@pytest.mark.parametrize(("name", "expected", "language", "left", "right"), rows())
def test_swapped_sides_give_mirrored_facts(
    name: str, expected: str, language: str, left: str, right: str, lexicon: BundledLexicon
) -> None:
    del expected
    speakers = {"speaker": "Norvane Ltd company"}, {"speaker": "Ministry of Transport"}
    a, b = lone_reading(left, language, **speakers[1]), lone_reading(right, language, **speakers[0])
    forward = {(f.kind, f.relation, f.left, f.right, f.strength, f.rule) for f in told(name, a, b, lexicon)}
    backward = {(f.kind, f.relation, f.right, f.left, f.strength, f.rule) for f in told(name, b, a, lexicon)}
    assert forward == backward


@pytest.mark.parametrize("name", list(MODULES))
def test_spans_lie_inside_their_passages_and_are_not_empty(name: str, lexicon: BundledLexicon) -> None:
    for table, _, language, left, right in rows():
        if table != name:
            continue
        for fact in facts_of(name, left, right, language, lexicon):
            for span, text in ((fact.left, left), (fact.right, right)):
                assert span is None or 0 <= span.start < span.end <= len(text)


@pytest.mark.parametrize(
    ("denier", "asserter", "marked"),
    [
        (
            "The clinic denies that the serum was recalled because of deaths.",
            "The serum was recalled because of deaths.",
            "recalled",
        ),
        (
            "It is not true that the flood carried the boats away.",
            "The flood carried the boats away.",
            "flood carried the boats away",
        ),
    ],
)
def test_a_denial_marks_the_predicate_or_else_the_whole_clause_that_it_denies(
    denier: str, asserter: str, marked: str, lexicon: BundledLexicon
) -> None:
    fact = next(f for f in facts_of("denial", denier, asserter, "en", lexicon) if f.relation is Relation.CONFLICT)
    assert fact.right is not None
    assert fact.right.of(asserter) == marked


@pytest.mark.parametrize(
    ("module", "text"),
    [
        ("negation", "The dairy did not warn its customers of the recall."),
        ("negation", "No siren was sounded at the dam."),
        ("denial", "The lender denies having misled its clients."),
    ],
)
def test_a_negated_passage_against_itself_marks_the_same_words_on_both_sides(
    module: str, text: str, lexicon: BundledLexicon
) -> None:
    same = [f for f in facts_of(module, text, text, "en", lexicon) if f.relation is Relation.SAME]
    assert same
    assert all(fact.left == fact.right for fact in same)


def test_a_manner_that_is_denied_is_told_as_such(lexicon: BundledLexicon) -> None:
    facts = facts_of("negation", "The dairy did not pay on time.", "The dairy did pay.", "en", lexicon)
    assert {fact.rule for fact in facts} == {"negation.part_only"}


@pytest.mark.parametrize(
    ("left", "right", "rule"),
    [
        ("The office found four defects.", "The office found no serious defects.", "negation.of_degree"),
        ("Two leaks were found in the tank.", "No further leaks were found in the tank.", "negation.of_degree"),
        ("The office found four defects.", "The office found no defects.", "negation.one_side"),
        ("The office found serious defects.", "The office found no serious defects.", "negation.one_side"),
        ("Safety drills were held.", "No safety drill was held.", "negation.one_side"),
    ],
)
def test_a_degree_that_is_denied_leaves_lesser_cases_open(
    left: str, right: str, rule: str, lexicon: BundledLexicon
) -> None:
    facts = facts_of("negation", left, right, "en", lexicon)
    expected = Relation.QUALIFIES if rule == "negation.of_degree" else Relation.CONFLICT
    assert {(fact.rule, fact.relation) for fact in facts} == {(rule, expected)}


@pytest.mark.parametrize(
    ("language", "left", "right"),
    [
        ("es", "Ninguna carta fue enviada al alcalde.", "La carta del alcalde fue publicada."),
        ("fr", "Aucune lettre n'a été envoyée au maire.", "La lettre a été détruite par le maire."),
    ],
)
def test_a_noun_behind_a_negation_is_not_what_is_denied(
    language: str, left: str, right: str, lexicon: BundledLexicon
) -> None:
    assert facts_of("negation", left, right, language, lexicon) == ()
