"""The worker's real work with tiny models in place of the ones that come along; a module, as it is spawned."""

from __future__ import annotations

from pathlib import Path

from tiny_model import write_model

from statement_compare import bundled
from statement_compare.ui.worker import Perform, engine

PLACE = bundled.path


def path_in(folder: str, *parts: str) -> Path:
    """As `bundled.path`, with the entailment models in `folder`."""
    return Path(folder) / parts[-1] if parts[-1].startswith("entail-") else PLACE(*parts)


def write_both(folder: Path) -> None:
    """A fast model that takes "never" for a contradiction, and a thorough one that takes it for neutral."""
    write_model(folder / "entail-fast", {"never": (0.0, 0.0, 99.0)}, name="tiny fast")
    write_model(folder / "entail-thorough", {"never": (0.0, 99.0, 0.0)}, name="tiny thorough")


def prepare(folder: str) -> Perform:
    bundled.path = lambda *parts: path_in(folder, *parts)
    return engine()
