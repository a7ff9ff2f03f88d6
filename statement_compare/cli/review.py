"""What the command that lists the findings of a saved session does: read it, choose, write a list or a report."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

from statement_compare.cli import streams
from statement_compare.cli.arguments import Arguments

if TYPE_CHECKING:
    from statement_compare.engine.model import Link
    from statement_compare.session.review import Decision, Review
    from statement_compare.session.store import Store


def review(chosen: Arguments) -> None:
    """List the findings of a session, as a person decided them; the file is read, and nothing else."""
    from statement_compare.session.store import Store

    streams.refuse_terminal(chosen.format, chosen.output)
    with Store.open(Path(chosen.file), for_reading=True) as store:
        links = [
            link
            for link in store.review.reported().links
            if all(_admits(word, store.review, link) for word in chosen.only or ())
        ]
        match chosen.format:
            case "text":
                from statement_compare.cli import review_text

                reported = store.review.reported()
                result = review_text.render(reported, _in_order(store, links), chosen.report_language)
            case "json":
                result = _json(store, links, chosen.report_language)
            case "csv":
                result = _csv(store, links, chosen.report_language)
            case _:
                result = _report(store, links, chosen)
    streams.write(result, chosen.output)


def _report(store: Store, links: list[Link], chosen: Arguments) -> bytes:
    """A report as the window saves it: of all, or where findings were chosen, of these alone."""
    from statement_compare.engine.model import pair_of
    from statement_compare.engine.report import render
    from statement_compare.engine.reported import ReportChoice, Scope

    choice = ReportChoice(language=chosen.report_language)
    if chosen.only:
        choice = ReportChoice(Scope.CHOSEN, frozenset(map(pair_of, links)), language=chosen.report_language)
    return render(store.review.reported(), chosen.format, choice=choice)


_DECIDED: Final[dict[str, Callable[[Decision], bool]]] = {
    "undecided": lambda said: not said.is_decided,
    "decided": lambda said: said.is_decided,
    "confirmed": lambda said: said.is_confirmed,
    "dismissed": lambda said: said.is_dismissed,
    "bookmarked": lambda said: said.is_bookmarked,
    "noted": lambda said: bool(said.note),
    "look-again": lambda said: said.needs_another_look,
}


def _admits(word: str, review_: Review, link: Link) -> bool:
    """Whether a finding is one that a word of `arguments.ONLY` asks for: a decision, a status or a verdict."""
    said = review_.decision_on(link)
    if word in _DECIDED:
        return _DECIDED[word](said)
    if word in ("changed", "overruled"):  # the window and the reports say the one, this list has always said the other
        return said.verdict is not None and said.verdict.value != _proposed(review_, link)
    if word == "by-hand":
        return review_.is_by_hand(link)
    return word in (said.status.value, link.verdict.value)


def _json(store: Store, links: list[Link], language: str) -> bytes:
    from statement_compare.engine.report import json

    review_ = store.review
    comparison = review_.comparison
    texts = comparison.left.source.text, comparison.right.source.text
    data = json.as_data(comparison)
    data["links"] = [
        {
            **json.link_data(link, *texts, language),
            "decision": _decision_data(review_, link),
            **({"by_hand": True} if review_.is_by_hand(link) else {}),
        }
        for link in links
    ]
    data["session"] = {
        "file": store.path.name,
        "program": store.program,
        "created": store.created,
        "changed": _changed(store),
        "edits": len(store.entries),
        "findings": len(comparison.links),
        "decided": review_.decided,
        "removed": [{"left": list(left), "right": list(right)} for left, right in sorted(review_.removed_links)],
        "corrections": [
            {"side": each.side.value, "sentence": each.sentence, "original": each.original, "text": each.text}
            for each in review_.corrections
        ],
        "lost": [
            {"left": list(each.left), "right": list(each.right), "decision": _said(each.decision)}
            for each in review_.lost
        ],
    }
    return json.dump(data, indent=1)


def _decision_data(review_: Review, link: Link) -> dict[str, Any]:
    from statement_compare.engine.model import pair_of
    from statement_compare.engine.report.json import proposed_data

    return {**_said(review_.decision_on(link)), "proposed": proposed_data(review_.proposed_link(pair_of(link)) or link)}


def _said(said: Decision) -> dict[str, Any]:
    from statement_compare.engine.report.json import decision_data

    return {"decided": said.is_decided, **decision_data(said)}


_COLUMNS: Final = (
    "left",
    "right",
    "verdict",
    "proposed",
    "decision",
    "reason",
    "status",
    "note",
    "bookmarked",
    "reviewer",
    "at",
    "found",
    "left_text",
    "right_text",
)


def _csv(store: Store, links: list[Link], language: str) -> bytes:
    """One row a finding; `found` is what the program says of it."""
    from statement_compare.engine.model import Side
    from statement_compare.engine.report import csv
    from statement_compare.engine.report.wording import messages, numbers, plain

    review_ = store.review
    comparison = review_.comparison

    def row(link: Link) -> list[str]:
        said = review_.decision_on(link)
        return [
            numbers(Side.LEFT, link.left),
            numbers(Side.RIGHT, link.right),
            link.verdict.value,
            _proposed(review_, link),
            _decision_word(review_, link),
            plain(said.reason),
            said.status.value,
            plain(said.note),
            "yes" if said.is_bookmarked else "",
            plain(said.reviewer),
            said.at,
            "; ".join(messages(comparison, link, language)),
            " ".join(plain(comparison.left.sentences[i].text) for i in link.left),
            " ".join(plain(comparison.right.sentences[i].text) for i in link.right),
        ]

    return csv.table(_COLUMNS, map(row, _in_order(store, links)))


def _decision_word(review_: Review, link: Link) -> str:
    said = review_.decision_on(link)
    if said.is_dismissed:
        return "dismissed"
    if said.verdict is not None:
        return "kept" if said.verdict.value == _proposed(review_, link) else "overruled"
    return "confirmed" if said.is_confirmed else "undecided"


def _proposed(review_: Review, link: Link) -> str:
    """The verdict that the program gave; "" for a link that a person made."""
    from statement_compare.session.review import pair_of

    proposed = review_.proposed_link(pair_of(link))
    return "" if proposed is None or review_.is_by_hand(link) else proposed.verdict.value


def _in_order(store: Store, links: list[Link]) -> list[Link]:
    """Contradictions first, and those that were dismissed last of all."""
    from statement_compare.engine.report.wording import by_gravity
    from statement_compare.session.review import pair_of

    standing = {pair_of(link): link for link in links}
    pairs = [pair for link in by_gravity(store.review.comparison) if (pair := pair_of(link)) in standing]
    return [standing[pair] for pair in sorted(pairs, key=lambda pair: pair in store.review.dismissed)]


def _changed(store: Store) -> str:
    """When the last edit was made, else when the session was begun."""
    return next((each.stamp.at for each in reversed(store.entries) if each.stamp.at), store.created)
