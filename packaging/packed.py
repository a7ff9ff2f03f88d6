"""Packs libraries of the built folder that few runs load: `start.py` unpacks one into memory when it is imported.

    python packaging/packed.py dist/statement-compare [--quick]

typst, which sets PDF reports, is 68 MB of code and tables, and 17 packed; the first PDF report of a process takes .7 s
of the processor longer for it. To read a page takes .03 s longer, a Word or OpenDocument file .07 s. What RapidFuzz has
for processors without AVX2 is loaded by no others. Packing takes 40 s of the processor; with --quick, for tests of the
folder, 5 s, and the folder is some 10 MB larger.
"""

from __future__ import annotations

import lzma
import sys
from collections.abc import Iterable
from pathlib import Path

PACKED = (
    "typst/_typst.abi3.so",
    "rapidfuzz/fuzz_cpp.*.so",
    "rapidfuzz/distance/metrics_cpp.*.so",
    "selectolax/lexbor.*.so",
    "lxml/etree.*.so",
)


def pack(inside: Path, patterns: Iterable[str] = PACKED, *, is_quick: bool = False) -> list[Path]:
    """Replace the libraries of a folder that have such places by packed ones, with .xz behind their names."""
    made = []
    for library in sorted(path for pattern in patterns for path in inside.glob(pattern)):
        content = library.read_bytes()
        # The first filter knows jumps of x86, and does no harm to code of others; whoever unpacks holds as much in
        # memory as the second may look back on.
        filters = [
            {"id": lzma.FILTER_X86},
            {"id": lzma.FILTER_LZMA2, "preset": 0 if is_quick else 9, "dict_size": max(len(content), 4096)},
        ]
        packed = library.with_name(f"{library.name}.xz")
        packed.write_bytes(lzma.compress(content, check=lzma.CHECK_CRC32, filters=filters))
        library.unlink()
        made.append(packed)
    return made


if __name__ == "__main__":
    pack(Path(sys.argv[1], "_internal"), is_quick="--quick" in sys.argv)
