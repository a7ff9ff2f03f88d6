"""What checking a bundle found: one finding after another, each as a key with what stands in its places, no prose."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Any, Final

WITHOUT_BYTES: Final = "document.no_bytes"
"""The key of the finding that the bundle holds only a document's text, and not the file that it was read from."""


class Standing(StrEnum):
    """What a finding says of the bundle."""

    SAME = "same"
    DIFFERS = "differs"
    UNCHECKED = "unchecked"
    """It could not be checked here, so that nobody can say that it is the same."""
    NOTE = "note"
    """Something to know, by which nothing differs."""


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing that was checked. `where` is the member, document or pair; `places` fills the words of `key`."""

    standing: Standing
    key: str
    where: str = ""
    places: Mapping[str, str | int] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Checked:
    """What checking a bundle came to. `about` is what its manifest says of it, {} where that could not be read.

    `fingerprint` is the SHA-256 of its manifest.
    """

    findings: tuple[Finding, ...]
    fingerprint: str = ""
    about: Mapping[str, Any] = field(default_factory=dict)

    @property
    def is_replayed(self) -> bool:
        """Whether the documents were read and compared again, all of them.

        One of which the session kept only the text was not: that it says what the file says, nobody can check.
        """
        return not self.of(Standing.UNCHECKED) and not self.unread

    @property
    def unread(self) -> int:
        """How many documents could not be read again, since only their text is there."""
        return sum(each.key == WITHOUT_BYTES for each in self.findings)

    @property
    def is_same(self) -> bool:
        """Whether everything was checked and nothing differs."""
        return not any(each.standing in (Standing.DIFFERS, Standing.UNCHECKED) for each in self.findings)

    def of(self, standing: Standing) -> tuple[Finding, ...]:
        return tuple(each for each in self.findings if each.standing is standing)
