"""The sample pair end to end: what `demo` and the first start show must be found, with its reason."""

from __future__ import annotations

import pytest

from statement_compare.engine.bundle import load_models
from statement_compare.engine.model import CompareOptions, Comparison, Link, Side, Verdict
from statement_compare.engine.pipeline import compare
from statement_compare.engine.readers import read_file
from statement_compare.engine.report.wording import reason_message
from statement_compare.engine.unanswered import unanswered
from statement_compare.session.samples import sample_pair


@pytest.fixture(scope="module")
def comparison() -> Comparison:
    left, right = (read_file(path) for path in sample_pair())
    return compare(left, right, CompareOptions(), load_models())


def link_between(comparison: Comparison, left: str, right: str) -> Link:
    """The link of the sentences that hold these words."""
    found = [
        link
        for link in comparison.links
        if any(left in comparison.left.sentences[i].text for i in link.left)
        and any(right in comparison.right.sentences[i].text for i in link.right)
    ]
    assert len(found) == 1, (left, right)
    return found[0]


@pytest.mark.parametrize(
    ("left", "right", "kinds"),
    [
        ("issued a joint statement", "have not issued a joint statement", {"negation", "denial"}),
        ("exclusive and direct access", "the same for governments around the world", {"exclusivity"}),
        ("written jointly by", "by the government alone", {"exclusivity", "attribution", "order"}),
    ],
)
def test_its_contradictions_are_found_with_their_reasons(
    comparison: Comparison, left: str, right: str, kinds: set[str]
) -> None:
    link = link_between(comparison, left, right)
    assert link.verdict is Verdict.CONTRADICTION
    assert {reason.kind.value for reason in link.reasons} & kinds
    for reason in link.reasons:
        assert reason_message(reason, comparison.left.source.text, comparison.right.source.text)
        assert reason.left is not None or reason.right is not None


def test_nothing_else_is_called_a_contradiction(comparison: Comparison) -> None:
    found = {
        (comparison.left.sentences[link.left[0]].text, comparison.right.sentences[link.right[0]].text)
        for link in comparison.links
        if link.verdict is Verdict.CONTRADICTION
    }
    told = {
        ("issued a joint statement", "have not issued a joint statement"),
        ("exclusive and direct access", "the same for governments around the world"),
        ("written jointly by", "by the government alone"),
        # Who says that there is no joint statement says that none was written jointly, too.
        ("written jointly by", "have not issued a joint statement"),
    }
    assert {(a, b) for left, right in found for a, b in told if a in left and b in right} == told
    assert len(found) == len(told)


def test_what_both_sides_say_is_no_contradiction(comparison: Comparison) -> None:
    users = link_between(comparison, "3.2 million", "3.2 million")
    bill = link_between(comparison, "15 September 2021", "15 September 2021")
    assert users.verdict in (Verdict.AGREEMENT, Verdict.QUALIFIED)
    assert bill.verdict in (Verdict.AGREEMENT, Verdict.QUALIFIED)


def test_answers_come_in_another_order(comparison: Comparison) -> None:
    places = [link.right[0] for link in sorted(comparison.links, key=lambda link: link.left)]
    assert places != sorted(places)


def test_each_side_has_something_that_was_not_taken_up(comparison: Comparison) -> None:
    left = [comparison.left.sentences[entry.sentence].text for entry in unanswered(comparison, Side.LEFT)]
    right = [comparison.right.sentences[entry.sentence].text for entry in unanswered(comparison, Side.RIGHT)]
    assert any("trained to use it" in text for text in left)
    assert any("transparency report" in text for text in right)
    assert not any("Thank you" in text or "Press office" in text for text in [*left, *right])


def test_speaker_and_date_are_found(comparison: Comparison) -> None:
    left, right = comparison.left.source, comparison.right.source
    assert (left.speaker, str(left.date)) == ("the Ministry of Information", "2021-11-01")
    assert (right.speaker, str(right.date)) == ("the owner of Facebook", "2021-11-02")
