"""Which lines of a mail's body its sender wrote: not those of earlier mails, whatever program put them there."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import dropwhile, islice, pairwise, takewhile

from statement_compare.engine.readers.notes import note

_WROTE = re.compile(
    r"(?i)(?:on .{4,120}|am .{4,120}|le .{4,120}|el .{4,120}|.{4,120})"
    r"(?:wrote|writes|schrieb[^:]{0,80}|a écrit|escribió|пишет|написал(?:\(а\)|а|и)?|жазды)\s*:\s*"
)
_OPENS = re.compile(r"(?i)(?:on|am|le|el)\b")
_OPENS_WITH_DAY = re.compile(r".{0,20}\d")
# "9:00" and "9.00 Uhr"; the point of "12.04.2025" parts a day from a month, and that of "5.50" is one of an amount.
# "3 мая 2025, 9.15" is one again, for it stands behind a whole day.
_CLOCK = re.compile(
    r"(?i)\b\d{1,2}(?::\d{2}\b|\.\d{2}(?=\s*(?:uhr\b|h\b|[ap]\.?m\b)))"
    r"|\b\d{1,2}\W{0,2}(?:[^\W\d_]{3,10}|\d{1,2})\W{1,2}(?:de\s)?20\d\d,?\s+"
    r"(?:(?:um|at|à|alle|ore|a las|в|klo?)\.?\s+){0,2}(?:[01]?\d|2[0-3])\.[0-5]\d(?![\d%]|\s*[€$£₸₽])"
)
_LONGEST_INTRODUCTION = 250
_ORIGINAL = re.compile(
    r"(?i)-{3,}\s*(?:original message|ursprüngliche nachricht|message d'origine|mensaje original"
    r"|исходное сообщение|original appointment)\s*-{3,}|_{20,}"
)
_FORWARDED = re.compile(
    r"(?i)-{3,}\s*(?:forwarded message|weitergeleitete nachricht|message (?:transféré|réexpédié)|mensaje reenviado"
    r"|messaggio inoltrato|пересылаемое сообщение|пересланное сообщение|перенаправленное сообщение)\b.*"
    r"|(?:begin forwarded message|anfang der weitergeleiteten (?:nachricht|e-mail)"
    r"|début du message (?:transféré|réexpédié)|(?:inicio|comienzo) del mensaje reenviado"
    r"|inizio (?:del )?messaggio inoltrato|начало переадресованного сообщения)\s*:"
)
_HEADER_LINE = re.compile(
    r"(?i)\*?(?:from|sent|date|to|cc|subject|reply-to|von|gesendet|an|betreff|datum|de|envoyé|à|objet|enviado(?: el)?"
    r"|para|asunto|fecha|da|inviato|a|oggetto|data|от|кому|копия|тема|дата|отправлено|кімнен|жіберілді|кімге|тақырыбы)"
    r"\s*:\*?\s*\S?.*"
)
_SENT_LINE = re.compile(r"(?i)\*?(?:sent|gesendet|envoyé|enviado(?: el)?|inviato|отправлено|жіберілді)\s*:.*")
_DATE_LINE = re.compile(r"(?i)\*?(?:date|datum|data|fecha|дата)\s*:.*")
_MOST_HEADER_LINES = 12
_SIGNATURE_MARKS = ("-- ", "--")
_MOST_SIGNATURE_LINES = 60
_MOST_SIGNATURE_CHARACTERS, _MOST_NOTICE_CHARACTERS = 600, 2_500
_TERMINALS = (".", "!", "?", "…")
_LEAST_WORDS = 3
# A line as long as this may go on in the next.
_FULL_LINE_CHARACTERS = 45


@dataclass(frozen=True, slots=True)
class Own:
    """The numbers of the lines that the sender wrote, and what was left out; all lines where nothing was written."""

    numbers: tuple[int, ...]
    quoted: int = 0
    has_signature: bool = False
    is_all: bool = False

    @property
    def notes(self) -> tuple[str, ...]:
        notes = (note("quoted_text_left_out", str(self.quoted)),) if self.quoted else ()
        return (*notes, note("signature_left_out")) if self.has_signature else notes


def own_lines(
    lines: Sequence[str], quotes: Sequence[bool], *, signatures: Sequence[bool] = (), is_forward: bool = False
) -> Own:
    """What of a body is the sender's own, where `quotes` says which lines are marked as a quote.

    All below the head of an earlier mail is that mail's; but a forwarded mail counts as written, and the first earlier
    mail is one where the subject says so. `signatures` says which lines the sender's program marked as one.
    """
    own: list[int] = []
    # At these places in `own` stood what ends a signature: the head of a mail that is passed on, or a quote.
    ends: list[int] = []
    quoted = 0
    has_written = False
    index = 0
    while index < len(lines):
        line = lines[index]
        if not quotes[index] and is_forwarded(line):
            ends.append(len(own))
            index = _after_headers(lines, index + 1)
            continue
        starts_original = _ORIGINAL.fullmatch(line.strip()) is not None and _header_lines(lines, index + 1) >= 2
        if starts_original or _is_head(lines, index, has_written=has_written and not is_forward):
            if has_written and not is_forward:
                quoted += sum(bool(line.strip()) for line in lines[index:])
                break
            is_forward = False
            ends.append(len(own))
            index = _after_headers(lines, index + starts_original)
            continue
        if quotes[index]:
            ends.append(len(own))
            quoted += 1
        elif not _introduces(lines, quotes, index):
            own.append(index)
            has_written = has_written or bool(line.strip("- "))
        index += 1
    if not has_written:
        return Own(tuple(range(len(lines))), is_all=True)
    if signatures:
        ends += (place for place in range(1, len(own)) if signatures[own[place - 1]] and not signatures[own[place]])
    signed = _signatures([lines[number] for number in own], sorted(ends))
    kept = tuple(number for place, number in enumerate(own) if place not in signed)
    return Own(kept, quoted, has_signature=bool(signed))


def without_marks_of_forward(lines: Iterable[str]) -> Iterator[str]:
    """The lines, of which those directly behind "Begin forwarded message:" have one ">" less.

    Apple's mail program marks what it passes on as a quote; what was quoted in that has a mark more.
    """
    is_passed_on = False
    for line in lines:
        if is_passed_on and line.startswith(">"):
            yield line[1:].removeprefix(" ")
            continue
        is_passed_on = is_forwarded(line) or (is_passed_on and not line.strip())
        yield line


def parts_text(line: str) -> bool:
    """Whether a line is none but "--", which stands above a signature or between parts of a text."""
    return line in _SIGNATURE_MARKS


def _signatures(lines: list[str], ends: list[int]) -> frozenset[int]:
    """The numbers of the lines of signatures, with the "--" above each; at `ends` a signature is over at the latest.

    Programs write "-- " with a space. Without it the line may as well part a heading or one part of a text from the
    next: "PRESS RELEASE", "--", "The plant paid in May.", "--", "Press office". Below the signature of who passes a
    mail on stands that mail.
    """
    found: set[int] = set()
    marks = [number for number, line in enumerate(lines) if parts_text(line)]
    first = next((number for number, line in enumerate(lines) if line.strip("- ")), len(lines))
    for mark, next_mark in pairwise((*marks, len(lines))):
        place = bisect_right(ends, mark)
        end = ends[place] if place < len(ends) else len(lines)
        is_sure = lines[mark] == _SIGNATURE_MARKS[0]
        # What follows such a line tells whether it is a mark at all, to the last line.
        last = end if is_sure else len(lines)
        behind = lines[mark + 1 : min(last, mark + 2 + _MOST_SIGNATURE_LINES)]
        if mark in found or mark < first or len(behind) > _MOST_SIGNATURE_LINES:
            continue
        if _is_signature(behind, before=islice(lines, mark), is_sure=is_sure, is_last=next_mark >= last):
            found.update(range(mark, end))
    return frozenset(found)


def _is_signature(behind: list[str], *, before: Iterable[str], is_sure: bool, is_last: bool) -> bool:
    """Whether lines tell who wrote what stands before them; "This mail is confidential." and the like may follow."""
    characters = sum(map(len, behind))
    opening = list(takewhile(str.strip, dropwhile(lambda line: not line.strip(), behind)))
    full = sum(1 for _ in takewhile(lambda line: len(line) >= _FULL_LINE_CHARACTERS, opening))
    opens_with_sentence = _has_sentence(opening[: full + 1])
    if is_sure and not opens_with_sentence:
        return characters <= _MOST_NOTICE_CHARACTERS
    if characters > _MOST_SIGNATURE_CHARACTERS:
        return False
    if opens_with_sentence:
        return is_sure and is_last
    return not _has_sentence(behind) or (is_last and _has_sentence(before))


def _has_sentence(lines: Iterable[str]) -> bool:
    words = 0
    for word in " ".join(lines).split():
        words += word.lstrip("\"'“«(")[:1].isalpha()
        if word.rstrip("\"'”»)").endswith(_TERMINALS):
            if words >= _LEAST_WORDS:
                return True
            words = 0
    return False


def is_forwarded(line: str) -> bool:
    """Whether a line stands above a mail that is passed on: "---------- Forwarded message ---------"."""
    return _FORWARDED.fullmatch(line.strip()) is not None


def is_introduction(line: str) -> bool:
    """Whether a mail program wrote this above a quote: "On Mon, Nov 3, 2025 at 9:00 Anna <a@example.org> wrote:".

    A person who quotes writes "On Friday the director wrote:": a program names a time of day or an address. Where it
    names both, it needs no verb: "3 ноября 2025, 9:00 от Анны <a@example.org>:".
    """
    line = line.strip()
    if len(line) > _LONGEST_INTRODUCTION or not line.endswith(":"):
        return False
    has_clock, has_address = _CLOCK.search(line) is not None, "@" in line
    return (has_clock and has_address) or ((has_clock or has_address) and says_who_wrote(line))


def says_who_wrote(line: str) -> bool:
    """Whether a line is "On Monday NAME wrote:", by whomever."""
    return _WROTE.fullmatch(line.strip()) is not None


def _introduces(lines: Sequence[str], quotes: Sequence[bool], index: int) -> bool:
    """Whether a line, alone or with the one above or below it, says "On Monday NAME wrote:" above a quote."""

    def stands_above_quote(end: int) -> bool:
        after = next((number for number in range(end, min(end + 2, len(lines))) if lines[number].strip()), None)
        return after is not None and quotes[after]

    def are_one(first: int) -> bool:
        second = first + 1
        is_pair = first >= 0 and second < len(lines) and not (quotes[first] or quotes[second])
        return is_pair and stands_above_quote(second + 1) and are_one_introduction(lines[first], lines[second])

    is_alone = says_who_wrote(lines[index]) or is_introduction(lines[index])
    return (is_alone and stands_above_quote(index + 1)) or are_one(index) or are_one(index - 1)


def are_one_introduction(first: str, second: str) -> bool:
    """Whether an introduction was broken in two: "On Mon, Nov 3, 2025 Anna" and "Smith <a@example.org> wrote:".

    "We deny it" above "On Monday Anna wrote:" is no part of that.
    """
    first, second = first.strip(), second.strip()
    if not first or not second or first.endswith((*_TERMINALS, ":", ";")) or _OPENS.match(second):
        return False
    is_whole = _CLOCK.search(second) is not None and "@" in second
    opens = _OPENS.match(first) is not None or (not is_whole and _OPENS_WITH_DAY.match(first) is not None)
    said = f"{first} {second}"
    return opens and (says_who_wrote(said) or is_introduction(said))


def _is_head(lines: Sequence[str], index: int, *, has_written: bool) -> bool:
    """Whether the head of an earlier mail begins here.

    A memo has such a head as well ("From: Press office", "To: All media", "Date: 3 May"), and what stands below is its
    own. Below written words it takes what only a mail tells: when it was sent, an address, or a time of day on the line
    of the date; "From: 9:00", "To: 12:00" tell how long something lasts.
    """
    block = lines[index : index + _header_lines(lines, index)]
    if len({line.partition(":")[0].strip() for line in block}) < 3:
        return False
    return not has_written or any(map(_tells_of_mail, block))


def _tells_of_mail(line: str) -> bool:
    line = line.strip()
    is_timed = _DATE_LINE.fullmatch(line) is not None and _CLOCK.search(line) is not None
    return is_timed or "@" in line or _SENT_LINE.fullmatch(line) is not None


def _header_lines(lines: Sequence[str], index: int) -> int:
    count = 0
    last = min(len(lines) - index, _MOST_HEADER_LINES)
    while count < last and _HEADER_LINE.fullmatch(lines[index + count].strip()):
        count += 1
    return count


def _after_headers(lines: Sequence[str], index: int) -> int:
    while index < len(lines) and not lines[index].strip():
        index += 1
    return index + _header_lines(lines, index)
