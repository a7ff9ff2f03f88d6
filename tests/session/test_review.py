"""A review is a comparison and what a person decided of it: edits are values, and their fold is the state."""

from __future__ import annotations

import pickle
import time
from collections.abc import Iterator
from dataclasses import replace

import pytest
from some_edits import STAMP, after

from statement_compare.engine.model import (
    CompareOptions,
    Comparison,
    Link,
    Reason,
    ReasonKind,
    Role,
    Side,
    Span,
    Statement,
    Verdict,
)
from statement_compare.engine.pipeline import compare
from statement_compare.engine.readers import read_text
from statement_compare.session.carry import ChangeKind, carried, same_sentences
from statement_compare.session.edits import (
    Bookmark,
    Compared,
    Confirm,
    Dismiss,
    Edit,
    EditError,
    Entry,
    Relink,
    SetNote,
    SetRole,
    SetSpeaker,
    SetStatus,
    SetVerdict,
    applied,
    name_of,
)
from statement_compare.session.review import Decision, Pair, Review, Status, pair_of

LEFT = "The port paid 5,000 euros for the survey.\n\nThe survey began in March.\n\nNobody was told of the leak.\n"
RIGHT = "The port paid 1,000 euros for the survey.\n\nThe survey began in March.\n\nThe staff had a party.\n"


def compared(left: str = LEFT, right: str = RIGHT) -> Comparison:
    options = CompareOptions(languages=("en", "en"), use_model=False)
    return compare(read_text(left), read_text(right), options)


@pytest.fixture(scope="module")
def comparison() -> Comparison:
    return compared()


PAIR: Pair = ((0,), (0,))


def test_an_untouched_review_shows_what_is_proposed(comparison: Comparison) -> None:
    review = Review(comparison)
    assert [pair_of(link) for link in comparison.links] == [((0,), (0,)), ((1,), (1,))]
    assert review.comparison is comparison
    assert review.is_untouched
    assert review.decided == 0


def test_a_verdict_stands_in_place_of_the_proposed_one_with_its_reason(comparison: Comparison) -> None:
    review = after(comparison, SetVerdict(PAIR, Verdict.QUALIFIED, "the second is net"))
    assert review.comparison.links[0].verdict is Verdict.QUALIFIED
    assert review.proposed.links[0].verdict is Verdict.CONTRADICTION
    said = review.decision(PAIR)
    assert (said.reason, said.reviewer, said.at) == ("the second is net", "Ada", STAMP.at)
    back = applied(review, Entry(SetVerdict(PAIR, None), STAMP))
    assert back == Review(comparison)


@pytest.mark.parametrize(
    ("edit", "attribute", "value"),
    [
        (Confirm((PAIR,)), "is_confirmed", True),
        (Dismiss(PAIR), "is_dismissed", True),
        (Bookmark(PAIR), "is_bookmarked", True),
        (SetNote(PAIR, "ask the port"), "note", "ask the port"),
        (SetStatus(PAIR, Status.ASKED), "status", Status.ASKED),
    ],
)
def test_each_edit_says_one_thing_of_a_finding(
    comparison: Comparison, edit: Edit, attribute: str, value: object
) -> None:
    review = after(comparison, edit)
    assert getattr(review.decision(PAIR), attribute) == value
    assert not review.is_untouched
    assert review.decision(((1,), (1,))).is_empty


def test_a_finding_that_is_confirmed_is_not_dismissed_any_more(comparison: Comparison) -> None:
    said = after(comparison, SetNote(PAIR, "net"), Dismiss(PAIR), Confirm((PAIR, ((1,), (1,))))).decision(PAIR)
    assert (said.is_confirmed, said.is_dismissed, said.note) == (True, False, "net")


def test_a_finding_that_is_dismissed_is_not_confirmed_any_more(comparison: Comparison) -> None:
    review = after(comparison, Bookmark(PAIR), Confirm((PAIR,)), Dismiss(PAIR))
    said = review.decision(PAIR)
    assert (said.is_confirmed, said.is_dismissed, said.is_bookmarked) == (False, True, True)
    assert not applied(review, Entry(Dismiss(PAIR, False))).decision(PAIR).is_decided


