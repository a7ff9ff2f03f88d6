"""How decisions and edits of a review are told: in the menu, on cards, below the texts, and to a screen reader."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from statement_compare.engine.model import Link, Role, Side, Verdict
from statement_compare.session.carry import Change, ChangeKind
from statement_compare.session.history import Name
from statement_compare.session.query import ids_of
from statement_compare.session.review import UNDECIDED, Correction, Decision, Review, Status, pair_of
from statement_compare.ui.strings import SIGNS, role_word, say, side_word, verdict_word, without_signs


@dataclass(frozen=True, slots=True)
class Decided:
    """What a person said of a finding, and what the program proposes of it; None for both where nothing is known."""

    decision: Decision = UNDECIDED
    proposed: Link | None = None
    is_by_hand: bool = False
    corrections: tuple[Correction, ...] = ()

    @property
    def is_changed(self) -> bool:
        """Whether a person gave another verdict than the proposed one."""
        verdict, proposed = self.decision.verdict, self.proposed
        return verdict is not None and proposed is not None and verdict is not proposed.verdict

    @property
    def card(self) -> tuple[str, ...]:
        """For a card, with words and, where there is not enough room for them, with signs: "✓ confirmed ★", "✓ ★".

        The status stands behind them by itself: "✓ confirmed · asked".
        """
        decision = self.decision
        rest = [say("said.by_hand_short")] if self.is_by_hand else []
        rest += [say("said.bookmark_sign")] if decision.is_bookmarked else []
        rest += [say("said.note_sign")] if decision.note else []
        rest += [say("said.look_sign")] if decision.needs_another_look else []
        status = [status_word(decision.status)] if decision.status is not Status.OPEN else []
        words = [say("said.dismissed")] if decision.is_dismissed else []
        words += [self._changed("said.was")] if decision.verdict is not None else []
        words += [say("said.confirmed")] if decision.is_confirmed else []
        if not (words or rest or status):
            return ()
        signs = [each.split(" ")[0] for each in words if decision.verdict is None] or words[:1]
        if self.is_changed and not decision.is_dismissed:
            signs = [self._changed("said.was", is_short=True)]
        return tuple(
            " · ".join((*([" ".join((*some, *rest))] if some or rest else []), *status)) for some in (words, signs)
        )

    @property
    def words(self) -> tuple[str, ...]:
        """All of it but the reason and the note: "✓ confirmed", "changed from ? unclear", "★ bookmarked", "asked"."""
        decision = self.decision
        parts = [say("said.dismissed")] if decision.is_dismissed else []
        parts += [self._changed("said.changed")] if decision.verdict is not None else []
        parts += [say("said.confirmed")] if decision.is_confirmed else []
        parts += [say("said.look")] if decision.needs_another_look else []
        parts += [say("said.by_hand")] if self.is_by_hand else []
        parts += [say("said.bookmarked")] if decision.is_bookmarked else []
        parts += [status_word(decision.status)] if decision.status is not Status.OPEN else []
        return tuple(parts)

    @property
    def heard(self) -> str:
        """What a screen reader says of it, "" for nothing: without signs, and with the note."""
        words = [without_signs(each) for each in self.words]
        words += [say("said.note", note=self.decision.note)] if self.decision.note else []
        return ", ".join(words)

    @property
    def by(self) -> str:
        """Who gave the verdict: "Decided by Ada"; "" where it is the proposed one."""
        if self.decision.verdict is None:
            return ""
        name = self.decision.reviewer
        return say("said.decided_by", name=name) if name else say("said.decided")

    def _changed(self, key: str, *, is_short: bool = False) -> str:
        if not self.is_changed or self.proposed is None:
            return say("said.own_verdict")
        verdict = self.proposed.verdict
        return say(key, sign=SIGNS[verdict], verdict="" if is_short else verdict_word(verdict).lower()).rstrip()


NOTHING_DECIDED = Decided()


def decided_of(review: Review | None, link: Link) -> Decided:
    """What a review says of one of the links that it shows."""
    if review is None:
        return NOTHING_DECIDED
    decision = review.decision_on(link)
    # Most findings are what they are proposed as; looking for the others among thousands takes its time.
    proposed = link if decision.verdict is None else review.proposed_link(pair_of(link))
    corrections = tuple(each for each in review.corrections if each.sentence in ids_of(link, each.side))
    return Decided(decision, proposed, review.is_by_hand(link), corrections)


def decision_heard(review: Review | None, link: int) -> str:
    """What a screen reader says of what was decided of a finding, by its index; "" where nothing was."""
    if review is None or link >= len(review.comparison.links):  # the texts may show another comparison by now
        return ""
    return decided_of(review, review.comparison.links[link]).heard


def status_word(status: Status) -> str:
    return say(f"review_status.{status.value}")


def step_words(action: str, name: Name | None) -> str:
    """What the menu says of undoing or redoing: "Undo: mark L3-R5 as contradiction"."""
    return say(f"action.{action}") if name is None else say(f"action.{action}_named", name=edit_words(name))


def edit_words(name: Name) -> str:
    """The name of an edit, such as "mark L3-R5 as contradiction"."""
    key, places = name
    words: dict[str, Any] = dict(places)
    if "verdict" in places:
        words["verdict"] = verdict_word(Verdict(places["verdict"])).lower()
    if "status" in places:
        words["status"] = status_word(Status(places["status"]))
    if "role" in places:
        words["role"] = role_word(Role(places["role"])).lower()
    if "side" in places:
        words["side"] = side_word(Side(places["side"])).lower()
    if "n" in places:
        words["n"] = int(places["n"])
    return say(key, **words)


def changes_words(changes: Sequence[Change]) -> str:
    """How many findings are others after comparing once more: "4 verdicts changed, 2 new, 1 gone"."""
    counted = Counter(change.kind for change in changes)
    return ", ".join(say(f"changes.n_{kind.value}", n=counted[kind]) for kind in ChangeKind if counted[kind])
