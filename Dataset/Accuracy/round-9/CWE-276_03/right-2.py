"""Installer that prepares each script in a closed room (a folder with mode 700) inside the folder."""

from pathlib import Path
from shutil import rmtree
from tempfile import mkdtemp


def _ensure(folder: Path) -> None:
    if folder.is_dir():
        return
    if folder.parent != folder:
        _ensure(folder.parent)
    try:
        folder.mkdir(0o700)
    except FileExistsError:
        if not folder.is_dir():
            raise
    else:
        folder.chmod(0o755)


def install_script(folder, name, commands):
    home = Path(folder)
    _ensure(home)
    room = Path(mkdtemp(prefix=".room-", dir=home))
    try:
        script = room / "script"
        script.touch(0o600, exist_ok=False)
        with script.open("r+", encoding="utf-8", newline="\n") as out:
            print("#!/bin/sh", *commands, sep="\n", file=out)
        script.chmod(0o755)
        script.replace(home / name)
    finally:
        rmtree(room)
    return folder + "/" + name


def remove_script(folder, name):
    script = Path(folder, name)
    there = script.is_symlink() or script.exists()
    script.unlink(missing_ok=True) if there else None
    return there
