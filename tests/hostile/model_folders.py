"""Folders that say they hold a model: files without end, links out of the folder, JSON that nests, graphs cut short."""

from __future__ import annotations

import json
import os
from collections.abc import Callable
from pathlib import Path

from case import Case, Expected, Reads, either, refused
from tiny_model import write_model

_DAMAGED = refused("model.damaged")
_FILES = ("model.onnx", "tokenizer.json", "config.json")


def _with(name: str, content: Callable[[], bytes]) -> Callable[[Path], Path]:
    def make(folder: Path) -> Path:
        path = write_model(folder / "model")
        (path / name).write_bytes(content())
        return path

    return make


def _instead(name: str, lay: Callable[[Path], object]) -> Callable[[Path], Path]:
    def make(folder: Path) -> Path:
        path = write_model(folder / "model")
        (path / name).unlink()
        lay(path / name)
        return path

    return make


def _config(**values: object) -> Callable[[Path], Path]:
    def make(folder: Path) -> Path:
        path = write_model(folder / "model")
        config = json.loads((path / "config.json").read_text(encoding="utf-8"))
        (path / "config.json").write_text(json.dumps(config | values), encoding="utf-8")
        return path

    return make


def _cut(share: float) -> Callable[[Path], Path]:
    def make(folder: Path) -> Path:
        path = write_model(folder / "model")
        data = (path / "model.onnx").read_bytes()
        (path / "model.onnx").write_bytes(data[: int(len(data) * share)])
        return path

    return make


def _tokenizer(**values: object) -> Callable[[Path], Path]:
    def make(folder: Path) -> Path:
        path = write_model(folder / "model")
        tokenizer = json.loads((path / "tokenizer.json").read_text(encoding="utf-8"))
        (path / "tokenizer.json").write_text(json.dumps(tokenizer | values), encoding="utf-8")
        return path

    return make


_ODD_PATTERN = {"type": "Split", "pattern": {"Regex": "(a+)+$"}, "behavior": "Isolated", "invert": False}
_BAD_PATTERN = {"type": "Split", "pattern": {"Regex": "(((("}, "behavior": "Isolated", "invert": False}
_ENDLESS_PADDING = {
    "strategy": {"Fixed": 1 << 40},
    "direction": "Right",
    "pad_to_multiple_of": None,
    "pad_id": 0,
    "pad_type_id": 0,
    "pad_token": "x",
}
_DIGITS = b'{"a":' + b"9" * 5_000 + b"}"


def _word(number: int) -> dict[str, object]:
    plain = dict.fromkeys(("single_word", "lstrip", "rstrip", "normalized", "special"), False)
    return {"id": 10 + number, "content": f"w{number}", **plain}


_READ = "(1, 3)"
_KINDS = ("model.damaged", "model.kind", "model.refuses", "model.missing")

_CASES: dict[str, tuple[Callable[[Path], Path], Expected]] = {
    "a model as it should be": (lambda folder: write_model(folder / "model"), Reads(_READ)),
    **{
        f"{what} for {name}": (_instead(name, lay), refused("model.damaged", "model.missing"))
        for name in _FILES
        for what, lay in {
            "a pipe": os.mkfifo,
            "a device without end": lambda path: path.symlink_to("/dev/zero"),
            "a link in a circle": lambda path: path.symlink_to(path.name),
            "a folder": os.mkdir,
        }.items()
    },
    **{f"the first {share:.0%} of a graph": (_cut(share), _DAMAGED) for share in (0, 0.01, 0.3, 0.6, 0.9, 0.99)},
    "a configuration that nests without end": (_with("config.json", lambda: b"[" * 900_000), _DAMAGED),
    "a configuration of two megabytes": (_with("config.json", lambda: b'{"a":"' + b"x" * 2_000_000 + b'"}'), _DAMAGED),
    "a configuration in no encoding": (_with("config.json", lambda: b"\xff\xfe{\0}\0"), _DAMAGED),
    "a configuration with a number of many digits": (_with("config.json", lambda: _DIGITS), _DAMAGED),
    "a hundred thousand labels": (
        _config(id2label={str(number): "entailment" for number in range(60_000)}),
        refused("model.kind", "model.damaged"),
    ),
    "weights that lie elsewhere": (_config(files=["../../../etc/passwd"]), refused(*_KINDS)),
    "weights that are a device": (_config(files=["/dev/zero"]), refused(*_KINDS)),
    "files that are numbers": (_config(files=[5]), _DAMAGED),
    "a length that is no number": (_config(max_tokens="x"), either(_READ, *_KINDS)),
    "a length without end": (_config(max_tokens=10**18), either(_READ, *_KINDS)),
    "a length below nothing": (_config(max_tokens=-1), either(_READ, *_KINDS)),
    "a name that steers": (_config(name="\x1b[31m\n" * 1_000), either(_READ, *_KINDS)),
    "a digest that is none": (_config(sha256=["x"]), refused(*_KINDS)),
    "a tokenizer that nests without end": (_with("tokenizer.json", lambda: b'{"a":' * 300_000), _DAMAGED),
    "a tokenizer that is a list": (_with("tokenizer.json", lambda: b"[]"), _DAMAGED),
    "a tokenizer with a pattern that takes its time": (_tokenizer(pre_tokenizer=_ODD_PATTERN), either(_READ, *_KINDS)),
    "a tokenizer with a pattern that is none": (_tokenizer(pre_tokenizer=_BAD_PATTERN), _DAMAGED),
    "a tokenizer that puts in a great many words": (
        _tokenizer(added_tokens=[_word(number) for number in range(3_000)]),
        either(_READ, *_KINDS),
    ),
    "a tokenizer that pads to any length": (
        _tokenizer(padding=_ENDLESS_PADDING),
        either(_READ, *_KINDS),
    ),
}

CASES: tuple[Case, ...] = tuple(
    Case(name, make, expected, seconds=60.0, megabytes=700) for name, (make, expected) in _CASES.items()
)
