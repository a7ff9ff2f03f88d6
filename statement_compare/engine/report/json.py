"""The JSON that other programs rely on: field names and their order are the contract, added to and never renamed."""

from __future__ import annotations

import json
import re
from collections.abc import Sequence
from dataclasses import replace
from typing import Any, Final

from statement_compare.engine.model import (
    Decision,
    Entailment,
    EntailmentPair,
    Link,
    Pair,
    Reason,
    Sentence,
    Side,
    Signature,
    Source,
    Span,
    Statement,
)
from statement_compare.engine.places import shown_place
from statement_compare.engine.report.note_words import note_words
from statement_compare.engine.report.provenance import caveats
from statement_compare.engine.report.wording import reason_message
from statement_compare.engine.reported import EVERYTHING, Report, ReportChoice, Subject, report_of

FORMAT = 1

# What JSON allows in a string as it is, and what steers a terminal or turns the direction of what is printed after it.
_STEERING: Final = re.compile(
    r"[\x7f-\x9f\u061c\u200e\u200f\u2028-\u202e\u2066-\u206f\ufeff\ufff9-\ufffb\U000e0000-\U000e007f]"
)


def render(subject: Subject, choice: ReportChoice = EVERYTHING) -> bytes:
    """The whole report, UTF-8, with one line break at the end; the same subject gives the same bytes."""
    return dump(as_data(subject, choice), indent=1)


def dump(data: object, *, indent: int | None = None) -> bytes:
    """JSON as UTF-8, in which control characters and marks of direction are written as their escapes.

    So is a lone surrogate, which no file can hold. Whoever reads the JSON gets the characters themselves.
    """
    text = json.dumps(data, ensure_ascii=False, indent=indent, allow_nan=False)
    # Outside of strings there are none of them.
    text = _STEERING.sub(lambda match: json.dumps(match[0])[1:-1], text)
    return (text + "\n").encode("utf-8", "backslashreplace")


def as_data(subject: Subject, choice: ReportChoice = EVERYTHING) -> dict[str, Any]:
    """A report as dictionaries and lists, in the contract's field names.

    What a person decided stands in fields of its own, which are there only where she decided something. `choice` leaves
    out links and nothing else, so that sentence ids and spans keep what they point at.
    """
    report = report_of(subject, choice)
    comparison = report.reported.comparison
    left, right = comparison.left.source.text, comparison.right.source.text
    return {
        "format": FORMAT,
        "signature": {
            **signature_data(comparison.signature),
            "judged_by": comparison.judged_by,
            "paired_by": list(comparison.paired_by),
            "tables": {
                each.role: {"table": each.table, "measured": each.is_measured} for each in comparison.signature.tables
            },
            "measured": comparison.is_measured if comparison.judged_by else None,
        },
        "left": statement_data(comparison.left, report.language),
        "right": statement_data(comparison.right, report.language),
        "links": [link_data(link, left, right, report.language) | _said_data(report, link) for link in report.links],
        "only_left": list(comparison.only_left),
        "only_right": list(comparison.only_right),
        "nearest": [
            {
                "side": near.side.value,
                "sentence": near.sentence,
                "other": near.other,
                "chance": figure(near.chance),
                "takes_up": near.takes_up,
            }
            for near in comparison.nearest
        ],
        "general_denials": [
            {"side": found.side.value, "sentence": found.sentence, "charges": list(found.charges)}
            for found in comparison.denials
        ],
        **_review_data(report),
        **_choice_data(report),
    }


def _said_data(report: Report, link: Link) -> dict[str, Any]:
    """What a person said of a link. `proposed` is what the program says of it, whatever `verdict` reads then."""
    reported = report.reported
    decision, proposed = reported.decision_on(link), reported.proposed_link(link)
    said: dict[str, Any] = {}
    if not decision.is_empty:
        said["decision"] = decision_data(decision) | {"proposed": proposed_data(proposed)}
    if reported.is_by_hand(link):
        said["by_hand"] = True
    return said


def proposed_data(link: Link) -> dict[str, Any]:
    """What the program says of a link, beside what a person decided."""
    return {
        "verdict": link.verdict.value,
        "confidence": figure(link.confidence),
        "leaning": figure(link.leaning),
    }


def decision_data(decision: Decision) -> dict[str, Any]:
    return {
        "verdict": decision.verdict.value if decision.verdict is not None else None,
        "reason": decision.reason,
        "confirmed": decision.is_confirmed,
        "dismissed": decision.is_dismissed,
        "bookmarked": decision.is_bookmarked,
        "note": decision.note,
        "status": decision.status.value,
        "reviewer": decision.reviewer,
        "at": decision.at,
    } | ({"look_again": True} if decision.needs_another_look else {})


