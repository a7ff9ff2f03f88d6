"""No jumble of unit words, joints and numerals makes a reader of facts raise, however long it is."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from golden_facts import LEXICON, reading
from hypothesis import given, settings
from hypothesis import strategies as st

from statement_compare.engine.annotate.figure_context import profile
from statement_compare.engine.annotate.numerals import spelled_figures, spelled_values
from statement_compare.engine.annotate.quantities import quantities
from statement_compare.engine.annotate.reading import Reading, lone_reading
from statement_compare.engine.annotate.time_of_telling import event_moments
from statement_compare.engine.annotate.times import date_spans, moments
from statement_compare.engine.annotate.unit_words import LANGUAGES, WHOLE
from statement_compare.engine.facts.pair import paired
from statement_compare.engine.verdict.judge import FACT_MODULES, LONGEST_PASSAGE

LONGEST = 9_000
READERS: tuple[Callable[[Reading], object], ...] = (
    quantities, moments, date_spans, event_moments, profile, spelled_figures
)  # fmt: skip
JOINTS = (
    "de d' - ‑ – / . , ; : % ° ‰ and und et y и of in out to bis à до from von per pro par por за а a an the square "
    "cubic kubik quadrat percentage percent point points basis п. million millions тыс mille cent half third quarter "
    "sur из twice every жартысы бестен бір at least between more than not about minus no x * ( )"
).split()
NUMERALS = (
    "7 5 1,000 1.5 3.000 ½ 2nd 12:30 five vingt quatre dreihundert двести тысяча жүз mil doscientos hundert 0".split()
)
WORDS = st.sampled_from([*JOINTS, *NUMERALS]) | st.sampled_from(
    sorted({form.replace("_", " ") for table in WHOLE.values() for form in table})
)
GLUES = st.sampled_from([" ", " ", ""])


@st.composite
def jumbles(draw: st.DrawFn, longest: int) -> str:
    """A few words and then one short run of words over and over, up to a length."""
    glue = draw(GLUES)
    opening = draw(st.lists(WORDS, max_size=4))
    run = draw(st.lists(WORDS, min_size=1, max_size=4))
    closing = draw(st.lists(WORDS, max_size=3))
    times = draw(st.sampled_from((1, 2, 30, longest)))
    return glue.join([*opening, *run * times])[:longest] + glue + glue.join(closing)


@pytest.mark.no_cover
@pytest.mark.parametrize("language", LANGUAGES)
def test_an_amount_is_read_before_any_joint_that_stands_thousands_of_times(language: str) -> None:
    for joint in JOINTS:
        text = f"5 million {joint} " + f"{joint} " * 1_200 + "tonnes"
        assert quantities(lone_reading(text, language)), joint


@given(jumbles(LONGEST), st.sampled_from(LANGUAGES))
@settings(max_examples=60, deadline=None)
def test_a_side_is_read_whatever_its_words_and_its_length(text: str, language: str) -> None:
    for reader in READERS:
        reader(lone_reading(text, language))
    spelled_values(text, language)


@given(jumbles(LONGEST_PASSAGE // 3), st.sampled_from(LANGUAGES), st.booleans())
@settings(max_examples=40, deadline=None)
def test_two_sides_are_compared_whatever_their_words(text: str, language: str, is_left: bool) -> None:
    one, other = reading(text, language), reading("5 million tonnes were spilt on 3 May, not 40%.", language)
    pair = paired(*((one, other) if is_left else (other, one)), LEXICON)
    for compare in FACT_MODULES:
        compare(pair, LEXICON)


@pytest.mark.parametrize(
    ("language", "text", "unit"),
    [
        ("fr", "5 millions " + "de " * 3_000 + "tonnes", ""),
        ("es", "5 millones " + "de " * 3_000 + "euros", ""),
        ("en", "5 " + "- " * 3_000 + "%", ""),
        ("fr", "5 millions de tonnes", "tonne"),
        ("fr", "5 millions d'euros", "CUR:EUR"),
        ("es", "5 millones de euros", "CUR:EUR"),
        ("en", "a 5-% rise", "%"),
    ],
)  # fmt: skip
def test_one_joint_leads_to_a_unit_and_thousands_of_them_to_none(language: str, text: str, unit: str) -> None:
    assert [found.unit.name for found in quantities(lone_reading(text, language))] == [unit]
