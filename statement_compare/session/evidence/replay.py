"""How what a bundle rests on is done once more: documents are read again, texts compared again, links judged again."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace
from pathlib import Path

from statement_compare.engine import readers
from statement_compare.engine.bundle import ENTAILMENT_FOLDERS, NO_MODEL, load_models
from statement_compare.engine.model import CompareOptions, Comparison, Link, Side, Source, Statement
from statement_compare.engine.models import NO_MODELS, Models
from statement_compare.engine.pipeline import compare_statements, judge_pair
from statement_compare.engine.progress import SILENT, Progress
from statement_compare.engine.report.json import link_data
from statement_compare.engine.text.segment import segment
from statement_compare.errors import ModelError, StatementCompareError, UnreadableFileError
from statement_compare.session.corrected import with_sentence
from statement_compare.session.edits import Compared, Relink, place_of
from statement_compare.session.evidence.differences import first_line, of_comparisons, of_values, plain_of, told
from statement_compare.session.evidence.outcome import WITHOUT_BYTES, Finding, Standing
from statement_compare.session.evidence.record import Document, Made, Record, described, nameless, of_side, rounded
from statement_compare.session.handmade import placed, texts_of
from statement_compare.session.review import pair_of
from statement_compare.session.tables import with_table

ModelsFor = Callable[[Made], Models]
"""The models that a comparison is made again with. Raises ModelError where they are not at hand."""


def models_at_hand(own: str = "", tables: Path | None = None) -> ModelsFor:
    """Those that come along and, for a comparison by another one, the model in the folder `own` with its table."""
    loaded: dict[str, Models] = {}

    def models_for(made: Made) -> Models:
        if not made.options.use_model or made.options.model == NO_MODEL:
            return NO_MODELS
        choice = made.options.model if made.options.model in ENTAILMENT_FOLDERS else own
        if not choice:
            raise ModelError("evidence.no_model", f"the model {made.options.model} does not come along")
        if choice not in loaded:
            models = load_models(choice)
            loaded[choice] = models if tables is None else with_table(models, tables)
        return loaded[choice]

    return models_for


def read_again(document: Document, progress: Progress = SILENT) -> Source:
    """What reading a document's bytes gives now. Raises UnreadableFileError and UsageError."""
    name = document.source.path
    if document.is_pasted:
        return readers.read_text(document.content.decode("utf-8", "surrogatepass"))
    if not document.encoding:
        return readers.read_bytes(document.content, name=name, progress=progress)
    # Nothing tells whether it was found or chosen, and what is chosen is taken more strictly: a file with more broken
    # bytes than one in a thousand is read as UTF-8 where nobody says so, and refused where a person does.
    try:
        untold = readers.read_bytes(document.content, name=name, progress=progress)
    except UnreadableFileError:
        return readers.read_bytes(document.content, name=name, encoding=document.encoding, progress=progress)
    if untold == document.source:
        return untold
    try:
        return readers.read_bytes(document.content, name=name, encoding=document.encoding, progress=progress)
    except UnreadableFileError:
        return untold


def documents_again(record: Record, progress: Progress = SILENT) -> Iterator[Finding]:
    """Whether each document, read again, gives the text that the bundle holds."""
    for document in record.documents:
        kept, name = document.source, document.source.path
        if not (document.is_file or document.is_pasted):
            yield Finding(Standing.NOTE, WITHOUT_BYTES, name)
            if document.content != kept.text.encode("utf-8", "surrogatepass"):
                yield Finding(Standing.DIFFERS, "document.content", name)
            continue
        try:
            here = read_again(document, progress)
        except (StatementCompareError, UnicodeDecodeError) as error:
            yield Finding(Standing.DIFFERS, "document.refused", name, {"why": str(error)})
            continue
        yield from _document_again(kept, here)


