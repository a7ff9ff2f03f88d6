"""How verdicts and reasons are said: the one place where a rule key becomes a sentence, by the words of a language."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Final

from statement_compare.engine.model import Comparison, Link, Reason, ReasonKind, Role, Side, Span, Verdict
from statement_compare.engine.report import quotation
from statement_compare.engine.report.words import words_in
from statement_compare.engine.text import hidden
from statement_compare.engine.text.graphemes import widened
from statement_compare.engine.text.one_line import on_one_line
from statement_compare.engine.unanswered import Unanswered, unanswered

VERDICT_SIGNS: Final = {
    Verdict.AGREEMENT: "=",
    Verdict.QUALIFIED: "~",
    Verdict.CONTRADICTION: "≠",
    Verdict.UNCLEAR: "?",
}
UNANSWERED_SIGN: Final = "∅"

# In the order in which reports list them: what matters most comes first.
SECTIONS: Final = (Verdict.CONTRADICTION, Verdict.QUALIFIED, Verdict.AGREEMENT, Verdict.UNCLEAR)
SIDE_LETTERS: Final = {Side.LEFT: "L", Side.RIGHT: "R"}

_QUOTE_LIMIT = 140


def reason_message(reason: Reason, left_text: str, right_text: str, language: str = "en") -> str:
    """One line that says why, such as "5,000 barrels a day against 1,000 barrels per day".

    `left_text` and `right_text` are the texts of the whole sides, which the reason's spans point into.
    """
    left, right = (
        hidden.isolated(quote(span, text)) for span, text in ((reason.left, left_text), (reason.right, right_text))
    )
    said = words_in(language)
    quoted = [side for side in (left, right) if side]
    which = said.say(f"side.which_{('none', 'left' if left else 'right', 'both')[len(quoted)]}")
    template = said.rules.get(reason.rule)
    if template is not None and reason.kind is ReasonKind.MODEL and not (left and right):
        template = template.partition(":")[0]
    if template is not None and (left or "{left}" not in template) and (right or "{right}" not in template):
        try:
            places = {"left": left, "right": right, "which": which, **_shown(reason.params)}
            message = quotation.filled(template, language, **places)
        except (KeyError, IndexError):  # a parameter that this version's template does not know
            pass
        else:
            has_words = "{left}" in template or "{right}" in template
            return message if has_words else _with_words(reason.kind, message, quoted)
    kind = said.kinds[reason.kind]
    if left and right:
        return quotation.filled(kind.both, language, left=left, right=right)
    if left or right:
        side = said.say("side.where_left" if left else "side.where_right")
        return quotation.filled(kind.one, language, side=side, words=left or right)
    return kind.none or said.say("kind.differs", kind=kind.word)


def _shown(params: Iterable[tuple[str, str]]) -> dict[str, str]:
    return {name: hidden.shown(value) for name, value in params}


def _with_words(kind: ReasonKind, message: str, words: list[str]) -> str:
    """A message that has no place for words, with them behind it; a whole sentence would only say itself again."""
    return message if kind is ReasonKind.WORDING or not words else f"{message}: {' – '.join(words)}"


def messages(comparison: Comparison, link: Link, language: str = "en") -> tuple[str, ...]:
    """The reasons of a link, each said once, in the order in which they carry it."""
    texts = comparison.left.source.text, comparison.right.source.text
    return tuple(dict.fromkeys(reason_message(reason, *texts, language) for reason in link.reasons))


def by_gravity(comparison: Comparison) -> tuple[Link, ...]:
    """The links of a comparison as `gravest_first` orders them."""
    return gravest_first(comparison.links)


def gravest_first(links: Iterable[Link]) -> tuple[Link, ...]:
    """Links in the order of `SECTIONS`, those of one verdict as they follow in the left text.

    Of the unclear ones those that may contradict come first, the likeliest of them before the others.
    """
    return tuple(sorted(links, key=lambda link: (SECTIONS.index(link.verdict), -_leaning(link))))


def verdict_words(link: Link, language: str = "en") -> str:
    """The verdict in words; an unclear one that leans says so."""
    return (
        words_in(language).say("verdict.may_contradict")
        if link.may_contradict
        else verdict_word(link.verdict, language)
    )


def verdict_word(of: Verdict, language: str = "en") -> str:
    """ "contradiction"."""
    return words_in(language).say(f"verdict.{of.value}")


def section_title(of: Verdict, language: str = "en") -> str:
    """What stands above the findings of a verdict: "Contradictions"."""
    return words_in(language).say(f"section.{of.value}")


def role_word(of: Role, language: str = "en") -> str:
    """ "claim"."""
    return words_in(language).say(f"role.{of.value}")


def side_word(of: Side, language: str = "en") -> str:
    """ "left"."""
    return words_in(language).say(f"side.{of.value}")


def _leaning(link: Link) -> float:
    return link.leaning if link.may_contradict else 0.0


def percent(share: float) -> str:
    """ "83 %"; 0 and 100 are kept for nothing and all, so that two texts that differ never show 100."""
    rounded = round(100 * share)
    return f"{min(max(rounded, 1), 99) if 0 < share < 1 else rounded} %"


def without_answer(left: int, right: int, language: str = "en") -> str:
    """ "3 unanswered (2 left, 1 right)": the claims that are in no link."""
    return words_in(language).say("unanswered", n=left + right, left=left, right=right)


def unanswered_sections(
    comparison: Comparison, side: Side, language: str = "en"
) -> Iterator[tuple[str, tuple[tuple[Unanswered, str], ...]]]:
    """What has no answer, under what is said of it: "Not taken up by" or "No answer found in what is said by".

    Each entry with a note that names the nearest sentence of the other side, or "".
    """
    said = words_in(language)
    other = Side.RIGHT if side is Side.LEFT else Side.LEFT
    entries = unanswered(comparison, side)
    for key, is_sure in (("not_taken_up", True), ("not_found", False)):
        some = [entry for entry in entries if entry.is_not_taken_up is is_sure]
        noted = tuple(
            (
                entry,
                ""
                if is_sure or entry.nearest is None
                else said.say("unanswered.nearest", place=numbers(other, (entry.nearest,))),
            )
            for entry in some
        )
        if noted:
            yield said.say(f"unanswered.{key}"), noted


def quote(span: Span | None, text: str) -> str:
    """The words of a span on one line with hidden characters in sight, cut in the middle where long; "" for None."""
    words = "" if span is None else on_one_line(span.of(text))
    if len(words) <= _QUOTE_LIMIT:
        return hidden.shown(words)
    half = _QUOTE_LIMIT // 2
    middle = widened(words, Span(half, len(words) - half))
    return f"{hidden.shown(words[: middle.start].rstrip())} … {hidden.shown(words[middle.end :].lstrip())}"


def plain(text: str) -> str:
    """A stranger's words on one line, in which hidden characters are seen and nothing turns or steers."""
    return hidden.shown(on_one_line(text))


def kinds(link: Link, language: str = "en") -> str:
    """The kinds of a link's reasons in words, each once, such as "number, name"."""
    said = words_in(language).kinds
    return ", ".join(dict.fromkeys(said[reason.kind].word for reason in link.reasons))


def numbers(side: Side, ids: tuple[int, ...]) -> str:
    """Sentence numbers as a person counts them: ids from 0 become "L1", "R3, R4"."""
    return ", ".join(f"{SIDE_LETTERS[side]}{i + 1}" for i in ids)


def denied_in_general(comparison: Comparison, language: str = "en") -> tuple[str, ...]:
    """A line for each general denial: "R1 denies the charges in general; 1 claim has no other answer: L1"."""
    said = words_in(language)
    return tuple(
        said.say(
            "denied",
            place=numbers(found.side, (found.sentence,)),
            n=len(found.charges),
            claims=numbers(Side.RIGHT if found.side is Side.LEFT else Side.LEFT, found.charges),
        )
        for found in comparison.denials
    )


def count(of: Verdict, number: int, language: str = "en") -> str:
    """ "1 contradiction", "3 agreements"."""
    return words_in(language).say(f"count.{of.value}", n=number)
