"""Which encoding a file's bytes are in: a byte order mark, UTF-8, what the document declares, then a guess."""

from __future__ import annotations

import codecs
import re
from dataclasses import dataclass, replace

from statement_compare.engine.readers.failures import Refusal, unknown_encoding
from statement_compare.engine.readers.notes import note


@dataclass(frozen=True, slots=True)
class Decoded:
    """Text, the encoding it was in, whether that is a guess, and notes about characters that were lost."""

    text: str
    encoding: str
    is_guess: bool = False
    notes: tuple[str, ...] = ()


# Longest first: the mark of UTF-32 starts with that of UTF-16.
_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_SAMPLE_BYTES = 60_000
# A file in which one character in a thousand is broken is still the file that its owner means.
_BROKEN_SHARE = 0.001
# Two letters of another encoding may be one of UTF-8; of so many it is a text of UTF-8.
_NO_CHANCE = 10


def decode(data: bytes, encoding: str = "", declared: str = "") -> Decoded:
    """The text of `data`; `encoding` is a person's choice and overrides all, `declared` is what the document says.

    Raises UsageError for an encoding nobody knows and Refusal where the chosen one does not fit.
    """
    if encoding:
        return _chosen(data, encoding)
    for mark, name in _MARKS:
        if data.startswith(mark):
            return _lenient(data[len(mark) :], name)
    if wide := _wide_without_mark(data):
        return Decoded(data.decode(wide, "replace"), wide, is_guess=True)
    try:
        return Decoded(data.decode("utf-8"), "utf-8")
    except UnicodeDecodeError:
        pass
    if declared and _is_text_encoding(declared) and not _is_utf(declared):
        return _lenient(data, _usual(declared))
    if _is_nearly_utf8(data):
        return _lenient(data, "utf-8")
    guess = _guess(data)
    decoded = _lenient(data, guess)
    return Decoded(decoded.text, guess, is_guess=True, notes=decoded.notes)


def looks_like_text(data: bytes) -> bool:
    """Whether bytes without a known file signature may be text: no control characters but those of layout."""
    if data.startswith(tuple(mark for mark, _ in _MARKS)) or _wide_without_mark(data):
        return True
    sample = data[:_SAMPLE_BYTES]
    controls = sum(sample.count(code) for code in _CONTROLS)
    return controls <= max(2, len(sample) * _BROKEN_SHARE)


_CONTROLS = [bytes([code]) for code in (*range(9), *range(14, 27), *range(28, 32), 127)]


def _chosen(data: bytes, encoding: str) -> Decoded:
    if not _is_text_encoding(encoding):
        raise unknown_encoding(encoding)
    for mark, name in _MARKS:
        if data.startswith(mark) and _is_utf(encoding) and (codecs.lookup(encoding).name[:6] == name[:6]):
            data = data[len(mark) :]
            encoding = name
            break
    decoded = _lenient(data, encoding)
    lost = decoded.text.count("\N{REPLACEMENT CHARACTER}") - data.count("\N{REPLACEMENT CHARACTER}".encode())
    if lost > max(1, len(decoded.text) * _BROKEN_SHARE):
        raise Refusal("file_not_in_encoding", encoding=encoding)
    if not _is_utf(encoding) and _is_surely_utf8(data):
        return replace(decoded, notes=(*decoded.notes, note("is_utf8_as_well", encoding)))
    return decoded


def _is_surely_utf8(data: bytes) -> bool:
    """Whether bytes are UTF-8 with so many letters beyond ASCII that they are in no other encoding by chance."""
    try:
        text = data.decode("utf-8")
    except UnicodeDecodeError:
        return False
    return sum(character > "\x7f" for character in text) >= _NO_CHANCE


def _lenient(data: bytes, encoding: str) -> Decoded:
    """Decoded with the replacement character for what does not fit, and a note that counts it."""
    try:
        return Decoded(data.decode(encoding), encoding)
    except UnicodeDecodeError:
        text = data.decode(encoding, "replace")
    return Decoded(text, encoding, notes=(note("characters_replaced", str(text.count("\N{REPLACEMENT CHARACTER}"))),))


def _is_text_encoding(name: str) -> bool:
    try:
        # Not of nothing: that decodes to nothing in any encoding, whether there is one of this name or not.
        b" ".decode(name)
    except UnicodeError:
        pass  # there is such an encoding, one space is only no text in it
    except (LookupError, ValueError):
        return False
    # `codecs` also knows "idna", "punycode", "unicode_escape": they decode to text but are no file's encoding.
    return codecs.lookup(name).name not in {"idna", "punycode", "unicode-escape", "raw-unicode-escape", "undefined"}


def _is_utf(name: str) -> bool:
    return codecs.lookup(name).name.startswith("utf")


def _usual(declared: str) -> str:
    """Documents that say latin-1 or ascii are written by programs that mean Windows-1252, as browsers know."""
    name = codecs.lookup(declared).name
    return "cp1252" if name in {"iso8859-1", "ascii"} else name


