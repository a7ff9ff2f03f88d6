"""The draft of a ClaimReview: complete or not at all, never with a rating, and safe in a page's script."""

from __future__ import annotations

import json
from dataclasses import replace
from typing import Any

import pytest
from made_side import made_side
from scene import HOSTILE, compared, harbour, hostile

from statement_compare.engine.model import ReasonKind, Side, Verdict
from statement_compare.engine.report_formats import REPORT_LANGUAGES
from statement_compare.engine.reported import Reported
from statement_compare.engine.sheets.claim_review import ClaimReviewWish, Gap, as_script_safe, claim_review
from statement_compare.engine.sheets.claim_review_schema import faults, is_date, is_url

FULL = ClaimReviewWish(
    ((0,), (0,)),
    author="Harbour Desk",
    url="https://desk.example/checks/7",
    published="2026-12-01",
)


def draft(wish: ClaimReviewWish = FULL) -> dict[str, Any]:
    made = claim_review(Reported(harbour()), wish)
    assert made.gaps == ()
    data: dict[str, Any] = json.loads(made.text)
    return data


def test_a_draft_says_who_claims_what_where_and_who_reviews_it() -> None:
    assert draft() == {
        "@context": "https://schema.org",
        "@type": "ClaimReview",
        "name": "Claim by the Port Office: “The harbour ships 5,000 barrels a day.”",
        "url": "https://desk.example/checks/7",
        "datePublished": "2026-12-01",
        "inLanguage": "en",
        "author": {"@type": "Organization", "name": "Harbour Desk"},
        "claimReviewed": "The harbour ships 5,000 barrels a day.",
        "itemReviewed": {
            "@type": "Claim",
            "author": {"@type": "Organization", "name": "the Port Office"},
            "datePublished": "2021-11-01",
            "appearance": {"@type": "CreativeWork", "name": "Harbour at work"},
        },
    }


def test_what_a_person_says_of_the_claim_counts_before_the_statement() -> None:
    wish = replace(
        FULL,
        side=Side.RIGHT,
        claim_author="Mara Holt",
        claim_date="2021-11-03",
        claim_url="https://norvent.example/answer",
        is_person=True,
    )
    data = draft(wish)
    assert data["claimReviewed"] == "The harbour ships 1,000 barrels a day."
    assert data["itemReviewed"]["author"] == {"@type": "Person", "name": "Mara Holt"}
    assert data["itemReviewed"]["datePublished"] == "2021-11-03"
    assert data["itemReviewed"]["appearance"] == {"@type": "CreativeWork", "url": "https://norvent.example/answer"}


@pytest.mark.parametrize("code", REPORT_LANGUAGES)
def test_no_draft_ever_has_a_rating_or_says_a_verdict(code: str) -> None:
    text = json.dumps(draft(replace(FULL, language=code)), ensure_ascii=False).lower()
    for word in ("rating", "contradict", "противореч", "қайшы", "false", "answer draft"):
        assert word not in text


@pytest.mark.parametrize(
    ("wish", "gaps"),
    [
        (replace(FULL, author=" "), (Gap.AUTHOR,)),
        (replace(FULL, url=""), (Gap.URL,)),
        (replace(FULL, url="desk.example/7"), (Gap.URL,)),
        (replace(FULL, published=""), (Gap.PUBLISHED,)),
        (replace(FULL, published="1 December"), (Gap.PUBLISHED,)),
        (replace(FULL, claim_date="2021-13-01"), (Gap.CLAIM_DATE,)),
        (replace(FULL, claim_url="nowhere"), (Gap.APPEARANCE,)),
        (replace(FULL, side=Side.RIGHT), (Gap.CLAIM_DATE, Gap.APPEARANCE)),
        (ClaimReviewWish(FULL.pair), (Gap.AUTHOR, Gap.URL, Gap.PUBLISHED)),
    ],
)
def test_what_is_missing_or_wrong_blocks_it_and_is_named(wish: ClaimReviewWish, gaps: tuple[Gap, ...]) -> None:
    made = claim_review(Reported(harbour()), wish)
    assert (made.gaps, made.text) == (gaps, "")


def test_nobody_is_known_of_a_pasted_text() -> None:
    made = compared(made_side("One ⟦a⟧."), made_side("One ⟦b⟧."), [(0, 0, Verdict.UNCLEAR, ReasonKind.MODEL, "")])
    assert claim_review(Reported(made), FULL).gaps == (Gap.CLAIM_AUTHOR, Gap.CLAIM_DATE, Gap.APPEARANCE)


