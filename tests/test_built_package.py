"""The folder that `make package` builds: it does what a checkout does, wherever it lies and whoever starts it.

Where there is no build, or one that is older than the sources, nothing is tried; `make package` builds and runs this.
"""

from __future__ import annotations

import contextlib
import json
import os
import shutil
import signal
import subprocess
import sys
import tempfile
import time
import zipfile
from collections.abc import Iterator, Sequence
from pathlib import Path

import pytest
from tiny_model import write_model

from statement_compare.engine.report_formats import REPORTS, names_of
from statement_compare.version import VERSION

ROOT = Path(__file__).resolve().parent.parent
NAME = "statement-compare"
BUILT = Path(os.environ.get("STATEMENT_COMPARE_BUILT", ROOT / "dist" / NAME))
NOBODY = 65534
# The window has this long to compare the sample pair, on a machine that is busy with other things.
PATIENCE_S = 120.0


def is_current() -> bool:
    program = BUILT / NAME
    sources = [*(ROOT / "statement_compare").rglob("*.py"), *(ROOT / "packaging").glob("*.py")]
    return program.is_file() and program.stat().st_mtime > max(path.stat().st_mtime for path in sources)


pytestmark = [
    pytest.mark.skipif(sys.platform != "linux", reason="the folder is built on Linux alone"),
    pytest.mark.skipif(not is_current(), reason="there is no build of this state; make package builds one"),
]


def program(
    arguments: Sequence[str | Path],
    *,
    folder: Path = BUILT,
    home: Path | None = None,
    data: str | None = None,
    user: int | None = None,
) -> subprocess.CompletedProcess[str]:
    """What the built program says to these arguments; `user` is who starts it."""
    return subprocess.run(
        [folder / NAME, *arguments],
        env=surroundings(home),
        input=data,
        capture_output=True,
        text=True,
        user=user,
        check=False,
    )


def surroundings(home: Path | None) -> dict[str, str]:
    """Those of somebody who has nothing but a home: neither a Python nor its settings."""
    return {"PATH": "/usr/bin:/bin", "HOME": str(home or "/nonexistent"), "LANG": "C.UTF-8"}


@pytest.fixture
def elsewhere() -> Iterator[Path]:
    """The build in a folder that has a blank and Kazakh letters in its name and that nobody may write to."""
    with tempfile.TemporaryDirectory(dir=BUILT.parent) as made:
        Path(made).chmod(0o755)
        place = Path(made) / "Тексеру бөлімі" / NAME
        shutil.copytree(BUILT, place, copy_function=os.link, symlinks=True)
        folders = [place, *(path for path in place.rglob("*") if path.is_dir() and not path.is_symlink())]
        for path in folders:
            path.chmod(0o555)
        try:
            yield place
        finally:
            for path in folders:
                path.chmod(0o755)


def samples(folder: Path = BUILT) -> tuple[Path, Path]:
    inside = folder / "_internal" / "statement_compare" / "resources" / "samples"
    return inside / "ministry.txt", inside / "company.txt"


def test_it_says_its_version() -> None:
    done = program(["--version"])
    assert (done.returncode, done.stdout, done.stderr) == (0, f"{NAME} {VERSION}\n", "")


def test_the_thorough_model_says_byte_for_byte_what_it_says_in_a_checkout(tmp_path: Path) -> None:
    arguments = ["compare", *samples(), "--model", "thorough", "--format", "json", "--quiet", "-o"]
    done = program([*arguments, tmp_path / "built.json"])
    assert (done.returncode, done.stdout, done.stderr) == (0, "", "")
    command = [sys.executable, "-m", "statement_compare", *arguments, tmp_path / "checkout.json"]
    subprocess.run(command, cwd=ROOT, check=True)
    assert (tmp_path / "built.json").read_bytes() == (tmp_path / "checkout.json").read_bytes()
    signature = json.loads((tmp_path / "built.json").read_bytes())["signature"]
    assert signature["version"] == VERSION
    assert "unknown" not in signature["libraries"].values()


