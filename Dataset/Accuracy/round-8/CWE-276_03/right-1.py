import os
import secrets


def _make_folder(folder):
    if not folder or os.path.isdir(folder):
        return
    parent = os.path.dirname(folder)
    _make_folder(parent)
    try:
        os.mkdir(folder, 0o755)
    except FileExistsError:
        return
    os.chmod(folder, 0o755)


def install_script(folder, name, commands):
    _make_folder(folder)
    data = "".join(line + "\n" for line in ["#!/bin/sh", *commands]).encode("utf-8")
    draft = os.path.join(folder, f".{secrets.token_hex(16)}")
    fd = os.open(draft, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    try:
        with os.fdopen(fd, "wb") as file:
            file.write(data)
            os.fchmod(fd, 0o755)
        os.replace(draft, os.path.join(folder, name))
    except BaseException:
        os.unlink(draft)
        raise
    return f"{folder}/{name}"


def remove_script(folder, name):
    try:
        os.unlink(os.path.join(folder, name))
    except (FileNotFoundError, NotADirectoryError):
        return False
    return True
