"""Lays a shipped entailment model out as a checkpoint that training can go on from.

    python training/reopen_entailment.py resources/models/entail-thorough --base FOLDER --out FOLDER

What was trained comes out of the shipped 7-bit weights; what was left as it came (the embeddings and the first layers)
out of the base itself. So the shipped model can be taught further where its 32-bit checkpoint is not at hand.
"""

from __future__ import annotations

import argparse
import json
import shutil
import sys
from pathlib import Path

import numpy as np
import onnx
from convert_entailment import BUCKETS, LABELS, RENAMED, relative_bias
from onnx import numpy_helper
from safetensors.numpy import load_file, save_file

HEADS, WHOLE = "head.", "whole."
RELATIVE = "encoder.relative_attention_bias.weight"


def constants(model: Path) -> dict[str, np.ndarray]:
    """The weights of the graph under BERT's names, in 32 bits, as PyTorch holds them: outputs before inputs."""
    graph = onnx.load(str(model)).graph
    held = {c.name: c for c in graph.initializer}
    found = {}
    for name in held:
        if name.endswith(".int8") and not name.startswith(("words", WHOLE)):
            found[name.removesuffix(".int8") + ".weight"] = unrounded(graph, name)
        elif name.endswith((".bias", "LayerNorm.weight")) and not name.startswith((HEADS, WHOLE)):
            found[name] = numpy_helper.to_array(held[name]).astype(np.float32)
    if "relative positions" in held:
        placed = numpy_helper.to_array(held["relative positions"])
        buckets = relative_bias(np.arange(BUCKETS)[:, None], (placed.shape[1] + 1) // 2)[0]
        # A bucket that no distance falls into has no effect, and no value to be read off.
        used = [placed[:, buckets == b] for b in range(BUCKETS)]
        found[RELATIVE] = np.stack([u.mean(axis=1) if u.size else np.zeros(len(placed), np.float32) for u in used])
    return found


def heads(model: Path) -> dict[str, np.ndarray]:
    """The weights of the two further heads (a reason's kind, clashing words); none where the model has not learnt them."""
    held = {c.name: numpy_helper.to_array(c) for c in onnx.load(str(model)).graph.initializer if c.name.startswith(HEADS)}
    return {n.removeprefix(HEADS): v.astype(np.float32).T for n, v in held.items()}


def whole_head(model: Path) -> dict[str, np.ndarray]:
    """The head for sentences read with all of the other side; none where the model has not learnt it."""
    graph = onnx.load(str(model)).graph
    plain = {c.name: numpy_helper.to_array(c) for c in graph.initializer if c.name.startswith(WHOLE)}
    if not plain:
        return {}
    return {
        "dense.weight": unrounded(graph, WHOLE + "dense.int8"),
        "dense.bias": plain[WHOLE + "dense.bias"],
        "answer.weight": plain[WHOLE + "answer.weight"].T,
        "answer.bias": plain[WHOLE + "answer.bias"],
    }


def unrounded(graph: onnx.GraphProto, name: str) -> np.ndarray:
    """A rounded weight (`NAME.int8`) in 32 bits, as PyTorch holds it."""
    held = {c.name: c for c in graph.initializer}
    scale = numpy_helper.to_array(held[name.removesuffix(".int8") + ".scale"])
    weight = numpy_helper.to_array(held[name]).astype(np.float32) * scale
    divided = evened_inputs(graph)
    if name in divided:
        weight *= numpy_helper.to_array(held[divided[name]])[:, None]
    return weight.T


def evened_inputs(graph: onnx.GraphProto) -> dict[str, str]:
    """For each rounded weight the constant that its input is multiplied by first, where there is one."""
    made_by = {output: node for node in graph.node for output in node.output}
    found = {}
    for node in graph.node:
        if node.op_type == "MatMulInteger":
            source = node.input[0]
            while source in made_by and made_by[source].op_type in ("Cast", "Add", "Round", "Div"):
                source = made_by[source].input[0]
            constants = made_by[source].input if source in made_by and made_by[source].op_type == "Mul" else ()
            found |= {node.input[1]: name for name in constants if name.startswith("smoothing ")}
    return found


def named_as(kind: str, weights: dict[str, np.ndarray]) -> dict[str, np.ndarray]:
    """The weights under the names of transformers' model for sequence classification of that kind."""
    named = {}
    for name, value in weights.items():
        if kind == "mpnet":
            for old, new in RENAMED:
                name = name.replace(new, old)
        else:
            name = name.replace("classifier.dense.", "pooler.dense.").replace("classifier.out_proj.", "classifier.")
        named[name if name.startswith("classifier.") else f"{kind}.{name}"] = value
    return named


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("model", type=Path)
    parser.add_argument("--base", type=Path, required=True)
    parser.add_argument("--out", type=Path, required=True)
    parser.add_argument("--untouched-layers", type=int, default=6, help="how many first layers training left as they came")
    args = parser.parse_args()
    config = json.loads((args.base / "config.json").read_text(encoding="utf-8"))
    kind = config["model_type"]
    untouched = ("embeddings.", *(f"encoder.layer.{i}." for i in range(args.untouched_layers)))
    of_base = {
        n.removeprefix(kind + "."): v.astype(np.float32) for n, v in load_file(args.base / "model.safetensors").items()
    }
    of_base = {f"{kind}.{n}": v for n, v in of_base.items() if n.startswith(untouched)}
    weights = named_as(kind, constants(args.model / "model.onnx")) | of_base
    args.out.mkdir(parents=True, exist_ok=True)
    save_file({n: np.ascontiguousarray(v) for n, v in weights.items()}, args.out / "model.safetensors", {"format": "pt"})
    for file, further in (("heads", heads(args.model / "model.onnx")), ("whole", whole_head(args.model / "model.onnx"))):
        if further:
            save_file({n: np.ascontiguousarray(v) for n, v in further.items()}, args.out / f"{file}.safetensors")
    config |= {
        "id2label": {str(k): v for k, v in LABELS.items()},
        "label2id": {v: k for k, v in LABELS.items()},
        "architectures": [{"mpnet": "MPNetForSequenceClassification"}.get(kind, "BertForSequenceClassification")],
    }
    (args.out / "config.json").write_text(json.dumps(config, indent=1) + "\n", encoding="utf-8")
    for file in args.base.glob("*token*"):
        shutil.copy(file, args.out)
    for file in args.base.glob("vocab*"):
        shutil.copy(file, args.out)
    print(f"{args.out}: {len(weights)} tensors, {len(of_base)} of them as the base has them")
    return 0


if __name__ == "__main__":
    sys.exit(main())
