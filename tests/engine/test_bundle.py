"""Which models come together for a choice: the encoders once, and the entailment model that was named."""

from __future__ import annotations

from pathlib import Path

import pytest
from tiny_model import write_model

from statement_compare import bundled
from statement_compare.engine.bundle import is_bundled, load_encoders, load_models
from statement_compare.engine.onnx import EncoderWhenAsked, load_encoder
from statement_compare.errors import ModelError

PLACE = bundled.path


@pytest.fixture
def models(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder that stands in for the entailment models that come along; the encoders are the real ones."""

    def path(*parts: str) -> Path:
        return tmp_path / parts[-1] if parts[-1].startswith("entail-") else PLACE(*parts)

    monkeypatch.setattr(bundled, "path", path)
    return tmp_path


def test_the_encoders_are_loaded_once_and_shared(models: Path) -> None:
    for name in ("fast", "thorough", "multilingual"):
        write_model(models / f"entail-{name}", name=f"the {name} one")
    encoders = load_encoders()
    fast = load_models("fast", encoders)
    thorough = load_models("thorough", fast)
    own = load_models(str(write_model(models / "own", name="my own")), thorough)
    assert [each.entailment and each.entailment.name for each in (encoders, fast, thorough, own)] == [
        None,
        "the fast one",
        "the thorough one",
        "my own",
    ]
    for each in (fast, thorough, own):
        assert each.encoder is encoders.encoder
        assert each.multilingual is encoders.multilingual
        assert each.multilingual_entailment is fast.multilingual_entailment is not None


def test_beside_the_fast_model_one_encoder_reads_what_it_covers(models: Path) -> None:
    for name in ("fast", "thorough"):
        write_model(models / f"entail-{name}")
    fast = load_models("fast")
    thorough = load_models("thorough", fast)
    assert fast.for_languages("en", "en").multilingual is None
    assert fast.for_languages("en", "ru").multilingual is fast.multilingual
    assert thorough.for_languages("en", "en") is thorough
    assert fast.for_languages("en", "en").entailment is fast.entailment


def test_the_multilingual_encoder_is_read_at_the_first_question(models: Path) -> None:
    wide = load_encoders().multilingual
    assert wide is not None
    assert (wide.name, wide.covers("kk"), wide.covers("zh")) == ("multilingual-e5-small-int8", True, False)
    vectors = wide.encode(["one", "two"])
    assert (vectors == load_encoder(PLACE("models", "e5")).encode(["one", "two"])).all()
    folder = models / "entail-e5"
    folder.mkdir()
    (folder / "config.json").write_text('{"name": "cut"}', encoding="utf-8")
    with pytest.raises(ModelError, match="are missing"):
        EncoderWhenAsked(folder).encode(["one"])


def test_what_does_not_come_along_is_left_out(models: Path) -> None:
    write_model(models / "entail-fast")
    assert (is_bundled("fast"), is_bundled("thorough"), is_bundled(str(models / "entail-fast"))) == (True, False, False)
    encoders = load_encoders()
    assert load_models("thorough", encoders) == encoders
    assert load_models("fast", encoders).entailment is not None


def test_a_folder_that_holds_no_model_is_told(models: Path) -> None:
    with pytest.raises(ModelError, match="there is no such folder"):
        load_models(str(models / "gone"), load_encoders())


def test_the_multilingual_model_is_read_when_it_is_asked_for_the_first_time(models: Path) -> None:
    write_model(models / "entail-fast")
    folder = write_model(models / "entail-multilingual", name="wide", languages=["en", "ru"])
    wide = load_models("fast", load_encoders()).multilingual_entailment
    assert wide is not None
    assert (wide.name, wide.covers("ru"), wide.covers("kk")) == ("wide", True, False)
    (folder / "model.onnx").write_bytes(b"no model")
    with pytest.raises(ModelError, match="cannot be used"):
        wide.judge([("a", "b")])
