from __future__ import annotations

from dataclasses import replace

import pytest
from PySide6.QtCore import QPoint, QSize, Qt
from PySide6.QtGui import QFontMetrics
from PySide6.QtTest import QAbstractItemModelTester
from PySide6.QtWidgets import QApplication, QLabel, QLineEdit, QPushButton, QScrollArea
from pytestqt.qtbot import QtBot
from scenario import comparison, statement

from statement_compare.engine.model import (
    CompareOptions,
    Comparison,
    Entailment,
    EntailmentPair,
    GeneralDenial,
    Nearest,
    Reason,
    ReasonKind,
    Side,
    Span,
    Verdict,
)
from statement_compare.engine.pipeline import compare
from statement_compare.engine.readers import read_bytes
from statement_compare.engine.text import wording
from statement_compare.engine.unanswered import nearest, weigh
from statement_compare.session.edits import Confirm, Dismiss, Edit, Entry, Relink, SetVerdict, applied
from statement_compare.session.query import Filter, Mark, flat
from statement_compare.session.review import Review
from statement_compare.ui.findings import delegate, unanswered_model
from statement_compare.ui.findings.card import Card, Roles, card_of, heard
from statement_compare.ui.findings.chips import SideChips, VerdictChips
from statement_compare.ui.findings.delegate import elided_pair
from statement_compare.ui.findings.empty_list import EmptyList
from statement_compare.ui.findings.filter_row import FilterRow
from statement_compare.ui.findings.inspector import Inspector
from statement_compare.ui.findings.model import FindingsModel, Unanswered
from statement_compare.ui.findings.panel import FindingsPanel
from statement_compare.ui.findings.reasons import as_html, evidence, model_verdict, passage_of, reasons_of
from statement_compare.ui.findings.unanswered_model import UnansweredModel
from statement_compare.ui.fonts import interface_font
from statement_compare.ui.theme import DARK, LIGHT, Theme
from statement_compare.ui.widgets.outcomes import Outcomes
from statement_compare.ui.widgets.quote import Quote

MIXED = comparison("A1=B1:number A2!B4:date A3~B2:modality", sentences=4)


def test_a_sentence_is_put_on_one_line_once_for_all_words_that_are_looked_for(monkeypatch: pytest.MonkeyPatch) -> None:
    flattened: list[str] = []

    def counted(text: str) -> str:
        flattened.append(text)
        return flat(text)

    def read(made: Comparison) -> list[str]:
        model.set_comparison(made)
        model.list_all()
        return [model.text_at(row) for row in range(model.rowCount())]

    monkeypatch.setattr(unanswered_model, "flat", counted)
    model = UnansweredModel()
    texts = read(MIXED)
    for words in ("", "L", "Le", "is", ""):
        model.set_shown(None, words)
        assert [model.text_at(row) for row in range(model.rowCount())] == texts[: 1 if "L" in words else 2]
    read(replace(MIXED, links=MIXED.links[1:]))
    assert flattened == texts
    newer = statement("Left 1 is so.", "Left 2 is so.", "Left 3 is so.", "Left 4, as\nput right.")
    assert read(replace(MIXED, left=newer)) == ["Left 4, as put right.", texts[1]]


@pytest.fixture
def panel(qtbot: QtBot) -> FindingsPanel:
    made = FindingsPanel(LIGHT)
    qtbot.addWidget(made)
    made.resize(272, 500)
    made.show()
    return made


def said_in_place(panel: FindingsPanel) -> tuple[str, bool]:
    """What stands in place of a list, and whether all can be shown again."""
    page = panel.findChild(EmptyList)
    assert page is not None
    words, button = page.findChild(QLabel), page.findChild(QPushButton)
    assert words is not None
    assert button is not None
    return (words.text(), not button.isHidden()) if page.isVisible() else ("", False)


def chip(panel: FindingsPanel, name: str) -> QPushButton:
    found = panel.findChild(QPushButton, f"chip_{name}")
    assert found is not None
    return found


def test_the_models_keep_the_rules_of_qt(qtbot: QtBot) -> None:  # noqa: ARG001
    model, unanswered = FindingsModel(), UnansweredModel()
    warn = QAbstractItemModelTester.FailureReportingMode.Warning  # which fails a test; unasked, it would say nothing
    testers = [QAbstractItemModelTester(each, warn) for each in (model, unanswered)]
    model.set_comparison(MIXED)
    assert model.rowCount() == 3
    model.set_filter(Filter(verdicts=frozenset({Verdict.CONTRADICTION})))
    unanswered.set_comparison(MIXED)
    assert (model.rowCount(), unanswered.rowCount()) == (1, 0)
    unanswered.list_all()
    assert unanswered.rowCount() == 2
    unanswered.set_shown(Side.LEFT)
    assert unanswered.rowCount() == 1
    model.set_comparison(None)
    assert model.rowCount() == 0
    del testers


