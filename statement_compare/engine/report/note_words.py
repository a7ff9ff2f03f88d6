"""How a report says what a reader noted about a file: what it left out, could not read, or took for something."""

from __future__ import annotations

from statement_compare.engine.report.words.reader_notes import READER_NOTES


def note_words(entry: str, language: str = "en") -> str:
    """An entry of `Source.notes` as a sentence: "These pages hold no text: 2." """
    key, _, value = entry.partition(":")
    if template := READER_NOTES.get(language, {}).get(key):
        return template.format(value=value)
    # The readers' package is large; most files have no notes, and nothing needs it for them.
    from statement_compare.engine.readers import notes

    return notes.line(entry)
