"""Which organisation a statement means by "we": its name, as told by itself, its file or the other side.

No list of names: an organisation opens its own statement with its name, thanks and regrets under it, and the other side
calls it by name to say what it did. Where that does not settle it, nobody is named.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence, Set
from dataclasses import dataclass
from functools import cache

from statement_compare.engine.annotate.word_classes import AUTHORITY_NOUNS, COMPANY_NOUNS
from statement_compare.engine.language import CODES, patterns, phrases, words
from statement_compare.engine.model import Role, Statement
from statement_compare.engine.text.markers import without_markers

_ENOUGH = 3  # points: as many as for opening one's own statement
_MARGIN = 2  # points before the next organisation
_LONGEST_LEAD = 40  # characters before a name that its sentence still opens with
_MOST = 3  # points from one kind of evidence

_TRAITS = words("names", "traits")
_TABLES = {
    table: patterns("voices", table)
    for table in ("legal_forms", "small_legal_forms", "inside_names", "leads", "saying", "first_person")
}
_ARTICLES, _OWNER_ENDING = phrases("voices", "articles"), phrases("voices", "owner_ending")
_NO_VERBS, _BEFORE_SAYING = words("voices", "no_verbs"), words("voices", "before_saying")
_MORE_ORGANISATIONS = words("voices", "more_organisations")
_ACRONYM = re.compile(r"\.?\s*\(([A-Z]{2,8})\)")


@dataclass(frozen=True, slots=True)
class _Patterns:
    """How names are found in a language. `articles` are those that open a name, as they are written there."""

    articles: frozenset[str]
    name: re.Pattern[str]
    form: re.Pattern[str]
    forms: re.Pattern[str]
    lead: re.Pattern[str]
    verb: re.Pattern[str]
    says: re.Pattern[str]
    first_person: re.Pattern[str]
    owner: re.Pattern[str]
    organisations: frozenset[str]


@cache
def _patterns(code: str) -> _Patterns:
    known = {table: f"(?:{found[code]})" for table, found in _TABLES.items()}
    articles = [article.capitalize() for article in _ARTICLES[code]]
    word = r"[A-Z](?!\.[A-Z])[\w’'-]*"
    inside = rf"(?:{known['inside_names']}\s+){{0,2}}"
    legal = rf"{known['legal_forms']}(?![\w])\.?"
    return _Patterns(
        frozenset(articles),
        re.compile(
            rf"(?<![\w.])(?:{_one_of([*articles, *_ARTICLES[code]])}\s+)?"
            rf"{word}(?:\s+{inside}{word}|\s+{known['small_legal_forms']}(?!\w))*"
        ),
        re.compile(rf",?\s+{legal}"),
        re.compile(rf"(?:,?\s+{legal}|\s+[A-Z])+\Z"),
        re.compile(rf"(?:{known['leads']}\s+)?\Z"),
        # A verb follows the name at once: "Brindle thanks", not "Brindle and the ministry" or "Brindle's".
        re.compile(rf"[.,]?(?:\s*\([^)]{{1,40}}\))?\s+(?=[a-z])(?!{_one_of(_NO_VERBS[code])}\b)"),
        re.compile(rf"(?:{_one_of(_BEFORE_SAYING[code])}\s+)*{known['saying']}"),
        re.compile(rf"\b{known['first_person']}\b"),
        re.compile(rf"['’]{_one_of(_OWNER_ENDING[code])}?\Z"),
        AUTHORITY_NOUNS[code] | COMPANY_NOUNS[code] | _MORE_ORGANISATIONS[code],
    )


def _one_of(known: Iterable[str]) -> str:
    return "(?:" + "|".join(sorted(known)) + ")"


@dataclass(frozen=True, slots=True)
class _Mention:
    """One place where a statement names somebody. `opens`: as the subject that its sentence begins with.

    `is_of_other`: its sentence reports what this organisation says of "us".
    """

    name: str
    key: str
    is_organisation: bool
    opens: bool
    is_first: bool
    is_of_other: bool
    role: Role


def voices(left: Statement, right: Statement) -> tuple[str, str]:
    """The name of the speaker of each statement, without its legal form; "" where the two do not tell.

    Only statements in one language are read, and in one whose names keep their form: names elsewhere take endings, and
    so do the words around them.
    """
    code = left.language
    if code != right.language or not names_are_unchanged(code):
        return "", ""
    found = (tuple(_mentions(left)), tuple(_mentions(right)))
    known = {mention.key for side in found for mention in side if mention.is_organisation}
    for mine, theirs in (found, found[::-1]):
        # A name that a statement thanks or regrets under and the other side has too may lack "Ltd" or "Ministry".
        known |= {m.key for m in mine if m.opens and m.role is not Role.CLAIM and " " in m.name} & {
            m.key for m in theirs
        }
    chosen = []
    for mine, theirs, source in ((found[0], found[1], left.source), (found[1], found[0], right.source)):
        told = bare(source.speaker, code)
        # A press officer or an address is no organisation: what a file says counts where a statement uses the name.
        key = key_of(told, code)
        if told and any(mention.key == key for mention in (*mine, *theirs)):
            chosen.append(told)
        else:
            chosen.append(_named(_best(_points(mine, theirs, known)), mine, theirs))
    if key_of(chosen[0], code) == key_of(chosen[1], code):
        return "", ""
    return chosen[0], chosen[1]


def names_are_unchanged(language: str) -> bool:
    """Whether names keep their form in any part of a sentence, so that they are found, and can stand for "we"."""
    return "unchanged" in _TRAITS.get(language, ())


def bare(name: str, language: str = CODES[0]) -> str:
    """A name without its legal form and without what stands in brackets."""
    return _patterns(language).forms.sub("", re.sub(r"\s*\(.*", "", name).strip(" .,")).strip(" .,")


def key_of(name: str, language: str = CODES[0]) -> str:
    """The word that stands for an organisation: "Vireo" for Vireo Energy, "Ministry" for the Ministry of Fisheries."""
    known = _patterns(language)
    found = re.findall(r"[A-Z][\w’'-]*", bare(name, language))
    parts = [known.owner.sub("", word) for word in found if word not in known.articles]
    return next((word for word in parts if is_authority(word, language)), parts[0] if parts else "")


def is_authority(name: str, language: str = CODES[0]) -> bool:
    """Whether a name is an authority's, an inspectorate's or a union's."""
    owner = _patterns(language).owner
    return any(owner.sub("", word).lower() in AUTHORITY_NOUNS[language] for word in name.split())


