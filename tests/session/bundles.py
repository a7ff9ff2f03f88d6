"""Sessions to make bundles of: two short statements, compared without a model, with decisions of all kinds."""

from __future__ import annotations

import hashlib
import json
import re
from collections.abc import Mapping, Sequence
from pathlib import Path

from statement_compare.engine.model import CompareOptions, Comparison, Correction, Link, Role, Side, Verdict
from statement_compare.engine.models import NO_MODELS, Models
from statement_compare.engine.pipeline import compare, compare_statements, judge_pair
from statement_compare.engine.readers import read_bytes
from statement_compare.session.corrected import with_sentence
from statement_compare.session.edits import (
    Bookmark,
    Compared,
    Confirm,
    Dismiss,
    Edit,
    Relink,
    SetNote,
    SetRole,
    SetSpeaker,
    SetStatus,
    SetVerdict,
    Stamp,
)
from statement_compare.session.evidence import members as names
from statement_compare.session.evidence.checking import check
from statement_compare.session.evidence.container import pack, unpack
from statement_compare.session.evidence.outcome import Checked
from statement_compare.session.evidence.replay import ModelsFor, models_at_hand
from statement_compare.session.evidence.words import finding_words
from statement_compare.session.evidence.writing import in_order
from statement_compare.session.handmade import placed, texts_of
from statement_compare.session.recent import Origin
from statement_compare.session.review import Pair, Status
from statement_compare.session.store import Store
from statement_compare.session.store_rows import Contents, Sides, kept

LEFT = "The port paid 5,000 euros for the survey.\n\nThe survey began in March.\n\nNobody was told of the leak.\n"
RIGHT = "The port paid 1,000 euros for the survey.\n\nThe survey began in March.\n\nThe staff were told of the leak.\n"
STAMP = Stamp("Ada Okoye", "2026-01-02T03:04:05+00:00")
WITHOUT = CompareOptions(languages=("en", "en"), use_model=False, model="none")
FIRST: Pair = ((0,), (0,))
SECOND: Pair = ((1,), (1,))
THIRD: Pair = ((1,), (2,))
OF_A_FINDING: tuple[Edit, ...] = (
    SetVerdict(FIRST, Verdict.QUALIFIED, "the second is net"),
    SetNote(FIRST, "ask\nthe port \u202e"),
    SetNote(FIRST, "сұрау керек"),
    SetStatus(FIRST, Status.ASKED),
    Bookmark(SECOND),
    Dismiss(SECOND),
    Dismiss(SECOND, is_dismissed=False),
    Confirm((SECOND,)),
    SetSpeaker(Side.LEFT, "The port"),
    SetRole(Side.RIGHT, 1, Role.OPINION),
)


def compared(
    left: bytes = LEFT.encode(),
    right: bytes = RIGHT.encode(),
    options: CompareOptions = WITHOUT,
    models: Models = NO_MODELS,
    folder: str = "/home/eve/embargo",
    name: str = "ministry.txt",
) -> tuple[Comparison, Sides]:
    """A comparison of two files, and these as a session keeps them."""
    sources = [read_bytes(data, name=f"{folder}/{each}") for data, each in ((left, name), (right, "answer.txt"))]
    first, second = (
        kept(source, Origin(path=source.path), data) for source, data in zip(sources, (left, right), strict=True)
    )
    return compare(sources[0], sources[1], options, models), (first, second)


def by_hand(comparison: Comparison, pair: Pair, options: CompareOptions = WITHOUT, models: Models = NO_MODELS) -> Link:
    """A link as it is judged for a person who makes it."""
    return placed(judge_pair(*texts_of(comparison, pair), options, models).link, comparison, pair)


def written(path: Path, comparison: Comparison, sides: Sides, edits: Sequence[Edit]) -> Contents:
    """What a session file of these holds."""
    with Store.create(path, comparison, options=WITHOUT, sources=sides) as store:
        for edit in edits:
            store.apply(edit, STAMP)
        return store.contents


def contents(path: Path, folder: str = "/home/eve/embargo") -> Contents:
    """A session with an edit of every kind."""
    comparison, sides = compared(folder=folder)
    first = comparison.left.sentences[2].text
    statement = with_sentence(comparison.left, 2, "Nobody was told of a leak.")
    corrections = (Correction(Side.LEFT, 2, first, "Nobody was told of a leak."),)
    again = compare_statements(statement, comparison.right, WITHOUT, NO_MODELS)
    edits = (*OF_A_FINDING, Relink(added=(by_hand(comparison, THIRD),)), Compared(again, corrections))
    return written(path, comparison, sides, (*edits, SetNote(THIRD, "after all")))


def checked(data: bytes, models_for: ModelsFor | None = None) -> Checked:
    return check(data, models_for or models_at_hand())


def told(found: Checked) -> list[str]:
    """What differs, in words."""
    return [finding_words(each) for each in found.findings if each.standing.value == "differs"]


def members_of(data: bytes) -> dict[str, bytes]:
    return dict(unpack(data).members)


def rehashed(members: Mapping[str, bytes]) -> bytes:
    """The bundle with these members, and the manifest and the lines of README.txt made to fit them."""
    found = dict(members)
    lines = found[names.README].decode("utf-8", "surrogateescape")
    for name, content in found.items():
        digest = hashlib.sha256(content).hexdigest()
        lines = re.sub(rf"^[0-9a-f]{{64}}(  {re.escape(name)})$", lambda m, d=digest: d + m[1], lines, flags=re.M)
    found[names.README] = lines.encode("utf-8", "surrogateescape")
    try:
        manifest = json.loads(found[names.MANIFEST])
        for row in manifest["members"]:
            if row["name"] in found:
                content = found[row["name"]]
                row |= {"sha256": hashlib.sha256(content).hexdigest(), "size": len(content)}
        if json.loads(found[names.MANIFEST]) != manifest:
            found[names.MANIFEST] = names.json_of(manifest)
    except (ValueError, KeyError, TypeError, RecursionError):
        pass
    return pack(in_order(found))
