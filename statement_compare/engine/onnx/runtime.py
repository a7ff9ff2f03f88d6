"""How a model's files are opened and asked; alone knows onnxruntime and tokenizers."""

from __future__ import annotations

import os
import threading
import time
from collections.abc import Callable, Sequence
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeAlias, TypeVar

from numpy.typing import NDArray

from statement_compare.engine.onnx.folder import Checking, ModelFolder, damaged, json_text
from statement_compare.engine.panics import is_panic, unheard
from statement_compare.errors import ModelError

if TYPE_CHECKING:
    import onnxruntime
    import tokenizers

    Session: TypeAlias = onnxruntime.InferenceSession
    Tokenizer: TypeAlias = tokenizers.Tokenizer
    Encoding: TypeAlias = tokenizers.Encoding

Kept = TypeVar("Kept")

BATCH = 8
"""How many questions of one length are asked together. More of them are no faster, and need more memory."""
_TICK_S = 0.2
_GRACE_S = 2.0
_MOST_THREADS = 4


def open_session(folder: ModelFolder) -> Session:
    """A session on the processor that runs in the thread that asks; ModelError where onnxruntime cannot read the file.

    To share one question among processors makes most of them slower, since each step waits for all: `answered` asks
    several at a time instead.
    """
    # From 1.31 on it writes an identity into the home folder and can send events to its makers, unless told not to
    # before it is imported.
    os.environ["ORT_DISABLE_TELEMETRY"] = "1"
    import onnxruntime

    options = onnxruntime.SessionOptions()
    options.intra_op_num_threads = 1
    options.inter_op_num_threads = 1
    options.log_severity_level = 3
    try:
        # A model with weights in other files has to be opened by its path to find them.
        where = str(folder.path / "model.onnx") if folder.weights or not folder.model else folder.model
        return onnxruntime.InferenceSession(where, options, providers=["CPUExecutionProvider"])
    except runtime_errors() as error:
        raise damaged(folder.path, str(error).splitlines()[0]) from error


def open_and_check(folder: Path) -> tuple[ModelFolder, Session]:
    """A model that comes along, whose files are checked while it is opened; ModelError where they are not the ones."""
    checking = Checking(folder)
    session, refused = None, None
    try:
        session = open_session(checking.named)
    except ModelError as error:
        refused = error
    finally:
        checked = checking.end()  # what it raises says more than what onnxruntime finds wrong
    if refused is not None:
        raise refused
    return checked, session


def runtime_errors() -> tuple[type[Exception], ...]:
    """What onnxruntime may raise where a file or a question is not as it wants it."""
    # onnxruntime raises classes of its own, made in its native module, that share no root but Exception.
    from onnxruntime.capi import onnxruntime_pybind11_state as state

    own = [kind for kind in vars(state).values() if isinstance(kind, type) and issubclass(kind, Exception)]
    return (*own, RuntimeError, ValueError)


def open_tokenizer(folder: ModelFolder) -> Tokenizer:
    """The tokenizer, neither padding nor truncating; ModelError where tokenizer.json cannot be read."""
    import tokenizers

    try:
        text = json_text(folder.path, "tokenizer.json")
    except (OSError, ValueError) as error:
        raise damaged(folder.path, f"tokenizer.json: {error}") from error
    with AnswersOfTokenizers(folder.path), unheard():
        tokenizer = tokenizers.Tokenizer.from_str(text)
    if not tokenizer.get_vocab_size(with_added_tokens=False):
        raise damaged(folder.path, "tokenizer.json holds no vocabulary")
    tokenizer.no_padding()
    tokenizer.no_truncation()
    return tokenizer


class AnswersOfTokenizers:
    """Turns what the library raises into a ModelError: always a bare Exception, and so nothing that derives from it."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder

    def __enter__(self) -> None:
        pass

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, _: object) -> None:
        if kind is Exception or (error is not None and is_panic(error)):
            raise damaged(self._folder, f"tokenizer.json: {(str(error).splitlines() or [''])[0]}") from error


def answered(
    session: Session,
    outputs: list[str] | None,
    asked: Sequence[dict[str, NDArray[Any]]],
    kept: Callable[[list[Any]], Kept],
    seconds: float | None = None,
) -> list[Kept]:
    """What is `kept` of the answer to each question, in their order. TimeoutError where all of them take longer.

    As many are asked at a time as there are processors, the last ones first, which are the longest where they are
    sorted. They run beside this thread, which can so be interrupted: a model may loop without end.
    """
    import onnxruntime

    options = onnxruntime.RunOptions()
    options.log_severity_level = 4  # what fails is raised, and told once
    told: dict[int, Kept] = {}
    failed: list[Exception] = []
    waiting = list(range(len(asked)))
    ended = threading.Semaphore(0)

    def run() -> None:
        try:
            while not failed and (index := _taken_from(waiting)) is not None:
                told[index] = kept(session.run(outputs, asked[index], options))
        except Exception as error:  # noqa: BLE001 - raised again by the thread that asked
            failed.append(error)
        finally:
            ended.release()

    running = min(_at_a_time(), len(asked))
    for _ in range(running):
        threading.Thread(target=run, daemon=True, name="model").start()
    deadline = None if seconds is None else time.monotonic() + seconds
    try:
        while running:
            # Short waits, since Windows lets nothing interrupt a long one.
            if ended.acquire(timeout=_TICK_S):
                running -= 1
            elif deadline is not None and time.monotonic() > deadline:
                raise TimeoutError
    finally:
        if running:
            waiting.clear()
            options.terminate = True  # looked at between two steps of a model, those of a loop included
            for _ in range(running):
                ended.acquire(timeout=_GRACE_S)
    if failed:
        raise failed[0]
    return [told[index] for index in range(len(asked))]


def _taken_from(waiting: list[int]) -> int | None:
    """The last one, which no other thread takes then; None where none is left."""
    with suppress(IndexError):
        return waiting.pop()
    return None


def _at_a_time() -> int:
    return max(1, min(_MOST_THREADS, os.cpu_count() or 1))


def encodable(text: str) -> str:
    """The text with half characters, which no encoding can hold, as question marks."""
    return text.encode("utf-8", "replace").decode("utf-8")
