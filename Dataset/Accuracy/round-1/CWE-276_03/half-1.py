import os
import tempfile


def install_script(folder, name, commands):
    if not os.path.isdir(folder):
        os.makedirs(folder, mode=0o755)
        os.chmod(folder, 0o755)
    path = f"{folder}/{name}"
    fd, temporary = tempfile.mkstemp(dir=folder, prefix=".new-")
    try:
        with open(fd, "w", encoding="utf-8", newline="\n") as file:
            file.writelines(line + "\n" for line in ["#!/bin/sh", *commands])
        os.chmod(temporary, 0o755)
        os.replace(temporary, path)
    except BaseException:
        os.unlink(temporary)
        raise
    return path


def remove_script(folder, name):
    try:
        os.remove(f"{folder}/{name}")
    except FileNotFoundError:
        return False
    return True