def _document_again(kept: Source, here: Source) -> Iterator[Finding]:
    name = kept.path
    if kept == here:
        yield Finding(Standing.SAME, "document.same", name, {"n": len(kept.text)})
        return
    if kept.sha256 != here.sha256:
        yield Finding(Standing.DIFFERS, "document.sha256", name, {"bundle": kept.sha256, "here": here.sha256})
    if kept.text != here.text:
        line, one, other = first_line(kept.text, here.text)
        yield Finding(Standing.DIFFERS, "document.text", name, {"line": line, "bundle": one, "here": other})
        return
    found = of_values(plain_of(replace(kept, sha256="")), plain_of(replace(here, sha256="")))
    yield from told("document.field", name, found)


def statements_again(record: Record, made: Made, progress: Progress = SILENT) -> tuple[Statement, Statement]:
    """Both texts of a comparison, cut into sentences again, with what a person said of them and put right in them."""
    found = []
    for side, language, which in zip(Side, made.options.languages, (made.left, made.right), strict=True):
        source = record.documents[which.document].source
        statement = segment(source, language, sentences_per_line=made.options.sentences_per_line, progress=progress)
        statement = described(statement, which)
        for correction in of_side(made.corrections, side.value):
            if correction.sentence < len(statement.sentences):
                statement = with_sentence(statement, correction.sentence, correction.text)
        found.append(statement)
    return found[0], found[1]


def comparisons_again(record: Record, models_for: ModelsFor, progress: Progress = SILENT) -> Iterator[Finding]:
    """Whether each comparison, made again with the same options and models, says the same of each pair."""
    for number, made in enumerate(record.made, 1):
        try:
            models = models_for(made)
        except ModelError as error:
            model = dict(made.comparison.signature.models).get(made.comparison.judged_by, made.options.model)
            yield Finding(Standing.UNCHECKED, "model.missing", str(number), {"model": model, "why": error.message})
            yield from _named(_sentences_again(record, made, progress), number, record)
            continue
        statements = statements_again(record, made, progress)
        here = nameless(compare_statements(*statements, made.options, models, progress))
        found = list(of_comparisons(made.comparison, here))
        yield from _named(found, number, record)
        if all(each.standing is Standing.NOTE for each in found):
            yield Finding(Standing.SAME, "comparison.same", str(number), {"n": len(here.links)})


def _named(found: Iterable[Finding], number: int, record: Record) -> Iterator[Finding]:
    """Findings that say in which comparison they are, where there are several."""
    for each in found:
        yield each if len(record.made) == 1 else replace(each, places={**each.places, "comparison": number})


def _sentences_again(record: Record, made: Made, progress: Progress) -> Iterator[Finding]:
    """Whether the texts and their sentences are the same, where no model is at hand that could judge them."""
    left, right = statements_again(record, made, progress)
    here = nameless(replace(made.comparison, left=left, right=right))
    yield from of_comparisons(made.comparison, here)


def links_again(record: Record, models_for: ModelsFor, progress: Progress = SILENT) -> Iterator[Finding]:
    """Whether the links that a person made, and that were judged for her, are judged the same again."""
    judged, compared, differing = 0, 0, False
    for entry in record.entries:
        compared += isinstance(entry.edit, Compared)
        if not isinstance(entry.edit, Relink):
            continue
        made = record.made[compared]
        comparison = made.comparison
        try:
            models = models_for(made)
        except ModelError:
            continue  # the comparison has told it
        options = replace(made.options, languages=(comparison.left.language, comparison.right.language))
        for link in entry.edit.added:
            progress.report("judge", judged, judged + 1)
            judged += 1
            found = list(_link_again(link, comparison, options, models))
            differing = differing or bool(found)
            yield from found
    if judged and not differing:
        yield Finding(Standing.SAME, "links.same", "", {"n": judged})


def _link_again(link: Link, comparison: Comparison, options: CompareOptions, models: Models) -> Iterator[Finding]:
    pair = pair_of(link)
    here = rounded(placed(judge_pair(*texts_of(comparison, pair), options, models).link, comparison, pair))
    if here != link:
        texts = comparison.left.source.text, comparison.right.source.text
        yield from told("link.by_hand", place_of(pair), of_values(link_data(link, *texts), link_data(here, *texts)))