def test_a_card_names_the_kind_of_a_contradiction_and_the_words_of_both_sides() -> None:
    assert card_of(MIXED, MIXED.links[1]) == Card("≠", "Date", "L2 – R4", "Left 2 ↔ Right 4", Verdict.CONTRADICTION)


def test_a_card_names_the_verdict_of_anything_else() -> None:
    assert card_of(MIXED, MIXED.links[0]).title == "Agreement"
    assert card_of(MIXED, MIXED.links[2]).title == "Qualified"


def test_a_screen_reader_hears_the_verdict_first_and_the_place_last() -> None:
    assert heard(MIXED, MIXED.links[1], 3, 9) == "Contradiction, date. Left: Left 2. Right: Right 4. 3 of 9."


def test_without_a_reason_it_hears_the_sentences() -> None:
    made = comparison("A1?B2")
    assert heard(made, made.links[0], 1, 1) == "Unclear. Left: Left 1 is so. Right: Right 2 is so. 1 of 1."


def test_rows_carry_what_the_screen_reader_hears(panel: FindingsPanel) -> None:
    panel.set_comparison(MIXED)
    index = panel.findings_list.model().index(0, 0)
    spoken = index.data(Qt.ItemDataRole.AccessibleTextRole)
    assert spoken == "Contradiction, date. Left: Left 2. Right: Right 4. 1 of 3."
    assert index.data(Roles.KEY) == 1


def test_the_place_that_a_screen_reader_hears_is_that_among_the_rows_shown(panel: FindingsPanel) -> None:
    panel.set_comparison(MIXED)
    panel.set_filter(Filter(verdicts=frozenset({Verdict.AGREEMENT})))
    spoken = panel.findings_list.model().index(0, 0).data(Qt.ItemDataRole.AccessibleTextRole)
    assert spoken == "Agreement, number. Left: Left 1. Right: Right 1. 1 of 1."


def test_chips_count_each_verdict_and_hide_those_that_do_not_occur(panel: FindingsPanel) -> None:
    panel.set_comparison(MIXED)
    assert chip(panel, "all").text() == "All 3"
    assert chip(panel, "contradiction").text() == "1"
    assert chip(panel, "contradiction").accessibleName() == "1 contradiction"
    assert chip(panel, "unclear").isHidden()


def test_a_chip_filters_the_list_and_says_so(panel: FindingsPanel, qtbot: QtBot) -> None:
    panel.set_comparison(MIXED)
    with qtbot.waitSignal(panel.filter_changed) as told:
        qtbot.mouseClick(chip(panel, "agreement"), Qt.MouseButton.LeftButton)
    assert told.args == [Filter(verdicts=frozenset({Verdict.AGREEMENT}))]
    assert panel.order() == (0,)


def test_counts_on_chips_follow_the_words_but_not_the_chosen_chip(panel: FindingsPanel) -> None:
    panel.set_comparison(MIXED)
    panel.set_filter(Filter(verdicts=frozenset({Verdict.CONTRADICTION}), text="left 2"))
    assert panel.order() == (1,)
    assert chip(panel, "all").text() == "All 1"
    assert chip(panel, "contradiction").text() == "1"


def test_a_filter_that_nothing_passes_offers_to_show_all(panel: FindingsPanel, qtbot: QtBot) -> None:
    panel.set_comparison(MIXED)
    panel.set_filter(Filter(text="nowhere to be found"))
    assert panel.order() == ()
    show_all = next(b for b in panel.findChildren(QPushButton) if b.text() == "Show all")
    assert show_all.isVisible()
    qtbot.mouseClick(show_all, Qt.MouseButton.LeftButton)
    assert panel.order() == (1, 2, 0)


def test_keys_lead_from_the_filter_into_the_list(panel: FindingsPanel, qtbot: QtBot) -> None:
    panel.set_comparison(MIXED)
    chosen: list[int] = []
    panel.link_chosen.connect(chosen.append)
    row = panel.findChild(FilterRow)
    assert row is not None
    words = row.findChild(QLineEdit)
    assert words is not None
    qtbot.keyClicks(words, "left 3")
    qtbot.keyClick(words, Qt.Key.Key_Down)
    assert (panel.order(), chosen) == ((2,), [2])
    qtbot.keyClick(words, Qt.Key.Key_Escape)
    assert (words.text(), panel.order()) == ("", (1, 2, 0))


