"""Markdown: text without its marks."""

from __future__ import annotations

import time
from datetime import date

import pytest

from statement_compare.engine.model import BlockKind, Source
from statement_compare.engine.readers import read_bytes
from statement_compare.engine.readers.markdown import inline

P, H, L, C = BlockKind.PARAGRAPH, BlockKind.HEADING, BlockKind.LIST_ITEM, BlockKind.TABLE_CELL


def read(text: str) -> Source:
    return read_bytes(text.encode(), name="statement.md")


def pieces(source: Source) -> list[tuple[BlockKind, str]]:
    return [(block.kind, block.span.of(source.text)) for block in source.blocks]


def test_headings_paragraphs_items_and_cells_have_borders() -> None:
    source = read(
        "# Answer #\n\nThe fine\nwas paid.\n\nBackground\n----------\n\n- One\n  goes on\n- [x] Two\n1. Three\n\n"
        "> Quoted\n> words.\n\n| Year | Wells |\n|------|:-----:|\n| 2020 | 12 |\n\n***\nAfter.\n"
    )
    assert pieces(source) == [
        (H, "Answer"),
        (P, "The fine was paid."),
        (H, "Background"),
        (L, "One goes on"),
        (L, "Two"),
        (L, "Three"),
        (P, "Quoted words."),
        (C, "Year"),
        (C, "Wells"),
        (C, "2020"),
        (C, "12"),
        (P, "After."),
    ]
    assert (source.format, source.title) == ("md", "Answer")


@pytest.mark.parametrize(
    ("marked", "plain"),
    [
        ("It **never** *paid* __the__ _fine_.", "It never paid the fine."),
        ("It ***never*** paid.", "It never paid."),
        ('See [the letter](http://example.org/a_(b) "t") and [this][1].', "See the letter and this."),
        ("![A well](well.png) The well.", "The well."),
        ("`5 * 4` is 20 and 2 * 3 * 4 is 24.", "5 * 4 is 20 and 2 * 3 * 4 is 24."),
        ("snake_case_names stay.", "snake_case_names stay."),
        (r"\*Not\* emphasis, 5\_000.", "*Not* emphasis, 5_000."),
        ("~~Five~~ six &amp; seven&nbsp;eight.", "Five six & seven\u00a0eight."),
        ("Write to <press@example.org>.", "Write to press@example.org."),
        ("A <b>bold</b> claim[^1].", "A bold claim."),
        ("It paid <!-- not\nreally --> all.", "It paid all."),
        ("A break\\\nhere.", "A break here."),
        ("It ships 5,000<br>6,000 tonnes.<BR />It is closed.", "It ships 5,000 6,000 tonnes. It is closed."),
        ("<p>It paid.</p><p>It is closed.</p>", "It paid. It is closed."),
        ("<li class='a'>5 wells</li><li>6 wells</li>", "5 wells 6 wells"),
        ("5 × 10<sup>6</sup> tonnes in 2021<sup class=n>1</sup>.", "5 × 10⁶ tonnes in 2021¹."),
        ("10<sup>-6</sup>, the 5<sup>th</sup>, CO<sub>2</sub>.", "10⁻⁶, the 5th, CO2."),
        ("An <em>un</em>paid <span>bill</span>, a <b>5</b>,000 fine.", "An unpaid bill, a 5,000 fine."),
        ("The tag `<br>` and \\<br> and 3 <b 4.", "The tag <br> and <br> and 3 <b 4."),
        ("<project>Tengiz</project>", "Tengiz"),
    ],
)
def test_marks_are_taken_off_and_words_stay(marked: str, plain: str) -> None:
    assert read(marked + "\n").text == plain + "\n"


def test_a_year_at_the_start_of_a_line_is_no_item() -> None:
    assert pieces(read("It was in the spring of\n2021. Nobody was hurt.\n")) == [
        (P, "It was in the spring of 2021. Nobody was hurt.")
    ]


