"""What two rows of tables say of each other, cell by cell, and how far a row and a sentence of running text may go."""

from __future__ import annotations

import re
from dataclasses import replace

from statement_compare.engine.align.labels import are_same
from statement_compare.engine.align.row_mentions import FigureOfCell
from statement_compare.engine.align.same_columns import SAME_MEASURE, CellPair
from statement_compare.engine.align.table_rows import MentionPair, RowPair
from statement_compare.engine.annotate.named_measures import amount
from statement_compare.engine.annotate.quantities import quantities
from statement_compare.engine.annotate.quantities.model import Quantity
from statement_compare.engine.annotate.reading import Passage, Reading, lone_reading, read
from statement_compare.engine.annotate.units import SHARE
from statement_compare.engine.facts.fact import FIGURES, LOGIC, Fact, Lexicon, Relation
from statement_compare.engine.facts.lexical_coverage import uncovered
from statement_compare.engine.facts.modality import modals
from statement_compare.engine.language import own_words
from statement_compare.engine.model import ReasonKind, Span, Verdict
from statement_compare.engine.text.table_row import Cell
from statement_compare.engine.verdict.decide import Decision, Evidence
from statement_compare.engine.verdict.judge import gather
from statement_compare.engine.verdict.table_titles import are_of_one_matter

# How sure a verdict of two rows is: all 28 contradictions told on pairs of tables that no rule was made with are right,
# and what held 28 times of 28 holds nine times in ten or more, but for one chance in twenty (decision 034).
_SURE = 0.9
# That of a row and a sentence of running text, of which nine were told there and elsewhere, and nine are right.
_SURE_OF_TEXT = 0.8
# What may only contradict: the columns have no names, or what stands above the tables differs.
_LEANS = 0.6
# Strength from which opposites ("open", "closed") are told of two cells without figures.
_OPPOSITE = 0.5
# A figure and nothing else, and one that looks rounded ("800"); how far apart two are, as a share, that are one after
# rounding, and that may be.
_BARE, _ROUND = re.compile(r"[\d\s.,]+%?"), re.compile(r"[1-9]00+\s*%?$")
_ROUNDED_AWAY, _HARDLY_ROUNDED = 0.005, 0.02
_DIGITS = re.compile(r"\d+")
# What a cell says something by: "–" and "…" stand for nothing that is known.
_SAYS = re.compile(r"[^\W_]")
_LETTER = re.compile(r"[^\W\d_]")
_BOUND, _SPLIT = re.compile(r"[<>≤≥]"), re.compile(r"\d/\d+")
_DASHES = str.maketrans(dict.fromkeys("‐‑‒–—−", "-"))
_GAP = re.compile(r"\s+")
_NOTE_MARK = re.compile(r"(?<=\d)(?:[*†‡]+|[⁰¹²³⁴-⁹]+)$")
# A sign before a figure, or the brackets that book-keepers set around what is less than nothing.
_SIGNED = re.compile(r"^[-(]+|\)$")


def judge_rows(
    pair: RowPair, left: Passage, right: Passage, similarity: float, lexicon: Lexicon
) -> tuple[Evidence, Decision]:
    """The verdict on two rows, whose passages are the rows as they stand; what carries it is told of cells.

    They contradict where two cells of one column do, and agree where all that answer each other say the same. Where
    columns have no names, labels are only forms of one word ("Petrov", "Petrova"), or the tables are of other dates or
    units, a contradiction is only what may be one; equal cells of tables of other dates or units are no agreement.
    """
    told = [_told(cells, (left, right), lexicon) for cells in pair.cells if _says_something(cells)]
    facts = tuple(fact for fact in told if fact is not None)
    mine, theirs = read(left), read(right)
    evidence = Evidence(mine, theirs, facts, None, 1.0, similarity, uncovered(mine, theirs, lexicon))
    clashes = tuple(fact for fact in facts if fact.relation is Relation.CONFLICT)
    is_one_matter = are_of_one_matter(pair, left, right, lexicon)
    if clashes:
        if pair.is_equal and all(cells.column for cells in pair.cells) and is_one_matter:
            return evidence, Decision(Verdict.CONTRADICTION, _SURE, clashes, "cells", bears=1.0)
        return evidence, Decision(Verdict.UNCLEAR, 0.0, clashes, "cells_unnamed", leaning=_LEANS, bears=1.0)
    if facts and len(facts) == len(told) and is_one_matter:
        return evidence, Decision(Verdict.AGREEMENT, _SURE, facts, "cells", bears=1.0)
    return evidence, Decision(Verdict.UNCLEAR, 0.0, (), "cells_open", bears=1.0)


