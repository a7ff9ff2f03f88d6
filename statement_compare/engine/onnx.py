"""How a model's folder (model.onnx, tokenizer.json, config.json) becomes vectors; alone knows onnxruntime."""

from __future__ import annotations

import hashlib
import json
import os
import stat
import threading
import time
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby
from pathlib import Path
from typing import TYPE_CHECKING, Any, BinaryIO, Protocol

import numpy as np
from numpy.typing import NDArray

from statement_compare.engine.models import Clash
from statement_compare.engine.panics import is_panic, unheard
from statement_compare.engine.trial import opens_within
from statement_compare.errors import ModelError

if TYPE_CHECKING:
    import onnxruntime
    import tokenizers

# What the files of a model may hold: a folder may be anybody's. No model.onnx can hold more than two gigabytes, where
# its format ends; larger models put their weights beside it.
_MOST_BYTES = {"model.onnx": 2_147_483_647, "tokenizer.json": 100_000_000, "config.json": 1_000_000}
_MOST_WEIGHT_BYTES = 4_294_967_296
_HELD_BYTES = 200_000_000
"""Up to this size what was checked is what is opened; a larger file is opened by its path, not held twice."""
_PIECE_BYTES = 1 << 20
_TICK_S = 0.2
_OPEN_S = 60.0
_TRY_OUT_S = 60.0
_GRACE_S = 2.0
_MOST_TOKENS = 100_000
_BATCH = 32
_MOST_THREADS = 4
_FEWEST_TOKENS = 16  # what a pair needs at least to be more than its separators
_OUTCOMES = ("entailment", "neutral", "contradiction")
_INTEGERS = {"tensor(int32)": np.int32}


class Digest(Protocol):
    """What hashlib gives."""

    def update(self, piece: bytes, /) -> None: ...


@dataclass(frozen=True, slots=True)
class ModelFolder:
    """A model's files as read and checked: nothing of it is loaded yet."""

    path: Path
    config: dict[str, Any]
    model: bytes
    sha256: str
    weights: tuple[str, ...] = ()
    """Names of files with weights beside model.onnx."""

    @property
    def name(self) -> str:
        return str(self.config.get("name") or self.path.name)


def read_folder(folder: Path) -> ModelFolder:
    """The files of a model; ModelError if one is missing, or if model.onnx is not the one config.json was made for."""
    _refuse_if_incomplete(folder)
    config = _config(folder)
    digest = hashlib.sha256()
    model = _digested(folder, "model.onnx", _MOST_BYTES["model.onnx"], digest)
    weights = _weights(folder, config)
    left = _MOST_WEIGHT_BYTES
    for name in weights:
        _digested(folder, name, left, digest)
        left -= (folder / name).stat().st_size
    if config.get("sha256", digest.hexdigest()) != digest.hexdigest():
        raise _damaged(folder, "model.onnx is not the file that config.json names")
    return ModelFolder(folder, config, model, digest.hexdigest(), weights)


def _digested(folder: Path, name: str, most: int, digest: Digest) -> bytes:
    """Add a file to the digest, piece by piece; returns what it holds, b"" where that is too much to hold at once."""
    try:
        with _ordinary(folder, name, most) as file:
            size = os.fstat(file.fileno()).st_size
            pieces = []
            if name == "model.onnx" and file.read(1) == b"\0":  # the tag of a field, and there is no field 0
                raise _damaged(folder, f"{name} holds no ONNX model")
            file.seek(0)
            while piece := file.read(_PIECE_BYTES):
                digest.update(piece)
                if size <= _HELD_BYTES:
                    pieces.append(piece)
            return b"".join(pieces)
    except (OSError, ValueError) as error:
        raise _damaged(folder, f"{name}: {getattr(error, 'strerror', None) or error}") from error


def _ordinary(folder: Path, name: str, most: int) -> BinaryIO:
    """A file of a model's folder, open to be read; ModelError where it is none, or larger than a model's may be."""
    path = folder / name
    status = path.stat()
    if not stat.S_ISREG(status.st_mode):
        raise _damaged(folder, f"{name} is no ordinary file")
    if status.st_size > most:
        raise _damaged(folder, f"{name} is larger than {_size(most)}")
    return path.open("rb")


