"""How a BERT's weights become an ONNX graph whose int8 arithmetic gives a text the same vector in any company.

onnxruntime's `quantize_dynamic` takes one activation scale for a whole batch, so that a sentence's vector depends on
its batch mates (measured: cosine down to .979 between a sentence alone and in a batch of 32). Here every token has its
own scale and every output channel of a weight its own; sums are exact integers. The weights keep 7 bits: an unsigned 8-bit
activation times a 7-bit weight cannot overflow the 16-bit sums of processors without VNNI, so that all machines agree.
Only operators of the standard ONNX opset 17 are used.
"""

from __future__ import annotations

from dataclasses import dataclass, field

import numpy as np
import onnx
from onnx import TensorProto, helper, numpy_helper

WEIGHT_STEPS = 64  # 255 * 64 * 2 < 2 ** 15
ACTIVATION_STEPS = 127
ZERO_POINT = 128
_DAMPING, _BLOCK = 0.01, 128
_OF_ALL_TOKENS = ("input of encoder", "input of whole", "whole")  # outputs with a row for each token or sentence


@dataclass(frozen=True)
class Shape:
    """The dimensions of a BERT, as its config.json names them."""

    layers: int
    heads: int
    layer_norm_epsilon: float = 1e-12
    first_position: int = 0


@dataclass(frozen=True)
class PackedTable:
    """Word vectors as a Q4_0 blob holds them, which no further rounding can spoil.

    `nibbles` (words, width / 2): in each block of 32 numbers byte j holds number j below and number j + 16 above, both
    shifted by 8; `scales` (words, width / 32) in half precision.
    """

    nibbles: np.ndarray
    scales: np.ndarray


@dataclass
class Graph:
    """Nodes and constants in the making; `op` returns the name of its result."""

    nodes: list[onnx.NodeProto] = field(default_factory=list)
    constants: dict[str, onnx.TensorProto] = field(default_factory=dict)
    linear_inputs: dict[str, str] = field(default_factory=dict)

    def op(self, kind: str, *inputs: str, **attributes: object) -> str:
        result = f"{kind}_{len(self.nodes)}"
        self.nodes.append(helper.make_node(kind, list(inputs), [result], name=result, **attributes))
        return result

    def constant(self, name: str, value: np.ndarray | np.generic) -> str:
        self.constants.setdefault(name, numpy_helper.from_array(np.ascontiguousarray(value), name))
        return name

    def scalar(self, value: float) -> str:
        return self.constant(f"value {value!r}", np.array(value, np.float32))

    def integers(self, *values: int) -> str:
        return self.constant(f"integers {values}", np.array(values, np.int64))


