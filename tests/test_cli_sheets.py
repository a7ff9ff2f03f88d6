"""The commands whose result is sent to somebody: of a saved session, or of two statements."""

from __future__ import annotations

import io
import json
from collections.abc import Callable
from pathlib import Path

import pytest
from docx import Document

from statement_compare import cli
from statement_compare.engine.model import CompareOptions, Side, Verdict
from statement_compare.engine.pipeline import compare
from statement_compare.engine.readers import read_text
from statement_compare.session.edits import Dismiss, Edit, SetSpeaker, SetVerdict, Stamp
from statement_compare.session.review import Pair
from statement_compare.session.store import Store

LEFT = "The port paid 5,000 euros for the survey.\n\nThe survey began in March.\n\nNobody was told of the leak.\n"
RIGHT = "The port paid 1,000 euros for the survey.\n\nThe survey began in May.\n\nThe staff had a party.\n"
FIRST: Pair = ((0,), (0,))
SECOND: Pair = ((1,), (1,))
EDITS: tuple[Edit, ...] = (
    SetVerdict(FIRST, Verdict.CONTRADICTION, "both are gross"),
    Dismiss(SECOND),
    SetSpeaker(Side.LEFT, "The port"),
)

Run = Callable[..., tuple[int, str, str]]


@pytest.fixture
def session(tmp_path: Path) -> Path:
    comparison = compare(read_text(LEFT), read_text(RIGHT), CompareOptions(languages=("en", "en"), use_model=False))
    with Store.create(tmp_path / "harbour.stcmp", comparison) as store:
        for edit in EDITS:
            store.apply(edit, Stamp("Ada", "2026-01-02T03:04:05+00:00"))
    return tmp_path / "harbour.stcmp"


@pytest.fixture
def texts(tmp_path: Path) -> list[str]:
    for name, text in (("left.txt", LEFT), ("right.txt", RIGHT)):
        (tmp_path / name).write_text(text, encoding="utf-8")
    return [str(tmp_path / "left.txt"), str(tmp_path / "right.txt")]


@pytest.fixture
def run(capfdbinary: pytest.CaptureFixture[bytes]) -> Run:
    def run_(*arguments: object) -> tuple[int, str, str]:
        code = cli.run([str(each) for each in arguments], lambda *_: 9)
        told = capfdbinary.readouterr()
        return code, told.out.decode("utf-8"), told.err.decode("utf-8")

    return run_


def test_questions_of_a_session_are_about_what_a_person_left_open(run: Run, session: Path) -> None:
    code, told, said = run("reply", session, "--side", "right", "--deadline", "2026-12-01", "--reviewer", "Ada")
    assert (code, said) == (0, "")
    assert "- From: Ada\n- Please answer by: 1 December 2026\n" in told
    assert "The statement by The port says:" in told
    assert "5,000 euros" in told
    assert "March" not in told  # dismissed
    assert "Nobody was told of the leak." in told


def test_questions_of_two_texts_are_to_both_unless_one_is_named(run: Run, texts: list[str]) -> None:
    code, told, _ = run("reply", *texts, "--no-model", "--report-language", "ru", "--findings-only")
    assert code == 0
    assert told.count("# Вопросы по вашему заявлению") == 2
    assert "party" not in told


def test_the_files_name_says_the_format(run: Run, texts: list[str], tmp_path: Path) -> None:
    target = tmp_path / "questions.docx"
    assert run("reply", *texts, "--no-model", "-o", target) == (0, "", "")
    document = Document(io.BytesIO(target.read_bytes()))
    assert document.paragraphs[0].text == "Questions about your statement"


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (["reply"], "the following arguments are required"),
        (["reply", "one.txt"], "takes a saved session (.stcmp) or two statements"),
        (["reply", "one.txt", "two.txt", "three.txt"], "takes a saved session (.stcmp) or two statements"),
        (["reply", "one.stcmp", "two.txt"], "takes a saved session (.stcmp) or two statements"),
        (["reply", "one.stcmp", "--side", "middle"], "invalid choice: 'middle'"),
        (["reply", "one.stcmp", "--model", "fast"], "--model: a saved session is compared already"),
        (["marked", "one.stcmp", "--no-model", "--preset", "strict"], "--preset, --no-model: a saved session"),
        (["reply", "one.stcmp", "--language", "en,ru", "--encoding", "utf-8"], "--encoding, --language: a saved"),
        (["marked", "one.stcmp", "--sentences-per-line"], "--sentences-per-line: a saved session is compared already"),
        (["reply", "-"], "read from a file, not from standard input"),
    ],
)
def test_what_cannot_be_meant_is_told_in_one_line(run: Run, arguments: list[str], words: str) -> None:
    code, out, said = run(*arguments)
    assert (code, out) == (2, "")
    assert words in said
    assert said.count("\n") == 1


@pytest.mark.parametrize("command", [("reply",), ("claim-review", "--finding", "1")])
def test_a_session_that_is_not_there_is_told_in_one_line(run: Run, tmp_path: Path, command: tuple[str, ...]) -> None:
    code, out, said = run(*command, tmp_path / "none.stcmp")
    assert (code, out) == (3, "")
    assert said.count("\n") == 1


def test_a_session_is_never_written_over(run: Run, session: Path) -> None:
    before = session.read_bytes()
    code, _, said = run("reply", session, "--format", "md", "-o", session)
    assert (code, session.read_bytes()) == (2, before)
    assert "would overwrite what is read" in said


