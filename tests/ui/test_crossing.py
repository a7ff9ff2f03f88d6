"""What crosses between the window and its worker comes out as it went in, and texts that are there already stay."""

from __future__ import annotations

import multiprocessing
import pickle
import queue
import threading
from dataclasses import replace
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot
from scenario import comparison, statement

from statement_compare.engine.bundle import NO_MODEL
from statement_compare.engine.model import CompareOptions, Comparison
from statement_compare.engine.pipeline import compare_statements
from statement_compare.session.recent import Origin
from statement_compare.ui.crossing import Gone, Outbox, receive, with_texts, without_texts
from statement_compare.ui.document import SideState
from statement_compare.ui.tasks import Tasks
from statement_compare.ui.worker import Compare, engine

MADE = comparison("A1=B1 A2!B3")
WAIT_MS = 20_000


def test_a_comparison_crosses_without_texts_that_were_sent_to_be_compared() -> None:
    sent = without_texts(MADE, (MADE.left, MADE.right))
    assert b"Left 1" not in pickle.dumps(sent)
    back = with_texts(pickle.loads(pickle.dumps(sent)), (MADE.left, MADE.right))
    assert back == MADE
    assert isinstance(back, Comparison)
    assert back.left is MADE.left


def test_a_text_that_is_another_one_crosses_with_its_comparison() -> None:
    other = statement("Another one.")
    back = with_texts(without_texts(MADE, (other, MADE.right)), (other, MADE.right))
    assert back == MADE


@pytest.mark.parametrize("answer", [MADE, "words", None])
def test_what_answers_no_comparing_crosses_as_it_is(answer: object) -> None:
    assert with_texts(without_texts(answer, None), None) is answer


def test_messages_arrive_whole_and_in_their_order() -> None:
    ours, theirs = multiprocessing.Pipe()
    outbox, inbox = Outbox(ours), queue.SimpleQueue[object]()
    sent = [("first", 1), MADE, "x" * 2_000_000, ("last", None)]
    for message in sent:
        outbox.put(message)
    assert [pickle.loads(theirs.recv_bytes()) for _ in sent] == sent
    reader = threading.Thread(target=receive, args=(ours, inbox))
    reader.start()
    theirs.send("y" * 2_000_000)  # more than a pipe holds while nobody reads
    theirs.close()
    reader.join(WAIT_MS / 1000)
    assert inbox.get(timeout=1) == "y" * 2_000_000
    assert isinstance(inbox.get(timeout=1), Gone)
    outbox.put("for nobody")
    outbox.close()


def test_what_a_worker_compares_has_the_very_texts_of_the_window(tmp_path: Path, qtbot: QtBot) -> None:
    left, right = statement("The plant closed on 3 May 2024."), statement("The plant closed on 4 May 2024.")
    options = CompareOptions(languages=("en", "en"), use_model=False, model=NO_MODEL)
    tasks, results = Tasks(tmp_path / "worker.log", engine), []
    tasks.finished.connect(lambda _lane, _request, result: results.append(result))
    tasks.ask("compare", Compare(left, right, options))
    qtbot.waitUntil(lambda: bool(results), timeout=WAIT_MS)
    tasks.close()
    assert results == [compare_statements(left, right, options)]
    assert results[0].left is left
    assert results[0].right is right


def test_a_text_of_which_a_person_says_nothing_is_compared_as_it_is() -> None:
    text = statement("One.")
    assert SideState(Origin("/a.txt"), text).described is text
    said = SideState(Origin("/a.txt", title="Other"), text).described
    assert said == replace(text, source=replace(text.source, title="Other"))
