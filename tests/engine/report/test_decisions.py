"""What a person decided stands in every report, is told from what was proposed, and breaks out of none."""

from __future__ import annotations

import csv
import dataclasses
import html
import io
import json
import pickle
import re
from html.parser import HTMLParser
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from read_back import FORMATS, read_back

from statement_compare.engine.model import (
    Comparison,
    Correction,
    Decision,
    Lost,
    Pair,
    Role,
    Side,
    Status,
    Verdict,
    pair_of,
)
from statement_compare.engine.report import csv as csv_report
from statement_compare.engine.report import decided, render
from statement_compare.engine.report.text import Page, width_of
from statement_compare.engine.report.words.en import PHRASES
from statement_compare.engine.reported import EVERYTHING, LeftOut, ReportChoice, Reported, Scope, report_of

PROSE = ("text", "md", "html")
AT = "2026-01-02T03:04:05+00:00"
EXCLUSIVE: Pair = ((0,), (1,))
BARRELS: Pair = ((1,), (0,))
CONTENT: Pair = ((2,), (3,))
PEOPLE: Pair = ((3,), (2,))

CHANGED = Decision(Verdict.QUALIFIED, "the second is net", status=Status.ASKED, reviewer="Ada", at=AT)
CONFIRMED = Decision(is_confirmed=True, note="ask the port", is_bookmarked=True, reviewer="Bo", at=AT)
DISMISSED = Decision(is_dismissed=True, reviewer="Ada", at=AT)


def reviewed(pair: Comparison, decisions: dict[Pair, Decision] | None = None, **more: Any) -> Reported:
    """The pair as a review shows it: a contradiction that became qualified, one confirmed, a finding dismissed."""
    said = {EXCLUSIVE: CHANGED, BARRELS: CONFIRMED, CONTENT: DISMISSED} if decisions is None else decisions
    links = tuple(
        dataclasses.replace(link, verdict=said[pair_of(link)].verdict or link.verdict)
        if pair_of(link) in said
        else link
        for link in pair.links
    )
    proposed = {pair_of(link): link for link in pair.links if pair_of(link) in said}
    return Reported(dataclasses.replace(pair, links=links), said, proposed=proposed, **more)


def written(reported: Reported | Comparison, format_: str, choice: ReportChoice = EVERYTHING) -> str:
    """A report as it reads: without tags, escapes of Markdown and line breaks."""
    return read_back(render(reported, format_, page=Page(150), choice=choice), format_)


def rows_of(reported: Reported, choice: ReportChoice = EVERYTHING) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(render(reported, "csv", choice=choice).decode("utf-8-sig"))))


def test_the_kinds_of_reasons_for_another_verdict_stand_in_no_table(pair: Comparison) -> None:
    kinds = {(row["left"], row["right"]): row["kinds"] for row in rows_of(reviewed(pair))}
    assert kinds["L1", "R2"] == ""  # changed
    assert (kinds["L2", "R1"], kinds["L3", "R4"], kinds["L4", "R3"]) == ("number", "modality", "wording")
    assert {row["kinds"] for row in rows_of(reviewed(pair, {}))} == {"exclusivity", "number", "modality", "wording", ""}


@pytest.mark.parametrize("format_", FORMATS)
def test_a_report_of_which_nobody_decided_anything_has_the_bytes_of_the_comparison(
    pair: Comparison, format_: str
) -> None:
    untouched = Reported(pair, {BARRELS: Decision(reviewer="Ada", at=AT)}, reviewer="Ada")
    assert render(untouched, format_) == render(pair, format_)


def test_what_a_report_is_of_can_be_sent_to_another_process(pair: Comparison) -> None:
    reported = reviewed(pair, by_hand=frozenset({PEOPLE}))
    assert pickle.loads(pickle.dumps(reported)) == reported


