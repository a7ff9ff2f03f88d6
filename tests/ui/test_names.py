from __future__ import annotations

from pathlib import Path

import pytest

from statement_compare.engine.model import Block, BlockKind, Source, Span, Statement
from statement_compare.session.recent import Origin
from statement_compare.session.samples import sample_pair
from statement_compare.ui.compare.words import header_details, header_title
from statement_compare.ui.document import SideState, State
from statement_compare.ui.names import file_name, origin_name, report_folder, side_name, window_title
from statement_compare.ui.strings import say


def opened(left: Origin, right: Origin) -> State:
    return State(SideState(left), SideState(right))


@pytest.mark.parametrize(
    ("left", "right", "name"),
    [
        (Origin(path="/t/ministry.txt"), Origin(path="/t/company.v2.pdf"), "ministry - company.v2"),
        (
            Origin(path="/t/press_release_of_the_ministry_on_the_water_of_the_lake.txt"),
            Origin(path="/t/a.txt"),
            "press_release_of_the_ministry_on_the - a",
        ),
        (Origin(path=f"/t/{'x' * 50}.txt"), Origin(path="/t/b.txt"), f"{'x' * 40} - b"),
        (Origin(pasted="What: is <it>?"), Origin(path="/t/...."), "What is it - text"),
    ],
)
def test_a_report_is_named_after_both_sides_in_whole_words(left: Origin, right: Origin, name: str) -> None:
    assert file_name(opened(left, right)) == name


def read(origin: Origin, **said: str) -> SideState:
    source = Source("One.", (Block(BlockKind.PARAGRAPH, Span(0, 4)),), path=origin.path, **said)  # type: ignore[arg-type]
    return SideState(origin, Statement(source, "en", ()))


def test_a_side_is_called_by_its_speaker_or_file_and_never_by_its_title() -> None:
    title = "NorRail answers the Ministry of Transport"
    answer = read(Origin(path="/t/answer.txt"), title=title)
    spoken = read(Origin(path="/t/letter.txt"), title=title, speaker="the ministry")
    assert (side_name(answer), side_name(spoken)) == ("answer.txt", "The ministry")
    assert window_title(State(answer, spoken)) == "answer.txt – The ministry"
    assert side_name(read(Origin(pasted="Some words.", title=title))) == "“Some words.”"
    assert (header_title(answer.described), header_title(spoken.described)) == ("answer.txt", "the ministry")
    assert header_details(read(Origin(pasted="One."), title=title).described).startswith(title)


def test_a_name_shows_what_is_hidden_in_it() -> None:
    assert origin_name(Origin(path="/t/report\u202etxt.exe\x1b")) == "report‹U+202E›txt.exe‹U+001B›"
    assert origin_name(Origin(pasted="5,\u202e000")) == "“5,000”"
    assert side_name(read(Origin(path="/t/a.txt"), speaker="Eve\u202e")) == "Eve‹U+202E›"
    assert say("side.reading", name="a\u202eb") == "Reading a‹U+202E›b…"


def test_a_report_lies_beside_the_left_file_or_else_beside_the_right_one(tmp_path: Path) -> None:
    here, pasted = Origin(path=str(tmp_path / "a.txt")), Origin(pasted="Words.")
    assert report_folder(opened(here, Origin(path="/t/b.txt"))) == tmp_path
    assert report_folder(opened(pasted, here)) == tmp_path
    assert report_folder(opened(pasted, pasted)) is None


def test_no_report_is_put_among_the_programs_own_files() -> None:
    left, right = sample_pair()
    assert report_folder(opened(Origin(path=str(left)), Origin(path=str(right)))) is None