def _review_data(report: Report) -> dict[str, Any]:
    """What was done to the comparison as a whole; nothing where nobody did anything."""
    if not report.is_touched:
        return {}
    reported = report.reported
    return {
        "review": {
            "findings": len(reported.links),
            "decided": reported.decided,
            "dismissed": report.tally.dismissed,
            "reviewers": list(reported.reviewers),
            "removed": [_pair_data(pair) for pair in sorted(reported.removed)],
            "speakers": {side.value: reported.speakers[side] for side in Side if side in reported.speakers},
            "roles": [
                {"side": side.value, "sentence": i, "role": reported.roles[side, i].value}
                for side in Side
                for i in sorted(sentence for of, sentence in reported.roles if of is side)
            ],
            "corrections": [
                {"side": each.side.value, "sentence": each.sentence, "original": each.original, "text": each.text}
                for each in reported.corrections
            ],
            "lost": [
                {"left": list(each.left), "right": list(each.right), "decision": decision_data(each.decision)}
                for each in reported.lost
            ],
            "caveat": caveats(reported.comparison, report.language),
        }
    }


def _choice_data(report: Report) -> dict[str, Any]:
    """Which links were left out and why; nothing where all are there."""
    if replace(report.choice, language=EVERYTHING.language) == EVERYTHING:  # in whatever language
        return {}
    choice = report.choice
    return {
        "choice": {
            "scope": choice.scope.value,
            "agreements": choice.has_agreements,
            "dismissed": choice.has_dismissed,
            "left_out": {why.value: number for why, number in report.left_out.items()},
        }
    }


def _pair_data(pair: Pair) -> dict[str, Any]:
    return {"left": list(pair[0]), "right": list(pair[1])}


def signature_data(signature: Signature) -> dict[str, Any]:
    return {
        "version": signature.version,
        "options": dict(signature.options),
        "models": dict(signature.models),
        "libraries": dict(signature.libraries),
    }


def statement_data(statement: Statement, language: str = "en") -> dict[str, Any]:
    """One side; `notes` are what its reader left out, could not read, or took for something, in order of meeting."""
    source = statement.source
    return {
        "path": source.path,
        "sha256": source.sha256,
        "title": source.title,
        "language": statement.language,
        "text": source.text,
        "sentences": [sentence_data(each) | _place_data(source, each) for each in statement.sentences],
        "speaker": source.speaker,
        "date": source.date.isoformat() if source.date else None,
        "file_format": source.format,
        "encoding": source.encoding,
        "notes": [_note_data(entry, language) for entry in source.notes],
    }


def _note_data(entry: str, language: str) -> dict[str, Any]:
    kind, _, value = entry.partition(":")
    return {"kind": kind, "value": value, "message": note_words(entry, language)}


def sentence_data(sentence: Sentence) -> dict[str, Any]:
    return {
        "id": sentence.id,
        "start": sentence.span.start,
        "end": sentence.span.end,
        "text": sentence.text,
        "role": sentence.role.value,
    }


def _place_data(source: Source, sentence: Sentence) -> dict[str, Any]:
    """Where a sentence stands in its original, counted from 1; nothing where that is not known.

    `last_page` is there only where it goes on on another page, `column` where it is a cell and no whole row.
    """
    places = shown_place(source, sentence.span)
    if not places:
        return {}
    first, last = places[0], places[-1]
    if first.page:
        return {"place": {"page": first.page} | ({"last_page": last.page} if last.page != first.page else {})}
    if first.table:
        return {"place": {"table": first.table, "row": first.row} | ({"column": first.column} if first.column else {})}
    return {"place": {"paragraph": first.paragraph}}


def link_data(link: Link, left_text: str, right_text: str, language: str = "en") -> dict[str, Any]:
    return {
        "left": list(link.left),
        "right": list(link.right),
        "similarity": figure(link.similarity),
        "verdict": link.verdict.value,
        "confidence": figure(link.confidence),
        "leaning": figure(link.leaning),
        "reasons": reasons_data(link.reasons, left_text, right_text, language),
        "entailment": entailment_data(link.entailment),
    }


def reasons_data(
    reasons: Sequence[Reason], left_text: str, right_text: str, language: str = "en"
) -> list[dict[str, Any]]:
    return [
        {
            "kind": reason.kind.value,
            "left": _span_data(reason.left, left_text),
            "right": _span_data(reason.right, right_text),
            "message": reason_message(reason, left_text, right_text, language),
            "rule": reason.rule,
            "params": dict(reason.params),
        }
        for reason in reasons
    ]


def entailment_data(pair: EntailmentPair | None) -> dict[str, Any] | None:
    def one(direction: Entailment) -> dict[str, float]:
        return {
            "entailment": figure(direction.entailment),
            "neutral": figure(direction.neutral),
            "contradiction": figure(direction.contradiction),
        }

    return None if pair is None else {"forward": one(pair.forward), "backward": one(pair.backward)}


def figure(value: float) -> float:
    """Four decimals: enough to rank by, and not so many that another processor's rounding shows."""
    return round(float(value), 4)


def _span_data(span: Span | None, text: str) -> dict[str, Any] | None:
    return None if span is None else {"start": span.start, "end": span.end, "text": span.of(text)}
