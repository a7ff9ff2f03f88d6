"""What cannot be read: one clear line each, whatever the file, and never a hang."""

from __future__ import annotations

import io
import os
import zipfile
from pathlib import Path

import pytest

from statement_compare.engine.readers import Limits, read_bytes, read_file, read_text
from statement_compare.engine.readers.failures import FAILURES
from statement_compare.errors import UnreadableFileError


def refusal(data: bytes, name: str, limits: Limits | None = None) -> UnreadableFileError:
    with pytest.raises(UnreadableFileError) as error:
        read_bytes(data, name=name, limits=limits or Limits())
    return error.value


def zipped(**members: str) -> bytes:
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w") as archive:
        for name, text in members.items():
            # Of a fixed date: the bytes are part of the names of tests, on which two processes that share them agree.
            archive.writestr(zipfile.ZipInfo(name.replace("__", "/")), text)
    return file.getvalue()


def test_a_missing_file_is_named() -> None:
    with pytest.raises(UnreadableFileError) as error:
        read_file("/nowhere/statement.txt")
    assert str(error.value) == "/nowhere/statement.txt does not exist. Check the name and the folder."
    assert error.value.params["path"] == "/nowhere/statement.txt"


def test_a_folder_is_no_file(tmp_path: Path) -> None:
    with pytest.raises(UnreadableFileError, match=r"is a folder\. Choose a file in it\."):
        read_file(tmp_path)


def test_a_pipe_or_a_device_is_never_opened(tmp_path: Path) -> None:
    pipe = tmp_path / "pipe"
    os.mkfifo(pipe)
    for path in (pipe, Path("/dev/zero")):
        with pytest.raises(UnreadableFileError, match="is a device or a pipe"):
            read_file(path)


@pytest.mark.skipif(os.geteuid() == 0, reason="root may read everything")
def test_a_file_without_permission_says_so(tmp_path: Path) -> None:
    path = tmp_path / "secret.txt"
    path.write_text("The fine was paid.")
    path.chmod(0)
    with pytest.raises(UnreadableFileError, match="may not be read by you"):
        read_file(path)


