"""How verdicts and reasons are said in English: the one place where a rule key becomes a sentence.

`RULES` maps the rule key of a `Reason` to a template. `{left}` and `{right}` are the words of each side, `{which}` is
the side that has words where the other has none, and every parameter of the reason fills a place of its own name.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Final

from statement_compare.engine.model import Comparison, Link, Reason, ReasonKind, Role, Side, Span, Verdict
from statement_compare.engine.text import hidden
from statement_compare.engine.text.graphemes import widened
from statement_compare.engine.unanswered import Unanswered, unanswered

RULES: Final[dict[str, str]] = {
    # Of the comparison as a whole.
    "wording.same": "both sides use the same words",
    "wording.near": "both sides say it in nearly the same words",
    # Of what words say of each other: negation, denial, attribution, modality, quantity, exclusivity, opposites, names.
    "negation.one_side": "one side negates what the other states: {left} against {right}",
    "negation.both": "both sides negate it: {left}, {right}",
    "negation.part_only": "the denial is of the manner or time alone: {left} – {right}",
    "antonym.in_frame": "the same words but for opposites: {left} against {right}",
    "antonym.opposed": "opposite words: {left} against {right}",
    "antonym.cancelled": "a negation turns the opposite round, so both say the same: {left}, {right}",
    "denial.of_claim": "one side denies what the other says: {left} against {right}",
    "denial.concedes_other": "one side grants the opposite of what the other says: {left} against {right}",
    "denial.cancelled": "one side does not dispute what the other says: {left}, {right}",
    "denial.both": "the denial comes to the same as the other side's words: {left}, {right}",
    "denial.intent_only": "the denial is of the intent alone: {left} – {right}",
    "denial.of_other_claim": "what is denied is something else than what the other side says",
    "attribution.reported": "{which} only reports what somebody else says",
    "attribution.no_stand": "{which} takes no stand on it",
    "attribution.replaced": "each side names another one as the author: {left} against {right}",
    "attribution.other_agent": "each side names another one: {left} against {right}",
    "attribution.denied_agent": "one side says that it was not the one the other names: {left} against {right}",
    "attribution.exchanged": "the same deed with the two parties in each other's place: {left} against {right}",
    "attribution.reversed": "each side names the one whom the other rules out: {left} against {right}",
    "attribution.not_that_one": "one side rules out the one whom the other names: {left} against {right}",
    "modality.exclude": "what must, may or can be differs: {left} against {right}",
    "modality.softer": "one side puts it as weaker: {left} – {right}",
    "modality.hedged": "one side does not commit itself: {left} – {right}",
    "modality.condition": "one side makes it depend on a condition: {left} – {right}",
    "quantifier.exclude": "the shares exclude each other: {left} against {right}",
    "quantifier.softer": "one side speaks of a smaller or vaguer share: {left} – {right}",
    "exclusivity.alone_or_shared": (
        "only one of its kind on one side, one of several on the other: {left} against {right}"
    ),
    "exclusivity.alone_or_all": "one alone on one side, all of a kind on the other: {left} against {right}",
    "exclusivity.other_named": "one side says that there is no other, the other side names one: {left} against {right}",
    "exclusivity.one_side": "{which} alone says that there is no other",
    "entity.replaced": "each side names another one: {left} against {right}",
    # Of figures, units, dates and order.
    "number.equal": "the same figure: {left}, {right}",
    "number.converted": "the same amount in another unit: {left}, {right}",
    "number.rounded": "the same figure, rounded: {left}, {right}",
    "number.derived": "the figures follow from each other: {left}, {right}",
    "number.within_bound": "one figure lies within the other's bound: {left}, {right}",
    "number.near": "a rounded figure near the other: {left}, {right}",
    "number.overlap": "the ranges overlap: {left}, {right}",
    "number.differ": "{left} against {right}",
    "number.beyond_bound": "one figure lies beyond the other's bound: {left} against {right}",
    "number.other_period": "the figures are of different periods: {left}, {right}",
    "number.other_case": "the figures are of different cases: {left}, {right}",
    "number.other_role": "one figure is a difference, the other an amount: {left}, {right}",
    "number.open_unit": "how large the measure is hangs on what is measured, and is not told: {left}, {right}",
    "unit.differ": "the same figure in another unit: {left} against {right}",
    "unit.scale": "the same digits a thousandfold apart: {left} against {right}",
    "unit.currency": "the same figure in another currency: {left} against {right}",
    "unit.rate": "the same figure per another measure: {left} against {right}",
    "unit.other_case": "the amounts are of different cases: {left}, {right}",
    "date.equal": "the same time: {left}, {right}",
    "date.rounded": "one time lies within the other: {left}, {right}",
    "date.within": "one time keeps the other's limit: {left}, {right}",
    "date.differ": "{left} against {right}",
    "date.other_period": "they speak of different periods: {left}, {right}",
    "date.other_case": "the times are of different events: {left}, {right}",
    "date.other_bearing": "one time is a limit, the other a day: {left}, {right}",
    "order.same": "the same order of events: {left}, {right}",
    "order.reversed": "the events come in reverse order: {left} against {right}",
    "order.other_case": "the orders are of different events: {left}, {right}",
    # Of a model that reads both sides together; what stands before the colon is said where it points at no words.
    "model.contradiction": "read together, they cannot both be true: {left} against {right}",
    "model.agreement": "both sides say the same in other words: {left}, {right}",
    "model.qualified": "one side says more than the other, or limits it: {left} – {right}",
    "model.left_more": "the left side says more than the right one: {left} – {right}",
    "model.right_more": "the right side says more than the left one: {left} – {right}",
}


@dataclass(frozen=True, slots=True)
class KindWords:
    """How one kind of reason is said: in reports, in the window, and where its rule has no template of its own.

    `both` has words on both sides, `one` on one of them; `none`, where it is not "... differs", is without any.
    """

    word: str
    title: str
    both: str
    one: str
    none: str = ""


KINDS: Final = {
    ReasonKind.NUMBER: KindWords(
        "number",
        "Number",
        "{left} against {right}",
        "only the {side} side gives the figure {words}",
    ),
    ReasonKind.DATE: KindWords(
        "date",
        "Date",
        "{left} against {right}",
        "only the {side} side gives the date {words}",
    ),
    ReasonKind.UNIT: KindWords(
        "unit",
        "Unit",
        "the units differ: {left} against {right}",
        "only the {side} side gives the unit {words}",
    ),
    ReasonKind.NEGATION: KindWords(
        "negation",
        "Negation",
        "one side denies what the other says: {left} against {right}",
        "only the {side} side negates: {words}",
    ),
    ReasonKind.EXCLUSIVITY: KindWords(
        "exclusivity",
        "Exclusivity",
        "one side claims it for itself alone: {left} against {right}",
        "only the {side} side claims it for itself alone: {words}",
    ),
    ReasonKind.QUANTIFIER: KindWords(
        "how many",
        "How many",
        "they speak of different shares: {left} against {right}",
        "only the {side} side says how many: {words}",
    ),
    ReasonKind.ANTONYM: KindWords(
        "opposite words",
        "Opposite",
        "opposite words: {left} against {right}",
        "only the {side} side says {words}",
    ),
    ReasonKind.ENTITY: KindWords(
        "name",
        "Name",
        "different names: {left} against {right}",
        "only the {side} side names {words}",
    ),
    ReasonKind.ORDER: KindWords(
        "who did it",
        "Who to whom",
        "who did what is turned round: {left} against {right}",
        "only the {side} side says who did it: {words}",
    ),
    ReasonKind.MODALITY: KindWords(
        "how certain",
        "How certain",
        "one side is less definite: {left} against {right}",
        "only the {side} side limits it: {words}",
    ),
    ReasonKind.ATTRIBUTION: KindWords(
        "whose words",
        "Who",
        "one side gives it as somebody's words: {left} against {right}",
        "only the {side} side gives it as somebody's words: {words}",
    ),
    ReasonKind.DENIAL: KindWords(
        "denial",
        "Denial",
        "one side says that it did not happen: {left} against {right}",
        "the {side} side denies it: {words}",
    ),
    ReasonKind.WORDING: KindWords(
        "wording",
        "Wording",
        "{left} – {right}",
        "only the {side} side says {words}",
        "both sides use the same words",
    ),
    ReasonKind.MODEL: KindWords(
        "meaning",
        "Meaning",
        "judged by the language model from both sides together: {left} – {right}",
        "judged by the language model, on the {side} side by {words}",
        "judged by the language model from both sentences as a whole",
    ),
}

VERDICT_WORDS: Final = {
    Verdict.AGREEMENT: "agreement",
    Verdict.QUALIFIED: "qualified",
    Verdict.CONTRADICTION: "contradiction",
    Verdict.UNCLEAR: "unclear",
}
VERDICT_PLURALS: Final = {
    Verdict.AGREEMENT: "agreements",
    Verdict.QUALIFIED: "qualified",
    Verdict.CONTRADICTION: "contradictions",
    Verdict.UNCLEAR: "unclear",
}
VERDICT_SIGNS: Final = {
    Verdict.AGREEMENT: "=",
    Verdict.QUALIFIED: "~",
    Verdict.CONTRADICTION: "≠",
    Verdict.UNCLEAR: "?",
}
UNANSWERED_SIGN: Final = "∅"

# In the order in which reports list them: what matters most comes first.
SECTIONS: Final = {
    Verdict.CONTRADICTION: "Contradictions",
    Verdict.QUALIFIED: "Qualified: the same with a difference",
    Verdict.AGREEMENT: "Agreements",
    Verdict.UNCLEAR: "Unclear",
}

ROLE_WORDS: Final = {
    Role.CLAIM: "claim",
    Role.QUESTION: "question",
    Role.OPINION: "opinion",
    Role.PREDICTION: "prediction",
    Role.COURTESY: "courtesy",
    Role.CONTACT: "contact",
    Role.HEADING: "heading",
}
SIDE_WORDS: Final = {Side.LEFT: "left", Side.RIGHT: "right"}
SIDE_LETTERS: Final = {Side.LEFT: "L", Side.RIGHT: "R"}

_SPACE = re.compile(r"\s+")
_QUOTE_LIMIT = 140


def reason_message(reason: Reason, left_text: str, right_text: str) -> str:
    """One line that says why, such as "5,000 barrels a day against 1,000 barrels per day".

    `left_text` and `right_text` are the texts of the whole sides, which the reason's spans point into.
    """
    left, right = (
        hidden.isolated(quote(span, text)) for span, text in ((reason.left, left_text), (reason.right, right_text))
    )
    words = [side for side in (left, right) if side]
    which = ("one side", f"the {'left' if left else 'right'} side", "each side")[len(words)]
    template = RULES.get(reason.rule)
    if template is not None and reason.kind is ReasonKind.MODEL and not (left and right):
        template = template.partition(":")[0]
    if template is not None and (left or "{left}" not in template) and (right or "{right}" not in template):
        try:
            message = template.format(**{"left": left, "right": right, "which": which, **_shown(reason.params)})
        except (KeyError, IndexError):  # a parameter that this version's template does not know
            pass
        else:
            has_words = "{left}" in template or "{right}" in template
            return message if has_words else _with_words(reason.kind, message, words)
    if left and right:
        return KINDS[reason.kind].both.format(left=left, right=right)
    if left or right:
        return KINDS[reason.kind].one.format(side="left" if left else "right", words=left or right)
    return KINDS[reason.kind].none or f"{KINDS[reason.kind].word} differs"


def _shown(params: Iterable[tuple[str, str]]) -> dict[str, str]:
    return {name: hidden.shown(value) for name, value in params}


def _with_words(kind: ReasonKind, message: str, words: list[str]) -> str:
    """A message that has no place for words, with them behind it; a whole sentence would only say itself again."""
    return message if kind is ReasonKind.WORDING or not words else f"{message}: {' – '.join(words)}"


def messages(comparison: Comparison, link: Link) -> tuple[str, ...]:
    """The reasons of a link, each said once, in the order in which they carry it."""
    texts = comparison.left.source.text, comparison.right.source.text
    return tuple(dict.fromkeys(reason_message(reason, *texts) for reason in link.reasons))


def by_gravity(comparison: Comparison) -> tuple[Link, ...]:
    """The links of a comparison as `gravest_first` orders them."""
    return gravest_first(comparison.links)


def gravest_first(links: Iterable[Link]) -> tuple[Link, ...]:
    """Links in the order of `SECTIONS`, those of one verdict as they follow in the left text.

    Of the unclear ones those that may contradict come first, the likeliest of them before the others.
    """
    gravity = list(SECTIONS)
    return tuple(sorted(links, key=lambda link: (gravity.index(link.verdict), -_leaning(link))))


def verdict_words(link: Link) -> str:
    """The verdict in words; an unclear one that leans says so."""
    return "may contradict" if link.may_contradict else VERDICT_WORDS[link.verdict]


def _leaning(link: Link) -> float:
    return link.leaning if link.may_contradict else 0.0


def percent(share: float) -> str:
    """ "83 %"; 0 and 100 are kept for nothing and all, so that two texts that differ never show 100."""
    rounded = round(100 * share)
    return f"{min(max(rounded, 1), 99) if 0 < share < 1 else rounded} %"


def without_answer(left: int, right: int) -> str:
    """ "3 unanswered (2 left, 1 right)": the claims that are in no link."""
    return f"{left + right} unanswered ({left} left, {right} right)"


def unanswered_sections(comparison: Comparison, side: Side) -> Iterator[tuple[str, tuple[tuple[Unanswered, str], ...]]]:
    """What has no answer, under what is said of it: "Not taken up by" or "No answer found in what is said by".

    Each entry with a note that names the nearest sentence of the other side, or "".
    """
    other = Side.RIGHT if side is Side.LEFT else Side.LEFT
    entries = unanswered(comparison, side)
    for title, is_sure in (("Not taken up by", True), ("No answer found in what is said by", False)):
        some = [entry for entry in entries if entry.is_not_taken_up is is_sure]
        noted = tuple(
            (entry, "" if is_sure or entry.nearest is None else f"nearest: {numbers(other, (entry.nearest,))}")
            for entry in some
        )
        if noted:
            yield title, noted


def quote(span: Span | None, text: str) -> str:
    """The words of a span on one line with hidden characters in sight, cut in the middle where long; "" for None."""
    words = "" if span is None else _SPACE.sub(" ", span.of(text)).strip()
    if len(words) <= _QUOTE_LIMIT:
        return hidden.shown(words)
    half = _QUOTE_LIMIT // 2
    middle = widened(words, Span(half, len(words) - half))
    return f"{hidden.shown(words[: middle.start].rstrip())} … {hidden.shown(words[middle.end :].lstrip())}"


def one_line(text: str) -> str:
    """A sentence without the line breaks that its file happened to have in it."""
    return _SPACE.sub(" ", text).strip()


def plain(text: str) -> str:
    """A stranger's words on one line, in which hidden characters are seen and nothing turns or steers."""
    return hidden.shown(one_line(text))


def kinds(link: Link) -> str:
    """The kinds of a link's reasons in words, each once, such as "number, name"."""
    return ", ".join(dict.fromkeys(KINDS[reason.kind].word for reason in link.reasons))


def numbers(side: Side, ids: tuple[int, ...]) -> str:
    """Sentence numbers as a person counts them: ids from 0 become "L1", "R3, R4"."""
    return ", ".join(f"{SIDE_LETTERS[side]}{i + 1}" for i in ids)


def denied_in_general(comparison: Comparison) -> tuple[str, ...]:
    """A line for each general denial: "R1 denies the charges in general; 1 claim has no other answer: L1"."""
    return tuple(
        f"{numbers(found.side, (found.sentence,))} denies the charges in general; {len(found.charges)} "
        f"{'claim has' if len(found.charges) == 1 else 'claims have'} no other answer: "
        + numbers(Side.RIGHT if found.side is Side.LEFT else Side.LEFT, found.charges)
        for found in comparison.denials
    )


def count(verdict: Verdict, number: int) -> str:
    """ "1 contradiction", "3 agreements"."""
    return f"{number} {(VERDICT_WORDS if number == 1 else VERDICT_PLURALS)[verdict]}"
