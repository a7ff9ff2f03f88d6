"""How Kazakh nouns and participles are inflected: the endings that are taken off, and which of them fit a stem.

Endings stand in the order stem, plural, possessive, case ("үй-лер-іміз-ден", from our houses) and agree with the last
vowel of the stem (back or front), so an ending of the wrong row is part of the word. Negation (-ма, -ме, -ба ...) is
never taken off: "төленген" and "төленбеген" must not meet.
"""

from __future__ import annotations

_BACK = frozenset("аоұыяёю")
_FRONT = frozenset("әеөүіэ")
_VOWELS = _BACK | _FRONT | frozenset("иу")


def _endings(listed: str) -> tuple[str, ...]:
    return tuple(listed.split())


_CASES = _endings(
    "ның нің дың дің тың тің нда нде нан нен дан ден тан тен мен бен пен ға ге қа ке на не ны ні ды ді ты ті "
    "да де та те"
)
_PARTICIPLES = _endings("ған ген қан кен атын етін йтын йтін ады еді йды йді")
_POSSESSIVES = _endings("ымыз іміз мыз міз ыңыз іңіз ңыз ңіз сын сін сы сі ын ін ым ім ың ің ы і")
_PLURALS = _endings("лар лер дар дер тар тер")
_NUMERALS = frozenset(
    _endings("бір екі үш төрт бес алты жеті сегіз тоғыз он жиырма отыз қырық елу алпыс жетпіс сексен тоқсан жүз мың")
)
_SOFTENED = {"б": "п", "г": "к", "ғ": "қ"}  # "кітап" becomes "кітаб-ы" before a vowel


def kazakh_stem(word: str) -> str:
    """The stem of a lower-case word; the word itself where no ending fits. A stem keeps a vowel and two letters."""
    if word in _NUMERALS:
        return word
    bare = _without(word, _PARTICIPLES)
    if bare != word:
        return bare
    bare = _without(word, _CASES)
    owned = _without(bare, _POSSESSIVES)
    if owned != bare:
        ending = bare[len(owned) :]
        bare = owned
        if ending[0] in _VOWELS and bare[-1] in _SOFTENED:
            bare = bare[:-1] + _SOFTENED[bare[-1]]
    return _without(bare, _PLURALS)


def _without(word: str, endings: tuple[str, ...]) -> str:
    for ending in endings:
        if word.endswith(ending):
            rest = word[: -len(ending)]
            if len(rest) >= 2 and _fits(rest, ending):
                return rest
    return word


def _fits(stem: str, ending: str) -> bool:
    """Whether the ending's vowel is of the same row as the last vowel of the stem; и and у go with both."""
    if ending[0] == "с" and stem[-1] not in _VOWELS - {"у", "и"}:  # "автобус-ы", but "бала-сы"
        return False
    last = next((letter for letter in reversed(stem) if letter in _VOWELS), "")
    if not last:
        return False
    row = next((letter for letter in ending if letter in _VOWELS), "")
    return not (last in _BACK and row in _FRONT) and not (last in _FRONT and row in _BACK)
