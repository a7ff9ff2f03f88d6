"""Fine-tunes a three-way cross-encoder for statements: public pairs first, then corpus groups with some replay.

    python training/train_entailment.py --base FOLDER --work FOLDER [--public 12000] [--corpus-pairs 30000]

Checkpoints every `--every` pairs under --work, and goes on from the last one when it is started again. A file named
`decay-now` in --work starts the final decay of the learning rate early, so that a run can be brought to its end.

A run with --keep-answers FILE writes the logits that it computes on its pairs anyway. A smaller model that is given
them as --answers learns from them besides the labels (Hinton, Vinyals and Dean 2015); other pairs have labels alone.
"""

from __future__ import annotations

import argparse
import csv
import json
import random
import time
from pathlib import Path

import torch
from pairs import Group, Pair, draw, read_answers, read_groups, read_public, validation, with_context
from torch.nn.functional import cross_entropy, log_softmax, softmax
from transformers import AutoModelForSequenceClassification, AutoTokenizer

TAUGHT_SHARE = 0.7
HEAT = 1.5  # temperature at which a larger model's answers are learnt: above 1 its doubts count for more
ID2LABEL = {0: "entailment", 1: "neutral", 2: "contradiction"}


def arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--base", type=Path, required=True)
    parser.add_argument("--work", type=Path, required=True)
    parser.add_argument("--data", type=Path, default=Path("../shared"))
    parser.add_argument("--languages", default="en", help="languages of corpus groups that are used, comma-separated")
    parser.add_argument("--public", type=int, default=12_000)
    parser.add_argument("--corpus-pairs", type=int, default=30_000)
    parser.add_argument("--replay", type=float, default=0.12)
    parser.add_argument("--decay", type=int, default=6_000, help="pairs over which the learning rate falls to 0")
    parser.add_argument("--rate", type=float, default=2.5e-5)
    parser.add_argument("--batch", type=int, default=32)
    parser.add_argument("--frozen-layers", type=int, default=4)
    parser.add_argument("--every", type=int, default=4_000)
    parser.add_argument("--seed", type=int, default=11)
    parser.add_argument("--threads", type=int, default=2)
    parser.add_argument("--longest", type=int, default=112, help="tokens of a pair that are read")
    parser.add_argument("--keep-answers", type=Path, help="a file to which this run's own logits are added")
    parser.add_argument("--answers", type=Path, help="a larger model's logits to learn from")
    parser.add_argument("--passes", type=int, default=2, help="how often the answered pairs are seen")
    return parser.parse_args()


def stream(args: argparse.Namespace, groups: list, rng: random.Random) -> list[Pair]:
    """All pairs of the run in order: the public stage, then passes over the groups with replayed public pairs."""
    replayed = int(args.corpus_pairs * args.replay)
    public = read_public(args.data / "data/nli/train", args.public + replayed, rng)
    first, spare = public[: args.public], public[args.public :]
    corpus: list[Pair] = []
    while len(corpus) < args.corpus_pairs - len(spare):
        chosen = of_a_pass(groups, rng)
        made = [pair for group in chosen for pair in draw(group, groups, rng)]
        rng.shuffle(made)
        corpus += made
    corpus = with_context(corpus[: args.corpus_pairs - len(spare)], 0.06, rng)
    if args.answers:
        corpus += read_answers(args.answers) * args.passes
        rng.shuffle(corpus)
    for pair in spare:
        corpus.insert(rng.randrange(len(corpus)), pair)
    return first + corpus


def of_a_pass(groups: list[Group], rng: random.Random) -> list[Group]:
    """All groups in a new order; where other languages are learnt too, English ones are thinned to their number."""
    rng.shuffle(groups)
    others = [g for g in groups if set(g.languages) != {"en"}]
    if not others:
        return groups
    return others + [g for g in groups if set(g.languages) == {"en"}][: len(others)]


def batches(pairs: list[Pair], size: int, longest: int, tokenizer, rng: random.Random):
    """Batches of pairs of like length, from pools of sixteen batches, so that little is padded."""
    pool = size * 16
    for start in range(0, len(pairs), pool):
        part = sorted(pairs[start : start + pool], key=lambda p: len(p.premise) + len(p.hypothesis))
        cut = [part[i : i + size] for i in range(0, len(part), size)]
        rng.shuffle(cut)
        for batch in cut:
            yield (
                tokenizer(
                    [p.premise for p in batch],
                    [p.hypothesis for p in batch],
                    truncation=True,
                    max_length=longest,
                    padding=True,
                    return_token_type_ids=False,
                    return_tensors="pt",
                ),
                batch,
            )