@pytest.mark.parametrize("format_", PROSE)
def test_every_report_says_who_decided_what(pair: Comparison, format_: str) -> None:
    page = re.sub(r"(Decision|Note|Status|Last change):", r"\1", written(reviewed(pair), format_))
    assert "Decision changed from contradiction to qualified by Ada: the second is net" in page
    assert "Decision confirmed by Bo" in page
    assert "Note ask the port" in page
    assert "Status asked" in page
    assert "Status open" in page
    assert re.search("Bookmark:? set", page)
    assert "Last change Bo, 2 January 2026, 03:04 UTC" in page
    assert "Decision dismissed by Ada" in page
    assert page.count("not decided") == 1


@pytest.mark.parametrize("format_", PROSE)
def test_every_report_counts_what_is_decided_and_who_reviewed(pair: Comparison, format_: str) -> None:
    page = written(reviewed(pair, reviewer="Cem"), format_)
    assert "3 of 4 decided" in page
    assert "1 dismissed" in page
    assert re.search(r"Reviewed by:? Ada, Bo, Cem", page)
    assert "decided" not in written(pair, format_)


@pytest.mark.parametrize("format_", PROSE)
def test_a_verdict_of_a_person_stands_without_the_confidence_of_the_proposed_one(
    pair: Comparison, format_: str
) -> None:
    said = {link: dataclasses.replace(CHANGED, verdict=Verdict.UNCLEAR) for link in map(pair_of, pair.links)}
    page = written(reviewed(pair, said), format_)
    assert "93 %" not in page
    assert "confidence" not in page.lower()
    assert "93 %" in written(pair, format_)


@pytest.mark.parametrize("format_", PROSE)
def test_a_verdict_kept_by_a_person_has_no_confidence_either(pair: Comparison, format_: str) -> None:
    said = {each: Decision(link.verdict, reviewer="Ada") for link in pair.links for each in [pair_of(link)]}
    page = written(reviewed(pair, said), format_)
    assert "93 %" not in page
    assert "kept as contradiction by Ada" in page


@pytest.mark.parametrize("format_", ["text", "md", "html", "csv"])
def test_the_proposed_verdict_stays_readable_and_its_reasons_are_told_as_its_own(
    pair: Comparison, format_: str
) -> None:
    page = written(reviewed(pair), format_)
    assert "proposed as contradiction: one side claims it for itself alone" in page
    assert "proposed as contradiction: 5,000 against 1,000" not in page


def test_a_changed_finding_stands_with_those_of_its_new_verdict(pair: Comparison) -> None:
    page = written(reviewed(pair), "text")
    order = [page.index(words) for words in ("≠ Contradictions", "5,000 against", "~ Qualified", "second is net")]
    assert order == sorted(order)
    assert "≠ 1 contradiction · ~ 1 qualified · = 1 agreement" in page


def test_an_unclear_verdict_given_by_a_person_leans_nowhere(pair: Comparison) -> None:
    leaning = dataclasses.replace(pair.links[0], verdict=Verdict.UNCLEAR, leaning=0.4)
    made = dataclasses.replace(pair, links=(leaning, *pair.links[1:]))
    kept = Reported(made, {EXCLUSIVE: Decision(Verdict.UNCLEAR, reviewer="Ada")}, proposed={EXCLUSIVE: leaning})
    assert "? Unclear · exclusivity" in written(kept, "html")
    assert "changed from may contradict to unclear by Ada" in written(kept, "html")


@pytest.mark.parametrize("format_", ["text", "md", "html", "csv"])
def test_what_is_dismissed_stands_at_the_end(pair: Comparison, format_: str) -> None:
    page = written(reviewed(pair), format_)
    assert page.index("less definite: will be") > page.index("A new office opens in Oslo.")
    assert page.index("less definite: will be") > page.index("only the left side says 3.2 million")
    if format_ != "csv":
        assert page.index("Dismissed") < page.index("less definite: will be") < page.index("preset: normal")