def test_walking_the_list_by_keyboard_chooses(panel: FindingsPanel, qtbot: QtBot) -> None:
    panel.set_comparison(MIXED)
    panel.set_current(1)
    chosen: list[int] = []
    panel.link_chosen.connect(chosen.append)
    panel.focus_list()
    qtbot.keyClick(panel.findings_list, Qt.Key.Key_Down)
    assert chosen == [2]


def test_being_told_the_current_one_says_nothing_back(panel: FindingsPanel) -> None:
    chosen: list[int] = []
    panel.link_chosen.connect(chosen.append)
    panel.set_comparison(MIXED)
    panel.set_current(0)
    panel.set_current(None)
    assert chosen == []


def test_the_unanswered_are_listed_by_side(panel: FindingsPanel, qtbot: QtBot) -> None:
    made = comparison("A1=B1", sentences=3)
    panel.set_comparison(made)
    panel.show_unanswered(True)
    model = panel.unanswered_list.model()
    assert [model.index(row, 0).data(Roles.KEY) for row in range(model.rowCount())] == [
        Unanswered(Side.LEFT, 1),
        Unanswered(Side.LEFT, 2),
        Unanswered(Side.RIGHT, 1),
        Unanswered(Side.RIGHT, 2),
    ]
    qtbot.mouseClick(chip(panel, "right"), Qt.MouseButton.LeftButton)
    assert model.rowCount() == 2
    assert model.index(0, 0).data(Qt.ItemDataRole.AccessibleTextRole) == ("Unanswered, right: Right 2 is so. 1 of 2.")


def side_chips(panel: FindingsPanel) -> list[str]:
    return [chip(panel, name).text() for name in ("unanswered", "left", "right")]


def test_counts_on_the_chips_of_the_sides_follow_the_words_but_not_the_chosen_chip(
    panel: FindingsPanel, qtbot: QtBot
) -> None:
    panel.set_comparison(comparison("A1=B1", sentences=5))
    panel.show_unanswered(True)
    assert side_chips(panel) == ["All 8", "Left 4", "Right 4"]
    panel.set_filter(Filter(text="Left"))
    assert side_chips(panel) == ["All 4", "Left 4", "Right 0"]
    panel.set_filter(Filter(text="3 is"))
    qtbot.mouseClick(chip(panel, "right"), Qt.MouseButton.LeftButton)
    assert (side_chips(panel), len(panel.unanswered_list.rows)) == (["All 2", "Left 1", "Right 1"], 1)
    panel.set_filter(Filter(text=" "))
    assert side_chips(panel) == ["All 8", "Left 4", "Right 4"]
    panel.set_filter(Filter(frozenset({Verdict.CONTRADICTION}), marks=frozenset({Mark.BOOKMARKED})))
    assert side_chips(panel) == ["All 8", "Left 4", "Right 4"]  # no verdict is about them
    panel.show_unanswered(False)
    panel.set_filter(Filter(text="3 is"))
    panel.show_facts(True)
    panel.show_facts(False)
    panel.show_unanswered(True)
    assert side_chips(panel) == ["All 2", "Left 1", "Right 1"]
    panel.set_comparison(comparison("A3=B3", sentences=5))
    assert side_chips(panel) == ["All 8", "Left 4", "Right 4"]


def test_the_line_above_the_unanswered_names_their_words_alone(panel: FindingsPanel) -> None:
    panel.set_comparison(MIXED)
    panel.set_filter(Filter(frozenset({Verdict.AGREEMENT}), marks=frozenset({Mark.UNDECIDED})))
    line = panel.filter_line
    assert line.words == "Shown: agreement · undecided"
    panel.show_unanswered(True)
    assert line.words == ""
    panel.set_filter(Filter(frozenset({Verdict.AGREEMENT}), text="Left"))
    assert line.words == "Shown: “Left”"
    panel.retranslate()
    assert line.words == "Shown: “Left”"
    panel.show_unanswered(False)
    assert line.words == "Shown: agreement · “Left”"


def test_chips_that_are_not_shown_take_no_room(panel: FindingsPanel) -> None:
    panel.set_comparison(MANY)
    panel.show_unanswered(True)
    chips = panel.findChild(SideChips)
    for button in chips.findChildren(QPushButton):
        button.setText("a side with a name that fills the row by itself")
    QApplication.processEvents()
    QApplication.processEvents()  # the rows are laid out in the second, once their chips have been
    unanswered_top = panel.unanswered_list.mapTo(panel, QPoint()).y()
    panel.show_unanswered(False)
    QApplication.processEvents()
    row = panel.findChild(VerdictChips)
    assert panel.findings_list.mapTo(panel, QPoint()).y() == row.y() + row.height() < unanswered_top


