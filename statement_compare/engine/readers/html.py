"""What of a web page is the statement: the article without what surrounds it, its blocks, and what its head says."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from datetime import date

from selectolax.lexbor import LexborHTMLParser, LexborNode

from statement_compare.engine.readers import masthead
from statement_compare.engine.readers.encoding import decode
from statement_compare.engine.readers.extract import Extract, Piece, Request, assemble, tidy
from statement_compare.engine.readers.failures import Refusal
from statement_compare.engine.readers.mail_markup import own_pieces
from statement_compare.engine.readers.markup import has_deletions, is_within_article, length
from statement_compare.engine.readers.markup import pieces as pieces_under
from statement_compare.engine.readers.notes import note

_DECLARED = re.compile(rb"(?i)<(?:meta|\?xml)[^>]{0,300}?(?:charset|encoding)\s*=\s*[\"']?\s*([\w.:-]+)")

_LEAST_ARTICLE_CHARACTERS = 140


def read(data: bytes, request: Request) -> Extract:
    """Raises Refusal for a page without text, UsageError for an unknown encoding."""
    match = _DECLARED.search(data[:4_096])
    decoded = decode(data, request.encoding, match.group(1).decode("ascii", "replace") if match else "")
    extract = of_markup(decoded.text, request)
    return replace(
        extract, encoding=decoded.encoding, encoding_guessed=decoded.is_guess, notes=(*decoded.notes, *extract.notes)
    )


def of_markup(markup: str, request: Request, *, is_mail: bool = False) -> Extract:
    """The extract of decoded HTML; of a mail, what it quotes and its signature are left out."""
    request.alarm(request.limits.markup_seconds)
    tree = LexborHTMLParser(markup.replace("\0", ""))
    request.alarm(0)
    body = tree.body
    if body is None:
        raise Refusal("file_without_text")
    pieces, notes = own_pieces(body) if is_mail else (_best_pieces(tree, body), ())
    text, blocks, places = assemble(pieces, request.limits)
    found = masthead.read(text, blocks)
    return Extract(
        text,
        blocks,
        title=_title(tree) or found.title,
        date=_date(tree) or found.date,
        speaker=_speaker(tree) or found.speaker,
        notes=(*notes, note("tracked_changes")) if has_deletions(body) else notes,
        places=places,
    )


# ---- which part of the page


def _best_pieces(tree: LexborHTMLParser, body: LexborNode) -> list[Piece]:
    """The article's pieces; the whole body's where no part is marked as the article, or hardly anything is in it."""
    for root in _candidates(tree):
        pieces = pieces_under(root)
        if _characters(pieces) >= _LEAST_ARTICLE_CHARACTERS:
            return pieces
    pieces = pieces_under(body)
    return pieces if _characters(pieces) else pieces_under(body, keeps_all=True)


def _candidates(tree: LexborHTMLParser) -> Iterator[LexborNode]:
    yield from tree.css("[itemprop~=articleBody]")[:1]
    articles = sorted(tree.css("article")[:200], key=length, reverse=True)
    # Several articles of a like length are a list of teasers, and none of them is the page's text.
    if articles and length(articles[0]) >= 0.6 * sum(length(node) for node in articles if not is_within_article(node)):
        yield articles[0]
    yield from tree.css("main, [role=main]")[:1]


def _characters(pieces: list[Piece]) -> int:
    return sum(len(piece.text) for piece in pieces)


# ---- what the page says of itself


def _meta(tree: LexborHTMLParser, *names: str) -> str:
    """The content of the first of these <meta> names that is there."""
    found: dict[str, str] = {}
    for node in tree.css("meta[content]")[:500]:
        attributes = node.attributes
        name = (attributes.get("property") or attributes.get("name") or attributes.get("itemprop") or "").lower()
        found.setdefault(name, tidy(attributes.get("content") or ""))
    return next((found[name] for name in names if found.get(name)), "")


def _title(tree: LexborHTMLParser) -> str:
    """The page's one <h1>, else what it tells other sites, else <title> without the site's name."""
    headings = [text for node in tree.css("article h1, main h1") or tree.css("h1") if (text := _text(node))]
    if len(headings) == 1 and masthead.is_title(headings[0]):
        return headings[0]
    if shared := _meta(tree, "og:title", "dc.title", "twitter:title"):
        return shared
    node = tree.css_first("head > title")
    name = re.split(r"\s+[|·•»]\s+", _text(node))[0] if node is not None else ""
    return name or (headings[0] if headings else "")


def _text(node: LexborNode) -> str:
    return tidy(node.text(deep=True, separator=" ") or "").replace(" ,", ",")


def _date(tree: LexborHTMLParser) -> date | None:
    named = _meta(
        tree,
        "article:published_time",
        "datepublished",
        "dc.date",
        "dc.date.issued",
        "dcterms.date",
        "dcterms.issued",
        "date",
        "pubdate",
        "publishdate",
        "og:published_time",
    )
    if named and (found := masthead.parse(named)):
        return found
    if match := _PUBLISHED.search("\n".join(node.text(deep=True) or "" for node in tree.css(_LINKED_DATA)[:20])):
        return masthead.parse(match.group(1))
    for node in tree.css("[itemprop~=datePublished], time[pubdate], article time, main time")[:5]:
        written = node.attributes.get("datetime") or node.attributes.get("content") or _text(node)
        if found := masthead.parse(written):
            return found
    return None


_LINKED_DATA = "script[type='application/ld+json']"
_PUBLISHED = re.compile(r'"datePublished"\s*:\s*"([^"]{8,40})"')
_NO_SPEAKER = re.compile(
    r"(?i)(?:admin\w*|editor|author|user|root|webmaster|test|null|none|https?:.*|@.*|\S+@\S+|.{81,})?"
)


def _speaker(tree: LexborHTMLParser) -> str:
    author = _meta(tree, "author", "article:author", "dc.creator", "dcterms.creator")
    return "" if _NO_SPEAKER.fullmatch(author) else author
