import os
import tempfile

MODE = 0o755


def _make_folder(folder):
    """Like os.makedirs, but every folder on the way gets its mode explicitly."""
    if not folder or os.path.isdir(folder):
        return
    _make_folder(os.path.dirname(folder.rstrip("/")))
    try:
        os.mkdir(folder, MODE)
    except FileExistsError:
        if not os.path.isdir(folder):
            raise
    else:
        os.chmod(folder, MODE)  # a strict umask must not lock the others out


def install_script(folder, name, commands):
    _make_folder(folder)
    path = os.path.join(folder, name)
    lines = ["#!/bin/sh", *commands]
    handle, draft = tempfile.mkstemp(prefix=".install-", dir=folder)
    try:
        with open(handle, "w", encoding="utf-8", newline="\n") as f:
            f.writelines(line + "\n" for line in lines)
            f.flush()
            os.fchmod(f.fileno(), MODE)
        # A new file takes the place of the old one: neither its mode nor a
        # descriptor that somebody still has open for writing matters.
        os.rename(draft, path)
    except BaseException:
        os.unlink(draft)
        raise
    return path


def remove_script(folder, name):
    try:
        os.unlink(os.path.join(folder, name))
    except FileNotFoundError:
        return False
    return True
