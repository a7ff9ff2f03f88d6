"""Random inputs for everything that reads a stranger's bytes, until a time is over; each finding with its input.

`make fuzz MINUTES=5` runs it. Inputs are seeds of the corpus that atheris changes, led by what they reach, where it can
be had (`fuzz_coverage`); else hypothesis changes them, and shrinks one that is a finding. They are tried in processes
of their own: one that crashes, hangs or fills the memory is a finding as well, and the input that it had then is kept.
The folder of findings holds a file for each input and one beside it with what was seen. What is found becomes a seed of
the corpus or a case of its own: the tests try both.
"""

from __future__ import annotations

import argparse
import hashlib
import importlib.util
import mmap
import os
import resource
import signal
import struct
import sys
import time
import traceback
from collections import Counter
from pathlib import Path
from types import FrameType

HERE = Path(__file__).resolve().parent
ROOT = HERE.parents[1]
sys.path[:0] = [str(ROOT), str(HERE), str(ROOT / "tests"), str(ROOT / "tests" / "session")]

from hypothesis import HealthCheck, Phase, given, seed, settings  # noqa: E402 - the folders have to be named first
from hypothesis import strategies as st  # noqa: E402

import fuzz_coverage  # noqa: E402 # isort: skip
from fuzz_targets import TARGETS, Target, seeds, write_corpus  # noqa: E402 # isort: skip

_BATCH = 300
# By the clock, for native code that never comes back to where its own seconds are looked at.
_PATIENCE_SECONDS = 20.0
_MOST_INPUT = 200_000
_MOST_MEMORY = 3_000_000_000


def changed(target: Target, begun: list[bytes]) -> st.SearchStrategy[bytes]:
    """A seed with some changes: words put in, stretches taken out, repeated, copied from another seed, or turned."""
    change = st.tuples(
        st.sampled_from(("word", "word", "word", "cut", "repeat", "byte", "bytes", "splice", "many", "end")),
        st.integers(0, 1_000_000),
        st.integers(0, 1_000_000),
        st.sampled_from(target.words),
        st.binary(max_size=8),
    )
    return st.builds(_change, st.sampled_from(begun), st.lists(change, min_size=1, max_size=12), st.sampled_from(begun))


def _change(data: bytes, changes: list[tuple[str, int, int, bytes, bytes]], other: bytes) -> bytes:
    for kind, first, second, word, some in changes:
        at = first % (len(data) + 1)
        to = at + second % 40
        if kind == "word":
            data = data[:at] + word + data[at:]
        elif kind == "cut":
            data = data[:at] + data[to:]
        elif kind == "repeat":
            data = data[:at] + data[at:to] * (2 + second % 30) + data[to:]
        elif kind == "byte" and at < len(data):
            data = data[:at] + bytes([data[at] ^ 1 << second % 8]) + data[at + 1 :]
        elif kind == "bytes":
            data = data[:at] + some + data[at + len(some) :]
        elif kind == "splice":
            data = data[:at] + other[second % (len(other) + 1) :]
        elif kind == "many":
            data = data[:at] + word * (second % 3_000) + data[at:]
        elif kind == "end":
            data = data[:at]
        data = data[:_MOST_INPUT]
    return data


