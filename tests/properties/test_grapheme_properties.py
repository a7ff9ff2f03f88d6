"""No sentence, and no word that is marked, begins or ends within what a reader sees as one character."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st
from numpy.typing import NDArray

from statement_compare.engine.annotate.reading import lone_reading
from statement_compare.engine.facts.lexicon import BundledLexicon
from statement_compare.engine.model import CompareOptions, Preset, Span
from statement_compare.engine.models import NO_MODELS, Clash, Models
from statement_compare.engine.pipeline import compare, judge_pair
from statement_compare.engine.readers import read_text
from statement_compare.engine.report.wording import quote
from statement_compare.engine.text.graphemes import is_border, widened
from statement_compare.engine.text.segment import segment
from statement_compare.engine.verdict.judge import LONGEST_PASSAGE, gather

PIECES = ["It is so", "Nein", ". ", ".", "! ", "\u0301", "\u200d", "\ufe0f", "\U0001f468\u200d\U0001f469", "\U0001f3fd"]
PIECES += ["\U0001f1e9\U0001f1ea", "\u0915\u093e", "\u0964 ", "\r\n", " ", "\u20e3", "A", "\u00bb", "5"]


@pytest.mark.parametrize(
    ("text", "borders"),
    [
        ("e\u0301a", [0, 2, 3]),
        ("\U0001f468\u200d\U0001f469.", [0, 3, 4]),
        ("\U0001f1e9\U0001f1ea\U0001f1eb\U0001f1f7", [0, 2, 4]),
        ("\U0001f44d\U0001f3fd!", [0, 2, 3]),
        ("\u0915\u093e\u092e", [0, 2, 3]),
        ("a\r\nb", [0, 1, 3, 4]),
        ("\nab\r", [0, 1, 2, 3, 4]),
        ("\r\u0301\t\u0301 \u0301", [0, 1, 2, 3, 4, 6]),
        ("\u1112\u1161\u11ab\u1100\u1173\u11af", [0, 3, 6]),
        ("\u1112\u1112\ud55c\u11a8\uac00\u1161\u11a8\uac01\u1161", [0, 4, 7, 8, 9]),
        ("\ua960\ud7b0\ud7cb\u11ff\u115f\u1160", [0, 4, 6]),
        ("\u0915\u094d\u0937\u0915\u094d\u200d\u0937", [0, 3, 7]),
        ("\u0915\u094d\u09a4\u0915\u094d ", [0, 2, 3, 5, 6]),
        ("\u0e01\u0e33\uff76\uff9e", [0, 2, 4]),
        ("\u0600\u0661\u0600\n", [0, 2, 3, 4]),
        ("a\u00ad\u0301\u200b\u0301", [0, 1, 2, 3, 4, 5]),
        ("\U0001f1e9\u200d\U0001f1ea\u200da", [0, 2, 4, 5]),
        ("\U0001f3f4\U000e0067\U000e007f5\ufe0f\u20e3", [0, 3, 6]),
    ],
)
def test_a_text_is_cut_between_characters_as_they_are_seen(text: str, borders: list[int]) -> None:
    assert [at for at in range(len(text) + 1) if is_border(text, at)] == borders


def test_a_span_is_widened_to_the_characters_in_which_it_begins_and_ends() -> None:
    text = "e\u0301\u0327te\u0301"
    assert widened(text, Span(1, 5)) == Span(0, 6)
    assert widened(text, Span(2, 2)) == Span(0, 3)
    assert widened(text, Span(3, 4)) == Span(3, 4)
    assert widened(text, Span(0, 6)) == Span(0, 6)


@settings(max_examples=60, deadline=None)
@given(st.lists(st.sampled_from(PIECES), min_size=1, max_size=12), st.sampled_from(["en", "de", "hi", "ru"]))
@example([" ", "\u0301", "It is so"], "en")
@example(["It is so", "\r\n", " ", "\u0301"], "en")
def test_no_sentence_cuts_a_character(pieces: list[str], language: str) -> None:
    text = f"A{''.join(pieces)}"
    for is_by_line in (False, True):
        for sentence in segment(read_text(text), language, sentences_per_line=is_by_line).sentences:
            assert is_border(text, sentence.span.start)
            assert is_border(text, sentence.span.end)


PAIRS = [
    ("Four miners were injured on 3 May 2024.", "Seven miners were injured on 5 May 2024."),
    ("The tank leaked for 21 days.", "The tank did not leak for three weeks."),
    ("All wells were tested.", "Only some wells were tested."),
    ("The company refused to pay.", "The company paid 2.5 million euros."),
    ("The gates opened before the siren.", "The gates opened after the siren."),
]
GOING_ON = ["\u0301", "\u0327", "\u20e3", "\ufe0f", "\u200d", "\u200d\U0001f469", "\U0001f3fd", "\u093e", "\u11a8"]


class Marking:
    """Contradicts everything, and marks the code points that stand at even places."""

    name, sha256 = "statement-thorough", ""

    def covers(self, language: str) -> bool:
        return bool(language)

    def judge(self, pairs: Sequence[tuple[str, str]]) -> NDArray[np.float32]:
        return np.tile(np.array([0.01, 0.01, 0.98], np.float32), (len(pairs), 1))

    def explain(self, pairs: Sequence[tuple[str, str]]) -> list[Clash]:
        return [Clash({}, *([(at, at + 1, 0.9) for at in range(0, len(t), 2)] for t in pair)) for pair in pairs]


@settings(max_examples=12, deadline=None)
@given(st.data(), st.sampled_from(PAIRS), st.sampled_from([NO_MODELS, Models(entailment=Marking())]))
def test_no_word_that_carries_a_reason_is_cut_within_a_character(
    data: st.DataObject, pair: tuple[str, str], models: Models
) -> None:
    left, right = (
        "\r\n".join(data.draw(_interrupted(sentence)) for _ in range(data.draw(st.integers(1, 2)))) for sentence in pair
    )
    options = CompareOptions(languages=("en", "en"), preset=Preset.LENIENT)
    found = [(link, (left, right)) for link in compare(read_text(left), read_text(right), options, models).links]
    judged = judge_pair(left, right, options, models)
    for link, texts in (*found, (judged.link, (judged.left, judged.right))):
        for reason in link.reasons:
            for span, text in zip((reason.left, reason.right), texts, strict=True):
                assert span is None or (is_border(text, span.start) and is_border(text, span.end)), (span, text)


@st.composite
def _interrupted(draw: st.DrawFn, text: str) -> str:
    """A text into which marks and joiners are put."""
    for _ in range(draw(st.integers(1, 6))):
        at = draw(st.integers(1, len(text)))
        text = text[:at] + draw(st.sampled_from(GOING_ON)) + text[at:]
    return text


@pytest.mark.parametrize(
    ("left", "right", "words"),
    [
        ("Four\u0301 miners were hurt.", "Seven\u20e3 miners were hurt.", ("Four\u0301", "Seven\u20e3")),
        ("The dam held 4\ufe0f\u20e3 pumps.", "The dam held 7\ufe0f\u20e3 pumps.", ("4\ufe0f\u20e3", "7\ufe0f\u20e3")),
    ],
)
def test_the_mark_behind_a_word_is_marked_with_it(left: str, right: str, words: tuple[str, str]) -> None:
    (link,) = compare(read_text(left), read_text(right), CompareOptions(use_model=False)).links
    (reason,) = link.reasons
    assert (reason.left and reason.left.of(left), reason.right and reason.right.of(right)) == words


def test_a_long_passage_is_cut_between_two_characters() -> None:
    text = "e\u0301" * LONGEST_PASSAGE
    passage = lone_reading(f"x{text}", "en")
    other = lone_reading("The dam held.", "en")
    found = gather(passage, other, BundledLexicon(), score=None, similarity=0.1)
    assert len(found.left.text) == LONGEST_PASSAGE - 1


def test_a_long_quotation_is_cut_between_two_characters() -> None:
    text = "e\u0301" * 100
    assert quote(Span(0, 200), text) == f"{text[:70]} … {text[-70:]}"
    assert quote(Span(0, 201), f"x{text}") == f"x{text[:68]} … {text[-70:]}"
    assert quote(Span(0, 202), f"{text}xy") == f"{text[:70]} … {text[-68:]}xy"
