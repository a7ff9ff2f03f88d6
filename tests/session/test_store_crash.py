"""A process that works on a session is killed at any moment: the file opens, with every edit that it told of."""

from __future__ import annotations

import os
import random
import subprocess
import sys
import time
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest
from driven import HERE
from some_edits import FIRST, Log, some_step

from statement_compare.session import session_lock
from statement_compare.session.edits import Entry
from statement_compare.session.review import Review
from statement_compare.session.store import Store

KILLS = 200
# A file that few lives worked on is short, and soon read again.
FILES = 20
# Threads only wait and look; more processes than processors at a time would make each slower.
AT_A_TIME = 2


def killed(path: Path, seed: int, first: int, chance: random.Random) -> int:
    """Let a process work on a session and kill it at a random moment; returns the number of the last step it told of.

    Half are killed while they work, some while they open the file or begin, some in the midst of a write.
    """
    # Without the site's modules it starts in half the time; where libraries lie, it is told.
    libraries = os.pathsep.join(each for each in sys.path if each)
    environment = {**os.environ, "PYTHONPATH": libraries, "PYTHONDONTWRITEBYTECODE": ""}
    child = subprocess.Popen(
        [sys.executable, "-S", str(HERE / "driven.py"), str(path), str(seed), str(first)],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        env=environment,
    )
    assert child.stdout is not None
    assert child.stderr is not None
    with child.stdout, child.stderr:
        lines = 1 if chance.random() < 0.1 else chance.randrange(2, 12)
        read = [child.stdout.readline() for _ in range(lines)]
        time.sleep(chance.random() * chance.choice((0.0, 0.001, 0.01)))
        child.kill()
        read += child.stdout.read().splitlines()
        errors = child.stderr.read()
    assert child.wait() == -9, errors.decode()
    return max([first, *(int(line) for line in read if line.strip().isdigit())])


def one_file(path: Path, seed: int, kills: int) -> dict[str, int]:
    """Work on one file in many lives; after each, the file holds what was told, or one step more."""
    chance = random.Random(seed)
    Store.create(path, FIRST).close()
    log, number = Log(FIRST), 0
    seen = {"one more": 0, "journal": 0, "steps": 0}
    for _ in range(kills):
        told = killed(path, seed, number, chance)
        while number < told:
            log.take(some_step(random.Random(f"{seed}-{number}"), log.review))
            number += 1
        journal = path.with_name(f"{path.name}-journal")
        seen["journal"] += journal.exists()
        assert session_lock.holder(path) is None
        with Store.open(path) as store:
            assert store.read_only_because is None
            found = store.review, store.entries, store.can_redo
            if found != state(log):
                log.take(some_step(random.Random(f"{seed}-{number}"), log.review))
                number += 1
                seen["one more"] += 1
                assert found == state(log)
        assert not journal.exists()
    assert log.review == log.folded
    seen["steps"] = number
    return seen


def state(log: Log) -> tuple[Review, tuple[Entry, ...], bool]:
    return log.review, log.holding, log.live < len(log.entries)


@pytest.mark.skipif(sys.platform == "win32", reason="processes are ended another way there")
def test_whenever_a_process_is_killed_its_file_holds_every_edit_it_told_of(tmp_path: Path) -> None:
    with ThreadPoolExecutor(AT_A_TIME) as threads:
        lives = [
            threads.submit(one_file, tmp_path / f"{seed}.stcmp", seed, KILLS // FILES) for seed in range(1, FILES + 1)
        ]
        seen = [life.result() for life in lives]
    assert sum(each["steps"] for each in seen) > KILLS
    assert sum(each["one more"] + each["journal"] for each in seen) > 0