def test_the_page_says_that_no_contradiction_stands_where_each_was_dismissed_or_changed(pair: Comparison) -> None:
    page = written(reviewed(pair, {EXCLUSIVE: CHANGED, BARRELS: DISMISSED}), "html")
    assert "Contradictions None stands." in page
    without = ReportChoice(has_dismissed=False)
    assert "None stands." in written(reviewed(pair, {EXCLUSIVE: DISMISSED, BARRELS: DISMISSED}), "html", without)


def test_a_sentence_of_a_dismissed_finding_is_not_coloured_by_it(pair: Comparison) -> None:
    page = render(reviewed(pair), "html").decode()
    assert '<span class="sentence plain" id="L3" title="qualified with R4 (dismissed)">' in page
    sentence = page[page.index('id="L3"') : page.index('id="L4"')]
    assert 'href="#finding-4">3</a>' in sentence
    assert "<mark>" not in sentence
    assert '<span class="sentence qualified" id="L1"' in page


def test_a_sentence_whose_finding_is_left_out_says_so(pair: Comparison) -> None:
    page = render(reviewed(pair), "html", choice=ReportChoice(has_agreements=False)).decode()
    assert '<span class="sentence plain" id="L4" title="in a finding that this report leaves out">' in page
    assert '<span class="sentence plain" id="L6" title="courtesy">' in page


@pytest.mark.parametrize(
    ("format_", "heading"),
    [("text", "~ qualified L3 – R4"), ("md", "### ~ qualified · how certain · L3 – R4"), ("html", "~ Qualified · how")],
)
def test_what_is_dismissed_says_its_verdict_which_no_heading_says(pair: Comparison, format_: str, heading: str) -> None:
    page = written(reviewed(pair), format_)
    assert heading in page[page.rindex("Dismissed") :]


@pytest.mark.parametrize("format_", PROSE)
def test_a_link_made_by_hand_says_so(pair: Comparison, format_: str) -> None:
    assert written(reviewed(pair, {}, by_hand=frozenset({PEOPLE})), format_).count("made by hand") == 1
    assert "made by hand" not in written(reviewed(pair), format_)


@pytest.mark.parametrize("format_", PROSE)
def test_status_bookmark_and_link_by_hand_are_told_apart(pair: Comparison, format_: str) -> None:
    said = {PEOPLE: Decision(is_bookmarked=True, status=Status.ASKED)}
    page = written(reviewed(pair, said, by_hand=frozenset({PEOPLE})), format_)
    assert re.search(r"Status:?\W+asked\W+Bookmark:?\W+set\W+Link:?\W+made by hand", page)


@pytest.mark.parametrize("format_", PROSE)
def test_every_report_tells_what_was_done_by_hand_to_the_texts_and_links(pair: Comparison, format_: str) -> None:
    reported = reviewed(
        pair,
        removed=frozenset({((4,), (4,))}),
        roles={(Side.LEFT, 4): Role.OPINION},
        speakers={Side.RIGHT: "The port"},
        corrections=(Correction(Side.RIGHT, 4, "A new of- fice opens.", "A new office opens."),),
    )
    page = re.sub(r"by hand:", "by hand", written(reported, format_))
    assert "Unlinked by hand L5 – R5" in page
    assert "Roles by hand L5: opinion" in page
    assert "Speakers by hand right: The port" in page
    assert "Corrected by hand R5: A new office opens. (read as: A new of- fice opens.)" in page


LOST = Lost(("The port was shut.",), ("It was open.",), Decision(Verdict.CONTRADICTION, note="false", reviewer="Ada"))


@pytest.mark.parametrize("format_", PROSE)
def test_what_was_decided_of_sentences_that_are_gone_is_told_at_the_end(pair: Comparison, format_: str) -> None:
    page = written(reviewed(pair, {}, lost=(LOST,)), format_)
    assert "Decisions on sentences that are in neither text any more" in page
    for words in ("given as contradiction by Ada", "The port was shut.", "It was open.", "false"):
        assert words in page
    assert "The port was shut." not in written(reviewed(pair, {}, lost=(LOST,)), format_, ReportChoice(Scope.CONFIRMED))


