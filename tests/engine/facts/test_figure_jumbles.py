"""Whatever words stand in two texts, their figures and times are compared alike from both sides."""

from __future__ import annotations

from golden_facts import LEXICON, reading
from hypothesis import given, settings
from hypothesis import strategies as st

from statement_compare.engine.facts import dates, numbers, order, units
from statement_compare.engine.facts.fact import Relation
from statement_compare.engine.facts.pair import paired


@given(
    st.lists(
        st.sampled_from(
            "the council paid 40 million euros on 3 May before after not 12 of 30 homes in 2019 per cent twice first "
            "at least half a third — 7 km/h , . ; € £ No. 4 to 17 03:40 and until mid- March".split()
        ),
        max_size=24,
    )
)
@settings(max_examples=150, deadline=None)
def test_any_jumble_of_words_is_read_and_is_never_at_odds_with_itself(jumble: list[str]) -> None:
    side = reading(" ".join(jumble))
    for module in (numbers, units, dates, order):
        found = module.compare(paired(side, side, LEXICON), LEXICON)
        assert Relation.CONFLICT not in {fact.relation for fact in found}


@given(
    st.lists(
        st.sampled_from("7 12 30 of the homes burned in May 2019 at least 40 per cent tonnes a day hours".split()),
        max_size=14,
    ),
    st.lists(
        st.sampled_from("9 12 31 of the homes burned in June 2019 up to 45 per cent kilograms a year minutes".split()),
        max_size=14,
    ),
)
@settings(max_examples=150, deadline=None)
def test_swapped_sides_give_mirrored_facts(one: list[str], other: list[str]) -> None:
    left, right = (reading(" ".join(side)) for side in (one, other))
    for module in (numbers, units, dates, order):
        forth = {
            (f.relation, f.left, f.right, f.rule, f.strength)
            for f in module.compare(paired(left, right, LEXICON), LEXICON)
        }
        back = {
            (f.relation, f.right, f.left, f.rule, f.strength)
            for f in module.compare(paired(right, left, LEXICON), LEXICON)
        }
        assert forth == back
