"""What produced a result, in values that another machine can compare with its own."""

from __future__ import annotations

import re
from dataclasses import asdict
from importlib.metadata import PackageNotFoundError, version

from statement_compare.engine.bundle import ENTAILMENT_FOLDERS, NO_MODEL
from statement_compare.engine.model import CompareOptions, Signature, Weighed
from statement_compare.engine.models import Models
from statement_compare.version import VERSION

# What a person may say in place of a folder.
_WORDS = frozenset({*ENTAILMENT_FOLDERS, NO_MODEL})
# Libraries whose version can change a result.
LIBRARIES = ("rapidfuzz", "sentencex", "onnxruntime", "tokenizers", "snowballstemmer", "pypdfium2")


def sign(options: CompareOptions, models: Models, tables: tuple[Weighed, ...] = ()) -> Signature:
    """The signature of a comparison made now with these options, models and tables that weigh them."""
    said = asdict(options)
    said["model"] = model_word(options.model)
    chosen = tuple(sorted((key, _in_words(value)) for key, value in said.items()))
    named = []
    for role, model in (
        ("encoder", models.encoder),
        ("multilingual", models.multilingual),
        ("entailment", models.entailment),
        ("multilingual_entailment", models.multilingual_entailment),
    ):
        if model is not None:
            named.append((role, f"{model.name} sha256:{model.sha256}"))
    libraries = tuple((name, installed_version(name)) for name in LIBRARIES)
    return Signature(VERSION, chosen, tuple(named), libraries, tables)


def model_word(model: str) -> str:
    """How a signature names the model that was chosen: "fast", or the folder of another one by its own name.

    What is in a folder is told by its hash, and where it lies is nobody else's business. A folder of one's own that
    is called as a model that comes along is told as a path, "./fast".
    """
    if model in _WORDS:
        return model
    name = re.split(r"[\\/]", model.rstrip("\\/"))[-1]
    return f"./{name}" if name in _WORDS else name


def installed_version(package: str) -> str:
    """The version of an installed package, "unknown" where what is installed does not say it."""
    try:
        return version(package)
    except PackageNotFoundError:
        return "unknown"


def _in_words(value: object) -> str:
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, tuple):
        return ",".join(str(part) for part in value)
    return str(value)
