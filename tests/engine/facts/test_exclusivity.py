"""What is claimed for one alone stands, weakly, against what is given to all of a kind."""

from __future__ import annotations

import pytest

from statement_compare.engine.annotate.reading import lone_passage, read
from statement_compare.engine.facts import exclusivity
from statement_compare.engine.facts.fact import Relation
from statement_compare.engine.facts.lexicon import BundledLexicon
from statement_compare.engine.facts.pair import paired
from statement_compare.engine.model import Preset
from statement_compare.engine.verdict.decide import THRESHOLDS

OF_A_KIND = [
    ("en", "The exchange gave the bank exclusive access to the ledger.", "Access to the ledger is given to all banks."),
    ("ru", "Доступ к реестру предоставлен только банку.", "Доступ к реестру предоставлен всем банкам."),
    ("de", "Nur die Bank hat Zugang zum Register.", "Der Zugang zum Register ist für alle Banken offen."),
    ("fr", "Seule la banque a accès au registre.", "L'accès au registre est ouvert à toutes les banques."),
    ("es", "Solo el banco tiene acceso al registro.", "El acceso al registro está abierto a todos los bancos."),
    ("it", "Solo la banca ha accesso al registro.", "L'accesso al registro è aperto a tutte le banche."),
    ("kk", "Тізілімге тек банк қол жеткізе алады.", "Тізілімге кез келген банк қол жеткізе алады."),
]


def conflicts(language: str, left: str, right: str) -> list[float]:
    first, second = (read(lone_passage(text, language)) for text in (left, right))
    lexicon = BundledLexicon(None)
    found = exclusivity.compare(paired(first, second, lexicon), lexicon)
    return [f.strength for f in found if f.relation is Relation.CONFLICT and f.rule == "exclusivity.alone_or_all"]


@pytest.mark.parametrize(("language", "left", "right"), OF_A_KIND)
def test_all_of_a_kind_conflict_with_one_alone_but_hardly_more_than_rules_need_to_show_it(
    language: str, left: str, right: str
) -> None:
    strength = max(conflicts(language, left, right), default=0.0)
    assert 0.25 <= strength < THRESHOLDS[Preset.NORMAL].conflict + 0.1


@pytest.mark.parametrize(
    ("language", "left", "right"),
    [
        (
            "en",
            "The exchange gave the bank exclusive access to the ledger.",
            "No bank besides it has access to the ledger.",
        ),
        ("en", "Only the clerk may open the ledger.", "The ledger was opened in all 12 months."),
        ("en", "The bank alone keeps the ledger.", "The bank keeps the ledger by all accounts well."),
        ("ru", "Доступ к реестру имеет только банк.", "Банк платит за доступ к реестру за каждый месяц."),
    ],
)
def test_times_figures_of_speech_and_denials_name_no_others(language: str, left: str, right: str) -> None:
    assert conflicts(language, left, right) == []


def test_a_passage_opens_to_others_only_where_it_denies_nothing() -> None:
    opens = {
        text: exclusivity.opens_to_others(read(lone_passage(text, "en")))
        for text in (
            "The channel is open to all ports.",
            "The channel is not open to all ports.",
            "The port alone uses the channel.",
            "None of the others may use the channel.",
        )
    }
    assert list(opens.values()) == [True, False, False, False]
