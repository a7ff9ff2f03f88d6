"""Random inputs for one target that are led by what they reach: atheris keeps those that run through something new.

`fuzz.py` starts this as a process of its own for each target, since libFuzzer, which is in atheris, never comes back:

    python fuzz_coverage.py TARGET SECONDS FINDINGS
"""

from __future__ import annotations

import signal
import subprocess
import sys
import traceback
from pathlib import Path

HERE = Path(__file__).resolve().parent
ROOT = HERE.parents[1]
sys.path[:0] = [str(ROOT), str(HERE), str(ROOT / "tests"), str(ROOT / "tests" / "session")]

_MOST_MEMORY_MB = 3_000
_EXECUTED = "stat::number_of_executed_units:"


def dictionary(words: tuple[bytes, ...]) -> str:
    """The pieces that mean something to a target, as libFuzzer reads them: one a line, each byte by its number."""
    return "".join('"' + "".join(f"\\x{byte:02x}" for byte in word) + '"\n' for word in words)


def executed(told: str) -> int:
    """How many inputs libFuzzer says that it has tried."""
    lines = [line for line in told.splitlines() if line.startswith(_EXECUTED)]
    return int(lines[-1].removeprefix(_EXECUTED)) if lines else 0


def run(name: str, seconds: float, folder: Path) -> tuple[int, Path | None]:
    """Fuzz a target in a process of its own; how many inputs were tried, and the one that ended it too early."""
    kept = folder / "corpus" / name
    kept.mkdir(parents=True, exist_ok=True)
    before = set(folder.glob("found-*"))
    command = [sys.executable, str(HERE / "fuzz_coverage.py"), name, str(max(1, round(seconds))), str(folder)]
    done = subprocess.run(command, capture_output=True, text=True, errors="replace", check=False)
    found = sorted(set(folder.glob("found-*")) - before)
    if done.returncode and not found:
        raise RuntimeError(done.stderr[-2000:])
    return executed(done.stderr), found[0] if found else None


def main(name: str, seconds: str, findings: str) -> None:
    import atheris

    with atheris.instrument_imports(include=["statement_compare"]):
        from fuzz_targets import CORPUS, TARGETS
    from fuzz import Findings, TooSlow, _mark, _too_slow

    target, folder = TARGETS[name], Path(findings)
    found = Findings(folder)
    known = found.known()
    signal.signal(signal.SIGPROF, _too_slow)

    def once(data: bytes) -> None:
        signal.setitimer(signal.ITIMER_PROF, target.seconds)
        try:
            target.run(data)
        except MemoryError:
            pass
        except (Exception, TooSlow) as error:
            if found.name(name, _mark(error)) not in known:
                seen = "".join(traceback.format_exception(error))
                known.add(found.keep(name, _mark(error), data, seen))
                raise
        finally:
            signal.setitimer(signal.ITIMER_PROF, 0)

    (folder / f"{name}.dict").write_text(dictionary(target.words), encoding="ascii")
    limits = [f"-max_total_time={seconds}", "-max_len=200000", f"-rss_limit_mb={_MOST_MEMORY_MB}", "-timeout=60"]
    says = ["-print_final_stats=1", f"-artifact_prefix={folder}/found-{name}-", f"-dict={folder / f'{name}.dict'}"]
    atheris.Setup([sys.argv[0], *limits, *says, str(folder / "corpus" / name), str(CORPUS / name)], once)
    atheris.Fuzz()


if __name__ == "__main__":
    main(*sys.argv[1:])