def test_an_empty_page_says_what_it_waits_for(panel: FindingsPanel) -> None:
    assert panel.order() == ()
    panel.set_comparison(comparison("", sentences=1))
    assert panel.order() == ()


def test_cards_are_drawn_in_both_themes(panel: FindingsPanel) -> None:
    panel.set_comparison(MIXED)
    light = panel.grab().toImage()
    panel.set_theme(DARK)
    assert panel.grab().toImage() != light


def test_both_sides_of_a_clash_stay_readable_when_there_is_little_room(qtbot: QtBot) -> None:  # noqa: ARG001
    metrics = QFontMetrics(interface_font(12))
    short = elided_pair(metrics, "exclusive ↔ the same for all governments around the world", 160)
    assert short.startswith("exclusive ↔ the same")
    assert metrics.horizontalAdvance(short) <= 160
    both = elided_pair(metrics, "at least 3.2 million people in it ↔ more than three million people", 160)
    left, right = both.split(" ↔ ")
    assert left.endswith("…")
    assert right.endswith("…")


def test_the_inspector_marks_the_words_in_both_quotes(qtbot: QtBot) -> None:
    inspector = Inspector(LIGHT)
    qtbot.addWidget(inspector)
    inspector.resize(900, 168)
    inspector.show_link(MIXED, MIXED.links[1])
    assert inspector.heard().splitlines() == [
        "≠ Contradiction · date",
        "L2: Left 2 is so.",
        "R4: Right 4 is so.",
        "Left 2 against Right 4.",
        "Verdict confidence: 0.90",
        "Wording in common: 50 %",
    ]


def test_a_screen_reader_is_told_which_words_of_a_quote_are_marked(qtbot: QtBot) -> None:
    inspector = Inspector(LIGHT)
    qtbot.addWidget(inspector)
    inspector.show_link(MIXED, MIXED.links[1])
    assert [quote.accessibleDescription() for quote in inspector.findChildren(Quote)] == [
        "Marked words: Left 2.",
        "Marked words: Right 4.",
    ]


def test_words_are_found_in_quotes_over_line_breaks() -> None:
    left = statement("The plant\n  emits 5,000\nlitres a day.")
    made = comparison("A1!B1", left)
    text = left.source.text
    span = Span(text.index("5,000"), text.index(" a day"))
    made = replace(made, links=(replace(made.links[0], reasons=(Reason(ReasonKind.NUMBER, span, None, "x"),)),))
    words, marked = passage_of(made, made.links[0], Side.LEFT)
    assert words == "The plant emits 5,000 litres a day."
    assert [each.of(words) for each in marked] == ["5,000 litres"]


def test_two_sentences_of_one_side_are_quoted_together() -> None:
    made = comparison("A1!B1:number")
    link = replace(made.links[0], left=(0, 1))
    words, marked = passage_of(made, link, Side.LEFT)
    assert words == "Left 1 is so. Left 2 is so."
    assert [each.of(words) for each in marked] == ["Left 1"]


def test_several_reasons_are_each_told_with_their_kind() -> None:
    made = comparison("A1!B1:number")
    link = made.links[0]
    second = Reason(ReasonKind.DATE, Span(0, 4), Span(0, 5), "date.test")
    html = as_html(reasons_of(made, replace(link, reasons=(*link.reasons, second, second))))
    assert html == "<b>Number</b>&nbsp; Left 1 against Right 1.<br><b>Date</b>&nbsp; Left against Right."


def test_what_a_file_says_is_never_taken_for_markup() -> None:
    made = comparison("A1!B1:number", statement("<b>Five</b> <img src=x> men came."))
    assert "<img" not in as_html(reasons_of(made, made.links[0]))
    assert "&lt;b&gt;Five" in as_html(reasons_of(made, made.links[0]))


@pytest.mark.parametrize(
    ("forward", "backward", "words"),
    [
        (Entailment(0.02, 0.03, 0.95), Entailment(0.05, 0.04, 0.91), "Date rule · model agrees"),
        (Entailment(0.9, 0.05, 0.05), Entailment(0.8, 0.1, 0.1), "Date rule · model sees agreement"),
        (Entailment(0.1, 0.8, 0.1), Entailment(0.1, 0.8, 0.1), "Date rule · model is unsure"),
        (Entailment(0.9, 0.05, 0.05), Entailment(0.2, 0.7, 0.1), "Date rule · model sees qualified"),
    ],
)
def test_one_line_says_which_evidence_carried_the_verdict(
    forward: Entailment, backward: Entailment, words: str
) -> None:
    link = replace(MIXED.links[1], entailment=EntailmentPair(forward, backward))
    assert evidence(link) == words


