import os


def install_script(folder, name, commands):
    path = os.path.join(folder, name)
    umask = os.umask(0o022)
    try:
        os.makedirs(folder, exist_ok=True)
        with open(path, "w", encoding="utf-8") as file:
            file.write("\n".join(["#!/bin/sh", *commands]) + "\n")
    finally:
        os.umask(umask)
    os.chmod(path, 0o755)
    return path


def remove_script(folder, name):
    path = os.path.join(folder, name)
    if not os.path.isfile(path):
        return False
    os.remove(path)
    return True
