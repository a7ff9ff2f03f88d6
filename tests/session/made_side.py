"""One side of a comparison made by hand: blocks of sentences, in which the words of reasons may be marked."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from statement_compare.engine.model import Block, BlockKind, Role, Sentence, Source, Span, Statement
from statement_compare.engine.place import NOWHERE, Place

IN_BRACKETS = re.compile(r"⟦([^⟧]*)⟧")
IN_BRACES = re.compile(r"\{([^{}]*)\}")


@dataclass(frozen=True)
class Part:
    """A block of a statement: its sentences with what it is and where it stands."""

    sentences: Sequence[str]
    kind: BlockKind = BlockKind.PARAGRAPH
    place: Place = NOWHERE
    before: str = "\n\n"


def made_side(
    *parts: Part | str,
    marked: re.Pattern[str] = IN_BRACKETS,
    roles: Mapping[int, Role] | None = None,
    language: str = "en",
    **known: Any,
) -> tuple[Statement, dict[int, Span]]:
    """A statement, and the span of the marked words of each sentence that has some, without their marks.

    A plain string is a paragraph of one sentence. Headings are no claims, and what `roles` says of a sentence by its
    number holds. `known` is what the document says of itself.
    """
    text, blocks, sentences, marks = "", [], list[Sentence](), {}
    for index, part in enumerate(parts):
        block = Part((part,)) if isinstance(part, str) else part
        text += block.before if text else ""
        begin = len(text)
        for number, written in enumerate(block.sentences):
            text += " " if number else ""
            start, plain = len(text), marked.sub(r"\1", written)
            found = marked.search(written)
            if found:
                marks[len(sentences)] = Span(start + found.start(), start + found.end() - 2)
            text += plain
            usual = Role.HEADING if block.kind is BlockKind.HEADING else Role.CLAIM
            role = (roles or {}).get(len(sentences), usual)
            sentences.append(Sentence(len(sentences), Span(start, len(text)), plain, role, index))
        blocks.append(Block(block.kind, Span(begin, len(text))))
    places = tuple(NOWHERE if isinstance(part, str) else part.place for part in parts)
    if any(place != NOWHERE for place in places):
        known["places"] = places
    return Statement(Source(text, tuple(blocks), **known), language, tuple(sentences)), marks
