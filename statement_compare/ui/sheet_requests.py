"""What the window asks the worker to make that is sent to somebody: values that know how they are made."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from statement_compare.engine.model import Side
from statement_compare.engine.reported import Reported

if TYPE_CHECKING:
    from statement_compare.engine.sheets.reply import ReplyChoice


@dataclass(frozen=True, slots=True)
class WriteReply:
    """A sheet of questions; answered by its bytes."""

    reported: Reported
    choice: ReplyChoice
    format: str

    def made(self) -> bytes:
        from statement_compare.engine.sheets import render_reply

        return render_reply(self.reported, self.choice, self.format)


@dataclass(frozen=True, slots=True)
class WriteMarked:
    """A marked copy of one side; answered by its bytes. `language` is that of the comments."""

    reported: Reported
    side: Side
    language: str

    def made(self) -> bytes:
        from statement_compare.engine.sheets import marked_copy

        return marked_copy.render(self.reported, self.side, self.language)
