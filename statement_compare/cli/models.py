"""What `models add`, `models list` and `models remove` do and how their results read."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import asdict
from pathlib import Path
from typing import TYPE_CHECKING, Any

from statement_compare.cli import streams
from statement_compare.cli.arguments import Arguments
from statement_compare.errors import ModelError, UnreadableFileError

if TYPE_CHECKING:
    from statement_compare.engine.calibration import AllFigures
    from statement_compare.engine.calibration.figures import Figures, Told
    from statement_compare.session.tables import Measured, Unreadable

FORMAT = 1
_SHOWN_OF_DIGEST = 12
_FEWEST_OF_DIGEST = 6
_LONGEST_NAME = 24

Column = tuple[str, "AllFigures"]


def add(chosen: Arguments) -> None:
    """Measure a model, keep its table, and write its figures beside those of the models that come along."""
    from statement_compare.engine.bundle import comes_along, load_encoders
    from statement_compare.engine.calibration import calibrate
    from statement_compare.engine.calibration.labelled import bundled_pairs
    from statement_compare.engine.onnx import load_entailment
    from statement_compare.session import tables

    folder, kept_in = Path(chosen.target).resolve(), tables_folder()
    model = load_entailment(folder, is_own=True)
    if comes_along(model.sha256):
        raise ModelError(
            "model.bundled",
            f"{folder}: this model comes along with the program, and so does its table; there is nothing to add",
            path=str(folder),
        )
    labelled = bundled_pairs()
    streams.say_to_person(
        f"Measuring {model.name} on {len(labelled.pairs)} pairs of sentences and {len(labelled.disputes)} whole "
        "disputes. It takes minutes, with a large model an hour; Ctrl+C stops it and nothing is kept.",
        quiet=chosen.quiet,
    )
    with streams.progress_line(quiet=chosen.quiet) as progress:
        found = calibrate(model, load_encoders(), labelled, progress)
    measured = tables.Measured(model.name, model.sha256, str(folder), found.table, found.figures)
    try:
        tables.keep(measured, kept_in)
    except OSError as error:
        raise _unwritable(kept_in, error) from error
    others = tables.bundled_figures()
    if chosen.format == "json":
        result: dict[str, Any] = {"added": _data(measured), "bundled": [asdict(each) for each in others]}
        _write_json(result, chosen.output)
        return
    lines = [
        f"{model.name} is measured, and its table is kept (sha256 {model.sha256[:_SHOWN_OF_DIGEST]}).",
        f"Use it with --model {folder}",
        "",
        *_beside([(model.name, found.figures), *((each.word, each.figures) for each in others)]),
        *_notes(found.figures),
    ]
    _write_lines(lines, chosen.output)


def show(chosen: Arguments) -> None:
    """Write which models have been measured, with their figures."""
    from statement_compare.session import tables

    known, others = tables.load_all(tables_folder()), tables.bundled_figures()
    whole = [each for each in known if isinstance(each, tables.Measured)]
    broken = [each for each in known if isinstance(each, tables.Unreadable)]
    if chosen.format == "json":
        result = {
            "measured": [_data(each) for each in whole],
            "unusable": [asdict(each) for each in broken],
            "bundled": [asdict(each) for each in others],
        }
        _write_json(result, chosen.output)
        return
    lines = (
        [] if known else ["No model of your own has been measured yet; statement-compare models add FOLDER does it."]
    )
    for each in whole:
        gone = "" if Path(each.folder).is_dir() else " (not there now)"
        lines.append(f"{each.name}  sha256 {each.sha256[:_SHOWN_OF_DIGEST]}  {each.folder}{gone}")
    lines += [f"unusable: sha256 {each.sha256[:_SHOWN_OF_DIGEST]}, {each.why}" for each in broken]
    columns = [*((each.name, each.figures) for each in whole), *((each.word, each.figures) for each in others)]
    if columns:
        lines += ["", *_beside(columns)]
    _write_lines(lines, chosen.output)


def remove(chosen: Arguments) -> None:
    """Forget the table of a model, named by its name or the beginning of its hash."""
    from statement_compare.session import tables

    folder = tables_folder()
    found = [each for each in tables.load_all(folder) if _is_meant(each, chosen.target)]
    if len(found) != 1:
        listed = ", ".join(each.sha256[:_SHOWN_OF_DIGEST] for each in found)
        what = f"several measured models are meant by {chosen.target}; name one by its hash: {listed}" if found else ""
        raise ModelError(
            "model.unknown",
            what or f"no measured model is called {chosen.target}; see statement-compare models list",
            name=chosen.target,
        )
    try:
        tables.forget(found[0].sha256, folder)
    except OSError as error:
        raise _unwritable(folder, error) from error
    name = found[0].name if isinstance(found[0], tables.Measured) else ""
    if chosen.format == "json":
        _write_json({"removed": {"name": name, "sha256": found[0].sha256}}, chosen.output)
        return
    called = f"{name} (sha256 {found[0].sha256[:_SHOWN_OF_DIGEST]})" if name else found[0].sha256[:_SHOWN_OF_DIGEST]
    _write_lines([f"The table of {called} is forgotten; the model's folder is as it was."], chosen.output)


def tables_folder() -> Path:
    """Where tables of models are kept; UnreadableFileError where nobody's home folder is known."""
    from statement_compare.session.folders import platform_folders

    try:
        return platform_folders().tables
    except RuntimeError as error:
        raise UnreadableFileError("folder.home", "no home folder is known in which tables are kept", path="") from error


