"""Which pairs were compared before and how the last one was left, with pasted texts kept so that nothing is lost."""

from __future__ import annotations

import hashlib
import json
from dataclasses import asdict, dataclass, replace
from datetime import date
from pathlib import Path

from statement_compare.session.file_lock import turn
from statement_compare.session.folders import as_utf8, set_aside, write_whole

LIMIT = 12
# Pairs that windows show stay in the list, however many they are.
_MOST = 100
NONE_OPEN: frozenset[tuple[str, str, str, str]] = frozenset()
Texts = tuple[str, str, str, str]


@dataclass(frozen=True, slots=True)
class Origin:
    """Where one side's text comes from, and what a person said about it. A file's `path`, or the `pasted` text.

    `encoding` and `language` are "" for a guess; `title`, `speaker` and `date` are "" (None) for what the file says.
    """

    path: str = ""
    pasted: str = ""
    encoding: str = ""
    language: str = ""
    title: str = ""
    speaker: str = ""
    date: date | None = None

    @property
    def is_empty(self) -> bool:
        return not self.path and not self.pasted

    @property
    def text(self) -> tuple[str, str]:
        """Which file or pasted text it is, whatever was chosen or said about it."""
        return self.path, self.pasted


@dataclass(frozen=True, slots=True)
class Pair:
    """Two origins and how their comparison was left: `scroll` is the place in both texts as the view writes it.

    `session` is the path of the file that holds a person's work on them, "" where there is none.
    """

    left: Origin
    right: Origin
    sentences_per_line: bool = False
    scroll: str = ""
    finding: int = -1
    session: str = ""

    @property
    def is_complete(self) -> bool:
        return not self.left.is_empty and not self.right.is_empty

    @property
    def has_text(self) -> bool:
        return not (self.left.is_empty and self.right.is_empty)

    @property
    def texts(self) -> Texts:
        """What makes two entries the same pair: the texts, whatever was chosen about them."""
        return self.left.path, self.left.pasted, self.right.path, self.right.pasted


@dataclass(frozen=True, slots=True)
class Recent:
    """Pairs, the latest first."""

    pairs: tuple[Pair, ...] = ()

    def with_pair(
        self, pair: Pair, foreign: frozenset[Texts] = NONE_OPEN, shown: frozenset[Texts] = NONE_OPEN
    ) -> Recent:
        """The list with this pair on top, once.

        A pair with one side still empty gives way to the next, but for the `foreign` ones, where another program may
        be at work, and for those that other windows have `shown`, which stay in any case.
        """
        others = [
            each
            for each in self.pairs
            if each.texts != pair.texts and (each.is_complete or each.texts in foreign or each.texts in shown)
        ]
        late = (each for each in others[LIMIT - 1 :] if each.texts in shown)
        return Recent((pair, *others[: LIMIT - 1], *late))

    @property
    def last(self) -> Pair | None:
        return self.pairs[0] if self.pairs else None


def load(path: Path, pasted_folder: Path) -> Recent:
    """The list in a file. A damaged file is renamed, an entry that makes no sense or lost its text is left out."""
    try:
        content = json.loads(path.read_text(encoding="utf-8"))
    except OSError:
        return Recent()
    except (ValueError, RecursionError):  # RecursionError: lists in lists without end
        set_aside(path)
        return Recent()
    entries = content.get("pairs", []) if isinstance(content, dict) else []
    pairs = (_pair(entry, pasted_folder) for entry in entries if isinstance(entry, dict))
    return Recent(tuple(pair for pair in pairs if pair is not None)[:_MOST])


def save(recent: Recent, path: Path, pasted_folder: Path) -> None:
    """Write the list and the texts it needs; texts no entry needs any more are removed. Raises OSError."""
    needed = set()
    for pair in recent.pairs:
        for origin in (pair.left, pair.right):
            if origin.pasted:
                needed.add(keep_pasted(origin.pasted, pasted_folder).name)
    content = {"format": 1, "pairs": [_entry(pair) for pair in recent.pairs]}
    write_whole(path, as_utf8(json.dumps(content, indent=1, ensure_ascii=False)))
    for kept in pasted_folder.glob("*.txt"):
        if kept.name not in needed:
            kept.unlink(missing_ok=True)


def add(pair: Pair, known: Recent, path: Path, pasted_folder: Path, shown: frozenset[Texts] = NONE_OPEN) -> Recent:
    """Put a pair on top of the list as it lies in the file now, and give back that list.

    Another program may have written pairs since this one, which knows `known`, last did: they stay, with their texts,
    as do those that other windows have `shown`. Raises OSError; what the list would be is then
    `known.with_pair(pair, shown=shown)`.
    """
    with turn(path):
        there = load(path, pasted_folder)
        foreign = {each.texts for each in there.pairs} - {each.texts for each in known.pairs}
        kept = there.with_pair(pair, frozenset(foreign), shown)
        if kept != there:
            save(kept, path, pasted_folder)
        return kept


def forget(path: Path, pasted_folder: Path) -> None:
    """Leave an empty list and none of the texts that were kept for it, nor damaged copies. Raises OSError."""
    with turn(path):
        save(Recent(), path, pasted_folder)
    for copy in path.parent.glob(f"{path.name}.damaged-*"):
        copy.unlink(missing_ok=True)


def keep_pasted(text: str, folder: Path) -> Path:
    """Write a pasted text under the name of its digest, once. Raises OSError."""
    content = text.encode("utf-8", "surrogatepass")
    path = folder / f"{hashlib.sha256(content).hexdigest()}.txt"
    if not path.exists():
        write_whole(path, content)
    return path


def _entry(pair: Pair) -> dict[str, object]:
    return {
        "left": _side_entry(pair.left),
        "right": _side_entry(pair.right),
        "sentences_per_line": pair.sentences_per_line,
        "scroll": pair.scroll,
        "finding": pair.finding,
        **({"session": pair.session} if pair.session else {}),
    }


def _side_entry(origin: Origin) -> dict[str, str]:
    content = {key: str(value) for key, value in asdict(origin).items() if value}
    if origin.pasted:
        content["pasted"] = hashlib.sha256(origin.pasted.encode("utf-8", "surrogatepass")).hexdigest()
    return content


def _pair(entry: dict[str, object], pasted_folder: Path) -> Pair | None:
    left, right = (_origin(entry.get(side), pasted_folder) for side in ("left", "right"))
    if left is None or right is None or (left.is_empty and right.is_empty):
        return None
    pair = Pair(left, right, sentences_per_line=entry.get("sentences_per_line") is True)
    match entry.get("scroll"):
        case str() as scroll:
            pair = replace(pair, scroll=scroll)
    match entry.get("finding"):
        case int() as finding:
            pair = replace(pair, finding=finding)
    match entry.get("session"):
        case str() as session:
            pair = replace(pair, session=session)
    return pair


def _origin(entry: object, pasted_folder: Path) -> Origin | None:
    if not isinstance(entry, dict):
        return None
    known = {key: value for key, value in entry.items() if key in Origin.__slots__ and isinstance(value, str)}
    when = known.pop("date", "")
    digest = known.pop("pasted", "")
    try:
        origin = Origin(**known, date=date.fromisoformat(when) if when else None)
        if digest:
            kept = (pasted_folder / f"{Path(digest).name}.txt").read_bytes().decode("utf-8", "surrogatepass")
            origin = replace(origin, pasted=kept)
    except (OSError, ValueError):
        return None
    return origin
