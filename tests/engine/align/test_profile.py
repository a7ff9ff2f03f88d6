"""Anchors: the figures, dates and names by which a sentence is recognised in another notation or alphabet."""

import pytest

from statement_compare.engine.align.profile import profiles

from .scenes import statement


def anchors(text: str, language: str = "en") -> set[str]:
    (profile,), _ = profiles(statement(text, language=language).sentences, language, (), "en")
    return set(profile.anchors)


@pytest.mark.parametrize(
    ("one", "other", "shared"),
    [
        ("It cost 1.2 million euros.", "It cost EUR 1,200,000.", "number 12"),
        ("The limit is 2.1 mg.", "The limit is 2,100 µg.", "number 21"),
        ("The fine is 18.4m.", "The fine is 18 400 000.", "number 184"),
        ("Twenty-three doses were late.", "There were 23 late doses.", "number 23"),
        ("It opened on 3 May.", "On May 3 it opened.", "day 5-3"),
        ("It closed in Oct. 2022.", "By October 2022 it was closed.", "month 10"),
        ("It closed in Oct. 2022.", "By October 2022 it was closed.", "year 2022"),
        ("The strike began on Monday.", "On Mon. the strike began.", "weekday 1"),
        ("Few came to Monday's strike.", "They strike on Mondays.", "weekday 1"),
        ("The yard belongs to Severny Copper.", "Ask at Severny Copper.", "name svrn"),
    ],
)
def test_the_same_anchor_in_another_notation(one: str, other: str, shared: str) -> None:
    assert shared in anchors(one)
    assert shared in anchors(other)


@pytest.mark.parametrize(
    ("text", "language", "anchor"),
    [
        ("Завод «Северный» закрыт 14 марта.", "ru", "day 3-14"),
        ("Завод «Северный» закрыт 14 марта.", "ru", "name svrn"),
        ("Отчёт выйдет в мае.", "ru", "month 5"),
        ("Отчёт вышел в августе, во вторник.", "ru", "month 8"),
        ("Отчёт вышел в августе, во вторник.", "ru", "weekday 2"),
        ("Есеп тамызда, сейсенбіде шықты.", "kk", "month 8"),
        ("Зауыт 14 наурызда жабылды.", "kk", "day 3-14"),
        ("Das Werk wurde am 14. März geschlossen.", "de", "day 3-14"),
        ("La fábrica cerró el 14 de marzo.", "es", "day 3-14"),
        ("Погибли двести сорок человек.", "ru", "number 24"),
        ("Қырық бес адам келді.", "kk", "number 45"),
        ("Ci sono ventitré feriti.", "it", "number 23"),
        ("Há duzentos e cinquenta leitos.", "pt", "number 25"),
    ],
)
def test_dates_and_names_in_other_languages(text: str, language: str, anchor: str) -> None:
    assert anchor in anchors(text, language)


@pytest.mark.parametrize(
    ("text", "language", "anchor"),
    [
        ("It may close 3 branches.", "en", "month 5"),
        ("May we ask why?", "en", "month 5"),
        ("The village has a school.", "en", "name th"),
        ("Материалы переданы в суд.", "ru", "month 5"),
        ("It cost 12 million euros.", "en", "number 21"),
        ("One of the three left.", "en", "number 3"),
        ("It uses Satellite images.", "en", "weekday 6"),
        ("The head of Marketing left.", "en", "month 3"),
        ("The office in Montreal is closed.", "en", "weekday 1"),
    ],
)
def test_what_only_looks_like_an_anchor(text: str, language: str, anchor: str) -> None:
    assert anchor not in anchors(text, language)


def test_a_rare_word_weighs_more_than_a_common_one() -> None:
    told = statement("The dam burst.", "The dam held.", "The dam leaked.", "A siren sounded.")
    first, _ = profiles(told.sentences, "en", (), "en")
    assert first[3].roots["siren"] > first[0].roots["dam"]


def test_a_key_has_one_weight_on_both_sides() -> None:
    left, right = statement("The siren sounded at 5."), statement("No siren sounded.", "A siren is planned.")
    first, second = profiles(left.sentences, "en", right.sentences, "en")
    assert first[0].roots["siren"] == second[0].roots["siren"] == second[1].roots["siren"]


def test_a_row_of_digits_without_end_beside_a_month_is_no_day() -> None:
    assert "day 3-7" in anchors("The file of 7 March is " + "7" * 5000 + " March.")
