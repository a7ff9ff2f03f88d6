"""What a signature tells, and what it keeps to itself."""

from __future__ import annotations

import re
import sys
from pathlib import Path

import pytest

from statement_compare.engine import pipeline
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


def test_a_signature_names_every_library_that_reading_and_comparing_ask() -> None:
    engine = Path(pipeline.__file__).parent
    named: set[str] = set()
    for path in engine.rglob("*.py"):
        if not any(path.is_relative_to(engine / room) for room in ("report", "sheets")):
            named |= set(re.findall(r"^ *(?:import|from) (\w+)", path.read_text(encoding="utf-8"), re.M))
    libraries = named - sys.stdlib_module_names - {"statement_compare"}
    asked = {each.replace("_", "-") for each in libraries}
    assert dict(sign(CompareOptions(), NO_MODELS).libraries).keys() == asked


def test_a_character_that_is_unknown_here_is_told_with_the_edition_of_unicode() -> None:
    unknown = "\U0007fffd"  # in a plane that holds no character yet
    assert "unicode" in dict(sign(CompareOptions(), NO_MODELS, texts=("as", f"so {unknown}")).libraries)


@pytest.mark.parametrize("text", ["", "Қоңырау – 5 000 €", "hyphen\ufffe", "\ufdd0", "own \ue000", "half \udcff"])
def test_of_characters_that_every_python_takes_alike_nothing_is_told(text: str) -> None:
    assert "unicode" not in dict(sign(CompareOptions(), NO_MODELS, texts=(text, "")).libraries)
