"""How a bundle is checked: its zip, its manifest, its members, and then everything that it rests on once more."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace
from typing import Any, Final

from statement_compare.engine.progress import SILENT, Progress
from statement_compare.engine.readers import DEFAULT_LIMITS, bytes_of_file
from statement_compare.engine.report_formats import REPORT_LANGUAGES
from statement_compare.session.codec import CodecError, decoded
from statement_compare.session.edits import EditError
from statement_compare.session.evidence import members as names
from statement_compare.session.evidence.container import MOST_BYTES, Unpacked, refused, unpack
from statement_compare.session.evidence.differences import of_members
from statement_compare.session.evidence.members import MemberError, record_from
from statement_compare.session.evidence.outcome import Checked, Finding, Standing
from statement_compare.session.evidence.record import Record, folded
from statement_compare.session.evidence.replay import ModelsFor, comparisons_again, documents_again, links_again
from statement_compare.session.evidence.writing import (
    FORM,
    KIND,
    contents_of,
    in_order,
    manifest_of,
    readme_of,
    sha256,
)
from statement_compare.session.review import Review
from statement_compare.session.soundness import UnsoundError

_LONGEST_MANIFEST: Final = 10_000_000


def read_bundle(name: str) -> bytes:
    """The bytes of a bundle's file. Raises UnreadableFileError."""
    return bytes_of_file(name, replace(DEFAULT_LIMITS, file_bytes=MOST_BYTES))


def check(data: bytes, models_for: ModelsFor, progress: Progress = SILENT) -> Checked:
    """Check a bundle and replay it.

    Raises ContainerError for what is no bundle, cannot be told apart into its members, or is of a newer form; whatever
    else is wrong with it is a finding. Raises Cancelled at a progress report.
    """
    found = tuple(findings(data, models_for, progress))
    members = dict(unpack(data).members)
    return Checked(found, sha256(members[names.MANIFEST]), _about(members))


def findings(data: bytes, models_for: ModelsFor, progress: Progress = SILENT) -> Iterator[Finding]:
    """What `check` finds, one after another: the quick checks first, what takes long last."""
    unpacked = unpack(data)
    members = dict(unpacked.members)
    about = _about(members)
    yield from _of_container(unpacked)
    yield from _of_manifest(about, members)
    said = about.get("report_language")
    language = said if said in REPORT_LANGUAGES else "en"
    try:
        record = record_from(members)
        review = folded(record, progress)
    except MemberError as error:
        yield Finding(Standing.DIFFERS, "member.unreadable", error.member, {"why": error.why})
    except (UnsoundError, EditError) as error:
        yield Finding(Standing.DIFFERS, "edits.refused", names.SESSION, {"why": str(error)})
    else:
        yield from _written_again(record, review, members, contents_of(record, review, language))
        listed = _listed(about)
        if listed is not None:
            yield from _of_member_again(names.README, members, readme_of(record, language, listed))
            yield from _of_member_again(names.MANIFEST, members, manifest_of(record, language, listed))
        yield from documents_again(record, progress)
        yield from comparisons_again(record, models_for, progress)
        yield from links_again(record, models_for, progress)
        return
    yield Finding(Standing.UNCHECKED, "replay.none")


def _about(members: Mapping[str, bytes]) -> dict[str, Any]:
    """What the manifest says, where it can be read. Raises ContainerError for what is no bundle, or a newer one."""
    manifest = members.get(names.MANIFEST)
    if manifest is None or names.README not in members:
        raise refused("no_bundle")
    try:
        if len(manifest) > _LONGEST_MANIFEST:
            raise CodecError("it is too long")
        about = decoded(manifest, dict)
    except CodecError:
        return {}
    form = about.get("form")
    if type(form) is int and form > FORM:
        raise refused("newer", form=str(form))
    return about


