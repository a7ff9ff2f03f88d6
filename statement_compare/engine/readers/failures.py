"""The ways in which a file cannot be read, each as one line: what happened, and what to do about it."""

from __future__ import annotations

from statement_compare.engine.readers.formats import kinds
from statement_compare.errors import UnreadableFileError, UsageError

FAILURES: dict[str, str] = {
    "file_missing": "{name} does not exist. Check the name and the folder.",
    "file_is_folder": "{name} is a folder. Choose a file in it.",
    "file_not_permitted": "{name} may not be read by you. Change its permissions, or copy it to a place of your own.",
    "file_changed": "{name} has changed since it was read, so that its pages may be others. Read it again first.",
    "file_without_page": "{name} has no page {page}. Read the file again; it may have changed.",
    "file_special": "{name} is a device or a pipe. Choose an ordinary file; a pipe can be given as standard input.",
    "file_unavailable": "{name} could not be read: {detail}. Try again, or copy the file to this computer first.",
    "file_empty": "{name} is empty. Choose another file, or paste the text.",
    "file_too_large": "{name} is larger than {limit}. Split it, or paste the part that you need.",
    "file_too_long": "{name} holds more than {limit} characters of text. Split it, or paste the part that you need.",
    "file_too_many_pages": "{name} has {pages} pages; {limit} can be read. Save the pages that you need as a new PDF.",
    "file_unpacks_too_large": "{name} would unpack to more than {limit}, far more than a statement needs. "
    "If you trust it, open it in a word processor and save the text anew.",
    "file_nests_too_deep": "{name} holds tables or other elements nested more than {limit} levels deep. "
    "Take them apart in a word processor, or paste the text.",
    "file_encrypted": "{name} is protected by a password. Save a copy without the password and open that.",
    "file_damaged": "{name} is damaged or incomplete. Get a new copy, or paste the text.",
    "file_has_entities": "{name} declares XML entities, which no word processor writes. "
    "It was not opened; get the file from a source that you trust.",
    "file_is_old_word": "{name} is in the old Word format. Save it as .docx and open that.",
    "file_is_other": f"{{name}} is {{what}}, not a document with text. Choose a {kinds()} file.",
    "file_not_text": f"{{name}} is not a document that can be read. Choose a {kinds()} file.",
    "file_without_text": "{name} holds no text. Choose another file, or paste the text.",
    "file_is_scanned": "{name} holds pictures of pages and no text. Run text recognition (OCR) on it first.",
    "file_not_in_encoding": "{name} is not in the encoding {encoding}. Choose another, or let it be guessed.",
    "file_text_is_coded": "{name} does not say which letters its shapes stand for. "
    "Run text recognition (OCR) on it first, or paste the text.",
    "file_too_slow": "{name} took longer than {limit} seconds to read. Save the text anew, or paste it.",
    "file_needs_memory": "{name} needs more memory than {limit}. Split it, or paste the part that you need.",
    "file_breaks_reader": "{name} could not be read: the reader broke off. "
    "The file is damaged, or far larger than it looks; save it anew, or paste the text.",
    "reader_not_started": "{name} could not be read: no process could be started for it ({detail}). "
    "Close other programs and try again.",
}


class Refusal(Exception):  # noqa: N818 - the error that a person sees is made of it where the file's name is known
    """What a format's reader raises: a key of `FAILURES` and what fills the line, but for the file's name."""

    def __init__(self, key: str, **params: str) -> None:
        super().__init__(key)
        self.key = key
        self.params = params


def unreadable(refusal: Refusal, path: str) -> UnreadableFileError:
    """The error for a person, with the file's name in it; `params["path"]` is the path as it was given."""
    name = _printable(path) if path not in ("", "-") else {"": "The pasted text", "-": "Standard input"}[path]
    fallback = FAILURES["file_breaks_reader"]
    line = FAILURES.get(refusal.key, fallback).format_map({"name": name, **refusal.params})
    return UnreadableFileError(refusal.key, line, path=path, **refusal.params)


def unknown_encoding(encoding: str) -> UsageError:
    name = _printable(encoding)
    return UsageError(
        "unknown_encoding",
        f"There is no text encoding called {name}. Use a name such as utf-8, cp1251, cp1252 or koi8-r.",
        encoding=name,
    )


def size(number_of_bytes: int) -> str:
    """A limit as a person reads it: "100 MB"."""
    return f"{number_of_bytes / 1_000_000:.0f} MB" if number_of_bytes >= 1_000_000 else f"{number_of_bytes:,} bytes"


def _printable(name: str) -> str:
    """A name in one line, whatever a stranger put into it."""
    return "".join(char if char.isprintable() else "\N{REPLACEMENT CHARACTER}" for char in name)
