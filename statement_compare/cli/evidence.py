"""What the commands do that make an evidence bundle of a session, and check and replay one."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any

from statement_compare.cli import streams
from statement_compare.cli.arguments import Arguments
from statement_compare.errors import StatementCompareError, UnreadableFileError, UsageError

if TYPE_CHECKING:
    from statement_compare.session.evidence.outcome import Checked, Finding


def bundle(chosen: Arguments) -> None:
    """Write the bundle of a session, which is only read, and say its fingerprint."""
    streams.refuse_terminal("zip", chosen.output)
    from statement_compare.session.evidence.writing import bundle_of
    from statement_compare.session.store import Store

    with Store.open(Path(chosen.file), for_reading=True) as store:
        try:
            made = bundle_of(store.contents, chosen.report_language)
        except StatementCompareError as error:
            raise _named(chosen.file, error) from error
    streams.write(made.data, chosen.output)
    if chosen.output == "-":
        streams.say(f"fingerprint {made.fingerprint}")
    else:
        streams.write_to_output(f"fingerprint {made.fingerprint}\n".encode())


def verify(chosen: Arguments) -> bool:
    """Check a bundle, which is only read; returns whether all of it is the same."""
    from statement_compare.cli.models import tables_folder
    from statement_compare.session.evidence.checking import check, read_bundle, with_fingerprint
    from statement_compare.session.evidence.replay import models_at_hand

    if chosen.model and not Path(chosen.model).is_dir():
        raise UnreadableFileError("model.missing", f"{chosen.model}: there is no such folder", path=chosen.model)
    expected = chosen.fingerprint.strip().lower()
    if expected and (len(expected) != 64 or set(expected) - set("0123456789abcdef")):
        raise UsageError("usage.fingerprint", "--fingerprint takes the 64 digits and letters that bundle printed")
    data = read_bundle(chosen.file)
    with streams.progress_line(quiet=chosen.quiet) as progress:
        try:
            checked = check(data, models_at_hand(chosen.model, tables_folder()), progress)
        except StatementCompareError as error:
            raise _named(chosen.file, error) from error
    checked = with_fingerprint(checked, expected)
    name = Path(chosen.file).name
    result = _json(checked, name) if chosen.format == "json" else _text(checked, name, chosen.report_language)
    streams.write(result, chosen.output)
    return checked.is_same


def _named(name: str, error: StatementCompareError) -> UnreadableFileError:
    return UnreadableFileError(error.key, f"{name}: {error.message}", path=name, **error.params)


def _json(checked: Checked, name: str) -> bytes:
    """What was found as data: `same` is what the exit code says."""
    from statement_compare.engine.report.json import dump
    from statement_compare.session.evidence.outcome import Standing
    from statement_compare.session.evidence.words import finding_words

    def row(each: Finding) -> dict[str, Any]:
        return {
            "standing": each.standing.value,
            "check": each.key,
            "where": each.where,
            **each.places,
            "message": finding_words(each),
        }

    data = {
        "format": 1,
        "file": name,
        "fingerprint": checked.fingerprint,
        "same": checked.is_same,
        "replayed": checked.is_replayed,
        "differences": len(checked.of(Standing.DIFFERS)),
        "findings": [row(each) for each in checked.findings],
    }
    return dump(data, indent=1)


def _text(checked: Checked, name: str, language: str) -> bytes:
    lines = "".join(f"{line}\n" for line in _lines(checked, name, language))
    return lines.encode("utf-8", "backslashreplace")


def _lines(checked: Checked, name: str, language: str) -> Iterator[str]:
    from statement_compare.engine.text import hidden
    from statement_compare.session.evidence.outcome import Standing
    from statement_compare.session.evidence.words import about_words, finding_words, result_words, say

    about = about_words(checked, language)
    yield hidden.shown(name) + (f": {about}" if about else "")
    yield say("fingerprint", language, fingerprint=checked.fingerprint)
    yield ""
    width = max(len(say(f"standing.{each.value}", language)) for each in Standing)
    for finding in checked.findings:
        standing = say(f"standing.{finding.standing.value}", language)
        yield f"  {standing:<{width}}  {finding_words(finding, language)}"
    yield ""
    yield result_words(checked, language)
    yield say("caveat", language)
