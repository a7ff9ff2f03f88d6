"""What is in the wheel: the program works from it alone, with all that it ships and nothing else."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import tomllib
import zipfile
from pathlib import Path

import pytest

from statement_compare import bundled

ROOT = Path(__file__).resolve().parent.parent
SCRIPTS = [
    *("Makefile", ".ci/run", "scripts/setup.sh", "scripts/compiled.sh", "scripts/lint.sh", "scripts/test.sh"),
    "scripts/bench.sh",
]
SCRIPTS += ["scripts/uv.sh", "scripts/lock.sh", "scripts/lowest.sh", "scripts/mutants.sh"]
SCRIPTS += ["scripts/package.sh", "scripts/deb.sh", "scripts/wheel_check.sh"]


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("wheel")
    done = subprocess.run(
        [sys.executable, "-m", "hatchling", "build", "-t", "wheel", "-d", str(folder)],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    (made,) = folder.glob("*.whl")
    return made


def test_the_wheel_holds_every_resource(wheel: Path) -> None:
    names = set(zipfile.ZipFile(wheel).namelist())
    shipped = {
        f"statement_compare/resources/{path.relative_to(ROOT / 'resources').as_posix()}"
        for path in (ROOT / "resources").rglob("*")
        if path.is_file()
    }
    assert shipped <= names
    for part in (
        "lexicon/wordnet30_antonyms.tsv",
        "models/minilm/model.onnx",
        "report/report.css",
        "samples/ministry.txt",
    ):
        assert f"statement_compare/resources/{part}" in names
    assert "statement_compare/py.typed" in names


def test_the_wheel_holds_licences_and_no_tests(wheel: Path) -> None:
    names = zipfile.ZipFile(wheel).namelist()
    for name in ("LICENSE", "NOTICE"):
        assert any(path.endswith(f".dist-info/licenses/{name}") for path in names)
    assert {path.split("/")[0].split("-")[0] for path in names} == {"statement_compare"}


def test_the_wheel_starts_the_command(wheel: Path) -> None:
    archive = zipfile.ZipFile(wheel)
    (entry,) = [name for name in archive.namelist() if name.endswith("entry_points.txt")]
    assert "statement-compare = statement_compare.__main__:main" in archive.read(entry).decode()


def test_the_program_works_from_the_wheel_alone(wheel: Path, tmp_path: Path) -> None:
    zipfile.ZipFile(wheel).extractall(tmp_path / "installed")
    installed = tmp_path / "installed"
    samples = installed / "statement_compare" / "resources" / "samples"
    code = (
        "import sys, statement_compare; from statement_compare.__main__ import main\n"
        "assert statement_compare.__file__.startswith(sys.argv[1]), statement_compare.__file__\n"
        "sys.exit(main(sys.argv[2:]))"
    )
    report = tmp_path / "report.json"
    arguments = ["compare", str(samples / "ministry.txt"), str(samples / "company.txt"), "-o", str(report)]
    done = subprocess.run(
        [sys.executable, "-c", code, str(installed), *arguments],
        cwd=tmp_path,
        env={**os.environ, "PYTHONPATH": str(installed)},
        capture_output=True,
        text=True,
        check=False,
    )
    assert (done.returncode, done.stderr) == (0, "")
    assert json.loads(report.read_text(encoding="utf-8"))["links"]


def test_a_checkout_finds_its_resources() -> None:
    assert bundled.path("samples", "ministry.txt").is_file()


def test_the_scripts_are_well_formed() -> None:
    for name in SCRIPTS[1:]:
        shell = "bash" if name == ".ci/run" else "sh"
        done = subprocess.run([shell, "-n", str(ROOT / name)], capture_output=True, text=True, check=False)
        assert (done.returncode, done.stderr) == (0, ""), name
    assert os.access(ROOT / ".ci" / "run", os.X_OK)


def take_set_up(folder: Path) -> None:
    """Its two scripts, for an environment in which it knows neither Qt's libraries nor tools of tests to be wanting."""
    (folder / "scripts").mkdir()
    for name in ("setup.sh", "uv.sh"):
        (folder / "scripts" / name).write_bytes((ROOT / "scripts" / name).read_bytes())
    (folder / ".venv").mkdir()
    (folder / ".venv" / ".looked-for-test-tools").touch()


@pytest.mark.skipif(os.name == "nt", reason="the script is for shells")
def test_setting_up_asks_pip_only_when_the_packages_change(tmp_path: Path) -> None:
    take_set_up(tmp_path)
    project = tmp_path / "pyproject.toml"
    project.write_text('[project]\ndependencies = ["one"]\n\n[tool.ruff]\nline-length = 100\n', encoding="utf-8")
    python = tmp_path / ".venv" / "bin" / "python"
    python.parent.mkdir()
    python.write_text('#!/bin/sh\necho "$@" >>asked\n', encoding="utf-8")  # all that it is asked for is there
    python.chmod(0o755)
    (tmp_path / ".venv" / ".place").write_text(f"{tmp_path.resolve()}\n", encoding="utf-8")
    surroundings = {key: value for key, value in os.environ.items() if key not in ("DISPLAY", "WAYLAND_DISPLAY")}

    def installs_at(kind: str, **display: str) -> list[str]:
        (tmp_path / "asked").write_text("", encoding="utf-8")
        done = subprocess.run(
            ["sh", "scripts/setup.sh", kind],
            cwd=tmp_path.resolve(),
            env=surroundings | display,
            capture_output=True,
            text=True,
            check=False,
        )
        assert done.returncode == 0, done.stderr
        asked = (tmp_path / "asked").read_text(encoding="utf-8").splitlines()
        return [line.split()[-1] for line in asked if "pip install" in line and ".axe" not in line]

    assert installs_at("run") == ["."]
    assert installs_at("run") == []
    assert installs_at("run", DISPLAY=":0") == []
    assert installs_at("run", WAYLAND_DISPLAY="wayland-0") == []
    assert installs_at("run") == []
    project.write_text(project.read_text(encoding="utf-8").replace("100", "120"), encoding="utf-8")
    assert installs_at("run") == []
    project.write_text(project.read_text(encoding="utf-8").replace('"one"', '"one", "two"'), encoding="utf-8")
    assert installs_at("dev") == [".[dev]"]
    assert installs_at("run", DISPLAY=":0") == []


