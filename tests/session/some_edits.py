"""Edits at random that fit a review, and the slow, obvious way to keep them: a list that is folded each time."""

from __future__ import annotations

import random
from collections.abc import Callable
from dataclasses import dataclass, field

from scenario import comparison

from statement_compare.engine.model import Comparison, Link, Role, Side, Verdict
from statement_compare.session.edits import (
    Bookmark,
    Compared,
    Confirm,
    Dismiss,
    Edit,
    Entry,
    Relink,
    SetNote,
    SetRole,
    SetSpeaker,
    SetStatus,
    SetVerdict,
    Stamp,
    applied,
    folded,
)
from statement_compare.session.review import Correction, Pair, Review, Status, pair_of

STAMP = Stamp("Ada", "2026-01-02T03:04:05+00:00")
FIRST = comparison("A1=B1:wording A2!B3:number A3~B2 A4?B4", sentences=6)
AGAIN = comparison("A1=B1:wording A2=B3 A3~B2:modality A5!B6", sentences=6)
CORRECTED = (Correction(Side.LEFT, 0, "Left l is so.", "Left 1 is so."),)


def after(comparison: Comparison, *edits: Edit) -> Review:
    """The review that a comparison and these edits of Ada's are."""
    return folded(comparison, [Entry(each, STAMP) for each in edits])


PAIR: Pair = ((1,), (2,))
OTHER: Pair = ((0,), (0,))
EVERY_KIND: dict[str, Edit] = {
    "verdict": SetVerdict(PAIR, Verdict.QUALIFIED, "the second is net", overrides=False),
    "confirm": Confirm((PAIR, OTHER), overrides=False),
    "dismiss": Dismiss(PAIR, overrides=False),
    "note": SetNote(PAIR, "Порттан сұрау\nand \x00 a half \udcff"),
    "bookmark": Bookmark(PAIR),
    "status": SetStatus(PAIR, Status.ASKED),
    "relink": Relink(
        removed=(PAIR, OTHER), added=(Link((0, 1), (0, 2), 1 / 3, Verdict.UNCLEAR, 0.1, FIRST.links[0].reasons),)
    ),
    "role": SetRole(Side.RIGHT, 2, Role.OPINION),
    "speaker": SetSpeaker(Side.LEFT, "The port"),
    "compared": Compared(AGAIN, CORRECTED, lapses=False, renews=False),
}


@dataclass(frozen=True, slots=True)
class Step:
    """Something that a person does: an edit, or undo and redo where there is none."""

    name: str
    edit: Edit | None = None
    replace_last: bool = False


@dataclass
class Log:
    """What a session should hold: the edits made, of which the first `live` hold, and the review after each."""

    first: Comparison
    entries: list[Entry] = field(default_factory=list)
    live: int = 0
    reviews: list[Review] = field(default_factory=list)

    @property
    def holding(self) -> tuple[Entry, ...]:
        return tuple(self.entries[: self.live])

    @property
    def review(self) -> Review:
        return self.reviews[self.live - 1] if self.live else Review(self.first)

    @property
    def folded(self) -> Review:
        """The same, the slow way."""
        return folded(self.first, self.holding)

    def take(self, step: Step, stamp: Stamp = STAMP) -> None:
        if step.edit is None:
            by = -1 if step.name == "undo" else 1
            self.live = min(max(self.live + by, 0), len(self.entries))
            return
        entry = Entry(step.edit, stamp)
        last = self.entries[-1].edit if self.entries and self.live == len(self.entries) else None
        goes_on = isinstance(step.edit, SetNote) and isinstance(last, SetNote) and step.edit.pair == last.pair
        goes_on = goes_on or (isinstance(step.edit, Compared) and isinstance(last, Compared))
        if step.replace_last and goes_on:
            self.live -= 1
        after = applied(self.review, entry)
        if after == self.review and not isinstance(step.edit, Compared) and not (step.replace_last and goes_on):
            return
        self.entries[self.live :] = [entry]
        self.reviews[self.live :] = [after]
        self.live += 1


def some_step(chance: random.Random, review: Review) -> Step:
    """A step that fits a review."""
    if chance.random() < 0.25:
        return Step(chance.choice(("undo", "undo", "redo")))
    edit = some_edit(chance, review)
    return Step("edit", edit, isinstance(edit, SetNote | Compared) and chance.random() < 0.5)


def some_edit(chance: random.Random, review: Review) -> Edit:
    pairs = [pair_of(link) for link in review.comparison.links]
    side = chance.choice(tuple(Side))
    sentence = chance.randrange(6)

    def later() -> bool:
        return chance.random() < 0.8  # the others are as in files of before

    always: list[Callable[[], Edit]] = [
        lambda: Relink(added=(_link(chance),)),
        lambda: SetRole(side, sentence, chance.choice(tuple(Role))),
        lambda: SetSpeaker(side, chance.choice(("The port", "The union", ""))),
        lambda: Compared(*chance.choice(((AGAIN, ()), (FIRST, ()), (AGAIN, CORRECTED))), later(), later()),
    ]
    if not pairs:
        return chance.choice(always)()
    pair: Pair = chance.choice(pairs)
    of_a_finding: list[Callable[[], Edit]] = [
        lambda: SetVerdict(pair, chance.choice((*Verdict, None)), chance.choice(("", "net of tax")), later()),
        lambda: Confirm(tuple(pairs[: chance.randint(1, len(pairs))]), chance.random() < 0.8, later()),
        lambda: Dismiss(pair, chance.random() < 0.7, later()),
        lambda: SetNote(pair, chance.choice(("ask", "ask the port", "ask the port — қоңырау", ""))),
        lambda: Bookmark(pair, chance.random() < 0.7),
        lambda: SetStatus(pair, chance.choice(tuple(Status))),
        lambda: Relink(removed=(pair,)),
    ]
    return chance.choice(of_a_finding * 2 + always)()


def _link(chance: random.Random) -> Link:
    left, right = (tuple(sorted(chance.sample(range(6), chance.choice((1, 1, 2))))) for _ in Side)
    return Link(left, right, 0.25, chance.choice(tuple(Verdict)), 0.5, ())