class Findings:
    """A folder with an input a finding; the same fault is kept once."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        folder.mkdir(parents=True, exist_ok=True)

    def known(self) -> set[str]:
        return {path.stem for path in self._folder.glob("*.txt")}

    def name(self, target: str, mark: str) -> str:
        return f"{target}-{hashlib.sha256(mark.encode()).hexdigest()[:12]}"

    def keep(self, target: str, mark: str, data: bytes, seen: str) -> str:
        name = self.name(target, mark)
        (self._folder / f"{name}.input").write_bytes(data)
        (self._folder / f"{name}.txt").write_text(seen, encoding="utf-8", errors="backslashreplace")
        return name


def _mark(error: BaseException) -> str:
    """What tells one fault from another: the kind of error, and the last places in our own code."""
    frames = [f"{frame.filename}:{frame.name}:{frame.line}" for frame in traceback.extract_tb(error.__traceback__)]
    ours = [frame for frame in frames if "statement_compare" in frame or "broken_out" in frame]
    return "|".join((type(error).__name__, *ours[-2:]))


class TooSlow(BaseException):
    """An input took longer than its target may."""


def _too_slow(_number: int, _frame: FrameType | None) -> None:
    raise TooSlow


def _batch(name: str, number: int, findings: Findings, current: Path, counter: mmap.mmap) -> None:
    """Some inputs for one target, in this process; a fault that is new is written down."""
    target, begun = TARGETS[name], seeds(name)
    resource.setrlimit(resource.RLIMIT_AS, (_MOST_MEMORY, _MOST_MEMORY))
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    signal.signal(signal.SIGPROF, _too_slow)
    known = findings.known()
    tried = 0
    file = os.open(current, os.O_RDWR | os.O_CREAT, 0o600)

    @seed(number)
    @settings(
        max_examples=_BATCH,
        deadline=None,
        database=None,
        phases=(Phase.generate, Phase.shrink),
        suppress_health_check=list(HealthCheck),
    )
    @given(changed(target, begun))
    def once(data: bytes) -> None:
        nonlocal tried
        tried += 1
        struct.pack_into("<Q", counter, 0, tried)
        os.pwrite(file, data, 0)
        os.ftruncate(file, len(data))
        # Of the processor: behind all other work, the clock says nothing.
        signal.setitimer(signal.ITIMER_PROF, target.seconds)
        try:
            target.run(data)
        except MemoryError:
            pass
        except BaseException as error:
            mark = _mark(error)
            if isinstance(error, KeyboardInterrupt) or findings.name(name, mark) in known:
                return
            findings.keep(name, mark, data, "".join(traceback.format_exception(error)))
            if isinstance(error, TooSlow):
                os._exit(3)  # to shrink it would take the same time again for each of some hundred inputs
            raise
        finally:
            signal.setitimer(signal.ITIMER_PROF, 0)

    try:
        once()
    except BaseException:  # noqa: BLE001 - it is written down already
        os._exit(3)
    os._exit(0)


def _run(name: str, number: int, findings: Findings, folder: Path) -> tuple[int, bool]:
    """Returns how many inputs were tried, and whether that gave a finding."""
    current = folder / "current"
    counter = mmap.mmap(-1, 8)
    child = os.fork()
    if not child:
        devnull = os.open(os.devnull, os.O_WRONLY)
        os.dup2(devnull, 1)
        os.dup2(devnull, 2)
        _batch(name, number, findings, current, counter)
    patience = max(_PATIENCE_SECONDS, 30 * TARGETS[name].seconds)
    deadline = time.monotonic() + patience
    last = 0
    while True:
        done, status = os.waitpid(child, os.WNOHANG)
        if done:
            break
        tried = struct.unpack_from("<Q", counter)[0]
        if tried != last:
            last, deadline = tried, time.monotonic() + patience
        if time.monotonic() > deadline:
            os.kill(child, signal.SIGKILL)
            _, status = os.waitpid(child, 0)
            break
        time.sleep(0.05)
    tried = struct.unpack_from("<Q", counter)[0]
    code = os.waitstatus_to_exitcode(status)
    if code < 0:
        seen = f"the process ended with {signal.Signals(-code).name}"
        data = current.read_bytes() if current.exists() else b""
        findings.keep(name, f"{seen} {hashlib.sha256(data).hexdigest()}", data, seen)
    return tried, code != 0


def _led(name: str, seconds: float, findings: Findings, folder: Path) -> tuple[int, bool]:
    """As `_run`, with inputs that are led by what they reach."""
    known = findings.known()
    inputs, ended = fuzz_coverage.run(name, seconds, folder)
    if ended is not None and findings.known() == known:  # no error of Python's, which is written down already
        data = ended.read_bytes()
        seen = f"the process ended while it had this input ({ended.name})"
        findings.keep(name, f"{seen} {hashlib.sha256(data).hexdigest()}", data, seen)
    if ended is not None:
        ended.unlink()
    return inputs, ended is not None


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--minutes", type=float, default=5.0)
    parser.add_argument("--seed", type=int, default=0, help="another number tries other inputs")
    parser.add_argument("--target", choices=sorted(TARGETS), action="append", help="only these")
    parser.add_argument("--findings", type=Path, default=ROOT / "build" / "fuzz")
    parser.add_argument(
        "--by",
        choices=("coverage", "chance"),
        default="coverage" if importlib.util.find_spec("atheris") else "chance",
        help="what leads from one input to the next; coverage needs atheris, and is what is taken where that is there",
    )
    parser.add_argument("--write-corpus", action="store_true", help="make the seeds anew and end")
    asked = parser.parse_args()
    if asked.write_corpus:
        write_corpus()
        return 0
    findings = Findings(asked.findings)
    tried: Counter[str] = Counter()
    found: Counter[str] = Counter()
    end = time.monotonic() + 60 * asked.minutes
    names = asked.target or list(TARGETS)
    number = asked.seed * 1_000_000
    while time.monotonic() < end:
        for name in names:
            if time.monotonic() > end:
                break
            number += 1
            if asked.by == "coverage":
                seconds = max(2.0, min(60.0, 60 * asked.minutes / len(names)))
                inputs, is_finding = _led(name, seconds, findings, asked.findings)
            else:
                inputs, is_finding = _run(name, number, findings, asked.findings)
            tried[name] += inputs
            found[name] += is_finding
            if is_finding:
                print(f"{name}: a finding, see {asked.findings}", flush=True)
    (asked.findings / "current").unlink(missing_ok=True)
    for name in names:
        print(f"{name:10} {tried[name]:9,} inputs  {found[name]} findings")
    print(f"{'in all':10} {sum(tried.values()):9,} inputs  {sum(found.values())} findings")
    return 1 if sum(found.values()) else 0


if __name__ == "__main__":
    sys.exit(main())
