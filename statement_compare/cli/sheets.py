"""What the commands make whose result is sent to somebody."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from statement_compare.cli.arguments import Arguments
from statement_compare.errors import UsageError

if TYPE_CHECKING:
    from statement_compare.engine.model import Pair
    from statement_compare.engine.reported import Reported

# Sentences of a side, as reports and the window name them: "L3", "L3, L4", "L3,4".
_PLACES: Final = r"({0}[0-9]{{1,9}}(?:\s*,\s*{0}?[0-9]{{1,9}})*)"
# What a draft may lack, by the value of `Gap`, and where it is said.
_LACKS: Final = {
    "author": "who reviews the claim (--author)",
    "url": "the whole address of the review (--url https://...)",
    "published": "the day of the review (--published YYYY-MM-DD)",
    "claim_author": "who made the claim (--claim-author, or the speaker of that side in the session)",
    "claim_date": "when the claim was made (--claim-date YYYY-MM-DD, or the date of that side in the session)",
    "claim_url": "where the claim was made (--claim-url https://...)",
}


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


def marked(reported: Reported, chosen: Arguments) -> bytes:
    """The copy of one side with its findings."""
    from statement_compare.engine.model import Side
    from statement_compare.engine.sheets import marked_copy

    return marked_copy.render(reported, Side(chosen.side or "left"), chosen.report_language)


def claim_review(reported: Reported, chosen: Arguments) -> bytes:
    """The draft of a ClaimReview. Raises UsageError that names all that is missing for it."""
    from statement_compare.engine.model import Side
    from statement_compare.engine.sheets.claim_review import ClaimReviewWish
    from statement_compare.engine.sheets.claim_review import claim_review as draft_of

    wish = ClaimReviewWish(
        _finding(reported, chosen.finding),
        Side(chosen.side or "left"),
        author=chosen.author,
        url=chosen.url,
        published=chosen.published,
        claim_author=chosen.claim_author,
        claim_date=chosen.claim_date,
        claim_url=chosen.claim_url,
        is_person=chosen.claim_author_is == "person",
        language=chosen.report_language,
    )
    draft = draft_of(reported, wish)
    if draft.gaps:
        lacks = "; ".join(_LACKS[gap.value] for gap in draft.gaps)
        raise UsageError("usage.claim_review", f"nothing is written, since the draft lacks or cannot read: {lacks}")
    return draft.text.encode("utf-8")


def _finding(reported: Reported, asked: str) -> Pair:
    """The finding that a person names by its number in `review`, or by its sentences: "L3-R5", "L3, L4 – R5"."""
    from statement_compare.engine.model import pair_of
    from statement_compare.engine.report.wording import by_gravity

    pairs = sorted(map(pair_of, by_gravity(reported.comparison)), key=lambda pair: pair in reported.dismissed)
    if re.fullmatch("[0-9]{1,9}", asked) and 1 <= int(asked) <= len(pairs):
        return pairs[int(asked) - 1]
    if named := re.fullmatch(rf"\s*{_PLACES.format('L')}\s*[-–]\s*{_PLACES.format('R')}\s*", asked, re.IGNORECASE):
        left, right = (tuple(int(i) - 1 for i in re.findall("[0-9]+", part)) for part in named.groups())
        if (left, right) in pairs:
            return left, right
    raise UsageError(
        "usage.finding",
        f"--finding {asked}: there is no such finding among the {len(pairs)}; give its number, or L3-R5",
    )
