"""A whole comparison with its sides exchanged is the same comparison seen from the other side."""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from dataclasses import dataclass, replace

import numpy as np
import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st
from numpy.typing import NDArray

from statement_compare.engine.general_denials import general_denials
from statement_compare.engine.model import CompareOptions, Comparison, EntailmentPair, Link, Preset, Reason, Side
from statement_compare.engine.models import Clash, Models
from statement_compare.engine.pipeline import compare
from statement_compare.engine.readers import read_text
from statement_compare.engine.unanswered import unanswered

POOL = (
    "The ministry closed the Halden mine on 3 May 2024.",
    "The mine was closed by the ministry on 5 May.",
    "Four miners were injured in the accident.",
    "Seven miners were injured, two of them seriously.",
    "No miner was injured in the accident.",
    "Norvane paid a fine of 2.5 million euros.",
    "We paid EUR 2,500,000 and accepted no liability.",
    "The company refused to pay the fine.",
    "According to the inspectorate, the tank leaked for 21 days.",
    "The tank leaked for three weeks.",
    "The ministry claims that the tank leaked.",
    "The tank did not leak.",
    "We reject these allegations.",
    "Norvane Ltd strongly denies all allegations of wrongdoing.",
    "All wells were tested before the winter.",
    "Some wells were tested after the winter.",
    "Only the north wells were tested.",
    "The water was safe to drink.",
    "The water may have been unsafe in June.",
    "The water exceeded the limit of 10 mg per litre by 40 per cent.",
    "Residents were warned at 6 a.m. by telephone.",
    "Nobody warned the residents before noon.",
    "It was not so.",
    "This is wrong.",
    "They were told twice.",
    "We regret the delay and thank the rescue teams.",
    "Orrin told Keld that the gates were open.",
    "Keld told Orrin that the gates were open.",
    "The gates opened before the siren sounded.",
    "The siren sounded before the gates opened.",
    "The gates were closed at 47 degrees Celsius.",
    "The mayor resigned.",
    "The mayor was dismissed.",
    "Of the seven pumps four failed.",
    "Three of the seven pumps did not fail.",
    "Was the dam inspected?",
    "The dam was inspected four times in three years.",
    "The dam was inspected once in the past three years.",
    "It is true that we were told, but the report came late.",
    "Norvane says that the dam held.",
    "A lawsuit alleges that the dam broke.",
    "We will publish the report next week.",
)
SPEAKERS = ("", "", "Norvane Ltd", "Ministry of Mines", "the inspectorate")
BREAKS = (" ", " ", "\n\n")
TWICE = "The ministry claims that the tank leaked. The ministry claims that the tank leaked."


@dataclass(frozen=True)
class DrawnModel:
    """Says of each pair, in the order in which it is asked, what a draw from the two texts says.

    `coarse` draws have few values, so that many answers are equal.
    """

    name: str = "statement-thorough"
    coarse: bool = False
    sha256: str = ""

    def covers(self, language: str) -> bool:
        return bool(language)

    def judge(self, pairs: Sequence[tuple[str, str]]) -> NDArray[np.float32]:
        rows = np.array([[_drawn(*pair, str(n), coarse=self.coarse) for n in range(3)] for pair in pairs], np.float32)
        rows = rows.reshape(-1, 3) ** 4 + 1e-6
        return rows / rows.sum(axis=1, keepdims=True)


class ExplainingDraw(DrawnModel):
    """Has learnt, if nothing of use, which words clash."""

    def explain(self, pairs: Sequence[tuple[str, str]]) -> list[Clash]:
        return [
            Clash(
                {kind: _drawn(*pair, kind, coarse=self.coarse) for kind in ("number", "negation", "other")},
                *(
                    tuple(
                        (at, at + 4, _drawn(*pair, f"{at}{side}", coarse=self.coarse)) for at in range(0, len(text), 4)
                    )
                    for side, text in enumerate(pair)
                ),
            )
            for pair in pairs
        ]


class DrawnEncoder:
    """Vectors of which words decide, with a little noise that belongs to the text alone."""

    name, sha256 = "words", ""

    def covers(self, language: str) -> bool:
        return language == "en"

    def encode(self, texts: Sequence[str]) -> NDArray[np.float32]:
        rows = np.zeros((len(texts), 64), np.float32)
        for row, text in zip(rows, texts, strict=True):
            for word in text.lower().rstrip(".?").split():
                row[hashlib.sha256(word.encode()).digest()[0] % 64] += 1
        return rows / np.maximum(1e-6, np.linalg.norm(rows, axis=1, keepdims=True))


