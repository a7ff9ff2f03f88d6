"""What is kept of a list and patched after each edit is what would be there if all were made anew."""

from __future__ import annotations

import random
from contextlib import suppress

import pytest
import some_edits
from PySide6.QtTest import QAbstractItemModelTester
from some_edits import Log, some_step

from statement_compare.engine.model import ReasonKind, Verdict
from statement_compare.session.edits import EditError
from statement_compare.session.query import EVERYTHING, Filter, Mark
from statement_compare.session.review import Review, Status
from statement_compare.ui.findings.model import FindingsModel

pytestmark = pytest.mark.usefixtures("qapp")

FILTERS = (
    EVERYTHING,
    Filter(frozenset({Verdict.CONTRADICTION})),
    Filter(frozenset({Verdict.UNCLEAR}), marks=frozenset({Mark.UNDECIDED})),
    Filter(marks=frozenset({Mark.BY_HAND})),
    Filter(marks=frozenset({Mark.DISMISSED})),
    Filter(statuses=frozenset({Status.ASKED})),
    Filter(text="left 2"),
    Filter(frozenset({Verdict.CONTRADICTION, Verdict.AGREEMENT}), text="l"),
    Filter(kinds=frozenset({ReasonKind.NUMBER})),
)


def shown_in(model: FindingsModel) -> dict[str, object]:
    rows = [model.link_at(row) for row in range(model.rowCount())]
    told = [model.decided_at(row) for row in range(model.rowCount())]
    return {"rows": model.rows, "links": rows, "order": model.order, "counts": model.counts(), "decided": told}


def anew(review: Review, shown: Filter) -> FindingsModel:
    model = FindingsModel()
    model.set_filter(shown)
    model.set_comparison(review.comparison, review)
    return model


@pytest.mark.parametrize("seed", range(60))
def test_rows_after_edits_undoing_and_other_filters_are_those_of_a_list_made_anew(seed: int) -> None:
    chance, log, model = random.Random(seed), Log(some_edits.FIRST), FindingsModel()
    tester = QAbstractItemModelTester(model, QAbstractItemModelTester.FailureReportingMode.Fatal)
    before = log.review
    model.set_comparison(before.comparison, before)
    for _ in range(25):
        if chance.random() < 0.3:
            model.set_filter(chance.choice(FILTERS))
        with suppress(EditError):
            log.take(some_step(chance, log.review))
        after = log.review
        if after.comparison is before.comparison:
            model.set_decisions(after)
        else:
            model.set_comparison(after.comparison, after)
        assert shown_in(model) == shown_in(anew(after, model.shown))
        before = after
    del tester


@pytest.mark.parametrize("seed", range(60))
def test_a_finding_that_keeps_its_place_is_all_that_stands_elsewhere_than_in_a_list_made_anew(seed: int) -> None:
    chance, log, model = random.Random(3000 + seed), Log(some_edits.FIRST), FindingsModel()
    tester = QAbstractItemModelTester(model, QAbstractItemModelTester.FailureReportingMode.Fatal)
    before = log.review
    model.set_comparison(before.comparison, before)
    for _ in range(25):
        if chance.random() < 0.1:
            model.set_filter(chance.choice(FILTERS))
        if chance.random() < 0.4:
            model.keep(chance.choice(model.rows) if model.rows else None)
        with suppress(EditError):
            log.take(some_step(chance, log.review))
        after = log.review
        was_listed = model._kept is not None and before.index_of(model._kept) in model.rows
        if after.comparison is before.comparison:
            model.set_decisions(after)
        else:
            model.set_comparison(after.comparison, after)
        made_anew, kept = anew(after, model.shown), after.index_of(model._kept)
        assert [row for row in model.rows if row != kept] == [row for row in made_anew.rows if row != kept]
        assert (model.order, model.counts()) == (made_anew.order, made_anew.counts())
        if was_listed and kept is not None and after.proposed is before.proposed:
            assert kept in model.rows
        if chance.random() < 0.3:
            model.keep(None)
            assert shown_in(model) == shown_in(made_anew)
        before = after
    del tester
