"""How an entailment model's folder becomes probabilities for pairs of a premise and a hypothesis."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import groupby
from pathlib import Path
from typing import TYPE_CHECKING, Any

import numpy as np
from numpy.typing import NDArray

from statement_compare.engine.models import Clash
from statement_compare.engine.onnx.folder import ModelFolder, damaged, read_folder
from statement_compare.engine.onnx.runtime import (
    BATCH,
    AnswersOfTokenizers,
    answered,
    encodable,
    open_and_check,
    open_session,
    open_tokenizer,
    runtime_errors,
)
from statement_compare.engine.trial import opens_within
from statement_compare.errors import ModelError

if TYPE_CHECKING:
    from statement_compare.engine.onnx.runtime import Encoding, Session, Tokenizer

_OPEN_S = 60.0
_TRY_OUT_S = 60.0
_MOST_TOKENS = 100_000
_DEFAULT_TOKENS = 128
_MOST_TOKENS_OF_SENTENCE = 80  # of a reading with many; training cut them there as well
_FEWEST_TOKENS = 16  # what a pair needs at least to be more than its separators
_OUTCOMES = ("entailment", "neutral", "contradiction")
_INTEGERS = {"tensor(int32)": np.int32}


def load_entailment(folder: Path, *, is_own: bool = False) -> OnnxEntailment:
    """The entailment cross-encoder in a folder: any ONNX export with model.onnx, tokenizer.json and config.json.

    config.json names the three outputs in `id2label`, in whatever order; `languages` and `max_tokens` are read where
    they stand there. The model is asked once, so that one of another kind is found here and not in a comparison; the
    very file that the config.json of a model that comes along names is known to be none. One that `is_own` is opened in
    another process first, so that it cannot hold up this one. ModelError says which file is missing, damaged or of
    another kind.
    """
    if is_own:
        read = read_folder(folder)
        if not opens_within(folder, _OPEN_S):
            raise damaged(folder, f"it does not open within {_OPEN_S:g} seconds")
        session = open_session(read)
    else:
        read, session = open_and_check(folder)
    outputs = {each.name for each in session.get_outputs()}
    explains = outputs.issuperset({"kinds", "clash"}) and _kinds(read)
    kind = ExplainingOnnxEntailment if explains else OnnxEntailment
    if explains and "whole" in outputs and not is_own:
        kind = WholeOnnxEntailment
    model = kind(read, session, open_tokenizer(read), _label_order(read))
    if is_own or "sha256" not in read.config:
        model.try_out()
    return model


class OnnxEntailment:
    """Probabilities of entailment, neutral and contradiction for pairs of a premise and a hypothesis.

    As with vectors, a batch holds pairs of the same number of tokens alone, so that nothing is padded.
    """

    def __init__(
        self,
        folder: ModelFolder,
        session: Session,
        tokenizer: Tokenizer,
        order: tuple[int, int, int],
    ) -> None:
        self.name = folder.name
        self.sha256 = folder.sha256
        self._path = folder.path
        self._session = session
        self._tokenizer = tokenizer
        self._order = list(order)
        self._languages = _languages(folder)
        self._longest = _token_count(folder, "max_tokens", _DEFAULT_TOKENS)
        self._inputs = {each.name: _INTEGERS.get(each.type, np.int64) for each in session.get_inputs()}
        outputs = [each.name for each in session.get_outputs()]
        self._output = "logits" if "logits" in outputs else outputs[0]
        self._prepare(folder)

    def _prepare(self, folder: ModelFolder) -> None:
        """What a model with more heads needs beside this, once all else is set."""

    def covers(self, language: str) -> bool:
        """Whether it can read this language (ISO 639-1)."""
        return "*" in self._languages or language in self._languages

    def judge(self, pairs: Sequence[tuple[str, str]]) -> NDArray[np.float32]:
        """Probabilities of shape (len(pairs), 3): entailment, neutral, contradiction; each row sums to 1."""
        distinct = list(dict.fromkeys(pairs))
        read = [(index, *self._ids(*pair)) for index, pair in enumerate(distinct)]
        found: NDArray[np.float32] = np.zeros((len(distinct), 3), np.float32)
        batches = list(_of_equal_size(read))
        for batch, (told,) in zip(batches, self._run(batches, [self._output]), strict=True):
            found[[index for index, *_ in batch]] = _chances(told[:, self._order])
        rows = {pair: index for index, pair in enumerate(distinct)}
        chosen: NDArray[np.float32] = found[[rows[pair] for pair in pairs]]
        return chosen

    def try_out(self) -> None:
        """Ask two small questions, one of them with the last word of the vocabulary; ModelError where that fails."""
        unknown = sorted(self._inputs.keys() - {"input_ids", "attention_mask", "token_type_ids"})
        if unknown or "input_ids" not in self._inputs:
            what = f"it wants {', '.join(unknown)}" if unknown else "it takes no input_ids"
            raise _no_entailment(self._path, f"{what}; a model is asked with input_ids and attention_mask")
        ids, types = self._ids("It is so.", "It is not so.")
        last = max(self._tokenizer.get_vocab(with_added_tokens=False).values(), default=0)
        asked = [(0, ids, types), (1, [*ids[:-1], last], types)]
        logits = self._run([asked], [self._output], _TRY_OUT_S)[0][0]
        if logits.shape != (2, 3):
            raise _no_entailment(
                self._path, f"it answers two pairs with figures of shape {logits.shape}, and (2, 3) are wanted"
            )

    def _ids(self, premise: str, hypothesis: str) -> tuple[list[int], list[int]]:
        encoding = self._encoded(premise, hypothesis)
        return encoding.ids, encoding.type_ids

    def _encoded(self, premise: str, hypothesis: str) -> Encoding:
        self._tokenizer.enable_truncation(self._longest)
        with AnswersOfTokenizers(self._path):
            return self._tokenizer.encode(encodable(premise), encodable(hypothesis))

    def _feeds(self, batch: list[tuple[int, list[int], list[int]]]) -> dict[str, NDArray[Any]]:
        ids = np.array([each[1] for each in batch], np.int64)
        types = np.array([each[2] for each in batch], np.int64)
        feeds = {"input_ids": ids, "attention_mask": np.ones_like(ids), "token_type_ids": types}
        return {name: feeds[name].astype(kind) for name, kind in self._inputs.items()}

    def _run(
        self,
        batches: Sequence[list[tuple[int, list[int], list[int]]]],
        outputs: Sequence[str],
        seconds: float | None = None,
    ) -> list[list[NDArray[np.float32]]]:
        """For each batch what the outputs say."""
        return self._answered([self._feeds(batch) for batch in batches], outputs, seconds)

    def _answered(
        self, asked: Sequence[dict[str, NDArray[Any]]], outputs: Sequence[str], seconds: float | None = None
    ) -> list[list[NDArray[np.float32]]]:
        try:
            told = answered(self._session, list(outputs), asked, list, seconds)
        except TimeoutError as error:
            raise damaged(self._path, f"it does not answer within {seconds:g} seconds") from error
        except runtime_errors() as error:
            raise ModelError(
                "model.refuses",
                f"{self._path}: the model cannot read what tokenizer.json makes of a sentence; are both of the same "
                f"model? ({str(error).splitlines()[0]})",
                path=str(self._path),
            ) from error
        every = [each for answers in told for each in answers]
        if not all(isinstance(each, np.ndarray) and np.issubdtype(each.dtype, np.floating) for each in every):
            raise damaged(self._path, "its answers are no numbers")
        if not all(np.isfinite(each).all() for each in every):
            raise damaged(self._path, "its answers are no numbers")
        return [[np.asarray(each, np.float32) for each in answers] for answers in told]


class ExplainingOnnxEntailment(OnnxEntailment):
    """An entailment model with two heads more: `kinds` (batch, kinds) and `clash` (batch, tokens), both as logits."""

    def _prepare(self, folder: ModelFolder) -> None:
        self._kinds = _kinds(folder)

    def try_out(self) -> None:
        """As for any entailment model, and ask the two other heads; ModelError where they answer in another shape."""
        super().try_out()
        ids, types = self._ids("It is so.", "It is not so.")
        ((kinds, clash),) = self._run([[(0, ids, types)]], ["kinds", "clash"], _TRY_OUT_S)
        found, wanted = (kinds.shape, clash.shape), ((1, len(self._kinds)), (1, len(ids)))
        if found != wanted:
            raise _no_entailment(
                self._path, f"kinds and clash answer with figures of shape {found}, and {wanted} are wanted"
            )

    def explain(self, pairs: Sequence[tuple[str, str]]) -> list[Clash]:
        """For each pair its likeliest kinds of contradiction and how likely each piece of a word clashes."""
        encodings = [self._encoded(premise, hypothesis) for premise, hypothesis in pairs]
        told = self._run([[(0, each.ids, each.type_ids)] for each in encodings], ["kinds", "clash"])
        found = []
        for encoding, (kinds, clash) in zip(encodings, told, strict=True):
            chances = 1 / (1 + np.exp(-clash[0]))
            sides: tuple[list[tuple[int, int, float]], ...] = ([], [])
            for place, side in enumerate(encoding.sequence_ids):
                if side is not None:
                    start, end = encoding.offsets[place]
                    sides[side].append((start, end, round(float(chances[place]), 4)))
            shares = _chances(kinds)[0].tolist()
            named = {name: round(share, 4) for name, share in zip(self._kinds, shares, strict=True)}
            found.append(Clash(named, tuple(sides[0]), tuple(sides[1])))
        return found


class WholeOnnxEntailment(ExplainingOnnxEntailment):
    """A model that also reads a sentence together with those of another statement.

    Its input `places` (batch, sentences, tokens) says which share of the mean of each sentence a token is, its output
    `whole` (batch, sentences, 4) what `InWhole` holds, as logits. A reading is laid out as training/train_whole.py does
    it: the sentence between the first mark and two marks of an end, then each other sentence with such a mark behind.
    """

    def _prepare(self, folder: ModelFolder) -> None:
        super()._prepare(folder)
        del self._inputs["places"]
        self._longest_reading = _token_count(folder, "max_tokens_of_whole", self._longest)
        first, *_, last = self._ids("It is so.", "It is not so.")[0]
        self._first, self._end = first, last

    @property
    def longest_reading(self) -> int:
        """How many tokens the sentences of one reading may have: all but the marks around the first of them."""
        return self._longest_reading - 2

    def sizes(self, texts: Sequence[str]) -> list[int]:
        """How many tokens each text takes of a reading, with the mark behind it."""
        return [len(each) + 1 for each in self._pieces(texts)]

    def read_whole(self, readings: Sequence[tuple[str, Sequence[str]]]) -> list[NDArray[np.float32]]:
        """For each sentence with others, (len(others), 4): the chances of `InWhole` in their order."""
        asked = []
        for sentence, others in readings:
            own, *rest = self._pieces([sentence, *others])
            ids = [self._first, *own, self._end, self._end]
            places = np.zeros((1, len(rest), len(ids) + sum(len(each) + 1 for each in rest)), np.float32)
            for number, pieces in enumerate(rest):
                places[0, number, len(ids) : len(ids) + len(pieces) + 1] = 1 / (len(pieces) + 1)
                ids += [*pieces, self._end]
            asked.append(super()._feeds([(0, ids, [0] * len(ids))]) | {"places": places})
        return [_chances(logits[0]) for (logits,) in self._answered(asked, ["whole"])]

    def _pieces(self, texts: Sequence[str]) -> list[list[int]]:
        self._tokenizer.no_truncation()
        with AnswersOfTokenizers(self._path):
            encoded = self._tokenizer.encode_batch([encodable(text) for text in texts], add_special_tokens=False)
        return [each.ids[:_MOST_TOKENS_OF_SENTENCE] for each in encoded]

    def _feeds(self, batch: list[tuple[int, list[int], list[int]]]) -> dict[str, NDArray[Any]]:
        # A pair is asked of no sentence within it; the graph wants to be told so.
        return super()._feeds(batch) | {"places": np.zeros((len(batch), 1, len(batch[0][1])), np.float32)}


def _chances(logits: NDArray[np.float32]) -> NDArray[np.float32]:
    """Rows of logits as rows of chances, each of which sums to 1."""
    powers = np.exp(logits - logits.max(axis=1, keepdims=True))
    shares: NDArray[np.float32] = powers / powers.sum(axis=1, keepdims=True)
    return shares


def _kinds(folder: ModelFolder) -> tuple[str, ...]:
    """The names that config.json gives to the outputs of the head for kinds; none where it gives no list of names."""
    named = folder.config.get("kinds", [])
    return tuple(named) if isinstance(named, list) and all(isinstance(each, str) for each in named) else ()


def _languages(folder: ModelFolder) -> frozenset[str]:
    named = folder.config.get("languages", ["*"])
    if not isinstance(named, list) or not all(isinstance(code, str) for code in named):
        raise damaged(folder.path, 'languages in config.json is no list of codes such as ["en"]')
    return frozenset(named)


def _token_count(folder: ModelFolder, name: str, default: int) -> int:
    longest = folder.config.get(name, default)
    if not isinstance(longest, int) or isinstance(longest, bool) or longest < _FEWEST_TOKENS:
        raise damaged(folder.path, f"{name} in config.json is no number from {_FEWEST_TOKENS} on")
    if longest > _MOST_TOKENS:
        raise damaged(folder.path, f"{name} in config.json is more than {_MOST_TOKENS:,}")
    return longest


def _label_order(folder: ModelFolder) -> tuple[int, int, int]:
    labels = folder.config.get("id2label")
    if not isinstance(labels, dict):
        raise _no_entailment(folder.path, "config.json has no id2label that says what its outputs mean")
    places = {str(name).casefold(): int(place) for place, name in labels.items() if place in ("0", "1", "2")}
    missing = [name for name in _OUTCOMES if name not in places]
    if missing or len(labels) != len(_OUTCOMES):
        found = ", ".join(f"{place}: {name}" for place, name in labels.items()) or "nothing"
        wanted = ", ".join(_OUTCOMES)
        raise _no_entailment(folder.path, f"id2label in config.json does not give {wanted} as 0, 1 and 2, but {found}")
    entailment, neutral, contradiction = (places[name] for name in _OUTCOMES)
    return entailment, neutral, contradiction


def _no_entailment(folder: Path, why: str) -> ModelError:
    return ModelError("model.kind", f"{folder}: this is no entailment model: {why}", path=str(folder), why=why)


def _of_equal_size(
    read: list[tuple[int, list[int], list[int]]],
) -> Iterator[list[tuple[int, list[int], list[int]]]]:
    for _, same in groupby(sorted(read, key=lambda each: (len(each[1]), each[0])), key=lambda each: len(each[1])):
        members = list(same)
        for start in range(0, len(members), BATCH):
            yield members[start : start + BATCH]
