"""Which of the shipped models a comparison gets: the folders under `resources/models` and what each is for."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from statement_compare import bundled
from statement_compare.engine.models import Models

if TYPE_CHECKING:
    from statement_compare.engine.onnx import OnnxEntailment

ENCODER_FOLDER = "minilm"
MULTILINGUAL_FOLDER = "e5"
FAST, THOROUGH = "fast", "thorough"
# Folders of the entailment models that come along, by the name under which a person chooses them.
ENTAILMENT_FOLDERS = {FAST: "entail-fast", THOROUGH: "entail-thorough"}
MULTILINGUAL_ENTAILMENT_FOLDER = "entail-multilingual"


def load_models(entailment: str = THOROUGH) -> Models:
    """The bundled encoders with an entailment model: "fast", "thorough", or the path of a folder with another one.

    ModelError when files are missing or damaged, or when the folder holds no entailment model.
    """
    # Loading the runtime takes longer than reading two statements: only who needs a model pays for it.
    from statement_compare.engine.onnx import load_encoder, load_entailment

    known = ENTAILMENT_FOLDERS.get(entailment)
    return Models(
        encoder=load_encoder(bundled.path("models", ENCODER_FOLDER)),
        multilingual=load_encoder(bundled.path("models", MULTILINGUAL_FOLDER)),
        entailment=_bundled_entailment(known) if known else load_entailment(Path(entailment)),
        multilingual_entailment=_bundled_entailment(MULTILINGUAL_ENTAILMENT_FOLDER),
    )


def _bundled_entailment(name: str) -> OnnxEntailment | None:
    from statement_compare.engine.onnx import load_entailment

    folder = bundled.path("models", name)
    return load_entailment(folder) if folder.is_dir() else None
