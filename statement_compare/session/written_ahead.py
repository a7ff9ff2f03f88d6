"""What a session file holds of a comparison as bytes, which can be made before there is a file, while nobody waits."""

from __future__ import annotations

from collections import deque
from collections.abc import Generator, Iterator
from dataclasses import dataclass
from typing import Final, TypeVar

from statement_compare.engine.model import Comparison, Source
from statement_compare.session.codec import encoding, packing
from statement_compare.session.soundness import checking, checking_source

T = TypeVar("T")
_STEPS_AT_ONCE: Final = 100


@dataclass(frozen=True, slots=True)
class Ahead:
    """A comparison that is sound, and as which bytes it and both its texts are kept."""

    comparison: Comparison
    body: bytes
    sources: tuple[bytes, bytes]

    def of(self, source: Source) -> bytes | None:
        """The bytes of a text; None where it is none of the comparison's own, such as one before a correction."""
        statements = (self.comparison.left, self.comparison.right)
        return next((body for each, body in zip(statements, self.sources, strict=True) if each.source is source), None)


def making(comparison: Comparison) -> Generator[object, None, Ahead]:
    """Make it bit by bit, each a few milliseconds. Raises CodecError or UnsoundError for what no file can hold."""
    for number, step in enumerate(checking(comparison)):
        if number % _STEPS_AT_ONCE == 0:
            yield step
    left = yield from _making_source(comparison.left.source)
    right = yield from _making_source(comparison.right.source)
    data = yield from encoding(comparison, Comparison)
    body = yield from packing(data)
    return Ahead(comparison, body, (left, right))


def made(comparison: Comparison) -> Ahead:
    """The same at once."""
    return _at_once(making(comparison))


def body_of(source: Source) -> bytes:
    """A text as it is kept. Raises CodecError or UnsoundError for one that no file can hold."""
    return _at_once(_making_source(source))


def _making_source(source: Source) -> Generator[object, None, bytes]:
    deque(checking_source(source), maxlen=0)
    data = yield from encoding(source, Source)
    return (yield from packing(data))


def _at_once(steps: Generator[object, None, T]) -> T:
    result: list[T] = []

    def whole() -> Iterator[object]:
        result.append((yield from steps))

    deque(whole(), maxlen=0)
    return result[0]
