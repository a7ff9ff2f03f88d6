"""Nothing leaves this machine: the tests run without a network where they can, and no command calls one."""

from __future__ import annotations

import errno
import os
import shutil
import socket
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent
# Python tells of each of these before it does it; what calls a network, or listens to one, is ended on the spot.
WITHOUT_CALLS = """
import sys
def refuse(event, arguments):
    if event.startswith(("socket.connect", "socket.bind", "socket.getaddrinfo", "socket.gethostby", "socket.sendto",
                         "urllib.", "http.", "ftplib.", "smtplib.", "webbrowser.")):
        sys.stderr.write(f"called: {event}\\n")
        sys.stderr.flush()
        import os
        os._exit(77)
sys.addaudithook(refuse)
from statement_compare.__main__ import main
sys.exit(main(sys.argv[1:]))
"""


def without_calls(*arguments: str, code: str = WITHOUT_CALLS) -> subprocess.CompletedProcess[str]:
    environment = {**os.environ, "PYTHONPATH": str(ROOT)}
    return subprocess.run(
        [sys.executable, "-c", code, *arguments], capture_output=True, text=True, env=environment, check=False
    )


@pytest.mark.skipif("STATEMENT_COMPARE_TESTS_OFFLINE" not in os.environ, reason="run by make test where it can be had")
def test_where_the_tests_say_that_they_have_no_network_they_have_none() -> None:
    assert [name for _, name in socket.if_nameindex()] == ["lo"]
    with socket.socket() as called, pytest.raises(OSError, match=os.strerror(errno.ENETUNREACH)):
        called.connect(("192.0.2.1", 80))  # an address that documents may name and nobody has


@pytest.mark.skipif(shutil.which("sh") is None, reason="the scripts need a shell")
def test_the_script_takes_the_network_away_or_says_that_it_cannot() -> None:
    code = "import socket; print([name for _, name in socket.if_nameindex()] if hasattr(socket, 'if_nameindex') else 0)"
    done = subprocess.run(
        ["sh", "scripts/offline.sh", sys.executable, "-c", code, "$x; exit 1"],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=True,
    )
    *told, interfaces = done.stdout.splitlines()
    assert (told == []) == (interfaces == "['lo']")
    assert all(line.startswith("This system lets nobody do without its network") for line in told)


def test_a_call_would_be_seen() -> None:
    code = WITHOUT_CALLS.replace(
        "from statement_compare", "import socket; socket.create_connection(('::1', 9))\nfrom x"
    )
    done = without_calls(code=code)
    assert (done.returncode, done.stderr) == (77, "called: socket.getaddrinfo\n")


def test_two_statements_are_compared_without_a_call(tmp_path: Path) -> None:
    left, right = tmp_path / "left.html", tmp_path / "right.txt"
    left.write_text(
        '<base href="http://a.example/"><img src="http://a.example/b.png"><link rel="stylesheet" href="//a.example/c">'
        "<p>The harbour paid 5,000 euros to the union on Monday.</p>",
        encoding="utf-8",
    )
    right.write_text("The harbour paid 7,000 euros to the union on Monday. See http://a.example/d.", encoding="utf-8")
    for report in ("html", "json"):
        done = without_calls("compare", str(left), str(right), "--model", "fast", "--format", report)
        assert (done.returncode, done.stderr) == (0, "")
        assert "7,000" in done.stdout


def test_a_mail_is_read_without_a_call(tmp_path: Path) -> None:
    path = tmp_path / "mail.eml"
    path.write_bytes(
        b"From: a@b.example\r\nSubject: x\r\nDate: Mon, 3 Nov 2025 09:00:00 +0100\r\n"
        b'Content-Type: message/external-body; access-type=URL; URL="http://a.example/"\r\n\r\n'
        b"The harbour was closed.\r\n"
    )
    done = without_calls("extract", str(path))
    assert done.returncode in (0, 3)
    assert "called" not in done.stderr
