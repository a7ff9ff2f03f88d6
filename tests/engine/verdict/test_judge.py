"""Which fact modules are asked about a pair: all of them."""

from __future__ import annotations

import importlib
import pkgutil
from dataclasses import replace

import pytest

from statement_compare.engine import facts
from statement_compare.engine.annotate.reading import lone_reading
from statement_compare.engine.facts.fact import Fact, Relation
from statement_compare.engine.facts.lexicon import BundledLexicon
from statement_compare.engine.model import Entailment, EntailmentPair, ReasonKind, Span, Verdict
from statement_compare.engine.text.wording import wording_in_common
from statement_compare.engine.verdict import judge as judging
from statement_compare.engine.verdict.judge import FACT_MODULES, gather, judge
from statement_compare.engine.verdict.tables import weights_for
from statement_compare.engine.verdict.weights import Weights


def test_every_fact_module_is_asked() -> None:
    found = {
        module.compare
        for info in pkgutil.iter_modules(facts.__path__)
        for module in [importlib.import_module(f"{facts.__name__}.{info.name}")]
        if hasattr(module, "compare")
    }
    assert found == set(FACT_MODULES)
    assert len(FACT_MODULES) == len(found) == 12


@pytest.mark.parametrize(("rows", "place"), [(60, 3), (60, 59), (30, 20), (200, 150)])
def test_one_changed_figure_among_many_equal_ones_is_found(rows: int, place: int) -> None:
    names = [chr(97 + n % 26) + chr(97 + n // 26) for n in range(rows)]
    costs = [f"the {name}rd plant cost {100 + 13 * n} million euros" for n, name in enumerate(names)]
    costs[place] = "the Keld plant cost 840 million euros"
    left = f"In total {', '.join(costs)}."
    right = left.replace("840 million", "910 million")
    for texts in ((left, right), (right, left)):
        passages = [lone_reading(text, "en") for text in texts]
        found = gather(*passages, BundledLexicon(), score=None, similarity=wording_in_common(*texts))
        decision = judge(found)
        assert decision.verdict is Verdict.CONTRADICTION
        spans = decision.facts[0].left, decision.facts[0].right
        words = {span.of(text) for span, text in zip(spans, texts, strict=True) if span is not None}
        assert words == {"840 million euros", "910 million euros"}
        assert found.similarity == 0.99


@pytest.mark.parametrize(
    ("text", "kind", "words"),
    [
        ("The ministry claims that the tank leaked.", ReasonKind.ATTRIBUTION, "The ministry"),
        ("The bank no longer denies that it delayed the payments.", ReasonKind.DENIAL, "no longer denies"),
    ],
)
def test_what_two_equal_passages_say_is_told_once_and_of_both(text: str, kind: ReasonKind, words: str) -> None:
    passage = lone_reading(text, "en")
    found = gather(passage, passage, BundledLexicon(), score=None, similarity=1.0)
    (fact,) = [fact for fact in found.facts if fact.kind is kind]
    assert fact.left == fact.right
    assert fact.left is not None
    assert fact.left.of(text) == words


def test_equal_passages_of_two_speakers_may_say_it_on_one_side_alone() -> None:
    text = "The ministry claims that the tank leaked."
    company, ministry = (
        lone_reading(text, "en", speaker=name) for name in ("Norvane Ltd company", "Ministry of Mines")
    )
    for left, right in ((company, ministry), (ministry, company)):
        found = gather(left, right, BundledLexicon(), score=None, similarity=1.0)
        (fact,) = [fact for fact in found.facts if fact.kind is ReasonKind.ATTRIBUTION]
        assert (fact.left is None) == (left is ministry)
        assert (fact.right is None) == (right is ministry)


@pytest.mark.parametrize("relation", [Relation.CONFLICT, Relation.QUALIFIES, Relation.OTHER])
def test_places_within_a_passage_are_no_difference_from_its_equal(
    relation: Relation, monkeypatch: pytest.MonkeyPatch
) -> None:
    def told(*_: object) -> tuple[Fact, ...]:
        fact = Fact(ReasonKind.NUMBER, relation, Span(0, 2), Span(3, 5), 0.9, "number.differ")
        return (fact, fact.mirrored(), replace(fact, left=fact.right))

    monkeypatch.setattr(judging, "FACT_MODULES", (told,))
    equal, other = lone_reading("12 13 wells", "en"), lone_reading("12 13 wells.", "en")
    of_equals = gather(equal, equal, BundledLexicon(), score=None, similarity=1.0).facts
    assert [(fact.left, fact.right) for fact in of_equals] == [(Span(3, 5), Span(3, 5))]
    assert len(gather(equal, other, BundledLexicon(), score=None, similarity=0.99).facts) == 3


_SAYS_THE_SAME = EntailmentPair(Entailment(0.98, 0.01, 0.01), Entailment(0.98, 0.01, 0.01))


def _many(count: int, *, first: str = "Five men died", last: str = "the quay is open") -> str:
    middle = (f"the council of district {n} reviewed the permit of its own harbour" for n in range(100, 100 + count))
    return ", ".join((first, *middle, last)) + "."


def _many_figures(plus: int) -> str:
    return _many(30, last=", ".join(f"town {n} of the county lost {n + plus} jobs" for n in range(1000, 1045)))


CUT = [
    (
        _many(30, last="the mayor paid it " + "at last " * 80),
        _many(30, last="the mayor never paid " + "any fine " * 80),
    ),
    (_many_figures(100), _many_figures(300)),
    (_many(400), _many(400, last="the quay is shut")),
    (_many(30), "Five men died."),
]


@pytest.mark.parametrize(("left", "right"), CUT, ids=["tails", "figures", "far", "one side"])
@pytest.mark.parametrize("weights", [None, weights_for("statement-thorough")], ids=["rules", "model"])
def test_passages_that_differ_behind_what_was_read_do_not_agree(left: str, right: str, weights: Weights | None) -> None:
    for texts in ((left, right), (right, left)):
        passages = [lone_reading(text, "en") for text in texts]
        found = gather(
            *passages, BundledLexicon(), score=None, similarity=wording_in_common(*texts), entailment=_SAYS_THE_SAME
        )
        decision = judge(found, weights=weights)
        assert found.is_cut
        assert decision.verdict is Verdict.UNCLEAR
        assert [fact.rule for fact in decision.facts] == ["wording.unread"]
        assert judge(replace(found, is_cut=False), weights=weights).verdict is Verdict.AGREEMENT


NOT_CUT = [
    (_many(400), _many(400)),
    (_many(400), _many(400).upper()),
    (_many(400), _many(400, first="Nine men died")),
    (_many(30), _many(30, last="the quay is shut")),
    (_many(10), _many(10, last="the quay is shut")),
]


@pytest.mark.parametrize(("left", "right"), NOT_CUT, ids=["equal", "capitals", "beginning", "windows", "short"])
def test_passages_that_are_alike_behind_what_was_read_are_judged_by_it(left: str, right: str) -> None:
    passages = [lone_reading(text, "en") for text in (left, right)]
    assert not gather(*passages, BundledLexicon(), score=None, similarity=wording_in_common(left, right)).is_cut


def test_a_contradiction_of_what_was_read_stands_whatever_follows() -> None:
    left, right = _many(400), _many(400, first="Nine men died", last="the quay is shut")
    passages = [lone_reading(text, "en") for text in (left, right)]
    found = gather(*passages, BundledLexicon(), score=None, similarity=wording_in_common(left, right))
    assert found.is_cut
    assert judge(found).verdict is Verdict.CONTRADICTION
