"""Labelled pairs and disputes in which "never" contradicts and "indeed" agrees, as the tiny model reads them."""

from __future__ import annotations

import json
from pathlib import Path

TOPICS = ("bridge", "harbour", "school", "clinic", "market", "quarry", "library", "tunnel", "dairy", "stadium")
TOWNS = ("Arlen", "Borve", "Castra", "Dunholm", "Elmsted", "Farrow", "Gorlen", "Hestwick", "Irnham", "Jalmo")


def write_labelled(folder: Path) -> Path:
    """The folder with `pairs.jsonl`, `disputes.jsonl` and no figures of models that come along."""
    folder.mkdir(parents=True, exist_ok=True)
    pairs = [row for topic, town in zip(TOPICS, TOWNS, strict=True) for row in _group(topic, town)]
    pairs += [_pair("ru", ("ru", "ru"), "Завод закрыли в марте.", text, verdict) for text, verdict in _RUSSIAN]
    _write(folder / "pairs.jsonl", pairs)
    _write(folder / "disputes.jsonl", [_dispute(number) for number in range(10)])
    return folder


_RUSSIAN = (("Завод не закрывали.", "contradiction"), ("В марте завод был закрыт.", "agreement"), ("Да.", "unclear"))


def _group(topic: str, town: str) -> list[dict[str, object]]:
    told = f"The {topic} in {town} was closed to visitors for most of the winter."
    answers = {
        f"Visitors were never kept out of the {topic}, {town} council said.": "contradiction",
        f"At no time did the {topic} in {town} never admit people from outside.": "contradiction",
        f"Winter was indeed a time in which nobody could visit the {topic}.": "agreement",
        f"For months the {topic} was indeed shut to the public.": "agreement",
        f"The {topic} may have been closed to visitors on some days of the winter.": "qualified",
        f"The {topic} in {town} was painted in the summer.": "unclear",
        f"Visitors of {town} like the {topic}.": "unclear",
    }
    return [_pair(topic, ("en", "en"), told, text, verdict) for text, verdict in answers.items()]


def _pair(group: str, languages: tuple[str, str], left: str, right: str, verdict: str) -> dict[str, object]:
    return {"group": group, "languages": languages, "left": left, "right": right, "verdict": verdict}


def _dispute(number: int) -> dict[str, object]:
    topics, towns = TOPICS[number:] + TOPICS[:number], TOWNS[number:] + TOWNS[:number]
    left = [
        f"The {a} in {b} was closed to all visitors in the winter." for a, b in zip(topics[:5], towns, strict=False)
    ]
    right = [
        f"Visitors to the {topics[0]} in {towns[0]} were never turned away in the winter.",
        f"In the winter the {topics[1]} in {towns[1]} was indeed not open to anybody.",
        f"Some people may have been kept out of the {topics[2]} in {towns[2]} for a while.",
        f"The {topics[3]} in {towns[3]} is known to visitors for its fine winter garden.",
        f"A new roof was put on the {topics[6]}.",
    ]
    verdicts = ("contradiction", "agreement", "qualified")
    marks = [{"sign": "=", "left": [i], "right": [i], "verdict": verdict} for i, verdict in enumerate(verdicts)]
    marks.append({"sign": "!", "left": [3], "right": [3], "verdict": ""})
    return {"name": f"dispute {number}", "languages": ["en", "en"], "left": left, "right": right, "marks": marks}


def _write(file: Path, rows: list[dict[str, object]]) -> None:
    file.write_text("".join(json.dumps(row, ensure_ascii=False) + "\n" for row in rows), encoding="utf-8")