def _drawn(left: str, right: str, salt: str, *, coarse: bool) -> float:
    byte = hashlib.sha256(f"{left}|{right}|{salt}".encode()).digest()[0]
    return (byte // 86 + 1) / 3 if coarse else (byte + 1) / 256


MODELS = {
    "none": Models(),
    "thorough": Models(encoder=DrawnEncoder(), entailment=DrawnModel()),
    "coarse": Models(entailment=DrawnModel("statement-fast", coarse=True)),
    "explaining": Models(encoder=DrawnEncoder(), entailment=ExplainingDraw(coarse=True)),
}


@st.composite
def told(draw: st.DrawFn) -> tuple[str, str]:
    """A text of some sentences of the pool, and who speaks."""
    chosen = draw(st.lists(st.sampled_from(POOL), min_size=4, max_size=9))
    text = chosen[0]
    for sentence in chosen[1:]:
        text += draw(st.sampled_from(BREAKS)) + sentence
    return text, draw(st.sampled_from(SPEAKERS))


@pytest.mark.parametrize("models", list(MODELS))
@settings(max_examples=10, deadline=None)
@given(told(), told(), st.sampled_from(list(Preset)))
# Equal sentences, of which a model says the same in both directions, and unequal ones, of which it happens to.
@example(("We regret the delay.", ""), ("We regret the delay.", "Norvane Ltd"), Preset.NORMAL)
@example((f"{TWICE} It was not so.", ""), (f"{TWICE} This is wrong.", ""), Preset.LENIENT)
@example(
    (f"{TWICE} We no longer deny it.", ""), (f"{TWICE} The bank no longer denies that it paid.", ""), Preset.LENIENT
)
def test_exchanged_sides_give_the_mirrored_comparison(
    models: str, left: tuple[str, str], right: tuple[str, str], preset: Preset
) -> None:
    there, back = (_compared(one, other, models, preset) for one, other in ((left, right), (right, left)))
    assert _seen(there) == _seen(_mirrored(back))


def _compared(left: tuple[str, str], right: tuple[str, str], models: str, preset: Preset) -> Comparison:
    sources = [replace(read_text(text), speaker=speaker) for text, speaker in (left, right)]
    options = CompareOptions(preset=preset, use_model=models != "none", languages=("en", "en"))
    return compare(sources[0], sources[1], options, MODELS[models])


_OTHER = {Side.LEFT: Side.RIGHT, Side.RIGHT: Side.LEFT}


def _mirrored(comparison: Comparison) -> Comparison:
    return replace(
        comparison,
        left=comparison.right,
        right=comparison.left,
        links=tuple(sorted(map(_turned, comparison.links), key=lambda link: (link.left, link.right))),
        only_left=comparison.only_right,
        only_right=comparison.only_left,
        nearest=tuple(replace(near, side=_OTHER[near.side]) for near in comparison.nearest),
        denials=tuple(replace(denial, side=_OTHER[denial.side]) for denial in comparison.denials),
    )


def _turned(link: Link) -> Link:
    said = link.entailment
    return replace(
        link,
        left=link.right,
        right=link.left,
        reasons=tuple(replace(r, left=r.right, right=r.left, params=_renamed(r)) for r in link.reasons),
        entailment=None if said is None else EntailmentPair(said.backward, said.forward),
    )


def _renamed(reason: Reason) -> tuple[tuple[str, str], ...]:
    sides = {"left_": "right_", "right_": "left_"}
    found = []
    for name, value in reason.params:
        start = next((start for start in sides if name.startswith(start)), "")
        found.append((sides.get(start, "") + name.removeprefix(start), value))
    return tuple(found)


def _seen(comparison: Comparison) -> tuple[object, ...]:
    """All that a person sees of a comparison, in the order in which it is seen."""
    links = [
        replace(link, reasons=tuple(replace(r, params=tuple(sorted(r.params))) for r in link.reasons))
        for link in comparison.links
    ]
    return (
        links,
        comparison.only_left,
        comparison.only_right,
        [unanswered(comparison, side) for side in Side],
        sorted((d.side, d.sentence, d.charges) for d in general_denials(comparison)),
        comparison.judged_by,
        comparison.paired_by,
    )
