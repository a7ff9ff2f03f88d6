"""What weighs in a claim that nobody answered."""

from __future__ import annotations

from dataclasses import replace

import pytest

from statement_compare.engine.model import (
    Block,
    BlockKind,
    Comparison,
    Nearest,
    Role,
    Sentence,
    Side,
    Source,
    Span,
    Statement,
)
from statement_compare.engine.unanswered import nearest, unanswered, weigh


def statement(*sentences: tuple[str, Role]) -> Statement:
    text, made = "", []
    for number, (words, role) in enumerate(sentences):
        made.append(Sentence(number, Span(len(text), len(text) + len(words)), words, role, 0))
        text += words + " "
    source = Source(text, (Block(BlockKind.PARAGRAPH, Span(0, len(text.rstrip()))),))
    return Statement(source, "en", tuple(made))


@pytest.mark.parametrize(
    ("text", "language", "figures", "dates", "names"),
    [
        ("We plan to go on.", "en", 0, 0, 0),
        ("It cost 12 million euros.", "en", 1, 0, 0),
        ("It opened on 3 May 2021.", "en", 0, 1, 0),
        ("It opened in 2019 and closed in March 2020.", "en", 0, 2, 0),
        ("It may cost 40 euros.", "en", 1, 0, 0),
        ("The plant in Bergen belongs to Nordal Energy AS.", "en", 0, 0, 2),
        ("NATO spoke to Anna Berg.", "en", 0, 0, 2),
        ("Das Werk der Stadt wurde 2019 eröffnet.", "de", 0, 1, 0),
        ("Sprecherin war Anna Berg.", "de", 0, 0, 1),
        ("Завод в Омске открыт 3 мая 2021 года.", "ru", 0, 1, 1),
        ("La mine a fermé en mars.", "fr", 0, 1, 0),
        ("The men march on the mine.", "en", 0, 0, 0),
        ("Зауыт 2021 жылғы 3 мамырда ашылды.", "kk", 0, 1, 0),
    ],
)
def test_figures_dates_and_names_are_counted(text: str, language: str, figures: int, dates: int, names: int) -> None:
    found = weigh(0, text, language)
    assert (found.figures, found.dates, found.names) == (figures, dates, names)


def test_claims_are_ranked_and_the_rest_is_left_out() -> None:
    left = statement(
        ("We go on as before.", Role.CLAIM),
        ("Thank you for 3 questions.", Role.COURTESY),
        ("The plant cost 12 million euros in 2019.", Role.CLAIM),
        ("Call 555 1234.", Role.CONTACT),
        ("It employs Anna Berg.", Role.CLAIM),
        ("Nothing else is planned.", Role.CLAIM),
        ("It gives 5 barrels.", Role.CLAIM),
    )
    comparison = Comparison(left, statement(("It is so.", Role.CLAIM)), (), (0, 1, 2, 3, 4, 5), (0,))
    assert [entry.sentence for entry in unanswered(comparison, Side.LEFT)] == [2, 4, 0, 5]
    assert [entry.sentence for entry in unanswered(comparison, Side.RIGHT)] == [0]


def test_only_what_was_read_with_the_other_side_can_be_told_as_not_taken_up() -> None:
    left = statement(("Water rose by 2 metres.", Role.CLAIM), ("It rained.", Role.CLAIM), ("It froze.", Role.CLAIM))
    right = statement(
        ("The dam was dry.", Role.CLAIM),
    )
    near = (Nearest(Side.LEFT, 0, 0, 0.001), Nearest(Side.LEFT, 1, 0, 0.012))
    found = unanswered(Comparison(left, right, (), (0, 1, 2), (0,), nearest=near), Side.LEFT)
    assert [(entry.sentence, entry.is_not_taken_up, entry.nearest) for entry in found] == [
        (0, True, 0),
        (1, False, 0),
        (2, False, None),
    ]


@pytest.mark.parametrize(
    ("language", "other", "found"),
    [
        ("en", ("Nobody knows.", "The mayor closed the old mill on the river in May."), 1),
        ("en", ("Nobody knows.", "Nothing was said of it."), None),
        ("de", ("Nobody knows.", "The mayor closed the old mill on the river in May."), None),
        ("en", (), None),
    ],
)
def test_the_nearest_sentence_is_the_one_with_most_wording_in_common(
    language: str, other: tuple[str, ...], found: int | None
) -> None:
    one = statement(("The mayor closed the mill on the river.", Role.CLAIM))
    two = replace(statement(*((words, Role.CLAIM) for words in other)), language=language)
    assert nearest(Comparison(one, two, (), (), ()), Side.LEFT, 0) == found
    assert nearest(Comparison(two, one, (), (), ()), Side.RIGHT, 0) == found
