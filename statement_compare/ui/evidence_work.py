"""What the worker does with evidence bundles: make one of a session, check one by the models that it holds."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from statement_compare.engine.bundle import ENTAILMENT_FOLDERS, NO_MODEL
from statement_compare.engine.models import NO_MODELS, Models
from statement_compare.engine.progress import Progress
from statement_compare.errors import ModelError

if TYPE_CHECKING:
    from statement_compare.session.evidence.outcome import Checked
    from statement_compare.session.evidence.record import Made
    from statement_compare.session.evidence.writing import Bundle
    from statement_compare.session.store_rows import Contents

Take = Callable[[str], tuple[Models, str]]
"""The models of a choice, and why they are not all there; as `ModelCache.take`."""


@dataclass(frozen=True, slots=True)
class MakeBundle:
    """Answered by a `Bundle`, with reports in this language."""

    contents: Contents
    language: str


@dataclass(frozen=True, slots=True)
class CheckBundle:
    """Answered by a `Checked`. `own` is the folder of a person's own model, "" where she chose none."""

    path: str
    own: str = ""


def done(request: MakeBundle | CheckBundle, take: Take, progress: Progress) -> Bundle | Checked:
    """Do a request. Raises StatementCompareError for what is no bundle, and Cancelled."""
    if isinstance(request, MakeBundle):
        from statement_compare.session.evidence.writing import bundle_of

        return bundle_of(request.contents, request.language)
    from statement_compare.session.evidence.checking import check, read_bundle

    def models_for(made: Made) -> Models:
        if not made.options.use_model:
            return NO_MODELS
        is_known = made.options.model in (*ENTAILMENT_FOLDERS, NO_MODEL)
        choice = made.options.model if is_known else request.own
        models, problem = take(choice) if choice else (NO_MODELS, f"{made.options.model}: it does not come along")
        if problem:
            raise ModelError("evidence.no_model", problem)
        return models

    return check(read_bundle(request.path), models_for, progress)
