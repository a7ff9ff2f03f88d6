"""Which link or sentence is chosen or under the pointer, and how both texts and the curves between them show it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from PySide6.QtCore import QObject, Signal

from statement_compare.engine.model import Link, Side, Span, Verdict
from statement_compare.ui.compare import access
from statement_compare.ui.compare.gutter import Gutter
from statement_compare.ui.compare.pane import Pane
from statement_compare.ui.compare.sight import Sight
from statement_compare.ui.compare.together import other


class Choice(QObject):
    """The signals tell what a person does; what is chosen by `choose` is told by none."""

    link_chosen = Signal(int)
    sentence_chosen = Signal(Side, int)
    link_activated = Signal(int)

    def __init__(self, panes: Mapping[Side, Pane], gutter: Gutter, sight: Sight, parent: QObject) -> None:
        super().__init__(parent)
        self._panes = panes
        self._gutter = gutter
        self._sight = sight
        self._links: Sequence[Link] = ()
        self._index: int | None = None
        self._beside: dict[Side, frozenset[int]] = {}  # sentences that are outlined in place of a link
        self._words: dict[Side, Span] = {}

    @property
    def index(self) -> int | None:
        """The chosen link."""
        return self._index

    @property
    def link(self) -> Link | None:
        return self._link(self._index)

    def set_links(self, links: Sequence[Link]) -> None:
        """Other links; the chosen one stays chosen where it joins the same sentences. Nothing is painted yet."""
        former = self.link
        self._links = links
        self._beside = {}
        link = self.link
        if former is None or link is None or (former.left, former.right) != (link.left, link.right):
            self._index = None

    def choose(self, index: int | None, *, scroll: bool) -> None:
        """Outline a link on both sides and, with `scroll`, bring it into sight and let it light up."""
        self._outline(index if self._link(index) is not None else None)
        if self.link is None or not scroll:
            return
        self.bring_into_sight()
        for pane in self._panes.values():
            pane.flash()

    def bring_into_sight(self) -> None:
        link = self.link
        if link is not None:
            self._sight.show_link(link)

    def choose_sentence(self, side: Side, sentence: int, *, scroll: bool) -> None:
        """Put the keyboard's place on a sentence; without a link it is outlined in soft ink."""
        pane = self._panes[side]
        if pane.statement is None or not 0 <= sentence < len(pane.statement.sentences):
            return
        pane.set_cursor(sentence)
        self.outline_sentence(side, sentence)
        if scroll:
            pane.show_sentence(sentence)
            pane.flash()

    def choose_places(
        self, ids: Mapping[Side, tuple[int, ...]], words: Mapping[Side, Span | None], *, scroll: bool
    ) -> None:
        """Outline sentences of both sides that are no link, select the words that matter in them; one side may be bare.

        With `scroll`, the first sentence of each side is brought into sight.
        """
        self._outline(None, {side: frozenset(held) for side, held in ids.items()})
        self._words = {side: span for side, span in words.items() if span is not None}
        for side, pane in self._panes.items():
            held = ids[side]
            if side in self._words:
                pane.select(self._words[side])
            pane.set_cursor(held[0] if held else None)
            if held and scroll:
                pane.show_sentence(held[0])
                pane.flash()

    def outline_sentence(self, side: Side, sentence: int) -> None:
        """Outline a sentence without a link, and no link; where the keyboard is stays as it is."""
        self._outline(None, {side: frozenset({sentence})})

    def show(self) -> None:
        """Outline what is chosen."""
        link = self.link
        verdict: Verdict | None = link.verdict if link is not None else None
        of_link = {} if link is None else {Side.LEFT: frozenset(link.left), Side.RIGHT: frozenset(link.right)}
        outlined = of_link or self._beside
        for side, pane in self._panes.items():
            pane.set_chosen(outlined.get(side, frozenset()), verdict)
        self._gutter.set_chosen(self._index)
        if link is not None:
            for side, ids in ((Side.LEFT, link.left), (Side.RIGHT, link.right)):
                if ids and self._panes[side].emphasis.cursor not in ids:
                    self._panes[side].set_cursor(ids[0])

    # What a person does

    def take_sentence(self, side: Side, sentence: int) -> None:
        """A sentence was clicked, or gone to by a key."""
        access.announce(self._panes[side], sentence)
        self.sentence_chosen.emit(side, sentence)
        links = self._links_of(side, sentence)
        if not links:
            return
        # Clicking again goes on to the sentence's next link.
        position = links.index(self._index) + 1 if self._index in links else 0
        self._choose_from(links[position % len(links)], side)

    def take_curve(self, index: int) -> None:
        """A curve was clicked."""
        self._choose_from(index, None)

    def activate(self, side: Side, sentence: int) -> None:
        """Return was pressed on a sentence."""
        links = self._links_of(side, sentence)
        if links:
            self.link_activated.emit(self._index if self._index in links else links[0])

    def hover_sentence(self, side: Side, sentence: int) -> None:
        """The pointer is over a sentence; -1 where it is over none."""
        links = self._links_of(side, sentence) if sentence >= 0 else ()
        self.hover(links[0] if links else -1)

    def hover(self, index: int) -> None:
        """The pointer is over a link; -1 where it is over none."""
        link = self._link(index)
        self._gutter.set_hovered(index if link is not None else None)
        self._panes[Side.LEFT].set_hovered(frozenset(link.left if link is not None else ()))
        self._panes[Side.RIGHT].set_hovered(frozenset(link.right if link is not None else ()))

    def _forget_words(self) -> None:
        """Words that were selected by `choose_places` and not by a person are not selected any more."""
        for side, span in self._words.items():
            if self._panes[side].selection == span:
                self._panes[side].select(None)
        self._words = {}

    def _outline(self, index: int | None, beside: Mapping[Side, frozenset[int]] | None = None) -> None:
        """Outline another link, or sentences in place of one; what was outlined is not outlined any more."""
        self._index, self._beside = index, dict(beside or {})
        self._forget_words()
        self.show()

    def _choose_from(self, index: int, side: Side | None) -> None:
        self._outline(index)
        link = self.link
        if link is not None:
            if side is None:
                self._sight.show_link(link)
            elif self._sight.show_far_end(link, side):
                self._panes[other(side)].flash()
        self.link_chosen.emit(index)

    def _links_of(self, side: Side, sentence: int) -> Sequence[int]:
        return self._panes[side].column.marks[sentence].links

    def _link(self, index: int | None) -> Link | None:
        return None if index is None or not 0 <= index < len(self._links) else self._links[index]
