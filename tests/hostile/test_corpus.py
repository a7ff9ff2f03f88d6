"""What fuzzing starts from and what it once found: each input ends well with the target that it is for."""

from __future__ import annotations

import importlib.util
import subprocess
import sys
from pathlib import Path

import pytest

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="inputs are tried in processes that are forked")

if sys.platform != "win32":
    import fuzz_coverage
    from fuzz_targets import CORPUS, TARGETS, seeds

HERE = Path(__file__).parent


@pytest.mark.parametrize("name", sorted(path.name for path in (HERE / "corpus").iterdir()))
def test_each_seed_ends_well(name: str) -> None:
    assert seeds(name)
    for data in seeds(name):
        TARGETS[name].run(data)


def test_every_target_has_seeds_and_no_seed_is_large() -> None:
    assert {path.name for path in CORPUS.iterdir()} == set(TARGETS)
    assert all(path.stat().st_size < 100_000 for path in CORPUS.rglob("*") if path.is_file())


def fuzz(tmp_path: Path, *options: str) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, str(HERE / "fuzz.py"), "--by", "chance", "--findings", str(tmp_path), *options]
    return subprocess.run(command, capture_output=True, text=True, check=False)


def test_fuzzing_tries_inputs_and_says_how_many(tmp_path: Path) -> None:
    done = fuzz(tmp_path, "--minutes", "0.02", "--target", "txt")
    assert done.returncode == 0, done.stderr
    assert done.stdout.splitlines()[-1].startswith("in all")
    assert int(done.stdout.split()[1].replace(",", "")) >= 100
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize(
    ("fault", "seen"),
    [
        ("raise KeyError('x')", "KeyError"),
        ("os.kill(os.getpid(), 11)", "SIGSEGV"),
        ("exec('while True: pass')", "TooSlow"),
        ("time.sleep(600)", "SIGKILL"),
    ],
)
def test_a_fault_is_kept_with_the_input_that_shows_it(tmp_path: Path, fault: str, seen: str) -> None:
    script = (
        f"import os, sys, time; sys.path.insert(0, {str(HERE)!r}); import fuzz\n"
        f"sys.argv[1:] = ['--by', 'chance', '--minutes', '0.01', '--target', 'txt', '--findings', {str(tmp_path)!r}]\n"
        f"def run(data):\n    if b'h' in data: {fault}\n"
        "fuzz.TARGETS['txt'] = fuzz.Target(run, (b'h',), 0.15)\nfuzz._PATIENCE_SECONDS = 4\nsys.exit(fuzz.main())"
    )
    done = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=False)
    assert done.returncode == 1, done.stderr
    (told,) = tmp_path.glob("*.txt")
    assert seen in told.read_text(encoding="utf-8")
    assert b"h" in told.with_suffix(".input").read_bytes()


def test_words_are_told_to_a_fuzzer_byte_by_byte_and_its_count_of_inputs_is_read() -> None:
    assert fuzz_coverage.dictionary((b"<p>", b'"\0\\\xff')) == '"\\x3c\\x70\\x3e"\n"\\x22\\x00\\x5c\\xff"\n'
    assert fuzz_coverage.executed("Done\nstat::number_of_executed_units: 4711\nstat::new_units_added: 3\n") == 4711
    assert fuzz_coverage.executed("nothing of it") == 0


@pytest.mark.skipif(importlib.util.find_spec("atheris") is None, reason="atheris is not here; make fuzz fetches it")
def test_inputs_that_are_led_by_what_they_reach_are_tried_and_kept(tmp_path: Path) -> None:
    tried, ended = fuzz_coverage.run("rtf", 2, tmp_path)
    assert tried >= 100
    assert ended is None
    assert list((tmp_path / "corpus" / "rtf").iterdir())