def test_a_finding_that_is_given_a_verdict_is_not_dismissed_any_more(comparison: Comparison) -> None:
    said = after(comparison, Dismiss(PAIR), SetVerdict(PAIR, Verdict.QUALIFIED, "net")).decision(PAIR)
    assert (said.verdict, said.is_dismissed) == (Verdict.QUALIFIED, False)


def test_a_verdict_of_ones_own_outlasts_a_dismissal(comparison: Comparison) -> None:
    dismissed = after(comparison, SetVerdict(PAIR, Verdict.QUALIFIED, "net"), Dismiss(PAIR))
    assert dismissed.decision(PAIR).is_dismissed
    said = applied(dismissed, Entry(Dismiss(PAIR, False))).decision(PAIR)
    assert (said.verdict, said.reason, said.is_dismissed) == (Verdict.QUALIFIED, "net", False)


def test_giving_the_proposed_verdict_back_or_confirming_no_more_takes_no_dismissal_back(comparison: Comparison) -> None:
    for edit in (SetVerdict(PAIR, None), Confirm((PAIR,), is_confirmed=False)):
        assert after(comparison, Dismiss(PAIR), edit).decision(PAIR).is_dismissed


def test_in_a_session_of_before_a_finding_may_be_both(comparison: Comparison) -> None:
    former = (Confirm((PAIR,), overrides=False), Dismiss(PAIR, overrides=False))
    for edits in (former, former[::-1]):
        said = after(comparison, *edits).decision(PAIR)
        assert (said.is_confirmed, said.is_dismissed) == (True, True)


def test_all_up_to_here_are_confirmed_in_one_step(comparison: Comparison) -> None:
    review = after(comparison, Confirm(tuple(map(pair_of, comparison.links))))
    assert review.decided == 2


def test_confirming_thousands_takes_no_square_of_time(comparison: Comparison) -> None:
    links = tuple(replace(comparison.links[0], left=(i,), right=(i,)) for i in range(5000))
    many = Review(replace(comparison, links=links))
    begun = time.process_time()
    review = applied(many, Entry(Confirm(tuple(map(pair_of, links))), STAMP))
    assert time.process_time() - begun < 1.0  # a copy of all decisions for each would take several seconds
    assert review.decided == 5000
    assert review.comparison is many.comparison


def test_what_is_linked_by_hand_leaves_the_unanswered(comparison: Comparison) -> None:
    link = Link((2,), (2,), 0.1, Verdict.UNCLEAR, 0.0, ())
    review = after(comparison, Relink(added=(link,)))
    assert (comparison.only_left, review.comparison.only_left) == ((2,), ())
    assert review.is_by_hand(review.comparison.links[2])
    away = applied(review, Entry(Relink(removed=(((2,), (2,)),)), STAMP))
    assert away == Review(comparison)


def test_links_may_cross_and_a_sentence_may_stand_in_several(comparison: Comparison) -> None:
    crossing = (Link((0,), (2,), 0.1, Verdict.UNCLEAR, 0.0, ()), Link((2,), (0,), 0.1, Verdict.UNCLEAR, 0.0, ()))
    review = after(comparison, Relink(added=crossing))
    assert [pair_of(link) for link in review.comparison.links] == [
        ((0,), (0,)),
        ((0,), (2,)),
        ((1,), (1,)),
        ((2,), (0,)),
    ]


def test_a_proposed_link_that_is_taken_away_takes_its_decision_along(comparison: Comparison) -> None:
    review = after(comparison, SetNote(PAIR, "n"), Relink(removed=(PAIR,)))
    assert [pair_of(link) for link in review.comparison.links] == [((1,), (1,))]
    assert review.decisions == {}
    assert review.comparison.only_left == (0, 2)


