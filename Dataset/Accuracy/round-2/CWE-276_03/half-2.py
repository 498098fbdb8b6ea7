import os


def _make(folder):
    if not folder or os.path.isdir(folder):
        return
    _make(os.path.dirname(folder.rstrip("/")))
    try:
        os.mkdir(folder, 0o755)
        os.chmod(folder, 0o755)
    except FileExistsError:
        pass


def install_script(folder, name, commands):
    _make(folder)
    path = f"{folder}/{name}"
    if os.path.islink(path):
        os.unlink(path)
    fd = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_NOFOLLOW, 0o755)
    with os.fdopen(fd, "w", encoding="utf-8", newline="\n") as script:
        os.fchmod(fd, 0o755)
        os.ftruncate(fd, 0)
        script.write("\n".join(["#!/bin/sh", *commands]) + "\n")
    return path


def remove_script(folder, name):
    try:
        os.remove(f"{folder}/{name}")
        return True
    except FileNotFoundError:
        return False
