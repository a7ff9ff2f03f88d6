"""A model's folder of a few hundred bytes: each word has a row of three figures, and a pair's answer is their mean.

The graph is written by hand, field by field as onnx.proto numbers them, so that the tests need no library for it.
"""

from __future__ import annotations

import json
import struct
from collections.abc import Mapping, Sequence
from pathlib import Path

LABELS = {"0": "entailment", "1": "neutral", "2": "contradiction"}
WORDS = {"never": (0.0, 0.0, 9.0), "indeed": (9.0, 0.0, 0.0)}
_INT64, _FLOAT, _INT32, _BOOL = 7, 1, 6, 9


def write_model(
    folder: Path,
    words: Mapping[str, Sequence[float]] = WORDS,
    *,
    name: str = "tiny",
    labels: object = LABELS,
    pooled: bool = True,
    inputs: Sequence[str] = ("input_ids", "attention_mask"),
    whole_numbers: int = _INT64,
    more_words: int = 0,
    is_endless: bool = False,
    explains: bool = False,
    opens_with: int = 0,
    **config: object,
) -> Path:
    """The folder, with a model in it that answers by `words`; unknown words have a row of noughts.

    `pooled=False` gives an answer a word instead of one a pair, `more_words` a vocabulary larger than the model, and
    `is_endless` a model that never comes to an answer. `explains` adds two heads: "kinds", which answers as the first
    does, and "clash", a figure a word.
    """
    folder.mkdir(parents=True, exist_ok=True)
    columns = len(next(iter(words.values())))
    rows = [[0.0] * columns, *([float(x) for x in row] for row in words.values())]
    vocabulary = {word: place for place, word in enumerate(["[UNK]", *words])}
    vocabulary |= {f"more{n}": len(rows) + n for n in range(more_words)}
    tokenizer = {
        "version": "1.0",
        "truncation": None,
        "padding": None,
        "added_tokens": [],
        "normalizer": {"type": "Lowercase"},
        "pre_tokenizer": {"type": "Whitespace"},
        "post_processor": None,
        "decoder": None,
        "model": {"type": "WordLevel", "vocab": vocabulary, "unk_token": "[UNK]"},
    }
    (folder / "model.onnx").write_bytes(
        _model(
            rows,
            inputs,
            whole_numbers,
            pooled=pooled,
            is_endless=is_endless,
            explains=explains,
            opens_with=opens_with,
        )
    )
    (folder / "tokenizer.json").write_text(json.dumps(tokenizer), encoding="utf-8")
    content = {"name": name, "id2label": labels, **config}
    if labels is None:
        del content["id2label"]
    (folder / "config.json").write_text(json.dumps(content), encoding="utf-8")
    return folder


def _model(
    rows: list[list[float]],
    inputs: Sequence[str],
    whole_numbers: int,
    *,
    pooled: bool,
    is_endless: bool,
    explains: bool,
    opens_with: int,
) -> bytes:
    columns = len(rows[0])
    figures = b"".join(struct.pack("<f", figure) for row in rows for figure in row)
    table = _number(1, len(rows)) + _number(1, columns) + _number(2, _FLOAT) + _bytes(8, b"table") + _bytes(9, figures)
    nodes = []
    if opens_with:
        nodes.append(_node("ConstantOfShape", ["size"], "product0"))
        nodes += [_node("MatMul", [f"product{n}", "product0"], f"product{n + 1}") for n in range(opens_with)]
        no_axes = _bytes(1, b"keepdims") + _number(3, 0) + _number(20, 2)
        nodes.append(_node("ReduceMax", [f"product{opens_with}"], "nought", no_axes))
        nodes.append(_node("Add", ["table", "nought"], "rows"))
    nodes.append(_node("Gather", ["rows" if opens_with else "table", inputs[0]], "each" if pooled else "logits"))
    if pooled:
        over = _bytes(1, b"axes") + _number(8, 1) + _number(20, 7)
        flat = _bytes(1, b"keepdims") + _number(3, 0) + _number(20, 2)
        nodes.append(_node("ReduceMean", ["each"], "mean" if is_endless else "logits", over, flat))
    if is_endless:
        body = _bytes(1, b"body") + _bytes(6, _same_again()) + _number(20, 5)
        nodes.append(_node("Loop", ["", "yes", "mean"], "logits", body))
    if explains:
        over = _bytes(1, b"axes") + _number(8, 2) + _number(20, 7)
        nodes += [_node("Identity", ["logits"], "kinds"), _node("ReduceMean", ["each"], "clash", over, flat)]
    yes = _number(2, _BOOL) + _bytes(8, b"yes") + _bytes(9, b"\1")
    size = _number(1, 2) + _number(2, _INT64) + _bytes(8, b"size") + _bytes(9, struct.pack("<qq", 1_000, 1_000))
    graph = b"".join(_bytes(1, node) for node in nodes) + _bytes(2, b"tiny")
    graph += b"".join(_bytes(5, each) for each in (table, yes, size))
    for name in inputs:
        graph += _bytes(11, _value(name, whole_numbers, ["batch", "tokens"]))
    graph += _bytes(12, _value("logits", _FLOAT, ["batch", columns] if pooled else ["batch", "tokens", columns]))
    if explains:
        graph += _bytes(12, _value("kinds", _FLOAT, ["batch", columns]))
        graph += _bytes(12, _value("clash", _FLOAT, ["batch", "tokens"]))
    return _number(1, 8) + _bytes(7, graph) + _bytes(8, _bytes(1, b"") + _number(2, 13))


def _same_again() -> bytes:
    """The body of a loop that hands on what it gets and always wants another round."""
    nodes = [_node("Identity", ["go"], "go_on"), _node("Identity", ["held"], "held_on")]
    graph = b"".join(_bytes(1, node) for node in nodes) + _bytes(2, b"again")
    graph += _bytes(11, _value("round", _INT64, [])) + _bytes(11, _value("go", _BOOL, []))
    graph += _bytes(11, _value("held", _FLOAT, ["batch", 3]))
    return graph + _bytes(12, _value("go_on", _BOOL, [])) + _bytes(12, _value("held_on", _FLOAT, ["batch", 3]))


def _node(kind: str, inputs: Sequence[str], output: str, *attributes: bytes) -> bytes:
    named = b"".join(_bytes(1, name.encode()) for name in inputs) + _bytes(2, output.encode())
    return named + _bytes(4, kind.encode()) + b"".join(_bytes(5, each) for each in attributes)


def _value(name: str, kind: int, shape: Sequence[str | int]) -> bytes:
    sizes = (_bytes(1, _number(1, size) if isinstance(size, int) else _bytes(2, size.encode())) for size in shape)
    tensor = _number(1, kind) + _bytes(2, b"".join(sizes))
    return _bytes(1, name.encode()) + _bytes(2, _bytes(1, tensor))


def _number(field: int, value: int) -> bytes:
    return _varint(field << 3) + _varint(value)


def _bytes(field: int, value: bytes) -> bytes:
    return _varint(field << 3 | 2) + _varint(len(value)) + value


def _varint(value: int) -> bytes:
    written = b""
    while value > 127:
        written += bytes([value & 127 | 128])
        value >>= 7
    return written + bytes([value])
