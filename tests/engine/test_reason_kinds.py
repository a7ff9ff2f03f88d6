"""Every kind of reason is whole: found, weighed, said in reports and in the window, and told in README."""

from __future__ import annotations

import inspect
import re
from collections.abc import Iterator
from importlib import import_module
from pathlib import Path

import pytest

from statement_compare.engine.facts import fact
from statement_compare.engine.facts.fact import FIGURES, LOGIC, ROLES
from statement_compare.engine.model import ReasonKind
from statement_compare.engine.report.words.en import KINDS, RULES
from statement_compare.engine.verdict.judge import FACT_MODULES
from statement_compare.ui.strings import ENGLISH

FACTS = Path(fact.__file__).parent
README = Path(__file__).parents[2] / "README.md"
# Given by the alignment and by a language model, and by no module of `facts`.
OF_NO_MODULE = frozenset({ReasonKind.WORDING, ReasonKind.MODEL})


def missing(kind: ReasonKind) -> Iterator[str]:
    """A line for each piece that a kind lacks, and where it belongs."""
    if kind not in KINDS:
        yield f"{kind}: its words, a row of KINDS in engine/report/words/en.py"
    elif not ENGLISH.get(f"kind.{kind}", "")[:1].isupper():
        yield f"{kind}: the window's word for it begins with a capital (KINDS in engine/report/words/en.py)"
    if not any(rule.startswith(f"{kind}.") for rule in RULES):
        yield f"{kind}: a sentence for each of its rules, as '{kind}.differ', in RULES of engine/report/words/en.py"
    listed = re.findall(r"A reason has a kind: (.*?)\. ", README.read_text(encoding="utf-8"), re.DOTALL)
    if not any(kind in re.split(r"[\s,]+", line) for line in listed):
        yield f"{kind}: its name in README, after 'A reason has a kind:'"
    if kind in OF_NO_MODULE:
        return
    if sum(kind in group for group in (FIGURES, LOGIC, ROLES)) != 1:
        yield f"{kind}: its place in one of FIGURES, LOGIC and ROLES in engine/facts/fact.py, or it weighs nothing"
    if not any(f"ReasonKind.{kind.name}" in path.read_text(encoding="utf-8") for path in FACTS.glob("*.py")
               if path.name not in ("fact.py", "strength.py")):  # fmt: skip
        yield f"{kind}: a module of engine/facts that finds it, with compare(left, right, lexicon)"


@pytest.mark.parametrize("kind", ReasonKind)
def test_a_kind_of_reason_lacks_nothing(kind: ReasonKind) -> None:
    assert "\n".join(missing(kind)) == ""


def test_every_module_that_finds_facts_is_asked() -> None:
    forgotten = []
    for path in sorted(FACTS.glob("*.py")):
        compare = getattr(import_module(f"statement_compare.engine.facts.{path.stem}"), "compare", None)
        is_one = compare is not None and list(inspect.signature(compare).parameters) == ["left", "right", "lexicon"]
        if is_one and compare not in FACT_MODULES:
            forgotten.append(f"{path.stem}.compare belongs in FACT_MODULES of engine/verdict/judge.py")
    assert "\n".join(forgotten) == ""


def test_the_window_tells_all_kinds_apart() -> None:
    assert len({words.title for words in KINDS.values()}) == len(KINDS)
