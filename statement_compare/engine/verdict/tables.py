"""Which table weighs which model: one of its own, a bundled one by its name, or that of another model."""

from __future__ import annotations

import json
from functools import cache
from typing import Final

from statement_compare import bundled
from statement_compare.engine.model import Weighed
from statement_compare.engine.models import EntailmentModel, Models
from statement_compare.engine.verdict.weights import Weights, read_weights
from statement_compare.errors import ModelError

THE_TABLE_OF_OTHERS: Final = "statement-thorough"
"""The table that weighs a model for which there is none."""


def weights_of(models: Models, left: str, right: str) -> Weights | None:
    """How the answers of the model that reads these two languages are weighed; None where none does."""
    model = models.entailment_for(left, right)
    if model is None:
        return None
    own = models.tables.get(model.sha256)
    if own is not None:
        return own.weights
    return weights_for(model.name if has_bundled_table(models, model) else THE_TABLE_OF_OTHERS)


def weighed_by(models: Models) -> tuple[Weighed, ...]:
    """For each entailment model of a comparison the table that weighs it, in the order of `Signature.models`."""
    roles = (("entailment", models.entailment), ("multilingual_entailment", models.multilingual_entailment))
    found = []
    for role, model in roles:
        if model is None:
            continue
        own = models.tables.get(model.sha256)
        if own is not None:
            found.append(Weighed(role, f"own sha256:{own.digest}", is_measured=True))
        else:
            is_measured = has_bundled_table(models, model)
            found.append(Weighed(role, model.name if is_measured else THE_TABLE_OF_OTHERS, is_measured))
    return tuple(found)


def has_bundled_table(models: Models, model: EntailmentModel) -> bool:
    """Whether a model is one of those whose tables come along. A stranger may bear the name of one of them."""
    is_strangers = models.is_own and model is models.entailment
    return not is_strangers and model.name in _bundled_tables()


@cache
def _bundled_tables() -> frozenset[str]:
    return frozenset(_read_bundled())


@cache
def weights_for(model: str) -> Weights:
    """The bundled table for a model of this name; another model is weighed as the thorough one is."""
    tables = _read_bundled()
    try:
        table = tables.get(model) or tables[THE_TABLE_OF_OTHERS]
        if not isinstance(table, dict):
            raise TypeError("a table must be an object")
        return read_weights(table)
    except (ValueError, KeyError, TypeError, AttributeError) as error:
        raise _damaged() from error


def _read_bundled() -> dict[str, object]:
    try:
        content = json.loads(bundled.path("verdicts.json").read_text(encoding="utf-8"))
    except (OSError, ValueError) as error:
        raise _damaged() from error
    if not isinstance(content, dict):
        raise _damaged()
    return content


def _damaged() -> ModelError:
    file = bundled.path("verdicts.json")
    return ModelError(
        "table.damaged",
        f"{file}: the table that weighs a model's answers cannot be read; install the program again, or compare "
        "with --model none",
        path=str(file),
    )