@pytest.mark.skipif(os.name == "nt", reason="the script is for shells")
def test_the_program_is_compiled_before_it_runs_where_a_module_is_newer(tmp_path: Path) -> None:
    for folder in ("scripts", ".venv", "statement_compare"):
        (tmp_path / folder).mkdir()
    (tmp_path / "scripts" / "compiled.sh").write_bytes((ROOT / "scripts" / "compiled.sh").read_bytes())
    module = tmp_path / "statement_compare" / "one.py"
    module.write_text("ONE = 1\n", encoding="utf-8")

    def compiled() -> list[str]:
        """The files of bytecode after a run, each taken away again."""
        subprocess.run(
            ["sh", "scripts/compiled.sh", sys.executable],
            cwd=tmp_path,
            env={**os.environ, "PYTHONDONTWRITEBYTECODE": "1"},
            check=True,
        )
        found = sorted(tmp_path.rglob("*.pyc"))
        for path in found:
            path.unlink()
        return [path.name.split(".")[0] for path in found]

    assert compiled() == ["one"]
    os.utime(module, (1, 1))
    assert compiled() == []
    os.utime(module)
    os.utime(tmp_path / ".venv" / ".compiled", (1, 1))
    assert compiled() == ["one"]
    module.write_text("ONE =\n", encoding="utf-8")
    os.utime(tmp_path / ".venv" / ".compiled", (1, 1))
    assert compiled() == []


def test_ci_runs_what_a_person_runs() -> None:
    commands = [
        line for line in (ROOT / ".ci" / "run").read_text(encoding="utf-8").splitlines() if not line.startswith("#")
    ]
    assert commands[-2:] == [
        "make --jobs=2 --output-sync=line test PACKAGE=yes < /dev/null",
        "exec make test-lowest < /dev/null",
    ]
    assert "\ntest: lint unit\n" in (ROOT / "Makefile").read_text(encoding="utf-8")


def test_every_library_has_a_lower_bound() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    for requirement in [*project["dependencies"], *project["optional-dependencies"]["dev"]]:
        assert ">=" in requirement, requirement


def test_the_lock_file_pins_every_library_and_names_no_place() -> None:
    pins = (ROOT / "requirements.lock").read_text(encoding="utf-8")
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    pinned = {line.split("==")[0].lower() for line in pins.splitlines() if "==" in line}
    for requirement in [*project["dependencies"], *project["optional-dependencies"]["dev"]]:
        assert requirement.split(">=")[0].lower() in pinned, requirement
    for line in pins.splitlines():
        assert line.startswith("#") or "==" in line, line
    assert "://" not in pins
    assert "--" not in pins


@pytest.mark.skipif(os.name == "nt", reason="the script is for shells")
def test_setting_up_installs_the_pinned_versions_again_when_they_change(tmp_path: Path) -> None:
    take_set_up(tmp_path)
    (tmp_path / "pyproject.toml").write_text('[project]\ndependencies = ["one"]\n', encoding="utf-8")
    python = tmp_path / ".venv" / "bin" / "python"
    python.parent.mkdir()
    python.write_text('#!/bin/sh\necho "$@" >>asked\n', encoding="utf-8")
    python.chmod(0o755)
    (tmp_path / ".venv" / ".place").write_text(f"{tmp_path.resolve()}\n", encoding="utf-8")

    def asks_with(lock: str) -> list[str]:
        (tmp_path / "requirements.lock").write_text(lock, encoding="utf-8")
        (tmp_path / "asked").write_text("", encoding="utf-8")
        subprocess.run(["sh", "scripts/setup.sh", "dev"], cwd=tmp_path.resolve(), check=True, capture_output=True)
        asked = (tmp_path / "asked").read_text(encoding="utf-8").splitlines()
        return [line for line in asked if "pip install" in line]

    install = "-m uv pip install --quiet --python .venv/bin/python --constraint requirements.lock --editable .[dev]"
    axe = "-m pip install --quiet --disable-pip-version-check --no-input --no-deps --target .venv/.axe"
    assert asks_with("one==1.0\n") == [install, f"{axe} axe-playwright-python==0.1.8"]
    (tmp_path / ".venv" / ".axe").mkdir()
    assert asks_with("one==1.0\n") == []
    assert asks_with("one==1.1\n") == [install]
    # Without uv it is pip that is asked.
    python.write_text('#!/bin/sh\necho "$@" >>asked\ncase "$*" in *uv*) exit 1 ;; esac\n', encoding="utf-8")
    (told,) = [line for line in asks_with("one==1.2\n") if "--editable" in line]
    assert told.startswith("-m pip install")
    assert told.endswith("--constraint requirements.lock --editable .[dev]")


def test_every_shipped_model_has_a_licence_and_is_named_in_the_notice() -> None:
    notice = (ROOT / "NOTICE").read_text(encoding="utf-8")
    for folder in sorted(path for path in (ROOT / "resources" / "models").iterdir() if path.is_dir()):
        assert (folder / "LICENSE").is_file(), folder.name
        assert (folder / "MODEL_CARD.md").is_file(), folder.name
        assert f"resources/models/{folder.name}/" in notice
