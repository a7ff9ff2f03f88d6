"""What of an HTML mail its sender wrote: by the marks that mail programs set, and else by the words of its lines."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace
from functools import partial
from itertools import groupby, islice

from selectolax.lexbor import LexborNode

from statement_compare.engine.model import BlockKind
from statement_compare.engine.readers.extract import Piece
from statement_compare.engine.readers.mail_lines import (
    are_one_introduction,
    is_forwarded,
    is_introduction,
    own_lines,
    parts_text,
)
from statement_compare.engine.readers.markup import Passage, passages_of_mail, pieces_of

_QUOTES = frozenset({"gmail_attr", "yahoo_quoted", "moz-cite-prefix", "protonmail_quote"})
_QUOTE_IDS = frozenset(
    {"OLK_SRC_BODY_SECTION", "mail-editor-reference-message", "mail-editor-reference-message-container"}
)
# Gmail's frame of a quote; who answers point by point writes within it, between the quotes.
_FRAMES = frozenset({"gmail_quote", "gmail_extra"})
# Outlook's on the web: the head of an earlier mail, whose words stand behind it, not in it.
_HEAD_ID = "divRplyFwdMsg"
# What a passage stands in: an earlier mail, its head, a frame, a quote within that; or a quote drawn in the way that is
# told behind this word.
_EARLIER, _HEAD, _FRAME, _FRAMED, _DRAWN = "earlier", "head", "frame", "framed", "drawn "
# What the program itself put below the mail.
_SIGNATURES, _SIGNATURE = frozenset({"gmail_signature", "gmail_signature_prefix", "moz-signature"}), "signature"
# Of a quote, so many nodes are looked at for "Forwarded message"; of a row, so much for the head of a mail.
_NODES_LOOKED_AT = 40
# Above a quote, so many nodes are looked at for it.
_NEIGHBOURS_LOOKED_AT = 8
_LONGEST_ROW = 500


def own_pieces(body: LexborNode, *, is_forward: bool) -> tuple[list[Piece], tuple[str, ...]]:
    """The blocks of what the sender wrote, and notes on what was left out; all blocks where that is nothing."""
    found = _introduced(map(_signed, passages_of_mail(body, partial(_quote_of, is_forward=is_forward))))
    marked = list(_without_frames(found))
    passages = list(_without_heads(marked, is_forward=is_forward))
    is_head_to_come = is_forward and all(passage.quote != _HEAD for passage in marked)
    lines: list[str] = []
    quotes: list[bool] = []
    signatures: list[bool] = []
    first_lines: list[int] = []  # by passage
    for passage in passages:
        if passage.follows_in_row and lines:
            # Cells of a row are one line: some programs draw an earlier mail's head as a table.
            if len(lines[-1]) < _LONGEST_ROW:
                lines[-1] += f" {_in_one_line(passage)}"
            first_lines.append(len(lines) - 1)
            continue
        first_lines.append(len(lines))
        lines += [_in_one_line(passage)] if passage.is_cell else passage.text.split("\n")
        quotes += [passage.quote not in ("", _SIGNATURE)] * (len(lines) - len(quotes))
        signatures += [passage.quote == _SIGNATURE] * (len(lines) - len(signatures))
    own = own_lines(lines, quotes, signatures=signatures, is_forward=is_head_to_come)
    return pieces_of(_kept(passages, first_lines, frozenset(own.numbers))), own.notes


def _in_one_line(passage: Passage) -> str:
    return passage.text.replace("\n", " ")


def _kept(passages: list[Passage], first_lines: list[int], own: frozenset[int]) -> Iterator[Passage]:
    """The passages with those of their lines that are among the sender's own."""
    for passage, first in zip(passages, first_lines, strict=True):
        if passage.is_cell:
            if first in own:
                yield passage
            continue
        lines = passage.text.split("\n")
        written = (line for number, line in enumerate(lines, first) if number in own)
        kept = "\n".join("" if parts_text(line) else line for line in written).strip("\n")
        if kept:
            yield passage if len(kept) == len(passage.text) else replace(passage, text=kept)


# ---- marks


