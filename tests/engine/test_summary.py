"""What a comparison comes to in numbers, and the picture of it."""

from __future__ import annotations

import re
from dataclasses import replace

import pytest
from lxml import etree

from statement_compare.engine.model import (
    Block,
    BlockKind,
    Comparison,
    Decision,
    Link,
    Nearest,
    Reason,
    ReasonKind,
    Role,
    Sentence,
    Side,
    Source,
    Span,
    Statement,
    Verdict,
    pair_of,
)
from statement_compare.engine.report.overview_wording import fate_word
from statement_compare.engine.report.summary_svg import WIDTH, fitted, in_words, render, width_of
from statement_compare.engine.reported import Reported, Subject, report_of
from statement_compare.engine.summary import Fate, summary
from statement_compare.session.query import counts
from statement_compare.session.review import Review, frozen

SVG = "{http://www.w3.org/2000/svg}"


def statement(*roles: Role, speaker: str = "") -> Statement:
    """A statement with one sentence a role."""
    texts = [f"Sentence {number}." for number in range(len(roles))]
    text, sentences = " ".join(texts), []
    for number, (words, role) in enumerate(zip(texts, roles, strict=True)):
        start = text.index(words)
        sentences.append(Sentence(number, Span(start, start + len(words)), words, role, 0))
    source = Source(text, (Block(BlockKind.PARAGRAPH, Span(0, len(text))),), speaker=speaker)
    return Statement(source, "en", tuple(sentences))


def link(left: int, right: int, verdict: Verdict, *kinds: ReasonKind, leaning: float = 0.0) -> Link:
    reasons = tuple(Reason(kind, None, None, "some.rule") for kind in kinds)
    return Link((left,), (right,), 0.5, verdict, 0.8, reasons, leaning=leaning)


def compared(*links: Link, left: Statement | None = None, right: Statement | None = None) -> Comparison:
    sides = left or statement(*[Role.CLAIM] * 5, Role.QUESTION), right or statement(*[Role.CLAIM] * 4)
    alone = [
        tuple(s.id for s in side.sentences if all(s.id not in (each.left, each.right)[at] for each in links))
        for at, side in enumerate(sides)
    ]
    return Comparison(*sides, links, *alone)


LINKS = (
    link(0, 0, Verdict.CONTRADICTION, ReasonKind.DATE, ReasonKind.NUMBER),
    link(0, 1, Verdict.AGREEMENT, ReasonKind.NUMBER),
    link(1, 1, Verdict.CONTRADICTION, ReasonKind.NUMBER),
    link(2, 1, Verdict.CONTRADICTION, ReasonKind.NUMBER),
    link(3, 2, Verdict.UNCLEAR, leaning=0.4),
)


def test_each_sentence_has_one_fate_the_gravest_of_its_links() -> None:
    found = summary(compared(*LINKS))
    assert dict(found.left.fates) == {
        Fate.CONTRADICTION: 3, Fate.QUALIFIED: 0, Fate.AGREEMENT: 0, Fate.UNCLEAR: 1, Fate.DISMISSED: 0,
        Fate.ALONE: 1, Fate.NO_CLAIM: 1,
    }  # fmt: skip
    assert found.right.of(Fate.CONTRADICTION) == 2
    assert found.right.of(Fate.ALONE) == 1
    for side, number in zip(found.sides, (6, 4), strict=True):
        assert sum(each for _, each in side.fates) == side.sentences == number


def test_contradictions_are_counted_once_by_the_kind_that_carries_them() -> None:
    found = summary(compared(*LINKS))
    assert found.kinds == ((ReasonKind.NUMBER, 2), (ReasonKind.DATE, 1))
    assert sum(number for _, number in found.kinds) == found.of(Verdict.CONTRADICTION)
    assert found.may_contradict == 1


def test_swapping_the_sides_swaps_the_summary() -> None:
    comparison = compared(*LINKS)
    links = tuple(replace(each, left=each.right, right=each.left) for each in LINKS)
    turned = replace(comparison, left=comparison.right, right=comparison.left, links=links)
    turned = replace(turned, only_left=comparison.only_right, only_right=comparison.only_left)
    forth, back = summary(comparison), summary(turned)
    assert (forth.left.fates, forth.right.fates) == (back.right.fates, back.left.fates)
    assert (forth.links, forth.kinds) == (back.links, back.kinds)


