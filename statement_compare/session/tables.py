"""The tables of models of a person's own, as they are kept in the data folder: one file a model, named by its hash."""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from dataclasses import asdict, dataclass, replace
from pathlib import Path
from typing import Any, Final

from statement_compare import bundled
from statement_compare.engine.bundle import ENTAILMENT_FOLDERS
from statement_compare.engine.calibration.figures import AllFigures, Figures, Told
from statement_compare.engine.models import Models
from statement_compare.engine.verdict.features import FEATURES_FORM
from statement_compare.engine.verdict.weights import OwnTable, own_table
from statement_compare.errors import ModelError
from statement_compare.session.folders import as_utf8, write_whole

FORMAT: Final = 1
_MOST_BYTES: Final = 1_000_000
_DIGEST: Final = re.compile(r"[0-9a-f]{64}")


@dataclass(frozen=True, slots=True)
class Measured:
    """A model that was measured: `sha256` is its own, `folder` where it lay, `table` what weighs its answers."""

    name: str
    sha256: str
    folder: str
    table: Mapping[str, Any]
    figures: AllFigures


@dataclass(frozen=True, slots=True)
class Unreadable:
    """A file of a table that cannot be used, with the reason in words."""

    sha256: str
    why: str


@dataclass(frozen=True, slots=True)
class Bundled:
    """A model that comes along: the word by which it is chosen, its name, and its figures on the same pairs."""

    word: str
    name: str
    figures: AllFigures


def keep(measured: Measured, folder: Path) -> Path:
    """Write the table of a model in place of an older one of the same model. Raises OSError."""
    content = {
        "format": FORMAT,
        "features": FEATURES_FORM,
        "name": measured.name,
        "sha256": measured.sha256,
        "folder": measured.folder,
        "table": measured.table,
        "figures": asdict(measured.figures),
    }
    path = _file(measured.sha256, folder)
    write_whole(
        path, as_utf8(json.dumps(content, indent=1, sort_keys=True, allow_nan=False, ensure_ascii=False) + "\n")
    )
    return path


def load(sha256: str, folder: Path) -> Measured | None:
    """What is kept of a model, None where nothing is; ModelError where its file is damaged or of another version."""
    path = _file(sha256, folder)
    if not path.exists():
        return None
    try:
        if path.stat().st_size > _MOST_BYTES:
            raise ValueError("it is too large for a table")
        content = json.loads(path.read_text(encoding="utf-8"))
        if (content["format"], content["features"]) != (FORMAT, FEATURES_FORM):
            raise _unusable(path, "it was made by another version of the program")
        if content["sha256"] != sha256:
            raise ValueError("it is the table of another model")
        own_table(content["table"])
        return Measured(
            str(content["name"]), sha256, str(content["folder"]), content["table"], _figures(content["figures"])
        )
    except (OSError, ValueError, KeyError, TypeError, AttributeError, RecursionError) as error:
        raise _unusable(path, "it is damaged") from error


def load_all(folder: Path) -> tuple[Measured | Unreadable, ...]:
    """Everything that is kept, by name."""
    found: list[Measured | Unreadable] = []
    for path in sorted(folder.glob("*.json")):
        if not _DIGEST.fullmatch(path.stem):
            continue
        try:
            measured = load(path.stem, folder)
        except ModelError as error:
            found.append(Unreadable(path.stem, error.params["why"]))
        else:
            found += [measured] if measured else []
    return tuple(sorted(found, key=lambda each: (each.name if isinstance(each, Measured) else "", each.sha256)))


def forget(sha256: str, folder: Path) -> None:
    """Remove what is kept of a model. Raises OSError."""
    _file(sha256, folder).unlink()


def with_table(models: Models, folder: Path) -> Models:
    """The same models with the table of the one that is a person's own, if it was measured; ModelError as `load`."""
    if not models.is_own or models.entailment is None:
        return models
    measured = load(models.entailment.sha256, folder)
    tables: dict[str, OwnTable] = {} if measured is None else {measured.sha256: own_table(measured.table)}
    return replace(models, tables=tables)


def bundled_figures() -> tuple[Bundled, ...]:
    """The figures of the models that come along, those left out that have changed since they were measured."""
    try:
        content = json.loads(bundled.path("calibration", "figures.json").read_text(encoding="utf-8"))
        return tuple(
            Bundled(word, str(content[word]["name"]), _figures(content[word]["figures"]))
            for word in sorted(ENTAILMENT_FOLDERS, reverse=True)
            if word in content and content[word]["sha256"] == _digest_of(word)
        )
    except (OSError, ValueError, KeyError, TypeError, AttributeError):
        return ()  # they are there to compare with, and nothing rests on them


def _digest_of(word: str) -> str:
    config = bundled.path("models", ENTAILMENT_FOLDERS[word], "config.json")
    return str(json.loads(config.read_text(encoding="utf-8")).get("sha256", ""))


def _file(sha256: str, folder: Path) -> Path:
    if not _DIGEST.fullmatch(sha256):
        raise ValueError(f"{sha256} is no SHA-256")
    return folder / f"{sha256}.json"


def _unusable(path: Path, why: str) -> ModelError:
    return ModelError(
        "table.unusable",
        f"{path}: the table of this model cannot be used, {why}; measure the model again with "
        f"statement-compare models add FOLDER, or forget it with statement-compare models remove {path.stem[:12]}",
        path=str(path),
        why=why,
    )


def _figures(content: Mapping[str, Any]) -> AllFigures:
    """Figures as they were written; KeyError, TypeError or ValueError where they are none."""

    def told(one: Mapping[str, Any]) -> Told:
        return Told(**{key: int(value) for key, value in one.items()})

    def figures(one: Mapping[str, Any]) -> Figures:
        return Figures(int(one["pairs"]), told(one["contradictions"]), told(one["agreements"]), int(one["reversed"]))

    others, rank = content["others"], content["others_rank"]
    return AllFigures(
        figures(content["lone"]),
        None if others is None else figures(others),
        figures(content["disputes"]),
        float(content["contradiction_rank"]),
        float(content["agreement_rank"]),
        None if rank is None else float(rank),
    )
