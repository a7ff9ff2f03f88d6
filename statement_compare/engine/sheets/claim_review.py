"""One finding as the draft of a ClaimReview, in the form in which search engines read one; never with a rating."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import Final

from statement_compare.engine.model import Comparison, Link, Pair, Side, Span, pair_of
from statement_compare.engine.report.marked import statement_of
from statement_compare.engine.report.quotation import nested
from statement_compare.engine.report.wording import plain
from statement_compare.engine.reported import Reported
from statement_compare.engine.sheets.claim_review_schema import CONTEXT, faults, is_date, is_url
from statement_compare.engine.sheets.passages import quotes_of
from statement_compare.engine.sheets.words import words_in
from statement_compare.engine.text.graphemes import widened

_LONGEST_NAME: Final = 110
# What could end the script of a page that the draft is pasted into, or a line of it.
_ESCAPED: Final = {each: f"\\u{ord(each):04x}" for each in "<>&\u2028\u2029"}


class Gap(StrEnum):
    """What a draft still lacks."""

    AUTHOR = "author"
    """Who reviews the claim."""
    URL = "url"
    """The whole address of the page where the review will be."""
    PUBLISHED = "published"
    """The day on which the review appears."""
    CLAIM_AUTHOR = "claim_author"
    """Who made the claim."""
    CLAIM_DATE = "claim_date"
    """When the claim was made."""
    APPEARANCE = "claim_url"
    """Where the claim was made: the address of the statement, or else its title."""


@dataclass(frozen=True, slots=True)
class ClaimReviewWish:
    """Which claim is reviewed, by whom and where. Days are written as 2026-12-01.

    The claim is what `side` says in the finding that joins the sentences of `pair`. `claim_author`, `claim_date` and
    the title come from the statement where they are "" here. `language` is that of the review.
    """

    pair: Pair
    side: Side = Side.LEFT
    author: str = ""
    url: str = ""
    published: str = ""
    claim_author: str = ""
    claim_date: str = ""
    claim_url: str = ""
    is_person: bool = False
    language: str = "en"


@dataclass(frozen=True, slots=True)
class ClaimReview:
    """A draft as text in JSON-LD; where anything is missing or wrong, `gaps` say what, and there is no text."""

    gaps: tuple[Gap, ...]
    text: str = ""


def known_author(comparison: Comparison, side: Side) -> str:
    """Who made the claims of a side, as far as the statement says."""
    return plain(statement_of(comparison, side).source.speaker)


def known_date(comparison: Comparison, side: Side) -> str:
    """When the claims of a side were made, as far as the statement says."""
    when = statement_of(comparison, side).source.date
    return when.isoformat() if when else ""


def claim_review(reported: Reported, wish: ClaimReviewWish) -> ClaimReview:
    """The draft. Raises ValueError where no finding joins the sentences."""
    link = next((each for each in reported.links if pair_of(each) == wish.pair), None)
    if link is None:
        raise ValueError(f"no finding joins {wish.pair}")
    comparison = reported.comparison
    title = plain(statement_of(comparison, wish.side).source.title)
    author, url, claim_url = plain(wish.author), wish.url.strip(), wish.claim_url.strip()
    speaker = plain(wish.claim_author) or known_author(comparison, wish.side)
    said_on = wish.claim_date.strip() or known_date(comparison, wish.side)
    has = {
        Gap.AUTHOR: bool(author),
        Gap.URL: is_url(url),
        Gap.PUBLISHED: is_date(wish.published.strip()),
        Gap.CLAIM_AUTHOR: bool(speaker),
        Gap.CLAIM_DATE: is_date(said_on),
        Gap.APPEARANCE: is_url(claim_url) if claim_url else bool(title),
    }
    gaps = tuple(gap for gap, is_there in has.items() if not is_there)
    if gaps:
        return ClaimReview(gaps)
    claim = _claim(comparison, link, wish)
    appearance = {"@type": "CreativeWork", "name": title, "url": claim_url}
    data = {
        "@context": CONTEXT,
        "@type": "ClaimReview",
        "name": words_in(wish.language).say("claim.name", name=speaker, text=nested(_cut(claim), wish.language)),
        "url": url,
        "datePublished": wish.published.strip(),
        "inLanguage": wish.language,
        "author": {"@type": "Organization", "name": author},
        "claimReviewed": claim,
        "itemReviewed": {
            "@type": "Claim",
            "author": {"@type": "Person" if wish.is_person else "Organization", "name": speaker},
            "datePublished": said_on,
            "appearance": {name: value for name, value in appearance.items() if value},
        },
    }
    assert not faults(data), faults(data)
    return ClaimReview((), as_script_safe(data))


def as_script_safe(data: Mapping[str, object]) -> str:
    """JSON that can stand in a page's script as it is: nothing in it ends the script or a line."""
    text = json.dumps(data, ensure_ascii=False, indent=2)
    return "".join(_ESCAPED.get(each, each) for each in text) + "\n"


def _claim(comparison: Comparison, link: Link, wish: ClaimReviewWish) -> str:
    """What the side says in the finding, verbatim, on one line."""
    return " ".join(quote.text for quote in quotes_of(comparison, link, wish.side, wish.language))


def _cut(text: str) -> str:
    """The beginning of a text, cut between words where it is long."""
    if len(text) <= _LONGEST_NAME:
        return text
    border = text.rfind(" ", 0, _LONGEST_NAME)
    cut = widened(text, Span(0, border if border > 0 else _LONGEST_NAME))
    return f"{cut.of(text).rstrip()}…"
