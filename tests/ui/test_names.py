from __future__ import annotations

from pathlib import Path

import pytest

from statement_compare.session.recent import Origin
from statement_compare.session.samples import sample_pair
from statement_compare.ui.document import SideState, State
from statement_compare.ui.names import file_name, report_folder


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


def test_a_report_lies_beside_the_left_file_or_else_beside_the_right_one(tmp_path: Path) -> None:
    here, pasted = Origin(path=str(tmp_path / "a.txt")), Origin(pasted="Words.")
    assert report_folder(opened(here, Origin(path="/t/b.txt"))) == tmp_path
    assert report_folder(opened(pasted, here)) == tmp_path
    assert report_folder(opened(pasted, pasted)) is None


def test_no_report_is_put_among_the_programs_own_files() -> None:
    left, right = sample_pair()
    assert report_folder(opened(Origin(path=str(left)), Origin(path=str(right)))) is None
