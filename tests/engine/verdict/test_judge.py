"""Which fact modules are asked about a pair: all of them."""

from __future__ import annotations

import importlib
import pkgutil

from statement_compare.engine.verdict import facts
from statement_compare.engine.verdict.judge import FACT_MODULES


def test_every_fact_module_is_asked() -> None:
    found = {
        module.compare
        for info in pkgutil.iter_modules(facts.__path__)
        for module in [importlib.import_module(f"{facts.__name__}.{info.name}")]
        if hasattr(module, "compare")
    }
    assert found == set(FACT_MODULES)
    assert len(FACT_MODULES) == len(found) == 12
