"""What of a web page is the statement: the article without what surrounds it, its blocks, and what its head says."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date

from selectolax.lexbor import LexborHTMLParser, LexborNode

from statement_compare.engine.model import BlockKind
from statement_compare.engine.readers import masthead
from statement_compare.engine.readers.encoding import decode
from statement_compare.engine.readers.extract import Extract, Piece, Request, assemble, raised, tidy
from statement_compare.engine.readers.failures import Refusal
from statement_compare.engine.readers.paragraphs import split_lines

_DECLARED = re.compile(rb"(?i)<(?:meta|\?xml)[^>]{0,300}?(?:charset|encoding)\s*=\s*[\"']?\s*([\w.:-]+)")

# Never text of the document, wherever they stand.
_UNSEEN_WORDS = (
    "head script style noscript template svg math canvas iframe object embed audio video map select option button "
    "input textarea datalist dialog nav aside footer rp rt"
)
_UNSEEN = frozenset(_UNSEEN_WORDS.split())
_UNSEEN_ROLES = frozenset({"navigation", "banner", "contentinfo", "complementary", "search", "dialog", "menu"})
_UNSEEN_CLASSES_WORDS = (
    "nav navbar navigation menu main-menu footer site-footer sidebar side-bar breadcrumb breadcrumbs cookie "
    "cookies cookie-banner cookie-consent share sharing social social-share share-buttons related related-posts "
    "related-news comments comment-list pagination skip-link skip-to-content newsletter subscribe tags tag-list advert "
    "advertisement ads banner popup modal"
)
_UNSEEN_CLASSES = frozenset(_UNSEEN_CLASSES_WORDS.split())
# The other side's words, and an earlier mail's, in HTML mail.
_QUOTES_IN_MAIL = frozenset({"gmail_quote", "gmail_extra", "yahoo_quoted", "moz-cite-prefix", "protonmail_quote"})
_QUOTE_IDS_IN_MAIL = frozenset(
    {"divRplyFwdMsg", "appendonsend", "OLK_SRC_BODY_SECTION", "mail-editor-reference-message"}
)
_HIDDEN = re.compile(r"(?i)display\s*:\s*none|visibility\s*:\s*hidden")

_BLOCKS: dict[str, BlockKind] = {
    **dict.fromkeys(("h1", "h2", "h3", "h4", "h5", "h6"), BlockKind.HEADING),
    **dict.fromkeys(("li", "dt", "dd"), BlockKind.LIST_ITEM),
    **dict.fromkeys(("td", "th"), BlockKind.TABLE_CELL),
}
_BORDERS_WORDS = (
    "address article aside blockquote body caption center details dialog div dl fieldset figcaption figure footer "
    "form header hgroup hr html legend main menu ol p pre section summary table tbody tfoot thead tr ul"
)
_BORDERS = frozenset(_BORDERS_WORDS.split())
# Inside these, a paragraph is still an item or a cell.
_PASSED_ON = (BlockKind.LIST_ITEM, BlockKind.TABLE_CELL)
_REPLACED = {"br": "\n", "wbr": "", "img": " "}
_LEAST_ARTICLE_CHARACTERS = 140
_MOST_LINKS = 0.7


def read(data: bytes, request: Request) -> Extract:
    """Raises Refusal for a page without text, UsageError for an unknown encoding."""
    match = _DECLARED.search(data[:4_096])
    decoded = decode(data, request.encoding, match.group(1).decode("ascii", "replace") if match else "")
    extract = of_markup(decoded.text, request)
    return Extract(
        extract.text,
        extract.blocks,
        encoding=decoded.encoding,
        encoding_guessed=decoded.is_guess,
        title=extract.title,
        date=extract.date,
        speaker=extract.speaker,
        notes=decoded.notes,
    )


def of_markup(markup: str, request: Request, *, is_mail: bool = False) -> Extract:
    """The extract of decoded HTML; of a mail, what it quotes is left out."""
    tree = LexborHTMLParser(markup.replace("\0", ""))
    body = tree.body
    if body is None:
        raise Refusal("file_without_text")
    pieces = list(_pieces(body, is_mail=True)) if is_mail else _best_pieces(tree, body)
    text, blocks = assemble(pieces, request.limits)
    found = masthead.read(text, blocks)
    return Extract(
        text,
        blocks,
        title=_title(tree) or found.title,
        date=_date(tree) or found.date,
        speaker=_speaker(tree) or found.speaker,
    )


# ---- which part of the page


def _best_pieces(tree: LexborHTMLParser, body: LexborNode) -> list[Piece]:
    """The article's pieces; the whole body's where no part is marked as the article, or hardly anything is in it."""
    for root in _candidates(tree):
        pieces = list(_pieces(root))
        if _characters(pieces) >= _LEAST_ARTICLE_CHARACTERS:
            return pieces
    pieces = list(_pieces(body))
    return pieces if _characters(pieces) else list(_pieces(body, keeps_all=True))


def _candidates(tree: LexborHTMLParser) -> Iterator[LexborNode]:
    yield from tree.css("[itemprop~=articleBody]")[:1]
    articles = sorted(tree.css("article")[:200], key=_length, reverse=True)
    # Several articles of a like length are a list of teasers, and none of them is the page's text.
    if articles and _length(articles[0]) >= 0.6 * sum(_length(node) for node in articles if not _is_within(node)):
        yield articles[0]
    yield from tree.css("main, [role=main]")[:1]


def _is_within(node: LexborNode) -> bool:
    """Whether an article stands in another one."""
    above = node.parent
    while above is not None:
        if above.tag == "article":
            return True
        above = above.parent
    return False


def _length(node: LexborNode) -> int:
    return len(node.text(deep=True) or "")


def _characters(pieces: list[Piece]) -> int:
    return sum(len(piece.text) for piece in pieces)


# ---- blocks


def _pieces(root: LexborNode, *, is_mail: bool = False, keeps_all: bool = False) -> Iterator[Piece]:
    """The blocks under a node in reading order. Walks without recursion: pages nest as deep as they like."""
    buffer: list[str] = []
    linked = 0
    kind = BlockKind.PARAGRAPH
    is_first_in_row = True
    in_pre = in_link = in_sup = 0
    # (node, None) is to be entered; (node, kind before it) to be left.
    stack: list[tuple[LexborNode, BlockKind | None]] = [(root, None)]

    def flush() -> Iterator[Piece]:
        nonlocal linked, is_first_in_row
        text, links = "".join(buffer), linked
        buffer.clear()
        linked = 0
        lines = "\n".join(tidy(line) for line in text.split("\n")).strip()
        # Items and loose lines that are nothing but links lead elsewhere; in a mail or an article they may be meant.
        leads_away = kind is BlockKind.LIST_ITEM and links > _MOST_LINKS * len(lines) and len(lines) < 90
        if not lines or (leads_away and not keeps_all and not is_mail):
            return
        for line_kind, line in split_lines(kind, lines):
            is_cell = line_kind is BlockKind.TABLE_CELL
            yield Piece(line_kind, line, follows_in_row=is_cell and not is_first_in_row)
            is_first_in_row = is_first_in_row and not is_cell

    while stack:
        node, before = stack.pop()
        tag = node.tag or ""
        if before is not None:
            if tag in _BLOCKS or tag in _BORDERS:
                yield from flush()
            in_pre -= tag == "pre"
            in_link -= tag == "a"
            in_sup -= tag == "sup"
            kind = before
            continue
        if tag == "-text":
            text = node.text_content or ""
            text = raised(text) if in_sup else text
            buffer.append(text if in_pre else re.sub(r"[\n\r\f]+", " ", text))
            linked += len(text.strip()) if in_link else 0
            continue
        if tag in _REPLACED:
            buffer.append(_REPLACED[tag])
            continue
        if tag.startswith("-") or not _is_seen(node, tag, root, is_mail=is_mail, keeps_all=keeps_all):
            continue
        if tag in _BLOCKS or tag in _BORDERS:
            yield from flush()
        is_first_in_row = is_first_in_row or tag == "tr"
        stack.append((node, kind))
        if tag in _BLOCKS:
            kind = _BLOCKS[tag]
        elif tag in _BORDERS and kind not in _PASSED_ON:
            kind = BlockKind.PARAGRAPH
        in_pre += tag == "pre"
        in_link += tag == "a"
        in_sup += tag == "sup"
        child = node.last_child
        while child is not None:
            stack.append((child, None))
            child = child.prev
    yield from flush()


def _is_seen(node: LexborNode, tag: str, root: LexborNode, *, is_mail: bool, keeps_all: bool) -> bool:
    attributes = node.attributes
    if tag in ("script", "style", "head", "template", "noscript", "title"):
        return False
    if "hidden" in attributes or _HIDDEN.search(attributes.get("style") or ""):
        return False
    # "[3]" that leads to a note at the foot of the page is no word of the sentence.
    if tag == "sup" and any((link.attributes.get("href") or "").startswith("#") for link in node.css("a")):
        return False
    if node.mem_id == root.mem_id or keeps_all:
        return True
    names = set((attributes.get("class") or "").lower().split())
    identity = attributes.get("id") or ""
    if is_mail:
        is_quote = bool(names & _QUOTES_IN_MAIL) or identity in _QUOTE_IDS_IN_MAIL
        return not (is_quote or (tag == "blockquote" and attributes.get("type") == "cite"))
    if tag in _UNSEEN or (attributes.get("role") or "").lower() in _UNSEEN_ROLES:
        return False
    if tag == "header" and root.tag == "body" and not _is_within(node):
        return False
    return not (names | {identity.lower()}) & _UNSEEN_CLASSES or tag in ("body", "main", "article")


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
    for node in tree.css("[itemprop~=datePublished], time[pubdate], article time, main time")[:5]:
        written = node.attributes.get("datetime") or node.attributes.get("content") or _text(node)
        if found := masthead.parse(written):
            return found
    return None


_NO_SPEAKER = re.compile(
    r"(?i)(?:admin\w*|editor|author|user|root|webmaster|test|null|none|https?:.*|@.*|\S+@\S+|.{81,})?"
)


def _speaker(tree: LexborHTMLParser) -> str:
    author = _meta(tree, "author", "article:author", "dc.creator", "dcterms.creator")
    return "" if _NO_SPEAKER.fullmatch(author) else author
