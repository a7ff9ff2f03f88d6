"""What a report says of where it comes from: both documents, and the version, options and models that judged."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date

from statement_compare.engine.model import Comparison, Side, Statement
from statement_compare.engine.report.note_words import note_words
from statement_compare.engine.report.wording import plain, side_word
from statement_compare.engine.report.words import words_in
from statement_compare.engine.report_formats import REPORT_LANGUAGES
from statement_compare.engine.signature import model_word
from statement_compare.engine.text import hidden


def side_name(comparison: Comparison, side: Side, language: str = "en") -> str:
    """What a side is called: its speaker, else its file, else "the left side".

    Never its title: "NorRail answers the Ministry of Transport" names the text, and both of those who speak. Where
    both sides are called the same, each says which it is: "The ministry (left)".
    """
    name = _name_of(comparison.left if side is Side.LEFT else comparison.right, language)
    if not name:
        return words_in(language).say(f"side.which_{side.value}")
    is_shared = _name_of(comparison.left, language) == _name_of(comparison.right, language)
    return f"{name} ({side_word(side, language)})" if is_shared else name


def _name_of(statement: Statement, language: str) -> str:
    source = statement.source
    return plain(source.speaker) or plain("" if source.path == "-" else file_name(source.path, language))


def as_title(name: str) -> str:
    """A name at the start of a line: "the ministry" becomes "The ministry"."""
    nameless = {words_in(code).say(f"side.which_{side.value}") for code in REPORT_LANGUAGES for side in Side}
    return name[:1].upper() + name[1:] if name.startswith("the ") or name in nameless else name


def day(when: date, language: str = "en") -> str:
    """ "1 November 2021"."""
    said = words_in(language)
    return said.say("day", day=when.day, month=said.months[when.month - 1], year=when.year)


def language_name(code: str, language: str = "en") -> str:
    """What a language is called, or its code where no name is known."""
    said = words_in(language)
    if not code:
        return said.say("language.unknown")
    return said.say(f"language.{code}") if f"language.{code}" in said.phrases else code


def about(statement: Statement, language: str = "en") -> tuple[str, ...]:
    """What stands below a side's name: title, date, file, sentences, language, as far as known, and what to look at.

    That is how many hidden characters the text has, and how many notes of the reader. The notes themselves stand among
    the rows on the documents: whoever reads that no answer was found should be led to "page 2 holds no text".
    """
    source, said = statement.source, words_in(language)
    number, unseen = len(statement.sentences), sum(times for _, times in hidden.counted(source.text))
    parts = (
        plain(source.title),
        day(source.date, language) if source.date else "",
        plain(file_name(source.path, language)),
        said.say("sentences", n=number),
        language_name(statement.language, language),
        said.say("invisible", n=unseen) if unseen else "",
        said.say("notes", n=len(source.notes)) if source.notes else "",
    )
    return tuple(part for part in parts if part)


def hidden_characters(text: str) -> str:
    """Which hidden characters a text has: "U+202E right-to-left override (2), U+200B zero width space (1)"."""
    return ", ".join(f"U+{ord(each):04X} {hidden.name(each)} ({times})" for each, times in hidden.counted(text))


def notes(statement: Statement, language: str = "en") -> str:
    """What the reader noted about a side's file: "These pages hold no text: 2." """
    return " ".join(plain(note_words(entry, language)) for entry in statement.source.notes)


def of_documents(
    statements: tuple[Statement, Statement], language: str = "en"
) -> Iterator[tuple[str, tuple[str, str]]]:
    """Rows of what is known of both documents: a name and a value a side; rows that are empty are left out."""
    said = words_in(language)
    rows = {
        "file": [plain(file_name(s.source.path, language)) for s in statements],
        "title": [plain(s.source.title) for s in statements],
        "speaker": [plain(s.source.speaker) for s in statements],
        "date": [day(s.source.date, language) if s.source.date else "" for s in statements],
        "language": [language_name(s.language, language) for s in statements],
        "sentences": [str(len(s.sentences)) for s in statements],
        "invisible": [hidden_characters(s.source.text) for s in statements],
        "notes": [notes(s, language) for s in statements],
        "format": [s.source.format for s in statements],
        "encoding": [
            said.say("encoding.guess", encoding=s.source.encoding)
            if s.source.encoding and s.source.encoding_guessed
            else s.source.encoding
            for s in statements
        ],
        "sha256": [s.source.sha256 for s in statements],
    }
    for key, (left, right) in rows.items():
        if left or right:
            yield said.say(f"row.{key}"), (left, right)


def caveats(comparison: Comparison, language: str = "en") -> str:
    """What every report says of how far it can be believed."""
    said = words_in(language)
    return " ".join(said.say(key) for key in ("disclaimer", "unmeasured")[: 1 if comparison.is_measured else 2])


def signed(comparison: Comparison, language: str = "en") -> Iterator[tuple[str, str]]:
    """Rows of what produced the result: a name and a value."""
    signature, said = comparison.signature, words_in(language)
    yield said.say("made.by"), f"statement_compare {signature.version}"
    options = [
        f"{_option(key, language)}: {_value(plain(model_word(value) if key == 'model' else value), language)}"
        for key, value in signature.options
        if value.strip(",")
    ]
    if options:
        yield said.say("made.options"), "; ".join(options)
    models = "; ".join(f"{role}: {plain(model)}" for role, model in signature.models)
    yield said.say("made.models"), models or said.say("made.no_models")
    judge = dict(signature.models).get(comparison.judged_by, said.say("made.rules_alone"))
    judge = plain(judge.partition(" sha256:")[0])
    yield said.say("made.judged_by"), judge if comparison.is_measured else said.say("made.not_measured", model=judge)
    for weighed in signature.tables:
        if weighed.role == comparison.judged_by:
            key = "made.table" if comparison.is_measured else "made.table_of_another"
            yield said.say("made.weighed_by"), said.say(key, table=plain(weighed.table))
    if signature.libraries:
        yield said.say("made.libraries"), ", ".join(f"{name} {version}" for name, version in signature.libraries)


def _option(key: str, language: str) -> str:
    said = words_in(language)
    return said.say(f"option.{key}") if f"option.{key}" in said.phrases else key


def _value(value: str, language: str) -> str:
    said = words_in(language)
    return said.say(f"value.{value}") if f"value.{value}" in said.phrases else value


def file_name(path: str, language: str = "en") -> str:
    """The name of a file without its folders, which are nobody's business but the user's; "" where there is none."""
    if path == "-":
        return words_in(language).say("standard_input")
    return re.split(r"[\\/]", path.rstrip("\\/"))[-1]
