"""The values that everything else passes around: what was read, how it was cut, linked, judged and decided.

All are frozen. Every `Span` points into the original text of its side, half-open, in Unicode code points.
"""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from datetime import date
from enum import StrEnum

from statement_compare.engine.place import Place


class Side(StrEnum):
    LEFT = "left"
    RIGHT = "right"


class BlockKind(StrEnum):
    """What a stretch of a document is; no sentence runs over a block's border."""

    PARAGRAPH = "paragraph"
    HEADING = "heading"
    LIST_ITEM = "list_item"
    TABLE_CELL = "table_cell"


class Role(StrEnum):
    """`claim`, or why a sentence is not one."""

    CLAIM = "claim"
    QUESTION = "question"
    OPINION = "opinion"
    PREDICTION = "prediction"
    COURTESY = "courtesy"
    CONTACT = "contact"
    HEADING = "heading"


class Verdict(StrEnum):
    AGREEMENT = "agreement"
    QUALIFIED = "qualified"
    CONTRADICTION = "contradiction"
    UNCLEAR = "unclear"


class ReasonKind(StrEnum):
    NUMBER = "number"
    DATE = "date"
    UNIT = "unit"
    NEGATION = "negation"
    EXCLUSIVITY = "exclusivity"
    QUANTIFIER = "quantifier"
    ANTONYM = "antonym"
    ENTITY = "entity"
    ORDER = "order"
    MODALITY = "modality"
    ATTRIBUTION = "attribution"
    DENIAL = "denial"
    WORDING = "wording"
    MODEL = "model"


class Preset(StrEnum):
    STRICT = "strict"
    NORMAL = "normal"
    LENIENT = "lenient"


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """Half-open stretch of a text in code points."""

    start: int
    end: int

    def of(self, text: str) -> str:
        return text[self.start : self.end]


@dataclass(frozen=True, slots=True)
class Block:
    kind: BlockKind
    span: Span


@dataclass(frozen=True, slots=True)
class Source:
    """A document as a reader took it out of a file: its text, unchanged, and the borders in it.

    `blocks` are in order, do not overlap, and cover every character that is not white space between blocks.
    `sha256` is of the file's bytes (of the UTF-8 text for pasted text); `path` is "" for pasted text and "-" for
    standard input. `encoding` is "" where the format fixes it, `encoding_guessed` says whether it is a guess. `places`
    has an entry for each block, or none at all where nothing is known.
    """

    text: str
    blocks: tuple[Block, ...]
    path: str = ""
    format: str = "txt"
    sha256: str = ""
    encoding: str = ""
    encoding_guessed: bool = False
    title: str = ""
    date: date | None = None
    speaker: str = ""
    notes: tuple[str, ...] = ()
    places: tuple[Place, ...] = ()


@dataclass(frozen=True, slots=True)
class Sentence:
    """One sentence: `id` counts from 0 in reading order, `block` is an index into the source's blocks."""

    id: int
    span: Span
    text: str
    role: Role
    block: int


@dataclass(frozen=True, slots=True)
class Statement:
    source: Source
    language: str
    sentences: tuple[Sentence, ...]


@dataclass(frozen=True, slots=True)
class Reason:
    """Why a verdict was given. `rule` is a key that `engine.report.wording` turns into a sentence with `params`."""

    kind: ReasonKind
    left: Span | None
    right: Span | None
    rule: str
    params: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True, slots=True)
class Entailment:
    """Probabilities of one direction; they sum to 1."""

    entailment: float
    neutral: float
    contradiction: float


@dataclass(frozen=True, slots=True)
class EntailmentPair:
    """`forward`: the left sentence is the premise, the right one the hypothesis."""

    forward: Entailment
    backward: Entailment


@dataclass(frozen=True, slots=True)
class InWhole:
    """What a model says of two sentences when it reads the one together with the other's whole statement.

    Four chances that sum to 1: both say the same; they do not speak of one claim; they contradict each other; they
    speak of one claim and neither holds.
    """

    agreement: float
    nothing: float
    contradiction: float
    same_claim: float


@dataclass(frozen=True, slots=True)
class InWholePair:
    """`forward`: the left sentence was read with the right statement, `backward`: the right one with the left.

    `rivals`: the highest chance, 0 to 1, that another sentence was read to speak of the claim of the left sentence, and
    of that of the right one.
    """

    forward: InWhole
    backward: InWhole
    rivals: tuple[float, float] = (0.0, 0.0)


# Chance of a contradiction from which an unclear pair is told as one that may contradict.
MAY_CONTRADICT = 0.25


@dataclass(frozen=True, slots=True)
class Link:
    """Sentences of both sides that speak of the same fact, and what the comparison says of them.

    `similarity` is wording in common, 0 to 1; it never enters the verdict, and `confidence` never enters it. `leaning`
    is the chance of a contradiction where the verdict is unclear, 0 elsewhere.
    """

    left: tuple[int, ...]
    right: tuple[int, ...]
    similarity: float
    verdict: Verdict
    confidence: float
    reasons: tuple[Reason, ...]
    entailment: EntailmentPair | None = None
    leaning: float = 0.0

    @property
    def may_contradict(self) -> bool:
        """Whether an unclear pair leans so far towards a contradiction that a person should read it first."""
        return self.leaning >= MAY_CONTRADICT


