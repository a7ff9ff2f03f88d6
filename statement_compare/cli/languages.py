"""Which languages may be named for statements on the command line, and how."""

from __future__ import annotations

import argparse
import re
from typing import Final

# ISO 639-1. A language that no module knows is still compared, by what all languages share.
LANGUAGE_CODES: Final = """
    aa ab ae af ak am an ar as av ay az ba be bg bh bi bm bn bo br bs ca ce ch co cr cs cu cv cy da de dv dz ee el
    en eo es et eu fa ff fi fj fo fr fy ga gd gl gn gu gv ha he hi ho hr ht hu hy hz ia id ie ig ii ik io is it iu
    ja jv ka kg ki kj kk kl km kn ko kr ks ku kv kw ky la lb lg li ln lo lt lu lv mg mh mi mk ml mn mr ms mt my na
    nb nd ne ng nl nn no nr nv ny oc oj om or os pa pi pl ps pt qu rm rn ro ru rw sa sc sd se sg si sk sl sm sn so
    sq sr ss st su sv sw ta te tg th ti tk tl tn to tr ts tt tw ty ug uk ur uz ve vi vo wa wo xh yi yo za zh zu
""".split()
_OFTEN_MEANT: Final = {"kz": "kk", "ua": "uk", "jp": "ja", "cn": "zh", "gr": "el", "cz": "cs", "dk": "da"}


def of_both(text: str) -> tuple[str, str]:
    """The languages of both sides, "" where one is to be guessed; raises `ArgumentTypeError` in words."""
    parts = [part.strip().lower() for part in text.split(",")]
    if len(parts) == 1:
        parts *= 2
    if len(parts) != 2:
        raise argparse.ArgumentTypeError(f"{text!r}: give one language a side, such as ru,en")
    return _language(parts[0]), _language(parts[1])


def of_one(text: str) -> tuple[str, str]:
    """The language of the one text that there is, as that of both sides."""
    return (_language(text.strip().lower()),) * 2


def _language(part: str) -> str:
    code = re.split("[-_]", part)[0]  # "en-GB" is English
    if code in ("", "auto"):
        return ""
    if code not in LANGUAGE_CODES:
        meant = f"; {_OFTEN_MEANT[code]!r} may be meant" if code in _OFTEN_MEANT else ""
        raise argparse.ArgumentTypeError(f"{part!r} is no language code of two letters (ISO 639-1){meant}")
    return code
