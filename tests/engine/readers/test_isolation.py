"""The child process: limits hold, a crash is an error, a cancel kills, and it imports only what it needs."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

import statement_compare
from statement_compare.engine.progress import Cancelled, Progress
from statement_compare.engine.readers import DEFAULT_LIMITS, Limits, isolation, read_bytes, read_file, read_text
from statement_compare.engine.readers.notes import NOTES, line, note
from statement_compare.errors import UnreadableFileError

EMPTY = {"title": "", "date": "", "speaker": "", "notes": [], "places": []}
HTML = b"<html><body><p>The fine was paid.</p></body></html>"


def children() -> set[str]:
    """The processes started here that still run, as Linux lists them."""
    listed = subprocess.run(
        ["ps", "--no-headers", "--ppid", str(os.getpid()), "-o", "args"], capture_output=True, text=True
    )
    return {args for args in listed.stdout.splitlines() if "readers.child" in args}


def with_child(monkeypatch: pytest.MonkeyPatch, code: str) -> None:
    """Let the child run `code` in the reader's place."""
    monkeypatch.setattr(isolation, "_BOOT", f"import os,sys,time;data=sys.stdin.buffer.read();{code}")


def key_of(limits: Limits = DEFAULT_LIMITS) -> str:
    with pytest.raises(UnreadableFileError) as error:
        read_bytes(HTML, name="page.html", limits=limits)
    return error.value.key


def test_a_child_that_crashes_is_an_error(monkeypatch: pytest.MonkeyPatch) -> None:
    with_child(monkeypatch, "os.kill(os.getpid(),11)")
    assert key_of() == "file_breaks_reader"


def test_a_child_that_fails_with_a_traceback_is_an_error_without_one(
    monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]
) -> None:
    with_child(monkeypatch, "1/0")
    assert key_of() == "file_breaks_reader"
    assert capfd.readouterr() == ("", "")


@pytest.mark.parametrize(
    "answer",
    [
        "R nonsense",
        "R []",
        'R {"text":"abc"}',
        'R {"refusal":"no_such_key","params":{}}',
        'R {"text":"abc","blocks":[["paragraph",2,9]]}',
        json.dumps({"text": "abc", "blocks": [("paragraph", 2, 9)], "encoding": "", "encoding_guessed": False} | EMPTY),
        json.dumps({"text": "abc", "blocks": [("chapter", 0, 3)], "encoding": "", "encoding_guessed": False} | EMPTY),
        "P one two",
        "X" * 10_000,
    ],
)
def test_an_answer_that_makes_no_sense_is_that_of_a_broken_reader(monkeypatch: pytest.MonkeyPatch, answer: str) -> None:
    answer = answer if answer.startswith(("R ", "P ", "X")) else f"R {answer}"
    with_child(monkeypatch, f"print({answer!r})")
    with pytest.raises(UnreadableFileError, match="the reader broke off"):
        read_bytes(HTML, name="page.html")


def test_a_child_that_takes_too_long_is_killed(monkeypatch: pytest.MonkeyPatch) -> None:
    with_child(monkeypatch, "time.sleep(600)")
    assert key_of(Limits(seconds=0.3)) == "file_too_slow"
    assert children() == set()


def test_a_child_that_never_stops_talking_is_killed_as_well(monkeypatch: pytest.MonkeyPatch) -> None:
    with_child(monkeypatch, "[print('P 1 2',flush=True) for _ in iter(int,1)]")
    assert key_of(Limits(seconds=0.5)) == "file_too_slow"


@pytest.mark.skipif(sys.platform != "linux", reason="memory can be bounded on Linux alone")
def test_a_document_that_needs_too_much_memory_is_an_error() -> None:
    paragraphs = b"<p>The fine was paid.</p>" * 400_000
    with pytest.raises(UnreadableFileError) as error:
        read_bytes(b"<html><body>" + paragraphs, name="page.html", limits=Limits(memory_bytes=120_000_000))
    assert error.value.key in ("file_needs_memory", "file_breaks_reader")


def test_a_cancel_kills_the_child_at_once(monkeypatch: pytest.MonkeyPatch) -> None:
    with_child(monkeypatch, "time.sleep(600)")
    asked: list[float] = []

    def is_cancelled() -> bool:
        asked.append(time.monotonic())
        return len(asked) > 3

    with pytest.raises(Cancelled):
        read_bytes(HTML, name="page.html", progress=Progress(is_cancelled=is_cancelled))
    assert len(asked) == 4
    assert children() == set()


def test_progress_is_reported_in_pages(pdf: Callable[..., bytes], at: Callable[..., object]) -> None:
    reports: list[tuple[str, int, int]] = []
    progress = Progress(listen=lambda stage, done, total: reports.append((stage, done, total)))
    read_bytes(pdf(*[[at(60, 700, "The fine was paid.")]] * 5), name="a.pdf", progress=progress)
    assert ("read", 4, 5) in reports
    assert reports[-1] == ("read", 1, 1)


def test_the_child_imports_its_own_reader_and_neither_qt_nor_numpy() -> None:
    script = (
        "import sys\n"
        "from statement_compare.engine.readers.child import main\n"
        "import atexit\n"
        "atexit.register(lambda: sys.stderr.write(' '.join(sys.modules)))\n"
        "main(sys.argv[1])"
    )
    limits = {name: getattr(DEFAULT_LIMITS, name) for name in DEFAULT_LIMITS.__dataclass_fields__}
    root = Path(statement_compare.__file__).parent.parent
    done = subprocess.run(
        [sys.executable, "-c", script, json.dumps({"format": "html", "encoding": "", "limits": limits})],
        input=HTML,
        capture_output=True,
        cwd=root,
        check=True,
    )
    loaded = {name.partition(".")[0] for name in done.stderr.decode().split()}
    assert "selectolax" in loaded
    assert not loaded & {"PySide6", "numpy", "lxml", "docx", "pypdfium2", "onnxruntime"}


