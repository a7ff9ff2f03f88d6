"""What an entailment model is asked about a pair: the passages, with what a reader would know from around them.

A passage that leans on the sentence before it is asked together with that sentence. A speaker's "we" is asked as what
the other side calls that speaker, or else by the speaker's name. What is shown stays the passage.
"""

from __future__ import annotations

import re

from statement_compare.engine.text.leaning import leans
from statement_compare.engine.verdict.facts.words import AUTHORITY_NOUNS, COMPANY_NOUNS, word_set
from statement_compare.engine.verdict.reading import Passage
from statement_compare.engine.verdict.voices import bare, is_authority, key_of

# Nouns of places and things that are organisations as well: "the mine closed" need not be said of who owns it.
_PLACES = word_set(
    "plant factory mill brewery refinery smelter mine quarry shipyard farm line network platform store shop restaurant "
    "hotel fund brand board court city state office service police"
)
_CALLED = {
    False: COMPANY_NOUNS["en"] - _PLACES,
    True: frozenset(noun for noun in AUTHORITY_NOUNS["en"] - _PLACES if not noun.endswith("s")),
}
_THE_NOUN = re.compile(r"\b[Tt]he ([a-z]+)\b(?!-)")
# Speech within quotation marks is somebody else's "we". A lone opening mark runs to the end.
_QUOTED = re.compile(r"“[^”]*(?:”|\Z)|«[^»]*(?:»|\Z)|\"[^\"]*(?:\"|\Z)")
_LONGEST_BEFORE = 300  # code points
_VERBS = {
    "are": "is",
    "were": "was",
    "have": "has",
    "do": "does",
    "'re": " is",
    "'ve": " has",
    "'d": "'d",
    "'ll": " will",
}
_WE = re.compile(
    r"\b(?:(?P<we>[Ww]e)(?P<verb> are| were| have| do|['’](?:re|ve|d|ll))?|(?P<of>[Oo]urs?)|(?P<self>ourselves)|us)\b"
)


def asked(left: Passage, right: Passage) -> tuple[str, str]:
    """The two texts that a model is asked about."""
    texts = _with_antecedent(left), _with_antecedent(right)
    # A pronoun can take a name without a change of its endings in English alone; elsewhere the words stay.
    if left.language != "en" or right.language != "en":
        return texts
    return _named(texts[0], left.voice, texts[1], right.voice), _named(texts[1], right.voice, texts[0], left.voice)


def _with_antecedent(passage: Passage) -> str:
    # A model reads so many words of a pair: a long sentence before would push the judged one out of its sight.
    if passage.before and len(passage.before) <= _LONGEST_BEFORE and leans(passage.text, passage.language):
        return f"{passage.before} {passage.text}"
    return passage.text


def _named(text: str, voice: str, other: str, other_voice: str) -> str:
    """A text with its speaker's name, as the other text has it, where it says "we"."""
    if not voice or _WE.search(text) is None:
        return text
    meeting = _as_named_in(other, voice) or _as_called_in(other, voice, other_voice, text)
    name = meeting or voice
    quotes = [match.span() for match in _QUOTED.finditer(text)]

    def put(match: re.Match[str]) -> str:
        if any(start <= match.start() < end for start, end in quotes):
            return match[0]
        # Where the other text has no word for the speaker, an owner's name would be one more thing that it lacks.
        if not meeting and (match["of"] or match["self"]):
            return match[0]
        here = name
        if name.lower().startswith("the "):
            opens = text[: match.start()].rstrip(' "“«(')[-1:] in ("", ".", "!", "?", ":")
            here = ("The " if opens and match[0][0].isupper() else "the ") + name[4:]
        if match["of"]:
            return here + ("'" if here.endswith("s") else "'s")
        if match["self"]:
            return "itself"
        verb = match["verb"]
        if not verb:
            return here
        return here + (" " + _VERBS[verb[1:]] if verb[0] == " " else _VERBS[verb.replace("’", "'")])

    return _WE.sub(put, text)


def _as_named_in(other: str, voice: str) -> str:
    """The name as another text writes it: "Vireo" for Vireo Energy, "the Board" for the Marine Accident Board."""
    key = key_of(voice)
    match = re.search(
        rf"\b(?:[Tt]he\s+)?(?:[A-Z][\w&-]*\s+)*{re.escape(key)}(?!\w)(?:\s+(?:&\s+)?[A-Z][\w&-]*)*", other
    )
    if match is None:
        return ""
    name = bare(re.sub(r"\A[Tt]he\s+", "", match[0]))
    return f"the {name}" if voice.startswith("The ") or is_authority(key) else name


def _as_called_in(other: str, voice: str, other_voice: str, text: str) -> str:
    """What another text calls the speaker without a name: "the operator", "the regulator"."""
    said = {match[1] for match in _THE_NOUN.finditer(text)} | {word.lower() for word in other_voice.split()}
    own = {word.lower() for word in voice.split()}
    for match in _THE_NOUN.finditer(other):
        noun = match[1]
        if noun not in said and (noun in own or noun in _CALLED[is_authority(voice)]):
            return f"the {noun}"
    return ""
