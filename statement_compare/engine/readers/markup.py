"""Which blocks a tree of HTML makes, and which parts of it nobody is meant to read."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field

from selectolax.lexbor import LexborNode

from statement_compare.engine.model import BlockKind
from statement_compare.engine.place import NOWHERE, Place
from statement_compare.engine.readers import masthead
from statement_compare.engine.readers.extract import Piece, raised, tidy, with_bold_headings
from statement_compare.engine.readers.numbering import Numbering, taken
from statement_compare.engine.readers.paragraphs import split_lines

# Never text of the document, wherever they stand.
_UNSEEN_WORDS = (
    "head script style noscript template svg math canvas iframe object embed audio video map select option button "
    "input textarea datalist dialog nav aside footer rp rt"
)
_UNSEEN = frozenset(_UNSEEN_WORDS.split())
_UNSEEN_ROLES = frozenset({"navigation", "banner", "contentinfo", "complementary", "search", "dialog", "menu"})
_UNSEEN_CLASSES_WORDS = (
    "nav navbar navigation menu main-menu footer site-footer sidebar side-bar breadcrumb breadcrumbs cookie cookies "
    "cookie-banner cookie-consent share sharing social social-share share-buttons related related-posts related-news "
    "site-header masthead topbar top-bar logo comments comment-list pagination skip-link skip-to-content newsletter "
    "subscribe tags tag-list advert advertisement ads banner popup modal"
)
_UNSEEN_CLASSES = frozenset(_UNSEEN_CLASSES_WORDS.split())
_ASIDE_CLASSES = _UNSEEN_CLASSES | {"comment", "comment-body", "teaser", "card"}
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
_LISTS = ("ul", "ol", "dl", "menu")
_TERMINALS = (".", "!", "?", "…")
_BOLD = ("b", "strong")
# What a browser draws around a quotation, by how many it stands in; text that has its own signs needs no others.
_QUOTATION_MARKS = (("“", "”"), ("‘", "’"), ("“", "”"))
_QUOTATION_SIGNS = "\"'“”„«»‘’‹›"
# Such a sign before a quotation opens it; directly behind a word it is an apostrophe or ends another one: "workers’".
# Directly before a quotation, « does in any case ("d'«"), and so does " behind a colon.
_OPENED = re.compile(rf"(?:^|[\s(\[–—-])[{_QUOTATION_SIGNS}]\s*$|[«„“‹]$|[:,;/][\"']$")
# What Word calls its headings when it saves a web page.
_HEADING_CLASSES = frozenset({"msotitle", "msosubtitle", "msoheading7", "msoheading8", "msoheading9"})
_DELETIONS_LOOKED_AT = 100
# How it marks an item of a list, and the drawn bullet or number of it; and what links to a note, or from there back.
_WORD_ITEM = re.compile(r"(?i)mso-list\s*:\s*l\d")
_WORD_BULLET = re.compile(r"(?i)mso-list\s*:\s*ignore")
_WORD_NOTE = re.compile(r"#_(?:ftn|edn)(?:ref)?\d+$")
_LONGEST_NOTE_MARK = 8
_MOST_LINKS = 0.7
_LEAST_LINKED_WORDS = 4
_LINK_LIST_CHARACTERS = 90
# Of an item that is a day: its words, a day or time in figures, and how long "Fri", "at", "Uhr" or "г" beside it are.
_WORD = re.compile(r"[^\W\d_]+")
_IN_FIGURES = re.compile(r"\d[.:/-]\d")
_LONGEST_BESIDE_DAY = 3
_LAYOUT_CELL_CHARACTERS = 200


@dataclass(frozen=True, slots=True)
class Passage:
    """Text between two borders, with its line breaks; of a mail, what mark of a quote stands around it.

    `place`, of a cell alone, and `follows_in_row` as in `Piece`. Items of a list have the same `list_id`; an item that
    is nothing but a link `leads_away`.
    """

    kind: BlockKind
    text: str
    place: Place = NOWHERE
    follows_in_row: bool = False
    is_bold: bool = False
    quote: str = ""
    list_id: int = 0
    leads_away: bool = False

    @property
    def is_cell(self) -> bool:
        return self.kind is BlockKind.TABLE_CELL


# What mark of a quote a node is, given the mark around it; "" for none.
QuoteOf = Callable[[LexborNode, str], str]


def pieces(*roots: LexborNode, keeps_all: bool = False) -> list[Piece]:
    """The blocks under some nodes in reading order.

    `keeps_all` keeps navigation and the like, for a page that is nothing else.
    """
    numbering = Numbering()
    found = [passage for root in roots for passage in _Walk(root, keeps_all, None, numbering).run()]
    return pieces_of(found if keeps_all else _without_navigation(found))


def _without_navigation(passages: list[Passage]) -> Iterator[Passage]:
    """The passages without items that lead elsewhere, as menus and ways back to the start page have them.

    An item that is a sentence is text all the same, and so are all where another is, or half lead nowhere: "Act No 12",
    which is a link, and "Act No 13". "Read more…" and "Who are we?" are no sentences, and teasers that each have a day
    beside their link are no text.
    """
    items = [passage for passage in passages if passage.kind is BlockKind.LIST_ITEM]
    balance: Counter[int] = Counter()
    for item in items:
        balance[item.list_id] += -1 if item.leads_away else 1
    with_sentences = {item.list_id for item in items if not item.leads_away and item.text.endswith(_TERMINALS)}
    with_words = {item.list_id for item in items if not (item.leads_away or _is_day(item.text))}
    for passage in passages:
        place = passage.list_id
        is_text = _is_linked_sentence(passage.text) or place in with_sentences
        if not passage.leads_away or is_text or balance[place] > 0 or (balance[place] == 0 and place in with_words):
            yield passage


def _is_linked_sentence(text: str) -> bool:
    """Whether an item that is a link is a sentence: "We deny it." is one, and "Who are we?" and "Join us!" are none."""
    if not text.endswith(_TERMINALS) or text.endswith(("…", "...")):
        return False
    return text.endswith(".") or len(text.split()) >= _LEAST_LINKED_WORDS


def _is_day(text: str) -> bool:
    """Whether an item is nothing but a day or a time: "3 May 2024, 9:15", "03.05.2025"."""
    words = _WORD.findall(text)
    is_month = [masthead.opens_with_month(word) for word in words]
    is_dated = _IN_FIGURES.search(text) is not None or (any(is_month) and any(map(str.isdecimal, text)))
    others = (word for word, month in zip(words, is_month, strict=True) if not month)
    return is_dated and all(len(word) <= _LONGEST_BESIDE_DAY for word in others)


def passages_of_mail(root: LexborNode, quote_of: QuoteOf) -> list[Passage]:
    """What stands in a mail, its quotes too, each with the innermost mark that `quote_of` gave a node around it."""
    return list(_Walk(root, False, quote_of, Numbering()).run())


def pieces_of(passages: Iterable[Passage]) -> list[Piece]:
    """The blocks of passages, which may be cut at their line breaks."""
    found: list[Piece] = []
    bold: set[str] = set()
    numbering = Numbering()
    for passage in passages:
        place = passage.place if passage.is_cell else numbering.paragraph()
        for kind, line in split_lines(passage.kind, passage.text):
            if passage.is_bold:
                bold.add(line)
            found.append(Piece(kind, line, passage.follows_in_row, place))
    return with_bold_headings(found, bold)


@dataclass(slots=True)
class _Walk:
    """One walk through a tree, without recursion, since pages nest as deep as they like; and the block now open."""

    root: LexborNode
    keeps_all: bool
    quote_of: QuoteOf | None
    _numbering: Numbering
    _kind: BlockKind = BlockKind.PARAGRAPH
    _parts: list[str] = field(default_factory=list)
    _words: int = 0
    _bold_words: int = 0
    _linked_characters: int = 0
    _is_first_in_row: bool = True
    # How many of these tags are open around the place we are at.
    _open: dict[str, int] = field(default_factory=lambda: dict.fromkeys(("pre", "a", "sup", "table", *_BOLD), 0))
    # What ends each quotation around it.
    _quotation_ends: list[str] = field(default_factory=list)
    _lists: list[int] = field(default_factory=list)
    # The nodes around the place we are at that are quotes, and the marks of these.
    _quotes: list[tuple[int, str]] = field(default_factory=list)

    def run(self) -> Iterator[Passage]:
        # (node, None) is to be entered; (node, kind before it) to be left.
        stack: list[tuple[LexborNode, BlockKind | None]] = [(self.root, None)]
        while stack:
            node, before = stack.pop()
            tag = node.tag or ""
            if before is not None:
                is_quote = bool(self._quotes) and self._quotes[-1][0] == node.mem_id
                if tag in _BLOCKS or tag in _BORDERS or is_quote:
                    yield from self._end_block()
                self._kind = before
                if tag in self._open:
                    self._open[tag] -= 1
                elif tag in _LISTS:
                    self._lists.pop()
                elif tag == "q":
                    self._parts.append(self._quotation_ends.pop())
                if is_quote:
                    self._quotes.pop()
            elif tag == "-text":
                self._text(node.text_content or "")
            elif tag in _REPLACED:
                self._parts.append(_REPLACED[tag])
            elif not tag.startswith("-") and self._is_seen(node, tag):
                if tag in _BLOCKS or tag in _BORDERS:
                    yield from self._end_block()
                if self.quote_of is not None and (quote := self.quote_of(node, self._quote)):
                    yield from self._end_block()
                    self._quotes.append((node.mem_id, quote))
                stack.append((node, self._kind))
                self._enter(node, tag)
                child = node.last_child
                while child is not None:
                    stack.append((child, None))
                    child = child.prev
        yield from self._end_block()

    @property
    def _quote(self) -> str:
        return self._quotes[-1][1] if self._quotes else ""

    def _enter(self, node: LexborNode, tag: str) -> None:
        if tag == "tr":
            self._is_first_in_row = True
        self._count(node, tag)
        if tag in self._open:
            self._open[tag] += 1
        elif tag in _LISTS:
            self._lists.append(node.mem_id)
        elif tag == "q":
            self._begin_quotation(node)
        if tag in ("td", "th") and _is_layout(node):
            self._kind = BlockKind.PARAGRAPH
        elif tag in _BLOCKS:
            self._kind = _BLOCKS[tag]
        elif tag in _BORDERS and self._kind not in _PASSED_ON:
            self._kind = _kind_of_paragraph(node) if tag == "p" else BlockKind.PARAGRAPH

    def _begin_quotation(self, node: LexborNode) -> None:
        depth = len(self._quotation_ends)
        begin = end = ""
        if depth < len(_QUOTATION_MARKS):
            has_own = not depth and _OPENED.search("".join(self._parts[-3:])) is not None
            inside = (node.text(deep=True) or "").strip()[:1]
            if inside and inside not in _QUOTATION_SIGNS and not has_own:
                begin, end = _QUOTATION_MARKS[depth]
        self._parts.append(begin)
        self._quotation_ends.append(end)

    def _count(self, node: LexborNode, tag: str) -> None:
        """Count tables, rows and cells, but for those within a cell."""
        within = self._open["table"]
        if tag == "table" and not within:
            self._numbering.begin_table()
        elif tag == "tr" and within == 1:
            self._numbering.begin_row()
        elif tag in ("td", "th") and within == 1:
            self._numbering.begin_cell(*(taken(node.attributes.get(name) or "") for name in ("colspan", "rowspan")))

    def _text(self, text: str) -> None:
        words = len(text.split())
        self._words += words
        self._bold_words += words if any(self._open[tag] for tag in _BOLD) else 0
        self._linked_characters += len(text.strip()) if self._open["a"] else 0
        text = raised(text) if self._open["sup"] else text
        self._parts.append(text if self._open["pre"] else re.sub(r"[\n\r\f]+", " ", text))

    def _end_block(self) -> Iterator[Passage]:
        lines = "\n".join(tidy(line) for line in "".join(self._parts).split("\n")).strip()
        is_bold = 0 < self._words == self._bold_words
        leads_away = (
            self._kind is BlockKind.LIST_ITEM
            and self._linked_characters > _MOST_LINKS * len(lines)
            and len(lines) < _LINK_LIST_CHARACTERS
            and bool(self._lists)
        )
        self._parts.clear()
        self._words = self._bold_words = self._linked_characters = 0
        if not lines:
            return
        is_cell = self._kind is BlockKind.TABLE_CELL
        yield Passage(
            self._kind,
            lines,
            self._numbering.cell() if is_cell else NOWHERE,
            is_cell and not self._is_first_in_row,
            is_bold,
            self._quote,
            self._lists[-1] if self._lists else 0,
            leads_away,
        )
        self._is_first_in_row = self._is_first_in_row and not is_cell

    def _is_seen(self, node: LexborNode, tag: str) -> bool:
        attributes = node.attributes
        if tag in ("script", "style", "head", "template", "noscript", "title") or (tag == "del" and not self.keeps_all):
            return False
        if "hidden" in attributes or _HIDDEN.search(attributes.get("style") or ""):
            return False
        if _is_drawn(node, tag):
            return False
        # "[3]" that leads to a note at the foot of the page is no word of the sentence.
        if tag == "sup" and any((link.attributes.get("href") or "").startswith("#") for link in node.css("a")):
            return False
        if node.mem_id == self.root.mem_id or self.keeps_all or self.quote_of is not None:
            return True
        if tag in _UNSEEN or (attributes.get("role") or "").lower() in _UNSEEN_ROLES:
            return False
        if tag in ("body", "main", "article"):
            return True
        names = {*(attributes.get("class") or "").lower().split(), (attributes.get("id") or "").lower()}
        # A site's own head goes; an article's, which holds its title, stays.
        is_head = tag == "header" or "header" in names
        if is_head and self.root.tag == "body" and node.css_first("h1") is None and not is_within_article(node):
            return False
        return not names & _UNSEEN_CLASSES


def _kind_of_paragraph(node: LexborNode) -> BlockKind:
    """What a <p> is, which Word writes for headings and items, too."""
    attributes = node.attributes
    if (attributes.get("class") or "").lower() in _HEADING_CLASSES:
        return BlockKind.HEADING
    return BlockKind.LIST_ITEM if _WORD_ITEM.search(attributes.get("style") or "") else BlockKind.PARAGRAPH


def _is_drawn(node: LexborNode, tag: str) -> bool:
    """Whether Word drew a node by itself: an item's bullet or number, or the mark of a note."""
    if tag == "a":
        is_note = _WORD_NOTE.match(node.attributes.get("href") or "") is not None
        return is_note and length(node) <= _LONGEST_NOTE_MARK
    return tag == "span" and _WORD_BULLET.search(node.attributes.get("style") or "") is not None