def test_front_matter_says_title_date_and_author() -> None:
    source = read('---\ntitle: "Answer"\ndate: 2021-11-01\nauthor: Ministry of Energy\n---\nThe fine was paid.\n')
    assert (source.title, source.date, source.speaker) == ("Answer", date(2021, 11, 1), "Ministry of Energy")
    assert source.text == "The fine was paid.\n"


def test_footnotes_are_read_and_link_definitions_are_not() -> None:
    assert read("It paid[^a].\n\n[^a]: In May.\n[1]: http://example.org\n").text == "It paid.\n\nIn May.\n"


def test_fenced_lines_stay_as_they_are() -> None:
    assert read("```\na * b * c\n```\nAfter.\n").text == "a * b * c\n\nAfter.\n"


def test_code_marks_without_a_partner_of_their_length_are_text() -> None:
    assert inline("a `b` ``c`d`` e") == "a b c`d e"
    assert inline("a ``b` c") == "a ``b` c"
    assert inline("a `*b*` *c*") == "a *b* c"


def test_a_comment_that_is_never_closed_is_text_and_what_stands_before_it_is_read() -> None:
    source = read_bytes(b"One. <!-- two --> Three.\n\nFour. <!-- five\n\nSix.", name="a.md")
    assert source.text == "One. Three.\n\nFour. <!-- five\n\nSix.\n"


def test_the_marks_behind_a_heading_go_only_where_a_space_stands_before_them() -> None:
    source = read_bytes(b"# One ##\n\n## Two#\n\n### Three\t#\t\n\n#four\n\nFive.", name="a.md")
    assert [block.kind.value for block in source.blocks] == ["heading", "heading", "heading", "paragraph", "paragraph"]
    assert source.text == "One\n\nTwo#\n\nThree\n\n#four\n\nFive.\n"


def test_more_escapes_than_can_be_kept_apart_are_each_their_own_character() -> None:
    assert inline("\\[" * 70_000 + "\\]") == "[" * 70_000 + "]"


@pytest.mark.parametrize(
    "line",
    [
        "[Minister]: We paid 5 million tenge in May.",
        "[Minister]: No.",
        '[Minister]: Yes, "we did".',
        "[Union]: 5,000",
        "[1]: The report of the union, http://example.org",
    ],
)
def test_a_speaker_in_brackets_is_no_link_definition(line: str) -> None:
    assert read(f"It paid.\n\n{line}\n").text == f"It paid.\n\n{line}\n"


@pytest.mark.parametrize(
    "line",
    [
        "[1]: http://example.org/a_b",
        '[the report]: <http://example.org> "The report of the union"',
        "[a]: ../files/a.pdf 'Title'",
        "[a]: report.pdf (The report)",
        "   [a]:#below",
        "[mail]: press@example.org",
    ],
)
def test_a_link_definition_is_no_text(line: str) -> None:
    assert read(f"It paid.\n\n{line}\n").text == "It paid.\n"


RULED = "---\n{}\n---\n\nThe rest is here.\n"


@pytest.mark.parametrize(
    "text",
    [
        "The ministry rejects the report.\nIt paid 5 million tenge in May.",
        "Minister: We paid 5 million tenge.\nUnion: No.",
        "The ministry said: we paid.",
        "note: we paid.\nAnd nobody was dismissed.",
        "- We paid.\n- Nobody was dismissed.",
        "    We paid.",
    ],
)
def test_a_text_between_two_rules_is_read(text: str) -> None:
    source = read(RULED.format(text))
    assert source.text.split() == f"{text} The rest is here.".replace("- ", "").split()
    assert all(kind is not H for kind, _ in pieces(source))


@pytest.mark.parametrize(
    ("matter", "title"),
    [
        ("title: Answer\ntags:\n- a\n- b\n# by hand\n\ndescription: >\n  We paid.", "Answer"),
        ("Title: 'Answer'\nReviewed by: Ada\nDate: 3 May 2024", "Answer"),
        ("layout: post\ntags: [\n  a,\n]\nsource_url: http://example.org", ""),
        ("description: The ministry paid. It says so.", ""),
        ("author:", ""),
    ],
)
def test_front_matter_is_no_text(matter: str, title: str) -> None:
    source = read(RULED.format(matter))
    assert (source.text, source.title) == ("The rest is here.\n", title)


