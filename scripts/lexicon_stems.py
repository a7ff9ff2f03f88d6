"""Writes resources/lexicon/stems_en.tsv, the stems of the words of the other tables: no start makes them then.

    make lexicon-stems      after a change of resources/lexicon, or of the library that makes stems

A word that is missing there is stemmed when it is asked for; a stem that is no longer right fails a test.
"""

from __future__ import annotations

from pathlib import Path

from statement_compare import bundled
from statement_compare.engine.text.tokens import stem

LANGUAGE = "en"
TABLES = ("opposites_en.tsv", "synonyms_en.tsv", "kinds_en.tsv", "unopposed_en.tsv", "irregular_en.tsv")


def words(folder: Path) -> set[str]:
    """All words of the tables, those of phrases one by one."""
    found: set[str] = set()
    for name in TABLES:
        found.update((folder / name).read_text(encoding="utf-8").replace(",", " ").replace("-", " ").split())
    return {word for word in found if word.isalpha()}


def main() -> None:
    folder = bundled.path("lexicon")
    rows = "".join(f"{word}\t{stem(word, LANGUAGE)}\n" for word in sorted(words(folder)))
    (folder / f"stems_{LANGUAGE}.tsv").write_text(rows, encoding="utf-8")


if __name__ == "__main__":
    main()
