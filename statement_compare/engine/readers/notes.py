"""What a person should know about how a file was read: the keys of `Source.notes` and their English lines."""

from __future__ import annotations

NOTES: dict[str, str] = {
    "format_differs_from_name": "The file's name says otherwise, but it was read as {value}.",
    "characters_replaced": "{value} characters could not be decoded and are shown as \N{REPLACEMENT CHARACTER}.",
    "is_utf8_as_well": "Read as {value}, as was chosen; it seems to be UTF-8: choose that if letters look wrong.",
    "tracked_changes": "Tracked changes were read as accepted: deletions are left out, insertions kept.",
    "quoted_text_left_out": "{value} quoted lines of earlier mails were left out.",
    "signature_left_out": "The signature below the mail was left out.",
    "attachments_not_read": "Attachments were not read: {value}.",
    "pages_without_text": "These pages hold no text: {value}.",
    "pages_damaged": "These pages are damaged and were left out: {value}.",
    "fields_not_read": "Fields or remarks that somebody wrote onto these pages were not read: {value}.",
    "running_lines_left_out": "Headers, footers and page numbers that repeat were left out.",
    "page_parts_left_out": "Text of the page that stands outside of its article was left out.",
    "file_incomplete": "The file seems to be cut off; its end may be missing.",
}


def note(key: str, value: str = "") -> str:
    """A note as it stands in `Source.notes`: its key, and after a colon what fills its place."""
    return f"{key}:{value}" if value else key


def line(entry: str) -> str:
    """The English line of an entry of `Source.notes`; of one that a later version wrote, the entry itself."""
    key, _, value = entry.partition(":")
    return NOTES[key].format(value=value) if key in NOTES else entry
