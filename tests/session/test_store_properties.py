"""Whatever is edited, undone and redone, and wherever the file is opened again: it holds the fold of what is left."""

from __future__ import annotations

import random
import tempfile
from pathlib import Path

from hypothesis import given, settings
from hypothesis import strategies as st
from some_edits import FIRST, STAMP, Log, Step, some_edit

from statement_compare.session.edits import SetNote
from statement_compare.session.store import Store

# Each number chooses an edit that fits the review which is there when its turn comes.
ACTIONS = st.lists(
    st.one_of(
        st.integers(0, 10_000),
        st.tuples(st.just("type"), st.text(max_size=3)),
        st.sampled_from(["undo", "redo", "open again", "save as"]),
    ),
    max_size=25,
)


@given(ACTIONS)
@settings(max_examples=60, deadline=None)
def test_a_session_is_the_fold_of_its_edits_that_hold(actions: list[int | str | tuple[str, str]]) -> None:
    log = Log(FIRST)
    with tempfile.TemporaryDirectory() as folder:
        store = Store.create(Path(folder) / "0.stcmp", FIRST)
        for number, action in enumerate(actions):
            match action:
                case int() as seed:
                    edit = some_edit(random.Random(seed), store.review)
                    log.take(Step("edit", edit, seed % 2 == 0))
                    store.apply(edit, STAMP, replace_last=seed % 2 == 0)
                case (_, text):
                    if links := store.review.comparison.links:
                        edit = SetNote((links[0].left, links[0].right), text)
                        log.take(Step("edit", edit, True))
                        store.apply(edit, STAMP, replace_last=True)
                case "undo":
                    store.undo()
                    log.take(Step("undo"))
                case "redo":
                    store.redo()
                    log.take(Step("redo"))
                case "open again":
                    store.close()
                    store = Store.open(store.path)
                case _:
                    store.save_as(Path(folder) / f"{number + 1}.stcmp", keeps_former=False)
            assert store.entries == log.holding
        assert store.review == log.folded
        store.close()
        with Store.open(store.path) as again:
            assert again.review == log.folded
            assert (again.entries, again.can_redo) == (log.holding, log.live < len(log.entries))
            assert [each.name for each in Path(folder).iterdir() if each.name[0] != "."] == [store.path.name]