def test_merging_and_splitting_are_named_as_such(comparison: Comparison) -> None:
    joined = Link((0, 1), (0,), 0.4, Verdict.UNCLEAR, 0.0, ())
    merge = Relink(removed=(PAIR, ((1,), (1,))), added=(joined,))
    review = after(comparison, merge)
    assert name_of(merge, Review(comparison)) == ("edit.merge", {"place": "L1,2-R1"})
    parts = tuple(Link((i,), (0,), 0.4, Verdict.UNCLEAR, 0.0, ()) for i in (0, 1))
    split = Relink(removed=(((0, 1), (0,)),), added=parts)
    assert name_of(split, review) == ("edit.split", {"place": "L1,2-R1"})
    assert [pair_of(link) for link in applied(review, Entry(split)).comparison.links] == [
        ((0,), (0,)),
        ((1,), (0,)),
    ]


def test_roles_and_speakers_stand_in_place_of_what_was_read(comparison: Comparison) -> None:
    review = after(comparison, SetRole(Side.RIGHT, 2, Role.OPINION), SetSpeaker(Side.LEFT, "The port"))
    assert review.comparison.right.sentences[2].role is Role.OPINION
    assert review.comparison.left.source.speaker == "The port"


def told_apart(comparison: Comparison, speaker: str, text: str = "") -> Comparison:
    """The comparison with somebody else who speaks on the left, and with another text where one is given."""
    source = replace((compared(text) if text else comparison).left.source, speaker=speaker)
    made = compared(text) if text else comparison
    return replace(made, left=replace(made.left, source=source))


@pytest.mark.parametrize(
    ("edits", "speaker"),
    [
        (("The port", Compared), "The mayor"),  # said in the details of the text, after it
        ((Compared, "The port"), "The port"),
        ((Compared, "The port", Compared), "The port"),  # what the details say has been said before it
    ],
)
def test_who_speaks_is_what_was_said_last(comparison: Comparison, edits: tuple[object, ...], speaker: str) -> None:
    mayor = told_apart(comparison, "The mayor")
    made = [SetSpeaker(Side.LEFT, each) if isinstance(each, str) else Compared(mayor) for each in edits]
    review = after(comparison, *made)
    assert review.comparison.left.source.speaker == review.reported().comparison.left.source.speaker == speaker
    assert review.speakers == ({} if speaker == "The mayor" else {Side.LEFT: speaker})


def test_who_speaks_stays_whatever_a_new_version_or_the_other_text_says(comparison: Comparison) -> None:
    newer = told_apart(comparison, "The mayor", LEFT + "\n\nThe mayor spoke.\n")
    other = replace(comparison.right, source=replace(comparison.right.source, speaker="The union"))
    for again in (newer, replace(comparison, right=other)):
        review = after(comparison, SetSpeaker(Side.LEFT, "The port"), Compared(again))
        assert review.comparison.left.source.speaker == "The port"


def test_in_a_session_of_before_who_speaks_stays_for_good(comparison: Comparison) -> None:
    again = Compared(told_apart(comparison, "The mayor"), renews=False)
    review = after(comparison, SetSpeaker(Side.LEFT, "The port"), again)
    assert review.comparison.left.source.speaker == "The port"


@pytest.mark.parametrize(
    "edit",
    [
        SetVerdict(((0,), (1,)), Verdict.AGREEMENT),
        Relink(removed=(((2,), (2,)),)),
        Relink(added=(Link((7,), (0,), 0.0, Verdict.UNCLEAR, 0.0, ()),)),
        Relink(added=(Link((), (0,), 0.0, Verdict.UNCLEAR, 0.0, ()),)),
        SetRole(Side.LEFT, 9, Role.OPINION),
    ],
)
def test_an_edit_of_what_is_not_there_is_refused_in_words(comparison: Comparison, edit: Edit) -> None:
    with pytest.raises(EditError, match=r"no link any more|no sentence"):
        after(comparison, edit)