def test_what_nobody_takes_up_is_counted_where_a_model_read_it() -> None:
    comparison = replace(compared(*LINKS), nearest=(Nearest(Side.LEFT, 4, 3, 0.001),))
    found = summary(comparison)
    assert (found.left.not_taken_up, found.right.not_taken_up) == (1, 0)


def test_dismissed_links_are_counted_by_themselves() -> None:
    comparison = compared(*LINKS)
    dismissed = {pair_of(LINKS[2]): Decision(is_dismissed=True), pair_of(LINKS[4]): Decision(is_dismissed=True)}
    found = summary(Reported(comparison, dismissed))
    assert (found.of(Verdict.CONTRADICTION), found.of(Verdict.UNCLEAR), found.links.dismissed) == (2, 0, 2)
    assert (found.kinds, found.may_contradict) == (((ReasonKind.NUMBER, 1), (ReasonKind.DATE, 1)), 0)
    # The second sentence stands in an other contradiction as well, the third and the fourth in dismissed links alone.
    assert (found.left.of(Fate.CONTRADICTION), found.left.of(Fate.DISMISSED), found.left.of(Fate.ALONE)) == (2, 2, 1)
    assert (found.right.of(Fate.CONTRADICTION), found.right.of(Fate.DISMISSED)) == (2, 1)
    for side in found.sides:
        assert sum(number for _, number in side.fates) == side.sentences


def test_list_summary_and_report_count_dismissed_links_by_one_rule() -> None:
    comparison = compared(*LINKS)
    review = Review(comparison, frozen({pair_of(LINKS[0]): Decision(is_dismissed=True)}))
    found = (counts(comparison, review=review), summary(review.reported()), report_of(review.reported()).tally)
    assert {each.of(Verdict.CONTRADICTION) for each in found} == {2}
    assert {each.of(Verdict.AGREEMENT) for each in found} == {1}
    assert (found[0].dismissed, found[1].links.dismissed, found[2].dismissed, review.number_dismissed) == (1, 1, 1, 1)
    assert found[0].links == found[2].all == 5


def test_the_picture_tells_dismissed_links_by_themselves() -> None:
    subject = Reported(compared(*LINKS), {pair_of(LINKS[4]): Decision(is_dismissed=True)})
    told = texts(drawn(subject))
    assert {"× 1 dismissed", "in dismissed findings only"} <= {*told}
    assert in_words(subject).startswith("3 contradictions, 0 qualified, 1 agreement, 0 unclear, 1 dismissed. ")
    assert not any("dismissed" in each for each in texts(drawn(compared(*LINKS))))


def test_two_empty_statements_have_noughts() -> None:
    nothing = Statement(Source("", ()), "en", ())
    found = summary(compared(left=nothing, right=nothing))
    assert found.left.sentences == found.right.sentences == 0
    assert found.kinds == ()


def drawn(comparison: Subject) -> etree._Element:
    """The picture, read by a parser that loads nothing and knows no entities of its own."""
    parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False)
    root = etree.fromstring(render(comparison).encode("utf-8"), parser)
    assert root.getroottree().docinfo.doctype == ""
    return root


def texts(root: etree._Element) -> list[str]:
    return [each.text for each in root.iter(f"{SVG}text")]


def test_the_picture_tells_the_numbers_with_sign_and_word() -> None:
    root = drawn(compared(*LINKS))
    shown = texts(root)
    for words in ("≠ contradictions", "= agreement", "~ qualified", "? unclear", "∅ unanswered", "6 sentences"):
        assert words in shown
    for fate in (Fate.CONTRADICTION, Fate.UNCLEAR, Fate.ALONE, Fate.NO_CLAIM):
        assert fate_word(fate) in shown
    assert shown[shown.index("number") + 1] == "2"
    assert "Contradictions by kind: 2 number, 1 date" in root.find(f"{SVG}desc").text


