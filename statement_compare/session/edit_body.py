"""How an edit stands in a file: its fields as JSON, without those that say no more than files of before did."""

from __future__ import annotations

from dataclasses import replace
from typing import Any, Final

from statement_compare.session.codec import decoded, decoded_exactly, encoded
from statement_compare.session.edits import Confirm, Dismiss, Edit, SetVerdict

_LATER: Final = "overrides"  # what the edits of findings have had since then; an edit without it takes nothing back


def fields_of(edit: Edit) -> dict[str, Any]:
    """The fields of an edit, as plain values."""
    import msgspec  # here, as in `codec`: the window opens before there is an edit

    fields: dict[str, Any] = msgspec.to_builtins(edit)
    return _as_written(fields)


def written(edit: Edit) -> bytes:
    """An edit as JSON. Raises CodecError where it could not be read back as it is."""
    data = encoded(edit, type(edit))
    fields = decoded(data, dict)
    return data if fields.get(_LATER, True) else encoded(_as_written(fields), dict)


def read(body: str, kind: type[Edit]) -> Edit:
    """The edit of a kind that JSON holds. Raises CodecError for anything else."""
    edit: Edit = decoded_exactly(body, kind)
    if isinstance(edit, SetVerdict | Confirm | Dismiss) and _LATER not in decoded(body, dict):
        return replace(edit, overrides=False)
    return edit


def _as_written(fields: dict[str, Any]) -> dict[str, Any]:
    return {name: value for name, value in fields.items() if name != _LATER or value}
