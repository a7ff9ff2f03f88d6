"""How a model's files are opened and asked; alone knows onnxruntime and tokenizers."""

from __future__ import annotations

import os
import threading
import time
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeAlias

from numpy.typing import NDArray

from statement_compare.engine.onnx.folder import ModelFolder, damaged, json_text
from statement_compare.engine.panics import is_panic, unheard

if TYPE_CHECKING:
    import onnxruntime
    import tokenizers

    Session: TypeAlias = onnxruntime.InferenceSession
    Tokenizer: TypeAlias = tokenizers.Tokenizer
    Encoding: TypeAlias = tokenizers.Encoding

BATCH = 32
"""How many questions of one length a model is asked at once."""
_TICK_S = 0.2
_GRACE_S = 2.0
_MOST_THREADS = 4


def open_session(folder: ModelFolder) -> Session:
    """A session on the processor that never spins while it waits; ModelError where onnxruntime cannot read the file."""
    # From 1.31 on it writes an identity into the home folder and can send events to its makers, unless told not to
    # before it is imported.
    os.environ["ORT_DISABLE_TELEMETRY"] = "1"
    import onnxruntime

    options = onnxruntime.SessionOptions()
    options.intra_op_num_threads = max(1, min(_MOST_THREADS, os.cpu_count() or 1))
    options.inter_op_num_threads = 1
    options.log_severity_level = 3
    options.add_session_config_entry("session.intra_op.allow_spinning", "0")
    try:
        # A model with weights in other files has to be opened by its path to find them.
        where = str(folder.path / "model.onnx") if folder.weights or not folder.model else folder.model
        return onnxruntime.InferenceSession(where, options, providers=["CPUExecutionProvider"])
    except runtime_errors() as error:
        raise damaged(folder.path, str(error).splitlines()[0]) from error


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


def answered(session: Session, outputs: list[str], feeds: dict[str, NDArray[Any]], seconds: float | None) -> list[Any]:
    """What a session answers. It runs beside this thread, which can so be interrupted: a model may loop without end.

    TimeoutError where there is no answer within that many seconds.
    """
    import onnxruntime

    options = onnxruntime.RunOptions()
    options.log_severity_level = 4  # what fails is raised, and told once
    told: list[list[Any]] = []
    failed: list[Exception] = []
    done = threading.Event()

    def run() -> None:
        try:
            told.append(session.run(outputs, feeds, options))
        except Exception as error:  # noqa: BLE001 - raised again by the thread that asked
            failed.append(error)
        finally:
            done.set()

    threading.Thread(target=run, daemon=True, name="model").start()
    deadline = None if seconds is None else time.monotonic() + seconds
    try:
        while not done.wait(_TICK_S):  # short waits, since Windows lets nothing interrupt a long one
            if deadline is not None and time.monotonic() > deadline:
                raise TimeoutError
    finally:
        if not done.is_set():
            options.terminate = True  # looked at between two steps of a model, those of a loop included
            done.wait(_GRACE_S)
    if failed:
        raise failed[0]
    return told[0]


def encodable(text: str) -> str:
    """The text with half characters, which no encoding can hold, as question marks."""
    return text.encode("utf-8", "replace").decode("utf-8")