def test_a_refused_open_says_so(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "secret.txt"
    path.write_text("The fine was paid.")

    def refuse(*_: object, **__: object) -> None:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(Path, "open", refuse)
    with pytest.raises(UnreadableFileError, match="may not be read by you"):
        read_file(path)


def test_a_name_no_system_allows_is_an_error_of_one_line() -> None:
    for name in ("a\0b", "x" * 5_000):
        with pytest.raises(UnreadableFileError) as error:
            read_file(name)
        assert "\n" not in str(error.value)


def test_a_line_break_in_a_name_does_not_break_the_line() -> None:
    with pytest.raises(UnreadableFileError) as error:
        read_file("a\nb.txt")
    assert str(error.value).startswith("a\ufffdb.txt does not exist.")


@pytest.mark.parametrize("name", ["a.txt", "a.docx", "a.pdf", "a.html", "-"])
def test_an_empty_file_is_empty_whatever_its_name(name: str) -> None:
    assert refusal(b"", name).key == "file_empty"


def test_empty_standard_input_is_named_as_such() -> None:
    assert str(refusal(b"", "-")) == "Standard input is empty. Choose another file, or paste the text."


def test_blank_text_holds_no_text() -> None:
    assert refusal(b" \r\n\t\n", "a.txt").key == "file_without_text"
    with pytest.raises(UnreadableFileError, match=r"The pasted text is empty"):
        read_text("")


@pytest.mark.parametrize(
    ("data", "what"),
    [
        (b"\x89PNG\r\n\x1a\n" + bytes(50), "a picture"),
        (b"\xff\xd8\xff\xe0" + bytes(50), "a picture"),
        (b"MZ\x90\0" + bytes(200), "a program"),
        (b"\x7fELF" + bytes(200), "a program"),
        (b"\x1f\x8b\x08" + bytes(50), "an archive"),
        (zipped(letter="x"), "an archive"),
        (zipped(xl__workbook="x"), "a spreadsheet"),
        (zipped(ppt__presentation="x"), "a presentation"),
        (zipped(mimetype="application/epub+zip"), "an electronic book"),
    ],
)
@pytest.mark.parametrize("name", ["statement", "statement.docx", "statement.txt"])
def test_what_is_no_document_is_called_what_it_is(data: bytes, what: str, name: str) -> None:
    error = refusal(data, name)
    assert str(error).startswith(f"{name} is {what}, not a document with text. Choose ")


def test_unknown_bytes_are_no_document() -> None:
    assert refusal(bytes(range(256)) * 20, "statement.txt").key == "file_not_text"


def test_unknown_bytes_with_a_documents_name_are_damage() -> None:
    assert refusal(bytes(range(256)) * 20, "statement.pdf").key == "file_damaged"
    assert refusal(b"Not found", "statement.docx").key == "file_damaged"


def test_text_that_starts_like_a_picture_is_text() -> None:
    assert read_bytes(b"BMW denies the claims.", name="a.txt").text == "BMW denies the claims."


def test_old_word_files_are_named_and_the_way_out_as_well() -> None:
    data = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(100) + "WordDocument".encode("utf-16-le") + bytes(100)
    assert str(refusal(data, "a.doc")) == "a.doc is in the old Word format. Save it as .docx and open that."


def test_an_archive_with_a_password_says_so() -> None:
    data = bytearray(zipped(word__document="x"))
    data[6] |= 1
    directory = data.index(b"PK\x01\x02")
    data[directory + 8] |= 1
    assert refusal(bytes(data), "a.docx").key == "file_encrypted"


@pytest.mark.parametrize("place", range(0, 300, 7))
def test_a_damaged_package_is_an_error_wherever_it_is_hit(place: int) -> None:
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("mimetype", "application/zip" * 20)
        archive.writestr("[Content_Types].xml", "<Types/>" * 20)
    data = bytearray(file.getvalue())
    data[place % len(data)] ^= 0xFF
    with pytest.raises(UnreadableFileError) as error:
        read_bytes(bytes(data), name="statement.docx")
    assert error.value.key in ("file_damaged", "file_is_other", "file_encrypted", "file_not_text")


def test_an_archive_of_very_many_entries_is_not_opened() -> None:
    assert refusal(b"PK\x03\x04" + b"PK\x01\x02" * 60_000, "a.docx").key == "file_is_other"


def test_limits_are_named_in_the_message() -> None:
    assert str(refusal(b"x" * 2_000_001, "a.txt", Limits(file_bytes=2_000_000))) == (
        "a.txt is larger than 2 MB. Split it, or paste the part that you need."
    )
    assert "more than 1,000 characters" in str(refusal(b"x" * 1_001, "a.txt", Limits(text_characters=1_000)))
    assert "more than 1,000 characters" in str(
        refusal(b"<html><p>" + b"x" * 1_001, "a.html", Limits(text_characters=1_000))
    )


def test_a_file_that_is_too_large_is_not_read(tmp_path: Path) -> None:
    path = tmp_path / "sparse.txt"
    with path.open("wb") as file:
        file.truncate(10_000_000_000)
    with pytest.raises(UnreadableFileError, match="is larger than 100 MB"):
        read_file(path)


def test_every_failure_is_one_line_that_says_what_to_do() -> None:
    for line in FAILURES.values():
        assert "\n" not in line
        assert line.startswith("{name} ")
        assert line.endswith((".", "again."))
        assert line.count(". ") >= 1


def test_a_name_that_says_otherwise_is_noted(tmp_path: Path) -> None:
    path = tmp_path / "statement.pdf"
    path.write_text("<html><body><p>The fine was paid.</p></body></html>")
    source = read_file(path)
    assert (source.format, source.notes) == ("html", ("format_differs_from_name:html",))


def test_unknown_and_missing_suffixes_are_no_difference() -> None:
    for name in ("statement", "statement.asc", "-"):
        assert read_bytes(b"The fine was paid.", name=name).notes == ()