def test_without_a_model_the_line_says_so() -> None:
    assert evidence(MIXED.links[1]) == "Date rule · no model asked"


DENIED = EntailmentPair(Entailment(0.02, 0.05, 0.93), Entailment(0.006, 0.998, 0.004))
OPEN = EntailmentPair(Entailment(0.1, 0.8, 0.1), Entailment(0.1, 0.8, 0.1))


@pytest.mark.parametrize(
    ("scenario", "pair", "words"),
    [
        ("A1!B1:model", DENIED, "Judged by the language model"),
        ("A1=B1:wording", DENIED, "Judged by the words in common · model sees contradiction"),
        ("A1=B1:wording", None, "Judged by the words in common"),
        ("A1?B1", OPEN, "No rule decided · model is unsure"),
    ],
)
def test_where_no_rule_carried_it_the_line_says_what_did(
    scenario: str, pair: EntailmentPair | None, words: str
) -> None:
    assert evidence(replace(comparison(scenario).links[0], entailment=pair)) == words


def test_a_model_that_contradicts_in_one_direction_alone_sees_a_contradiction() -> None:
    assert model_verdict(DENIED) is Verdict.CONTRADICTION
    assert model_verdict(OPEN) is None


def test_what_the_model_read_is_shown_and_told_for_each_direction(qtbot: QtBot) -> None:
    inspector = Inspector(LIGHT)
    qtbot.addWidget(inspector)
    inspector.resize(1008, 168)
    made = comparison("A1!B1:model")
    inspector.show_link(made, replace(made.links[0], entailment=DENIED))
    forward, backward = inspector.findChildren(Outcomes)
    assert (forward.figures, backward.figures) == ((".02", ".05", ".93"), (".01", "1.00", ".00"))
    assert forward.toolTip().startswith(
        "Left read as premise, right as hypothesis: entails .02, neutral .05, contradicts .93."
    )
    assert inspector.heard().splitlines()[-2:] == [
        "Left read as premise, right as hypothesis: entails .02, neutral .05, contradicts .93",
        "Right read as premise, left as hypothesis: entails .01, neutral 1.00, contradicts .00",
    ]


def test_where_no_model_was_asked_there_are_no_bars(qtbot: QtBot) -> None:
    inspector = Inspector(LIGHT)
    qtbot.addWidget(inspector)
    made = comparison("A1!B1:model")
    inspector.show_link(made, replace(made.links[0], entailment=DENIED))
    inspector.show_link(MIXED, MIXED.links[1])
    assert [outcomes.isHidden() for outcomes in inspector.findChildren(Outcomes)] == [True, True]
    assert "premise" not in inspector.heard()


def test_where_there_is_little_height_the_figures_stay_whole(qtbot: QtBot) -> None:
    inspector = Inspector(LIGHT)
    qtbot.addWidget(inspector)
    inspector.resize(840, 108)
    inspector.show()
    made = comparison("A1!B1:number")
    inspector.show_link(made, replace(made.links[0], entailment=DENIED))
    forward, backward = inspector.findChildren(Outcomes)
    qtbot.waitUntil(lambda: backward.height() == backward.sizeHint().height())
    assert forward.geometry().bottom() < backward.geometry().top()
    assert backward.geometry().bottom() < inspector.height()
    line = next(label for label in inspector.findChildren(QLabel) if label.text() == "Number rule · model agrees")
    assert not line.isVisible()
    inspector.resize(840, 168)
    assert line.isVisible()