@pytest.mark.parametrize(
    "done",
    [
        {"by_hand": frozenset({PEOPLE})},
        {"removed": frozenset({((4,), (4,))})},
        {"roles": {(Side.LEFT, 4): Role.OPINION}},
        {"speakers": {Side.LEFT: "The port"}},
        {"corrections": (Correction(Side.RIGHT, 4, "of- fice", "office"),)},
        {"lost": (LOST,)},
    ],
)
def test_whatever_was_done_by_hand_is_told_even_where_no_finding_was_decided(
    pair: Comparison, done: dict[str, Any]
) -> None:
    assert Reported(pair, **done).is_touched
    assert "0 of 4 decided" in written(Reported(pair, **done), "text")


def test_who_decided_what_is_gone_reviewed_it_as_well(pair: Comparison) -> None:
    assert Reported(pair, lost=(LOST,)).reviewers == ("Ada",)


@pytest.mark.parametrize("format_", FORMATS)
def test_the_findings_alone_tell_what_was_decided_of_sentences_that_are_gone(pair: Comparison, format_: str) -> None:
    page = written(reviewed(pair, lost=(LOST,)), format_, ReportChoice(Scope.FINDINGS))
    assert "The port was shut." in page


def test_json_has_a_decision_only_where_there_is_one_and_only_fields_are_added(pair: Comparison) -> None:
    before = json.loads(render(pair, "json"))
    data = json.loads(render(reviewed(pair, by_hand=frozenset({BARRELS})), "json"))
    assert set(data) - set(before) == {"review"}
    assert [set(link) - set(before["links"][0]) for link in data["links"]] == [
        {"decision"},
        {"decision", "by_hand"},
        {"decision"},
        set(),
    ]
    assert data["links"][0]["decision"] == {
        "verdict": "qualified",
        "reason": "the second is net",
        "confirmed": False,
        "dismissed": False,
        "bookmarked": False,
        "note": "",
        "status": "asked",
        "reviewer": "Ada",
        "at": AT,
        "proposed": {"verdict": "contradiction", "confidence": 0.93, "leaning": 0.0},
    }
    assert (data["links"][0]["verdict"], data["links"][0]["confidence"]) == ("qualified", 0.0)
    assert data["links"][1]["by_hand"] is True
    assert data["links"][3] == before["links"][3]


def test_json_says_what_was_done_to_the_comparison_as_a_whole(pair: Comparison) -> None:
    reported = reviewed(
        pair,
        removed=frozenset({((4,), (4,))}),
        roles={(Side.LEFT, 4): Role.OPINION},
        speakers={Side.RIGHT: "The port"},
        corrections=(Correction(Side.RIGHT, 4, "of- fice", "office"),),
        lost=(LOST,),
    )
    said = json.loads(render(reported, "json"))["review"]
    assert (said["findings"], said["decided"], said["dismissed"]) == (4, 3, 1)
    assert said["reviewers"] == ["Ada", "Bo"]
    assert said["removed"] == [{"left": [4], "right": [4]}]
    assert said["roles"] == [{"side": "left", "sentence": 4, "role": "opinion"}]
    assert said["speakers"] == {"right": "The port"}
    assert said["corrections"] == [{"side": "right", "sentence": 4, "original": "of- fice", "text": "office"}]
    assert [(each["left"], each["decision"]["note"]) for each in said["lost"]] == [(["The port was shut."], "false")]
    assert said["caveat"] == PHRASES["disclaimer"]


