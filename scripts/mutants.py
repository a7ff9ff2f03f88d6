"""Puts one small fault at a time into modules of the engine and says which of them no test notices.

    python scripts/mutants.py --tests-with PYTHON [--limit 40] [--seed 0] [MODULE or FOLDER of statement_compare ...]

`make mutants` calls it with an environment that holds cosmic-ray, which makes the mutants. They are put into a copy of
the tree in build/mutants, never into the checkout. Each is given to the tests that name its module and, if these pass,
to all tests of its part of the engine. What survived both stands in benchmarks/out/mutants.txt with the changed lines.
"""

from __future__ import annotations

import argparse
import os
import random
import re
import shlex
import shutil
import time
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import chain, zip_longest
from pathlib import Path

from cosmic_ray.ast import ast_nodes, get_ast
from cosmic_ray.mutating import mutate_code
from cosmic_ray.plugins import get_operator, operator_names
from cosmic_ray.testing import run_tests
from cosmic_ray.work_item import TestOutcome

ROOT = Path(__file__).resolve().parent.parent
COPY = ROOT / "build" / "mutants"
SURVIVORS = ROOT / "benchmarks" / "out" / "mutants.txt"
PACKAGE = "statement_compare"
DEFAULT = ("engine/verdict", "engine/facts", "engine/annotate", "engine/align", "engine/text")
# Borders of comparisons, numbers, signs, "and", "or", "not", and loops that end early or never start. The others make
# nonsense of which each test run fails, or change what only a type checker sees (the | of an annotation).
OPERATORS = re.compile(
    r"core/(?:NumberReplacer|AddNot|Replace(?:TrueWithFalse|FalseWithTrue|AndWithOr|OrWithAnd)"
    r"|Replace(?:BreakWithContinue|ContinueWithBreak)|ZeroIterationForLoop"
    r"|ReplaceUnaryOperator_(?:USub_UAdd|Delete_USub|Delete_Not)"
    r"|ReplaceBinaryOperator_(?:Add_Sub|Sub_Add|Mul_Div|Div_Mul|FloorDiv_Mul|Mod_Mul|BitAnd_BitOr)"
    r"|ReplaceComparisonOperator_(?:Eq_NotEq|NotEq_Eq|Lt_LtE|Lt_Gt|LtE_Lt|LtE_Gt|Gt_GtE|Gt_Lt|GtE_Gt|GtE_Lt|Is_IsNot|IsNot_Is))"
)


@dataclass(frozen=True, slots=True)
class Mutant:
    """The change that an operator of cosmic-ray makes at one of the places of a module that it can change."""

    module: str
    operator: str
    occurrence: int
    line: int


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("--tests-with", required=True, metavar="PYTHON", help="the Python that runs the tests")
    parser.add_argument("--limit", type=int, default=40, help="mutants to try; modules take turns (40)")
    parser.add_argument("--seed", type=int, default=0, help="another number draws other mutants (0)")
    parser.add_argument("modules", nargs="*", default=[])
    options = parser.parse_args()
    python = Path(options.tests_with).absolute()
    modules = [module for name in options.modules or DEFAULT for module in modules_of(name)]
    copy_tree()
    os.chdir(COPY)
    os.environ |= {"PYTHONPATH": str(COPY), "QT_QPA_PLATFORM": "offscreen"}
    tests = Tests(python)
    survivors: list[str] = []
    tried = 0
    for mutant in drawn(modules, options.limit, options.seed):
        chosen = tests.of(mutant.module)
        path = COPY / mutant.module
        before = path.read_text(encoding="utf-8")
        after = mutate_code(before, get_operator(mutant.operator)(), mutant.occurrence)
        path.write_text(after, encoding="utf-8")
        try:
            survived = all(tests.passes(*each) for each in chosen)
        finally:
            path.write_text(before, encoding="utf-8")
        tried += 1
        name = f"{mutant.module}:{mutant.line}  {mutant.operator.removeprefix('core/')}"
        print(f"{'SURVIVED' if survived else 'killed  '}  {name}", flush=True)
        if survived:
            survivors.append("\n".join([name, *changed_lines(before, after)]))
            write(survivors, tried)
    write(survivors, tried)
    print(f"{len(survivors)} of {tried} mutants survived; they stand in {SURVIVORS.relative_to(ROOT)}")
    return 0


# ---- mutants


def modules_of(name: str) -> list[str]:
    """The modules that an argument such as "engine/align" or "engine/align/score.py" names, from the root on."""
    path = ROOT / PACKAGE / name.removeprefix(f"{PACKAGE}/")
    if not path.exists():
        raise SystemExit(f"There is no {path.relative_to(ROOT)}.")
    found = sorted(path.rglob("*.py")) if path.is_dir() else [path]
    return [each.relative_to(ROOT).as_posix() for each in found]


