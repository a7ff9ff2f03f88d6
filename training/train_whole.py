"""Teaches the thorough model to read a sentence together with all sentences of the other statement.

    python training/train_whole.py --base CHECKPOINT --work FOLDER --minutes 70 [--data ../shared]

One reading is a sentence, then the other side's sentences in their order; for each of them a further head of the same
encoder tells agreement, nothing, contradiction, or the same claim without a verdict. So it sees what pairs of sentences
do not show: which charge an answer is to, who "we" are, and that another sentence answers better. Labels are those of
the disputes in `training/disputes`, in both directions; one reading in five is of two statements laid together from
corpus groups of one topic, which are plainer and answer more of each other. Every so many steps a batch of single pairs, drawn as
`train_further.py` draws them, keeps what the encoder knows of these. The rate falls by the clock as it does there;
checkpoints every --every readings, and started again it goes on from the last one with the minutes left.
"""

from __future__ import annotations

import argparse
import json
import random
import signal
import time
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import islice
from pathlib import Path

import numpy as np
import torch
from disputes import Dispute, Mark, read_disputes
from pairs import Group, read_groups
from safetensors.torch import load_file, save_file
from torch import nn
from torch.nn.functional import cross_entropy
from train_entailment import average_precision
from train_further import (
    EARLY,
    Item,
    Reader,
    begun,
    encode,
    keep,
    loss_of,
    of_disputes,
    of_groups,
    public,
    with_quick_dropout,
)
from transformers import AutoTokenizer

AGREEMENT, NOTHING, CONTRADICTION, SAME_CLAIM = range(4)
OF_VERDICT = {"agreement": AGREEMENT, "contradiction": CONTRADICTION, "qualified": SAME_CLAIM, "related": SAME_CLAIM}
LONGEST, LONGEST_SENTENCE = 480, 80  # tokens of a reading, and of each sentence in it
# How much a pair counts that the gold names, beside one that it does not: some ten in a hundred are named.
NAMED_WEIGHT, TRAP_WEIGHT = 3.0, 2.0
# What one editor would print and another would not: how much of the answer is its label, the rest being nothing.
DEFENSIBLE = 0.55
CROPPED = 0.4  # of the readings take a stretch of the other side instead of all of it
SHUFFLED = 0.2  # of the readings have the other side's sentences in any order
# Beside the disputes: two statements laid together from corpus groups of one topic, which are plainer and answer more.
COMPOSED = 0.2  # of the readings
GROUPS_TOGETHER = (5, 10)
ANSWERED = {"contra": 0.28, "agree": 0.24, "qualified": 0.12, "related": 0.24, "": 0.12}  # how often a group's text is answered by which


@dataclass(frozen=True, slots=True)
class Reading:
    """A sentence, the other side's sentences, and for each of them its answer (4 shares) and weight."""

    sentence: str
    others: tuple[str, ...]
    answers: tuple[tuple[float, float, float, float], ...]
    weights: tuple[float, ...]


def answer_of(marks: list) -> tuple[tuple[float, float, float, float], float]:
    """What the gold says of one pair of sentences as shares of the four answers, and how much that counts."""
    shares = [0.0] * 4
    if not marks:
        shares[NOTHING] = 1.0
        return tuple(shares), 1.0
    if all(m.sign == "!" for m in marks):
        shares[SAME_CLAIM if any(m.verdict == "related" for m in marks) else NOTHING] = 1.0
        return tuple(shares), TRAP_WEIGHT
    for mark in marks:
        if mark.sign == "!":
            continue
        sure = 1.0 if mark.sign == "=" else DEFENSIBLE
        shares[OF_VERDICT.get(mark.verdict, SAME_CLAIM)] += sure
        shares[NOTHING] += 1 - sure
    whole = sum(shares)
    return tuple(s / whole for s in shares), NAMED_WEIGHT


