"""What a model's folder holds (model.onnx, tokenizer.json, config.json): read and checked, nothing of it loaded."""

from __future__ import annotations

import hashlib
import json
import mmap
import os
import stat
import threading
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any, BinaryIO, Protocol

from statement_compare.errors import ModelError

# What the files of a model may hold: a folder may be anybody's. No model.onnx can hold more than two gigabytes, where
# its format ends; larger models put their weights beside it.
_MOST_BYTES = {"model.onnx": 2_147_483_647, "tokenizer.json": 100_000_000, "config.json": 1_000_000}
_MOST_WEIGHT_BYTES = 4_294_967_296
_HELD_BYTES = 200_000_000
"""Up to this size what was checked of a person's own model is what is opened, and stays in memory as onnxruntime keeps
it; a larger file is opened by its path."""
_PIECE_BYTES = 1 << 20


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
    refuse_if_incomplete(folder)
    config = read_config(folder)
    digest = hashlib.sha256()
    model = _digested(folder, "model.onnx", _MOST_BYTES["model.onnx"], digest, is_held=True)
    weights = _weights(folder, config)
    left = _MOST_WEIGHT_BYTES
    for name in weights:
        _digested(folder, name, left, digest)
        left -= (folder / name).stat().st_size
    _refuse_others(folder, config, digest.hexdigest())
    return ModelFolder(folder, config, model, digest.hexdigest(), weights)


class Checking:
    """A model that comes along, whose files are compared with config.json by a thread, in steps that are no Python.

    So what holds the interpreter meanwhile, as onnxruntime does while it opens a model, does not hold up this. It lies
    where nobody but the installation writes: its files are not cut while they are mapped. `named` is the model as
    config.json tells of it, and may be used once `end` has said that it is the one.
    """

    def __init__(self, folder: Path) -> None:
        refuse_if_incomplete(folder)
        config = read_config(folder)
        weights = _weights(folder, config)
        self.named = ModelFolder(folder, config, b"", str(config.get("sha256", "")), weights)
        self._files = [_mapped(folder, "model.onnx", _MOST_BYTES["model.onnx"])]
        self._files += [_mapped(folder, name, _MOST_WEIGHT_BYTES) for name in weights]
        self._digest = hashlib.sha256()
        self._thread = threading.Thread(target=self._go_through, name="check")
        self._thread.start()

    def _go_through(self) -> None:
        for file in self._files:
            self._digest.update(file)

    def end(self) -> ModelFolder:
        """Wait until all files are gone through; ModelError where they are not those that config.json was made for."""
        self._thread.join()
        for file in self._files:
            file.close()
        found = self._digest.hexdigest()
        _refuse_others(self.named.path, self.named.config, found)
        return replace(self.named, sha256=found)


def _mapped(folder: Path, name: str, most: int) -> mmap.mmap:
    try:
        with _ordinary(folder, name, most) as file:
            return mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ)
    except (OSError, ValueError) as error:
        raise damaged(folder, f"{name}: {getattr(error, 'strerror', None) or error}") from error


def _refuse_others(folder: Path, config: dict[str, Any], digest: str) -> None:
    if config.get("sha256", digest) != digest:
        raise damaged(folder, "model.onnx is not the file that config.json names")


def _digested(folder: Path, name: str, most: int, digest: Digest, *, is_held: bool = False) -> bytes:
    """Add a file to the digest; returns what it holds, b"" where that is not wanted, or too much to hold at once."""
    try:
        with _ordinary(folder, name, most) as file:
            size = os.fstat(file.fileno()).st_size
            if is_held and size <= _HELD_BYTES:
                held = file.read(most)
                digest.update(held)
                return held
            while piece := file.read(_PIECE_BYTES):
                digest.update(piece)
            return b""
    except (OSError, ValueError) as error:
        raise damaged(folder, f"{name}: {getattr(error, 'strerror', None) or error}") from error


def _ordinary(folder: Path, name: str, most: int) -> BinaryIO:
    """A file of a model's folder, open to be read; ModelError where it is none, or larger than a model's may be."""
    path = folder / name
    status = path.stat()
    if not stat.S_ISREG(status.st_mode):
        raise damaged(folder, f"{name} is no ordinary file")
    if status.st_size > most:
        raise damaged(folder, f"{name} is larger than {_size(most)}")
    file = path.open("rb")
    if name == "model.onnx" and file.read(1) == b"\0":  # the tag of a field, and there is no field 0
        file.close()
        raise damaged(folder, f"{name} holds no ONNX model")
    file.seek(0)
    return file


def _size(count: int) -> str:
    return f"{count / 1e9:.1f} GB" if count >= 1_000_000_000 else f"{count // 1_000_000} MB"


def json_text(folder: Path, name: str) -> str:
    """What one of the two JSON files of a folder holds."""
    with _ordinary(folder, name, _MOST_BYTES[name]) as file:
        return file.read().decode("utf-8")


def refuse_if_incomplete(folder: Path) -> None:
    """ModelError where one of the three files is not there."""
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


def read_config(folder: Path) -> dict[str, Any]:
    """What config.json holds; ModelError where it is no object."""
    try:
        config = json.loads(json_text(folder, "config.json"))
    except RecursionError as error:
        raise damaged(folder, "config.json nests too deep") from error
    except (OSError, ValueError) as error:
        raise damaged(folder, f"config.json: {error}") from error
    if not isinstance(config, dict):
        raise damaged(folder, "config.json holds no object")
    return config


def _weights(folder: Path, config: dict[str, Any]) -> tuple[str, ...]:
    """The files in which a large model keeps weights beside model.onnx: they belong to it, and so to its digest.

    config.json may name them; exports of others put them beside it as model.onnx_data or model.onnx.data.
    """
    named = config.get("files")
    if named is None:
        return tuple(sorted(each.name for each in folder.glob("model.onnx?*") if each.is_file()))
    if not isinstance(named, list | dict) or not all(isinstance(name, str) for name in named):
        raise damaged(folder, "config.json lists its files in a way that is not understood")
    return tuple(sorted(Path(name).name for name in named if name != "model.onnx"))


def damaged(folder: Path, why: str) -> ModelError:
    """The error for a folder that holds all files of a model and yet none that can be used."""
    return ModelError("model.damaged", f"{folder}: the model cannot be used: {why}", path=str(folder), why=why)