def test_csv_has_columns_of_decisions_behind_the_others(pair: Comparison) -> None:
    rows = rows_of(reviewed(pair, by_hand=frozenset({BARRELS}), lost=(LOST,)))
    before = render(pair, "csv").decode("utf-8-sig").splitlines()[0].split(",")
    assert list(rows[0])[: len(before)] == before
    assert [(row["left"], row["verdict"], row["decision"], row["proposed"]) for row in rows] == [
        ("L2", "contradiction", "confirmed", "contradiction"),
        ("L1", "qualified", "changed", "contradiction"),
        ("L4", "agreement", "", "agreement"),
        ("L5", "unanswered", "", ""),
        ("", "unanswered", "", ""),
        ("L3", "qualified", "dismissed", "qualified"),
        ("", "lost", "given", ""),
    ]
    assert (rows[1]["confidence"], rows[1]["proposed_confidence"]) == ("", "0.93")
    assert (rows[0]["note"], rows[0]["bookmarked"], rows[0]["by_hand"]) == ("ask the port", "yes", "yes")
    assert (rows[1]["decision_reason"], rows[1]["status"], rows[1]["reviewer"]) == ("the second is net", "asked", "Ada")


@pytest.mark.parametrize("format_", FORMATS)
def test_a_reviewed_report_says_what_it_is_of_what_made_it_and_that_no_truth_is_established(
    pair: Comparison, format_: str
) -> None:
    page = written(reviewed(pair), format_)
    day = "2021-11-01" if format_ == "json" else "1 November 2021"
    for words in (
        "a" * 64,
        "b" * 64,
        "ministry.txt",
        "answer.txt",
        "Ministry",
        "An answer",
        day,
        "9.9",
        "tiny sha256:abc",
    ):
        assert words in page
    assert re.search(r'preset(: |": ")normal', page)
    assert "does not establish what is true" in page


def test_a_choice_counts_what_it_leaves_out(pair: Comparison) -> None:
    reported = reviewed(pair)

    def kept(choice: ReportChoice) -> list[Pair]:
        return [pair_of(link) for link in report_of(reported, choice).links]

    assert kept(EVERYTHING) == [EXCLUSIVE, BARRELS, CONTENT, PEOPLE]
    assert kept(ReportChoice(Scope.FINDINGS)) == [EXCLUSIVE, BARRELS, CONTENT, PEOPLE]
    assert kept(ReportChoice(Scope.CONFIRMED)) == [EXCLUSIVE, BARRELS]
    assert kept(ReportChoice(Scope.CHOSEN, frozenset({BARRELS, CONTENT}))) == [BARRELS, CONTENT]
    assert kept(ReportChoice(Scope.CHOSEN, frozenset({CONTENT}), has_dismissed=False)) == []
    assert kept(ReportChoice(has_agreements=False, has_dismissed=False)) == [EXCLUSIVE, BARRELS]
    assert report_of(reported, ReportChoice(Scope.CONFIRMED)).left_out == {
        LeftOut.NOT_CONFIRMED: 1,
        LeftOut.DISMISSED: 1,
    }


@pytest.mark.parametrize("format_", PROSE)
def test_a_report_of_a_part_says_that_it_is_one_and_counts_the_whole(pair: Comparison, format_: str) -> None:
    page = written(reviewed(pair), format_, ReportChoice(has_agreements=False, has_dismissed=False))
    assert "Left out: 1 agreement; 1 dismissed finding." in page
    assert "= 1 agreement" in page
    assert "3 of 4 decided" in page
    assert "only the left side says 3.2 million" not in page
    assert "less definite" not in page
    assert "Left out" not in written(reviewed(pair), format_)


@pytest.mark.parametrize("format_", FORMATS)
def test_the_findings_alone_come_without_what_stands_in_none(pair: Comparison, format_: str) -> None:
    page = written(reviewed(pair), format_, ReportChoice(Scope.FINDINGS))
    assert "5,000 against 1,000" in page
    assert "less definite" in page
    if format_ != "json":  # its spans point into the text, which has to be there
        assert "A new office opens in Oslo." not in page


