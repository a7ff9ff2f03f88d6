"""What the program leaves behind: nothing but what was named, its own folders, and logs without a word of a text."""

from __future__ import annotations

import os
import shutil
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from statement_compare.session.result_file import UNFINISHED

ROOT = Path(__file__).resolve().parent.parent
IS_ROOT = hasattr(os, "geteuid") and os.geteuid() == 0
MARK = "Forty cormorants left the breakwater"
LEFT = f"{MARK} at noon. The harbour paid 5,000 euros to the union on Monday."
RIGHT = f"{MARK} at dawn. The harbour paid 7,000 euros to the union on Monday."

# Python tells of whatever is opened, made, renamed or removed before it happens: each goes to a list.
WATCHED = """
import json, os, sys
log = os.open(sys.argv.pop(1), os.O_WRONLY | os.O_CREAT | os.O_APPEND, 0o600)
CHANGES = {"os.mkdir": 0, "os.rename": 1, "os.remove": 0, "os.rmdir": 0, "os.link": 1, "os.symlink": 1,
           "os.truncate": 0, "os.chmod": 0, "os.utime": 0, "shutil.copyfile": 1, "shutil.move": 1,
           "tempfile.mkstemp": 0, "tempfile.mkdtemp": 0, "sqlite3.connect": 0}
def watch(event, arguments):
    if event == "open":
        path, mode, flags = arguments
        if not (isinstance(flags, int) and flags & (os.O_WRONLY | os.O_RDWR | os.O_CREAT | os.O_TRUNC)):
            return
    elif event in CHANGES:
        path = arguments[CHANGES[event]]
    else:
        return
    if isinstance(path, (str, bytes)):
        os.write(log, (os.path.abspath(os.fsdecode(path)) + "\\n").encode("utf-8", "backslashreplace"))
sys.addaudithook(watch)
from statement_compare.__main__ import main
sys.exit(main(sys.argv[1:]))
"""
# Lets a step of a comparison fail in a way that quotes the text it was given, as libraries do.
FAULTY = """
import sys
from statement_compare.engine import pipeline
def fail(*arguments, **_):
    import threading
    text = arguments[0].source.text if hasattr(arguments[0], "source") else arguments[0].text
    if {kind!r} == "cause":
        try:
            {{}}[text]
        except KeyError as error:
            raise ValueError(text) from error
    if {kind!r} == "panic":
        raise type("PanicException", (BaseException,), {{}})(text)
    if {kind!r} == "memory":
        raise MemoryError(text)
    if {kind!r} == "disk":
        raise OSError(28, "No space left on device", text)
    text.encode("ascii", "strict") if not text.isascii() else int(text)
pipeline.segment = fail
from statement_compare.__main__ import main
sys.exit(main(sys.argv[1:]))
"""


class Place:
    """A home, a folder of temporary files and one to work in, all of them new."""

    def __init__(self, folder: Path) -> None:
        self.home, self.temporary, self.work = (folder / name for name in ("home", "temporary", "work"))
        for each in (self.home, self.temporary, self.work):
            each.mkdir()
        self.left, self.right = self.work / "left.html", self.work / "right.txt"
        self.left.write_text(f"<p>{LEFT}</p>", encoding="utf-8")
        self.right.write_text(RIGHT, encoding="utf-8")
        self.environment = {
            name: value for name, value in os.environ.items() if not name.startswith(("XDG_", "PYTEST", "COV_"))
        } | {
            "HOME": str(self.home),
            "USERPROFILE": str(self.home),
            "APPDATA": str(self.home / "roaming"),
            "LOCALAPPDATA": str(self.home / "local"),
            "TMPDIR": str(self.temporary),
            "TEMP": str(self.temporary),
            "TMP": str(self.temporary),
            "PYTHONPATH": os.pathsep.join([str(ROOT), str(ROOT / "tests")]),
            "PYTHONDONTWRITEBYTECODE": "1",
        }

    def run(self, code: str, *arguments: str) -> subprocess.CompletedProcess[bytes]:
        return subprocess.run(
            [sys.executable, "-c", code, *arguments],
            capture_output=True,
            env=self.environment,
            cwd=self.work,
            check=False,
        )

    def files(self) -> set[str]:
        """All that lies in the three folders, by its way from where they lie."""
        top = self.home.parent
        return {path.relative_to(top).as_posix() for path in top.rglob("*")} - {"home", "temporary", "work"}


