"""What of a web page is the statement: the article without what surrounds it, its blocks, and what its head says."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from itertools import takewhile

from selectolax.lexbor import LexborHTMLParser, LexborNode

from statement_compare.engine.readers import masthead
from statement_compare.engine.readers.encoding import decode
from statement_compare.engine.readers.extract import Extract, Piece, Request, assemble, tidy
from statement_compare.engine.readers.failures import Refusal
from statement_compare.engine.readers.mail_markup import own_pieces
from statement_compare.engine.readers.markup import (
    elements_above,
    has_deletions,
    is_within_article,
    length,
    stands_aside,
)
from statement_compare.engine.readers.markup import pieces as pieces_under
from statement_compare.engine.readers.notes import note

_DECLARED = re.compile(rb"(?i)<(?:meta|\?xml)[^>]{0,300}?(?:charset|encoding)\s*=\s*[\"']?\s*([\w.:-]+)")

_LEAST_ARTICLE_CHARACTERS = 140
_PARTS_LOOKED_AT = 200
_LINKED_HEADINGS = ", ".join(f"h{level} a, a h{level}" for level in range(1, 7))
_MOST_LINKED = 0.5
_AUTHORS = "[itemprop~=author], [rel~=author], .byline"
# Who is quoted is called so as well.
_NAMED, _QUOTATIONS = ".author", frozenset({"blockquote"})
# In these a day is one of which the text tells.
_NO_HEADS = _QUOTATIONS | {"figcaption", "dt", "td", "th", "h2", "h3", "h4", "h5", "h6"}
# What may stand beside the day of an article: so many words, or who wrote it, or when it was put on the page.
_MOST_BESIDE_DAY = 3
_WORD = re.compile(r"[^\W\d_]+")
# So many words make a sentence, and no name of a section.
_LEAST_WORDS = 8


def read(data: bytes, request: Request) -> Extract:
    """Raises Refusal for a page without text, UsageError for an unknown encoding."""
    match = _DECLARED.search(data[:4_096])
    decoded = decode(data, request.encoding, match.group(1).decode("ascii", "replace") if match else "")
    extract = of_markup(decoded.text, request)
    return replace(
        extract, encoding=decoded.encoding, encoding_guessed=decoded.is_guess, notes=(*decoded.notes, *extract.notes)
    )


def of_markup(markup: str, request: Request, *, is_mail: bool = False, is_forward: bool = False) -> Extract:
    """The extract of decoded HTML; of a mail, what it quotes and its signature are left out.

    `is_forward` says that the mail below the first words is passed on, and no quote.
    """
    request.alarm(request.limits.markup_seconds)
    tree = LexborHTMLParser(markup.replace("\0", ""))
    request.alarm(0)
    body = tree.body
    if body is None:
        raise Refusal("file_without_text")
    if is_mail:
        pieces, notes = own_pieces(body, is_forward=is_forward)
        notes = (*notes, *_deletions(body))
    else:
        pieces, notes = _best_pieces(tree, body)
    text, blocks, places = assemble(pieces, request.limits)
    found = masthead.read(text, blocks)
    return Extract(
        text,
        blocks,
        title=_title(tree) or found.title,
        date=_date(tree) or found.date,
        speaker=_speaker(tree) or found.speaker,
        notes=notes,
        places=places,
    )


# ---- which part of the page


def _best_pieces(tree: LexborHTMLParser, body: LexborNode) -> tuple[list[Piece], tuple[str, ...]]:
    """The article's pieces, and notes where others hold sentences, and where words of it were taken back.

    The whole body's where no part is marked as the article, or hardly anything is in it.
    """
    all_pieces = pieces_under(body)
    for roots in _candidates(tree):
        pieces = pieces_under(*roots)
        if _characters(pieces) >= _LEAST_ARTICLE_CHARACTERS:
            texts = {piece.text for piece in pieces}
            is_part = any(_is_sentence(piece) and piece.text not in texts for piece in all_pieces)
            return pieces, (*((note("page_parts_left_out"),) if is_part else ()), *_deletions(*roots))
    # A page of nothing else is read with what it takes back.
    return (all_pieces, _deletions(body)) if _characters(all_pieces) else (pieces_under(body, keeps_all=True), ())


def _deletions(*roots: LexborNode) -> tuple[str, ...]:
    return (note("tracked_changes"),) if any(map(has_deletions, roots)) else ()


def _candidates(tree: LexborHTMLParser) -> Iterator[list[LexborNode]]:
    bodies = _outermost(tree.css("[itemprop~=articleBody]")[:_PARTS_LOOKED_AT])
    if bodies:
        # Other articles of the page say that they are things of their own.
        thing = _thing_of(bodies[0])
        yield [node for node in bodies if _thing_of(node) == thing]
    articles = [node for node in tree.css("article")[:_PARTS_LOOKED_AT] if not is_within_article(node)]
    largest = max(articles, key=length, default=None)
    # Several articles of a like length are a list of teasers, and none of them is the page's text.
    if largest is not None and length(largest) >= 0.6 * sum(map(length, articles)):
        parts = [node for node in articles if node.mem_id == largest.mem_id or _goes_on(node, largest)]
        yield [largest] if len(parts) == 1 else [*_title_above(tree), *parts]
    yield from ([node] for node in tree.css("main, [role=main]")[:1])


def _outermost(nodes: list[LexborNode]) -> list[LexborNode]:
    found = {node.mem_id for node in nodes}
    return [node for node in nodes if not any(above.mem_id in found for above in elements_above(node))]


def _thing_of(node: LexborNode) -> int:
    """Which thing, in the sense of microdata, a node is a part of; 0 for none."""
    return next((above.mem_id for above in elements_above(node) if "itemscope" in above.attributes), 0)


def _goes_on(article: LexborNode, largest: LexborNode) -> bool:
    """Whether an article beside the longest one is a part of the same text.

    The head of a teaser is a link, and another press release has a day or an author of its own.
    """
    around = (article.parent, largest.parent)
    is_beside = len({node.mem_id for node in around if node is not None}) == 1
    if not is_beside or stands_aside(article) or article.css_first(_LINKED_HEADINGS) is not None or _is_signed(article):
        return False
    linked = sum(len((node.text(deep=True) or "").strip()) for node in article.css("a")[:_PARTS_LOOKED_AT])
    return linked < _MOST_LINKED * length(article)


def _is_signed(article: LexborNode) -> bool:
    """Whether an article says of itself when or by whom it was written; a day named in a sentence does not.

    That stands above its first sentence. Whom a quotation names below is no author of the article.
    """
    if "itemscope" in article.attributes or any(not _is_within(node, _QUOTATIONS) for node in article.css(_AUTHORS)):
        return True
    times = [node for node in article.css("time")[:_PARTS_LOOKED_AT] if not _is_within(node, _NO_HEADS)]
    authors = article.css(_NAMED)[:_PARTS_LOOKED_AT]
    if not times and not authors:
        return False
    head = [piece.text for piece in takewhile(lambda piece: not _is_sentence(piece), pieces_under(article))]
    days = {text for node in times if (text := tidy(node.text(deep=True) or ""))}
    names = {text for node in authors if (text := tidy(node.text(deep=True) or ""))}
    return any(name in line for line in head for name in names) or any(_is_dated(line, days) for line in head)


def _is_dated(line: str, days: set[str]) -> bool:
    """Whether a line tells of one of some days and of hardly more: "Updated on 3 May 2024 by Ada Winter"."""
    if not any(day in line for day in days):
        return False
    for day in sorted(days, key=len, reverse=True):
        line = line.replace(day, " ")
    is_short = len(_WORD.findall(line)) <= _MOST_BESIDE_DAY
    return is_short or masthead.tells_of_publishing(line)


def _is_within(node: LexborNode, tags: frozenset[str]) -> bool:
    """Whether one of the elements between a node and the article around it has one of these tags."""
    between = takewhile(lambda above: above.tag != "article", elements_above(node))
    return any(above.tag in tags for above in between)


def _title_above(tree: LexborHTMLParser) -> list[LexborNode]:
    """The page's one <h1> where it stands in no article: all of them stand below it."""
    headings = tree.css("h1")
    is_above = len(headings) == 1 and not (is_within_article(headings[0]) or stands_aside(headings[0]))
    return headings if is_above else []


def _is_sentence(piece: Piece) -> bool:
    return len(piece.text.split()) >= _LEAST_WORDS and piece.text.endswith((".", "!", "?"))


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
