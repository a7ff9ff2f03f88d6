"""A sentence that ends anywhere, as an OCR error, a cell or a person ends it, makes no reader of facts raise."""

from __future__ import annotations

import csv

import pytest
from golden_facts import GOLDEN, LEXICON, reading
from hypothesis import given, settings
from hypothesis import strategies as st

from statement_compare.engine.annotate.negation_scope import head, scopes
from statement_compare.engine.annotate.reading import lone_reading
from statement_compare.engine.facts.fact import Relation
from statement_compare.engine.facts.pair import paired
from statement_compare.engine.verdict.judge import FACT_MODULES

TABLES = ("facts_negation", "facts_denial", "facts_antonym", "facts_quantifier", "facts_modality", "number", "date")


def sentences() -> list[tuple[str, str]]:
    """The language and the text of both sides of all rows of the tables."""
    found: set[tuple[str, str]] = set()
    for name in TABLES:
        with (GOLDEN / f"{name}.tsv").open(encoding="utf-8", newline="") as table:
            for row in csv.DictReader(table, delimiter="\t", quoting=csv.QUOTE_NONE):
                languages = (row.get("languages") or row.get("language") or "").split("-")
                found |= {(languages[0], row["left"]), (languages[-1], row["right"])}
    return sorted(found)


SENTENCES = sentences()


@st.composite
def cuts(draw: st.DrawFn, words: list[str]) -> str:
    """The words up to one of them, from one of them on, or without some in the middle."""
    first, last = sorted((draw(st.integers(0, len(words))), draw(st.integers(0, len(words)))))
    left_out = draw(st.booleans())
    kept = [*words[:first], *words[last:]] if left_out else words[first:last]
    return " ".join(kept) + draw(st.sampled_from(("", ".", "?")))


def test_the_tables_hold_sentences_of_several_languages() -> None:
    assert {"en", "ru", "kk", "de"} <= {language for language, _ in SENTENCES}
    assert len(SENTENCES) > 1_000


def test_a_negation_has_its_head_wherever_the_sentence_ends() -> None:
    for language, text in SENTENCES[::7]:
        words = text.rstrip(".").split()
        for count in range(1, len(words)):
            found = lone_reading(" ".join(words[:count]), language)
            for cue in scopes(found).cues:
                assert all(0 <= index < len(found.tokens) for index in head(cue, found))


@given(st.data())
@settings(max_examples=120, deadline=None)
def test_two_cut_sentences_are_compared(data: st.DataObject) -> None:
    language, text = data.draw(st.sampled_from(SENTENCES))
    other = data.draw(st.sampled_from([each for each in SENTENCES if each[0] == language]))[1]
    left, right = data.draw(cuts(text.split())), data.draw(cuts(data.draw(st.sampled_from((text, other))).split()))
    pair = paired(reading(left, language), reading(right, language), LEXICON)
    for compare in FACT_MODULES:
        compare(pair, LEXICON)


@pytest.mark.parametrize(
    ("left", "right"),
    [
        ("We did not receive any.", "We received three letters."),
        ("The union has never sent us any of them.", "The union has sent us one of them."),
    ],
)
def test_a_negation_may_end_in_any(left: str, right: str) -> None:
    pair = paired(reading(left), reading(right), LEXICON)
    found = [fact for compare in FACT_MODULES for fact in compare(pair, LEXICON)]
    assert any(fact.relation is Relation.CONFLICT for fact in found)