def _quote_of(node: LexborNode, around: str, *, is_forward: bool) -> str:
    """What a node says of the words in it, where `around` was said already: "" for nothing more."""
    if around in (_EARLIER, _HEAD, _FRAMED):
        return ""
    attributes = node.attributes
    names = set((attributes.get("class") or "").lower().split())
    identity = attributes.get("id") or ""
    is_block = node.tag == "blockquote"
    if identity == _HEAD_ID:
        return _HEAD
    is_quote = bool(names & _QUOTES) or (is_block and attributes.get("type") == "cite")
    is_quote = is_quote or (identity in _QUOTE_IDS and not is_forward)
    if is_quote or names & _FRAMES:
        if _is_passed_on(node):
            return ""
        if around == _FRAME:
            return _FRAMED if is_block else ""
        return _EARLIER if is_quote or is_block else _FRAME
    if names & _SIGNATURES and not around:
        return _SIGNATURE
    return f"{_DRAWN}{attributes.get('style') or ''}" if is_block and not around else ""


def _signed(passage: Passage) -> Passage:
    """A passage, of which the line "--" has its space again where a program put it above a signature."""
    if passage.quote != _SIGNATURE:
        return passage
    first, *rest = passage.text.split("\n")
    return replace(passage, text="\n".join((f"{first} " if parts_text(first) else first, *rest)))


def _is_passed_on(node: LexborNode) -> bool:
    """Whether a mail that is forwarded, and no quote, stands in a node: that counts as written.

    The line that says so opens the node, or stands above it, as the iPhone writes it: above two, the head and the text.
    """
    first_nodes = islice(node.traverse(include_text=True), _NODES_LOOKED_AT)
    texts = (part.text_content or "" for part in first_nodes if part.tag == "-text")
    return is_forwarded(next((text for text in texts if text.strip()), "")) or is_forwarded(_words_above(node))


def _words_above(node: LexborNode) -> str:
    """The last words before a node that stand beside it and in no quote."""
    above = node.prev
    for _ in range(_NEIGHBOURS_LOOKED_AT):
        if above is None:
            break
        if above.tag != "blockquote" and (words := _last_words(above)):
            return words
        above = above.prev
    return ""


def _last_words(node: LexborNode) -> str:
    stack = [node]
    for _ in range(_NODES_LOOKED_AT):
        if not stack:
            break
        part = stack.pop()
        if part.tag == "-text" and (part.text_content or "").strip():
            return part.text_content or ""
        child = part.last_child
        below: list[LexborNode] = []
        while child is not None and len(below) < _NODES_LOOKED_AT:
            below.append(child)
            child = child.prev
        stack += reversed(below)
    return ""


def _introduced(passages: Iterable[Passage]) -> Iterator[Passage]:
    """The passages, of which those in a drawn quote are an earlier mail's where a mail program wrote a line above it.

    All that are drawn like it are, too: between them stand answers. Other quotes are the sender's own, as of a law.
    """
    earlier: set[str] = set()
    above = Passage(BlockKind.PARAGRAPH, "")
    for passage in passages:
        is_drawn = passage.quote.startswith(_DRAWN)
        if is_drawn and passage.quote not in earlier and not above.quote:
            said = above.text.split("\n")[-2:]
            if is_introduction(said[-1]) or are_one_introduction(said[0], said[-1]):
                earlier.add(passage.quote)
        above = passage
        yield replace(passage, quote=_EARLIER if passage.quote in earlier else "") if is_drawn else passage


def _without_frames(passages: Iterable[Passage]) -> Iterator[Passage]:
    """The passages, of which those in a frame are the sender's own where a quote stands in the frame as well."""
    for in_frame, group in groupby(passages, key=lambda passage: passage.quote in (_FRAME, _FRAMED)):
        run = list(group)
        around_quotes = "" if any(passage.quote == _FRAMED for passage in run) else _EARLIER
        for passage in run:
            quote = around_quotes if passage.quote == _FRAME else _EARLIER
            yield replace(passage, quote=quote) if in_frame else passage


def _without_heads(passages: Iterable[Passage], *, is_forward: bool) -> Iterator[Passage]:
    """The passages, of which all from a head on are an earlier mail's; but the first words are no earlier mail's."""
    has_written = is_earlier = is_passed = False
    for passage in passages:
        if passage.quote == _HEAD and not is_earlier and (is_forward or not has_written):
            is_passed = True
            continue
        if is_passed:
            # What stands below the head that was left out.
            is_forward = is_passed = False
        is_earlier = is_earlier or passage.quote == _HEAD
        has_written = has_written or passage.quote in ("", _SIGNATURE)
        yield replace(passage, quote=_EARLIER) if is_earlier else passage
