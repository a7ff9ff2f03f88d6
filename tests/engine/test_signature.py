"""What a signature tells, and what it keeps to itself."""

from __future__ import annotations

import pytest

from statement_compare.engine.model import CompareOptions
from statement_compare.engine.models import NO_MODELS
from statement_compare.engine.signature import sign


@pytest.mark.parametrize(
    ("model", "said"),
    [
        ("thorough", "thorough"),
        ("/home/eve/models/own", "own"),
        ("C:\\Users\\eve\\own\\", "own"),
        ("fast", "fast"),
        ("/home/eve/models/fast", "./fast"),
        ("./thorough", "./thorough"),
        ("none/", "./none"),
    ],
)
def test_a_signature_names_a_models_folder_and_not_where_it_lies(model: str, said: str) -> None:
    assert dict(sign(CompareOptions(model=model), NO_MODELS).options)["model"] == said