def build(
    weights: dict[str, np.ndarray],
    shape: Shape,
    *,
    quantised: bool,
    words: PackedTable | None = None,
    relative: np.ndarray | None = None,
    classes: int = 0,
    smooth: dict[str, np.ndarray] | None = None,
    observed: bool = False,
    heads: dict[str, np.ndarray] | None = None,
    moments: dict[str, np.ndarray] | None = None,
    whole: dict[str, np.ndarray] | None = None,
) -> onnx.ModelProto:
    """`weights` under the names of transformers' BertModel; inputs `input_ids` and `attention_mask`, output `last_hidden_state`.

    `words` stands in for the word embeddings among the weights. `relative` (heads, 2 * tokens - 1) is added to the
    attention scores, by how far one token stands behind the other, as MPNet does. With `classes` the output is `logits`
    (batch, classes) of the first token, by `classifier.dense`, a tanh and `classifier.out_proj`. What goes into a linear
    layer that `smooth` names is divided by its figures, and the weights are multiplied by them, before both are rounded
    (`smoothing`). An `observed` model has the input of each linear layer as an output under the layer's name. `heads`
    (`kind.weight`, `kind.bias`, `words.weight`, `words.bias`) add the outputs `kinds` (batch, kinds), of the first
    token, and `clash` (batch, tokens). `whole` (`answer.weight`, `answer.bias`; its layer before that is
    `whole.dense` among the weights) adds the output `whole` (batch, sentences, answers): of the mean of each sentence's
    tokens, whose shares are the further input `places` (batch, sentences, tokens).
    """
    g = Graph()
    width = weights["embeddings.position_embeddings.weight"].shape[1]
    per_head = width // shape.heads

    def linear(x: str, name: str) -> str:
        g.linear_inputs[name] = x
        weight = weights[name + ".weight"].T
        if quantised and smooth is not None and name in smooth:
            # Layers that share an input share its figures and the name: the runtime then divides and rounds it once.
            by = smooth[name].astype(np.float32)
            x = g.op("Mul", x, g.constant(f"smoothing {x}", 1 / by))
            weight = weight * by[:, None]
            seen = moments[name] / np.outer(by, by) if moments is not None and name in moments else None
        else:
            seen = None if moments is None else moments.get(name)
        return _linear(g, x, weight, weights[name + ".bias"], name, quantised, seen)

    def normed(x: str, name: str) -> str:
        scale, bias = g.constant(name + ".weight", weights[name + ".weight"]), g.constant(name + ".bias", weights[name + ".bias"])
        return g.op("LayerNormalization", x, scale, bias, axis=-1, epsilon=shape.layer_norm_epsilon)

    x = normed(_embedded(g, weights, shape, quantised, words), "embeddings.LayerNorm")
    attended = g.op("Unsqueeze", g.op("Cast", "attention_mask", to=TensorProto.FLOAT), g.integers(1, 2))
    mask = g.op("Mul", g.op("Sub", attended, g.scalar(1.0)), g.scalar(10000.0))
    if relative is not None:
        length = g.op("Squeeze", g.op("Gather", g.op("Shape", "input_ids"), g.integers(1)), g.integers(0))
        nought, one = (g.constant(f"integer {n}", np.array(n, np.int64)) for n in (0, 1))
        at = g.op("Range", nought, length, one)
        behind = g.op("Sub", g.op("Unsqueeze", at, g.integers(0)), g.op("Unsqueeze", at, g.integers(1)))
        behind = g.op("Add", behind, g.integers(relative.shape[1] // 2))
        table = g.op("Gather", g.constant("relative positions", relative.astype(np.float32)), behind, axis=1)
        mask = g.op("Add", mask, g.op("Unsqueeze", table, g.integers(0)))
    for layer in range(shape.layers):
        at = f"encoder.layer.{layer}."
        query, key, value = (
            g.op("Reshape", linear(x, f"{at}attention.self.{part}"), g.integers(0, 0, shape.heads, per_head))
            for part in ("query", "key", "value")
        )
        query, value = g.op("Transpose", query, perm=[0, 2, 1, 3]), g.op("Transpose", value, perm=[0, 2, 1, 3])
        key = g.op("Transpose", key, perm=[0, 2, 3, 1])
        attention = g.op("Mul", g.op("MatMul", query, key), g.scalar(float(1 / np.sqrt(per_head))))
        attention = g.op("Softmax", g.op("Add", attention, mask), axis=-1)
        mixed = g.op("Transpose", g.op("MatMul", attention, value), perm=[0, 2, 1, 3])
        mixed = linear(g.op("Reshape", mixed, g.integers(0, 0, width)), at + "attention.output.dense")
        x = normed(g.op("Add", mixed, x), at + "attention.output.LayerNorm")
        y = linear(_gelu(g, linear(x, at + "intermediate.dense")), at + "output.dense")
        x = normed(g.op("Add", y, x), at + "output.LayerNorm")
    if not classes:
        g.nodes.append(helper.make_node("Identity", [x], ["last_hidden_state"]))
        return _model(g, "last_hidden_state", ["batch", "tokens", width])
    first = g.op("Squeeze", g.op("Slice", x, g.integers(0), g.integers(1), g.integers(1)), g.integers(1))
    logits = linear(g.op("Tanh", linear(first, "classifier.dense")), "classifier.out_proj")
    g.nodes.append(helper.make_node("Identity", [logits], ["logits"]))
    further: list[str] = []
    if heads is not None:
        for output, head, source in (("kinds", "kind", first), ("clash", "words", x)):
            told = _linear(g, source, heads[f"{head}.weight"].T, heads[f"{head}.bias"], f"head.{head}", quantised=False)
            told = g.op("Squeeze", told, g.integers(-1)) if output == "clash" else told
            g.nodes.append(helper.make_node("Identity", [told], [output]))
            further.append(output)
    if whole is not None:
        hidden = g.op("Tanh", linear(g.op("MatMul", "places", x), "whole.dense"))
        told = _linear(g, hidden, whole["answer.weight"].T, whole["answer.bias"], "whole.answer", quantised=False)
        g.nodes.append(helper.make_node("Identity", [told], ["whole"]))
        further.append("whole")
    if observed:
        for name, source in g.linear_inputs.items():
            g.nodes.append(helper.make_node("Identity", [source], [f"input of {name}"]))
    if observed:
        further += [f"input of {name}" for name in g.linear_inputs]
    return _model(g, "logits", ["batch", classes], further)


def smoothing(
    weights: dict[str, np.ndarray], largest: dict[str, np.ndarray], together: list[list[str]]
) -> dict[str, np.ndarray]:
    """For each linear layer what its input is divided by, so that no channel of it stands far out (Xiao and others 2023).

    `largest` holds the largest figure seen in each channel of a layer's input. Layers of one list in `together` have the
    same input, and get the same figures.
    """
    found = {}
    for names in together:
        seen = np.maximum.reduce([largest[name] for name in names])
        heaviest = np.maximum.reduce([np.abs(weights[name + ".weight"]).max(axis=0) for name in names])
        by = np.sqrt(np.maximum(seen, 1e-5) / np.maximum(heaviest, 1e-5))
        found.update(dict.fromkeys(names, np.maximum(by, 1e-3).astype(np.float32)))
    return found


def rounded_together(weight: np.ndarray, seen: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
    """Weights (channels in, channels out) in whole steps and the size of a step of each channel out, (1, channels out).

    What rounding one weight changes of a layer's sums is made up for by the weights that are still to be rounded, as far
    as channels of the input go together (GPTQ, Frantar and others 2022). `seen` holds the second moments of the input.
    """
    scales = np.abs(weight).max(axis=0, keepdims=True) / WEIGHT_STEPS
    scales[scales == 0] = 1.0
    damped = seen.astype(np.float64) + _DAMPING * np.mean(np.diag(seen)) * np.eye(len(seen))
    order = np.argsort(-np.diag(damped))  # the channels that matter most are rounded while all others can make up for it
    upper = np.linalg.cholesky(np.linalg.inv(damped[np.ix_(order, order)])).T
    rest, steps = weight[order].astype(np.float64), np.zeros(weight.shape, np.int8)
    for start in range(0, len(order), _BLOCK):
        end = min(start + _BLOCK, len(order))
        wrong = np.zeros((end - start, weight.shape[1]))
        for i in range(start, end):
            whole = np.clip(np.rint(rest[i] / scales[0]), -WEIGHT_STEPS, WEIGHT_STEPS)
            steps[order[i]] = whole.astype(np.int8)
            wrong[i - start] = (rest[i] - whole * scales[0]) / upper[i, i]
            rest[i + 1 : end] -= np.outer(upper[i, i + 1 : end], wrong[i - start])
        rest[end:] -= upper[start:end, end:].T @ wrong
    return steps, scales.astype(np.float32)


def _linear(
    g: Graph, x: str, weight: np.ndarray, bias: np.ndarray, name: str, quantised: bool, seen: np.ndarray | None = None
) -> str:
    if not quantised:
        return g.op("Add", g.op("MatMul", x, g.constant(name + ".weight", weight)), g.constant(name + ".bias", bias))
    # Two multiplications and not one by the product of both scales: onnxruntime would fuse that into an operator
    # that reads the first scale of the rows for all of them.
    values, scales = _quantised(weight, 0, WEIGHT_STEPS) if seen is None else rounded_together(weight, seen)
    rows, row_scales = _quantised_rows(g, x)
    zero = g.constant("zero point", np.array(ZERO_POINT, np.uint8))
    sums = g.op("Cast", g.op("MatMulInteger", rows, g.constant(name + ".int8", values), zero), to=TensorProto.FLOAT)
    scaled = g.op("Mul", g.op("Mul", sums, row_scales), g.constant(name + ".scale", scales))
    return g.op("Add", scaled, g.constant(name + ".bias", bias))


def _quantised(values: np.ndarray, axis: int, steps: int) -> tuple[np.ndarray, np.ndarray]:
    scales = np.abs(values).max(axis=axis, keepdims=True) / steps
    scales[scales == 0] = 1.0
    return np.rint(values / scales).astype(np.int8), scales.astype(np.float32)


def _quantised_rows(g: Graph, x: str) -> tuple[str, str]:
    largest = g.op("ReduceMax", g.op("Abs", x), axes=[-1], keepdims=1)
    scales = g.op("Max", g.op("Div", largest, g.scalar(float(ACTIVATION_STEPS))), g.scalar(1e-12))
    rows = g.op("Add", g.op("Round", g.op("Div", x, scales)), g.scalar(float(ZERO_POINT)))
    return g.op("Cast", rows, to=TensorProto.UINT8), scales


def _embedded(
    g: Graph, weights: dict[str, np.ndarray], shape: Shape, quantised: bool, packed: PackedTable | None
) -> str:
    table = weights.get("embeddings.word_embeddings.weight")
    if packed is not None:
        words = _unpacked(g, packed)
    elif quantised:
        values, scales = _quantised(table, 1, 127)
        rows = g.op("Cast", g.op("Gather", g.constant("words.int8", values), "input_ids"), to=TensorProto.FLOAT)
        words = g.op("Mul", rows, g.op("Gather", g.constant("words.scale", scales), "input_ids"))
    else:
        words = g.op("Gather", g.constant("words", table), "input_ids")
    # Every token is of the first type, so that its vector may be added to the positions once and for all.
    places = weights["embeddings.position_embeddings.weight"] + weights["embeddings.token_type_embeddings.weight"][0]
    length = g.op("Gather", g.op("Shape", "input_ids"), g.integers(1))
    table_of_places = g.constant("positions", places[shape.first_position :].astype(np.float32))
    return g.op("Add", words, g.op("Slice", table_of_places, g.integers(0), length, g.integers(0)))


def _unpacked(g: Graph, packed: PackedTable) -> str:
    blocks = packed.scales.shape[1]
    rows = g.op("Cast", g.op("Gather", g.constant("words.nibbles", packed.nibbles), "input_ids"), to=TensorProto.FLOAT)
    rows = g.op("Reshape", rows, g.integers(0, 0, blocks, 16))
    above = g.op("Floor", g.op("Mul", rows, g.scalar(1 / 16)))
    below = g.op("Sub", rows, g.op("Mul", above, g.scalar(16.0)))
    values = g.op("Sub", g.op("Concat", below, above, axis=-1), g.scalar(8.0))
    scales = g.op("Cast", g.op("Gather", g.constant("words.scale", packed.scales), "input_ids"), to=TensorProto.FLOAT)
    values = g.op("Mul", values, g.op("Unsqueeze", scales, g.integers(-1)))
    return g.op("Reshape", values, g.integers(0, 0, blocks * 32))


def _gelu(g: Graph, x: str) -> str:
    error = g.op("Erf", g.op("Div", x, g.scalar(float(np.sqrt(2)))))
    return g.op("Mul", g.op("Mul", x, g.op("Add", error, g.scalar(1.0))), g.scalar(0.5))


def _model(
    g: Graph, output: str, dimensions: list[str | int], others: list[str] | None = None
) -> onnx.ModelProto:
    tokens = ["batch", "tokens"]
    inputs = [helper.make_tensor_value_info(name, TensorProto.INT64, tokens) for name in ("input_ids", "attention_mask")]
    if "whole" in (others or ()):
        inputs.append(helper.make_tensor_value_info("places", TensorProto.FLOAT, ["batch", "sentences", "tokens"]))
    graph = helper.make_graph(
        g.nodes,
        "encoder",
        inputs,
        [
            helper.make_tensor_value_info(output, TensorProto.FLOAT, dimensions),
            *(
                helper.make_tensor_value_info(
                    name, TensorProto.FLOAT, [f"{name} {axis}" for axis in range(3 if name.startswith(_OF_ALL_TOKENS) else 2)]
                )
                for name in others or ()
            ),
        ],
        list(g.constants.values()),
    )
    model = helper.make_model(graph, opset_imports=[helper.make_opsetid("", 17)], producer_name="statement_compare")
    model.ir_version = 8
    onnx.checker.check_model(model)
    return model
