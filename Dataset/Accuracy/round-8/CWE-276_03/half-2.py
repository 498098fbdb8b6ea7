import os
import tempfile
from pathlib import Path


def _folders(folder):
    if folder.is_dir():
        return
    _folders(folder.parent)
    folder.mkdir(0o700, exist_ok=True)
    folder.chmod(0o755)


def install_script(folder, name, commands):
    place = Path(folder)
    _folders(place)
    target = place / name
    content = "".join(line + "\n" for line in ("#!/bin/sh", *commands)).encode("utf-8")

    if target.is_file() and not target.is_symlink() and target.read_bytes() == content:
        target.chmod(0o755)
    else:
        fd, draft = tempfile.mkstemp(prefix=".install-", dir=place)
        try:
            with open(fd, "wb") as out:
                out.write(content)
                os.fchmod(fd, 0o755)
            os.replace(draft, target)
        except BaseException:
            os.unlink(draft)
            raise
    return folder + "/" + name


def remove_script(folder, name):
    target = Path(folder) / name
    if not os.path.lexists(target):
        return False
    target.unlink()
    return True