COMPLETE = ("--author", "Desk", "--url", "https://desk.example/7", "--published", "2026-12-01", "--claim-date")
COMPLETE += ("2026-11-01", "--claim-url", "https://port.example/1")


@pytest.mark.parametrize("finding", ["1", "L1-R1", "L1 – R1", "l1-r1"])
def test_a_finding_is_named_by_its_number_or_its_sentences(run: Run, session: Path, finding: str) -> None:
    code, told, said = run("claim-review", session, "--finding", finding, *COMPLETE)
    assert code == 0
    data = json.loads(told)
    assert data["claimReviewed"] == "The port paid 5,000 euros for the survey."
    assert data["itemReviewed"]["author"] == {"@type": "Organization", "name": "The port"}
    assert "reviewRating" not in data
    assert said == "statement-compare: the draft holds no rating: a person adds reviewRating before it is published\n"


def test_the_right_sides_claim_can_be_reviewed_and_a_person_can_have_made_it(run: Run, session: Path) -> None:
    more = ("--side", "right", "--claim-author", "Mara Holt", "--claim-author-is", "person", "--quiet")
    code, told, said = run("claim-review", session, "--finding", "1", *COMPLETE, *more)
    assert (code, said) == (0, "")
    assert json.loads(told)["itemReviewed"]["author"] == {"@type": "Person", "name": "Mara Holt"}
    assert json.loads(told)["claimReviewed"] == "The port paid 1,000 euros for the survey."


def test_all_that_is_missing_is_told_in_one_line_and_nothing_is_written(
    run: Run, session: Path, tmp_path: Path
) -> None:
    target = tmp_path / "check.jsonld"
    code, out, said = run("claim-review", session, "--finding", "1", "--url", "desk", "-o", target)
    assert (code, out, target.exists()) == (2, "", False)
    assert said.count("\n") == 1
    for option in ("--author", "--url", "--published", "--claim-date", "--claim-url"):
        assert option in said
    assert "--claim-author" not in said  # the session knows who speaks


def test_a_number_is_that_of_the_list_in_which_dismissed_findings_are_last(run: Run, session: Path) -> None:
    with Store.open(session) as store:
        store.apply(Dismiss(FIRST), Stamp())
        store.apply(Dismiss(SECOND, is_dismissed=False), Stamp())
    _, listed, _ = run("review", session)
    assert listed.index("L2 – R2") < listed.index("L1 – R1")
    code, told, _ = run("claim-review", session, "--finding", "1", *COMPLETE)
    assert (code, json.loads(told)["claimReviewed"]) == (0, "The survey began in March.")


@pytest.mark.parametrize(
    ("command", "name", "writes"),
    [("marked", "copy.pdf", ".docx"), ("marked", "copy.html", ".docx"), ("reply", "questions.pdf", ".md, .docx")],
)
def test_a_file_of_a_kind_that_a_sheet_cannot_be_is_refused(
    run: Run, session: Path, command: str, name: str, writes: str
) -> None:
    target = session.with_name(name)
    code, out, said = run(command, session, "-o", target)
    assert (code, out) == (cli.WRONG_USAGE, "")
    assert said.endswith(f"{name}: {command} writes no such file, but {writes}\n")
    assert not target.exists()


@pytest.mark.parametrize("finding", ["0", "9", "L1-R2", "R1-L1", "L1", "1" * 5_000, "x", "²"])
def test_a_finding_that_is_none_is_told_in_one_line(run: Run, session: Path, finding: str) -> None:
    code, out, said = run("claim-review", session, "--finding", finding, *COMPLETE)
    assert (code, out) == (2, "")
    assert "there is no such finding among the 2" in said
    assert said.count("\n") == 1


def test_a_marked_copy_holds_the_text_of_one_side_and_the_decisions(run: Run, session: Path, tmp_path: Path) -> None:
    target = tmp_path / "marked.docx"
    assert run("marked", session, "--side", "right", "-o", target, "--report-language", "ru") == (0, "", "")
    document = Document(io.BytesIO(target.read_bytes()))
    assert [each.text for each in document.paragraphs] == RIGHT.strip().split("\n\n")
    told = [each.text for each in document.comments]
    assert told[0].startswith("≠ Противоречие")
    assert "Ada" in told[0]
    assert not any("March" in each for each in told)  # dismissed


def test_a_marked_copy_of_two_texts_is_of_the_left_one_unless_another_is_named(
    run: Run, texts: list[str], tmp_path: Path
) -> None:
    target = tmp_path / "marked.docx"
    assert run("marked", *texts, "--no-model", "-o", target)[0] == 0
    document = Document(io.BytesIO(target.read_bytes()))
    assert document.paragraphs[0].text == "The port paid 5,000 euros for the survey."


@pytest.mark.parametrize("command", [("marked",), ("reply", "--format", "docx")])
def test_a_word_file_goes_through_a_pipe_as_it_goes_into_a_file(
    session: Path, tmp_path: Path, capfdbinary: pytest.CaptureFixture[bytes], command: tuple[str, ...]
) -> None:
    target = tmp_path / "sheet.docx"
    assert cli.run([*command, str(session), "-o", str(target)], lambda *_: 9) == 0
    assert cli.run([*command, str(session)], lambda *_: 9) == 0
    assert capfdbinary.readouterr().out == target.read_bytes()
