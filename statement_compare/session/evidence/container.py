"""What the zip of a bundle looks like, byte for byte: stored members of one date and one kind, and nothing beside them.

Members are stored and not compressed: what a compressor writes differs from library to library, and nothing stored can
unpack to more than the file holds. Other zips are refused, so that there is one zip for given members, and no byte in
it that nobody looks at.
"""

from __future__ import annotations

import re
import struct
import zlib
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from statement_compare.errors import StatementCompareError

MOST_BYTES: Final = 500_000_000
MOST_MEMBERS: Final = 5_000
_NAME: Final = re.compile(rb"[A-Za-z0-9-]+(?:\.[a-z0-9]+)*(?:/[A-Za-z0-9-]+(?:\.[a-z0-9]+)*)?")
_LONGEST_NAME: Final = 60
_MOST_OF_HEADS: Final = 250  # what a zip says of one member, in its two places
_DATE: Final = 0x21  # 1 January 1980, the first day that a zip knows
_VERSION: Final = 20
_MADE_ON: Final = 3 << 8 | _VERSION  # the kind of system that knows rights
_RIGHTS: Final = 0o100644 << 16
_LOCAL: Final = struct.Struct("<4s5H3L2H")
_CENTRAL: Final = struct.Struct("<4s6H3L5H2L")
_END: Final = struct.Struct("<4s4H2LH")
_LOCAL_SIGN, _CENTRAL_SIGN, _END_SIGN = b"PK\3\4", b"PK\1\2", b"PK\5\6"

Member = tuple[str, bytes]


class ContainerError(StatementCompareError):
    """A file that is no bundle, or one whose members cannot be told apart; `key` says why, in words of `words`."""


@dataclass(frozen=True, slots=True)
class Unpacked:
    """The members in their order, those whose checksum in the zip is another, and where the rest of the zip differs.

    `differs_at` is the first byte that a zip of these members would not have there; None where all are as they should.
    """

    members: tuple[Member, ...]
    wrong_checksums: tuple[str, ...] = ()
    differs_at: int | None = None


def pack(members: Sequence[Member]) -> bytes:
    """The zip of these members: the same bytes for the same members. Raises ContainerError for what is too much."""
    if len(members) > MOST_MEMBERS:
        raise refused("too_many")
    if sum(len(content) + _MOST_OF_HEADS for _, content in members) > MOST_BYTES:
        raise refused("too_large")
    parts = []
    for name, content in members:
        parts += [_local(name.encode("ascii"), content), content]
    return b"".join([*parts, _directory(members)])


def unpack(data: bytes) -> Unpacked:
    """The members of a bundle. Raises ContainerError for any other file; nothing grows while it is read."""
    if len(data) > MOST_BYTES:
        raise refused("too_large")
    if not data.startswith(_LOCAL_SIGN):
        raise refused("no_zip")
    members: list[Member] = []
    known: set[bytes] = set()
    wrong: list[str] = []
    at = 0
    while data[at : at + 4] == _LOCAL_SIGN:
        name, start, end, checksum = _header(data, at, len(members) + 1)
        if name in known:
            raise refused("twice", member=name.decode())
        if len(members) == MOST_MEMBERS:
            raise refused("too_many")
        known.add(name)
        content = data[start:end]
        members.append((name.decode(), content))
        if zlib.crc32(content) != checksum:
            wrong.append(name.decode())
        at = end
    return Unpacked(tuple(members), tuple(wrong), _difference(data, at, _directory(members)))


def refused(key: str, **params: str) -> ContainerError:
    from statement_compare.session.evidence.words import say

    return ContainerError(f"evidence.{key}", say(f"refused.{key}", **params), **params)


def _header(data: bytes, at: int, number: int) -> tuple[bytes, int, int, int]:
    """The name of the member whose header stands there, where its content starts and ends, and its checksum."""
    if at + _LOCAL.size > len(data):
        raise refused("cut")
    _, version, flags, method, time, date, checksum, packed, size, name_length, extra = _LOCAL.unpack_from(data, at)
    start = at + _LOCAL.size + name_length + extra
    name = data[at + _LOCAL.size : at + _LOCAL.size + name_length]
    if flags & 1:
        raise refused("encrypted", number=str(number))
    if method:
        raise refused("compressed", number=str(number))
    if len(name) > _LONGEST_NAME or not _NAME.fullmatch(name):
        raise refused("name", number=str(number), name=repr(name[:_LONGEST_NAME])[1:])
    if (version, flags, time, date, extra) != (_VERSION, 0, 0, _DATE, 0) or packed != size:
        raise refused("header", number=str(number), member=name.decode())
    if start + size > len(data):
        raise refused("cut")
    return name, start, start + size, checksum


def _local(name: bytes, content: bytes) -> bytes:
    size = len(content)
    head = (_LOCAL_SIGN, _VERSION, 0, 0, 0, _DATE, zlib.crc32(content), size, size, len(name), 0)
    return _LOCAL.pack(*head) + name


def _directory(members: Sequence[Member]) -> bytes:
    """What stands behind the members: the list of them, and where it begins."""
    entries, at = [], 0
    for name_, content in members:
        name, size = name_.encode("ascii"), len(content)
        head = (_CENTRAL_SIGN, _MADE_ON, _VERSION, 0, 0, 0, _DATE, zlib.crc32(content), size, size, len(name))
        entries.append(_CENTRAL.pack(*head, 0, 0, 0, 0, _RIGHTS, at) + name)
        at += _LOCAL.size + len(name) + size
    listed = b"".join(entries)
    return listed + _END.pack(_END_SIGN, 0, 0, len(members), len(members), len(listed), at, 0)


def _difference(data: bytes, at: int, expected: bytes) -> int | None:
    found = data[at:]
    if found == expected:
        return None
    same = next((i for i, (one, other) in enumerate(zip(found, expected, strict=False)) if one != other), None)
    return at + (min(len(found), len(expected)) if same is None else same)
