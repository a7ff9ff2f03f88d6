"""PDFs that are made up from a fixed seed: prose, two and three columns, notes with tables, and Cyrillic."""

from __future__ import annotations

import random
from pathlib import Path
from typing import Final

import typst

ROOT = Path(__file__).resolve().parent.parent
_LATIN: Final = "ba be bo da de di do fa fe ga go ka ke ki la le lo ma me mi na ne no pa pe ra re ri sa se ta te va vo"
_CYRILLIC: Final = "ба бе бо да де ди до фа га го ка ке ки ла ле ло ма ме ми на не но па пе ра ре ри са се та те ва во"
_NOTES: Final = """#set page(header: [The council's yearly account], footer: context [Page #counter(page).display()])
#set par(justify: true)
"""
# By the name that a table gives it: how a page is set, its letters, and the words of the whole.
KINDS: Final = {
    "prose": ("#set page(margin: 2.5cm)\n#set text(size: 11pt)\n", _LATIN, 40_000),
    "with notes, tables, lists, headers and footers": (_NOTES, _LATIN, 40_000),
    "two columns": ("#set page(columns: 2, margin: 2cm)\n#set text(size: 9.5pt)\n", _LATIN, 50_000),
    "Cyrillic": ("#set page(margin: 2.5cm)\n#set text(size: 11pt)\n", _CYRILLIC, 25_000),
    "three columns, small print": ("#set page(columns: 3, margin: 1.2cm)\n#set text(size: 7.5pt)\n", _LATIN, 60_000),
}


def write(kind: str, path: Path, seed: int = 7) -> None:
    """A PDF of one of the `KINDS`."""
    setting, syllables, words = KINDS[kind]
    draw = random.Random(seed)
    parts = [setting, '#set text(font: "Noto Serif")\n']
    written, paragraph = 0, 0
    while written < words:
        length = draw.randrange(40, 140)
        parts.append(_prose(draw, syllables.split(), length) + "\n\n")
        written += length
        paragraph += 1
        if "tables" in kind:
            parts.append(_between(draw, syllables.split(), paragraph))
    source = path.with_suffix(".typ")
    source.write_text("".join(parts), encoding="utf-8")
    typst.compile(source, output=path, font_paths=[ROOT / "resources" / "fonts"], ignore_system_fonts=True)


def _prose(draw: random.Random, syllables: list[str], words: int) -> str:
    found = []
    while len(found) < words:
        sentence = ["".join(draw.choices(syllables, k=draw.randrange(1, 5))) for _ in range(draw.randrange(6, 24))]
        if draw.random() < 0.3:
            sentence[-1] = f"{draw.randrange(100, 90_000):,}"
        found += [sentence[0].capitalize(), *sentence[1:-1], f"{sentence[-1]}."]
    return " ".join(found)


def _between(draw: random.Random, syllables: list[str], paragraph: int) -> str:
    """What stands between two paragraphs: a heading, a list, a table, or a note."""
    match paragraph % 4:
        case 0:
            return f"= {_prose(draw, syllables, 4).rstrip('.')}\n\n"
        case 1:
            return "".join(f"- {_prose(draw, syllables, 8)}\n" for _ in range(4)) + "\n"
        case 2:
            cells = ", ".join(f"[{draw.choice(syllables)} {draw.randrange(1_000)}]" for _ in range(15))
            return f"#table(columns: 3, {cells})\n\n"
        case _:
            return f"A word with a note.#footnote[{_prose(draw, syllables, 10)}] And on.\n\n"
