"""What a report says of where it comes from: both documents, and the version, options and models that judged."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date
from typing import Final

from statement_compare.engine.model import Comparison, Side, Statement
from statement_compare.engine.report.wording import SIDE_WORDS, plain
from statement_compare.engine.signature import model_word
from statement_compare.engine.text import hidden

DISCLAIMER: Final = (
    "This report compares two texts with each other. It does not establish what is true: "
    "a contradiction says that both cannot hold, not which of them does. Every verdict is for a person to check."
)

SHORT_DISCLAIMER: Final = "It compares two texts with each other and does not establish what is true."

UNMEASURED: Final = (
    "The language model that judged has not been measured: the table of another model weighs its answers, so that how "
    "sure its verdicts are is not known."
)

LANGUAGE_WORDS: Final = {
    "en": "English",
    "ru": "Russian",
    "kk": "Kazakh",
    "de": "German",
    "fr": "French",
    "es": "Spanish",
    "uk": "Ukrainian",
    "it": "Italian",
    "pt": "Portuguese",
    "pl": "Polish",
    "tr": "Turkish",
    "ar": "Arabic",
    "zh": "Chinese",
}
_OPTION_WORDS: Final = {
    "languages": "languages",
    "preset": "preset",
    "sentences_per_line": "one sentence a line",
    "use_model": "models used",
}
_MONTHS: Final = "January February March April May June July August September October November December".split()


def side_name(comparison: Comparison, side: Side) -> str:
    """What a side is called: its speaker, else its file, else "the left side".

    Never its title: "NorRail answers the Ministry of Transport" names the text, and both of those who speak. Where
    both sides are called the same, each says which it is: "The ministry (left)".
    """
    name = _name_of(comparison.left if side is Side.LEFT else comparison.right)
    if not name:
        return f"the {SIDE_WORDS[side]} side"
    is_shared = _name_of(comparison.left) == _name_of(comparison.right)
    return f"{name} ({SIDE_WORDS[side]})" if is_shared else name


def _name_of(statement: Statement) -> str:
    source = statement.source
    return plain(source.speaker) or plain("" if source.path == "-" else file_name(source.path))


def as_title(name: str) -> str:
    """A name at the start of a line: "the ministry" becomes "The ministry"."""
    return name[:1].upper() + name[1:] if name.startswith("the ") else name


def day(when: date) -> str:
    """ "1 November 2021"."""
    return f"{when.day} {_MONTHS[when.month - 1]} {when.year}"


def language(code: str) -> str:
    return LANGUAGE_WORDS.get(code, code) or "unknown"


def about(statement: Statement) -> tuple[str, ...]:
    """What stands below a side's name: title, date, file, sentences, language, hidden characters, as far as known."""
    source = statement.source
    number, unseen = len(statement.sentences), sum(times for _, times in hidden.counted(source.text))
    parts = (
        plain(source.title),
        day(source.date) if source.date else "",
        plain(file_name(source.path)),
        f"{number} sentence{'' if number == 1 else 's'}",
        language(statement.language),
        f"{unseen} invisible character{'' if unseen == 1 else 's'}, shown as ‹U+…›" if unseen else "",
    )
    return tuple(part for part in parts if part)


def hidden_characters(text: str) -> str:
    """Which hidden characters a text has: "U+202E right-to-left override (2), U+200B zero width space (1)"."""
    return ", ".join(f"U+{ord(each):04X} {hidden.name(each)} ({times})" for each, times in hidden.counted(text))


def of_documents(statements: tuple[Statement, Statement]) -> Iterator[tuple[str, tuple[str, str]]]:
    """Rows of what is known of both documents: a name and a value a side; rows that are empty are left out."""
    rows = {
        "File": [plain(file_name(s.source.path)) for s in statements],
        "Title": [plain(s.source.title) for s in statements],
        "Speaker": [plain(s.source.speaker) for s in statements],
        "Date": [day(s.source.date) if s.source.date else "" for s in statements],
        "Language": [language(s.language) for s in statements],
        "Sentences": [str(len(s.sentences)) for s in statements],
        "Invisible characters": [hidden_characters(s.source.text) for s in statements],
        "Format": [s.source.format for s in statements],
        "Encoding": [
            f"{s.source.encoding}{' (a guess)' if s.source.encoding_guessed else ''}" if s.source.encoding else ""
            for s in statements
        ],
        "SHA-256": [s.source.sha256 for s in statements],
    }
    for name, (left, right) in rows.items():
        if left or right:
            yield name, (left, right)


def caveats(comparison: Comparison) -> str:
    """What every report says of how far it can be believed."""
    return DISCLAIMER if comparison.is_measured else f"{DISCLAIMER} {UNMEASURED}"


def signed(comparison: Comparison) -> Iterator[tuple[str, str]]:
    """Rows of what produced the result: a name and a value."""
    signature = comparison.signature
    yield "Made by", f"statement_compare {signature.version}"
    options = [
        f"{_OPTION_WORDS.get(key, key)}: {plain(model_word(value) if key == 'model' else value)}"
        for key, value in signature.options
        if value.strip(",")
    ]
    if options:
        yield "Options", "; ".join(options)
    yield "Models", "; ".join(f"{role}: {plain(model)}" for role, model in signature.models) or "none"
    judge = dict(signature.models).get(comparison.judged_by, "rules alone")
    unmeasured = "" if comparison.is_measured else " (not measured)"
    yield "Judged by", plain(judge.partition(" sha256:")[0]) + unmeasured
    for weighed in signature.tables:
        if weighed.role == comparison.judged_by:
            yield "Weighed by", f"the table {plain(weighed.table)}" + (", made for another model" if unmeasured else "")
    if signature.libraries:
        yield "Libraries", ", ".join(f"{name} {version}" for name, version in signature.libraries)


def file_name(path: str) -> str:
    """The name of a file without its folders, which are nobody's business but the user's; "" where there is none."""
    if path == "-":
        return "standard input"
    return re.split(r"[\\/]", path.rstrip("\\/"))[-1]
