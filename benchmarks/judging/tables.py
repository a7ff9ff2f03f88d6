"""How figures are written: tables in Markdown, and the place in a document between two marks where they are kept."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from . import scores
from .rows import Row
from .scores import Scores, Tally

BEGIN, END = "<!-- table -->", "<!-- /table -->"
NOT_THERE = "not there"
_HEADS = {
    "statements en": "statements, English",
    "statements en shuffled": "English, `--shuffle 7`",
    "statements other": "statements, others",
    "statements other shuffled": "others, `--shuffle 7`",
    "pairs": "`pairs.tsv`",
    "validation": "validation groups",
}


def figure(value: float) -> str:
    """Three decimals without the nought: ".853", "1.000"."""
    text = f"{value:.3f}"
    return text[1:] if text.startswith("0.") else text


def markdown(heads: Sequence[str], rows: Sequence[Sequence[str]]) -> str:
    lines = [heads, ["---"] * len(heads), *rows]
    return "\n".join("| " + " | ".join(line) + " |" for line in lines)


def triple(tally: Tally) -> str:
    return " / ".join(figure(value) for value in (tally.precision, tally.recall, tally.f1)) if tally.gold else "-"


def cell(found: Scores) -> str:
    """Contradiction P / R / F1, agreement F1 and, of statements, alignment F1."""
    text = f"{triple(found.contradiction)}; {figure(found.agreement.f1)}"
    return f"{text}; {figure(found.alignment.f1)}" if found.alignment.gold else text


def main_table(rows: Sequence[Row], set_keys: Sequence[str], *, has_public: bool) -> str:
    """One line a system: a cell of figures for each set, then what the others cost and how far they can be believed."""
    heads = [
        "system",
        *(_HEADS.get(key, key) for key in set_keys),
        "false alarms on twins",
        *(["public sets, mean accuracy"] if has_public else []),
        "calibration error, pairs; validation",
        "pairs a second",
        "MB",
    ]
    lines = []
    for row in rows:
        if not row.is_there:
            lines.append([row.label, NOT_THERE, *[""] * (len(heads) - 2)])
            continue
        wrong, twins = row.false_alarms
        errors = "; ".join(figure(scores.calibration_error(found)) if found else "-" for found in row.shown.values())
        lines.append(
            [
                row.label,
                *(cell(row.of_sets[key]) for key in set_keys),
                f"{wrong} of {twins}",
                *([figure(row.mean_accuracy)] if has_public else []),
                errors,
                f"{row.pairs_a_second:,.0f}" if row.pairs_a_second >= 10 else f"{row.pairs_a_second:.1f}",
                f"{row.megabytes:.0f}" if row.megabytes else "-",
            ]
        )
    return markdown(heads, lines)


def kinds_table(rows: Sequence[Row]) -> str:
    """Contradictions found and, behind the semicolon, false alarms on the near misses of the kind."""
    present = [row for row in rows if row.is_there]
    kinds = sorted({kind for row in present for kind in row.kinds})
    lines = []
    for kind in kinds:
        line = [kind]
        for row in present:
            of_kind = row.kinds[kind]
            line.append(f"{of_kind.found}/{of_kind.contradictions}; {of_kind.false_alarms}/{of_kind.twins}")
        lines.append(line)
    named = ["kind named among found"]
    for row in present:
        found = sum(k.found for k in row.kinds.values())
        named.append(figure(sum(k.named for k in row.kinds.values()) / found) if found else "-")
    return markdown(["kind", *(row.label for row in present)], [*lines, named])


def public_table(rows: Sequence[Row]) -> str:
    present = [row for row in rows if row.is_there]
    names = list(present[0].accuracies) if present else []
    lines = [[name, *(figure(row.accuracies[name]) for row in present)] for name in names]
    mean = ["mean", *(figure(row.mean_accuracy) for row in present)]
    return markdown(["set", *(row.label for row in present)], [*lines, mean])


def presets_table(found: Mapping[str, Mapping[str, Mapping[str, Scores]]], set_keys: Sequence[str]) -> str:
    """Contradiction and agreement precision / recall under each preset; `found` by system, preset and set."""
    lines = []
    for name, presets in found.items():
        for preset, of_sets in presets.items():
            cells = [
                f"{figure(each.contradiction.precision)} / {figure(each.contradiction.recall)}; "
                f"{figure(each.agreement.precision)} / {figure(each.agreement.recall)}"
                for each in (of_sets[key] for key in set_keys)
            ]
            lines.append([name, preset, *cells])
    return markdown(["system", "preset", *(_HEADS.get(key, key) for key in set_keys)], lines)


def calibration_table(row: Row) -> str:
    """Of the verdicts shown with at least so much confidence, how many there are and the share that holds."""
    heads = ["shown with at least", *(_HEADS.get(key, key) for key in row.shown)]
    lines = []
    for bound in (0.95, 0.9, 0.8, 0.7, 0.5, 0.0):
        cells = []
        for found in row.shown.values():
            above = [right for confidence, right in found if confidence >= bound]
            cells.append(f"{figure(sum(above) / len(above))} of {len(above)}" if above else "none")
        lines.append([f"{bound:.2f}", *cells])
    return markdown(heads, lines)


def kept(document: str, tables: str, marks: tuple[str, str] = (BEGIN, END)) -> str:
    """The document with what stands between the marks replaced; ValueError where it has no such marks."""
    begin, end = marks
    before, found, rest = document.partition(begin)
    _, ended, after = rest.partition(end)
    if not found or not ended:
        raise ValueError(f"the marks {begin} and {end} are not there")
    return f"{before}{begin}\n{tables.strip()}\n{end}{after}"