@dataclass(frozen=True, slots=True)
class Judged:
    """Two texts judged as one pair. `link` joins sentence 0 of both; the spans of its reasons point into the texts.

    `is_measured`: the model that judged was measured; None where none judged.
    """

    left: str
    right: str
    link: Link
    is_measured: bool | None = None


@dataclass(frozen=True, slots=True)
class CompareOptions:
    """What a person may choose about one comparison. `languages` holds "" where the language is to be guessed.

    `model` is the entailment model: "fast" or "thorough" for the ones that come along, or the path of a model's folder.
    """

    sentences_per_line: bool = False
    languages: tuple[str, str] = ("", "")
    preset: Preset = Preset.NORMAL
    use_model: bool = True
    model: str = "thorough"


@dataclass(frozen=True, slots=True)
class Weighed:
    """Which table weighs the answers of the model of a `role` ("entailment").

    `table` is the name of a bundled one, or the digest of one that was fitted to a model of a person's own. A model
    that is not measured is weighed by the table of another one.
    """

    role: str
    table: str
    is_measured: bool


@dataclass(frozen=True, slots=True)
class Signature:
    """What produced a result: enough to repeat it. `models` maps a role ("encoder") to name and sha256."""

    version: str
    options: tuple[tuple[str, str], ...]
    models: tuple[tuple[str, str], ...]
    libraries: tuple[tuple[str, str], ...] = ()
    tables: tuple[Weighed, ...] = ()


# Chance that a sentence of the other side speaks of the same claim, below which it is told that none takes it up.
TAKES_UP = 0.006


@dataclass(frozen=True, slots=True)
class Nearest:
    """The sentence `other` of the other side that comes nearest to `sentence`, which is in no link.

    `chance`: that both speak of one claim, 0 to 1, as the model says that read them together.
    """

    side: Side
    sentence: int
    other: int
    chance: float

    @property
    def takes_up(self) -> bool:
        """Whether it may take the matter up, so that nobody can say that no sentence does."""
        return self.chance >= TAKES_UP


@dataclass(frozen=True, slots=True)
class GeneralDenial:
    """A sentence of `side` that denies in general; `charges` are the other side's claims with no other answer."""

    side: Side
    sentence: int
    charges: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Comparison:
    """Two statements, what links them and what stands alone.

    `judged_by` and `paired_by` are the roles ("entailment", "encoder") of the models that were asked about these two
    languages, as `Signature.models` names them; more may be loaded. Without any the rules judge and the words pair.
    `nearest` has an entry for each sentence in no link that a model read together with one of the other side.
    """

    left: Statement
    right: Statement
    links: tuple[Link, ...]
    only_left: tuple[int, ...]
    only_right: tuple[int, ...]
    signature: Signature = field(default_factory=lambda: Signature("", (), ()))
    judged_by: str = ""
    paired_by: tuple[str, ...] = ()
    nearest: tuple[Nearest, ...] = ()
    denials: tuple[GeneralDenial, ...] = ()

    @property
    def is_measured(self) -> bool:
        """Whether the model that judged was measured, so that its chances mean what they say; so where none judged."""
        return all(each.is_measured for each in self.signature.tables if each.role == self.judged_by)

    def nearest_to(self, side: Side, sentence: int) -> Nearest | None:
        """What comes nearest to a sentence in no link; None where no model read it with one of the other side."""
        return next((each for each in self.nearest if each.side is side and each.sentence == sentence), None)


Pair = tuple[tuple[int, ...], tuple[int, ...]]
"""A finding by the ids of its sentences, left and right: it stays the same however findings are ordered or judged."""


def pair_of(link: Link) -> Pair:
    return link.left, link.right


class Status(StrEnum):
    """How far a finding is with the people who have to answer it."""

    OPEN = "open"
    ASKED = "asked"
    ANSWERED = "answered"
    SETTLED = "settled"


@dataclass(frozen=True, slots=True)
class Decision:
    """What a person said of one finding; a value that is empty says nothing.

    `verdict` stands in place of the proposed one, with its `reason` in a line. `reviewer` and `at` (ISO 8601, UTC) are
    those of the last word. `needs_another_look`: the sentences say something else than when the verdict was given.
    """

    verdict: Verdict | None = None
    reason: str = ""
    is_confirmed: bool = False
    is_dismissed: bool = False
    is_bookmarked: bool = False
    note: str = ""
    status: Status = Status.OPEN
    reviewer: str = ""
    at: str = ""
    needs_another_look: bool = False

    @property
    def is_decided(self) -> bool:
        """Whether the finding needs no further look: confirmed, given another verdict, or dismissed."""
        return not self.needs_another_look and (self.is_confirmed or self.is_dismissed or self.verdict is not None)

    @property
    def is_empty(self) -> bool:
        return replace(self, reviewer="", at="") == UNDECIDED


UNDECIDED = Decision()


@dataclass(frozen=True, slots=True)
class Correction:
    """A sentence whose text a person put right (letters misread, hyphens left over); `original` is what was read."""

    side: Side
    sentence: int
    original: str
    text: str


@dataclass(frozen=True, slots=True)
class Lost:
    """A decision whose sentences are in neither text any more: kept to be read, since nothing is ever lost.

    `left` and `right` are the sentences' texts as they were.
    """

    left: tuple[str, ...]
    right: tuple[str, ...]
    decision: Decision
