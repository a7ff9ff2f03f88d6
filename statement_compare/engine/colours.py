"""Which themes there are and the colours of each: `resources/colours.tsv`, for the window and the HTML report alike."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, fields
from typing import Final

from statement_compare import bundled
from statement_compare.engine.model import Verdict
from statement_compare.errors import StatementCompareError

CONTRAST: Final = "_contrast"
"""What the names of the two themes end in that "more contrast" makes of light and dark."""
ALWAYS: Final = ("light", "dark", f"light{CONTRAST}", f"dark{CONTRAST}")
_COLOUR = re.compile("#[0-9a-f]{6}")
_KINDS = ("light", "dark")


@dataclass(frozen=True, slots=True)
class VerdictColours:
    """`ink` for lines, signs and words, `tint` behind a sentence, `words` behind the words that carry the verdict."""

    ink: str
    tint: str
    words: str


@dataclass(frozen=True, slots=True)
class Theme:
    """Every colour of one theme as `#rrggbb`: a field for each row of the table."""

    is_dark: bool
    ground: str
    paper: str
    ink: str
    soft: str
    line: str
    edge: str
    track: str
    accent: str
    chosen: str
    contradiction_ink: str
    contradiction_tint: str
    contradiction_words: str
    agreement_ink: str
    agreement_tint: str
    agreement_words: str
    qualified_ink: str
    qualified_tint: str
    qualified_words: str
    unclear_ink: str
    unclear_tint: str
    unclear_words: str
    found: str
    selection: str

    def of(self, verdict: Verdict) -> VerdictColours:
        name = verdict.value
        return VerdictColours(
            getattr(self, f"{name}_ink"), getattr(self, f"{name}_tint"), getattr(self, f"{name}_words")
        )


TOKENS: Final = tuple(field.name for field in fields(Theme) if field.name != "is_dark")


def faults(table: str) -> Iterator[str]:
    """A line for everything in a table of colours that is not as it must be."""
    rows = _rows(table)
    names = rows.get("token", ())
    if not names or not all(names) or len(set(names)) != len(names):
        yield "the row token names each theme once, in small letters"
    for token in ("name", "kind", *TOKENS):
        cells = rows.get(token)
        if cells is None:
            yield f"{token}: the row is missing"
        elif len(cells) != len(names):
            yield f"{token}: {len(cells)} cells for {len(names)} themes; cells are parted by one tab"
        else:
            found = ((name, _fault(token, name, cell)) for name, cell in zip(names, cells, strict=True))
            yield from (f"{token} of {name}: {fault}" for name, fault in found if fault)
    yield from (f"{token}: no such colour is used" for token in rows if token not in ("token", "name", "kind", *TOKENS))
    yield from (f"{name}: the theme is missing" for name in ALWAYS if name not in names)
    yield from (
        f"{name}: only light and dark have a theme of more contrast"
        for name in names
        if name.endswith(CONTRAST) and name not in ALWAYS
    )


def _fault(token: str, name: str, cell: str) -> str:
    if token == "name":
        is_offered = not name.endswith(CONTRAST)
        return "" if bool(cell) is is_offered else "a word for the menu" if is_offered else "stays empty"
    if token == "kind":
        return "" if cell in _KINDS else f"light or dark, not {cell!r}"
    return "" if _COLOUR.fullmatch(cell) else f"{cell!r} is no colour as #rrggbb in small letters"


def _rows(table: str) -> dict[str, tuple[str, ...]]:
    lines = [line.split("\t") for line in table.split("\n") if line and not line.startswith("#")]
    return {token: tuple(cells) for token, *cells in lines}


def themes(table: str) -> tuple[dict[str, Theme], dict[str, str]]:
    """The themes of a table by name, and what the menu calls those that a person may choose, in its order."""
    for fault in faults(table):
        raise StatementCompareError("colours.damaged", f"resources/colours.tsv: {fault}")
    rows = _rows(table)
    names = rows["token"]
    made = {
        name: Theme(rows["kind"][n] == "dark", **{token: rows[token][n] for token in TOKENS})
        for n, name in enumerate(names)
    }
    return made, {name: title for name, title in zip(names, rows["name"], strict=True) if title}


TABLE: Final = bundled.path("colours.tsv")
THEMES, TITLES = themes(TABLE.read_text(encoding="utf-8"))


def style_sheet(text: str) -> str:
    """A style sheet with each line that is `@name;` written out as the colours of the theme `name` that it uses.

    They are variables; the inks of verdicts go by the verdict alone: `--contradiction`.
    """
    used = frozenset(re.findall(r"var\(--([\w-]+)", text))
    return re.sub(r"(?m)^( *)@(\w+);$", lambda found: _variables(THEMES[found[2]], found[1], used), text)


def _variables(theme: Theme, indent: str, used: frozenset[str]) -> str:
    """A line for the colours of no verdict, and one for those of each."""
    lines: dict[str, list[str]] = {}
    for token in TOKENS:
        verdict, _, _ = token.rpartition("_")
        name = token.removesuffix("_ink").replace("_", "-")
        if name in used:
            lines.setdefault(verdict, []).append(f"--{name}: {getattr(theme, token)};")
    return "\n".join(indent + " ".join(line) for line in lines.values())
