"""How a link's reasons are told in the inspector: the words of each side, a sentence a reason, and what carried it."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from html import escape

from statement_compare.engine.model import (
    Comparison,
    Entailment,
    EntailmentPair,
    Link,
    Nearest,
    Reason,
    ReasonKind,
    Side,
    Span,
    Verdict,
)
from statement_compare.engine.report.wording import quote as words_of
from statement_compare.session.query import flat, ids_of, span_of, statement_of
from statement_compare.ui.decision_words import Decided
from statement_compare.ui.findings.model import Unanswered
from statement_compare.ui.place_words import with_place
from statement_compare.ui.strings import SIDE_LETTERS, SIGNS, kind_word, reason_sentence, say, verdict_word
from statement_compare.ui.theme import VerdictColours

_LEANS = 0.5


def passage_of(comparison: Comparison, link: Link, side: Side) -> tuple[str, tuple[Span, ...]]:
    """One side's sentences on one line, and where the words of the reasons stand in it."""
    spans = [span for reason in link.reasons if (span := span_of(reason, side)) is not None]
    return marked_passage(comparison, side, ids_of(link, side), spans)


def marked_passage(
    comparison: Comparison, side: Side, ids: Iterable[int], spans: Sequence[Span]
) -> tuple[str, tuple[Span, ...]]:
    """Sentences of one side on one line, and where these spans of the source stand in it."""
    statement = statement_of(comparison, side)
    text, marked = "", []
    for i in ids:
        sentence = statement.sentences[i]
        text += " " if text else ""
        for span in spans:
            start, end = max(span.start, sentence.span.start), min(span.end, sentence.span.end)
            if start < end:
                source = statement.source.text
                before = flat_start(source[sentence.span.start : start])
                words = flat(source[start:end])
                marked.append(Span(len(text) + len(before), len(text) + len(before) + len(words)))
        text += flat(sentence.span.of(statement.source.text))
    return text, tuple(sorted(set(marked)))


def tag_of(link: Link, side: Side) -> str:
    """The sentence numbers of one side: "L2, L3"."""
    return ", ".join(f"{SIDE_LETTERS[side]}{i + 1}" for i in ids_of(link, side))


def placed_tag(comparison: Comparison, link: Link, side: Side) -> str:
    """The same with where the sentences stand in the original: "L2 · page 3"."""
    return with_place(tag_of(link, side), statement_of(comparison, side), ids_of(link, side))


def flat_start(text: str) -> str:
    """The beginning of a sentence on one line, with the blank, or the border of a cell, before what follows."""
    return flat(f"{text}.")[:-1] if text.strip() else ""


@dataclass(frozen=True, slots=True)
class ReasonLine:
    """One reason in words; `kind` is "" where it is the only one. `marked` is where the words of the texts stand."""

    kind: str
    words: str
    marked: tuple[Span, ...] = ()


def reasons_of(comparison: Comparison, link: Link) -> list[ReasonLine]:
    """The reasons as sentences, each once, the strongest first."""
    found: dict[str, Reason] = {}
    for reason in link.reasons:
        sentence = reason_sentence(comparison, reason)
        if sentence:
            found.setdefault(sentence, reason)
    if not found and link.verdict is Verdict.UNCLEAR:
        return [ReasonLine("", _undecided(link.entailment))]
    return [
        ReasonLine(kind_word(reason.kind) if len(found) > 1 else "", sentence, quoted_in(sentence, comparison, reason))
        for sentence, reason in found.items()
    ]


def told_with_decision(lines: list[ReasonLine], decided: Decided) -> list[ReasonLine]:
    """The reasons of the program, after what a person gave as hers and noted."""
    decision, proposed = decided.decision, decided.proposed
    told = []
    if decision.verdict is not None:
        told.append(ReasonLine(decided.by, decision.reason or say("inspector.no_reason")))
        if proposed is not None:
            words = say("inspector.proposed", sign=SIGNS[proposed.verdict], verdict=verdict_word(proposed.verdict))
            first = lines[:1] or [ReasonLine("", "")]
            lines = [replace(first[0], kind=words), *lines[1:]]
    if decision.note:
        told.append(ReasonLine(say("inspector.note"), flat(decision.note)))
    read = [
        ReasonLine(
            say("inspector.corrected", place=f"{SIDE_LETTERS[each.side]}{each.sentence + 1}"), flat(each.original)
        )
        for each in decided.corrections
    ]
    return told + lines + read


def _undecided(pair: EntailmentPair | None) -> str:
    """Why nothing decides, in a sentence."""
    if pair is None:
        return say("inspector.unclear_why")
    seen = model_verdict(pair)
    if seen is None:
        return say("inspector.unclear_why_model")
    # What follows one way alone is still nearer to agreement than to anything else.
    leaning = Verdict.CONTRADICTION if seen is Verdict.CONTRADICTION else Verdict.AGREEMENT
    return say("inspector.unclear_why_leans", verdict=verdict_word(leaning).lower())


