"""What each command does: read, ask the engine, write."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from statement_compare.cli import streams
from statement_compare.cli.arguments import Arguments
from statement_compare.errors import UnreadableFileError

if TYPE_CHECKING:
    from statement_compare.engine.model import CompareOptions, Comparison, Source
    from statement_compare.engine.models import Models
    from statement_compare.engine.reported import Reported


def compare(chosen: Arguments) -> bool:
    """Write one comparison; returns whether it holds a contradiction."""
    from statement_compare.engine.model import Verdict
    from statement_compare.engine.report import render
    from statement_compare.engine.report.text import PLAIN, Page
    from statement_compare.engine.reported import ReportChoice

    streams.refuse_terminal(chosen.format, chosen.output)
    comparison = _comparison(chosen)
    choice = ReportChoice(language=chosen.report_language)
    page = PLAIN if chosen.output else Page(streams.terminal_width(), streams.shows_colour())
    streams.write(render(comparison, chosen.format, page=page, choice=choice), chosen.output)
    return any(link.verdict is Verdict.CONTRADICTION for link in comparison.links)


def facts(chosen: Arguments) -> None:
    """Write the table of figures, dates and names of two statements."""
    from statement_compare.engine.report import facts as table

    streams.write(table.render(_comparison(chosen), chosen.format, chosen.report_language), chosen.output)


def judge(chosen: Arguments) -> None:
    from statement_compare.engine.pairs import read_pairs
    from statement_compare.engine.pipeline import judge_pairs
    from statement_compare.engine.readers import DEFAULT_LIMITS, bytes_of_file, refuse_too_large
    from statement_compare.engine.report import judged

    most = DEFAULT_LIMITS.file_bytes
    data = streams.read_standard_input(most) if chosen.file == "-" else bytes_of_file(chosen.file)
    refuse_too_large(data, chosen.file)
    pairs = read_pairs(data, name=chosen.file, encoding=chosen.encodings[0])
    options = _options(chosen)
    with streams.progress_line(quiet=chosen.quiet) as progress:
        rows = judge_pairs(pairs, options, _models(options, chosen), progress)
    streams.write(judged.render(rows, chosen.format), chosen.output)


def extract(chosen: Arguments) -> None:
    source = _read(chosen.file, chosen.encodings[0], chosen)
    _say_notes(chosen.file, source, chosen)
    streams.write(_strangers(source.text, chosen.output), chosen.output)


def sentences(chosen: Arguments) -> None:
    from statement_compare.engine.report import json
    from statement_compare.engine.text.one_line import on_one_line
    from statement_compare.engine.text.segment import segment

    source = _read(chosen.file, chosen.encodings[0], chosen)
    _say_notes(chosen.file, source, chosen)
    statement = segment(source, chosen.languages[0], sentences_per_line=chosen.sentences_per_line)
    if chosen.format == "json":
        result = json.dump({"format": json.FORMAT, **json.statement_data(statement)}, indent=1)
    else:
        lines = "".join(f"{on_one_line(sentence.text)}\n" for sentence in statement.sentences)
        result = _strangers(lines, chosen.output)
    streams.write(result, chosen.output)


def review(chosen: Arguments) -> None:
    from statement_compare.cli import review as saved

    saved.review(chosen)


def reply(chosen: Arguments) -> None:
    from statement_compare.cli import sheets

    streams.refuse_terminal(chosen.format, chosen.output)
    streams.write(sheets.reply(_reported(chosen), chosen), chosen.output)


def marked(chosen: Arguments) -> None:
    from statement_compare.cli import sheets

    streams.refuse_terminal(chosen.format, chosen.output)
    streams.write(sheets.marked(_reported(chosen), chosen), chosen.output)


def claim_review(chosen: Arguments) -> None:
    from statement_compare.cli import sheets

    streams.write(sheets.claim_review(_reported(chosen), chosen), chosen.output)
    if not chosen.quiet:
        streams.say("statement-compare: the draft holds no rating: a person adds reviewRating before it is published")


def bundle(chosen: Arguments) -> None:
    from statement_compare.cli import evidence

    evidence.bundle(chosen)


def verify(chosen: Arguments) -> bool:
    """Write what checking a bundle found; returns whether all of it is the same."""
    from statement_compare.cli import evidence

    return evidence.verify(chosen)


def models(chosen: Arguments) -> None:
    from statement_compare.cli import models as own

    {"add": own.add, "list": own.show, "remove": own.remove}[chosen.action](chosen)


def _strangers(text: str, output: str) -> bytes:
    """A text out of a file: as it is for another program, with control and hidden characters in sight on a terminal."""
    from statement_compare.engine.text import hidden

    return (hidden.shown(text) if streams.is_for_eyes(output) else text).encode("utf-8", "backslashreplace")


def sample() -> tuple[str, str]:
    """The files of the bundled sample pair."""
    from statement_compare.session.samples import sample_pair

    left, right = sample_pair()
    return str(left), str(right)


def _reported(chosen: Arguments) -> Reported:
    """A saved session with its decisions, which is only read; else a comparison that nobody decided anything of."""
    from statement_compare.engine.reported import Reported

    if not chosen.file:
        return Reported(_comparison(chosen), reviewer=chosen.reviewer)
    from statement_compare.session.store import Store

    with Store.open(Path(chosen.file), for_reading=True) as store:
        return store.review.reported(chosen.reviewer)


def _comparison(chosen: Arguments) -> Comparison:
    from statement_compare.engine.pipeline import compare as compare_sources

    left, right = (
        _read(name, encoding, chosen)
        for name, encoding in zip((chosen.left, chosen.right), chosen.encodings, strict=True)
    )
    for name, source in ((chosen.left, left), (chosen.right, right)):
        _say_notes(name, source, chosen)
    options = _options(chosen)
    with streams.progress_line(quiet=chosen.quiet) as progress:
        return compare_sources(left, right, options, _models(options, chosen), progress)


def _read(name: str, encoding: str, chosen: Arguments) -> Source:
    from statement_compare.engine import readers

    with streams.progress_line(quiet=chosen.quiet) as progress:
        if name == "-":
            data = streams.read_standard_input(readers.DEFAULT_LIMITS.file_bytes)
            source = readers.read_bytes(data, name="-", encoding=encoding, progress=progress)
        else:
            source = readers.read_file(name, encoding=encoding, progress=progress)
    return source


def _say_notes(name: str, source: Source, chosen: Arguments) -> None:
    """What was left out of a file or guessed of it, once all that was named could be read."""
    from statement_compare.engine.readers import notes

    # Said in a log as well: who reads there that a claim is unanswered has to know that a page was not read.
    for entry in () if chosen.quiet else source.notes:
        streams.say(f"{name}: {notes.line(entry)}")
    if source.encoding_guessed:
        guess = f"Read as {source.encoding}; if letters look wrong, name the encoding with --encoding."
        streams.say_to_person(f"{name}: {guess}", quiet=chosen.quiet)


def _options(chosen: Arguments) -> CompareOptions:
    from statement_compare.engine.model import CompareOptions, Preset

    return CompareOptions(
        sentences_per_line=chosen.sentences_per_line,
        languages=chosen.languages,
        preset=Preset(chosen.preset),
        use_model=chosen.model != "none",
        model=chosen.model,
    )


def _models(options: CompareOptions, chosen: Arguments) -> Models:
    from statement_compare.engine.models import NO_MODELS

    if not options.use_model:
        return NO_MODELS
    from statement_compare.engine.bundle import ENTAILMENT_FOLDERS, load_models

    if options.model not in ENTAILMENT_FOLDERS and not Path(options.model).is_dir():
        raise UnreadableFileError(
            "model.missing",
            f"{options.model}: there is no such folder; --model takes fast, thorough, none or the folder of a model",
            path=options.model,
        )
    return _measured(load_models(options.model), chosen)


def _measured(models: Models, chosen: Arguments) -> Models:
    """The models with the table of one's own; where there is none, a line says whose table stands in."""
    if not models.is_own or models.entailment is None:
        return models
    from statement_compare.cli.models import tables_folder
    from statement_compare.session.tables import with_table

    found = with_table(models, tables_folder())
    if not found.tables and not chosen.quiet:
        streams.say(
            f"statement-compare: {models.entailment.name} has not been measured: the thorough model's table weighs its "
            f"answers, and how sure its verdicts are is not known; measure it with: statement-compare models add "
            f"{chosen.model}"
        )
    return found
