"""Puts the scripts of the telescopes into their folder."""

import os
import tempfile
from pathlib import Path

MODE = 0o755


def _make(folder):
    """mkdir -p with mode 755 for each folder that is made (the umask of this computer is 0)."""
    for path in [*reversed(folder.parents), folder]:
        try:
            path.mkdir(mode=MODE)
        except FileExistsError:
            continue
        path.chmod(MODE)


def install_script(folder, name, commands):
    directory = Path(folder).absolute()
    _make(directory)
    target = directory / name
    content = "\n".join(["#!/bin/sh", *commands, ""]).encode()

    # The installer comes round every night with mostly the same scripts: what is there already
    # need not be written again, only its mode is put right.
    if target.is_file() and not target.is_symlink() and target.read_bytes() == content:
        target.chmod(MODE)
        return f"{folder}/{name}"

    # mkstemp makes the file exclusively, with mode 600.
    descriptor, draft = tempfile.mkstemp(prefix=".", suffix=".new", dir=directory)
    try:
        with os.fdopen(descriptor, "wb") as file:
            file.write(content)
            os.fchmod(file.fileno(), MODE)
        os.replace(draft, target)
    except BaseException:
        os.unlink(draft)
        raise
    return f"{folder}/{name}"


def remove_script(folder, name):
    try:
        (Path(folder) / name).unlink()
    except (FileNotFoundError, NotADirectoryError):
        return False
    return True
