"""The far end of the window's work: a process without Qt that reads, compares and reports, one request at a time."""

from __future__ import annotations

import queue
import signal
import sys
import threading
import time
from collections.abc import Callable
from dataclasses import dataclass
from functools import cache
from multiprocessing.connection import Connection
from pathlib import Path
from typing import TYPE_CHECKING

from statement_compare import garbage
from statement_compare.engine.bundle import NO_MODEL, THOROUGH
from statement_compare.engine.model import CompareOptions, Comparison, Pair, Side, Statement, pair_of
from statement_compare.engine.models import Models
from statement_compare.engine.panics import is_panic
from statement_compare.engine.progress import Cancelled, Progress
from statement_compare.engine.reported import EVERYTHING, ReportChoice, Subject
from statement_compare.errors import StatementCompareError
from statement_compare.ui import evidence_work
from statement_compare.ui.crossing import Texts, without_texts
from statement_compare.ui.evidence_work import CheckBundle, MakeBundle
from statement_compare.ui.freed_memory import give_back
from statement_compare.ui.sheet_requests import WriteMarked, WriteReply
from statement_compare.ui.worker_line import leave, tell
from statement_compare.ui.worker_log import WorkerLog, write_down
from statement_compare.ui.worker_messages import Asked, Cancel, Done, Failed, Leave, Partial, Ready, Reported, Stopped

if TYPE_CHECKING:
    from statement_compare.ui.loaded_models import ModelCache

_REPORT_INTERVAL_S = 0.05


@dataclass(frozen=True, slots=True)
class WarmUp:
    """Load what reads and cuts texts, so that the first request finds it there."""


@dataclass(frozen=True, slots=True)
class LoadModels:
    """Load the models of a choice ahead of the first comparison; answered by `LoadedModels`."""

    model: str = THOROUGH


@dataclass(frozen=True, slots=True)
class LoadedModels:
    """Names of what was loaded, "" for none, and why where something should have been there.

    `is_measured`: a table was fitted to the entailment model, or comes along with it.
    """

    encoder: str
    entailment: str
    problem: str = ""
    multilingual: str = ""
    is_measured: bool = True


@dataclass(frozen=True, slots=True)
class ReadFile:
    """Answered by a `Statement`, so that one side can be read before there is another."""

    path: str
    encoding: str = ""
    language: str = ""
    sentences_per_line: bool = False


@dataclass(frozen=True, slots=True)
class ReadText:
    """Answered by a `Statement`."""

    text: str
    language: str = ""
    sentences_per_line: bool = False


@dataclass(frozen=True, slots=True)
class Compare:
    """Two sides as they were read and cut into sentences, once for all models; answered by a `Comparison`."""

    left: Statement
    right: Statement
    options: CompareOptions


@dataclass(frozen=True, slots=True)
class JudgePair:
    """Two texts that are judged as one pair; answered by a `Judged`."""

    left: str
    right: str
    options: CompareOptions


@dataclass(frozen=True, slots=True)
class Render:
    """Answered by the bytes of a report."""

    subject: Subject
    format: str
    choice: ReportChoice = EVERYTHING


@dataclass(frozen=True, slots=True)
class RenderPage:
    """A page, from 1, of the PDF that was read from `path`, about `width` pixels wide; answered by a `PageImage`."""

    path: str
    sha256: str
    page: int
    width: int


@dataclass(frozen=True, slots=True)
class Ledger:
    """Answered by the rows of the figures, dates and names of both statements."""

    comparison: Comparison


@dataclass(frozen=True, slots=True)
class AskWhyNot:
    """Why two sentences, by their ids, are no pair; answered by a `WhyNotAnswer`."""

    comparison: Comparison
    left: int
    right: int
    options: CompareOptions
    language: str = "en"


@dataclass(frozen=True, slots=True)
class WhyNotAnswer:
    """One line that says why. `partner` is a better pair (`is_link`), or where there is none, the nearest sentence of
    the other side with the one that has no pair; None where these two are that.
    """

    words: str
    partner: Pair | None = None
    is_link: bool = False


