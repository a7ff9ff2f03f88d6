"""What each report holds, and that nothing in a statement can break out of it."""

from __future__ import annotations

import csv
import dataclasses
import html
import io
import json
import re
import time
from html.parser import HTMLParser

import pytest

from statement_compare.engine.model import (
    Comparison,
    Entailment,
    EntailmentPair,
    Link,
    Nearest,
    Reason,
    ReasonKind,
    Side,
    Span,
    Verdict,
)
from statement_compare.engine.report import csv as csv_report
from statement_compare.engine.report import render
from statement_compare.engine.report.marked import Piece, joined, pieces
from statement_compare.engine.report.md import escaped
from statement_compare.engine.report.text import Page, visible, width_of
from statement_compare.engine.report_formats import REPORTS, names_of

VOID = {"meta", "br", "hr", "img", "link", "input"}


class Outline(HTMLParser):
    """Which elements a page has, whether all are closed, and where its links lead."""

    def __init__(self) -> None:
        super().__init__()
        self.open: list[str] = []
        self.tags: list[str] = []
        self.ids: list[str] = []
        self.targets: list[str] = []
        self.attributes: list[str] = []
        self.marked: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append(tag)
        if tag not in VOID:
            self.open.append(tag)
        for name, value in attrs:
            self.attributes.append(name)
            if name == "id":
                self.ids.append(value or "")
            if name == "href":
                self.targets.append(value or "")

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag

    def handle_data(self, data: str) -> None:
        if self.open and self.open[-1] == "mark":
            self.marked.append(data)


def outline(page: bytes) -> Outline:
    parser = Outline()
    parser.feed(page.decode())
    parser.close()
    assert parser.open == []
    return parser


def with_left_text(pair: Comparison, text: str) -> Comparison:
    """The pair with another first sentence on the left, all of which carries the first link's reason."""
    old = pair.left
    sentence = dataclasses.replace(old.sentences[0], span=Span(0, len(text)), text=text)
    source = dataclasses.replace(old.source, text=text, title=text, speaker=text, path=text)
    statement = dataclasses.replace(old, source=source, sentences=(sentence,))
    reason = Reason(ReasonKind.EXCLUSIVITY, Span(0, len(text)), None, "no.such.rule")
    link = Link((0,), (0,), 0.5, Verdict.CONTRADICTION, 0.9, (reason,))
    return dataclasses.replace(pair, left=statement, links=(link,), only_left=(), only_right=(1, 2, 3, 4))


def test_the_page_is_whole_and_its_links_lead_somewhere(pair: Comparison) -> None:
    found = outline(render(pair, "html"))
    assert len(set(found.ids)) == len(found.ids)
    assert {target.removeprefix("#") for target in found.targets} <= set(found.ids)
    assert {"L1", "R4", "finding-1"} <= set(found.ids)


def test_the_page_needs_nothing_from_outside_and_runs_nothing(pair: Comparison) -> None:
    page = render(pair, "html").decode()
    found = outline(page.encode())
    assert not {"script", "link", "img", "iframe", "object", "form"} & set(found.tags)
    assert not any(name.startswith("on") or name == "src" for name in found.attributes)
    assert all(target.startswith("#") for target in found.targets)
    assert "url(" not in page
    assert "@import" not in page
    assert "Content-Security-Policy" in page


def test_the_page_lists_contradictions_first_with_their_reasons(pair: Comparison) -> None:
    page = render(pair, "html").decode()
    order = [
        page.index(words) for words in ("Contradiction · exclusivity", "Contradiction · number", "Both statements")
    ]
    assert order == sorted(order)
    assert "5,000 against 1,000" in page
    assert {"exclusive", "5,000", "will be", "may be"} <= set(outline(page.encode()).marked)


def test_the_page_says_what_made_it_and_what_it_cannot_say(pair: Comparison) -> None:
    page = render(pair, "html").decode()
    for words in ("a" * 64, "b" * 64, "1 November 2021", "statement_compare 9.9", "tiny sha256:abc", "preset: normal"):
        assert words in page
    assert "does not establish what is true" in page


def test_the_page_shows_both_colour_schemes_and_prints(pair: Comparison) -> None:
    page = render(pair, "html").decode()
    assert "prefers-color-scheme: dark" in page
    assert "@media print" in page


