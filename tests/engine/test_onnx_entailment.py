"""Any export of an entailment cross-encoder can be named, and a folder that holds none is told in one line at once."""

from __future__ import annotations

import hashlib
import json
import os
import signal
import subprocess
import sys
import threading
import time
from collections.abc import Callable
from pathlib import Path

import numpy as np
import pytest
from tiny_model import LABELS, write_model

from statement_compare import bundled
from statement_compare.engine import trial
from statement_compare.engine.bundle import load_models
from statement_compare.engine.models import ExplainingModel, Models
from statement_compare.engine.onnx import load_entailment
from statement_compare.errors import ModelError

NEVER, INDEED = ("It is so.", "It is never so."), ("It is so.", "It is indeed so.")


@pytest.mark.parametrize(
    "labels",
    [
        LABELS,
        {"0": "contradiction", "1": "entailment", "2": "neutral"},
        {"2": "ENTAILMENT", "0": "Neutral", "1": "Contradiction"},
    ],
)
def test_the_labels_say_which_output_is_which(tmp_path: Path, labels: dict[str, str]) -> None:
    place = {name.lower(): int(number) for number, name in labels.items()}
    row = {name: [9.0 if place[name] == column else 0.0 for column in range(3)] for name in place}
    words = {"never": row["contradiction"], "indeed": row["entailment"]}
    model = load_entailment(write_model(tmp_path, words, labels=labels))
    found = model.judge([NEVER, INDEED, NEVER])
    assert found.shape == (3, 3)
    assert list(found.argmax(axis=1)) == [2, 0, 2]
    assert np.allclose(found.sum(axis=1), 1.0)
    assert np.array_equal(found[0], found[2])


def test_no_pair_gives_no_row(tmp_path: Path) -> None:
    assert load_entailment(write_model(tmp_path)).judge([]).shape == (0, 3)


def test_a_model_of_small_whole_numbers_and_with_segments_is_asked_as_it_wants(tmp_path: Path) -> None:
    inputs = ("input_ids", "token_type_ids", "attention_mask")
    model = load_entailment(write_model(tmp_path, inputs=inputs, whole_numbers=6))
    assert model.judge([NEVER]).argmax() == 2


def test_weights_beside_the_model_belong_to_its_digest(tmp_path: Path) -> None:
    folder = write_model(tmp_path)
    plain = load_entailment(folder).sha256
    assert plain == hashlib.sha256((folder / "model.onnx").read_bytes()).hexdigest()
    (folder / "model.onnx_data").write_bytes(b"weights")
    both = (folder / "model.onnx").read_bytes() + b"weights"
    assert load_entailment(folder).sha256 == hashlib.sha256(both).hexdigest()


def test_a_model_that_names_kinds_and_words_is_asked_for_both(tmp_path: Path) -> None:
    model = load_entailment(write_model(tmp_path, explains=True, kinds=["number", "date", "unit"]))
    assert isinstance(model, ExplainingModel)
    (clash,) = model.explain([NEVER])
    assert list(clash.kinds) == ["number", "date", "unit"]
    assert [NEVER[0][start:end] for start, end, _ in clash.premise] == ["It", "is", "so", "."]


def test_a_model_with_more_outputs_than_names_of_kinds_is_told_when_it_is_loaded(tmp_path: Path) -> None:
    folder = write_model(tmp_path, explains=True, kinds=["number"])
    with pytest.raises(ModelError, match="kinds and clash answer with figures of shape") as caught:
        load_entailment(folder)
    assert caught.value.key == "model.kind"


def change_config(**values: object) -> Callable[[Path], None]:
    def change(folder: Path) -> None:
        path = folder / "config.json"
        path.write_text(json.dumps(json.loads(path.read_text(encoding="utf-8")) | values), encoding="utf-8")

    return change


def remove(folder: Path, name: str = "") -> None:
    for path in folder.iterdir():
        if name in path.name:
            path.unlink()
    if not name:
        folder.rmdir()


EMPTY_TOKENIZER = b'{"added_tokens": [], "model": {"type": "WordLevel", "vocab": {}, "unk_token": "[UNK]"}}'


def change_vocabulary(**values: object) -> Callable[[Path], None]:
    def change(folder: Path) -> None:
        path = folder / "tokenizer.json"
        content = json.loads(path.read_text(encoding="utf-8"))
        content["model"] |= values
        path.write_text(json.dumps(content), encoding="utf-8")

    return change


def tokenizer_of(content: bytes) -> Callable[[Path], None]:
    def write(folder: Path) -> None:
        (folder / "tokenizer.json").write_bytes(content)

    return write


def large(path: Path, size: int) -> None:
    """A file of that many zeros; on the disk it takes no room."""
    with path.open("wb") as file:
        file.truncate(size)


