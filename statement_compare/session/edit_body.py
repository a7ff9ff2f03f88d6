"""How an edit stands in a file: its fields as JSON, without those that say no more than files of before did."""

from __future__ import annotations

from dataclasses import replace
from typing import Any, Final

from statement_compare.session.codec import decoded, decoded_exactly, encoded
from statement_compare.session.edits import Confirm, Dismiss, Edit, SetVerdict

# What edits have had since then, the comparison the second of them; one without it does as it did.
_LATER: Final = frozenset({"overrides", "renews"})


def fields_of(edit: Edit) -> dict[str, Any]:
    """The fields of an edit, as plain values."""
    import msgspec  # here, as in `codec`: the window opens before there is an edit

    fields: dict[str, Any] = msgspec.to_builtins(edit)
    return _as_written(fields)


def written(edit: Edit) -> bytes:
    """An edit as JSON. Raises CodecError where it could not be read back as it is."""
    data = encoded(edit, type(edit))
    fields = decoded(data, dict)
    fewer = _as_written(fields)
    return data if fewer == fields else encoded(fewer, dict)


def read(body: str, kind: type[Edit]) -> Edit:
    """The edit of a kind that JSON holds. Raises CodecError for anything else."""
    edit: Edit = decoded_exactly(body, kind)
    if isinstance(edit, SetVerdict | Confirm | Dismiss) and "overrides" not in decoded(body, dict):
        return replace(edit, overrides=False)
    return edit


def _as_written(fields: dict[str, Any]) -> dict[str, Any]:
    return {name: value for name, value in fields.items() if name not in _LATER or value}
