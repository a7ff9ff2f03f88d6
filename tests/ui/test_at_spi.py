"""The real program, walked as a screen reader walks it: over the accessibility bus, with keys that X delivers."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from at_spi import Node, Reading, elements, missing

LACKING = missing()
pytestmark = pytest.mark.skipif(bool(LACKING), reason=LACKING or "all is there")

LEFT = (
    "The harbour employed 40 people in 2019.",
    "The ferry carries 200 cars a day.",
    "The bridge was closed in May 2021.",
    "The clinic was never asked.",
)
RIGHT = (
    "The harbour employed 60 people in 2019.",
    "The ferry carries 200 cars a day.",
    "The bridge was closed in June 2021.",
)
FIRST = "Contradiction, number. Left: 40. Right: 60. 1 of 3."
MEANINGLESS = frozenset({"filler", "panel", "layered pane", "split pane", "unknown", "separator", "scroll bar"})
USED = frozenset(
    {"button", "check box", "radio button", "combo box", "text", "list", "tree", "table", "slider", "spin button"}
    | {"list item", "tree item", "table cell", "menu item", "page tab", "document frame", "toggle button"}
)
FOCUSED = "object:state-changed:focused"


@pytest.fixture(scope="module")
def reading(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Reading]:
    home = tmp_path_factory.mktemp("home")
    left, right = home / "ministry.txt", home / "company.txt"
    left.write_text("\n".join(LEFT) + "\n", encoding="utf-8")
    right.write_text("\n".join(RIGHT) + "\n", encoding="utf-8")
    settings = {"model": "none", "language": "en", "theme": "light", "reviewer": "Ada"}
    made = Reading(home, left, right, settings=settings)
    try:
        made.find("list item", FIRST)
        yield made
    finally:
        made.close()


@pytest.fixture
def program(reading: Reading) -> Reading:
    """At the first finding in the list, and with nothing heard yet."""
    reading.key("Ctrl+1")
    reading.find("list", "Findings")
    reading.key("Home")
    reading.find("label", "Contradiction 1 of")
    reading.heard(0.3)
    return reading


def focused(events: list[Node]) -> list[tuple[str, str]]:
    """What the keyboard came to, one after the other; twice the same in a row is once."""
    came = [(each["role"], each["name"]) for each in events if each["type"] == FOCUSED and each["on"]]
    return [each for number, each in enumerate(came) if number == 0 or came[number - 1] != each]


def press(program: Reading, key: str, until: str = "", **wanted: str) -> list[Node]:
    program.heard(0)
    program.key(key)
    return program.heard(**(wanted or {"type": FOCUSED, "name": until}))


def nameless(nodes: list[Node]) -> list[str]:
    """What a key or a click can use and that has no name."""
    return [
        f"{each['role']} {each['states']}"
        for each in elements(nodes, only_shown=False)
        if each["role"] in USED
        and not each["name"].strip()
        and (each["role"] != "text" or "editable" in each["states"])
    ]


def test_a_finding_is_told_verdict_first_then_words_and_place_last(program: Reading) -> None:
    items = [each["name"] for each in elements(program.walk("menu bar")) if each["role"] == "list item"]
    assert items == [
        FIRST,
        "Contradiction, date. Left: May 2021. Right: June 2021. 2 of 3.",
        "Agreement, number. Left: 200 cars a day. Right: 200 cars a day. 3 of 3.",
    ]


def test_everything_that_can_be_used_has_a_name(program: Reading) -> None:
    windows = program.walk()
    assert len([each for each in elements(windows, only_shown=False) if each["role"] in USED]) > 150
    assert nameless(windows) == []


def test_whatever_has_a_name_has_a_role_that_says_what_it_is(program: Reading) -> None:
    shown = list(elements(program.walk("menu bar")))
    assert [each["name"] for each in shown if each["name"] and each["role"] in MEANINGLESS] == [
        "Reason for the chosen finding"
    ] * 2
    told = {each["role"]: each["name"] for each in shown if each["role"] in ("heading", "image")}
    assert told["heading"] == "company.txt 3 sentences"
    assert [each["name"] for each in shown if each["name"].startswith(("L1:", "Wording in common"))] == [
        "L1: The harbour employed 40 people in 2019. Marked words: 40.",
        "Wording in common: 97 %",
    ]


def test_both_texts_can_be_read_whole_and_by_sentences(program: Reading) -> None:
    windows = list(elements(program.walk("menu bar")))
    panes = [each for each in windows if each["role"] == "document frame"]
    assert [pane["name"] for pane in panes] == ["Left: ministry.txt, 4 sentences", "Right: company.txt, 3 sentences"]
    assert [pane["text"] for pane in panes] == ["\n".join(LEFT), "\n".join(RIGHT)]
    assert [each["name"] for each in panes[0]["children"]] == [
        "Contradiction. The harbour employed 40 people in 2019. Left, 1 of 4.",
        "Agreement. The ferry carries 200 cars a day. Left, 2 of 4.",
        "Contradiction. The bridge was closed in May 2021. Left, 3 of 4.",
        "Unanswered. The clinic was never asked. Left, 4 of 4.",
    ]


def test_caret_and_selection_follow_the_keyboard(program: Reading) -> None:
    program.focus("document frame", "Left")
    press(program, "Right", "Agreement. The ferry")
    pane = program.find("document frame", "Left")
    assert (pane["caret"], pane["selections"]) == (len(LEFT[0]) + 1, [])
    start = pane["caret"]
    press(program, "Ctrl+Right", type="object:text-caret-moved", role="document frame")
    press(program, "Shift+Ctrl+Right", type="object:text-selection-changed", role="document frame")
    pane = program.find("document frame", "Left")
    first, last = pane["selections"][0]
    assert pane["text"][start:first] == "The "
    assert pane["text"][first:last] == "ferry "
    assert pane["caret"] == last


def test_tab_goes_through_the_window_from_the_bar_to_the_texts_and_round(program: Reading) -> None:
    came: list[tuple[str, str]] = []
    while len(came) < 40 and ("list item", FIRST) not in came:
        came += focused(press(program, "Tab", type=FOCUSED, on="True"))
        if came[-1] == ("list", "Findings"):
            came += focused(program.heard(type=FOCUSED, role="list item", on="True"))
    bar = ["Open left", "Open right", "Swap sides", "Previous finding", "Next finding", "Find in both…"]
    bar += ["Unanswered sentences", "Facts: figures, dates and names", "Save report"]
    decisions = ["Agreement", "Qualified", "Contradiction", "Unclear", "Confirm", "Note", "More"]
    assert [name for _, name in came] == [
        *("Filter by words", "Reasons", "Decisions"),
        *("Left: ministry.txt, 4 sentences", "Right: company.txt, 3 sentences"),
        *("What if…", *decisions),
        *bar,
        *("All 3", "Findings", FIRST),
    ]


def test_a_decision_by_key_is_announced_and_the_finding_says_it(program: Reading) -> None:
    events = press(program, "Space", type="object:announcement")
    assert [each["told"] for each in events if each["type"] == "object:announcement"] == ["confirmed"]
    assert program.find("list item", "Contradiction, number, confirmed. Left: 40. Right: 60. 1 of 3.")
    assert "checked" in program.find("check box", "Confirm")["states"]
    events = press(program, "Ctrl+Z", type="object:announcement")
    assert events[-1]["told"].startswith("Undone:")
    assert program.find("list item", FIRST)


def test_a_verdict_is_asked_for_its_reason_and_the_keyboard_comes_straight_back(program: Reading) -> None:
    asked = "Reason for Qualified, L1 – R1. Enter decides, Escape leaves it."
    assert focused(press(program, "Q", asked)) == [("text", asked)]
    events = press(program, "Return", type="object:announcement")
    decided = "Qualified, number, changed from contradiction. Left: 40. Right: 60. 1 of 3."
    assert set(focused(events)) <= {("text", asked), ("list", "Findings"), ("list item", FIRST), ("list item", decided)}
    assert [each["told"] for each in events if each["type"] == "object:announcement"] == ["changed from contradiction"]
    assert "focused" in program.find("list item", decided)["states"]
    press(program, "Ctrl+Z", type="object:announcement")


def test_a_note_has_a_field_that_says_which_finding_it_is_on(program: Reading) -> None:
    assert focused(press(program, "N", "Note on")) == [("text", "Note on L1 – R1")]
    assert "editable" in program.find("text", "Note on L1 – R1")["states"]
    events = press(program, "Escape", type=FOCUSED, role="list item")
    assert focused(events)[-1] == ("list item", FIRST)


def test_facts_are_a_table_of_which_each_cell_is_told_with_its_head(program: Reading) -> None:
    program.key("Ctrl+4")
    program.find("table cell", "Differs")
    facts = program.find("table", "Facts")
    assert (facts["rows"], facts["columns"]) == (4, 4)
    assert facts["headers"] == ["Relation", "Kind", "Left", "Right"]
    told = [each["name"] for each in elements(program.walk("menu bar")) if each["role"] == "table cell"]
    assert [told[at : at + 4] for at in range(0, len(told), 4)] == [
        ["Differs", "Figure", "40 (L1)", "60 (R1)"],
        ["Differs", "Date", "May 2021 (L3)", "June 2021 (R3)"],
        ["Same", "Figure", "200 cars a day (L2)", "200 cars a day (R2)"],
        ["Same", "Date", "2019 (L1)", "2019 (R1)"],
    ]
    assert nameless(program.walk("menu bar")) == []


def test_the_arrows_go_from_cell_to_cell_and_from_row_to_row_of_the_facts(program: Reading) -> None:
    press(program, "Ctrl+4", type=FOCUSED, role="table cell")
    walked = [focused(press(program, key, type=FOCUSED, role="table cell"))[-1] for key in ("Right", "Right", "Down")]
    assert walked == [("table cell", "Figure"), ("table cell", "40 (L1)"), ("table cell", "May 2021 (L3)")]
    assert "selected" in program.find("table cell", "May 2021 (L3)")["states"]
    press(program, "Home", type=FOCUSED, role="table cell")


DIALOGS = {
    "Keyboard shortcuts": "Ctrl+F1",
    "Settings": "Ctrl+,",
    "Summary": "Ctrl+Shift+U",
    "In the original": "Ctrl+Shift+P",
}


@pytest.mark.parametrize("title", DIALOGS)
def test_everything_in_a_dialog_has_a_name_and_the_keyboard_is_in_it(program: Reading, title: str) -> None:
    events = press(program, DIALOGS[title], type=FOCUSED, on="True")
    dialog = program.find("dialog", title)
    windows = [window for window in program.walk("menu bar") if window["name"] == dialog["name"]]
    assert nameless(windows) == []
    inside = {(each["role"], each["name"]) for each in elements(windows)}
    assert focused(events)[-1] in inside
    for each in elements(windows):
        if each["role"] in ("tree", "table"):
            assert all(each["headers"])
    press(program, "Escape", type=FOCUSED, on="True")


def test_how_many_options_a_search_finds_is_announced_and_return_goes_to_the_first(program: Reading) -> None:
    assert focused(press(program, "Ctrl+,", "Search the settings")) == [("text", "Search the settings")]
    for key in "DARK":
        program.key(key)
    events = program.heard(type="object:announcement", told="1 option found.")
    assert [each["told"] for each in events if each["type"] == "object:announcement"][-1] == "1 option found."
    assert program.find("text", "Search the settings")["description"] == "1 option found."
    assert program.find("page tab", "General (1)")
    # Qt calls a box by what is chosen in it; "Theme" is the label that belongs to it.
    assert focused(press(program, "Return", type=FOCUSED, role="combo box"))[-1] == ("combo box", "Light")
    press(program, "Escape", "Search the settings")
    press(program, "Escape", type=FOCUSED, role="list item")
    program.find("list", "Findings")


def test_trying_other_words_is_left_with_one_key_and_the_finding_is_heard_again(program: Reading) -> None:
    field = ("text", "Left, L1, other words to try")
    assert focused(press(program, "Ctrl+E", type=FOCUSED, role="text")) == [field]
    assert nameless(program.walk("menu bar")) == []
    events = press(program, "Escape", type=FOCUSED, role="list item")
    assert [each for each in focused(events) if each != field] == [("list", "Findings"), ("list item", FIRST)]


def test_the_projector_view_says_each_step(program: Reading) -> None:
    press(program, "F5", type=FOCUSED, on="True")
    steps = [press(program, "Space", type="object:announcement") for _ in range(3)]
    assert [[each["told"] for each in step if each["type"] == "object:announcement"] for step in steps] == [
        ["company.txt · R1: The harbour employed 60 people in 2019."],
        ["Contradiction · number"],
        ["40 against 60."],
    ]
    press(program, "Escape", type=FOCUSED, on="True")
    program.find("list", "Findings")


def test_what_comparing_again_changed_is_a_list(program: Reading) -> None:
    press(program, "Space", type="object:announcement")
    right = program.files[1]
    try:
        right.write_text("\n".join(RIGHT).replace("60", "40"), encoding="utf-8")
        program.key("Ctrl+R")
        program.find("list item", "Agreement, number, date. Left: 40. Right: 40. 2 of 3.")
        program.find("label", "1 confirmation lapsed")
        press(program, "F4", type=FOCUSED, on="True")
        dialog = next(each for each in program.walk() if each["name"].startswith("What comparing again changed"))
        rows = [each["name"] for each in elements([dialog]) if each["role"] == "list item"]
        assert rows == ["L1-R1: was confirmed as ≠ contradiction; now proposed: = agreement"]
        assert nameless([dialog]) == []
        press(program, "Escape", type=FOCUSED, on="True")
    finally:
        right.write_text("\n".join(RIGHT), encoding="utf-8")
        program.key("Ctrl+R")
        program.find("list item", FIRST)
        program.key("Ctrl+1")
        press(program, "Home", type=FOCUSED, on="True")
