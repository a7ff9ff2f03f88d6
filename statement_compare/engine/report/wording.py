"""How verdicts and reasons are said in English: the one place where a rule key becomes a sentence.

`RULES` maps the rule key of a `Reason` to a template. `{left}` and `{right}` are the words of each side, `{which}` is
the side that has words where the other has none, and every parameter of the reason fills a place of its own name.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from datetime import date
from typing import TYPE_CHECKING, Final

from statement_compare.engine.model import (
    Comparison,
    Link,
    Reason,
    ReasonKind,
    Role,
    Side,
    Span,
    Statement,
    Verdict,
)
from statement_compare.engine.signature import model_word
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

# Where a rule has no template of its own, its kind says what was seen.
_BOTH_SIDES: Final = {
    ReasonKind.NUMBER: "{left} against {right}",
    ReasonKind.DATE: "{left} against {right}",
    ReasonKind.UNIT: "the units differ: {left} against {right}",
    ReasonKind.NEGATION: "one side denies what the other says: {left} against {right}",
    ReasonKind.EXCLUSIVITY: "one side claims it for itself alone: {left} against {right}",
    ReasonKind.QUANTIFIER: "they speak of different shares: {left} against {right}",
    ReasonKind.ANTONYM: "opposite words: {left} against {right}",
    ReasonKind.ENTITY: "different names: {left} against {right}",
    ReasonKind.ORDER: "who did what is turned round: {left} against {right}",
    ReasonKind.MODALITY: "one side is less definite: {left} against {right}",
    ReasonKind.ATTRIBUTION: "one side gives it as somebody's words: {left} against {right}",
    ReasonKind.DENIAL: "one side says that it did not happen: {left} against {right}",
    ReasonKind.WORDING: "{left} – {right}",
    ReasonKind.MODEL: "judged by the language model from both sides together: {left} – {right}",
}
_ONE_SIDE: Final = {
    ReasonKind.NUMBER: "only the {side} side gives the figure {words}",
    ReasonKind.DATE: "only the {side} side gives the date {words}",
    ReasonKind.UNIT: "only the {side} side gives the unit {words}",
    ReasonKind.NEGATION: "only the {side} side negates: {words}",
    ReasonKind.EXCLUSIVITY: "only the {side} side claims it for itself alone: {words}",
    ReasonKind.QUANTIFIER: "only the {side} side says how many: {words}",
    ReasonKind.ANTONYM: "only the {side} side says {words}",
    ReasonKind.ENTITY: "only the {side} side names {words}",
    ReasonKind.ORDER: "only the {side} side says who did it: {words}",
    ReasonKind.MODALITY: "only the {side} side limits it: {words}",
    ReasonKind.ATTRIBUTION: "only the {side} side gives it as somebody's words: {words}",
    ReasonKind.DENIAL: "the {side} side denies it: {words}",
    ReasonKind.WORDING: "only the {side} side says {words}",
    ReasonKind.MODEL: "judged by the language model, on the {side} side by {words}",
}
_NO_WORDS: Final = {
    ReasonKind.WORDING: "both sides use the same words",
    ReasonKind.MODEL: "judged by the language model from both sentences as a whole",
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

KIND_WORDS: Final = {
    ReasonKind.NUMBER: "number",
    ReasonKind.DATE: "date",
    ReasonKind.UNIT: "unit",
    ReasonKind.NEGATION: "negation",
    ReasonKind.EXCLUSIVITY: "exclusivity",
    ReasonKind.QUANTIFIER: "how many",
    ReasonKind.ANTONYM: "opposite words",
    ReasonKind.ENTITY: "name",
    ReasonKind.ORDER: "who did it",
    ReasonKind.MODALITY: "how certain",
    ReasonKind.ATTRIBUTION: "whose words",
    ReasonKind.DENIAL: "denial",
    ReasonKind.WORDING: "wording",
    ReasonKind.MODEL: "meaning",
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
# What becomes of a sentence, by the values of `engine.summary.Fate`.
FATE_WORDS: Final[dict[str, str]] = {
    "contradiction": "in a contradiction",
    "qualified": "in a qualified pair",
    "agreement": "in an agreement",
    "unclear": "in an unclear pair",
    "alone": "claims in no pair (unanswered)",
    "no_claim": "no claims (questions, courtesies, headings ...)",
}
# Why two sentences are no link, or one without a verdict, by the values of `engine.why_not.Why`. `{which}` is the
# sentence, or both where the reason lies in the pair; `{other}` is another link, `{fact}` what speaks against.
WHY_NOT: Final[dict[str, str]] = {
    "linked": "{which} are paired, and the verdict is {verdict}",
    "frames": "{which} only says who speaks, where or when, and stands in no pair",
    "no_claim": "{which} is no claim (it was read as {role})",
    "not_candidate": "{which} have too little in common to be paired: wording {wording}, {shared}",
    "neutral": "read together, {which} neither support nor contradict each other ({chance} sure)",
    "other_claim": "{which} hardly speak of one claim: a chance of {chance}, and a pair is shown from {least} on",
    "other_matter": "{which} speak of different matters: {fact}",
    "below": "{which} come nearest to {verdict}: a chance of {chance}, where {least} is asked for",
    "nothing_found": "nothing was found in which {which} agree or differ for sure",
    "too_many": "{which} contradicts so many sentences already that one more says nothing",
    "outranked": "a better partner was found: {other}",
}
# Of the table of facts (`engine.ledger`), by the values of its enums: a report of verdicts need not load it.
FACT_KINDS: Final[dict[str, str]] = {"figure": "Figures", "date": "Dates", "name": "Names"}
FACT_WORDS: Final[dict[str, str]] = {
    "differs": "differs",
    "rounded": "nearly the same",
    "only_left": "only left",
    "only_right": "only right",
    "same": "the same",
}
FACT_SIGNS: Final[dict[str, str]] = {"differs": "≠", "rounded": "≈", "only_left": "∅", "only_right": "∅", "same": "="}
SIDE_WORDS: Final = {Side.LEFT: "left", Side.RIGHT: "right"}
SIDE_LETTERS: Final = {Side.LEFT: "L", Side.RIGHT: "R"}

DISCLAIMER: Final = (
    "This report compares two texts with each other. It does not establish what is true: "
    "a contradiction says that both cannot hold, not which of them does. Every verdict is for a person to check."
)

SHORT_DISCLAIMER: Final = "It compares two texts with each other and does not establish what is true."

UNMEASURED: Final = (
    "The language model that judged has not been measured: the table of another model weighs its answers, so that how "
    "sure its verdicts are is not known."
)

LANGUAGE_WORDS: Final = {
    "en": "English",
    "ru": "Russian",
    "kk": "Kazakh",
    "de": "German",
    "fr": "French",
    "es": "Spanish",
    "uk": "Ukrainian",
    "it": "Italian",
    "pt": "Portuguese",
    "pl": "Polish",
    "tr": "Turkish",
    "ar": "Arabic",
    "zh": "Chinese",
}
_OPTION_WORDS: Final = {
    "languages": "languages",
    "preset": "preset",
    "sentences_per_line": "one sentence a line",
    "use_model": "models used",
}
_MONTHS: Final = "January February March April May June July August September October November December".split()

if TYPE_CHECKING:
    from statement_compare.engine.why_not import WhyNot

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
        return _BOTH_SIDES[reason.kind].format(left=left, right=right)
    if left or right:
        return _ONE_SIDE[reason.kind].format(side="left" if left else "right", words=left or right)
    return _NO_WORDS.get(reason.kind, f"{KIND_WORDS[reason.kind]} differs")


def _shown(params: Iterable[tuple[str, str]]) -> dict[str, str]:
    return {name: hidden.shown(value) for name, value in params}


def _with_words(kind: ReasonKind, message: str, words: list[str]) -> str:
    """A message that has no place for words, with them behind it; a whole sentence would only say itself again."""
    return message if kind is ReasonKind.WORDING or not words else f"{message}: {' – '.join(words)}"


def why_not_message(comparison: Comparison, left: int, right: int, found: WhyNot) -> str:
    """One line that says why two sentences, given by their ids, are no link or have no sure verdict."""
    params = dict(found.params)
    both = f"{numbers(Side.LEFT, (left,))} and {numbers(Side.RIGHT, (right,))}"
    side = params.pop("side", "")
    which = both if not side else numbers(Side(side), (left if side == Side.LEFT else right,))
    shown: dict[str, str] = {
        "verdict": VERDICT_WORDS[Verdict(params["verdict"])] if "verdict" in params else "",
        "role": ROLE_WORDS[Role(params["role"])] if "role" in params else "",
        "shared": _shared(int(params.get("shared", 0))),
        "fact": "",
        "other": "",
        **{name: percent(float(params[name])) for name in ("wording", "chance", "least") if name in params},
    }
    if found.fact is not None:
        shown["fact"] = reason_message(found.fact, comparison.left.source.text, comparison.right.source.text)
    if found.link is not None:
        places = f"{numbers(Side.LEFT, found.link.left)} – {numbers(Side.RIGHT, found.link.right)}"
        shown["other"] = f"{places} ({verdict_words(found.link)})"
    return WHY_NOT[found.why].format(which=which, **shown)


def _shared(number: int) -> str:
    if number < 2:
        return "one figure, date or name" if number else "no figure, date or name"
    return f"{number} figures, dates and names"


def messages(comparison: Comparison, link: Link) -> tuple[str, ...]:
    """The reasons of a link, each said once, in the order in which they carry it."""
    texts = comparison.left.source.text, comparison.right.source.text
    return tuple(dict.fromkeys(reason_message(reason, *texts) for reason in link.reasons))


def by_gravity(comparison: Comparison) -> tuple[Link, ...]:
    """The links in the order of `SECTIONS`, those of one verdict as they follow in the left text.

    Of the unclear ones those that may contradict come first, the likeliest of them before the others.
    """
    gravity = list(SECTIONS)
    return tuple(sorted(comparison.links, key=lambda link: (gravity.index(link.verdict), -_leaning(link))))


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


def file_name(path: str) -> str:
    """The name of a file without its folders, which are nobody's business but the user's; "" where there is none."""
    if path == "-":
        return "standard input"
    return re.split(r"[\\/]", path.rstrip("\\/"))[-1]


def kinds(link: Link) -> str:
    """The kinds of a link's reasons in words, each once, such as "number, name"."""
    return ", ".join(dict.fromkeys(KIND_WORDS[reason.kind] for reason in link.reasons))


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


