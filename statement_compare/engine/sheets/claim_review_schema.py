"""What a ClaimReview may hold: its types and properties as schema.org defines them, as far as a draft uses them."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Final
from urllib.parse import urlsplit

CONTEXT: Final = "https://schema.org"
TEXT, DATE, URL, LANGUAGE, NUMBER = "Text", "Date", "URL", "Language", "Number"
_CODE: Final = re.compile(r"[a-z]{2,3}(?:-[A-Za-z0-9]{2,8})*")


@dataclass(frozen=True, slots=True)
class Kind:
    """A type: what each property may be, by name, and which of them have to be there."""

    properties: Mapping[str, tuple[str, ...]]
    required: tuple[str, ...] = ()


_PARTY: Final = ("Organization", "Person")
_THING: Final = {"name": (TEXT,), "url": (URL,)}
_WORK: Final = {**_THING, "author": _PARTY, "datePublished": (DATE,), "inLanguage": (LANGUAGE,)}
KINDS: Final = {
    "ClaimReview": Kind(
        {**_WORK, "claimReviewed": (TEXT,), "itemReviewed": ("Claim",), "reviewRating": ("Rating",)},
        ("author", "claimReviewed", "datePublished", "itemReviewed", "name", "url"),
    ),
    "Claim": Kind(
        {**_WORK, "appearance": ("CreativeWork",), "firstAppearance": ("CreativeWork",)},
        ("appearance", "author", "datePublished"),
    ),
    "CreativeWork": Kind(_WORK),
    "Organization": Kind(_THING, ("name",)),
    "Person": Kind(_THING, ("name",)),
    "Rating": Kind(
        {
            **dict.fromkeys(("ratingValue", "bestRating", "worstRating"), (NUMBER, TEXT)),
            "alternateName": (TEXT,),
        }
    ),
}


def faults(data: Mapping[str, object]) -> tuple[str, ...]:
    """A line for everything in a ClaimReview, as JSON holds it, that is not as it is defined."""
    found = [] if data.get("@context") == CONTEXT else [f"@context is not {CONTEXT}"]
    body = {name: value for name, value in data.items() if name != "@context"}
    return (*found, *_faults("ClaimReview", body, ("ClaimReview",)))


def _faults(path: str, value: object, kinds: tuple[str, ...]) -> Iterator[str]:
    if kinds[0] in _IS:
        if not any(_IS[kind](value) for kind in kinds):
            yield f"{path} is no {' or '.join(kinds)}"
        return
    if not isinstance(value, Mapping) or value.get("@type") not in kinds:
        yield f"{path} is no {' or '.join(kinds)}"
        return
    kind = KINDS[value["@type"]]
    yield from (f"{path}.{name} is missing" for name in kind.required if name not in value)
    for name, held in value.items():
        if name == "@type":
            continue
        if name not in kind.properties:
            yield f"{path}.{name} is not known"
        else:
            yield from _faults(f"{path}.{name}", held, kind.properties[name])


def is_date(text: str) -> bool:
    """Whether a text is a day as year-month-day."""
    try:
        return date.fromisoformat(text).isoformat() == text
    except ValueError:
        return False


def is_url(text: str) -> bool:
    """Whether a text is the whole address of a page on the web."""
    if not text.isprintable() or any(each.isspace() or each in '<>"{}|\\^`' for each in text):
        return False
    try:
        parts = urlsplit(text)
        host = parts.hostname
        _ = parts.port  # raises where it is none
    except ValueError:
        return False
    return parts.scheme in ("http", "https") and bool(host)


_IS: Final[Mapping[str, Callable[[object], bool]]] = {
    TEXT: lambda value: isinstance(value, str) and bool(value.strip()),
    DATE: lambda value: isinstance(value, str) and is_date(value),
    URL: lambda value: isinstance(value, str) and is_url(value),
    LANGUAGE: lambda value: isinstance(value, str) and _CODE.fullmatch(value) is not None,
    NUMBER: lambda value: isinstance(value, int | float) and not isinstance(value, bool),
}
