"""Which systems are held against each other, and how each is asked for its verdicts."""

from __future__ import annotations

import hashlib
import time
from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from types import ModuleType

from statement_compare import bundled
from statement_compare.engine import bundle, pipeline
from statement_compare.engine.model import (
    CompareOptions,
    Comparison,
    EntailmentPair,
    Preset,
    Reason,
    Sentence,
    Statement,
)
from statement_compare.engine.models import NO_MODELS, Models
from statement_compare.engine.pipeline import compare, judge_pairs
from statement_compare.engine.readers import read_bytes
from statement_compare.engine.report.wording import reason_message
from statement_compare.engine.text.segment import segment

from . import fuzzy
from .answers import Answers, Remembered, RememberedEncoder, Vectors
from .gold import ROOT, SHARED, GoldStatements, Ids, PairSet, StatementSet, digest, module_at
from .scores import JudgedLink, Judgement

FUZZY, FACTS, FACTS_BARE = "fuzzy", "facts", "facts, no model at all"
_WARM_UP = 4  # pairs judged before the clock starts

# Which words carry a verdict is not counted here, and finding them takes most of the time.
pipeline.explained = lambda decided, *_: list(decided)  # type: ignore[assignment]


@dataclass(frozen=True, slots=True)
class System:
    """`model`: "fast", "thorough", a folder, or "" for a system without an entailment model."""

    key: str
    label: str
    model: str = ""

    @property
    def folder(self) -> Path | None:
        """Where its entailment model lies, whether or not anything is there."""
        if not self.model:
            return None
        known = bundle.ENTAILMENT_FOLDERS.get(self.model)
        return bundled.path("models", known) if known else Path(self.model)

    @property
    def is_there(self) -> bool:
        return self.folder is None or self.folder.is_dir()

    @property
    def megabytes(self) -> float:
        """Size of the entailment model's folder."""
        folder = self.folder
        return 0.0 if folder is None else sum(f.stat().st_size for f in folder.iterdir() if f.is_file()) / 1e6


def engine_digest() -> str:
    """Of everything but models that a verdict of the engine depends on."""
    sources = sorted((ROOT / "statement_compare/engine").rglob("*.py"))
    read_by_it = (path for path in sorted(bundled.path().rglob("*")) if path.suffix in (".tsv", ".json"))
    sources += [path for path in read_by_it if "models" not in path.parts]
    return digest([f"{path.name} {hashlib.sha256(path.read_bytes()).hexdigest()}" for path in sources])


class Loaded:
    """A system with its models in memory; what a model has once answered is not asked again."""

    def __init__(self, system: System, answers: Answers, vectors: Vectors) -> None:
        self.system = system
        if system.key in (FUZZY, FACTS_BARE):
            self.raw = NO_MODELS
        elif system.key == FACTS:
            self.raw = replace(bundle.load_models(), entailment=None, multilingual_entailment=None)
        else:
            self.raw = bundle.load_models(system.model)
        folders = [system.folder] if system.folder else []
        settings = _settings_digest([*folders, bundled.path("models", bundle.MULTILINGUAL_ENTAILMENT_FOLDER)])
        self.models = _remembering(self.raw, answers, vectors)
        self.digest = f"{_models_digest(self.raw)} {settings}"

    def options(self, preset: str, languages: tuple[str, str] = ("", "")) -> CompareOptions:
        use_model = self.system.key != FACTS_BARE
        model = self.system.model or bundle.THOROUGH
        return CompareOptions(preset=Preset(preset), languages=languages, use_model=use_model, model=model)

    def pairs(self, gold: PairSet, preset: str) -> list[Judgement]:
        """A judgement for each pair, in their order."""
        asked = [(pair.left, pair.right) for pair in gold.pairs]
        if self.system.key == FUZZY:
            return [fuzzy.judge(*pair) for pair in asked]
        judged = judge_pairs(asked, self.options(preset, gold.languages), self.models)
        return [
            _judgement(link.verdict, link.confidence, link.reasons, link.entailment, texts)
            for link, texts in zip((each.link for each in judged), asked, strict=True)
        ]

    def statements(self, gold: StatementSet, preset: str) -> list[list[JudgedLink]]:
        """The links of each pair of statements, named by gold sentence."""
        scorer = module_at(SHARED / "tools/score_statements.py")
        return [self._links(scorer, each, preset) for each in gold.statements]

    def _links(self, scorer: ModuleType, gold: GoldStatements, preset: str) -> list[JudgedLink]:
        left = read_bytes(gold.left.encode(), name="left.txt")
        right = read_bytes(gold.right.encode(), name="right.txt")
        if self.system.key == FUZZY:
            return _fuzzy_links(scorer, gold, segment(left), segment(right))
        found = compare(left, right, self.options(preset), self.models)
        texts = left.text, right.text
        return [
            JudgedLink(
                *_ids(scorer, gold, found, link.left, link.right),
                _judgement(link.verdict, link.confidence, link.reasons, link.entailment, texts),
            )
            for link in found.links
        ]

    def pairs_a_second(self, gold: PairSet, preset: str, *, with_facts: bool) -> float:
        """How many pairs are judged a second, models loaded, nothing remembered: one run on this machine."""
        asked = [(pair.left, pair.right) for pair in gold.pairs]
        self._time(asked[:_WARM_UP], gold.languages, preset, with_facts=with_facts)
        return len(asked) / self._time(asked, gold.languages, preset, with_facts=with_facts)

    def _time(
        self, asked: Sequence[tuple[str, str]], languages: tuple[str, str], preset: str, *, with_facts: bool
    ) -> float:
        began = time.perf_counter()
        if self.system.key == FUZZY:
            for pair in asked:
                fuzzy.judge(*pair)
        elif with_facts or self.raw.entailment is None:
            judge_pairs(asked, self.options(preset, languages), self.raw)
        else:
            self.raw.entailment.judge([*asked, *((right, left) for left, right in asked)])
        return time.perf_counter() - began