def _of_container(unpacked: Unpacked) -> Iterator[Finding]:
    for name in unpacked.wrong_checksums:
        yield Finding(Standing.DIFFERS, "zip.checksum", name)
    if unpacked.differs_at is not None:
        yield Finding(Standing.DIFFERS, "zip.differs", "", {"at": unpacked.differs_at})
    found = [name for name, _ in unpacked.members]
    expected = [name for name, _ in in_order(dict(unpacked.members))]
    if found != expected:
        yield Finding(Standing.DIFFERS, "zip.order")
    elif unpacked.differs_at is None and not unpacked.wrong_checksums:
        yield Finding(Standing.SAME, "zip.same", "", {"n": len(found)})


def _of_manifest(about: Mapping[str, Any], members: Mapping[str, bytes]) -> Iterator[Finding]:
    """Whether the members are those that the manifest names, with their sizes and SHA-256."""
    listed = _listed(about)
    if listed is None or about.get("kind") != KIND or about.get("form") != FORM:
        yield Finding(Standing.DIFFERS, "manifest.unreadable", names.MANIFEST)
        return
    faults = 0
    for name in sorted(listed.keys() | members.keys() - {names.MANIFEST}):
        for fault in _of_member(name, listed, members):
            faults += 1
            yield fault
    if not faults:
        yield Finding(Standing.SAME, "hashes.same", "", {"n": len(listed)})


def _of_member(name: str, listed: Mapping[str, tuple[str, int]], members: Mapping[str, bytes]) -> Iterator[Finding]:
    if name not in members:
        yield Finding(Standing.DIFFERS, "member.missing", name)
    elif name not in listed:
        yield Finding(Standing.DIFFERS, "member.added", name)
    else:
        digest, size = listed[name]
        found = sha256(members[name])
        if len(members[name]) != size:
            yield Finding(Standing.DIFFERS, "member.size", name, {"bundle": size, "here": len(members[name])})
        if found != digest:
            yield Finding(Standing.DIFFERS, "member.sha256", name, {"bundle": digest[:80], "here": found})


def _listed(about: Mapping[str, Any]) -> dict[str, tuple[str, int]] | None:
    """The members that a manifest names, None where it makes no sense."""
    try:
        rows = [(row["name"], row["sha256"], row["size"]) for row in about["members"]]
    except (KeyError, TypeError):
        return None
    if any(type(name) is not str or type(digest) is not str or type(size) is not int for name, digest, size in rows):
        return None
    return {name: (digest, size) for name, digest, size in rows}


def _written_again(
    record: Record, review: Review, members: Mapping[str, bytes], again: Mapping[str, bytes]
) -> Iterator[Finding]:
    """Whether the edits lead to the decisions, and each member is what is written of the record again."""
    differing = False
    for name in sorted(again.keys() | members.keys() - {names.README, names.MANIFEST}):
        if name in again and name in members:
            found = list(_of_member_again(name, members, again[name]))
        else:
            key = "written.missing" if name in again else "written.added"
            found = [Finding(Standing.DIFFERS, key, name)]
        differing = differing or bool(found)
        yield from found
    if not differing:
        yield Finding(Standing.SAME, "folded.same", "", {"n": len(record.entries), "decided": review.decided})
        yield Finding(Standing.SAME, "written.same", "", {"n": len(again)})


def _of_member_again(name: str, members: Mapping[str, bytes], again: bytes) -> Iterator[Finding]:
    if members[name] != again:
        yield from of_members(name, members[name], again)


def with_fingerprint(checked: Checked, expected: str) -> Checked:
    """The same, held against the fingerprint that somebody was told; "" is none."""
    if not expected:
        return checked
    is_it = checked.fingerprint == expected
    standing = Standing.SAME if is_it else Standing.DIFFERS
    places = {"bundle": checked.fingerprint, "here": expected}
    finding = Finding(standing, "fingerprint.same" if is_it else "fingerprint.other", "", places)
    return replace(checked, findings=(finding, *checked.findings))
