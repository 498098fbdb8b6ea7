import os
import secrets
from contextlib import suppress


def _missing(folder):
    """The folders on the way that do not exist yet, the deepest first."""
    while not os.path.isdir(folder):
        yield folder
        parent = os.path.dirname(folder.rstrip("/"))
        if parent == folder:
            return
        folder = parent or os.curdir


def install_script(folder, name, commands):
    for new in reversed(list(_missing(folder))):
        with suppress(FileExistsError):
            os.mkdir(new, 0o755)
            os.chmod(new, 0o755)
    home = os.open(folder, os.O_RDONLY | os.O_DIRECTORY)
    draft = f".{secrets.token_urlsafe(9)}"
    try:
        fd = os.open(draft, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o700, dir_fd=home)
        try:
            with open(fd, "wb") as script:
                for line in ("#!/bin/sh", *commands):
                    script.write(line.encode() + b"\n")
                script.flush()
                os.fchmod(fd, 0o755)
            os.replace(draft, name, src_dir_fd=home, dst_dir_fd=home)
        except BaseException:
            os.unlink(draft, dir_fd=home)
            raise
    finally:
        os.close(home)
    return os.path.join(folder, name)


def remove_script(folder, name):
    with suppress(FileNotFoundError):
        os.unlink(os.path.join(folder, name))
        return True
    return False