@pytest.fixture
def place(tmp_path: Path) -> Place:
    return Place(tmp_path)


PAIRS = f"left\tright\n{LEFT}\t{RIGHT}\n"


@pytest.mark.parametrize(
    ("arguments", "made"),
    [
        (("compare", "left.html", "right.txt", "--model", "fast", "--format", "json"), set()),
        (("compare", "left.html", "right.txt", "--no-model", "-o", "out.html"), {"work/out.html"}),
        (("compare", "left.html", "gone.txt"), set()),
        (("extract", "left.html"), set()),
        (("facts", "left.html", "right.txt", "--no-model"), set()),
        (("judge", "pairs.tsv", "--no-model", "-o", "out.csv"), {"work/out.csv"}),
    ],
    ids=lambda value: " ".join(value) if isinstance(value, tuple) else "",
)
def test_a_command_writes_what_was_named_and_nothing_else(
    place: Place, arguments: tuple[str, ...], made: set[str]
) -> None:
    (place.work / "pairs.tsv").write_text(PAIRS, encoding="utf-8")
    before = place.files()
    listed = place.home.parent.parent / f"{place.home.parent.name}.listed"
    done = place.run(WATCHED, str(listed), *arguments)
    touched = {Path(line) for line in listed.read_text(encoding="utf-8").splitlines()} - {Path(os.devnull)}
    listed.unlink()
    assert done.returncode in (0, 3), done.stderr
    assert b"Traceback" not in done.stderr
    assert place.files() - before == made
    named = {place.work / Path(each).name for each in made}
    # Beside what was named, its unfinished half, in the same folder.
    others = {path for path in touched - named if path.parent != place.work or UNFINISHED not in path.name}
    assert others <= ({place.work} if made else set())


KINDS = ["plain", "cause", "panic", "memory", "disk"]


@pytest.mark.parametrize("kind", KINDS)
def test_no_word_of_a_text_is_in_a_log_or_on_standard_error_whatever_fails(place: Place, kind: str) -> None:
    done = place.run(FAULTY.format(kind=kind), "compare", "left.html", "right.txt", "--no-model")
    assert done.returncode == 5
    assert b"cormorants" not in done.stderr
    assert done.stdout == b""
    logs = [path for path in place.home.rglob("*") if path.is_file()]
    assert len(logs) == (kind != "memory")
    for path in logs:
        told = path.read_text(encoding="utf-8")
        assert "cormorants" not in told
        assert "Traceback" in told
    assert list(place.temporary.iterdir()) == []


BROKEN = {
    "a package": ("a.docx", b"PK\3\4" + LEFT.encode() * 20),
    "a PDF": ("a.pdf", b"%PDF-1.7\n" + LEFT.encode() * 20),
    "what is no text": ("a.txt", LEFT.encode() + bytes(range(32)) * 90),
    "entities": ("a.fodt", f"<!DOCTYPE x [<!ENTITY a '{LEFT}'>]><office:document>&a; opendocument".encode()),
    "a table": ("a.tsv", f"left\tright\n{LEFT}\n".encode()),
    "a session": ("a.stcmp", b"SQLite format 3\0" + LEFT.encode() * 90),
}


@pytest.mark.parametrize("name", BROKEN)
def test_no_word_of_a_text_is_in_what_is_said_of_a_file_that_cannot_be_read(place: Place, name: str) -> None:
    file_name, data = BROKEN[name]
    (place.work / file_name).write_bytes(data)
    command = {"a.tsv": "judge", "a.stcmp": "review"}.get(file_name, "extract")
    done = place.run("from statement_compare.__main__ import main;import sys;sys.exit(main())", command, file_name)
    assert done.returncode == 3
    assert done.stdout == b""
    assert b"cormorants" not in done.stderr
    assert len(done.stderr.splitlines()) == 1
    assert not {path for path in place.files() if path.startswith(("home", "temporary"))}