def test_the_parts_of_a_bar_fill_it() -> None:
    root = drawn(compared(*LINKS))
    parts = [each for each in root.iter(f"{SVG}rect") if each.get("height") == "30"]
    for count in (4, 3):
        some, parts = parts[:count], parts[count:]
        assert sum(float(each.get("width")) for each in some) == pytest.approx(696, abs=0.1)
        assert len({(each.get("fill"), each.get("stroke-dasharray")) for each in some}) == count
    assert not parts


@pytest.mark.parametrize(
    "name",
    [
        "Ministry of Energy, Water Resources, Housing and Everything Else That Nobody Has Ever Read to Its End " * 3,
        "W" * 500,
        "漢字" * 200,
        "مرحبا بالعالم " * 40,
        "👩‍🚒" * 90,
        "x",
    ],
)
def test_no_text_is_wider_than_its_place(name: str) -> None:
    root = drawn(
        compared(
            *LINKS, left=statement(*[Role.CLAIM] * 6, speaker=name), right=statement(*[Role.CLAIM] * 4, speaker=name)
        )
    )
    for each in root.iter(f"{SVG}text"):
        size = float(each.get("font-size")) * (1.1 if each.get("font-weight") else 1)
        width, x = width_of(each.text, size), float(each.get("x"))
        start = {"start": x, "middle": x - width / 2, "end": x - width}[each.get("text-anchor")]
        assert start >= 0
        assert start + width <= WIDTH - 20
    assert float(root.get("height")) >= max(float(each.get("y")) for each in root.iter(f"{SVG}text"))


def test_what_is_cut_says_so() -> None:
    assert fitted("short", 10, 100) == "short"
    cut = fitted("a name that is far too long for its place", 10, 100)
    assert cut.endswith("…")
    assert width_of(cut, 10) <= 100


@pytest.mark.parametrize(
    "name",
    [
        '</text><script>alert(1)</script><text a="&b;">',
        "]]><!ENTITY x SYSTEM 'file:///etc/passwd'>&x;",
        "A & B <b> \"C\" 'D'",
        "nul\x00bell\x07 \x1b[31mred \ud800 \ufffe",
        "‮turned‬",
    ],
)
def test_a_hostile_name_is_words_and_nothing_else(name: str) -> None:
    root = drawn(compared(*LINKS, left=statement(*[Role.CLAIM] * 6, speaker=name)))
    kinds = {each.tag.removeprefix(SVG) for each in root.iter()}
    assert kinds == {"svg", "title", "desc", "rect", "text"}
    assert "\u202e" not in "".join(texts(root))
    render(compared(*LINKS, left=statement(*[Role.CLAIM] * 6, speaker=name))).encode("utf-8")


def test_nothing_is_loaded_from_elsewhere() -> None:
    picture = render(compared(*LINKS))
    assert "href" not in picture
    assert "url(" not in picture
    assert picture.count("http") == 1  # the name of the format
    assert picture == render(compared(*LINKS))


@pytest.mark.parametrize("code", ["ru", "kk"])
def test_the_picture_and_its_description_speak_the_language_that_is_asked_for(code: str) -> None:
    cyrillic = str.maketrans("Sentenc", "Сентенк")
    sides = []
    for number in (6, 4):
        plain = statement(*[Role.CLAIM] * (number - 1), Role.QUESTION, speaker="Порт")
        sentences = tuple(replace(each, text=each.text.translate(cyrillic)) for each in plain.sentences)
        sides.append(replace(plain, sentences=sentences))
    made = compared(*LINKS, left=sides[0], right=sides[1])
    picture, plain = (etree.fromstring(render(made, each).encode()) for each in (code, "en"))
    assert picture.get("{http://www.w3.org/XML/1998/namespace}lang") == code
    assert re.findall(r"[A-Za-z]{2,}", " ".join(picture.itertext())) == []
    assert plain.get("{http://www.w3.org/XML/1998/namespace}lang") is None


def test_the_description_counts_as_russian_does() -> None:
    told = in_words(compared(*LINKS), "ru")
    assert "3 противоречия, 0 с оговоркой, 1 согласие, 1 неясное. 2 без ответа" in told
    assert "2 в противоречии, 1 в неясной паре, 1 утверждение без пары (без ответа)" in told
    assert told.endswith("Противоречия по видам: число – 2, дата – 1")