@pytest.mark.parametrize("line", ["a" + " " * 200_000 + "b", "a" + " b" * 100_000, "a" + " " * 200_000 + ":b"])
def test_a_long_line_between_two_rules_is_read_at_once(line: str) -> None:
    begun = time.monotonic()
    assert read(RULED.format(line)).text.endswith("The rest is here.\n")
    assert time.monotonic() - begun < 5


def test_a_sentence_above_a_rule_is_no_heading() -> None:
    assert pieces(read("It paid in May.\n---\nNobody was dismissed.\n")) == [
        (P, "It paid in May."),
        (P, "Nobody was dismissed."),
    ]
    assert pieces(read("What was paid\n---\nAll.\n\nIt paid.\n===\nAll.\n")) == [
        (H, "What was paid"),
        (P, "All."),
        (H, "It paid."),
        (P, "All."),
    ]


@pytest.mark.parametrize(
    "text",
    [
        "1986. The plant was opened.",
        "1986. The plant was opened.\n\n1987. It was closed.",
        "3. Mai 2024 zahlte das Werk 5 Millionen Tenge.",
        "1. Mai 2024: Das Werk zahlte.\n\n2. Mai 2024: Es wurde geschlossen.",
        "12. The owner pays the fine.",
        "Before.\n\n20. von 30 Werken wurde geschlossen.\n\nAfter.",
    ],
)
def test_a_number_that_is_no_items_stays(text: str) -> None:
    assert read(f"{text}\n").text == f"{text}\n"


@pytest.mark.parametrize(
    "text",
    [
        "1. One\n2. Two\n3. Three",
        "1. One\n1. Two\n1. Three",
        "5. One\n6. Two\n7. Three",
        "1) One\n\n   More.\n\n2) Two\n\n- Three",
        "1. One\n   1. Two\n   2. Three",
        "99. One\n100. Two\n101. Three",
    ],
)
def test_numbers_that_count_items_are_no_words(text: str) -> None:
    found = [words for _, words in pieces(read(f"{text}\n")) if words != "More."]
    assert [words.split()[-1] for words in found] == ["One", "Two", "Three"]
    assert found[:1] == ["One"]


@pytest.mark.parametrize(
    "lines",
    [
        "3. Mai 2024: Streik beginnt\n5. Mai 2024: Streik endet",
        "1986. The plant was opened\n1987. The plant was closed\n1990. It was sold",
        "1986. Завод заплатил за это всем своим рабочим 5 млн\n1987. Завод закрылся",
        "Here is what happened:\n1986. The plant was opened\n1987. The plant was closed",
        "11. April demonstrierten 500\n12. April streikten 300",
        "20. von 30 Werken wurde geschlossen.\n1990. The plant was sold.",
        "2024. Output rose\n2023. Output fell\n2022. Output rose",
        "3. Mai 2024: Streik beginnt\n5. Mai: Streik endet",
        "3. Mai 2024 – Die Gewerkschaft ruft alle Beschäftigten des Werks auf zum Streik\n5. Mai 2024 – Streik endet",
        "5. Platz ging an Almaty\n7. Platz ging an Tarbek",
        "1986. The plant was opened by the minister of energy in the presence of workers.\n1987. It was closed",
    ],
)
def test_each_line_of_a_chronology_is_of_its_own(lines: str) -> None:
    assert [words for _, words in pieces(read(f"{lines}\n"))] == lines.split("\n")


