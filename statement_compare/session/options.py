"""The settings as a schema: each with its type, default, range and a line of help, and how they are kept on disk."""

from __future__ import annotations

import json
import types
import typing
from collections.abc import Callable
from dataclasses import dataclass, field, fields, replace
from enum import StrEnum
from functools import cache
from pathlib import Path

from statement_compare.engine.bundle import FAST, NO_MODEL, THOROUGH
from statement_compare.engine.colours import TITLES
from statement_compare.engine.model import Preset
from statement_compare.engine.report_formats import REPORTS, names_of
from statement_compare.session.file_lock import turn
from statement_compare.session.folders import as_utf8, set_aside, write_whole

SYSTEM_THEME, CONTRAST_THEME = "system", "contrast"
"""Choices that follow the system between light and dark."""
THEME_CHOICES = (SYSTEM_THEME, *TITLES, CONTRAST_THEME)
SYSTEM_LANGUAGE = "system"
LANGUAGE_CHOICES = (SYSTEM_LANGUAGE, "en", "ru", "kk")
"""The language of the window: what the system prefers, or an ISO 639-1 code."""
MODEL_CHOICES = (FAST, THOROUGH, NO_MODEL)


def is_model_choice(text: str) -> bool:
    """Whether a word or the path of a folder can name a model; whether there is one in the folder is not asked."""
    return text in MODEL_CHOICES or Path(text).is_absolute()


def _about(
    help_: str, low: int | None = None, high: int | None = None, accepts: Callable[[str], bool] | None = None
) -> dict[str, typing.Any]:
    return {"help": help_, "low": low, "high": high, "accepts": accepts}


@dataclass(frozen=True, slots=True)
class Settings:
    """Everything a person may choose and that outlives the window. Pairs of strings stand for a small table."""

    language: str = field(
        default=SYSTEM_LANGUAGE,
        metadata=_about("The language of the window.", accepts=LANGUAGE_CHOICES.__contains__),
    )
    theme: str = field(
        default=SYSTEM_THEME,
        metadata=_about(
            "Light, dark, black and white, more contrast, or as the system has it.", accepts=THEME_CHOICES.__contains__
        ),
    )
    zoom_percent: int = field(
        default=100,
        metadata=_about("Size of the statements' text; what is around them grows along, up to twice.", 50, 300),
    )
    preset: Preset = field(
        default=Preset.NORMAL,
        metadata=_about(
            "How soon a contradiction is called: strict shows only the sure ones, lenient shows more of them."
        ),
    )
    model: str = field(
        default=THOROUGH,
        metadata=_about(
            "Which language model judges: fast, thorough, or the folder of another one; with none, pairs are found and "
            "judged by words and rules alone.",
            accepts=is_model_choice,
        ),
    )
    scroll_locked: bool = field(default=True, metadata=_about("Scrolling one side moves the other along."))
    overview_shown: bool = field(default=True, metadata=_about("Show the bar with all findings at the right edge."))
    hidden_shown: bool = field(
        default=False, metadata=_about("Write characters that show nothing or turn directions by their numbers.")
    )
    inspector_shown: bool = field(default=True, metadata=_about("Show the reason for a finding below the texts."))
    inspector_height: int = field(default=196, metadata=_about("Height of the inspector in pixels.", 90, 2000))
    findings_shown: bool = field(default=True, metadata=_about("Show the list of findings at the left."))
    findings_width: int = field(
        default=0, metadata=_about("Width of the list of findings in pixels; 0 for what its words need.", 0, 2000)
    )
    reopen_last: bool = field(default=True, metadata=_about("At start, open what was open last, as it was left."))
    single_instance: bool = field(
        default=True, metadata=_about("Starting the program again opens a window in the one that runs.")
    )
    tour_seen: bool = field(default=False, metadata=_about("The tour was shown; it comes by itself no more."))
    reviewer: str = field(default="", metadata=_about("Your name, which stands beside your decisions in a review."))
    advances: bool = field(default=False, metadata=_about("After a decision, go on to the next finding."))
    colours: tuple[tuple[str, str], ...] = field(
        default=(), metadata=_about("Changed colours: a token, or a theme, a dot and a token, and #rrggbb.")
    )
    shortcuts: tuple[tuple[str, str], ...] = field(
        default=(), metadata=_about("Changed keys: an action and its key sequences, parted by '; '.")
    )
    filters: tuple[tuple[str, str], ...] = field(
        default=(), metadata=_about("Saved filters of the list of findings: a name and what is shown, as JSON.")
    )
    geometry: str = field(default="", metadata=_about("Where the window was, as the toolkit writes it."))
    report_format: str = field(
        default="html",
        metadata=_about("The format of the last report.", accepts=names_of(REPORTS).__contains__),
    )
    report_folder: str = field(default="", metadata=_about("Where the last report was saved."))
    open_folder: str = field(default="", metadata=_about("Where the last file was opened."))


DEFAULTS = Settings()
_FORMER_MODEL_SWITCH = "use_model"
"""The key of the first version, which knew only whether models were used."""


@dataclass(frozen=True, slots=True)
class Setting:
    """One line of the schema.

    `low` and `high` bound a number, `choices` lists the words of a choice, `accepts` says which words a text may be.
    """

    key: str
    kind: str
    default: object
    help: str
    low: int | None
    high: int | None
    choices: tuple[str, ...]
    accepts: Callable[[str], bool] | None = None