@pytest.mark.parametrize("format_", FORMATS)
@pytest.mark.parametrize("scope", Scope)
def test_a_choice_can_be_made_of_a_comparison_that_nobody_reviewed(
    pair: Comparison, format_: str, scope: Scope
) -> None:
    page = written(pair, format_, ReportChoice(scope, frozenset({BARRELS})))
    assert ("5,000 against 1,000" in page) == (scope is not Scope.CONFIRMED)
    assert ("less definite" in page) == (scope in (Scope.ALL, Scope.FINDINGS))


def test_json_of_a_part_says_which_and_keeps_what_its_numbers_point_at(pair: Comparison) -> None:
    whole = json.loads(render(reviewed(pair), "json"))
    part = json.loads(render(reviewed(pair), "json", choice=ReportChoice(Scope.CONFIRMED, has_agreements=False)))
    assert part["choice"] == {
        "scope": "confirmed",
        "agreements": False,
        "dismissed": True,
        "left_out": {"not_confirmed": 1, "dismissed": 1},
    }
    assert part["links"] == whole["links"][:2]
    assert {key: part[key] for key in ("left", "right", "only_left", "only_right", "review")} == {
        key: whole[key] for key in ("left", "right", "only_left", "only_right", "review")
    }


class Outline(HTMLParser):
    """Which elements and ids a page has, and where its links lead."""

    def __init__(self, page: bytes) -> None:
        super().__init__()
        self.open: list[str] = []
        self.tags: set[str] = set()
        self.names: set[str] = set()
        self.ids: list[str] = []
        self.targets: list[str] = []
        self.feed(page.decode())
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.add(tag)
        if tag != "meta":
            self.open.append(tag)
        for name, value in attrs:
            self.names.add(name)
            if name in ("id", "href"):
                (self.ids if name == "id" else self.targets).append(value or "")

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag


@pytest.mark.parametrize("scope", Scope)
@pytest.mark.parametrize("has_all", [True, False])
def test_each_link_of_a_page_leads_somewhere_whatever_is_left_out(
    pair: Comparison, scope: Scope, has_all: bool
) -> None:
    choice = ReportChoice(scope, frozenset({BARRELS}), has_all, has_all)
    found = Outline(render(reviewed(pair, lost=(LOST,)), "html", choice=choice))
    assert found.open == []
    assert len(set(found.ids)) == len(found.ids)
    assert {target.removeprefix("#") for target in found.targets} <= set(found.ids)


def hostile(pair: Comparison, text: str) -> Reported:
    """A review in which everything that a person can write reads so."""
    said = Decision(Verdict.UNCLEAR, text, is_confirmed=True, note=text, reviewer=text, at=text)
    return reviewed(
        pair,
        {EXCLUSIVE: said, CONTENT: Decision(is_dismissed=True, note=text, reviewer=text, at=text)},
        speakers={Side.LEFT: text},
        corrections=(Correction(Side.LEFT, 0, text, text),),
        lost=(Lost((text,), (text,), said),),
        reviewer=text,
    )


@pytest.mark.parametrize(
    "text",
    [
        "<script>alert(1)</script>",
        "</style></dl><script>x</script>",
        '"><img src=x onerror=alert(1)>',
        "&lt;b&gt; {0} %s $x",
        "]]> <!--",
        "a\x00b\x1b[31mc\ud800",
    ],
)
def test_nothing_that_a_person_writes_breaks_out_of_the_page(pair: Comparison, text: str) -> None:
    page = render(hostile(pair, text), "html")
    found, plain = Outline(page), Outline(render(hostile(pair, "x"), "html"))
    assert found.tags == plain.tags
    assert found.names == plain.names
    assert found.open == []
    seen = text.replace("\x00", "‹U+0000›").replace("\x1b", "‹U+001B›").replace("\ud800", "‹U+D800›")
    assert page.decode().count(html.escape(seen)) >= 6