def side_name(comparison: Comparison, side: Side) -> str:
    """What a side is called: its speaker, else its file, else "the left side".

    Never its title: "NorRail answers the Ministry of Transport" names the text, and both of those who speak. Where
    both sides are called the same, each says which it is: "The ministry (left)".
    """
    name = _name_of(comparison.left if side is Side.LEFT else comparison.right)
    if not name:
        return f"the {SIDE_WORDS[side]} side"
    is_shared = _name_of(comparison.left) == _name_of(comparison.right)
    return f"{name} ({SIDE_WORDS[side]})" if is_shared else name


def _name_of(statement: Statement) -> str:
    source = statement.source
    return plain(source.speaker) or plain("" if source.path == "-" else file_name(source.path))


def as_title(name: str) -> str:
    """A name at the start of a line: "the ministry" becomes "The ministry"."""
    return name[:1].upper() + name[1:] if name.startswith("the ") else name


def count(verdict: Verdict, number: int) -> str:
    """ "1 contradiction", "3 agreements"."""
    return f"{number} {(VERDICT_WORDS if number == 1 else VERDICT_PLURALS)[verdict]}"


def day(when: date) -> str:
    """ "1 November 2021"."""
    return f"{when.day} {_MONTHS[when.month - 1]} {when.year}"