def _wide_without_mark(data: bytes) -> str:
    """UTF-16 that lost its mark: every other byte is the zero of Latin or the four of Cyrillic letters."""
    sample = data[:4_000]
    if len(sample) < 4 or len(data) % 2 or b"\0" not in sample:
        return ""
    for offset, name in ((1, "utf-16-le"), (0, "utf-16-be")):
        high, low = sample[offset::2], sample[1 - offset :: 2]
        if sum(high.count(code) for code in (b"\0", b"\4", b"\x20")) >= 0.95 * len(high) and not low.count(b"\0"):
            return name
    return ""


def _is_nearly_utf8(data: bytes) -> bool:
    """Whether a few bytes are broken in what is UTF-8 otherwise: far more good sequences than bad ones."""
    text = data[:_SAMPLE_BYTES].decode("utf-8", "replace")
    broken = text.count("\N{REPLACEMENT CHARACTER}")
    good = sum(char > "\x7f" for char in text) - broken
    return good >= 20 * broken and good > 0


# ---- the guess among encodings of one byte a character

# What counts against an encoding before a byte is seen: it is rare. Of two equals the first is taken.
_CANDIDATES = {
    "cp1251": 0.0,
    "cp1252": 0.0,
    "koi8_r": 0.1,
    "cp1250": 0.1,
    "cp866": 0.3,
    "kz1048": 0.2,
    "iso8859_5": 0.4,
    "mac_cyrillic": 0.5,
}
# Russian words of one letter; any other Cyrillic letter alone is a sign read wrongly ("5 А" for "5 €").
_LONE = frozenset("авикосуя")
# Scores of letters by how common they are: Russian, with what Kazakh and Ukrainian add.
_CYRILLIC = {
    letter: score
    for letters, score in (
        ("оеаинтсрвл", 2.0),
        ("кмдпуяыьгзбч", 1.0),
        ("йхжшюқіңғәүїє", 0.5),
        ("ұө", 0.0),
        ("цщэф", -0.2),
        ("ъёһґ", -1.5),
    )
    for letter in letters
}
_LATIN = frozenset("éèêëàâäáãåæçíìîïñóòôöõøœúùûüýÿßąćęłńśźżčďěňřšťůžőűă")
_TYPOGRAPHY = frozenset("¿¡«»“”„‘’‚–—…·•№€£§°©®™±²³½×\u00a0\u00ad")
_RUN = re.compile(r"[^\W\d_]+|[^\w\s]|\xa0")


def _guess(data: bytes) -> str:
    sample = _sample(data)
    scores = {name: _plausibility(sample.decode(name, "replace")) - rare for name, rare in _CANDIDATES.items()}
    best = max(_CANDIDATES, key=lambda name: scores[name])
    if scores[best] >= -0.5:
        return best
    # None of the usual ones: perhaps Greek, Arabic or Japanese, which the library knows.
    # Loaded here alone: each child process would pay for it, and hardly any needs it.
    import charset_normalizer

    match = charset_normalizer.from_bytes(sample).best()
    return best if match is None else match.encoding


def _sample(data: bytes) -> bytes:
    """Lines that hold other than ASCII bytes, up to some thousands: the rest says nothing about the encoding."""
    lines, size = [], 0
    for line in data[: 20 * _SAMPLE_BYTES].splitlines():
        if not line.isascii():
            lines.append(line)
            size += len(line)
            if size > _SAMPLE_BYTES:
                break
    return b"\n".join(lines)[: 2 * _SAMPLE_BYTES]


def _plausibility(text: str) -> float:
    """How much a decoded text looks like writing: the mean over its runs that are not ASCII; 0 is neither way."""
    total, count = 0.0, 0
    for run in _RUN.findall(text):
        if run.isascii():
            continue
        count += sum(char > "\x7f" for char in run)
        total += _plausibility_of_word(run) if run[0].isalpha() else (1.0 if run in _TYPOGRAPHY else -3.0)
    return total / count if count else 0.0


def _plausibility_of_word(word: str) -> float:
    foreign = [char for char in word if char > "\x7f"]
    if len(word) == 1 and word.lower() in _CYRILLIC:
        score = 0.5 if word in _LONE else -0.5
    elif all(char.lower() in _CYRILLIC for char in word):
        score = sum(_CYRILLIC[char.lower()] for char in word)
    elif all(char.lower() in _LATIN for char in foreign):
        # Accented letters stand single among plain ones; a word made of them is Cyrillic read wrongly.
        plain = len(word) - len(foreign)
        score = len(foreign) * (1.5 if plain >= len(foreign) else 0.2 if len(word) == 1 else -2.0)
    else:
        score = -2.0 * len(foreign)
    # Capitals stand first or everywhere.
    if not (word.islower() or word.isupper() or word[1:].islower()):
        score -= 2.0 * sum(char.isupper() for char in word[1:])
    return score
