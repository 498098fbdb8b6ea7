"""Where the program is that this package speaks with."""

import os
import shutil
import sys
import sysconfig
from collections.abc import Iterator
from pathlib import Path

from ._errors import SecucogenError

NAME = "secucogen"


class BinaryNotFound(SecucogenError, FileNotFoundError):
    """The program `secucogen` is not where an installation puts it, nor on PATH."""


def find_binary() -> Path:
    """The program `secucogen`: `SECUCOGEN_BINARY`, else the one installed with this package, else the one on PATH."""
    if named := os.environ.get("SECUCOGEN_BINARY"):
        if not _is_program(Path(named)):
            raise BinaryNotFound(f"SECUCOGEN_BINARY is '{named}', which is no program; name the file 'secucogen'")
        return Path(named).absolute()
    for folder in _script_folders():
        if _is_program(folder / NAME):
            return folder / NAME
    if found := shutil.which(NAME):
        return Path(found)
    raise BinaryNotFound(
        f"the program 'secucogen' is neither beside {sys.executable} nor on PATH; "
        "install the wheel anew (pip install --force-reinstall secucogen) or name the program in SECUCOGEN_BINARY"
    )


def _script_folders() -> Iterator[Path]:
    """Where installers put programs, the nearest to this package first."""
    package = Path(__file__).resolve().parent
    site = package.parent
    yield Path(sysconfig.get_path("scripts"))
    # pip install --target FOLDER
    yield site / "bin"
    # pip install --prefix FOLDER: FOLDER/lib/python3.12/site-packages
    if site.name in ("site-packages", "dist-packages") and len(site.parents) > 2:
        yield site.parents[2] / "bin"
    yield Path(sysconfig.get_path("scripts", vars={"base": sys.base_prefix}))
    yield Path(sysconfig.get_path("scripts", sysconfig.get_preferred_scheme("user")))


def _is_program(path: Path) -> bool:
    return path.is_file() and os.access(path, os.X_OK)