def cut(folder: Path) -> None:
    whole = (folder / "model.onnx").read_bytes()
    (folder / "model.onnx").write_bytes(whole[: len(whole) // 2])


@pytest.mark.parametrize(
    ("spoil", "key", "words"),
    [
        (lambda folder: remove(folder), "model.missing", "there is no such folder"),
        (lambda folder: remove(folder, ".json"), "model.missing", "tokenizer.json, config.json are missing"),
        (lambda folder: remove(folder, "model.onnx"), "model.missing", "model.onnx is missing"),
        (lambda folder: write_model(folder, labels=None), "model.kind", "has no id2label"),
        (lambda folder: write_model(folder, labels=["entailment"]), "model.kind", "has no id2label"),
        (
            lambda folder: write_model(folder, labels={"0": "LABEL_0", "1": "LABEL_1", "2": "LABEL_2"}),
            "model.kind",
            "does not give entailment, neutral, contradiction as 0, 1 and 2, but 0: LABEL_0, 1: LABEL_1, 2: LABEL_2",
        ),
        (
            lambda folder: write_model(folder, labels={"a": "entailment", "b": "neutral", "c": "contradiction"}),
            "model.kind",
            "but a: entailment",
        ),
        (
            lambda folder: write_model(folder, labels={"0": "entailment", "1": "neutral", "²": "contradiction"}),
            "model.kind",
            "²: contradiction",
        ),
        (
            lambda folder: write_model(folder, labels={"0": "entailment", "1": "neutral", "3": "contradiction"}),
            "model.kind",
            "3: contradiction",
        ),
        (
            lambda folder: write_model(folder, {"never": (1.0, 2.0)}),
            "model.kind",
            "answers two pairs with figures of shape (2, 2), and (2, 3) are wanted",
        ),
        (lambda folder: write_model(folder, pooled=False), "model.kind", "3), and (2, 3) are wanted"),
        (lambda folder: write_model(folder, inputs=("pixels",)), "model.kind", "it wants pixels"),
        (lambda folder: write_model(folder, more_words=7), "model.refuses", "are both of the same model?"),
        (lambda folder: write_model(folder, {"never": (0.0, 0.0, float("nan"))}), "model.damaged", "no numbers"),
        (cut, "model.damaged", "cannot be used"),
        (lambda folder: (folder / "model.onnx").write_bytes(b""), "model.damaged", "cannot be used"),
        (lambda folder: (folder / "config.json").write_bytes(b"[]"), "model.damaged", "holds no object"),
        (tokenizer_of(b'{"model": {"vocab": 5}}'), "model.damaged", "tokenizer.json: data did not match"),
        (tokenizer_of(EMPTY_TOKENIZER), "model.damaged", "holds no vocabulary"),
        (change_vocabulary(type="Strange"), "model.damaged", "tokenizer.json: data did not match"),
        (change_vocabulary(vocab={"never": "first"}), "model.damaged", "tokenizer.json: invalid type"),
        (change_vocabulary(unk_token="[GONE]"), "model.damaged", "tokenizer.json: WordLevel error"),
        (change_config(languages="en"), "model.damaged", "languages"),
        (change_config(max_tokens="long"), "model.damaged", "max_tokens"),
        (change_config(files=5), "model.damaged", "files"),
        (change_config(files=["model.onnx", "gone.bin"]), "model.damaged", "gone.bin"),
        (change_config(files=["\0"]), "model.damaged", "embedded null"),
        (change_config(files=[".."]), "model.damaged", "no ordinary file"),
        (change_config(max_tokens=10**30), "model.damaged", "max_tokens in config.json is more than 100,000"),
        (lambda folder: (folder / "config.json").write_text('{"a":' * 100_000), "model.damaged", "nests too deep"),
        (lambda folder: large(folder / "config.json", 2_000_000), "model.damaged", "config.json is larger than 1 MB"),
        (lambda folder: large(folder / "tokenizer.json", 10**9), "model.damaged", "json is larger than 100 MB"),
        (lambda folder: large(folder / "model.onnx", 10**9), "model.damaged", "model.onnx holds no ONNX model"),
        (lambda folder: large(folder / "model.onnx", 3 * 10**9), "model.damaged", "onnx is larger than 2.1 GB"),
        (lambda folder: large(folder / "model.onnx_data", 5 * 10**9), "model.damaged", "data is larger than 4.3 GB"),
        (change_config(sha256="0"), "model.damaged", "not the file that config.json names"),
    ],
)
def test_a_folder_that_holds_no_such_model_is_told_in_one_line_when_it_is_loaded(
    tmp_path: Path, spoil: Callable[[Path], object], key: str, words: str
) -> None:
    folder = write_model(tmp_path / "model")
    spoil(folder)
    with pytest.raises(ModelError) as caught:
        load_entailment(folder)
    assert (caught.value.key, "\n" in caught.value.message) == (key, False)
    assert caught.value.message.startswith(f"{folder}: ")
    assert words in caught.value.message


def test_a_model_that_comes_to_no_answer_is_refused_when_it_is_loaded(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("statement_compare.engine.onnx.entailment._TRY_OUT_S", 0.5)
    folder = write_model(tmp_path / "model", is_endless=True)
    with pytest.raises(ModelError) as caught:
        load_entailment(folder)
    assert caught.value.message == f"{folder}: the model cannot be used: it does not answer within 0.5 seconds"
    assert not [each for each in threading.enumerate() if each.name == "model"]


def test_a_model_of_a_persons_own_that_does_not_open_is_refused_in_time(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("statement_compare.engine.onnx.entailment._OPEN_S", 3.0)
    folder = write_model(tmp_path / "model", opens_with=1_000)
    began = time.monotonic()
    with pytest.raises(ModelError) as caught:
        load_entailment(folder, is_own=True)
    assert caught.value.message == f"{folder}: the model cannot be used: it does not open within 3 seconds"
    assert time.monotonic() - began < 30


def test_a_model_of_a_persons_own_is_opened_in_another_process_before_it_is_used(tmp_path: Path) -> None:
    model = load_entailment(write_model(tmp_path / "model", opens_with=1), is_own=True)
    assert model.judge([("It never rained.", "never")]).shape == (1, 3)


def test_an_own_model_that_is_damaged_is_told_with_its_own_error(tmp_path: Path) -> None:
    folder = write_model(tmp_path / "model")
    (folder / "model.onnx").write_bytes(b"\x08\x08" + b"no graph")
    with pytest.raises(ModelError) as caught:
        load_entailment(folder, is_own=True)
    assert "does not open" not in caught.value.message
    assert caught.value.key == "model.damaged"


def test_the_process_that_tries_a_model_opens_it_and_says_with_its_exit_code_whether_it_could(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("statement_compare.engine.readers.child.die_with_parent", lambda: None)
    trial.main(str(write_model(tmp_path / "model")))
    (tmp_path / "model" / "model.onnx").write_bytes(b"\x08\x08" + b"no graph")
    with pytest.raises(SystemExit) as caught:
        trial.main(str(tmp_path / "model"))
    assert caught.value.code == 1


def test_the_folder_named_by_a_person_is_an_own_model_and_a_bundled_one_is_not(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    tried: list[Path] = []
    monkeypatch.setattr(
        "statement_compare.engine.onnx.entailment.opens_within", lambda folder, _: tried.append(folder) or True
    )
    load_models(str(write_model(tmp_path / "model")), base=Models())
    assert tried == [tmp_path / "model"]


def _let_it_work(process: int, seconds: float) -> None:
    """Until the process has had the processor for so long, where Linux tells that."""
    stat, deadline = Path(f"/proc/{process}/stat"), time.monotonic() + 120
    while stat.exists() and time.monotonic() < deadline:
        user, system = stat.read_text(encoding="utf-8").rpartition(")")[2].split()[11:13]
        if (int(user) + int(system)) / os.sysconf("SC_CLK_TCK") > seconds:
            return
        time.sleep(0.05)
    time.sleep(2 * seconds)


@pytest.mark.skipif(os.name == "nt", reason="signals of POSIX")
def test_a_model_that_comes_to_no_answer_can_be_interrupted(tmp_path: Path) -> None:
    folder = write_model(tmp_path / "model", is_endless=True)
    text = tmp_path / "text.txt"
    text.write_text("The plant is closed.", encoding="utf-8")
    command = [sys.executable, "-m", "statement_compare", "compare", str(text), str(text), "--model", str(folder)]
    process = subprocess.Popen(
        command,
        cwd=Path(__file__).parents[2],
        stderr=subprocess.PIPE,
        # A shell that runs the tests behind itself has them ignore it.
        preexec_fn=lambda: signal.signal(signal.SIGINT, signal.SIG_DFL),
    )
    _let_it_work(process.pid, 4.0)  # long enough to be in the loop; wherever it comes, it cancels
    process.send_signal(signal.SIGINT)
    _, err = process.communicate(timeout=60)
    assert (process.returncode, err) == (4, b"statement-compare: cancelled\n")


def test_an_encoder_is_not_taken_for_an_entailment_model() -> None:
    with pytest.raises(ModelError, match=r"this is no entailment model: config\.json has no id2label"):
        load_entailment(bundled.path("models", "minilm"))
