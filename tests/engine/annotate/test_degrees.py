"""Degrees that tell how far a temperature moved convert by their ratio, those that tell where it stands with 32."""

from __future__ import annotations

import pytest

from statement_compare.engine.annotate.quantities import quantities
from statement_compare.engine.annotate.reading import lone_reading

CHANGES = """
en | The river rose by 5 °F.
en | It rose nearly 5 degrees Fahrenheit.
en | There was a warming of up to 5 °F.
en | There was a 5-degree Fahrenheit drop.
en | It was 5 °F warmer than in May.
en | It was 5 °F above normal.
en | The record was broken by 5 °F.
en | The aim is to limit global warming to 5 °F.
en | It is up 5 °F on last year.
en | There was a rise of 5 °F to a record.
ru | Вода нагрелась на 5 градусов по Фаренгейту.
ru | Было на 5 °F теплее.
ru | Ожидается потепление в 5 °F.
kk | Су 5 °F-қа жылыды.
de | Die Temperatur ist um 5 Grad Fahrenheit gestiegen.
de | Das Wasser war um bis zu 5 °F wärmer.
de | Das ist ein Anstieg von 5 °F.
fr | L'eau s'est réchauffée de 5 °F.
fr | Il faisait 5 °F de plus.
es | La temperatura subió unos 5 °F.
es | Fue un aumento de más de 5 °F.
"""
LEVELS = """
en | The river rose to 5 °F.
en | It fell below 5 °F.
en | It was 5 °F above zero.
en | Below 5 °F increase the risk of ice.
en | It was heated by 5 °F steam.
en | There was a drop in the number of 5 °F days.
en | The day started at 5 °F.
ru | Вода нагрелась до 5 °F.
kk | Су 5 °F болды.
de | Die Temperaturen lagen um 5 °F.
de | Das war ein Anstieg von 5 °F auf einen Rekord.
fr | L'eau gèle à partir de 5 °F.
fr | La température est montée jusqu'à 5 °F.
es | La temperatura subió a 5 °F.
es | La temperatura bajó de 5 °F.
"""


def rows(table: str) -> list[list[str]]:
    return [row.split(" | ") for row in table.strip().splitlines()]


@pytest.mark.parametrize(("language", "text"), rows(CHANGES))
def test_a_change_of_5_degrees_fahrenheit_is_one_of_2_8_degrees_celsius(language: str, text: str) -> None:
    (found,) = quantities(lone_reading(text, language))
    assert (found.dimension.name, found.value) == ("temperature change", pytest.approx(5 / 1.8))


@pytest.mark.parametrize(("language", "text"), rows(LEVELS))
def test_a_level_of_5_degrees_fahrenheit_is_one_of_15_below_zero(language: str, text: str) -> None:
    found = quantities(lone_reading(text, language))[0]
    assert (found.unit.name, found.value) == ("degree_Fahrenheit", pytest.approx(-15))


@pytest.mark.parametrize("text", ["It rose by 5 °F (2.8 °C).", "A 2.8 °C (5 °F) rise was seen.", "up 5 °F or 2.8 °C"])
def test_a_change_that_is_told_over_on_the_other_scale_is_one_change(text: str) -> None:
    one, two = quantities(lone_reading(text, "en"))
    assert (one.dimension.name, two.dimension.name) == ("temperature change",) * 2
    assert one.value == pytest.approx(two.value, abs=0.05)