def language(code: str) -> str:
    return LANGUAGE_WORDS.get(code, code) or "unknown"


def about(statement: Statement) -> tuple[str, ...]:
    """What stands below a side's name: title, date, file, sentences, language, hidden characters, as far as known."""
    source = statement.source
    number, unseen = len(statement.sentences), sum(times for _, times in hidden.counted(source.text))
    parts = (
        plain(source.title),
        day(source.date) if source.date else "",
        plain(file_name(source.path)),
        f"{number} sentence{'' if number == 1 else 's'}",
        language(statement.language),
        f"{unseen} invisible character{'' if unseen == 1 else 's'}, shown as ‹U+…›" if unseen else "",
    )
    return tuple(part for part in parts if part)


def hidden_characters(text: str) -> str:
    """Which hidden characters a text has: "U+202E right-to-left override (2), U+200B zero width space (1)"."""
    return ", ".join(f"U+{ord(each):04X} {hidden.name(each)} ({times})" for each, times in hidden.counted(text))


def provenance(statements: tuple[Statement, Statement]) -> Iterator[tuple[str, tuple[str, str]]]:
    """Rows of what is known of both documents: a name and a value a side; rows that are empty are left out."""
    rows = {
        "File": [plain(file_name(s.source.path)) for s in statements],
        "Title": [plain(s.source.title) for s in statements],
        "Speaker": [plain(s.source.speaker) for s in statements],
        "Date": [day(s.source.date) if s.source.date else "" for s in statements],
        "Language": [language(s.language) for s in statements],
        "Sentences": [str(len(s.sentences)) for s in statements],
        "Invisible characters": [hidden_characters(s.source.text) for s in statements],
        "Format": [s.source.format for s in statements],
        "Encoding": [
            f"{s.source.encoding}{' (a guess)' if s.source.encoding_guessed else ''}" if s.source.encoding else ""
            for s in statements
        ],
        "SHA-256": [s.source.sha256 for s in statements],
    }
    for name, (left, right) in rows.items():
        if left or right:
            yield name, (left, right)


def caveats(comparison: Comparison) -> str:
    """What every report says of how far it can be believed."""
    return DISCLAIMER if comparison.is_measured else f"{DISCLAIMER} {UNMEASURED}"


def signed(comparison: Comparison) -> Iterator[tuple[str, str]]:
    """Rows of what produced the result: a name and a value."""
    signature = comparison.signature
    yield "Made by", f"statement_compare {signature.version}"
    options = [
        f"{_OPTION_WORDS.get(key, key)}: {plain(model_word(value) if key == 'model' else value)}"
        for key, value in signature.options
        if value.strip(",")
    ]
    if options:
        yield "Options", "; ".join(options)
    yield "Models", "; ".join(f"{role}: {plain(model)}" for role, model in signature.models) or "none"
    judge = dict(signature.models).get(comparison.judged_by, "rules alone")
    unmeasured = "" if comparison.is_measured else " (not measured)"
    yield "Judged by", plain(judge.partition(" sha256:")[0]) + unmeasured
    for weighed in signature.tables:
        if weighed.role == comparison.judged_by:
            yield "Weighed by", f"the table {plain(weighed.table)}" + (", made for another model" if unmeasured else "")
    if signature.libraries:
        yield "Libraries", ", ".join(f"{name} {version}" for name, version in signature.libraries)