@pytest.mark.parametrize(
    "text",
    [
        "<script>alert(1)</script>",
        "</style><script>x</script>",
        '"><img src=x onerror=alert(1)>',
        "&lt;b&gt; {0} %s $x",
        "]]> <!--",
        "a\x00b\x1b[31mc\ud800",
    ],
)
def test_nothing_in_a_statement_breaks_out_of_the_page(pair: Comparison, text: str) -> None:
    found = outline(render(with_left_text(pair, text), "html"))
    assert not {"script", "img"} & set(found.tags)
    assert "onerror" not in found.attributes
    assert text.replace("\x00", "‹U+0000›").replace("\x1b", "‹U+001B›").replace("\ud800", "‹U+D800›") in found.marked


def test_every_report_takes_any_text(pair: Comparison) -> None:
    strange = with_left_text(pair, "x\x00 \u202eevil\u2066 \ud800 | * _ ` # \U0001f6e2\n\n=1+1 漢字 " + "w" * 400)
    for format_ in names_of(REPORTS):
        written = render(strange, format_).decode("utf-8")
        assert format_ == "json" or not {"\x00", "\u202e", "\ud800"} & set(written), f"{format_} hides characters"
    for width in (1, 30, 69, 70, 500):
        render(strange, "text", page=Page(width, colour=True))


def test_an_empty_pair_can_be_reported(pair: Comparison) -> None:
    empty = dataclasses.replace(pair, links=(), only_left=(), only_right=())
    empty = dataclasses.replace(empty, left=dataclasses.replace(empty.left, sentences=()))
    for format_ in names_of(REPORTS):
        assert render(empty, format_)
    assert "None was found." in render(empty, "html").decode()


def test_an_unknown_report_is_refused(pair: Comparison) -> None:
    with pytest.raises(ValueError, match="xml"):
        render(pair, "xml")


def test_text_stands_side_by_side_and_never_wider_than_the_page(pair: Comparison) -> None:
    for width in (70, 80, 100, 131):
        lines = render(pair, "text", page=Page(width)).decode().splitlines()
        # A checksum is one word; it is cut rather than let over the edge.
        assert max(map(width_of, lines)) <= width
    wide = render(pair, "text", page=Page(100)).decode()
    assert re.search(r"L2 The field gives \[5,000\] barrels a day\.\s+│ R1 The field gives \[1,000\] barrels", wide)


def test_a_narrow_page_puts_one_side_below_the_other(pair: Comparison) -> None:
    lines = render(pair, "text", page=Page(60)).decode().splitlines()
    place = lines.index("  L2 The field gives [5,000] barrels a day.")
    assert lines[place + 1] == "  R1 The field gives [1,000] barrels per day."
    assert max(map(width_of, lines)) <= 60


def test_colours_come_only_when_asked_for_and_change_no_width(pair: Comparison) -> None:
    plain = render(pair, "text", page=Page(90)).decode()
    coloured = render(pair, "text", page=Page(90, colour=True)).decode()
    assert "\x1b" not in plain
    assert "\x1b[" in coloured
    without = re.sub(r"\x1b\[[\d;]*m", "", coloured)
    assert max(map(width_of, without.splitlines())) <= 90
    assert "L2 The field gives 5,000 barrels" in without


def test_text_cannot_steer_a_terminal(pair: Comparison) -> None:
    text = render(with_left_text(pair, "red \x1b[31m and \x07 back\u202e wards \x9b2J"), "text").decode()
    assert not re.search(r"[\x00-\x09\x0b-\x1f\x7f-\x9f\u202e]", text)
    assert visible("a\tb\x1bc\u200dd\u2066e") == "a b‹U+001B›c‹U+200D›d‹U+2066›e"


@pytest.mark.parametrize(
    ("text", "columns"), [("abc", 3), ("漢字", 4), ("cafe\u0301", 4), ("ə\u200d", 1), ("Қазақ", 5)]
)
def test_width_counts_columns(text: str, columns: int) -> None:
    assert width_of(text) == columns


def test_wide_characters_keep_the_columns_straight(pair: Comparison) -> None:
    text = render(with_left_text(pair, "漢字" * 60), "text", page=Page(80)).decode()
    bars = {width_of(line.partition("│")[0]) for line in text.splitlines() if "│" in line}
    assert len(bars) == 1