def loss_of(logits: torch.Tensor, batch: list[Pair]) -> torch.Tensor:
    """Against the labels, and where a larger model was asked, mostly against what it said."""
    own = cross_entropy(logits, torch.tensor([p.label for p in batch]), label_smoothing=0.05, reduction="none")
    if all(p.teacher is None for p in batch):
        return own.mean()
    taught = torch.tensor([p.teacher or (0.0, 0.0, 0.0) for p in batch])
    weight = torch.tensor([0.0 if p.teacher is None else TAUGHT_SHARE for p in batch])
    soft = (softmax(taught / HEAT, dim=1) * -log_softmax(logits / HEAT, dim=1)).sum(dim=1) * HEAT
    return ((1 - weight) * own + weight * soft).mean()


@torch.no_grad()
def probabilities(model, tokenizer, rows: list[tuple[str, str]]) -> torch.Tensor:
    model.eval()
    order = sorted(range(len(rows)), key=lambda i: len(rows[i][0]) + len(rows[i][1]))
    found = torch.zeros(len(rows), 3)
    for start in range(0, len(order), 32):
        ids = order[start : start + 32]
        encoded = tokenizer(
            [rows[i][0] for i in ids],
            [rows[i][1] for i in ids],
            truncation=True,
            max_length=112,
            padding=True,
            return_token_type_ids=False,
            return_tensors="pt",
        )
        with torch.autocast("cpu", dtype=torch.bfloat16):
            logits = model(**encoded).logits
        found[ids] = softmax(logits.float(), dim=1)
    return found


def average_precision(scores: list[float], hits: list[bool]) -> float:
    order = sorted(range(len(scores)), key=lambda i: -scores[i])
    seen = total = 0.0
    for rank, i in enumerate(order, 1):
        if hits[i]:
            seen += 1
            total += seen / rank
    return total / max(1, sum(hits))


def evaluate(model, tokenizer, sets: dict[str, list[tuple[str, str, str]]]) -> dict[str, dict[str, float]]:
    """For each set: average precision of contradiction, precision and recall at thresholds; mean of both directions."""
    figures = {}
    for name, rows in sets.items():
        forward = probabilities(model, tokenizer, [(a, b) for a, b, _ in rows])
        backward = probabilities(model, tokenizer, [(b, a) for a, b, _ in rows])
        score = ((forward[:, 2] + backward[:, 2]) / 2).tolist()
        hits = [v == "contradiction" for *_, v in rows]
        agree = torch.minimum(forward[:, 0], backward[:, 0]).tolist()
        figure = {
            "ap": average_precision(score, hits),
            "agree_ap": average_precision(agree, [v == "agreement" for *_, v in rows]),
        }
        for threshold in (0.5, 0.8, 0.9):
            shown = [h for s, h in zip(score, hits, strict=True) if s >= threshold]
            figure[f"p@{threshold}"] = sum(shown) / max(1, len(shown))
            figure[f"r@{threshold}"] = sum(shown) / max(1, sum(hits))
        figures[name] = {k: round(v, 3) for k, v in figure.items()}
    return figures


