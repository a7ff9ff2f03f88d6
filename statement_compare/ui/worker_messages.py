"""What the window and its worker say to each other about requests, whatever these are."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Asked:
    ticket: int
    request: object


@dataclass(frozen=True, slots=True)
class Cancel:
    ticket: int


@dataclass(frozen=True, slots=True)
class Leave:
    """The process may end, with its own children."""


@dataclass(frozen=True, slots=True)
class Ready:
    """The process has started and listens."""


@dataclass(frozen=True, slots=True)
class Reported:
    ticket: int
    stage: str
    done: int
    total: int


@dataclass(frozen=True, slots=True)
class Partial:
    """What is known so far of a result that takes long."""

    ticket: int
    result: object


@dataclass(frozen=True, slots=True)
class Done:
    ticket: int
    result: object


@dataclass(frozen=True, slots=True)
class Failed:
    """An error that a person can read; as its parts, because exceptions with several arguments do not pickle."""

    ticket: int
    key: str
    message: str
    params: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class Stopped:
    """The work was cancelled, as asked."""

    ticket: int