def _mentions(statement: Statement) -> Iterator[_Mention]:
    known = _patterns(statement.language)
    acronyms: dict[str, str] = {}
    for place, sentence in enumerate(statement.sentences):
        text = without_markers(sentence.text, statement.language).lstrip()
        for match in known.name.finditer(text):
            name = known.owner.sub("", bare(match[0], statement.language))
            key = key_of(name, statement.language)
            if not key:
                continue
            acronym = _ACRONYM.match(text, match.end())
            if acronym is not None:
                acronyms[acronym[1]] = key
            form = known.form.match(text, match.end())
            verb = known.verb.match(text, match.end() if form is None else form.end())
            starts_early = match.start() < _LONGEST_LEAD and known.lead.match(text[: match.start()]) is not None
            opens = verb is not None and starts_early
            capitals = [word.lower() for word in name.split() if word[0].isupper() and word not in known.articles]
            yield _Mention(
                name,
                acronyms.get(key, key),
                is_organisation=form is not None
                or known.form.search(match[0]) is not None
                or (len(capitals) > 1 and not known.organisations.isdisjoint(capitals)),
                opens=opens,
                is_first=place == 0,
                is_of_other=opens
                and verb is not None
                and known.says.match(text, verb.end()) is not None
                and known.first_person.search(text, verb.end()) is not None,
                role=sentence.role,
            )


def _points(mine: Sequence[_Mention], theirs: Sequence[_Mention], known: Set[str]) -> dict[str, int]:
    """What speaks for each organisation as the speaker of `mine`."""
    of_mine, of_theirs = _by_key(mine), _by_key(theirs)
    of_one = sum(key in of_mine for key in known) == 1
    found: dict[str, int] = {}
    for key in known:
        own, other = of_mine[key], of_theirs[key]
        # An accusation opens with the accused: a statement's only name needs the other side's word or thanks under it.
        is_accused = of_one and not other and all(mention.role is Role.CLAIM for mention in own)
        found[key] = (
            min(_ENOUGH - 1 if is_accused else _MOST, sum(_self_naming(mention) for mention in own))
            + min(_MOST, len(other))
            # Who opens or thanks in the other statement speaks there; to be the subject of a claim says nothing.
            - min(_MOST, sum(points for mention in other if (points := _self_naming(mention)) > 1))
            - min(_MOST, sum(not mention.opens for mention in own))
            - (_MOST if any(mention.is_of_other for mention in own) else 0)
        )
    return found


def _by_key(mentions: Sequence[_Mention]) -> defaultdict[str, list[_Mention]]:
    found: defaultdict[str, list[_Mention]] = defaultdict(list)
    for mention in mentions:
        found[mention.key].append(mention)
    return found


def _self_naming(mention: _Mention) -> int:
    if not mention.opens or mention.is_of_other:
        return 0
    if mention.is_first:
        return 3
    return 1 if mention.role is Role.CLAIM else 2


def _best(points: Mapping[str, int]) -> str:
    ranked = sorted(points.items(), key=lambda item: (-item[1], item[0]))
    if not ranked or ranked[0][1] < _ENOUGH or (len(ranked) > 1 and ranked[0][1] - ranked[1][1] < _MARGIN):
        return ""
    return ranked[0][0]


def _named(key: str, mine: Sequence[_Mention], theirs: Sequence[_Mention]) -> str:
    """The fullest form of a name that is used, the speaker's own before the other's."""
    for side in (mine, theirs):
        forms = [mention.name for mention in side if mention.key == key and (mention.is_organisation or mention.opens)]
        if forms:
            return max(forms, key=len)
    return ""
