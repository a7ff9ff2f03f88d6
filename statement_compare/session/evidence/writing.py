"""How a bundle is made of a record: inputs, what follows from them, and the manifest; from the same, the same bytes.

Checking a bundle makes it once more from its inputs and compares, so nothing may stand in a bundle that is not made
here.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any, Final

from statement_compare.engine.model import Link, Side
from statement_compare.engine.report import html
from statement_compare.engine.report import json as report_json
from statement_compare.engine.reported import ReportChoice
from statement_compare.session.edits import (
    Compared,
    Confirm,
    Edit,
    Entry,
    Relink,
    SetRole,
    SetSpeaker,
    kind_of,
    place_of,
)
from statement_compare.session.evidence import members as names
from statement_compare.session.evidence.container import Member, pack
from statement_compare.session.evidence.members import as_bytes, body_of, entries_of, inputs_of, json_of, texts_of, when
from statement_compare.session.evidence.readme import readme
from statement_compare.session.evidence.record import Described, Made, Record, folded, record_of
from statement_compare.session.review import Review, pair_of
from statement_compare.session.store_rows import Contents

FORM: Final = 1
KIND: Final = "statement-compare evidence bundle"
Digests = Mapping[str, tuple[str, int]]
"""Members by name with their SHA-256 and their size."""


@dataclass(frozen=True, slots=True)
class Bundle:
    """A bundle as it is written. `fingerprint` is the SHA-256 of its manifest, which holds that of everything else."""

    data: bytes
    fingerprint: str


def bundle_of(contents: Contents, language: str = "en") -> Bundle:
    """The bundle of a session, with reports in a language of `REPORT_LANGUAGES`.

    Raises ContainerError for more than a bundle may hold; UnsoundError and EditError for contents that no session has.
    """
    members = members_of(record_of(contents), language)
    return Bundle(pack(in_order(members)), sha256(members[names.MANIFEST]))


def members_of(record: Record, language: str) -> dict[str, bytes]:
    """All members of a bundle by name."""
    made = contents_of(record, folded(record), language)
    digests = {name: (sha256(content), len(content)) for name, content in made.items()}
    made[names.README] = readme_of(record, language, digests)
    readme_digest = (sha256(made[names.README]), len(made[names.README]))
    made[names.MANIFEST] = manifest_of(record, language, {**digests, names.README: readme_digest})
    return made


def contents_of(record: Record, review: Review, language: str) -> dict[str, bytes]:
    """The members that hold something, without those that say of the others what they are.

    `review` is what the edits lead to.
    """
    reported, choice = review.reported(), ReportChoice(language=language)
    return {
        **inputs_of(record),
        **texts_of(record),
        names.COMPARISON: report_json.render(review.proposed),
        names.DECISIONS: json_of(_decisions(review)),
        names.HISTORY: as_bytes("".join(f"{line}\n" for line in _history(record))),
        names.REPORT_JSON: report_json.render(reported, choice),
        names.REPORT_HTML: html.render(reported, choice),
    }


def readme_of(record: Record, language: str, digests: Digests) -> bytes:
    """`README.txt` of a bundle whose members have these SHA-256 and sizes."""
    rows = [(name, digests[name][0]) for name in sorted(digests.keys() - {names.README, names.MANIFEST})]
    return as_bytes(readme(_about(record, language), rows, language))


def manifest_of(record: Record, language: str, digests: Digests) -> bytes:
    rows = [
        {"name": name, "sha256": digests[name][0], "size": digests[name][1]}
        for name in sorted(digests.keys() - {names.MANIFEST})
    ]
    return json_of({**_about(record, language), "members": rows})


def in_order(members: Mapping[str, bytes]) -> tuple[Member, ...]:
    """What explains the bundle comes first."""
    first = (names.README, names.MANIFEST)
    return tuple((name, members[name]) for name in (*first, *sorted(members.keys() - set(first))))


def sha256(content: bytes) -> str:
    return hashlib.sha256(content).hexdigest()


def _about(record: Record, language: str) -> dict[str, Any]:
    """What the manifest says of the whole: where it comes from, the documents by their own names, what judged."""
    last = record.last
    return {
        "kind": KIND,
        "form": FORM,
        "program": last.comparison.signature.version,
        "report_language": language,
        "session": {"program": record.program, "created": record.created, "edits": len(record.entries)},
        "documents": [
            {
                "name": document.source.path,
                "member": entry.content,
                "text": entry.text,
                "format": document.source.format,
                "encoding": document.source.encoding,
                "sha256": document.source.sha256,
                "bytes": document.is_file,
                "characters": len(document.source.text),
            }
            for document, entry in zip(record.documents, entries_of(record), strict=True)
        ],
        "compared": {"left": last.left.document + 1, "right": last.right.document + 1},
        "signature": report_json.as_data(last.comparison)["signature"],
    }


def _decisions(review: Review) -> dict[str, Any]:
    """Every finding with what a person said of it, and all else that she did; nothing that nobody decided."""
    reported = review.reported()

    def row(link: Link) -> dict[str, Any]:
        said = reported.decision_on(link)
        return {
            "place": place_of(pair_of(link)),
            "left": list(link.left),
            "right": list(link.right),
            "proposed": report_json.proposed_data(reported.proposed_link(link)),
            "verdict": link.verdict.value,
            "by_hand": reported.is_by_hand(link),
            "decided": said.is_decided,
            "decision": report_json.decision_data(said),
        }

    whole = report_json.as_data(reported).get("review", {})
    return {
        "decisions": [
            row(link) for link in reported.links if not reported.decision_on(link).is_empty or reported.is_by_hand(link)
        ],
        **{key: value for key, value in whole.items() if key != "caveat"},
    }


def _history(record: Record) -> Iterator[str]:
    """What was read, compared and decided, in full and in order, as lines."""
    yield "What this session was made of, in the order in which it was done. Documents and comparisons count from 1."
    yield "A value is written as JSON: in quotation marks, with \\n for the end of a line."
    for number, (document, files) in enumerate(zip(record.documents, entries_of(record), strict=True), 1):
        source = document.source
        yield ""
        yield f"Document {number}"
        yield from _fields(
            {
                "name": source.path,
                "content": files.content,
                "text": files.text,
                "is_file": document.is_file,
                "format": source.format,
                "sha256": source.sha256,
                "encoding": source.encoding,
                "encoding_guessed": source.encoding_guessed,
                "title": source.title,
                "speaker": source.speaker,
                "date": when(source.date),
                "notes": list(source.notes),
            }
        )
    yield ""
    yield from _history_of_comparison(1, record.made[0], f"begun by version {_plain(record.program)}", record.created)
    compared = 1
    for number, entry in enumerate(record.entries, 1):
        yield ""
        yield from _history_of_edit(number, entry)
        if isinstance(entry.edit, Compared):
            compared += 1
            yield from _history_of_comparison(compared, record.made[compared - 1], "of the edit above", "")


def _history_of_comparison(number: int, made: Made, words: str, created: str) -> Iterator[str]:
    yield f"Comparison {number}, {words}"
    comparison = made.comparison
    yield from _fields(
        {
            **({"created": created} if created else {}),
            "left": _side(made.left),
            "right": _side(made.right),
            "options": {
                "sentences_per_line": made.options.sentences_per_line,
                "languages": list(made.options.languages),
                "preset": made.options.preset.value,
                "use_model": made.options.use_model,
                "model": made.options.model,
            },
            "signature": report_json.as_data(comparison)["signature"],
            "links": len(comparison.links),
            "sentences": {side.value: len(_sentences(made, side)) for side in Side},
        }
    )


def _sentences(made: Made, side: Side) -> tuple[object, ...]:
    return (made.comparison.left if side is Side.LEFT else made.comparison.right).sentences


def _side(side: Described) -> dict[str, Any]:
    return {"document": side.document + 1, "title": side.title, "speaker": side.speaker, "date": when(side.date)}


def _history_of_edit(number: int, entry: Entry) -> Iterator[str]:
    body = body_of(entry.edit)
    yield f"Edit {number}: {' '.join([kind_of(entry.edit), *_places(entry.edit)])}"
    yield from _fields({"at": entry.stamp.at, "reviewer": entry.stamp.reviewer, **body})


def _places(edit: Edit) -> Iterator[str]:
    """The findings that an edit is of, as "L3-R5"."""
    match edit:
        case Confirm(pairs):
            yield from map(place_of, pairs)
        case Relink(removed, added):
            yield from (f"-{place_of(pair)}" for pair in removed)
            yield from (f"+{place_of(pair_of(link))}" for link in added)
        case SetRole() | SetSpeaker() | Compared():
            pass
        case _:
            yield place_of(edit.pair)


def _fields(values: Mapping[str, Any]) -> Iterator[str]:
    for name, value in values.items():
        yield f"  {name}: {_plain(value)}"


def _plain(value: object) -> str:
    return report_json.dump(value).decode("utf-8").removesuffix("\n")
