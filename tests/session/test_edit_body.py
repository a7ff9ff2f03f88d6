"""How edits stand in files, those of before among them."""

from __future__ import annotations

import json

import pytest
from some_edits import EVERY_KIND, PAIR

from statement_compare.engine.model import Verdict
from statement_compare.session import edit_body
from statement_compare.session.codec import CodecError
from statement_compare.session.edits import Bookmark, Confirm, Dismiss, Edit, SetVerdict

LATER = (SetVerdict(PAIR, Verdict.UNCLEAR, "net"), Confirm((PAIR,)), Dismiss(PAIR, is_dismissed=False))
OF_FINDINGS = tuple(EVERY_KIND[kind] for kind in ("verdict", "confirm", "dismiss"))


@pytest.mark.parametrize("edit", [*LATER, *OF_FINDINGS, EVERY_KIND["note"]], ids=str)
def test_what_is_written_is_read_back_as_it_was(edit: Edit) -> None:
    assert edit_body.read(edit_body.written(edit).decode(), type(edit)) == edit


@pytest.mark.parametrize("edit", LATER, ids=str)
def test_an_edit_that_takes_something_back_says_so(edit: Edit) -> None:
    assert edit_body.fields_of(edit)["overrides"] is True
    assert json.loads(edit_body.written(edit))["overrides"] is True


@pytest.mark.parametrize("edit", OF_FINDINGS, ids=str)
def test_an_edit_of_before_is_written_as_it_was_then(edit: Edit) -> None:
    assert "overrides" not in edit_body.fields_of(edit)
    assert "overrides" not in json.loads(edit_body.written(edit))


def test_an_edit_that_says_nothing_of_it_takes_nothing_back() -> None:
    body = '{"pair":[[1],[2]],"is_dismissed":true}'
    assert edit_body.read(body, Dismiss) == Dismiss(PAIR, overrides=False)


def test_a_field_that_an_edit_does_not_have_is_refused() -> None:
    with pytest.raises(CodecError, match="no field 'overrides'"):
        edit_body.read('{"pair":[[1],[2]],"is_bookmarked":true,"overrides":true}', Bookmark)
