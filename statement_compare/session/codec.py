"""How values become bytes and are read back as exactly the types they had, from files that strangers may have made."""

from __future__ import annotations

import json
import zlib
from typing import Final, TypeVar

# msgspec is loaded by those who need it: the window opens before there is anything to write or to read.
T = TypeVar("T")

MOST_UNPACKED: Final = 512_000_000
# JSON of a comparison shrinks to a fifth, of a very monotonous one to a fortieth; a bomb of a thousand to one does not
# pass. Small ones may shrink as they like.
_RATIO: Final = 200
_ALWAYS_ALLOWED: Final = 8_000_000
# A person waits for her first decision to be on the disk: level 6 takes five times as long and saves a quarter.
_LEVEL: Final = 1


class CodecError(ValueError):
    """Bytes that are not the value they should be, or a value that bytes cannot hold."""


def encoded(value: T, kind: type[T]) -> bytes:
    """A value as JSON. Raises CodecError where it could not be read back as it is, such as one with a NaN in it."""
    import msgspec

    try:
        data = msgspec.json.encode(value)
    except UnicodeEncodeError:
        # Half a character, as the name of a file that is no UTF-8 has them, is an escape in JSON: "\\udcff".
        data = json.dumps(msgspec.to_builtins(value), ensure_ascii=True).encode()
    except (TypeError, RecursionError) as error:
        raise CodecError(str(error)) from error
    if decoded(data, kind) != value:
        raise CodecError(f"a {kind.__name__} would not be read back as it is")
    return data


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
    if len(data) > MOST_UNPACKED:
        raise CodecError("it is too large")
    small = zlib.compress(data, _LEVEL)
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