def test_sentences_that_are_no_finding_are_refused() -> None:
    with pytest.raises(ValueError, match="no finding joins"):
        claim_review(Reported(harbour()), replace(FULL, pair=((4,), (3,))))


@pytest.mark.parametrize("number", range(len(HOSTILE)))
def test_hostile_texts_end_no_script_and_turn_nothing(number: int) -> None:
    wish = replace(FULL, pair=((number,), (number,)), claim_date="2021-11-01", author="</script>\x00", language="ru")
    text = claim_review(Reported(hostile()), wish).text
    assert not set("<>&\u2028\u2029\u202e\x00") & set(text)
    data = json.loads(text)
    assert data["author"]["name"] == "</script>‹U+0000›"
    assert faults(data) == ()
    text.encode("utf-8")
    assert len(data["name"]) < 200


def test_a_claim_is_given_in_full() -> None:
    wish = replace(FULL, pair=((2,), (2,)), claim_date="2021-11-01")
    data = json.loads(claim_review(Reported(hostile()), wish).text)
    assert data["claimReviewed"] == HOSTILE[2]
    assert data["name"].endswith("long long…”")


def test_line_separators_are_escaped() -> None:
    assert as_script_safe({"a": "x\u2028</script>&"}) == '{\n  "a": "x\\u2028\\u003c/script\\u003e\\u0026"\n}\n'


@pytest.mark.parametrize(
    ("change", "fault"),
    [
        ({"@context": "http://example.org"}, "@context is not https://schema.org"),
        ({"@type": "Review"}, "ClaimReview is no ClaimReview"),
        ({"author": "Harbour Desk"}, "ClaimReview.author is no Organization or Person"),
        ({"author": {"@type": "Organization"}}, "ClaimReview.author.name is missing"),
        ({"datePublished": "1 December"}, "ClaimReview.datePublished is no Date"),
        ({"url": "desk.example"}, "ClaimReview.url is no URL"),
        ({"claimReviewed": " "}, "ClaimReview.claimReviewed is no Text"),
        ({"claimReviewed": None}, "ClaimReview.claimReviewed is no Text"),
        ({"inLanguage": "English!"}, "ClaimReview.inLanguage is no Language"),
        ({"verdict": "no"}, "ClaimReview.verdict is not known"),
        ({"itemReviewed": {"@type": "Claim"}}, "ClaimReview.itemReviewed.appearance is missing"),
        (
            {"reviewRating": {"@type": "Rating", "ratingValue": True}},
            "ClaimReview.reviewRating.ratingValue is no Number or Text",
        ),
    ],
)
def test_the_schema_names_what_is_not_as_it_is_defined(change: dict[str, object], fault: str) -> None:
    assert faults({**draft(), **change})[0] == fault


def test_the_schema_names_what_is_missing() -> None:
    data = draft()
    for name in ("url", "author", "claimReviewed", "itemReviewed", "datePublished", "name"):
        assert faults({key: value for key, value in data.items() if key != name}) == (f"ClaimReview.{name} is missing",)
    assert faults({**data, "reviewRating": {"@type": "Rating", "ratingValue": 3, "alternateName": "Mixed"}}) == ()


@pytest.mark.parametrize(
    ("text", "is_one"),
    [
        ("https://desk.example/a?b=c#d", True),
        ("http://desk.example:8080", True),
        ("https://пример.example/проверка", True),
        ("https://", False),
        ("javascript:alert(1)", False),
        ("ftp://desk.example", False),
        ("https://desk.example/a b", False),
        ('https://desk.example/"><script>', False),
        ("https://desk.example:port/", False),
        ("https://[::1", False),
        ("https://desk.example/\u202e", False),
        ("", False),
    ],
)
def test_an_address_is_a_whole_one_on_the_web(text: str, is_one: bool) -> None:
    assert is_url(text) is is_one


@pytest.mark.parametrize(
    ("text", "is_one"), [("2026-12-01", True), ("20261201", False), ("2026-W10-1", False), ("2026-02-30", False)]
)
def test_a_day_is_written_in_one_way(text: str, is_one: bool) -> None:
    assert is_date(text) is is_one
