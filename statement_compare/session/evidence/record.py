"""What a bundle is made and replayed from: documents, comparisons and edits, without paths and names of machines."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date

from statement_compare.engine.model import (
    CompareOptions,
    Comparison,
    Correction,
    Entailment,
    EntailmentPair,
    Link,
    Source,
    Statement,
)
from statement_compare.engine.progress import SILENT, Progress
from statement_compare.engine.report.json import figure
from statement_compare.engine.signature import model_word
from statement_compare.session.edits import Compared, Edit, Entry, Relink
from statement_compare.session.made_with import options_of
from statement_compare.session.review import Review
from statement_compare.session.soundness import check_comparison
from statement_compare.session.store_rows import Contents, Kept, stepped
from statement_compare.session.store_rows import Made as MadeOfFiles


@dataclass(frozen=True, slots=True)
class Document:
    """A document as it was read. `content` is its file, byte by byte, where `is_file`; else its text in UTF-8."""

    source: Source
    content: bytes
    is_file: bool

    @property
    def is_pasted(self) -> bool:
        return not self.source.path

    @property
    def encoding(self) -> str:
        """The encoding that reading it again is told; "" where it was guessed then, or the format fixes it."""
        return "" if self.source.encoding_guessed else self.source.encoding


@dataclass(frozen=True, slots=True)
class Described:
    """A side of a comparison: which document it is, from 0, and what a person said of it over what its file says."""

    document: int
    title: str = ""
    speaker: str = ""
    date: date | None = None


@dataclass(frozen=True, slots=True)
class Made:
    """A comparison with what it was made from. `corrections` are the sentences that a person had put right then."""

    left: Described
    right: Described
    options: CompareOptions
    comparison: Comparison
    corrections: tuple[Correction, ...] = ()


@dataclass(frozen=True, slots=True)
class Record:
    """All that a bundle is made from.

    `program` is the version that began the session, `created` when, "" where it never was in a file. `made` are the
    comparisons in their order; an edit of the kind "compared" brings the next of them along.
    """

    program: str
    created: str
    documents: tuple[Document, ...]
    made: tuple[Made, ...]
    entries: tuple[Entry, ...]

    @property
    def last(self) -> Made:
        """What was compared last, which the reports are of."""
        return self.made[-1]


def record_of(contents: Contents) -> Record:
    """What of a session goes into a bundle: the edits that hold, and what they were made of.

    Of paths the file's name is left, and figures of models have the four places that are shown: the rest of them
    depends on the processor.
    """
    documents: list[Document] = []
    made = [_made(contents.first, (), documents)]
    entries = []
    for logged in contents.log[: contents.live]:
        edit = logged.entry.edit
        if isinstance(edit, Compared) and logged.made is not None:
            made.append(_made(logged.made, edit.corrections, documents))
            edit = replace(edit, comparison=made[-1].comparison)
        entries.append(Entry(_rounded_edit(edit), logged.entry.stamp))
    return Record(contents.program, contents.created, tuple(documents), tuple(made), tuple(entries))


def folded(record: Record, progress: Progress = SILENT) -> Review:
    """The review that the edits lead to. Raises UnsoundError, and EditError for what is not there."""
    check_comparison(record.made[0].comparison)
    review = Review(record.made[0].comparison)
    for number, entry in enumerate(record.entries):
        progress.report("fold", number, len(record.entries))
        review = stepped(review, entry)
    return review


def nameless(comparison: Comparison) -> Comparison:
    """A comparison as a bundle holds it: of paths the file's name, of figures the places that are shown."""
    return replace(
        comparison,
        left=_nameless_statement(comparison.left),
        right=_nameless_statement(comparison.right),
        links=tuple(map(rounded, comparison.links)),
    )


def rounded(link: Link) -> Link:
    """A link with the figures that are shown of what a model said."""
    pair = link.entailment
    return link if pair is None else replace(link, entailment=EntailmentPair(*map(_rounded, _directions(pair))))


def base_name(path: str) -> str:
    """The name of a file without its folders, by whichever system they are written."""
    return re.split(r"[\\/]", path.rstrip("\\/"))[-1]


def _made(files: MadeOfFiles, corrections: tuple[Correction, ...], documents: list[Document]) -> Made:
    comparison = nameless(files.comparison)
    sides = [
        _described(kept, statement.source, documents, is_corrected=any(each.side.value == name for each in corrections))
        for kept, statement, name in zip(
            files.sources, (comparison.left, comparison.right), ("left", "right"), strict=True
        )
    ]
    kept = replace(files.options, model=model_word(files.options.model))
    return Made(sides[0], sides[1], options_of(files.comparison, kept), comparison, corrections)


def _described(kept: Kept, source: Source, documents: list[Document], *, is_corrected: bool) -> Described:
    """The document of a side, which joins the others if it is new, and what was said of it."""
    read = _nameless_source(kept.source)
    if not is_corrected:
        # A person may have chosen another encoding since the document was kept: what was compared was read by that.
        is_other = (source.encoding, source.sha256) != (read.encoding, read.sha256)
        said = source if is_other else read
        read = replace(source, title=said.title, speaker=said.speaker, date=said.date)
    document = Document(read, kept.content, kept.is_file)
    if document not in documents:
        documents.append(document)
    return Described(
        documents.index(document),
        title=source.title if source.title != read.title else "",
        speaker=source.speaker if source.speaker != read.speaker else "",
        date=source.date if source.date != read.date else None,
    )


def _rounded_edit(edit: Edit) -> Edit:
    return replace(edit, added=tuple(map(rounded, edit.added))) if isinstance(edit, Relink) else edit


def _nameless_statement(statement: Statement) -> Statement:
    return replace(statement, source=_nameless_source(statement.source))


def _nameless_source(source: Source) -> Source:
    return replace(source, path=base_name(source.path))


def _directions(pair: EntailmentPair) -> Iterable[Entailment]:
    return pair.forward, pair.backward


def _rounded(direction: Entailment) -> Entailment:
    return Entailment(figure(direction.entailment), figure(direction.neutral), figure(direction.contradiction))


def described(statement: Statement, side: Described) -> Statement:
    """A statement with what a person said of it put over what its file says."""
    source = statement.source
    return replace(
        statement,
        source=replace(
            source,
            title=side.title or source.title,
            speaker=side.speaker or source.speaker,
            date=side.date or source.date,
        ),
    )


def of_side(corrections: Sequence[Correction], side: str) -> tuple[Correction, ...]:
    return tuple(each for each in corrections if each.side.value == side)