def test_csv_has_a_row_for_each_link_and_each_claim_that_is_in_none(pair: Comparison) -> None:
    rows = list(csv.DictReader(io.StringIO(render(pair, "csv").decode("utf-8-sig"))))
    assert [(row["left"], row["right"], row["verdict"]) for row in rows] == [
        ("L1", "R2", "contradiction"),
        ("L2", "R1", "contradiction"),
        ("L3", "R4", "qualified"),
        ("L4", "R3", "agreement"),
        ("L5", "", "unanswered"),
        ("", "R5", "unanswered"),
    ]
    assert rows[1]["kinds"] == "number"
    assert rows[1]["reason"] == "5,000 against 1,000"
    assert (rows[1]["left_words"], rows[1]["right_words"]) == ("5,000", "1,000")
    assert float(rows[1]["confidence"]) == 0.93


@pytest.mark.parametrize("text", ["=1+1", "+1", "-1", "@SUM(A1)", "\tx", "=cmd|' /C calc'!A0"])
def test_no_cell_is_taken_for_a_formula(text: str) -> None:
    table = csv_report.table(["text"], [[text], [-0.5], ["a = b"]]).decode("utf-8-sig")
    rows = list(csv.reader(io.StringIO(table)))
    assert rows == [["text"], [f"'{text}"], ["-0.5"], ["a = b"]]


@pytest.mark.parametrize("text", ["closed;=1+1", "\uff1d1+1", '"=1"', " =1", 'it;"=1+1"', "; \uff20SUM(A1)", "a;=1;+2"])
@pytest.mark.parametrize("delimiter", [",", ";", "\t"])
def test_no_cell_is_a_formula_whatever_a_spreadsheet_parts_cells_at(text: str, delimiter: str) -> None:
    table = csv_report.table(["number", "text"], [["L1", text]]).decode("utf-8-sig")
    cells = [cell.strip(' "') for row in csv.reader(io.StringIO(table), delimiter=delimiter) for cell in row]
    assert not [cell for cell in cells if cell.startswith(tuple("=+-@\uff1d\uff0b\uff0d\uff20"))]


@pytest.mark.parametrize(
    ("text", "guarded"),
    [
        ("=1", "'=1"),
        (' "=1', "' \"=1"),
        ("\ta", "'\ta"),
        ("\t=1", "'\t'=1"),
        ("\na", "\na"),
        ("a;=1", "a;'=1"),
        ('a; "\t\n=1', "a;' \"\t'\n'=1"),
        ("a =1", "a =1"),
        ("a\t=1", "a\t'=1"),
        ("a;b=1", "a;b=1"),
        ("", ""),
    ],
)
def test_an_apostrophe_stands_where_a_cell_would_begin_with_a_sign(text: str, guarded: str) -> None:
    assert csv_report._guarded(text) == guarded


@pytest.mark.parametrize("text", ["\t", "\n", '"', " ", ";", ";\t", "; ", "=", ";="])
def test_a_long_row_of_what_parts_cells_is_guarded_at_once(text: str) -> None:
    started = time.process_time()
    csv_report.table(["text"], [[text * 200_000 + "x"]])
    assert time.process_time() - started < 5  # with the square of its length, it took minutes


def test_a_semicolon_in_plain_text_stays_as_it_is() -> None:
    table = csv_report.table(["text"], [["closed; reopened; 5 - 3"]]).decode("utf-8-sig")
    assert table == "text\r\nclosed; reopened; 5 - 3\r\n"


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("a *b* _c_ `d`", r"a \*b\* \_c\_ \`d\`"),
        ("# no heading", r"\# no heading"),
        ("- no list", r"\- no list"),
        ("1. no list", r"1\. no list"),
        ("<b>|</b>", r"\<b\>\|\</b\>"),
        ("two\nlines", "two lines"),
    ],
)
def test_markdown_shows_text_as_it_is(text: str, shown: str) -> None:
    assert escaped(text) == shown


def test_markdown_marks_the_words_that_clash(pair: Comparison) -> None:
    text = render(pair, "md").decode()
    assert "> L2 The field gives **5,000** barrels a day." in text
    assert r"> R4 Content **may be** reviewed \& \<removed\>." in text


def test_json_says_everything_that_the_comparison_holds(pair: Comparison) -> None:
    data = json.loads(render(pair, "json"))
    assert data["only_left"] == [4, 5]
    assert data["links"][1]["reasons"][0] == {
        "kind": "number",
        "left": {"start": 68, "end": 73, "text": "5,000"},
        "right": {"start": 16, "end": 21, "text": "1,000"},
        "message": "5,000 against 1,000",
        "rule": "no.such.rule",
        "params": {},
    }
    assert data["left"]["sentences"][5]["role"] == "courtesy"
    assert data["left"]["date"] == "2021-11-01"


