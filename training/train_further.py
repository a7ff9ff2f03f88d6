"""Teaches an entailment model further on all sources at once: public pairs, both corpora, whole disputes.

    python training/train_further.py --base CHECKPOINT --work FOLDER --minutes 90 [--data ../shared]

Every layer learns. Beside the three-way answer two further heads of the same encoder learn what a contradiction's reason
is: its kind, and which words of both sides clash. The learning rate falls by the clock, so that a run ends when it must:
it is whole for the first half of --minutes and falls to nothing over the second, in which the corpora and the disputes
have the larger share. Checkpoints every --every pairs; started again, it goes on from the last one with the minutes left.
"""

from __future__ import annotations

import argparse
import csv
import json
import random
import signal
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from pathlib import Path

import numpy as np
import torch
from disputes import Dispute, Lesson, lessons, read_disputes
from pairs import LABELS, draw, read_groups, validation
from safetensors.torch import load_file, save_file
from torch import nn
from torch.nn.functional import binary_cross_entropy_with_logits, cross_entropy, one_hot, softmax
from train_entailment import average_precision
from transformers import AutoModelForSequenceClassification, AutoTokenizer

KINDS = "number date unit negation exclusivity quantifier antonym entity order modality attribution denial".split()
# Parts of the stream in its first and in its second half.
EARLY = {
    "mnli_dev_matched.tsv": 0.09, "vitaminc_real_train90.tsv": 0.08, "cad_train.tsv": 0.03, "fever_dev_train80.tsv": 0.03,
    "vitaminc_synthetic_train90.tsv": 0.02, "conjnli_adv_train.tsv": 0.01, "negnli_snli.tsv": 0.01,
    "snli_mnli_openie_train.tsv": 0.02, "corpus3": 0.36, "corpus2": 0.08, "corpus": 0.10, "disputes": 0.22,
}  # fmt: skip
LATE = {
    "mnli_dev_matched.tsv": 0.08, "vitaminc_real_train90.tsv": 0.06, "cad_train.tsv": 0.02, "fever_dev_train80.tsv": 0.02,
    "vitaminc_synthetic_train90.tsv": 0.01, "conjnli_adv_train.tsv": 0.01, "negnli_snli.tsv": 0.01,
    "snli_mnli_openie_train.tsv": 0.02, "corpus3": 0.36, "corpus2": 0.08, "corpus": 0.10, "disputes": 0.22,
}  # fmt: skip
LONGEST_CHARACTERS = 640
UNLISTED_A_DISPUTE = 10
# Of a dispute whose pairs have been read beforehand: how many unlisted ones a pass takes, and how many of those are the
# ones that the model was furthest from calling neutral.
UNLISTED_OF_READ, HARDEST_OF_READ = 8, 5
KIND_WEIGHT, WORDS_WEIGHT = 0.3, 0.5
SMOOTHED = 0.05
# What one editor would print and another would not: how much of the answer is its label, how much neutral.
DEFENSIBLE, DEFENSIBLE_NEUTRAL = 0.6, 0.38
# The two further heads start from nothing and see one pair in six: at the rate of the encoder they never learn.
HEADS_RATE = 40


@dataclass(frozen=True, slots=True)
class Item:
    premise: str
    hypothesis: str
    label: int
    kind: int = -1
    words: tuple[str, str] = ("", "")
    is_defensible: bool = False


def swapped(item: Item, rng: random.Random) -> Item:
    """Corpus pairs hold in both directions by their making."""
    if rng.random() < 0.5:
        return item
    return replace(item, premise=item.hypothesis, hypothesis=item.premise, words=item.words[::-1])


