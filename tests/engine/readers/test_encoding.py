"""Encodings: marks, UTF-8, a person's choice, and guesses among those of one byte."""

from __future__ import annotations

import codecs

import pytest

from statement_compare.engine.readers import read_bytes
from statement_compare.errors import UnreadableFileError, UsageError

RUSSIAN = "Министерство сообщает, что добыча нефти в октябре составила пять тысяч баррелей."
KAZAKH = "Қазақстан Республикасы Энергетика министрлігі өндіріс көлемі туралы мәлімдеді."
UKRAINIAN = "Міністерство повідомляє, що підприємство їх не виконало."
FRENCH = "Le ministère a déclaré que l’usine n’a reçu aucune aide – à Besançon."
POLISH = "Minister powiedział, że spółka nie zapłaciła żadnej kary."


@pytest.mark.parametrize(
    ("text", "encoding"),
    [
        (RUSSIAN, "cp1251"),
        (RUSSIAN, "koi8_r"),
        (RUSSIAN, "cp866"),
        (RUSSIAN, "iso8859_5"),
        (RUSSIAN, "mac_cyrillic"),
        ("Мы не согласны.", "cp1251"),
        ("Мы не согласны.", "koi8_r"),
        ("ЗАЯВЛЕНИЕ КОМПАНИИ", "cp1251"),
        ("ЗАЯВЛЕНИЕ КОМПАНИИ", "koi8_r"),
        ("ООО «Ромашка» – № 5", "cp1251"),
        (KAZAKH, "kz1048"),
        (UKRAINIAN, "cp1251"),
        (FRENCH, "cp1252"),
        ("The company said it’s “not true” – and paid £5 million.", "cp1252"),
        ("Die Behörde prüft Schäden über 5 Mio. €.", "cp1252"),
        ("Sólo el 5 % pagó: señores, ¿qué?", "cp1252"),
        (POLISH, "cp1250"),
        ("Price: 5 €", "cp1252"),
        (RUSSIAN, "utf-16-le"),
        (FRENCH, "utf-16-be"),
    ],
)
def test_an_encoding_is_guessed_and_said_to_be_a_guess(text: str, encoding: str) -> None:
    source = read_bytes(text.encode(encoding), name="statement.txt")
    assert source.text == text
    assert source.encoding_guessed


@pytest.mark.parametrize("encoding", ["utf-8", "utf-16-le", "utf-16-be", "utf-32-le", "utf-32-be"])
def test_a_byte_order_mark_is_believed_and_is_no_character(encoding: str) -> None:
    mark = {"utf-8": codecs.BOM_UTF8, "utf-16-le": codecs.BOM_UTF16_LE, "utf-16-be": codecs.BOM_UTF16_BE}.get(
        encoding, codecs.BOM_UTF32_LE if encoding == "utf-32-le" else codecs.BOM_UTF32_BE
    )
    source = read_bytes(mark + RUSSIAN.encode(encoding), name="statement.txt")
    assert (source.text, source.encoding, source.encoding_guessed) == (RUSSIAN, encoding, False)


def test_utf8_is_no_guess() -> None:
    source = read_bytes(KAZAKH.encode(), name="statement.txt")
    assert (source.text, source.encoding, source.encoding_guessed) == (KAZAKH, "utf-8", False)


def test_utf8_with_a_broken_byte_is_still_utf8_and_says_what_was_lost() -> None:
    source = read_bytes((RUSSIAN * 3).encode() + b"\xff", name="statement.txt")
    assert source.text == RUSSIAN * 3 + "\ufffd"
    assert source.notes == ("characters_replaced:1",)


def test_a_persons_choice_overrides_the_guess() -> None:
    data = RUSSIAN.encode("cp1251")
    chosen = read_bytes(data, name="statement.txt", encoding="windows-1251")
    assert (chosen.text, chosen.encoding, chosen.encoding_guessed) == (RUSSIAN, "windows-1251", False)
    assert read_bytes(data, name="statement.txt", encoding="latin-1").text == data.decode("latin-1")


@pytest.mark.parametrize("name", ["klingon", "rot13", "hex", "idna", "a\0b", "x" * 300])
def test_an_encoding_that_does_not_exist_is_wrong_usage(name: str) -> None:
    with pytest.raises(UsageError, match="There is no text encoding called"):
        read_bytes(b"The fine was paid.", name="statement.txt", encoding=name)
    with pytest.raises(UsageError, match="There is no text encoding called"):
        read_bytes(b"<html><p>The fine was paid.", name="page.html", encoding=name)


def test_an_encoding_that_does_not_fit_says_so() -> None:
    with pytest.raises(UnreadableFileError, match="is not in the encoding utf-8"):
        read_bytes(RUSSIAN.encode("cp1251"), name="statement.txt", encoding="utf-8")


def test_a_chosen_utf16_with_its_mark_keeps_no_mark() -> None:
    assert read_bytes("The fine.".encode("utf-16"), name="a.txt", encoding="utf-16").text == "The fine."
    assert read_bytes(b"\xef\xbb\xbfThe fine.", name="a.txt", encoding="utf-8").text == "The fine."


@pytest.mark.parametrize(
    ("text", "written", "chosen", "is_noted"),
    [
        (RUSSIAN, "utf-8", "cp1251", True),
        (KAZAKH, "utf-8", "koi8-r", True),
        (RUSSIAN, "utf-8", "utf-8", False),
        (RUSSIAN, "cp1251", "cp1251", False),
        (FRENCH, "cp1252", "latin-1", False),
        ("It paid 5 million tenge.", "ascii", "cp1251", False),
        ("Price: 5 €", "utf-8", "cp1252", False),
        ("联通联通联通", "gbk", "gbk", False),
        (RUSSIAN, "utf-16-le", "utf-16-le", False),
    ],
)
def test_a_chosen_encoding_is_obeyed_and_noted_where_it_is_hardly_right(
    text: str, written: str, chosen: str, is_noted: bool
) -> None:
    source = read_bytes(text.encode(written), name="statement.txt", encoding=chosen)
    assert (source.encoding, source.encoding_guessed) == (chosen, False)
    assert source.notes == ((f"is_utf8_as_well:{chosen}",) if is_noted else ())
