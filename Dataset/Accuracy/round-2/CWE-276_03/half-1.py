import os
import tempfile


def install_script(folder, name, commands):
    os.makedirs(folder, mode=0o755, exist_ok=True)
    path = f"{folder}/{name}"
    fd, part = tempfile.mkstemp(dir=folder)
    try:
        with open(fd, "w", encoding="utf-8", newline="\n") as f:
            f.writelines(line + "\n" for line in ["#!/bin/sh", *commands])
            os.fchmod(f.fileno(), 0o755)
        os.replace(part, path)
    except BaseException:
        os.unlink(part)
        raise
    return path


def remove_script(folder, name):
    try:
        os.unlink(f"{folder}/{name}")
    except FileNotFoundError:
        return False
    return True