def test_comparing_again_keeps_what_was_decided_and_says_what_changed(comparison: Comparison) -> None:
    review = after(comparison, Confirm((PAIR,)), SetNote(((1,), (1,)), "checked"), SetRole(Side.RIGHT, 2, Role.OPINION))
    newer = compared("A title\n\n" + LEFT, RIGHT.replace("1,000", "5,000"))
    found = carried(review, newer)
    assert not found.review.decision(((1,), (0,))).is_confirmed
    assert found.review.decision(((2,), (1,))).note == "checked"
    assert found.review.comparison.right.sentences[2].role is Role.OPINION
    assert [(each.kind, each.pair, each.before, each.after) for each in found.changes] == [
        (ChangeKind.LAPSED, ((1,), (0,)), Verdict.CONTRADICTION, Verdict.AGREEMENT)
    ]


def test_what_was_decided_of_sentences_that_are_gone_is_kept_to_be_read(comparison: Comparison) -> None:
    review = after(comparison, SetNote(PAIR, "a false figure"))
    newer = compared(LEFT, RIGHT.split("\n\n", 1)[1])
    found = carried(review, newer)
    assert found.review.decisions == {}
    assert [(each.left, each.decision.note) for each in found.review.lost] == [
        (("The port paid 5,000 euros for the survey.",), "a false figure")
    ]
    assert [each.kind for each in found.changes] == [ChangeKind.GONE]


def test_a_finding_made_or_decided_by_hand_stays_where_it_is_not_proposed_any_more(comparison: Comparison) -> None:
    link = Link((2,), (2,), 0.1, Verdict.UNCLEAR, 0.0, ())
    review = after(comparison, Relink(added=(link,)), SetVerdict(((2,), (2,)), Verdict.CONTRADICTION, "they knew"))
    again = applied(review, Entry(Compared(compared("Foreword\n\n" + LEFT)), STAMP))
    assert [(pair_of(each), each.verdict) for each in again.comparison.links if again.is_by_hand(each)] == [
        (((3,), (2,)), Verdict.CONTRADICTION)
    ]


def test_a_link_by_hand_keeps_its_reason_and_its_words_where_its_sentences_say_the_same(comparison: Comparison) -> None:
    reason = Reason(ReasonKind.NUMBER, words_of(comparison.left, "leak"), words_of(comparison.right, "party"), "x")
    link = Link((2,), (2,), 0.1, Verdict.UNCLEAR, 0.0, (reason,))
    review = after(comparison, Relink(added=(link,)))
    moved = compared("Foreword\n\n" + LEFT)
    (again,) = carried(review, moved).review.by_hand
    assert again.reasons == (
        Reason(ReasonKind.NUMBER, words_of(moved.left, "leak"), words_of(moved.right, "party"), "x"),
    )
    corrected = compared(LEFT.replace("Nobody was told", "Nobody were told"))
    (again,) = carried(review, corrected).review.by_hand
    assert again.reasons == ()


def words_of(statement: Statement, words: str) -> Span:
    start = statement.source.text.index(words)
    return Span(start, start + len(words))


@pytest.mark.parametrize(
    ("said", "name"),
    [
        ({"speaker": "The port"}, ("edit.speaker", {"side": "right"})),
        ({"speaker": "The port", "title": "An answer"}, ("edit.details", {"side": "right"})),
        ({}, ("edit.compared", {})),
    ],
)
def test_comparing_once_more_is_called_by_what_was_said_of_a_text(
    comparison: Comparison, said: dict[str, str], name: tuple[str, dict[str, str]]
) -> None:
    source = replace(comparison.right.source, **said)  # type: ignore[arg-type]
    again = replace(comparison, right=replace(comparison.right, source=source))
    assert name_of(Compared(again), Review(comparison)) == name


def test_the_same_comparison_once_more_changes_nothing(comparison: Comparison) -> None:
    link = Link((2,), (2,), 0.1, Verdict.UNCLEAR, 0.0, ())
    review = after(comparison, Relink(removed=(PAIR,), added=(link,)), Confirm((((1,), (1,)),)))
    found = carried(review, compared())
    assert found.review == review
    assert found.changes == ()


def test_a_corrected_sentence_is_the_same_sentence() -> None:
    before = compared("The bar- rels were lost at sea in May.\n\nNobody was hurt.\n", RIGHT).left
    after_ = compared("The barrels were lost at sea in May.\n\nSome were hurt badly.\n\nNobody was hurt.\n", RIGHT).left
    assert same_sentences(before, after_) == {0: 0, 1: 2}