def judge_mention(
    pair: MentionPair, left: Passage, right: Passage, similarity: float, lexicon: Lexicon
) -> tuple[Evidence, Decision] | None:
    """The verdict on a row and a sentence that tells figures of it; None where it tells what must or may be.

    Another figure contradicts where the sentence says nothing that the table does not say as well: "In Sarabulak 15
    shops were closed". With more words it may count something else ("closed by their owners"), and only may contradict.
    """
    mine, theirs = read(left), read(right)
    if modals(theirs if pair.is_row_left else mine):
        return None
    told = [_told_figure(each, pair, (left, right)) for each in pair.mention.figures]
    facts = tuple(fact for fact in told if fact is not None)
    evidence = Evidence(mine, theirs, facts, None, 1.0, similarity, uncovered(mine, theirs, lexicon))
    clashes = tuple(fact for fact in facts if fact.relation is Relation.CONFLICT)
    if clashes and pair.mention.is_bare:
        return evidence, Decision(Verdict.CONTRADICTION, _SURE_OF_TEXT, clashes, "cells", bears=1.0)
    if clashes:
        return evidence, Decision(Verdict.UNCLEAR, 0.0, clashes, "cells_unnamed", leaning=_LEANS, bears=1.0)
    if facts and len(facts) == len(told):
        return evidence, Decision(Verdict.AGREEMENT, _SURE_OF_TEXT, facts, "cells", bears=1.0)
    return evidence, Decision(Verdict.UNCLEAR, 0.0, (), "cells_open", bears=1.0)


def _told_figure(figure: FigureOfCell, pair: MentionPair, passages: tuple[Passage, Passage]) -> Fact | None:
    """What a figure of a sentence says of a cell; None where it may be the cell's, rounded."""
    told, counted = abs(figure.told.value), abs(figure.counted.value)
    apart, largest = abs(told - counted), max(abs(told), abs(counted))
    if _ROUNDED_AWAY * largest < apart <= _HARDLY_ROUNDED * largest:
        return None
    is_same = apart <= _ROUNDED_AWAY * largest
    if is_same and (figure.told.sign < 0) != bool(_SIGNED.search(_as_written(figure.cell.text))):
        return None
    passage = passages[0] if pair.is_row_left else passages[1]
    in_row = _in_rows(Span(0, len(figure.cell.text)), figure.cell, passage)
    in_text = figure.told.span
    return Fact(
        ReasonKind.NUMBER,
        Relation.SAME if is_same else Relation.CONFLICT,
        in_row if pair.is_row_left else in_text,
        in_text if pair.is_row_left else in_row,
        _SURE_OF_TEXT,
        "table.equal" if is_same else "table.differ",
        (("column", " ".join(figure.column.split())), ("row", " ".join(figure.row.split()))),
    )


def held_back(evidence: Evidence, decision: Decision) -> Decision:
    """The decision on a row and a sentence of running text, which no table of chances was fitted on.

    What contradicts is told as what may: "12" in a row is of a column, and a sentence may count something else of it.
    An agreement is told where an equal figure or date carries it.
    """
    if decision.verdict is Verdict.CONTRADICTION:
        return replace(decision, verdict=Verdict.UNCLEAR, confidence=0.0, leaning=decision.confidence)
    same = evidence.strongest(Relation.SAME, *FIGURES)
    if decision.verdict in (Verdict.AGREEMENT, Verdict.QUALIFIED) and same is None:
        return replace(decision, verdict=Verdict.UNCLEAR, confidence=0.0, facts=())
    return decision


