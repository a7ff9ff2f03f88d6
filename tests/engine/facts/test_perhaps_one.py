"""Two words in one place of a sentence that may both be true of it: a model alone makes no contradiction of them."""

import pytest

from statement_compare.engine.annotate.reading import lone_reading
from statement_compare.engine.facts import entity
from statement_compare.engine.facts.fact import Fact, Relation
from statement_compare.engine.facts.lexicon import BundledLexicon
from statement_compare.engine.facts.pair import paired
from statement_compare.engine.model import ReasonKind

LEXICON = BundledLexicon()


def told(left: str, right: str, language: str = "en") -> tuple[Fact, ...]:
    pair = paired(lone_reading(left, language), lone_reading(right, language), LEXICON)
    return entity.compare(pair, LEXICON)


@pytest.mark.parametrize(
    ("left", "right", "words"),
    [
        ("The festival took place in Lyon.", "The festival took place in France.", ("Lyon", "France")),
        ("The talks were led by the chancellor.", "The talks were led by Merkel.", ("chancellor", "Merkel")),
        ("A man was arrested in Lyon.", "A man was arrested in Paris.", ("Lyon", "Paris")),
        ("The meeting was held in Leeds.", "The meeting was held in private.", ("Leeds", "private")),
        ("The road was built by a Chinese firm.", "The road was built by CRBC.", ("Chinese firm", "CRBC")),
        ("The man was arrested by police.", "The man was arrested by detectives.", ("police", "detectives")),
        # Of two names that a town has in its country and its state, and of a part of the world, any may hold it.
        ("The festival took place in Atlanta.", "The festival took place in Georgia.", ("Atlanta", "Georgia")),
        ("The minister died in Paris.", "The minister died in Europe.", ("Paris", "Europe")),
        ("The minister spoke in Sevastopol.", "The minister spoke in Ukraine.", ("Sevastopol", "Ukraine")),
        # Two towns have one name, and a province lies in two countries.
        ("The attack took place in Tripoli.", "The attack took place in Lebanon.", ("Tripoli", "Lebanon")),
        ("The attack took place in Tripoli.", "The attack took place in Libya.", ("Tripoli", "Libya")),
        ("The man died in Perth.", "The man died in Britain.", ("Perth", "Britain")),
        ("The attack took place in London.", "The attack took place in Ontario.", ("London", "Ontario")),
        ("The fair was held in Valencia.", "The fair was held in Venezuela.", ("Valencia", "Venezuela")),
        ("The bomb exploded in Ulster.", "The bomb exploded in the UK.", ("Ulster", "UK")),
        ("The bomb exploded in Ulster.", "The bomb exploded in Ireland.", ("Ulster", "Ireland")),
    ],
)
def test_what_may_be_one_is_told_as_such(left: str, right: str, words: tuple[str, str]) -> None:
    (fact,) = told(left, right)

    assert (fact.kind, fact.relation, fact.rule) == (ReasonKind.ENTITY, Relation.OTHER, entity.PERHAPS_ONE)
    assert fact.left is not None
    assert fact.right is not None
    assert (fact.left.of(left), fact.right.of(right)) == words


@pytest.mark.parametrize(
    ("left", "right"),
    [
        ("The talks were held in Lyon.", "The talks were held in Paris."),
        ("The letter was signed by the mayor.", "The letter was signed by the governor."),
        # A town of another country.
        ("The summit was held in Lyon.", "The summit was held in Germany."),
        ("The minister spoke in France.", "The minister spoke in Munich."),
        ("The minister spoke in Texas.", "The minister spoke in Ukraine."),
        ("The attack took place in Tripoli.", "The attack took place in Syria."),
        ("The man was tried in Perth.", "The man was tried in Germany."),
        ("The attack took place in London.", "The attack took place in Texas."),
        ("The talks were held in London.", "The talks were held in Canada."),
        ("The bomb exploded in Ulster.", "The bomb exploded in Wales."),
        # A day, a figure and a known thing tell of one event.
        ("A man was arrested in Leeds on Monday.", "A man was arrested in Bradford on Monday."),
        ("A plane carrying 189 people crashed in Borneo.", "A plane carrying 189 people crashed in Sumatra."),
        ("Police were called to the school by the headmaster.", "Police were called to the school by a parent."),
    ],
)
def test_rivals_stay_a_conflict(left: str, right: str) -> None:
    assert [fact.relation for fact in told(left, right)] == [Relation.CONFLICT]


