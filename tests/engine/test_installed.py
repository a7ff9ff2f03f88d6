"""Versions of packages, as a signature tells them."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from importlib.metadata import version
from pathlib import Path

import pytest

from statement_compare.engine import installed
from statement_compare.engine.signature import LIBRARIES


@pytest.fixture(autouse=True)
def _anew() -> Iterator[None]:
    installed.installed_version.cache_clear()
    yield
    installed.installed_version.cache_clear()


@pytest.mark.parametrize("package", [*LIBRARIES, "PySide6_Essentials"])
def test_a_version_is_the_one_that_python_finds(package: str) -> None:
    assert installed.installed_version(package) == version(package)


def test_a_package_that_is_not_there_has_an_unknown_version() -> None:
    assert installed.installed_version("no-such-package-anywhere") == "unknown"


@pytest.mark.parametrize("note", ["", "Metadata-Version: 2.4\nName: ferry-lamp\n"])
def test_the_first_folder_that_has_a_package_says_its_version(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, note: str
) -> None:
    for number in (2, 1):
        folder = tmp_path / str(number) / f"Ferry_Lamp-{number}.0.dist-info"
        folder.mkdir(parents=True)
        (folder / "METADATA").write_text(f"Name: Ferry.Lamp\nVersion: {number}.0\n\nVersion: 9\n", encoding="utf-8")
        monkeypatch.syspath_prepend(str(tmp_path / str(number)))
    assert sys.path[0].endswith("1")
    assert installed.installed_version("ferry-lamp") == "1.0"
    installed.installed_version.cache_clear()
    (tmp_path / "1" / "Ferry_Lamp-1.0.dist-info" / "METADATA").write_text(note, encoding="utf-8")
    assert installed.installed_version("ferry-lamp") == "unknown"