@pytest.mark.parametrize("theme", [LIGHT, DARK])
def test_the_parts_of_a_bar_are_as_wide_as_the_probabilities(qtbot: QtBot, theme: Theme) -> None:
    outcomes = Outcomes(("=", "?", "≠"), theme)
    qtbot.addWidget(outcomes)
    outcomes.resize(400, 16)
    outcomes.show_outcomes(Entailment(0.5, 0.25, 0.25), (".50", ".25", ".25"), "")
    image = outcomes.grab().toImage()
    row = [image.pixelColor(x, image.height() // 2).name() for x in range(image.width())]
    widths = {name: row.count(getattr(theme, name)) for name in ("agreement_ink", "line", "contradiction_ink")}
    assert widths["agreement_ink"] == pytest.approx(2 * widths["line"], rel=0.1)
    assert widths["contradiction_ink"] == pytest.approx(widths["line"], rel=0.1)


def test_a_reason_by_the_model_marks_its_phrases_and_says_what_was_read(qtbot: QtBot) -> None:
    inspector = Inspector(LIGHT)
    qtbot.addWidget(inspector)
    made = comparison("A1!B1", statement("Brindle was asked twice."), statement("We were never shown it."))
    reason = Reason(ReasonKind.MODEL, Span(12, 23), Span(8, 19), "model.contradiction")
    inspector.show_link(made, replace(made.links[0], reasons=(reason,), entailment=DENIED))
    assert inspector.heard().splitlines()[:4] == [
        "≠ Contradiction · meaning",
        "L1: Brindle was asked twice.",
        "R1: We were never shown it.",
        "Read together, they cannot both be true: asked twice against never shown.",
    ]
    link = replace(made.links[0], reasons=(reason,))
    assert [passage_of(made, link, side)[1] for side in Side] == [(Span(12, 23),), (Span(8, 19),)]
    (line,) = reasons_of(made, link)
    assert [span.of(line.words) for span in line.marked] == ["asked twice", "never shown"]
    assert card_of(made, link).detail == "asked twice ↔ never shown"


@pytest.mark.parametrize(
    ("pair", "words"),
    [
        (OPEN, "Neither the rules nor the language model can tell whether both can hold."),
        (DENIED, "The language model leans towards contradiction, but not surely enough to call it so."),
        (
            EntailmentPair(Entailment(0.6, 0.3, 0.1), Entailment(0.2, 0.7, 0.1)),
            "The language model leans towards agreement, but not surely enough to call it so.",
        ),
    ],
)
def test_an_unclear_pair_that_a_model_read_says_what_it_makes_of_it(pair: EntailmentPair, words: str) -> None:
    made = comparison("A1?B1")
    (line,) = reasons_of(made, replace(made.links[0], entailment=pair))
    assert line.words == words


@pytest.mark.parametrize(("scenario", "shown"), [("A1?B1", "–"), ("A1?B1:date", "0.90")])
def test_where_nothing_was_decided_no_confidence_is_shown(qtbot: QtBot, scenario: str, shown: str) -> None:
    inspector = Inspector(LIGHT)
    qtbot.addWidget(inspector)
    made = comparison(scenario)
    inspector.show_link(made, made.links[0])
    assert f"Verdict confidence: {shown}" in inspector.heard().splitlines()


def test_an_unclear_pair_says_in_a_sentence_that_nothing_decides() -> None:
    made = comparison("A1?B1")
    (line,) = reasons_of(made, made.links[0])
    assert line.words == ("They speak of the same matter; no rule found a figure, date, name or negation that decides.")
    assert evidence(made.links[0]) == "No rule decided"


def test_each_of_several_reasons_has_its_own_words_marked() -> None:
    left, right = statement("It was 5 men in may."), statement("There were 7 men in june.")
    made = comparison("A1!B1", left, right)
    reasons = (
        Reason(ReasonKind.NUMBER, Span(7, 12), Span(11, 16), "number.test"),
        Reason(ReasonKind.DATE, Span(16, 19), Span(20, 24), "date.test"),
    )
    lines = reasons_of(made, replace(made.links[0], reasons=reasons))
    assert [(line.kind, [span.of(line.words) for span in line.marked]) for line in lines] == [
        ("Number", ["5 men", "7 men"]),
        ("Date", ["May", "june"]),
    ]
    html = as_html(lines, LIGHT.of(Verdict.CONTRADICTION), LIGHT.ink)
    assert html.count(f"background:{LIGHT.contradiction_words}") == 4


def test_a_card_shows_the_strongest_reason_even_where_one_side_has_no_words_for_it() -> None:
    made = comparison("A1!B1:number")
    first = Reason(ReasonKind.NEGATION, Span(0, 4), None, "negation.test")
    card = card_of(made, replace(made.links[0], reasons=(first, *made.links[0].reasons)))
    assert (card.title, card.detail) == ("Negation", "Left ↔ Right 1 is so.")


def test_reasons_that_do_not_fit_can_be_reached_by_keyboard(qtbot: QtBot) -> None:
    inspector = Inspector(LIGHT)
    qtbot.addWidget(inspector)
    inspector.resize(900, 168)
    inspector.show()
    scroller = inspector.findChild(QScrollArea)
    assert scroller is not None
    inspector.show_link(MIXED, MIXED.links[1])
    qtbot.waitUntil(lambda: scroller.focusPolicy() == Qt.FocusPolicy.NoFocus)
    many = tuple(Reason(ReasonKind.DATE, Span(0, n), Span(0, n), "date.test") for n in range(4, 24))
    inspector.show_link(MIXED, replace(MIXED.links[1], reasons=many))
    qtbot.waitUntil(lambda: scroller.focusPolicy() == Qt.FocusPolicy.TabFocus)


def test_a_denial_in_general_is_one_line_that_counts_what_it_leaves(panel: FindingsPanel) -> None:
    made = comparison("A1=B1", sentences=3)
    panel.set_comparison(made)
    assert not panel.denied.isVisibleTo(panel)
    panel.set_comparison(replace(made, denials=(GeneralDenial(Side.RIGHT, 2, (1, 2)),)))
    assert panel.denied.isVisibleTo(panel)
    assert panel.denied.text() == "R3 denies the charges in general; 2 claims have no other answer."
    assert panel.denied.toolTip() == "R3: L2, L3"
    panel.set_comparison(replace(made, denials=(GeneralDenial(Side.LEFT, 0, (1,)),)))
    assert panel.denied.text() == "L1 denies the charges in general; 1 claim has no other answer."


@pytest.mark.parametrize(
    ("near", "heard"),
    [
        ((), "No answer was found; no language model has read this with what the other side says."),
        ((Nearest(Side.LEFT, 1, 2, 0.011),), "No answer was found; R3 comes nearest."),
        ((Nearest(Side.LEFT, 1, 2, 0.001),), "The other side has no sentence that takes this up."),
    ],
)
def test_an_unanswered_sentence_says_what_comes_nearest(qtbot: QtBot, near: tuple[Nearest, ...], heard: str) -> None:
    inspector = Inspector(LIGHT)
    qtbot.addWidget(inspector)
    made = replace(comparison("A1=B1", sentences=3), nearest=near)
    inspector.show_unanswered(made, Unanswered(Side.LEFT, 1))
    assert heard in inspector.heard()
    assert ("Right 3 is so." in inspector.heard()) == ("nearest" in heard)
    denied = replace(made, denials=(GeneralDenial(Side.RIGHT, 0, (1,)),))
    inspector.show_unanswered(denied, Unanswered(Side.LEFT, 1))
    assert "R1 denies the charges in general." in inspector.heard()


def test_an_unclear_pair_that_leans_says_so_in_its_heading(qtbot: QtBot) -> None:
    inspector = Inspector(LIGHT)
    qtbot.addWidget(inspector)
    made = comparison("A1?B1")
    inspector.show_link(made, replace(made.links[0], leaning=0.4))
    assert inspector.heard().splitlines()[0] == "? May contradict"
    inspector.show_link(made, replace(made.links[0], leaning=0.1))
    assert inspector.heard().splitlines()[0] == "? Unclear"


def test_a_kind_that_the_model_tells_is_no_rule() -> None:
    made = comparison("A1!B1:date")
    (reason,) = made.links[0].reasons
    told = replace(made.links[0], reasons=(replace(reason, rule="model.contradiction"),), entailment=DENIED)
    assert evidence(told) == "Judged by the language model"
    both = replace(told, reasons=(reason, *told.reasons))
    assert evidence(both).startswith("Date rule · ")


def rows_changed(model: FindingsModel) -> list[tuple[str, int]]:
    """What a view is told from now on."""
    told: list[tuple[str, int]] = []
    model.rowsRemoved.connect(lambda _, first, last: told.append(("removed", last - first + 1)))
    model.rowsInserted.connect(lambda _, first, last: told.append(("inserted", last - first + 1)))
    model.rowsMoved.connect(lambda _, first, last, *_to: told.append(("moved", last - first + 1)))
    model.dataChanged.connect(lambda first, last: told.append(("changed", last.row() - first.row() + 1)))
    model.modelReset.connect(lambda: told.append(("reset", model.rowCount())))
    return told


MANY = comparison(" ".join(f"A{n}{'!=~?'[n % 4]}B{n}" for n in range(1, 201)), sentences=210)


@pytest.mark.parametrize(
    ("edit", "told"),
    [
        (Relink(removed=(((7,), (7,)),)), [("removed", 1)]),
        (Relink(added=(replace(MANY.links[0], left=(205,), right=(206,)),)), [("inserted", 1)]),
        (SetVerdict(((7,), (7,)), Verdict.UNCLEAR), [("moved", 1)]),
        (Dismiss(((7,), (7,))), [("moved", 1)]),
        (Confirm((((7,), (7,)),)), [("changed", 1)]),
    ],
)
def test_one_edit_changes_a_row_of_two_hundred(edit: Edit, told: list[tuple[str, int]]) -> None:
    model, before = FindingsModel(), Review(MANY)
    tester = QAbstractItemModelTester(model, QAbstractItemModelTester.FailureReportingMode.Fatal)
    model.set_comparison(before.comparison, before)
    heard = rows_changed(model)
    after = applied(before, Entry(edit))
    if after.comparison is before.comparison:
        model.set_decisions(after)
    else:
        model.set_comparison(after.comparison, after)
    assert [each for each in heard if each != ("changed", 1) or told == [each]] == told
    anew = FindingsModel()
    anew.set_comparison(after.comparison, after)
    assert model.rows == anew.rows
    assert [model.link_at(row) for row in range(model.rowCount())] == [
        anew.link_at(row) for row in range(anew.rowCount())
    ]
    del tester


def test_the_list_of_unanswered_is_ready_before_somebody_looks(
    panel: FindingsPanel, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    weigh.cache_clear()
    wording.prepare.cache_clear()
    with qtbot.waitExposed(panel):
        panel.show()
    made = comparison("A1=B1", sentences=80)
    panel.set_comparison(made)
    qtbot.waitUntil(lambda: panel.unanswered_list.is_prepared)
    known = weigh.cache_info().misses, wording.prepare.cache_info().misses
    assert known == (158, 160)
    measured: list[str] = []
    monkeypatch.setattr(delegate, "line_starts", lambda text, *_: measured.append(text) or [(0, len(text))])
    panel.show_unanswered(True)
    assert len(panel.unanswered_list.rows) == 158
    assert nearest(made, Side.LEFT, 20) is not None
    assert (weigh.cache_info().misses, wording.prepare.cache_info().misses) == known
    assert measured == []


def test_a_list_that_nobody_sees_is_not_laid_out(
    panel: FindingsPanel, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    with qtbot.waitExposed(panel):
        panel.show()
    panel.set_comparison(MANY)
    panel.show_unanswered(True)
    panel.unanswered_list.choose_row(12)
    panel.show_unanswered(False)
    asked: list[str] = []
    cards = panel.unanswered_list.cards
    monkeypatch.setattr(cards, "size_of", lambda text, width: asked.append(text) or QSize(width, 90))
    panel.set_zoom(200)
    panel.unanswered_list.doItemsLayout()
    assert asked == []
    panel.show_unanswered(True)
    assert len(set(asked)) == 20
    row = panel.unanswered_list.visualRect(panel.unanswered_list.model().index(12, 0))
    assert row.height() == 90
    assert panel.unanswered_list.viewport().rect().contains(row)


def test_a_card_names_the_row_of_the_table_that_its_figures_are_of() -> None:
    table = "| Village | Shops closed |\n|---|---|\n| Sarabulak | {} |\n"
    left, right = (read_bytes(table.format(closed).encode(), name="a.md") for closed in (12, 15))
    found = compare(left, right, CompareOptions(use_model=False))

    (link,) = found.links
    assert card_of(found, link).detail == "Sarabulak: 12 ↔ 15"
    assert "Sarabulak: 12" in heard(found, link, 1, 1)


def test_where_words_hide_what_is_unanswered_it_is_said_and_all_can_be_shown(panel: FindingsPanel) -> None:
    panel.set_comparison(MIXED)
    panel.show_unanswered(True)
    assert (len(panel.unanswered_list.rows), said_in_place(panel)) == (2, ("", False))
    panel.set_filter(Filter(text="zzzz"))
    assert said_in_place(panel) == ("No unanswered sentence passes this filter.", True)
    panel.set_filter(Filter(text="Left 4"))
    assert said_in_place(panel) == ("", False)
    chip(panel, "right").click()
    assert said_in_place(panel) == ("No unanswered sentence passes this filter.", True)
    button = next(each for each in panel.findChildren(QPushButton) if each.text() == "Show all")
    button.click()
    assert (len(panel.unanswered_list.rows), said_in_place(panel)) == (2, ("", False))


def test_where_one_side_alone_has_an_answer_to_all_it_is_not_said_of_both(panel: FindingsPanel) -> None:
    panel.set_comparison(comparison("A1=B1 A2!B2", statement("One is so.", "Two is so."), statement(*"abc")))
    panel.show_unanswered(True)
    chip(panel, "left").click()
    assert said_in_place(panel) == ("No unanswered sentence passes this filter.", True)


@pytest.mark.parametrize("words", ["", "zzzz"])
def test_where_nothing_is_unanswered_it_is_said_whatever_is_looked_for(panel: FindingsPanel, words: str) -> None:
    panel.set_comparison(comparison("A1=B1 A2!B2", sentences=2))
    panel.show_unanswered(True)
    panel.set_filter(Filter(text=words))
    assert said_in_place(panel) == ("Each side takes up everything the other says.", False)