def readings(dispute: Dispute, rng: random.Random | None) -> Iterator[Reading]:
    """All readings of a dispute, each sentence of both sides once; with `rng` some are cut to a stretch or shuffled."""
    marked = dispute.marked()
    for own, other, is_left in ((dispute.left, dispute.right, True), (dispute.right, dispute.left, False)):
        for key, text in own.items():
            keys = list(other)
            if rng is not None and len(keys) > 5 and rng.random() < CROPPED:
                size = rng.randint(len(keys) // 2, len(keys) - 1)
                start = rng.randint(0, len(keys) - size)
                keys = keys[start : start + size]
            if rng is not None and rng.random() < SHUFFLED:
                rng.shuffle(keys)
            told = [answer_of(marked.get((key, k) if is_left else (k, key), [])) for k in keys]
            yield Reading(text, tuple(other[k] for k in keys), tuple(t for t, _ in told), tuple(w for _, w in told))


def composed(groups: list[Group], rng: random.Random) -> Dispute:
    """Two statements from groups: each text on the left, and on the right, in any order, at most two answers to it."""
    right: list[tuple[int, str, str]] = []
    for number, group in enumerate(groups):
        for _ in range(1 if rng.random() < 0.8 else 2):
            answer = rng.choices(list(ANSWERED), list(ANSWERED.values()))[0]
            if answer and (texts := getattr(group, answer)):
                right.append((number, {"contra": "contradiction", "agree": "agreement"}.get(answer, answer), rng.choice(texts)))
    rng.shuffle(right)
    marks = [Mark("=", (f"L{n}",), (f"R{i}",), verdict) for i, (n, verdict, _) in enumerate(right)]
    left = {f"L{n}": group.p for n, group in enumerate(groups)}
    return Dispute("", ("en", "en"), left, {f"R{i}": text for i, (*_, text) in enumerate(right)}, tuple(marks))


def of_corpora(folders: list[Path], rng: random.Random) -> Iterator[Reading]:
    """Readings of composed statements without end; each group comes once before one comes again."""
    found = [g for folder in folders for g in read_groups(folder) if set(g.languages) == {"en"} and not g.is_held_out]
    often = Counter(group.domain for group in found)
    topics: dict[str, list[Group]] = {}
    for group in found:
        topics.setdefault(group.domain if often[group.domain] >= GROUPS_TOGETHER[1] else "", []).append(group)
    while True:
        some: list[list[Group]] = []
        for groups in topics.values():
            rng.shuffle(groups)
            rest = iter(groups)
            while together := list(islice(rest, rng.randint(*GROUPS_TOGETHER))):
                some.append(together)
        rng.shuffle(some)
        for together in some:
            made = composed(together, rng)
            if made.right:
                yield from readings(made, rng)


def laid_out(tokenizer, reading: Reading) -> tuple[list[int], list[int]]:
    """Token ids of a reading, and for each token the number of the other sentence that it belongs to (-1 for none)."""

    def ids_of(text: str) -> list[int]:
        return tokenizer(text, add_special_tokens=False, truncation=True, max_length=LONGEST_SENTENCE)["input_ids"]

    end = tokenizer.sep_token_id
    ids = [tokenizer.cls_token_id, *ids_of(reading.sentence), end, end]
    owners = [-1] * len(ids)
    for number, text in enumerate(reading.others):
        mine = [*ids_of(text), end]
        if len(ids) + len(mine) > LONGEST:
            break
        ids += mine
        owners += [number] * len(mine)
    return ids, owners


def batched(laid: list[tuple[list[int], list[int]]], pad: int) -> tuple[torch.Tensor, torch.Tensor, torch.Tensor]:
    """Ids, attention mask, and which share of each sentence's mean each token is (batch, sentences, tokens)."""
    width = max(len(ids) for ids, _ in laid)
    most = max(max(owners) + 1 for _, owners in laid)
    ids = torch.full((len(laid), width), pad)
    mask = torch.zeros((len(laid), width), dtype=torch.long)
    places = torch.zeros((len(laid), most, width))
    for row, (own, owners) in enumerate(laid):
        ids[row, : len(own)] = torch.tensor(own)
        mask[row, : len(own)] = 1
        for place, number in enumerate(owners):
            if number >= 0:
                places[row, number, place] = 1.0
    return ids, mask, places / places.sum(-1, keepdim=True).clamp(min=1.0)


class WholeReader(nn.Module):
    """`Reader` with a head more: the mean of a sentence's tokens, a layer with tanh, four answers."""

    def __init__(self, source: Path) -> None:
        super().__init__()
        self.reader = Reader(source)
        width = self.reader.classifier.config.hidden_size
        self.dense, self.answer = nn.Linear(width, width), nn.Linear(width, 4)
        kept = source / "whole.safetensors"
        if kept.exists():
            self.dense.load_state_dict({k[6:]: v for k, v in load_file(kept).items() if k.startswith("dense.")})
            self.answer.load_state_dict({k[7:]: v for k, v in load_file(kept).items() if k.startswith("answer.")})
        else:
            nn.init.eye_(self.dense.weight)
            nn.init.zeros_(self.dense.bias)
            nn.init.normal_(self.answer.weight, std=0.02)
            self.answer.bias.data.copy_(torch.tensor([-2.0, 2.0, -1.5, -2.0]))

    def forward(self, ids: torch.Tensor, mask: torch.Tensor, places: torch.Tensor) -> torch.Tensor:
        hidden = self.reader.classifier.base_model(input_ids=ids, attention_mask=mask).last_hidden_state
        means = torch.matmul(places.to(hidden.dtype), hidden)
        return self.answer(torch.tanh(self.dense(means)))

    def save(self, folder: Path, tokenizer) -> None:
        self.reader.save(folder, tokenizer)
        named = {f"dense.{k}": v for k, v in self.dense.state_dict().items()}
        named |= {f"answer.{k}": v for k, v in self.answer.state_dict().items()}
        save_file(named, folder / "whole.safetensors")


def loss_of_readings(logits: torch.Tensor, some: list[Reading], places: torch.Tensor) -> torch.Tensor:
    """The mean over all pairs that were read, by their weights."""
    wanted, weights = torch.zeros(logits.shape), torch.zeros(logits.shape[:2])
    for row, reading in enumerate(some):
        wanted[row, : len(reading.answers)] = torch.tensor(reading.answers)[: logits.shape[1]]
        weights[row, : len(reading.weights)] = torch.tensor(reading.weights)[: logits.shape[1]]
    weights = weights * (places.sum(-1) > 0)
    each = cross_entropy(logits.float().flatten(0, 1), wanted.flatten(0, 1), reduction="none").view(weights.shape)
    return (each * weights).sum() / weights.sum()


@torch.no_grad()
def evaluate_whole(model: WholeReader, tokenizer, disputes: list[Dispute]) -> float:
    """Average precision of contradiction over all pairs of sentences, the mean of both directions."""
    model.eval()
    scores: dict[tuple[str, str, str], float] = {}
    for dispute in disputes:
        for is_left, own, other in ((True, dispute.left, dispute.right), (False, dispute.right, dispute.left)):
            keys = list(other)
            laid = [laid_out(tokenizer, Reading(text, tuple(other.values()), (), ())) for text in own.values()]
            ids, mask, places = batched(laid, tokenizer.pad_token_id)
            with torch.autocast("cpu", dtype=torch.bfloat16):
                told = torch.softmax(model(ids, mask, places).float(), -1)[:, :, CONTRADICTION]
            for row, key in enumerate(own):
                for column, found in enumerate(keys[: told.shape[1]]):
                    pair = (dispute.name, key, found) if is_left else (dispute.name, found, key)
                    scores[pair] = scores.get(pair, 0.0) + float(told[row, column])
    gold = {(d.name, a, b) for d in disputes for m in d.marks if m.sign == "=" and m.verdict == "contradiction" for a in m.left for b in m.right}
    order = list(scores)
    return round(average_precision([scores[k] for k in order], [k in gold for k in order]), 3)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--base", type=Path, required=True)
    parser.add_argument("--work", type=Path, required=True)
    parser.add_argument("--data", type=Path, default=Path("../shared"))
    parser.add_argument("--minutes", type=float, required=True)
    parser.add_argument("--rate", type=float, default=4e-5)
    parser.add_argument("--tokens", type=int, default=2000, help="of a batch of readings")
    parser.add_argument("--pairs-every", type=int, default=3, help="steps with readings to one with 24 single pairs")
    parser.add_argument("--frozen-layers", type=int, default=2)
    parser.add_argument("--every", type=int, default=3_000)
    parser.add_argument("--threads", type=int, default=2)
    parser.add_argument("--seed", type=int, default=46)
    args = parser.parse_args()
    here = Path(__file__).parent
    if not (args.data / "data/nli/train").is_dir():
        print(f"train_whole: the training sets are not in {args.data}; nothing to train on")
        return
    torch.manual_seed(args.seed)
    torch.set_num_threads(args.threads)
    args.work.mkdir(parents=True, exist_ok=True)
    last, state = begun(args.work)
    rng = random.Random(args.seed + state["seen"])
    tokenizer = AutoTokenizer.from_pretrained(args.base)
    model = WholeReader(last or args.base)
    with_quick_dropout(model, np.random.default_rng(args.seed + state["seen"]))
    languages = {"en"}
    streams = {name: public(args.data / "data/nli/train" / name, rng) for name in EARLY if name.endswith(".tsv")}
    streams |= {name: of_groups(here / name, languages, rng) for name in ("corpus", "corpus2", "corpus3")}
    streams["disputes"] = of_disputes(here / "disputes", languages, {}, rng)
    english = [d for d in read_disputes(here / "disputes") if set(d.languages) == languages]
    taught, held_out = [d for d in english if not d.is_held_out], [d for d in english if d.is_held_out]
    base = model.reader.classifier.base_model
    for part in (base.embeddings, *base.encoder.layer[: args.frozen_layers]):
        for parameter in part.parameters():
            parameter.requires_grad = False
    heads = [*model.dense.parameters(), *model.answer.parameters()]
    of_heads = {id(p) for p in heads}
    trained = [p for p in model.parameters() if p.requires_grad]
    groups = [
        {"params": [p for p in trained if id(p) not in of_heads], "times": 1},
        {"params": heads, "times": 5},
    ]
    optimizer = torch.optim.AdamW(groups, lr=args.rate, weight_decay=0.01, betas=(0.9, 0.98), fused=True)
    if last:
        optimizer.load_state_dict(torch.load(last / "optimizer.pt"))
    seen, began = state["seen"], time.time() - state["minutes"] * 60
    at_start, started, step = seen, time.time(), 0

    def progress() -> float:
        return (time.time() - began) / 60 / args.minutes

    from_corpora = of_corpora([here / name for name in ("corpus", "corpus2", "corpus3")], rng)

    def endless() -> Iterator[Reading]:
        while True:
            order = rng.sample(taught, len(taught))
            for start in range(0, len(order), 60):
                made = [r for d in order[start : start + 60] for r in readings(d, rng)]
                made += islice(from_corpora, int(len(made) * COMPOSED / (1 - COMPOSED)))
                rng.shuffle(made)
                yield from made

    is_told_to_end: list[int] = []
    signal.signal(signal.SIGTERM, lambda number, _: is_told_to_end.append(number))
    stream = endless()
    names = list(EARLY)
    losses: list[float] = []
    of_pairs: list[float] = []
    waiting: list[list[Reading]] = []
    log = (args.work / "log.jsonl").open("a", encoding="utf-8")

    def keep_now() -> None:
        keep(model, tokenizer, optimizer, args.work, seen, (time.time() - began) / 60)

    while progress() < 1 and not is_told_to_end:
        step += 1
        now = progress()
        factor = min(1.0, step / 80 + 0.02, max(0.0, (1 - now) / 0.8))
        for group in optimizer.param_groups:
            group["lr"] = args.rate * factor * group["times"]
        model.train()
        if step % (args.pairs_every + 1) == 0:
            items: list[Item] = [next(streams[rng.choices(names, [EARLY[n] for n in names])[0]]) for _ in range(24)]
            encoded, targets = encode(tokenizer, items, 144)
            with torch.autocast("cpu", dtype=torch.bfloat16):
                answers = model.reader(encoded)
            loss = loss_of(answers, items, targets)
            of_pairs.append(loss.item())
        else:
            if not waiting:
                pool = [next(stream) for _ in range(160)]
                laid = sorted(zip(pool, (laid_out(tokenizer, r) for r in pool), strict=True), key=lambda x: len(x[1][0]))
                for reading, own in laid:
                    longest = len(own[0])
                    if waiting and (len(waiting[-1]) + 1) * longest <= args.tokens:
                        waiting[-1].append(reading)
                    else:
                        waiting.append([reading])
                rng.shuffle(waiting)
            batch = waiting.pop()
            ids, mask, places = batched([laid_out(tokenizer, r) for r in batch], tokenizer.pad_token_id)
            with torch.autocast("cpu", dtype=torch.bfloat16):
                logits = model(ids, mask, places)
            loss = loss_of_readings(logits, batch, places)
            losses.append(loss.item())
        loss.backward()
        torch.nn.utils.clip_grad_norm_(trained, 1.0)
        optimizer.step()
        optimizer.zero_grad(set_to_none=True)
        if step % (args.pairs_every + 1) == 0:
            continue
        before, seen = seen, seen + len(batch)
        if seen // 200 != before // 200:
            rate = (seen - at_start) / (time.time() - started)
            print(
                f"{seen} {100 * now:.0f}% loss {sum(losses) / max(1, len(losses)):.3f}, pairs"
                f" {sum(of_pairs) / max(1, len(of_pairs)):.3f} {rate:.2f} readings/s", flush=True,
            )  # fmt: skip
            losses.clear()
            of_pairs.clear()
        if seen // args.every != before // args.every:
            keep_now()
            figures = {"seen": seen, "held out": evaluate_whole(model, tokenizer, held_out[::36])}
            print(figures, flush=True)
            log.write(json.dumps(figures) + "\n")
            log.flush()
    keep_now()
    if is_told_to_end:
        print(f"kept at {seen}")
        return
    figures = {"seen": seen, "held out": evaluate_whole(model, tokenizer, held_out[::12])}
    print("final", figures, flush=True)
    (args.work / "finished").write_text(str(seen))


if __name__ == "__main__":
    main()