def public(file: Path, rng: random.Random) -> Iterator[Item]:
    """A public set without end, its labels in equal parts; each label's rows are all seen before one comes again."""
    with file.open(encoding="utf-8", newline="") as rows:
        found: dict[int, list[Item]] = {}
        for row in csv.DictReader(rows, delimiter="\t", quoting=csv.QUOTE_NONE):
            if row["label"] in LABELS and len(row["premise"]) + len(row["hypothesis"]) < LONGEST_CHARACTERS:
                label = LABELS[row["label"]]
                found.setdefault(label, []).append(Item(row["premise"], row["hypothesis"], label))
    streams = [endless(items, rng) for _, items in sorted(found.items())]
    while True:
        yield next(rng.choice(streams))


def endless(items: list[Item], rng: random.Random) -> Iterator[Item]:
    while True:
        rng.shuffle(items)
        yield from items


# For each dispute that was read beforehand, how far the model was from calling each unlisted pair ("L2 R3") neutral, 0 to 1.
Hardness = dict[str, dict[str, float]]


def of_groups(folder: Path, languages: set[str], rng: random.Random) -> Iterator[Item]:
    groups = [g for g in read_groups(folder) if set(g.languages) <= languages]
    groups = [g for g in groups if not g.is_held_out]
    marked: dict[tuple[str, str], tuple[int, tuple[str, str]]] = {}
    for file in sorted(folder.glob("*.jsonl")):
        for line in file.read_text(encoding="utf-8").splitlines():
            row = json.loads(line)
            for contra in row.get("contra", ()):
                kind = KINDS.index(contra["kind"]) if contra.get("kind") in KINDS else -1
                words = contra.get("words", ("", ""))
                marked[row["p"], contra["text"]] = kind, (words[0], words[1])
    while True:
        rng.shuffle(groups)
        for start in range(0, len(groups), 40):
            made = []
            for group in groups[start : start + 40]:
                for pair in draw(group, groups, rng):
                    kind, words = marked.get((pair.premise, pair.hypothesis), (-1, ("", "")))
                    if kind < 0 and (pair.hypothesis, pair.premise) in marked:
                        kind, words = marked[pair.hypothesis, pair.premise]
                        words = words[::-1]
                    made.append(Item(pair.premise, pair.hypothesis, pair.label, kind, words))
            rng.shuffle(made)
            yield from made


