"""Which words a verdict rests on: reasons by the model are given theirs, and no clash is told of equal words."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import takewhile

from statement_compare.engine.annotate.negation_scope import Reach, scopes
from statement_compare.engine.annotate.reading import Reading
from statement_compare.engine.annotate.word_classes import FUNCTION_WORDS
from statement_compare.engine.facts.fact import FIGURES, Fact, Relation
from statement_compare.engine.facts.lexical_coverage import differs_in_polarity
from statement_compare.engine.model import ReasonKind, Span, Verdict
from statement_compare.engine.models import EntailmentModel, ExplainingModel, Models
from statement_compare.engine.progress import SILENT, Progress
from statement_compare.engine.text.tokens import Token, TokenKind
from statement_compare.engine.verdict.decide import Decision, Evidence
from statement_compare.engine.verdict.entail import Outcome, Question, carrying_words, phrases

Pieces = Sequence[tuple[int, int, float]]
# A kind that the model is less sure of is not told. Phrases beside the best one are marked too from these shares on.
_SURE_OF_KIND = 0.4
_MARKED_TOO, _NEARLY = 0.4, 0.75
_KINDS = frozenset(kind.value for kind in ReasonKind)
_OUTCOMES = {Verdict.CONTRADICTION: Outcome.CONTRADICTION, Verdict.AGREEMENT: Outcome.ENTAILMENT}


def explained(
    decided: Sequence[tuple[Evidence, Decision]], models: Models, progress: Progress = SILENT
) -> list[tuple[Evidence, Decision]]:
    """The decisions, with the words that carry those of the model; a contradiction of equal words is none."""
    result = list(decided)
    for model in (models.entailment, models.multilingual_entailment):
        if model is None:
            continue
        asked: list[int] = []
        questions: list[Question] = []
        for index, (evidence, decision) in enumerate(decided):
            is_wanted = any(_lacks_words(fact) for fact in decision.facts)
            if is_wanted and models.entailment_for(evidence.left.language, evidence.right.language) is model:
                asked.append(index)
                questions.append(_question(evidence, _OUTCOMES.get(decision.verdict, Outcome.ENTAILMENT)))
        for index, (left, right, kind) in zip(asked, _carried(questions, model, progress), strict=True):
            evidence, decision = decided[index]
            facts = tuple(
                replace(fact, left=left, right=right, kind=kind) if _lacks_words(fact) else fact
                for fact in decision.facts
            )
            result[index] = (evidence, replace(decision, facts=facts))
    return [(evidence, _in_figures(evidence, _of_different_words(evidence, decision))) for evidence, decision in result]


def _in_figures(evidence: Evidence, decision: Decision) -> Decision:
    """The decision, with the two figures for its reason where the words that a model marks lie in them.

    Of "14 milligrams per litre" / "below 0.2 milligrams per litre" a model may mark "milligrams" twice. The rules see
    that the figures differ, and are not sure that both are of one thing; the model is, and marks no whole figure.
    """
    if decision.verdict is not Verdict.CONTRADICTION:
        return decision
    figures = [fact for fact in evidence.facts if fact.relation is Relation.CONFLICT and fact.kind in FIGURES]
    facts = tuple(
        next((figure for figure in figures if _meet(fact, figure)), fact) if fact.is_by_a_model else fact
        for fact in decision.facts
    )
    return replace(decision, facts=facts)


def _meet(marked: Fact, figure: Fact) -> bool:
    """Whether the words of a reason lie in a figure on both sides, but for a small word more."""
    return all(
        mine is not None and theirs is not None and theirs.start - 4 <= mine.start and mine.end <= theirs.end + 4
        for mine, theirs in ((marked.left, figure.left), (marked.right, figure.right))
    )


def _of_different_words(evidence: Evidence, decision: Decision) -> Decision:
    """The decision, unless it is a contradiction by the model all of whose reasons have the same words on both sides.

    "Near Arlon it halted" against "It halted near Arlon": a model that is asked what carries its verdict may name
    "near Arlon" twice. Where one side has words that the other lacks, these are marked instead. Where none has, the
    sentences differ in their order alone, and nothing can be shown to clash.
    """
    if decision.verdict is not Verdict.CONTRADICTION or not decision.facts:
        return decision
    if not all(fact.is_by_a_model and _has_equal_content(evidence, fact) for fact in decision.facts):
        return decision
    left, right = (_own_phrase(evidence.left, evidence.right), _own_phrase(evidence.right, evidence.left))
    if left is None and right is None:
        is_equal = all(_has_equal_words(evidence, fact) for fact in decision.facts)
        is_reordered = is_equal and not differs_in_polarity(evidence.left, evidence.right)
        return Decision(Verdict.UNCLEAR, 0.0, (), "nothing_sure") if is_reordered else decision
    facts = tuple(replace(fact, left=left or fact.left, right=right or fact.right) for fact in decision.facts)
    return replace(decision, facts=facts)


def _has_equal_words(evidence: Evidence, fact: Fact) -> bool:
    if fact.left is None or fact.right is None:
        return False
    return _words(evidence.left, fact.left) == _words(evidence.right, fact.right)


def _has_equal_content(evidence: Evidence, fact: Fact) -> bool:
    """Whether the words are equal but for function words and endings, as with "near Arlon" and "on near Arlon",
    "пожар" and "о пожаре".

    A negation is no such word: "not near Arlon" clashes with "near Arlon".
    """
    if fact.left is None or fact.right is None:
        return False
    if _is_negated(evidence.left, fact.left) != _is_negated(evidence.right, fact.right):
        return False
    return _content(evidence.left, fact.left) == _content(evidence.right, fact.right)


def _content(reading: Reading, span: Span) -> tuple[str, ...]:
    known = FUNCTION_WORDS.get(reading.language, frozenset())
    return tuple(token.stem for token in _tokens(reading, span) if token.lower not in known)


def _words(reading: Reading, span: Span) -> tuple[str, ...]:
    """The words in a span as they compare: without case, punctuation and width of blanks."""
    return tuple(token.lower for token in _tokens(reading, span))


def _tokens(reading: Reading, span: Span) -> Iterator[Token]:
    for token in reading.tokens:
        if token.kind is not TokenKind.SYMBOL and span.start <= token.span.start and token.span.end <= span.end:
            yield token


def _own_phrase(reading: Reading, other: Reading) -> Span | None:
    """The first phrase with a content word that the other passage has nowhere."""
    known = FUNCTION_WORDS.get(reading.language, frozenset())
    theirs = {token.stem for token in other.tokens}
    own = (
        phrase
        for phrase in phrases(reading)
        if any(token.lower not in known and token.stem not in theirs for token in _tokens(reading, phrase))
    )
    return next(own, None)


def _carried(
    questions: Sequence[Question], model: EntailmentModel, progress: Progress
) -> list[tuple[Span, Span, ReasonKind]]:
    """The words of each question and their kind: as the model has learnt to tell them, else by leaving words out."""
    found: dict[int, tuple[Span, Span, ReasonKind]] = {}
    for number, question in enumerate(questions):
        if question.outcome is Outcome.CONTRADICTION and isinstance(model, ExplainingModel):
            progress.report("judge", number, len(questions))
            found[number] = _learnt(question, model)
        elif question.outcome is Outcome.CONTRADICTION:
            negated = _negated_words(question.left, question.right)
            if negated is not None:
                found[number] = (*negated, ReasonKind.NEGATION)
    others = [number for number in range(len(questions)) if number not in found]
    if others:
        words = carrying_words([questions[number] for number in others], model, progress)
        found |= {n: (left, right, ReasonKind.MODEL) for n, (left, right) in zip(others, words, strict=True)}
    return [found[number] for number in range(len(questions))]


# Words on either side of a negation that may be what it negates, and how much of two forms of a word is equal.
_NEAR_A_NEGATION = 2
_LEAST_STEM, _EQUAL_PART = 4, 0.6


def _negated_words(left: Reading, right: Reading) -> tuple[Span, Span] | None:
    """A word with its negation on one side and without on the other: "мойындаған жоқ" against "мойындады".

    None where both sides are negated or neither is, or where no word beside a negation is one of the other side.
    """
    if bool(scopes(left).cues) == bool(scopes(right).cues):
        return None
    if not scopes(left).cues:
        words = _negated_words(right, left)
        return None if words is None else words[::-1]
    known = FUNCTION_WORDS.get(left.language, frozenset())
    for cue in scopes(left).cues:
        # "Не" and "not" deny what follows, "жоқ" and "емес" what stands before.
        first = cue.start if cue.reach is Reach.RIGHT else max(0, cue.start - _NEAR_A_NEGATION)
        near = range(first, min(len(left.tokens), cue.end + _NEAR_A_NEGATION))
        for i in sorted(near, key=lambda i: min(abs(i - cue.start), abs(i - cue.end + 1))):
            word = left.tokens[i]
            if word.kind is not TokenKind.WORD or word.lower in known or cue.start <= i < cue.end:
                continue
            told = next((each for each in right.tokens if _are_forms_of_one(word.lower, each.lower)), None)
            if told is not None:
                marked = left.tokens[min(i, cue.start)].span.start, left.tokens[max(i, cue.end - 1)].span.end
                return Span(*marked), told.span
    return None


def _are_forms_of_one(a: str, b: str) -> bool:
    """Whether two words begin alike as far as forms of one word do: "выплачивали", "выплачена"."""
    equal = sum(1 for _ in takewhile(lambda pair: pair[0] == pair[1], zip(a, b, strict=False)))
    return equal >= _LEAST_STEM and equal >= _EQUAL_PART * min(len(a), len(b))


def _learnt(question: Question, model: ExplainingModel) -> tuple[Span, Span, ReasonKind]:
    """What the model has learnt to mark, the same whichever side is read first."""
    left, right = question.left, question.right
    there, back = model.explain([(left.text, right.text), (right.text, left.text)])
    kinds = {name: (share + back.kinds.get(name, 0.0)) / 2 for name, share in there.kinds.items()}
    likeliest = max(sorted(kinds), key=lambda name: kinds[name], default="")
    # A model of a person's own may name kinds that are none of ours.
    is_told = likeliest in _KINDS and kinds[likeliest] >= _SURE_OF_KIND
    kind = ReasonKind(likeliest) if is_told else ReasonKind.MODEL
    words = _marked(left, there.premise, back.hypothesis), _marked(right, there.hypothesis, back.premise)
    if likeliest == ReasonKind.ANTONYM.value and _is_negated(left, words[0]) != _is_negated(right, words[1]):
        # "Listened in silence" / "asked twice" are opposites; "not one replied" / "we replied" are told apart by the
        # "not". Of 66 contradictions of held-out disputes for which the model says "opposites" although one side's
        # words are negated, people call 33 a negation and five opposites.
        kind = ReasonKind.NEGATION
    return *words, kind


def _is_negated(reading: Reading, words: Span) -> bool:
    """Whether a negation stands in these words."""
    return any(words.start <= cue.span(reading.tokens).start < words.end for cue in scopes(reading).cues)


def _marked(reading: Reading, first: Pieces, second: Pieces) -> Span:
    """The phrase whose pieces the model marks most, with the phrases beside it that it marks nearly as much."""
    cut = phrases(reading)
    if not cut:
        return Span(0, len(reading.text))
    shares = [(_share(phrase, first) + _share(phrase, second)) / 2 for phrase in cut]
    best = max(range(len(cut)), key=lambda i: shares[i])
    start = end = best
    enough = max(_MARKED_TOO, _NEARLY * shares[best])
    while start > 0 and shares[start - 1] >= enough:
        start -= 1
    while end + 1 < len(cut) and shares[end + 1] >= enough:
        end += 1
    return Span(cut[start].start, cut[end].end)


def _share(phrase: Span, pieces: Pieces) -> float:
    inside = [chance for start, end, chance in pieces if start < phrase.end and end > phrase.start]
    return sum(inside) / len(inside) if inside else 0.0


def _lacks_words(fact: Fact) -> bool:
    return fact.kind is ReasonKind.MODEL and fact.left is None


def _question(evidence: Evidence, outcome: Outcome) -> Question:
    said = evidence.entailment
    if said is None:
        return Question(evidence.left, evidence.right, outcome, forward=True, backward=True)
    forward, backward = (
        (each.entailment, each.neutral, each.contradiction)[outcome] for each in (said.forward, said.backward)
    )
    return Question(evidence.left, evidence.right, outcome, forward >= backward, backward >= forward)
