import os
import tempfile


def install_script(folder, name, commands):
    path = os.path.join(folder, name)
    umask = os.umask(0o022)
    try:
        os.makedirs(folder, exist_ok=True)
    finally:
        os.umask(umask)
    descriptor, draft = tempfile.mkstemp(dir=folder)
    with open(descriptor, "w", encoding="utf-8") as file:
        file.write("\n".join(["#!/bin/sh", *commands]) + "\n")
        os.fchmod(descriptor, 0o755)
    os.replace(draft, path)
    return path


def remove_script(folder, name):
    path = os.path.join(folder, name)
    if not os.path.isfile(path):
        return False
    os.remove(path)
    return True