@pytest.mark.parametrize("format_", ["text", "md", "html", "csv"])
def test_nothing_that_a_person_writes_steers_or_turns_what_stands_around_it(pair: Comparison, format_: str) -> None:
    text = "red \x1b[31m\x07 \x9b2J \u202e000,5\u202c no\u200bt\u200f \u2066x\u2069 \u2060\ufeff"
    page = render(hostile(pair, text), format_, page=Page(150)).decode("utf-8-sig").replace("\r\n", "\n")
    assert not re.search(
        "[\x00-\x09\x0b\x0c\x0e-\x1f\x7f-\x9f\u061c\u200b\u200e\u200f\u202a-\u202e\u2060\u2066\u2067\ufeff]", page
    )
    for code in ("001B", "0007", "009B", "202E", "202C", "200B", "200F", "2066", "2069", "2060", "FEFF"):
        assert f"‹U+{code}›" in page.replace("\n", "")


def test_json_prints_nothing_of_a_person_that_steers_and_holds_it_as_it_is(pair: Comparison) -> None:
    text = "x\x1b[31m\x9b2J \u202e000,5\u2066"
    page = render(hostile(pair, text), "json").decode()
    assert not re.search("[\x00-\x09\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]", page)
    assert json.loads(page)["links"][0]["decision"]["note"] == text


@pytest.mark.parametrize("text", ["قالت الوزارة 5,000", "אמר השר"])
@pytest.mark.parametrize("format_", ["text", "md"])
def test_words_of_a_person_that_run_from_right_to_left_are_isolated(pair: Comparison, text: str, format_: str) -> None:
    page = render(hostile(pair, text), format_, page=Page(150)).decode()
    said = [line for line in page.splitlines() if text in line and ":" in line and "|" not in line]
    assert len(said) >= 10
    assert all(line.count(text) == line.count(f"\u2068{text}\u2069") for line in said if "│" not in line)


def test_on_the_page_words_of_a_person_have_a_direction_of_their_own(pair: Comparison) -> None:
    page = render(hostile(pair, "قالت الوزارة"), "html").decode()
    assert re.search(r'<dt>Note</dt><dd dir="auto">[^<]*قالت الوزارة', page)
    assert re.search(r'<th scope="row">Reviewed by</th><td colspan="2" dir="auto">[^<]*قالت', page)


@pytest.mark.parametrize(
    "text",
    [
        "a *b* _c_ `d` [x](http://e.example)",
        "# no heading",
        "one\n\n# two\n- three\n> four\n```\nfive",
        "| a | b |",
        "<b>bold</b> &amp; ![i](x)",
        "---",
        "1. first",
    ],
)
def test_nothing_that_a_person_writes_is_markup_in_markdown(pair: Comparison, text: str) -> None:
    lines = render(hostile(pair, text), "md").decode().splitlines()
    plain = render(hostile(pair, "x"), "md").decode().splitlines()
    # The same lines begin the same way: no heading, list, table or quotation more.
    assert len(lines) == len(plain)
    start = re.compile(r"^(#+ |- |> |\||$|)")
    assert [start.match(line)[0] for line in lines] == [start.match(line)[0] for line in plain]  # type: ignore[index]
    said = [line for line in lines if line.startswith("- Note: ")]
    assert said
    for line in said:
        assert not re.search(r"(?<!\\)[*_`\[\]<>#|&]", line.removeprefix("- Note: "))


