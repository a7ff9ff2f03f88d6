"""How far a piece of work is, told so that no figure ever falls back under the same words."""

from __future__ import annotations

from statement_compare.ui.strings import say, stage_words


class Stages:
    """Takes reports of stages and puts them into words: "Reading", then "Reading, part 2"."""

    def __init__(self) -> None:
        self.start()

    def start(self) -> None:
        """Another piece of work begins."""
        self._parts: dict[str, int] = {}
        self._words = ""
        self._fraction = 0.0

    def take(self, stage: str, done: int, total: int) -> tuple[str, float | None]:
        """Words and a share from 0 to 1, None where nobody knows; a stage that starts over is another part of it."""
        words, fraction = stage_words(stage), done / total if total else None
        if words != self._words or (fraction or 0.0) < self._fraction:
            self._parts[words] = self._parts.get(words, 0) + 1
        self._words, self._fraction = words, fraction or 0.0
        part = self._parts[words]
        return (words if part == 1 else say("status.part", stage=words, part=part)), fraction
