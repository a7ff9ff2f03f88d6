"""The bundled encoder: the same text gives the same vector, and a broken folder is named in one line."""

import hashlib
import json
import os
import shutil
import subprocess
import sys
from pathlib import Path

import numpy as np
import pytest

from statement_compare import bundled
from statement_compare.engine.onnx import OnnxEncoder, load_encoder
from statement_compare.errors import ModelError

FOLDER = bundled.path("models", "minilm")
SENTENCES = [
    "The council closed the swimming pool in March.",
    "In March the town's pool was shut by the council.",
    "Exports of barley rose by four per cent.",
    "Pool.",
    "We thank all those who wrote to us about the pool, the park and the library over the past eleven months.",
]


@pytest.fixture(scope="module")
def encoder() -> OnnxEncoder:
    return load_encoder(FOLDER)


@pytest.fixture(scope="module")
def multilingual() -> OnnxEncoder:
    return load_encoder(bundled.path("models", "e5"))


def test_vectors_have_length_one_and_the_shape_of_the_texts(encoder: OnnxEncoder) -> None:
    vectors = encoder.encode(SENTENCES)
    assert vectors.shape == (5, 384)
    assert vectors.dtype == np.float32
    assert np.allclose(np.linalg.norm(vectors, axis=1), 1.0, atol=1e-5)


def test_no_text_gives_no_vector(encoder: OnnxEncoder) -> None:
    assert encoder.encode([]).shape == (0, 384)


def test_a_paraphrase_lies_nearer_than_another_matter(encoder: OnnxEncoder) -> None:
    vectors = encoder.encode(SENTENCES)
    assert vectors[0] @ vectors[1] > 0.8
    assert vectors[0] @ vectors[2] < 0.3


def test_a_text_has_the_same_vector_to_the_last_bit_in_any_company(encoder: OnnxEncoder) -> None:
    alone = np.concatenate([encoder.encode([text]) for text in SENTENCES])
    together = encoder.encode(SENTENCES)
    crowd = encoder.encode([*(f"{text} {n}" for n in range(30) for text in SENTENCES), *SENTENCES])[-5:]
    assert np.array_equal(alone, together)
    assert np.array_equal(alone, crowd)


def test_a_repeated_text_is_one_row_repeated(encoder: OnnxEncoder) -> None:
    vectors = encoder.encode([SENTENCES[0], SENTENCES[2], SENTENCES[0]])
    assert np.array_equal(vectors[0], vectors[2])
    assert not np.array_equal(vectors[0], vectors[1])


def test_what_stands_beyond_the_window_still_counts(encoder: OnnxEncoder) -> None:
    filler = "The committee met on Monday and heard the views of the residents. " * 20
    plain, with_end = encoder.encode([filler, filler + "The reactor was shut down after a leak of coolant."])
    assert 0.5 < float(plain @ with_end) < 0.999


def test_the_bundled_encoder_reads_english_alone(encoder: OnnxEncoder) -> None:
    assert encoder.covers("en")
    assert not encoder.covers("kk")


@pytest.mark.parametrize("name", ["minilm", "e5"])
def test_the_config_names_the_bytes_that_run(name: str) -> None:
    folder = bundled.path("models", name)
    digest = hashlib.sha256((folder / "model.onnx").read_bytes()).hexdigest()
    assert json.loads((folder / "config.json").read_text(encoding="utf-8"))["sha256"] == digest


def test_the_signature_names_the_bytes_that_run(encoder: OnnxEncoder) -> None:
    assert encoder.sha256 == hashlib.sha256((FOLDER / "model.onnx").read_bytes()).hexdigest()


@pytest.mark.parametrize(
    ("language", "translation"),
    [
        ("ru", "В марте город закрыл плавательный бассейн."),
        ("kk", "Наурызда қала жүзу бассейнін жапты."),
        ("de", "Im März schloss die Stadt das Schwimmbad."),
        ("es", "La ciudad cerró la piscina en marzo."),
    ],
)
def test_the_multilingual_encoder_puts_a_translation_first(
    multilingual: OnnxEncoder, language: str, translation: str
) -> None:
    assert multilingual.covers(language)
    others = [SENTENCES[2], "The new hospital has 300 beds.", "In March the court heard eleven witnesses."]
    first, right, *wrong = multilingual.encode([translation, SENTENCES[0], *others])
    assert float(first @ right) > max(float(first @ vector) for vector in wrong) + 0.02


def test_a_folder_without_a_model_is_named_with_what_is_missing(tmp_path: Path) -> None:
    (tmp_path / "config.json").write_text("{}", encoding="utf-8")
    with pytest.raises(ModelError, match=r"model\.onnx, tokenizer\.json are missing") as caught:
        load_encoder(tmp_path)
    assert caught.value.key == "model.missing"
    assert caught.value.params["path"] == str(tmp_path)


@pytest.mark.parametrize("broken", ["model.onnx", "tokenizer.json", "config.json"])
def test_a_damaged_file_is_an_error_in_one_line(tmp_path: Path, broken: str) -> None:
    folder = tmp_path / "model"
    shutil.copytree(FOLDER, folder)
    (folder / broken).write_bytes(b"\x08\x07 not what it was")
    with pytest.raises(ModelError) as caught:
        load_encoder(folder)
    assert caught.value.key == "model.damaged"
    assert "\n" not in str(caught.value)


def test_a_graph_that_is_none_is_an_error_even_without_a_checksum(tmp_path: Path) -> None:
    folder = tmp_path / "model"
    shutil.copytree(FOLDER, folder)
    (folder / "config.json").write_text("{}", encoding="utf-8")
    (folder / "model.onnx").write_bytes(b"\x08\x07 not what it was")
    with pytest.raises(ModelError, match="cannot be used"):
        load_encoder(folder)


def test_importing_the_module_does_not_load_onnxruntime() -> None:
    code = (
        "import sys, statement_compare.engine.onnx; print('onnxruntime' in sys.modules or 'tokenizers' in sys.modules)"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "False"


def test_loading_a_model_leaves_nothing_in_the_home_folder(tmp_path: Path) -> None:
    load = "from statement_compare.engine.onnx import load_encoder"
    code = f"from pathlib import Path; {load}; load_encoder(Path({str(FOLDER)!r}))"
    root = Path(bundled.__file__).parent.parent
    kept = {name: value for name, value in os.environ.items() if not name.startswith(("XDG_", "ORT_"))}
    subprocess.run([sys.executable, "-c", code], env=kept | {"HOME": str(tmp_path)}, cwd=root, check=True)
    assert list(tmp_path.rglob("*")) == []


def test_half_a_character_is_no_reason_to_fail() -> None:
    encoder = load_encoder(bundled.path("models", "minilm"))
    assert encoder.encode(["The \ud800 plant."]).tolist() == encoder.encode(["The ? plant."]).tolist()
