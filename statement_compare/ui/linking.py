"""What a person does to links and sentences themselves: link, unlink, split, merge, another role, another speaker."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QMainWindow

from statement_compare.engine.model import Link, Role, Side
from statement_compare.session.edits import Relink, SetRole, SetSpeaker
from statement_compare.session.handmade import merged, single_pairs
from statement_compare.session.query import statement_of
from statement_compare.session.review import Pair, pair_of
from statement_compare.ui.actions import ROLE, first_keys
from statement_compare.ui.asking import ask_words
from statement_compare.ui.controller import Controller
from statement_compare.ui.document import Document
from statement_compare.ui.presenter import Presenter
from statement_compare.ui.strings import error_words, say


class Linking(QObject):
    """One method an action. Links are judged as the comparison was before they are made."""

    def __init__(
        self, window: QMainWindow, presenter: Presenter, document: Document, controller: Controller, parent: QObject
    ) -> None:
        super().__init__(parent)
        self._window = window
        self._presenter = presenter
        self._page = presenter.parts.page
        self._document = document
        self._controller = controller
        self._page.picks_changed.connect(self._tell_picks)
        controller.links.failed.connect(lambda error: self._fail(error_words(error)))

    def act_of(self, action: str) -> Callable[..., None] | None:
        """What an action does; None where it is none of these."""
        if action.startswith(ROLE):
            return lambda: self._set_role(Role(action.removeprefix(ROLE)))
        return getattr(self, action, None)

    def link(self) -> None:
        """Join the picked sentences of both sides, or where none are, those that the keyboard is at."""
        left, right = (self._page.sentences_in_hand(side) for side in Side)
        review = self._document.state.review
        if review is None or not (left and right):
            self._say("status.link_nothing")
        elif review.has((left, right)):
            self._fail(say("status.link_known"))
        else:
            self._judge(((left, right),), ())

    def unlink(self) -> None:
        pair = self._pair()
        if pair is not None:
            self._edit(Relink(removed=(pair,)))

    def split(self) -> None:
        """A link of several sentences becomes links of one sentence each."""
        pair = self._pair()
        if pair is None:
            return
        singles = single_pairs(pair)
        if len(singles) < 2:
            self._say("status.split_nothing")
        else:
            self._judge(singles, (pair,))

    def merge(self) -> None:
        """The picked sentences become part of the chosen link, and links that lie within it go."""
        pair, review = self._pair(), self._document.state.review
        if pair is None or review is None:
            return
        whole = merged(pair, *(self._page.picked(side) for side in Side))
        if whole == pair:
            self._say("status.merge_nothing")
            return
        inner = {pair_of(each) for each in review.comparison.links if _is_within(each, whole)}
        self._judge((whole,), tuple(sorted(inner | {pair})))

    def pick(self) -> None:
        """Take the sentence that the keyboard is at to those that are to be linked, or away from them."""
        side = self._page.focused_side
        sentence = self._page.chosen_sentence(side)
        if sentence is not None:
            self._page.toggle_pick(side, sentence)

    def speaker_left(self) -> None:
        self._ask_speaker(Side.LEFT)

    def speaker_right(self) -> None:
        self._ask_speaker(Side.RIGHT)

    def _ask_speaker(self, side: Side) -> None:
        comparison = self._document.state.comparison
        if comparison is None:
            return
        former = statement_of(comparison, side).source.speaker
        title = say(f"action.speaker_{side.value}").removesuffix("…")

        def take(name: str) -> None:
            if name.strip() != former:
                self._controller.edit(SetSpeaker(side, name.strip()))

        ask_words(self._window, title, say("details.speaker"), former, take, "originals")

    def _set_role(self, role: Role) -> None:
        side = self._page.focused_side
        sentence = self._page.chosen_sentence(side)
        if sentence is None:
            self._say("status.choose_sentence")
        else:
            self._controller.edit(SetRole(side, sentence, role))

    def _judge(self, pairs: tuple[Pair, ...], removed: tuple[Pair, ...]) -> None:
        comparison, options = self._document.state.comparison, self._controller.pair_options()
        if comparison is None or options is None:
            return
        proposed = self._proposed()

        def take(links: tuple[Link, ...]) -> None:
            if self._proposed() is proposed:  # else the sentences are others by now
                self._edit(Relink(removed, links))

        is_asked = self._controller.links.ask(comparison, pairs, options, take)
        self._say("status.linking" if is_asked else "status.linking_still")

    def _fail(self, why: str) -> None:
        """Say why nothing was linked, and what is still picked, which the next pick leaves."""
        status, places = self._presenter.parts.status, self._page.picked_names
        self._page.spend_picks()
        status.say(f"{why} {say('status.picks_stay', place=places)}" if places else why)

    def _tell_picks(self) -> None:
        """What is picked, and the key that links it."""
        places = self._page.picked_names
        keys = first_keys(self._presenter.actions["link"])
        told = say("status.picked", place=places, keys=keys) if places else say("status.picked_none")
        self._presenter.parts.status.say(told)

    def _edit(self, edit: Relink) -> None:
        if self._controller.edit(edit):
            self._page.forget_picks()
            self._presenter.parts.status.say("")

    def _proposed(self) -> object:
        review = self._document.state.review
        return None if review is None else review.proposed

    def _pair(self) -> Pair | None:
        """The chosen link; where there is none, it is said so."""
        link = self._presenter.finding_in_hand
        if link is None:
            self._say("status.choose_first")
        return None if link is None else pair_of(link)

    def _say(self, key: str) -> None:
        self._presenter.parts.status.say(say(key))


def _is_within(link: Link, whole: Pair) -> bool:
    return {*link.left} <= {*whole[0]} and {*link.right} <= {*whole[1]}