@pytest.mark.parametrize(
    ("left", "right", "language", "relation"),
    [
        ("The fire broke out in Kensington.", "The fire broke out in London.", "en", Relation.OTHER),
        ("The strike took place in Manhattan.", "The strike took place in New York.", "en", Relation.OTHER),
        ("The strike took place in Montreal.", "The strike took place in Quebec.", "en", Relation.OTHER),
        ("The strike took place in Harris County.", "The strike took place in Houston.", "en", Relation.OTHER),
        ("Авария произошла в Мангистауской области.", "Авария произошла в Актау.", "ru", Relation.OTHER),
        ("Пожар случился в Талгарском районе.", "Пожар случился в Алматинской области.", "ru", Relation.OTHER),
        ("Пожар случился в Бруклине.", "Пожар случился в Нью-Йорке.", "ru", Relation.OTHER),
        ("El festival se celebró en Jalisco.", "El festival se celebró en el estado de Oaxaca.", "es", Relation.OTHER),
        # Parts of other towns, two regions, two names that no table has, and rooms.
        ("The fire broke out in Kensington.", "The fire broke out in Leeds.", "en", Relation.CONFLICT),
        ("The strike took place in Manhattan.", "The strike took place in Chicago.", "en", Relation.CONFLICT),
        ("The strike took place in Manhattan.", "The strike took place in Brooklyn.", "en", Relation.CONFLICT),
        ("The strike took place in Paris.", "The strike took place in New York.", "en", Relation.CONFLICT),
        ("The strike took place in Toronto.", "The strike took place in Quebec.", "en", Relation.CONFLICT),
        ("The strike was in Harris County.", "The strike was in Travis County.", "en", Relation.CONFLICT),
        # A county that is a part of another name is none: the name of a court.
        (
            "The case was heard at Leeds County Court.",
            "The case was heard at York Crown Court.",
            "en",
            Relation.CONFLICT,
        ),
        ("The lorry was found in Ashby.", "The lorry was found in Dunmere.", "en", Relation.CONFLICT),
        ("The plant was built in the district.", "The plant was built in the valley.", "en", Relation.CONFLICT),
        (
            "Авария произошла в Мангистауской области.",
            "Авария произошла в Атырауской области.",
            "ru",
            Relation.CONFLICT,
        ),
        ("Авария произошла в Москве.", "Авария произошла в Туле.", "ru", Relation.CONFLICT),
        ("El festival se celebró en Soria.", "El festival se celebró en Teruel.", "es", Relation.CONFLICT),
    ],
)
def test_a_part_of_a_town_and_a_region_that_may_hold_one(
    left: str, right: str, language: str, relation: Relation
) -> None:
    assert [fact.relation for fact in told(left, right, language)] == [relation]
    assert [fact.relation for fact in told(right, left, language)] == [relation]


@pytest.mark.parametrize(
    ("left", "right", "language"),
    [
        ("Министр выступил в Париже.", "Министр выступил в Германии.", "ru"),
        ("El presidente habló en París.", "El presidente habló en Alemania.", "es"),
    ],
)
def test_a_town_of_another_country_is_one_in_other_languages_too(left: str, right: str, language: str) -> None:
    assert [fact.relation for fact in told(left, right, language)] == [Relation.CONFLICT]


@pytest.mark.parametrize(
    ("left", "right"),
    [
        ("The town was shelled by rebels.", "The town was shelled by government forces."),
        ("The man was arrested by soldiers.", "The man was arrested by police."),
        ("The statement was drafted by Johnson.", "The statement was drafted by his aides."),
        ("The bank was robbed by Smith.", "The bank was robbed by a neighbour."),
        ("The data was stolen by Fancy Bear.", "The data was stolen by the hackers."),
        ("The meeting was held in Merrin.", "The meeting was held in Germany."),
        ("The minister spoke in Berlin.", "The minister spoke in Bavaria."),
    ],
)
def test_a_model_is_not_barred_where_both_are_hardly_true(left: str, right: str) -> None:
    assert told(left, right) == ()


@pytest.mark.parametrize(
    ("left", "right"),
    [
        # Names of one country may well agree; another deed is no such pair.
        ("The festival took place in the UK.", "The festival took place in Britain."),
        ("The bomb exploded in Ulster.", "The bomb exploded in Northern Ireland."),
        ("The festival took place in Lyon.", "The mayor opened the school in France."),
    ],
)
def test_nothing_is_told_of_other_pairs(left: str, right: str) -> None:
    assert told(left, right) == ()
