"""What an entailment model is asked about a pair: the passages, with what a reader would know from around them.

A passage that needs the sentence before it to be understood ("It burned for a week.") is asked together with that
sentence. "We" is replaced by what the other side calls the speaker, or else by the speaker's name. A person is shown
the passage as it was.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

from statement_compare.engine.annotate.reading import Passage
from statement_compare.engine.annotate.word_classes import AUTHORITY_NOUNS, COMPANY_NOUNS
from statement_compare.engine.language import keyed, patterns, phrases, words
from statement_compare.engine.text.anaphora import leans
from statement_compare.engine.verdict.voices import bare, is_authority, key_of, names_are_unchanged

# Speech within quotation marks is somebody else's "we". A lone opening mark runs to the end.
_QUOTED = re.compile(r"“[^”]*(?:”|\Z)|«[^»]*(?:»|\Z)|\"[^\"]*(?:\"|\Z)")
_LONGEST_BEFORE = 300  # code points

# Nouns of places and things that are organisations as well: "the mine closed" need not be said of who owns it.
_PLACES = words("voices", "places")
_ARTICLES, _ITSELF = phrases("voices", "articles"), phrases("voices", "itself")
_OWNER_ENDING, _PLURAL_ENDING = phrases("voices", "owner_ending"), phrases("voices", "plural_ending")
_PRONOUNS = {table: patterns("voices", table) for table in ("we", "us", "our", "ourselves")}
_VERBS, _SHORT_VERBS = keyed("voices", "verbs"), keyed("voices", "short_verbs")


@dataclass(frozen=True, slots=True)
class _Grammar:
    """How a language says "we", and what a name has in the place of it. `called`: by whether it is an authority."""

    article: str
    the: str  # the article as alternatives, at the start of a sentence and elsewhere
    the_noun: re.Pattern[str]
    we: re.Pattern[str]
    called: dict[bool, frozenset[str]]


@cache
def _grammar(code: str) -> _Grammar:
    article = _ARTICLES[code][0]
    the = f"(?:{article.capitalize()}|{article})"
    we, us, our, ourselves = (f"(?:{table[code]})" for table in _PRONOUNS.values())
    verbs, short = "|".join(_VERBS[code]), "|".join(_SHORT_VERBS[code])
    return _Grammar(
        article,
        the,
        re.compile(rf"\b{the} ([a-z]+)\b(?!-)"),
        re.compile(
            rf"\b(?:{we}(?P<verb>\s(?:{verbs})|['’](?:{short}))?|(?P<of>{our})|(?P<self>{ourselves})|{us})\b",
        ),
        {
            False: COMPANY_NOUNS[code] - _PLACES[code],
            True: frozenset(
                noun for noun in AUTHORITY_NOUNS[code] - _PLACES[code] if not noun.endswith(_PLURAL_ENDING[code])
            ),
        },
    )


def asked(left: Passage, right: Passage) -> tuple[str, str]:
    """The two texts that a model is asked about."""
    texts = _with_antecedent(left), _with_antecedent(right)
    # A name takes the place of "we" only in a language where names keep their form: Russian would need a case ending.
    code = left.language
    if code != right.language or not names_are_unchanged(code):
        return texts
    return (
        _named(texts[0], left.voice, texts[1], right.voice, code),
        _named(texts[1], right.voice, texts[0], left.voice, code),
    )


def is_asked_with_antecedent(passage: Passage) -> bool:
    """Whether a model reads the sentence before a passage together with it."""
    # A model reads a limited number of words: after a long sentence before it, the one to be judged would be cut off.
    is_short = 0 < len(passage.before) <= _LONGEST_BEFORE
    return is_short and leans(without_numbers(passage), passage.language)


def _with_antecedent(passage: Passage) -> str:
    text = without_numbers(passage)
    return f"{passage.before} {text}" if is_asked_with_antecedent(passage) else text


def without_numbers(passage: Passage) -> str:
    """A passage as a model reads it: a number of a paragraph or a time stamp is none of its words."""
    text = passage.unmarked()
    return passage.text if text == passage.text else " ".join(text.split())


def _named(text: str, voice: str, other: str, other_voice: str, code: str) -> str:
    """A text with its speaker's name, as the other text has it, where it says "we"."""
    if not voice or _grammar(code).we.search(text) is None:
        return text
    article, ending = _grammar(code).article, _OWNER_ENDING[code][0]
    their_name = _as_named_in(other, voice, code) or _as_called_in(other, voice, other_voice, text, code)
    name = their_name or voice
    quotes = [match.span() for match in _QUOTED.finditer(text)]

    def put(match: re.Match[str]) -> str:
        if any(start <= match.start() < end for start, end in quotes):
            return match[0]
        # Where the other text has no word for the speaker, "Vireo's report" for "our report" adds a word it lacks.
        if not their_name and (match["of"] or match["self"]):
            return match[0]
        here = name
        if name.lower().startswith(f"{article} "):
            opens = text[: match.start()].rstrip(' "“«(')[-1:] in ("", ".", "!", "?", ":")
            here = (article.capitalize() if opens and match[0][0].isupper() else article) + name[len(article) :]
        if match["of"]:
            return here + ("'" if here.endswith(ending) else f"'{ending}")
        if match["self"]:
            return _ITSELF[code][0]
        if not match["verb"]:
            return here
        sign, verb = match["verb"][0], match["verb"][1:]
        behind = (_VERBS if sign.isspace() else _SHORT_VERBS)[code][verb]
        return here + (behind if behind.startswith("'") else f" {behind}")

    return _grammar(code).we.sub(put, text)


def _as_named_in(other: str, voice: str, code: str) -> str:
    """The name as another text writes it: "Vireo" for Vireo Energy, "the Board" for the Marine Accident Board."""
    key, article, the = key_of(voice, code), _grammar(code).article, _grammar(code).the
    match = re.search(rf"\b(?:{the}\s+)?(?:[A-Z][\w&-]*\s+)*{re.escape(key)}(?!\w)(?:\s+(?:&\s+)?[A-Z][\w&-]*)*", other)
    if match is None:
        return ""
    name = bare(re.sub(rf"\A{the}\s+", "", match[0]), code)
    return f"{article} {name}" if voice.startswith(f"{article.capitalize()} ") or is_authority(key, code) else name


def _as_called_in(other: str, voice: str, other_voice: str, text: str, code: str) -> str:
    """What another text calls the speaker without a name: "the operator", "the regulator"."""
    grammar = _grammar(code)
    said = {match[1] for match in grammar.the_noun.finditer(text)} | {word.lower() for word in other_voice.split()}
    own = {word.lower() for word in voice.split()}
    for match in grammar.the_noun.finditer(other):
        noun = match[1]
        if noun not in said and (noun in own or noun in grammar.called[is_authority(voice, code)]):
            return f"{grammar.article} {noun}"
    return ""