def test_what_a_review_reports_holds_both_verdicts_and_what_was_done_by_hand(comparison: Comparison) -> None:
    link = Link((2,), (2,), 0.1, Verdict.UNCLEAR, 0.0, ())
    review = after(
        comparison,
        SetVerdict(PAIR, Verdict.QUALIFIED, "the second is net"),
        Relink(added=(link,)),
        SetVerdict(((2,), (2,)), Verdict.CONTRADICTION),
        SetSpeaker(Side.LEFT, "the port"),
        SetRole(Side.RIGHT, 2, Role.OPINION),
    )
    reported = review.reported("Bo")
    assert reported.comparison is review.comparison
    assert [(pair, link.verdict) for pair, link in reported.proposed.items()] == [
        (PAIR, Verdict.CONTRADICTION),
        (((2,), (2,)), Verdict.UNCLEAR),
    ]
    assert reported.by_hand == {((2,), (2,))}
    assert (reported.decided, reported.reviewers) == (2, ("Ada", "Bo"))
    assert (reported.speakers, reported.roles) == (
        {Side.LEFT: "the port"},
        {(Side.RIGHT, 2): Role.OPINION},
    )
    assert pickle.loads(pickle.dumps(reported)) == reported
    assert not Review(comparison).reported("Bo").is_touched


def with_verdict(comparison: Comparison, verdict: Verdict) -> Comparison:
    return replace(comparison, links=(replace(comparison.links[0], verdict=verdict), *comparison.links[1:]))


def told(review: Review, again: Comparison) -> list[tuple[ChangeKind, Pair, Verdict | None, Verdict | None]]:
    return [(each.kind, each.pair, each.before, each.after) for each in carried(review, again).changes]


def test_what_was_confirmed_lapses_where_another_verdict_is_proposed(comparison: Comparison) -> None:
    review = after(comparison, Confirm((PAIR,)), SetNote(PAIR, "ask"), SetStatus(PAIR, Status.ASKED), Bookmark(PAIR))
    again = with_verdict(comparison, Verdict.QUALIFIED)
    found = carried(review, again).review
    assert found.comparison.links[0].verdict is Verdict.QUALIFIED
    assert found.decision(PAIR) == replace(review.decision(PAIR), is_confirmed=False)
    assert (found.decided, found.decision(PAIR).note) == (0, "ask")
    assert told(review, again) == [(ChangeKind.LAPSED, PAIR, Verdict.CONTRADICTION, Verdict.QUALIFIED)]


def test_a_confirmation_with_nothing_beside_it_leaves_nothing_when_it_lapses(comparison: Comparison) -> None:
    review = after(comparison, Confirm((PAIR,)))
    assert carried(review, with_verdict(comparison, Verdict.QUALIFIED)).review.decisions == {}


def test_what_was_confirmed_lapses_where_its_sentences_say_something_else(comparison: Comparison) -> None:
    review = after(comparison, Confirm((PAIR,)))
    newer = compared(LEFT, RIGHT.replace("1,000", "1,001"))
    assert newer.links[0].verdict is Verdict.CONTRADICTION
    assert not carried(review, newer).review.decision(PAIR).is_confirmed
    assert told(review, newer) == [(ChangeKind.LAPSED, PAIR, Verdict.CONTRADICTION, Verdict.CONTRADICTION)]


def test_what_was_confirmed_stays_so_where_only_other_sentences_or_blanks_changed(comparison: Comparison) -> None:
    review = after(comparison, Confirm((PAIR,)))
    newer = compared("A title\n\n" + LEFT.replace("paid 5,000", "paid  5,000"), RIGHT)
    found = carried(review, newer)
    assert found.review.decision(((1,), (0,))).is_confirmed
    assert found.changes == ()


def test_what_was_confirmed_stays_so_where_it_is_not_proposed_any_more(comparison: Comparison) -> None:
    review = after(comparison, Confirm((PAIR,)))
    again = replace(comparison, links=comparison.links[1:], only_left=(0, 2), only_right=(0, 2))
    found = carried(review, again)
    assert found.review.decision(PAIR).is_confirmed
    assert found.review.comparison.links[0].verdict is Verdict.CONTRADICTION