def main() -> None:
    args = arguments()
    if not (args.data / "data/nli/train").is_dir():
        print(f"train_entailment: the training sets are not in {args.data}; nothing to train on")
        return
    torch.manual_seed(args.seed)
    torch.set_num_threads(args.threads)
    args.work.mkdir(parents=True, exist_ok=True)
    rng = random.Random(args.seed)
    languages = set(args.languages.split(","))
    groups = [g for g in read_groups(Path(__file__).parent / "corpus") if set(g.languages) <= languages]
    pairs = stream(args, [g for g in groups if not g.is_held_out], rng)
    held_out = validation([g for g in groups if g.is_held_out])
    sets = {"groups": held_out[:: max(1, len(held_out) // 500)]}
    single = args.data / "statements/pairs/pairs.tsv"
    with single.open(encoding="utf-8", newline="") as file:
        rows = csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE)
        sets["pairs"] = [(r["left"], r["right"], r["verdict"]) for r in rows]

    last = sorted(args.work.glob("checkpoint-*"), key=lambda p: int(p.name.split("-")[1]))
    source = last[-1] if last else args.base
    tokenizer = AutoTokenizer.from_pretrained(args.base)
    model = AutoModelForSequenceClassification.from_pretrained(
        source,
        num_labels=3,
        id2label=ID2LABEL,
        label2id={v: k for k, v in ID2LABEL.items()},
        attention_probs_dropout_prob=0.0,
    )
    base = model.base_model
    for parameter in base.embeddings.parameters():
        parameter.requires_grad = False
    for layer in base.encoder.layer[: args.frozen_layers]:
        for parameter in layer.parameters():
            parameter.requires_grad = False
    frozen = [base.embeddings, *base.encoder.layer[: args.frozen_layers]]
    trained = [p for p in model.parameters() if p.requires_grad]
    optimizer = torch.optim.AdamW(trained, lr=args.rate, weight_decay=0.01, betas=(0.9, 0.98))
    seen = 0
    if last:
        seen = int(last[-1].name.split("-")[1])
        optimizer.load_state_dict(torch.load(last[-1] / "optimizer.pt"))
    began, decay_from, at_start = time.time(), len(pairs) - args.decay, seen
    log = (args.work / "log.jsonl").open("a", encoding="utf-8")
    losses: list[float] = []
    cut = batches(pairs, args.batch, args.longest, tokenizer, random.Random(args.seed))
    for number, (encoded, batch) in enumerate(cut):
        if (number + 1) * args.batch <= seen:
            continue
        if (args.work / "decay-now").exists() and seen < decay_from:
            decay_from = seen
        factor = min(1.0, seen / 1_000 + 0.02)
        if seen >= decay_from:
            factor = 1 - (seen - decay_from) / args.decay
        if factor <= 0:
            break
        for group in optimizer.param_groups:
            group["lr"] = args.rate * factor
        model.train()
        for part in frozen:
            part.eval()
        with torch.autocast("cpu", dtype=torch.bfloat16):
            logits = model(**encoded).logits
        loss = loss_of(logits.float(), batch)
        loss.backward()
        torch.nn.utils.clip_grad_norm_(trained, 1.0)
        optimizer.step()
        optimizer.zero_grad(set_to_none=True)
        losses.append(loss.item())
        if args.keep_answers:
            keep(args.keep_answers, batch, logits.detach().float().tolist())
        before, seen = seen, seen + len(batch)
        if seen // 800 != before // 800:
            rate = (seen - at_start) / (time.time() - began)
            print(f"{seen}/{len(pairs)} loss {sum(losses) / len(losses):.3f} {rate:.1f} pairs/s", flush=True)
            losses.clear()
        if seen // args.every != before // args.every:
            save(model, optimizer, tokenizer, args.work, seen)
            figures = evaluate(model, tokenizer, sets)
            print(seen, figures, flush=True)
            log.write(json.dumps({"seen": seen, **figures}) + "\n")
            log.flush()
    save(model, optimizer, tokenizer, args.work, seen)
    print("final", seen, evaluate(model, tokenizer, sets), flush=True)
    (args.work / "finished").write_text(str(seen))


def keep(file: Path, batch: list[Pair], logits: list[list[float]]) -> None:
    with file.open("a", encoding="utf-8") as out:
        for pair, row in zip(batch, logits, strict=True):
            answer = {"premise": pair.premise, "hypothesis": pair.hypothesis, "label": pair.label}
            out.write(json.dumps({**answer, "logits": [round(x, 3) for x in row]}, ensure_ascii=False) + "\n")


def save(model, optimizer, tokenizer, work: Path, seen: int) -> None:
    folder = work / f"checkpoint-{seen}"
    model.save_pretrained(folder)
    tokenizer.save_pretrained(folder)
    torch.save(optimizer.state_dict(), folder / "optimizer.pt")
    for old in sorted(work.glob("checkpoint-*"), key=lambda p: int(p.name.split("-")[1]))[:-2]:
        for file in old.iterdir():
            file.unlink()
        old.rmdir()


if __name__ == "__main__":
    main()
