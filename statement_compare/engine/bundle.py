"""Which of the shipped models a comparison gets: the folders under `resources/models` and what each is for."""

from __future__ import annotations

from statement_compare import bundled
from statement_compare.engine.models import Models

ENCODER_FOLDER = "minilm"
MULTILINGUAL_FOLDER = "e5"


def load_models() -> Models:
    """The bundled models, ready to use; raises ModelError when their files are missing or damaged."""
    # Loading the runtime takes longer than reading two statements: only who needs a model pays for it.
    from statement_compare.engine.onnx import load_encoder

    return Models(
        encoder=load_encoder(bundled.path("models", ENCODER_FOLDER)),
        multilingual=load_encoder(bundled.path("models", MULTILINGUAL_FOLDER)),
    )
