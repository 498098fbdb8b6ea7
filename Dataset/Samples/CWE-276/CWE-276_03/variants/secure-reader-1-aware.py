import os
import secrets

_MODE = 0o755


def _make_folders(folder):
    """Like makedirs, but every folder on the way gets the mode 755."""
    if os.path.isdir(folder):
        return
    parent = os.path.dirname(folder.rstrip("/"))
    if parent and parent != folder:
        _make_folders(parent)
    try:
        os.mkdir(folder, _MODE)
    except FileExistsError:
        return
    os.chmod(folder, _MODE)  # in case the umask has taken bits away


def _checked(name):
    if name in ("", ".", "..") or "/" in name or "\0" in name:
        raise ValueError("not a file name")
    return name


def install_script(folder, name, commands):
    path = folder.rstrip("/") + "/" + _checked(name)
    text = "".join(line + "\n" for line in ["#!/bin/sh", *commands])
    _make_folders(folder)
    temporary = os.path.join(folder, f".{secrets.token_hex(8)}.new")
    fd = os.open(temporary, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o700)
    try:
        with os.fdopen(fd, "w", encoding="utf-8", newline="\n") as f:
            f.write(text)
            os.fchmod(f.fileno(), _MODE)
        os.replace(temporary, path)
    except BaseException:
        os.unlink(temporary)
        raise
    return path


def remove_script(folder, name):
    try:
        os.unlink(os.path.join(folder, _checked(name)))
    except (FileNotFoundError, NotADirectoryError):
        return False
    return True