def test_json_names_the_rule_behind_each_message_with_its_parameters(pair: Comparison) -> None:
    reason = Reason(ReasonKind.QUANTIFIER, None, None, "quantifier.exclude", (("left_share", "all"),))
    half = Entailment(0.25, 0.5, 0.25)
    link = dataclasses.replace(pair.links[0], reasons=(reason,), entailment=EntailmentPair(half, half))
    first, second = json.loads(render(dataclasses.replace(pair, links=(link, pair.links[1])), "json"))["links"]
    assert first["reasons"][0]["rule"] == "quantifier.exclude"
    assert first["reasons"][0]["params"] == {"left_share": "all"}
    assert first["entailment"]["backward"] == {"entailment": 0.25, "neutral": 0.5, "contradiction": 0.25}
    assert second["entailment"] is None


def test_json_holds_a_text_as_it_is_and_prints_nothing_that_steers(pair: Comparison) -> None:
    text = "x\x1b[31m\x9b2J \u202e000,5\u2066 \u200f\ufeff\U000e0041 Қазақ 漢字"
    written = render(with_left_text(pair, text), "json")
    assert json.loads(written)["left"]["sentences"][0]["text"] == text
    assert not re.search(
        "[\x00-\x09\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069\u200f\ufeff\U000e0041]", written.decode()
    )
    assert "Қазақ 漢字" in written.decode()


def test_marks_are_cut_out_of_the_original_text(pair: Comparison) -> None:
    sentence = pair.left.sentences[1]
    text = pair.left.source.text
    start = sentence.span.start
    marks = joined([Span(start + 10, start + 21), Span(start + 16, start + 25), Span(0, 5), Span(3, 3)])
    assert marks == (Span(0, 5), Span(start + 10, start + 25))
    assert pieces(sentence, text, marks) == (
        Piece("The field "),
        Piece("gives 5,000 bar", is_marked=True),
        Piece("rels a day."),
    )


def test_every_report_counts_the_same_claims_as_not_taken_up(pair: Comparison) -> None:
    # Two sentences of the left are in no link; one of them is a courtesy, which asks for no answer.
    assert (pair.only_left, pair.only_right) == ((4, 5), (4,))
    said = "2 unanswered (1 left, 1 right)"
    assert f"∅ {said}" in render(pair, "text").decode()
    assert f"∅ {said}" in render(pair, "md").decode()
    page = " ".join(re.sub(r"<[^>]*>", "", render(pair, "html").decode()).split())
    assert f"∅ {said}" in page
    table = csv.DictReader(io.StringIO(render(pair, "csv").decode("utf-8-sig")))
    assert sum(row["verdict"] == "unanswered" for row in table) == 2


@pytest.mark.parametrize("format_", ["text", "md", "html", "csv"])
def test_every_report_lists_contradictions_first_whatever_comes_first_in_the_text(
    pair: Comparison, format_: str
) -> None:
    turned = dataclasses.replace(pair, links=tuple(reversed(pair.links)))
    page = " ".join(
        re.sub(r"<style>.*?</style>|<[^>]*>|[\[\]*]", "", render(turned, format_).decode(), flags=re.S).split()
    )
    places = [page.index(words) for words in ("5,000 against 1,000", "less definite: will be against may be")]
    assert places == sorted(places)
    assert page.index("exclusive against the same") < places[1]


@pytest.mark.parametrize("format_", ["text", "md", "html", "csv"])
def test_every_report_gives_every_reason_that_the_json_gives(pair: Comparison, format_: str) -> None:
    plain = " ".join(html.unescape(re.sub(r"<[^>]*>", "", render(pair, format_).decode())).split())
    for link in json.loads(render(pair, "json"))["links"]:
        for reason in link["reasons"]:
            assert reason["message"] in plain


def test_sides_stay_apart(pair: Comparison) -> None:
    page = render(pair, "html").decode()
    left, right = page.index('id="L1"'), page.index('id="R1"')
    assert left < page.index('id="L6"') < right
    assert [side.value for side in Side] == ["left", "right"]


MODEL_SAID = "read together, they cannot both be true: asked twice against never shown"


def test_the_page_marks_the_phrases_that_a_model_rests_on(read_by_model: Comparison) -> None:
    page = render(read_by_model, "html")
    assert MODEL_SAID in page.decode()
    assert set(outline(page).marked) == {"asked twice", "never shown"}
    assert "Contradiction · meaning" in page.decode()