def _told(cells: CellPair, passages: tuple[Passage, Passage], lexicon: Lexicon) -> Fact | None:
    """What two cells say of each other, with their places in the rows: the same, a conflict, or nothing sure."""
    left, right = _reading(cells.left, passages[0]), _reading(cells.right, passages[1])
    found = (
        _of_texts(left, right, lexicon) if cells.measures == SAME_MEASURE else _of_amounts(left, right, cells.measures)
    )
    if found is None:
        return None
    kind, relation, mine, theirs = found
    rule = "table.differ" if relation is Relation.CONFLICT else "table.equal"
    params = (("column", " ".join(cells.column.split())), ("row", " ".join(cells.row.split())))
    return Fact(
        kind,
        relation,
        _in_rows(mine, cells.left, passages[0]),
        _in_rows(theirs, cells.right, passages[1]),
        _SURE,
        rule if cells.column else f"{rule}_unnamed",
        params,
    )


def _says_something(cells: CellPair) -> bool:
    """Whether not both cells are empty but for a sign that says so ("–")."""
    return any(_SAYS.search(cell.text) for cell in (cells.left, cells.right))


def _in_rows(span: Span, cell: Cell, passage: Passage) -> Span:
    """A span of a cell's text as one of the passage that its row stands in."""
    start, piece = next(each for each in passage.pieces if each[1].start <= cell.span.start < each[1].end)
    by = start + cell.span.start - piece.start
    return Span(span.start + by, span.end + by)


def _reading(cell: Cell, passage: Passage) -> Reading:
    return lone_reading(cell.text, passage.language, date=passage.date)


def _of_texts(left: Reading, right: Reading, lexicon: Lexicon) -> tuple[ReasonKind, Relation, Span, Span] | None:
    whole = Span(0, len(left.text)), Span(0, len(right.text))
    holds_figure = bool(_DIGITS.search(left.text) and _DIGITS.search(right.text))
    if not (_SAYS.search(left.text) and _SAYS.search(right.text)):
        return None
    if holds_figure and _as_written(left.text) == _as_written(right.text):
        return ReasonKind.NUMBER, Relation.SAME, *whole
    if not holds_figure and are_same(left.text, right.text, (left.language, right.language)):
        return ReasonKind.WORDING, Relation.SAME, *whole
    if {_answer(left), _answer(right)} == {True, False}:
        return ReasonKind.NEGATION, Relation.CONFLICT, *whole
    if (nought := _against_nought(left, right)) is not None:
        return ReasonKind.NUMBER, nought, *whole
    if _are_counted_otherwise(left, right):
        return None
    evidence = gather(left, right, lexicon, score=None, similarity=0.0)
    if evidence.strongest(Relation.OTHER) is not None:
        return None
    clash = evidence.strongest(Relation.CONFLICT, *FIGURES)
    apart = _apart(left, right)
    if apart is None and _differ_in_sign(left.text, right.text):
        return None
    if apart:
        # "70" and "71": in running text the first may stand for the second, in a table both are counted.
        is_round = any(_ROUND.search(each.text) for each in (left, right))
        if not is_round or apart > _HARDLY_ROUNDED:
            return clash.kind if clash is not None else ReasonKind.NUMBER, Relation.CONFLICT, *whole
        if apart > _ROUNDED_AWAY:
            return None
    if clash is None and not holds_figure:
        clash = evidence.strongest(Relation.CONFLICT, *LOGIC)
        if clash is not None and clash.strength >= _OPPOSITE:
            return clash.kind, Relation.CONFLICT, *whole
        clash = None
    if clash is not None:
        # "-5", "25 (50%)": a figure is told with its sign and with what stands in brackets.
        is_all = not (_LETTER.search(left.text) or _LETTER.search(right.text))
        spans = whole if is_all else (clash.left or whole[0], clash.right or whole[1])
        return clash.kind, Relation.CONFLICT, *spans
    same = evidence.strongest(Relation.SAME, *FIGURES)
    if same is None or evidence.strongest(Relation.QUALIFIES) is not None or _are_bounded_apart(left, right):
        return None
    return same.kind, Relation.SAME, same.left or whole[0], same.right or whole[1]


