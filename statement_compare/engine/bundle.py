"""Which of the shipped models a comparison gets: the folders under `resources/models` and what each is for."""

from __future__ import annotations

from contextlib import suppress
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Final

from statement_compare import bundled
from statement_compare.engine.models import Models
from statement_compare.errors import ModelError

if TYPE_CHECKING:
    from statement_compare.engine.onnx import EntailmentWhenAsked, OnnxEntailment

ENCODER_FOLDER = "minilm"
MULTILINGUAL_FOLDER = "e5"
FAST: Final = "fast"
THOROUGH: Final = "thorough"
NO_MODEL: Final = "none"
"""A person's word for no models at all; `CompareOptions` says so with `use_model=False`."""
# Folders of the entailment models that come along, by the name under which a person chooses them.
ENTAILMENT_FOLDERS = {FAST: "entail-fast", THOROUGH: "entail-thorough"}
MULTILINGUAL_ENTAILMENT_FOLDER = "entail-multilingual"


def is_bundled(entailment: str) -> bool:
    """Whether the entailment model of this name, "fast" or "thorough", comes along."""
    return entailment in ENTAILMENT_FOLDERS and bundled.path("models", ENTAILMENT_FOLDERS[entailment]).is_dir()


def load_encoders() -> Models:
    """The bundled encoders alone; ModelError when files are missing or damaged, the larger one's at its first use."""
    # Loading the runtime takes longer than reading two statements: only who needs a model pays for it. The multilingual
    # encoder takes longer to load than all the rest, and a fast comparison of English texts never asks it.
    from statement_compare.engine.onnx import EncoderWhenAsked, load_encoder

    return Models(
        encoder=load_encoder(bundled.path("models", ENCODER_FOLDER)),
        multilingual=EncoderWhenAsked(bundled.path("models", MULTILINGUAL_FOLDER)),
    )


def load_models(entailment: str = THOROUGH, base: Models | None = None) -> Models:
    """The bundled encoders with an entailment model: "fast", "thorough", or the path of a folder with another one.

    Beside the fast one each pair of statements is read by one encoder. What `base` has beside its entailment model is
    taken from there and not loaded again. ModelError when files are missing or damaged, or when the folder holds no
    entailment model.
    """
    from statement_compare.engine.onnx import load_entailment

    others = base or load_encoders()
    known = ENTAILMENT_FOLDERS.get(entailment)
    model = _bundled_entailment(known) if known else load_entailment(Path(entailment), is_own=True)
    return replace(
        others,
        entailment=model,
        multilingual_entailment=others.multilingual_entailment or _multilingual_entailment(),
        second_opinion=entailment != FAST,
        is_own=not known and model is not None and not comes_along(model.sha256),
    )


def comes_along(sha256: str) -> bool:
    """Whether a model of this digest is one of those that judge and come along, wherever its folder lies."""
    from statement_compare.engine.onnx import EntailmentWhenAsked

    for name in (*ENTAILMENT_FOLDERS.values(), MULTILINGUAL_ENTAILMENT_FOLDER):
        with suppress(ModelError):  # one that is damaged, or does not come with this installation
            if EntailmentWhenAsked(bundled.path("models", name)).sha256 == sha256:
                return True
    return False


def _bundled_entailment(name: str) -> OnnxEntailment | None:
    from statement_compare.engine.onnx import load_entailment

    folder = bundled.path("models", name)
    return load_entailment(folder) if folder.is_dir() else None


def _multilingual_entailment() -> EntailmentWhenAsked | None:
    from statement_compare.engine.onnx import EntailmentWhenAsked

    # Most pairs are of one language that the other model reads: who needs this one waits for it then.
    folder = bundled.path("models", MULTILINGUAL_ENTAILMENT_FOLDER)
    return EntailmentWhenAsked(folder) if folder.is_dir() else None