def test_a_module_in_the_working_folder_is_never_imported(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "json.py").write_text("raise SystemExit(1)")
    (tmp_path / "selectolax.py").write_text("raise SystemExit(1)")
    monkeypatch.chdir(tmp_path)
    assert read_bytes(HTML, name="page.html").text == "The fine was paid.\n"


def test_it_works_from_a_daemonic_process(tmp_path: Path) -> None:
    path = tmp_path / "page.html"
    path.write_bytes(HTML)
    script = tmp_path / "run.py"
    script.write_text(
        "import multiprocessing, sys\n"
        "from statement_compare.engine.readers import read_file\n"
        f"def work(queue): queue.put(read_file({str(path)!r}).text)\n"
        "if __name__ == '__main__':\n"
        "    context = multiprocessing.get_context('spawn')\n"
        "    queue = context.Queue()\n"
        "    process = context.Process(target=work, args=(queue,), daemon=True)\n"
        "    process.start()\n"
        "    print(queue.get(timeout=60), end='')\n"
        "    process.join()\n"
    )
    root = str(Path(statement_compare.__file__).parent.parent)
    done = subprocess.run(
        [sys.executable, str(script)], capture_output=True, env={**os.environ, "PYTHONPATH": root}, check=True
    )
    assert done.stdout == b"The fine was paid.\n"


@pytest.mark.no_cover
def test_twenty_megabytes_of_plain_text_are_read(tmp_path: Path) -> None:
    line_of_text = "The ministry said on Monday that forty wells were closed without any notice\n"
    path = tmp_path / "large.txt"
    path.write_text((line_of_text * 5 + "and that is all.\n\n") * 51_000)
    source = read_file(path)
    assert path.stat().st_size > 20_000_000
    assert len(source.text) == path.stat().st_size
    assert len(source.blocks) == 51_000


@pytest.mark.no_cover
def test_a_long_pasted_text_is_read_in_the_child_and_stays_as_it_is() -> None:
    pasted = "Штраф уплачен.\r\n\r\n" * 70_000
    source = read_text(pasted)
    assert source.text == pasted
    assert len(source.blocks) == 70_000
    assert (source.path, source.encoding, source.encoding_guessed) == ("", "", False)


def test_a_long_page_is_read_in_the_child_and_comes_back_whole() -> None:
    sentence = "Министерство энергетики отвергает обвинения компании. "
    markup = "<html><body>" + "".join(f"<p>{sentence * 10}</p>" for _ in range(3_000))
    source = read_bytes(markup.encode(), name="page.html")
    assert len(source.blocks) == 3_000
    assert len(source.text) == 3_000 * (len(sentence * 10) - 1) + 2_999 * 2 + 1


def test_notes_have_lines_for_a_person() -> None:
    assert line(note("quoted_text_left_out", "3")) == "3 quoted lines of earlier mails were left out."
    assert all(line(note(key, "x")).endswith(".") for key in NOTES)


def test_limits_can_be_replaced_one_by_one() -> None:
    assert replace(DEFAULT_LIMITS, pages=3).pages == 3
    assert read_file(__file__).format == "txt"


@pytest.mark.skipif(not hasattr(signal, "setitimer"), reason="the parser can be bounded on POSIX alone")
@pytest.mark.parametrize("head", [b"<!doctype html>", b"From: a@b.org\nContent-Type: text/html\n\n"])
def test_tags_that_nest_without_end_are_refused_in_time(head: bytes) -> None:
    started = time.monotonic()
    name = "page.html" if head.startswith(b"<") else "mail.eml"
    with pytest.raises(UnreadableFileError) as caught:
        read_bytes(head + b"<div>" * 100_000 + b"text", name=name, limits=replace(DEFAULT_LIMITS, markup_seconds=0.5))
    assert caught.value.key == "file_too_slow"
    assert "longer than 0.5 seconds" in caught.value.message
    assert time.monotonic() - started < 8


def test_a_page_reads_on_after_its_parser_was_in_time() -> None:
    limits = replace(DEFAULT_LIMITS, markup_seconds=5.0)
    assert read_bytes(b"<p>Read.</p>", name="page.html", limits=limits).text == "Read.\n"


@pytest.mark.skipif(sys.platform != "linux", reason="Linux tells a child of its parent's end")
def test_a_reader_goes_with_a_program_that_was_killed() -> None:
    code = "from statement_compare.engine.readers import read_bytes;read_bytes(b'<p>'+b'<div>'*200000,name='p.html')"
    program = subprocess.Popen([sys.executable, "-c", code], cwd=Path(__file__).parents[3])
    children = Path(f"/proc/{program.pid}/task/{program.pid}/children")
    deadline = time.monotonic() + 30
    while not (found := children.read_text().split()) and time.monotonic() < deadline:
        time.sleep(0.02)
    time.sleep(0.5)
    program.kill()
    program.wait()
    time.sleep(0.5)
    state = Path(f"/proc/{found[0]}/stat")
    assert not state.exists() or state.read_text().split(") ")[1][0] == "Z"