@pytest.mark.parametrize(
    "text", ["=1+1", "+1", "-1", "@SUM(A1)", "\tx", "it;=1+1", "\uff1d1+1", '"=1"', "=cmd|' /C calc'!A0"]
)
@pytest.mark.parametrize("delimiter", [",", ";", "\t"])
def test_nothing_that_a_person_writes_is_a_formula(pair: Comparison, text: str, delimiter: str) -> None:
    table = render(hostile(pair, text), "csv").decode("utf-8-sig")
    cells = [cell.strip(' "') for row in csv.reader(io.StringIO(table), delimiter=delimiter) for cell in row]
    assert not [cell for cell in cells if cell.startswith(tuple("=+-@\uff1d\uff0b\uff0d\uff20"))]


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(text=st.text(min_size=1, max_size=30).filter(str.strip))
def test_whatever_a_person_writes_changes_no_report_beyond_its_own_place(pair: Comparison, text: str) -> None:
    strange, plain = hostile(pair, text), hostile(pair, "x")
    assert Outline(render(strange, "html")).tags == Outline(render(plain, "html")).tags
    heads = [
        [line for line in render(each, "md").decode().splitlines() if line.startswith(("#", "|--"))]
        for each in (strange, plain)
    ]
    assert heads[0] == heads[1]
    rows = [list(csv.reader(io.StringIO(render(each, "csv").decode("utf-8-sig")))) for each in (strange, plain)]
    assert [len(row) for row in rows[0]] == [len(row) for row in rows[1]]
    said = [json.loads(render(each, "json")) for each in (strange, plain)]
    assert said[0]["links"][0]["decision"]["note"] == text
    assert set(said[0]) == set(said[1])


@pytest.mark.parametrize(
    ("at", "said"),
    [
        (AT, "2 January 2026, 03:04 UTC"),
        ("2026-01-02T03:04:05+05:00", "1 January 2026, 22:04 UTC"),
        ("2026-01-02T03:04:05", "2 January 2026, 03:04 UTC"),
        ("yesterday", "yesterday"),
        ("0001-01-01T00:00:00+05:00", "0001-01-01T00:00:00+05:00"),
    ],
)
def test_a_time_is_told_in_words_and_as_it_is_where_it_is_none(at: str, said: str) -> None:
    assert decided.time(at) == said


def test_a_table_has_as_many_cells_in_each_row_as_columns(pair: Comparison) -> None:
    table = csv.reader(io.StringIO(render(reviewed(pair, lost=(LOST,)), "csv").decode("utf-8-sig")))
    assert len({len(row) for row in table}) == 1
    assert csv_report.table(["a"], []) == "\ufeffa\r\n".encode()


@pytest.mark.parametrize("width", [60, 69, 70, 100, 131])
def test_no_line_of_a_reviewed_report_is_wider_than_the_page(pair: Comparison, width: int) -> None:
    long = hostile(pair, "w" * 200 + " 漢字" * 60)
    assert max(map(width_of, render(long, "text", page=Page(width)).decode().splitlines())) <= width


@pytest.mark.parametrize("format_", PROSE)
def test_a_verdict_on_sentences_that_have_changed_is_told_as_one_to_look_at_again(
    pair: Comparison, format_: str
) -> None:
    reported = reviewed(pair, {EXCLUSIVE: dataclasses.replace(CHANGED, needs_another_look=True)})
    assert "to qualified by Ada: the second is net; to be looked at again, as its sentences have changed" in written(
        reported, format_
    )
    assert "0 of " in written(reported, format_)
    chosen = report_of(reported, ReportChoice(Scope.CONFIRMED))
    assert EXCLUSIVE not in [pair_of(link) for link in chosen.links]


def test_programs_read_of_a_verdict_to_look_at_again_and_of_no_other(pair: Comparison) -> None:
    reported = reviewed(pair, {EXCLUSIVE: dataclasses.replace(CHANGED, needs_another_look=True), BARRELS: CONFIRMED})
    links = json.loads(render(reported, "json"))["links"]
    said = {tuple(link["left"]): link["decision"].get("look_again") for link in links if "decision" in link}
    assert said == {EXCLUSIVE[0]: True, BARRELS[0]: None}
    assert {row["decision"] for row in rows_of(reported) if row["decision"]} == {"changed look_again", "confirmed"}
