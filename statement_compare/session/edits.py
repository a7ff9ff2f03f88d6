"""What a person can do to a review: each edit is a value, and applying it gives a new review.

The state of a review is the fold of its edits over the first comparison, so that every edit can be undone, repeated,
kept in a file and shown to a colleague by its name.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import date
from functools import reduce

from statement_compare.engine.model import Comparison, Link, Role, Side, Source, Statement, Verdict
from statement_compare.errors import StatementCompareError
from statement_compare.session.review import (
    UNDECIDED,
    Correction,
    Decision,
    Pair,
    Review,
    Status,
    frozen,
    pair_of,
)


class EditError(StatementCompareError):
    """An edit of something that is not there: another link, or no link any more."""


@dataclass(frozen=True, slots=True)
class Stamp:
    """Who made an edit and when: `reviewer` "" where no name is set, `at` in ISO 8601, UTC."""

    reviewer: str = ""
    at: str = ""


@dataclass(frozen=True, slots=True)
class SetVerdict:
    """Another verdict than the proposed one, with its reason in a line; None gives the proposed one back.

    `overrides`: a finding that is given a verdict is not dismissed any more; in files of before it still was.
    """

    pair: Pair
    verdict: Verdict | None
    reason: str = ""
    overrides: bool = True


@dataclass(frozen=True, slots=True)
class Confirm:
    """One finding, or all up to here.

    `overrides`: what is confirmed is not dismissed any more; in files of before it could be both.
    """

    pairs: tuple[Pair, ...]
    is_confirmed: bool = True
    overrides: bool = True


@dataclass(frozen=True, slots=True)
class Dismiss:
    """This finding is nothing. A verdict that a person gave it stays, for when it is taken back.

    `overrides`: what is dismissed is not confirmed any more; in files of before it could be both.
    """

    pair: Pair
    is_dismissed: bool = True
    overrides: bool = True


@dataclass(frozen=True, slots=True)
class SetNote:
    pair: Pair
    note: str


@dataclass(frozen=True, slots=True)
class Bookmark:
    pair: Pair
    is_bookmarked: bool = True


@dataclass(frozen=True, slots=True)
class SetStatus:
    pair: Pair
    status: Status


@dataclass(frozen=True, slots=True)
class Relink:
    """Links taken away and links made by hand, as one step: link, unlink, split and merge are all of this form."""

    removed: tuple[Pair, ...] = ()
    added: tuple[Link, ...] = ()


@dataclass(frozen=True, slots=True)
class SetRole:
    side: Side
    sentence: int
    role: Role


@dataclass(frozen=True, slots=True)
class SetSpeaker:
    side: Side
    speaker: str


@dataclass(frozen=True, slots=True)
class Compared:
    """The texts were compared once more: by another model, with other options, or after one of them changed.

    `corrections` are all that the texts of `comparison` hold then. `lapses`: what was confirmed of something else than
    is there now lapses, as `carry` says; in files of before nothing did. `renews`: what is said last holds, as `carry`
    says; in files of before a link that a person made or decided on hid what was proposed of it later, one that she
    took away came back, and who speaks stayed, whatever she said later in the details of a text.
    """

    comparison: Comparison
    corrections: tuple[Correction, ...] = ()
    lapses: bool = True
    renews: bool = True


Edit = SetVerdict | Confirm | Dismiss | SetNote | Bookmark | SetStatus | Relink | SetRole | SetSpeaker | Compared
KINDS: Mapping[str, type[Edit]] = frozen(
    {
        "verdict": SetVerdict,
        "confirm": Confirm,
        "dismiss": Dismiss,
        "note": SetNote,
        "bookmark": Bookmark,
        "status": SetStatus,
        "relink": Relink,
        "role": SetRole,
        "speaker": SetSpeaker,
        "compared": Compared,
    }
)
"""The name of each kind of edit, as files and messages have it."""


@dataclass(frozen=True, slots=True)
class Entry:
    """An edit as it was made."""

    edit: Edit
    stamp: Stamp = Stamp()


def kind_of(edit: Edit) -> str:
    return next(name for name, kind in KINDS.items() if type(edit) is kind)


def applied(review: Review, entry: Entry) -> Review:
    """The review after an edit. Raises EditError where it names what is not there."""
    edit, stamp = entry.edit, entry.stamp
    match edit:
        case SetVerdict(pair, verdict, reason, overrides):
            reason = reason if verdict is not None else ""
            back = {"is_dismissed": False} if overrides and verdict is not None else {}
            return _decided(review, stamp, pair, verdict=verdict, reason=reason, needs_another_look=False, **back)
        case Confirm(pairs, is_confirmed, overrides):
            looked = {"needs_another_look": False} if is_confirmed else {}
            back = {"is_dismissed": False} if overrides and is_confirmed else {}
            return _decided(review, stamp, *pairs, is_confirmed=is_confirmed, **looked, **back)
        case Dismiss(pair, is_dismissed, overrides):
            looked = {"needs_another_look": False} if is_dismissed else {}
            back = {"is_confirmed": False} if overrides and is_dismissed else {}
            return _decided(review, stamp, pair, is_dismissed=is_dismissed, **looked, **back)
        case SetNote(pair, note):
            return _decided(review, stamp, pair, note=note)
        case Bookmark(pair, is_bookmarked):
            return _decided(review, stamp, pair, is_bookmarked=is_bookmarked)
        case SetStatus(pair, status):
            return _decided(review, stamp, pair, status=status)
        case Relink(removed, added):
            return _relinked(review, removed, added)
        case SetRole(side, sentence, role):
            _check_sentences(review, side, (sentence,))
            return replace(review, roles=frozen({**review.roles, (side, sentence): role}))
        case SetSpeaker(side, speaker):
            return replace(review, speakers=frozen({**review.speakers, side: speaker}))
        case Compared(comparison, corrections, lapses, renews):
            from statement_compare.session.carry import carried

            after = carried(review, comparison, corrections, lapses=lapses, renews=renews).review
            return replace(after, corrections=corrections)


def goes_on(last: Edit, edit: Edit) -> bool:
    """Whether an edit can take the place of the last one: a note on the same finding, or another comparison."""
    if isinstance(edit, SetNote) and isinstance(last, SetNote):
        return edit.pair == last.pair
    return isinstance(edit, Compared) and isinstance(last, Compared)


def folded(first: Comparison, entries: Iterable[Entry]) -> Review:
    """The review that a comparison and the edits made of it are."""
    return reduce(applied, entries, Review(first))


def name_of(edit: Edit, review: Review) -> tuple[str, dict[str, str]]:
    """The key of an edit's name and what stands in its places, as in "mark L3-R5 as contradiction".

    `review` is the one that it is applied to.
    """
    kind = kind_of(edit)
    match edit:
        case SetVerdict(pair, verdict):
            if verdict is None:
                return "edit.verdict_back", {"place": place_of(pair)}
            return "edit.verdict", {"place": place_of(pair), "verdict": verdict.value}
        case Confirm(pairs, is_confirmed):
            if len(pairs) != 1:
                return "edit.confirm_many", {"n": str(len(pairs))}
            return f"edit.{'confirm' if is_confirmed else 'confirm_back'}", {"place": place_of(pairs[0])}
        case Dismiss(pair, is_set) | Bookmark(pair, is_set):
            return f"edit.{kind if is_set else f'{kind}_back'}", {"place": place_of(pair)}
        case SetNote(pair, _):
            return "edit.note", {"place": place_of(pair)}
        case SetStatus(pair, status):
            return "edit.status", {"place": place_of(pair), "status": status.value}
        case Relink(removed, added):
            return _name_of_relink(removed, tuple(map(pair_of, added)))
        case SetRole(side, sentence, role):
            return "edit.role", {"place": f"{_LETTER[side]}{sentence + 1}", "role": role.value}
        case SetSpeaker(side, _):
            return "edit.speaker", {"side": side.value}
        case Compared(comparison, corrections):
            is_corrected = corrections != review.corrections
            return ("edit.corrected", {}) if is_corrected else _name_of_comparing(review.proposed, comparison)


_LETTER = {Side.LEFT: "L", Side.RIGHT: "R"}


def place_of(pair: Pair) -> str:
    """`L3-R5`, `L3,4-R5`: sentence numbers count from 1."""
    return "-".join(f"{_LETTER[side]}{','.join(str(i + 1) for i in ids)}" for side, ids in zip(Side, pair, strict=True))


def _name_of_comparing(before: Comparison, after: Comparison) -> tuple[str, dict[str, str]]:
    """What a person said about a text has it compared once more: the step is called by what she said."""
    sources = (
        (Side.LEFT, before.left.source, after.left.source),
        (Side.RIGHT, before.right.source, after.right.source),
    )
    others = [(side, old, new) for side, old, new in sources if _said(old) != _said(new) or old.text != new.text]
    if len(others) != 1 or others[0][1].text != others[0][2].text:
        return "edit.compared", {}
    ((side, old, new),) = others
    is_speaker = (old.title, old.date) == (new.title, new.date)
    return "edit.speaker" if is_speaker else "edit.details", {"side": side.value}


def _said(source: Source) -> tuple[str, str, date | None]:
    return source.title, source.speaker, source.date


def _name_of_relink(removed: tuple[Pair, ...], added: tuple[Pair, ...]) -> tuple[str, dict[str, str]]:
    if not removed:
        return "edit.link", {"place": ", ".join(map(place_of, added))}
    if not added:
        return "edit.unlink", {"place": ", ".join(map(place_of, removed))}
    if len(added) == 1:
        return "edit.merge", {"place": ", ".join(map(place_of, added))}
    return "edit.split", {"place": ", ".join(map(place_of, removed))}


def _decided(review: Review, stamp: Stamp, *pairs: Pair, **said: object) -> Review:
    """The review with the same decision on each of these pairs; a verdict is given to one pair at a time."""
    decisions = dict(review.decisions)
    changed = None
    for pair in pairs:
        if not review.has(pair):
            raise _no_finding(pair)
        former = decisions.get(pair, UNDECIDED)
        decision: Decision = replace(former, **said, reviewer=stamp.reviewer, at=stamp.at)  # type: ignore[arg-type]
        if replace(decision, reviewer=former.reviewer, at=former.at) == former:
            continue
        changed = pair
        decisions.pop(pair, None)  # what was decided last comes last
        if not decision.is_empty:
            decisions[pair] = decision
    return review if changed is None else replace(review, decisions=frozen(decisions)).seen_after(review, changed)


def _relinked(review: Review, removed: tuple[Pair, ...], added: tuple[Link, ...]) -> Review:
    for pair in removed:
        if not review.has(pair):
            raise _no_finding(pair)
    for link in added:
        for side, ids in ((Side.LEFT, link.left), (Side.RIGHT, link.right)):
            _check_sentences(review, side, ids)
    gone = frozenset(removed)
    new = {pair_of(link): link for link in added}
    kept = {pair_of(link) for link in review.by_hand} - review.linked  # they were proposed once, and may be again
    by_hand = tuple(link for link in review.by_hand if pair_of(link) not in gone | new.keys())
    # What was said of a link that is taken away goes with it, and comes back when that is undone.
    decisions = {pair: said for pair, said in review.decisions.items() if pair not in gone - new.keys()}
    after = replace(
        review,
        # In the order of the texts, as `carry` has them: a link that is made once more as it is changes nothing.
        by_hand=tuple(sorted((*by_hand, *new.values()), key=pair_of)),
        linked=(review.linked - gone) | new.keys(),
        removed=frozenset((review.removed | (gone & (review.proposed_pairs | kept))) - new.keys()),
        decisions=frozen(decisions),
    )
    return after.linked_after(review, gone | new.keys(), new.values())


def _check_sentences(review: Review, side: Side, ids: tuple[int, ...]) -> None:
    statement: Statement = review.proposed.left if side is Side.LEFT else review.proposed.right
    missing = [each for each in ids if not 0 <= each < len(statement.sentences)]
    if not ids or missing:
        place = f"{_LETTER[side]}{missing[0] + 1}" if missing else _LETTER[side]
        raise EditError("edit.no_such_sentence", f"There is no sentence {place} in the texts.", place=place)


def _no_finding(pair: Pair) -> EditError:
    place = place_of(pair)
    return EditError("edit.no_such_finding", f"{place} are no link any more.", place=place)