def test_a_terminal_shows_the_phrases_that_a_model_rests_on_in_brackets(read_by_model: Comparison) -> None:
    lines = render(read_by_model, "text").decode().splitlines()
    assert any(line.startswith("≠ meaning   L1 – R1") for line in lines)
    assert f"  {MODEL_SAID}" in lines
    (both,) = [line for line in lines if "Brindle" in line]
    assert "[asked twice]" in both
    assert "[never shown]" in both


def test_a_page_in_markdown_has_the_reason_of_a_model_and_its_phrases(read_by_model: Comparison) -> None:
    page = render(read_by_model, "md").decode()
    assert MODEL_SAID in page
    assert "**asked twice**" in page
    assert "**never shown**" in page


def test_data_and_table_name_the_phrases_of_a_model(read_by_model: Comparison) -> None:
    (link,) = json.loads(render(read_by_model, "json"))["links"]
    assert link["reasons"] == [
        {
            "kind": "model",
            "left": {"start": 12, "end": 23, "text": "asked twice"},
            "right": {"start": 8, "end": 19, "text": "never shown"},
            "message": MODEL_SAID,
            "rule": "model.contradiction",
            "params": {},
        }
    ]
    rows = list(csv.DictReader(io.StringIO(render(read_by_model, "csv").decode("utf-8-sig"))))
    found = next(row for row in rows if row["verdict"] == "contradiction")
    assert MODEL_SAID in found.values()
    assert {"asked twice", "never shown"} <= set(found.values())


@pytest.mark.parametrize("format_", ["text", "md", "html"])
@pytest.mark.parametrize(("role", "name"), [("multilingual_entailment", "wide"), ("", "rules alone")])
def test_every_report_says_which_of_the_loaded_models_judged(
    pair: Comparison, format_: str, role: str, name: str
) -> None:
    models = (("entailment", "small sha256:a"), ("multilingual_entailment", "wide sha256:b"))
    signature = dataclasses.replace(pair.signature, models=models)
    made = dataclasses.replace(pair, signature=signature, judged_by=role, paired_by=("encoder",))
    written = re.sub("<[^>]*>", " ", render(made, format_, page=Page(80)).decode())
    assert re.search(rf"Judged by:? +{name}\s", written)
    said = json.loads(render(made, "json"))["signature"]
    assert (said["judged_by"], said["paired_by"]) == (role, ["encoder"])


STEERS = re.compile(
    "[\x00-\x09\x0b\x0c\x0e-\x1f\x7f-\x9f\u061c\u200b\u200e\u200f\u202a-\u202e\u2060\u2066\u2067\ufeff]"
)
HIDDEN = "red \x1b[31m\x07 \x9b2J \u202e000,5\u202c no\u200bt\u200f \u2066x\u2069 \u2060\ufeff"


@pytest.mark.parametrize("format_", ["text", "md", "html", "csv"])
def test_every_report_shows_hidden_characters_and_is_steered_by_none(pair: Comparison, format_: str) -> None:
    strange = with_left_text(pair, HIDDEN)
    model = ("entailment", "model\x1b]0;title\x07 sha256:1")
    signature = dataclasses.replace(pair.signature, models=(model,), options=(("model", "/home/eve/mo\u202edel"),))
    written = (
        render(dataclasses.replace(strange, signature=signature), format_).decode("utf-8-sig").replace("\r\n", "\n")
    )
    assert STEERS.search(written) is None
    for code in ("001B", "0007", "009B", "202E", "202C", "200B", "200F", "2066", "2069", "2060", "FEFF"):
        assert f"‹U+{code}›" in written.replace("\n", "")


@pytest.mark.parametrize("format_", ["text", "md", "html"])
def test_every_report_says_how_many_invisible_characters_a_side_has(pair: Comparison, format_: str) -> None:
    strange = with_left_text(pair, "It gives 5,\u202e000\u202c barrels\u202e.")
    written = " ".join(render(strange, format_, page=Page(60)).decode().split())
    if format_ != "md":
        assert "3 invisible characters, shown as ‹U+…›" in written
    if format_ != "text":
        assert "U+202E right-to-left override (2), U+202C pop directional formatting (1)" in written.replace("\\", "")
    assert "invisible character" not in render(pair, format_).decode().lower()