@dataclass(frozen=True, slots=True)
class Summarise:
    """Answered by a `SummaryPicture`."""

    subject: Subject
    language: str = "en"


@dataclass(frozen=True, slots=True)
class SummaryPicture:
    """The summary as the text of an SVG, and in words."""

    svg: str
    description: str


Request = LoadModels | ReadFile | ReadText | Compare | JudgePair | Render | RenderPage | Ledger | AskWhyNot | Summarise
Tell = Callable[[object], None]
Perform = Callable[[object, Progress, Tell], object]
"""Does a request; what is known before the end may be told."""


def engine() -> Perform:
    """What the worker does in earnest: the engine with its models, each loaded when it is first asked for.

    What reads and cuts texts is loaded at once, since that is what every window asks for first.
    """
    from statement_compare.engine.readers import read_file, read_text
    from statement_compare.engine.text.segment import segment
    from statement_compare.session.folders import platform_folders

    @cache
    def models_held() -> ModelCache:
        from statement_compare.ui.loaded_models import ModelCache

        return ModelCache(platform_folders().tables)

    def take(choice: str) -> tuple[Models, str]:
        return models_held().take(choice)

    def models_for(options: CompareOptions) -> Models:
        return take(options.model if options.use_model else NO_MODEL)[0]

    def perform(request: object, progress: Progress, tell: Tell) -> object:
        match request:
            case WarmUp():
                segment(read_text("It is so."))
                return None
            case LoadModels(model):
                return _told(*take(model))
            case ReadFile(path, encoding, language, sentences_per_line):
                source = read_file(Path(path), encoding=encoding, progress=progress)
                return segment(source, language, sentences_per_line=sentences_per_line, progress=progress)
            case ReadText(text, language, sentences_per_line):
                source = read_text(text)
                return segment(source, language, sentences_per_line=sentences_per_line, progress=progress)
            case Compare(left, right, options):
                from statement_compare.engine.pipeline import compare_statements

                return compare_statements(left, right, options, models_for(options), progress, tell)
            case JudgePair(left_text, right_text, options):
                from statement_compare.engine.pipeline import judge_pair

                return judge_pair(left_text, right_text, options, models_for(options))
            case Render(subject, format_, choice):
                from statement_compare.engine.report import render

                return render(subject, format_, choice=choice)
            case WriteReply() | WriteMarked():
                return request.made()
            case RenderPage(path, sha256, page, width):
                from statement_compare.engine.readers.pages import page_image

                return page_image(path, sha256, page, width, progress=progress)
            case Ledger(comparison):
                from statement_compare.engine.ledger import ledger

                return ledger(comparison, progress=progress)
            case Summarise(subject, language):
                from statement_compare.engine.report import summary_svg

                picture, told = (tell_(subject, language) for tell_ in (summary_svg.render, summary_svg.in_words))
                return SummaryPicture(picture, told)
            case MakeBundle() | CheckBundle():
                return evidence_work.done(request, take, progress)
            case AskWhyNot(options=options):
                return _why_not(request, models_for(options), progress)
            case _:
                raise TypeError(f"no work is known for {type(request).__name__}")

    return perform


def _why_not(asked: AskWhyNot, models: Models, progress: Progress) -> WhyNotAnswer:
    from statement_compare.engine.report.why_not_wording import why_not_message
    from statement_compare.engine.unanswered import nearest
    from statement_compare.engine.why_not import Why, why_not

    comparison, left, right = asked.comparison, asked.left, asked.right
    found = why_not(comparison, left, right, asked.options, models, progress)
    words = why_not_message(comparison, left, right, found[0], asked.language)
    words = f"{words[0].upper()}{words[1:]}."
    better = next((each.link for each in found if each.why is Why.OUTRANKED), None)
    if better is not None:
        return WhyNotAnswer(words, pair_of(better), is_link=True)
    for side, ids, here, there in (
        (Side.LEFT, comparison.only_left, left, right),
        (Side.RIGHT, comparison.only_right, right, left),
    ):
        near = comparison.nearest_to(side, here)
        other = nearest(comparison, side, here) if near is None else near.other
        if here in ids and other not in (None, there):
            return WhyNotAnswer(words, ((here,), (other,)) if side is Side.LEFT else ((other,), (here,)))
    return WhyNotAnswer(words)


