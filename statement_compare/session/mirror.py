"""A comparison and the edits of it with both sides changed about: what was left is right."""

from __future__ import annotations

from dataclasses import replace

from statement_compare.engine.model import Comparison, EntailmentPair, Link, Reason, Side
from statement_compare.session.edits import (
    Compared,
    Confirm,
    Edit,
    Entry,
    Relink,
    SetRole,
    SetSpeaker,
)
from statement_compare.session.history import History, Work, begun
from statement_compare.session.review import Pair


def mirrored(work: Work, first: Comparison) -> History:
    """The same work with both sides changed about; `first` is the comparison that it began with."""
    return begun(mirrored_comparison(first), (Entry(_edit(each.edit), each.stamp) for each in work.entries))


def mirrored_comparison(comparison: Comparison) -> Comparison:
    """Its links in the order in which the new left text has them."""
    links = sorted(
        map(_link, comparison.links), key=lambda link: (min(link.left, default=0), min(link.right, default=0))
    )
    return replace(
        comparison,
        left=comparison.right,
        right=comparison.left,
        links=tuple(links),
        only_left=comparison.only_right,
        only_right=comparison.only_left,
        signature=replace(comparison.signature, options=tuple(map(_option, comparison.signature.options))),
        nearest=tuple(replace(each, side=_other(each.side)) for each in comparison.nearest),
        denials=tuple(replace(each, side=_other(each.side)) for each in comparison.denials),
    )


def _option(said: tuple[str, str]) -> tuple[str, str]:
    """What a signature says of one option, with the languages of both sides changed about: "ru,en" is "en,ru"."""
    name, value = said
    return (name, ",".join(reversed(value.split(",")))) if name == "languages" else said


def _edit(edit: Edit) -> Edit:
    match edit:
        case Confirm(pairs):
            return replace(edit, pairs=tuple(map(_pair, pairs)))
        case Relink(removed, added):
            return Relink(tuple(map(_pair, removed)), tuple(map(_link, added)))
        case SetRole() | SetSpeaker():
            return replace(edit, side=_other(edit.side))
        case Compared(comparison, corrections):
            turned = tuple(replace(each, side=_other(each.side)) for each in corrections)
            return replace(edit, comparison=mirrored_comparison(comparison), corrections=turned)
        case _:
            return replace(edit, pair=_pair(edit.pair))


def _other(side: Side) -> Side:
    return Side.RIGHT if side is Side.LEFT else Side.LEFT


def _pair(pair: Pair) -> Pair:
    return pair[1], pair[0]


def _link(link: Link) -> Link:
    pair = link.entailment
    return replace(
        link,
        left=link.right,
        right=link.left,
        reasons=tuple(map(_reason, link.reasons)),
        entailment=None if pair is None else EntailmentPair(pair.backward, pair.forward),
    )


def _reason(reason: Reason) -> Reason:
    return replace(reason, left=reason.right, right=reason.left)