def _size(count: int) -> str:
    return f"{count / 1e9:.1f} GB" if count >= 1_000_000_000 else f"{count // 1_000_000} MB"


def _json_text(folder: Path, name: str) -> str:
    with _ordinary(folder, name, _MOST_BYTES[name]) as file:
        return file.read().decode("utf-8")


def _refuse_if_incomplete(folder: Path) -> None:
    missing = [name for name in ("model.onnx", "tokenizer.json", "config.json") if not (folder / name).is_file()]
    if missing:
        names = ", ".join(missing)
        is_or_are = "is" if len(missing) == 1 else "are"
        what = f"{names} {is_or_are} missing" if folder.is_dir() else "there is no such folder"
        raise ModelError(
            "model.missing",
            f"{folder}: no model can be read here, {what}; a model is a folder with model.onnx, tokenizer.json and "
            "config.json",
            path=str(folder),
            files=names,
        )


def _config(folder: Path) -> dict[str, Any]:
    try:
        config = json.loads(_json_text(folder, "config.json"))
    except RecursionError as error:
        raise _damaged(folder, "config.json nests too deep") from error
    except (OSError, ValueError) as error:
        raise _damaged(folder, f"config.json: {error}") from error
    if not isinstance(config, dict):
        raise _damaged(folder, "config.json holds no object")
    return config


def _weights(folder: Path, config: dict[str, Any]) -> tuple[str, ...]:
    """The files in which a large model keeps weights beside model.onnx: they belong to it, and so to its digest.

    config.json may name them; exports of others put them beside it as model.onnx_data or model.onnx.data.
    """
    named = config.get("files")
    if named is None:
        return tuple(sorted(each.name for each in folder.glob("model.onnx?*") if each.is_file()))
    if not isinstance(named, list | dict) or not all(isinstance(name, str) for name in named):
        raise _damaged(folder, "config.json lists its files in a way that is not understood")
    return tuple(sorted(Path(name).name for name in named if name != "model.onnx"))


def open_session(folder: ModelFolder) -> onnxruntime.InferenceSession:
    """A session on the processor that never spins while it waits; ModelError where onnxruntime cannot read the file."""
    # From 1.31 on it writes an identity into the home folder and can send events to its makers, unless told not to
    # before it is imported.
    os.environ["ORT_DISABLE_TELEMETRY"] = "1"
    import onnxruntime

    options = onnxruntime.SessionOptions()
    options.intra_op_num_threads = max(1, min(_MOST_THREADS, os.cpu_count() or 1))
    options.inter_op_num_threads = 1
    options.log_severity_level = 3
    options.add_session_config_entry("session.intra_op.allow_spinning", "0")
    try:
        # A model with weights in other files has to be opened by its path to find them.
        where = str(folder.path / "model.onnx") if folder.weights or not folder.model else folder.model
        return onnxruntime.InferenceSession(where, options, providers=["CPUExecutionProvider"])
    except _runtime_errors() as error:
        raise _damaged(folder.path, str(error).splitlines()[0]) from error


def _runtime_errors() -> tuple[type[Exception], ...]:
    # onnxruntime raises classes of its own, made in its native module, that share no root but Exception.
    from onnxruntime.capi import onnxruntime_pybind11_state as state

    own = [kind for kind in vars(state).values() if isinstance(kind, type) and issubclass(kind, Exception)]
    return (*own, RuntimeError, ValueError)


def open_tokenizer(folder: ModelFolder) -> tokenizers.Tokenizer:
    """The tokenizer, neither padding nor truncating; ModelError where tokenizer.json cannot be read."""
    import tokenizers

    try:
        text = _json_text(folder.path, "tokenizer.json")
    except (OSError, ValueError) as error:
        raise _damaged(folder.path, f"tokenizer.json: {error}") from error
    with _AnswersOfTokenizers(folder.path), unheard():
        tokenizer = tokenizers.Tokenizer.from_str(text)
    if not tokenizer.get_vocab_size(with_added_tokens=False):
        raise _damaged(folder.path, "tokenizer.json holds no vocabulary")
    tokenizer.no_padding()
    tokenizer.no_truncation()
    return tokenizer


