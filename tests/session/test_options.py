from __future__ import annotations

import json
import os
import subprocess
import sys
from dataclasses import fields, replace
from pathlib import Path

import pytest

from statement_compare.engine.model import Preset
from statement_compare.session.options import DEFAULTS, Settings, change, load, save, schema


def test_every_setting_has_a_line_of_help_and_a_default_that_it_accepts(tmp_path: Path) -> None:
    assert [line.key for line in schema()] == [field.name for field in fields(Settings)]
    for line in schema():
        assert line.help.endswith(".")
        path = tmp_path / f"{line.key}.json"
        value = dict(line.default) if line.kind == "table" else line.default  # type: ignore[call-overload]
        path.write_text(json.dumps({line.key: value}), encoding="utf-8")
        assert load(path).refused == ()


def test_no_file_gives_the_defaults(tmp_path: Path) -> None:
    loaded = load(tmp_path / "settings.json")
    assert loaded.settings == DEFAULTS
    assert loaded.kept_copy is None


def test_settings_come_back_as_they_were_saved(tmp_path: Path) -> None:
    path = tmp_path / "folder" / "settings.json"
    settings = replace(
        DEFAULTS,
        theme="dark",
        zoom_percent=150,
        preset=Preset.STRICT,
        model="fast",
        shortcuts=(("next", "Alt+Down; F8"), ("swap", "")),
        colours=(("contradiction_ink", "#112233"),),
    )
    save(settings, path)
    assert load(path).settings == settings


def test_only_what_differs_from_the_defaults_is_written(tmp_path: Path) -> None:
    path = tmp_path / "settings.json"
    save(replace(DEFAULTS, zoom_percent=120), path)
    assert json.loads(path.read_text(encoding="utf-8")) == {"zoom_percent": 120}


def test_a_damaged_file_is_kept_aside_and_the_defaults_hold(tmp_path: Path) -> None:
    path = tmp_path / "settings.json"
    path.write_text("{ not json", encoding="utf-8")
    loaded = load(path)
    assert loaded.settings == DEFAULTS
    assert loaded.kept_copy is not None
    assert loaded.kept_copy.read_text(encoding="utf-8") == "{ not json"
    assert not path.exists()


