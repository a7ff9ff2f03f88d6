"""How values become bytes and are read back as exactly the types they had, from files that strangers may have made."""

from __future__ import annotations

import json
import zlib
from collections.abc import Generator, Iterator
from dataclasses import is_dataclass
from typing import Any, Final, TypeVar, get_args, get_type_hints

# msgspec is loaded by those who need it: the window opens before there is anything to write or to read.
T = TypeVar("T")

MOST_UNPACKED: Final = 512_000_000
# JSON of a comparison shrinks to a fifth, of a very monotonous one to a fortieth; a bomb of a thousand to one does not
# pass. Small ones may shrink as they like.
_RATIO: Final = 200
_ALWAYS_ALLOWED: Final = 8_000_000
# A person waits for her first decision to be on the disk: level 6 takes five times as long and saves a quarter.
_LEVEL: Final = 1
# Bytes that are packed in one go, and entries of a list that are read back in one: a millisecond or two.
_PACKED_AT_ONCE: Final = 256 * 1024
_PIECE: Final = 256


class CodecError(ValueError):
    """Bytes that are not the value they should be, or a value that bytes cannot hold."""


def encoded(value: T, kind: type[T]) -> bytes:
    """A value as JSON. Raises CodecError where it could not be read back as it is, such as one with a NaN in it."""
    data = _as_json(value)
    if decoded(data, kind) != value:
        raise CodecError(f"a {getattr(kind, '__name__', kind)} would not be read back as it is")
    return data


def encoding(value: T, kind: type[T]) -> Generator[object, None, bytes]:
    """As `encoded`, bit by bit: each field is read back by itself, and a long list in pieces."""
    yield from _reading_back(value, kind)
    return _as_json(value)


def _reading_back(value: object, kind: Any) -> Iterator[object]:
    if is_dataclass(kind):
        for name, field in get_type_hints(kind).items():
            yield from _reading_back(getattr(value, name), field)
    elif isinstance(value, tuple) and get_args(kind)[1:] == (Ellipsis,):
        for at in range(0, len(value), _PIECE):
            yield encoded(value[at : at + _PIECE], kind)
    else:
        yield encoded(value, kind)


def _as_json(value: object) -> bytes:
    import msgspec

    try:
        return msgspec.json.encode(value)
    except UnicodeEncodeError:
        # Half a character, as the name of a file that is no UTF-8 has them, is an escape in JSON: "\\udcff".
        return json.dumps(msgspec.to_builtins(value), ensure_ascii=True).encode()
    except (TypeError, RecursionError) as error:
        raise CodecError(str(error)) from error


def decoded(data: bytes | str, kind: type[T]) -> T:
    """The value of a type that JSON holds. Raises CodecError for anything else: a missing field, another type."""
    import msgspec

    try:
        try:
            return msgspec.json.decode(data, type=kind)
        except msgspec.ValidationError:
            raise
        except msgspec.DecodeError:
            return msgspec.convert(json.loads(data), kind, strict=True)  # half a character: see above
    except (msgspec.MsgspecError, ValueError, TypeError, RecursionError) as error:
        raise CodecError(str(error)) from error


def decoded_exactly(data: str, kind: type[T]) -> T:
    """As `decoded`, and CodecError for a field that the type does not have: it was meant to say something."""
    fields = set(decoded(data, dict))
    if more := fields - kind.__dataclass_fields__.keys():  # type: ignore[attr-defined]
        raise CodecError(f"{kind.__name__} has no field {min(more)!r}")
    return decoded(data, kind)


def converted(rows: object, kind: type[T]) -> T:
    """Lists and tuples, as tables give them, as a typed value. Raises CodecError where something has another type."""
    import msgspec

    try:
        return msgspec.convert(rows, kind, strict=True)
    except (msgspec.MsgspecError, ValueError) as error:
        raise CodecError(str(error)) from error


def packed(data: bytes) -> bytes:
    """Bytes made smaller, so that `unpacked` takes them. Raises CodecError for more than a session may hold."""
    steps = packing(data)
    while True:
        try:
            next(steps)
        except StopIteration as end:
            return bytes(end.value)


def packing(data: bytes) -> Generator[object, None, bytes]:
    """As `packed`, bit by bit."""
    if len(data) > MOST_UNPACKED:
        raise CodecError("it is too large")
    packer = zlib.compressobj(_LEVEL)
    parts: list[bytes] = []
    for at in range(0, len(data), _PACKED_AT_ONCE):
        parts.append(packer.compress(data[at : at + _PACKED_AT_ONCE]))
        yield at
    small = b"".join((*parts, packer.flush()))
    return small if len(data) <= _allowed(small) else zlib.compress(data, 0)


def unpacked(data: bytes) -> bytes:
    """What was packed. Raises CodecError where it is damaged, or would take far more room than it came in."""
    most = _allowed(data)
    stream = zlib.decompressobj()
    try:
        content = stream.decompress(data, most + 1)
    except zlib.error as error:
        raise CodecError(str(error)) from error
    if len(content) > most:
        raise CodecError("it unpacks to more than is allowed")
    if not stream.eof or stream.unused_data:
        raise CodecError("it is cut, or something hangs on it")
    return content


def _allowed(small: bytes) -> int:
    return min(MOST_UNPACKED, max(_ALWAYS_ALLOWED, _RATIO * len(small)))