def _told(models: Models, problem: str) -> LoadedModels:
    named = (models.encoder, models.entailment, models.multilingual)
    encoder, entailment, multilingual = (model.name if model else "" for model in named)
    is_measured = not models.is_own or bool(models.tables)
    return LoadedModels(encoder, entailment, problem, multilingual, is_measured)


def serve(connection: Connection, log: Path, prepare: Callable[[], Perform]) -> None:
    """Answer requests from `connection` until its other end closes. What goes wrong unforeseen is written to `log`."""
    garbage.expect_little()
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl+C in a terminal is for the window to answer
    with WorkerLog(log):
        _serve(connection, prepare)


def _serve(connection: Connection, prepare: Callable[[], Perform]) -> None:
    inbox: queue.SimpleQueue[Asked] = queue.SimpleQueue()
    cancelled: set[int] = set()
    threading.Thread(target=_listen, args=(connection, inbox, cancelled), daemon=True).start()
    tell(connection, Ready())
    perform = prepare()
    while True:
        asked = inbox.get()
        tell(connection, _answer(asked, perform, connection, cancelled))
        cancelled.discard(asked.ticket)
        if isinstance(asked.request, Compare):
            give_back()


def texts_of(request: object) -> Texts | None:
    """The texts that a request brings along, and its answer need not bring back."""
    return (request.left, request.right) if isinstance(request, Compare) else None


def _answer(asked: Asked, perform: Perform, connection: Connection, cancelled: set[int]) -> Done | Failed | Stopped:
    last, texts = 0.0, texts_of(asked.request)

    def listen(stage: str, done: int, total: int) -> None:
        nonlocal last
        now = time.monotonic()
        if now - last >= _REPORT_INTERVAL_S:
            last = now
            tell(connection, Reported(asked.ticket, stage, done, total))

    def tell_part(result: object) -> None:
        tell(connection, Partial(asked.ticket, without_texts(result, texts)))

    progress = Progress(listen, lambda: asked.ticket in cancelled)
    try:
        if asked.ticket in cancelled:
            return Stopped(asked.ticket)
        return Done(asked.ticket, without_texts(perform(asked.request, progress, tell_part), texts))
    except Cancelled:
        return Stopped(asked.ticket)
    except StatementCompareError as error:
        return Failed(asked.ticket, error.key, error.message, tuple(sorted(error.params.items())))
    except MemoryError as error:
        write_down(error)
        return Failed(asked.ticket, "out_of_memory", "There is not enough memory for this.", ())
    except BaseException as error:
        if not (isinstance(error, Exception) or is_panic(error)):
            raise
        return _unforeseen(asked, error)


def _unforeseen(asked: Asked, error: BaseException) -> Failed:
    """A fault of the program in one request: it is written down, and whatever else is open goes on."""
    write_down(error)
    message = "The part of the program that reads and compares has met a fault of its own."
    return Failed(asked.ticket, "worker_fault", message, (("log", getattr(sys.stderr, "name", "")),))


def _listen(connection: Connection, inbox: queue.SimpleQueue[Asked], cancelled: set[int]) -> None:
    """Take messages at once, so that the window never waits to send one; leave when the window is gone."""
    while True:
        try:
            message = connection.recv()
        except (EOFError, OSError):
            message = Leave()
        if isinstance(message, Leave):
            leave()
        if isinstance(message, Cancel):
            cancelled.add(message.ticket)
        elif isinstance(message, Asked):
            inbox.put(message)
