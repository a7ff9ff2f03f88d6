"""What of the libraries is no part of the folder that `make package` builds, since nothing in the program asks for it.

Entries are those of PyInstaller: the place in the folder, the file it is taken from, and its kind.
"""

from __future__ import annotations

import pickle
import re
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import Final

Entry = tuple[str, str, str]

# Never imported by the program, though its libraries name them: what fetches models from the network (tokenizers),
# what trains and converts them (onnxruntime), what builds and tests (numpy), and other toolkits.
MODULES: Final = (
    *("huggingface_hub", "hf_xet", "fsspec", "httpx2", "yaml", "google", "flatbuffers", "sympy", "onnx", "torch"),
    *("onnxruntime.backend", "onnxruntime.datasets", "onnxruntime.quantization"),
    *("onnxruntime.tools", "onnxruntime.transformers"),
    *("numpy.f2py", "numpy.testing", "numpy.distutils", "numpy.random", "numpy.fft"),
    *("PIL", "matplotlib", "pandas", "xarray"),
    *("lxml.html", "lxml.isoschematron", "lxml.objectify", "lxml.sax", "bs4", "cssselect", "lxml.cssselect"),
    *("tkinter", "unittest", "doctest", "pydoc", "test", "pdb", "curses", "readline", "lib2to3", "ensurepip"),
    *("setuptools", "pkg_resources", "distutils", "pip", "PySide6.QtNetwork"),
    # The program has no network code, so it needs no encryption of connections either.
    *("ssl", "_ssl", "ftplib", "smtplib", "imaplib", "poplib", "xmlrpc"),
)

# Of Qt's plugins: windows under X11 and Wayland and without either, input methods, the desktop's dialogs, and SVG.
# Not the GTK look, which brings GTK itself along, nor what draws without a desktop.
_PLUGINS: Final = re.compile(
    r"platforms/(?:xcb|wayland|offscreen|windows|cocoa)|xcbglintegrations/.*|platforminputcontexts/(?:compose|ibus).*"
    r"|platformthemes/xdgdesktopportal|iconengines/svgicon|imageformats/svg|styles/.*"
    r"|wayland-(?:decoration-client|shell-integration)/(?:bradient|xdg-shell)"
)
_PLUGIN: Final = re.compile(r"PySide6/(?:Qt/)?plugins/(.+?)/(?:lib)?q?([\w-]+)\.(?:so|dll|dylib)")
_TRANSLATION: Final = re.compile(r"PySide6/(?:Qt/)?translations/(.*)")
_SOURCE: Final = re.compile(r".*\.(?:c|h|pyx|pxd|pxi|pyi|typed|cpp|hpp|a|lib)")
# OpenSSL's hashes are taken from the system, which has them wherever something opens connections. Elsewhere hashlib
# takes Python's own ones, which are five times as slow.
_OF_THE_SYSTEM: Final = re.compile(r"libcrypto\.so\..*")
# The parts that the template of python-docx was put together from; what is opened is the whole.
_PARTS: Final = "docx/templates/default-docx-template/"
_LOCALE: Final = "babel/locale-data/"
_ASKED_OF_A_LOCALE: Final = ("months", "days")


def kept_data(entries: Iterable[Entry], languages: Iterable[str]) -> list[Entry]:
    """Files that are no code, and of Qt's translations those of the window's languages."""
    translations = {f"qtbase_{code}.qm" for code in languages}

    def is_kept(place: str) -> bool:
        if found := _TRANSLATION.fullmatch(place):
            return found[1] in translations
        # Of what pip notes about a library, the version is asked for; its licence goes along elsewhere.
        is_note = ".dist-info/" in place and not place.endswith("/METADATA")
        return not is_note and not _SOURCE.fullmatch(place) and not place.startswith(_PARTS)

    return [entry for entry in entries if is_kept(Path(entry[0]).as_posix())]


def kept_binaries(entries: Iterable[Entry], needed_by: Callable[[str], Iterable[str]]) -> list[Entry]:
    """Code: modules, the plugins that are used, and of all other libraries those that one of these needs in turn.

    `needed_by` gives the names of the libraries that the file of a path is linked with.
    """
    all_entries = [entry for entry in entries if _is_used(Path(entry[0]).as_posix())]
    links = {entry[0] for entry in all_entries if entry[2] == "SYMLINK"}
    by_name = {Path(place).name: source for place, source, _ in all_entries if place not in links}
    names: set[str] = set()
    waiting = [entry[1] for entry in all_entries if _is_asked_for(entry)]
    while waiting:
        source = waiting.pop()
        if Path(source).name not in names:
            names.add(Path(source).name)
            waiting += [by_name[name] for name in map(_file_name, needed_by(source)) if name in by_name]
    return [entry for entry in all_entries if Path(entry[0]).name in names]


def short_locales(entries: Iterable[Entry], codes: Iterable[str], folder: Path) -> list[Entry]:
    """The entries with babel's locales cut down to what the program asks of them, for languages of these codes.

    It asks for months and weekdays alone. What is left of each locale is written to `folder`.
    """
    asked = _asked_locales(codes)
    folder.mkdir(parents=True, exist_ok=True)
    kept = []
    for place, source, kind in entries:
        name = Path(place).as_posix().removeprefix(_LOCALE)
        if name == Path(place).as_posix():
            kept.append((place, source, kind))
        elif name in asked:
            whole = pickle.loads(Path(source).read_bytes())
            short = folder / name
            short.write_bytes(pickle.dumps({key: whole[key] for key in _ASKED_OF_A_LOCALE if key in whole}, 4))
            kept.append((place, str(short), kind))
    return kept


def _asked_locales(codes: Iterable[str]) -> frozenset[str]:
    """The files of babel that it reads to answer for a language of these codes."""
    from babel import Locale, UnknownLocaleError, localedata

    read: set[str] = set()
    usual = localedata.resolve_locale_filename

    def noted(name: str) -> str:
        path = str(usual(name))
        read.add(Path(path).name)
        return path

    localedata.resolve_locale_filename = noted
    try:
        for code in codes:
            try:
                locale = Locale.parse(code)
                locale.months["format"]["wide"]
            except UnknownLocaleError:
                continue
    finally:
        localedata.resolve_locale_filename = usual
    return frozenset(read | {"root.dat"})


def _is_used(place: str) -> bool:
    if _OF_THE_SYSTEM.fullmatch(Path(place).name):
        return False
    found = _PLUGIN.match(place)
    return not found or _PLUGINS.fullmatch(f"{found[1]}/{found[2]}") is not None


def _is_asked_for(entry: Entry) -> bool:
    """What is loaded by its name and not because something else is linked with it."""
    place, _, kind = entry
    folder = Path(place).parent.as_posix()
    is_shared = folder in (".", "PySide6/Qt/lib") or folder.endswith(".libs")
    return kind == "EXTENSION" or place.startswith("libpython") or not is_shared


def _file_name(library: object) -> str:
    return Path(library[0] if isinstance(library, tuple) else str(library)).name