class _AnswersOfTokenizers:
    """Turns what the library raises into a ModelError: always a bare Exception, and so nothing that derives from it."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder

    def __enter__(self) -> None:
        pass

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, _: object) -> None:
        if kind is Exception or (error is not None and is_panic(error)):
            raise _damaged(self._folder, f"tokenizer.json: {(str(error).splitlines() or [''])[0]}") from error


def load_encoder(folder: Path) -> OnnxEncoder:
    """The encoder in a folder. config.json gives `name`, `languages` (ISO 639-1, or "*"), `max_tokens` and `prefix`.

    ModelError says which file is missing or damaged.
    """
    read = read_folder(folder)
    return OnnxEncoder(read, open_session(read), open_tokenizer(read))


class OnnxEncoder:
    """Mean-pooled sentence vectors of length 1.

    A batch holds texts of the same number of tokens alone. Nothing is padded, each token is quantised by itself, and
    so a text's vector is the same to the last bit whatever it is encoded with.
    """

    def __init__(
        self, folder: ModelFolder, session: onnxruntime.InferenceSession, tokenizer: tokenizers.Tokenizer
    ) -> None:
        self.name = folder.name
        self.sha256 = folder.sha256
        self._session = session
        self._tokenizer = tokenizer
        self._languages = frozenset(folder.config.get("languages", ["*"]))
        self._window = int(folder.config.get("max_tokens", 128))
        self._prefix = str(folder.config.get("prefix", ""))
        self._inputs = {each.name for each in session.get_inputs()}
        self._dimensions = int(session.get_outputs()[0].shape[-1])

    def covers(self, language: str) -> bool:
        """Whether vectors of texts in this language (ISO 639-1) mean anything."""
        return "*" in self._languages or language in self._languages

    def encode(self, texts: Sequence[str]) -> NDArray[np.float32]:
        """Vectors of shape (len(texts), dimensions), each of length 1; long texts are read in parts."""
        distinct = list(dict.fromkeys(texts))
        windows: list[tuple[int, list[int]]] = [
            (index, ids) for index, text in enumerate(distinct) for ids in self._windows(text)
        ]
        sums: NDArray[np.float32] = np.zeros((len(distinct), self._dimensions), np.float32)
        for batch in _of_equal_length(windows):
            means = self._means(np.array([ids for _, ids in batch], np.int64))
            # A text's windows are added by length, then in the order of the text, whatever else is encoded.
            for (index, ids), mean in zip(batch, means, strict=True):
                sums[index] += mean * len(ids)
        lengths = np.linalg.norm(sums, axis=1, keepdims=True)
        vectors: NDArray[np.float32] = sums / np.maximum(lengths, np.finfo(np.float32).tiny)
        rows = {text: index for index, text in enumerate(distinct)}
        chosen: NDArray[np.float32] = vectors[[rows[text] for text in texts]]
        return chosen

    def _windows(self, text: str) -> Iterator[list[int]]:
        # One text at a time: encode_batch starts threads that a later fork would warn about.
        ids = self._tokenizer.encode(self._prefix + _encodable(text)).ids
        if len(ids) <= self._window:
            yield ids
            return
        first, inner, last = ids[0], ids[1:-1], ids[-1]
        step = self._window - 2
        for start in range(0, len(inner), step):
            yield [first, *inner[start : start + step], last]

    def _means(self, ids: NDArray[np.int64]) -> NDArray[np.float32]:
        feeds = {"input_ids": ids, "attention_mask": np.ones_like(ids), "token_type_ids": np.zeros_like(ids)}
        hidden = self._session.run(None, {name: feeds[name] for name in feeds if name in self._inputs})[0]
        means: NDArray[np.float32] = np.asarray(hidden, np.float32).mean(axis=1)
        means /= np.maximum(np.linalg.norm(means, axis=1, keepdims=True), np.finfo(np.float32).tiny)
        return means


def load_entailment(folder: Path, *, is_own: bool = False) -> OnnxEntailment:
    """The entailment cross-encoder in a folder: any ONNX export with model.onnx, tokenizer.json and config.json.

    config.json names the three outputs in `id2label`, in whatever order; `languages` and `max_tokens` are read where
    they stand there. The model is asked once, so that one of another kind is found here and not in a comparison. One
    that `is_own`, and did not come along, is opened in another process first, so that it cannot hold up this one.
    ModelError says which file is missing, damaged or of another kind.
    """
    read = read_folder(folder)
    if is_own and not opens_within(folder, _OPEN_S):
        raise _damaged(folder, f"it does not open within {_OPEN_S:g} seconds")
    session = open_session(read)
    explains = {each.name for each in session.get_outputs()}.issuperset({"kinds", "clash"}) and _kinds(read)
    kind = ExplainingOnnxEntailment if explains else OnnxEntailment
    model = kind(read, session, open_tokenizer(read), _label_order(read))
    model.try_out()
    return model


class _WhenAsked:
    """What config.json says of a bundled model that is not loaded yet; ModelError where it cannot be read."""

    def __init__(self, folder: Path) -> None:
        _refuse_if_incomplete(folder)
        config = _config(folder)
        self.name = str(config.get("name") or folder.name)
        self.sha256 = str(config.get("sha256", ""))
        self._languages = frozenset(config.get("languages", ()))
        self._folder = folder

    def covers(self, language: str) -> bool:
        """Whether it can read this language (ISO 639-1)."""
        return language in self._languages


class EncoderWhenAsked(_WhenAsked):
    """A bundled encoder that is loaded at the first question, where ModelError says if files are damaged."""

    _encoder: OnnxEncoder | None = None

    def encode(self, texts: Sequence[str]) -> NDArray[np.float32]:
        """Vectors of shape (len(texts), dimensions), as `OnnxEncoder` gives them."""
        if self._encoder is None:
            self._encoder = load_encoder(self._folder)
        return self._encoder.encode(texts)


class EntailmentWhenAsked(_WhenAsked):
    """A bundled entailment model that is loaded at the first question, where ModelError says if files are damaged."""

    _model: OnnxEntailment | None = None

    def judge(self, pairs: Sequence[tuple[str, str]]) -> NDArray[np.float32]:
        """Probabilities of shape (len(pairs), 3), as `OnnxEntailment` gives them."""
        if self._model is None:
            self._model = load_entailment(self._folder)
        return self._model.judge(pairs)


class OnnxEntailment:
    """Probabilities of entailment, neutral and contradiction for pairs of a premise and a hypothesis.

    As with vectors, a batch holds pairs of the same number of tokens alone, so that nothing is padded.
    """

    def __init__(
        self,
        folder: ModelFolder,
        session: onnxruntime.InferenceSession,
        tokenizer: tokenizers.Tokenizer,
        order: tuple[int, int, int],
    ) -> None:
        self.name = folder.name
        self.sha256 = folder.sha256
        self._path = folder.path
        self._session = session
        self._tokenizer = tokenizer
        self._order = list(order)
        self._languages = _languages(folder)
        self._longest = _max_tokens(folder)
        self._inputs = {each.name: _INTEGERS.get(each.type, np.int64) for each in session.get_inputs()}
        outputs = [each.name for each in session.get_outputs()]
        self._output = "logits" if "logits" in outputs else outputs[0]

    def covers(self, language: str) -> bool:
        """Whether it can read this language (ISO 639-1)."""
        return "*" in self._languages or language in self._languages

    def judge(self, pairs: Sequence[tuple[str, str]]) -> NDArray[np.float32]:
        """Probabilities of shape (len(pairs), 3): entailment, neutral, contradiction; each row sums to 1."""
        distinct = list(dict.fromkeys(pairs))
        read = [(index, *self._ids(*pair)) for index, pair in enumerate(distinct)]
        found: NDArray[np.float32] = np.zeros((len(distinct), 3), np.float32)
        for batch in _of_equal_size(read):
            logits = self._logits(batch)[:, self._order]
            powers = np.exp(logits - logits.max(axis=1, keepdims=True))
            found[[index for index, *_ in batch]] = powers / powers.sum(axis=1, keepdims=True)
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
        logits = self._logits([(0, ids, types), (1, [*ids[:-1], last], types)], _TRY_OUT_S)
        if logits.shape != (2, 3):
            raise _no_entailment(
                self._path, f"it answers two pairs with figures of shape {logits.shape}, and (2, 3) are wanted"
            )

    def _ids(self, premise: str, hypothesis: str) -> tuple[list[int], list[int]]:
        encoding = self._encoded(premise, hypothesis)
        return encoding.ids, encoding.type_ids

    def _encoded(self, premise: str, hypothesis: str) -> tokenizers.Encoding:
        self._tokenizer.enable_truncation(self._longest)
        with _AnswersOfTokenizers(self._path):
            return self._tokenizer.encode(_encodable(premise), _encodable(hypothesis))

    def _logits(
        self, batch: list[tuple[int, list[int], list[int]]], seconds: float | None = None
    ) -> NDArray[np.float32]:
        return self._run(batch, [self._output], seconds)[0]

    def _run(
        self,
        batch: list[tuple[int, list[int], list[int]]],
        outputs: Sequence[str],
        seconds: float | None = None,
    ) -> list[NDArray[np.float32]]:
        ids = np.array([each[1] for each in batch], np.int64)
        types = np.array([each[2] for each in batch], np.int64)
        feeds = {"input_ids": ids, "attention_mask": np.ones_like(ids), "token_type_ids": types}
        asked = {name: feeds[name].astype(kind) for name, kind in self._inputs.items()}
        try:
            told = _answered(self._session, list(outputs), asked, seconds)
        except TimeoutError as error:
            raise _damaged(self._path, f"it does not answer within {seconds:g} seconds") from error
        except _runtime_errors() as error:
            raise ModelError(
                "model.refuses",
                f"{self._path}: the model cannot read what tokenizer.json makes of a sentence; are both of the same "
                f"model? ({str(error).splitlines()[0]})",
                path=str(self._path),
            ) from error
        if not all(isinstance(each, np.ndarray) and np.issubdtype(each.dtype, np.floating) for each in told):
            raise _damaged(self._path, "its answers are no numbers")
        if not all(np.isfinite(each).all() for each in told):
            raise _damaged(self._path, "its answers are no numbers")
        return [np.asarray(each, np.float32) for each in told]


class ExplainingOnnxEntailment(OnnxEntailment):
    """An entailment model with two heads more: `kinds` (batch, kinds) and `clash` (batch, tokens), both as logits."""

    def __init__(
        self,
        folder: ModelFolder,
        session: onnxruntime.InferenceSession,
        tokenizer: tokenizers.Tokenizer,
        order: tuple[int, int, int],
    ) -> None:
        super().__init__(folder, session, tokenizer, order)
        self._kinds = _kinds(folder)

    def try_out(self) -> None:
        """As for any entailment model, and ask the two other heads; ModelError where they answer in another shape."""
        super().try_out()
        ids, types = self._ids("It is so.", "It is not so.")
        kinds, clash = self._run([(0, ids, types)], ["kinds", "clash"], _TRY_OUT_S)
        found, wanted = (kinds.shape, clash.shape), ((1, len(self._kinds)), (1, len(ids)))
        if found != wanted:
            raise _no_entailment(
                self._path, f"kinds and clash answer with figures of shape {found}, and {wanted} are wanted"
            )

    def explain(self, pairs: Sequence[tuple[str, str]]) -> list[Clash]:
        """For each pair its likeliest kinds of contradiction and how likely each piece of a word clashes."""
        found = []
        for premise, hypothesis in pairs:
            encoding = self._encoded(premise, hypothesis)
            kinds, clash = self._run([(0, encoding.ids, encoding.type_ids)], ["kinds", "clash"])
            powers = np.exp(kinds[0] - kinds[0].max())
            chances = 1 / (1 + np.exp(-clash[0]))
            sides: tuple[list[tuple[int, int, float]], ...] = ([], [])
            for place, side in enumerate(encoding.sequence_ids):
                if side is not None:
                    start, end = encoding.offsets[place]
                    sides[side].append((start, end, round(float(chances[place]), 4)))
            shares = (powers / powers.sum()).tolist()
            named = {name: round(share, 4) for name, share in zip(self._kinds, shares, strict=True)}
            found.append(Clash(named, tuple(sides[0]), tuple(sides[1])))
        return found


def _kinds(folder: ModelFolder) -> tuple[str, ...]:
    """The names that config.json gives to the outputs of the head for kinds; none where it gives no list of names."""
    named = folder.config.get("kinds", [])
    return tuple(named) if isinstance(named, list) and all(isinstance(each, str) for each in named) else ()


def _answered(
    session: onnxruntime.InferenceSession, outputs: list[str], feeds: dict[str, NDArray[Any]], seconds: float | None
) -> list[Any]:
    """What a session answers. It runs beside this thread, which can so be interrupted: a model may loop without end.

    TimeoutError where there is no answer within that many seconds.
    """
    import onnxruntime

    options = onnxruntime.RunOptions()
    options.log_severity_level = 4  # what fails is raised, and told once
    told: list[list[Any]] = []
    failed: list[Exception] = []
    done = threading.Event()

    def run() -> None:
        try:
            told.append(session.run(outputs, feeds, options))
        except Exception as error:  # noqa: BLE001 - raised again by the thread that asked
            failed.append(error)
        finally:
            done.set()

    threading.Thread(target=run, daemon=True, name="model").start()
    deadline = None if seconds is None else time.monotonic() + seconds
    try:
        while not done.wait(_TICK_S):  # short waits, since Windows lets nothing interrupt a long one
            if deadline is not None and time.monotonic() > deadline:
                raise TimeoutError
    finally:
        if not done.is_set():
            options.terminate = True  # looked at between two steps of a model, those of a loop included
            done.wait(_GRACE_S)
    if failed:
        raise failed[0]
    return told[0]


def _languages(folder: ModelFolder) -> frozenset[str]:
    named = folder.config.get("languages", ["*"])
    if not isinstance(named, list) or not all(isinstance(code, str) for code in named):
        raise _damaged(folder.path, 'languages in config.json is no list of codes such as ["en"]')
    return frozenset(named)


def _max_tokens(folder: ModelFolder) -> int:
    longest = folder.config.get("max_tokens", 128)
    if not isinstance(longest, int) or isinstance(longest, bool) or longest < _FEWEST_TOKENS:
        raise _damaged(folder.path, f"max_tokens in config.json is no number from {_FEWEST_TOKENS} on")
    if longest > _MOST_TOKENS:
        raise _damaged(folder.path, f"max_tokens in config.json is more than {_MOST_TOKENS:,}")
    return longest


def _encodable(text: str) -> str:
    """The text with half characters, which no encoding can hold, as question marks."""
    return text.encode("utf-8", "replace").decode("utf-8")


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
        for start in range(0, len(members), _BATCH):
            yield members[start : start + _BATCH]


def _of_equal_length(windows: list[tuple[int, list[int]]]) -> Iterator[list[tuple[int, list[int]]]]:
    batch: list[tuple[int, list[int]]] = []
    for window in sorted(windows, key=lambda each: (len(each[1]), each[0])):
        if batch and (len(batch) == _BATCH or len(batch[0][1]) != len(window[1])):
            yield batch
            batch = []
        batch.append(window)
    if batch:
        yield batch


def _damaged(folder: Path, why: str) -> ModelError:
    return ModelError("model.damaged", f"{folder}: the model cannot be used: {why}", path=str(folder), why=why)