def test_another_user_starts_it_from_a_folder_that_cannot_be_written(elsewhere: Path) -> None:
    user = NOBODY if os.getuid() == 0 else None
    left, right = samples(elsewhere)
    page = elsewhere.parent / "бет.html"
    page.write_text("<p>Өндіріс тәулігіне 5000 баррельге жетті.</p>", encoding="utf-8")
    page.chmod(0o644)
    # A page is read by a process of its own, which is the program itself, called once more.
    read = program(["extract", page], folder=elsewhere, user=user)
    assert (read.returncode, read.stdout, read.stderr) == (0, "Өндіріс тәулігіне 5000 баррельге жетті.\n", "")
    compared = program(["compare", left, right, "--model", "fast", "--quiet"], folder=elsewhere, user=user)
    assert (compared.returncode, compared.stderr) == (0, "")
    assert "CONTRADICTION" in compared.stdout.upper()


def test_it_is_started_by_a_link(tmp_path: Path) -> None:
    (tmp_path / "bin").mkdir()
    (tmp_path / "bin" / NAME).symlink_to(BUILT / NAME)
    done = subprocess.run(
        [tmp_path / "bin" / NAME, "sentences", "-", "--language", "kk"],
        env=surroundings(tmp_path),
        input="Бірінші сөйлем. Екінші сөйлем.",
        capture_output=True,
        text=True,
        check=False,
    )
    assert (done.returncode, done.stdout) == (0, "Бірінші сөйлем.\nЕкінші сөйлем.\n")


@pytest.mark.parametrize(("is_sound", "code"), [(True, 0), (False, 1)])
def test_a_model_of_ones_own_is_tried_in_a_process_that_can_be_ended(is_sound: bool, code: int, tmp_path: Path) -> None:
    write_model(tmp_path)
    if not is_sound:
        (tmp_path / "model.onnx").write_bytes(b"no model")
    assert program(["--statement-compare-model", tmp_path]).returncode == code


W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
ODF = "urn:oasis:names:tc:opendocument:xmlns"
DOCUMENTS = {
    "txt": b"Five boats.\n",
    "md": b"**Five** boats.\n",
    "html": b"<html><body><p>Five boats.</p></body></html>",
    "rtf": b"{\\rtf1\\ansi Five boats.}",
    "eml": b"From: a@example.org\nSubject: Boats\nContent-Type: text/plain\n\nFive boats.\n",
    "docx": {
        "[Content_Types].xml": '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"/>',
        "word/document.xml": f'<w:document xmlns:w="{W}"><w:body><w:p><w:r><w:t>Five boats.</w:t></w:r></w:p></w:body>'
        "</w:document>",
    },
    "odt": {
        "mimetype": "application/vnd.oasis.opendocument.text",
        "content.xml": f'<o:document-content xmlns:o="{ODF}:office:1.0" xmlns:t="{ODF}:text:1.0"><o:body><o:text>'
        "<t:p>Five boats.</t:p></o:text></o:body></o:document-content>",
    },
    "pdf": b"%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n"
    b"2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj\n"
    b"3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 300 300]/Contents 4 0 R"
    b"/Resources<</Font<</F 5 0 R>>>>>>endobj\n"
    b"4 0 obj<</Length 44>>stream\nBT /F 12 Tf 50 200 Td (Five boats.) Tj ET     \nendstream endobj\n"
    b"5 0 obj<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>endobj\ntrailer<</Root 1 0 R>>\n",
}


@pytest.mark.parametrize("name", DOCUMENTS)
def test_every_reader_is_in_it(name: str, tmp_path: Path) -> None:
    document, content = tmp_path / f"boats.{name}", DOCUMENTS[name]
    if isinstance(content, bytes):
        document.write_bytes(content)
    else:
        with zipfile.ZipFile(document, "w") as archive:
            for part, text in content.items():
                archive.writestr(part, text)
    done = program(["extract", document, "--quiet"])  # the PDF has no table of its objects, which would be noted
    assert (done.returncode, done.stderr) == (0, "")
    assert "Five boats." in done.stdout


