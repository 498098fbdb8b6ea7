import os
import tempfile


def install_script(folder, name, commands):
    os.makedirs(folder, mode=0o755, exist_ok=True)
    path = f"{folder}/{name}"
    fd, draft = tempfile.mkstemp(prefix=f".{name}.", dir=folder)
    try:
        with os.fdopen(fd, "w", encoding="utf-8", newline="\n") as f:
            f.writelines(line + "\n" for line in ["#!/bin/sh", *commands])
            f.flush()
            os.fchmod(f.fileno(), 0o755)
        os.replace(draft, path)
    except BaseException:
        os.unlink(draft)
        raise
    return path


def remove_script(folder, name):
    try:
        os.remove(f"{folder}/{name}")
    except FileNotFoundError:
        return False
    return True