def _of_amounts(
    left: Reading, right: Reading, measures: tuple[str, str]
) -> tuple[ReasonKind, Relation, Span, Span] | None:
    """What two figures say of each other that are counted in thousands and in millions, in tonnes and in kilograms.

    They are the same where they are after rounding, to what the coarser one can tell.
    """
    mine, theirs = (
        amount(each.text, measure, each.language) for each, measure in zip((left, right), measures, strict=True)
    )
    if mine is None or theirs is None or not (mine.is_exact and theirs.is_exact):
        return None
    apart, largest = abs(mine.value - theirs.value), max(abs(mine.value), abs(theirs.value))
    relation = Relation.CONFLICT
    if apart <= max(max(_step(mine), _step(theirs)) / 2, _ROUNDED_AWAY * largest):
        relation = Relation.SAME
    elif apart <= _HARDLY_ROUNDED * largest:
        return None
    return ReasonKind.NUMBER, relation, Span(0, len(left.text)), Span(0, len(right.text))


def _step(figure: Quantity) -> float:
    """What the last digit of a figure stands for, in what it is counted in: a tenth of a million in "1.2 million"."""
    if not figure.mantissa:
        return 0.0
    scale = abs(figure.value / figure.mantissa)
    return scale if figure.mantissa.is_integer() else figure.step * abs(figure.value / figure.written)


def _are_bounded_apart(left: Reading, right: Reading) -> bool:
    """Whether two cells with one figure say two things of it: "until 5 May", "from 5 May"; "<5", ">5"; "2024/25"."""
    if any(set(sign.findall(left.text)) != set(sign.findall(right.text)) for sign in (_BOUND, _SPLIT)):
        return True
    mine, theirs = (
        {token.lower for token in each.tokens} & own_words("closed_words", "function_words", each.language)
        for each in (left, right)
    )
    return bool(mine - theirs and theirs - mine)


def _as_written(text: str) -> str:
    """A cell with figures as it can be held against another: without spaces, plus and the mark of a note."""
    return _NOTE_MARK.sub("", _GAP.sub("", text.casefold().translate(_DASHES))).removeprefix("+")


def _differ_in_sign(one: str, two: str) -> bool:
    """Whether two cells are one figure but for its sign: "-5" and "5" of a decline may say the same, or may not."""
    left, right = _as_written(one), _as_written(two)
    return left != right and _SIGNED.sub("", left) == _SIGNED.sub("", right)


def _apart(left: Reading, right: Reading) -> float | None:
    """How far two cells that hold a bare figure each are apart, as a share of the larger; None for other cells."""
    if not (_BARE.fullmatch(left.text) and _BARE.fullmatch(right.text)):
        return None
    (mine, *more), (yours, *others) = quantities(left) or (None,), quantities(right) or (None,)
    if mine is None or yours is None or more or others:
        return None
    largest = max(abs(mine.value), abs(yours.value))
    return abs(mine.value - yours.value) / largest if largest else 0.0


def _against_nought(left: Reading, right: Reading) -> Relation | None:
    """What "nil" says of the figure in the other cell: 0 is the same and 3 a conflict; None where none of both is one.

    A dash says nothing: it stands for 0 and for what is not known.
    """
    says_none = [_word(cell) in own_words("table_cells", "nought", cell.language) for cell in (left, right)]
    if all(says_none):
        return Relation.SAME
    if not any(says_none):
        return None
    other = right if says_none[0] else left
    found = quantities(other)
    if len(found) != 1 or _SIGNED.search(_as_written(other.text)):
        return None
    if found[0].high <= 0:
        return Relation.SAME
    return Relation.CONFLICT if found[0].low > 0 else None


def _are_counted_otherwise(left: Reading, right: Reading) -> bool:
    """Whether one cell is a share and the other none: "84 %" of the members and "420" of them may both be right."""
    mine, theirs = ({each.dimension for each in quantities(cell)} for cell in (left, right))
    return bool(mine and theirs) and mine.isdisjoint(theirs) and SHARE in mine | theirs


def _word(cell: Reading) -> str:
    return cell.text.strip().rstrip(".").casefold()


def _answer(cell: Reading) -> bool | None:
    """Whether a cell says yes or no to what its column names; None where it says something else."""
    word = _word(cell)
    yes, no = (own_words("table_cells", answer, cell.language) for answer in ("yes", "no"))
    return True if word in yes else False if word in no else None
