from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import numpy as np
import pytest
from numpy.typing import NDArray

from statement_compare import bundled
from statement_compare.engine.facts.lexicon import SYNONYM_AFFINITY, BundledLexicon, _rows
from statement_compare.engine.text.tokens import stem


@pytest.fixture(scope="module")
def lexicon() -> BundledLexicon:
    return BundledLexicon()


@pytest.mark.parametrize(
    ("left", "right", "language"),
    [
        ("granted", "refused", "en"),
        ("Accepted", "rejected", "en"),
        ("rose", "fell", "en"),
        ("risen", "fallen", "en"),
        ("went up", "fell", "en"),
        ("open", "closed", "en"),
        ("allowed", "banned", "en"),
        ("legal", "unlawful", "en"),
        ("treated", "untreated", "en"),
        ("complete", "incomplete", "en"),
        ("accept", "reject", "en"),
        ("выросли", "снизились", "ru"),
        ("законным", "незаконным", "ru"),
        ("заңды", "заңсыз", "kk"),
        ("төмендеді", "өсті", "kk"),
        ("gestiegen", "gesunken", "de"),
        ("freiwillig", "verpflichtend", "de"),
        ("autorisé", "interdit", "fr"),
        ("aumentaron", "disminuyeron", "es"),
    ],
)
def test_opposites_are_known_in_both_orders(lexicon: BundledLexicon, left: str, right: str, language: str) -> None:
    assert lexicon.are_antonyms(left, right, language)
    assert lexicon.are_antonyms(right, left, language)


@pytest.mark.parametrize(
    ("left", "right", "language"),
    [
        ("sold", "bought", "en"),
        ("exports", "imports", "en"),
        ("cover", "discover", "en"),
        ("press", "impress", "en"),
        ("increase", "crease", "en"),
        ("rose", "climbed", "en"),
        ("men", "women", "en"),
        ("выросли", "возросли", "ru"),
        ("gestiegen", "gesunken", "en"),
        ("up", "up", "en"),
        ("rose", "fell", "xx"),
    ],
)
def test_converses_and_look_alikes_are_no_opposites(
    lexicon: BundledLexicon, left: str, right: str, language: str
) -> None:
    assert not lexicon.are_antonyms(left, right, language)


@pytest.mark.parametrize(
    ("left", "right", "least"),
    [
        ("households", "homes", 0.9),
        ("fine", "penalty", 0.9),
        ("employees", "staff", 0.9),
        ("turned down", "rejected", 0.9),
        ("sold", "selling", 1.0),
        ("завода", "заводом", 1.0),
        ("inspection", "inspector", 0.8),
        ("мекеме", "мекеменің", 0.0),
    ],
)
def test_words_of_one_meaning_are_near(lexicon: BundledLexicon, left: str, right: str, least: float) -> None:
    assert lexicon.affinity(left, right) >= least
    assert lexicon.affinity(left, right) == lexicon.affinity(right, left)


@pytest.mark.parametrize(
    ("left", "right"),
    [("river", "contract"), ("rise", "fall"), ("employer", "employee"), ("treated", "untreated"), ("завод", "plant")],
)
def test_opposites_and_strangers_are_far(lexicon: BundledLexicon, left: str, right: str) -> None:
    assert lexicon.affinity(left, right) == 0.0


class _ThreeWordEncoder:
    """Knows that a tram is nearly a streetcar, and counts how often it is asked."""

    name, sha256 = "fake", "0" * 64

    def __init__(self) -> None:
        self.vectors = {"tram": (1.0, 0.0), "streetcar": (0.96, 0.28), "pear": (0.0, 1.0)}
        self.asked = 0

    def encode(self, texts: Sequence[str]) -> NDArray[np.float32]:
        self.asked += len(texts)
        return np.array([self.vectors[text] for text in texts], dtype=np.float32)

    def covers(self, language: str) -> bool:
        return language == "en"


def test_an_encoder_fills_in_for_the_tables_and_is_asked_once_per_word() -> None:
    encoder = _ThreeWordEncoder()
    lexicon = BundledLexicon(encoder)
    assert lexicon.affinity("tram", "streetcar") == pytest.approx(0.85)
    assert lexicon.affinity("tram", "pear") == 0.0
    assert lexicon.affinity("streetcar", "tram") == pytest.approx(0.85)
    assert encoder.asked == 3


@pytest.mark.parametrize(
    ("left", "right"),
    [
        ("принял", "принимал"),
        ("подписал", "подписывал"),
        ("получил", "получал"),
        ("сделал", "делал"),
        ("устроил", "устраивал"),
        ("рассмотрел", "рассматривал"),
    ],
)
def test_both_aspects_of_a_russian_verb_are_one_verb(left: str, right: str) -> None:
    assert BundledLexicon().affinity(left, right) >= 0.85


@pytest.mark.parametrize(("left", "right"), [("goats", "sheep"), ("importer", "distributors")])
def test_things_of_one_kind_are_not_the_same_thing(left: str, right: str) -> None:
    assert BundledLexicon().affinity(left, right) == 0.0


def test_the_table_of_opposites_holds_the_keys_that_words_are_looked_up_by() -> None:
    lexicon = BundledLexicon()
    rows = _rows(bundled.path("lexicon", "wordnet30_antonyms.tsv"))

    assert rows[0] == ["word", "antonym", "pos", "stem", "antonym_stem"]
    assert len(rows) > 3_000
    wrong = [r for r in rows[1:] if r[3:] != [lexicon._key(word.casefold(), "en") for word in r[:2]]]
    assert not wrong, "the stemmer or the irregular forms changed: write the keys of these rows anew"


def test_words_that_are_expected_are_encoded_together_and_mean_the_same() -> None:
    class Counting:
        name, sha256 = "counting", "0" * 64

        def __init__(self) -> None:
            self.calls: list[list[str]] = []

        def covers(self, language: str) -> bool:
            return language == "en"

        def encode(self, texts: Sequence[str]) -> NDArray[np.float32]:
            self.calls.append(list(texts))
            rows = np.array([[len(text), text.count("e"), 1.0] for text in texts], np.float32)
            return rows / np.linalg.norm(rows, axis=1, keepdims=True)

    alone, together = Counting(), Counting()
    expecting = BundledLexicon(together)
    expecting.expect(["Kettle", "teapot", "завод"])
    assert together.calls == [["kettle", "teapot"]]
    assert expecting.affinity("kettle", "teapot") == BundledLexicon(alone).affinity("kettle", "teapot")
    assert (len(together.calls), len(alone.calls)) == (1, 2)


def test_tables_are_read_once_for_all_comparisons_of_a_process(tmp_path: Path) -> None:
    opposites, synonyms = tmp_path / "opposites_ru.tsv", tmp_path / "synonyms_ru.tsv"
    opposites.write_text("полный\tпустой\n", encoding="utf-8")
    synonyms.write_text("катер\tлодка\n", encoding="utf-8")
    for _ in range(2):
        lexicon = BundledLexicon(folder=tmp_path)
        assert lexicon.are_antonyms("полный", "пустой", "ru")
        assert lexicon.affinity("катер", "лодка") == SYNONYM_AFFINITY
        opposites.unlink(missing_ok=True)
        synonyms.unlink(missing_ok=True)
    assert not BundledLexicon(folder=tmp_path / "another").are_antonyms("полный", "пустой", "ru")


def test_stems_that_were_made_ahead_are_those_that_would_be_made_now() -> None:
    rows = _rows(bundled.path("lexicon", "stems_en.tsv"))
    assert len(rows) > 1_000
    assert [row for row in rows if stem(row[0], "en") != row[1]] == []  # else: make lexicon-stems
