from __future__ import annotations

from pathlib import Path

import pytest
from scenario import comparison

from statement_compare.engine.model import ReasonKind, Role, Side, Verdict
from statement_compare.errors import StatementCompareError
from statement_compare.ui import strings
from statement_compare.ui.strings import (
    ENGLISH,
    card_title,
    error_words,
    kind_word,
    language_word,
    place,
    reason_sentence,
    role_word,
    say,
    side_word,
    stage_words,
    verdict_word,
)


def test_every_value_of_the_engine_has_a_word() -> None:
    words = [kind_word(kind) for kind in ReasonKind]
    words += [verdict_word(verdict) for verdict in Verdict]
    words += [role_word(role) for role in Role]
    words += [side_word(side) for side in Side]
    assert all(word and word[0].isupper() for word in words)
    assert len({kind_word(kind) for kind in ReasonKind}) == len(ReasonKind)


@pytest.mark.parametrize(("n", "words"), [(0, "0 sentences"), (1, "1 sentence"), (2, "2 sentences")])
def test_numbers_choose_their_form(n: int, words: str) -> None:
    assert say("side.sentences", n=n) == words


def test_a_language_without_a_table_speaks_english() -> None:
    assert say("dialog.ok", language="tlh") == "OK"


def test_places_count_sentences_from_one() -> None:
    made = comparison("A1=B2")
    assert place(made.links[0]) == "L1 – R2"


def test_reasons_are_sentences() -> None:
    made = comparison("A1!B2:number")
    assert reason_sentence(made, made.links[0].reasons[0]) == "Left 1 against Right 2."


def test_a_contradiction_without_a_reason_is_still_named() -> None:
    made = comparison("A1!B2")
    assert card_title(made.links[0]) == "Contradiction"


def test_errors_of_unknown_keys_keep_their_own_words() -> None:
    assert error_words(StatementCompareError("never.heard", "It broke.")) == "It broke."


def test_errors_with_a_missing_place_keep_their_own_words() -> None:
    assert error_words(StatementCompareError("unwritable", "No room.")) == "No room."


def test_stages_of_the_work_have_words_even_unheard_of_ones() -> None:
    assert stage_words("judge") == "Judging the pairs"
    assert stage_words("never heard") == "Working"


def test_languages_have_names_or_their_code() -> None:
    assert (language_word("kk"), language_word("xx")) == ("Kazakh", "xx")


def test_no_words_lie_in_the_table_unused() -> None:
    """Keys that are put together at run time are known by their first part."""
    folder = Path(strings.__file__).parent
    tables = ("english.py", "russian.py", "kazakh.py")
    code = "".join(path.read_text(encoding="utf-8") for path in folder.rglob("*.py") if path.name not in tables)
    made = ("action.", "help.", "menu.", "verdict.", "verdicts.", "kind.", "role.", "side.", "stage.", "language.")
    made += (
        "error.",
        "edit.",
        "review_status.",
        "mark.",
        "changes.",
        "report.",
        "settings.preset_",
        "pairing.",
        "judging.",
        "settings.model_",
        "legend.",
        "settings.shade_",
        "token.",
        "details.title_",
        "open.title_",
        "fact.",
        "summary.save_",
        "summary.filter_",
        "facts.n_",
        "facts.kind_",
        "facts.column_",
        "facts.sort_",
        "settings.also_",
        "tour.",
        "save_report.",
        "sheet.",
        "claim.",
        "marked.file_",
    )
    unused = [key for key in ENGLISH if not key.startswith(made) and f'"{key}"' not in code and f"'{key}'" not in code]
    assert unused == []
