import os
from pathlib import Path


def _make(folder):
    if folder.is_dir():
        return
    _make(folder.parent)
    folder.mkdir(mode=0o755, exist_ok=True)
    folder.chmod(0o755)


def install_script(folder, name, commands):
    _make(Path(folder))
    path = f"{folder}/{name}"
    draft = f"{folder}/.{name}.new"
    text = "".join(f"{line}\n" for line in ("#!/bin/sh", *commands))
    fd = os.open(draft, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o755)
    with os.fdopen(fd, "w", encoding="utf-8", newline="\n") as f:
        os.fchmod(f.fileno(), 0o755)
        f.write(text)
    os.replace(draft, path)
    return path


def remove_script(folder, name):
    path = Path(folder, name)
    if not os.path.lexists(path):
        return False
    path.unlink()
    return True