def _is_meant(each: Measured | Unreadable, word: str) -> bool:
    is_digest = len(word) >= _FEWEST_OF_DIGEST and each.sha256.startswith(word.lower())
    return is_digest or getattr(each, "name", "") == word


def _unwritable(folder: Path, error: OSError) -> UnreadableFileError:
    why = (error.strerror or str(error)).lower()
    return UnreadableFileError("write.file", f"{folder}: cannot be written: {why}", path=str(folder))


def _data(measured: Measured) -> dict[str, Any]:
    return {
        "name": measured.name,
        "sha256": measured.sha256,
        "folder": measured.folder,
        "figures": asdict(measured.figures),
    }


def _write_json(result: Mapping[str, Any], output: str) -> None:
    from statement_compare.engine.report import json

    streams.write(json.dump({"format": FORMAT, **result}, indent=1), output)


def _write_lines(lines: Sequence[str], output: str) -> None:
    from statement_compare.engine.text import hidden

    # A name is a stranger's, and so may be a folder's.
    text = "".join(f"{hidden.shown(line)}\n" for line in lines)
    streams.write(text.encode("utf-8", "backslashreplace"), output)


def _beside(columns: Sequence[Column]) -> list[str]:
    """The figures of models side by side."""
    names = [_shortened(name) for name, _ in columns]
    widths = [max(len(name), 8) for name in names]
    first = 36
    lines = [" " * first + "  ".join(f"{name:>{width}}" for name, width in zip(names, widths, strict=True))]

    def row(name: str, cells: Sequence[str]) -> None:
        lines.append(f"{name:<{first}}" + "  ".join(f"{c:>{w}}" for c, w in zip(cells, widths, strict=True)))

    def told(figures: Sequence[Figures | None]) -> None:
        for name, share in _SHARES.items():
            row(f"  {name}", [_percent(None if each is None else share(each)) for each in figures])
        row("  told the wrong way round", ["–" if each is None else str(each.reversed) for each in figures])

    own = columns[0][1]
    lines.append(f"{own.lone.pairs} pairs of sentences")
    told([figures.lone for _, figures in columns])
    lines.append("whole disputes")
    told([figures.disputes for _, figures in columns])
    if any(figures.others for _, figures in columns):
        lines.append("pairs in other languages than English")
        told([figures.others for _, figures in columns])
    lines.append("reading alone, without facts (50 % is chance)")
    row("  tells contradictions from the rest", [_percent(figures.contradiction_rank) for _, figures in columns])
    row("  tells agreements from the rest", [_percent(figures.agreement_rank) for _, figures in columns])
    lines += ["", "Each pair was judged by a table that had not seen it. docs/models.md says what the figures mean."]
    return lines


def _of(which: Callable[[Figures], Told], share: Callable[[Told], float | None]) -> Callable[[Figures], float | None]:
    return lambda figures: share(which(figures))


_SHARES: dict[str, Callable[[Figures], float | None]] = {
    "contradictions found": _of(lambda f: f.contradictions, lambda t: t.recall),
    "contradictions told that hold": _of(lambda f: f.contradictions, lambda t: t.precision),
    "agreements found": _of(lambda f: f.agreements, lambda t: t.recall),
    "agreements told that hold": _of(lambda f: f.agreements, lambda t: t.precision),
}


def _notes(figures: AllFigures) -> list[str]:
    """What a person should do about a model that does not read all that it says it reads."""
    from statement_compare.engine.calibration import LEAST_RANK

    if figures.others_rank is None or figures.others_rank >= LEAST_RANK:
        return []
    return [
        "",
        "In other languages than English it reads no better than chance. Write the languages that it reads into its",
        'config.json, such as "languages": ["en"], so that it is not asked about others.',
    ]


def _percent(share: float | None) -> str:
    return "–" if share is None else f"{100 * share:.0f} %"


def _shortened(name: str) -> str:
    return name if len(name) <= _LONGEST_NAME else f"{name[: _LONGEST_NAME - 1]}…"
