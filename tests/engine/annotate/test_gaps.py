"""A phrase is the same phrase where a line ends within it, or where a space in it is one that no line may end at."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from statement_compare.engine.annotate.concession import concedes
from statement_compare.engine.annotate.quantities import quantities
from statement_compare.engine.annotate.reading import lone_reading
from statement_compare.engine.annotate.time_of_telling import event_moments
from statement_compare.engine.annotate.times import moments
from statement_compare.engine.facts.order import sequences
from statement_compare.engine.general_denials import denies_in_general
from statement_compare.engine.language import CODES
from statement_compare.engine.model import CompareOptions
from statement_compare.engine.pipeline import judge_pair
from statement_compare.engine.text.roles import role_of

GOLDEN = Path(__file__).parents[2] / "golden"
TABLES = ("date", "number", "order", "unit", "facts_denial", "facts_quantifier", "roles")
# Not within a figure: there a line that ends is the end of the figure ("In 2020\n100 were ill").
GAP = re.compile(r"(?<!\d) | (?!\d)")
# What is a minus or a plus within a line, and may be a bullet at the beginning of one.
BULLET = re.compile(r"[-‑−–+]\S")


def golden_sentences(language: str) -> Iterator[str]:
    """The sentences of the golden tables in one language."""
    for table in TABLES:
        for line in (GOLDEN / f"{table}.tsv").read_text(encoding="utf-8").splitlines()[1:]:
            cells = line.split("\t")
            codes = cells[0].split("-")
            yield from (text for code, text in zip(codes, cells[-len(codes) :], strict=True) if code == language)


def told(text: str, language: str) -> list[object]:
    """What is read of a text, as it would be told of one with plain spaces."""
    reading = lone_reading(text, language)
    return [
        moments(reading),
        event_moments(reading),
        [(each.low, each.high, each.unit, each.span) for each in quantities(reading)],
        [each.span for each in sequences(reading)],
        denies_in_general(text, language),
        concedes(text, language),
        role_of(text, language),
    ]


@pytest.mark.parametrize("language", CODES)
def test_a_line_that_ends_within_a_golden_sentence_changes_nothing_that_is_read_of_it(language: str) -> None:
    sentences = sorted(set(golden_sentences(language)))
    assert sentences
    for text in sentences:
        plain = told(text, language)
        for gap in GAP.finditer(text):
            for sign in "\n\u00a0":
                if sign == "\n" and BULLET.match(text, gap.end()):
                    continue  # at the beginning of a line it may be a bullet, and is no minus
                broken = text[: gap.start()] + sign + text[gap.end() :]
                assert told(broken, language) == plain, repr(broken)


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "The allegations are without foundation."),
        ("en", "We reject all the accusations made against us."),
        ("en", "It is not true that we deny the charges."),
        ("de", "Die Vorwürfe entbehren jeder Grundlage."),
        ("fr", "Les accusations sont dénuées de tout fondement."),
        ("ru", "Обвинения не имеют под собой оснований."),
    ],
)
def test_a_denial_is_the_same_with_any_gap_between_its_words(language: str, text: str) -> None:
    assert {denies_in_general(text.replace(" ", sign), language) for sign in (" ", "\n", "\u00a0", " \n ")} == {
        denies_in_general(text, language)
    }


@pytest.mark.parametrize("gap", ["\n", "\u00a0", " \n", "\u202f"])
@pytest.mark.parametrize(
    ("language", "left", "right", "rule"),
    [
        ("en", "The fine must not be paid later than 4 May.", "The fine must be paid by 14 May.", "date.differ"),
        ("en", "The plant closed in the first half of 2024.", "The plant closed in October 2024.", "date.differ"),
        ("en", "They sold shares prior to the warning.", "They sold shares after the warning.", "order.reversed"),
        ("ru", "Штраф нужно уплатить не позднее 4 мая.", "Штраф нужно уплатить до 14 мая.", "date.differ"),
        ("de", "Sie zahlt bis spätestens 4. Mai.", "Sie zahlt bis spätestens 14. Mai.", "date.differ"),
        ("it", "La multa va pagata non oltre il 4 maggio.", "La multa va pagata entro il 14 maggio.", "date.differ"),
    ],
)
def test_a_pair_is_judged_alike_with_any_gap_between_its_words(
    gap: str, language: str, left: str, right: str, rule: str
) -> None:
    def rules(told: str) -> set[str]:
        options = CompareOptions(languages=(language, language))
        return {reason.rule for reason in judge_pair(told, right, options).link.reasons}

    assert rule in rules(left)
    assert rules(GAP.sub(gap, left)) == rules(left)


def test_a_tab_parts_the_cells_of_a_row_and_so_the_words_in_them() -> None:
    (found,) = moments(lone_reading("The second\thalf of 2024", "en"))
    assert found.days is None
