"""Word lists are those of the passage's language: "die" is an article in German and an event in English."""

from __future__ import annotations

import pytest

from statement_compare.engine.annotate.figure_context import FUNCTION_WORDS, content, profile
from statement_compare.engine.annotate.quantities import quantities
from statement_compare.engine.annotate.reading import lone_reading
from statement_compare.engine.model import CompareOptions, Verdict
from statement_compare.engine.pipeline import judge_pair

# English nouns and verbs that another language has as a word without content.
ENGLISH = "son war die hat sin pour tras con mit par ha ai".split()


@pytest.mark.parametrize("word", [word for word in ENGLISH if word not in FUNCTION_WORDS["en"]])
def test_a_word_is_empty_in_its_own_language_only(word: str) -> None:
    assert word in {told for _, _, told, _ in content(lone_reading(f"The {word} stood there.", "en"))}
    assert word in {told for _, told in profile(lone_reading(f"It was the {word}.", "en")).words}


@pytest.mark.parametrize(
    ("word", "language"), [("die", "de"), ("war", "de"), ("son", "fr"), ("pour", "fr"), ("con", "es"), ("для", "ru")]
)
def test_an_empty_word_stays_empty_in_its_language(word: str, language: str) -> None:
    assert word not in {told for _, _, told, _ in content(lone_reading(f"x {word} x", language))}
    assert word not in {told for _, _, told, _ in content(lone_reading(f"x {word} x", ""))}


@pytest.mark.parametrize(
    ("left", "right"),
    [
        ("The son paid 300 euros.", "The daughter paid 200 euros."),
        ("The hat cost 300 euros.", "The coat cost 200 euros."),
        ("The war lasted 30 weeks.", "The flood lasted 20 weeks."),
        ("The die weighed 30 grams.", "The coin weighed 20 grams."),
        ("Two bars were closed.", "Five yards were closed."),
    ],
)
def test_figures_of_two_things_are_no_contradiction_where_a_thing_sounds_like_another_language(
    left: str, right: str
) -> None:
    options = CompareOptions(languages=("en", "en"), use_model=False)
    assert judge_pair(left, right, options).link.verdict is not Verdict.CONTRADICTION


def test_figures_of_one_thing_still_contradict_each_other() -> None:
    options = CompareOptions(languages=("en", "en"), use_model=False)
    verdict = judge_pair("The son paid 300 euros.", "The son paid 200 euros.", options).link.verdict
    assert verdict is Verdict.CONTRADICTION


def test_the_thing_counted_is_read_past_words_of_another_language() -> None:
    (found,) = quantities(lone_reading("They freed 12 war prisoners.", "en"))
    assert found.noun == {"war", "prison"}
    (plus,) = quantities(lone_reading("It paid 300 euros plus a bonus.", "en"))
    assert not plus.roles