def drawn(modules: Sequence[str], limit: int, seed: int) -> list[Mutant]:
    """So many mutants, of each module in turn; the same for the same code and seed."""
    draw = random.Random(seed)
    heaps = []
    for module in modules:
        heap = list(mutants_of(module))
        draw.shuffle(heap)
        heaps.append(heap)
    in_turn = [mutant for mutant in chain.from_iterable(zip_longest(*heaps)) if mutant is not None]
    return in_turn[:limit]


def mutants_of(module: str) -> Iterator[Mutant]:
    tree = get_ast((ROOT / module).read_text(encoding="utf-8"))
    for name in operator_names():
        if OPERATORS.fullmatch(name) is None:
            continue
        operator = get_operator(name)()
        places = ((node, start) for node in ast_nodes(tree) for start, _ in operator.mutation_positions(node))
        for occurrence, (node, start) in enumerate(places):
            # `@dataclass(frozen=True)` without it still works: that is no fault a test could see.
            if node.search_ancestor("decorator") is None:
                yield Mutant(module, name, occurrence, start[0])


def changed_lines(before: str, after: str) -> list[str]:
    lines = zip(before.split("\n"), after.split("\n"), strict=True)
    return [f"    {sign} {line.strip()}" for old, new in lines if old != new for sign, line in (("-", old), ("+", new))]


def write(survivors: Sequence[str], tried: int) -> None:
    SURVIVORS.parent.mkdir(parents=True, exist_ok=True)
    SURVIVORS.write_text("\n".join([*survivors, f"{len(survivors)} of {tried} survived", ""]), encoding="utf-8")


# ---- tests


class Tests:
    """Which tests judge the mutants of a module, and for how long each selection may run."""

    def __init__(self, python: Path) -> None:
        self._python = python
        self._limits: dict[tuple[str, ...], float | None] = {}

    def of(self, module: str) -> list[tuple[tuple[str, ...], float]]:
        """Test files with their time limit in seconds: those that name the module, then all of its part.

        Called while no mutant is in place: tests that fail by themselves can judge none, and are left out with a word.
        """
        chosen = []
        for files in dict.fromkeys((naming(module), of_part(module))):
            if files and files not in self._limits:
                start = time.monotonic()
                passes = self.passes(files, 1_800)
                self._limits[files] = 10 + 3 * (time.monotonic() - start) if passes else None
                if not passes:
                    print(f"These fail without a mutant and judge none: {' '.join(files)}", flush=True)
            limit_s = self._limits.get(files)
            if limit_s is not None:
                chosen.append((files, limit_s))
        if not chosen:
            raise SystemExit(f"No test that passes can judge {module}.")
        return chosen

    def passes(self, files: Sequence[str], limit_s: float) -> bool:
        options = ["-x", "-q", "-p", "no:cacheprovider", "--hypothesis-seed=0"]
        outcome, _ = run_tests(shlex.join([str(self._python), "-m", "pytest", *options, *files]), limit_s)
        return bool(outcome is TestOutcome.SURVIVED)


def naming(module: str) -> tuple[str, ...]:
    """The test files that carry the name of a module, or import it by its full name."""
    path = Path(module)
    stem = path.parent.name if path.stem == "__init__" else path.stem
    dotted = ".".join((path.parent if path.stem == "__init__" else path.with_suffix("")).parts)
    package, _, name = dotted.rpartition(".")
    imports = re.compile(
        rf"(?:from|import) {re.escape(dotted)}\b(?!\.)|from {re.escape(package)} import [^\n]*\b{re.escape(name)}\b"
    )
    found = [
        test
        for test in sorted((COPY / "tests").rglob("test_*.py"))
        if "engine" in test.parts or "properties" in test.parts
        if test.stem == f"test_{stem}" or imports.search(test.read_text(encoding="utf-8"))
    ]
    return tuple(test.relative_to(COPY).as_posix() for test in found)


def of_part(module: str) -> tuple[str, ...]:
    """The folder of tests for a module's part of the engine; tests mirror the tree."""
    folder = Path("tests", *Path(module).parts[1:3])
    return (folder.as_posix(),) if (COPY / folder).is_dir() else ()


def copy_tree() -> None:
    """A copy of the program and its tests, beside links to the rest, which nothing changes."""
    shutil.rmtree(COPY, ignore_errors=True)
    COPY.mkdir(parents=True)
    for name in (PACKAGE, "tests"):
        shutil.copytree(ROOT / name, COPY / name, ignore=shutil.ignore_patterns("__pycache__"))
    for path in ROOT.iterdir():
        if path.name not in (PACKAGE, "tests", "build", "dist") and (
            not path.name.startswith(".") or path.name == ".ci"
        ):
            (COPY / path.name).symlink_to(path)


if __name__ == "__main__":
    raise SystemExit(main())
