"""Small statements for the alignment tests, and an encoder that knows a few matters by their words."""

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from statement_compare.engine.model import Block, BlockKind, Role, Sentence, Source, Span, Statement


def statement(*texts: str, language: str = "en", roles: Sequence[Role] = (), a_paragraph: int = 99) -> Statement:
    """A statement of these sentences; a new paragraph after every `a_paragraph` of them."""
    text, sentences, blocks, start = "", [], [], 0
    for index, sentence in enumerate(texts):
        if index and index % a_paragraph == 0:
            blocks.append(Block(BlockKind.PARAGRAPH, Span(start, len(text))))
            start = len(text) + 2
        text += ("" if not index else "\n\n" if index % a_paragraph == 0 else " ") + sentence
        role = roles[index] if roles else Role.CLAIM
        sentences.append(Sentence(index, Span(len(text) - len(sentence), len(text)), sentence, role, len(blocks)))
    blocks.append(Block(BlockKind.PARAGRAPH, Span(start, len(text))))
    return Statement(Source(text, tuple(blocks)), language, tuple(sentences))


class MatterEncoder:
    """Vectors in which each listed matter is a direction: a text points where its words belong."""

    name = "matters"
    sha256 = ""

    def __init__(self, *matters: str, languages: Sequence[str] = ("en",)) -> None:
        self._matters = [frozenset(words.split()) for words in matters]
        self._languages = languages

    def covers(self, language: str) -> bool:
        return language in self._languages

    def encode(self, texts: Sequence[str]) -> NDArray[np.float32]:
        vectors = np.full((len(texts), len(self._matters) + 1), 0.05, np.float32)
        for row, text in zip(vectors, texts, strict=True):
            words = {word.strip(".,:").casefold() for word in text.split()}
            for column, matter in enumerate(self._matters):
                row[column] += len(words & matter)
        norms: NDArray[np.float32] = np.linalg.norm(vectors, axis=1, keepdims=True)
        return vectors / norms