@pytest.mark.parametrize(
    "lines",
    [
        "It was in the spring of\n2021. Nobody was hurt, and then came\n2022. Nobody was hurt.",
        "3. Mai 2024 zahlte das Werk den Lohn für die Zeit bis zum\n5. Mai 2024 an alle.",
        "1. Januar bis\n31. März 2024: geschlossen",
        "1986. The plant was opened by\nthe minister.",
        "The plant was closed on\n3. Mai 2024 for good.",
        "3. Mai 2024 – Die Gewerkschaft gab bekannt, dass der Streik wohl erst\n7. Mai beginnt.",
        "3. Mai 2024: Die Anlage stand zwischen\n5. Mai und 9. Mai still.",
        "3. Mai 2024: Das Gericht entschied durch seinen zuständigen\n12. Senat so.",
        "1986. The plant was opened by the minister and it ran without a stop until\n1991. Then it was closed.",
        "1994. Завод начал платить налоги лишь после\n1991. Суд согласился.",
    ],
)
def test_a_number_in_the_midst_of_a_sentence_begins_no_block(lines: str) -> None:
    assert [words for _, words in pieces(read(f"{lines}\n"))] == [lines.replace("\n", " ")]


@pytest.mark.parametrize(
    "lines",
    [
        "1. Wages must rise\n2. May Day must be free\n3. Pensions must rise\n4. Nobody is dismissed",
        "1. May Day must be free\n2. March is too late\n3. Wages must rise",
        "1. Wages must\nrise\n\n2. May Day must be free\n\n3. Pensions must rise",
        "45. May I ask who paid\n46. Nobody did",
        "- Wages\n\n1. Wages must rise\n2. April wages must be paid",
    ],
)
def test_an_item_may_begin_with_the_name_of_a_month(lines: str) -> None:
    found = pieces(read(f"{lines}\n"))
    assert all(kind is L and not words[0].isdigit() for kind, words in found)
    assert sum(words.split()[0] in ("May", "March", "April") for _, words in found) == len(
        [line for line in lines.split("\n") if line[3:].strip().startswith(("May", "March", "April"))]
    )


@pytest.mark.parametrize(
    "text",
    [
        "1. Das Werk\n\nText.\n\n2. Mai zahlte das Werk.",
        "1. Das Werk\n2. Mai 2024 zahlte das Werk.",
        "1. Das Werk\n2. Mai: Das Werk zahlte.",
        "3. Mai zahlte das Werk.\n\n4. Mai schloss es.",
        "1. Das Werk\n3. Mai zahlte das Werk.",
    ],
)
def test_a_day_below_a_list_stays(text: str) -> None:
    assert pieces(read(f"{text}\n"))[-1][1].endswith(text.split("\n")[-1])


@pytest.mark.parametrize(
    ("text", "last"),
    [
        ("1. Löhne\n2. Urlaub\n\n3. Mai zahlte das Werk.", "3. Mai zahlte das Werk."),
        ("1. Löhne\n\n2. Juni begann der Streik.", "2. Juni begann der Streik."),
        ("1. Die Löhne steigen ab dem\n2. Mai um 5 Prozent", "Die Löhne steigen ab dem 2. Mai um 5 Prozent"),
        ("1. Löhne\n2. April wages must be paid", "April wages must be paid"),
        ("1. Give it to us\n2. May Day must be free", "May Day must be free"),
    ],
)
def test_an_item_keeps_a_number_that_may_be_a_day(text: str, last: str) -> None:
    assert pieces(read(f"{text}\n"))[-1] == (L, last)


def test_of_items_that_may_be_days_those_between_items_are_none() -> None:
    assert pieces(read("1. Mai ist frei\n2. Löhne steigen\n")) == [(L, "1. Mai ist frei"), (L, "Löhne steigen")]
    between = pieces(read("1. Löhne,\n2. Mai bleibt frei,\n3. Renten\n"))
    assert between == [(L, "Löhne,"), (L, "Mai bleibt frei,"), (L, "Renten")]


def test_a_key_of_front_matter_may_have_two_blanks_in_it() -> None:
    source = read("---\nTitle: Wells\nPress  contact: Ada\n---\nThe wells were closed.\n")
    assert (source.title, source.text) == ("Wells", "The wells were closed.\n")