@pytest.mark.parametrize(("name", "language"), [*((name, "kk") for name in names_of(REPORTS)), ("text", "ru")])
def test_every_report_is_in_it(name: str, language: str, tmp_path: Path) -> None:
    report = tmp_path / "report"
    chosen = ["--no-model", "--quiet", "--format", name, "--report-language", language, "-o", report]
    done = program(["compare", *samples(), *chosen])
    assert (done.returncode, done.stderr) == (0, "")
    assert report.stat().st_size > 1000


def test_the_window_comes_up_and_compares(tmp_path: Path) -> None:
    """It keeps the finding that is shown, once there is one, where it is ended as a desktop ends it."""
    kept = tmp_path / ".local" / "share" / NAME / "recent.json"
    wait, finding = 2.0, -1
    while finding < 0 and wait < PATIENCE_S:
        kept.unlink(missing_ok=True)
        process = subprocess.Popen(
            [BUILT / NAME, "demo"],
            env={**surroundings(tmp_path), "QT_QPA_PLATFORM": "offscreen"},
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
        )
        deadline = time.monotonic() + PATIENCE_S
        while not kept.is_file() and process.poll() is None and time.monotonic() < deadline:
            time.sleep(0.05)
        with contextlib.suppress(subprocess.TimeoutExpired):
            process.wait(wait)  # it ends by itself where something is wrong
        process.send_signal(signal.SIGTERM)
        assert process.wait(PATIENCE_S) == 128 + signal.SIGTERM
        if kept.is_file():
            finding = json.loads(kept.read_text(encoding="utf-8"))["pairs"][0]["finding"]
        wait *= 2
    assert finding == 0
    assert not (kept.parent / "crash.log").exists()
    assert (kept.parent / "worker.log").read_text(encoding="utf-8") == ""
    wait_until_gone(tmp_path)


def wait_until_gone(home: Path) -> None:
    """Until no process with this home is left: the worker ends with the window."""
    mark = f"HOME={home}".encode()
    deadline = time.monotonic() + PATIENCE_S
    while left := [path.parent.name for path in Path("/proc").glob("[0-9]*/environ") if mark in _content(path)]:
        assert time.monotonic() < deadline, left
        time.sleep(0.05)


def _content(path: Path) -> bytes:
    try:
        return path.read_bytes()
    except OSError:
        return b""


def test_its_files_are_those_that_were_summed() -> None:
    done = subprocess.run(
        ["sha256sum", "--check", "--quiet", "--strict", "SHA256SUMS"], cwd=BUILT, capture_output=True, check=False
    )
    assert (done.returncode, done.stdout) == (0, b"")


def test_it_holds_all_resources_and_licences_and_nothing_that_opens_connections() -> None:
    inside = BUILT / "_internal"
    for text in (
        "PySide6/LGPL-3.0.txt",
        "numpy/LICENSE.txt",
        "onnxruntime/ThirdPartyNotices.txt",
        "Python/LICENSE.txt",
    ):
        assert (inside / "licences" / text).stat().st_size > 1000, text
    names = {path.name for path in inside.rglob("*") if path.suffix != ".txt"}
    left_out = ("libQt6Network", "libssl", "libcrypto", "hf_xet", "_ssl.", "libgtk")
    assert not {name for name in names if name.startswith(left_out)}
    assert {"_typst.abi3.so.xz", "_typst.abi3.so"} & names == {"_typst.abi3.so.xz"}
    shipped = {path.relative_to(ROOT / "resources") for path in (ROOT / "resources").rglob("*") if path.is_file()}
    assert {each for each in shipped if not (inside / "statement_compare" / "resources" / each).is_file()} == set()
