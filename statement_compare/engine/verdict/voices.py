"""Whose "we" a statement's is: the name of the organisation that speaks, as told by itself, its file or the other side.

No list of names: an organisation opens its own statement with its name, thanks and regrets under it, and the other side
calls it by name to say what it did. Where that does not settle it, nobody is named.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence, Set
from dataclasses import dataclass
from functools import lru_cache

from statement_compare.engine.model import Role, Statement
from statement_compare.engine.verdict.facts.words import AUTHORITY_NOUNS, COMPANY_NOUNS

_ENOUGH = 3  # points: as many as for opening one's own statement
_MARGIN = 2  # points before the next organisation
_LONGEST_LEAD = 40  # characters before a name that its sentence still opens with
_MOST = 3  # points from one kind of evidence

_LEGAL = (
    r"(?:Ltd|Limited|Inc|Incorporated|LLC|LLP|plc|Corp|Corporation|Co|AG|GmbH|SE|SA|S\.A|NV|N\.V|BV|B\.V|ApS|A/S|AB|AS|ASA"
    r"|Oyj?|SpA|SAS|P?JSC|Pty|Holdings?)(?![\w])\.?"
)
_WORD = r"[A-Z](?!\.[A-Z])[\w’'-]*"
_INSIDE = r"(?:(?:of|for|the|de|la|du|des|del|der|&)\s+){0,2}"
_NAME = re.compile(rf"(?<![\w.])(?:The\s+|the\s+)?{_WORD}(?:\s+{_INSIDE}{_WORD}|\s+plc(?!\w))*")
_FORM = re.compile(rf",?\s+{_LEGAL}")
_FORMS = re.compile(rf"(?:,?\s+{_LEGAL}|\s+[A-Z])+\Z")
_ACRONYM = re.compile(r"\.?\s*\(([A-Z]{2,8})\)")
_LEAD = re.compile(r"(?:(?:Everyone|Everybody|All of us|The (?:board|governors|directors|management)) (?:at|of)\s+)?\Z")
# A verb follows the name at once: "Brindle thanks", not "Brindle and the ministry" or "Brindle's".
_VERB = re.compile(r"[.,]?(?:\s*\([^)]{1,40}\))?\s+(?=[a-z])(?!(?:and|or|of|at|in|on|for|with|by|who|which|to|from)\b)")
_SAYS = re.compile(
    r"(?:(?:has|have|had|also|now|again)\s+)*"
    r"(?:say|said|claim|alleg|assert|stat(?:es|ed)|insist|argu|maintain|suggest|accus|ask|demand)"
)
_FIRST_PERSON = re.compile(r"\b(?:[Ww]e|us|[Oo]urs?)\b")
_ORGANISATIONS = (
    AUTHORITY_NOUNS["en"]
    | COMPANY_NOUNS["en"]
    | frozenset("foundation university institute trust society club school college church museum charity".split())
)


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

    Only English statements are read: names elsewhere take endings, and so do the words around them.
    """
    if left.language != "en" or right.language != "en":
        return "", ""
    found = (tuple(_mentions(left)), tuple(_mentions(right)))
    known = {mention.key for side in found for mention in side if mention.is_organisation}
    for mine, theirs in (found, found[::-1]):
        # Who regrets and thanks under a name that the other side knows need not be called a company.
        known |= {m.key for m in mine if m.opens and m.role is not Role.CLAIM and " " in m.name} & {
            m.key for m in theirs
        }
    chosen = []
    for mine, theirs, source in ((found[0], found[1], left.source), (found[1], found[0], right.source)):
        told = bare(source.speaker)
        # A press officer or an address is no organisation: what a file says counts where a statement uses the name.
        if told and any(mention.key == key_of(told) for mention in (*mine, *theirs)):
            chosen.append(told)
        else:
            chosen.append(_named(_best(_points(mine, theirs, known)), mine, theirs))
    if key_of(chosen[0]) == key_of(chosen[1]):
        return "", ""
    return chosen[0], chosen[1]


def bare(name: str) -> str:
    """A name without its legal form and without what stands in brackets."""
    return _FORMS.sub("", re.sub(r"\s*\(.*", "", name).strip(" .,")).strip(" .,")


@lru_cache(maxsize=1024)
def key_of(name: str) -> str:
    """The word that stands for an organisation: "Vireo" for Vireo Energy, "Ministry" for the Ministry of Fisheries."""
    words = [re.sub(r"['’]s?\Z", "", word) for word in re.findall(r"[A-Z][\w’'-]*", bare(name)) if word != "The"]
    return next((word for word in words if is_authority(word)), words[0] if words else "")


def is_authority(name: str) -> bool:
    """Whether a name is an authority's, an inspectorate's or a union's."""
    return any(re.sub(r"['’]s?\Z", "", word).lower() in AUTHORITY_NOUNS["en"] for word in name.split())


def _mentions(statement: Statement) -> Iterator[_Mention]:
    acronyms: dict[str, str] = {}
    for place, sentence in enumerate(statement.sentences):
        text = sentence.text
        for match in _NAME.finditer(text):
            name = re.sub(r"['’]s?\Z", "", bare(match[0]))
            key = key_of(name)
            if not key:
                continue
            acronym = _ACRONYM.match(text, match.end())
            if acronym is not None:
                acronyms[acronym[1]] = key
            form = _FORM.match(text, match.end())
            verb = _VERB.match(text, match.end() if form is None else form.end())
            opens = (
                verb is not None and match.start() < _LONGEST_LEAD and _LEAD.match(text[: match.start()]) is not None
            )
            words = [word.lower() for word in name.split() if word[0].isupper() and word != "The"]
            yield _Mention(
                name,
                acronyms.get(key, key),
                is_organisation=form is not None
                or _FORM.search(match[0]) is not None
                or (len(words) > 1 and not _ORGANISATIONS.isdisjoint(words)),
                opens=opens,
                is_first=place == 0,
                is_of_other=opens
                and verb is not None
                and _SAYS.match(text, verb.end()) is not None
                and _FIRST_PERSON.search(text, verb.end()) is not None,
                role=sentence.role,
            )


def _points(mine: Sequence[_Mention], theirs: Sequence[_Mention], known: Set[str]) -> dict[str, int]:
    """What speaks for each organisation as the speaker of `mine`."""
    of_mine, of_theirs = _by_key(mine), _by_key(theirs)
    found: dict[str, int] = {}
    for key in known:
        own, other = of_mine[key], of_theirs[key]
        found[key] = (
            min(_MOST, sum(_self_naming(mention) for mention in own))
            + min(_MOST, len(other))
            # Who opens or thanks on the other side speaks there; being the subject of a claim says nothing.
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
