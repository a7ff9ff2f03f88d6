"""Which sentences lean on the one before them, and which only look like it."""

from __future__ import annotations

import pytest

from statement_compare.engine.text.anaphora import leans

LEANING = {
    "en": """
        They were 124. / It was not. / That is false. / This is untrue: no fee was due. / That claim is untrue.
        / The former did so in May. / The latter was never signed. / Neither was inspected. / Both were closed.
        / Not in May. / In May. / Never. / So did the union. / These figures are wrong. / Those were never delivered.
        / Such a letter does not exist. / None of them was insured. / About 65 per cent of them were lorries.
        / She resigned in June. / It came to an end in May, a little less than a year after it began.
        / “That did not happen.” / Neither the first nor the second was answered.
    """,
    "ru": """
        Это неправда. / Они уехали в мае. / Эти данные неверны. / Такого письма не было. / Никто из них не пострадал.
        / Не в мае. / Нет. / Оба были закрыты.
    """,
    "kk": "Бұл дұрыс емес. / Олар 124 болды. / Жоқ. / Мұндай хат болған жоқ.",
    "de": """
        Das ist falsch. / Das stimmt nicht. / Sie waren 124. / Diese Zahl ist falsch. / Keiner von ihnen war versichert.
        / Nicht im Mai.
    """,
    "fr": "C'est faux. / Ce n'est pas vrai. / Ils étaient 124. / Ces chiffres sont faux. / Pas en mai.",
    "es": "Eso es falso. / Ellos eran 124. / Estas cifras son falsas. / Ninguno de ellos resultó herido. / No en mayo.",
}
STANDING = {
    "en": """
        This week the plant closed. / These days nobody asks. / This morning two men were hurt.
        / That the plant closed early is false. / It is untrue that the plant closed.
        / It was our own audit team that found the gap. / It took nine hours to put the fire out.
        / Those who live near the site were warned. / Those affected by the fire were paid. / Both sides met in May.
        / Neither the ministry nor the company asked. / No letter was received by the company.
        / The former director resigned. / This Agency was never told. / In May the plant closed.
        / Not one worker was hurt in the fire at the plant. / None of our pumps was insured.
        / Such events are rare in the north of the country. / Both models were certified under a standard.
    """,
    "ru": "Эта неделя была тяжёлой. / Этой весной завод закрыли. / Не все рабочие уехали. / Завод закрыли в мае.",
    "kk": "Бұл аптада зауыт жабылды. / Осы жылы зауыт жабылды. / Зауыт мамырда жабылды.",
    "de": "Das Werk wurde geschlossen. / Diese Woche schloss das Werk. / Es gab keinen Alarm.",
    "fr": "Cette semaine, l'usine a fermé. / C'est la direction qui a fermé l'usine. / Il y a eu trois blessés.",
    "es": "Esta semana cerró la planta. / Ambas partes se reunieron. / No hubo heridos en la planta de Valmar.",
    "pt": "Isto é falso.",
}


def _cases(table: dict[str, str]) -> list[tuple[str, str]]:
    return [(language, " ".join(text.split())) for language, texts in table.items() for text in texts.split(" / ")]


@pytest.mark.parametrize(("language", "text"), _cases(LEANING))
def test_a_sentence_leans_where_its_opening_was_named_before(language: str, text: str) -> None:
    assert leans(text, language)


@pytest.mark.parametrize(("language", "text"), _cases(STANDING))
def test_a_sentence_stands_alone_where_it_says_itself_what_it_is_about(language: str, text: str) -> None:
    assert not leans(text, language)
