"""What produced a result, in values that another machine can compare with its own."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable
from dataclasses import asdict

from statement_compare.engine.bundle import ENTAILMENT_FOLDERS, NO_MODEL
from statement_compare.engine.installed import installed_version
from statement_compare.engine.model import CompareOptions, Signature, Weighed
from statement_compare.engine.models import Models
from statement_compare.version import VERSION

# What a person may say in place of a folder.
_WORDS = frozenset({*ENTAILMENT_FOLDERS, NO_MODEL})
# Libraries whose version can change a result: those that compare, and those that take text out of files.
LIBRARIES = (
    *("rapidfuzz", "sentencex", "onnxruntime", "tokenizers", "snowballstemmer", "pypdfium2"),
    *("numpy", "babel", "pint", "lxml", "selectolax", "charset-normalizer"),
)


def sign(
    options: CompareOptions, models: Models, tables: tuple[Weighed, ...] = (), texts: Iterable[str] = ()
) -> Signature:
    """The signature of a comparison of these texts, made now with these options, models and tables that weigh them.

    Where a character of theirs is unknown here, it says by which edition of Unicode: to a later Python that may be a
    letter, and so part of a word.
    """
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
    libraries = [(name, installed_version(name)) for name in LIBRARIES]
    if any(map(_is_unknown, set().union(*texts))):
        libraries.append(("unicode", unicodedata.unidata_version))
    return Signature(VERSION, chosen, tuple(named), tuple(libraries), tables)


def model_word(model: str) -> str:
    """How a signature names the model that was chosen: "fast", or the folder of another one by its own name.

    What is in a folder is told by its hash, and where it lies is nobody else's business. A folder of one's own that
    is called as a model that comes along is told as a path, "./fast".
    """
    if model in _WORDS:
        return model
    name = re.split(r"[\\/]", model.rstrip("\\/"))[-1]
    return f"./{name}" if name in _WORDS else name


def _is_unknown(character: str) -> bool:
    """Whether this Python's Unicode has no such character; the few that never will be one, as U+FFFE, are known."""
    number = ord(character)
    is_never_one = number & 0xFFFE == 0xFFFE or 0xFDD0 <= number <= 0xFDEF
    return not is_never_one and unicodedata.category(character) == "Cn"


def _in_words(value: object) -> str:
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, tuple):
        return ",".join(str(part) for part in value)
    return str(value)
