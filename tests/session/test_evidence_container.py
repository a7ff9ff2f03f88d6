"""The zip of a bundle is one that every unpacker reads, and no other zip is taken for one."""

from __future__ import annotations

import io
import random
import struct
import zipfile

import pytest

from statement_compare.session.evidence.container import MOST_MEMBERS, ContainerError, Member, pack, unpack

MEMBERS: tuple[Member, ...] = (
    ("README.txt", b"What this is\n"),
    ("manifest.json", b"{}"),
    ("documents/1.text.txt", "Қоңырау\n".encode()),
    ("report.html", b""),
)


def test_what_was_packed_is_unpacked_and_other_programs_read_it_too() -> None:
    data = pack(MEMBERS)
    assert unpack(data).members == MEMBERS
    assert unpack(data).differs_at is None
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        assert archive.testzip() is None
        assert [(each.filename, archive.read(each)) for each in archive.infolist()] == list(MEMBERS)
        assert {each.date_time for each in archive.infolist()} == {(1980, 1, 1, 0, 0, 0)}
        assert {each.external_attr >> 16 for each in archive.infolist()} == {0o100644}


def test_the_same_members_give_the_same_bytes() -> None:
    assert pack(MEMBERS) == pack(list(MEMBERS))
    assert len({pack(MEMBERS), pack(MEMBERS[::-1]), pack(MEMBERS[1:])}) == 3


def test_a_changed_byte_anywhere_is_seen() -> None:
    data = pack(MEMBERS)
    for at in range(len(data)):
        for changed in {data[at] ^ 1, data[at] ^ 0x20, 0} - {data[at]}:
            assert is_seen(data[:at] + bytes([changed]) + data[at + 1 :]), at


def test_a_byte_too_many_or_too_few_anywhere_is_seen() -> None:
    data = pack(MEMBERS)
    for at in range(len(data) + 1):
        assert is_seen(data[:at] + b"\0" + data[at:]), at
        assert is_seen(data[:at] + data[at + 1 :]) or at == len(data), at
        assert is_seen(data[:at]) or at == len(data), at


def is_seen(data: bytes) -> bool:
    try:
        found = unpack(data)
    except ContainerError:
        return True
    return found.differs_at is not None or bool(found.wrong_checksums) or found.members != MEMBERS


def zipped(
    name: str = "README.txt", content: bytes = b"words\n", *, mode: int = zipfile.ZIP_STORED, **about: object
) -> bytes:
    target = io.BytesIO()
    info = zipfile.ZipInfo(name)
    info.compress_type = mode
    for key, value in about.items():
        setattr(info, key, value)
    with zipfile.ZipFile(target, "w") as archive:
        archive.writestr(info, content)
    return target.getvalue()


def with_flag(data: bytes, flag: int) -> bytes:
    return data[:6] + struct.pack("<H", flag) + data[8:]


@pytest.mark.parametrize(
    ("data", "key"),
    [
        (b"", "no_zip"),
        (b"words, and no zip", "no_zip"),
        (b"PK\5\6" + bytes(18), "no_zip"),
        (b"PK\3\4", "cut"),
        (pack(MEMBERS)[:40], "cut"),
        (zipped("../../etc/passwd"), "name"),
        (zipped("/etc/passwd"), "name"),
        (zipped("C:/windows/win.ini"), "name"),
        (zipped("documents/../../x"), "name"),
        (zipped("a/b/c"), "name"),
        (pack([("README.txt", b"")]).replace(b"README.txt", b"README\0txt"), "name"),
        (zipped("отчёт.html"), "name"),
        (zipped("x" * 61), "name"),
        (zipped("", b""), "name"),
        (zipped("folder/", b""), "name"),
        (zipped(mode=zipfile.ZIP_DEFLATED, content=bytes(50_000_000)), "compressed"),
        (zipped(mode=zipfile.ZIP_BZIP2, content=bytes(1_000_000)), "compressed"),
        (with_flag(pack(MEMBERS), 1), "encrypted"),
        (with_flag(pack(MEMBERS), 8), "header"),
        (zipped(extra=b"UT\5\0\3abcd"), "header"),
        (zipped(date_time=(2026, 1, 2, 3, 4, 5)), "header"),
        (pack([*MEMBERS, MEMBERS[1]]), "twice"),
        (pack(MEMBERS)[:18] + struct.pack("<LL", 0xFFFFFFF0, 0xFFFFFFF0) + pack(MEMBERS)[26:], "cut"),
        (pack(MEMBERS)[:18] + struct.pack("<LL", 13, 0x7FFFFFFF) + pack(MEMBERS)[26:], "header"),
    ],
)
def test_what_is_no_bundle_is_refused_in_words(data: bytes, key: str) -> None:
    with pytest.raises(ContainerError) as caught:
        unpack(data)
    assert caught.value.key == f"evidence.{key}"
    assert "\n" not in caught.value.message
    assert "\0" not in caught.value.message
    assert len(caught.value.message) > 15


def test_thousands_of_members_are_refused() -> None:
    one = pack([("a", b"")])
    head = one[: one.index(b"PK\1\2")]
    names = (f"x{number}".encode() for number in range(MOST_MEMBERS + 50_000))
    data = b"".join(head[:26] + struct.pack("<H", len(name)) + head[28:30] + name for name in names)
    with pytest.raises(ContainerError) as caught:
        unpack(data)
    assert caught.value.key == "evidence.too_many"


def test_what_hangs_on_the_end_is_told_by_its_place() -> None:
    data = pack(MEMBERS)
    assert unpack(data + b"more").differs_at == len(data)
    comment = data[:-2] + struct.pack("<H", 5) + b"hello"
    assert unpack(comment).differs_at == len(data) - 2


def test_a_link_in_the_place_of_a_file_is_seen() -> None:
    data = zipped(create_system=3, external_attr=0o120777 << 16, date_time=(1980, 1, 1, 0, 0, 0))
    assert unpack(data).differs_at is not None


def test_random_bytes_behind_a_head_are_no_bundle() -> None:
    chance = random.Random(4)
    for _ in range(300):
        assert is_seen(b"PK\3\4" + chance.randbytes(chance.randrange(400)))