def _is_layout(cell: LexborNode) -> bool:
    """Whether a table's cell holds running text: old pages set whole articles in tables."""
    return cell.css_first("p, div, ul, h1, h2, h3") is not None and length(cell) > _LAYOUT_CELL_CHARACTERS


def stands_aside(node: LexborNode) -> bool:
    """Whether a node is, or is in, a part of the page that is no text of it, or a comment or teaser."""
    each: LexborNode | None = node
    while each is not None and each.tag not in ("body", "main"):
        attributes = each.attributes
        names = {*(attributes.get("class") or "").lower().split(), (attributes.get("id") or "").lower()}
        if each.tag in _UNSEEN or (attributes.get("role") or "").lower() in _UNSEEN_ROLES or names & _ASIDE_CLASSES:
            return True
        each = each.parent
    return False


def elements_above(node: LexborNode) -> Iterator[LexborNode]:
    """The elements around a node; the document above them is none, and selectolax 0.3 crashes over its attributes."""
    above = node.parent
    while above is not None:
        yield above
        above = None if above.tag == "html" else above.parent


def is_within_article(node: LexborNode) -> bool:
    return any(above.tag == "article" for above in elements_above(node))


def has_deletions(node: LexborNode) -> bool:
    """Whether text under a node is marked as taken back."""
    return any(length(deleted) for deleted in node.css("del")[:_DELETIONS_LOOKED_AT])


def length(node: LexborNode) -> int:
    """Characters of all text under a node, seen or not."""
    return len(node.text(deep=True) or "")
