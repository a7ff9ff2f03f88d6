"""What `make package` and `make deb` put together: what is left out, how it starts, what a desktop is told of it."""

from __future__ import annotations

import configparser
import importlib
import importlib.util
import os
import shutil
import struct
import subprocess
import sys
import xml.etree.ElementTree as ET
from collections.abc import Mapping
from pathlib import Path
from types import ModuleType

import pytest
from babel import Locale, UnknownLocaleError, localedata

from statement_compare import bundled
from statement_compare.cli.languages import LANGUAGE_CODES
from statement_compare.engine.report_formats import REPORT_LANGUAGES
from statement_compare.session.store_schema import APPLICATION_ID
from statement_compare.version import VERSION

ROOT = Path(__file__).resolve().parent.parent
PACKAGING = ROOT / "packaging"
FREEDESKTOP = PACKAGING / "freedesktop"


def loaded(name: str) -> ModuleType:
    spec = importlib.util.spec_from_file_location(f"packaging_{name}", PACKAGING / f"{name}.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def calendar(code: str) -> object:
    """Names of months and weekdays as the program asks for them, None for a language that babel does not know."""
    try:
        locale = Locale.parse(code)
    except UnknownLocaleError:
        return None
    return [
        [dict(table[context][width].items()) for context in ("format", "stand-alone")]
        for table in (locale.months, locale.days)
        for width in ("wide", "abbreviated")
    ]


def test_cut_locales_know_months_and_weekdays_of_every_language(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    usual = Path(localedata._dirname)
    whole = {code: calendar(code) for code in LANGUAGE_CODES}
    entries = [(f"babel/locale-data/{path.name}", str(path), "DATA") for path in usual.glob("*.dat")]
    kept = loaded("left_out").short_locales([*entries, ("babel/global.dat", "x", "DATA")], LANGUAGE_CODES, tmp_path)
    assert ("babel/global.dat", "x", "DATA") in kept
    assert sum(path.stat().st_size for path in tmp_path.iterdir()) < 5_000_000
    assert {Path(place).name for place, _, _ in kept} - {"global.dat"} == {path.name for path in tmp_path.iterdir()}
    monkeypatch.setattr(localedata, "_dirname", str(tmp_path))
    monkeypatch.setattr(localedata, "_cache", {})
    monkeypatch.setattr(localedata, "locale_identifiers", lambda: [path.stem for path in tmp_path.iterdir()])
    assert {code: calendar(code) for code in LANGUAGE_CODES} == whole
    assert sum(names is not None for names in whole.values()) > 150


def test_a_library_stays_that_something_kept_is_linked_with() -> None:
    linked = {"/l/QtGui.so": ["libQt6Gui.so.6"], "/l/libQt6Gui.so.6": [("libicu.so", "/l/libicu.so")]}
    linked |= {"/l/libqxcb.so": ["libxcb.so"], "/l/libqgtk3.so": ["libgtk.so"], "/l/_hashlib.so": ["libcrypto.so.3"]}
    entries = [
        ("PySide6/QtGui.so", "/l/QtGui.so", "EXTENSION"),
        ("PySide6/Qt/lib/libQt6Gui.so.6", "/l/libQt6Gui.so.6", "BINARY"),
        ("PySide6/Qt/plugins/platforms/libqxcb.so", "/l/libqxcb.so", "BINARY"),
        ("PySide6/Qt/plugins/platformthemes/libqgtk3.so", "/l/libqgtk3.so", "BINARY"),
        ("libicu.so", "/l/libicu.so", "BINARY"),
        ("libxcb.so", "/l/libxcb.so", "BINARY"),
        ("libgtk.so", "/l/libgtk.so", "BINARY"),
        ("onnxruntime/capi/libonnx.so", "/l/libonnx.so", "BINARY"),
        ("libpython3.11.so.1.0", "/l/libpython3.11.so.1.0", "BINARY"),
        ("libcrypto.so.3", "/l/libcrypto.so.3", "BINARY"),
        ("python3.11/lib-dynload/_hashlib.so", "/l/_hashlib.so", "EXTENSION"),
    ]
    kept = loaded("left_out").kept_binaries(entries, lambda source: linked.get(source, []))
    assert {place for place, _, _ in entries} - {place for place, _, _ in kept} == {
        "PySide6/Qt/plugins/platformthemes/libqgtk3.so",
        "libgtk.so",
        "libcrypto.so.3",
    }


def test_of_the_translations_of_qt_those_of_the_window_stay() -> None:
    names = ["qtbase_ru.qm", "qtbase_kk.qm", "qtbase_fr.qm", "qt_ru.qm"]
    entries = [(f"PySide6/Qt/translations/{name}", name, "DATA") for name in names]
    entries += [("statement_compare/resources/units.tsv", "u", "DATA"), ("selectolax/lexbor.c", "c", "DATA")]
    kept = loaded("left_out").kept_data(entries, REPORT_LANGUAGES)
    assert [source for _, source, _ in kept] == ["qtbase_ru.qm", "qtbase_kk.qm", "u"]


def test_the_process_that_cleans_up_is_called_as_the_start_expects(monkeypatch: pytest.MonkeyPatch) -> None:
    from multiprocessing import resource_tracker

    called: list[list[str]] = []

    def spawned(_exe: str, arguments: list[str], _files: object) -> int:
        called.append(arguments)
        return 0

    monkeypatch.setattr("multiprocessing.util.spawnv_passfds", spawned)
    tracker = resource_tracker.ResourceTracker()
    tracker.ensure_running()
    os.close(tracker._fd)
    tracker._pid = tracker._fd = None
    (arguments,) = called
    start = loaded("start")
    assert "-c" in arguments
    found = start._TRACKER.fullmatch(arguments[-1])
    assert found is not None
    served: list[int] = []
    monkeypatch.setattr(resource_tracker, "main", served.append)
    monkeypatch.setattr(sys, "argv", arguments)
    with pytest.raises(SystemExit):
        start.serve_multiprocessing()
    assert served == [int(found[1])]


@pytest.mark.skipif(not hasattr(os, "memfd_create"), reason="the folder is built on Linux alone")
def test_a_packed_library_is_imported_from_memory_and_a_damaged_one_is_none(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    from rapidfuzz import utils_cpp

    usual = Path(utils_cpp.__file__)
    package = tmp_path / "packed_for_a_test"
    package.mkdir()
    (package / "__init__.py").touch()
    for name in (usual.name, "utils_py.py"):  # the library asks for its twin
        (package / name).write_bytes(usual.with_name(name).read_bytes())
    (packed,) = loaded("packed").pack(tmp_path, ["*/utils_cpp.*.so"])
    assert [path.name for path in sorted(package.iterdir())] == ["__init__.py", f"{usual.name}.xz", "utils_py.py"]
    assert packed.stat().st_size < usual.stat().st_size / 2
    monkeypatch.syspath_prepend(tmp_path)
    monkeypatch.setattr(sys, "meta_path", [*sys.meta_path, loaded("start").PackedLibraries])
    module = importlib.import_module("packed_for_a_test.utils_cpp")
    assert module.__file__.startswith("/proc/self/fd/")
    assert module.default_process("A Word!") == "a word"
    packed.with_name(packed.name.replace("utils_cpp", "broken")).write_bytes(b"no library")
    with pytest.raises(ImportError, match="broken"):
        importlib.import_module("packed_for_a_test.broken")
    with pytest.raises(ModuleNotFoundError):
        importlib.import_module("packed_for_a_test.absent")
    os.close(int(module.__file__.rpartition("/")[2]))


@pytest.mark.parametrize("arguments", [[], ["--version"], ["compare", "-c", "main(5)"], ["-c", "import os"]])
def test_what_a_person_asks_is_nothing_that_the_start_serves(
    arguments: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sys, "argv", ["statement-compare", *arguments])
    loaded("start").serve_multiprocessing()


def entry() -> Mapping[str, str]:
    parser = configparser.ConfigParser(interpolation=None, delimiters="=")
    parser.optionxform = str  # type: ignore[method-assign,assignment]
    parser.read(FREEDESKTOP / "statement-compare.desktop", encoding="utf-8")
    return parser["Desktop Entry"]


@pytest.mark.parametrize("key", ["Name", "GenericName", "Comment", "Keywords"])
def test_the_desktop_entry_speaks_the_languages_of_the_window(key: str) -> None:
    said = [entry()[key], *(entry()[f"{key}[{code}]"] for code in REPORT_LANGUAGES if code != "en")]
    assert all(said)
    assert key == "Name" or len(set(said)) == len(REPORT_LANGUAGES)


def test_the_type_of_a_session_is_told_by_its_name_and_its_first_bytes() -> None:
    space = "{http://www.freedesktop.org/standards/shared-mime-info}"
    kind = ET.parse(FREEDESKTOP / "statement-compare.xml").getroot().find(f"{space}mime-type")
    assert kind is not None
    assert f"{kind.get('type')};" == entry()["MimeType"]
    assert [glob.get("pattern") for glob in kind.iter(f"{space}glob")] == ["*.stcmp"]
    tests = {match.get("offset"): match.get("value") for match in kind.iter(f"{space}match")}
    assert tests == {"0": "SQLite format 3\\000", "68": f"0x{APPLICATION_ID:08x}"}
    languages = [each.get("{http://www.w3.org/XML/1998/namespace}lang", "en") for each in kind.iter(f"{space}comment")]
    assert sorted(languages) == sorted(REPORT_LANGUAGES)


def test_software_centres_are_told_of_this_version_in_all_languages() -> None:
    component = ET.parse(FREEDESKTOP / "statement-compare.metainfo.xml").getroot()
    assert next(release.get("version") for release in component.iter("release")) == VERSION
    assert component.findtext("launchable") == "statement-compare.desktop"
    language = "{http://www.w3.org/XML/1998/namespace}lang"
    for name in ("summary", "description/p"):
        spoken = [each.get(language, "en") for each in component.findall(name)]
        assert {code: spoken.count(code) for code in REPORT_LANGUAGES} == dict.fromkeys(
            REPORT_LANGUAGES, spoken.count("en")
        )


@pytest.mark.parametrize(
    "command",
    [
        ["desktop-file-validate", "statement-compare.desktop"],
        [
            "appstreamcli",
            "validate",
            "--no-net",
            "--override=url-homepage-missing=info",
            "statement-compare.metainfo.xml",
        ],
    ],
)
def test_the_tools_of_the_desktop_find_no_fault(command: list[str]) -> None:
    if shutil.which(command[0]) is None:
        pytest.skip(f"{command[0]} is not here")
    done = subprocess.run(command, cwd=FREEDESKTOP, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout


@pytest.mark.skipif(shutil.which("update-mime-database") is None, reason="the tools of the desktop are not here")
def test_a_session_is_known_by_its_bytes_once_the_type_is_installed(tmp_path: Path) -> None:
    (tmp_path / "packages").mkdir()
    shutil.copy(FREEDESKTOP / "statement-compare.xml", tmp_path / "packages")
    done = subprocess.run(["update-mime-database", tmp_path], capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    assert "application/x-statement-compare:*.stcmp" in (tmp_path / "globs").read_text(encoding="utf-8")
    magic = (tmp_path / "magic").read_bytes()
    assert APPLICATION_ID.to_bytes(4) in magic


@pytest.mark.usefixtures("qapp")
def test_the_icon_is_there_in_all_sizes_as_its_drawing_has_it() -> None:
    from PySide6.QtGui import QImage

    icons = loaded("icons")
    pictures = {path.name for path in bundled.path("icons").glob("statement-compare-*.png")}
    assert pictures == {f"statement-compare-{size}.png" for size in icons.SIZES}
    for size in icons.SIZES:
        shown, drawn = QImage(str(bundled.path("icons", f"statement-compare-{size}.png"))), icons.drawn(size)
        assert (shown.width(), shown.height()) == (size, size)
        for x, y in ((size // 2, size // 4), (size // 4, size // 2), (0, 0)):
            differences = zip(shown.pixelColor(x, y).getRgb(), drawn.pixelColor(x, y).getRgb(), strict=True)
            assert all(abs(one - other) < 12 for one, other in differences), (size, x, y)


def items_of(data: bytes) -> dict[str, bytes]:
    """What a table of contents of ICU holds, read as ICU does: names in order, each item up to the next."""
    header = struct.unpack_from("<H", data)[0]
    body = data[header:]
    (count,) = struct.unpack_from("<I", body)
    places = [struct.unpack_from("<II", body, 4 + 8 * i) for i in range(count)]
    names = [body[name : body.index(b"\0", name)].decode() for name, _ in places]
    assert names == sorted(names)
    assert all(start % 16 == 0 for _, start in places)
    ends = [start for _, start in places[1:]] + [len(body)]
    return {name: body[start:end].rstrip(b"\0") for name, (_, start), end in zip(names, places, ends, strict=True)}


def test_of_the_data_of_unicode_what_qt_asks_for_stays() -> None:
    kept = {"icudt73l/cnvalias.icu": b"aliases", "icudt73l/coll/kk.res": b"order", "icudt73l/root.res": b"root" * 9}
    kept |= {"icudt73l/pool.res": b"pool", "icudt73l/res_index.res": b"index"}
    left_out = {"icudt73l/curr/kk.res": b"tenge", "icudt73l/ibm-866.cnv": b"letters", "icudt73l/zone/ru.res": b"Almaty"}
    left_out |= {"icudt73l/sr_Latn_BA.res": b"dates", "icudt73l/kk.res": b"dates", "icudt73l/unames.icu": b"letter a"}
    items = sorted((kept | left_out).items())
    names = b"".join(name.encode() + b"\0" for name, _ in items)
    first = -(-(4 + 8 * len(items) + len(names)) // 16) * 16
    table, at, start = struct.pack("<I", len(items)), 4 + 8 * len(items), first
    for name, item in items:
        table += struct.pack("<II", at, start)
        at, start = at + len(name) + 1, start + -(-len(item) // 16) * 16
    body = (table + names).ljust(first, b"\0") + b"".join(
        item.ljust(-(-len(item) // 16) * 16, b"\0") for _, item in items
    )
    header = struct.pack("<H", 32) + b"\xda\x27" + bytes(8) + b"CmnD" + bytes(16)
    assert items_of(header + body) == kept | left_out
    cut = loaded("icu_data").cut(header + body)
    assert cut[:32] == header
    assert items_of(cut) == kept
    with pytest.raises(ValueError, match="no table"):
        loaded("icu_data").cut(b"\x7fELF" + bytes(60))
