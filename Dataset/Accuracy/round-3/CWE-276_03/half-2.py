import os
from pathlib import Path


def _make_folder(folder):
    if folder.is_dir():
        return
    _make_folder(folder.parent)
    try:
        folder.mkdir(mode=0o755)
    except FileExistsError:
        return
    folder.chmod(0o755)


def install_script(folder, name, commands):
    _make_folder(Path(folder))
    path = os.path.join(folder, name)
    if os.path.islink(path):
        os.unlink(path)
    content = "".join(line + "\n" for line in ["#!/bin/sh", *commands])
    fd = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_TRUNC | os.O_NOFOLLOW, 0o755)
    with open(fd, "wb") as script:
        os.fchmod(fd, 0o755)
        script.write(content.encode())
    return path


def remove_script(folder, name):
    path = Path(folder, name)
    if not path.exists():
        return False
    path.unlink()
    return True
