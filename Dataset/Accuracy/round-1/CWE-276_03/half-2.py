import os
from pathlib import Path


def _make_folder(folder):
    if folder.is_dir():
        return
    _make_folder(folder.parent)
    folder.mkdir(mode=0o755)
    folder.chmod(0o755)


def install_script(folder, name, commands):
    _make_folder(Path(folder))
    path = os.path.join(folder, name)
    fd = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_NOFOLLOW, 0o755)
    with open(fd, "w", encoding="utf-8", newline="\n") as script:
        os.fchmod(fd, 0o755)
        os.ftruncate(fd, 0)
        script.write("\n".join(["#!/bin/sh", *commands]) + "\n")
    return path


def remove_script(folder, name):
    path = Path(folder, name)
    if not path.exists():
        return False
    path.unlink()
    return True