def quoted_in(sentence: str, comparison: Comparison, reason: Reason) -> tuple[Span, ...]:
    """Where the words of both sides stand in the sentence that tells of them, as far as it quotes them."""
    marked: list[Span] = []
    at = 0
    for side in Side:
        words = words_of(span_of(reason, side), statement_of(comparison, side).source.text)
        # The sentence begins with a capital, which the text may not have there.
        found = re.compile(rf"(?<!\w){re.escape(words)}(?!\w)", re.IGNORECASE).search(sentence, at) if words else None
        if found is not None:
            marked.append(Span(*found.span()))
            at = found.end()
    return tuple(marked)


def as_html(lines: list[ReasonLine], colours: VerdictColours | None = None, ink: str = "") -> str:
    """One line a reason, its kind in strong type before it; what stands in a text is never markup."""
    return "<br>".join(
        (f"<b>{escape(line.kind)}</b>&nbsp; " if line.kind else "") + _marked_html(line, colours, ink) for line in lines
    )


def _marked_html(line: ReasonLine, colours: VerdictColours | None, ink: str) -> str:
    if colours is None:
        return escape(line.words)
    parts, at = [], 0
    for span in line.marked:
        parts.append(escape(line.words[at : span.start]))
        parts.append(f'<span style="background:{colours.words}; color:{ink}">{escape(span.of(line.words))}</span>')
        at = span.end
    return "".join(parts) + escape(line.words[at:])


def evidence(link: Link) -> str:
    """One line on what carried the verdict: a rule, the words or the model, and what the model makes of it."""
    # A model that tells the kind of a contradiction is still a model and no rule.
    by_rules = [reason for reason in link.reasons if not reason.rule.startswith("model.")]
    kinds = dict.fromkeys(reason.kind for reason in by_rules)
    rules = [kind_word(kind) for kind in kinds if kind not in (ReasonKind.MODEL, ReasonKind.WORDING)]
    pair = link.entailment
    if not rules and (ReasonKind.MODEL in kinds or len(by_rules) < len(link.reasons)):
        return say("inspector.by_model")
    if rules:
        named = ", ".join(word if i == 0 else word.lower() for i, word in enumerate(rules))
        first = say("inspector.by_rule" if len(rules) == 1 else "inspector.by_rules", kinds=named)
    else:
        first = say("inspector.by_words" if link.reasons else "inspector.by_none")
    if pair is None:
        return f"{first} · {say('inspector.no_model')}" if rules else first
    return f"{first} · {opinion(pair, link.verdict)}"


def opinion(pair: EntailmentPair, verdict: Verdict) -> str:
    """What the model says to a verdict, in two or three words."""
    seen = model_verdict(pair)
    if seen is verdict:
        return say("inspector.model_agrees")
    if seen is None:
        return say("inspector.model_unsure")
    return say("inspector.model_differs", verdict=verdict_word(seen).lower())


def model_verdict(pair: EntailmentPair) -> Verdict | None:
    """What the model alone would lean to; None where it leaves both directions open.

    Where one side follows from the other and not the other way round, one says more than the other: they are the same
    claim, qualified.
    """
    if max(pair.forward.contradiction, pair.backward.contradiction) >= _LEANS:
        return Verdict.CONTRADICTION
    entailed = (pair.forward.entailment >= _LEANS) + (pair.backward.entailment >= _LEANS)
    return (None, Verdict.QUALIFIED, Verdict.AGREEMENT)[entailed]


def outcome_words(entailment: Entailment) -> str:
    """The three probabilities of one direction in words: "entails .02, neutral .05, contradicts .93"."""
    entails, neutral, contradicts = figures(entailment)
    return say("inspector.outcomes", entailment=entails, neutral=neutral, contradiction=contradicts)


def figures(entailment: Entailment) -> tuple[str, str, str]:
    """The probabilities of one direction as short as they can be told: ".93"; entails, neutral, contradicts."""
    entails, neutral, contradicts = (
        f"{probability:.2f}".removeprefix("0")
        for probability in (entailment.entailment, entailment.neutral, entailment.contradiction)
    )
    return entails, neutral, contradicts


def why_unanswered(comparison: Comparison, row: Unanswered, near: Nearest | None) -> list[str]:
    """What is known of the other side: that none of its sentences answers this, or which comes nearest."""
    other = Side.RIGHT if row.side is Side.LEFT else Side.LEFT
    if near is None:
        lines = [say("inspector.unanswered_unread")]
    elif near.takes_up:
        lines = [say("inspector.unanswered_near", place=f"{SIDE_LETTERS[other]}{near.other + 1}")]
    else:
        lines = [say("inspector.unanswered_why")]
    for denial in comparison.denials:
        if denial.side is other and row.sentence in denial.charges:
            lines.append(say("inspector.unanswered_denied", place=f"{SIDE_LETTERS[other]}{denial.sentence + 1}"))
    return lines