def test_words_that_run_from_right_to_left_are_isolated_from_those_around_them(pair: Comparison) -> None:
    strange = with_left_text(pair, "قالت الوزارة 5,000")
    isolated = "\u2068قالت الوزارة 5,000\u2069"
    assert isolated in json.loads(render(strange, "json"))["links"][0]["reasons"][0]["message"]
    assert f"> L1 \u2068**{isolated[1:-1]}**\u2069" in render(strange, "md").decode()
    text = render(strange, "text").decode()
    assert any(line.startswith("  \u2068L1 [قالت الوزارة 5,000]\u2069 ") for line in text.splitlines())
    assert "\u2068" not in render(pair, "text").decode() + render(pair, "md").decode()


def test_on_the_page_each_paragraph_has_its_own_direction(pair: Comparison) -> None:
    page = render(with_left_text(pair, "قالت الوزارة"), "html").decode()
    assert '<p dir="auto"><span class="sentence' in page
    # "L1" is Latin: it must not decide which way the quotation runs.
    assert '<a class="number" dir="ltr" href="#L1">L1</a>' in page


def test_on_the_page_the_number_of_a_sentence_stays_whole_beside_words_that_run_from_right_to_left(
    pair: Comparison,
) -> None:
    # "4 ≠" behind an Arabic sentence: the figure would go to its words, and the sign to the sentence that it numbers.
    page = render(with_left_text(pair, "قالت الوزارة"), "html").decode()
    # The distance to the words is a blank in their own direction, not a margin on one side.
    numbers = re.findall(r'class="number" dir="ltr"[^>]*>[^<]+</(?:a|span)><span class="gap"> </span>', page)
    assert len(numbers) == page.count('class="number"') > 0
    style = page.partition("</style>")[0]
    assert re.search(r"^\.sentence \{ unicode-bidi: isolate;", style, re.MULTILINE)
    assert not re.search(r"\.number \{[^}]*margin", style)


@pytest.mark.parametrize("format_", ["text", "md", "html", "csv"])
@pytest.mark.parametrize("folder", ["/home/eve/secret cases/", "C:\\Users\\eve\\secret cases\\"])
def test_no_report_tells_in_which_folder_a_file_lies(pair: Comparison, format_: str, folder: str) -> None:
    sides = [
        dataclasses.replace(side, source=dataclasses.replace(side.source, path=f"{folder}{name}"))
        for side, name in ((pair.left, "left.txt"), (pair.right, "right.txt"))
    ]
    options = (("model", f"{folder}own-model"), ("preset", "normal"))
    moved = dataclasses.replace(
        pair, left=sides[0], right=sides[1], signature=dataclasses.replace(pair.signature, options=options)
    )
    written = render(moved, format_).decode()
    assert "secret" not in written
    assert "eve" not in written.replace("every", "").replace("never", "")
    if format_ != "csv":
        assert "left.txt" in written
        assert "own-model" in written
    assert json.loads(render(moved, "json"))["left"]["path"] == f"{folder}left.txt"


@pytest.mark.parametrize("format_", ["text", "md", "html"])
@pytest.mark.parametrize(
    ("chance", "told", "not_told"),
    [
        (0.001, "Not taken up by answer.txt", "No answer found in what is said by answer.txt"),
        (0.012, "No answer found in what is said by answer.txt", "Not taken up by answer.txt"),
        (None, "No answer found in what is said by answer.txt", "Not taken up by answer.txt"),
    ],
)
def test_not_taken_up_is_told_only_where_a_model_read_it_with_the_other_side(
    pair: Comparison, format_: str, chance: float | None, told: str, not_told: str
) -> None:
    lone = pair.only_left[0]
    near = () if chance is None else (Nearest(Side.LEFT, lone, 1, chance),)
    written = " ".join(
        re.sub(r"<[^>]*>", "", render(dataclasses.replace(pair, nearest=near), format_).decode()).split()
    )
    assert told in written
    assert not_told not in written
    assert ("nearest: R2" in written) == (chance == 0.012)


@pytest.mark.parametrize("format_", ["text", "md", "html"])
def test_what_is_not_taken_up_is_told_of_a_speaker_or_a_file_never_of_a_title(pair: Comparison, format_: str) -> None:
    source = dataclasses.replace(pair.right.source, title="NorRail answers the Ministry of Transport")
    near = (Nearest(Side.LEFT, pair.only_left[0], 1, 0.001),)
    titled = dataclasses.replace(pair, right=dataclasses.replace(pair.right, source=source), nearest=near)
    written = " ".join(re.sub(r"<[^>]*>", "", render(titled, format_).decode()).split())
    assert "Not taken up by answer.txt" in written
    assert "taken up by NorRail" not in written
    assert "NorRail answers the Ministry of Transport" in written
