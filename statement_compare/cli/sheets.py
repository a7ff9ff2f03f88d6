"""What the commands make whose result is sent to somebody."""

from __future__ import annotations

from typing import TYPE_CHECKING

from statement_compare.cli.arguments import Arguments

if TYPE_CHECKING:
    from statement_compare.engine.reported import Reported


def reply(reported: Reported, chosen: Arguments) -> bytes:
    """The questions to one side or to both."""
    from statement_compare.engine.model import Side
    from statement_compare.engine.sheets import render_reply
    from statement_compare.engine.sheets.reply import ReplyChoice

    choice = ReplyChoice(
        sides=tuple(side for side in Side if chosen.side in ("", "both", side.value)),
        claims=frozenset() if chosen.findings_only else None,
        language=chosen.report_language,
        deadline=chosen.deadline,
        asked_by=chosen.reviewer,
    )
    return render_reply(reported, choice, chosen.format)
