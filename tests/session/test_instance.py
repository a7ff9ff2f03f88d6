"""A start of the program finds the one that runs, or takes its place; a wish is opened once, whoever ends meanwhile."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from statement_compare.session import instance
from statement_compare.session.folders import Folders
from statement_compare.session.instance import Instance, Joined, Wish, claim, join, place, wish_of

ROOT = Path(__file__).resolve().parent.parent.parent
WISH = Wish("/texts/a.txt", "/texts/b.txt")
RUN = """
import sys
from pathlib import Path
from statement_compare.session.instance import claim
own = claim(Path(sys.argv[1]))
if sys.argv[2] == "ready":
    own.announce()
print(own is not None, flush=True)
sys.stdin.read()
"""
START = """
import sys
from pathlib import Path
from statement_compare.session.instance import Wish, join
joined = join(Path(sys.argv[1]), Wish("/texts/" + sys.argv[2]))
print("first" if joined.instance else "taken" if joined.is_taken else "alone", flush=True)
if joined.instance:
    joined.instance.announce()
    taken = []
    while len(taken) < int(sys.argv[3]):
        taken += joined.instance.take_wishes()
    print(*sorted(wish.left for wish in taken), flush=True)
"""


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return tmp_path / "running" / "here"


def child(script: str, *arguments: object) -> subprocess.Popen[str]:
    return subprocess.Popen(
        [sys.executable, "-c", script, *map(str, arguments)],
        cwd=ROOT,
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
    )


@contextmanager
def running(folder: Path, how: str = "ready") -> Iterator[subprocess.Popen[str]]:
    """A program that runs, and takes no wishes, until it is killed."""
    process = child(RUN, folder, how)
    assert process.stdout is not None
    try:
        assert process.stdout.readline() == "True\n"
        yield process
    finally:
        process.kill()
        process.communicate(timeout=20)


@contextmanager
def answering(own: Instance) -> Iterator[list[Wish]]:
    """The one that runs takes what comes, on a thread of its own."""
    taken: list[Wish] = []
    is_over = threading.Event()

    def answer() -> None:
        while not is_over.wait(0.002):
            taken.extend(own.take_wishes())

    own.announce()
    thread = threading.Thread(target=answer)
    thread.start()
    try:
        yield taken
    finally:
        is_over.set()
        thread.join()
        own.close()


def first(folder: Path) -> Instance:
    own = claim(folder)
    assert own is not None
    return own


def left_by_another(folder: Path, **content: object) -> None:
    (folder / "1-a.wish").write_text(json.dumps({"format": 1, **content}), encoding="utf-8")


def left_behind(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.iterdir() if path.name != "lock")


def test_the_first_start_is_the_one_that_others_find(folder: Path) -> None:
    joined = join(folder, WISH)
    assert joined.instance is not None
    assert not joined.is_taken
    assert claim(folder) is None
    joined.instance.close()
    first(folder).close()


def test_a_second_start_hands_its_files_over(folder: Path) -> None:
    with answering(first(folder)) as taken:
        assert join(folder, WISH) == Joined(is_taken=True)
    assert taken == [WISH]
    assert left_behind(folder) == []


def test_names_of_any_characters_come_over_whole(folder: Path) -> None:
    odd = Wish(os.fsdecode(b"/texts/caf\xe9 \xff.txt"), '/texts/строка\n"кавычки" \u202e.stcmp')
    with answering(first(folder)) as taken:
        assert join(folder, odd).is_taken
    assert taken == [odd]


def test_relative_names_are_of_the_folder_in_which_they_were_given(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    here = Path.cwd()
    assert wish_of("a.txt", "../b.txt", {}) == Wish(str(here / "a.txt"), str(here / ".." / "b.txt"))
    assert wish_of("", "", {"XDG_ACTIVATION_TOKEN": "leave"}) == Wish(token="leave")


def test_one_that_hangs_is_left_alone_and_nothing_stays_behind(folder: Path) -> None:
    with running(folder):
        assert join(folder, WISH, patience_seconds=0.1) == Joined()
        assert left_behind(folder) == []


def test_one_that_does_not_hear_is_not_waited_for(folder: Path) -> None:
    own = claim(folder, hears=False)
    assert own is not None
    begun = time.monotonic()
    assert join(folder, WISH) == Joined()
    assert time.monotonic() - begun < instance.PATIENCE_SECONDS
    own.close()


def test_after_the_one_that_ran_was_killed_the_next_takes_its_place(folder: Path) -> None:
    with running(folder) as process:
        process.kill()
        process.wait(20)
        joined = join(folder, WISH)
    assert joined.instance is not None
    joined.instance.close()


def test_one_that_is_killed_while_another_waits_is_followed_by_it(folder: Path) -> None:
    with running(folder, "starting") as process:
        killer = threading.Timer(0.1, process.kill)
        killer.start()
        joined = join(folder, WISH)
        killer.join()
    assert joined.instance is not None
    assert left_behind(folder) == []
    joined.instance.close()


def test_of_starts_in_the_same_moment_one_opens_all(folder: Path) -> None:
    starts = [child(START, folder, number, 3) for number in range(4)]
    said = sorted(start.communicate(timeout=60)[0].splitlines() for start in starts)
    assert [each[0] for each in said] == ["first", "taken", "taken", "taken"]
    assert len(said[0][1].split()) == 3


def test_a_wish_is_given_once(folder: Path) -> None:
    own = first(folder)
    left_by_another(folder, left="/a.txt", at=time.time())
    assert own.take_wishes() == [Wish("/a.txt")]
    assert own.take_wishes() == []
    own.close()


def test_a_wish_whose_author_was_killed_long_ago_opens_nothing(folder: Path) -> None:
    own = first(folder)
    left_by_another(folder, left="/a.txt", at=time.time() - 3600)
    assert own.take_wishes() == []
    assert left_behind(folder) == []
    own.close()


@pytest.mark.parametrize(
    "content", ["", "[[[", "7", '{"format": 2, "left": "/a"}', '{"format": 1, "left": 7}', '{"format": 1, "left": "a"}']
)
def test_what_makes_no_sense_is_left_to_its_author(folder: Path, content: str) -> None:
    own = first(folder)
    dated = content.replace('"format": 1', f'"format": 1, "at": {time.time()}')
    (folder / "1-a.wish").write_text(dated, encoding="utf-8")
    assert own.take_wishes() == []
    assert left_behind(folder) == ["1-a.wish"]
    own.close()


def test_the_clock_of_the_disk_does_not_matter(folder: Path) -> None:
    own = first(folder)
    left_by_another(folder, left="/a.txt", at=time.time())
    os.utime(folder / "1-a.wish", (0, 0))
    assert own.take_wishes() == [Wish("/a.txt")]
    own.close()


@pytest.mark.skipif(sys.platform == "win32", reason="rights of files are others there")
def test_nobody_else_can_look_into_the_folder(folder: Path) -> None:
    folder.mkdir(parents=True, mode=0o755)
    folder.chmod(0o777)
    first(folder).close()
    assert folder.stat().st_mode & 0o777 == 0o700


@pytest.mark.skipif(sys.platform == "win32", reason="rights of files are others there")
def test_the_folder_of_another_user_is_not_trusted(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    own = first(folder)
    own.announce()
    monkeypatch.setattr(os, "geteuid", lambda: os.getuid() + 1)
    assert claim(folder) is None
    assert not instance.is_anyone(folder)
    assert join(folder, WISH) == Joined()
    assert left_behind(folder) == []
    own.close()


@pytest.mark.skipif(sys.platform == "win32", reason="links need rights there")
def test_a_link_to_a_folder_elsewhere_is_not_followed(folder: Path, tmp_path: Path) -> None:
    elsewhere = tmp_path / "elsewhere"
    elsewhere.mkdir()
    folder.parent.mkdir(parents=True)
    folder.symlink_to(elsewhere)
    assert join(folder, WISH) == Joined()
    assert list(elsewhere.iterdir()) == []


def test_where_no_folder_can_be_made_the_program_is_alone(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("", encoding="utf-8")
    assert join(tmp_path / "file" / "here", WISH) == Joined()


def test_each_screen_has_a_place_of_its_own(tmp_path: Path) -> None:
    folders = Folders(tmp_path / "config", tmp_path / "data")
    one, other = place(folders, {"DISPLAY": ":0"}), place(folders, {"DISPLAY": ":1"})
    assert one != other
    assert one == place(folders, {"DISPLAY": ":0", "HOME": "/elsewhere"})
    assert folders.data in one.parents