def _remembering(models: Models, answers: Answers, vectors: Vectors) -> Models:
    first, second = models.entailment, models.multilingual_entailment
    return replace(
        models,
        encoder=models.encoder and RememberedEncoder(models.encoder, vectors),
        multilingual=models.multilingual and RememberedEncoder(models.multilingual, vectors),
        entailment=first and Remembered(first, answers),
        multilingual_entailment=second and Remembered(second, answers),
    )


def _settings_digest(folders: Sequence[Path]) -> str:
    """Of what lies beside the weights of these models: how long a pair may be, in which words it is cut."""
    files = [folder / name for folder in folders for name in ("config.json", "tokenizer.json")]
    return digest([hashlib.sha256(path.read_bytes()).hexdigest() for path in files if path.is_file()])


def _models_digest(models: Models) -> str:
    present = (models.encoder, models.multilingual, models.entailment, models.multilingual_entailment)
    return digest([model.sha256 if model is not None else "-" for model in present])


def _judgement(
    verdict: str,
    confidence: float,
    reasons: Sequence[Reason],
    entailment: EntailmentPair | None,
    texts: tuple[str, str],
) -> Judgement:
    directions = (entailment.forward, entailment.backward) if entailment else ()
    return Judgement(
        str(verdict),
        confidence,
        tuple(reason.kind.value for reason in reasons),
        tuple(f"{reason.rule}: {reason_message(reason, *texts)}" for reason in reasons),
        tuple(p for each in directions for p in (each.entailment, each.neutral, each.contradiction)),
    )


def _fuzzy_links(scorer: ModuleType, gold: GoldStatements, left: Statement, right: Statement) -> list[JudgedLink]:
    pairs = fuzzy.links([s.text for s in left.sentences], [s.text for s in right.sentences])
    return [
        JudgedLink(
            _gold_ids(scorer, gold.left_spans, [left.sentences[i]]),
            _gold_ids(scorer, gold.right_spans, [right.sentences[j]]),
            fuzzy.judge(left.sentences[i].text, right.sentences[j].text),
        )
        for i, j in pairs
    ]


def _ids(
    scorer: ModuleType, gold: GoldStatements, found: Comparison, left: Sequence[int], right: Sequence[int]
) -> tuple[Ids, Ids]:
    return (
        _gold_ids(scorer, gold.left_spans, [found.left.sentences[i] for i in left]),
        _gold_ids(scorer, gold.right_spans, [found.right.sentences[i] for i in right]),
    )


def _gold_ids(scorer: ModuleType, spans: dict[str, tuple[int, int]], sentences: Sequence[Sentence]) -> Ids:
    found: set[str] = set()
    for sentence in sentences:
        found |= scorer.gold_ids({"start": sentence.span.start, "end": sentence.span.end}, spans)
    return frozenset(found)