@cache
def schema() -> tuple[Setting, ...]:
    """Every setting in the order in which a page of settings would show them."""
    hints = typing.get_type_hints(Settings)
    lines = []
    for each in fields(Settings):
        kind = hints[each.name]
        is_choice = isinstance(kind, type) and issubclass(kind, StrEnum)
        choices = tuple(str(word) for word in kind) if is_choice else ()
        name = "choice" if is_choice else "table" if isinstance(kind, types.GenericAlias) else kind.__name__
        low, high = each.metadata["low"], each.metadata["high"]
        accepts = each.metadata["accepts"]
        lines.append(Setting(each.name, name, each.default, each.metadata["help"], low, high, choices, accepts))
    return tuple(lines)


@dataclass(frozen=True, slots=True)
class Loaded:
    """Settings as found. `kept_copy` is where a damaged file lies now; `refused` names values that made no sense."""

    settings: Settings
    kept_copy: Path | None = None
    refused: tuple[str, ...] = ()


def load(path: Path) -> Loaded:
    """The settings in a file: defaults where there is none, and for each value that makes no sense.

    A file that is not JSON at all is renamed, not overwritten.
    """
    try:
        content = json.loads(path.read_text(encoding="utf-8"))
    except FileNotFoundError:
        return Loaded(DEFAULTS)
    except OSError:
        return Loaded(DEFAULTS, refused=(path.name,))
    except (ValueError, RecursionError):  # broken JSON, bytes that are no UTF-8, or lists in lists without end
        return _damaged(path)
    if not isinstance(content, dict):
        return _damaged(path)
    values: dict[str, typing.Any] = {}
    refused = _bring_up_to_date(content)
    for line in schema():
        if line.key not in content:
            continue
        value = checked_value(line, content[line.key])
        if value is None:
            refused.append(line.key)
        else:
            values[line.key] = value
    return Loaded(Settings(**values), refused=tuple(refused))


def _damaged(path: Path) -> Loaded:
    copy = set_aside(path)
    return Loaded(DEFAULTS, kept_copy=copy, refused=() if copy else (path.name,))


def save(settings: Settings, path: Path) -> None:
    """Write what differs from the defaults. Keys this version does not know are kept. Raises OSError."""
    try:
        old = json.loads(path.read_text(encoding="utf-8"))
    except (OSError, ValueError, RecursionError):
        old = {}
    known = {line.key for line in schema()} | {_FORMER_MODEL_SWITCH}
    content = {key: value for key, value in old.items() if key not in known} if isinstance(old, dict) else {}
    for line in schema():
        value = getattr(settings, line.key)
        if value != line.default:
            content[line.key] = dict(value) if line.kind == "table" else value
    text = json.dumps(content, indent=1, ensure_ascii=False, sort_keys=True)
    write_whole(path, as_utf8(text))


def change(before: Settings, after: Settings, held: Settings, path: Path) -> Settings:
    """Write what a person has just changed, from `before` to `after`, and give back the settings as they are then.

    Another program may have written others since this one, which holds `held`, last did: they stay, and hold here from
    now on as well. Of a table, such as the saved filters, each row counts for itself. Raises OSError; what would have
    been written is then `changed(held, before, after)`.
    """
    with turn(path):
        now = changed(as_written(path, held), before, after)
        save(now, path)
        return now


def changed(settings: Settings, before: Settings, after: Settings) -> Settings:
    """Settings with all that differs between two others as the second has it."""
    values: dict[str, typing.Any] = {}
    for line in schema():
        old, new = getattr(before, line.key), getattr(after, line.key)
        if old == new:
            continue
        if line.kind != "table":
            values[line.key] = new
            continue
        rows = dict(getattr(settings, line.key))
        for gone in dict(old).keys() - dict(new).keys():
            rows.pop(gone, None)
        rows |= {key: value for key, value in new if dict(old).get(key) != value}
        values[line.key] = tuple(sorted(rows.items()))
    return replace(settings, **values)


def as_written(path: Path, held: Settings) -> Settings:
    """What a file says; as `held` where there is none that can be read, and for each value that makes no sense."""
    try:
        content = json.loads(path.read_text(encoding="utf-8"))
    except (OSError, ValueError, RecursionError):
        return held
    if not isinstance(content, dict):
        return held
    _bring_up_to_date(content)
    values: dict[str, typing.Any] = {}
    for line in schema():
        if line.key not in content:
            values[line.key] = line.default
        elif (value := checked_value(line, content[line.key])) is not None:
            values[line.key] = value
    return replace(held, **values)


def _bring_up_to_date(content: dict[str, typing.Any]) -> list[str]:
    """Put what an earlier version wrote under today's keys; returns the keys whose values made no sense."""
    if _FORMER_MODEL_SWITCH not in content:
        return []
    uses_model = content.pop(_FORMER_MODEL_SWITCH)
    if uses_model is False:
        content.setdefault("model", NO_MODEL)
    return [] if isinstance(uses_model, bool) else [_FORMER_MODEL_SWITCH]


def checked_value(line: Setting, value: object) -> object | None:
    """The value as the schema wants it, or None where it cannot be meant."""
    if line.kind == "table":
        if isinstance(value, dict) and all(isinstance(part, str) for pair in value.items() for part in pair):
            return tuple(sorted(value.items()))
        return None
    if line.kind == "choice":
        return type(line.default)(value) if value in line.choices else None  # type: ignore[call-arg]
    if line.accepts is not None:
        return value if isinstance(value, str) and line.accepts(value) else None
    if line.kind == "int" and isinstance(value, int) and not isinstance(value, bool):
        is_low = line.low is not None and value < line.low
        is_high = line.high is not None and value > line.high
        return None if is_low or is_high else value
    return value if line.kind == type(value).__name__ and line.kind != "int" else None