@pytest.mark.parametrize("content", [b"[1, 2]", b"\xff\xfe\x00", b"null", b""])
def test_a_file_that_holds_something_else_is_kept_aside_too(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "settings.json"
    path.write_bytes(content)
    loaded = load(path)
    assert loaded.settings == DEFAULTS
    assert loaded.kept_copy is not None
    assert loaded.kept_copy.read_bytes() == content


def test_a_second_damaged_file_does_not_replace_the_first_copy(tmp_path: Path) -> None:
    path = tmp_path / "settings.json"
    copies = []
    for content in ("{1", "{2"):
        path.write_text(content, encoding="utf-8")
        copies.append(load(path).kept_copy)
    assert [copy.read_text(encoding="utf-8") for copy in copies if copy] == ["{1", "{2"]


@pytest.mark.parametrize(
    ("key", "value"),
    [
        ("zoom_percent", 10_000),
        ("zoom_percent", "100"),
        ("zoom_percent", True),
        ("theme", "pink"),
        ("use_model", 1),
        ("model", True),
        ("model", ""),
        ("model", "quick"),
        ("model", "a/folder"),
        ("shortcuts", {"next": 3}),
        ("geometry", 5),
    ],
)
def test_one_value_that_makes_no_sense_leaves_the_others_alone(tmp_path: Path, key: str, value: object) -> None:
    path = tmp_path / "settings.json"
    path.write_text(json.dumps({key: value, "scroll_locked": False}), encoding="utf-8")
    loaded = load(path)
    assert loaded.refused == (key,)
    assert loaded.settings == replace(DEFAULTS, scroll_locked=False)


def test_keys_of_a_newer_version_survive_saving(tmp_path: Path) -> None:
    path = tmp_path / "settings.json"
    path.write_text(json.dumps({"from_the_future": [1], "zoom_percent": 90}), encoding="utf-8")
    save(replace(load(path).settings, zoom_percent=110), path)
    assert json.loads(path.read_text(encoding="utf-8")) == {"from_the_future": [1], "zoom_percent": 110}


def test_saving_leaves_no_other_file_behind(tmp_path: Path) -> None:
    save(replace(DEFAULTS, zoom_percent=120), tmp_path / "settings.json")
    assert [path.name for path in tmp_path.iterdir()] == ["settings.json"]


@pytest.mark.parametrize(
    ("content", "model"),
    [
        ({"use_model": False}, "none"),
        ({"use_model": True}, "thorough"),
        ({"use_model": False, "model": "fast"}, "fast"),
        ({"model": "none"}, "none"),
        ({"model": "/models/mine"}, "/models/mine"),
    ],
)
def test_the_switch_of_an_earlier_version_still_turns_the_models_off(
    tmp_path: Path, content: dict[str, object], model: str
) -> None:
    path = tmp_path / "settings.json"
    path.write_text(json.dumps(content), encoding="utf-8")
    loaded = load(path)
    assert (loaded.settings, loaded.refused) == (replace(DEFAULTS, model=model), ())
    save(replace(loaded.settings, model="thorough"), path)
    assert json.loads(path.read_text(encoding="utf-8")) == {}
    assert load(path).settings == DEFAULTS


@pytest.mark.parametrize("content", ["[" * 200_000, '{"theme": ' * 100_000, "7"])
def test_settings_nested_without_end_or_damaged_are_kept_aside_or_told(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, content: str
) -> None:
    path = tmp_path / "settings.json"
    path.write_text(content, encoding="utf-8")
    with monkeypatch.context() as patch:
        patch.setattr(Path, "replace", read_only)
        loaded = load(path)
        assert (loaded.settings, loaded.kept_copy, loaded.refused) == (DEFAULTS, None, ("settings.json",))
    assert load(path).kept_copy == tmp_path / "settings.json.damaged-1"


def read_only(*_: object) -> None:
    raise OSError(30, "Read-only file system")


def test_a_folder_whose_name_is_no_utf_8_comes_back(tmp_path: Path) -> None:
    path = tmp_path / "settings.json"
    chosen = replace(DEFAULTS, open_folder=os.fsdecode(b"/caf\xe9"))
    save(chosen, path)
    assert load(path).settings == chosen


def test_two_programs_keep_each_others_changes(tmp_path: Path) -> None:
    path = tmp_path / "settings.json"
    change(DEFAULTS, replace(DEFAULTS, theme="dark"), DEFAULTS, path)
    now = change(DEFAULTS, replace(DEFAULTS, reviewer="Ada"), DEFAULTS, path)
    assert now == load(path).settings == replace(DEFAULTS, theme="dark", reviewer="Ada")


def test_each_row_of_a_table_is_changed_by_itself(tmp_path: Path) -> None:
    path = tmp_path / "settings.json"
    both = replace(DEFAULTS, filters=(("a", "1"), ("b", "2")))
    save(both, path)
    change(both, replace(both, filters=(("a", "1"), ("b", "2"), ("c", "3"))), both, path)
    now = change(both, replace(both, filters=(("a", "9"),)), both, path)
    assert now.filters == load(path).settings.filters == (("a", "9"), ("c", "3"))


def test_a_file_that_is_gone_or_damaged_takes_nothing_away_from_a_window_that_is_open(tmp_path: Path) -> None:
    path = tmp_path / "settings.json"
    held = replace(DEFAULTS, reviewer="Ada")
    assert change(held, replace(held, theme="dark"), held, path) == replace(held, theme="dark")
    path.write_text("[[[", encoding="utf-8")
    assert change(held, replace(held, theme="dark"), held, path) == replace(held, theme="dark")
    assert load(path).settings == replace(held, theme="dark")


def test_programs_that_change_settings_at_the_same_time_lose_nothing(tmp_path: Path) -> None:
    path = tmp_path / "settings.json"
    script = (
        "import sys\n"
        "from dataclasses import replace\n"
        "from pathlib import Path\n"
        "from statement_compare.session.options import DEFAULTS, change\n"
        "held = DEFAULTS\n"
        "for number in range(20):\n"
        "    after = replace(held, filters=(*held.filters, (f'{sys.argv[2]}{number:02}', '{}')))\n"
        "    held = change(held, after, held, Path(sys.argv[1]))\n"
    )
    root = Path(__file__).resolve().parent.parent.parent
    children = [subprocess.Popen([sys.executable, "-c", script, str(path), who], cwd=root) for who in "ab"]
    assert [child.wait(60) for child in children] == [0, 0]
    assert [name for name, _ in load(path).settings.filters] == [f"{who}{n:02}" for who in "ab" for n in range(20)]