def test_what_was_dismissed_comes_back_where_it_is_something_else_now(comparison: Comparison) -> None:
    review = after(comparison, Dismiss(PAIR))
    again = with_verdict(comparison, Verdict.QUALIFIED)
    assert not carried(review, again).review.decision(PAIR).is_dismissed
    assert told(review, again) == [(ChangeKind.RETURNED, PAIR, Verdict.CONTRADICTION, Verdict.QUALIFIED)]
    assert carried(review, comparison).review.decision(PAIR).is_dismissed


def test_a_verdict_of_a_persons_own_stays_whatever_is_proposed_of_the_same_words(comparison: Comparison) -> None:
    review = after(comparison, SetVerdict(PAIR, Verdict.UNCLEAR, "no source"), Confirm((PAIR,)))
    again = with_verdict(comparison, Verdict.AGREEMENT)
    assert carried(review, again).review.decision(PAIR) == review.decision(PAIR)
    assert told(review, again) == []


def test_a_verdict_of_a_persons_own_on_other_words_is_to_be_looked_at_again(comparison: Comparison) -> None:
    review = after(comparison, SetVerdict(PAIR, Verdict.UNCLEAR, "no source"), Confirm((PAIR,)), Dismiss(PAIR))
    newer = compared(LEFT, RIGHT.replace("1,000", "1,001"))
    found = carried(review, newer).review
    decision = found.decision(PAIR)
    assert (decision.verdict, decision.reason) == (Verdict.UNCLEAR, "no source")
    assert (decision.needs_another_look, decision.is_confirmed, decision.is_dismissed) == (True, False, False)
    assert (found.decided, decision.is_decided) == (0, False)
    assert told(review, newer) == [(ChangeKind.LOOK, PAIR, Verdict.UNCLEAR, Verdict.UNCLEAR)]


@pytest.mark.parametrize("edit", [Confirm((PAIR,)), SetVerdict(PAIR, Verdict.UNCLEAR, "no source"), Dismiss(PAIR)])
def test_another_look_has_been_taken_once_it_is_decided_again(comparison: Comparison, edit: Edit) -> None:
    newer = compared(LEFT, RIGHT.replace("1,000", "1,001"))
    review = after(comparison, SetVerdict(PAIR, Verdict.UNCLEAR, "no source"), Compared(newer), Bookmark(PAIR))
    assert review.decision(PAIR).needs_another_look
    assert not applied(review, Entry(edit, STAMP)).decision(PAIR).needs_another_look


def test_in_a_session_of_before_nothing_lapses(comparison: Comparison) -> None:
    again = with_verdict(comparison, Verdict.QUALIFIED)
    review = after(comparison, Confirm((PAIR,)), Compared(again, lapses=False))
    assert review.decision(PAIR) == Decision(
        verdict=Verdict.CONTRADICTION, is_confirmed=True, reviewer="Ada", at=STAMP.at
    )


class Counted(tuple[Link, ...]):
    """Links that count how often somebody goes through all of them."""

    looks = 0

    def __iter__(self) -> Iterator[Link]:
        Counted.looks += 1
        return super().__iter__()


def test_many_findings_are_confirmed_and_carried_over_without_a_look_through_all_of_them_for_each() -> None:
    text = "".join(f"The port paid {n},000 euros for survey number {n}.\n\n" for n in range(1, 13))
    comparison = compared(text, text)
    pairs = tuple(map(pair_of, comparison.links))
    Counted.looks = 0
    counted = replace(comparison, links=Counted(comparison.links))
    confirmed = applied(Review(counted), Entry(Confirm(pairs), STAMP))
    after_all = carried(confirmed, replace(comparison, links=())).review
    assert len(pairs) == 12
    assert confirmed.decided == 12
    assert {pair_of(link) for link in after_all.by_hand} == set(pairs)
    assert Counted.looks < len(pairs)