def of_disputes(folder: Path, languages: set[str], hardness: Hardness, rng: random.Random) -> Iterator[Item]:
    disputes = [d for d in read_disputes(folder) if not d.is_held_out and set(d.languages) <= languages]
    others = [d for d in disputes if set(d.languages) != {"en"}]
    english = [d for d in disputes if set(d.languages) == {"en"}]
    while True:
        rng.shuffle(english)
        # Where other languages are learnt too, English has no more than their number and half of it again in a pass.
        taken = others + english[: len(others) * 3 // 2] if others else english
        # Those in the proportions of real disputes (their pairs have been read) come twice in a pass.
        taken = taken + [d for d in taken if d.name in hardness]
        made = [swapped(item, rng) for dispute in taken for item in of_dispute(dispute, hardness, rng)]
        rng.shuffle(made)
        yield from made


def of_dispute(dispute: Dispute, hardness: Hardness, rng: random.Random) -> Iterator[Item]:
    """One pass over a dispute; where its unlisted pairs have been read, the hardest of them are among those it shows."""
    if dispute.name not in hardness:
        yield from (of_lesson(x) for x in lessons(dispute, UNLISTED_A_DISPUTE, rng, with_defensible=True))
        return
    yield from (of_lesson(x) for x in lessons(dispute, 0, rng, with_defensible=True))
    found = hardness[dispute.name]
    marked = dispute.marked()
    others = [(a, b) for a in dispute.left for b in dispute.right if (a, b) not in marked]
    others.sort(key=lambda keys: -found.get(" ".join(keys), 0.0))
    hardest = others[: 2 * HARDEST_OF_READ]
    chosen = rng.sample(hardest, min(HARDEST_OF_READ, len(hardest)))
    rest = [keys for keys in others if keys not in chosen]
    chosen += rng.sample(rest, min(UNLISTED_OF_READ - len(chosen), len(rest)))
    yield from (Item(dispute.left[a], dispute.right[b], LABELS["neutral"]) for a, b in chosen)


def of_lesson(lesson: Lesson) -> Item:
    kind = KINDS.index(lesson.kind) if lesson.kind in KINDS else -1
    return Item(lesson.left, lesson.right, lesson.label, kind, lesson.words, lesson.is_defensible)


class Dropout(nn.Module):
    """nn.Dropout from random bytes: PyTorch draws one number after another, a third of a step on two processors.

    The chance is rounded to 256ths (.1 becomes 26/256), and what stays is scaled so that the mean stays as it was.
    """

    def __init__(self, chance: float, rng: np.random.Generator) -> None:
        super().__init__()
        self.dropped, self.rng = round(chance * 256), rng

    def forward(self, values: torch.Tensor) -> torch.Tensor:
        if not self.training or not self.dropped:
            return values
        bytes_drawn = np.frombuffer(self.rng.bytes(values.numel()), np.uint8).copy()
        kept = torch.from_numpy(bytes_drawn).view(values.shape) >= self.dropped
        return values * (kept.to(values.dtype) * (256 / (256 - self.dropped)))


def with_quick_dropout(model: nn.Module, rng: np.random.Generator) -> None:
    for module in list(model.modules()):
        for name, child in module.named_children():
            if isinstance(child, nn.Dropout):
                setattr(module, name, Dropout(child.p, rng))


class Reader(nn.Module):
    """The three-way classifier with a head for the kind of a reason and one for clashing words (one logit a token)."""

    def __init__(self, source: Path) -> None:
        super().__init__()
        names = {0: "entailment", 1: "neutral", 2: "contradiction"}
        self.classifier = AutoModelForSequenceClassification.from_pretrained(
            source,
            num_labels=3,
            id2label=names,
            label2id={v: k for k, v in names.items()},
            attention_probs_dropout_prob=0.0,
        )
        width = self.classifier.config.hidden_size
        self.kind, self.words = nn.Linear(width, len(KINDS)), nn.Linear(width, 1)
        heads = source / "heads.safetensors"
        if heads.exists():
            for name, value in load_file(heads).items():
                head, _, part = name.partition(".")
                getattr(getattr(self, head), part).data.copy_(value)

    def forward(self, encoded: dict) -> tuple[torch.Tensor, torch.Tensor, torch.Tensor]:
        hidden = self.classifier.base_model(**encoded).last_hidden_state
        # BERT has a layer of its own between the first token and the classifier; MPNet's classifier holds it.
        pooler = getattr(self.classifier.base_model, "pooler", None)
        answer = self.classifier.classifier(hidden if pooler is None else pooler(hidden))
        return answer, self.kind(hidden[:, 0]), self.words(hidden).squeeze(-1)

    def save(self, folder: Path, tokenizer) -> None:
        self.classifier.save_pretrained(folder)
        tokenizer.save_pretrained(folder)
        heads = {"kind": self.kind, "words": self.words}
        named = {f"{head}.{part}": value for head, layer in heads.items() for part, value in layer.state_dict().items()}
        save_file(named, folder / "heads.safetensors")


def encode(tokenizer, items: list[Item], longest: int):
    """Token ids, and for each token whether it lies in the clashing words (-1 where that is not known)."""
    encoded = tokenizer(
        [i.premise for i in items], [i.hypothesis for i in items], truncation=True, max_length=longest, padding=True,
        return_token_type_ids=False, return_offsets_mapping=True, return_tensors="pt",
    )  # fmt: skip
    offsets = encoded.pop("offset_mapping")
    targets = torch.full(encoded["input_ids"].shape, -1.0)
    for row, item in enumerate(items):
        if item.words == ("", ""):
            continue
        sides = encoded.sequence_ids(row)
        texts = (item.premise, item.hypothesis)
        spans = [
            (t.find(w), t.find(w) + len(w)) if w and w in t else None for t, w in zip(texts, item.words, strict=True)
        ]
        for place, side in enumerate(sides):
            if side is not None and spans[side] is not None:
                start, end = offsets[row, place].tolist()
                targets[row, place] = float(start < spans[side][1] and end > spans[side][0])
    return encoded, targets


def read_beforehand(
    model: Reader, tokenizer, folder: Path, first: str, languages: set[str], known: Hardness
) -> Hardness:
    """The hardness of the disputes whose names begin with `first` or a later letter; `known` is not read again."""
    found: Hardness = {}
    for dispute in read_disputes(folder):
        if dispute.is_held_out or dispute.name[0] < first or not set(dispute.languages) <= languages:
            continue
        if dispute.name not in known:
            marked = dispute.marked()
            keys = [(a, b) for a in dispute.left for b in dispute.right if (a, b) not in marked]
            read = probabilities(model, tokenizer, [(dispute.left[a], dispute.right[b]) for a, b in keys])
            hardness = (1 - read[:, LABELS["neutral"]]).tolist()
            found[dispute.name] = {" ".join(k): round(h, 3) for k, h in zip(keys, hardness, strict=True)}
    return known | found


def loss_of(answers, items: list[Item], targets: torch.Tensor) -> torch.Tensor:
    logits, kinds, words = (a.float() for a in answers)
    wanted = one_hot(torch.tensor([i.label for i in items]), 3).float() * (1 - SMOOTHED) + SMOOTHED / 3
    for row, item in enumerate(items):
        if item.is_defensible:
            wanted[row, item.label], wanted[row, 1] = DEFENSIBLE, DEFENSIBLE_NEUTRAL
    loss = cross_entropy(logits, wanted)
    kind = torch.tensor([i.kind for i in items])
    if (kind >= 0).any():
        loss = loss + KIND_WEIGHT * cross_entropy(kinds, kind, ignore_index=-1)
    known = targets >= 0
    if known.any():
        loss = loss + WORDS_WEIGHT * binary_cross_entropy_with_logits(words[known], targets[known])
    return loss


def mixed(streams: dict[str, Iterator[Item]], progress: Callable[[], float], rng: random.Random) -> Iterator[Item]:
    names = list(EARLY)
    while True:
        shares = EARLY if progress() < 0.5 else LATE
        yield next(streams[rng.choices(names, [shares[n] for n in names])[0]])


@torch.no_grad()
def probabilities(model: Reader, tokenizer, rows: list[tuple[str, str]]) -> torch.Tensor:
    model.eval()
    order = sorted(range(len(rows)), key=lambda i: len(rows[i][0]) + len(rows[i][1]))
    found = torch.zeros(len(rows), 3)
    for start in range(0, len(order), 32):
        ids = order[start : start + 32]
        encoded, _ = encode(tokenizer, [Item(*rows[i], 0) for i in ids], 160)
        with torch.autocast("cpu", dtype=torch.bfloat16):
            logits = model(encoded)[0]
        found[ids] = softmax(logits.float(), dim=1)
    return found


def evaluate(model: Reader, tokenizer, args: argparse.Namespace) -> dict[str, float]:
    """Average precision of contradiction on single pairs, held-out disputes and groups; accuracy on public sets."""
    figures = {}
    with (args.data / "statements/pairs/pairs.tsv").open(encoding="utf-8", newline="") as file:
        single = list(csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE))
    languages = set(args.languages.split(","))
    held_out = [d for d in read_disputes(args.disputes) if d.is_held_out and set(d.languages) <= languages]
    rng = random.Random(3)
    sets = [("pairs", [(r["left"], r["right"]) for r in single], [r["verdict"] == "contradiction" for r in single])]
    for name, chosen in (
        ("disputes", [d for d in held_out if set(d.languages) == {"en"}]),
        ("others", [d for d in held_out if set(d.languages) != {"en"}]),
    ):
        # Every so many of them are enough to see where a run goes; all would take longer than the run between two looks.
        taken = [x for d in chosen[:: max(1, len(chosen) // 24)] for x in lessons(d, 16, rng)]
        if taken:
            sets.append((name, [(x.left, x.right) for x in taken], [x.label == 2 for x in taken]))
    for name in ("corpus2", "corpus3"):
        groups = [g for g in read_groups(args.disputes.parent / name) if g.is_held_out and set(g.languages) <= languages]
        rows = validation(groups)[::3]
        sets.append((name, [row[:2] for row in rows], [row[2] == "contradiction" for row in rows]))
    for name, pairs, hits in sets:
        both = probabilities(model, tokenizer, pairs) + probabilities(model, tokenizer, [(b, a) for a, b in pairs])
        figures[name] = round(average_precision((both[:, 2] / 2).tolist(), hits), 3)
    for name in ("xnli_en_dev", "rte3_dev", "vitaminc_real_heldout10"):
        with (args.data / f"data/nli/dev/{name}.tsv").open(encoding="utf-8", newline="") as file:
            rows = list(csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE))
        rows = rows[:: max(1, len(rows) // 300)][:300]
        told = probabilities(model, tokenizer, [(r["premise"], r["hypothesis"]) for r in rows]).argmax(1).tolist()
        figures[name] = round(sum(t == LABELS[r["label"]] for t, r in zip(told, rows, strict=True)) / len(rows), 3)
    return figures


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--base", type=Path, required=True)
    parser.add_argument("--work", type=Path, required=True)
    parser.add_argument("--data", type=Path, default=Path("../shared"))
    parser.add_argument("--languages", default="en")
    parser.add_argument("--minutes", type=float, required=True)
    parser.add_argument("--rate", type=float, default=3e-5)
    parser.add_argument("--batch", type=int, default=32)
    parser.add_argument("--every", type=int, default=8_000)
    parser.add_argument("--longest", type=int, default=144)
    parser.add_argument("--threads", type=int, default=2)
    parser.add_argument("--seed", type=int, default=71)
    parser.add_argument("--hardest-from", default="p", help="disputes from this letter on are read beforehand")
    args = parser.parse_args()
    here = Path(__file__).parent
    args.disputes = here / "disputes"
    if not (args.data / "data/nli/train").is_dir():
        print(f"train_further: the training sets are not in {args.data}; nothing to train on")
        return
    torch.manual_seed(args.seed)
    torch.set_num_threads(args.threads)
    args.work.mkdir(parents=True, exist_ok=True)
    last, state = begun(args.work)
    rng = random.Random(args.seed + state["seen"])
    languages = set(args.languages.split(","))
    streams = {name: public(args.data / "data/nli/train" / name, rng) for name in EARLY if name.endswith(".tsv")}
    streams["corpus"] = of_groups(here / "corpus", languages, rng)
    streams["corpus3"] = of_groups(here / "corpus3", languages, rng)
    streams["corpus2"] = of_groups(here / "corpus2", languages, rng)
    tokenizer = AutoTokenizer.from_pretrained(args.base)
    model = Reader(last or args.base)
    with_quick_dropout(model, np.random.default_rng(args.seed + state["seen"]))
    kept = args.work / "hardness.json"
    known = json.loads(kept.read_text()) if kept.exists() else {}
    hardness = read_beforehand(model, tokenizer, args.disputes, args.hardest_from, languages, known)
    kept.write_text(json.dumps(hardness))
    streams["disputes"] = of_disputes(args.disputes, languages, hardness, rng)
    for parameter in model.classifier.base_model.embeddings.parameters():
        parameter.requires_grad = False
    trained = [p for p in model.parameters() if p.requires_grad]
    heads = [*model.kind.parameters(), *model.words.parameters()]
    of_heads = {id(p) for p in heads}
    groups = [
        {"params": [p for p in trained if id(p) not in of_heads], "times": 1},
        {"params": heads, "times": HEADS_RATE},
    ]
    optimizer = torch.optim.AdamW(groups, lr=args.rate, weight_decay=0.01, betas=(0.9, 0.98), fused=True)
    if last:
        optimizer.load_state_dict(torch.load(last / "optimizer.pt"))
    seen, began = state["seen"], time.time() - state["minutes"] * 60
    at_start, started = seen, time.time()

    def progress() -> float:
        return (time.time() - began) / 60 / args.minutes

    # Told to end, it keeps what it has learnt, so that it can go on with more data or on a quieter machine.
    is_told_to_end: list[int] = []
    signal.signal(signal.SIGTERM, lambda number, _: is_told_to_end.append(number))
    items = mixed(streams, progress, rng)
    log = (args.work / "log.jsonl").open("a", encoding="utf-8")
    losses: list[float] = []
    waiting: list[list[Item]] = []
    while progress() < 1:
        if not waiting:
            pool = sorted(
                (next(items) for _ in range(args.batch * 12)), key=lambda i: len(i.premise) + len(i.hypothesis)
            )
            waiting = [pool[i : i + args.batch] for i in range(0, len(pool), args.batch)]
            rng.shuffle(waiting)
        batch = waiting.pop()
        factor = min(1.0, (seen - at_start) / 800 + 0.02, max(0.0, 2 - 2 * progress()))
        for group in optimizer.param_groups:
            group["lr"] = args.rate * factor * group["times"]
        model.train()
        encoded, targets = encode(tokenizer, batch, args.longest)
        with torch.autocast("cpu", dtype=torch.bfloat16):
            answers = model(encoded)
        loss = loss_of(answers, batch, targets)
        loss.backward()
        torch.nn.utils.clip_grad_norm_(trained, 1.0)
        optimizer.step()
        optimizer.zero_grad(set_to_none=True)
        losses.append(loss.item())
        before, seen = seen, seen + len(batch)
        if is_told_to_end:
            keep(model, tokenizer, optimizer, args.work, seen, (time.time() - began) / 60)
            print(f"kept at {seen}", flush=True)
            return
        if seen // 800 != before // 800:
            rate = (seen - at_start) / (time.time() - started)
            print(f"{seen} {100 * progress():.0f}% loss {sum(losses) / len(losses):.3f} {rate:.1f} pairs/s", flush=True)
            losses.clear()
        if seen // args.every != before // args.every:
            keep(model, tokenizer, optimizer, args.work, seen, (time.time() - began) / 60)
            figures = {"seen": seen, **evaluate(model, tokenizer, args)}
            print(figures, flush=True)
            log.write(json.dumps(figures) + "\n")
            log.flush()
    keep(model, tokenizer, optimizer, args.work, seen, args.minutes)
    print("final", seen, evaluate(model, tokenizer, args), flush=True)
    (args.work / "finished").write_text(str(seen))


def checkpoints(work: Path) -> list[Path]:
    return sorted(work.glob("checkpoint-*"), key=lambda p: int(p.name.split("-")[1]))


def begun(work: Path) -> tuple[Path | None, dict]:
    """The last checkpoint of a run and how far it had come; None where it has none."""
    last = (checkpoints(work) or [None])[-1]
    return last, json.loads((last / "state.json").read_text()) if last else {"seen": 0, "minutes": 0.0}


def keep(model: nn.Module, tokenizer, optimizer, work: Path, seen: int, minutes: float) -> None:
    folder = work / f"checkpoint-{seen}"
    model.save(folder, tokenizer)
    torch.save(optimizer.state_dict(), folder / "optimizer.pt")
    (folder / "state.json").write_text(json.dumps({"seen": seen, "minutes": minutes}))
    for old in checkpoints(work)[:-2]:
        for file in old.iterdir():
            file.unlink()
        old.rmdir()


if __name__ == "__main__":
    main()
