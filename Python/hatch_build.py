"""Puts the binary and what it reads into the wheel, as `Scripts/package` laid them out."""

import os
import re
from pathlib import Path

from hatchling.builders.hooks.plugin.interface import BuildHookInterface


class TreeHook(BuildHookInterface):
    def initialize(self, version, build_data):
        if version == "editable":
            return  # with SECUCOGEN_BINARY, for work on the package itself
        named = os.environ.get("SECUCOGEN_TREE")
        if not named:
            raise RuntimeError("SECUCOGEN_TREE names no tree; build the wheel with Scripts/package")
        tree = Path(named)
        binary = tree / "bin" / "secucogen"
        build_data["pure_python"] = False
        build_data["tag"] = f"py3-none-manylinux_2_{newest_glibc(binary)}_x86_64"
        build_data["shared_scripts"] = {str(binary): "secucogen"}
        build_data["shared_data"] = {str(tree / "share"): "share"}


def newest_glibc(binary: Path) -> int:
    """The minor version of the oldest glibc that has every symbol that the binary asks for."""
    return max(int(minor) for minor in re.findall(rb"GLIBC_2\.(\d+)\0", binary.read_bytes()))