@pytest.mark.skipif(sys.platform != "linux", reason="Linux lists the processes that a process began")
@pytest.mark.parametrize("victim", ["program", "reader"])
def test_a_command_that_is_killed_while_it_reads_leaves_nothing(place: Place, victim: str) -> None:
    page = place.work / "deep.html"
    page.write_text(f"<p>{LEFT}" + "<div>" * 200_000, encoding="utf-8")
    program = subprocess.Popen(
        [sys.executable, "-m", "statement_compare", "extract", "deep.html"],
        env=place.environment,
        cwd=place.work,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
    )
    children = Path(f"/proc/{program.pid}/task/{program.pid}/children")
    deadline = time.monotonic() + 30
    while not (found := children.read_text().split()) and time.monotonic() < deadline:
        time.sleep(0.02)
    os.kill(program.pid if victim == "program" else int(found[0]), signal.SIGKILL)
    out, err = program.communicate(timeout=60)
    assert out == b""
    assert b"cormorants" not in err
    if victim == "reader":
        assert program.returncode == 3
        assert b"the reader broke off" in err
    assert not {path for path in place.files() if path.startswith(("home", "temporary"))}


# ---- a disk that is full, a folder that may not be written, a file that goes away

FULL = """
import resource, signal, sys
signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
resource.setrlimit(resource.RLIMIT_FSIZE, (2_000, 2_000))
from statement_compare.__main__ import main
sys.exit(main(sys.argv[1:]))
"""


@pytest.mark.skipif(sys.platform == "win32", reason="the size of files cannot be bounded there")
def test_on_a_full_disk_the_old_report_stays_whole_and_no_half_is_left(place: Place) -> None:
    (place.work / "out.html").write_bytes(b"the report of yesterday")
    before = place.files()
    done = place.run(FULL, "compare", "left.html", "right.txt", "--no-model", "-o", "out.html")
    assert done.returncode == 3
    assert (
        done.stderr.decode().splitlines() == ["statement-compare: out.html: cannot be written: file too large"]
        or b"no space left" in done.stderr
    )
    assert (place.work / "out.html").read_bytes() == b"the report of yesterday"
    assert place.files() == before


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="a device that is always full")
def test_a_device_that_is_full_is_told_in_one_line(place: Place) -> None:
    done = place.run(
        FULL.replace("2_000", "200_000"), "compare", "left.html", "right.txt", "--no-model", "-o", "/dev/full"
    )
    assert done.returncode == 3
    assert done.stderr.decode() == "statement-compare: /dev/full: cannot be written: no space left on device\n"


@pytest.mark.skipif(
    not hasattr(os, "geteuid") or os.geteuid() == 0, reason="whoever may do everything writes everywhere"
)
def test_a_folder_that_may_not_be_written_is_told_in_one_line(place: Place) -> None:
    place.work.chmod(0o555)
    try:
        done = place.run(WATCHED, os.devnull, "compare", "left.html", "right.txt", "--no-model", "-o", "out.html")
    finally:
        place.work.chmod(0o755)
    assert done.returncode == 3
    assert done.stderr.decode() == "statement-compare: out.html: cannot be written: permission denied\n"


def test_a_folder_that_goes_away_is_told_in_one_line(place: Place) -> None:
    code = (
        "import shutil, sys; from statement_compare.engine import pipeline; compared = pipeline.compare\n"
        "def gone(*a, **k):\n    shutil.rmtree('stick'); return compared(*a, **k)\n"
        "pipeline.compare = gone\nfrom statement_compare.__main__ import main; sys.exit(main())"
    )
    stick = place.work / "stick"
    stick.mkdir()
    shutil.copy(place.left, stick / "left.html")
    done = place.run(code, "compare", "stick/left.html", "right.txt", "--no-model", "-o", "stick/out.html")
    assert done.returncode == 3
    assert done.stderr.decode() == "statement-compare: stick/out.html: cannot be written: no such file or directory\n"
    assert not stick.exists()
